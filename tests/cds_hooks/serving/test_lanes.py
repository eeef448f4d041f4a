"""Who waits for a thread, how long, and what becomes of work that does not end."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

import pytest

from cds_hooks import lanes
from cds_hooks.failures import Busy, TookTooLong
from cds_hooks.lanes import Lane

LONG_S = 60.0
_Given = TypeVar("_Given")


def run(work: Callable[[], Coroutine[Any, Any, _Given]]) -> _Given:
    async def within() -> _Given:
        async with asyncio.timeout(LONG_S):
            return await work()

    return asyncio.run(within())


class Gate:
    """Work that goes on once the gate is open, and how much of it has begun."""

    def __init__(self) -> None:
        self.open, self.begun = threading.Event(), threading.Semaphore(0)

    def __call__(self) -> str:
        self.begun.release()
        assert self.open.wait(LONG_S)
        return "done"


def test_what_was_made_or_raised_comes_back() -> None:
    lane: Lane[str] = Lane(threads=1, waiting=1)
    assert run(lambda: lane.done(lambda: "made")) == "made"

    def fails() -> str:
        raise KeyError

    with pytest.raises(KeyError):
        run(lambda: lane.done(fails))
    assert (lane.at_work, lane.waiting) == (0, 0)


def test_beyond_the_row_work_is_refused_at_once_and_what_is_in_it_is_done() -> None:
    async def work() -> list[str]:
        lane, gate = Lane[str](threads=2, waiting=1), Gate()
        inside = [asyncio.create_task(lane.done(gate)) for _ in range(2)]
        for _ in inside:
            await asyncio.to_thread(gate.begun.acquire)
        waiting = asyncio.create_task(lane.done(lambda: "waited"))
        await asyncio.sleep(0)  # it lines up
        with pytest.raises(Busy):
            await lane.done(lambda: "refused")
        gate.open.set()
        return [await each for each in (*inside, waiting)]

    assert run(work) == ["done", "done", "waited"]


def test_what_has_waited_too_long_is_refused_and_never_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "WAITS_AT_MOST_S", 0.01)
    done: list[str] = []

    async def work() -> None:
        lane, gate = Lane[Any](threads=1, waiting=9), Gate()
        inside = asyncio.create_task(lane.done(gate))
        await asyncio.to_thread(gate.begun.acquire)
        with pytest.raises(Busy):
            await lane.done(lambda: done.append("too late"))
        gate.open.set()
        await inside
        await lane.done(lambda: done.append("in time"))

    run(work)
    assert done == ["in time"]


def test_work_that_does_not_end_is_given_up_and_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "GIVEN_UP_AFTER_S", 0.01)

    async def work() -> None:
        lane, gate = Lane[str](threads=1, waiting=1), Gate()
        with pytest.raises(TookTooLong):
            await lane.done(gate)
        assert lane.at_work == 1
        assert lane.longest_s > 0
        gate.open.set()

    run(work)
