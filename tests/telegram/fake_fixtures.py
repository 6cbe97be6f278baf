"""Fixtures of the tests against the fake Telegram: ``pytest_plugins = ["fake_fixtures"]``."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import pytest
from fake_api import FakeTelegram
from fake_client import bot_at
from fake_people import Seat
from telegram import Bot


@pytest.fixture
def telegram() -> Iterator[FakeTelegram]:
    """A Telegram without people."""
    with FakeTelegram() as running:
        yield running


@pytest.fixture
def rahim(telegram: FakeTelegram) -> Seat:
    """Rahim alone with the bot, which he has started."""
    seat = telegram.private(telegram.user(11, "Rahim", "bn", "rahim"))
    seat.says("/start")
    return seat


@pytest.fixture
def ask(
    telegram: FakeTelegram, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Callable[[Bot], Coroutine[Any, Any, Any]]], Any]:
    """Runs something with a bot of python-telegram-bot."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # without it python-telegram-bot 22 warns at each 429

    def asks(what: Callable[[Bot], Coroutine[Any, Any, Any]]) -> Any:
        async def run() -> Any:
            async with bot_at(telegram.url) as bot:
                return await what(bot)

        return asyncio.run(run())

    return asks
