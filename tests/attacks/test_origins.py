"""No page of another origin may read an answer, and no page at all with somebody's cookies or certificates (O1-O3).

The service in production, with one origin listed.
"""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from cds_hooks.app import create_app
from cds_hooks.site import ClientSettings, Mode, Server, Site

ORIGIN = "https://ehr.hospital.example"
SERVICE = "/cds-services/spinal-tumour-order-select"
OTHERS = [
    "null",
    "NULL",
    "*",
    "",
    "https://evil.example",
    "http://ehr.hospital.example",
    "https://ehr.hospital.example:443",
    "https://ehr.hospital.example:8443",
    "https://ehr.hospital.example/",
    "https://ehr.hospital.example.",
    "https://ehr.hospital.example.evil.example",
    "https://evil-ehr.hospital.example",
    "https://hospital.example",
    "https://x.ehr.hospital.example",
    "https://ehr.hospital.example@evil.example",
    "https://ehr_hospital.example",
    "https://EHR.hospital.example",
    "HTTPS://ehr.hospital.example",
    " https://ehr.hospital.example",
    "https://ehr.hospital.example https://evil.example",
    "https://evil.example, https://ehr.hospital.example",
    "https://ehr.hospital.example\x00.evil.example",
    "file://",
    "moz-extension://ehr.hospital.example",
]


def ask(ehr: FlaskClient, *origins: str) -> list[TestResponse]:
    """Every kind of answer: good, preflight, refused, not there, not allowed, not read."""
    headers = [("Origin", origin) for origin in origins]
    wanted = [("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Private-Network", "true")]
    return [
        ehr.get("/cds-services", headers=headers),
        ehr.options(SERVICE, headers=[*headers, *wanted]),
        ehr.options("/nowhere", headers=[*headers, *wanted]),
        ehr.post(SERVICE, headers=headers, json={}),
        ehr.post(f"{SERVICE}/feedback", headers=headers, data="{"),
        ehr.get(SERVICE, headers=headers),
        ehr.get("/nowhere", headers=headers),
        ehr.get("/fhir/Library", headers=headers),
    ]


def allowed(answer: TestResponse) -> list[str]:
    return [name for name, _ in answer.headers if name.lower().startswith("access-control-")]


@pytest.fixture
def ehr() -> FlaskClient:
    site = Site(mode=Mode.PRODUCTION, server=Server(cors_origins=(ORIGIN,)), clients=(ClientSettings(issuer="x"),))
    return create_app(site).test_client()


@pytest.mark.parametrize("origin", OTHERS)
def test_O3_another_origin_is_told_nothing(ehr: FlaskClient, origin: str) -> None:
    assert [allowed(answer) for answer in ask(ehr, origin)] == [[]] * 8


@pytest.mark.parametrize(
    "origins", [(ORIGIN, "https://evil.example"), ("https://evil.example", ORIGIN), (ORIGIN, ORIGIN)]
)
def test_O3_two_origins_are_none(ehr: FlaskClient, origins: tuple[str, str]) -> None:
    assert [allowed(answer) for answer in ask(ehr, *origins)] == [[]] * 8


def test_O2_the_listed_origin_may_read_every_answer_but_never_with_credentials(ehr: FlaskClient) -> None:
    for answer in ask(ehr, ORIGIN):
        assert answer.headers.getlist("Access-Control-Allow-Origin") == [ORIGIN]
        assert answer.headers["Vary"] == "Origin"
        assert "Access-Control-Allow-Credentials" not in answer.headers
        assert "Access-Control-Allow-Private-Network" not in answer.headers


def test_O3_without_a_list_nobody_may_in_production() -> None:
    ehr = create_app(Site(mode=Mode.PRODUCTION)).test_client()
    assert [allowed(answer) for answer in ask(ehr, ORIGIN)] == [[]] * 8


def test_O2_in_development_everybody_may_but_never_with_credentials() -> None:
    ehr = create_app(Site(mode=Mode.DEVELOPMENT)).test_client()
    for answer in ask(ehr, "null"):
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in answer.headers


def test_O3_a_list_holds_in_development_too() -> None:
    ehr = create_app(Site(mode=Mode.DEVELOPMENT, server=Server(cors_origins=(ORIGIN,)))).test_client()
    assert [allowed(answer) for answer in ask(ehr, "https://evil.example")] == [[]] * 8
