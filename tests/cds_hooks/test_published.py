"""Published knowledge over HTTP: read and found without a token, as FHIR's own content type."""

from typing import Any

import orjson
import pytest
from flask.testing import FlaskClient

from cds_hooks.app import create_app
from cds_hooks.site import Mode, Server, Site
from cds_hooks.words import FAMILIES, load_words
from fhir_profiles.codes.cards import CARD_TOPICS, OVERRIDE_REASONS
from fhir_profiles.publishing import published
from plugin.knowledge import KNOWLEDGE

LIBRARY = "/fhir/Library/spinal-tumour-indication"
FHIR_JSON = "application/fhir+json"


@pytest.fixture(params=list(Mode))
def ehr(request: pytest.FixtureRequest) -> FlaskClient:
    site = Site(
        mode=request.param, public_url="https://cds.example", server=Server(cors_origins=("https://a.example",))
    )
    return create_app(site).test_client()


def read(ehr: FlaskClient, path: str, status: int = 200) -> Any:
    answer = ehr.get(path)
    assert (answer.status_code, answer.content_type) == (status, FHIR_JSON)
    return orjson.loads(answer.data)


def test_the_library_is_read(ehr: FlaskClient) -> None:
    assert read(ehr, LIBRARY) == published()["Library", "spinal-tumour-indication"]


def test_the_library_is_found(ehr: FlaskClient) -> None:
    url, version = (read(ehr, LIBRARY)[name] for name in ("url", "version"))
    found = read(ehr, f"/fhir/Library?url={url}&name=SpinalTumourIndication&version={version}&_format=json&colour=red")
    assert (found["type"], found["total"]) == ("searchset", 1)
    assert found["entry"][0]["fullUrl"] == f"https://cds.example{LIBRARY}"


def test_nothing_found_is_an_empty_bundle(ehr: FlaskClient) -> None:
    nothing = read(ehr, "/fhir/Library?version=9")
    assert {key: nothing[key] for key in ("type", "total")} == {"type": "searchset", "total": 0}
    assert "entry" not in nothing


def test_a_search_says_what_it_understood(ehr: FlaskClient) -> None:
    found = read(ehr, "/fhir/Library?name=Spinal Tumour&colour=red&version=9")
    assert found["link"] == [
        {"relation": "self", "url": "https://cds.example/fhir/Library?name=Spinal+Tumour&version=9"}
    ]


@pytest.mark.parametrize(
    "asked", ["name:exact=SpinalTumourIndication", "url:below=https://a.example", "name:missing=true"]
)
def test_a_modifier_that_is_not_understood_is_refused(ehr: FlaskClient, asked: str) -> None:
    """FHIR R4, search 3.1.1.5.1: servers SHALL reject a modifier that they do not support."""
    told = read(ehr, f"/fhir/Library?{asked}", 400)
    assert told["resourceType"] == "OperationOutcome"


@pytest.mark.parametrize(
    "path",
    ["/fhir/Library/other", "/fhir/Patient/1", "/fhir/Questionnaire/a", "/fhir/Patient?url=a", "/fhir/metadata/a"],
)
def test_what_is_not_published_is_not_there(ehr: FlaskClient, path: str) -> None:
    told = read(ehr, path, 404)
    assert told["resourceType"] == "OperationOutcome"
    assert told["issue"][0]["code"] == "not-found"


def test_every_definition_is_read_and_found(ehr: FlaskClient) -> None:
    for (kind, identifier), one in published().items():
        assert read(ehr, f"/fhir/{kind}/{identifier}") == one
        found = read(ehr, f"/fhir/{kind}?url={one['url']}&version={one['version']}&name={one['name'].upper()}")
        assert [entry["resource"] for entry in found["entry"]] == [one]


def test_topics_and_reasons_are_called_as_on_the_cards() -> None:
    words = load_words("en", KNOWLEDGE)
    assert {code: words.name("topic", code) for code in FAMILIES["topic"]} == CARD_TOPICS
    assert {code: words.name("override", code) for code in FAMILIES["override"]} == OVERRIDE_REASONS


def test_the_metadata_say_what_can_be_asked(ehr: FlaskClient) -> None:
    told = read(ehr, "/fhir/metadata")
    assert told["implementation"]["url"] == "https://cds.example/fhir"
    for resource in told["rest"][0]["resource"]:
        for parameter in resource["searchParam"]:
            path = f"/fhir/{resource['type']}?{parameter['name']}=9"
            assert read(ehr, path)["total"] == 0


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_it_is_read_only(ehr: FlaskClient, method: str) -> None:
    answer = getattr(ehr, method)(LIBRARY, data=b"{}", content_type=FHIR_JSON)
    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


@pytest.mark.parametrize("path", [LIBRARY, "/fhir/Library?name=Spinal"])
def test_it_may_be_kept_and_asked_for_again(ehr: FlaskClient, path: str) -> None:
    first = ehr.get(path)
    assert first.headers["Cache-Control"] == "max-age=300"
    again = ehr.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    head = ehr.head(path)
    assert (head.status_code, head.data, head.headers["ETag"]) == (200, b"", first.headers["ETag"])


def test_a_listed_page_may_read_it(ehr: FlaskClient) -> None:
    for origin, allowed in (("https://a.example", "https://a.example"), ("https://b.example", None)):
        assert ehr.get(LIBRARY, headers={"Origin": origin}).headers.get("Access-Control-Allow-Origin") == allowed
