"""What Telegram finds in a person's plain text: commands, mentions, links, hashtags."""

import re
from typing import Any

from fake_html import utf16

JSON = dict[str, Any]
_PATTERNS = {
    "bot_command": re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])"),
    "mention": re.compile(r"(?<![\w/@])@[A-Za-z0-9_]{3,32}\b"),
    "url": re.compile(
        r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]|(?<![\w@./])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|bd|vn)(?:/[^\s<>\"]*)?\b"
    ),
    "hashtag": re.compile(r"(?<!\w)#\w*[^\W\d]\w*"),
}


def found_in(text: str) -> list[JSON]:
    """The entities of a plain text, in order; none overlaps another."""
    found: list[JSON] = []
    for kind, pattern in _PATTERNS.items():
        found.extend(_entity(kind, text, match) for match in pattern.finditer(text))
    return _apart(sorted(found, key=lambda entity: (entity["offset"], -entity["length"])))


def text_link(text: str, label: str, url: str) -> JSON:
    """A link under the words of a text."""
    return {
        "type": "text_link",
        "offset": utf16(text[: text.index(label)]),
        "length": utf16(label),
        "url": url,
    }


def _entity(kind: str, text: str, match: re.Match[str]) -> JSON:
    return {"type": kind, "offset": utf16(text[: match.start()]), "length": utf16(match.group())}


def _apart(entities: list[JSON]) -> list[JSON]:
    kept: list[JSON] = []
    for entity in entities:
        if not kept or entity["offset"] >= kept[-1]["offset"] + kept[-1]["length"]:
            kept.append(entity)
    return kept
