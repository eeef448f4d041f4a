"""What is this lesion, and where does it come from? F-07, F-08 and the histology, from Conditions and findings.

What may not live here: what one Condition says (`conditions`, `natures`), which Conditions belong to the lesion
(`attribution`), and what a contradiction means (CR-07 is the ward's).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Final, TypeVar

from fhir_profiles.chart import Chart
from fhir_profiles.codes.observations import HISTOLOGY
from fhir_profiles.codes.systems import ICDO3, MCODE_RELATED_PRIMARY, SNOMED
from fhir_profiles.reading.attribution import Record
from fhir_profiles.reading.facts import fact_of
from fhir_profiles.reading.findings import RawFinding
from fhir_profiles.reading.lesions import NO_LESION, LesionScope
from fhir_profiles.reading.natures import BENIGN, MALIGNANT, primary_of
from fhir_profiles.reading.problems import Problem, Weight
from fhir_profiles.reading.reports import is_unsure, taken_from
from fhir_profiles.reading.tumour_words import PRIMARIES
from fhir_profiles.reading.wording import Said, folded, said
from fhir_profiles.resources import contained, extensions, member, reference, tail
from plugin.answer import Fact, Kind, Recorded, Standing
from plugin.evidence import Disease, Nature, Primary

V = TypeVar("V", bound=Hashable)

_HISTOLOGY: Final = HISTOLOGY.codes[0].code
_PRIMARY_WORDS: Final = dict(PRIMARIES)
_DUE_TO: Final = "http://hl7.org/fhir/StructureDefinition/condition-dueTo"


def read_disease(chart: Chart, record: Record, lesion: LesionScope, problems: Sequence[Problem]) -> Disease:
    """Nature, primary and histology; `problems` are the lesion's own Conditions as they were read."""
    natures = tuple(_natures(lesion, problems))
    unread = chart.unread("primary")
    histology = lesion.of(_HISTOLOGY)
    read = ((f, _proven(f, lesion)) for f in histology)
    return Disease(
        nature=Recorded(facts=natures, unread=chart.unread("nature") or "nature" in lesion.unusable),
        primary=Recorded(facts=tuple(_primaries(chart, record, lesion, problems, natures)), unread=unread),
        histology=Recorded(facts=tuple(fact_of(f, f.text or str(f.value)) for f in histology), unread=unread),
        histology_primary=Recorded(
            facts=tuple(fact_of(finding, primary) for finding, primary in read if primary is not None),
            unread=unread or _HISTOLOGY in lesion.unusable,
        ),
    )


def _proven(finding: RawFinding, lesion: LesionScope) -> Primary | None:
    """The primary that a histology names: by its code, or as the report on the specimen was read. Its words may take it back."""
    if finding.kind is Kind.REPORT:
        return Primary(str(finding.value))
    named = primary_of(((ICDO3, str(finding.value)), (SNOMED, str(finding.value))), folded(finding.text))
    return None if named is None or _is_taken_back(finding, named, lesion) else named


def _is_taken_back(finding: RawFinding, primary: Primary, lesion: LesionScope) -> bool:
    """Do the words deny or doubt it, tell of the past or another place? Read as those of a problem list and of a report."""
    there = taken_from(finding.text)
    if there.outside or (there.places and not any(lesion.holds(each) for each in there.places)):
        return True
    said_so = said((finding.text,), _PRIMARY_WORDS[primary])
    return said_so not in (None, Said.STATED) or is_unsure(finding.text, str(primary))


def _fact(problem: Problem, value: V) -> Fact[V]:
    return Fact(value=value, seen_in=problem.seen_in, on=problem.on, kind=Kind.CONDITION, standing=problem.standing)


# --- nature -----------------------------------------------------------------------------------------------------------


def _natures(lesion: LesionScope, problems: Sequence[Problem]) -> Iterator[Fact[Nature]]:
    """Every nature that is recorded, but what only another fact of the same lesion makes misleading."""
    found = [fact_of(finding, Nature(str(finding.value))) for finding in lesion.of("nature")]
    worn_only = not any(each.weight > Weight.FAINT for each in problems) and not any(
        _documents(f) for f in lesion.findings
    )
    counted = [each for each in problems if each.weight is not Weight.FAINT or worn_only]
    found += [_fact(each, nature) for each in counted for nature in each.natures]
    known = {fact.value for fact in found if fact.standing is not Standing.DOUBTED}
    for fact in found:
        if not _is_idle(fact, known):
            yield fact
    if not known & MALIGNANT:
        # Malignant, primary or secondary not said: settles nothing, but contradicts what is benign (CR-07).
        benign = bool(known & BENIGN)
        for each in problems:
            if each.malignant:
                standing = each.standing if benign else Standing.TENTATIVE
                yield Fact(
                    value=Nature.PRIMARY_MALIGNANT,
                    seen_in=each.seen_in,
                    on=each.on,
                    kind=Kind.CONDITION,
                    standing=standing,
                )


def _documents(finding: RawFinding) -> bool:
    """Does the finding document a lesion, beside which a worn vertebra says nothing of its nature?"""
    return finding.place is not None and not finding.code[0].isdigit() and finding.code not in NO_LESION


_TUMOURS: Final = MALIGNANT | (BENIGN - {Nature.BENIGN_NOT_INDICATED})


def _is_idle(fact: Fact[Nature], known: set[Nature]) -> bool:
    """Tumour and infection at one level are no contradiction (gate 5), nor are "benign" and a benign tumour's name."""
    if fact.kind is not Kind.CONDITION:
        return False
    if fact.value is Nature.INFECTION:
        return bool(known & _TUMOURS)
    if fact.value is Nature.BENIGN_UNSPECIFIED:
        return bool(known & (BENIGN - {Nature.BENIGN_UNSPECIFIED})) and not known & MALIGNANT
    return False


# --- primary ----------------------------------------------------------------------------------------------------------


def _primaries(
    chart: Chart,
    record: Record,
    lesion: LesionScope,
    problems: Sequence[Problem],
    natures: Sequence[Fact[Nature]],
) -> Iterator[Fact[Primary]]:
    """The primary that the metastasis itself names wins; else every primary tumour of the patient, for a metastasis."""
    if natures and all(fact.value is not Nature.METASTASIS for fact in natures):
        return
    conditions = _by_address(record.problems)
    named = [fact for each in problems if Nature.METASTASIS in each.natures for fact in _named(chart, conditions, each)]
    if named:
        yield from named
        return
    for each in record.problems:
        if each.primary is not None:
            yield _fact(each, each.primary)
    for finding in lesion.of("primary"):
        yield fact_of(finding, Primary(str(finding.value)))


def _by_address(problems: Sequence[Problem]) -> Mapping[str, Sequence[Problem]]:
    """The Conditions under the address at which another one may name them."""
    found: dict[str, list[Problem]] = {}
    for each in problems:
        found.setdefault(f"Condition/{each.resource.get('id')}", []).append(each)
    return found


def _named(chart: Chart, conditions: Mapping[str, Sequence[Problem]], problem: Problem) -> list[Fact[Primary]]:
    linked = [_fact(each, each.primary) for each in _linked(chart, conditions, problem) if each.primary]
    if linked:
        return linked
    return [_fact(problem, problem.names_primary)] if problem.names_primary else []


def _linked(chart: Chart, conditions: Mapping[str, Sequence[Problem]], problem: Problem) -> Iterator[Problem]:
    """The Conditions that the metastasis names as its primary."""
    for url in (MCODE_RELATED_PRIMARY, _DUE_TO):
        for extension in extensions(problem.resource, url):
            address = reference(member(extension, "valueReference")) or ""
            target = contained(problem.resource, address) or chart.included(address)
            wanted = f"Condition/{target.get('id')}" if target else tail(address)
            yield from conditions.get(wanted or "", ())
