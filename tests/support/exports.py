"""Real-looking charts of 10 to 5,000 resources: a sample patient, or several lesions, among years of something else.

The same seed and day give the same chart. Everything beside the patient's own entries is unrelated by the medicine, so it must
change nothing that a card says. What may not live here: single entries (`history`, `results`), and mistakes (`mistakes`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from cds_hooks.demo import hook_call
from fhir_profiles.queries import QUERIES, QUERY_BY_KEY, belongs
from fhir_profiles.resources import recorded_on
from tests.support import charts, history, results
from tests.support.history import Json, Pen
from tests.support.mistakes import Entry, entry

KEYS: Final = tuple(query.key for query in QUERIES if query.key != "patient")

# How often each kind of entry stands in a record, roughly as in the exports of a general hospital.
_SHARES: Final[Mapping[Callable[[Pen], Json], int]] = {
    history.problem: 12,
    history.operation: 8,
    history.drug: 10,
    history.statement: 3,
    history.thing: 2,
    history.allergy: 2,
    history.consent: 1,
    results.report: 8,
    results.study: 4,
    results.past_value: 25,
    results.value: 25,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How a record is kept: `size` resources in all, about; the same `seed` and time give the same.

    `filtered`: as a server answers that heeds the codes of a search; otherwise every Observation stands under both keys.
    `past`: with laboratory values of years ago, which count for nothing but are shown beside those that do.
    """

    size: int
    seed: int = 0
    filtered: bool = False
    past: bool = True


def crowded(name: str, kept: Kept, now: datetime | None = None) -> Json:
    """The hook call for a sample patient in a record of that kind."""
    at = now or datetime.now(UTC)
    body = hook_call(name, at)
    own = {key: [each["resource"] for each in body["prefetch"][key]["entry"]] for key in KEYS}
    patient_id = str(body["context"]["patientId"])
    return _around(body, own, Pen(patient_id, kept.seed, at), kept)


def several(levels: Sequence[str], kept: Kept, now: datetime | None = None) -> Json:
    """A patient with a metastasis at each level, all of them ordered, in a record of that kind."""
    chart = charts.base(site=levels[0])
    for level in levels[1:]:
        chart += [charts.condition("icd:C79.51", "sct:94602001", site=level), charts.panel(charts.CALM, site=level)]
    for number, each in enumerate(chart):  # the same again for the same call
        each["id"] = f"s{number}"
    body = charts.call(chart, charts.order(site=list(levels)) | {"id": "o1"})
    own = {key: [each["resource"] for each in body["prefetch"][key]["entry"]] for key in KEYS}
    return _around(body, own, Pen("p1", kept.seed, now or datetime.now(UTC)), kept)


def _around(body: Json, own: Mapping[str, Sequence[Json]], pen: Pen, kept: Kept) -> Json:
    known = {each["id"] for listed in own.values() for each in listed}
    others = noise(pen, max(0, kept.size - len(known) - 1), kept)
    prefetch = {key: bundle(_listed(key, own[key], others, kept)) for key in KEYS}
    return body | {"prefetch": {"patient": body["prefetch"]["patient"], **prefetch}}


def noise(pen: Pen, count: int, kept: Kept) -> list[Json]:
    """So many resources of the patient that have nothing to do with the spine."""
    shares = {make: share for make, share in _SHARES.items() if kept.past or make is not results.past_value}
    found: list[Json] = []
    while len(found) < count:
        made = (make(pen) for make in pen.random.choices(list(shares), list(shares.values()), k=count - len(found)))
        found += [each for each in made if not kept.filtered or any(belongs(key, each) for key in KEYS)]
    return found


def _listed(key: str, own: Sequence[Json], others: Iterable[Json], kept: Kept) -> list[Json]:
    kind = QUERY_BY_KEY[key].resource_type
    listed = [*own, *(each for each in others if each["resourceType"] == kind)]
    if kept.filtered:
        listed = [each for each in listed if belongs(key, each)]
    return sorted(listed, key=_newest_first) if QUERY_BY_KEY[key].is_sorted else listed


def _newest_first(resource: Json) -> float:
    when = recorded_on(resource)
    return -when.at.timestamp() if when else 0.0


def bundle(resources: Iterable[Json], *extra: Entry) -> Json:
    """A search that found these; `extra` entries stand last and are no matches."""
    entries = [entry(each) for each in resources]
    return {"resourceType": "Bundle", "type": "searchset", "total": len(entries), "entry": [*entries, *extra]}


def resources_of(body: Json) -> int:
    """How many resources a call's prefetch holds, each once."""
    listed = (each["resource"] for key in KEYS for each in body["prefetch"][key]["entry"])
    return 1 + len({(each["resourceType"], each["id"]) for each in listed})


def pages(value: Json, per_page: int, base_url: str, name: str) -> tuple[Json, dict[str, Json]]:
    """The same search in pages: the first, and those behind it by their names, with a link from each to the next."""
    listed = value["entry"]
    parts = [listed[first : first + per_page] for first in range(0, len(listed), per_page)] or [[]]
    names = [f"{name}-{number}" for number in range(1, len(parts) + 1)]
    made = [value | {"entry": part} for part in parts]
    for page, following in zip(made, names[1:], strict=False):
        page["link"] = [{"relation": "next", "url": f"{base_url}?page={following}"}]
    return made[0], dict(zip(names[1:], made[1:], strict=True))
