"""Which tokens were used, for all workers and instances. Of a token only a digest of its issuer and id is kept.

What may not live here: what a token is (``trust``).
"""

from __future__ import annotations

import hashlib
import json
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, delete

from cds_hooks.ledger.store import Store
from cds_hooks.ledger.tables import SEEN_TOKEN

KEPT_ON: Final = timedelta(minutes=10)
"""Longer than the clocks of two instances may differ: who still takes a token for valid finds it here."""


def first_use(store: Store, issuer: str, token_id: str, until: datetime) -> bool:
    """Whether this token was not there yet. The database decides: of any number of callers at once one is told yes."""
    row = {"digest": _digest(issuer, token_id), "until": int(until.timestamp()) + 1}
    with store.at_once() as connection:
        insertion = store.new_row(SEEN_TOKEN).execution_options(preserve_rowcount=True)
        return connection.execute(insertion, row).rowcount == 1


def prune(connection: Connection, now: datetime) -> None:
    """Forgets the tokens that nobody takes any more, because they have expired."""
    connection.execute(delete(SEEN_TOKEN).where(SEEN_TOKEN.c.until < int((now - KEPT_ON).timestamp())))


def _digest(issuer: str, token_id: str) -> bytes:
    """Both as JSON, in ASCII: no two pairs give the same text, and any text has a form."""
    return hashlib.sha256(json.dumps([issuer, token_id]).encode("ascii")).digest()
