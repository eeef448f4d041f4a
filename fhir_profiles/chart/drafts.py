"""Which draft orders count: this patient's, and those that nobody has taken back.

What may not live here: which of them are ours (`reading.orders`), and what follows from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from fhir_profiles.chart.whose import Owners, Whose, whose
from fhir_profiles.resources import Json, kind_of, member, truth, word

_TAKEN_BACK: Final = frozenset({"entered-in-error", "revoked", "cancelled", "rejected"})
"""Statuses of requests and of Tasks: written by mistake, or given up."""


def own_drafts(drafts: Sequence[Json], patient_id: str) -> tuple[tuple[Json, ...], int]:
    """The draft orders without those of another patient, and how many those were.

    `drafts` are resources, or the entries of the draft Bundle. One of which it is unclear whose it is was written in
    this patient's session, and stays.
    """
    owners = Owners(frozenset({f"Patient/{patient_id}"}))
    kept = tuple(each for each in drafts if _owner(each, owners) is not Whose.FOREIGN)
    return kept, len(drafts) - len(kept)


def stands(draft: Json) -> bool:
    """Is what this draft (a resource) asks for to be done? Not where it was taken back, or asks that it be left undone."""
    return not truth(draft, "doNotPerform") and word(draft, "status") not in _TAKEN_BACK


def _owner(draft: Json, owners: Owners) -> Whose:
    inner = member(draft, "resource")
    resource = draft if inner is None else inner
    return whose(resource, kind_of(resource), owners)
