"""The sample patients at the signature (contract 4.1): what forbids, holds or is missing, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from tests.support import calls
from tests.support.calls import Answered, Json, advice_of, call, client
from tests.support.calls import post as select
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
    return calls.post(client(**settings), body, PATH)


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
    first = sign("V-05", monopolar).cards[0]
    assert (advice_of(first)["kind"], first["indicator"]) == ("indication", "warning")
    assert first["suggestions"]
    for suggestion in first["suggestions"]:
        assert {"update", "delete"} & {action["type"] for action in suggestion["actions"]}


def monopolar(body: Json) -> None:
    code = {"text": "Monopolar radiofrequency ablation of T10"}
    body["context"]["draftOrders"]["entry"][0]["resource"]["code"] = code


def test_a_technique_that_the_hospital_does_not_offer_is_told_with_its_replacement() -> None:
    """V-02: laser is ordered and preferred, until the hospital has none."""
    assert "indication" not in kinds(sign("V-02"))
    first = sign("V-02", SPINAL_CDS__OFFERED__LASER="false").cards[0]
    assert (advice_of(first)["kind"], first["indicator"]) == ("indication", "warning")
    assert {"update"} <= {action["type"] for action in actions(first)}
    assert "OS-03-LASER" not in str(first["suggestions"])


def test_a_client_of_single_actions_gets_the_deletion_and_the_treatments_only() -> None:
    profile = {"SPINAL_CDS__CLIENT__0__ISSUER": "https://ehr.example", "SPINAL_CDS__CLIENT__0__PROFILE": "epic"}
    cards = sign("V-05", monopolar, **profile).cards
    assert cards[0]["selectionBehavior"] == "any"
    assert [len(each["actions"]) for each in cards[0]["suggestions"]] == [1] * len(cards[0]["suggestions"])
    assert [action["type"] for action in actions(cards[0])] == ["delete", "create", "create"]
    codes = [action["resource"]["code"]["coding"][0]["code"] for action in actions(cards[0]) if "resource" in action]
    assert codes == ["OS-03-RFA_BIPOLAR", "OS-03-CRYO"]
    assert not any("suggestions" in card for card in cards[1:]), "no Task for this kind of client"


def test_a_client_without_suggestions_loses_no_card() -> None:
    profile = {"SPINAL_CDS__CLIENT__0__ISSUER": "https://ehr.example", "SPINAL_CDS__CLIENT__0__PROFILE": "oracle"}
    cards = sign("V-05", monopolar, **profile).cards
    assert [card["detail"] for card in cards] == [card["detail"] for card in sign("V-05", monopolar).cards]
    assert not any("suggestions" in card for card in cards)


@pytest.mark.parametrize("name", PATIENTS)
def test_K16_what_is_said_again_is_what_order_select_said(name: str) -> None:
    """The same input gives the same card: words, indicator, reasons; only a hold is a card of its own here."""
    before = {_said(card) for card in select(client(), call(name)).cards}
    again = [card for card in sign(name).cards if advice_of(card)["kind"] != "hold"]
    assert {_said(card) for card in again} <= before


def _said(card: Json) -> tuple[str, ...]:
    return advice_of(card)["kind"], card["indicator"], card["summary"], card["detail"]


@pytest.mark.parametrize("name", PATIENTS)
def test_every_hold_of_order_select_is_told_before_signature(name: str) -> None:
    held = {hold for card in select(client(), call(name)).cards for hold in advice_of(card).get("holds", ())}
    told = {hold for card in sign(name).cards if advice_of(card)["kind"] == "hold" for hold in advice_of(card)["holds"]}
    assert told == held


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


@pytest.mark.parametrize("kind", ["anaesthesia", "thermalprotection"])
def test_the_checklist_of_one_lesion_is_not_that_of_another(kind: str) -> None:
    """Each Task is titled for its lesion. One whose title names none as we do counts for all of them."""
    body = two_lesions()
    offered = select(client(), body).cards
    tasks = [
        (advice_of(card)["lesion"]["level"], action["resource"])
        for card in offered
        if advice_of(card)["kind"] == kind
        for action in actions(card)
    ]
    assert [level for level, _ in tasks] == ["T4", "L2"]
    assert left(body, kind) == ["T4", "L2"]
    assert left(body, kind, tasks[0][1]) == ["L2"]
    assert left(body, kind, tasks[1][1]) == ["T4"]
    assert left(body, kind, *(each for _, each in tasks)) == []
    assert left(body, kind, tasks[0][1] | {"code": {"text": "Checklist of the day ward"}}) == []


def two_lesions() -> Json:
    """V-06 with the same lesion once more at L2, both ordered."""
    body = call("V-06")
    for key in ("conditions", "findings"):
        bundle = body["prefetch"][key]
        bundle.pop("total", None)
        bundle["entry"] += [
            {"resource": again(each["resource"])} for each in bundle["entry"] if "bodySite" in each["resource"]
        ]
    first = body["context"]["draftOrders"]["entry"][0]["resource"]
    second = {key: value for key, value in first.items() if key != "note"}
    second |= {"id": "second", "bodySite": [{"text": "L2"}], "code": {"text": "Percutaneous ablation of L2 lesion"}}
    body["context"]["draftOrders"]["entry"].append({"resource": second})
    body["context"]["selections"].append("ServiceRequest/second")
    return body


def again(resource: Json) -> Json:
    """The same at L2."""
    site = {"text": "L2"}
    told: Json = json.loads(json.dumps(resource).replace("T4", "L2"))
    return told | {
        "id": f"{resource['id']}-again",
        "bodySite": [site] if isinstance(resource["bodySite"], list) else site,
    }


def left(body: Json, kind: str, *tasks: Json) -> list[str]:
    """The lesions whose card of this kind is shown at the signature with these Tasks among the drafts."""
    signed = deepcopy(body)
    signed["hook"] = "order-sign"
    signed["context"].pop("selections")
    with_drafts(*tasks)(signed)
    return [advice_of(card)["lesion"]["level"] for card in post(signed).cards if advice_of(card)["kind"] == kind]


@pytest.mark.parametrize("status", ["entered-in-error", "cancelled", "rejected"])
def test_a_checklist_that_was_taken_back_is_not_arranged(status: str) -> None:
    name = "V-05"
    taken_back = task("thermal-protection-checklist", name) | {"status": status}
    assert kinds(sign(name, with_drafts(taken_back))) == ["anaesthesia", "thermalprotection"]


@pytest.mark.parametrize("taken_back", [{"status": "revoked"}, {"status": "entered-in-error"}, {"doNotPerform": True}])
def test_an_anaesthetist_who_was_called_off_is_not_arranged(taken_back: Json) -> None:
    name = "V-05"
    called_off = order("OS-07", name) | taken_back
    assert kinds(sign(name, with_drafts(called_off))) == ["anaesthesia", "thermalprotection"]
    offered = select(client(), call(name, change=with_drafts(called_off))).cards
    concepts = {
        coding["code"]
        for card in offered
        for action in actions(card)
        for coding in action.get("resource", {}).get("code", {}).get("coding", ())
    }
    assert "OS-07" in concepts


def test_P9_a_checklist_of_another_patient_is_dropped_and_that_is_said() -> None:
    cards = sign("V-05", with_drafts(task("thermal-protection-checklist", "another"))).cards
    assert [advice_of(card)["kind"] for card in cards] == ["anaesthesia", "thermalprotection", "degraded"]


def test_nothing_to_say_is_an_empty_list() -> None:
    name = "V-05"
    answered = sign(name, with_drafts(order("OS-07", name), task("thermal-protection-checklist", name)))
    assert answered.body == {"cards": []}


# --- what is looked at ------------------------------------------------------------------------------------------------


def test_an_order_without_an_id_is_looked_at_and_no_action_names_it() -> None:
    def unnamed(body: Json) -> None:
        monopolar(body)
        del body["context"]["draftOrders"]["entry"][0]["resource"]["id"]

    cards = sign("V-05", unnamed).cards
    assert [advice_of(card)["kind"] for card in cards] == kinds(sign("V-05", monopolar))
    assert "suggestions" not in cards[0]


def test_the_emergency_silences_every_card_of_the_signature() -> None:
    cards = sign("V-17").cards
    assert cards[0]["indicator"] == "critical"
    assert not any("suggestions" in card for card in cards)


def test_C8_every_order_in_the_list_is_looked_at_whatever_its_status() -> None:
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


def test_R2_the_hook_must_be_the_one_of_the_service() -> None:
    body = call("V-05")
    assert post(body).status == 400
    body["hook"] = "order-sign"
    del body["context"]["draftOrders"]
    assert post(body).status == 400


@pytest.mark.parametrize("name", PATIENTS)
def test_K17_two_calls_give_the_same_cards(name: str) -> None:
    assert sign(name).without_ids == sign(name).without_ids
