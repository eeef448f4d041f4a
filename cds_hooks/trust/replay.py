"""Was this token used before? Asked of the memory that all workers and instances share, and of a small one of our own (J11).

What may not live here: how the shared memory is kept (``ledger``), and whether a token is any good.

**A limit.** A database that is down must never hold up a hook. What is used while the shared memory cannot be reached is
remembered by the worker that saw it, until that is restarted, and by no other: a stolen token of that time can be used once
more in each other worker for as long as it is valid. Such calls carry the note ``replay-memory-local``.
"""

from __future__ import annotations

import threading
from datetime import datetime, timedelta
from typing import Final, Protocol

from cds_hooks.failures import LedgerUnavailable, NotTrusted
from cds_hooks.trust.reasons import Reason

LOCAL_ONLY: Final = "replay-memory-local"
MOST_REMEMBERED: Final = 50_000
"""Tokens in the memory of our own: an hour of fourteen calls a second. The oldest are forgotten first."""
PAUSE: Final = timedelta(seconds=5)
"""How long a shared memory that could not be reached is left alone, so that not every call waits for it."""


class SeenTokens(Protocol):
    """Who remembers the tokens that were used, for all workers and instances."""

    def first_use(self, issuer: str, token_id: str, until: datetime) -> bool:
        """Whether this token was not used before; from now on it was, until it expires. Raises LedgerUnavailable."""
        ...


class UsedTokens:
    """Made once for a process. Only tokens that were verified whole come here, so no stranger can fill it."""

    def __init__(self, shared: SeenTokens) -> None:
        self._shared = shared
        self._lock = threading.Lock()
        self._own: dict[tuple[str, str], datetime] = {}
        self._failed: datetime | None = None

    def use(self, issuer: str, token_id: str, until: datetime, now: datetime) -> tuple[str, ...]:
        """Notes that it is used, and returns what the trail should say of that. Raises NotTrusted for a second time."""
        if not self._first_here((issuer, token_id), until, now):
            raise NotTrusted(Reason.USED)
        if self._failed is not None and timedelta() <= now - self._failed < PAUSE:
            return (LOCAL_ONLY,)
        try:
            first = self._shared.first_use(issuer, token_id, until)
        except LedgerUnavailable:
            self._failed = now
            return (LOCAL_ONLY,)
        if not first:
            raise NotTrusted(Reason.USED)
        return ()

    def _first_here(self, token: tuple[str, str], until: datetime, now: datetime) -> bool:
        with self._lock:
            if token in self._own:
                return False
            if len(self._own) >= MOST_REMEMBERED:
                self._forget(now)
            self._own[token] = until
            return True

    def _forget(self, now: datetime) -> None:
        """What has expired; of what has not, the younger half of the memory stays."""
        kept = [(token, until) for token, until in self._own.items() if until > now]
        self._own = dict(kept[-(MOST_REMEMBERED // 2) :])
