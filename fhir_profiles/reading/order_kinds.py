"""What sort of order is this, which technique and which place does it name? By code, by the site's orderable, or in words.

The table of contract 5.2. What may not live here: whether it was selected and which triggers are on (`orders`), where it is for
(`order_sites`), words themselves (`order_words`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from fhir_profiles.codes.code import Key
from fhir_profiles.codes.observations import CT_SPINE, MR_SPINE
from fhir_profiles.codes.procedures import (
    BIOPSY,
    CEMENT_OUTSIDE_SPINE,
    CRYOABLATION_OUTSIDE_SPINE,
    INTERVENTIONS,
    REGION_OF_PROCEDURE,
    TECHNIQUE_BY_CODE,
)
from fhir_profiles.codes.systems import CPT, ICD10PCS, ORDER_CONCEPT
from fhir_profiles.reading.order_sites import site_of_order
from fhir_profiles.reading.order_words import kind_in_words, technique_in_words
from fhir_profiles.reading.places import Site
from fhir_profiles.reading.wording import folded
from fhir_profiles.resources import Json, codings, member, members, texts, word
from plugin.evidence import OrderKind, PlannedTechnique

OrderMap = Mapping[Key, str]


class Reading(NamedTuple):
    """What an order of ours names."""

    kind: OrderKind
    technique: PlannedTechnique | None
    site: Site
    words: str


_CONCEPTS: Final[Mapping[str, tuple[OrderKind, PlannedTechnique | None]]] = {
    "OS-03-LASER": (OrderKind.TREATMENT, PlannedTechnique.LASER),
    "OS-03-RFA_BIPOLAR": (OrderKind.TREATMENT, PlannedTechnique.RFA_BIPOLAR),
    "OS-03-RFA_MONO": (OrderKind.TREATMENT, PlannedTechnique.RFA_MONO),
    "OS-03-CRYO": (OrderKind.TREATMENT, PlannedTechnique.CRYO),
    "OS-03-CHEM": (OrderKind.TREATMENT, PlannedTechnique.CHEM),
    "OS-04": (OrderKind.TREATMENT, PlannedTechnique.CEMENT),
    "OS-05": (OrderKind.TREATMENT, PlannedTechnique.CAV),
    "OS-06": (OrderKind.BIOPSY, None),
}
_ORGAN_SECTIONS: Final = re.compile(r"[3-5]\d{4}|60[0-6]\d{2}")
"""CPT's sections of heart, vessels, lung, digestive, urinary and genital organs, and thyroid."""
_PCS_VERTEBRA: Final = frozenset({"0P3", "0P4", "0Q0", "0Q1", "0QS"})
"""System and body part of the vertebrae, sacrum and coccyx in ICD-10-PCS: characters 1, 2 and 4."""


def classified(order: Json, order_map: OrderMap) -> Reading | None:
    """What the order names, if it is one of ours; None for another one, and for one at a site outside the spine."""
    concept = member(order, "code")
    keys = tuple(coding.key for coding in codings(concept))
    said = _names(concept)
    words = folded(" ; ".join((*said, *_details(order))))
    coded = _by_code(keys, order_map)
    if coded is None and kind_in_words(words, spinal=True) is None:
        return None  # most orders are none of ours wherever they are for
    ours = any(key in REGION_OF_PROCEDURE or _concept(key, order_map) in _CONCEPTS for key in keys)
    site = site_of_order(order, keys, said, of_the_spine=ours)
    if site.outside or any(_is_outside(key) for key in keys):
        return None
    kind, technique = coded or _in_words(words, site) or (None, None)
    if kind is None:
        return None
    return Reading(kind, technique or _worded_technique(words, kind), site, said[0] if said else "")


def _by_code(keys: Sequence[Key], order_map: OrderMap) -> tuple[OrderKind, PlannedTechnique | None] | None:
    concepts = (_concept(key, order_map) for key in keys)
    ours = next((_CONCEPTS[each] for each in concepts if each in _CONCEPTS), None)
    if ours is not None:
        return ours
    if any(key in BIOPSY for key in keys):
        return OrderKind.BIOPSY, None
    if any(key in INTERVENTIONS for key in keys):
        return OrderKind.TREATMENT, next((TECHNIQUE_BY_CODE[key] for key in keys if key in TECHNIQUE_BY_CODE), None)
    if any(key in codes for key in keys for codes in (CT_SPINE, MR_SPINE)):
        return OrderKind.IMAGING, None
    return None


def _in_words(words: str, site: Site) -> tuple[OrderKind, PlannedTechnique | None] | None:
    kind = kind_in_words(words, spinal=site.spinal or site.no_such_level) if words else None
    return (kind, technique_in_words(words) if kind is OrderKind.TREATMENT else None) if kind else None


def _worded_technique(words: str, kind: OrderKind) -> PlannedTechnique | None:
    """A destruction code names no technique, the words beside it may."""
    return technique_in_words(words) if kind is OrderKind.TREATMENT else None


def _details(order: Json) -> tuple[str, ...]:
    """Words that say what is ordered, beside the code: order detail, and whom a referral goes to."""
    concepts = (*members(order, "orderDetail"), *members(order, "performerType"))
    return (
        *(t for each in concepts for t in _names(each)),
        *(d for p in members(order, "performer") if (d := word(p, "display"))),
    )


def _concept(key: Key, order_map: OrderMap) -> str:
    system, code = key
    return code if system == ORDER_CONCEPT else order_map.get(key, "")


def _is_outside(key: Key) -> bool:
    """Does the code itself name a site outside the spine? By the parts of ICD-10-PCS and CPT that are other organs'."""
    if key in CRYOABLATION_OUTSIDE_SPINE or key in CEMENT_OUTSIDE_SPINE:
        return True
    system, code = key
    if system == ICD10PCS:
        return code.startswith("0") and code[:2] + code[3:4] not in _PCS_VERTEBRA
    return system == CPT and _ORGAN_SECTIONS.fullmatch(code) is not None


_LONGEST_NAME = 1_000


def _names(concept: object) -> list[str]:
    """What an order calls itself. Of an endless name only the beginning is read, or it would take more time than its length."""
    return [each[:_LONGEST_NAME] for each in texts(concept)]
