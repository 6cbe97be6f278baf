"""What readers told the moderators: something wrong with an answer, or a link to take in."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import insert, select, update

from bot.telegram.memory.database import Database, now
from bot.telegram.memory.schema import ReportRow

ReportKind = Literal["wrong-side", "wrong-speaker", "outdated", "missing", "other", "link", "question"]
REASONS: tuple[ReportKind, ...] = ("wrong-side", "wrong-speaker", "outdated", "missing", "other")


@dataclass(frozen=True, slots=True)
class Report:
    """One thing told: a kind of ``ReportKind``, what was asked, and the link or the words."""

    kind: str
    chat_id: int | None
    user_id: int | None
    question: str
    detail: str = ""


class Reports:
    """Everything told to the moderators."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, report: Report) -> bool:
        """Note a report; False where the same reader has said the same already."""
        with self._database.writing() as connection:
            if connection.execute(select(ReportRow.id).where(*_same(report)).limit(1)).first():
                return False
            connection.execute(
                insert(ReportRow).values(
                    kind=report.kind,
                    chat_id=report.chat_id,
                    user_id=report.user_id,
                    question=report.question,
                    detail=report.detail,
                    reported_at=now(),
                )
            )
        return True

    def all(self) -> list[Report]:
        """Everything told, first told first."""
        wanted = select(
            ReportRow.kind, ReportRow.chat_id, ReportRow.user_id, ReportRow.question, ReportRow.detail
        ).order_by(ReportRow.id)
        with self._database.reading() as connection:
            return [Report(*row) for row in connection.execute(wanted)]

    def forget_user(self, user: int) -> int:
        """Forget who told; what was told stays. How many reports that were."""
        with self._database.writing() as connection:
            return connection.execute(_nameless().where(ReportRow.user_id == user)).rowcount

    def forget(self, before: datetime) -> None:
        """Forget who told something before a moment."""
        with self._database.writing() as connection:
            connection.execute(_nameless().where(ReportRow.reported_at < before))


def _nameless() -> Any:  # noqa: ANN401  # an SQL update
    return update(ReportRow).values(user_id=None, chat_id=None)


def _same(report: Report) -> tuple[Any, ...]:
    return (
        ReportRow.kind == report.kind,
        ReportRow.user_id == report.user_id,
        ReportRow.question == report.question,
        ReportRow.detail == report.detail,
    )
