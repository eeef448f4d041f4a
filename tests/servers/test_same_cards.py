"""The same patients, the same cards, whichever server holds the record: by prefetch as an EHR fills it, and by our reads.

What is compared with is the answer to the record as it was written, brought along whole. Equal means equal bytes, but for
the uuids that every answer has anew.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cache

import pytest
from flask.testing import FlaskClient

from cds_hooks.demo import hook_call
from fhir_profiles import examples
from tests.servers.conftest import READ_ALL
from tests.support import calls
from tests.support.calls import Answered, Json
from tests.support.comparing import differences
from tests.support.servers import RealServer, goes_on, prefetch_templates

ServiceFor = Callable[[RealServer], FlaskClient]
PATIENTS = examples.names()


@pytest.fixture(scope="session")
def expected(as_of: datetime) -> Callable[[str], Answered]:
    """The answer to the record as it was written."""
    service = calls.client()
    return cache(lambda name: calls.post(service, hook_call(name, as_of)))


@pytest.mark.parametrize("name", PATIENTS)
def test_by_prefetch(
    server: RealServer, name: str, service_for: ServiceFor, expected: Callable[[str], Answered], as_of: datetime
) -> None:
    service = service_for(server)
    brought = server.prefetch(prefetch_templates(service), name)
    body: Json = hook_call(name, as_of) | {"prefetch": brought}
    if any(goes_on(value) for value in brought.values()):  # the first page only: the rest is to be read from there
        body |= {"fhirServer": server.base_url} | server.authorization(READ_ALL)
    different = differences(expected(name), calls.post(service, body))
    assert not different, different


@pytest.mark.parametrize("name", PATIENTS)
def test_by_our_reads(
    server: RealServer, name: str, service_for: ServiceFor, expected: Callable[[str], Answered], as_of: datetime
) -> None:
    body: Json = hook_call(name, as_of, server.base_url) | server.authorization(READ_ALL)
    different = differences(expected(name), calls.post(service_for(server), body))
    assert not different, different


def test_a_difference_is_shown(expected: Callable[[str], Answered]) -> None:
    shown = differences(expected("V-01"), expected("V-02"))
    assert any(line.startswith("-") for line in shown.splitlines()[3:])
    assert any(line.startswith("+") for line in shown.splitlines()[3:])


def test_a_patient_whom_the_server_does_not_have(server: RealServer, service_for: ServiceFor, as_of: datetime) -> None:
    body: Json = hook_call("V-01", as_of, server.base_url) | server.authorization(READ_ALL)
    body["context"]["patientId"] = "nobody"
    for entry in body["context"]["draftOrders"]["entry"]:
        entry["resource"]["subject"] = {"reference": "Patient/nobody"}
    assert calls.post(service_for(server), body).status == 412
