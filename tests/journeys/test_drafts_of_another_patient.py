"""A draft order that is another patient's is dropped, counted and said, and never answered (contract 3)."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.support import calls
from tests.support.calls import Json, advice_of

OTHER = {"reference": "Patient/somebody-else"}


@pytest.fixture(scope="module")
def service() -> FlaskClient:
    return calls.client()


def foreign(body: Json) -> None:
    for each in body["context"]["draftOrders"]["entry"]:
        each["resource"]["subject"] = OTHER


def test_nothing_of_ours_is_left_and_one_card_says_why(service: FlaskClient) -> None:
    (card,) = calls.post(service, calls.call("V-10", change=foreign)).cards
    assert (advice_of(card)["kind"], card["indicator"]) == ("degraded", "info")
    assert "another patient, dropped: 1" in card["detail"]
    assert "suggestions" not in card


def test_an_order_that_would_be_none_of_ours_anyway_gets_no_card(service: FlaskClient) -> None:
    def change(body: Json) -> None:
        foreign(body)
        for each in body["context"]["draftOrders"]["entry"]:
            each["resource"]["code"] = {"text": "Chest X-ray"}
            each["resource"].pop("bodySite", None)

    assert calls.post(service, calls.call("V-10", change=change)).cards == []


def test_the_patient_s_own_order_is_answered_and_the_other_one_counted(service: FlaskClient) -> None:
    def change(body: Json) -> None:
        entry = body["context"]["draftOrders"]["entry"]
        apixaban: Json = {"resourceType": "MedicationRequest", "id": "other", "status": "draft", "intent": "order"}
        apixaban |= {"subject": OTHER, "medicationCodeableConcept": {"text": "apixaban"}}
        entry.append({"resource": apixaban})

    before = calls.post(service, calls.call("V-10")).cards
    after = calls.post(service, calls.call("V-10", change=change)).cards
    assert [advice_of(card) for card in after[: len(before)]] == [advice_of(card) for card in before]
    assert "another patient, dropped: 1" in after[-1]["detail"]


@pytest.mark.parametrize("subject", ["Patient/V-10", "https://fhir.example/r4/Patient/V-10", "urn:uuid:1"])
def test_an_order_of_this_patient_or_of_nobody_that_can_be_told_is_answered(service: FlaskClient, subject: str) -> None:
    def change(body: Json) -> None:
        for each in body["context"]["draftOrders"]["entry"]:
            each["resource"]["subject"] = {"reference": subject}

    kinds = [advice_of(card)["kind"] for card in calls.post(service, calls.call("V-10", change=change)).cards]
    assert kinds[0] == "indication"
