"""A record of several pages: read to its end where the server says how it goes on, named as cut where it does not.

The servers differ. HAPI FHIR gives ten entries unless asked for more, fifty at most, and its links name a stored search;
sekmet-fhir gives what is asked for; Medplum's router gives everything, or as much as is asked for, and names no next page.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.servers.conftest import READ_ALL
from tests.support import calls, charts
from tests.support.calls import Json
from tests.support.comparing import differences, unread
from tests.support.servers import RealServer, goes_on, prefetch_templates

ServiceFor = Callable[[RealServer], FlaskClient]
SCORES = 35
"""Old pain scores: the query names no number, and five pages of ten are followed."""
INRS = 120
"""Laboratory results of the last days: the query asks for a hundred."""


@pytest.fixture(scope="module")
def chart() -> list[Json]:
    scores = [charts.loinc("38214-3", (30, "mm"), days=100 + day) for day in range(SCORES)]
    inrs = [charts.loinc("6301-6", (1.1, "1"), days=2 + hour / 24) for hour in range(INRS)]
    return [*charts.base(), *scores, *inrs]


@pytest.fixture(scope="module")
def call(chart: list[Json]) -> Json:
    """The order, with the whole chart brought along."""
    return charts.call(chart)


def loaded(server: RealServer, chart: list[Json]) -> RealServer:
    """The server with this chart on it."""
    server.put(charts.PATIENT, *chart)
    return server


def without_prefetch(call: Json, server: RealServer) -> Json:
    body = call | {"fhirServer": server.base_url} | server.authorization(READ_ALL)
    del body["prefetch"]
    return body


@pytest.mark.parametrize(
    "name",
    [pytest.param("sekmet_smart", marks=pytest.mark.sandbox), pytest.param("hapi", marks=pytest.mark.hapi)],
)
def test_pages_are_read_to_the_end(
    request: pytest.FixtureRequest, name: str, service_for: ServiceFor, chart: list[Json], call: Json
) -> None:
    server = loaded(request.getfixturevalue(name), chart)
    read = calls.post(service_for(server), without_prefetch(call, server))
    assert not unread(read)
    different = differences(calls.post(calls.client(), call), read)
    assert not different, different


@pytest.mark.hapi
def test_a_first_page_from_prefetch_is_read_on(
    hapi: RealServer, service_for: ServiceFor, chart: list[Json], call: Json
) -> None:
    server, service = loaded(hapi, chart), service_for(hapi)
    brought = server.prefetch(prefetch_templates(service), "p1")
    assert {key for key, answer in brought.items() if goes_on(answer)} == {"findings", "labs"}
    read_on = calls.post(service, without_prefetch(call, server) | {"prefetch": brought})
    different = differences(calls.post(calls.client(), call), read_on)
    assert not different, different
    alone = calls.post(calls.client(), call | {"prefetch": brought})
    assert unread(alone) == {"findings", "labs"}


def test_a_server_that_names_no_next_page_is_not_taken_at_its_word(
    empty_medplum: RealServer, service_for: ServiceFor, chart: list[Json], call: Json
) -> None:
    server = loaded(empty_medplum, chart)
    status, first = server.get("Observation?patient=p1&code=http://loinc.org|6301-6&_count=100")
    assert (status, goes_on(first), len(first["entry"]), first["total"]) == (200, False, 100, INRS + 1)
    read = calls.post(service_for(server), without_prefetch(call, server))
    assert unread(read) == {"labs"}
