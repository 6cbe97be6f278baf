"""From words to a sent answer: searched, put face to face, remembered; when edited, again in place."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import zip_longest

from telegram.error import BadRequest

from bot.telegram.handlers.shown import view_of
from bot.telegram.html import plain
from bot.telegram.keyboards import nothing_keyboard
from bot.telegram.memory.asked import Asked
from bot.telegram.posts import (
    MOST_CLAIMS,
    Wording,
    questions_in_burst,
    questions_in_post,
    tells_language,
)
from bot.telegram.render.messages import nothing_of_post
from bot.telegram.replies import edit, send
from bot.telegram.state import Context
from bot.telegram.typing import typing
from bot.texts import Texts
from retrieval.errors import BadQuestion
from retrieval.models import Answer
from retrieval.question import LONGEST, read_question


@dataclass(frozen=True, slots=True)
class Incoming:
    """What somebody wants checked.

    Attributes:
        chat_id: where.
        user_id: who.
        reply_to: the message to answer.
        parts: what was written, by message.
        post: whether it is a post, to be checked claim by claim.
        texts: in the language of whoever asks, where the question tells none.
    """

    chat_id: int
    user_id: int
    reply_to: int
    parts: dict[int, str]
    post: bool
    texts: Texts

    @property
    def questions(self) -> list[Wording]:
        """What is asked, one thing each."""
        if len(self.parts) > 1:
            return questions_in_burst(self.parts)
        text = next(iter(self.parts.values()))
        asked = questions_in_post(text) if self.post else [text]
        return [Wording(question, question, self.reply_to) for question in asked]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A question with what was found on it."""

    asked: Asked
    answer: Answer


async def answer(context: Context, incoming: Incoming) -> None:
    """Answer what somebody wants checked; each claim of a post on which something is known on its own."""
    questions = incoming.questions
    async with typing(context.bot, incoming.chat_id):
        drafts = [await _answerable(context, incoming, question) for question in questions[:MOST_CLAIMS]]
        found = [draft for draft in drafts if draft is not None]
        if not incoming.post or len(questions) == 1:
            await _send_each(context, found)
            return
        await _send_each(context, [d for d in found if d.answer.outcome != "unanswered"])
        await _send_unknown(context, [d for d in found if d.answer.outcome == "unanswered"])
    if len(questions) > MOST_CLAIMS:
        told = incoming.texts.say("tg-first-of-post", count=MOST_CLAIMS)
        await send(context.bot, incoming.chat_id, plain(told), reply_to=incoming.reply_to)


async def answer_again(context: Context, before: Sequence[Asked], incoming: Incoming) -> None:
    """Answer a changed message in place of what was answered before.

    Args:
        context: of the update.
        before: the questions that the message had a part in, with their answers.
        incoming: the message as it reads now.
    """
    async with typing(context.bot, incoming.chat_id):
        for old, question in zip_longest(before, incoming.questions[:MOST_CLAIMS]):
            if question is None:
                await _take_back(context, old)
            elif old is None:
                draft = await _answerable(context, incoming, question)
                await _send_each(context, [draft] if draft else [])
            else:
                await _answer_in_place(context, old, incoming, question)


async def _answerable(context: Context, incoming: Incoming, question: Wording) -> _Draft | None:
    """Search for one question; None where it cannot be asked, which is then said."""
    try:
        return await _draft(context, incoming, question)
    except BadQuestion:
        told = plain(_refusal(question, incoming.texts))
        await send(context.bot, incoming.chat_id, told, reply_to=question.message)
        return None


async def _answer_in_place(context: Context, old: Asked, incoming: Incoming, question: Wording) -> None:
    """Put a question's answer, or that it cannot be asked, where an old answer stands."""
    try:
        await _replace(context, old, await _draft(context, incoming, question))
    except BadQuestion:
        told = plain(_refusal(question, incoming.texts))
        if old.answer_id is None or not await edit(context.bot, old.chat_id, old.answer_id, told):
            await send(context.bot, old.chat_id, told, reply_to=old.message_id)
        # What was shown stands there no more: nobody is told of its changes.
        await _noted(context, replace(old, parts=incoming.parts), None)


async def _draft(context: Context, incoming: Incoming, question: Wording) -> _Draft:
    """Search for one question.

    Raises:
        BadQuestion: it cannot be asked.
    """
    found = await _found(context, question)
    asked = Asked(
        chat_id=incoming.chat_id,
        user_id=incoming.user_id,
        message_id=question.message,
        parts=incoming.parts,
        question=found.question,
        key=read_question(found.question).key,
        language=texts_for(found, incoming.texts).language,
        outcome=found.outcome,
    )
    return _Draft(asked, found)


async def _found(context: Context, question: Wording) -> Answer:
    """The answer to all of a question, or else to the line of it that can stand alone."""
    backend = context.backend
    found = await backend.search(backend.engine.ask, question.text)
    if found.outcome == "unanswered" and question.core != question.text:
        alone = await backend.search(backend.engine.ask, question.core)
        return alone if alone.outcome != "unanswered" else found
    return found


def texts_for(found: Answer, otherwise: Texts) -> Texts:
    """Messages in the language of a question, or in another where it is in none ("2024?")."""
    return Texts.answering(found.language) if tells_language(found.question) else otherwise


def _refusal(question: Wording, texts: Texts) -> str:
    too_long = len(question.text) > LONGEST
    return texts.say("tg-too-long", most=LONGEST) if too_long else texts.say("tg-too-short")


async def _send_each(context: Context, drafts: Sequence[_Draft]) -> None:
    for draft in drafts:
        asked = await _numbered(context, await _with_near(context, draft))
        await _send(context, asked, draft.answer)


async def _send(context: Context, asked: Asked, found: Answer) -> None:
    view = await view_of(context.backend, asked, found)
    sent = await send(
        context.bot, asked.chat_id, view.markup, reply_to=asked.message_id, keyboard=view.keyboard
    )
    await _noted(context, replace(asked, answer_id=sent.message_id), found)


async def _send_unknown(context: Context, drafts: Sequence[_Draft]) -> None:
    """One message for the claims of a post on which nothing is known."""
    if not drafts:
        return
    claims = [draft.asked.question for draft in drafts]
    asked = await _numbered(context, replace(drafts[0].asked, question="\n".join(claims)))
    texts = Texts.of(asked.language)
    sent = await send(
        context.bot,
        asked.chat_id,
        nothing_of_post(claims, texts),
        reply_to=asked.message_id,
        keyboard=nothing_keyboard(asked.id, (), texts),
    )
    await _noted(context, replace(asked, answer_id=sent.message_id), None)


async def _replace(context: Context, old: Asked, draft: _Draft) -> None:
    """Put a new answer where the old one stands; where that is gone, send it."""
    asked = replace(await _with_near(context, draft), id=old.id, answer_id=old.answer_id)
    view = await view_of(context.backend, asked, draft.answer)
    there = asked.answer_id is not None and await edit(
        context.bot, asked.chat_id, asked.answer_id, view.markup, view.keyboard
    )
    if there:
        await _noted(context, asked, draft.answer)
    else:
        await _send(context, asked, draft.answer)


async def _take_back(context: Context, old: Asked) -> None:
    """Delete the answer to a question that is not asked any more."""
    if old.answer_id is not None:
        with suppress(BadRequest):  # it is gone, or too old to be deleted
            await context.bot.delete_message(old.chat_id, old.answer_id)
    await context.backend.remember(context.backend.memory.questions.drop, old.id)


async def _with_near(context: Context, draft: _Draft) -> Asked:
    """The question, with what to ask instead where nothing was found."""
    if draft.answer.outcome != "unanswered":
        return draft.asked
    near = await context.backend.search(context.backend.engine.near, draft.asked.question)
    return replace(draft.asked, near=tuple(title for title in near if title != draft.asked.question))


async def _numbered(context: Context, asked: Asked) -> Asked:
    number = await context.backend.remember(context.backend.memory.questions.add, asked)
    return replace(asked, id=number)


async def _noted(context: Context, asked: Asked, shown: Answer | None) -> None:
    await context.backend.remember(context.backend.memory.questions.answered, asked, shown)
