"""HL7's validation engine, offline: it finds what is wrong, by R4 and by a profile, and nothing in our sample patients."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from fhir_profiles import examples
from tests.support import java_validator
from tests.support.calls import Json
from tests.support.installed import Missing, not_run

pytestmark = pytest.mark.validator

PROFILE = "https://spinal-tumour-cds.example/fhir/StructureDefinition/measured"
MEASURED: Json = {
    "resourceType": "StructureDefinition",
    "url": PROFILE,
    "name": "Measured",
    "status": "draft",
    "kind": "resource",
    "abstract": False,
    "type": "Observation",
    "baseDefinition": "http://hl7.org/fhir/StructureDefinition/Observation",
    "derivation": "constraint",
    "differential": {
        "element": [
            {"id": "Observation", "path": "Observation"},
            {
                "id": "Observation.subject",
                "path": "Observation.subject",
                "min": 1,
                "type": [
                    {"code": "Reference", "targetProfile": ["http://hl7.org/fhir/StructureDefinition/Patient"]},
                ],
            },
            {"id": "Observation.value[x]", "path": "Observation.value[x]", "type": [{"code": "Quantity"}]},
        ]
    },
}
"""A profile of the kind that the validators without Java do not see through: a narrowed reference, a fixed type of value."""
GOOD: Json = {
    "resourceType": "Observation",
    "meta": {"profile": [PROFILE]},
    "status": "final",
    "code": {"text": "size"},
    "subject": {"reference": "Patient/1"},
    "valueQuantity": {"value": 8, "unit": "mm", "system": "http://unitsofmeasure.org", "code": "mm"},
}
BAD: dict[str, tuple[Json, str]] = {
    "no code": ({"resourceType": "Observation", "status": "final"}, "Observation.code"),
    "a status that does not exist": (GOOD | {"status": "finished"}, "finished"),
    "a profile that is not known": (GOOD | {"meta": {"profile": [PROFILE + "-not"]}}, "measured-not"),
    "a narrowed reference": (GOOD | {"subject": {"reference": "Group/1"}}, "Group"),
    "a type of value that the profile forbids": (
        {key: value for key, value in GOOD.items() if key != "valueQuantity"} | {"valueString": "8 mm"},
        "value",
    ),
    "a condition without a kind": (
        {
            "resourceType": "PlanDefinition",
            "status": "draft",
            "action": [{"condition": [{"expression": {"language": "text/cql", "expression": "x"}}]}],
        },
        "kind",
    ),
    "an expression without expression and reference": (
        {
            "resourceType": "PlanDefinition",
            "status": "draft",
            "action": [{"condition": [{"kind": "applicability", "expression": {"language": "text/cql"}}]}],
        },
        "exp-1",
    ),
}


@pytest.fixture(scope="module")
def samples(as_of: datetime) -> list[Json]:
    patients = [examples.load(name, as_of) for name in examples.names()]
    entries = [each for one in patients for each in (*one["bundle"]["entry"], *one["hook"]["draftOrders"]["entry"])]
    return [entry["resource"] for entry in entries]


@pytest.fixture(scope="module")
def faults(samples: list[Json], tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """What is wrong with the good one, the bad ones and the samples: one run for all."""
    folder = tmp_path_factory.mktemp("definitions")
    Path(folder, "measured.json").write_text(json.dumps(MEASURED), encoding="utf-8")
    try:
        return java_validator.faults([GOOD, *(bad for bad, _ in BAD.values()), *samples], [folder])
    except Missing as reason:
        not_run("VALIDATION ENGINE", reason)


def test_a_good_one_passes(faults: list[list[str]]) -> None:
    assert faults[0] == []


@pytest.mark.parametrize("what", BAD)
def test_what_is_wrong_is_found(faults: list[list[str]], what: str) -> None:
    place = 1 + list(BAD).index(what)
    assert any(BAD[what][1] in fault for fault in faults[place]), faults[place]


def test_every_sample_patient_is_valid(faults: list[list[str]], samples: list[Json]) -> None:
    told = zip(samples, faults[1 + len(BAD) :], strict=True)
    assert {f"{each['resourceType']}/{each['id']}": found for each, found in told if found} == {}
