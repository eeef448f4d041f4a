"""Which of a hospital's own orderables stands for which order concept of ours? Read from the site's FHIR ConceptMap.

The map goes from our order concepts to the hospital's codes. One code of a concept may stand in front of a suggestion; those
that are the same as the concept, or a kind of it, also tell that an order is one of ours. What may not live here: which
orders are ours without a map (`reading.orders`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NamedTuple

import orjson

from fhir_profiles.codes.systems import ORDER_CONCEPT
from fhir_profiles.orderables.file_lines import Path as Where
from fhir_profiles.orderables.file_lines import lines_of

CONCEPTS: Final = frozenset(
    {
        *(f"OS-{number:02d}" for number in (1, 2, *range(4, 18))),
        *(f"OS-03-{technique}" for technique in ("LASER", "RFA_BIPOLAR", "RFA_MONO", "CRYO", "CHEM")),
    }
)
"""Our order concepts (contract 6)."""
_NO_MATCH: Final = frozenset({"unmatched", "disjoint"})
_THE_SAME: Final = frozenset({"equal", "equivalent"})
_KIND_OF_IT: Final = frozenset({"narrower", "specializes"})
_LOOSE: Final = frozenset({"relatedto", "wider", "subsumes", "inexact"})
"""May be ordered for our concept, but an order of it is not told to be one: "ablation" says nothing of cryoablation."""
_EQUIVALENCES: Final = _NO_MATCH | _THE_SAME | _KIND_OF_IT | _LOOSE

Code = tuple[str, str]
"""System and code of a hospital's orderable."""


class MapMistakes(ValueError):
    """The map cannot be used; `mistakes` says why, one sentence each, with the line of the file."""

    def __init__(self, mistakes: tuple[str, ...]) -> None:
        super().__init__("; ".join(mistakes))
        self.mistakes = mistakes


@dataclass(frozen=True, slots=True, kw_only=True)
class Orderables:
    """`codings`: the hospital's coding that stands in front of a concept of ours, at most one for each concept.

    `concepts`: the concept that a hospital's code stands for; several codes may stand for one concept.
    """

    codings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    concepts: Mapping[Code, str] = field(default_factory=dict)

    @property
    def unmapped(self) -> tuple[str, ...]:
        """The concepts that keep our code and text alone."""
        return tuple(sorted(CONCEPTS - self.codings.keys()))


class _Row(NamedTuple):
    """One match: the line on which its target begins, and that of our concept."""

    concept: str
    system: str
    target: Mapping[str, Any]
    line: int
    concept_line: int

    @property
    def code(self) -> Code:
        return self.system, str(self.target.get("code") or "")

    @property
    def equivalence(self) -> str:
        return str(self.target.get("equivalence") or "equivalent")

    @property
    def is_suggested(self) -> bool:
        return self.equivalence in _THE_SAME | _LOOSE

    @property
    def is_recognised(self) -> bool:
        return self.equivalence in _THE_SAME | _KIND_OF_IT


def read_orderables(path: Path) -> Orderables:
    """The site's map. Raises MapMistakes with every mistake at once: no ConceptMap, unknown concepts, doubles."""
    try:
        content = path.read_bytes()
        value = orjson.loads(content)
    except (OSError, orjson.JSONDecodeError) as failure:
        line = f"line {failure.lineno}: " if isinstance(failure, orjson.JSONDecodeError) else ""
        raise MapMistakes((f"{line}it is no readable JSON file",)) from None
    if not isinstance(value, dict) or value.get("resourceType") != "ConceptMap":
        raise MapMistakes(("line 1: it is no FHIR ConceptMap",))
    rows = list(_rows(value, lines_of(content.decode())))
    mistakes = tuple(_mistakes(rows))
    if mistakes:
        raise MapMistakes(mistakes)
    return Orderables(
        codings={row.concept: _coding(row) for row in rows if row.is_suggested},
        concepts={row.code: row.concept for row in rows if row.is_recognised},
    )


def _rows(value: Mapping[str, Any], lines: Mapping[Where, int]) -> Iterator[_Row]:
    """Every element that has a match, in the order of the file."""
    for group, at_group in _dicts(value, "group", ()):
        if group.get("source") not in (None, ORDER_CONCEPT):
            continue
        for element, at_element in _dicts(group, "element", at_group):
            for target, at_target in _dicts(element, "target", at_element):
                row = _Row(
                    concept=str(element.get("code")),
                    system=str(group.get("target") or ""),
                    target=target,
                    line=lines.get((*at_target, "code"), lines[at_target]),
                    concept_line=lines.get((*at_element, "code"), lines[at_element]),
                )
                if row.equivalence not in _NO_MATCH:
                    yield row


def _mistakes(rows: list[_Row]) -> Iterator[str]:
    if not rows:
        yield "line 1: it maps nothing from our order concepts"
    seen: set[int] = set()
    for row in rows:
        if row.concept not in CONCEPTS and row.concept_line not in seen:
            seen.add(row.concept_line)
            yield f"line {row.concept_line}: {row.concept} is no order concept of ours"
        if not all(row.code):
            yield f"line {row.line}: {row.concept} is mapped to no code of a named system"
        if row.equivalence not in _EQUIVALENCES:
            yield f"line {row.line}: {row.equivalence} is no equivalence of FHIR"
    yield from _doubles(rows)


def _doubles(rows: list[_Row]) -> Iterator[str]:
    """One code in front of a concept, one concept for a code, and no match told twice."""
    for concept, found in _by((row.concept, row) for row in rows if row.is_suggested).items():
        if len(found) > 1:
            yield (
                f"lines {_lines(found)}: {concept} is mapped {len(found)} times; one orderable stands in front of a "
                "suggestion, further kinds of it are `narrower`"
            )
    for (_, code), found in _by((row.code, row) for row in rows if all(row.code)).items():
        told = [row for row in found if row.is_recognised]
        if len(told) > 1:
            yield f"lines {_lines(told)}: the orderable {code} stands for {len(told)} concepts"
        elif len({row.concept for row in found}) < len(found):
            yield f"lines {_lines(found)}: the orderable {code} is mapped twice to one concept"


def _by(pairs: Iterable[tuple[Any, _Row]]) -> Mapping[Any, list[_Row]]:
    found: defaultdict[Any, list[_Row]] = defaultdict(list)
    for key, row in pairs:
        found[key].append(row)
    return found


def _lines(rows: Iterable[_Row]) -> str:
    return ", ".join(str(row.line) for row in rows)


def _coding(row: _Row) -> dict[str, Any]:
    system, code = row.code
    coding = {"system": system, "code": code}
    return coding | {"display": str(row.target["display"])} if row.target.get("display") else coding


def _dicts(around: Mapping[str, Any], name: str, where: Where) -> Iterator[tuple[Mapping[str, Any], Where]]:
    """The objects of a list, each with its place in the file."""
    value = around.get(name)
    for number, each in enumerate(value if isinstance(value, list) else []):
        if isinstance(each, dict):
            yield each, (*where, name, number)
