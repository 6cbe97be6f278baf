"""A real client of the Bot API, python-telegram-bot's, for the tests of the fake."""

import re
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from fake_api import TOKEN
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import BadRequest
from telegram.request import HTTPXRequest

Ask = Callable[[Callable[[Bot], Coroutine[Any, Any, Any]]], Any]
KINDS = [
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "chosen_inline_result",
    "my_chat_member",
]
READ_TIMEOUT = 2
MORE = InlineKeyboardButton("আরও", callback_data="more:1")


def bot_at(url: str) -> Bot:
    """A client of a Bot API; nothing of the environment's proxies."""
    polls, calls = (
        HTTPXRequest(httpx_kwargs={"trust_env": False}, read_timeout=READ_TIMEOUT) for _ in range(2)
    )
    return Bot(TOKEN, f"{url}/bot", f"{url}/file/bot", request=calls, get_updates_request=polls)


def updates(bot: Bot, **more: Any) -> Coroutine[Any, Any, tuple[Update, ...]]:
    """A poll."""
    return bot.get_updates(allowed_updates=KINDS, **more)


def keyboard(*buttons: InlineKeyboardButton) -> InlineKeyboardMarkup:
    """Buttons in one row."""
    return InlineKeyboardMarkup([list(buttons)])


def refused(reason: str, error: type[Exception] = BadRequest) -> pytest.RaisesExc[Exception]:
    """The client changes the case of Telegram's words."""
    return pytest.raises(error, match=f"(?i){re.escape(reason)}")
