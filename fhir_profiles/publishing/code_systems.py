"""Which codes are ours? Five code systems, from the lists that reading, drafting and cards use.

What may not live here: a code that is not declared elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from fhir_profiles.codes.cards import CARD_TOPICS, OVERRIDE_REASONS
from fhir_profiles.codes.findings import FINDINGS, PANEL, Finding
from fhir_profiles.drafting import concept_of
from fhir_profiles.publishing.heading import canonical, heading
from plugin.knowledge import KNOWLEDGE

_NAMES: Final = {item.code: item.name for item in KNOWLEDGE.items if item.code}
_ESCC: Final = "escc"


def code_systems() -> Iterator[dict[str, Any]]:
    """All five, each complete."""
    yield _system(
        "spinal-lesion-finding",
        "Findings of a spinal lesion",
        "Codes for findings of a lesion of the spine for which no standard code exists.",
        [
            _concept(PANEL.code, "assessment of a spinal lesion", "Panel: the findings of one lesion as components."),
            *(_concept(each.code, finding_name(each), f"Fact {each.fact}.") for each in FINDINGS),
        ],
    )
    yield _system(
        "spinal-lesion-value",
        "Values of findings of a spinal lesion",
        "Coded values of the findings in the code system spinal-lesion-finding.",
        [_concept(code, value_name(code), f"Value of: {', '.join(of)}.") for code, of in _values().items()],
    )
    yield _system(
        "order-concept",
        "Order concepts for percutaneous treatment of spinal tumours",
        "What an order set of ours orders. Drugs by class and local protocol, never dose or product. A hospital maps the "
        "concepts to its own orderables.",
        [_concept(code, words) for code, words in order_concepts().items()],
    )
    yield _system(
        "card-topic",
        "Topics of cards",
        "What kind of card it is.",
        [_concept(code, name) for code, name in CARD_TOPICS.items()],
    )
    yield _system(
        "override-reason",
        "Reasons for not following a card",
        "What a physician may answer when a card is not followed.",
        [_concept(code, name) for code, name in OVERRIDE_REASONS.items()],
    )


def order_concepts() -> Mapping[str, str]:
    """Every order concept with its words, in the order of its number; the two parts of OS-09 are one concept."""
    found: dict[str, list[str]] = {}
    for item in sorted(KNOWLEDGE.order_items, key=lambda each: each.id):
        found.setdefault(concept_of(item.id), []).append(item.title)
    return {code: "; ".join(titles) for code, titles in found.items()}


def finding_name(finding: Finding) -> str:
    """A finding in the words of the knowledge."""
    return _NAMES[finding.code]


def value_name(code: str) -> str:
    """A coded value in words; a grade of the epidural scale is its code."""
    grades = next(each for each in FINDINGS if each.code == _ESCC).values
    return f"ESCC grade {code}" if code in grades else code.replace("-", " ")


def _values() -> dict[str, list[str]]:
    """Each value with the findings that may have it."""
    found: dict[str, list[str]] = {}
    for finding in FINDINGS:
        for value in finding.values:
            found.setdefault(value, []).append(finding.code)
    return found


def _system(identifier: str, title: str, description: str, concepts: Iterable[dict[str, Any]]) -> dict[str, Any]:
    listed = list(concepts)
    return heading("CodeSystem", identifier, title, description) | {
        "caseSensitive": True,
        "valueSet": canonical("ValueSet", f"all-{identifier}"),
        "content": "complete",
        "count": len(listed),
        "concept": listed,
    }


def _concept(code: str, display: str, definition: str = "") -> dict[str, Any]:
    return {"code": code, "display": display} | ({"definition": definition} if definition else {})
