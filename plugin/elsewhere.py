"""What do the lesions of one patient tell each other? A compression of cord or cauda, and the deficits that make it an emergency.

Gate 2 looks anywhere in this patient's spine, and each lesion is advised from its own evidence: so each is told before. What may
not live here: what follows from it (`criteria`, `gates`), and which entry belongs to which lesion (the interpreter's room).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from plugin.answer import Answer, Fact, Reading, Recorded, Standing, Status
from plugin.evidence import CordSign, Deficit, Evidence
from plugin.grammar import Case, LocalPractice
from plugin.knowledge import criteria as ask
from plugin.knowledge import facts


def told_of_each_other(evidences: tuple[Evidence, ...], practice: LocalPractice) -> tuple[Evidence, ...]:
    """The same lesions; each knows of the compressions elsewhere, and a compressed one of the deficits elsewhere."""
    if not any(_compressions(each) for each in evidences):
        return evidences
    lesions = tuple(_Lesion.of(each, practice) for each in evidences)
    unexamined = not _is_documented(lesions)
    return tuple(_told(each, [other for other in lesions if other is not each], unexamined) for each in lesions)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lesion:
    """One lesion with what counts of its own compressions and deficits."""

    evidence: Evidence
    compressed: bool
    deficit: Reading[Deficit]
    any_deficit: bool

    @staticmethod
    def of(evidence: Evidence, practice: LocalPractice) -> _Lesion:
        case = Case(evidence=evidence, practice=practice)
        return _Lesion(
            evidence=evidence,
            compressed=ask.CORD_COMPRESSION.ask(case) is Answer.YES,
            deficit=case.reading(facts.DEFICIT_RECORDED),
            any_deficit=ask.ANY_DEFICIT.ask(case) is Answer.YES,
        )


def _is_documented(lesions: Sequence[_Lesion]) -> bool:
    """Is it documented whether there is a deficit? The examination is one of the patient, at whichever level it stands (C.7).

    A level whose sources contradict each other or leave it open documents nothing, whatever another level says.
    """
    if any(each.any_deficit for each in lesions):
        return True
    known = any(each.deficit.status is Status.KNOWN for each in lesions)
    return known and not any(_is_left_open(each.deficit) for each in lesions)


def _is_left_open(reading: Reading[Deficit]) -> bool:
    if reading.status is Status.UNKNOWN:
        return any(fact.standing is not Standing.FIRM for fact in reading.aside)
    return reading.status is Status.CONFLICT


def _told(lesion: _Lesion, others: Sequence[_Lesion], unexamined: bool) -> Evidence:  # noqa: FBT001 - the patient's
    evidence, symptoms = lesion.evidence, lesion.evidence.symptoms
    signs = tuple(_signs_of(others, evidence, unexamined=unexamined))
    deficits = tuple(_deficits_of(others, symptoms.deficit)) if _compressions(evidence) else ()
    if not signs and not deficits:
        return evidence
    levels = (each.evidence.place for each in others if unexamined and each.compressed)
    return replace(
        evidence,
        unexamined_levels=tuple(dict.fromkeys(place.level for place in levels if place is not None)),
        symptoms=replace(
            symptoms,
            cord_sign=replace(symptoms.cord_sign, facts=(*symptoms.cord_sign.facts, *signs)),
            deficit_elsewhere=replace(symptoms.deficit_elsewhere, facts=(*symptoms.deficit_elsewhere.facts, *deficits)),
        ),
    )


def _compressions(evidence: Evidence) -> tuple[Fact[CordSign], ...]:
    return tuple(fact for fact in evidence.symptoms.cord_sign.facts if fact.value is CordSign.COMPRESSION)


def _signs_of(others: Iterable[_Lesion], evidence: Evidence, *, unexamined: bool) -> Iterator[Fact[CordSign]]:
    """The compressions elsewhere, but for those that this lesion has itself."""
    own = {(fact.seen_in, fact.text) for fact in _compressions(evidence)}
    value = CordSign.UNEXAMINED_ELSEWHERE if unexamined else CordSign.COMPRESSION_ELSEWHERE
    for other in others:
        for fact in _compressions(other.evidence):
            if (fact.seen_in, fact.text) not in own:
                yield replace(fact, value=value)


def _deficits_of(others: Iterable[_Lesion], own: Recorded[Deficit]) -> Iterator[Fact[Deficit]]:
    """The deficits that count elsewhere, but for those that this lesion has itself."""
    for other in others:
        reading = other.deficit
        if not other.any_deficit:
            continue
        raised = (
            fact for fact in reading.aside if fact.standing is Standing.TENTATIVE and fact.value in reading.alarms
        )
        for fact in (*reading.facts, *raised):
            if fact.value is not Deficit.NONE and fact not in own.facts:
                yield fact
