"""``/follow`` and ``/following``: hear of new claims on a question."""

from dataclasses import dataclass

from telegram import InlineKeyboardMarkup, Message, Update

from bot.telegram.backend import Backend
from bot.telegram.handlers.messages import asked_in
from bot.telegram.html import plain
from bot.telegram.keyboards import following_keyboard
from bot.telegram.memory.asked import claims_in, words_digest
from bot.telegram.memory.follows import Follow
from bot.telegram.posts import tells_language
from bot.telegram.replies import send
from bot.telegram.state import Context
from bot.texts import Texts
from retrieval.errors import BadQuestion
from retrieval.language.detect import detect_language
from retrieval.question import read_question


@dataclass(frozen=True, slots=True)
class FollowList:
    """What somebody follows, as a message."""

    markup: str
    keyboard: InlineKeyboardMarkup | None


async def on_follow(update: Update, context: Context) -> None:
    """Follow the question of an answer, or one that is written behind the command."""
    message, user = update.effective_message, update.effective_user
    if message is None or user is None:
        return
    texts = await context.texts(update)
    question = await _meant(message, context)
    if question is None:
        told = texts.say("tg-follow-how")
    else:
        backend = context.backend
        key = read_question(question).key
        known = await known_words(backend, question)
        spoken = Texts.answering(detect_language(question)) if tells_language(question) else texts
        follow = Follow(message.chat.id, user.id, question, key, spoken.language, known)
        await backend.remember(backend.memory.follows.add, follow)
        told = texts.say("tg-followed")
    await send(context.bot, message.chat.id, plain(told), reply_to=message.message_id)


async def _meant(message: Message, context: Context) -> str | None:
    """The question that somebody wants to follow; None where none is meant."""
    text = asked_in(message, context.bot.username)
    if text:
        try:
            return read_question(text).text
        except BadQuestion:
            return None
    if message.reply_to_message is None:
        return None
    questions = context.backend.memory.questions
    asked = await context.backend.remember(
        questions.of_answer, message.chat.id, message.reply_to_message.message_id
    )
    return asked.question if asked else None


async def on_following(update: Update, context: Context) -> None:
    """List what somebody follows, each with a button to stop."""
    message, user = update.effective_message, update.effective_user
    if message is None or user is None:
        return
    view = await follow_list(context.backend, user.id, await context.texts(update))
    await send(context.bot, message.chat.id, view.markup, reply_to=message.message_id, keyboard=view.keyboard)


async def follow_list(backend: Backend, user: int, texts: Texts) -> FollowList:
    """What somebody follows, as a message with buttons."""
    follows = await backend.remember(backend.memory.follows.of, user)
    if not follows:
        return FollowList(plain(texts.say("tg-following-none")), None)
    return FollowList(
        plain(texts.say("tg-following", count=len(follows))), following_keyboard(follows, texts)
    )


async def known_words(backend: Backend, question: str) -> frozenset[str]:
    """Digests of the words that an answer to a question shows now."""
    found = await backend.search(backend.engine.ask, question)
    return frozenset(words_digest(claim) for claim in claims_in(found))
