"""The one thread of the ledger: it opens it, looks whether it is back, notes issued cards, and forgets old tokens.

No call waits for any of that. What may not live here: what a call waits for (``ledger``).
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from multiprocessing.util import Finalize
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Final

from cds_hooks.failures import LedgerUnavailable
from cds_hooks.ledger import tokens
from cds_hooks.ledger.migrating import bring_up_to_date
from cds_hooks.ledger.presence import Presence
from cds_hooks.ledger.rows import Row
from cds_hooks.ledger.store import Store
from cds_hooks.ledger.tables import ISSUED_CARD

LOG = logging.getLogger("spinal_cds.ledger")
MOST_WAITING: Final = 2_000
"""Calls whose cards wait to be noted: ten megabytes at most."""
LOOK_AGAIN_S: Final = 1.0
FORGET_EVERY_S: Final = 60.0
LAST_WORDS_S: Final = 5.0
_BATCH: Final = 200


class Clerk:
    """Works from its first ``wake`` on; a daemon, so that it holds up no end of a process for long."""

    def __init__(self, store: Store, presence: Presence, clock: Callable[[], datetime]) -> None:
        self._store, self._presence, self._clock = store, presence, clock
        self._waiting: SimpleQueue[Sequence[Row] | None] = SimpleQueue()  # None: there will be no more
        self._ending = threading.Event()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._forget_at = monotonic() + FORGET_EVERY_S
        self._lost = 0
        presence.on_loss = lambda: self._waiting.put(())  # so that it looks at once whether it is back

    @property
    def lost(self) -> int:
        """Cards that were not noted, as the database was away or too slow; what is told of them stays unjoined."""
        return self._lost

    @property
    def waiting(self) -> int:
        return self._waiting.qsize()

    def wake(self) -> None:
        """Raises LedgerUnavailable where no thread can be started."""
        if self._thread is None:
            with self._lock:
                if self._thread is None:
                    self._thread = _started(self._work)

    def note(self, cards: Sequence[Row]) -> None:
        """Neither waits nor raises."""
        try:
            self.wake()
        except LedgerUnavailable:
            self._lose(cards)
            return
        if self._waiting.qsize() < MOST_WAITING:
            self._waiting.put(cards)
        else:
            self._lose(cards)

    def let_go(self) -> None:
        """What is waiting is written first, if that is possible soon. Does not wait for it."""
        self._ending.set()
        self._waiting.put(None)

    def stop(self) -> None:
        """The same, and waits a moment until it is done."""
        self.let_go()
        if self._thread and self._thread is not threading.current_thread():
            self._thread.join(LAST_WORDS_S)

    def _work(self) -> None:
        # Not `atexit`, for a forked worker of the web server ends without it.
        at_exit = Finalize(None, self.stop, exitpriority=0)
        while self._presence.there or self._opened() or not self._ending.wait(LOOK_AGAIN_S):
            if self._presence.there and not self._does_what_is_due():
                break
        self._store.close()
        at_exit.cancel()

    def _does_what_is_due(self) -> bool:
        """Waits until there is something to do, and does it. False: it was the last."""
        found = self._found()
        rows = [row for cards in found for row in cards or ()]
        if rows and None not in found and not self._presence.there:
            self._waiting.put(rows)  # it was lost while this waited; they are written when it is back
        elif rows and not self._has_done(lambda: self._write(rows)):
            self._lose(rows)
        if monotonic() >= self._forget_at:
            self._forget_at = monotonic() + FORGET_EVERY_S
            self._has_done(self._forget)
        return None not in found

    def _opened(self) -> bool:
        if not self._has_done(self._open):
            return False
        self._presence.found()
        return True

    def _has_done(self, work: Callable[[], None]) -> bool:
        try:
            work()
        except LedgerUnavailable:
            return False
        except Exception as failure:  # noqa: BLE001  nothing may end this thread, or the ledger would stay shut for good
            self._presence.lost(type(failure).__name__)
            return False
        return True

    def _open(self) -> None:
        with self._store.opening() as engine:
            bring_up_to_date(engine)
            with engine.begin() as connection:  # which also shows that it can be written
                tokens.prune(connection, self._clock())

    def _write(self, rows: Sequence[Row]) -> None:
        with self._store.lasting() as connection:
            connection.execute(self._store.new_row(ISSUED_CARD), rows)

    def _forget(self) -> None:
        with self._store.at_once() as connection:
            tokens.prune(connection, self._clock())

    def _found(self) -> list[Sequence[Row] | None]:
        found: list[Sequence[Row] | None] = []
        with suppress(Empty):
            found.append(self._waiting.get(timeout=max(0.0, self._forget_at - monotonic())))
            while len(found) < _BATCH:
                found.append(self._waiting.get_nowait())
        return found

    def _lose(self, cards: Sequence[Row]) -> None:
        with self._lock:
            if cards and not self._lost:
                LOG.error("ledger: cards are not noted; what is told of them will stay unjoined")
            self._lost += len(cards)


def _started(work: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=work, name="ledger", daemon=True)
    try:
        thread.start()
    except RuntimeError:
        raise LedgerUnavailable from None
    return thread
