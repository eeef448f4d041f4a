"""Step 1: issued cards, feedback on them, used tokens."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _issued_cards()
    _feedback()
    _seen_tokens()


def downgrade() -> None:
    for table in ("seen_token", "feedback", "issued_card"):
        op.drop_table(table)


def _issued_cards() -> None:
    op.create_table(
        "issued_card",
        sa.Column("card", sa.String, nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("outcome", sa.String, nullable=False),
        sa.Column("rules", sa.String, nullable=False),
        sa.Column("knowledge_version", sa.String, nullable=False),
        sa.Column("shown", sa.Boolean, nullable=False),
        sa.Column("service", sa.String, nullable=False),
        sa.Column("client", sa.String, nullable=False),
        sa.Column("site", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("card", name="pk_issued_card"),
    )


def _feedback() -> None:
    op.create_table(
        "feedback",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("card", sa.String, nullable=False),
        sa.Column("outcome", sa.String, nullable=False),
        sa.Column("suggestions", sa.String, nullable=False),
        sa.Column("reason_code", sa.String, nullable=False),
        sa.Column("reason_system", sa.String, nullable=False),
        sa.Column("comment", sa.LargeBinary),
        sa.Column("comment_refused", sa.Boolean, nullable=False),
        sa.Column("service", sa.String, nullable=False),
        sa.Column("client", sa.String, nullable=False),
        sa.Column("site", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_feedback"),
    )
    op.create_index("ix_feedback_card", "feedback", ["card"])


def _seen_tokens() -> None:
    op.create_table(
        "seen_token",
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.Column("until", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_seen_token"),
    )
    op.create_index("ix_seen_token_until", "seen_token", ["until"])
