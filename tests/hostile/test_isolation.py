"""Two patients of two hospitals, interleaved 1,000 times over 8 threads: no answer holds anything of the other, and no token
reaches the other's server. Their records are alike, so that a mix-up would fit, but for their words and ids.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any, Final

import orjson
import pytest
from flask import Flask

from cds_hooks.app import create_app
from cds_hooks.demo import SERVICE_PATH
from cds_hooks.site import load_site
from tests.support import calls
from tests.support.calls import Answered, Json
from tests.support.hospital import Hospital, hospital

CALLS, THREADS = 1_000, 8
TIME_ENOUGH_MS: Final = 60_000
SAMPLE: Final = "V-05"
WORDS: Final = frozenset({"text", "display", "family", "given", "conclusion"})
MODES: Final = ("prefetch", "reads", "half and half")


@dataclass(frozen=True)
class Patient:
    """`name` stands in every id and every word of the record, and in the token."""

    name: str
    server: Hospital
    body: Json

    @property
    def token(self) -> str:
        return f"token-of-{self.name}"

    def call(self, mode: str) -> bytes:
        brought = {} if mode == "reads" else self.body["prefetch"]
        if mode == "half and half":
            brought = {key: value for key, value in brought.items() if key not in calls.READ_LATER}
        granted = {
            "access_token": self.token,
            "token_type": "Bearer",
            "expires_in": 300,
            "scope": "user/*.read",
            "subject": self.name,
        }
        reading = {} if mode == "prefetch" else {"fhirServer": self.server.base_url, "fhirAuthorization": granted}
        return orjson.dumps(self.body | {"prefetch": brought} | reading)


def body_of(name: str) -> Json:
    body = calls.call(SAMPLE)
    body["prefetch"]["reports"]["entry"] = [{"resource": report(number)} for number in range(3)]
    body["prefetch"]["patient"]["name"] = [{"family": "Doe", "given": ["Jane"]}]
    found: Json = json.loads(json.dumps(_worded(body, name)).replace(SAMPLE, name))
    return found


def report(number: int) -> Json:
    return {
        "resourceType": "DiagnosticReport",
        "id": f"{SAMPLE}-report-{number}",
        "status": "final",
        "code": {"text": "MR of the spine"},
        "subject": {"reference": f"Patient/{SAMPLE}"},
        "effectiveDateTime": f"2026-11-2{number}",
        "conclusion": f"Metastasis of T10, {20 + number} mm, with epidural extension",
    }


def _worded(value: Any, name: str, member: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _worded(one, name, key) for key, one in value.items()}
    if isinstance(value, list):
        return [_worded(one, name, member) for one in value]
    return f"{value} as told of {name}" if member in WORDS and isinstance(value, str) else value


@pytest.fixture
def patients() -> Iterator[tuple[Patient, Patient]]:
    alpha, bravo = body_of("alpha"), body_of("bravo")
    with hospital(alpha["prefetch"]) as one, hospital(bravo["prefetch"]) as other:
        yield Patient("alpha", one, alpha), Patient("bravo", other, bravo)


@pytest.fixture
def service(patients: tuple[Patient, Patient], monkeypatch: pytest.MonkeyPatch) -> Flask:
    environ = dict(calls.DEVELOPMENT)
    for number, patient in enumerate(patients):
        environ[f"SPINAL_CDS__CLIENT__{number}__ISSUER"] = f"https://{patient.name}.example"
        environ[f"SPINAL_CDS__CLIENT__{number}__FHIR_SERVERS"] = f'["{patient.server.base_url}"]'
    site = load_site(None, environ)
    monkeypatch.setattr("cds_hooks.order_select.HARD_LIMIT_S", TIME_ENOUGH_MS / 1_000)
    return create_app(replace(site, fhir=replace(site.fhir, deadline_ms=TIME_ENOUGH_MS)))


def post(service: Flask, body: bytes) -> Answered:
    response = service.test_client().post(SERVICE_PATH, data=body, content_type="application/json")
    return Answered(status=response.status_code, raw=response.data)


def test_no_answer_holds_anything_of_another_patient(service: Flask, patients: tuple[Patient, Patient]) -> None:
    bodies = {(patient.name, mode): patient.call(mode) for patient in patients for mode in MODES}
    alone = {which: post(service, body).without_ids for which, body in bodies.items()}
    for patient in patients:
        assert len({alone[patient.name, mode] for mode in MODES}) == 1
        assert f"as told of {patient.name}".encode() in alone[patient.name, "reads"]

    def ask(which: tuple[str, str]) -> tuple[tuple[str, str], Answered]:
        return which, post(service, bodies[which])

    turns = [list(bodies)[number % len(bodies)] for number in range(CALLS)]
    other = {"alpha": b"bravo", "bravo": b"alpha"}
    with ThreadPoolExecutor(max_workers=THREADS) as callers:
        for which, answer in callers.map(ask, turns):
            assert other[which[0]] not in answer.raw.lower()
            assert answer.without_ids == alone[which]


def test_FA6_no_token_and_no_address_reaches_another_server(service: Flask, patients: tuple[Patient, Patient]) -> None:
    bodies = [patient.call(mode) for _ in range(10) for patient in patients for mode in MODES]
    with ThreadPoolExecutor(max_workers=THREADS) as callers:
        assert {answer.status for answer in callers.map(lambda body: post(service, body), bodies)} == {200}
    for patient in patients:
        assert {token for _, token in patient.server.seen} == {f"Bearer {patient.token}"}
        assert all(patient.name in path for path, _ in patient.server.seen)


def test_FA6_a_token_for_one_server_is_not_sent_to_another(service: Flask, patients: tuple[Patient, Patient]) -> None:
    """A chart that points at the other hospital: its pages and documents are not fetched, with whatever token."""
    alpha, bravo = patients
    elsewhere = f"{bravo.server.base_url}/DiagnosticReport?page=2"
    link = [{"relation": "next", "url": elsewhere}]
    form = [{"contentType": "text/plain", "url": f"{bravo.server.base_url}/Binary/1"}]
    alpha.server.record = alpha.server.record | {"reports": alpha.server.record["reports"] | {"link": link}}
    alpha.server.record["reports"]["entry"][0]["resource"]["presentedForm"] = form
    assert post(service, alpha.call("reads")).status == 200
    assert bravo.server.seen == []


def test_a_mix_up_would_be_seen(patients: tuple[Patient, Patient]) -> None:
    alpha, bravo = patients
    assert b"bravo" not in orjson.dumps(alpha.body).lower()
    assert b"alpha" not in orjson.dumps(bravo.body).lower()
    assert len(orjson.dumps(alpha.body)) == len(orjson.dumps(bravo.body))
