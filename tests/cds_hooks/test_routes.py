"""The addresses as an EHR sees them, over HTTP: rows D, H, O, ST of the wire document, and bad input."""

import json
import logging
from collections.abc import Iterator
from typing import Any

import orjson
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from cds_hooks.app import create_app
from cds_hooks.desk import Desk
from cds_hooks.messages import Card, HookRequest, Indicator, Source
from cds_hooks.order_select import Reply
from cds_hooks.routes import HOOKS
from cds_hooks.site import ClientSettings, Mode, Server, Site, load_site
from fhir_profiles.chart import RequiredMissing, WrongPatient
from plugin.knowledge import VERSION

DISCOVERY = "/cds-services"
SERVICE = "/cds-services/spinal-tumour-order-select"
INSTANCE = "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea"
SERVER = "http://127.0.0.1:8090/fhir"
BODY: dict[str, Any] = {
    "hook": "order-select",
    "hookInstance": INSTANCE,
    "fhirServer": SERVER,
    "fhirAuthorization": {
        "access_token": "CANARY-token",
        "token_type": "Bearer",
        "expires_in": 300,
        "scope": "user/*.read",
        "subject": "client",
    },
    "context": {
        "userId": "Practitioner/CANARY",
        "patientId": "CANARY-patient",
        "selections": ["ServiceRequest/CANARY"],
        "draftOrders": {
            "resourceType": "Bundle",
            "entry": [{"resource": {"resourceType": "ServiceRequest", "id": "CANARY"}}],
        },
    },
    "prefetch": {"patient": {"resourceType": "Patient", "id": "CANARY-patient", "name": [{"family": "CANARY"}]}},
}
CARD = Card(
    uuid="c1",
    summary="Ablation is an option.",
    indicator=Indicator.INFO,
    source=Source(label="Seed", topic_code="indication", topic_display="Indication"),
    detail="Text.",
)


class Hallway:
    """Stands in for the five steps: answers one card, or fails as it is told, and remembers what it was asked."""

    def __init__(self) -> None:
        self.failure: Exception | None = None
        self.asked: list[tuple[HookRequest, ClientSettings, Desk]] = []

    def respond(self, request: HookRequest, client: ClientSettings, desk: Desk, **_: object) -> Reply:
        self.asked.append((request, client, desk))
        if self.failure:
            raise self.failure
        return Reply(
            cards=(CARD,),
            trail={"cards": ("indication",), "card_ids": ("c1",), "card_outcomes": ("",), "fhir_reads": 2},
        )


@pytest.fixture
def hallway(monkeypatch: pytest.MonkeyPatch) -> Hallway:
    stand_in = Hallway()
    monkeypatch.setitem(HOOKS, "order-select", (HOOKS["order-select"][0], stand_in.respond))
    monkeypatch.setitem(HOOKS, "order-sign", (HOOKS["order-sign"][0], stand_in.respond))
    return stand_in


def site(**changes: Any) -> Site:
    return Site(clients=(ClientSettings(issuer="https://ehr.example", fhir_servers=(SERVER,)),), **changes)


@pytest.fixture
def ehr(hallway: Hallway) -> FlaskClient:  # noqa: ARG001  no call here goes further than the desk
    return create_app(site()).test_client()


@pytest.fixture(autouse=True)
def log(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """Everything that is logged at all; at the end of every test nothing of the patient stands in it."""
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, logger="spinal_cds")
    yield caplog
    assert "CANARY" not in caplog.text
    assert "Traceback" not in caplog.text


def outcome(answer: TestResponse, status: int) -> dict[str, Any]:
    """The one issue of an OperationOutcome, which holds nothing that was sent and nothing of our inside."""
    assert answer.status_code == status, answer.data
    assert answer.content_type == "application/json"
    assert b"CANARY" not in answer.data
    assert b"Traceback" not in answer.data
    assert b".py" not in answer.data
    told = orjson.loads(answer.data)
    assert told["resourceType"] == "OperationOutcome"
    (issue,) = told["issue"]
    assert set(issue) >= {"severity", "code", "details"}
    assert issue["details"]["text"]
    assert isinstance(issue, dict)
    return issue


def post(ehr: FlaskClient, body: Any = BODY, path: str = SERVICE, **more: Any) -> TestResponse:
    data = body if isinstance(body, bytes) else orjson.dumps(body)
    return ehr.post(path, data=data, **{"content_type": "application/json", **more})


def changed(**changes: Any) -> dict[str, Any]:
    return BODY | changes


def context(**changes: Any) -> dict[str, Any]:
    kept = {key: value for key, value in (BODY["context"] | changes).items() if value is not None}
    return changed(context=kept)


# --- discovery --------------------------------------------------------------------------------------------------------


def test_D1_D2_D3_D4_D5_D6_discovery(ehr: FlaskClient) -> None:
    answer = ehr.get(DISCOVERY)
    assert answer.status_code == 200
    assert answer.content_type == "application/json"
    services = orjson.loads(answer.data)["services"]
    assert [(each["hook"], each["id"]) for each in services] == [
        ("order-select", "spinal-tumour-order-select"),
        ("order-sign", "spinal-tumour-order-sign"),
    ]
    for service in services:
        assert service["title"]
        assert service["description"]
        assert service["usageRequirements"]
        assert service["prefetch"]["patient"] == "Patient/{{context.patientId}}"
        assert list(service["prefetch"])[:3] == ["patient", "conditions", "findings"]
        assert len(service["prefetch"]) == 12


def test_D5_a_key_that_the_record_has_not_is_not_offered() -> None:
    client = ClientSettings(not_available=("consents",), prefetch_keys={"pat": "patient"})
    answer = create_app(Site(clients=(client,))).test_client().get(DISCOVERY)
    for service in orjson.loads(answer.data)["services"]:
        assert "consents" not in service["prefetch"]
        assert "patient" not in service["prefetch"]
        assert service["prefetch"]["pat"] == "Patient/{{context.patientId}}"


def test_D7_every_listed_id_can_be_called(ehr: FlaskClient) -> None:
    for service in orjson.loads(ehr.get(DISCOVERY).data)["services"]:
        assert post(ehr, changed(hook=service["hook"]), path=f"{DISCOVERY}/{service['id']}").status_code == 200


@pytest.mark.parametrize("mode", list(Mode))
def test_D11_discovery_needs_no_token_and_bears_one(mode: Mode) -> None:
    ehr = create_app(site(mode=mode)).test_client()
    assert ehr.get(DISCOVERY).status_code == 200
    assert ehr.get(DISCOVERY, headers={"Authorization": "Bearer a.b.c"}).status_code == 200


def test_D12_discovery_may_be_kept_for_a_while(ehr: FlaskClient) -> None:
    first = ehr.get(DISCOVERY)
    assert first.headers["Cache-Control"] == "max-age=300"
    again = ehr.get(DISCOVERY, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.data == b""
    weak = ehr.get(
        DISCOVERY, headers={"If-None-Match": f"W/{first.headers['ETag']}"}
    )  # as a proxy that packs writes it
    assert weak.status_code == 304


# --- the call ---------------------------------------------------------------------------------------------------------


def test_H1_a_call_is_answered_with_cards(ehr: FlaskClient, hallway: Hallway) -> None:
    answer = post(ehr)
    assert answer.status_code == 200
    assert answer.content_type == "application/json"
    assert [card["uuid"] for card in orjson.loads(answer.data)["cards"]] == ["c1"]
    ((request, client, desk),) = hallway.asked
    assert request.hook_instance == INSTANCE
    assert client.issuer == "https://ehr.example"
    assert client.listed(request.fhir_server)
    assert desk.site.clients == (client,)


def test_H7_an_answer_is_not_to_be_kept(ehr: FlaskClient) -> None:
    assert post(ehr).headers["Cache-Control"] == "no-store"
    assert post(ehr, b"{").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("accept", [None, "*/*", "application/json", "text/html", "application/json+fhir"])
def test_G8_accept_does_not_matter(ehr: FlaskClient, accept: str | None) -> None:
    assert post(ehr, headers={"Accept": accept} if accept else {}).status_code == 200


@pytest.mark.parametrize(
    "media_type", ["application/json; charset=utf-8", "application/json;charset=UTF-8", "Application/JSON"]
)
def test_G8_media_type_with_or_without_charset(ehr: FlaskClient, media_type: str) -> None:
    assert post(ehr, content_type=media_type).status_code == 200


def test_shadow_computes_and_answers_no_cards(hallway: Hallway, log: pytest.LogCaptureFixture) -> None:
    answer = post(create_app(site(shadow=True)).test_client())
    assert answer.data == b'{"cards":[]}'
    assert len(hallway.asked) == 1
    line = json.loads(log.messages[-1])
    assert (line["cards"], line["shadow"]) == (["indication"], True)


def test_J1_J12_production_refuses_a_call_without_a_good_token(hallway: Hallway) -> None:
    ehr = create_app(site(mode=Mode.PRODUCTION)).test_client()
    for headers in ({}, {"Authorization": "Bearer a.b.c"}):
        answer = post(ehr, headers=headers)
        assert outcome(answer, 401)["details"]["text"] == "Not authorised."
        assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert hallway.asked == []


# --- bad input --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        (b"CANARY", "valid JSON"),
        (b"", "valid JSON"),
        (orjson.dumps(BODY)[:-1], "valid JSON"),
        (b'{"hook":"\xff"}', "valid JSON"),
        ([BODY], "JSON object"),
        ("CANARY", "JSON object"),
    ],
)
def test_H5_a_body_that_is_no_json_object_is_400(ehr: FlaskClient, hallway: Hallway, sent: Any, told: str) -> None:
    assert told in outcome(post(ehr, sent), 400)["details"]["text"]
    assert hallway.asked == []


@pytest.mark.parametrize(
    "sent",
    [
        b"[" * 100 + b"]" * 100,
        context(x=json.loads("[" * 98 + "]" * 98)),
        changed(prefetch={"labs": json.loads("[" * 98 + "]" * 98)}),
        b"[" * 1_000_000,
    ],
    ids=["whole", "context", "prefetch", "endless"],
)
def test_contract7_a_body_that_is_too_deep_is_400(ehr: FlaskClient, hallway: Hallway, sent: Any) -> None:
    assert "64 levels" in outcome(post(ehr, sent), 400)["details"]["text"]
    assert hallway.asked == []


def test_contract7_11_MiB_is_413(ehr: FlaskClient) -> None:
    outcome(post(ehr, b'{"a":"' + b"x" * (11 * 1024 * 1024) + b'"}'), 413)


def test_contract7_10_MiB_is_read(ehr: FlaskClient) -> None:
    head, tail = orjson.dumps(BODY)[:-1] + b',"pad":"', b'"}'
    whole = head + b"x" * (10 * 1024 * 1024 - len(head) - len(tail)) + tail
    assert post(ehr, whole).status_code == 200
    outcome(post(ehr, whole + b" "), 413)


LIMIT = 10 * 1024 * 1024


@pytest.mark.parametrize(
    ("size", "status"), [(1024, 200), (LIMIT, 200), (LIMIT + 1, 413), (LIMIT + 2, 413), (2 * LIMIT, 413)]
)
@pytest.mark.parametrize("pad", [b" ", b"x"])
def test_contract7_the_limit_holds_without_an_announced_length(
    ehr: FlaskClient, pad: bytes, size: int, status: int
) -> None:
    """As a chunked body comes to us: no Content-Length, and the server ends the stream. Cut whitespace would not show."""
    head, tail = (orjson.dumps(BODY), b"") if pad == b" " else (orjson.dumps(BODY)[:-1] + b',"pad":"', b'"}')
    answer = ehr.post(
        SERVICE,
        data=head + pad * (size - len(head) - len(tail)) + tail,
        content_type="application/json",
        environ_overrides={"wsgi.input_terminated": True, "CONTENT_LENGTH": ""},
    )
    assert answer.status_code == status
    if status > 200:
        outcome(answer, status)


@pytest.mark.parametrize(
    "media_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/xml", "", "x"]
)
def test_H5_other_media_type_is_415(ehr: FlaskClient, media_type: str) -> None:
    outcome(post(ehr, content_type=media_type), 415)


def test_H5_a_compressed_body_is_415(ehr: FlaskClient) -> None:
    outcome(post(ehr, headers={"Content-Encoding": "gzip"}), 415)


# --- what the hallway raises ------------------------------------------------------------------------------------------


def test_P3_required_data_missing_is_412(ehr: FlaskClient, hallway: Hallway) -> None:
    hallway.failure = RequiredMissing("conditions")
    issue = outcome(post(ehr), 412)
    assert issue["diagnostics"] == "Missing prefetch key: conditions"


def test_P9_another_patient_is_400(ehr: FlaskClient, hallway: Hallway) -> None:
    hallway.failure = WrongPatient()
    outcome(post(ehr), 400)


@pytest.mark.parametrize("failure", [ValueError("CANARY"), RecursionError("CANARY"), KeyError("CANARY")])
def test_ST2_our_own_fault_is_500_with_an_opaque_id(
    ehr: FlaskClient, hallway: Hallway, failure: Exception, log: pytest.LogCaptureFixture
) -> None:
    hallway.failure = failure
    issue = outcome(post(ehr), 500)
    assert issue["severity"] == "fatal"
    assert issue["diagnostics"].removeprefix("Reference ") in log.text


# --- methods and addresses --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "HEAD"])
def test_H2_other_methods_on_the_service_are_405(ehr: FlaskClient, method: str) -> None:
    answer = ehr.open(SERVICE, method=method)
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "OPTIONS, POST"
    if method != "HEAD":
        outcome(answer, 405)


def test_H2_other_methods_on_discovery_are_405(ehr: FlaskClient) -> None:
    answer = ehr.post(DISCOVERY)
    outcome(answer, 405)
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_H2_head_works_on_discovery(ehr: FlaskClient) -> None:
    answer = ehr.head(DISCOVERY)
    assert answer.status_code == 200
    assert answer.data == b""
    assert answer.content_type == "application/json"


@pytest.mark.parametrize(
    "path",
    ["/unknown", "/cds-services/unknown", "/cds-services/spinal-tumour-order-select/x", "/static/x", "//cds-services"],
)
def test_H3_an_unknown_address_is_404(ehr: FlaskClient, path: str) -> None:
    outcome(post(ehr, path=path), 404)


def test_H4_a_trailing_slash_gives_the_same_answer(ehr: FlaskClient) -> None:
    for path in (DISCOVERY, "/livez", "/readyz"):
        assert ehr.get(f"{path}/").data == ehr.get(path).data
    assert post(ehr, path=f"{SERVICE}/").data == post(ehr).data


READY = b'{"status":"ok","checks":{"knowledge":"ok","keys":"ok","ledger":"ok"}}'


@pytest.mark.parametrize(("path", "body"), [("/livez", b'{"status":"ok"}'), ("/readyz", READY)])
@pytest.mark.parametrize("mode", list(Mode))
def test_health(mode: Mode, path: str, body: bytes) -> None:
    answer = create_app(site(mode=mode)).test_client().get(path)
    assert (answer.status_code, answer.content_type, answer.data) == (200, "application/json", body)


# --- browsers ---------------------------------------------------------------------------------------------------------

ORIGIN = "https://sandbox.example"
LISTING = Server(cors_origins=(ORIGIN,))
PATHS = [DISCOVERY, SERVICE, f"{SERVICE}/"]


def preflight(ehr: FlaskClient, path: str, origin: str) -> TestResponse:
    headers = {
        "Origin": origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type",
    }
    return ehr.options(path, headers=headers)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("mode", list(Mode))
def test_O1_O2_preflight_of_a_listed_origin_needs_no_token(path: str, mode: Mode) -> None:
    answer = preflight(create_app(site(mode=mode, server=LISTING)).test_client(), path, ORIGIN)
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == ORIGIN
    assert answer.headers["Access-Control-Allow-Methods"] == "GET, POST, OPTIONS"
    assert answer.headers["Access-Control-Allow-Headers"] == "Authorization, Content-Type"
    assert answer.headers["Access-Control-Max-Age"] == "600"
    assert answer.headers["Vary"] == "Origin"
    assert "Access-Control-Allow-Credentials" not in answer.headers


@pytest.mark.parametrize("path", PATHS)
def test_O2_development_without_a_list_lets_every_origin(ehr: FlaskClient, path: str) -> None:
    assert preflight(ehr, path, "http://localhost:3000").headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("settings", [{"server": LISTING}, {"mode": Mode.PRODUCTION}])
def test_O3_another_origin_gets_no_header(settings: dict[str, Any]) -> None:
    ehr = create_app(site(**settings)).test_client()
    for answer in (preflight(ehr, SERVICE, "https://evil.example"), post(ehr, headers={"Origin": "null"})):
        assert [name for name, _ in answer.headers if name.startswith("Access-Control")] == []


def test_O2_errors_carry_the_origin_too(hallway: Hallway) -> None:
    ehr = create_app(site(server=LISTING)).test_client()
    answers = [post(ehr, b"{", headers={"Origin": ORIGIN}), ehr.get("/none", headers={"Origin": ORIGIN})]
    hallway.failure = ValueError()
    answers.append(post(ehr, headers={"Origin": ORIGIN}))
    assert [answer.status_code for answer in answers] == [400, 404, 500]
    assert {answer.headers["Access-Control-Allow-Origin"] for answer in answers} == {ORIGIN}


# --- the trail --------------------------------------------------------------------------------------------------------


def lines(log: pytest.LogCaptureFixture) -> list[dict[str, Any]]:
    return [json.loads(record.getMessage()) for record in log.records if record.name == "spinal_cds.trail"]


def test_N4_one_line_for_each_call(ehr: FlaskClient, log: pytest.LogCaptureFixture) -> None:
    post(ehr)
    (line,) = lines(log)
    assert line["hook"] == "order-select"
    assert line["hook_instance"] == INSTANCE
    assert line["client"] == "https://ehr.example"
    assert line["status"] == 200
    assert line["cards"] == ["indication"]
    assert line["card_ids"] == ["c1"]
    assert line["knowledge_version"] == VERSION
    assert line["fhir_reads"] == 2
    assert line["shadow"] is False
    assert set(line["milliseconds"]) == {"trust", "read", "dump", "total"}


def test_N4_a_refused_call_has_its_line(ehr: FlaskClient, hallway: Hallway, log: pytest.LogCaptureFixture) -> None:
    post(ehr, b"CANARY")
    hallway.failure = RequiredMissing("patient")
    post(ehr)
    hallway.failure = ValueError("CANARY")
    post(ehr)
    assert [(line["status"], line["reason"]) for line in lines(log)] == [
        (400, "Malformed"),
        (412, "missing-patient"),
        (500, "ValueError"),
    ]


def test_C3_cds_r_2_are_noted_in_the_trail(ehr: FlaskClient, log: pytest.LogCaptureFixture) -> None:
    grant = BODY["fhirAuthorization"] | {"scope": "patient/*.read"}
    post(ehr, context(patientId="Patient/CANARY-patient") | {"fhirAuthorization": grant})
    (line,) = lines(log)
    assert line["notes"] == ["patientId-was-a-reference", "userId-is-no-practitioner", "cds-r-2"][::2]


def test_a_site_without_clients_answers_in_development(hallway: Hallway) -> None:
    assert (
        post(create_app(load_site(None, {"SPINAL_CDS__STORE__URL": "sqlite:///:memory:"})).test_client()).status_code
        == 200
    )
    ((_, client, _),) = hallway.asked
    assert not client.listed(SERVER)
