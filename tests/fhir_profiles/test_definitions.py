"""Our definitions before the validators that need no Java; what they cannot see, `tests/servers` asks the engine."""

from __future__ import annotations

import json
from typing import Any

import pytest

from fhir_profiles.publishing import published
from tests.support.refused import good, refused
from tests.support.suggested import distinct_suggestions
from tests.support.validators import definition_faults, faults, rule_faults, shape_faults

Json = dict[str, Any]

KINDS = sorted({kind for kind, _ in published()})
AT_LEAST = 60


@pytest.mark.parametrize("kind", KINDS)
def test_every_definition_is_valid(kind: str) -> None:
    """By type, for the validator takes its time with the first of each."""
    wrong = {
        name: found
        for (its, name), one in published().items()
        if its == kind
        if (found := definition_faults(dict(one)))
    }
    assert wrong == {}


def test_a_wrong_definition_is_noticed() -> None:
    plan = dict(published()["PlanDefinition", "pal-cem"])
    assert definition_faults({**plan, "status": "finished"})
    assert definition_faults({**plan, "action": [{"selectionBehavior": "some"}]})
    assert definition_faults({**plan, "useContext": [{"code": {"code": "focus"}}]})
    form = json.loads(json.dumps(published()["Questionnaire", "anaesthesia-checklist"]))
    form["item"][1]["linkId"] = "plan"
    assert definition_faults(form)


def _without_profile(resource: Json) -> Json:
    return {name: value for name, value in resource.items() if name != "meta"}


@pytest.mark.parametrize("name", good())
def test_a_good_instance_is_valid_r4(name: str) -> None:
    assert faults(_without_profile(good()[name])) == []


def test_every_distinct_suggestion_is_valid_r4() -> None:
    """By shape each; by the slower rules one of each profile and code, the Task with the most lines."""
    alike: dict[str, Json] = {}
    for each in distinct_suggestions():
        bare = _without_profile(each)
        assert shape_faults(bare) == []
        coded = (each.get("code") or each["medicationCodeableConcept"])["coding"]
        named = f"{each['meta']['profile']} {coded} {each.get('input')}"
        alike[named] = max(alike.get(named, {}), bare, key=lambda one: len(str(one)))
    assert [found for each in alike.values() if (found := rule_faults(each))] == []
    assert {each["resourceType"] for each in alike.values()} == {"ServiceRequest", "MedicationRequest", "Task"}


def test_the_table_of_refused_instances_is_long_enough_and_each_stands_once() -> None:
    rows = refused()
    assert len(rows) >= AT_LEAST
    assert len({(each.of, each.what) for each in rows}) == len(rows)
    assert {each.of for each in rows} == set(good())
    assert all(each.resource != good()[each.of] for each in rows)
