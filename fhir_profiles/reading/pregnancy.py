"""Is the patient pregnant, as far as the record says (F-33)? Problem list, pregnancy status, laboratory tests.

All of them are one kind of source, for it is one succession: a test after the Condition counts for more than the
Condition, and the other way round (SR-05). What may not live here: how long each of them counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from fhir_profiles.chart import Chart, Note
from fhir_profiles.codes import CodeSet
from fhir_profiles.codes.disorders import NOT_PREGNANT, PREGNANT
from fhir_profiles.codes.observations import PREGNANCY_STATUS
from fhir_profiles.reading.entries import Listing
from fhir_profiles.reading.standing import dated, fact, standing
from fhir_profiles.reading.wording import folded
from fhir_profiles.resources import Json, codings, member, members, name_of, texts, word
from plugin.answer import Fact, Kind, Recorded, Standing

_NEGATIVE: Final = re.compile(
    r"\bneg(?:ati[vf]\w*)?\b|\bnot detected\b|\bnon detecte\w*|\bnicht nach(?:gewiesen|weisbar)\b|\babsent\b"
)
_POSITIVE: Final = re.compile(r"\bpos(?:itiv\w*|itif)?\b|\bdetected\b|\bdetecte\w*|\bnachgewiesen\b")
_INTERPRETED: Final = {"NEG": False, "ND": False, "POS": True, "DET": True}  # HL7's own codes, of FHIR R4
_STATED_NOT: Final = re.compile(r"^(?:not pregnant|nicht schwanger|non enceinte|pas enceinte)\b")
_STATED: Final = re.compile(r"^(?:pregnant|schwanger|enceinte)\b(?!.*\?)")


def read_pregnancy(
    chart: Chart, conditions: Listing, tests: Iterable[Json], as_of: datetime
) -> tuple[Recorded[bool], Recorded[bool], tuple[Note, ...]]:
    """Pregnancy or its exclusion; negative laboratory tests by themselves; and what could not be read."""
    results, lost = _results(tests, as_of)
    facts = (*_conditions(conditions), *_statuses(chart, as_of), *results)
    unread = chart.unread("pregnancy") or _may_be_newest(lost, results)
    negative = tuple(replace(each, value=True) for each in results if not each.value)
    problem = "pregnancy test: neither negative nor positive, not read"
    notes = tuple(Note(key="labs", resource=name_of(each), problem=problem) for each in lost)
    return Recorded(facts=facts, unread=unread), Recorded(facts=negative, unread=unread), notes


def _conditions(conditions: Listing) -> Iterator[Fact[bool]]:
    return (fact(each.resource, True, Kind.RECORD, each.counts) for each in conditions.coded(PREGNANT))


def _statuses(chart: Chart, as_of: datetime) -> Iterator[Fact[bool]]:
    """Pregnancy status; "possible" and "unknown" say nothing."""
    for resource in chart.of("findings"):
        if not _has(member(resource, "code"), PREGNANCY_STATUS):
            continue
        pregnant, counts = _stated(member(resource, "valueCodeableConcept")), standing(resource, as_of)
        if pregnant is not None and counts is not None:
            yield fact(resource, pregnant, Kind.RECORD, counts)


def _stated(concept: Json | None) -> bool | None:
    if _has(concept, PREGNANT) or _has(concept, NOT_PREGNANT):
        return _has(concept, PREGNANT)
    words = [folded(text) for text in texts(concept)]
    if any(_STATED_NOT.search(each) for each in words):
        return False
    return True if any(_STATED.search(each) for each in words) else None


def _results(tests: Iterable[Json], as_of: datetime) -> tuple[tuple[Fact[bool], ...], tuple[Json, ...]]:
    """The laboratory tests that could be read, and those that could not."""
    found: list[Fact[bool]] = []
    lost: list[Json] = []
    for resource in tests:
        counts = standing(resource, as_of)
        if counts is None or "dataAbsentReason" in resource:
            continue
        result = _result(resource)
        if result is None:
            lost.append(resource)
        else:
            found.append(fact(resource, result, Kind.RECORD, counts))
    return tuple(found), tuple(lost)


def _result(resource: Json) -> bool | None:
    """Positive, negative, or neither; words and interpretation that contradict each other say neither."""
    words = (*texts(member(resource, "valueCodeableConcept")), word(resource, "valueString") or "")
    said = {_in_words(folded(text)) for text in words}
    said |= {_INTERPRETED.get(c.code) for each in members(resource, "interpretation") for c in codings(each)}
    said.discard(None)
    return said.pop() if len(said) == 1 else None


def _in_words(text: str) -> bool | None:
    if _NEGATIVE.search(text):
        return False
    return True if _POSITIVE.search(text) else None


def _may_be_newest(lost: tuple[Json, ...], tests: tuple[Fact[bool], ...]) -> bool:
    """A result that could not be read leaves the older ones unsettled (C.7)."""
    newest = max((each.on for each in tests if each.on is not None and each.standing is Standing.FIRM), default=None)
    return any(on is None or newest is None or on >= newest for on in map(dated, lost))


def _has(concept: object, wanted: CodeSet) -> bool:
    return any(coding.key in wanted for coding in codings(concept))
