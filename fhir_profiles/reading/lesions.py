"""Which spinal lesions does the record document, and which of its facts belong to which lesion (contract 5.1)?

What may not live here: what a code or a word says of a place (`places`), what a finding means (`lesion`, `disease` and their
neighbours), which lesion the order means (`orders` and the door).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fhir_profiles.reading.findings import RawFinding
from plugin.evidence import Place

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class LesionScope:
    """One lesion, and what of the record belongs to it.

    `place` is None where the record has no lesion with a level, or for an emergency without one. `others` are the other
    documented lesions. `findings` are those of 5.3 and the LOINC findings of contract 3 that belong here: those at this place,
    those without a place that count for the patient (pain, deficit, ECOG, Karnofsky, pregnancy), and any other without a place
    if this is the only lesion. `conditions` are the Conditions that name this place, or that are this lesion's by 5.1;
    `unplaced` are the patient's Conditions without any place, given only where they can mean no other lesion (the only lesion, or
    the scope without a place): cord and cauda signs are looked for in both. Entered-in-error, refuted and inactive ones are
    left out already. `unusable` are the codes of this lesion's findings with an entry that could not be read (another type,
    outside the list, another unit): their items count as unread; `absent` those with a `dataAbsentReason`.
    """

    place: Place | None
    others: tuple[Place, ...] = ()
    findings: tuple[RawFinding, ...] = ()
    conditions: tuple[Json, ...] = ()
    unplaced: tuple[Json, ...] = ()
    unusable: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()

    def of(self, *codes: str) -> tuple[RawFinding, ...]:
        """The findings of these codes that belong to this lesion."""
        return tuple(f for f in self.findings if f.code in codes)

    def holds(self, place: Place | None) -> bool:
        """Does something at that place belong to this lesion? Something without a place: only if there is no other lesion."""
        if place is None or self.place is None:
            return not self.others
        if not overlap(self.place, place):
            return False
        if alike(self.place, place):
            return True
        return not any(overlap(other, place) and alike(other, place) for other in self.others)


def overlap(one: Place, other: Place) -> bool:
    """Do two places share a level? A level inside a range does."""
    return not set(one.levels).isdisjoint(other.levels)


def alike(one: Place, other: Place) -> bool:
    """Do side and part not contradict each other? What is not stated contradicts nothing."""
    return _same(one.side, other.side) and _same(one.part, other.part)


def _same(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other
