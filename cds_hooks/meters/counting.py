"""How is a line of the trail counted? By meters of the library, one for each that is declared.

What is found for a set of labels is kept, for looking it up costs more than counting. What may not live here: which meters
there are (``declared``), and what no line tells (``states``).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Final

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from cds_hooks.meters import declared
from cds_hooks.meters.declared import NONE, OTHER
from cds_hooks.meters.folder import workers_folder
from cds_hooks.meters.form import Meter, Type
from cds_hooks.meters.together import together
from cds_hooks.trail import TrailLine

_CLASS: Final = {2: "2xx", 4: "4xx", 5: "5xx"}
_HOOKS: Final = frozenset({"order-select", "order-sign"})

Made = Counter | Gauge | Histogram
Adding = Callable[[float], None]


class Counting:
    """One for each process."""

    def __init__(self) -> None:
        disable_created_metrics()  # type: ignore[no-untyped-call]  # twice the number of lines for what nobody asks
        self._registry = CollectorRegistry()
        self._folder = workers_folder()
        self._making = threading.Lock()
        self._made: dict[str, Made] = {}
        self._found: dict[tuple[str, ...], Adding] = {}
        self._admitted: dict[str, set[str]] = {}

    def admit(self, label: str, values: Iterable[str]) -> None:
        """What the site file names is a value of this label, too."""
        self._admitted.setdefault(label, {NONE}).update(values)

    def count(self, line: TrailLine) -> None:
        hook, client, spent = line.hook or NONE, line.client or NONE, line.milliseconds
        answer = _answer(line)
        if "total" in spent:
            self.add(
                declared.REQUESTS, spent["total"] / 1000, hook, client, _CLASS.get(line.status // 100, OTHER), answer
            )
        if (
            answer != "not-ours"
        ):  # those are by far the most calls, and the shortest: the rest would cost a tenth of each
            self._count_what_was_done(line, hook, client)

    def _count_what_was_done(self, line: TrailLine, hook: str, client: str) -> None:
        if line.status >= HTTPStatus.BAD_REQUEST:
            self.add(declared.FAILURES, 1, hook, str(int(line.status)), line.reason)
        for stage, milliseconds in line.milliseconds.items():
            if stage != "total":
                self.add(declared.STAGES, milliseconds / 1000, hook, stage)
        for kind, outcome in zip(line.cards, line.card_outcomes, strict=True):
            self.add(declared.CARDS, 1, hook, client, kind, outcome or NONE)
        for key, result in line.reads.items():
            self.add(declared.READS, 1, client, key, result)
        if line.stored or line.rejected:
            told = {"accepted": line.accepted, "overridden": line.stored - line.accepted, "rejected": line.rejected}
            for outcome, number in told.items():
                self.add(declared.FEEDBACK, number, client, outcome)

    def add(self, meter: Meter, amount: float, *values: str) -> None:
        """Counts, notes a duration, or sets: whatever such a meter does with an amount."""
        found = self._found.get((meter.name, *values))
        if found is None:
            found = self._find(meter, values)
        found(amount)

    def shown(self) -> tuple[bytes, str]:
        """All that was counted, by every worker, as text; and its content type."""
        if self._folder is None:
            return generate_latest(self._registry), CONTENT_TYPE_LATEST
        with together(self._folder) as registry:
            return generate_latest(registry), CONTENT_TYPE_LATEST

    def _find(self, meter: Meter, values: tuple[str, ...]) -> Adding:
        with self._making:  # the library refuses to make one twice
            made = self._made.get(meter.name) or self._made.setdefault(meter.name, self._make(meter))
        bounded = tuple(
            value
            if value in (self._admitted.get(label.name, {NONE}) if label.values is None else label.values)
            else OTHER
            for label, value in zip(meter.labels, values, strict=True)
        )
        child = made.labels(*bounded) if bounded else made
        adding = _adding(child)
        if bounded == values:  # else what is kept would grow with whatever comes
            self._found[meter.name, *values] = adding
        return adding

    def _make(self, meter: Meter) -> Made:
        labels = [label.name for label in meter.labels]
        match meter.type:
            case Type.COUNTER:
                return Counter(meter.name, meter.says, labels, registry=self._registry)
            case Type.HISTOGRAM:
                return Histogram(meter.name, meter.says, labels, registry=self._registry, buckets=meter.bounds)
            case Type.GAUGE:
                return Gauge(
                    meter.name, meter.says, labels, registry=self._registry, multiprocess_mode=meter.across.value
                )


def _adding(child: Made) -> Adding:
    match child:
        case Counter():
            return child.inc
        case Histogram():
            return child.observe
        case Gauge():
            return child.set


def _answer(line: TrailLine) -> str:
    if line.status >= HTTPStatus.BAD_REQUEST:
        return NONE
    if line.hook not in _HOOKS:
        return "stored"
    if line.cards:
        return "withheld" if line.shadow else "cards"
    return "empty" if "gather" in line.milliseconds else "not-ours"
