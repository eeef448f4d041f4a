"""Our definitions before HL7's validation engine: they are valid, what we suggest meets them, and they refuse what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest

from fhir_profiles import examples
from fhir_profiles.codes.findings import FINDING_CODES, PANEL
from fhir_profiles.publishing import DEFINITIONS, metadata, published
from tests.support import java_validator
from tests.support.calls import Json
from tests.support.installed import Missing, not_run
from tests.support.refused import Refused, good, refused
from tests.support.suggested import claiming, distinct_suggestions

pytestmark = pytest.mark.validator

_FINDINGS = {code.key for code in FINDING_CODES}


def observations(as_of: datetime) -> Iterator[Json]:
    """The findings of the sample patients under our codes, each as one that says which profile it meets."""
    for name in examples.names():
        for entry in examples.load(name, as_of)["bundle"]["entry"]:
            resource: Json = entry["resource"]
            coded = {(each.get("system"), each.get("code")) for each in resource.get("code", {}).get("coding", ())}
            if resource["resourceType"] == "Observation" and coded & _FINDINGS:
                panel = PANEL.key in coded
                yield claiming(resource, "spinal-lesion-assessment" if panel else "spinal-lesion-single-finding")


@pytest.fixture(scope="module")
def asked(as_of: datetime) -> dict[str, list[Json]]:
    """Everything that the engine is asked of, in one run."""
    return {
        "definitions": [*map(dict, published().values()), dict(metadata("https://cds.example/fhir"))],
        "good": list(good().values()),
        "refused": [each.resource for each in refused()],
        "suggested": list(distinct_suggestions()),
        "sample patients": list(observations(as_of)),
    }


@pytest.fixture(scope="module")
def told(asked: dict[str, list[Json]]) -> dict[str, list[list[str]]]:
    """What is wrong with each, by the same names and in the same order."""
    every = [each for part in asked.values() for each in part]
    try:
        faults = iter(java_validator.faults(every, [DEFINITIONS]))
    except Missing as reason:
        not_run("VALIDATION ENGINE", reason)
    return {name: [next(faults) for _ in part] for name, part in asked.items()}


@pytest.mark.parametrize("part", ["definitions", "good", "suggested", "sample patients"])
def test_there_is_nothing_wrong(asked: dict[str, list[Json]], told: dict[str, list[list[str]]], part: str) -> None:
    assert asked[part]
    wrong = [(each["resourceType"], found) for each, found in zip(asked[part], told[part], strict=True) if found]
    assert wrong == []


@pytest.mark.parametrize("one", refused(), ids=lambda one: f"{one.of}: {one.what}")
def test_what_is_wrong_is_refused_for_that(told: dict[str, list[list[str]]], one: Refused) -> None:
    faults = told["refused"][refused().index(one)]
    assert any(one.says in fault for fault in faults), faults
