"""What does the ledger cost a call? Run by itself: `python -m tests.benchmarks.ledger` prints a table for this machine.

SQLite in a temporary folder, and a PostgreSQL of this machine with its default settings, where there is one.
"""

from __future__ import annotations

import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import quantiles
from typing import Final

from cds_hooks.ledger import Ledger
from cds_hooks.site import Site
from tests.support import postgres
from tests.support.installed import Missing
from tests.support.ledgers import OF, card, entry, there

_TIMES: Final = 1_000
_LATER: Final = datetime.now(UTC) + timedelta(hours=1)


def main() -> None:
    sys.stdout.write(f"{'':12}{'':24}{'median':>10}{'95 of 100':>12}   ms\n")
    with ExitStack() as closing:
        for name, url in closing.enter_context(_urls()).items():
            ledger = there(Ledger(Site(store_url=url)))
            closing.callback(ledger.close)
            for what, work in _works(ledger).items():
                median, most = _measured(work)
                sys.stdout.write(f"{name:12}{what:24}{median:10.3f}{most:12.3f}\n")


def _works(ledger: Ledger) -> dict[str, Callable[[], object]]:
    one, ten, issued = (
        [entry()],
        [entry() for _ in range(10)],
        [card(outcome="CUR_ABL", rules=["TR-01"]) for _ in "123"],
    )
    return {
        "a token's first use": lambda: ledger.first_use("issuer", str(uuid.uuid4()), _LATER),
        "keep 1 entry": lambda: ledger.keep(one, **OF),
        "keep 10 entries": lambda: ledger.keep(ten, **OF),
        "note 3 issued cards": lambda: ledger.note_issued(issued, **OF),
    }


def _measured(work: Callable[[], object]) -> tuple[float, float]:
    took = []
    for _ in range(_TIMES):
        started = time.perf_counter()
        work()
        took.append((time.perf_counter() - started) * 1_000)
    parts = quantiles(took, n=20)
    return parts[9], parts[18]


@contextmanager
def _urls() -> Iterator[dict[str, str]]:
    with ExitStack() as closing:
        folder = closing.enter_context(tempfile.TemporaryDirectory(prefix="ledger-"))
        found = {"SQLite": f"sqlite:///{Path(folder) / 'ledger.db'}"}
        try:
            found["PostgreSQL"] = closing.enter_context(postgres.running(fsync=True)).new_place()
        except Missing as missing:
            sys.stdout.write(f"PostgreSQL: {missing}\n")
        yield found


if __name__ == "__main__":
    main()
