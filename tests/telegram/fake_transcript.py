"""A conversation as readable text: who, what it says now, the buttons, the presses."""

from fake_markup import Button
from fake_messages import Message
from fake_world import Chat, Press

INDENT = "    "
MARKS = {
    "url": " ↗",
    "switch_inline_query": " ⇒",
    "switch_inline_query_current_chat": " ⇒",
    "copy_text": " ⧉",
}
QUOTES = ("blockquote", "expandable_blockquote")


def rendered(chat: Chat) -> str:
    """Everything that happened in a chat, in order, with messages as they stand now."""
    return "\n\n".join(_event(chat, event) for event in chat.events) + "\n"


def rendered_message(message: Message) -> str:
    """One message, as it stands."""
    lines = [*_media(message), *_quoted(message).splitlines()]
    lines += [" ".join(f"[{_label(button)}]" for button in row) for row in message.buttons]
    head = message.sender + (" (bot)" if message.by_bot else "")
    head += ", answering " + _short(message) if message.reply_to is not None else ""
    head += ", edited" if message.edited else ""
    return "\n".join([head, *(f"{INDENT}{line}".rstrip() for line in lines)])


def _event(chat: Chat, event: int | Press) -> str:
    if isinstance(event, Press):
        return "\n".join([event.label, *_notice(event)])
    if event in chat.deleted:
        return f"{chat.messages[event].sender}\n{INDENT}(deleted)"
    return rendered_message(chat.messages[event])


def _notice(press: Press) -> list[str]:
    if press.notice is None or not press.notice.text:
        return []
    kind = "window" if press.notice.alert else "notice"
    return [f"{INDENT}{kind}: {line}" for line in press.notice.text.splitlines()]


def _quoted(message: Message) -> str:
    """The text with a mark before each line of a quotation; two where it is folded."""
    units = message.text.encode("utf-16-le")
    marked = {
        e["offset"]: "> " if e["type"] == QUOTES[0] else ">> "
        for e in message.entities
        if e["type"] in QUOTES
    }
    ends = {e["offset"]: e["offset"] + e["length"] for e in message.entities if e["type"] in QUOTES}
    shown, at = "", 0
    for begins in sorted(marked):
        inside = _units(units, begins, ends[begins])
        mark = marked[begins]
        shown += _units(units, at, begins) + "\n".join(mark + line for line in inside.split("\n"))
        at = ends[begins]
    return shown + _units(units, at, len(units) // 2)


def _units(units: bytes, begins: int, ends: int) -> str:
    return units[2 * begins : 2 * ends].decode("utf-16-le", "replace")


def _media(message: Message) -> list[str]:
    if "document" in message.payload:
        return [f"(file {message.payload['document'].get('file_name', '')})"]
    known = ("photo", "sticker", "voice", "video", "location", "migrate_to_chat_id", "migrate_from_chat_id")
    return [f"({kind})" for kind in known if kind in message.payload]


def _label(button: Button) -> str:
    return button.text + MARKS.get(button.action, "")


def _short(message: Message) -> str:
    answered = message.payload["reply_to_message"]
    text = str(answered.get("text", answered.get("caption", "…"))).split("\n")[0]
    return f"“{text[:30]}…”" if len(text) > 30 else f"“{text}”"
