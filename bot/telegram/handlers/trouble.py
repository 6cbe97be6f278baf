"""What to do when a handler fails: the reader is told, others are not affected, no names are logged."""

import logging

from telegram import Update
from telegram.error import Forbidden, NetworkError, TelegramError

from bot.telegram.html import plain
from bot.telegram.replies import send
from bot.telegram.state import Context

_log = logging.getLogger(__name__)


async def on_error(update: object, context: Context) -> None:
    """Log what failed and tell the reader to try again, if that can be told."""
    error = context.error
    chat = update.effective_chat if isinstance(update, Update) else None
    if isinstance(error, Forbidden):
        if chat is not None:
            await context.backend.remember(context.backend.memory.leave, chat.id)
        _log.info("a chat cannot be reached any more")
        return
    if isinstance(error, TelegramError):
        _log.warning("Telegram: %s: %s", type(error).__name__, error)
    else:
        _log.error("a handler failed", exc_info=error)
    if isinstance(update, Update) and _was_asking(update, error):
        try:
            await _tell(update, context)
        except TelegramError as again:
            _log.warning("and could not be told: %s", type(again).__name__)


async def _tell(update: Update, context: Context) -> None:
    """Tell whoever wrote, by an answer, or whoever pressed a button, by a box."""
    told = (await context.texts(update)).say("tg-trouble")
    message = update.effective_message
    if update.callback_query is not None:
        await update.callback_query.answer(told, show_alert=True)
    elif message is not None:
        await send(context.bot, message.chat.id, plain(told), reply_to=message.message_id)


def _was_asking(update: Update, error: BaseException | None) -> bool:
    """Whether somebody waits for an answer, and may hear that there is none."""
    unreachable = isinstance(error, NetworkError) and type(error) is NetworkError
    asking = update.callback_query or update.message
    return asking is not None and not unreachable
