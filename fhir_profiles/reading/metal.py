"""Is there metal at a lesion's level (F-20)? From fusions and removals, implants of the spine, and the problem list.

What may not live here: the coded finding `metal-near-level` (`lesion`), and what metal does to a technique.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from fhir_profiles.codes.code import union
from fhir_profiles.codes.disorders import FIXATION_REMOVAL_ANYWHERE, METAL, METAL_REMOVED
from fhir_profiles.reading.entries import Entry
from fhir_profiles.reading.lesions import LesionScope
from fhir_profiles.reading.places import Site, site_in_words
from fhir_profiles.reading.standing import fact
from fhir_profiles.reading.whereabouts import Where, site_of, where
from fhir_profiles.reading.wording import Said, said
from plugin.answer import Fact, Kind
from plugin.evidence import Metal

# Spinal fixation has no verified code (E.7): these words name it, where other words or the site say that it is spinal.
_HARDWARE: Final = (
    r"\bscrews?\b|\brods?\b|\bplates?\b|\bplating\b|(?<!rib )\bcages?\b|\binstrument(?:ation|ed\b|ier\w*)|\bhardware\b"
    r"|\bfixations?\b|\bstabili[sz]ation|\bosteosynthes\w*|\bmetal(?!lo)\w*|\bimplant\w*|schraub\w*|\bfixateur"
    r"|\bstabilisierung|\bspondylodes\w*|\bspondylosynthes\w*|\bvis\b|\btiges?\b|\bmateriel\b|\b[aptx]lif\b"
)
_FUSION: Final = r"(?<!image )(?<!image-)\bfusion\w*|\barthrodes[ei]\w*|\bversteifung\w*"
_DONE: Final = re.compile(rf"{_HARDWARE}|{_FUSION}")
# In a problem list "fusion" alone is mostly a disease of its own (M43.2, congenital).
_LISTED: Final = re.compile(
    rf"{_HARDWARE}|\b(?:status post|s/p|history of|previous|prior|zustand nach|z\.n\.) (?:\w+ )?(?:{_FUSION})"
)
_SPINE: Final = re.compile(
    r"\bspin(?:e|al)|vertebra|\bvertebr|pedic[lu]|pedikel|wirbel|\brachi(?:s|di)|spondylo|\b[aptx]lif\b"
)
# Stimulators, needles and exercises are no fixation, and a fusion may say that it is without metal.
_NO_METAL: Final = re.compile(
    r"stimulat|\bpump|\bneedle|\bana?esthe|exercis|physio|\btraining|ubung|\bbrace|orthos|korsett|\bcongenital"
    r"|\bnon-?instrumented|\buninstrumented"
    r"|\b(?:without|ohne|sans) (?:\w+ )?(?:instrument|metal|implant|osteosynth|materiel)"
)
# What is removed must be the hardware: "removal of a tumour and stabilisation" leaves metal behind.
_BETWEEN: Final = r"(?:(?!and\b|with\b|tum|metast|und\b|mit\b|et\b|avec\b)[\w'-]+ ){0,3}"
_REMOVAL: Final = re.compile(
    rf"\b(?:removal|explantation|retrait|ablation|entfernung) (?:of |d[eu]s? |d'|von |der )?{_BETWEEN}(?:{_HARDWARE})"
    rf"|(?:{_HARDWARE}) {_BETWEEN}(?:removed|removal|explanted|retire|entfernt)"
    r"|\b(?:metall|material|schrauben|implantat|fixateur)-?entfernung"
)
_EXCHANGE: Final = re.compile(r"\breplac|\bexchang|\brevision|wechsel|austausch|\bremplac|\bchangement")

CODED: Final = union("metal, or its removal", METAL, FIXATION_REMOVAL_ANYWHERE)
STEMS: Final = (
    "screw", "rod", "plat", "cage", "instrument", "hardware", "fixat", "stabili", "osteosynth", "metal", "implant", "schraub",
    "spondylo", "vis", "tige", "materiel", "lif", "fusion", "arthrod", "versteif",
)  # fmt: skip
"""For a first look: without one of these the words name no hardware."""


class Sign(NamedTuple):
    """What one entry says of metal in the spine, and where."""

    entry: Entry
    kind: Kind
    metal: Metal
    site: Site


def signs_of_metal(
    procedures: Iterable[Entry], devices: Iterable[Entry], conditions: Iterable[Entry]
) -> tuple[Sign, ...]:
    """Every sign of metal in the spine, and of its removal."""
    return (
        *(sign for each in procedures if (sign := _of_procedure(each))),
        *(sign for each in devices if (sign := _of_device(each))),
        *(sign for each in conditions if (sign := _of_condition(each))),
    )


def metal_seen(signs: Iterable[Sign], lesion: LesionScope) -> Iterator[Fact[Metal]]:
    """Those at this level; fusion and removal are one kind of source, so that the newer counts."""
    for sign in signs:
        if _frees(sign, lesion) if sign.metal is Metal.REMOVED else _burdens(sign, lesion):
            yield fact(sign.entry.resource, sign.metal, sign.kind, sign.entry.counts)


def _frees(sign: Sign, lesion: LesionScope) -> bool:
    """Removal lifts a restriction, so it must be at this level; without a level only where there is no other lesion."""
    if sign.site.unread:
        return False
    seen = where(sign.site, lesion)
    return seen is Where.HERE if sign.site.places else seen is not Where.ELSEWHERE and not lesion.others


def _burdens(sign: Sign, lesion: LesionScope) -> bool:
    """Metal counts unless another level is named; the levels between the ends of a fusion are fused too."""
    return where(sign.site, lesion, filled=True) is not Where.ELSEWHERE


def _of_procedure(entry: Entry) -> Sign | None:
    coded = entry.has(METAL_REMOVED)
    if not coded and not entry.mentions(STEMS):
        return None
    site = site_of(entry.resource)
    if _is_removal(entry, site, coded=coded):
        return Sign(entry, Kind.PROCEDURE, Metal.REMOVED, site)
    return Sign(entry, Kind.PROCEDURE, Metal.PRESENT, site) if _is_metal(entry, site, _DONE) else None


def _of_device(entry: Entry) -> Sign | None:
    """An implant whose words say that it is of the spine; a screw or plate by its code unless they say that it is elsewhere.

    The code names no level, as arthrodesis status (Z98.1) names none; so both count.
    """
    coded = entry.has(METAL)
    if not coded and not entry.mentions(STEMS):
        return None
    site = site_in_words(*entry.words)
    taken_back = _NO_METAL.search(entry.plain) or _REMOVAL.search(entry.plain)
    if coded and not site.outside and not taken_back:
        return Sign(entry, Kind.DEVICE, Metal.PRESENT, site)
    return Sign(entry, Kind.DEVICE, Metal.PRESENT, site) if _is_metal(entry, site, _DONE) else None


def _of_condition(entry: Entry) -> Sign | None:
    """Arthrodesis status (Z98.1), which names no level; Z47.2 only where it says that it is of the spine; or words."""
    if not (entry.has(CODED) or entry.mentions(STEMS)):
        return None
    removal = entry.has(FIXATION_REMOVAL_ANYWHERE)
    site = site_of(entry.resource)
    if _is_removal(entry, site, coded=removal and _is_spinal(entry, site)):
        return Sign(entry, Kind.CONDITION, Metal.REMOVED, site)
    if not removal and (entry.has(METAL) or _is_metal(entry, site, _LISTED)):
        return Sign(entry, Kind.CONDITION, Metal.PRESENT, site)
    return None


def _is_removal(entry: Entry, site: Site, *, coded: bool) -> bool:
    worded = _REMOVAL.search(entry.plain) is not None and _is_spinal(entry, site)
    return (coded or worded) and not _EXCHANGE.search(entry.plain)


def _is_metal(entry: Entry, site: Site, wanted: re.Pattern[str]) -> bool:
    if _NO_METAL.search(entry.plain) or not _is_spinal(entry, site):
        return False
    if _REMOVAL.search(entry.plain) and not _EXCHANGE.search(entry.plain):
        return False
    return said(entry.words, wanted, lasting=True) is Said.STATED


def _is_spinal(entry: Entry, site: Site) -> bool:
    return site.spinal or _SPINE.search(entry.plain) is not None
