"""What people write: private messages, posts, captions, links; in groups only what is meant for it."""

import re
from collections.abc import Sequence

from telegram import Message, Update

from bot.telegram.handlers.asking import Incoming, answer, answer_again
from bot.telegram.html import plain
from bot.telegram.inbox import handling
from bot.telegram.keyboards import link_keyboard
from bot.telegram.memory.asked import Asked
from bot.telegram.posts import content, is_post, links_in, runs, without_links, words_in
from bot.telegram.render.messages import article_message
from bot.telegram.replies import send
from bot.telegram.state import Context

_COMMAND = re.compile(r"^/\w+(?:@\w+)?\s*")
_LEAST_BESIDE_A_LINK = 2  # content words that make a question of what stands beside a link


async def on_private_text(update: Update, context: Context) -> None:
    """Gather what somebody writes to the bot until a moment of quiet, then answer it."""

    async def answer_burst(updates: list[Update]) -> None:
        await _answer_burst(updates, context)

    if _continues_album(update) or await _welcome(update, context):
        context.services.bursts.add(update, answer_burst, context.application.create_task)


async def _answer_burst(updates: Sequence[Update], context: Context) -> None:
    ids = [update.update_id for update in updates]
    messages = [update.message for update in updates if update.message]
    async with context.services.locks.of(messages[0].chat.id):
        with handling(ids):
            try:
                await _answer_messages(updates[-1], messages, context)
            except Exception as error:  # as PTB does for handlers: the error handler tells the reader
                await context.application.process_error(updates[-1], error)
    await context.backend.remember(context.backend.memory.updates.done, ids)


async def _answer_messages(update: Update, messages: Sequence[Message], context: Context) -> None:
    together = runs(messages)
    if not together:
        await _check(update, messages[-1], "", context, about=messages[-1])
    for run in together:
        if len(run) == 1:
            await _check(update, run[0], asked_in(run[0], context.bot.username), context, about=run[0])
        else:
            await answer(context, await _burst(update, run, context))


async def _burst(update: Update, run: Sequence[Message], context: Context) -> Incoming:
    return Incoming(
        chat_id=run[0].chat.id,
        user_id=_user(update),
        reply_to=run[-1].message_id,
        parts={message.message_id: words_in(message) for message in run},
        post=False,
        texts=await context.texts(update),
    )


async def on_check(update: Update, context: Context) -> None:
    """``/check question``, or ``/check`` in answer to what is to be checked."""
    message = update.effective_message
    if message is None or not await _welcome(update, context):
        return
    about = message if asked_in(message, context.bot.username) else message.reply_to_message
    if about is None:
        texts = await context.texts(update)
        await send(
            context.bot, message.chat.id, plain(texts.say("tg-check-how")), reply_to=message.message_id
        )
        return
    await _check(
        update, message, asked_in(message, context.bot.username) or words_in(about), context, about=about
    )


async def on_group(update: Update, context: Context) -> None:
    """A mention of the bot, or an answer to one of its messages."""
    await on_check(update, context)


async def on_edit(update: Update, context: Context) -> None:
    """Answer an edited question again, in place of its old answer."""
    message = update.edited_message
    if message is None:
        return
    questions = context.backend.memory.questions
    before = await context.backend.remember(questions.of_message, message.chat.id, message.message_id)
    if not before:
        await _on_late_question(update, message, context)
    elif await _welcome(update, context):
        text = without_links(asked_in(message, context.bot.username), links_in(message))
        parts = before[0].parts | {message.message_id: text}
        await answer_again(context, before, await _incoming(update, message, parts, before, context))


async def _on_late_question(update: Update, message: Message, context: Context) -> None:
    """An edit can make a question of what was none; one of a link or a picture seldom means that."""
    if not message.text or links_in(message):
        return
    if message.text.startswith("/check"):
        await on_check(update, context)
    elif message.chat.type == "private" and not message.text.startswith("/"):
        text = asked_in(message, context.bot.username)
        if await _welcome(update, context):
            await _check(update, message, text, context, about=message)


async def _incoming(
    update: Update, message: Message, parts: dict[int, str], before: Sequence[Asked], context: Context
) -> Incoming:
    return Incoming(
        chat_id=message.chat.id,
        user_id=before[0].user_id,
        reply_to=before[0].message_id,
        parts=parts,
        post=len(parts) == 1 and is_post(message),
        texts=await context.texts(update),
    )


async def _check(update: Update, message: Message, text: str, context: Context, *, about: Message) -> None:
    """Check a text, or the link in it where it says nothing else.

    Args:
        update: that brought it.
        message: that asks.
        text: what is to be checked.
        context: of the update.
        about: the message that the text stands in.
    """
    if links := links_in(about):
        text = without_links(text, links)
        if content(text) < _LEAST_BESIDE_A_LINK:
            await _check_link(update, message, links[0], context)
            return
    if not text:
        texts = await context.texts(update)
        await send(context.bot, message.chat.id, plain(texts.say("tg-no-words")), reply_to=message.message_id)
        return
    incoming = Incoming(
        chat_id=message.chat.id,
        user_id=_user(update),
        reply_to=about.message_id,
        parts={message.message_id: text},
        post=is_post(about),
        texts=await context.texts(update),
    )
    await answer(context, incoming)


async def _check_link(update: Update, message: Message, url: str, context: Context) -> None:
    """Show what a known article holds; offer an unknown page to the moderators."""
    texts = await context.texts(update)
    article = await context.backend.search(context.backend.engine.library.article_at, url)
    if article is not None:
        claims = await context.backend.search(context.backend.engine.claims, article.id)
        markup = article_message(article, claims, texts)
        await send(context.bot, message.chat.id, markup, reply_to=message.message_id)
        return
    asked = Asked(
        chat_id=message.chat.id,
        user_id=_user(update),
        message_id=message.message_id,
        parts={message.message_id: url},
        question=url,
        key=url,
        language=texts.language,
    )
    number = await context.backend.remember(context.backend.memory.questions.add, asked)
    await send(
        context.bot,
        message.chat.id,
        plain(texts.say("tg-link-unknown")),
        reply_to=message.message_id,
        keyboard=link_keyboard(number, texts),
    )


def _continues_album(update: Update) -> bool:
    """Whether a message is another picture of an album, which is no question of its own."""
    message = update.message
    return message is not None and message.media_group_id is not None and not words_in(message)


async def _welcome(update: Update, context: Context) -> bool:
    """Whether somebody may ask now; who asks too fast is told so once a minute."""
    chat = update.effective_chat
    if chat is None:
        return False
    settings, limits = context.services.settings, context.services.limits
    verdict = limits.take(("user", _user(update)), settings.questions_per_minute)
    if verdict == "welcome" and chat.type != "private":
        verdict = limits.take(("chat", chat.id), settings.chat_questions_per_minute)
    if verdict == "tell":
        texts = await context.texts(update)
        await send(context.bot, chat.id, plain(texts.say("tg-too-many")))
    return verdict == "welcome"


def asked_in(message: Message, me: str) -> str:
    """What a message says to the bot: its words without the command or the bot's name."""
    text = words_in(message)
    if text.startswith("/"):
        text = _COMMAND.sub("", text, count=1)
    return re.sub(rf"@{re.escape(me)}\b", " ", text, flags=re.IGNORECASE).strip()


def _user(update: Update) -> int:
    """Who acts: a person, or a chat in whose name somebody writes."""
    message = update.effective_message
    if message is not None and message.sender_chat is not None:
        return message.sender_chat.id
    return update.effective_user.id if update.effective_user else 0
