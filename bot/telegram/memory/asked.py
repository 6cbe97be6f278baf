"""Questions that were asked, and the claims that their answers showed."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from bot.telegram.memory.database import Database, now
from bot.telegram.memory.schema import AskedRow, ShownRow
from bot.texts import Language
from retrieval.models import Answer, Claim, Outcome


@dataclass(frozen=True, slots=True)
class Asked:
    """One question and where it stands.

    Attributes:
        chat_id: where it was asked.
        user_id: who asked.
        message_id: the message to reply to.
        parts: the messages it was put together from, in order: id and text.
        question: as asked.
        key: equal for questions that differ only in chat, case and punctuation.
        language: of the messages around the answer.
        outcome: of the answer last shown.
        near: what to ask instead, where nothing was found.
        answer_id: the message that holds the answer; None until it is sent.
        id: given by the database.
    """

    chat_id: int
    user_id: int
    message_id: int
    parts: dict[int, str]
    question: str
    key: str
    language: Language
    outcome: Outcome = "unanswered"
    near: tuple[str, ...] = ()
    answer_id: int | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Shown:
    """A claim that somebody was shown.

    Attributes:
        asked: in answer to what.
        claim_id: of the claim.
        article_id: of its article.
        claimant_id: who it was said to be by.
        claimant: the name that was shown.
        quote: the words that were shown.
    """

    asked: Asked
    claim_id: str
    article_id: str
    claimant_id: str
    claimant: str
    quote: str


def words_digest(claim: Claim) -> str:
    """The same for the same words of the same claimant, whatever the claim's id."""
    told = f"{claim.claimant.id}\0{' '.join(claim.quote.split())}"
    return hashlib.blake2b(told.encode(), digest_size=8).hexdigest()


def claims_in(answer: Answer) -> Iterator[Claim]:
    """Every claim of an answer."""
    for position in answer.positions:
        for entry in position.entries:
            yield from (item.claim for item in (entry, *entry.also))


_ASKED = select(*AskedRow.__table__.columns)
_LATEST = 200  # questions of a chat in which an edited message is looked for


class Questions:
    """The log of questions, kept for as long as the setting says."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, asked: Asked) -> int:
        """Note a question; its id."""
        with self._database.writing() as connection:
            put = insert(AskedRow).values(**_values(asked), asked_at=now()).returning(AskedRow.id)
            return int(connection.execute(put).scalar_one())

    def answered(self, asked: Asked, answer: Answer | None) -> None:
        """Note what was answered, in place of what was noted before.

        Args:
            asked: with its id, and the message that holds the answer.
            answer: what was shown; None where there was nothing to show.
        """
        shown = {claim.id: claim for claim in claims_in(answer)} if answer else {}
        change = update(AskedRow).where(AskedRow.id == asked.id).values(**_values(asked))
        with self._database.writing() as connection:
            connection.execute(change)
            connection.execute(delete(ShownRow).where(ShownRow.asked_id == asked.id))
            if shown:
                connection.execute(insert(ShownRow), [_shown(asked.id, c) for c in shown.values()])

    def drop(self, identity: int) -> None:
        """Forget one question."""
        with self._database.writing() as connection:
            connection.execute(delete(AskedRow).where(AskedRow.id == identity))

    def get(self, identity: int) -> Asked | None:
        """A question by its id; None where it was forgotten."""
        wanted = _ASKED.where(AskedRow.id == identity)
        with self._database.reading() as connection:
            row = connection.execute(wanted).one_or_none()
        return _asked(row) if row else None

    def of_message(self, chat: int, message: int) -> list[Asked]:
        """The questions that a message had a part in, first asked first; only the chat's latest."""
        wanted = _ASKED.where(AskedRow.chat_id == chat).order_by(AskedRow.id.desc()).limit(_LATEST)
        with self._database.reading() as connection:
            latest = [_asked(row) for row in connection.execute(wanted)]
        return [asked for asked in reversed(latest) if message in asked.parts]

    def of_answer(self, chat: int, message: int) -> Asked | None:
        """The question that a message of the bot answers."""
        wanted = _ASKED.where(AskedRow.chat_id == chat, AskedRow.answer_id == message)
        with self._database.reading() as connection:
            row = connection.execute(wanted).first()
        return _asked(row) if row else None

    def shown(self) -> list[Shown]:
        """Every claim that is remembered to have been shown."""
        wanted = (
            select(*AskedRow.__table__.columns, *ShownRow.__table__.columns)
            .join(ShownRow, ShownRow.asked_id == AskedRow.id)
            .order_by(AskedRow.id)
        )
        with self._database.reading() as connection:
            return [
                Shown(_asked(row), row.claim_id, row.article_id, row.claimant_id, row.claimant, row.quote)
                for row in connection.execute(wanted)
            ]

    def forget_user(self, user: int) -> int:
        """Forget what somebody asked; how many questions that were."""
        with self._database.writing() as connection:
            return connection.execute(delete(AskedRow).where(AskedRow.user_id == user)).rowcount

    def forget(self, before: datetime) -> None:
        """Forget what was asked before a moment."""
        with self._database.writing() as connection:
            connection.execute(delete(AskedRow).where(AskedRow.asked_at < before))


def _values(asked: Asked) -> dict[str, Any]:
    return {
        "chat_id": asked.chat_id,
        "user_id": asked.user_id,
        "message_id": asked.message_id,
        "answer_id": asked.answer_id,
        "parts": {str(message): text for message, text in asked.parts.items()},
        "question": asked.question,
        "question_key": asked.key,
        "language": asked.language,
        "outcome": asked.outcome,
        "near": list(asked.near),
    }


def _asked(row: Row[Any]) -> Asked:
    return Asked(
        chat_id=row.chat_id,
        user_id=row.user_id,
        message_id=row.message_id,
        parts={int(message): text for message, text in row.parts.items()},
        question=row.question,
        key=row.question_key,
        language=row.language,
        outcome=row.outcome,
        near=tuple(row.near),
        answer_id=row.answer_id,
        id=row.id,
    )


def _shown(asked: int, claim: Claim) -> dict[str, Any]:
    return {
        "asked_id": asked,
        "claim_id": claim.id,
        "article_id": claim.article.id,
        "claimant_id": claim.claimant.id,
        "claimant": claim.claimant.name,
        "quote": claim.quote,
    }
