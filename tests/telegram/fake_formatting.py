"""The words of a message as the bot gives them: read, measured, refused."""

from typing import Any

from fake_errors import bad_request
from fake_html import Formatted, parse_html, trimmed, utf16

JSON = dict[str, Any]
LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


def text_content(params: JSON, name: str = "text", longest: int = LONGEST_TEXT) -> JSON:
    """The text and the entities of a message.

    Lengths are in UTF-16 units: Telegram is not stricter than that.

    Args:
        params: with the text, and ``parse_mode`` or ``entities``.
        name: of the text.
        longest: how long it may be.

    Raises:
        ApiError: 400 when it says nothing, says too much, or can't be parsed.
    """
    read = _read(params, name, "entities")
    if not read.text:
        raise bad_request("message text is empty")
    if utf16(read.text) > longest:
        raise bad_request("message is too long")
    return _content("text", "entities", read)


def caption_content(params: JSON) -> JSON:
    """The caption and its entities; none is fine.

    Raises:
        ApiError: 400 when it says too much, or can't be parsed.
    """
    read = _read(params, "caption", "caption_entities")
    if utf16(read.text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return _content("caption", "caption_entities", read)


def _read(params: JSON, name: str, entities: str) -> Formatted:
    text, mode = str(params.get(name, "")), str(params.get("parse_mode", "")).lower()
    if mode == "html":
        return trimmed(parse_html(text))
    if mode:
        raise bad_request(f"the fake reads no {mode}: send HTML or entities")
    return trimmed(Formatted(text, tuple(params.get(entities, ()))))


def _content(name: str, entities: str, read: Formatted) -> JSON:
    content: JSON = {name: read.text} if read.text else {}
    return {**content, entities: list(read.entities)} if read.entities else content
