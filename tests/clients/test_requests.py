"""What real clients send, and what they get: cards, a clean empty list, or a clear refusal that names the fault."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

import pytest
from werkzeug.test import TestResponse

from cds_hooks.demo import SERVICE_PATH, hook_call
from fhir_profiles import examples
from fhir_profiles.codes import BASE
from tests.clients import cases
from tests.clients.cases import Case, send
from tests.clients.epic_record import as_epic
from tests.support.answers import faults
from tests.support.calls import Answered, Json, advice_of

ALL = cases.cases()
LEADS = ("indication", "question", "referral", "nocare")
SANDBOX = [each for each in cases.cases("sandbox") if each.answer["status"] == 200]
WITH_CARDS = [each for each in ALL if each.answer.get("kinds") or each.answer.get("cards")]


def answered(case: Case, **changes: Any) -> Answered:
    response = send(case, **changes)
    assert response.content_type.startswith("application/json")
    if response.status_code == HTTPStatus.OK:
        assert faults(response.data, case.body | changes) == []
    return Answered(status=response.status_code, raw=response.data)


def told(response: Answered) -> str:
    """What an OperationOutcome says in words."""
    assert response.body["resourceType"] == "OperationOutcome"
    (issue,) = response.body["issue"]
    return f"{issue['details']['text']} {issue.get('diagnostics', '')}"


def lead_advice(response: Answered) -> list[Json]:
    return [advice_of(card) for card in response.cards if advice_of(card)["kind"] in LEADS]


@pytest.mark.parametrize("case", ALL, ids=str)
def test_each_client_gets_what_its_file_says(case: Case) -> None:
    response = answered(case)
    assert response.status == case.answer["status"]
    if response.status != 200:
        assert [name for name in case.answer["names"] if name not in told(response)] == []
        return
    if "cards" in case.answer:
        assert [advice_of(card)["kind"] for card in response.cards] == case.answer["cards"]
        return
    leads = lead_advice(response)
    assert [each["kind"] for each in leads] == case.answer["kinds"]
    assert [each["outcome"] for each in leads] == case.answer.get("outcomes", [])
    assert [hold for each in leads for hold in each.get("holds", [])] == case.answer.get("holds", [])
    if not leads:
        assert response.body == {"cards": []}


def test_every_kind_of_answer_is_among_them() -> None:
    assert {each.answer["status"] for each in ALL} == {200, 400, 412}
    assert {bool(each.answer.get("kinds")) for each in SANDBOX} == {True, False}


# --- the public browser sandbox ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", SANDBOX, ids=str)
def test_o2_the_sandbox_may_read_every_answer(case: Case) -> None:
    assert send(case).headers["Access-Control-Allow-Origin"] == "*"


def test_o2_the_sandbox_asks_before_it_posts() -> None:
    asked = {"Origin": "https://sandbox.example", "Access-Control-Request-Method": "POST"}
    wanted = asked | {"Access-Control-Request-Headers": "authorization,content-type"}
    response: TestResponse = cases.service("sandbox").options(SERVICE_PATH, headers=wanted)
    assert response.status_code in (200, 204)
    assert "authorization" in response.headers["Access-Control-Allow-Headers"].lower()


@pytest.mark.parametrize("case", WITH_CARDS, ids=str)
def test_every_card_has_what_sandbox_and_inferno_read(case: Case) -> None:
    for card in answered(case).cards:
        assert card["uuid"]
        assert 0 < len(card["summary"]) < 140
        assert card["indicator"] in ("info", "warning", "critical")
        assert card["source"]["label"]
        assert card["source"]["topic"]["code"]
        assert card["source"]["topic"]["system"] == f"{BASE}/CodeSystem/card-topic"
        assert all(each["code"] and each["system"] and each["display"] for each in card.get("overrideReasons", []))
    for suggestion in suggestions(answered(case)):
        assert suggestion["uuid"]
        assert suggestion["label"]
        assert all(action["description"] for action in suggestion["actions"])


def suggestions(response: Answered) -> Iterator[Json]:
    for card in response.cards:
        yield from card.get("suggestions", [])


@pytest.mark.parametrize("case", SANDBOX, ids=str)
def test_a_call_on_every_keystroke_is_answered_alike(case: Case) -> None:
    again = answered(case, hookInstance="9b8f0a52-3a3e-4b0e-8a64-1f0f7a1d2e33")
    assert answered(case).without_ids == again.without_ids


def _taken(suggestion: Json) -> Json | None:
    """What the sandbox makes of a suggestion in Rx View: text and first code of its first drug, under RxNorm's name."""
    for action in suggestion["actions"]:
        concept = action.get("resource", {}).get("medicationCodeableConcept")
        if action["type"] in ("create", "update") and concept:
            coding = {"display": concept["text"], "system": "http://www.nlm.nih.gov/research/umls/rxnorm"}
            return {"text": concept["text"], "coding": [coding | {"code": concept["coding"][0]["code"]}]}
    return None


def test_a_suggestion_that_the_sandbox_took_is_not_offered_again() -> None:
    """Rx View has room for one order: the drug that we suggested takes the place of the one that woke us."""
    before = cases.case("sandbox/rx-drug-chosen")
    drugs = [drug for each in suggestions(answered(before)) if (drug := _taken(each))]
    assert drugs
    for drug in drugs:
        body = json.loads(json.dumps(before.body))
        body["context"]["draftOrders"]["entry"][0]["resource"]["medicationCodeableConcept"] = drug
        assert answered(before, context=body["context"]).body == {"cards": []}


# --- Epic -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", [each for each in WITH_CARDS if each.name.startswith("epic/")], ids=str)
def test_epic_is_offered_single_actions_that_it_can_take(case: Case) -> None:
    for card in answered(case).cards:
        for suggestion in card.get("suggestions", []):
            assert card["selectionBehavior"] == "any"
            (action,) = suggestion["actions"]
            assert action["type"] in ("create", "delete")
            kind = action.get("resource", {}).get("resourceType") or action["resourceId"].partition("/")[0]
            assert kind in ("ServiceRequest", "MedicationRequest")
            if action["type"] == "create":
                patient = case.body["context"]["patientId"]
                assert action["resource"]["subject"]["reference"].endswith(f"Patient/{patient}")


DECIDED = ("kind", "lesion", "outcome", "possibleOutcomes", "inputs", "techniques", "holds", "rules", "items", "unread")


@pytest.mark.parametrize("name", examples.names())
def test_c11_epics_spelling_of_a_record_changes_no_decision(name: str) -> None:
    """Long ids, absolute references, objects for lists, drugs by reference, and searches that say that they found nothing."""
    body = hook_call(name, datetime.now(UTC))
    plain = Case(name="generic/plain", body=body, answer={})
    epic = Case(name="epic/same", body=body | {"prefetch": as_epic(body["prefetch"])}, answer={})
    decided = [
        [{key: advice_of(card).get(key) for key in DECIDED} for card in answered(c).cards] for c in (plain, epic)
    ]
    assert decided[0] == decided[1]
    summaries = [[card["summary"] for card in answered(c).cards] for c in (plain, epic)]
    assert summaries[0] == summaries[1]


def test_b9_epics_feedback_is_kept() -> None:
    body = json.dumps(cases.written("epic/feedback"))
    response = cases.service("epic").post(f"{SERVICE_PATH}/feedback", data=body, content_type="application/json")
    assert (response.status_code, response.content_type) == (200, "application/json")
    assert response.get_json() == {"stored": 1}
