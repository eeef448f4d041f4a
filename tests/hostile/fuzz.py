"""`python -m tests.hostile.fuzz --calls 200000 --seed 6 --page`: spoiled requests, and no fault, no hang, no growth.

In this process and without a socket: whoever opens one is refused. Ends with 1 where an answer was 5xx, somebody was called,
the resident memory grew by more than a tenth after the warm-up, or a call did not end. `--only N` sends one request of the seed
again. What may not live here: how requests are spoiled (`mutations`).
"""

from __future__ import annotations

import argparse
import faulthandler
import gc
import logging
import os
import platform
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from flask.testing import FlaskClient

from cds_hooks.app import keep_for_good
from tests.benchmarks.memory import resident
from tests.hostile.mutations import Fuzz, Sent
from tests.support import calls
from tests.support.guard import guarded

_ROOT: Final = Path(__file__).resolve().parents[2]
_PAGE: Final = _ROOT / "docs" / "explanation" / "fuzz.md"
_HANGS_AFTER_S: Final = 60.0
"""Hundreds of times what the slowest call takes: who takes longer does not end."""
_LONGEST_WARM_UP: Final = 20_000
_MOST_GROWTH: Final = 0.10
_FAULT: Final = 500


@dataclass
class Run:
    """What was seen."""

    calls: int
    seed: int
    revision: str
    statuses: Counter[tuple[str, int]] = field(default_factory=Counter)
    faults: dict[str, int] = field(default_factory=dict)
    """Where each kind of 5xx came from, and the first request that brought it."""
    warm: float = 0.0
    end: float = 0.0
    outward: int = 0

    @property
    def growth(self) -> float:
        return self.end / self.warm - 1 if self.warm else 0.0

    @property
    def failed(self) -> bool:
        return bool(self.faults or self.outward) or self.growth > _MOST_GROWTH


class Watch:
    """Ends the whole run where a call does not end: Python cannot be made to let go of one."""

    def __init__(self) -> None:
        self.number, self.since = 0, time.monotonic()
        threading.Thread(target=self._look, daemon=True).start()

    def starts(self, number: int) -> None:
        self.number, self.since = number, time.monotonic()

    def _look(self) -> None:
        while time.monotonic() - self.since < _HANGS_AFTER_S:
            time.sleep(1)
        sys.stdout.write(f"request {self.number} has not ended\n")
        sys.stdout.flush()
        faulthandler.dump_traceback(sys.stdout)
        os._exit(1)


class _Places(logging.Handler):
    """Where the last fault of ours was; the trail's lines are not kept."""

    last = ""

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR:
            self.last = record.getMessage().partition(": ")[2]


def run(count: int, seed: int, only: int | None = None) -> Run:
    found, watch, fuzz = Run(calls=count, seed=seed, revision=_revision()), Watch(), Fuzz(seed)
    numbers = range(count) if only is None else range(only, only + 1)
    with _service() as (service, places), guarded(trap=1) as guard:
        for number in numbers:
            if number == min(count // 2, _LONGEST_WARM_UP):
                gc.collect()
                found.warm = resident()
            watch.starts(number)
            sent = fuzz.request(number)
            status = _send(service, sent)
            found.statuses[sent.path, status] += 1
            if status >= _FAULT:
                found.faults.setdefault(places.last, number)
        gc.collect()
        found.end, found.outward = resident(), len(guard.elsewhere)
    return found


def _send(service: FlaskClient, sent: Sent) -> int:
    with service.post(sent.path, data=sent.body, content_type=sent.content_type) as answer:
        return answer.status_code


@contextmanager
def _service() -> Iterator[tuple[FlaskClient, _Places]]:
    places, log = _Places(), logging.getLogger("spinal_cds")
    with tempfile.TemporaryDirectory() as folder:
        service = calls.client(SPINAL_CDS__STORE__URL=f"sqlite:///{folder}/fuzz.db")
        log.handlers[:] = [places]
        log.propagate = False
        keep_for_good()
        yield service, places


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.hostile.fuzz")
    parser.add_argument("--calls", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--only", type=int, metavar="N", help="send only this request of the seed")
    parser.add_argument("--page", action="store_true", help="write docs/explanation/fuzz.md")
    given = parser.parse_args()
    found = run(given.calls, given.seed, given.only)
    text = written(found)
    sys.stdout.write(text)
    if given.page:
        _PAGE.write_text(text, encoding="utf-8")
    return int(found.failed)


def written(found: Run) -> str:
    """The page."""
    paths = sorted({path for path, _ in found.statuses})
    statuses = sorted({status for _, status in found.statuses})
    rows = [["address", *map(str, statuses)], ["---", *["---:"] * len(statuses)]]
    rows += [[path, *(f"{found.statuses[path, status]:,}" for status in statuses)] for path in paths]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    faults = "\n".join(f"- request {number}: {where}" for where, number in found.faults.items()) or "None."
    return _TEXT.format(
        calls=f"{found.calls:,}",
        seed=found.seed,
        day=datetime.now(UTC).date().isoformat(),
        revision=found.revision,
        python=platform.python_version(),
        table=table,
        faults=faults,
        warm_up=f"{min(found.calls // 2, _LONGEST_WARM_UP):,}",
        warm=found.warm,
        end=found.end,
        growth=found.growth * 100,
        outward=found.outward,
        limit=_HANGS_AFTER_S,
    )


_TEXT: Final = """# Fuzz

Written by `python -m tests.hostile.fuzz --page`; do not edit. Requests of real shape (the sample patients' hook calls with all
of their record, what real clients send, feedback) are spoiled: members dropped, swapped, doubled, nested, renamed, moved, filled
with any Unicode; bytes flipped, cut and inserted (`tests/hostile/mutations.py`). `make test` does 20,000 of them.

| | |
|---|---|
| requests | {calls}, seed {seed} |
| day, revision | {day}, {revision} |
| Python | {python} |
| resident memory after {warm_up} requests, and at the end | {warm} MB, {end} MB: {growth:+.1f} % |
| attempts to call anybody | {outward} |
| calls that took {limit:.0f} s | 0, or the run would have ended |

## Answers

{table}

## Faults (5xx)

{faults}
"""


def _revision() -> str:
    told = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=_ROOT, check=False, capture_output=True, text=True
    )
    return told.stdout.strip() or "not known"


if __name__ == "__main__":
    sys.exit(main())
