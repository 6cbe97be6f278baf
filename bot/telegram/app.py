"""The Telegram bot put together: every handler in one list, what runs by the clock, start and stop."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from telegram import Update
from telegram.error import InvalidToken
from telegram.ext import (
    ApplicationBuilder,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.output import note
from bot.settings import BotSettings
from bot.telegram.backend import Backend
from bot.telegram.bursts import Bursts
from bot.telegram.handlers.buttons import on_press
from bot.telegram.handlers.chats import on_membership, on_migration
from bot.telegram.handlers.commands import (
    on_forget_me,
    on_help,
    on_language,
    on_privacy,
    on_sources,
    on_start,
)
from bot.telegram.handlers.following import on_follow, on_following
from bot.telegram.handlers.inline import on_inline
from bot.telegram.handlers.messages import on_check, on_edit, on_group, on_private_text
from bot.telegram.handlers.trouble import on_error
from bot.telegram.inbox import ChatOrder, Inbox
from bot.telegram.memory.database import now
from bot.telegram.menus import set_menus
from bot.telegram.news import tell_news
from bot.telegram.outbox import Outbox
from bot.telegram.state import App, Context, Services, State
from bot.texts import Texts
from retrieval.errors import BadSetting

UPDATES = ["message", "edited_message", "callback_query", "inline_query", "my_chat_member"]
_CONNECTIONS = 64
_READ_TIMEOUT_S = 20
_HOUR_S = 3600


class _Gathered(filters.UpdateFilter):
    """What is written to the bot alone, which is gathered."""

    def filter(self, update: Update) -> bool:
        return Bursts.takes(update)


class _Meant(filters.MessageFilter):
    """Messages of a group that name the bot or answer one of its messages."""

    def filter(self, message: Any) -> bool:  # noqa: ANN401  # the base class's signature
        me = message.get_bot()
        answered = message.reply_to_message
        if answered is not None and answered.from_user is not None and answered.from_user.id == me.id:
            return bool(message.text or message.caption)
        named = {**message.parse_entities(["mention"]), **message.parse_caption_entities(["mention"])}
        return any(name.lower() == f"@{me.username}".lower() for name in named.values())


_PRIVATE = filters.ChatType.PRIVATE & ~filters.VIA_BOT & ~filters.StatusUpdate.ALL
_CHECK_UNDER_PICTURE = filters.CaptionRegex(r"^/check\b")
_GROUP = filters.ChatType.GROUPS & ~filters.VIA_BOT

# In this order; the first that fits handles the update.
HANDLERS: tuple[BaseHandler[Update, Context, Any], ...] = (
    MessageHandler(filters.UpdateType.EDITED_MESSAGE, on_edit),
    MessageHandler(filters.StatusUpdate.MIGRATE, on_migration),
    CommandHandler("start", on_start),
    CommandHandler("help", on_help),
    CommandHandler("check", on_check),
    CommandHandler("sources", on_sources),
    CommandHandler("language", on_language),
    CommandHandler("follow", on_follow),
    CommandHandler("following", on_following),
    CommandHandler("forgetme", on_forget_me),
    CommandHandler("privacy", on_privacy),
    MessageHandler(_PRIVATE & filters.COMMAND, on_help),
    MessageHandler(_Gathered(), on_private_text),
    MessageHandler(_GROUP & (_Meant() | _CHECK_UNDER_PICTURE), on_group),
    CallbackQueryHandler(on_press),
    InlineQueryHandler(on_inline),
    ChatMemberHandler(on_membership, ChatMemberHandler.MY_CHAT_MEMBER),
)


def build(settings: BotSettings, backend: Backend) -> App:
    """The application, ready to run.

    Args:
        settings: of the bot.
        backend: engine and memory.
    """
    services = Services(settings, backend, Bursts(settings.burst_seconds))
    api = settings.telegram_api_url.rstrip("/")
    app = (
        ApplicationBuilder()
        .token(settings.telegram_token)
        .base_url(f"{api}/bot")
        .base_file_url(f"{api}/file/bot")
        .connection_pool_size(_CONNECTIONS)
        .pool_timeout(_READ_TIMEOUT_S)
        .read_timeout(_READ_TIMEOUT_S)
        .context_types(ContextTypes(context=Context, bot_data=State))
        .rate_limiter(Outbox(backend))
        .update_queue(Inbox(backend))
        .concurrent_updates(ChatOrder(backend, services.locks, services.bursts))
        .post_init(_start)
        .post_stop(_finish)
        .build()
    )
    app.bot_data.services = services
    app.add_handlers(HANDLERS)
    app.add_error_handler(on_error)
    return app


async def _start(app: App) -> None:
    """Take up what was left undone, and begin what runs by the clock."""
    services = app.bot_data.services
    backend, settings = services.backend, services.settings
    for body in await backend.remember(backend.memory.updates.waiting):
        if (update := Update.de_json(body, app.bot)) and isinstance(app.update_queue, Inbox):
            app.update_queue.put_again(update)
    jobs = app.job_queue
    if jobs is not None:
        jobs.run_once(_warm_up, 0)
        jobs.run_once(_set_menus, 0)
        jobs.run_repeating(_tell_news, settings.news_seconds, first=settings.news_seconds)
        jobs.run_repeating(_forget, _HOUR_S, first=1)
    note(Texts.of(settings.language).say("bot-running", bot=app.bot.username))


async def _finish(app: App) -> None:
    """Answer what is still being gathered."""
    await app.bot_data.services.bursts.finish()


async def _warm_up(context: Context) -> None:
    await context.backend.warm_up()


async def _set_menus(context: Context) -> None:
    await set_menus(context.bot, context.default)


async def _tell_news(context: Context) -> None:
    await tell_news(context)


async def _forget(context: Context) -> None:
    """Forget what is older than the setting allows."""
    before = now() - timedelta(days=context.services.settings.retention_days)
    await context.backend.remember(context.backend.memory.forget, before)
    context.services.limits.forget_idle()


def run(settings: BotSettings, backend: Backend) -> None:
    """Answer until a signal stops it: by polling, or behind a webhook.

    Raises:
        BadSetting: Telegram does not know the token.
    """
    app = build(settings, backend)
    try:
        if settings.webhook_url:
            _serve(app, settings)
        else:
            app.run_polling(allowed_updates=UPDATES, bootstrap_retries=-1)
    except InvalidToken:
        # "from None": the cause could show the token.
        raise BadSetting(
            "Telegram does not know the token in MUKHOMUKHI_TELEGRAM_TOKEN; copy it again from @BotFather."
        ) from None


def _serve(app: App, settings: BotSettings) -> None:
    host, _, port = settings.webhook_listen.rpartition(":")
    app.run_webhook(
        listen=host,
        port=int(port),
        url_path=urlsplit(settings.webhook_url).path.lstrip("/"),
        webhook_url=settings.webhook_url,
        secret_token=settings.webhook_secret,
        allowed_updates=UPDATES,
        bootstrap_retries=-1,
    )
