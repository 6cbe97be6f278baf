"""A chat as those in it see it, and waiting for what the bot does there."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from fake_messages import Message
from fake_transcript import rendered
from fake_world import Chat, World

T = TypeVar("T")
PATIENCE = 20.0


@dataclass(frozen=True)
class View:
    """A chat as those in it see it."""

    world: World
    chat: Chat

    @property
    def id(self) -> int:
        """Of the chat."""
        return self.chat.id

    @property
    def messages(self) -> list[Message]:
        """What stands there now, in order."""
        with self.world.changed:
            return self.chat.current

    @property
    def replies(self) -> list[Message]:
        """What the bot wrote and did not delete, in order."""
        return [message for message in self.messages if message.by_bot]

    @property
    def versions(self) -> list[Message]:
        """Every version of every message that ever stood there, in order of time."""
        with self.world.changed:
            return list(self.chat.everything)

    def answers_to(self, message: Message) -> list[Message]:
        """What the bot wrote in answer to a message, in order."""
        return [reply for reply in self.replies if reply.reply_to == message.id]

    def now(self, message: Message) -> Message | None:
        """The message as it stands now; None when it was deleted."""
        with self.world.changed:
            return None if message.id in self.chat.deleted else self.chat.messages[message.id]

    def conversation(self) -> str:
        """All of it as readable text."""
        with self.world.changed:
            return rendered(self.chat)

    def wait_for_reply(
        self, after: Message | None = None, timeout: float = PATIENCE, *, holding: str = ""
    ) -> Message:
        """The first message of the bot after another (after all, without one), as it stands then.

        Args:
            after: a message; None takes the bot's first message in the chat.
            timeout: in seconds.
            holding: words that it holds; the wait goes on until it does.
        """
        least = after.id if after else 0

        def found() -> Message | None:
            fit = (m for m in self.chat.current if m.by_bot and m.id > least and holding in m.text)
            return next(fit, None)

        return self.waits(found, timeout, f"no reply of the bot after message {least}")

    def wait_for_edit(self, message: Message, timeout: float = PATIENCE, *, holding: str = "") -> Message:
        """A newer version of a message than the one in hand."""

        def found() -> Message | None:
            now = self.chat.messages[message.id]
            return now if now.changed > message.changed and holding in now.text else None

        return self.waits(found, timeout, f"message {message.id} was not edited")

    def wait_for_deletion(self, message: Message, timeout: float = PATIENCE) -> None:
        """Until the bot deleted a message."""
        self.waits(
            lambda: True if message.id in self.chat.deleted else None,
            timeout,
            f"message {message.id} was not deleted",
        )

    def waits(self, found: Callable[[], T | None], timeout: float, otherwise: str) -> T:
        """Until there is something.

        Raises:
            AssertionError: there was nothing in time: what did not happen, and the conversation.
        """
        ends = time.monotonic() + timeout
        with self.world.changed:
            while (result := found()) is None:
                left = ends - time.monotonic()
                if left <= 0 or not self.world.changed.wait(left):
                    raise AssertionError(f"{otherwise} in {timeout} s:\n{rendered(self.chat)}")
            return result
