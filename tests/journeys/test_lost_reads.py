"""A read that fails never adds a suggestion and never improves a state; a failure is never an empty card list."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from fhir_profiles import examples
from fhir_profiles.queries import QUERIES
from tests.support import calls
from tests.support.calls import Json, advice_of
from tests.support.improving import improvements, suggestions

OPTIONAL = tuple(query.key for query in QUERIES if not query.required)
PATIENTS = tuple(name for name in examples.names() if name not in ("V-18", "V-19"))
FAILED = {
    "resourceType": "OperationOutcome",
    "issue": [{"severity": "error", "code": "exception", "details": {"text": "not now"}}],
}
EMPTY = {"resourceType": "Bundle", "type": "searchset", "total": 0}


@pytest.fixture(scope="module")
def service() -> FlaskClient:
    return calls.client()


def _with(name: str, key: str, value: Json) -> Json:
    body = calls.call(name)
    body["prefetch"][key] = value
    return body


@pytest.mark.parametrize("key", OPTIONAL)
@pytest.mark.parametrize("name", PATIENTS)
def test_a_failed_read_gives_nothing_that_an_empty_one_does_not(service: FlaskClient, name: str, key: str) -> None:
    failed = calls.post(service, _with(name, key, FAILED))
    empty = calls.post(service, _with(name, key, EMPTY))
    assert failed.status == 200
    assert failed.cards, "a failure is never an empty card list"
    assert key in [key for card in failed.cards for key in advice_of(card).get("unread", [])]
    assert improvements(failed.cards, empty.cards) == []


@pytest.mark.parametrize("key", ["patient", "conditions"])
def test_required_data_that_cannot_be_had_is_412(service: FlaskClient, key: str) -> None:
    body = calls.call("V-01")
    del body["prefetch"][key]
    answered = calls.post(service, body)
    assert answered.status == 412
    assert answered.body["resourceType"] == "OperationOutcome"
    assert key in answered.body["issue"][0]["diagnostics"]


def test_a_server_that_is_down_is_412_for_required_keys() -> None:
    down = "http://127.0.0.1:9/fhir"
    answered = calls.post(calls.client(down), calls.from_server("V-01", down))
    assert answered.status == 412


def test_a_server_that_is_down_leaves_cards_that_say_what_is_missing() -> None:
    down = "http://127.0.0.1:9/fhir"
    body = calls.call("V-01") | {"fhirServer": down}
    body["prefetch"] = {key: body["prefetch"][key] for key in ("patient", "conditions")}
    answered = calls.post(calls.client(down), body)
    assert answered.status == 200
    unread = {key for card in answered.cards for key in advice_of(card).get("unread", [])}
    assert unread == set(OPTIONAL)


def test_an_empty_record_suggests_nothing(service: FlaskClient) -> None:
    body = calls.call("V-05")
    body["prefetch"] = dict.fromkeys(body["prefetch"], EMPTY) | {"patient": body["prefetch"]["patient"]}
    answered = calls.post(service, body)
    assert answered.status == 200
    assert [advice_of(card)["outcome"] for card in answered.cards] == ["NEED_DATA"]
    assert not suggestions(answered.cards)
