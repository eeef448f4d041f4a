"""The addresses of the workbench: in development only, under a strict policy, and true to what the service answers."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from flask.testing import FlaskClient

from cds_hooks.app import create_app
from cds_hooks.demo import SERVICE_PATH
from cds_hooks.site import LANGUAGES, Mode, Profile, Site
from cds_hooks.workbench.views import POLICY
from fhir_profiles import examples
from tests.support.calls import DEVELOPMENT, Json, advice_of, call, client, post

READ = ["/", "/?language=de", "/workbench/workbench.js", "/workbench/workbench.css", "/workbench/pictures.css"]
READ += ["/workbench/icon.svg", "/workbench/call/V-01"]
SENT = ["/workbench/suppose", "/workbench/generic/en/shown", f"/workbench/epic/de{SERVICE_PATH}"]


@pytest.fixture(scope="module")
def service() -> FlaskClient:
    return client()


class Found(HTMLParser):
    """Every element with its attributes, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


def shown(service: FlaskClient, body: Json, answer: Json, variant: str = "generic/en") -> Found:
    found = service.post(f"/workbench/{variant}/shown", json={"call": body, "answer": answer})
    assert found.status_code == 200, found.text
    return Found(found.text)


@pytest.mark.parametrize("path", READ + SENT)
def test_in_production_there_is_no_workbench(path: str) -> None:
    production = create_app(Site(mode=Mode.PRODUCTION)).test_client()
    answer = production.get(path) if path in READ else production.post(path, json={})
    assert answer.status_code == 404
    assert answer.json is not None
    assert answer.json["resourceType"] == "OperationOutcome"


@pytest.mark.parametrize("path", READ)
def test_every_answer_has_the_strict_policy_and_is_not_kept(service: FlaskClient, path: str) -> None:
    answer = service.get(path)
    assert answer.status_code == 200
    assert answer.headers["Content-Security-Policy"] == POLICY
    assert answer.headers["Cache-Control"] == "no-store"
    assert "unsafe" not in POLICY
    assert "*" not in POLICY


@pytest.mark.parametrize(
    "path",
    [
        "/workbench/other.js",
        "/workbench/page.html",
        "/workbench/call/V-99",
        "/?language=xx",
        "/workbench/..%2Fviews.py",
    ],
)
def test_nothing_else_is_there(service: FlaskClient, path: str) -> None:
    assert service.get(path).status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_speaks_its_language_and_names_no_other_origin(service: FlaskClient, language: str) -> None:
    html = service.get(f"/?language={language}").text
    page = Found(html)
    assert page.all("html") == [{"lang": language}]
    assert not [each for each in page.elements if "style" in each[1] or any(name[:2] == "on" for name in each[1])]
    assert not [each for each in page.all("script") if not each["src"].startswith("/workbench/")]
    assert not re.search(r"https?://(?!spinal-tumour-cds\.example/fhir/CodeSystem/)", html)
    assert [each["data-patient"] for each in page.all("button") if "data-patient" in each] == list(examples.names())


def test_without_a_word_it_speaks_the_language_of_the_site() -> None:
    assert Found(client(SPINAL_CDS__LANGUAGE="fr").get("/").text).all("html") == [{"lang": "fr"}]


def test_a_sample_patient_s_call_can_be_made_as_it_is(service: FlaskClient) -> None:
    found: Any = service.get("/workbench/call/V-06").json
    assert found["fhirServer"] is None
    assert advice_of(post(service, found["call"]).cards[0])["outcome"] == "PAL_PAIN_SOFT"
    reads = client("http://127.0.0.1:8090/fhir")
    assert (reads.get("/workbench/call/V-06").json or {})["fhirServer"] == "http://127.0.0.1:8090/fhir"


@pytest.mark.parametrize("profile", list(Profile))
def test_other_clients_and_languages_are_answered_as_a_site_of_theirs_answers(profile: Profile) -> None:
    service = client()
    for language in LANGUAGES:
        own = client(
            SPINAL_CDS__LANGUAGE=language,
            SPINAL_CDS__CLIENT__0__ISSUER="https://ehr.example",
            SPINAL_CDS__CLIENT__0__PROFILE=profile.value,
        )
        body = call("V-06")
        through = post(service, body, f"/workbench/{profile.value}/{language}{SERVICE_PATH}")
        assert through.without_ids == post(own, body).without_ids


def test_feedback_of_a_variant_comes_into_the_same_ledger() -> None:
    app = client().application
    service = app.test_client()
    card = post(service, call("V-06"), f"/workbench/epic/de{SERVICE_PATH}").cards[0]
    entry = {"card": card["uuid"], "outcome": "overridden", "outcomeTimestamp": "2026-11-29T10:00:00Z"}
    body = {"feedback": [entry]}
    assert service.post(f"/workbench/epic/de{SERVICE_PATH}/feedback", json=body).status_code == 200
    assert service.post(f"{SERVICE_PATH}/feedback", json=body).status_code == 200


@pytest.mark.parametrize("path", ["/workbench/other/en", "/workbench/epic/xx"])
def test_an_unknown_variant_is_not_there(service: FlaskClient, path: str) -> None:
    assert service.post(f"{path}{SERVICE_PATH}", json=call("V-06")).status_code == 404
    assert service.post(f"{path}/shown", json={}).status_code == 404
    assert service.post(f"/workbench/epic/en{SERVICE_PATH}-other", json={}).status_code == 404


def test_times_are_told_in_development_only(service: FlaskClient) -> None:
    answer = service.post(SERVICE_PATH, json=call("V-06"))
    stages = {lap.partition(";dur=")[0] for lap in answer.headers["Server-Timing"].split(", ")}
    assert {"trust", "read", "gather", "evidence", "advise", "cards", "dump", "total"} <= stages
    production = create_app(Site(mode=Mode.PRODUCTION)).test_client()
    assert "Server-Timing" not in production.post(SERVICE_PATH, json={}).headers


# --- what is shown ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", examples.names())
def test_cards_are_shown_whole(service: FlaskClient, name: str) -> None:
    body = call(name)
    answer = post(service, body).body
    found = shown(service, body, answer)
    assert len(found.all("article")) == len(answer["cards"])
    buttons = [each for each in found.all("button") if "data-suggestion" in each]
    assert len(buttons) == sum(len(card.get("suggestions", ())) for card in answer["cards"])
    assert [each["href"] for each in found.all("a")] == [
        link["url"] for card in answer["cards"] for link in card.get("links", ())
    ]
    for card in answer["cards"]:
        assert card["summary"] in found.text
        assert card["source"]["label"] in found.text
        assert all(reason["display"] in found.text for reason in card.get("overrideReasons", ()))


@pytest.mark.parametrize("name", examples.names())
def test_the_evidence_of_the_lead_card_is_shown(service: FlaskClient, name: str) -> None:
    body = call(name)
    answer = post(service, body).body
    found = shown(service, body, answer)
    for card in answer["cards"]:
        for row in advice_of(card).get("evidence", ()):
            assert row["fact"] in found.text
            for reference in row.get("seenIn", ()):
                assert reference in found.text
            assert row.get("text", "") in found.text


def test_a_conflict_and_what_does_not_count_are_told_in_words(service: FlaskClient) -> None:
    def disagree(body: Json) -> None:
        entry = body["prefetch"]["findings"]["entry"]
        code = {"coding": [{"system": "https://spinal-tumour-cds.example/fhir/CodeSystem/spinal-lesion-finding"}]}
        for truth, grade in ((True, "canal-extension"), (None, "escc")):
            value = {"valueBoolean": truth} if truth else {"valueCodeableConcept": {"coding": [VALUE_0]}}
            coding = {**code["coding"][0], "code": grade}
            found = {"resourceType": "Observation", "id": grade, "status": "final", "code": {"coding": [coding]}}
            entry.append({"resource": {**found, **value, "effectiveDateTime": "2026-11-29", **PLACE}})

    body = call("V-24", change=disagree)
    told = shown(service, body, post(service, body).body)
    assert "shown, not counted" in told.text


VALUE_0 = {"system": "https://spinal-tumour-cds.example/fhir/CodeSystem/spinal-lesion-value", "code": "0"}
PLACE = {"bodySite": {"text": "L5"}, "subject": {"reference": "Patient/V-24"}}


def test_whatever_a_record_says_stays_text(service: FlaskClient) -> None:
    mark = "<img src=x onerror=alert(1)>"

    def spoil(body: Json) -> None:
        for entry in body["prefetch"]["reports"]["entry"]:
            entry["resource"]["conclusion"] = f"{mark} {entry['resource'].get('conclusion', '')}"
        body["context"]["draftOrders"]["entry"][0]["resource"]["code"]["text"] += mark

    body = call("V-24", change=spoil)
    answer = post(service, body).body
    for card in answer["cards"]:
        card["summary"] += mark
        card["source"]["topic"]["display"] += mark
    found = shown(service, body, answer)
    assert mark in found.text
    assert not found.all("img")


def test_an_order_that_is_not_ours_shows_that_there_is_nothing(service: FlaskClient) -> None:
    body = call("V-18")
    found = shown(service, body, post(service, body).body)
    assert "No cards" in found.text
    assert not found.all("svg")


def test_development_is_what_these_tests_speak_to() -> None:
    assert DEVELOPMENT["SPINAL_CDS__MODE"] == "development"
