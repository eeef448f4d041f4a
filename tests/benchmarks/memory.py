"""Does the service grow? Resident memory over 1,000 calls, and what one chart of 5,000 resources takes for its time.

A process of its own: `python -m tests.benchmarks.memory` writes one JSON object. What may not live here: times.
"""

from __future__ import annotations

import gc
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import orjson

from cds_hooks.app import create_app, keep_for_good
from cds_hooks.demo import SERVICE_PATH
from cds_hooks.site import load_site
from tests.support.calls import DEVELOPMENT
from tests.support.exports import Kept, crowded

_WARM_UP: Final = 100
_CALLS: Final = 1_000
_STEP: Final = 250
_MEGABYTE: Final = 1_024 * 1_024


def resident() -> float:
    """Megabytes of this process that stand in memory; 0 where the system does not tell."""
    told = Path("/proc/self/statm")
    pages = int(told.read_text(encoding="ascii").split()[1]) if told.exists() else 0
    return round(pages * os.sysconf("SC_PAGE_SIZE") / _MEGABYTE, 1)


def measured() -> dict[str, object]:
    now = datetime.now(UTC)
    client = create_app(load_site(None, DEVELOPMENT)).test_client()
    keep_for_good()
    bodies = {size: orjson.dumps(crowded("V-05", Kept(size=size, seed=3, filtered=True), now)) for size in (200, 5_000)}

    def call(size: int) -> None:
        answered = client.post(SERVICE_PATH, data=bodies[size], content_type="application/json")
        if answered.status_code != 200 or not answered.get_json()["cards"]:
            raise AssertionError("a chart of the benchmark got no cards")

    for _ in range(_WARM_UP):
        call(200)
    gc.collect()
    blocks, steps = sys.getallocatedblocks(), [(0, resident())]
    for number in range(1, _CALLS + 1):
        call(200)
        if number % _STEP == 0:
            steps.append((number, resident()))
    gc.collect()
    grown = sys.getallocatedblocks() - blocks
    large = [resident()]
    for _ in range(3):
        call(5_000)
        large.append(resident())
    gc.collect()
    return {"steps": steps, "blocks": grown, "large": [*large, resident()], "large_kb": len(bodies[5_000]) // 1_000}


if __name__ == "__main__":
    with Path(os.devnull).open("w", encoding="utf-8") as sys.stderr:  # the trail's lines are not what is measured here
        sys.stdout.write(orjson.dumps(measured()).decode())
