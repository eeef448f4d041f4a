"""Clinical conditions said once more in plain terms of the record, apart from the rules: what a claim may lean on.

They name items and values, never a criterion or rule of the knowledge, so that a wrong criterion cannot hide itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from plugin.evidence import (
    Allergy,
    EpiduralGrade,
    ImplantedDevice,
    Matrix,
    Metal,
    Nature,
    Primary,
    Wall,
)
from plugin.grammar import Item, SinsWithin
from plugin.knowledge import facts
from tests.proofs.kleene import Formula, every, isnt, some
from tests.proofs.patient import Patient
from tests.proofs.world import World

DEVICES = tuple(ImplantedDevice)
BENIGN = (
    Nature.OSTEOID_OSTEOMA,
    Nature.OSTEOBLASTOMA,
    Nature.BENIGN_TREATABLE,
    Nature.BENIGN_NOT_INDICATED,
    Nature.BENIGN_UNSPECIFIED,
)


UNSTABLE = SinsWithin(
    facts.SINS_TOTAL,
    (
        ("location", facts.SINS_LOCATION),
        ("pain", facts.SINS_PAIN),
        ("lesion", facts.SINS_LESION),
        ("alignment", facts.SINS_ALIGNMENT),
        ("collapse", facts.SINS_COLLAPSE),
        ("posterolateral", facts.SINS_POSTEROLATERAL),
    ),
    13,
    18,
    alarming=True,
)


def unstable_score(world: World) -> Formula:
    """The lowest stability score that the record allows is 13 or more, whatever the nature."""
    return world.ask(UNSTABLE).yes


def is_one(one: Patient, item: Item[Any], *values: object) -> Formula:
    """The record settles the item as one of these."""
    return some(one.reading(item).value[value] for value in values)


def told(one: Patient, item: Item[Any], *values: object) -> Formula:
    """One of these is recorded and counts, though a source may not have been read in full."""
    reading = one.reading(item)
    return every((isnt(reading.conflict), some(reading.fact[value] for value in values)))


def heard(one: Patient, item: Item[Any], *values: object) -> Formula:
    """One of these is current in the record, in whatever standing."""
    return some(one.reading(item).alarm[value] for value in values)


def unread(one: Patient, *items: Item[Any]) -> Formula:
    """A source of one of these could not be read, or not in full."""
    return some(one.reading(item).unread for item in items)


def at_least(one: Patient, item: Item[Any], number: float) -> Formula:
    """The record settles a number of at least this."""
    reading = one.reading(item)
    return every((reading.known, reading.number >= number))


def below(one: Patient, item: Item[Any], number: float) -> Formula:
    """The record settles a number below this."""
    reading = one.reading(item)
    return every((reading.known, reading.number < number))


def beyond(one: Patient, item: Item[Any], threshold: str) -> Formula:
    """The record settles a number above the threshold in force."""
    reading = one.reading(item)
    return every((reading.known, reading.number > one.around.thresholds[threshold]))


def neural_structure_close(one: Patient) -> Formula:
    """SR-20: within the distance, or cortex not intact, or either not known."""
    far = every((beyond(one, facts.DISTANCE_NEURAL, "close_to_neural_structure_mm"), wall_intact(one)))
    return isnt(far)


def wall_intact(one: Patient) -> Formula:
    """The posterior wall is known to be intact."""
    return is_one(one, facts.POSTERIOR_WALL, Wall.INTACT)


def metal_there(one: Patient) -> Formula:
    """Metal is recorded; its distance near or not known."""
    return heard(one, facts.METAL, Metal.PRESENT)


def implant(one: Patient) -> Formula:
    """A pacemaker, ICD or neurostimulator is recorded."""
    return told(one, facts.DEVICES, *DEVICES)


def cement_allergy(one: Patient) -> Formula:
    """An allergy to acrylic or PMMA is recorded."""
    return told(one, facts.ALLERGIES, Allergy.PMMA)


def sclerotic(one: Patient) -> Formula:
    """The matrix is sclerotic."""
    return is_one(one, facts.MATRIX, Matrix.SCLEROTIC)


def grade_1c(one: Patient) -> Formula:
    """ESCC 1c is current in the record."""
    return heard(one, facts.ESCC, EpiduralGrade.G1C)


def pregnant(one: Patient) -> Formula:
    """A pregnancy is recorded, and no newer negative test."""
    return heard(one, facts.PREGNANT, True)


def thyroid_metastasis(one: Patient) -> Formula:
    """A metastasis of a thyroid cancer."""
    return every((is_one(one, facts.NATURE, Nature.METASTASIS), is_one(one, facts.PRIMARY, Primary.THYROID)))


def any_of(formulas: Iterable[Formula]) -> Formula:
    """One of these."""
    return some(formulas)
