"""Whose is a resource: this patient's, another's, or can it not be told (P9)?

What may not live here: what is done with one that is not ours, but for counting it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from typing import Final

from fhir_profiles.resources import Json, reference, tail, word

_OWNERS: Final = ("subject", "patient", "for")
"""Where a resource says whom it is about; a Task says `for`."""


class Whose(Enum):
    """To whom a resource belongs."""

    OURS = "ours"
    FOREIGN = "foreign"
    UNCLEAR = "unclear"


class Owners:
    """To whom the addresses in one answer belong. Most entries name the same one, so each is looked at once.

    `ours` are the names of this patient; `others` finds more of them (urn: addresses), and is asked only where one is needed.
    """

    def __init__(self, ours: frozenset[str], others: Callable[[], Iterable[str]] = frozenset) -> None:
        self.ours = ours
        self._others = others
        self._known: dict[str, Whose] = dict.fromkeys(ours, Whose.OURS)

    def of(self, address: str) -> Whose:
        """Absolute addresses count by their `Type/id`. One that leads nowhere (a urn:, a contained person) is unclear."""
        known = self._known.get(address)
        if known is None:
            known = self._known[address] = self._looked_at(address)
        return known

    def _looked_at(self, address: str) -> Whose:
        plain = tail(address)
        if plain in self.ours or (plain is None and address in self._others()):
            return Whose.OURS
        return Whose.UNCLEAR if plain is None else Whose.FOREIGN


def whose(resource: Json, kind: str, owners: Owners, nobody: Whose = Whose.OURS) -> Whose:
    """One that names nobody came as an answer about our patient, and is ours; `nobody` says otherwise."""
    if kind == "Patient":
        own_id = word(resource, "id")
        if own_id is None:
            return Whose.UNCLEAR
        return Whose.OURS if f"Patient/{own_id}" in owners.ours else Whose.FOREIGN
    found = nobody
    for name in _OWNERS:
        address = reference(resource[name]) if name in resource else None
        if address:
            found = owners.of(address)
            if found is not Whose.OURS:
                return found
    return found
