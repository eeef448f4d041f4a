"""Published knowledge: valid FHIR, the file as it is, and a search as FHIR has it."""

import io
import json
import re
import tarfile
import tomllib
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from fhir.resources.R4B.library import Library

from docs import definitions
from fhir_profiles.codes import ATC, BASE, disorders, tumours
from fhir_profiles.codes.findings import FINDING_CODES, FINDINGS
from fhir_profiles.orderables import CONCEPTS, MapMistakes, read_orderables
from fhir_profiles.publishing import files, find, making, metadata, package, published
from fhir_profiles.publishing.concept_map import concept_map
from fhir_profiles.publishing.libraries import library
from plugin.knowledge import KNOWLEDGE
from tests.house.tree import ROOT

CQL = ROOT / "fhir_profiles" / "definitions" / "cql" / "SpinalTumourIndication.cql"
URL = f"{BASE}/Library/spinal-tumour-indication"
SERVER = "https://cds.example/fhir"
VERSION = "1.1.0"
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


def test_cql_without_a_version_is_refused(tmp_path: Path) -> None:
    (tmp_path / CQL.name).write_text("library SpinalTumourIndication\n", encoding="utf-8")
    with pytest.raises(ValueError, match="name and version"):
        library(tmp_path / CQL.name)


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
    found = bundle(**asked)
    assert (found["total"], found.get("entry")) == (0, None)


def test_of_a_type_that_is_not_published_there_is_no_search() -> None:
    assert find("Basic", SERVER) is None
    assert find("Patient", SERVER) is None


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("Library-other.json", {}),
        ("Library-spinal-tumour-indication.json", {"url": f"{BASE}/Library/other"}),
        ("Library-spinal-tumour-indication.json", {"id": "other"}),
    ],
)
def test_a_file_that_is_not_what_its_name_says_stops_the_start(
    tmp_path: Path, name: str, changed: dict[str, str]
) -> None:
    one = {**published()["Library", "spinal-tumour-indication"], **changed}
    (tmp_path / name).write_text(json.dumps(one), encoding="utf-8")
    with pytest.raises(ValueError, match="no definition of that name"):
        published(tmp_path)


def test_what_is_no_valid_fhir_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {**library(), "status": ["draft"]}
    monkeypatch.setattr(making, "library", lambda: wrong)
    with pytest.raises(ValueError, match="status"):
        making.make()


def test_no_two_definitions_have_one_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "library", concept_map)
    with pytest.raises(ValueError, match="ConceptMap-order-concept-template"):
        making.make()


def test_every_type_of_the_contract_is_published() -> None:
    assert {kind for kind, _ in published()} == {
        *("StructureDefinition", "ValueSet", "CodeSystem", "ConceptMap", "PlanDefinition", "ActivityDefinition"),
        *("Questionnaire", "Library", "CapabilityStatement"),
    }


def test_everything_is_a_draft_of_this_version_and_says_what_it_is_not() -> None:
    for (kind, _), one in published().items():
        assert (one["status"], one["experimental"], one["publisher"]) == ("draft", True, "spinal-tumour-cds")
        assert "Not a guideline; not reviewed by a clinician." in one["description"]
        assert one["version"] == (VERSION if kind == "Library" else KNOWLEDGE.version)
        assert re.fullmatch(r"[A-Z]\w{0,254}", one["name"])


def test_no_definition_is_stale() -> None:
    assert definitions.stale(definitions.every_file()) == [], "run `make definitions`, and look at what changed"


def test_a_stale_definition_is_noticed() -> None:
    wanted = {path: (ROOT / path).read_bytes() for path in definitions.every_file()}
    assert definitions.stale(wanted) == []
    name, content = next(iter(wanted.items()))
    assert definitions.stale({**wanted, name: content + b" "}) == [name]
    assert definitions.stale({**wanted, "new.json": b""}) == ["new.json"]
    del wanted[name]
    assert definitions.stale(wanted) == [name]


def test_the_package_is_one_that_tools_can_load_and_the_same_each_time() -> None:
    assert package() == package()
    with tarfile.open(fileobj=io.BytesIO(package())) as archive:
        held = {each.name: archive.extractfile(each) for each in archive.getmembers()}
        read = {name.removeprefix("package/"): json.load(content) for name, content in held.items() if content}
        assert {(each.mtime, each.uid, each.uname) for each in archive.getmembers()} == {(499162500, 0, "")}
    about, index = read.pop("package.json"), read.pop(".index.json")
    assert (about["version"], about["fhirVersions"]) == (KNOWLEDGE.version, ["4.0.1"])
    assert about["dependencies"] == {"hl7.fhir.r4.core": "4.0.1"}
    assert {each["filename"]: each["url"] for each in index["files"]} == {
        name: each["url"] for name, each in read.items()
    }
    assert read == {name: json.loads(content) for name, content in files().items()}


def test_the_metadata_name_the_installation() -> None:
    told = metadata(SERVER)
    assert (told["kind"], told["implementation"]["url"]) == ("instance", SERVER)
    assert {each["type"] for each in told["rest"][0]["resource"]} == {kind for kind, _ in published()}
    assert "implementation" not in published()["CapabilityStatement", "spinal-tumour-cds"]


# --- what may be published --------------------------------------------------------------------------------------------


def codes_of(kind: str, identifier: str) -> set[str]:
    return {each["code"] for each in published()[kind, identifier]["concept"]}


def test_the_code_systems_hold_what_the_contract_names() -> None:
    assert codes_of("CodeSystem", "spinal-lesion-finding") == {code.code for code in FINDING_CODES}
    assert codes_of("CodeSystem", "spinal-lesion-value") == {value for each in FINDINGS for value in each.values}
    assert codes_of("CodeSystem", "order-concept") == CONCEPTS
    assert len(codes_of("CodeSystem", "card-topic")) == 9
    assert len(codes_of("CodeSystem", "override-reason")) == 6


def included(value_set: Any) -> set[tuple[str, str]]:
    return {
        (include["system"], each["code"])
        for include in value_set["compose"]["include"]
        for each in include.get("concept", ())
    }


def test_no_unverified_code_is_published_and_no_words_of_others() -> None:
    sets = [one for (kind, _), one in published().items() if kind == "ValueSet"]
    named = {key for one in sets for key in included(one)}
    alarms = (disorders.ALARM_ONLY_CORD_COMPRESSION, tumours.QUESTION_ONLY_NATURE)
    assert not {code.key for each in alarms for code in each.codes} & named
    assert not {system for system, _ in named} & {ATC}
    listed = [each for one in sets for include in one["compose"]["include"] for each in include.get("concept", ())]
    assert {key for each in listed for key in each} == {"code"}


def test_a_set_is_published_as_it_is_read() -> None:
    spine = tumours.PRIMARY_MALIGNANT_SPINE
    assert included(published()["ValueSet", "primary-malignant-spine"]) == {code.key for code in spine.codes}
    infection = published()["ValueSet", "spinal-infection"]["compose"]["include"]
    assert {"property": "code", "op": "regex", "value": "M46\\.2.*"} in [
        f for i in infection for f in i.get("filter", ())
    ]


def test_the_map_is_a_template_for_every_concept_and_maps_nothing_yet(tmp_path: Path) -> None:
    one = json.loads(json.dumps(published()["ConceptMap", "order-concept-template"]))
    elements = one["group"][0]["element"]
    assert {each["code"] for each in elements} == CONCEPTS
    file = tmp_path / "map.json"
    file.write_text(json.dumps(one), encoding="utf-8")
    with pytest.raises(MapMistakes, match="maps nothing"):
        read_orderables(file)
    elements[0]["target"] = [{"equivalence": "equivalent", "code": "4711"}]
    one["group"][0]["target"] = "https://ehr.example/orderables"
    file.write_text(json.dumps(one), encoding="utf-8")
    assert read_orderables(file).codings == {"OS-01": {"system": "https://ehr.example/orderables", "code": "4711"}}


def test_every_definition_is_in_the_package() -> None:
    """An installed service has the files that it publishes."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = project["tool"]["setuptools"]["package-data"]["fhir_profiles"]
    room = ROOT / "fhir_profiles"
    packed = {file for pattern in patterns for file in room.glob(pattern)}
    assert {file for file in (room / "definitions").rglob("*") if file.is_file()} <= packed
