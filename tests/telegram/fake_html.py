"""Telegram's HTML, read by Telegram's rules: what stands in the message, or why it is refused.

The messages of the errors are those of tdlib's ``do_parse_html``. What Telegram mends in silence
(overlapping quotations) is left as it was sent.
"""

import html
import re
from dataclasses import dataclass, field
from typing import Any

from fake_errors import ApiError

JSON = dict[str, Any]
KINDS = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    **dict.fromkeys(("span", "tg-spoiler"), "spoiler"),
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
MOST_ENTITIES = 100
_REFERENCE = re.compile(r"&(?:#[xX][0-9a-fA-F]+|#[0-9]+|[A-Za-z]+);?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_LINK = re.compile(r"(?:https?://)?[^\s/?#]*[^\s/?#.]\.[^\s/?#.][^\s]*|(?:tg|ton|mailto):\S+", re.IGNORECASE)


@dataclass(frozen=True)
class Formatted:
    """Text as it is read, and its entities with offsets in UTF-16 units."""

    text: str
    entities: tuple[JSON, ...] = ()


@dataclass
class _Open:
    tag: str
    argument: str
    offset: int
    begins: int


@dataclass
class _Reader:
    """Reads one text from left to right."""

    source: str
    at: int = 0
    text: str = ""
    nested: list[_Open] = field(default_factory=list)
    entities: list[JSON] = field(default_factory=list)

    def read(self) -> Formatted:
        """The whole text."""
        while self.at < len(self.source):
            if self.source.startswith("</", self.at):
                self._end_tag()
            elif self.source[self.at] == "<":
                self._start_tag()
            else:
                self.text += decoded(self._take(r"[^<]+"))
        if self.nested:
            raise _refused(f'Can\'t find end tag corresponding to start tag "{self.nested[-1].tag}"')
        return Formatted(self.text, tuple(sorted(self.entities, key=lambda e: (e["offset"], -e["length"]))))

    def _start_tag(self) -> None:
        begins = self.at
        self.at += 1
        name = self._take(r"[^\s>]*")
        where = f"at byte offset {self._bytes(begins)}"
        if self.at >= len(self.source):
            raise _refused(f"Unclosed start tag {where}")
        tag = name.lower()
        if tag not in KINDS:
            raise _refused(f'Unsupported start tag "{tag}" {where}')
        argument = _argument(tag, self._attributes(tag, where))
        if tag == "span" and argument != "spoiler":
            raise _refused(f'Tag "span" must have class "tg-spoiler" {where}')
        self.nested.append(_Open(tag, argument, utf16(self.text), len(self.text)))

    def _attributes(self, tag: str, where: str) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            self._take(r"\s*")
            if self._next() == ">":
                self.at += 1
                return found
            if not (name := self._take(r"[^\s=>/\"']*")):
                problem = "Empty attribute name in the" if self._next() else "Unclosed start"
                raise _refused(f'{problem} tag "{tag}" {where}')
            self._take(r"\s*")
            found[name.lower()] = self._value(where) if self._next() == "=" else ""

    def _value(self, where: str) -> str:
        self.at += 1
        self._take(r"\s*")
        begins = self.at
        if self._next() in ("'", '"'):
            value = decoded(self._take(r"\"[^\"]*\"?|'[^']*'?")[1:-1])
        else:
            value = self._take(r"[A-Za-z0-9.\-]*").lower()
            if self._next() and self._next() not in "> \n\t\r":
                raise _refused(f"Unexpected end of name token at byte offset {self._bytes(begins)}")
        if not self._next():
            raise _refused(f"Unclosed start tag {where}")
        return value

    def _end_tag(self) -> None:
        where = f"at byte offset {self._bytes(self.at)}"
        if not self.nested:
            raise _refused(f"Unexpected end tag {where}")
        self.at += 2
        name = self._take(r"[^\s>]*")
        self._take(r"\s*")
        if self._next() != ">":
            raise _refused(f"Unclosed end tag {where}")
        self.at += 1
        opened = self.nested.pop()
        if name and name.lower() != opened.tag:
            found = f'expected "</{opened.tag}>", found "</{name}>"'
            raise _refused(f"Unmatched end tag {where}, {found}")
        self._close(opened)

    def _close(self, opened: _Open) -> None:
        length = utf16(self.text) - opened.offset
        entity = _entity(opened, self.text[opened.begins :])
        if length and entity:
            self.entities.append({**entity, "offset": opened.offset, "length": length})

    def _take(self, pattern: str) -> str:
        found = re.compile(pattern).match(self.source, self.at)
        taken = found.group() if found else ""
        self.at += len(taken)
        return taken

    def _next(self) -> str:
        return self.source[self.at : self.at + 1]

    def _bytes(self, at: int) -> int:
        return len(self.source[:at].encode())


def parse_html(source: str) -> Formatted:
    """What a message in HTML says.

    Raises:
        ApiError: 400, "can't parse entities", with Telegram's reason.
    """
    return _Reader(source).read()


def decoded(text: str) -> str:
    """The text with the references that Telegram knows replaced; others stay as they are written."""
    return _REFERENCE.sub(_character, text)


def utf16(text: str) -> int:
    """The length in UTF-16 units, which Telegram counts in."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut_utf16(text: str, offset: int, length: int) -> str:
    """The part of a text that an entity covers."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def trimmed(formatted: Formatted) -> Formatted:
    """Without space at both ends; at most as many entities as a message keeps."""
    text = formatted.text.strip()
    before = utf16(formatted.text) - utf16(formatted.text.lstrip())
    moved = [_moved(entity, before, utf16(text)) for entity in formatted.entities]
    return Formatted(text, tuple(entity for entity in moved if entity["length"] > 0)[:MOST_ENTITIES])


def is_link(url: str) -> bool:
    """Whether Telegram takes it for a link: its host has a dot."""
    return bool(_LINK.fullmatch(url))


def _moved(entity: JSON, before: int, length: int) -> JSON:
    begins = min(max(entity["offset"] - before, 0), length)
    ends = min(max(entity["offset"] + entity["length"] - before, 0), length)
    return {**entity, "offset": begins, "length": ends - begins}


def _character(found: re.Match[str]) -> str:
    name = found.group().strip("&;")
    if not name.startswith("#"):
        return _NAMED.get(name, found.group())
    number = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    return html.unescape(f"&#{number};") if 0 < number < 0x10FFFF else found.group()


def _argument(tag: str, attributes: dict[str, str]) -> str:
    if tag == "blockquote":
        return "expandable" if "expandable" in attributes else ""
    if tag == "code":
        return attributes.get("class", "").partition("language-")[2]
    if tag == "span":
        return attributes.get("class", "").partition("tg-")[2]
    return attributes.get({"a": "href", "tg-emoji": "emoji-id"}.get(tag, ""), "")


def _entity(opened: _Open, inside: str) -> JSON | None:
    kind = KINDS[opened.tag]
    if kind == "text_link":
        url = opened.argument or inside
        return {"type": kind, "url": url} if is_link(url) else None
    if kind == "custom_emoji":
        if not opened.argument.isdecimal():
            raise _refused("Invalid custom emoji identifier specified")
        return {"type": kind, "custom_emoji_id": opened.argument}
    if kind == "blockquote" and opened.argument:
        return {"type": "expandable_blockquote"}
    return {"type": kind}


def _refused(reason: str) -> ApiError:
    return ApiError(400, f"Bad Request: can't parse entities: {reason}")
