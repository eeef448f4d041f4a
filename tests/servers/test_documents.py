"""A report that only points at its text: whichever server holds the Binary, the text is read as if the report held it."""

from __future__ import annotations

import base64
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.servers.conftest import READ_ALL
from tests.support import calls, charts
from tests.support.calls import Json
from tests.support.comparing import differences, unread
from tests.support.servers import RealServer

ServiceFor = Callable[[RealServer], FlaskClient]
TEXT = "MRI of the spine.\n\nIMPRESSION: Lytic metastasis of T8 with epidural extension (ESCC 1b). No fracture of T8."
DATA = base64.b64encode(TEXT.encode()).decode()
REPORT: Json = {
    "resourceType": "DiagnosticReport",
    "id": "points-at-its-text",
    "status": "final",
    "code": {"text": "MRI of the spine"},
    "subject": {"reference": "Patient/p1"},
    "effectiveDateTime": charts.ago(3),
}
BINARY: Json = {"resourceType": "Binary", "id": "text-of-the-report", "contentType": "text/plain", "data": DATA}


def report(**form: str) -> Json:
    return REPORT | {"presentedForm": [{"contentType": "text/plain"} | form]}


@pytest.fixture(scope="module")
def call() -> Json:
    """The order, with a chart whose report holds its text."""
    return charts.call([*charts.base(), report(data=DATA)])


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("sekmet_smart", marks=pytest.mark.sandbox),
        "empty_medplum",
        pytest.param("hapi", marks=pytest.mark.hapi),
    ],
)
def test_the_text_is_fetched(request: pytest.FixtureRequest, name: str, service_for: ServiceFor, call: Json) -> None:
    server: RealServer = request.getfixturevalue(name)
    server.put(charts.PATIENT, BINARY)
    pointing = report(url=f"Binary/{BINARY['id']}")
    reports = {"resourceType": "Bundle", "type": "searchset", "entry": [{"resource": pointing}]}
    body = call | {"prefetch": call["prefetch"] | {"reports": reports}, "fhirServer": server.base_url}
    fetched = calls.post(service_for(server), body | server.authorization(READ_ALL))
    assert not unread(fetched)
    different = differences(calls.post(calls.client(), call), fetched)
    assert not different, different
    alone = calls.post(calls.client(), {key: value for key, value in body.items() if key != "fhirServer"})
    assert unread(alone) == {"reports"}
