"""Whose is a resource: this patient's, another's, or can it not be told (P9)? Of the record, and of the draft orders.

What may not live here: what is done with one that is not ours, but for counting it.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from fhir_profiles.resources import Json, kind_of, member, subjects, tail, word


class Whose(Enum):
    """To whom a resource belongs."""

    OURS = "ours"
    FOREIGN = "foreign"
    UNCLEAR = "unclear"


def whose(resource: Json, kind: str, ours: frozenset[str], nobody: Whose = Whose.OURS) -> Whose:
    """One that names nobody came as an answer about our patient, and is ours; `nobody` says otherwise.

    Absolute addresses count by their `Type/id`. One that leads nowhere (a urn:, a contained person) is unclear.
    """
    if kind == "Patient":
        own_id = word(resource, "id")
        if own_id is None:
            return Whose.UNCLEAR
        return Whose.OURS if f"Patient/{own_id}" in ours else Whose.FOREIGN
    addresses = subjects(resource)
    for address in addresses:
        if address in ours:
            continue
        plain = tail(address)
        if plain in ours:
            continue
        return Whose.UNCLEAR if plain is None else Whose.FOREIGN
    return Whose.OURS if addresses else nobody


def own_drafts(drafts: Sequence[Json], patient_id: str) -> tuple[tuple[Json, ...], int]:
    """The draft orders without those of another patient, and how many those were.

    `drafts` are resources, or the entries of the draft Bundle. One of which it is unclear whose it is was written in
    this patient's session, and stays.
    """
    ours = frozenset({f"Patient/{patient_id}"})
    kept = tuple(each for each in drafts if _owner(each, ours) is not Whose.FOREIGN)
    return kept, len(drafts) - len(kept)


def _owner(draft: Json, ours: frozenset[str]) -> Whose:
    inner = member(draft, "resource")
    resource = draft if inner is None else inner
    return whose(resource, kind_of(resource), ours)
