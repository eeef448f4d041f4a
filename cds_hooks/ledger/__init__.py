"""What outlives a call: feedback, which cards were issued, which tokens were used. SQLite or PostgreSQL. No patient data.

What may not live here: how feedback is spelt (``wire``), and what a token is (``trust``). The only user of SQLAlchemy.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from cds_hooks.messages import Card, FeedbackEntry
from cds_hooks.site import Site


class Ledger:
    """Opened once for a process; connects at its first use, so that each worker has connections of its own."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def first_use(self, issuer: str, token_id: str, until: datetime) -> bool:
        """Whether this token was not used before, in any worker or instance. Raises LedgerUnavailable."""
        raise NotImplementedError

    def note_issued(self, cards: Sequence[Card], *, service: str, client: str) -> None:
        """Notes uuid, kind, rules and outcome of each card, later and elsewhere: it neither waits nor raises."""

    def keep(self, entries: Sequence[FeedbackEntry], *, service: str, client: str) -> None:
        """Keeps what was told of cards, for good when it returns. Raises LedgerUnavailable."""
        raise NotImplementedError

    def close(self) -> None:
        """Writes what is still waiting, and closes the connections."""


__all__ = ["Ledger"]
