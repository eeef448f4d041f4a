"""What is measured: charts of growing size, and orders that do not concern us in bodies of growing size.

What may not live here: how it is measured (`own_time`, `irrelevant`, `memory`) and how it is told (`page`).
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

import orjson

from tests.support.exports import Kept, crowded, several
from tests.support.history import Json

SIZES: Final = (50, 200, 1_000, 5_000)
"""Resources of a chart."""
BODIES: Final = (1, 9, 60, 420, 2_000)
"""Kilobytes of a body whose order is not ours."""
_SEED: Final = 3
PATIENT: Final = "V-05"
LESIONS: Final = ("T5", "T10", "L1")


def charts(now: datetime) -> dict[tuple[str, int], bytes]:
    """Bodies by kind of chart and number of resources."""
    found: dict[tuple[str, int], bytes] = {}
    for size in SIZES:
        as_asked = crowded(PATIENT, Kept(size=size, seed=_SEED, filtered=True), now)
        everything = crowded(PATIENT, Kept(size=size, seed=_SEED), now)
        three = several(LESIONS, Kept(size=size, seed=_SEED, filtered=True), now)
        found["as asked for", size] = orjson.dumps(as_asked)
        found["without reports", size] = orjson.dumps(_without_reports(as_asked))
        found["codes ignored", size] = orjson.dumps(everything)
        found["three lesions", size] = orjson.dumps(three)
    return found


def _without_reports(chart: Json) -> Json:
    return chart | {"prefetch": chart["prefetch"] | {"reports": {"resourceType": "Bundle", "type": "searchset"}}}


def irrelevant(now: datetime) -> dict[int, bytes]:
    """Calls for a chest radiograph, by kilobytes: the chart goes along all the same."""
    chart = crowded(PATIENT, Kept(size=3_000, seed=_SEED), now)
    return {size: orjson.dumps(_cut(chart, size * 1_000)) for size in BODIES}


def _cut(chart: Json, size: int) -> Json:
    """The same call with so many entries that the body has about this size."""
    patient = chart["context"]["patientId"]
    draft: Json = {"resourceType": "ServiceRequest", "id": "d1", "status": "draft", "intent": "order"}
    draft |= {"code": {"text": "Chest X-ray, two views"}, "subject": {"reference": f"Patient/{patient}"}}
    orders = {"resourceType": "Bundle", "entry": [{"resource": draft}]}
    context = chart["context"] | {"selections": ["ServiceRequest/d1"], "draftOrders": orders}
    prefetch = {"patient": chart["prefetch"]["patient"]}
    left = size - len(orjson.dumps(chart | {"context": context, "prefetch": prefetch}))
    for key, value in chart["prefetch"].items():
        entries = []
        for each in value.get("entry", []):
            left -= len(orjson.dumps(each)) + 1
            if left < 0:
                break
            entries.append(each)
        if entries:
            prefetch[key] = value | {"entry": entries}
    return chart | {"context": context, "prefetch": prefetch}
