"""The tables of what the bot remembers: who asked what, who follows what, what is still to be done.

They are apart from the library: nothing in the library says who asked, and a backup of it holds no
reader. Only the shape; how an older database gets it stands in ``versions``.
"""

from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Integer, MetaData, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from retrieval.migrations.upgrade import Steps
from retrieval.schema import UtcDateTime


class Table(DeclarativeBase):
    """Base of every table of the memory."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        }
    )
    type_annotation_map = {datetime: UtcDateTime, int: BigInteger}  # noqa: RUF012  # SQLAlchemy's own way


STEPS = Steps(Table.metadata, "readers0001", Path(__file__).parent / "versions", "alembic_version_readers")

# SQLite counts up by itself only in a column of exactly this type.
_Counted = BigInteger().with_variant(Integer, "sqlite")


class ChatRow(Table):
    """A chat that chose a language."""

    __tablename__ = "chats"

    chat_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    language: Mapped[str]


class UpdateRow(Table):
    """An update from Telegram: its body until it is handled, then only its number.

    ``state`` is "waiting", "answering" from the moment before the first word goes out, or "done".
    """

    __tablename__ = "updates"

    update_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    state: Mapped[str] = mapped_column(String, index=True)
    body: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    received_at: Mapped[datetime] = mapped_column(index=True)


class AskedRow(Table):
    """A question, where it was asked, and the message that answers it.

    ``parts`` are the messages that it was put together from, text by message id, in order.
    """

    __tablename__ = "asked"

    id: Mapped[int] = mapped_column(_Counted, primary_key=True)
    chat_id: Mapped[int] = mapped_column(index=True)
    user_id: Mapped[int] = mapped_column(index=True)
    message_id: Mapped[int]
    answer_id: Mapped[int | None]
    parts: Mapped[dict[str, str]] = mapped_column(JSON)
    question: Mapped[str] = mapped_column(Text)
    question_key: Mapped[str] = mapped_column(String, index=True)
    language: Mapped[str]
    outcome: Mapped[str]
    near: Mapped[list[str]] = mapped_column(JSON)
    asked_at: Mapped[datetime] = mapped_column(index=True)


class ShownRow(Table):
    """A claim that an answer showed, with what was said of it, to tell the asker of a change."""

    __tablename__ = "shown"

    asked_id: Mapped[int] = mapped_column(
        _Counted, ForeignKey("asked.id", ondelete="CASCADE"), primary_key=True
    )
    claim_id: Mapped[str] = mapped_column(String, primary_key=True)
    article_id: Mapped[str]
    claimant_id: Mapped[str]
    claimant: Mapped[str]
    quote: Mapped[str] = mapped_column(Text)


class FollowRow(Table):
    """A question on which a reader wants to hear of new claims.

    ``known`` are the digests of the words that the reader has seen or was told of.
    """

    __tablename__ = "follows"
    __table_args__ = (UniqueConstraint("chat_id", "user_id", "question_key"),)

    id: Mapped[int] = mapped_column(_Counted, primary_key=True)
    chat_id: Mapped[int]
    user_id: Mapped[int] = mapped_column(index=True)
    question: Mapped[str] = mapped_column(Text)
    question_key: Mapped[str]
    language: Mapped[str]
    known: Mapped[list[str]] = mapped_column(JSON)
    followed_at: Mapped[datetime]


class WaitingRow(Table):
    """An unanswered question that a reader sent to the moderators, to be told of its answer."""

    __tablename__ = "waiting"
    __table_args__ = (UniqueConstraint("chat_id", "user_id", "question_key"),)

    id: Mapped[int] = mapped_column(_Counted, primary_key=True)
    chat_id: Mapped[int]
    user_id: Mapped[int] = mapped_column(index=True)
    message_id: Mapped[int]
    question: Mapped[str] = mapped_column(Text)
    question_key: Mapped[str] = mapped_column(String, index=True)
    language: Mapped[str]
    asked_at: Mapped[datetime]


class ReportRow(Table):
    """What a reader told the moderators: what is wrong with an answer, or a link to take in.

    Who told it is forgotten on request and with time; what was told stays.
    """

    __tablename__ = "reports"

    id: Mapped[int] = mapped_column(_Counted, primary_key=True)
    kind: Mapped[str]
    chat_id: Mapped[int | None]
    user_id: Mapped[int | None] = mapped_column(index=True)
    question: Mapped[str] = mapped_column(Text)
    detail: Mapped[str] = mapped_column(Text)
    reported_at: Mapped[datetime]


class MarkRow(Table):
    """A note to itself, such as the state of the library when readers were last told of news."""

    __tablename__ = "marks"

    name: Mapped[str] = mapped_column(String, primary_key=True)
    value: Mapped[str] = mapped_column(Text)
