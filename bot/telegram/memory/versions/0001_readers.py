"""Chats, updates, questions asked and claims shown, follows, waiting questions, reports, marks."""

import sqlalchemy as sa
from alembic import op

revision = "readers0001"
down_revision = None

_COUNTED = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the first tables."""
    _create_chats_and_updates()
    _create_asked()
    _create_follows()
    _create_waiting()
    _create_reports_and_marks()


def _create_chats_and_updates() -> None:
    op.create_table(
        "chats",
        sa.Column("chat_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", name="pk_chats"),
    )
    op.create_table(
        "updates",
        sa.Column("update_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("body", sa.JSON),
        sa.Column("received_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("update_id", name="pk_updates"),
    )
    op.create_index("ix_updates_state", "updates", ["state"])
    op.create_index("ix_updates_received_at", "updates", ["received_at"])


def _create_asked() -> None:
    op.create_table(
        "asked",
        sa.Column("id", _COUNTED, nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        sa.Column("message_id", sa.BigInteger, nullable=False),
        sa.Column("answer_id", sa.BigInteger),
        sa.Column("parts", sa.JSON, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("question_key", sa.String, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("outcome", sa.String, nullable=False),
        sa.Column("near", sa.JSON, nullable=False),
        sa.Column("asked_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_asked"),
    )
    for column in ("chat_id", "user_id", "question_key", "asked_at"):
        op.create_index(f"ix_asked_{column}", "asked", [column])
    op.create_table(
        "shown",
        sa.Column("asked_id", _COUNTED, nullable=False),
        sa.Column("claim_id", sa.String, nullable=False),
        sa.Column("article_id", sa.String, nullable=False),
        sa.Column("claimant_id", sa.String, nullable=False),
        sa.Column("claimant", sa.String, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("asked_id", "claim_id", name="pk_shown"),
        sa.ForeignKeyConstraint(["asked_id"], ["asked.id"], name="fk_shown_asked_id", ondelete="CASCADE"),
    )


def _create_follows() -> None:
    op.create_table(
        "follows",
        sa.Column("id", _COUNTED, nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("question_key", sa.String, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("known", sa.JSON, nullable=False),
        sa.Column("followed_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_follows"),
        sa.UniqueConstraint(
            "chat_id", "user_id", "question_key", name="uq_follows_chat_id_user_id_question_key"
        ),
    )
    op.create_index("ix_follows_user_id", "follows", ["user_id"])


def _create_waiting() -> None:
    op.create_table(
        "waiting",
        sa.Column("id", _COUNTED, nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        sa.Column("message_id", sa.BigInteger, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("question_key", sa.String, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("asked_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_waiting"),
        sa.UniqueConstraint(
            "chat_id", "user_id", "question_key", name="uq_waiting_chat_id_user_id_question_key"
        ),
    )
    op.create_index("ix_waiting_user_id", "waiting", ["user_id"])
    op.create_index("ix_waiting_question_key", "waiting", ["question_key"])


def _create_reports_and_marks() -> None:
    op.create_table(
        "reports",
        sa.Column("id", _COUNTED, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("chat_id", sa.BigInteger),
        sa.Column("user_id", sa.BigInteger),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("reported_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
    )
    op.create_index("ix_reports_user_id", "reports", ["user_id"])
    op.create_table(
        "marks",
        sa.Column("name", sa.String, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_marks"),
    )
