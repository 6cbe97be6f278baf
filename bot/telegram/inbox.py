"""The way in: updates are written down before Telegram forgets them, and kept in order by chat."""

import asyncio
from collections.abc import Awaitable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import BaseUpdateProcessor

from bot.telegram.backend import Backend
from bot.telegram.bursts import Bursts
from retrieval.errors import MukhomukhiError

_AT_ONCE = 256  # updates under way; beyond that they wait in the queue
_handling: ContextVar[tuple[int, ...]] = ContextVar("handling", default=())


@contextmanager
def handling(update_ids: Sequence[int]) -> Iterator[None]:
    """While the block runs, what goes out answers these updates."""
    token = _handling.set(tuple(update_ids))
    try:
        yield
    finally:
        _handling.reset(token)


def handled_now() -> tuple[int, ...]:
    """The updates that whatever goes out now answers; empty after it was asked for once."""
    found = _handling.get()
    _handling.set(())
    return found


class Inbox(asyncio.Queue[object]):
    """PTB's queue of updates, on disk as well.

    PTB asks Telegram for the next updates, by which Telegram forgets these, or tells it that the
    webhook has them, only after ``put`` is done.

    Args:
        backend: with the memory.
    """

    def __init__(self, backend: Backend) -> None:
        super().__init__()
        self._backend = backend

    async def put(self, item: object) -> None:
        """Write an update down and queue it; one that is known already is passed over.

        Raises:
            TelegramError: it could not be written down; PTB asks for it again.
        """
        if isinstance(item, Update):
            updates = self._backend.memory.updates
            try:
                fresh = await self._backend.remember(updates.arrived, item.update_id, item.to_dict())
            except MukhomukhiError as error:  # PTB ends its polling on anything but its own errors
                raise TelegramError(f"An update could not be written down: {error}") from error
            if not fresh:
                return
        await super().put(item)

    def put_again(self, update: Update) -> None:
        """Queue an update that was written down before the last stop."""
        self.put_nowait(update)


class ChatLocks:
    """One lock for each chat, for as long as somebody holds or waits for it."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    def of(self, chat: int) -> asyncio.Lock:
        """The lock of a chat; who asks first gets it first."""
        lock = self._locks.get(chat)
        if lock is None:
            self._locks[chat] = lock = asyncio.Lock()
        return lock


class ChatOrder(BaseUpdateProcessor):
    """Chats side by side, the updates of each one after the other.

    Args:
        backend: with the memory, in which handled updates are ticked off.
        locks: of the chats.
        bursts: messages that are still being gathered; what follows in their chat waits for them.
    """

    def __init__(self, backend: Backend, locks: ChatLocks, bursts: Bursts) -> None:
        super().__init__(_AT_ONCE)
        self._backend, self._locks, self._bursts = backend, locks, bursts
        self._turns = ChatLocks()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Handle an update when those before it in its chat are handled."""
        if not isinstance(update, Update):
            await coroutine
            return
        chat = update.effective_chat
        if chat is None:
            await self._handle(update, coroutine)
            return
        # The turn is taken first: who waits for a burst to be answered keeps their place.
        async with self._turns.of(chat.id):
            if not self._bursts.takes(update):
                await self._bursts.hurry(chat.id)
            async with self._locks.of(chat.id):
                await self._handle(update, coroutine)

    async def _handle(self, update: Update, coroutine: Awaitable[Any]) -> None:
        with handling([update.update_id]):
            await coroutine
        if not self._bursts.holds(update.update_id):
            await self._backend.remember(self._backend.memory.updates.done, [update.update_id])

    async def initialize(self) -> None:
        """Nothing to set up."""

    async def shutdown(self) -> None:
        """Nothing to let go of."""
