"""The plain commands: start, help, sources, language, privacy, forget me."""

from telegram import InlineKeyboardMarkup, Update

from bot.telegram.html import plain
from bot.telegram.keyboards import example_keyboard, languages_keyboard
from bot.telegram.render.messages import paragraphs, sources_message
from bot.telegram.replies import send
from bot.telegram.state import Context


async def on_start(update: Update, context: Context) -> None:
    """Say what this is, with a question to try."""
    texts = await context.texts(update)
    counts = await context.backend.search(context.backend.engine.library.counts)
    if counts.claims:
        await _reply(update, context, paragraphs(texts.say("tg-start")), example_keyboard(texts))
    else:
        told = f"{paragraphs(texts.say('tg-start'))}\n\n{plain(texts.say('tg-start-empty'))}"
        await _reply(update, context, told)


async def on_help(update: Update, context: Context) -> None:
    """Say how it works."""
    texts = await context.texts(update)
    await _reply(update, context, paragraphs(texts.say("tg-help", bot=context.bot.username)))


async def on_privacy(update: Update, context: Context) -> None:
    """Say what is kept, and for how long."""
    texts = await context.texts(update)
    days = context.services.settings.retention_days
    await _reply(update, context, paragraphs(texts.say("tg-privacy", days=days)))


async def on_sources(update: Update, context: Context) -> None:
    """Say whose words the library holds."""
    texts, backend = await context.texts(update), context.backend
    library = backend.engine.library
    counts = await backend.search(library.counts)
    articles = await backend.search(library.articles)
    claimants = await backend.search(library.claimants)
    await _reply(update, context, sources_message(counts, articles, claimants, texts))


async def on_language(update: Update, context: Context) -> None:
    """Ask which language to speak."""
    texts = await context.texts(update)
    await _reply(update, context, plain(texts.say("tg-language-which")), languages_keyboard())


async def on_forget_me(update: Update, context: Context) -> None:
    """Erase everything about whoever asks for it."""
    user = update.effective_user
    if user is None:
        return
    texts = await context.texts(update)
    erased = await context.backend.remember(context.backend.memory.forget_user, user.id)
    if erased.nothing:
        told = texts.say("tg-forgotten-nothing")
    else:
        told = texts.say(
            "tg-forgotten",
            questions=erased.questions,
            follows=erased.follows,
            waiting=erased.waiting,
        )
    await _reply(update, context, plain(told))


async def _reply(
    update: Update, context: Context, markup: str, keyboard: InlineKeyboardMarkup | None = None
) -> None:
    message = update.effective_message
    if message is not None:
        reply_to = None if message.chat.type == "private" else message.message_id
        await send(context.bot, message.chat.id, markup, reply_to=reply_to, keyboard=keyboard)
