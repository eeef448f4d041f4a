"""Which sets of codes are published? Those that our profiles bind to, and those that a chart is read with.

Only verified codes: the sets named ALARM_ONLY_… and QUESTION_ONLY_… and unverified systems stay out. No words of the codes'
owners either, for none are ours to give (H-24). What may not live here: codes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from fhir_profiles.codes import (
    FINDING,
    ORDER_CONCEPT,
    UCUM,
    VALUE,
    CodeSet,
    disorders,
    observations,
    procedures,
    sites,
    tumours,
)
from fhir_profiles.codes.findings import FINDINGS, PANEL
from fhir_profiles.codes.systems import OURS
from fhir_profiles.drafting import concept_of
from fhir_profiles.publishing.heading import canonical, heading
from plugin.grammar import ResourceKind
from plugin.knowledge import KNOWLEDGE

SINGLE_FINDINGS: Final = "single-finding"
SINS_COMPONENTS: Final = "sins-component"
LENGTH_UNITS: Final = "length-unit"
ORDERED_BY: Final[Mapping[ResourceKind, str]] = {
    ResourceKind.SERVICE: "service-concept",
    ResourceKind.MEDICATION: "medication-concept",
}
LENGTHS: Final = ("mm", "cm")
SINS_CODES: Final = tuple(each.code for each in FINDINGS if each.code.startswith("sins-"))
_TOPICS: Final = (tumours, disorders, sites, observations, procedures)
_UNVERIFIED: Final = ("ALARM_ONLY_", "QUESTION_ONLY_")


def values_of(finding: str) -> str:
    """The id of the set of a coded finding's values."""
    return f"value-of-{finding}"


def value_sets() -> Iterator[dict[str, Any]]:
    """All of them: for binding, then for reading."""
    yield from _for_binding()
    for topic in _TOPICS:
        for name, value in sorted(vars(topic).items()):
            if not name.startswith(_UNVERIFIED):
                yield from _read_with(name, value)
    yield _levels()


def _for_binding() -> Iterator[dict[str, Any]]:
    for system in sorted(OURS):
        identifier = system.rpartition("/")[2]
        include = [{"system": system}]
        yield _set(f"all-{identifier}", f"All of {identifier}", f"Every code of {identifier}.", include)
    for finding in FINDINGS:
        if finding.values:
            what = f"The values that the finding {finding.code} may have."
            yield _set(values_of(finding.code), f"Values of {finding.code}", what, _listed(VALUE, finding.values))
    single = [each.code for each in FINDINGS]
    yield _set(
        SINGLE_FINDINGS, "Findings, one by one", f"Every finding but the panel {PANEL.code}.", _listed(FINDING, single)
    )
    yield _set(SINS_COMPONENTS, "Components of SINS", "The six components of SINS.", _listed(FINDING, SINS_CODES))
    yield _set(LENGTH_UNITS, "Units of a length", "Millimetres or centimetres.", _listed(UCUM, LENGTHS))
    for kind, identifier in ORDERED_BY.items():
        concepts = dict.fromkeys(concept_of(item.id) for item in KNOWLEDGE.order_items if item.resource is kind)
        what = f"Order concepts that are drafted as a {kind.value}."
        yield _set(identifier, f"Order concepts, {kind.value}", what, _listed(ORDER_CONCEPT, sorted(concepts)))


def _read_with(name: str, value: object) -> Iterator[dict[str, Any]]:
    """A set, or each of several by what it stands for (a primary, an implanted device)."""
    if isinstance(value, CodeSet):
        yield _read_as(name, value)
    elif isinstance(value, Mapping):
        for of, one in value.items():
            if isinstance(one, CodeSet):
                yield _read_as(f"{name}-{of.value}", one)


def _read_as(name: str, codes: CodeSet) -> dict[str, Any]:
    by_system: dict[str, list[str]] = {}
    for code in codes.codes:
        by_system.setdefault(code.system, []).append(code.code)
    include = [each for system, listed in by_system.items() for each in _listed(system, listed)]
    for group in codes.groups:
        start = group.start.replace(".", "\\.")
        include.append({"system": group.system, "filter": [{"property": "code", "op": "regex", "value": f"{start}.*"}]})
    identifier = name.lower().replace("_", "-")
    what = f"What is read from a record as: {codes.name}."
    return _set(identifier, codes.name[:1].upper() + codes.name[1:], what, include)


def _levels() -> dict[str, Any]:
    codes = [code for _, code in sites.LEVELS_BY_CODE]
    what = (
        "Vertebrae, vertebral bodies, sacrum and coccyx: the codes by which the level of a lesion is read and written."
    )
    system = next(iter(sites.LEVELS_BY_CODE))[0]
    return _set("spinal-level", "Levels of the spine", what, _listed(system, codes))


def _listed(system: str, codes: Iterable[str]) -> list[dict[str, Any]]:
    return [{"system": system, "concept": [{"code": code} for code in codes]}]


def _set(identifier: str, title: str, description: str, include: list[dict[str, Any]]) -> dict[str, Any]:
    return heading("ValueSet", identifier, title, description) | {"immutable": False, "compose": {"include": include}}


def value_set(identifier: str) -> str:
    """The address of one of our sets, for a binding."""
    return canonical("ValueSet", identifier)
