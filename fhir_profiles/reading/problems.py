"""What one Condition says of bone tumours, once it has been read: the type that `conditions` fills.

What may not live here: how a Condition is read, and to which lesion it belongs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from fhir_profiles.reading.places import NOWHERE, Site
from fhir_profiles.resources import Json
from plugin.answer import Standing
from plugin.evidence import Nature, Primary


class Weight(IntEnum):
    """What a Condition at a level does to the list of lesions."""

    NONE = 0
    FAINT = 1
    """Degenerative change, a cord sign, a tumour that is not one of bone: a place only where nothing else is documented."""
    WEAK = 2
    """Infection, fracture: a lesion of its own, but it does not widen the range of a tumour."""
    STRONG = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One active Condition, read.

    `general`: it names no level, but the spine or bone in general; `region` is the part of the spine it names, if any.
    `unsited`: a bone tumour, by code or words, whose site nobody has recorded, so that it may be in the spine (gate 1).
    `elsewhere`: a bone tumour at a bone outside the spine, or at a site that we do not know. `not_bone`: a tumour of cord,
    meninges or nerves. `primary` is the tumour that the Condition is; `names_primary` the one that a metastasis names.
    `malignant`: malignant, but whether primary or secondary is left open.
    """

    resource: Json
    seen_in: str
    on: datetime | None
    standing: Standing
    site: Site = NOWHERE
    natures: tuple[Nature, ...] = ()
    weight: Weight = Weight.NONE
    primary: Primary | None = None
    names_primary: Primary | None = None
    malignant: bool = False
    fracture: bool = False
    region: str = ""
    general: bool = False
    unsited: bool = False
    elsewhere: bool = False
    not_bone: bool = False
    unplaced: bool = False
    """It names no place at all."""
    cord: bool = False
    """It tells a sign of cord or cauda: that is in the spine, whatever organ its other words name."""

    @property
    def somewhere(self) -> bool:
        """May it be at any level of the spine?"""
        return self.unplaced or (self.cord and not self.site.places)
