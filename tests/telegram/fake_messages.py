"""A message as a reader sees it at one moment, over the object that the Bot API shows."""

from dataclasses import dataclass
from typing import Any

from fake_html import cut_utf16
from fake_markup import Button, buttons_of

JSON = dict[str, Any]


@dataclass(frozen=True)
class Link:
    """Words of a message that lead somewhere."""

    label: str
    url: str


@dataclass(frozen=True)
class Message:
    """One version of a message; an edit makes another.

    Attributes:
        payload: Telegram's Message object.
        at: when it was sent, on the monotonic clock.
        changed: when this version came, on the monotonic clock.
    """

    payload: JSON
    at: float
    changed: float

    @property
    def id(self) -> int:
        """Within its chat."""
        return int(self.payload["message_id"])

    @property
    def chat_id(self) -> int:
        """Of its chat; 0 for a message that was sent inline, whose chat the bot doesn't learn."""
        return int(self.payload.get("chat", {}).get("id", 0))

    @property
    def text(self) -> str:
        """Plain: the text or the caption without tags."""
        return str(self.payload.get("text", self.payload.get("caption", "")))

    @property
    def entities(self) -> tuple[JSON, ...]:
        """Of the text or the caption."""
        return tuple(self.payload.get("entities") or self.payload.get("caption_entities") or ())

    @property
    def sender(self) -> str:
        """The name of who sent it."""
        return str(self.payload.get("from", {}).get("first_name", ""))

    @property
    def by_bot(self) -> bool:
        """Whether the bot wrote it."""
        return bool(self.payload.get("from", {}).get("is_bot", False))

    @property
    def edited(self) -> bool:
        """Whether it was changed after it was sent."""
        return "edit_date" in self.payload

    @property
    def reply_to(self) -> int | None:
        """The id of the message it answers."""
        found = self.payload.get("reply_to_message", {}).get("message_id")
        return None if found is None else int(found)

    @property
    def buttons(self) -> tuple[tuple[Button, ...], ...]:
        """Rows of buttons under it."""
        return buttons_of(self.payload.get("reply_markup"))

    @property
    def labels(self) -> tuple[tuple[str, ...], ...]:
        """Rows of what the buttons say."""
        return tuple(tuple(button.text for button in row) for row in self.buttons)

    @property
    def links(self) -> tuple[Link, ...]:
        """The words that lead somewhere, in order."""
        return tuple(
            Link(cut_utf16(self.text, e["offset"], e["length"]), e["url"])
            for e in self.entities
            if e["type"] == "text_link"
        )

    def parts(self, *kinds: str) -> tuple[str, ...]:
        """The words under entities of these kinds (``bold``, ``expandable_blockquote``, ...), in order."""
        found = [e for e in self.entities if e["type"] in kinds]
        return tuple(cut_utf16(self.text, e["offset"], e["length"]) for e in found)

    def button(self, named: str) -> Button:
        """The button with a label or data; the only one whose label or data holds it, otherwise.

        Raises:
            AssertionError: none or several are so named.
        """
        every = [button for row in self.buttons for button in row]
        exact = [button for button in every if named in (button.text, button.value)]
        found = exact or [b for b in every if named in b.text or named in str(b.value)]
        if len(found) != 1:
            raise AssertionError(
                f"{len(found)} buttons named {named!r} among {self.labels} under {self.text!r}"
            )
        return found[0]
