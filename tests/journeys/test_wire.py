"""What broken networks and odd data do: servers that fail or lead astray, members of any type, and secrets that stay secret.

Everything goes through the front door, with the whole service behind it. What may not live here: one rule of the wire
alone (tests/cds_hooks), the requests of real clients (tests/clients), and one fault of a line alone (tests/fhir_profiles).
"""

from __future__ import annotations

import copy
import json
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest
from flask.testing import FlaskClient

from fhir_profiles import examples
from fhir_profiles.queries import QUERIES
from tests.support import calls
from tests.support.calls import Answered, Json, advice_of
from tests.support.hospital import Hospital
from tests.support.hospital import hospital as of_record

OPTIONAL = tuple(query.key for query in QUERIES if not query.required)
SECRET = "CANARY7f3"
TOKEN = {"access_token": SECRET, "token_type": "Bearer", "expires_in": 300, "scope": "patient/*.read", "subject": "us"}
STOLEN = "/stolen"


@pytest.fixture(scope="module")
def service() -> FlaskClient:
    return calls.client()


@contextmanager
def hospital(name: str) -> Iterator[Hospital]:
    """A FHIR server with the record of one sample patient."""
    with of_record(calls.call(name)["prefetch"]) as found:
        yield found


def _reading(name: str, address: str) -> Json:
    """A call without prefetch, with a token for this server."""
    return calls.from_server(name, address) | {"fhirAuthorization": TOKEN}


# --- what nobody knows changes nothing ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", examples.names())
def test_g6_properties_that_nobody_knows_change_nothing(service: FlaskClient, name: str) -> None:
    body = calls.call(name)
    answered, plain = calls.post(service, _sprinkled(body)), calls.post(service, body)
    assert [_decided(card) for card in answered.cards] == [_decided(card) for card in plain.cards]


def _sprinkled(value: Any) -> Any:
    if isinstance(value, dict):
        return {**{name: _sprinkled(one) for name, one in value.items()}, "x-unknown": {"of": [1]}}
    return [_sprinkled(one) for one in value] if isinstance(value, list) else value


def _decided(card: Json) -> Json:
    return {key: advice_of(card)[key] for key in advice_of(card) if key != "evidence"} | {"summary": card["summary"]}


# --- where the service reads, and where it never does --------------------------------------------------------------------


@pytest.mark.parametrize(
    "spelling",
    [
        "{origin}",
        "{origin}/r4/../admin",
        "{origin}/r4x",
        "{origin}/r4?next=",
        "http://user@{host}/r4",
        "http://ehr.example@{host}/r4",
        "https://{host}/r4",
        "file:///etc/passwd",
    ],
)
def test_fa6_a_server_that_is_not_listed_is_never_called(spelling: str) -> None:
    with hospital("V-01") as listed:
        service = calls.client(listed.base_url)
        address = spelling.format(origin=listed.origin, host=listed.origin.removeprefix("http://"))
        answered = calls.post(service, _reading("V-01", address))
        assert (answered.status, listed.seen) == (412, [])


def _leads_astray(thief: Hospital, record: Json) -> dict[str, tuple[int, dict[str, str], bytes]]:
    goes_on = {**record["labs"], "link": [{"relation": "next", "url": f"{thief.origin}{STOLEN}"}]}
    return {
        "consents": (302, {"Location": f"{thief.origin}{STOLEN}"}, b""),
        "labs": (200, {}, json.dumps(goes_on).encode()),
    }


def test_fa6_neither_a_redirect_nor_a_next_page_carries_the_token_away() -> None:
    with hospital("V-01") as listed, hospital("V-01") as thief:
        listed.faults = _leads_astray(thief, listed.record)
        answered = calls.post(calls.client(listed.base_url), _reading("V-01", listed.base_url))
        assert thief.seen == []
        assert {token for _, token in listed.seen} == {f"Bearer {SECRET}"}
    assert set(_unread(answered)) == {"labs", "consents"}


FAULTS = {
    "401": (401, {}, b"{}"),
    "403": (403, {}, b"{}"),
    "404": (404, {}, b"{}"),
    "429": (429, {"Retry-After": "100"}, b""),
    "500": (500, {}, SECRET.encode()),
    "a login page": (200, {"Content-Type": "text/html"}, b"<html><body>Sign in</body></html>"),
    "nothing": (200, {}, b""),
    "a list": (200, {}, b"[]"),
    "no gzip": (200, {"Content-Encoding": "gzip"}, b"plain"),
    "a failure that says 200": (200, {}, b'{"resourceType":"OperationOutcome","issue":[{"severity":"error"}]}'),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_st3_every_key_that_fails_is_named_whatever_the_failure(fault: str) -> None:
    with hospital("V-01") as listed:
        service = calls.client(listed.base_url)
        for key in OPTIONAL:
            listed.faults = {key: FAULTS[fault]}
            answered = calls.post(service, _reading("V-01", listed.base_url))
            assert (answered.status, _unread(answered)) == (200, [key])
            assert SECRET.encode() not in answered.raw


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("key", ["patient", "conditions"])
def test_p3_a_required_key_that_fails_is_412_and_named(key: str, fault: str) -> None:
    with hospital("V-01") as listed:
        listed.faults = {key: FAULTS[fault]}
        answered = calls.post(calls.client(listed.base_url), _reading("V-01", listed.base_url))
    assert answered.status == 412
    assert answered.body["issue"][0]["diagnostics"].endswith(key)


def _unread(answered: Answered) -> list[str]:
    return [key for card in answered.cards for key in advice_of(card).get("unread", [])]


def test_p9_what_is_another_patient_s_is_counted_and_never_shown(service: FlaskClient) -> None:
    body = calls.call("V-05")
    foreign = copy.deepcopy(body["prefetch"]["findings"]["entry"][0])
    foreign["resource"] |= {"id": "foreign", "subject": {"reference": "Patient/other"}, "note": [{"text": SECRET}]}
    body["prefetch"]["findings"]["entry"].append(foreign)
    answered = calls.post(service, body)
    assert SECRET.encode() not in answered.raw
    last = answered.cards[-1]
    assert (advice_of(last)["kind"], "dropped: 1" in last["detail"]) == ("degraded", True)


# --- nothing of the patient in a log, nothing of another caller in an answer ---------------------------------------------


def _with_secrets(value: Any) -> Any:
    """Every free text of the call is the canary; codes, ids, dates and references stay."""
    if isinstance(value, dict):
        words = ("text", "display", "family", "div", "userId")
        return {k: SECRET if k in words and isinstance(v, str) else _with_secrets(v) for k, v in value.items()}
    return [_with_secrets(one) for one in value] if isinstance(value, list) else value


def _without(*path: str) -> Callable[[Json], None]:
    def change(body: Json) -> None:
        for name in path[:-1]:
            body = body[name]
        del body[path[-1]]

    return change


def _set(value: object, *path: str) -> Callable[[Json], None]:
    def change(body: Json) -> None:
        for name in path[:-1]:
            body = body[name]
        body[path[-1]] = value

    return change


BAD: dict[str, tuple[Callable[[Json], None], int]] = {
    "as it is": (_set("order-select", "hook"), 200),
    "no context": (_without("context"), 400),
    "no draft orders": (_without("context", "draftOrders"), 400),
    "another hook": (_set("patient-view", "hook"), 400),
    "prefetch is a list": (_set([SECRET], "prefetch"), 400),
    "the patient is a string": (_set(SECRET, "prefetch", "patient"), 412),
    "the patient is another": (_set({"resourceType": "Patient", "id": SECRET}, "prefetch", "patient"), 400),
    "the patient id is odd": (_set(f"{SECRET}/../x", "context", "patientId"), 400),
    "no conditions": (_without("prefetch", "conditions"), 412),
    "a token without a server": (_set(TOKEN, "fhirAuthorization"), 400),
}


@pytest.mark.parametrize("case", BAD)
def test_st2_nothing_of_the_patient_is_logged_or_told_in_an_error(
    service: FlaskClient, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str], case: str
) -> None:
    change, status = BAD[case]
    body: Json = _with_secrets(calls.call("V-05"))
    change(body)
    with caplog.at_level("DEBUG"):
        answered = calls.post(service, body)
    assert answered.status == status
    if status != 200:
        assert answered.body["resourceType"] == "OperationOutcome"
        assert SECRET.encode() not in answered.raw
    written = caplog.text + "".join(capfd.readouterr())
    assert SECRET not in written
    assert "Traceback" not in written


ODD: tuple[object, ...] = (None, "", [], {}, [None], [[]], -1, 1e300, True, "x", {"coding": [{}]}, {"reference": 5})


@pytest.mark.parametrize("name", ["V-01", "V-05", "V-14"])
def test_p10_no_odd_member_of_any_resource_breaks_the_call(service: FlaskClient, name: str) -> None:
    body = calls.call(name)
    resources = [entry["resource"] for entry in body["context"]["draftOrders"]["entry"]]
    resources += [entry["resource"] for key in body["prefetch"] for entry in body["prefetch"][key].get("entry", [])]
    for number, (resource, member) in enumerate((one, member) for one in resources for member in tuple(one)):
        kept, resource[member] = resource[member], ODD[number % len(ODD)]
        answered = calls.post(service, body)
        resource[member] = kept
        assert answered.status == 200, (resource["resourceType"], member)


def test_two_callers_at_once_get_their_own_answers_only(service: FlaskClient) -> None:
    names = ("V-01", "V-05", "V-12", "V-17")
    bodies = {name: calls.call(name) for name in names}
    alone = {name: calls.post(service, bodies[name]).without_ids for name in names}

    def ask(name: str) -> tuple[str, bytes]:
        own = service.application.test_client()
        return name, calls.post(own, bodies[name] | {"hookInstance": str(uuid.uuid4())}).without_ids

    with ThreadPoolExecutor(max_workers=8) as callers:
        for name, answer in callers.map(ask, names * 10):
            assert answer == alone[name]
