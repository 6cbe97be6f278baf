"""Words from readers to the moderators: kept, and told in the moderators' group where there is one."""

import logging

from telegram.error import TelegramError

from bot.telegram.memory.reports import Report
from bot.telegram.render.messages import desk_message
from bot.telegram.replies import send
from bot.telegram.state import Context
from bot.texts import Texts

_log = logging.getLogger(__name__)


async def tell_desk(context: Context, report: Report) -> bool:
    """Keep a report and tell the moderators of it.

    Returns:
        Whether it is new; the same from the same reader is passed over.
    """
    if not await context.backend.remember(context.backend.memory.reports.add, report):
        return False
    desk = context.services.settings.desk_chat
    if desk is not None:
        try:
            await send(context.bot, desk, _words(report, Texts.of(context.default)))
        except TelegramError as error:  # kept all the same; the reader did nothing wrong
            _log.warning("the moderators' group was not told: %s", type(error).__name__)
    return True


def _words(report: Report, texts: Texts) -> str:
    say = texts.say
    if report.kind == "question":
        return desk_message(say("tg-desk-question"), report.question)
    if report.kind == "link":
        return desk_message(say("tg-desk-link"), report.detail)
    reason = say("tg-reason", reason=report.kind)
    return desk_message(say("tg-desk-report", reason=reason), report.question)
