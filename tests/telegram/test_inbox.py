import asyncio
from collections.abc import Callable
from types import SimpleNamespace
from typing import cast

import pytest
from telegram import Update
from telegram.error import TelegramError

from bot.telegram.backend import Backend
from bot.telegram.inbox import Inbox
from retrieval.errors import BadSetting

UPDATE = Update(7)


def inbox_on(arrived: Callable[..., bool]) -> Inbox:
    """An inbox whose memory does with an update what is given."""

    async def remember(call: Callable[..., bool], *given: object) -> bool:
        return call(*given)

    memory = SimpleNamespace(updates=SimpleNamespace(arrived=arrived))
    return Inbox(cast(Backend, SimpleNamespace(memory=memory, remember=remember)))


def put_into(inbox: Inbox) -> int:
    """Put an update in; how many wait then."""

    async def put() -> int:
        await inbox.put(UPDATE)
        return inbox.qsize()

    return asyncio.run(put())


def test_a_known_update_is_passed_over() -> None:
    """An update waits once, however often Telegram sends it."""
    assert put_into(inbox_on(lambda *_: True)) == 1
    assert put_into(inbox_on(lambda *_: False)) == 0


def test_a_full_disk_does_not_end_the_polling() -> None:
    """What cannot be written down is an error of PTB's own kind, upon which it asks again."""

    def full(*_: object) -> bool:
        raise BadSetting("The database cannot be used (disk full).")

    with pytest.raises(TelegramError, match="could not be written down: The database cannot be used"):
        put_into(inbox_on(full))
