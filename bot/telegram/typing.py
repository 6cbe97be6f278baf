"""The sign that the bot is at work, shown until it is done."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.telegram.state import Bot

_AGAIN_S = 4.0  # Telegram shows it for five seconds
_log = logging.getLogger(__name__)


@asynccontextmanager
async def typing(bot: Bot, chat: int) -> AsyncIterator[None]:
    """Show in a chat that the bot types, while the block runs. That it cannot be shown harms nothing."""
    shown = asyncio.create_task(_show(bot, chat))
    try:
        yield
    finally:
        shown.cancel()
        with suppress(asyncio.CancelledError):
            await shown


async def _show(bot: Bot, chat: int) -> None:
    while True:
        try:
            await bot.send_chat_action(chat, ChatAction.TYPING)
        except TelegramError as error:
            _log.debug("typing was not shown: %s", type(error).__name__)
        await asyncio.sleep(_AGAIN_S)
