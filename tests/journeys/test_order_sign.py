"""The sample patients at the signature (contract 4.1): what forbids, holds or is missing, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import orjson
import pytest

from tests.support.calls import Answered, Json, advice_of, call, client
from tests.support.stories import story

PATH = "/cds-services/spinal-tumour-order-sign"
HELD = "V-22"
"""Apixaban: a pathway with a hold."""
PATIENTS = tuple(f"V-{number:02}" for number in range(1, 25))
UNHELD = ("V-05", "V-06", "V-07", "V-12")


def sign(name: str, change: Callable[[Json], None] | None = None, **settings: str) -> Answered:
    body = call(name, change=change)
    body["hook"] = "order-sign"
    body["context"].pop("selections", None)
    return post(body, **settings)


def post(body: Json, **settings: str) -> Answered:
    response = client(**settings).post(PATH, data=orjson.dumps(body), content_type="application/json")
    return Answered(status=response.status_code, raw=response.data)


def kinds(answered: Answered) -> list[str]:
    return [advice_of(card)["kind"] for card in answered.cards]


def with_drafts(*more: Json) -> Callable[[Json], None]:
    def change(body: Json) -> None:
        body["context"]["draftOrders"]["entry"] += [{"resource": each} for each in more]

    return change


def order(concept: str, patient: str) -> Json:
    system = "https://spinal-tumour-cds.example/fhir/CodeSystem/order-concept"
    return {
        "resourceType": "ServiceRequest",
        "id": concept.lower(),
        "status": "draft",
        "intent": "order",
        "code": {"coding": [{"system": system, "code": concept}]},
        "subject": {"reference": f"Patient/{patient}"},
    }


def task(checklist: str, patient: str) -> Json:
    canonical = f"https://spinal-tumour-cds.example/fhir/Questionnaire/{checklist}"
    return {
        "resourceType": "Task",
        "id": checklist,
        "status": "draft",
        "intent": "proposal",
        "code": {"coding": [{"code": "complete-questionnaire"}]},
        "for": {"reference": f"Patient/{patient}"},
        "input": [{"type": {"text": "questionnaire"}, "valueCanonical": canonical}],
    }


def actions(card: Json) -> list[Json]:
    return [action for suggestion in card.get("suggestions", ()) for action in suggestion["actions"]]


# --- which cards ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PATIENTS)
def test_the_outcome_is_the_one_of_order_select(name: str) -> None:
    answered = sign(name)
    assert answered.status == 200
    expected = story(name).expected.outcome
    assert {advice_of(card)["outcome"] for card in answered.cards if "lesion" in advice_of(card)} <= {str(expected)}


@pytest.mark.parametrize("name", ["V-11", "V-16", "V-17", "V-20", "V-21", "V-24"])
def test_referral_question_and_nocare_are_shown_without_suggestions(name: str) -> None:
    first = sign(name).cards[0]
    assert advice_of(first)["kind"] in ("referral", "question", "nocare")
    assert "suggestions" not in first
    assert advice_of(first)["evidence"]


@pytest.mark.parametrize("name", UNHELD)
def test_a_pathway_whose_technique_suits_is_not_told_again(name: str) -> None:
    assert "indication" not in kinds(sign(name))


def test_a_pathway_with_a_hold_has_one_hold_card_that_names_the_orders() -> None:
    held = [card for card in sign(HELD).cards if advice_of(card)["kind"] == "hold"]
    assert [card["indicator"] for card in held] == ["warning"]
    assert advice_of(held[0])["holds"] == ["SR-12"]
    assert held[0]["overrideReasons"]
    assert "Orders to be released only after this:" in held[0]["detail"]


def test_the_first_card_of_a_lesion_carries_what_belongs_to_the_lead_card() -> None:
    first = advice_of(sign(HELD).cards[0])
    assert first["kind"] == "hold"
    assert {"inputs", "techniques", "holds", "rules", "evidence", "outcome", "lesion"} <= first.keys()
    assert {"SR-12", "TR-12"} <= set(first["rules"])


def test_a_technique_to_be_avoided_is_told_with_its_replacement_only() -> None:
    def monopolar(body: Json) -> None:
        drafts = body["context"]["draftOrders"]["entry"]
        drafts[0]["resource"]["code"] = {"text": "Monopolar radiofrequency ablation of T10"}

    cards = sign("V-05", monopolar).cards
    first = cards[0]
    assert (advice_of(first)["kind"], first["indicator"]) == ("indication", "warning")
    assert first["suggestions"]
    for suggestion in first["suggestions"]:
        assert {"update", "delete"} & {action["type"] for action in suggestion["actions"]}


def test_conflicts_are_shown_as_at_order_select() -> None:
    assert "conflict" in kinds(sign("V-11"))


# --- checklists -------------------------------------------------------------------------------------------------------


def test_checklists_are_missing_until_they_are_arranged() -> None:
    name = "V-05"
    assert kinds(sign(name)) == ["anaesthesia", "thermalprotection"]
    assert kinds(sign(name, with_drafts(order("OS-07", name)))) == ["thermalprotection"]
    assert kinds(sign(name, with_drafts(task("thermal-protection-checklist", name)))) == ["anaesthesia"]
    both = (task("anaesthesia-checklist", name), task("thermal-protection-checklist", name))
    assert kinds(sign(name, with_drafts(*both))) == []


def test_a_checklist_card_offers_its_task_and_nothing_else() -> None:
    for card in sign("V-05").cards:
        assert {action["resource"]["resourceType"] for action in actions(card)} == {"Task"}


def test_nothing_to_say_is_an_empty_list() -> None:
    name = "V-05"
    answered = sign(name, with_drafts(order("OS-07", name), task("thermal-protection-checklist", name)))
    assert answered.body == {"cards": []}


# --- what is looked at ------------------------------------------------------------------------------------------------


def test_every_order_in_the_list_is_looked_at_whatever_its_status() -> None:
    def signed_again(body: Json) -> None:
        body["context"]["draftOrders"]["entry"][0]["resource"]["status"] = "active"

    assert kinds(sign(HELD, signed_again)) == kinds(sign(HELD))


def test_orders_of_other_kinds_read_nothing() -> None:
    def other(body: Json) -> None:
        body["context"]["draftOrders"]["entry"][0]["resource"]["code"] = {"text": "Chest radiograph"}
        body["prefetch"] = {}

    assert sign("V-05", other).body == {"cards": []}


def test_what_could_not_be_read_is_said() -> None:
    def lost(body: Json) -> None:
        del body["prefetch"]["labs"]

    last = sign("V-05", lost).cards[-1]
    assert (advice_of(last)["kind"], advice_of(last)["unread"]) == ("degraded", ["labs"])


# --- the wire ---------------------------------------------------------------------------------------------------------


def test_discovery_lists_both_services_with_one_prefetch() -> None:
    services: list[dict[str, Any]] = client().get("/cds-services").get_json()["services"]
    assert [(each["hook"], each["id"]) for each in services] == [
        ("order-select", "spinal-tumour-order-select"),
        ("order-sign", "spinal-tumour-order-sign"),
    ]
    assert services[0]["prefetch"] == services[1]["prefetch"]


def test_the_hook_must_be_the_one_of_the_service() -> None:
    body = call("V-05")
    assert post(body).status == 400
    body["hook"] = "order-sign"
    del body["context"]["draftOrders"]
    assert post(body).status == 400


@pytest.mark.parametrize("name", PATIENTS)
def test_two_calls_give_the_same_cards(name: str) -> None:
    assert sign(name).without_ids == sign(name).without_ids
