"""The parameters of a call, out of a request's body: a form, a multipart form, JSON, or a query."""

import json
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message as Part
from email.policy import HTTP
from typing import Any, cast
from urllib.parse import parse_qsl

from fake_errors import bad_request

# Telegram's strings: never read as JSON, whatever they look like.
STRINGS = frozenset(
    {
        "action",
        "callback_query_id",
        "caption",
        "description",
        "emoji",
        "file_id",
        "inline_message_id",
        "inline_query_id",
        "language_code",
        "name",
        "next_offset",
        "parse_mode",
        "quote",
        "secret_token",
        "short_description",
        "text",
        "title",
        "url",
    }
)


@dataclass(frozen=True)
class Upload:
    """A file that the bot sends."""

    name: str
    content: bytes
    type: str


def parsed(body: bytes, content_type: str, query: str) -> dict[str, Any]:
    """The parameters of a request, with their JSON decoded; files as ``Upload``."""
    values: dict[str, Any] = dict(parse_qsl(query, keep_blank_values=True))
    if content_type.startswith("application/json"):
        return {**values, **(json.loads(body) if body else {})}
    if content_type.startswith("multipart/form-data"):
        values.update(_parts(body, content_type))
    else:
        values.update(parse_qsl(body.decode(), keep_blank_values=True))
    return {name: _value(name, value) for name, value in values.items()}


def integer(params: dict[str, Any], name: str, default: int = 0) -> int:
    """A parameter that is a whole number.

    Raises:
        ApiError: 400 when it is something else.
    """
    value = params.get(name, default)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise bad_request(f'parameter "{name}" must be an Integer, not {value!r}')
    return int(value)


def _parts(body: bytes, content_type: str) -> dict[str, Any]:
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    whole = message_from_bytes(head + body, policy=HTTP)
    return dict(_part(cast("Part", part)) for part in whole.iter_parts())


def _part(part: Part) -> tuple[str, Any]:
    name = str(part.get_param("name", header="content-disposition"))
    content = cast("bytes", part.get_payload(decode=True))
    filename = part.get_filename()
    if filename is None:
        return name, content.decode()
    return name, Upload(filename, content, part.get_content_type())


def _value(name: str, value: Any) -> Any:
    if not isinstance(value, str) or name in STRINGS:
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value
