"""Patients drawn by seed: for each item nothing, one plain fact, or several that are old, tentative or contradict each other.

They show that translation and engine answer alike; what stands in them is found in the knowledge, not listed here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random
from typing import Any

from plugin.answer import Fact, Kind, Recorded, Standing
from plugin.evidence import (
    LEVELS,
    Drug,
    DrugClass,
    Evidence,
    Mismatch,
    MismatchKind,
    OrderKind,
    Pain,
    PainScale,
    Part,
    Place,
    PlannedProcedure,
    PlannedTechnique,
    Scope,
    Technique,
)
from plugin.grammar import Knowledge, LocalPractice
from tests.proofs.declarations import Asked, asked_of
from tests.proofs.patient import place_of
from tests.support.stories import AS_OF, stories

_NUMBERS = (-1.0, 0, 1, 1.7, 2, 3, 4, 5, 9, 10, 10.5, 13, 20, 21, 26, 29, 31, 38, 50, 51, 90, 200)
_POINTS = (-1, 0, 0, 1, 1, 2, 3, 3, 4, 6, 7, 12, 13, 16, 18, 19)
_USUALLY_EMPTY = {"refusal", "pregnant", "infection", "cord_sign", "debulking_need"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """One patient and one hospital."""

    evidence: Evidence
    practice: LocalPractice


def drawn(seed: int, knowledge: Knowledge) -> Drawn:
    """The patient of this seed: someone of a story, with some of the record drawn anew."""
    chance = Random(seed)  # noqa: S311 - the same patients in every run
    told = [each for each in stories() if not each.decided_at_the_order]
    one = chance.choice(told).evidence
    places = list(_by_place(knowledge))
    rooms: dict[str, dict[str, Any]] = {}
    score = [each for each in places if each[1].whole and ".sins_" in each[0]] if chance.random() < 0.3 else []
    for where, asked in (*chance.sample(places, chance.choice((1, 2, 4, 8, len(places)))), *score):
        room, _, name = where.partition(".")
        rooms.setdefault(room, {})[name] = _recorded(chance, asked, likely=name not in _USUALLY_EMPTY)
    parts = {room: replace(getattr(one, room), **items) for room, items in rooms.items()}
    return Drawn(_elsewhere(chance, replace(one, **parts)), _practice(chance, knowledge))


def _elsewhere(chance: Random, one: Evidence) -> Evidence:
    """Sometimes another place, person or order."""
    if chance.random() < 0.5:
        one = replace(one, place=_place(chance), fitness=replace(one.fitness, age=_age(chance)))
    if chance.random() < 0.5:
        one = replace(one, planned=tuple(_order(chance) for _ in range(chance.choice((0, 1, 2)))))
    if chance.random() < 0.2:
        one = replace(one, scope=chance.choice([*Scope]), mismatches=_mismatches(chance))
    return replace(one, ordered_lesions=chance.choice((1, 2)))


def _by_place(knowledge: Knowledge) -> Iterator[tuple[str, Asked]]:
    """Each place of Evidence once, with the item that most is asked of."""
    found: dict[str, Asked] = {}
    for asked in asked_of(knowledge).values():
        where = place_of(asked.item)
        if where not in found or asked.choices:
            found[where] = asked
    yield from sorted(found.items())


def _recorded(chance: Random, asked: Asked, *, likely: bool) -> Recorded[Any]:
    unread = chance.random() < 0.2
    if chance.random() < 0.3:
        return Recorded(facts=tuple(_fact(chance, asked, n) for n in range(chance.choice((1, 2, 2, 3)))), unread=unread)
    if chance.random() < (0.55 if likely else 0.08):
        kind = next(iter(asked.item.kinds)) if asked.item.kinds else chance.choice((Kind.FINDING, Kind.STATEMENT))
        return Recorded(facts=(Fact(value=_value(chance, asked), seen_in="One/1", on=AS_OF, kind=kind),), unread=unread)
    return Recorded(unread=unread)


def _fact(chance: Random, asked: Asked, number: int) -> Fact[Any]:
    days = chance.choice((None, 0, 1, 1, 5, 20, 100, 400))
    return Fact(
        value=_value(chance, asked),
        seen_in=f"Some/{number}",
        on=None if days is None else AS_OF - timedelta(days=days),
        kind=chance.choice([*Kind]),
        standing=chance.choice((Standing.FIRM, Standing.FIRM, Standing.TENTATIVE, Standing.DOUBTED)),
        modality=chance.choice(("", "MR", "CT")),
        resolved=chance.random() < 0.1,
    )


def _value(chance: Random, asked: Asked) -> Any:
    if asked.pain:
        return Pain(chance.choice((0, 0, 3, 50)), chance.choice([*PainScale]))
    if asked.drug_classes:
        return Drug(chance.choice(("warfarin", "other")), chance.choice([*DrugClass]))
    if asked.choices:
        return chance.choice(asked.choices)
    if asked.whole:
        return chance.choice(_POINTS)
    return chance.choice(_NUMBERS)


def _place(chance: Random) -> Place | None:
    if chance.random() < 0.05:
        return None
    first = chance.randrange(len(LEVELS))
    last = min(first + chance.choice((0, 0, 0, 1, 2)), len(LEVELS) - 1)
    level = LEVELS[first] if last == first else f"{LEVELS[first]}-{LEVELS[last]}"
    return Place(level=level, part=chance.choice((None, Part.BODY, *Part)))


def _order(chance: Random) -> PlannedProcedure:
    technique = chance.choice((None, *PlannedTechnique))
    return PlannedProcedure(kind=OrderKind.TREATMENT, reference="ServiceRequest/1", technique=technique)


def _mismatches(chance: Random) -> tuple[Mismatch, ...]:
    return (Mismatch(kind=MismatchKind.SIDE, said="left", documented="right"),) if chance.random() < 0.1 else ()


def _age(chance: Random) -> int | None:
    return chance.choice((None, 8, 11, 12, 17, 18, 40, 55, 56, 80))


def _practice(chance: Random, knowledge: Knowledge) -> LocalPractice:
    own = [t for t in knowledge.thresholds if not t.fixed and not t.off_by_default]
    return LocalPractice(
        not_offered=frozenset(t for t in Technique if chance.random() < 0.08),
        thresholds={t.id: chance.choice((t.low, t.high)) for t in own if chance.random() < 0.3},
        cryo_hydrodissection_d5w=chance.random() < 0.3,
    )
