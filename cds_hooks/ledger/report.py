"""What became of our cards: how often each kind, with which rules and outcome, was accepted or overridden, and where.

What may not live here: how a report is shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from cds_hooks.ledger.comments import Comments
from cds_hooks.ledger.tables import FEEDBACK, ISSUED_CARD


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """``entries`` that say the same of the same kind of card. ``joined`` False: of the card we know no more than its id."""

    service: str
    client: str
    site: str
    answer: str
    reason_code: str
    reason_system: str
    entries: int
    joined: bool
    kind: str = ""
    outcome: str = ""
    rules: tuple[str, ...] = ()
    knowledge_version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What a physician wrote about a card. ``text`` None: no key of this site opens it."""

    card: str
    at: datetime
    text: str | None = field(repr=False)


def told(connection: Connection) -> tuple[Told, ...]:
    """Every entry, also several of one card: what was ignored first may be accepted later (B5)."""
    by = (
        FEEDBACK.c.service,
        FEEDBACK.c.client,
        FEEDBACK.c.site,
        FEEDBACK.c.outcome.label("answer"),
        FEEDBACK.c.reason_code,
        FEEDBACK.c.reason_system,
        ISSUED_CARD.c.kind,
        ISSUED_CARD.c.outcome,
        ISSUED_CARD.c.rules,
        ISSUED_CARD.c.knowledge_version,
    )
    joined = FEEDBACK.outerjoin(ISSUED_CARD, FEEDBACK.c.card == ISSUED_CARD.c.card)
    counted = select(*by, func.count().label("entries")).select_from(joined).group_by(*by).order_by(*by)
    return tuple(_told(row) for row in connection.execute(counted))


def _told(row: Row[*tuple[Any, ...]]) -> Told:
    return Told(
        service=row.service,
        client=row.client,
        site=row.site,
        answer=row.answer,
        reason_code=row.reason_code,
        reason_system=row.reason_system,
        entries=row.entries,
        joined=row.kind is not None,
        kind=row.kind or "",
        outcome=row.outcome or "",
        rules=tuple((row.rules or "").split()),
        knowledge_version=row.knowledge_version or "",
    )


def comments(connection: Connection, box: Comments) -> tuple[Comment, ...]:
    kept = select(FEEDBACK.c.card, FEEDBACK.c.at, FEEDBACK.c.comment).where(FEEDBACK.c.comment.is_not(None))
    rows = connection.execute(kept.order_by(FEEDBACK.c.id))
    return tuple(Comment(card=row.card, at=row.at, text=box.opened(row.comment)) for row in rows)
