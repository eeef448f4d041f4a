"""The hospital's own orderables: which concept of ours each stands for, and what a map must not say."""

import json
from pathlib import Path
from typing import Any

import pytest

from fhir_profiles.codes.systems import ORDER_CONCEPT
from fhir_profiles.orderables import CONCEPTS, MapMistakes, read_orderables
from plugin.knowledge import KNOWLEDGE

HOSPITAL = "https://hospital.example/orderables"


def concept_map(tmp_path: Path, *elements: dict[str, Any], system: str | None = HOSPITAL) -> Path:
    file = tmp_path / "orders.conceptmap.json"
    group = {"source": ORDER_CONCEPT, "target": system, "element": list(elements)}
    file.write_text(json.dumps({"resourceType": "ConceptMap", "status": "active", "group": [group]}), encoding="utf-8")
    return file


def element(concept: str, code: str, **more: str) -> dict[str, Any]:
    return {"code": concept, "target": [{"code": code, "equivalence": "equivalent", **more}]}


def test_the_concepts_are_those_of_the_knowledge() -> None:
    assert {item.id for item in KNOWLEDGE.order_items} == CONCEPTS


def test_a_map_is_read_both_ways(tmp_path: Path) -> None:
    found = read_orderables(concept_map(tmp_path, element("OS-03-CRYO", "4711", display="Cryo spine")))
    assert found.codings["OS-03-CRYO"] == {"system": HOSPITAL, "code": "4711", "display": "Cryo spine"}
    assert found.concepts[HOSPITAL, "4711"] == "OS-03-CRYO"


def test_a_concept_without_a_match_is_left_out(tmp_path: Path) -> None:
    unmatched = {"code": "OS-08", "target": [{"equivalence": "unmatched"}]}
    found = read_orderables(concept_map(tmp_path, unmatched, element("OS-07", "1")))
    assert set(found.codings) == {"OS-07"}


@pytest.mark.parametrize(
    ("elements", "said"),
    [
        ([], "it maps nothing from our order concepts"),
        ([element("OS-99", "1")], "OS-99 is no order concept of ours"),
        ([element("OS-07", "1"), element("OS-07", "2")], "OS-07 is mapped 2 times"),
        ([element("OS-07", "1"), element("OS-08", "1")], "the orderable 1 stands for 2 concepts"),
        ([element("OS-07", "")], "OS-07 is mapped to no code of a named system"),
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
