"""Sending: one message of HTML, in answer to another, without previews of links."""

from telegram import InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.telegram.state import Bot

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
# The Bot API's words for an edit that would change nothing, or whose message is gone.
_HARMLESS = ("message is not modified", "message to edit not found", "message can't be edited")


async def send(
    bot: Bot,
    chat: int,
    markup: str,
    *,
    reply_to: int | None = None,
    keyboard: InlineKeyboardMarkup | None = None,
) -> Message:
    """Send HTML to a chat.

    Args:
        bot: to send with.
        chat: where to.
        markup: HTML that fits one message.
        reply_to: the message that it answers, should it still be there.
        keyboard: buttons under it.
    """
    reply = ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to else None
    return await bot.send_message(
        chat,
        markup,
        parse_mode=ParseMode.HTML,
        link_preview_options=_NO_PREVIEW,
        reply_parameters=reply,
        reply_markup=keyboard,
    )


async def edit(
    bot: Bot, chat: int, message: int, markup: str, keyboard: InlineKeyboardMarkup | None = None
) -> bool:
    """Put HTML in place of what a message said; whether it was still there to change."""
    try:
        await bot.edit_message_text(
            markup,
            chat_id=chat,
            message_id=message,
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            reply_markup=keyboard,
        )
    except BadRequest as error:
        return _harmless(error)
    return True


async def edit_buttons(bot: Bot, chat: int, message: int, keyboard: InlineKeyboardMarkup | None) -> None:
    """Put other buttons under a message."""
    try:
        await bot.edit_message_reply_markup(chat_id=chat, message_id=message, reply_markup=keyboard)
    except BadRequest as error:
        _harmless(error)


def _harmless(error: BadRequest) -> bool:
    """Whether the message says already what it was to say; False where it is gone.

    Raises:
        BadRequest: it is neither.
    """
    told = str(error).lower()
    if not any(harmless in told for harmless in _HARMLESS):
        raise error
    return _HARMLESS[0] in told
