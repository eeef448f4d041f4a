"""What the front desk asks of the ledger. Each of these is called by requests, from several threads at once.

What may not live here: how a database is spoken to (``store``), and what of a message is kept (``rows``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from weakref import finalize

from sqlalchemy import insert

from cds_hooks.ledger import report, rows, tokens
from cds_hooks.ledger.clerk import Clerk
from cds_hooks.ledger.comments import Comments
from cds_hooks.ledger.presence import Presence
from cds_hooks.ledger.report import Comment, Told
from cds_hooks.ledger.store import Store
from cds_hooks.ledger.tables import FEEDBACK
from cds_hooks.messages import Card, FeedbackEntry
from cds_hooks.site import Site, comment_keys


def _utc() -> datetime:
    return datetime.now(UTC)


class Ledger:
    """Made once for a process; connects at its first use, so that each worker has connections of its own."""

    def __init__(self, site: Site, clock: Callable[[], datetime] = _utc) -> None:
        self._site, self._clock = site, clock
        encrypted = site.feedback.comments == "encrypted" and site.feedback.key_file
        self._comments = Comments(comment_keys(encrypted) if encrypted else ())
        self._presence = Presence()
        self._store = Store(site.store_url, self._presence)
        self._clerk = Clerk(self._store, self._presence, clock)
        finalize(self, self._clerk.let_go).atexit = False  # at the end of the process the clerk sees to itself

    def begin(self) -> None:
        """Opens it, beside whatever else goes on."""
        self._clerk.wake()

    def open(self) -> None:
        """Waits a moment until it was opened for the first time. Raises LedgerUnavailable until then, and never again."""
        self._clerk.wake()
        if not self._presence.was_there:
            self._presence.wait()

    def first_use(self, issuer: str, token_id: str, until: datetime) -> bool:
        """Whether this token was not used before, in any worker or instance. Raises LedgerUnavailable."""
        self._clerk.wake()
        return tokens.first_use(self._store, issuer, token_id, until)

    def note_issued(self, cards: Sequence[Card], *, service: str, client: str) -> None:
        """Notes kind, rules and outcome of each card, later and elsewhere: it neither waits nor raises."""
        shared = {"issued_at": self._clock(), "shown": not self._site.shadow, **self._shared(service, client)}
        self._clerk.note(rows.issued(cards, shared))

    def keep(self, entries: Sequence[FeedbackEntry], *, service: str, client: str) -> None:
        """Keeps what was told of cards, for good when it returns. Raises LedgerUnavailable."""
        self._clerk.wake()
        shared = {"received_at": self._clock(), **self._shared(service, client)}
        kept = rows.feedback(entries, self._comments, shared)
        with self._store.lasting() as connection:
            connection.execute(insert(FEEDBACK), kept)

    def told(self) -> tuple[Told, ...]:
        """What was told of our cards, counted by kind of card, rules, outcome and site. Raises LedgerUnavailable."""
        self._clerk.wake()
        with self._store.reading() as connection:
            return report.told(connection)

    def comments(self) -> tuple[Comment, ...]:
        """The comments that were kept, opened with the site's keys. Raises LedgerUnavailable."""
        self._clerk.wake()
        with self._store.reading() as connection:
            return report.comments(connection, self._comments)

    def bring_up_to_date(self) -> str:
        """Its tables, without opening it; says at which step they are. Raises LedgerUnavailable."""
        return self._store.bring_up_to_date()

    @property
    def there(self) -> bool | None:
        """Whether the database is there; None until it was first asked for."""
        return self._presence.there if self._presence.known else None

    @property
    def waiting(self) -> int:
        """Calls whose cards wait to be noted."""
        return self._clerk.waiting

    @property
    def not_noted(self) -> int:
        """Cards whose kind could not be noted since this process began."""
        return self._clerk.lost

    def close(self) -> None:
        """Writes what is still waiting, and closes the connections."""
        self._clerk.stop()

    def _shared(self, service: str, client: str) -> rows.Row:
        return {"service": service, "client": client, "site": self._site.public_url}
