"""Questions on which a reader wants to hear of new claims."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, delete, select, update

from bot.telegram.memory.database import Database, now
from bot.telegram.memory.schema import FollowRow
from bot.texts import Language
from retrieval.migrations.connect import upsert


@dataclass(frozen=True, slots=True)
class Follow:
    """One reader's wish to hear more; ``known`` are digests of the words already seen."""

    chat_id: int
    user_id: int
    question: str
    key: str
    language: Language
    known: frozenset[str]
    id: int = 0


class Follows:
    """Who follows what."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, follow: Follow) -> None:
        """Follow a question; once more changes nothing but what is known."""
        values = {
            "chat_id": follow.chat_id,
            "user_id": follow.user_id,
            "question": follow.question,
            "question_key": follow.key,
            "language": follow.language,
            "known": sorted(follow.known),
            "followed_at": now(),
        }
        with self._database.writing() as connection:
            put = upsert(connection, FollowRow).values(**values)
            connection.execute(
                put.on_conflict_do_update(
                    index_elements=["chat_id", "user_id", "question_key"], set_={"known": values["known"]}
                )
            )

    def has(self, chat: int, user: int, key: str) -> bool:
        """Whether somebody follows a question."""
        return any(follow.chat_id == chat and follow.key == key for follow in self.of(user))

    def of(self, user: int) -> list[Follow]:
        """What somebody follows, first followed first."""
        return self._read(FollowRow.user_id == user)

    def all(self) -> list[Follow]:
        """What everybody follows."""
        return self._read(FollowRow.id > 0)

    def _read(self, which: Any) -> list[Follow]:  # noqa: ANN401  # an SQL condition
        wanted = select(*FollowRow.__table__.columns).where(which).order_by(FollowRow.id)
        with self._database.reading() as connection:
            return [_follow(row) for row in connection.execute(wanted)]

    def know(self, identity: int, known: Iterable[str]) -> None:
        """Note what a follower has seen by now."""
        change = update(FollowRow).where(FollowRow.id == identity).values(known=sorted(known))
        with self._database.writing() as connection:
            connection.execute(change)

    def drop(self, chat: int, user: int, key: str) -> None:
        """Follow a question no longer."""
        self._delete(
            (FollowRow.chat_id == chat) & (FollowRow.user_id == user) & (FollowRow.question_key == key)
        )

    def drop_id(self, identity: int, user: int) -> None:
        """Follow a question no longer, by its id; another's stays."""
        self._delete((FollowRow.id == identity) & (FollowRow.user_id == user))

    def forget_user(self, user: int) -> int:
        """Forget what somebody follows; how much that was."""
        return self._delete(FollowRow.user_id == user)

    def forget_chat(self, chat: int) -> None:
        """Forget what is followed in a chat that cannot be reached any more."""
        self._delete(FollowRow.chat_id == chat)

    def _delete(self, which: Any) -> int:  # noqa: ANN401  # an SQL condition
        with self._database.writing() as connection:
            return connection.execute(delete(FollowRow).where(which)).rowcount


def _follow(row: Row[Any]) -> Follow:
    return Follow(
        row.chat_id, row.user_id, row.question, row.question_key, row.language, frozenset(row.known), row.id
    )
