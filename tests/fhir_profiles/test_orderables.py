"""The hospital's own orderables: which concept of ours each stands for, and what a map must not say."""

import json
from pathlib import Path
from typing import Any

import pytest

from fhir_profiles.codes.systems import ORDER_CONCEPT
from fhir_profiles.orderables import CONCEPTS, MapMistakes, read_orderables
from plugin.knowledge import KNOWLEDGE

HOSPITAL = "https://hospital.example/orderables"
ONE_IN_FRONT = "one orderable stands in front of a suggestion, further kinds of it are `narrower`"


def concept_map(tmp_path: Path, *elements: dict[str, Any], system: str | None = HOSPITAL) -> Path:
    file = tmp_path / "orders.conceptmap.json"
    group = {"source": ORDER_CONCEPT, "target": system, "element": list(elements)}
    value = {"resourceType": "ConceptMap", "status": "active", "group": [group]}
    file.write_text(json.dumps(value, indent=1), encoding="utf-8")
    return file


def element(concept: str, code: str, **more: str) -> dict[str, Any]:
    return {"code": concept, "target": [{"code": code, "equivalence": "equivalent", **more}]}


def test_the_concepts_are_those_of_the_knowledge() -> None:
    assert {item.id for item in KNOWLEDGE.order_items} == CONCEPTS


def test_a_map_is_read_both_ways(tmp_path: Path) -> None:
    found = read_orderables(concept_map(tmp_path, element("OS-03-CRYO", "4711", display="Cryo spine")))
    assert found.codings["OS-03-CRYO"] == {"system": HOSPITAL, "code": "4711", "display": "Cryo spine"}
    assert found.concepts[HOSPITAL, "4711"] == "OS-03-CRYO"


def test_several_orderables_may_be_kinds_of_one_concept(tmp_path: Path) -> None:
    kinds = [element("OS-03-CRYO", code, equivalence="narrower") for code in ("4712", "4713")]
    found = read_orderables(concept_map(tmp_path, *kinds, element("OS-03-CRYO", "4711")))
    assert found.codings["OS-03-CRYO"]["code"] == "4711"
    assert {code for (_, code), concept in found.concepts.items() if concept == "OS-03-CRYO"} == {
        "4711",
        "4712",
        "4713",
    }


def test_a_kind_of_a_concept_alone_is_known_and_not_suggested(tmp_path: Path) -> None:
    found = read_orderables(concept_map(tmp_path, element("OS-07", "1", equivalence="narrower")))
    assert found.concepts[HOSPITAL, "1"] == "OS-07"
    assert "OS-07" in found.unmapped


@pytest.mark.parametrize("equivalence", ["wider", "subsumes", "relatedto", "inexact"])
def test_a_looser_orderable_may_be_suggested_and_names_no_technique(tmp_path: Path, equivalence: str) -> None:
    """One orderable "ablation of the spine" for every technique: ordered, it says nothing of which."""
    techniques = ("OS-03-CRYO", "OS-03-LASER")
    found = read_orderables(
        concept_map(tmp_path, *(element(each, "1", equivalence=equivalence) for each in techniques))
    )
    assert [found.codings[each]["code"] for each in techniques] == ["1", "1"]
    assert found.concepts == {}


def test_the_line_is_that_of_the_file_however_it_is_laid_out(tmp_path: Path) -> None:
    text = concept_map(tmp_path, element("OS-07", "1", display='a "{[,\\'), element("OS-99", "2")).read_text("utf-8")
    file = tmp_path / "other.json"
    file.write_text("\n\n" + json.dumps(json.loads(text)), encoding="utf-8")
    with pytest.raises(MapMistakes) as failure:
        read_orderables(file)
    assert failure.value.mistakes == ("line 3: OS-99 is no order concept of ours",)


def test_a_file_that_breaks_off_says_where(tmp_path: Path) -> None:
    file = tmp_path / "map.json"
    file.write_text('{\n"resourceType":\n"ConceptMap",', encoding="utf-8")
    with pytest.raises(MapMistakes, match="line 3: it is no readable JSON file"):
        read_orderables(file)


def test_a_concept_without_a_match_is_left_out(tmp_path: Path) -> None:
    unmatched = {"code": "OS-08", "target": [{"equivalence": "unmatched"}]}
    found = read_orderables(concept_map(tmp_path, unmatched, element("OS-07", "1")))
    assert set(found.codings) == {"OS-07"}


@pytest.mark.parametrize(
    ("elements", "said"),
    [
        ([], "line 1: it maps nothing from our order concepts"),
        ([element("OS-99", "1")], "line 10: OS-99 is no order concept of ours"),
        ([element("OS-07", "1"), element("OS-07", "2")], f"lines 13, 22: OS-07 is mapped 2 times; {ONE_IN_FRONT}"),
        ([element("OS-07", "1"), element("OS-08", "1")], "lines 13, 22: the orderable 1 stands for 2 concepts"),
        ([element("OS-07", "")], "line 13: OS-07 is mapped to no code of a named system"),
        ([element("OS-07", "1", equivalence="alike")], "line 13: alike is no equivalence of FHIR"),
        (
            [element("OS-07", "1"), element("OS-07", "1", equivalence="narrower")],
            "lines 13, 22: the orderable 1 stands for 2 concepts",
        ),
        (
            [element("OS-07", "1"), element("OS-07", "1", equivalence="wider")],
            "lines 13, 22: the orderable 1 is mapped twice to one concept",
        ),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, elements: list[dict[str, Any]], said: str) -> None:
    with pytest.raises(MapMistakes) as failure:
        read_orderables(concept_map(tmp_path, *elements))
    assert said in failure.value.mistakes


@pytest.mark.parametrize("text", ["", "[]", '{"resourceType": "ValueSet"}'])
def test_what_is_no_concept_map_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "map.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(MapMistakes):
        read_orderables(file)
