"""Unanswered questions that readers sent to the moderators, and who waits for the answer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select

from bot.telegram.memory.database import Database, now
from bot.telegram.memory.schema import WaitingRow
from bot.texts import Language
from retrieval.migrations.connect import upsert


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who waits for an answer, and the message it replies to."""

    chat_id: int
    user_id: int
    message_id: int
    question: str
    key: str
    language: Language
    id: int = 0


class WaitingRoom:
    """Who waits for what."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, waiting: Waiting) -> bool:
        """Send a question to the moderators; False where this reader has sent it already."""
        values = {
            "chat_id": waiting.chat_id,
            "user_id": waiting.user_id,
            "message_id": waiting.message_id,
            "question": waiting.question,
            "question_key": waiting.key,
            "language": waiting.language,
            "asked_at": now(),
        }
        with self._database.writing() as connection:
            put = upsert(connection, WaitingRow).values(**values).on_conflict_do_nothing()
            return bool(connection.execute(put).rowcount)

    def all(self) -> list[Waiting]:
        """Everybody who waits, longest first."""
        wanted = select(*WaitingRow.__table__.columns).order_by(WaitingRow.id)
        with self._database.reading() as connection:
            return [_waiting(row) for row in connection.execute(wanted)]

    def settle(self, identity: int) -> None:
        """Note that somebody was told the answer."""
        self._delete(WaitingRow.id == identity)

    def forget_user(self, user: int) -> int:
        """Forget what somebody waits for; how much that was."""
        return self._delete(WaitingRow.user_id == user)

    def forget_chat(self, chat: int) -> None:
        """Forget what is waited for in a chat that cannot be reached any more."""
        self._delete(WaitingRow.chat_id == chat)

    def forget(self, before: datetime) -> None:
        """Forget who has waited since before a moment."""
        self._delete(WaitingRow.asked_at < before)

    def _delete(self, which: Any) -> int:  # noqa: ANN401  # an SQL condition
        with self._database.writing() as connection:
            return connection.execute(delete(WaitingRow).where(which)).rowcount


def _waiting(row: Row[Any]) -> Waiting:
    return Waiting(
        row.chat_id, row.user_id, row.message_id, row.question, row.question_key, row.language, row.id
    )
