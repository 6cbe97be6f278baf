"""Articles, claimants, claims, and the queue of articles to index."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the first tables."""
    _create_articles()
    _create_claimants()
    _create_claims()
    _create_claim_via()
    _create_index_queue()


def _create_articles() -> None:
    op.create_table(
        "articles",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("path", sa.String, nullable=False),
        sa.Column("url", sa.String),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("publisher", sa.String),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("published", sa.Date),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        sa.Column("origin", sa.String, nullable=False),
        sa.Column("content_hash", sa.String, nullable=False),
        sa.Column("extractor", sa.String, nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("missing_since", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="pk_articles"),
        sa.UniqueConstraint("path", name="uq_articles_path"),
    )
    op.create_index("ix_articles_origin", "articles", ["origin"])


def _create_claimants() -> None:
    op.create_table(
        "claimants",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("name_en", sa.String),
        sa.Column("name_bn", sa.String),
        sa.Column("kind", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_claimants"),
    )


def _create_claims() -> None:
    op.create_table(
        "claims",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("article_id", sa.String, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("claimant_id", sa.String, nullable=False),
        sa.Column("cue", sa.String),
        sa.Column("context", sa.Text, nullable=False),
        sa.Column("said", sa.Date),
        sa.Column("said_precision", sa.String, nullable=False),
        sa.Column("refers_to", sa.String),
        sa.Column("passage_start", sa.Integer, nullable=False),
        sa.Column("passage_end", sa.Integer, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_claims"),
        sa.UniqueConstraint("article_id", "position", name="uq_claims_article_id_position"),
        sa.CheckConstraint('"start" >= 0 AND "start" < "end"', name=op.f("ck_claims_span")),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_claims_article_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["claimant_id"], ["claimants.id"], name="fk_claims_claimant_id"),
        sa.ForeignKeyConstraint(
            ["refers_to"], ["claims.id"], name="fk_claims_refers_to", ondelete="SET NULL"
        ),
    )
    op.create_index("ix_claims_claimant_id", "claims", ["claimant_id"])
    op.create_index("ix_claims_refers_to", "claims", ["refers_to"])


def _create_claim_via() -> None:
    op.create_table(
        "claim_via",
        sa.Column("claim_id", sa.String, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("claimant_id", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("claim_id", "position", name="pk_claim_via"),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claims.id"], name="fk_claim_via_claim_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["claimant_id"], ["claimants.id"], name="fk_claim_via_claimant_id"),
    )
    op.create_index("ix_claim_via_claimant_id", "claim_via", ["claimant_id"])


def _create_index_queue() -> None:
    op.create_table(
        "index_queue",
        sa.Column("article_id", sa.String, nullable=False),
        sa.Column("queued_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("article_id", name="pk_index_queue"),
    )
