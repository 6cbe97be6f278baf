"""People in chats: what they do, and what they see. Each act is an update for the bot."""

import time
from dataclasses import dataclass
from typing import Any

from fake_chats import member
from fake_entities import found_in, text_link
from fake_errors import BLOCKED, KICKED, NOT_STARTED, ApiError
from fake_inline import inline_content
from fake_messages import Message
from fake_params import Upload
from fake_view import PATIENCE, View
from fake_world import BOT_USERNAME, InlineQuery, Notice, Press

JSON = dict[str, Any]
PICTURE = b"\x89PNG\r\n\x1a\n a picture"


@dataclass(frozen=True)
class User:
    """A person."""

    id: int
    name: str
    language_code: str | None = None
    username: str | None = None

    def payload(self) -> JSON:
        """Telegram's User object."""
        known = {"username": self.username, "language_code": self.language_code}
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.name,
            **{name: value for name, value in known.items() if value},
        }


@dataclass(frozen=True)
class Seat(View):
    """One person in one chat: what they do there."""

    user: User

    def says(
        self,
        text: str,
        *,
        reply_to: Message | None = None,
        links: dict[str, str] | None = None,
        **more: Any,
    ) -> Message:
        """A text.

        Args:
            text: as typed; commands, mentions and links in it get their entities.
            reply_to: the message it answers.
            links: words of the text, and where they lead.
            more: fields of the Message object.
        """
        entities = [*found_in(text), *(text_link(text, *link) for link in (links or {}).items())]
        return self._posts({"text": text, **_listed("entities", entities), **more}, reply_to)

    def mentions(self, text: str, *, reply_to: Message | None = None) -> Message:
        """A text that begins with the bot's name."""
        return self.says(f"@{BOT_USERNAME} {text}", reply_to=reply_to)

    def edits(self, message: Message, text: str) -> Message:
        """Another text, or another caption, in an own message."""
        captioned = "caption" in message.payload
        content = _captioned(text) if captioned else {"text": text, **_listed("entities", found_in(text))}
        dropping = ("text", "entities", "caption", "caption_entities")
        with self.world.changed:
            revised = self.world.revise(self.chat, message, content, dropping=dropping)
            self._tell("edited_message", revised)
            return revised

    def deletes(self, message: Message) -> None:
        """A message is gone; the bot isn't told."""
        with self.world.changed:
            self.chat.deleted.add(message.id)

    def forwards(
        self,
        text: str,
        *,
        from_channel: str | None = None,
        from_user: str | None = None,
        caption: bool = False,
    ) -> Message:
        """A post from somewhere else, a picture with a caption or a text.

        Args:
            text: of the post.
            from_channel: the title of the channel it is from.
            from_user: the name of the person it is from, who hides their account.
            caption: whether it is a picture with the text under it.
        """
        origin: JSON = {"forward_origin": _origin(from_channel, from_user)}
        if caption:
            return self.sends_photo(text, **origin)
        return self.says(text, **origin)

    def sends_photo(
        self, caption: str = "", content: bytes = PICTURE, *, reply_to: Message | None = None, **more: Any
    ) -> Message:
        """A picture."""
        return self._posts({**self._picture(caption, content), **more}, reply_to)

    def sends_document(
        self, name: str, content: bytes, caption: str = "", *, reply_to: Message | None = None
    ) -> Message:
        """A file."""
        with self.world.changed:
            stored = self.world.store(Upload(name, content, "application/octet-stream"))
        return self._posts({"document": {**stored, "file_name": name}, **_captioned(caption)}, reply_to)

    def sends(self, reply_to: Message | None = None, **content: Any) -> Message:
        """Any other message: the fields of the Message object (``sticker``, ``voice``, ``location``)."""
        return self._posts(content, reply_to)

    def presses(self, message: Message, named: str) -> Press:
        """A button under a message, by what it says or by its data; parts of them do.

        A message that is no longer as in hand is pressed as it stands now.
        """
        now = self.now(message) or message
        button = now.button(named)
        if button.action != "callback_data":
            raise AssertionError(f"{button} isn't answered by the bot")
        with self.world.changed:
            press = Press(f"press-{self.world.fresh()}", self.id, f"{self.user.name} presses [{button.text}]")
            return self._pressed(press, now, button.value)

    def presses_data(self, message: Message, data: str, *, old: bool = False) -> Press:
        """A press with data that no button has: a forged press, a button of last year.

        ``old``: the message is so old that Telegram shows the bot nothing of it but its id.
        """
        with self.world.changed:
            press = Press(f"press-{self.world.fresh()}", self.id, f"{self.user.name} presses <{data}>")
            gone = {"chat": self.chat.payload, "message_id": message.id, "date": 0}
            shown = Message(gone, message.at, message.changed) if old else message
            return self._pressed(press, shown, data)

    def wait_for_notice(self, press: Press, timeout: float = PATIENCE) -> Notice:
        """What the bot answers to a press."""
        return self.waits(lambda: press.notice, timeout, f"{press.label}: no answer")

    def inline(self, text: str, offset: str = "") -> InlineQuery:
        """The bot's name and a question, typed in this chat."""
        with self.world.changed:
            query = InlineQuery(f"query-{self.world.fresh()}", self.user.id, text)
            self.world.queries[query.id] = query
            kind = self.chat.payload["type"]
            kind = "sender" if kind == "private" and not self.chat.outside else kind
            payload = {"id": query.id, "from": self.user.payload(), "query": text, "offset": offset}
            self.world.tell("inline_query", {**payload, "chat_type": kind})
            return query

    def wait_for_results(self, query: InlineQuery, timeout: float = PATIENCE) -> list[JSON]:
        """What the bot offers to pick."""

        def found() -> list[JSON] | None:
            return None if query.answer is None else query.results

        return self.waits(found, timeout, f"no answer to the inline query {query.text!r}")

    def chooses(self, query: InlineQuery, named: str) -> Message:
        """One of the results, by its title or id; it becomes a message of this person in this chat."""
        result = next(r for r in query.results if named in (r["title"], r["id"]))
        content = inline_content(result)
        with self.world.changed:
            message = self.world.post(self.chat, self.user.payload(), {**content, "via_bot": self.world.bot})
            chosen = {"result_id": result["id"], "from": self.user.payload(), "query": query.text}
            if "reply_markup" in content:
                chosen["inline_message_id"] = f"inline-{message.id}"
                self.world.inline[f"inline-{message.id}"] = message
            self.world.tell("chosen_inline_result", chosen)
            if not self.chat.outside:  # a bot in the chat gets what was sent through it
                self.world.tell("message", message.payload)
            return message

    def blocks(self) -> None:
        """The bot, which can't write here any more."""
        self._membership("member", "kicked", ApiError(403, BLOCKED))

    def unblocks(self) -> None:
        """The bot, which can write here again."""
        self._membership("kicked", "member", None)

    def adds_bot(self, status: str = "member") -> None:
        """The bot, to this group."""
        self._membership("left", status, None)

    def promotes_bot(self) -> None:
        """The bot becomes an administrator of this group."""
        self._membership("member", "administrator", None)

    def kicks_bot(self) -> None:
        """The bot, from this group."""
        self._membership("member", "kicked", ApiError(403, KICKED))

    def _membership(self, before: str, after: str, refusal: ApiError | None) -> None:
        with self.world.changed:
            bot_id = int(self.world.bot["id"])
            self.chat.refusal, self.chat.members[bot_id] = refusal, after
            change = {
                "chat": self.chat.payload,
                "from": self.user.payload(),
                "date": int(time.time()),
                "old_chat_member": member(self.world, self.chat, bot_id, before),
                "new_chat_member": member(self.world, self.chat, bot_id, after),
            }
            self.world.tell("my_chat_member", change)

    def _picture(self, caption: str, content: bytes) -> JSON:
        with self.world.changed:
            stored = self.world.store(Upload("photo.png", content, "image/png"))
        return {"photo": [{**stored, "width": 90, "height": 60}], **_captioned(caption)}

    def _posts(self, content: JSON, reply_to: Message | None = None) -> Message:
        with self.world.changed:
            if self.chat.refusal and self.chat.refusal.description == NOT_STARTED:
                self.chat.refusal = None
            if reply_to is not None:
                answered = (self.chat.messages.get(reply_to.id) or reply_to).payload
                content["reply_to_message"] = {k: v for k, v in answered.items() if k != "reply_to_message"}
            message = self.world.post(self.chat, self.user.payload(), content)
            self._tell("message", message)
            return message

    def _tell(self, kind: str, message: Message) -> None:
        if not self.chat.outside and (not self.chat.privacy or _concerns_bot(message)):
            self.world.tell(kind, message.payload)

    def _pressed(self, press: Press, message: Message, data: str) -> Press:
        self.world.presses[press.id] = press
        self.chat.events.append(press)
        inline_id = f"inline-{message.id}"
        where = (
            {"inline_message_id": inline_id}
            if inline_id in self.world.inline
            else {"message": message.payload}
        )
        head = {"id": press.id, "from": self.user.payload(), "chat_instance": f"chat-{self.id}"}
        self.world.tell("callback_query", {**head, **where, "data": data})
        return press


def _concerns_bot(message: Message) -> bool:
    commands = message.parts("bot_command")
    mine = any("@" not in command or command.endswith(f"@{BOT_USERNAME}") for command in commands)
    named = f"@{BOT_USERNAME}" in message.parts("mention")
    answered = message.payload.get("reply_to_message", {}).get("from", {}).get("is_bot", False)
    return bool(mine or named or answered)


def _captioned(caption: str) -> JSON:
    return {"caption": caption, **_listed("caption_entities", found_in(caption))} if caption else {}


def _listed(name: str, entities: list[JSON]) -> JSON:
    return {name: entities} if entities else {}


def _origin(channel: str | None, user: str | None) -> JSON:
    now = int(time.time())
    if channel is None:
        return {"type": "hidden_user", "sender_user_name": user or "Someone", "date": now}
    chat = {"id": -1_009_000_000_001, "type": "channel", "title": channel}
    return {"type": "channel", "chat": chat, "message_id": 77, "date": now}
