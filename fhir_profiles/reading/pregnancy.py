"""Is the patient pregnant, as far as the record says (F-33)? Problem list, pregnancy status, laboratory tests.

All of them are one kind of source, for it is one succession: a test after the Condition counts for more than the
Condition, and the other way round (SR-05). What may not live here: how long each of them counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from fhir_profiles.chart import Chart, Note
from fhir_profiles.codes import CodeSet
from fhir_profiles.codes.disorders import NOT_PREGNANT, PREGNANT
from fhir_profiles.codes.observations import PREGNANCY_STATUS
from fhir_profiles.reading.entries import Listing
from fhir_profiles.reading.standing import dated, dated_as_written, fact, standing
from fhir_profiles.reading.wording import folded
from fhir_profiles.resources import Json, codings, member, members, name_of, texts, word
from plugin.answer import Fact, Kind, Recorded, Standing

_NEGATIVE: Final = re.compile(
    r"\bneg(?:ati[vf]\w*)?\b|\bnot detected\b|\bnon detecte\w*|\bnicht nach(?:gewiesen|weisbar)\b|\babsent\b"
)
_POSITIVE: Final = re.compile(r"\bpos(?:itiv\w*|itif)?\b|\bdetected\b|\bdetecte\w*|\bnachgewiesen\b")
_BESIDE_NEGATIVE: Final = re.compile(
    r"\b(?:(?:beta|b|\u03b2)[- ]?)?hcg\b|\b(?:urine?|urinaire|serum|serique|blood|blut|sanguin|plasma)\b"
    r"|\b(?:pregnancy|(?:urin-?|blut-?)?schwangerschaftstest|de grossesse|grossesse|tests?|result|ergebnis|resultat)\b"
    r"|\b(?:qualitative?|qualitativ|qualitatif|screen|for|is|ist|est|le|der|die|das|the|in|im|dans)\b"
    r"|\bqualifier value\b|\bfinding\b|<\s*\d+(?:[.,]\d+)?\s*(?:m?i?[ue]/m?l|m?\[?iu\]?/ml)?|[\s.,:;()=-]+"
)
"""What may stand beside a negative result: what was tested, in what. Anything else, and it is not plainly negative ("not
negative", "negative?", "negative (invalid control)")."""
_TAKES_BACK: Final = re.compile(
    r"\?|\b(?:not|no|nicht|kein\w*|non|pas|false\w*|falsch\w*|faux|fausse\w*|invalid\w*|ungultig\w*|unclear|unklar\w*"
    r"|prob\w*|possib\w*|moglich\w*|likely|wahrscheinlich\w*|vermutlich\w*|peut-etre|douteu\w*|fraglich\w*|equivocal\w*"
    r"|borderline|grenzwertig\w*|indeterminate|inconclusive|incertain\w*|uncertain)\b"
)
"""What leaves a positive result open."""
_OPEN: Final = frozenset({True, False})
_INTERPRETED: Final[dict[str, frozenset[bool]]] = {  # HL7's own codes, of FHIR R4
    "NEG": frozenset({False}),
    "ND": frozenset({False}),
    "POS": frozenset({True}),
    "DET": frozenset({True}),
    "IND": _OPEN,
    "E": _OPEN,
}
_JUST_AFTER: Final = timedelta(microseconds=1)
_STATED_NOT: Final = re.compile(r"^(?:not pregnant|nicht schwanger|non enceinte|pas enceinte)\b")
_STATED: Final = re.compile(r"^(?:pregnant|schwanger|enceinte)\b(?!.*\?)")


def read_pregnancy(
    chart: Chart, conditions: Listing, tests: Iterable[Json], as_of: datetime
) -> tuple[Recorded[bool], Recorded[bool], tuple[Note, ...]]:
    """Pregnancy or its exclusion; negative laboratory tests by themselves; and what could not be read."""
    results, lost = _results(tests, as_of)
    told = (*_conditions(conditions), *_statuses(chart, as_of), *results)
    facts = tuple(_at_latest(each, told) for each in told)
    unread = chart.unread("pregnancy") or _may_be_newest(lost, tuple(each.fact for each in results))
    negative = tuple(replace(each.fact, value=True) for each in results if _follows(each.fact, facts))
    problem = "pregnancy test: neither negative nor positive, not read"
    notes = tuple(Note(key="labs", resource=name_of(each), problem=problem) for each in lost)
    return Recorded(facts=facts, unread=unread), Recorded(facts=negative, unread=unread), notes


@dataclass(frozen=True, slots=True)
class _Told:
    """One entry of the succession, and the last moment that its date allows: the end of the day, month or year written."""

    fact: Fact[bool]
    latest: datetime | None


def _told(resource: Json, value: bool, counts: Standing) -> _Told:  # noqa: FBT001 - the value that is told
    found = dated_as_written(resource)
    return _Told(fact(resource, value, Kind.RECORD, counts), None if found is None else found.end)


def _at_latest(one: _Told, told: Iterable[_Told]) -> Fact[bool]:
    """A pregnancy comes after any "no" that is not known to be newer: of one moment, or one day, the positive stands (SR-05)."""
    on, latest = one.fact.on, one.latest
    if not one.fact.value or on is None or latest is None:
        return one.fact
    denied = (each.fact.on for each in told if not each.fact.value and each.fact.on is not None)
    return replace(one.fact, on=max((at + _JUST_AFTER for at in denied if on <= at <= latest), default=on))


def _follows(test: Fact[bool], facts: Iterable[Fact[bool]]) -> bool:
    """Is it a negative test that is newer than every pregnancy on record?"""
    documented = [each.on for each in facts if each.value and each.on is not None]
    return not test.value and (not documented or (test.on is not None and test.on > max(documented)))


def _conditions(conditions: Listing) -> Iterator[_Told]:
    return (_told(each.resource, True, each.counts) for each in conditions.coded(PREGNANT))


def _statuses(chart: Chart, as_of: datetime) -> Iterator[_Told]:
    """Pregnancy status; "possible" and "unknown" say nothing."""
    for resource in chart.of("findings"):
        if not _has(member(resource, "code"), PREGNANCY_STATUS):
            continue
        pregnant, counts = _stated(member(resource, "valueCodeableConcept")), standing(resource, as_of)
        if pregnant is not None and counts is not None:
            yield _told(resource, pregnant, counts)


def _stated(concept: Json | None) -> bool | None:
    if _has(concept, PREGNANT) or _has(concept, NOT_PREGNANT):
        return _has(concept, PREGNANT)
    words = [folded(text) for text in texts(concept)]
    if any(_STATED_NOT.search(each) for each in words):
        return False
    return True if any(_STATED.search(each) for each in words) else None


def _results(tests: Iterable[Json], as_of: datetime) -> tuple[tuple[_Told, ...], tuple[Json, ...]]:
    """The laboratory tests that could be read, and those that could not."""
    found: list[_Told] = []
    lost: list[Json] = []
    for resource in tests:
        counts = standing(resource, as_of)
        if counts is None or "dataAbsentReason" in resource:
            continue
        result = _result(resource)
        if result is None:
            lost.append(resource)
        else:
            found.append(_told(resource, result, counts))
    return tuple(found), tuple(lost)


def _result(resource: Json) -> bool | None:
    """Positive, negative, or neither; words and interpretation that contradict each other say neither."""
    words = (*texts(member(resource, "valueCodeableConcept")), word(resource, "valueString") or "")
    interpreted = (c.code for each in members(resource, "interpretation") for c in codings(each))
    said = frozenset().union(
        *(_in_words(folded(text)) for text in words), *(_INTERPRETED.get(code, frozenset()) for code in interpreted)
    )
    return next(iter(said)) if len(said) == 1 else None


def _in_words(text: str) -> frozenset[bool]:
    """What a text says: nothing, one of the two, or both where it leaves open which."""
    negative, positive = bool(_NEGATIVE.search(text)), bool(_POSITIVE.search(_NEGATIVE.sub(" ", text)))
    if negative:
        plain = not positive and not _BESIDE_NEGATIVE.sub("", _NEGATIVE.sub(" ", text))
        return frozenset({False}) if plain else _OPEN
    if positive:
        return _OPEN if _TAKES_BACK.search(text) else frozenset({True})
    return frozenset()


def _may_be_newest(lost: tuple[Json, ...], tests: tuple[Fact[bool], ...]) -> bool:
    """A result that could not be read leaves the older ones unsettled (C.7)."""
    newest = max((each.on for each in tests if each.on is not None and each.standing is Standing.FIRM), default=None)
    return any(on is None or newest is None or on >= newest for on in map(dated, lost))


def _has(concept: object, wanted: CodeSet) -> bool:
    return any(coding.key in wanted for coding in codings(concept))
