"""What the bot says of its own accord: answers that came, claims that are new, claims that changed.

It looks when the library has changed, and marks what was told after it was told: what could not be
sent is told the next time.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

from telegram.error import BadRequest, Forbidden, TelegramError, TimedOut

from bot.telegram.backend import Shelf
from bot.telegram.handlers.shown import view_of
from bot.telegram.html import bold
from bot.telegram.memory.asked import Asked, Shown, claims_in, words_digest
from bot.telegram.memory.follows import Follow
from bot.telegram.memory.waiting import Waiting
from bot.telegram.render.messages import Changed, change_message
from bot.telegram.replies import edit, send
from bot.telegram.state import Context
from bot.texts import Texts
from bot.wording import name_of
from retrieval.models import Answer, Claim

_MARK = "library"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Change:
    """A claim that was shown and is gone (``now`` is None), or is somebody else's."""

    shown: Shown
    now: Claim | None


async def tell_news(context: Context) -> None:
    """Tell readers what the library's last changes mean to them."""
    backend = context.backend
    revision = await backend.search(backend.engine.library.revision)
    if revision == await backend.remember(backend.memory.marks.get, _MARK):
        return
    told = [await _tell_changes(context), await _tell_waiting(context), await _tell_followers(context)]
    if all(told):
        await backend.remember(backend.memory.marks.put, _MARK, revision)


async def _tell_changes(context: Context) -> bool:
    """Tell whoever was shown a claim that it was taken back or corrected: once, under their last answer."""
    backend = context.backend
    shown = await backend.remember(backend.memory.questions.shown)
    changes: dict[int, list[Change]] = {}
    for change in await backend.search(changes_of, backend.engine.library, shown):
        changes.setdefault(change.shown.asked.id, []).append(change)
    told: set[tuple[int, str]] = set()
    done = True
    for _, found in sorted(changes.items(), reverse=True):
        new = [change for change in found if (change.shown.asked.chat_id, change.shown.claim_id) not in told]
        told.update((change.shown.asked.chat_id, change.shown.claim_id) for change in new)
        done &= await _tell_change(context, found[0].shown.asked, new)
    return done


async def _tell_change(context: Context, asked: Asked, changes: Sequence[Change]) -> bool:
    """Tell one asker what changed, and put the answer of today in place of the old one."""
    backend, texts = context.backend, Texts.of(asked.language)
    found = await backend.search(backend.engine.ask, asked.question)
    if changes:
        markup = change_message(asked.question, [_told(change, texts) for change in changes], texts)
        if not await _send(context, asked.chat_id, markup, reply_to=asked.answer_id):
            return False
    asked = replace(asked, outcome=found.outcome)
    await backend.remember(backend.memory.questions.answered, asked, found)
    await _renew(context, asked, found)
    return True


def _told(change: Change, texts: Texts) -> Changed:
    return Changed(change.shown.quote, name_of(change.now.claimant, texts) if change.now else None)


async def _renew(context: Context, asked: Asked, found: Answer) -> None:
    if asked.answer_id is None:
        return
    view = await view_of(context.backend, asked, found)
    try:
        await edit(context.bot, asked.chat_id, asked.answer_id, view.markup, view.keyboard)
    except TelegramError as error:
        _log.info("an old answer could not be renewed: %s", type(error).__name__)


def changes_of(library: Shelf, shown: Sequence[Shown]) -> list[Change]:
    """What became of claims that were shown, where it matters to whoever saw them.

    A claim whose words still stand in its article, and which nobody took back, was only cut anew:
    that matters to nobody.
    """
    ids = sorted({one.claim_id for one in shown})
    published, statuses = library.claims_by_id(ids), library.statuses(ids)
    texts: dict[str, str | None] = {}
    found = []
    for one in shown:
        now = published.get(one.claim_id)
        if now is not None:
            if now.claimant.id != one.claimant_id:
                found.append(Change(one, now))
        elif one.claim_id in statuses or not _stands(library, one, texts):
            found.append(Change(one, None))
    return found


def _stands(library: Shelf, one: Shown, texts: dict[str, str | None]) -> bool:
    if one.article_id not in texts:
        stored = library.article(one.article_id)
        texts[one.article_id] = " ".join(stored.article.text.split()) if stored else None
    text = texts[one.article_id]
    return text is not None and " ".join(one.quote.split()) in text


async def _tell_waiting(context: Context) -> bool:
    """Tell whoever sent a question to the moderators that there is an answer now."""
    backend = context.backend
    told = True
    for waiting in await backend.remember(backend.memory.waiting.all):
        found = await backend.search(backend.engine.ask, waiting.question)
        if found.outcome == "unanswered":
            continue
        if await _send_answer(context, _asked(waiting), found, "answered"):
            await backend.remember(backend.memory.waiting.settle, waiting.id)
        else:
            told = False
    return told


async def _tell_followers(context: Context) -> bool:
    """Tell followers of a question of claims that they have not seen; a group is told once."""
    backend = context.backend
    told, done = True, set()
    for follow in await backend.remember(backend.memory.follows.all):
        found = await backend.search(backend.engine.ask, follow.question)
        words = {words_digest(claim) for claim in claims_in(found)}
        if words <= follow.known:
            continue
        if (follow.chat_id, follow.key) not in done and not await _send_answer(
            context, _asked(follow), found, "news"
        ):
            told = False
            continue
        done.add((follow.chat_id, follow.key))
        await backend.remember(backend.memory.follows.know, follow.id, follow.known | words)
    return told


def _asked(of: Waiting | Follow) -> Asked:
    return Asked(
        chat_id=of.chat_id,
        user_id=of.user_id,
        message_id=of.message_id if isinstance(of, Waiting) else 0,
        parts={},
        question=of.question,
        key=of.key,
        language=of.language,
    )


async def _send_answer(context: Context, asked: Asked, found: Answer, why: str) -> bool:
    """Send an answer that nobody asked for just now, with why it comes."""
    backend, say = context.backend, Texts.of(asked.language).say
    note = bold(say("tg-news") if why == "news" else say("tg-answered"))
    asked = replace(asked, outcome=found.outcome)
    asked = replace(asked, id=await backend.remember(backend.memory.questions.add, asked))
    view = await view_of(backend, asked, found, note)
    async with context.services.locks.of(asked.chat_id):
        try:
            sent = await send(
                context.bot,
                asked.chat_id,
                view.markup,
                reply_to=asked.message_id or None,
                keyboard=view.keyboard,
            )
        except TelegramError as error:
            return await _failed(context, asked.chat_id, error)
    await backend.remember(
        backend.memory.questions.answered, replace(asked, answer_id=sent.message_id), found
    )
    return True


async def _send(context: Context, chat: int, markup: str, reply_to: int | None) -> bool:
    async with context.services.locks.of(chat):
        try:
            await send(context.bot, chat, markup, reply_to=reply_to)
        except TelegramError as error:
            return await _failed(context, chat, error)
    return True


async def _failed(context: Context, chat: int, error: TelegramError) -> bool:
    """Whether to leave it at that: the chat is gone, or it may have arrived."""
    if isinstance(error, Forbidden | BadRequest):
        await context.backend.remember(context.backend.memory.leave, chat)
        return True
    _log.warning("news could not be sent: %s", type(error).__name__)
    return isinstance(error, TimedOut)
