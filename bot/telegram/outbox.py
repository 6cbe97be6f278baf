"""The way out: Telegram's limits kept, what failed on the way sent again, one chat's trouble its own.

What may have arrived is never sent again: nothing is said twice.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

import httpx
from telegram.error import BadRequest, ChatMigrated, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.ext import AIORateLimiter

from bot.telegram.backend import Backend
from bot.telegram.inbox import handled_now

_PAUSES_S = (1, 2, 4, 8, 15, 30)  # between tries, while the network or Telegram is down
_LONGEST_WAIT_S = 120  # that Telegram may ask for; a longer one is not waited for
_SILENT = frozenset({"sendChatAction"})
_SPEAKS = ("send", "edit", "answer", "copy", "forward")
_log = logging.getLogger(__name__)
Callback = Callable[..., Coroutine[Any, Any, Any]]


class Outbox(AIORateLimiter):
    """PTB's limiter, with tries again.

    Its own tries are not used: they make every chat wait for the one that was told to.

    Args:
        backend: with the memory, in which updates that are being answered are marked.
    """

    def __init__(self, backend: Backend) -> None:
        super().__init__(max_retries=0)
        self._backend = backend

    async def process_request(
        self,
        callback: Callback,
        args: Any,  # noqa: ANN401  # the base class's signature
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:  # noqa: ANN401
        """Send one request, again where it surely did not arrive."""
        if endpoint in _SILENT:  # not worth a place in a chat's limit, nor another try
            return await callback(*args, **kwargs)
        await self._mark(endpoint)
        for pause in (*_PAUSES_S, None):
            try:
                return await super().process_request(callback, args, kwargs, endpoint, data, rate_limit_args)
            except ChatMigrated as error:
                await self._move(data, error)
            except TelegramError as error:
                wait = _wait(error, pause)
                if wait is None:
                    raise
                _log.info("%s failed (%s), again in %s s", endpoint, type(error).__name__, wait)
                await asyncio.sleep(wait)
        return None  # the last pause is None: it raised

    async def _mark(self, endpoint: str) -> None:
        """Note, before the first word goes out, that the updates at hand are being answered."""
        if not endpoint.startswith(_SPEAKS):
            return
        if updates := handled_now():
            await self._backend.remember(self._backend.memory.updates.answering, updates)

    async def _move(self, data: dict[str, Any], error: ChatMigrated) -> None:
        """The group has become another chat: from now on it is meant."""
        old, new = int(data["chat_id"]), error.new_chat_id
        data["chat_id"] = new
        await self._backend.remember(self._backend.memory.move, old, new)


def _wait(error: TelegramError, pause: int | None) -> float | None:
    """How long to wait before the next try; None where there is to be none."""
    if pause is None:
        return None
    if isinstance(error, RetryAfter):
        asked = error.retry_after
        seconds = asked if isinstance(asked, int) else asked.total_seconds()
        return seconds + 0.1 if seconds <= _LONGEST_WAIT_S else None
    return pause if _did_not_arrive(error) else None


def _did_not_arrive(error: TelegramError) -> bool:
    """Whether Telegram surely did nothing: it was not reached, or said that it failed."""
    if isinstance(error, BadRequest | TimedOut) or not isinstance(error, NetworkError):
        return False
    cause = error.__cause__
    return isinstance(cause, httpx.ConnectError) or not isinstance(cause, httpx.HTTPError)
