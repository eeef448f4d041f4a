"""Published knowledge: valid FHIR, the file as it is, and a search as FHIR has it."""

import tomllib
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from fhir.resources.R4B.library import Library

from fhir_profiles import publishing
from fhir_profiles.codes import BASE
from fhir_profiles.publishing import find, published
from tests.house.tree import ROOT

CQL = ROOT / "fhir_profiles" / "definitions" / "cql" / "SpinalTumourIndication.cql"
URL = f"{BASE}/Library/spinal-tumour-indication"
SERVER = "https://cds.example/fhir"
VERSION = "1.0.0"
"""Of the oracle, which has a version of its own."""


def bundle(kind: str = "Library", **asked: str) -> Any:
    found = find(kind, SERVER, **asked)
    Bundle.model_validate(found)
    return found


def test_the_library_says_what_it_is() -> None:
    library = published()["Library", "spinal-tumour-indication"]
    Library.model_validate(library)
    assert (library["url"], library["version"], library["name"]) == (URL, VERSION, "SpinalTumourIndication")
    assert (library["status"], library["experimental"]) == ("draft", True)
    assert library["type"]["coding"][0]["code"] == "logic-library"
    for words in ("ndependent second formulation", "Not a guideline", "not reviewed by a clinician"):
        assert words in library["description"]


def test_the_library_holds_the_file_as_it_is() -> None:
    (content,) = published()["Library", "spinal-tumour-indication"]["content"]
    assert content["contentType"] == "text/cql"
    assert b64decode(content["data"]) == CQL.read_bytes()


def test_the_library_and_its_cql_say_one_name_and_one_version() -> None:
    library = published()["Library", "spinal-tumour-indication"]
    said = f"library {library['name']} version '{library['version']}'"
    assert CQL.read_text(encoding="utf-8").count(said) == 1


def test_cql_without_a_version_stops_the_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "cql").mkdir()
    (tmp_path / "cql" / CQL.name).write_text("library SpinalTumourIndication\n", encoding="utf-8")
    monkeypatch.setattr(publishing, "_DEFINITIONS", tmp_path)
    published.cache_clear()
    with pytest.raises(ValueError, match="name and version"):
        published()
    monkeypatch.undo()
    published()


def test_everything_published_stands_at_its_own_address() -> None:
    for (kind, identifier), resource in published().items():
        assert (resource["resourceType"], resource["id"]) == (kind, identifier)
        assert resource["url"] == f"{BASE}/{kind}/{identifier}"


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"url": URL},
        {"name": "SpinalTumourIndication"},
        {"name": "spinaltumour"},
        {"version": VERSION},
        {"url": URL, "name": "Spinal", "version": VERSION},
    ],
)
def test_it_is_found(asked: dict[str, str]) -> None:
    found = bundle(**asked)
    assert (found["type"], found["total"]) == ("searchset", 1)
    (entry,) = found["entry"]
    assert entry["fullUrl"] == f"{SERVER}/Library/spinal-tumour-indication"
    assert entry["resource"] == published()["Library", "spinal-tumour-indication"]


@pytest.mark.parametrize(
    "asked", [{"url": f"{URL}x"}, {"name": "Tumour"}, {"version": "9"}, {"url": URL, "version": "9"}]
)
def test_nothing_is_found(asked: dict[str, str]) -> None:
    assert bundle(**asked) == {"resourceType": "Bundle", "type": "searchset", "total": 0}


def test_of_a_type_that_is_not_published_there_is_no_search() -> None:
    assert find("Questionnaire", SERVER) is None
    assert find("Patient", SERVER) is None


def test_what_is_no_valid_fhir_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {**published()["Library", "spinal-tumour-indication"], "status": ["draft"]}
    monkeypatch.setattr(publishing, "_indication", lambda: wrong)
    published.cache_clear()
    with pytest.raises(ValueError, match="status"):
        published()
    monkeypatch.undo()
    published()


def test_every_definition_is_in_the_package() -> None:
    """An installed service has the files that it publishes."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = project["tool"]["setuptools"]["package-data"]["fhir_profiles"]
    room = ROOT / "fhir_profiles"
    packed = {file for pattern in patterns for file in room.glob(pattern)}
    assert {file for file in (room / "definitions").rglob("*") if file.is_file()} <= packed
