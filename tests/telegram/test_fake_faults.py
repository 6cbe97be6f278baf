"""What goes wrong on demand reaches the client as it would from Telegram."""

import asyncio
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from fake_api import FakeTelegram
from fake_client import Ask, refused, updates
from fake_people import Seat
from telegram import Bot
from telegram.error import ChatMigrated, Forbidden, NetworkError, RetryAfter, TimedOut

pytest_plugins = ["fake_fixtures"]


def test_a_flood(telegram: FakeTelegram, rahim: Seat, ask: Ask) -> None:
    """A 429 tells how long to wait, for so many calls, and nothing is sent."""
    telegram.fail_next("sendMessage", 429, retry_after=3)
    with pytest.raises(RetryAfter) as flood:
        ask(lambda bot: bot.send_message(11, "x"))
    assert flood.value.retry_after == timedelta(seconds=3)
    assert rahim.replies == []
    ask(lambda bot: bot.send_message(11, "x"))
    assert [call.ok for call in telegram.called("sendMessage")] == [False, True]


def test_one_chat_fails(telegram: FakeTelegram, rahim: Seat, ask: Ask) -> None:
    """A fault for one chat leaves the others alone."""
    other = telegram.private(telegram.user(12, "Karima"))
    other.says("/start")
    telegram.fail_next("sendMessage", 400, times=None, chat_id=11)
    for _ in range(2):
        with refused("chat not found"):
            ask(lambda bot: bot.send_message(11, "x"))
    ask(lambda bot: bot.send_message(12, "x"))
    telegram.heal()
    ask(lambda bot: bot.send_message(11, "x"))
    assert (len(rahim.replies), len(other.replies)) == (1, 1)


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ({"status": 403}, Forbidden),
        ({"status": 500}, NetworkError),
        ({"status": 502}, NetworkError),
        ({"status": 400, "migrate_to_chat_id": -100_7}, ChatMigrated),
    ],
)
@pytest.mark.usefixtures("rahim")
def test_errors_on_demand(
    telegram: FakeTelegram, ask: Ask, fault: dict[str, Any], error: type[Exception]
) -> None:
    """Each kind of error reaches the client as what it is."""
    telegram.fail_next("sendMessage", **fault)
    with pytest.raises(error):
        ask(lambda bot: bot.send_message(11, "x"))


def test_a_dropped_connection(telegram: FakeTelegram, rahim: Seat, ask: Ask) -> None:
    """The client gets no answer, whether or not the message was sent."""
    telegram.drop("sendMessage")
    telegram.drop("sendMessage", done=True)
    for text in ("lost", "sent"):
        with pytest.raises(NetworkError):
            ask(partial(Bot.send_message, chat_id=11, text=text))
    assert [message.text for message in rahim.replies] == ["sent"]


def test_a_slow_answer(telegram: FakeTelegram, rahim: Seat, ask: Ask) -> None:
    """The client gives up, and the message is there all the same."""
    telegram.slow("sendMessage", 3)
    with pytest.raises(TimedOut):
        ask(lambda bot: bot.send_message(11, "x"))
    assert len(rahim.replies) == 1


def test_an_outage(telegram: FakeTelegram, rahim: Seat, ask: Ask) -> None:
    """Connections are cut and refused, then taken again at the same address."""

    async def lives(bot: Bot) -> None:
        await bot.send_message(11, "before")
        waiting = asyncio.create_task(updates(bot, offset=-1 + 2**40, timeout=30))
        await asyncio.sleep(0.2)
        telegram.outage()
        with pytest.raises(NetworkError):
            await waiting
        with pytest.raises(NetworkError, match="ConnectError"):
            await bot.send_message(11, "during")
        telegram.restore()
        await bot.send_message(11, "after")

    ask(lives)
    assert [message.text for message in rahim.replies] == ["before", "after"]


def test_telegrams_limits(telegram: FakeTelegram, rahim: Seat, ask: Ask) -> None:
    """Too much in a second, or in a minute to a group, is a flood; editing is free."""
    group = telegram.group(-100_1, "Newsroom")
    telegram.limits(overall=3, group=2)

    async def sends(bot: Bot) -> None:
        for text in ("one", "two"):
            sent = await bot.send_message(-100_1, text)
        await bot.edit_message_text("edited", -100_1, sent.message_id)
        with refused("retry in 0:01:00", RetryAfter):
            await bot.send_message(-100_1, "three")
        await bot.send_message(11, "one")
        with refused("retry in 0:00:01", RetryAfter):
            await bot.send_message(11, "two")

    ask(sends)
    assert (len(group.replies), len(rahim.replies)) == (2, 1)
