"""How long does the service itself take, after the body is parsed and before the answer is sent (contract 7)?

Every round takes each chart once, in an order of its own, so that whatever else the machine does meets all of them alike.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from statistics import median, quantiles
from typing import Final

import orjson

from cds_hooks import wire
from cds_hooks.desk import Desk
from cds_hooks.order_select import respond

_ROUNDS: Final = 60
_WARM_UP: Final = 3
_LARGE: Final = 2_000
"""Charts of more resources are taken every fourth round."""
STAGES: Final = ("gather", "evidence", "advise", "cards")


@dataclass(slots=True)
class Times:
    """Milliseconds of each round: by the clock, and those that this thread ran."""

    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    stages: list[Mapping[str, float]] = field(default_factory=list)

    @property
    def p50(self) -> float:
        return median(self.clock)

    @property
    def p95(self) -> float:
        return quantiles(self.clock, n=20)[-1]

    @property
    def own(self) -> float:
        return median(self.processor)

    def stage(self, name: str) -> float:
        return median(each.get(name, 0.0) for each in self.stages)


def measured(bodies: Mapping[tuple[str, int], bytes], desk: Desk) -> dict[tuple[str, int], Times]:
    """The times of each chart, from all rounds."""
    times = {case: Times() for case in bodies}
    order, rng = list(bodies), Random(1)  # noqa: S311 - not for secrets
    for number in range(_WARM_UP + _ROUNDS):
        rng.shuffle(order)
        for case in order:
            if case[1] <= _LARGE or number % 4 == 0:
                _take(times[case], orjson.loads(bodies[case]), desk, counts=number >= _WARM_UP)
    return times


def _take(times: Times, parsed: dict[str, object], desk: Desk, *, counts: bool) -> None:
    clock, processor = time.perf_counter(), time.thread_time()
    call = wire.read_request(parsed)
    reply = respond(call, desk.site.client_for(None, call.fhir_server), desk)
    answer = wire.dump_cards(reply.cards)
    processor, clock = time.thread_time() - processor, time.perf_counter() - clock
    if not answer.startswith(b'{"cards":[{'):
        raise AssertionError("a chart of the benchmark got no cards")
    if counts:
        stages = reply.trail["milliseconds"]
        times.clock.append(clock * 1_000)
        times.processor.append(processor * 1_000)
        times.stages.append(stages if isinstance(stages, Mapping) else {})
