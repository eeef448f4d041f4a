"""Who does the work of a call, how long does a call wait for that, and what becomes of one that does not end?

A lane has some threads and a short row of those who wait for one. Beyond the row a call is refused at once, and one that has
waited too long is refused rather than worked on for a caller who has gone (`docs/decisions/0014-serving.md`). What may not
live here: what the work is.
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic
from typing import Final, Generic, TypeVar

from cds_hooks.failures import Busy, TookTooLong

WAITS_AT_MOST_S: Final = 1.0
"""For a thread. Of the two seconds that a hook call may take (contract 7) the other half is for its reads."""
GIVEN_UP_AFTER_S: Final = 5.0
"""So long after it came a call is answered, come what may. No EHR waits longer; and it lies beyond the two seconds for which a
call may wait for others, so that it never takes the place of a partial answer.
"""

_Made = TypeVar("_Made")


@dataclass(slots=True, eq=False)
class _Turn(Generic[_Made]):
    work: Callable[[], _Made]
    loop: asyncio.AbstractEventLoop
    made: asyncio.Future[_Made]
    begun: float = 0.0


class Lane(Generic[_Made]):
    """Its threads are started when they are needed, and hold up no end of the process."""

    def __init__(self, *, threads: int, waiting: int) -> None:
        self._most_threads, self._most_waiting = threads, waiting
        self._changed = threading.Condition()
        self._waiting: deque[_Turn[_Made]] = deque()
        self._at_work: set[_Turn[_Made]] = set()
        self._threads = self._idle = 0

    async def done(self, work: Callable[[], _Made]) -> _Made:
        """What the work makes, or raises. Raises Busy, TookTooLong."""
        loop = asyncio.get_running_loop()
        turn = _Turn(work, loop, loop.create_future())
        self._line_up(turn)
        limits = (
            loop.call_later(WAITS_AT_MOST_S, self._send_away, turn),
            loop.call_later(GIVEN_UP_AFTER_S, _give_up, turn),
        )
        try:
            made: _Made = await turn.made
        finally:
            for limit in limits:
                limit.cancel()
        return made

    @property
    def waiting(self) -> int:
        return len(self._waiting)

    @property
    def at_work(self) -> int:
        return len(self._at_work)

    @property
    def longest_s(self) -> float:
        """For how long the oldest work has been going on, also one that nobody waits for any more."""
        with self._changed:
            return monotonic() - min((turn.begun for turn in self._at_work), default=monotonic())

    def _line_up(self, turn: _Turn[_Made]) -> None:
        with self._changed:
            if len(self._waiting) >= self._idle and self._threads < self._most_threads:
                self._start()
            elif len(self._waiting) >= self._idle + self._most_waiting:
                raise Busy
            self._waiting.append(turn)
            self._changed.notify()

    def _start(self) -> None:
        try:
            threading.Thread(target=self._work, name=f"call-{self._threads}", daemon=True).start()
        except RuntimeError:  # the system has no more; those that are there go on
            if not self._threads:
                raise Busy from None
        else:
            self._threads += 1

    def _send_away(self, turn: _Turn[_Made]) -> None:
        with self._changed:
            if turn not in self._waiting:
                return
            self._waiting.remove(turn)
        turn.made.set_exception(Busy())

    def _work(self) -> None:
        while True:
            turn = self._next()
            try:
                made, failure = turn.work(), None
            except BaseException as raised:  # noqa: BLE001  raised again where the work was asked for
                made, failure = None, raised
            with suppress(RuntimeError):  # the loop has ended: nobody waits any more
                turn.loop.call_soon_threadsafe(_deliver, turn, made, failure)
            with self._changed:
                self._at_work.discard(turn)
            del turn, made, failure  # or it would be kept until the next one comes

    def _next(self) -> _Turn[_Made]:
        with self._changed:
            while not self._waiting:
                self._idle += 1
                self._changed.wait()
                self._idle -= 1
            turn = self._waiting.popleft()
            turn.begun = monotonic()
            self._at_work.add(turn)
            return turn


def _give_up(turn: _Turn[_Made]) -> None:
    if not turn.made.done():
        turn.made.set_exception(TookTooLong())


def _deliver(turn: _Turn[_Made], made: _Made | None, failure: BaseException | None) -> None:
    if turn.made.done():
        return
    if failure is not None:
        turn.made.set_exception(failure)
    else:
        turn.made.set_result(made)  # type: ignore[arg-type]  # without a failure there is what was made
