"""What tests of the ledger share: cards and entries, waiting for a database, and what stands in the tables.

What may not live here: what is expected of it.
"""

from __future__ import annotations

import contextlib
import threading
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

import pytest
from sqlalchemy import Table, create_engine, select

from cds_hooks.failures import LedgerUnavailable
from cds_hooks.ledger import Ledger
from cds_hooks.messages import Card, FeedbackEntry, FeedbackOutcome, Indicator, Source

LONG_S = 60.0
"""What only something that hangs would need."""
AT = datetime(2026, 11, 29, 12, tzinfo=UTC)
OF = {"service": "spinal-tumour-order-select", "client": "https://ehr.example"}

on_sqlite = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize("url", ["postgresql"], indirect=True)

_Given = TypeVar("_Given")


def card(kind: str = "indication", **advice: Any) -> Card:
    """A card with a uuid of its own."""
    source = Source(label="Seed", topic_code=kind, topic_display=kind)
    return Card(uuid=str(uuid.uuid4()), summary="CANARY", indicator=Indicator.INFO, source=source, advice=advice)


def entry(card_id: str = "", **changes: Any) -> FeedbackEntry:
    """What a physician told of a card; of a card of its own where none is named."""
    told: dict[str, Any] = {"card": card_id or str(uuid.uuid4()), "outcome": FeedbackOutcome.OVERRIDDEN, "at": AT}
    return FeedbackEntry(**told | changes)


def there(ledger: Ledger) -> Ledger:
    """Once its database is there, however long that takes on a busy machine."""
    with contextlib.suppress(LedgerUnavailable):
        ledger.open()
    assert ledger._presence._there.wait(LONG_S)
    return ledger


def in_time(work: Callable[[], _Given]) -> _Given:
    """What this gives; a failure in place of a test that hangs, where it does not come to an end."""
    given: list[_Given] = []
    failed: list[BaseException] = []

    def working() -> None:
        try:
            given.append(work())
        except BaseException as failure:  # noqa: BLE001  raised below
            failed.append(failure)

    thread = threading.Thread(target=working, daemon=True)
    thread.start()
    thread.join(LONG_S)
    assert not thread.is_alive(), "it did not come to an end"
    if failed:
        raise failed[0]
    return given[0]


def stands_in(url: str, table: Table) -> list[dict[str, Any]]:
    """The rows as another program sees them."""
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            return [dict(row) for row in connection.execute(select(table)).mappings()]
    finally:
        engine.dispose()
