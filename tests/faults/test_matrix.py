"""Every fault that a FHIR server can have, against the whole service: what is missing is named, and nothing leaves.

The faults are played by listeners of this process, and a guard leads every other name and address to one of them. Nothing
here looks at a clock: that a hung server holds nobody is seen from its never having ended its answer. How long it takes is
measured by `tests/benchmarks/faults.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from flask.testing import FlaskClient

from cds_hooks.words import load_words
from plugin.knowledge import KNOWLEDGE
from tests.support import calls
from tests.support.calls import Answered, Json, advice_of
from tests.support.faults import FAULTS, LARGE
from tests.support.guard import Guard, guarded
from tests.support.hospital import Hospital, hospital
from tests.support.improving import improvements
from tests.support.players import Fault, Player, performing

PATIENT = "V-05"
SECRET = "CANARY7f3"
TOKEN = {"access_token": SECRET, "token_type": "Bearer", "expires_in": 300, "scope": "patient/*.read", "subject": "us"}
OPTIONAL = ("findings", "labs", "reports", "medications", "consents")
"""What a lesion is, a hold, what is sorted, what is filtered by status, and what ends all suggestions."""
EMPTY = {"resourceType": "Bundle", "type": "searchset", "total": 0}
WORDS = load_words("en", KNOWLEDGE)
LONG_MS, SHORT_MS = "1500", "100"
"""A deadline that nobody who answers will miss, and one for servers that never answer."""
SLOW = frozenset({"100 MB answer", "gzip bomb", "gzip bomb in a gzip bomb"})


def record() -> Json:
    """The record of the patient, with an entry that means nothing here for every key that would hold none."""
    body = calls.call(PATIENT)
    found: Json = body["prefetch"]
    owner = {"reference": f"Patient/{body['context']['patientId']}"}
    added: dict[str, Json] = {
        "reports": {"resourceType": "DiagnosticReport", "code": {"text": "ECG"}, "conclusion": "Sinus rhythm."},
        "medications": {"resourceType": "MedicationRequest", "medicationCodeableConcept": {"text": "pantoprazole"}},
        "consents": {"resourceType": "Consent", "scope": {"text": "research"}},
    }
    for key, resource in added.items():
        named = {"patient" if key == "consents" else "subject": owner, "id": "meaningless", "status": "active"}
        entries = [*found[key].get("entry", []), {"resource": resource | named, "search": {"mode": "match"}}]
        found[key] = {"resourceType": "Bundle", "type": "searchset", "entry": entries}
    return found


@pytest.fixture(scope="module")
def world() -> Iterator[tuple[Guard, Hospital]]:
    """The rest of the world: a server that would answer, and would see a token."""
    with hospital(record()) as elsewhere, guarded(elsewhere.server_address[1]) as guard:
        yield guard, elsewhere


@pytest.fixture(autouse=True)
def nobody_else_is_called(world: tuple[Guard, Hospital]) -> Iterator[None]:
    guard, elsewhere = world
    yield
    assert (guard.elsewhere, elsewhere.seen) == ([], [])


def service_for(fault: Fault, player: Player) -> tuple[FlaskClient, str]:
    """The service, and the address of the FHIR server that it may read."""
    address = fault.at(player) if fault.at else player.base_url
    return calls.client(address, SPINAL_CDS__FHIR__DEADLINE_MS=SHORT_MS if fault.hangs else LONG_MS), address


def lacking(key: str, address: str) -> Json:
    """A call whose prefetch has everything but one key, which has to be read."""
    body = calls.call(PATIENT) | {"fhirServer": address, "fhirAuthorization": TOKEN, "prefetch": record()}
    del body["prefetch"][key]
    return body


@cache
def empty(key: str) -> list[Json]:
    """The cards when the same key was read in full and held nothing."""
    body = calls.call(PATIENT) | {"prefetch": record()}
    body["prefetch"][key] = EMPTY
    return calls.post(calls.client(), body).cards


def unread(answered: Answered) -> list[str]:
    return [key for card in answered.cards for key in advice_of(card).get("unread", [])]


def in_words(answered: Answered) -> str:
    return "\n".join(card["detail"] for card in answered.cards)


def nothing_was_told(player: Player, answered: Answered) -> None:
    """The token went to the server of the call only, with every request, and is not in the answer."""
    assert {token for _, token in player.seen} <= {f"Bearer {SECRET}"}
    assert SECRET.encode() not in answered.raw


@pytest.mark.parametrize("name", FAULTS)
def test_a_key_that_fails_is_named_and_improves_nothing(name: str) -> None:
    fault = FAULTS[name]
    with performing(record()) as player:
        service, address = service_for(fault, player)
        for key in ("labs",) if fault.hangs or name in SLOW else OPTIONAL:
            player.playing = {key: fault}
            answered = calls.post(service, lacking(key, address))
            assert (answered.status, unread(answered)) == (200, [key])
            assert WORDS.name("key", key) in in_words(answered)
            assert improvements(answered.cards, empty(key)) == []
            nothing_was_told(player, answered)
        assert player.started.is_set() is (fault.play is not None)
        assert not (fault.hangs and player.ended.is_set()), "the service waited for the server to end"


@pytest.mark.parametrize("name", FAULTS)
def test_p3_a_required_key_that_fails_is_412_and_one_that_was_cut_is_named(name: str) -> None:
    fault = FAULTS[name]
    with performing(record()) as player:
        service, address = service_for(fault, player)
        player.playing = {"conditions": fault}
        answered = calls.post(service, lacking("conditions", address))
        nothing_was_told(player, answered)
        assert not (fault.hangs and player.ended.is_set()), "the service waited for the server to end"
    if fault.partial:
        assert (answered.status, unread(answered)) == (200, ["conditions"])
        assert improvements(answered.cards, []) == []
    else:
        assert answered.status == 412
        assert answered.body["issue"][0]["diagnostics"].endswith("conditions")


@pytest.mark.parametrize("name", [name for name, fault in FAULTS.items() if not fault.partial])
def test_p3_without_a_patient_there_are_no_cards(name: str) -> None:
    fault = FAULTS[name]
    with performing(record()) as player:
        service, address = service_for(fault, player)
        player.playing = {"patient": fault}
        answered = calls.post(service, lacking("patient", address))
        nothing_was_told(player, answered)
    assert answered.status == 412
    assert answered.body["issue"][0]["diagnostics"].endswith("patient")


@pytest.mark.parametrize("name", [name for name, fault in FAULTS.items() if fault.play is not None])
def test_a_document_that_fails_leaves_the_reports_read_in_part(name: str) -> None:
    """Also what would be an answer to a search: a Bundle is no document."""
    fault = FAULTS[name]
    with performing(record()) as player:
        service, address = service_for(fault, player)
        player.playing = {"Binary": fault}
        answered = calls.post(service, pointing_at("Binary/1", address))
        nothing_was_told(player, answered)
        assert player.started.is_set()
        assert not (fault.hangs and player.ended.is_set()), "the service waited for the server to end"
    assert (answered.status, unread(answered)) == (200, ["reports"])
    assert "DiagnosticReport/pointing: its document could not be read" in in_words(answered)
    assert improvements(answered.cards, empty("reports")) == []


def pointing_at(url: str, address: str) -> Json:
    """A call whose prefetch has everything, among it a report that only points at its text."""
    body = calls.call(PATIENT) | {"fhirServer": address, "fhirAuthorization": TOKEN}
    report = {
        "resourceType": "DiagnosticReport",
        "id": "pointing",
        "status": "final",
        "code": {"text": "MR thoracic spine"},
        "subject": {"reference": f"Patient/{body['context']['patientId']}"},
        "issued": "2026-01-01T00:00:00Z",
        "presentedForm": [{"contentType": "text/plain", "url": url}],
    }
    body["prefetch"]["reports"] = {"resourceType": "Bundle", "type": "searchset", "entry": [{"resource": report}]}
    return body


def test_the_matrix_holds_what_it_should() -> None:
    assert len(FAULTS) >= 24
    assert LARGE == 100 * 1024 * 1024
