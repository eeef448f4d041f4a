"""Which of the selected orders are ours, what do they name, and what do their words wish for (contract 5.2)?

What may not live here: which documented lesion an order means (the door of the package), and what is then advised.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugin.evidence import Intent, Place, PlannedProcedure

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectedOrder:
    """One selected order of ours.

    `places` are the levels it names; `regions` the spans of levels it names instead ("T1-T12"); neither: every lesion.
    `intent` is the mCODE extension on the order. The wishes are what its words ask for (True) or deny (False); None: not
    worded. `radioiodine` is a plan of 131-I in words.
    """

    resource: Json
    planned: PlannedProcedure
    places: tuple[Place, ...] = ()
    regions: tuple[Place, ...] = ()
    intent: Intent | None = None
    size_reduction: bool | None = None
    debulking: bool | None = None
    consolidation: bool | None = None
    radioiodine: bool = False
    probes: int | None = None
    positionings: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """What the physician selected of ours, and every draft order of the session.

    A reader of one lesion gets this with only those `orders` that mean the lesion; `drafts` are always all draft resources,
    selected or not (antithrombotics among them count, and what is drafted is not suggested again).
    """

    orders: tuple[SelectedOrder, ...] = ()
    drafts: tuple[Json, ...] = ()

    @property
    def any(self) -> bool:
        """Must anything be read at all?"""
        return bool(self.orders)
