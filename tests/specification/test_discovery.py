"""What discovery says of us, and what it does not: rows D that are not about HTTP alone, and names (X).

What may not live here: templates of prefetch (tests/fhir_profiles/test_queries.py), statuses and headers (tests/cds_hooks).
"""

from __future__ import annotations

import re

import orjson
import pytest

from cds_hooks.app import create_app
from cds_hooks.site import ClientSettings, Site
from tests.support.calls import Json

HOOKS = {"order-select", "order-sign"}
MEMBERS = {"hook", "id", "title", "description", "usageRequirements", "prefetch"}
EHR = ClientSettings(issuer="https://ehr.example", prefetch_keys={"-pat": "patient"}, not_available=("consents",))


@pytest.fixture(params=[Site(), Site(clients=(EHR,))], ids=["no client", "one client"])
def services(request: pytest.FixtureRequest) -> list[Json]:
    answered = create_app(request.param).test_client().get("/cds-services")
    body = orjson.loads(answered.data)
    assert (answered.status_code, set(body)) == (200, {"services"})
    found: list[Json] = body["services"]
    return found


def test_D2_services_are_a_list(services: list[Json]) -> None:
    assert isinstance(services, list)
    assert {each["hook"] for each in services} == HOOKS


def test_D3_D4_D6_each_says_what_it_is(services: list[Json]) -> None:
    for each in services:
        for name in ("hook", "id", "title", "description", "usageRequirements"):
            assert isinstance(each[name], str)
            assert each[name]


def test_D5_templates_are_texts_under_a_name(services: list[Json]) -> None:
    for each in services:
        assert each["prefetch"]
        assert all(name and isinstance(template, str) and template for name, template in each["prefetch"].items())


def test_D8_each_id_stands_once(services: list[Json]) -> None:
    """One id under two hooks is allowed, but a client that keeps services by their address would lose one of them."""
    ids = [each["id"] for each in services]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z-]+", each) for each in ids)


def test_D9_D10_D13_nothing_of_3_0_and_no_extension(services: list[Json]) -> None:
    """No `version`, no `hookVersion`, no selection among actions; no partner has agreed on an extension."""
    assert {name for each in services for name in each} == MEMBERS


def test_D14_what_we_do_and_when_is_told_to_everyone_in_plain_words(services: list[Json]) -> None:
    """Which orders wake us, what a client must bring, and what the cards are not."""
    for each in services:
        assert "spinal tumours" in each["description"]
        assert "Not a guideline; not reviewed by a clinician." in each["description"]
        assert "Patient and conditions are required" in each["usageRequirements"]


def test_X2_hooks_have_the_names_of_the_library(services: list[Json]) -> None:
    """A name with dots would be an organisation's own."""
    assert not any("." in each["hook"] for each in services)
