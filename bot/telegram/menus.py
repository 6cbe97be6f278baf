"""The bot's menu of commands and its profile, in each language."""

import logging

from telegram import BotCommand
from telegram.error import TelegramError

from bot.telegram.state import Bot
from bot.texts import Language, Texts

_LANGUAGES: tuple[Language, ...] = ("bn", "en")
_log = logging.getLogger(__name__)


def commands(texts: Texts) -> list[BotCommand]:
    """The menu, in one language."""
    say = texts.say
    return [
        BotCommand("check", say("tg-menu-check")),
        BotCommand("sources", say("tg-menu-sources")),
        BotCommand("language", say("tg-menu-language")),
        BotCommand("follow", say("tg-menu-follow")),
        BotCommand("following", say("tg-menu-following")),
        BotCommand("help", say("tg-menu-help")),
        BotCommand("privacy", say("tg-menu-privacy")),
        BotCommand("forgetme", say("tg-menu-forgetme")),
    ]


async def set_menus(bot: Bot, default: Language) -> None:
    """Tell Telegram the menu and the profile; that it cannot be told stops nothing."""
    try:
        await _set(bot, Texts.of(default), None)
        for language in _LANGUAGES:
            await _set(bot, Texts.of(language), language)
    except TelegramError as error:
        _log.warning("the menu was not set: %s: %s", type(error).__name__, error)


async def _set(bot: Bot, texts: Texts, language: Language | None) -> None:
    await bot.set_my_commands(commands(texts), language_code=language)
    await bot.set_my_description(texts.say("tg-profile"), language_code=language)
    await bot.set_my_short_description(texts.say("tg-profile-short"), language_code=language)
