"""Messages that somebody writes in quick succession, gathered until a moment of quiet.

People write "bhai", "ekta kotha", and then the question; they forward a post with a word before it; an
album of pictures comes as several messages. It gathers; what the messages mean together
is for ``posts``.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from telegram import Update
from telegram.ext.filters import StatusUpdate

_LONGEST_S = 6.0  # from the first message on
_MOST = 12
Answer = Callable[[list[Update]], Awaitable[None]]
Spawn = Callable[[Coroutine[Any, Any, None]], object]


@dataclass
class _Burst:
    started: float
    last: float
    updates: list[Update] = field(default_factory=list)
    hurry: asyncio.Event = field(default_factory=asyncio.Event)
    done: asyncio.Event = field(default_factory=asyncio.Event)


class Bursts:
    """The bursts that are being gathered, one a chat.

    Args:
        quiet_s: seconds without a message that end a burst.
    """

    def __init__(self, quiet_s: float) -> None:
        self._quiet_s = quiet_s
        self._open: dict[int, _Burst] = {}
        self._held: set[int] = set()

    @staticmethod
    def takes(update: Update) -> bool:
        """Whether an update is a message of the kind that is gathered: to the bot alone, no command."""
        message = update.message
        return (
            message is not None
            and message.chat.type == "private"
            and not (message.text or "").startswith("/")
            and message.via_bot is None
            and not StatusUpdate.ALL.check_update(update)
        )

    def holds(self, update_id: int) -> bool:
        """Whether an update waits in a burst."""
        return update_id in self._held

    def add(self, update: Update, answer: Answer, spawn: Spawn) -> None:
        """Put a message to those that came just before it.

        Args:
            update: one that ``takes`` takes.
            answer: called with all updates of the burst once it is over.
            spawn: runs a coroutine in the background.
        """
        chat = update.message.chat.id if update.message else 0
        now = asyncio.get_running_loop().time()
        burst = self._open.get(chat)
        if burst is None:
            burst = self._open[chat] = _Burst(now, now)
            spawn(self._gather(chat, burst, answer))
        burst.last = now
        burst.updates.append(update)
        self._held.add(update.update_id)
        if len(burst.updates) >= _MOST:
            burst.hurry.set()

    async def hurry(self, chat: int) -> None:
        """End a chat's burst now, and wait until it is answered."""
        if burst := self._open.get(chat):
            burst.hurry.set()
            await burst.done.wait()

    async def finish(self) -> None:
        """End every burst now, and wait until all are answered."""
        for chat in list(self._open):
            await self.hurry(chat)

    async def _gather(self, chat: int, burst: _Burst, answer: Answer) -> None:
        try:
            await self._silence(burst)
            del self._open[chat]
            await answer(burst.updates)
        finally:
            self._held.difference_update(update.update_id for update in burst.updates)
            burst.done.set()

    async def _silence(self, burst: _Burst) -> None:
        loop = asyncio.get_running_loop()
        while not burst.hurry.is_set():
            left = min(burst.last + self._quiet_s, burst.started + _LONGEST_S) - loop.time()
            if left <= 0:
                return
            try:
                await asyncio.wait_for(burst.hurry.wait(), left)
            except TimeoutError:
                continue
