"""What a caller says of where we are changes no answer: our address is `public_url`, whoever asks by whatever name (J6)."""

from __future__ import annotations

import orjson
import pytest
from flask.testing import FlaskClient

from cds_hooks import desk
from cds_hooks.app import create_app
from cds_hooks.demo import SERVICE_PATH
from cds_hooks.site import ClientSettings, Mode, Site
from cds_hooks.trust import Caller
from tests.support import calls
from tests.support.calls import Answered

HEADERS = [
    {"Host": "evil.example"},
    {"Host": "evil.example:99999"},
    {"Host": "evil.example/cds-services?"},
    {"Host": "user@evil.example"},
    {"Host": ""},
    {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "http", "X-Forwarded-Port": "1"},
    {"X-Forwarded-For": "127.0.0.1", "X-Real-IP": "127.0.0.1", "Client-IP": "127.0.0.1"},
    {"X-Forwarded-Prefix": "/evil", "X-Script-Name": "/evil"},
    {"Forwarded": "for=127.0.0.1;host=evil.example;proto=http"},
    {"X-Original-URL": "/nowhere", "X-Rewrite-URL": "/nowhere"},
    {"X-HTTP-Method-Override": "DELETE", "X-Method-Override": "DELETE"},
    {"X-Forwarded-Client-Cert": "Subject=ehr", "X-Client-Verify": "SUCCESS"},
    {"Proxy": "http://evil.example:3128"},
    {"Destination": "http://evil.example"},
]
READ = ("/cds-services", "/fhir/metadata", "/fhir/PlanDefinition", "/fhir/Library?name=x", "/nowhere", "/livez")
each = pytest.mark.parametrize("headers", HEADERS, ids=", ".join)


@pytest.fixture(scope="module")
def ehr() -> FlaskClient:
    return calls.client()


@each
@pytest.mark.parametrize("path", READ)
def test_J6_nothing_that_is_read_depends_on_them(ehr: FlaskClient, path: str, headers: dict[str, str]) -> None:
    plain, answer = ehr.get(path), ehr.get(path, headers=headers)
    assert (answer.status_code, answer.data) == (plain.status_code, plain.data)
    for name, value in plain.headers:
        assert name == "Date" or answer.headers.getlist(name) == [value]
    assert len(answer.headers) == len(plain.headers)


@each
def test_J6_nor_do_the_cards(ehr: FlaskClient, headers: dict[str, str]) -> None:
    body = orjson.dumps(calls.call("V-05"))
    answers = [
        ehr.post(SERVICE_PATH, data=body, headers=each | {"Content-Type": "application/json"}) for each in ({}, headers)
    ]
    plain, answer = (Answered(status=each.status_code, raw=each.data) for each in answers)
    assert (answer.status, answer.without_ids) == (200, plain.without_ids)
    assert b"evil.example" not in answer.raw


@each
def test_J6_nor_does_the_path_that_a_token_has_to_name(
    headers: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Behind which proxy and at which mount we stand is no matter either."""
    paths = []

    class Gate:
        def __init__(self, *_: object, **__: object) -> None: ...

        def caller(self, _: str | None, path: str) -> Caller:
            paths.append(path)
            return Caller(client=ClientSettings())

    monkeypatch.setattr(desk, "Gate", Gate)
    ehr = create_app(Site(mode=Mode.PRODUCTION)).test_client()
    for more in ({}, {"SCRIPT_NAME": "/evil"}, {"wsgi.url_scheme": "http"}):
        ehr.post(f"{SERVICE_PATH}/?x=/evil#", headers=headers, environ_overrides=more)
    assert paths == [SERVICE_PATH] * 3


def test_no_header_stands_in_for_the_address_of_a_call(ehr: FlaskClient) -> None:
    for headers in (
        {"X-Original-URL": SERVICE_PATH},
        {"X-Rewrite-URL": SERVICE_PATH},
        {"X-HTTP-Method-Override": "POST"},
    ):
        assert ehr.post("/livez", headers=headers, json={}).status_code == 405
        assert ehr.get(SERVICE_PATH, headers=headers).status_code == 405
