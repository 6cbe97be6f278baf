"""Moderators' corrections of stances: one row for each decision and each withdrawal, none ever changed."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the table; it refers to claims by id alone, for it outlives them."""
    op.create_table(
        "stance_corrections",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("claim_id", sa.String, nullable=False),
        sa.Column("question_key", sa.String, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("stance", sa.String),
        sa.Column("answer", sa.Text),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("made_by", sa.String, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_stance_corrections"),
    )
    op.create_index("ix_stance_corrections_question_key", "stance_corrections", ["question_key"])
