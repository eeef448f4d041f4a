"""One patient and one hospital as variables: every item's reading, the place, the person, and the numbers in force.

`given` is what holds for all of them; a proof holds for every patient and every site setting that keeps it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import z3  # type: ignore[import-untyped]

from plugin.evidence import LEVELS, Evidence, Part, Scope, Technique
from plugin.grammar import Case, Gender, Knowledge, Threshold
from plugin.knowledge import KNOWLEDGE
from tests.proofs.declarations import AnyItem, asked_of, parts_of, questions_of
from tests.proofs.kleene import Formula, at_most_one, every, some
from tests.proofs.readings import Seen, as_read, rules_of, seen

_AS_WRITTEN = asked_of(KNOWLEDGE)
"""What the knowledge as it stands asks of each item; a mutant asks no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """Place, person and hospital."""

    placed: Formula
    first: z3.ArithRef
    last: z3.ArithRef
    part: Mapping[Part, Formula]
    several: Formula
    """The orders mean several lesions."""
    several_planned: Formula
    """The orders of this lesion name several techniques."""
    aged: Formula
    age: z3.ArithRef
    gender: Mapping[str, Formula]
    scope: Mapping[Scope, Formula]
    mismatched: Formula
    left_out: Formula
    words_not_counted: Formula
    not_offered: Mapping[Technique, Formula]
    thresholds: Mapping[str, z3.ArithRef]
    set_here: Mapping[str, Formula]
    """The site has set this number itself."""
    cryo_fluid: Formula


@dataclass(frozen=True, slots=True, kw_only=True)
class Patient:
    """Every variable that an answer may hang on."""

    readings: Mapping[int, Seen]
    around: Circumstances
    given: tuple[Formula, ...]

    def reading(self, item: AnyItem) -> Seen:
        """The reading of this item."""
        return self.readings[id(item)]

    def where(self, changed: Mapping[int, Seen]) -> Patient:
        """The same patient with other readings, which must keep the rules too."""
        rules = tuple(rule for one in changed.values() for rule in rules_of(one))
        return replace(self, readings={**self.readings, **changed}, given=(*self.given, *rules))


def patient(knowledge: Knowledge, name: str = "") -> Patient:
    """Any patient, as far as this knowledge asks for it."""
    asked = {**_AS_WRITTEN, **{key: one for key, one in asked_of(knowledge).items() if key not in _AS_WRITTEN}}
    readings = {
        key: seen(one, f"{name}{one.item.fact} {one.item.name}#{number}")
        for number, (key, one) in enumerate(asked.items())
    }
    readings = _sharing_sources(readings)
    around = _circumstances(knowledge, name)
    return Patient(
        readings=readings,
        around=around,
        given=(*(rule for one in readings.values() for rule in rules_of(one)), *_rules_around(knowledge, around)),
    )


class _Trace:
    """Notes which attribute chain an item's `read` follows."""

    def __init__(self, path: str = "") -> None:
        self.path = path

    def __getattr__(self, name: str) -> _Trace:
        return _Trace(f"{self.path}.{name}")


def place_of(item: AnyItem) -> str:
    """Where in Evidence the item stands ("lesion.matrix")."""
    path: str = item.read(_Trace()).path  # type: ignore[arg-type, attr-defined]
    return path.removeprefix(".")


def _sharing_sources(readings: Mapping[int, Seen]) -> dict[int, Seen]:
    """Items that stand at one place of Evidence (INR, INR on warfarin) are unread together."""
    first: dict[str, Seen] = {}
    return {key: replace(one, unread=first.setdefault(place_of(one.item), one).unread) for key, one in readings.items()}


def _circumstances(knowledge: Knowledge, name: str) -> Circumstances:
    thresholds = [part for part in parts_of(knowledge) if isinstance(part, Threshold)]
    genders = sorted({question.code for question in questions_of(knowledge) if isinstance(question, Gender)})
    return Circumstances(
        placed=z3.Bool(f"{name}level known"),
        first=z3.Int(f"{name}first level"),
        last=z3.Int(f"{name}last level"),
        part={part: z3.Bool(f"{name}part {part}") for part in Part},
        several=z3.Bool(f"{name}several lesions ordered"),
        several_planned=z3.Bool(f"{name}several techniques ordered"),
        aged=z3.Bool(f"{name}age known"),
        age=z3.Int(f"{name}age"),
        gender={code: z3.Bool(f"{name}gender {code}") for code in genders},
        scope={scope: z3.Bool(f"{name}scope: {scope.value}") for scope in Scope},
        mismatched=z3.Bool(f"{name}level or side differ"),
        left_out=z3.Bool(f"{name}entries left out for their status"),
        words_not_counted=z3.Bool(f"{name}words not counted"),
        not_offered={t: z3.Bool(f"{name}{t} not offered") for t in Technique},
        thresholds={t.id: z3.Real(f"{name}{t.id}") for t in thresholds},
        set_here={t.id: z3.Bool(f"{name}{t.id} set by the site") for t in thresholds},
        cryo_fluid=z3.Bool(f"{name}5 % dextrose with cryo allowed"),
    )


def _rules_around(knowledge: Knowledge, around: Circumstances) -> Iterator[Formula]:
    yield every((around.first >= 0, around.first <= around.last, around.last < len(LEVELS)))
    yield at_most_one(around.part.values())
    yield z3.Implies(some(around.part.values()), around.placed)
    yield around.age >= 0
    yield at_most_one(around.gender.values())
    yield every((some(around.scope.values()), at_most_one(around.scope.values())))
    for part in parts_of(knowledge):
        if isinstance(part, Threshold):
            number = around.thresholds[part.id]
            yield number == part.default if part.fixed else every((number >= part.low, number <= part.high))


def as_recorded(one: Patient, case: Case, knowledge: Knowledge) -> Iterator[tuple[z3.ExprRef, object]]:
    """A patient of the engine as values of the variables."""
    for reading in one.readings.values():
        yield from as_read(reading, case.reading(reading.item))
    yield from _around(one.around, case.evidence)
    practice = case.practice
    yield from ((flag, t in practice.not_offered) for t, flag in one.around.not_offered.items())
    yield one.around.cryo_fluid, practice.cryo_hydrodissection_d5w
    for part in parts_of(knowledge):
        if isinstance(part, Threshold):
            yield one.around.thresholds[part.id], practice.value(part)
            yield one.around.set_here[part.id], part.id in practice.thresholds


def _around(around: Circumstances, evidence: Evidence) -> Iterator[tuple[z3.ExprRef, object]]:
    place = evidence.place
    levels = place.levels if place else LEVELS[:1]
    yield around.placed, place is not None
    yield around.first, LEVELS.index(levels[0])
    yield around.last, LEVELS.index(levels[-1])
    yield from ((flag, place is not None and place.part is part) for part, flag in around.part.items())
    yield around.several, evidence.ordered_lesions > 1
    named = {order.technique for order in evidence.planned if order.technique is not None}
    yield around.several_planned, len(named) > 1
    yield around.aged, evidence.fitness.age is not None
    yield around.age, evidence.fitness.age or 0
    yield from ((flag, evidence.fitness.gender == code) for code, flag in around.gender.items())
    yield from ((flag, evidence.scope is scope) for scope, flag in around.scope.items())
    yield around.mismatched, bool(evidence.mismatches)
    yield around.left_out, bool(evidence.ignored)
    yield around.words_not_counted, bool(evidence.words_not_counted)
