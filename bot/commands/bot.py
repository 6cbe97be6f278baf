"""``mukhomukhi bot``: the Telegram bot."""

import re
from typing import TYPE_CHECKING

import click

from bot.commands.help import Documented
from bot.output import note, progress
from bot.services import Services, read_bot_settings
from retrieval.errors import BadSetting

if TYPE_CHECKING:
    from bot.settings import BotSettings

_TOKEN = re.compile(r"\d+:[\w-]+")
_LISTEN = re.compile(r".*:\d{1,5}")
_SECRET = re.compile(r"[\w-]{1,256}")


@click.command(name="bot", cls=Documented)
@click.pass_obj
def telegram_bot(services: Services) -> None:
    """Run the Telegram bot.

    It needs a token from @BotFather in MUKHOMUKHI_TELEGRAM_TOKEN, and asks Telegram for messages until
    it is stopped (Ctrl-C, SIGTERM); answers that are under way are finished. With
    MUKHOMUKHI_WEBHOOK_URL Telegram sends them instead. An empty library first takes in the articles
    that come with the program.

    Example:
        MUKHOMUKHI_TELEGRAM_TOKEN=123456:ABC mukhomukhi bot
    """
    settings = read_bot_settings()
    check(settings)
    from bot.telegram.app import run
    from bot.telegram.backend import Backend
    from bot.telegram.logs import set_up_logs
    from bot.telegram.memory.memory import Memory
    from bot.texts import Texts
    from retrieval.engine import ClaimEngine

    set_up_logs(settings.telegram_token, settings.webhook_secret)
    library = services.settings()
    with (
        ClaimEngine(library) as engine,
        Memory.open(library.data_dir.absolute(), library.database_url) as memory,
    ):
        if engine.empty:
            texts = Texts.of(settings.language)
            note(texts.say("first-use"))
            with progress(texts) as on_step:
                engine.ingest_corpus(on_step)
        backend = Backend(engine, memory, settings.workers)
        try:
            run(settings, backend)
        finally:
            backend.close()


def check(settings: "BotSettings") -> None:
    """See that the settings can work before anything is opened.

    Raises:
        BadSetting: the first that cannot, and what to do.
    """
    if not settings.telegram_token:
        raise BadSetting(
            "The bot needs a token: write /newbot to @BotFather in Telegram, and put the token that it "
            "gives you into MUKHOMUKHI_TELEGRAM_TOKEN, in the environment or in .env."
        )
    if not _TOKEN.fullmatch(settings.telegram_token):
        raise BadSetting(
            "MUKHOMUKHI_TELEGRAM_TOKEN is no token: it looks like 123456:ABC-def; copy it from @BotFather."
        )
    if not settings.telegram_api_url.startswith(("http://", "https://")):
        raise BadSetting("MUKHOMUKHI_TELEGRAM_API_URL does not begin with https:// or http://; correct it.")
    if settings.webhook_url:
        _check_webhook(settings)


def _check_webhook(settings: "BotSettings") -> None:
    if not settings.webhook_url.startswith(("http://", "https://")):
        raise BadSetting("MUKHOMUKHI_WEBHOOK_URL is the public https:// address of the bot; correct it.")
    if not _SECRET.fullmatch(settings.webhook_secret):
        raise BadSetting(
            "A webhook needs MUKHOMUKHI_WEBHOOK_SECRET, up to 256 letters, digits, - and _, so that nobody "
            "but Telegram can send updates; make one with: openssl rand -hex 32"
        )
    if not _LISTEN.fullmatch(settings.webhook_listen):
        raise BadSetting("MUKHOMUKHI_WEBHOOK_LISTEN is written as host:port, such as 127.0.0.1:8443.")
