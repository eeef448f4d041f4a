"""A record as Epic's servers send it, made from a plain prefetch: another spelling of the same facts.

What may not live here: the requests themselves (`cases`).
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any, Final

from fhir_profiles.queries import QUERIES
from tests.support.calls import Json

BASE: Final = "https://ehr.example/interconnect/api/FHIR/R4"
EPIC_KEYS: Final = {f"-{query.key}": query.key for query in QUERIES}
"""Key names that an analyst typed in: theirs -> ours."""

_NO_RESULTS: Final = "Resource request returns no results."
_TAIL: Final = "Kq7w.Zx3-Vt9" * 16


def as_epic(prefetch: Json) -> Json:
    """The same record under Epic's key names, with long ids, absolute references and objects where lists are due.

    An empty search holds one OperationOutcome (warning 4101); a drug is named by reference, and its Medication is an entry of
    its own.
    """
    return {f"-{key}": _value(value) for key, value in copy.deepcopy(prefetch).items()}


def _value(value: Json) -> Json:
    if value["resourceType"] != "Bundle":
        return _resource(value)
    entries = [entry for each in value.get("entry", []) for entry in _entries(each["resource"])]
    matches = sum(entry["search"]["mode"] == "match" for entry in entries)
    link = [{"relation": "self", "url": f"{BASE}/search?_include=all"}]
    return {
        "resourceType": "Bundle",
        "type": "searchset",
        "total": matches,
        "link": link,
        "entry": entries or [_nothing_found()],
    }


def _nothing_found() -> Json:
    coding = {"system": "urn:oid:1.2.840.114350.1.13.861.1.7.2.657369", "code": "4101", "display": _NO_RESULTS}
    issue = {
        "severity": "warning",
        "code": "processing",
        "details": {"coding": [coding], "text": _NO_RESULTS},
    }
    return {"resource": {"resourceType": "OperationOutcome", "issue": [issue]}, "search": {"mode": "outcome"}}


def _entries(resource: Json) -> Iterator[Json]:
    found = _resource(resource)
    if "medicationCodeableConcept" in found:
        concept = found.pop("medicationCodeableConcept")
        medication = {"resourceType": "Medication", "id": _long(f"med-{resource['id']}"), "code": concept}
        found["medicationReference"] = {
            "reference": _address(medication),
            "display": str(concept.get("text", "")).upper(),
        }
        yield _entry(medication, "include")
    yield _entry(found, "match")


def _entry(resource: Json, mode: str) -> Json:
    address = _address(resource)
    link = [{"relation": "self", "url": address}]
    return {"link": link, "fullUrl": address, "resource": resource, "search": {"mode": mode}}


def _resource(resource: Json) -> Json:
    found: Json = _absolute(resource)
    if resource["resourceType"] != "Patient":
        found["id"] = _long(resource["id"])
    identifier = {"use": "usual", "system": "urn:oid:1.2.840.114350.1.13.861.1.7.2.798268", "value": "1000182255"}
    found["identifier"] = [identifier]
    if isinstance(found.get("category"), list):
        found["category"] = found["category"][0]
    return found


def _absolute(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _reference(one) if name == "reference" else _absolute(one) for name, one in value.items()}
    return [_absolute(one) for one in value] if isinstance(value, list) else value


def _reference(value: Any) -> Any:
    kind, _, own_id = str(value).partition("/")
    return f"{BASE}/{kind}/{own_id if kind == 'Patient' else _long(own_id)}" if own_id else value


def _address(resource: Json) -> str:
    return f"{BASE}/{resource['resourceType']}/{resource['id']}"


def _long(own_id: str) -> str:
    """An id of 194 characters."""
    return f"e{own_id}.{_TAIL}"[:194]
