"""Moderators' corrections of stances: which side a claim takes in one question, whatever a judge says.

Rows are only added. The newest one for a claim and a question holds; one without a stance withdraws
what stood before. They refer to claims by id and outlive them: a claim that comes back, with the same
words in the same article, is corrected as before.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select

from retrieval.models import Stance
from retrieval.schema import StanceCorrectionRow

Transaction = Callable[[], AbstractContextManager[Connection]]


@dataclass(frozen=True, slots=True)
class StanceCorrection:
    """A moderator's word on one claim and one question.

    Attributes:
        claim_id: of the claim.
        question_key: equal for the same question in other chat, case, digits and punctuation.
        question: as asked.
        stance: the side; None where a correction was withdrawn.
        answer: what the claim answers to an open question; None for none.
        reason: why, in the moderator's words.
        by: who decided.
        at: when.
    """

    claim_id: str
    question_key: str
    question: str
    stance: Stance | None
    answer: str | None
    reason: str
    by: str
    at: datetime


_COLUMNS = (
    StanceCorrectionRow.claim_id,
    StanceCorrectionRow.question_key,
    StanceCorrectionRow.question,
    StanceCorrectionRow.stance,
    StanceCorrectionRow.answer,
    StanceCorrectionRow.reason,
    StanceCorrectionRow.made_by,
    StanceCorrectionRow.made_at,
)


class StanceCorrections:
    """The corrections in one library.

    Args:
        reading: opens a transaction that reads.
        writing: opens one that writes.
    """

    def __init__(self, reading: Transaction, writing: Transaction) -> None:
        self._reading, self._writing = reading, writing

    def add(
        self,
        claim_id: str,
        question_key: str,
        stance: Stance | None,
        *,
        question: str,
        answer: str | None,
        reason: str,
        by: str,
    ) -> StanceCorrection:
        """Store a decision, or with None as stance the withdrawal of one; it holds from now on."""
        made = StanceCorrection(
            claim_id, question_key, question, stance, answer, reason, by, datetime.now(UTC)
        )
        values = dict(zip((column.key for column in _COLUMNS), _row(made), strict=True))
        with self._writing() as connection:
            connection.execute(insert(StanceCorrectionRow).values(**values))
        return made

    def standing(self, question_key: str) -> dict[str, StanceCorrection]:
        """What holds for a question, by the id of the claim."""
        return {made.claim_id: made for made in self.all(question_key)}

    def all(self, question_key: str | None = None) -> list[StanceCorrection]:
        """What holds, for one question or for all, oldest first."""
        newest = select(func.max(StanceCorrectionRow.id)).group_by(
            StanceCorrectionRow.claim_id, StanceCorrectionRow.question_key
        )
        found = self._read(_of(question_key).where(StanceCorrectionRow.id.in_(newest)))
        return [made for made in found if made.stance is not None]

    def history(self, question_key: str | None = None) -> list[StanceCorrection]:
        """Every decision and every withdrawal, for one question or for all, oldest first."""
        return self._read(_of(question_key))

    def _read(self, wanted: Select[*tuple[Any, ...]]) -> list[StanceCorrection]:
        with self._reading() as connection:
            return [StanceCorrection(*row) for row in connection.execute(wanted)]


def _of(question_key: str | None) -> Select[*tuple[Any, ...]]:
    """The rows of one question, or all, oldest first."""
    wanted: Select[*tuple[Any, ...]] = select(*_COLUMNS).order_by(StanceCorrectionRow.id)
    return wanted if question_key is None else wanted.where(StanceCorrectionRow.question_key == question_key)


def _row(made: StanceCorrection) -> tuple[object, ...]:
    return (
        made.claim_id, made.question_key, made.question, made.stance, made.answer, made.reason, made.by,
        made.at,
    )  # fmt: skip
