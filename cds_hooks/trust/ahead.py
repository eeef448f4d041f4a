"""Reads the keys of each client before the first token comes: no call waits for them, and who runs us sees what is missing.

What may not live here: what becomes of a token (``gate``), and how a set is read (``keys``).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from cds_hooks.trust.keys import PAUSE, KeySource

FIRST_TIME_S: Final = 3.0
"""How long is waited at most until each set was asked for once: a little longer than one fetch may take."""
_AGAIN_AFTER_S: Final = PAUSE.total_seconds() + 1
"""What is asked before the pause is over causes no fetch."""


class Ahead:
    """Works from its first ``wake`` on until each set was had once; later ones are read as tokens need them."""

    def __init__(self, sources: Sequence[KeySource], clock: Callable[[], datetime]) -> None:
        self._left, self._clock = list(sources), clock
        self._had = not self._left
        self._tried = threading.Event()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def wake(self) -> None:
        with self._lock:
            if self._thread is None and self._left:
                self._thread = threading.Thread(target=self._work, name="keys", daemon=True)
                self._thread.start()

    def any_had(self) -> bool:
        """Whether each set was asked for once, and one at least was had; where there is none to be had, that is so.

        Waits a moment for the first time. Not for every set: the keys of one hospital keep no other waiting.
        """
        if not self._had:
            self.wake()
            self._tried.wait(FIRST_TIME_S)
        return self._had

    def _work(self) -> None:
        pause = threading.Event()
        while self._left:
            asked = [
                (source, source.ask(self._clock())) for source in self._left
            ]  # all at once, so that none waits for another
            self._left = [source for source, had in asked if not had()]
            self._had = self._had or len(self._left) < len(asked)
            self._tried.set()
            if self._left:
                pause.wait(_AGAIN_AFTER_S)
