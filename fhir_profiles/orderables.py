"""Which of a hospital's own orderables stands for which order concept of ours? Read from the site's FHIR ConceptMap.

The map goes from our order concepts to the hospital's codes: it puts the hospital's orderable in front of a suggestion, and tells
that a selected order is one of ours. What may not live here: which orders are ours without a map (`reading.orders`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import orjson

from fhir_profiles.codes.systems import ORDER_CONCEPT

CONCEPTS: Final = frozenset(
    {
        *(f"OS-{number:02d}" for number in (1, 2, *range(4, 18))),
        *(f"OS-03-{technique}" for technique in ("LASER", "RFA_BIPOLAR", "RFA_MONO", "CRYO", "CHEM")),
    }
)
"""Our order concepts (contract 6)."""
_NO_MATCH: Final = frozenset({"unmatched", "disjoint"})


class MapMistakes(ValueError):
    """The map cannot be used; `mistakes` says why, one sentence each."""

    def __init__(self, mistakes: tuple[str, ...]) -> None:
        super().__init__("; ".join(mistakes))
        self.mistakes = mistakes


@dataclass(frozen=True, slots=True, kw_only=True)
class Orderables:
    """`codings`: the hospital's coding for a concept of ours; `concepts`: the concept that a hospital's code stands for."""

    codings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    concepts: Mapping[tuple[str, str], str] = field(default_factory=dict)


def read_orderables(path: Path) -> Orderables:
    """The site's map. Raises MapMistakes with every mistake at once: no ConceptMap, unknown concepts, doubles."""
    try:
        value = orjson.loads(path.read_bytes())
    except (OSError, orjson.JSONDecodeError):
        raise MapMistakes(("it is no readable JSON file",)) from None
    if not isinstance(value, dict) or value.get("resourceType") != "ConceptMap":
        raise MapMistakes(("it is no FHIR ConceptMap",))
    rows = list(_rows(value))
    mistakes = tuple(_mistakes(rows))
    if mistakes:
        raise MapMistakes(mistakes)
    return Orderables(
        codings={concept: _coding(system, target) for concept, system, target in rows},
        concepts={(system, str(target["code"])): concept for concept, system, target in rows},
    )


def _rows(value: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Concept, target system and target of every element that has a match."""
    for group in _dicts(value.get("group")):
        if group.get("source") not in (None, ORDER_CONCEPT):
            continue
        for element in _dicts(group.get("element")):
            for target in _dicts(element.get("target")):
                if target.get("equivalence") not in _NO_MATCH:
                    yield str(element.get("code")), str(group.get("target") or ""), target


def _mistakes(rows: list[tuple[str, str, Mapping[str, Any]]]) -> Iterator[str]:
    if not rows:
        yield "it maps nothing from our order concepts"
    for concept in sorted({concept for concept, _, _ in rows} - CONCEPTS):
        yield f"{concept} is no order concept of ours"
    for concept, times in Counter(concept for concept, _, _ in rows).items():
        if times > 1:
            yield f"{concept} is mapped {times} times"
    for concept, system, target in rows:
        if not system or not target.get("code"):
            yield f"{concept} is mapped to no code of a named system"
    codes = Counter((system, target.get("code")) for _, system, target in rows)
    for (_, code), times in codes.items():
        if code and times > 1:
            yield f"the orderable {code} stands for {times} concepts"


def _coding(system: str, target: Mapping[str, Any]) -> dict[str, Any]:
    coding = {"system": system, "code": str(target["code"])}
    return coding | {"display": str(target["display"])} if target.get("display") else coding


def _dicts(value: object) -> list[Mapping[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
