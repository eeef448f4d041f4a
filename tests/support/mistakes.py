"""What exports do wrong around the facts of one patient: entries of others, twins, older versions, odd types, broken ones.

`HARMLESS` may stand in any list and change nothing; a `foreign` entry is counted and said; an `unreadable` one leaves its
list read in part. What may not live here: what an entry is about (`history`, `results`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from tests.support.history import Json, Pen

Entry = Any
"""An entry of a Bundle: mostly an object with a resource, but that is the point."""


def entry(resource: Json, mode: str = "match") -> Json:
    return {"fullUrl": f"https://ehr.example/r4/{resource['resourceType']}/{resource['id']}", "resource": resource} | {
        "search": {"mode": mode}
    }


def twin(_: Pen, resource: Json) -> Entry:
    """The same once more."""
    return entry(resource)


def older_version(_: Pen, resource: Json) -> Entry:
    """As it stood in the first version: other words, and not final yet."""
    meta = {"versionId": "0", "lastUpdated": "2001-01-01T00:00:00Z"}
    return entry(resource | {"meta": meta, "note": [{"text": "first version"}]})


def provenance(pen: Pen, resource: Json) -> Entry:
    """What came along without being asked for."""
    target = {"reference": f"{resource['resourceType']}/{resource['id']}"}
    made = {
        "resourceType": "Provenance",
        "id": f"prov-{resource['id']}",
        "target": [target],
        "recorded": pen.date(full=True),
    }
    return entry(made, "include")


def practitioner(pen: Pen, _: Json) -> Entry:
    number = pen.random.randint(1, 99)
    made = {"resourceType": "Practitioner", "id": f"d{number}", "name": [{"family": "Example", "given": ["A", None]}]}
    return entry(made, "include")


HARMLESS: Final[tuple[Callable[[Pen, Json], Entry], ...]] = (twin, older_version, provenance, practitioner)


def foreign(pen: Pen, resource: Json) -> Entry:
    """Another patient's, merged in by mistake."""
    other = {"reference": pen.choose(("Patient/other", "https://ehr.example/r4/Patient/other", "Group/ward"))}
    owner = "patient" if "patient" in resource else "subject"
    return entry(resource | {"id": f"x-{resource['id']}", owner: other})


UNREADABLE: Final[tuple[Entry, ...]] = (
    None,
    7,
    "Observation/17",
    [],
    {},
    {"resource": None},
    {"resource": "Observation/17"},
    {"resource": {"id": "17"}},
    {"resource": {"resourceType": 5, "id": "17"}},
    {"fullUrl": "urn:uuid:5", "response": {"status": "403"}},
)


def odd_members(pen: Pen, resource: Json) -> Json:
    """The same resource beside members that no reader knows, and empty ones."""
    odd = {"x-vendor": {"flags": [1, None]}, "identifier": [], "language": pen.choose(("en", "de-CH", ""))}
    own = [{"url": "https://ehr.example/ext", "valueCode": "x"}, *resource.get("extension", [])]
    return {**odd, "text": {"status": "empty"}, **resource, "extension": own}
