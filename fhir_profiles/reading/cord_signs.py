"""Does the problem list say that cord or cauda is compressed (F-25, gate 2)? By code, or by the words of a Condition.

What may not live here: whether that is an emergency, and to which lesion a Condition belongs (`lesions`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from fhir_profiles.codes.code import union
from fhir_profiles.codes.disorders import ALARM_ONLY_CORD_COMPRESSION, CAUDA_EQUINA, CORD_COMPRESSION
from fhir_profiles.reading.entries import Entry
from fhir_profiles.reading.standing import fact
from fhir_profiles.reading.wording import Said, said
from plugin.answer import Fact, Kind, Standing
from plugin.evidence import CordSign

_CAUDA_EQUINA: Final = re.compile(
    r"\b[ck]auda[ -]equina[ -]syndrom(?:e?s?|en)\b|\b[ck]auda-?syndrome?s?\b|\bkonus-[ck]auda-syndroms?\b"
    r"|\bsyndrome (?:de la )?queue de cheval\b"
)
STEMS: Final = ("auda", "queue de cheval", "ompress", "omprim", "mscc", "mescc", "msrk")
"""For a first look: without one of these the words name no sign of cord or cauda."""
_ENGLISH: Final = r"(?:(?:spinal |(?<!umbilical ))cord|conus(?: medullaris)?|cauda(?:[ -]equina)?)"
_FRENCH: Final = r"(?:la )?\b(?:moelle|queue de cheval)(?: epiniere)?"
_GERMAN: Final = r"(?:ruckenmark(?:e?s)?|myelons?|[ck]auda(?:[ -]equina)?|[ck]onus(?: medullaris)?)"
_COMPRESSION: Final = re.compile(
    rf"\b{_ENGLISH} compression\b|\bcompress(?:ion of|ed|ing) (?:the )?{_ENGLISH}\b|\bme?scc\b"
    rf"|\b{_ENGLISH} (?:is |was |being )?compressed\b|\bcompressi(?:on|ve) myelopathy\b|\bmyelopathy due to compression\b"
    rf"|\bcompressions? (?:radiculo-?)?medullaires?\b|\b(?:compression|comprimant|comprime) (?:de )?{_FRENCH}"
    rf"|{_FRENCH} (?:est )?comprimee?\b|\bmyelopathie (?:par compression|compressive)\b"
    r"|\b(?:(?:ruckenmarks?|myelon|konus|conus)|[ck]auda(?:[ -]equina)?)[ -]?kompression\w*|\bkompressions?-?myelopathie\b"
    rf"|\bkompression\w* (?:de[rs] )?{_GERMAN}|\bkomprimier\w* (?:(?:das|die|der|des) )?{_GERMAN}"
    rf"|\b{_GERMAN} (?:ist |wird )?komprimiert|\bmsrk\b"
)
_CODED: Final = {
    CordSign.CAUDA_EQUINA: CAUDA_EQUINA,
    CordSign.COMPRESSION: union("cord compression", CORD_COMPRESSION, ALARM_ONLY_CORD_COMPRESSION),
}
_WORDED: Final = {CordSign.CAUDA_EQUINA: _CAUDA_EQUINA, CordSign.COMPRESSION: _COMPRESSION}
CODED: Final = union("a sign of cord or cauda", *_CODED.values())


def may_be_cord_sign(condition: Entry) -> bool:
    """A first look: is it coded or worded as something like one?"""
    return condition.has(CODED) or condition.mentions(STEMS)


def is_cord_sign(condition: Entry) -> bool:
    """Does it tell of cord or cauda, surely or with doubt?"""
    return may_be_cord_sign(condition) and next(cord_signs((condition,)), None) is not None


def cord_signs(conditions: Iterable[Entry]) -> Iterator[Fact[CordSign]]:
    """What these Conditions say of cord and cauda; doubted or unconfirmed signs are tentative."""
    for condition in conditions:
        for sign in _WORDED:
            says = _says(condition, sign)
            if says is not None and says is not Said.DENIED:
                doubted = Standing.TENTATIVE if says is Said.DOUBTED else condition.counts
                yield fact(condition.resource, sign, Kind.CONDITION, doubted)


def _says(condition: Entry, sign: CordSign) -> Said | None:
    """Code or words; words that take it back go before the code."""
    worded = said(condition.words, _WORDED[sign])
    if worded is not None:
        return worded
    return Said.STATED if condition.has(_CODED[sign]) else None
