"""What do the processes of one instance know of each other? Three bits in memory that they share, since workers are forked;
and a worker knows who made it.

What may not live here: anything of a call.
"""

from __future__ import annotations

import mmap
import os
from typing import Final

_LEAVING: Final = 0
_READY: Final = 1
_UP: Final = 2


class Instance:
    """Made before the first worker is. Outside a web server it is of one process, and says the same."""

    def __init__(self) -> None:
        self._bits = mmap.mmap(-1, 3)
        self._made_by = os.getpid()

    @property
    def left_alone(self) -> bool:
        """The main process has ended without a word to this worker of it, which nobody would replace or end any more."""
        return self._made_by not in (os.getpid(), os.getppid())

    @property
    def leaving(self) -> bool:
        """Whoever deals out calls should send them elsewhere from now on; the workers end soon."""
        return bool(self._bits[_LEAVING])

    @leaving.setter
    def leaving(self, value: bool) -> None:
        self._bits[_LEAVING] = value

    @property
    def was_ready(self) -> bool:
        """One worker had all that it needs. From then on no outage of anything else takes the instance out of service."""
        return bool(self._bits[_READY])

    @was_ready.setter
    def was_ready(self, value: bool) -> None:
        self._bits[_READY] = value

    @property
    def new_worker_is_up(self) -> bool:
        """The worker that was started last takes calls."""
        return bool(self._bits[_UP])

    @new_worker_is_up.setter
    def new_worker_is_up(self, value: bool) -> None:
        self._bits[_UP] = value
