"""The tables of the database: articles, claimants, claims, corrections, and what is yet to be indexed.

Only the shape. What is written and read stands in ``library``; how an older database gets this
shape stands in ``migrations``.
"""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    DateTime,
    Dialect,
    ForeignKey,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from retrieval.models import ArticleLanguage, ClaimantKind, Cue, Stance

HEAD = "0002"
"""The newest migration; a database that says so needs no Alembic."""

PUBLISHED = "published"
"""The status of a claim that may be shown."""


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC, aware of it on the way in and on the way out (SQLite keeps no zone)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """The moment as it is stored."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ANN401, ARG002
        """The moment as it was meant."""
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


class Table(DeclarativeBase):
    """Base of every table; constraints have names, so that a migration can change them."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
        }
    )


class ArticleRow(Table):
    """An article as it was read.

    ``origin`` is equal for retellings of one original. ``content_hash`` and ``extractor`` say what
    its claims were made from, and by which version. ``missing_since`` is when its file was first
    not found.
    """

    __tablename__ = "articles"

    id: Mapped[str] = mapped_column(String, primary_key=True)
    path: Mapped[str] = mapped_column(String, unique=True)
    url: Mapped[str | None]
    title: Mapped[str]
    publisher: Mapped[str | None]
    language: Mapped[ArticleLanguage] = mapped_column(String)
    published: Mapped[date | None]
    text: Mapped[str] = mapped_column(Text)
    body: Mapped[list[list[int]]] = mapped_column(JSON)
    origin: Mapped[str] = mapped_column(String, index=True)
    content_hash: Mapped[str]
    extractor: Mapped[str]
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)
    missing_since: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ClaimantRow(Table):
    """Who makes claims, or passes them on."""

    __tablename__ = "claimants"

    id: Mapped[str] = mapped_column(String, primary_key=True)
    name: Mapped[str]
    name_en: Mapped[str | None]
    name_bn: Mapped[str | None]
    kind: Mapped[ClaimantKind] = mapped_column(String)


class ClaimRow(Table):
    """A span of an article's text, ``text[start:end]``, and who said it."""

    __tablename__ = "claims"
    __table_args__ = (
        UniqueConstraint("article_id", "position"),
        CheckConstraint('"start" >= 0 AND "start" < "end"', name="span"),
    )

    id: Mapped[str] = mapped_column(String, primary_key=True)
    article_id: Mapped[str] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"))
    position: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]
    claimant_id: Mapped[str] = mapped_column(ForeignKey("claimants.id"), index=True)
    cue: Mapped[Cue | None] = mapped_column(String)
    context: Mapped[str] = mapped_column(Text)
    said: Mapped[date | None]
    said_precision: Mapped[str]
    refers_to: Mapped[str | None] = mapped_column(ForeignKey("claims.id", ondelete="SET NULL"), index=True)
    passage_start: Mapped[int]
    passage_end: Mapped[int]
    status: Mapped[str] = mapped_column(String, default=PUBLISHED)


class ClaimViaRow(Table):
    """One link of the chain through which a claim came; position 0 is nearest to the article."""

    __tablename__ = "claim_via"

    claim_id: Mapped[str] = mapped_column(ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    claimant_id: Mapped[str] = mapped_column(ForeignKey("claimants.id"), index=True)


class QueueRow(Table):
    """An article whose entries in the indexes do not match the database yet.

    It may be gone from ``articles``: then its entries are to be taken out.
    """

    __tablename__ = "index_queue"

    article_id: Mapped[str] = mapped_column(String, primary_key=True)
    queued_at: Mapped[datetime] = mapped_column(UtcDateTime)


class StanceCorrectionRow(Table):
    """A moderator's decision on the stance of a claim in one question, or its withdrawal.

    Rows are only added; the newest for a claim and a question holds. ``stance`` is NULL where what
    stood before is withdrawn. ``claim_id`` refers to no row of ``claims``: a correction outlives the
    claim, which may come back.
    """

    __tablename__ = "stance_corrections"

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[str]
    question_key: Mapped[str] = mapped_column(String, index=True)
    question: Mapped[str] = mapped_column(Text)
    stance: Mapped[Stance | None] = mapped_column(String)
    answer: Mapped[str | None] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    made_by: Mapped[str]
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
