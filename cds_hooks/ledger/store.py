"""How is the ledger written and read? An error of the database leaves here as LedgerUnavailable, and ``presence`` hears of it.

What may not live here: what is written, and how a connection is made (``engines``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, Table, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoneFree

from cds_hooks.failures import LedgerUnavailable
from cds_hooks.ledger import engines, migrating
from cds_hooks.ledger.presence import Presence

NewRow = postgresql.Insert | sqlite.Insert
_INSERT: Final[Mapping[str, Callable[[Table], NewRow]]] = {
    "sqlite": lambda table: sqlite.insert(table).on_conflict_do_nothing(),
    "postgresql": lambda table: postgresql.insert(table).on_conflict_do_nothing(),
}


class Store:
    """Opened once for a process; connects when it is first asked."""

    def __init__(self, url: str, presence: Presence) -> None:
        parsed = make_url(url)
        self._presence = presence
        self._file = file_of(parsed)
        self._engine = engines.engine_for(parsed)
        # What lives in memory lives in one connection.
        self._apart = (
            self._engine if parsed.get_backend_name() == "sqlite" and not self._file else engines.apart(parsed)
        )
        self._at_once = self._engine.execution_options(isolation_level="AUTOCOMMIT")

    def new_row(self, table: Table) -> NewRow:
        """An insertion that leaves what is there already as it is."""
        return _INSERT[self._engine.dialect.name](table)

    @contextmanager
    def lasting(self) -> Iterator[Connection]:
        """One transaction; once this block is left, it outlives the end of the process, and of the machine's power."""
        with self._asked(), self._engine.execution_options(lasting=True).begin() as connection:
            yield connection

    @contextmanager
    def at_once(self) -> Iterator[Connection]:
        """Single statements, each for itself: they outlive the end of the process."""
        with self._asked(), self._at_once.connect() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection of its own, so that a long report keeps nobody waiting."""
        with self._asked(), self._apart.connect() as connection:
            yield connection

    @contextmanager
    def opening(self) -> Iterator[Engine]:
        """For whoever makes the tables; asked for although the database is not known to be there."""
        if self._file:
            with suppress(OSError):  # connecting then fails for the same reason, and says so
                self._file.touch(mode=0o600)  # for nobody else on this machine; WAL and index take it over
        with _translated(self._presence):
            yield self._apart

    def bring_up_to_date(self) -> str:
        """The tables; says at which step they are. Waits for whoever else is doing it. Raises LedgerUnavailable."""
        with self.opening() as engine:
            migrating.bring_up_to_date(engine)
            return migrating.newest_step(engine)

    def close(self) -> None:
        self._engine.dispose()
        self._apart.dispose()

    @contextmanager
    def _asked(self) -> Iterator[None]:
        self._presence.wait()
        with _translated(self._presence):
            yield


@contextmanager
def _translated(presence: Presence) -> Iterator[None]:
    try:
        yield
    except (DBAPIError, NoneFree) as failure:
        presence.lost(word_for(failure))
        raise LedgerUnavailable from None


def word_for(failure: Exception) -> str:
    """Kind and number of an error. Its text may hold what was being written, or an address with a password."""
    cause: Any = getattr(failure, "orig", None) or failure
    number = getattr(cause, "sqlite_errorname", None) or getattr(cause, "sqlstate", None)
    return type(cause).__name__ + (f" {number}" if number else "")


def file_of(url: URL) -> Path | None:
    named = url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:")
    return Path(str(url.database)) if named else None
