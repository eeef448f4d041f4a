"""The page of codes: which are ours, and which standard codes are read as what.

What may not live here: a code (`fhir_profiles.codes`, `plugin.knowledge`). No words of the codes'
owners stand on the page, for none are ours to give (H-24).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from types import ModuleType
from typing import Final

from fhir_profiles.codes import (
    Code,
    CodeSet,
    Group,
    Key,
    disorders,
    drugs,
    observations,
    procedures,
    sites,
    systems,
    tumours,
)
from fhir_profiles.codes.cards import CARD_TOPICS, OVERRIDE_REASONS
from fhir_profiles.codes.findings import FINDINGS, PANEL, Finding
from fhir_profiles.codes.observations import FINDING_QUERY_CODES, LAB_QUERY_CODES
from fhir_profiles.publishing.code_systems import finding_name, order_concepts
from plugin.explain import markdown as md
from plugin.grammar import Outcome
from plugin.knowledge import KNOWLEDGE

_WHAT = """Every code that a caller, a hospital or an analyst may meet. The same as FHIR, for loading into a
terminology server: `spinal-cds definitions`, or `/fhir/CodeSystem` and `/fhir/ValueSet` of a running service. Ids
only stand here; words of SNOMED CT, LOINC, CPT, ICD and RxNorm belong to their owners."""
_READ = """What is read of a record, by topic. A code that stands in none of these sets is not guessed at; words of
the same resource are read all the same. A set that only joins others is left out. `C34…` is every code that begins
so."""
_UNVERIFIED: Final = ("ALARM_ONLY_", "QUESTION_ONLY_")
_ALARM = """These could not be verified against their owners' publications. They may raise an emergency, a hold or a
question; they settle nothing and lift nothing, and they stand in no published ValueSet. ATC as a whole (`{atc}`) is
one of them: what it finds may raise a hold."""
_TOPICS: Final[Mapping[str, ModuleType]] = {
    "Tumours": tumours,
    "Other problems": disorders,
    "Observations, imaging and documents": observations,
    "Procedures": procedures,
    "Drugs": drugs,
    "Sites": sites,
}
_SHORT: Final = {
    systems.SNOMED: "SNOMED CT",
    systems.LOINC: "LOINC",
    systems.ICD10CM: "ICD-10-CM",
    systems.ICD10PCS: "ICD-10-PCS",
    systems.ICDO3: "ICD-O-3",
    systems.CPT: "CPT",
    systems.RXNORM: "RxNorm",
    systems.ATC: "ATC",
    systems.DICOM: "DICOM",
    systems.UCUM: "UCUM",
    systems.FINDING: "spinal-lesion-finding",
}


def page() -> str:
    """The whole page."""
    return "\n\n".join(("# Codes", _WHAT, *_ours(), *_standard())) + "\n"


def _ours() -> Iterator[str]:
    yield f"## Findings\n\nSystem `{systems.FINDING}`, values in `{systems.VALUE}`. As one panel (`{PANEL.code}`) or one by one."
    yield md.table(("code", "what", "fact", "value[x]", "values"), map(_finding, FINDINGS))
    yield f"## Order concepts\n\nSystem `{systems.ORDER_CONCEPT}`. How a hospital gives them codes of its \
own: [write a concept map](../how-to/write-a-concept-map.md)."
    yield md.table(("code", "what is ordered"), ((f"`{code}`", words) for code, words in order_concepts().items()))
    yield f"## Card topics\n\nSystem `{systems.CARD_TOPIC}`; `source.topic` of a card, and `kind` in its advice."
    yield md.table(("code", "card"), ((f"`{code}`", name) for code, name in CARD_TOPICS.items()))
    yield f"## Override reasons\n\nSystem `{systems.OVERRIDE_REASON}`."
    yield md.table(("code", "reason"), ((f"`{code}`", name) for code, name in OVERRIDE_REASONS.items()))
    yield "## Outcomes\n\n`outcome` in the advice of a card. What leads to each: [indication](../knowledge/indication.md)."
    yield md.table(("code", "class"), ((f"`{each.value}`", each.outcome_class.value) for each in Outcome))
    yield "## Facts\n\n`questions`, `optionalQuestions` and `evidence` in the advice of a card name facts."
    yield md.table(("fact", "title", "the question"), ((each.fact, each.title, each.asks) for each in KNOWLEDGE.facts))


def _finding(finding: Finding) -> tuple[str, str, str, str, str]:
    listed = finding.values or tuple(str(point) for point in finding.points)
    values = ", ".join(f"`{each}`" for each in listed)
    return f"`{finding.code}`", finding_name(finding), finding.fact, finding.kind.value, values


def _standard() -> Iterator[str]:
    yield "## Codes that are asked for\n\nIn the queries of `findings` and `labs` ([queries](queries.md))."
    asked = {"findings": FINDING_QUERY_CODES, "labs": LAB_QUERY_CODES}
    yield md.table(("key", "codes"), ((f"`{key}`", _by_system(of, ())) for key, of in asked.items()))
    yield f"## Standard codes that are read\n\n{_READ}"
    for title, topic in _TOPICS.items():
        yield f"### {title}"
        yield md.table(("read as", "codes"), _rows(topic))
    yield f"## Only an alarm\n\n{_ALARM.format(atc=systems.ATC)}"
    alarms = (one for topic in _TOPICS.values() for name, one in vars(topic).items() if name.startswith(_UNVERIFIED))
    yield md.table(("read as", "codes"), ((one.name, _by_system(one.codes, one.groups)) for one in alarms))


def _rows(topic: ModuleType) -> Iterator[tuple[str, str]]:
    """Each set and each meaning once, in the order of the file; a set that only joins others is left out."""
    seen: set[Code | Group] = set()
    for name, value in vars(topic).items():
        if name.startswith(("_", *_UNVERIFIED)):
            continue
        for words, codes, groups in _told(value):
            if not seen.issuperset((*codes, *groups)):
                seen.update(codes, groups)
                yield words, _by_system(codes, groups)


def _told(value: object) -> Iterator[tuple[str, tuple[Code, ...], tuple[Group, ...]]]:
    """What a declaration says: a set, several of them, single codes by what they stand for, or drugs."""
    match value:
        case CodeSet():
            yield value.name, value.codes, value.groups
        case tuple():
            for each in value:
                if isinstance(each, drugs.KnownDrug) and each.codes:
                    yield f"{each.name} ({each.drug_class.value})", each.codes, ()
        case Mapping() if value and isinstance(next(iter(value)), tuple):
            yield from _meanings(value)
        case Mapping():
            for each in value.values():
                yield from _told(each)
        case _:
            return


def _meanings(by_key: Mapping[Key, object]) -> Iterator[tuple[str, tuple[Code, ...], tuple[Group, ...]]]:
    found: dict[str, list[Code]] = {}
    for (system, code), meaning in by_key.items():
        found.setdefault(_words(meaning), []).append(Code(system, code))
    return ((words, tuple(codes), ()) for words, codes in found.items())


def _words(meaning: object) -> str:
    match meaning:
        case Enum():
            return str(meaning.value)
        case tuple():
            return ", ".join(map(str, meaning))
        case _:
            return str(meaning)


def _by_system(codes: Iterable[Code], groups: Iterable[Group]) -> str:
    found: dict[str, list[str]] = {}
    for code in codes:
        found.setdefault(code.system, []).append(code.code)
    for group in groups:
        found.setdefault(group.system, []).append(f"{group.start}…")
    return md.lines(f"{_SHORT[system]}: {', '.join(listed)}" for system, listed in found.items())
