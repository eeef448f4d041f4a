"""The three tables, as the newest migration leaves them. Nothing in them tells of a patient, and nobody's words stand there.

How they came to be stands in ``migrations``, what is written into them in ``rows``, ``clerk`` and ``tokens``.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
)

NAMES: Final = MetaData(naming_convention={"pk": "pk_%(table_name)s", "ix": "ix_%(table_name)s_%(column_0_name)s"})


class Moment(TypeDecorator[datetime]):
    """A moment in UTC. SQLite keeps no zone, so it is taken off there and put on again."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  the library's form
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None or value.tzinfo:
            return value and value.astimezone(UTC)
        return value.replace(tzinfo=UTC)


ISSUED_CARD: Final = Table(
    "issued_card",
    NAMES,
    Column("card", String, primary_key=True),
    Column("issued_at", Moment, nullable=False),
    Column("kind", String, nullable=False),
    Column("outcome", String, nullable=False),  # "" on a card that concerns no lesion
    Column("rules", String, nullable=False),  # ids, with a space between
    Column("knowledge_version", String, nullable=False),
    Column("shown", Boolean, nullable=False),  # not in shadow mode
    Column("service", String, nullable=False),
    Column("client", String, nullable=False),
    Column("site", String, nullable=False),
)

FEEDBACK: Final = Table(
    "feedback",
    NAMES,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("received_at", Moment, nullable=False),
    Column("at", Moment, nullable=False),  # as the caller's clock says
    Column("card", String, nullable=False),  # a UUID, or the digest of what is none
    Column("outcome", String, nullable=False),
    Column("suggestions", String, nullable=False),  # like card, with a space between
    Column("reason_code", String, nullable=False),
    Column("reason_system", String, nullable=False),
    Column("comment", LargeBinary),  # sealed
    Column("comment_refused", Boolean, nullable=False),
    Column("service", String, nullable=False),
    Column("client", String, nullable=False),
    Column("site", String, nullable=False),
    Index(None, "card"),
)

SEEN_TOKEN: Final = Table(
    "seen_token",
    NAMES,
    Column("digest", LargeBinary, primary_key=True),
    Column("until", BigInteger, nullable=False),  # seconds since 1970
    Index(None, "until"),
)
