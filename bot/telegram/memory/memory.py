"""Everything the bot remembers, in one place: opened once, closed once, and forgotten on request."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import delete, exists, update
from sqlalchemy.orm import aliased

from bot.telegram.memory.asked import Questions
from bot.telegram.memory.chats import Chats
from bot.telegram.memory.database import Database
from bot.telegram.memory.follows import Follows
from bot.telegram.memory.marks import Marks
from bot.telegram.memory.reports import Reports
from bot.telegram.memory.schema import STEPS, AskedRow, ChatRow, FollowRow, ReportRow, WaitingRow
from bot.telegram.memory.updates import Updates
from bot.telegram.memory.waiting import WaitingRoom
from retrieval.migrations.connect import connect

_OF_CHATS = (AskedRow, ChatRow, FollowRow, ReportRow, WaitingRow)
# Tables in which a chat has something once, and the columns that make it the same.
_ONCE_A_CHAT: tuple[tuple[type[ChatRow | FollowRow | WaitingRow], tuple[str, ...]], ...] = (
    (ChatRow, ()),
    (FollowRow, ("user_id", "question_key")),
    (WaitingRow, ("user_id", "question_key")),
)


@dataclass(frozen=True, slots=True)
class Erased:
    """How much was forgotten of one person."""

    questions: int
    follows: int
    waiting: int
    reports: int

    @property
    def nothing(self) -> bool:
        """Whether there was nothing to forget."""
        return not (self.questions or self.follows or self.waiting or self.reports)


class Memory:
    """What the bot remembers of its readers.

    Args:
        database: with the memory's tables.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.chats = Chats(database)
        self.updates = Updates(database)
        self.questions = Questions(database)
        self.follows = Follows(database)
        self.waiting = WaitingRoom(database)
        self.reports = Reports(database)
        self.marks = Marks(database)

    @classmethod
    def open(cls, folder: Path, database_url: str = "") -> Self:
        """Open the memory: a file of its own in the data folder, or tables in a shared database.

        Raises:
            BadSetting: the database cannot be used.
        """
        return cls(Database(connect(database_url or f"sqlite:///{folder / 'readers.db'}", STEPS)))

    def forget_user(self, user: int) -> Erased:
        """Forget a person: questions, follows, what they wait for, and that they told something."""
        self.chats.forget(user)
        return Erased(
            self.questions.forget_user(user),
            self.follows.forget_user(user),
            self.waiting.forget_user(user),
            self.reports.forget_user(user),
        )

    def leave(self, chat: int) -> None:
        """Forget what was promised to a chat that cannot be reached any more."""
        self.follows.forget_chat(chat)
        self.waiting.forget_chat(chat)

    def forget(self, before: datetime) -> None:
        """Forget who asked, waited or told something before a moment."""
        self.questions.forget(before)
        self.waiting.forget(before)
        self.reports.forget(before)
        self.updates.forget(before)

    def move(self, old: int, new: int) -> None:
        """A group became another chat: what was noted for the one holds for the other.

        Where both have the same, what the new one has stays.
        """
        with self._database.writing() as connection:
            for row, same in _ONCE_A_CHAT:
                there = aliased(row)
                also = exists().where(
                    there.chat_id == new, *(getattr(row, c) == getattr(there, c) for c in same)
                )
                connection.execute(delete(row).where(row.chat_id == old, also))
            for table in _OF_CHATS:
                connection.execute(update(table).where(table.chat_id == old).values(chat_id=new))

    def close(self) -> None:
        """Close every connection."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
