"""The interface as OpenAPI: valid, complete, and true of what really goes out."""

import re
from datetime import UTC, datetime
from functools import cache
from typing import Any

import orjson
import pytest
from flask.testing import FlaskClient
from openapi_schema_validator import OAS31Validator, oas31_format_checker
from openapi_spec_validator import validate
from werkzeug.test import TestResponse

from cds_hooks.app import create_app
from cds_hooks.demo import hook_call
from cds_hooks.site import Mode, Site
from fhir_profiles import examples
from fhir_profiles.publishing import published
from tests.clients import cases
from tests.clients.cases import Case
from tests.support import calls

ADDRESS = "/openapi.json"
HOOKS = {
    "order-select": "/cds-services/spinal-tumour-order-select",
    "order-sign": "/cds-services/spinal-tumour-order-sign",
}
TOLD = [f"{path}/feedback" for path in HOOKS.values()]


@cache
def service() -> FlaskClient:
    return calls.client()


@cache
def document() -> dict[str, Any]:
    found: dict[str, Any] = orjson.loads(service().get(ADDRESS).data)
    return found


def operations() -> dict[tuple[str, str], dict[str, Any]]:
    return {
        (path, method): operation
        for path, item in document()["paths"].items()
        for method, operation in item.items()
        if method != "parameters"
    }


def mismatches(path: str, method: str, answer: TestResponse) -> list[str]:
    """In what an answer differs from its description."""
    responses = operations()[path, method]["responses"]
    if str(answer.status_code) not in responses:
        return [f"status {answer.status_code}"]
    response = responses[str(answer.status_code)]
    name = response.get("$ref", "").rpartition("/")[2]
    content = (document()["components"]["responses"][name] if name else response)["content"]
    if answer.mimetype == "text/plain":
        return differences(content["text/plain"]["schema"], answer.text)
    if answer.content_type not in content:
        return [answer.content_type]
    said = answer.text if answer.content_type == "image/svg+xml" else orjson.loads(answer.data)
    return differences(content[answer.content_type]["schema"], said)


def differences(schema: dict[str, Any], body: Any) -> list[str]:
    validator = OAS31Validator(schema | {"components": document()["components"]}, format_checker=oas31_format_checker)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(body)]


@pytest.mark.parametrize("mode", list(Mode))
def test_it_is_valid_and_needs_no_token(mode: Mode) -> None:
    answer = create_app(Site(mode=mode)).test_client().get(ADDRESS)
    assert (answer.status_code, answer.content_type) == (200, "application/json")
    validate(orjson.loads(answer.data))


def test_it_may_be_kept_and_asked_for_again() -> None:
    first = service().get(ADDRESS)
    assert first.headers["Cache-Control"] == "max-age=300"
    assert service().get(ADDRESS, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_it_has_every_address_and_no_other() -> None:
    served = {
        (re.sub(r"<(\w+)>", r"{\1}", rule.rule), method.lower())
        for rule in service().application.url_map.iter_rules()
        for method in rule.methods or ()
        if method not in ("HEAD", "OPTIONS")
        and rule.endpoint.partition(".")[0] != "workbench"  # no part of what is offered
    }
    assert served == operations().keys()


def test_it_stands_below_the_public_address() -> None:
    site = Site(public_url="https://cds.hospital.example")
    found = orjson.loads(create_app(site).test_client().get(ADDRESS).data)
    assert found["servers"] == [{"url": "https://cds.hospital.example"}]


@pytest.mark.parametrize(
    ("mode", "needed"), [(Mode.PRODUCTION, [{"jwt": []}]), (Mode.DEVELOPMENT, [{}, {"jwt": []}])], ids=str
)
def test_J1_what_an_ehr_calls_needs_its_token(mode: Mode, needed: list[dict[str, list[str]]]) -> None:
    found = orjson.loads(create_app(Site(mode=mode)).test_client().get(ADDRESS).data)
    assert found["components"]["securitySchemes"]["jwt"] == {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
    for path, item in found["paths"].items():
        for method in item.keys() - {"parameters"}:
            assert item[method].get("security") == (needed if path in (*HOOKS.values(), *TOLD) else None)


@pytest.mark.parametrize("path", [*HOOKS.values(), *TOLD])
def test_the_limits_are_told(path: str) -> None:
    operation = operations()[path, "post"]
    assert {"200", "400", "401", "405", "413", "415", "500", "503"} <= operation["responses"].keys()
    assert ("412" in operation["responses"]) == (path in HOOKS.values())
    assert "10 MiB and 64 levels" in operation["requestBody"]["description"]


# --- what really goes out -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", cases.cases(), ids=str)
def test_answers_to_real_clients_are_as_described(case: Case) -> None:
    assert mismatches(case.path, "post", cases.send(case)) == []


@pytest.mark.parametrize("hook", HOOKS)
@pytest.mark.parametrize("name", examples.names())
def test_cards_of_the_sample_patients_are_as_described(name: str, hook: str) -> None:
    call = hook_call(name, datetime.now(UTC)) | {"hook": hook}
    answer = service().post(HOOKS[hook], data=orjson.dumps(call), content_type="application/json")
    assert mismatches(HOOKS[hook], "post", answer) == []
    assert answer.status_code == 200


ENTRY = {
    "card": "4e0a3a1e-3180-4ab6-ae31-d6bf9bd0bc21",
    "outcome": "accepted",
    "acceptedSuggestions": [{"id": "774c7f6a-7f0d-4e6c-9c4a-3d1b0f2f3a55"}],
    "outcomeTimestamp": "2026-11-29T10:00:31.375+02:00",
}


@pytest.mark.parametrize("path", TOLD)
@pytest.mark.parametrize(
    ("entries", "status"),
    [([ENTRY], 200), ([ENTRY, {}], 200), ([{}], 400), ([ENTRY | {"acceptedSuggestions": []}], 400)],
)
def test_feedback_is_answered_and_described_alike(path: str, entries: list[dict[str, Any]], status: int) -> None:
    body = {"feedback": entries}
    answer = service().post(path, data=orjson.dumps(body), content_type="application/json")
    assert answer.status_code == status
    assert mismatches(path, "post", answer) == []
    as_described = differences({"$ref": "#/components/schemas/Feedback"}, body) == []
    assert as_described == (status == 200 and len(entries) == 1)


REFUSED: dict[str, dict[str, Any]] = {
    "400": {"data": b"{", "content_type": "application/json"},
    "405": {"method": "DELETE"},
    "413": {"data": b" " * (10 * 1024**2 + 1), "content_type": "application/json"},
    "415": {"data": b"{}", "content_type": "text/plain"},
}


@pytest.mark.parametrize("status", REFUSED)
@pytest.mark.parametrize("path", [*HOOKS.values(), *TOLD])
def test_refusals_are_as_described(path: str, status: str) -> None:
    answer = service().open(path, **{"method": "POST", **REFUSED[status]})
    assert answer.status_code == int(status)
    assert mismatches(path, "post", answer) == []


def test_401_is_as_described() -> None:
    answer = create_app(Site(mode=Mode.PRODUCTION)).test_client().post(HOOKS["order-select"])
    assert answer.status_code == 401
    assert mismatches(HOOKS["order-select"], "post", answer) == []


READ = {
    "/cds-services": "/cds-services",
    "/openapi.json": "/openapi.json",
    "/livez": "/livez",
    "/metrics": "/metrics",
    "/readyz": "/readyz",
    "/fhir/metadata": "/fhir/metadata",
    "/fhir/{kind}": "/fhir/Library?name=Spinal",
    "/fhir/{kind}/{identifier}": "/fhir/Library/spinal-tumour-indication",
    "/picture/{outcome}.svg": "/picture/CUR_ABL.svg",
}


@pytest.mark.parametrize("path", READ)
def test_what_anyone_may_read_is_as_described(path: str) -> None:
    assert mismatches(path, "get", service().get(READ[path])) == []
    assert {path for path, method in operations() if method == "get"} == READ.keys()


def test_what_is_not_published_is_refused_as_described() -> None:
    refused = {
        "/fhir/{kind}": "/fhir/Patient",
        "/fhir/{kind}/{identifier}": "/fhir/Patient/1",
        "/picture/{outcome}.svg": "/picture/CUR_ABLE.svg",
    }
    for path, asked in refused.items():
        assert mismatches(path, "get", service().get(asked)) == []


def test_a_search_with_a_modifier_is_refused_as_described() -> None:
    answer = service().get("/fhir/Library?name:exact=Spinal")
    assert answer.status_code == 400
    assert mismatches("/fhir/{kind}", "get", answer) == []


@pytest.mark.parametrize("kind", sorted({kind for kind, _ in published()}))
def test_every_kind_of_published_resource_is_as_described(kind: str) -> None:
    assert mismatches("/fhir/{kind}", "get", service().get(f"/fhir/{kind}")) == []


@pytest.mark.parametrize(
    "body", [{}, {"cards": None}, {"cards": [], "more": 1}, {"cards": [{"summary": ""}]}, {"cards": [{}] * 9}], ids=str
)
def test_a_difference_is_noticed(body: dict[str, Any]) -> None:
    assert differences({"$ref": "#/components/schemas/Cards"}, body)
