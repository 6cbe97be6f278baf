"""How an answered question stands in a chat: its text and its buttons, in one language."""

from dataclasses import dataclass

from telegram import InlineKeyboardMarkup

from bot.telegram.backend import Backend
from bot.telegram.keyboards import answer_keyboard, nothing_keyboard
from bot.telegram.memory.asked import Asked
from bot.telegram.render.answer import answer_message
from bot.telegram.render.messages import nothing_message
from bot.texts import Texts
from retrieval.models import Answer


@dataclass(frozen=True, slots=True)
class View:
    """A message: HTML and buttons."""

    markup: str
    keyboard: InlineKeyboardMarkup


async def view_of(backend: Backend, asked: Asked, found: Answer, note: str = "") -> View:
    """The message for a question and what was found on it.

    Args:
        backend: to see whether the asker follows the question.
        asked: with its number and language.
        found: what was found.
        note: markup that stands above.
    """
    texts = Texts.of(asked.language)
    if found.outcome == "unanswered":
        markup = nothing_message(asked.question, texts, near=bool(asked.near))
        return View(markup, nothing_keyboard(asked.id, asked.near, texts))
    return View(answer_message(found, texts, note), await buttons_of(backend, asked))


async def buttons_of(backend: Backend, asked: Asked) -> InlineKeyboardMarkup:
    """The buttons under the answer to a question."""
    following = await backend.remember(backend.memory.follows.has, asked.chat_id, asked.user_id, asked.key)
    return answer_keyboard(asked.id, asked.question, Texts.of(asked.language), following=following)
