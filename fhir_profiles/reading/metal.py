"""Is there metal at a lesion's level (F-20)? From fusions and removals, implants of the spine, and the problem list.

What may not live here: the coded finding `metal-near-level` (`lesion`), and what metal does to a technique.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from fhir_profiles.chart import Chart
from fhir_profiles.codes import CodeSet
from fhir_profiles.codes.disorders import FIXATION_REMOVAL_ANYWHERE, METAL, METAL_REMOVED
from fhir_profiles.reading.lesions import LesionScope
from fhir_profiles.reading.places import Site, site_in_words
from fhir_profiles.reading.standing import fact, standing
from fhir_profiles.reading.whereabouts import Where, site_of, where
from fhir_profiles.reading.wording import Said, folded, said
from fhir_profiles.resources import Json, codings, member, members, texts, word
from plugin.answer import Fact, Kind, Recorded
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


def read_metal(chart: Chart, lesion: LesionScope, as_of: datetime) -> Recorded[Metal]:
    """Every sign of metal, and of its removal; fusion and removal are one kind of source, so the newer counts."""
    facts = (
        *(found for entry in chart.of("procedures") for found in _of_procedure(entry, lesion, as_of)),
        *(found for entry in chart.of("devices") for found in _of_device(entry, lesion, as_of)),
        *(found for entry in chart.of("conditions") for found in _of_condition(entry, lesion, as_of)),
    )
    return Recorded(facts=facts, unread=chart.unread("metal"))


def _of_procedure(entry: Json, lesion: LesionScope, as_of: datetime) -> Iterator[Fact[Metal]]:
    words, site = texts(member(entry, "code")), site_of(entry)
    metal = _removed(words, site, lesion, coded=_has(entry, METAL_REMOVED)) or _present(words, site, lesion, _DONE)
    counts = standing(entry, as_of)
    if metal and counts:
        yield fact(entry, metal, Kind.PROCEDURE, counts)


def _of_device(entry: Json, lesion: LesionScope, as_of: datetime) -> Iterator[Fact[Metal]]:
    """An implant whose words say that it is of the spine; a bone screw by code alone may be anywhere."""
    names = (name for each in members(entry, "deviceName") if (name := word(each, "name")))
    words = (*texts(member(entry, "type")), *names)
    metal = _present(words, site_in_words(*words), lesion, _DONE)
    counts = standing(entry, as_of)
    if metal and counts:
        yield fact(entry, metal, Kind.DEVICE, counts)


def _of_condition(entry: Json, lesion: LesionScope, as_of: datetime) -> Iterator[Fact[Metal]]:
    """Arthrodesis status (Z98.1) at this level or without one; Z47.2 only where it says that it is of the spine."""
    words, site = texts(member(entry, "code")), site_of(entry)
    removal = _has(entry, FIXATION_REMOVAL_ANYWHERE)
    if removal:
        metal = _removed(words, site, lesion, coded=_is_spinal(words, site))
    elif _has(entry, METAL):
        metal = None if where(site, lesion, filled=True) is Where.ELSEWHERE else Metal.PRESENT
    else:
        metal = _removed(words, site, lesion, coded=False) or _present(words, site, lesion, _LISTED)
    counts = standing(entry, as_of)
    if metal and counts:
        yield fact(entry, metal, Kind.CONDITION, counts)


def _removed(words: tuple[str, ...], site: Site, lesion: LesionScope, *, coded: bool) -> Metal | None:
    """Removal lifts a restriction, so it must be at this level; without a level only where there is no other lesion."""
    plain = folded(" ; ".join(words))
    worded = _REMOVAL.search(plain) and _is_spinal(words, site)
    if not (coded or worded) or _EXCHANGE.search(plain):
        return None
    seen = where(site, lesion)
    if site.places:
        return Metal.REMOVED if seen is Where.HERE else None
    return None if seen is Where.ELSEWHERE or lesion.others else Metal.REMOVED


def _present(words: tuple[str, ...], site: Site, lesion: LesionScope, wanted: re.Pattern[str]) -> Metal | None:
    """Metal of the spine, unless another level is named; the levels between the ends of a fusion are fused too."""
    plain = folded(" ; ".join(words))
    if _NO_METAL.search(plain) or (_REMOVAL.search(plain) and not _EXCHANGE.search(plain)):
        return None
    if said(words, wanted, lasting=True) is not Said.STATED or not _is_spinal(words, site):
        return None
    return None if where(site, lesion, filled=True) is Where.ELSEWHERE else Metal.PRESENT


def _is_spinal(words: tuple[str, ...], site: Site) -> bool:
    return site.spinal or any(_SPINE.search(folded(text)) for text in words)


def _has(entry: Json, wanted: CodeSet) -> bool:
    return any(coding.key in wanted for coding in codings(member(entry, "code")))
