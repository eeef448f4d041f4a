"""Twice as much of anything is twice the work, not four times (contract 7: "growing linearly"): or one record stops a worker.

Work is counted in calls of functions, Python's and the library's, which are the same on every machine; no clock is asked.
What may not live here: one text that is long (tests/fhir_profiles/reading), and how long a call takes (tests/benchmarks).
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from tests.support import calls, charts
from tests.support.calls import Json

FEW = 200
AT_MOST = 2.5
"""Times the work for twice as much, over the work for nothing; the square of it would be four."""
LEVELS = [f"T{number}" for number in range(1, 13)]


def _report(number: int) -> Json:
    return {
        "resourceType": "DiagnosticReport",
        "id": f"r{number}",
        "status": "final",
        "subject": {"reference": "Patient/p1"},
        "code": {"text": "MR thoracic spine"},
        "effectiveDateTime": charts.ago(3),
        "conclusion": "Lytic metastasis of T8.",
    }


RECORD: dict[str, Callable[[int], Json]] = {
    "conditions": lambda n: charts.condition("icd:C79.51", "sct:94602001", site=LEVELS[n % 12]),
    "findings": lambda n: charts.finding("matrix", "lytic", LEVELS[n % 12]),
    "labs": lambda _: charts.loinc("6301-6", (1.0, "1")),
    "reports": _report,
    "procedures": lambda n: charts.procedure(text="spinal fusion", site=LEVELS[n % 12]),
    "devices": lambda _: charts.device(text="pacemaker"),
    "medications": lambda _: charts.medication(text="apixaban"),
    "allergies": lambda _: charts.allergy(text="latex"),
    "consents": lambda _: charts.consent(),
}


def _work(body: Json) -> int:
    """How many functions are called for one answer."""
    service = calls.client()
    count = 0

    def called(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        calls.post(service, body)
    finally:
        sys.setprofile(before)
    return count


def _grows(of: Callable[[int], Json]) -> float:
    nothing, few, twice = (_work(of(count)) for count in (0, FEW, 2 * FEW))
    return (twice - nothing) / (few - nothing)


@pytest.mark.parametrize("kind", RECORD)
def test_twice_the_record_is_twice_the_work(kind: str) -> None:
    one = RECORD[kind]
    assert _grows(lambda count: charts.call([*charts.base(), *map(one, range(count))])) < AT_MOST


@pytest.mark.parametrize("selected", [True, False])
def test_twice_the_orders_are_twice_the_work(selected: bool) -> None:  # noqa: FBT001  a column of the table
    def of(count: int) -> Json:
        more = [charts.order() for _ in range(count)]
        return charts.call(charts.base(), *more) if selected else charts.call(charts.base(), drafts=more)

    assert _grows(of) < AT_MOST


def test_what_grows_faster_is_noticed() -> None:
    def of(count: int) -> Json:
        return charts.call([*charts.base(), *map(RECORD["labs"], range(count * count // FEW))])

    assert _grows(of) > AT_MOST
