"""Everybody and everything the bot can meet: people, chats, messages, presses, queries, files.

The state of the fake behind one lock. It does not know the methods of the API, nor HTTP.
"""

import threading
import time
from dataclasses import dataclass, field
from typing import Any

from fake_errors import NOT_STARTED, ApiError
from fake_messages import Message
from fake_params import Upload
from fake_updates import Updates

JSON = dict[str, Any]
BOT_ID = 123
BOT_USERNAME = "mukhomukhi_test_bot"


@dataclass(frozen=True)
class Call:
    """One call of the bot.

    Attributes:
        at: when it came, on the monotonic clock.
        response: as it was sent, or would have been, had the connection not been dropped.
    """

    method: str
    params: JSON
    at: float
    response: JSON

    @property
    def ok(self) -> bool:
        """Whether it did what was asked."""
        return bool(self.response.get("ok"))


@dataclass(frozen=True)
class Notice:
    """What a person sees after a press: a line at the top, or a window to close."""

    text: str
    alert: bool
    url: str | None = None


@dataclass
class Press:
    """A button that somebody pressed.

    Attributes:
        notice: None until the bot answers; its text is empty where the bot only ends the waiting.
    """

    id: str
    chat_id: int
    label: str
    notice: Notice | None = None


@dataclass
class InlineQuery:
    """What somebody typed after the bot's name.

    Attributes:
        answer: the parameters of the bot's answer; None until it comes.
    """

    id: str
    user_id: int
    text: str
    answer: JSON | None = None

    @property
    def results(self) -> list[JSON]:
        """What the bot offers to pick."""
        return list((self.answer or {}).get("results", []))


@dataclass
class Chat:
    """A conversation.

    Attributes:
        refusal: why the bot can't write here now.
        events: what happened, in order: ids of messages, or lines about presses.
        everything: every version of every message, in order.
        privacy: whether the bot gets only what concerns it.
        outside: whether the bot isn't in it, and only comes in inline.
    """

    payload: JSON
    refusal: ApiError | None = None
    members: dict[int, str] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    deleted: set[int] = field(default_factory=set)
    events: list[int | Press] = field(default_factory=list)
    everything: list[Message] = field(default_factory=list)
    privacy: bool = False
    outside: bool = False

    @property
    def id(self) -> int:
        """Positive for a person, negative for a group."""
        return int(self.payload["id"])

    @property
    def current(self) -> list[Message]:
        """What stands in the chat now, in order."""
        return [self.messages[i] for i in sorted(self.messages) if i not in self.deleted]


class World:
    """The state, and how it changes. Hold ``changed`` while you look at it or change it."""

    def __init__(self) -> None:
        self.changed = threading.Condition(threading.RLock())
        self.bot: JSON = {
            "id": BOT_ID,
            "is_bot": True,
            "first_name": "মুখোমুখি",
            "username": BOT_USERNAME,
        }
        self.users: dict[int, JSON] = {}
        self.chats: dict[int, Chat] = {}
        self.presses: dict[str, Press] = {}
        self.queries: dict[str, InlineQuery] = {}
        self.inline: dict[str, Message] = {}
        self.files: dict[str, Upload] = {}
        self.profile: dict[tuple[str, ...], Any] = {}
        self.webhook: JSON = {}
        self.updates = Updates()
        self.calls: list[Call] = []
        self.begun: dict[str, int] = {}
        self.in_flight = 0
        self.last_call = time.monotonic()
        self._ids = 0

    def fresh(self) -> int:
        """An id that nothing else has, higher than those before."""
        self._ids += 1
        return self._ids

    def private(self, user_id: int) -> Chat:
        """The chat of a person with the bot; the bot can't write there before they did."""
        if user_id not in self.chats:
            user = self.users[user_id]
            named: JSON = {k: user[k] for k in ("first_name", "username") if k in user}
            self.chats[user_id] = Chat(
                {"id": user_id, "type": "private", **named}, refusal=ApiError(403, NOT_STARTED)
            )
        return self.chats[user_id]

    def post(self, chat: Chat, sender: JSON, content: JSON) -> Message:
        """A new message in a chat."""
        now = time.monotonic()
        head: JSON = {"message_id": self.fresh(), "date": int(time.time()), "chat": chat.payload}
        message = Message({**head, "from": sender, **content}, now, now)
        chat.messages[message.id] = message
        chat.events.append(message.id)
        chat.everything.append(message)
        self.changed.notify_all()
        return message

    def revise(self, chat: Chat, message: Message, content: JSON, *, dropping: tuple[str, ...]) -> Message:
        """A new version of a message: without some fields of the old one, with others."""
        kept = {key: value for key, value in message.payload.items() if key not in dropping}
        payload = {**kept, **content, "edit_date": int(time.time())}
        revised = Message(payload, message.at, time.monotonic())
        chat.messages[message.id] = revised
        chat.everything.append(revised)
        self.changed.notify_all()
        return revised

    def tell(self, kind: str, payload: JSON) -> int | None:
        """An update for the bot."""
        update_id = self.updates.add(kind, payload)
        self.changed.notify_all()
        return update_id

    def store(self, upload: Upload) -> JSON:
        """Keep a file; what the Bot API says of it."""
        file_id = f"file-{self.fresh()}"
        self.files[file_id] = upload
        return {
            "file_id": file_id,
            "file_unique_id": f"unique-{file_id}",
            "file_size": len(upload.content),
        }
