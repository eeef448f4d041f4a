"""How do signals and threads wake the main process, so that none of them is lost and none waits for another?

What may not live here: what is done then (`main_process`).
"""

from __future__ import annotations

from contextlib import suppress
from queue import Empty, SimpleQueue


class Bell:
    """Rung by signals and by threads; each ``wait`` takes one ring, so that none is lost between looking and clearing.

    In place of the server's own ``threading.Event``: that takes a lock, for which a signal that comes in the middle of another
    would wait for ever.
    """

    def __init__(self) -> None:
        self._rings: SimpleQueue[None] = SimpleQueue()

    def set(self) -> None:
        self._rings.put(None)

    def wait(self, seconds: float | None = None) -> None:
        with suppress(Empty):
            self._rings.get(timeout=seconds)

    def clear(self) -> None:
        """Nothing is left to do: the server clears what it has waited for."""
