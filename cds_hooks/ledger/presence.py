"""Is the database there? Known by all threads, so that a database that is away holds up one call, not every one.

What may not live here: who looks whether it is back (``clerk``).
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Final

from cds_hooks.failures import LedgerUnavailable

LOG = logging.getLogger("spinal_cds.ledger")
FIRST_TIME_S: Final = 2.0
"""How long a call waits for the very first connection of its process, while the tables are looked at."""


class Presence:
    """Neither there nor away until it was first asked for. ``on_loss`` is called whenever it goes away."""

    def __init__(self) -> None:
        self._there = threading.Event()
        self._known = threading.Event()
        self._lock = threading.Lock()
        self.was_there = False
        self.on_loss: Callable[[], None] = lambda: None

    @property
    def there(self) -> bool:
        return self._there.is_set()

    @property
    def known(self) -> bool:
        return self._known.is_set()

    def wait(self) -> None:
        """Returns at once where it is there. Raises LedgerUnavailable, at once where it is known to be away."""
        if self._there.is_set():
            return
        if not self._known.wait(FIRST_TIME_S) or not self._there.is_set():
            raise LedgerUnavailable

    def found(self) -> None:
        with self._lock:
            if self._known.is_set() and not self.there:
                LOG.warning("ledger: there again")
            self.was_there = True
            self._there.set()
            self._known.set()

    def lost(self, why: str) -> None:
        """``why`` is a fixed word; an absence is told once, however many calls meet it."""
        with self._lock:
            is_news = self.there or not self._known.is_set()
            self._there.clear()
            self._known.set()
        if is_news:
            LOG.error("ledger: not there (%s); what needs it is refused until it is back", why)
            self.on_loss()
