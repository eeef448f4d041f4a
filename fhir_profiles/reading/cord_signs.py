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
    r"\bcauda[ -]equina[ -]syndrome?s?\b|\b[ck]auda-?syndrome?\b|\bkonus-[ck]auda-syndrom\b"
    r"|\bsyndrome de la queue de cheval\b"
)
STEMS: Final = ("auda", "queue de cheval", "ompress", "mscc")
"""For a first look: without one of these the words name no sign of cord or cauda."""
_COMPRESSION: Final = re.compile(
    r"\b(?:spinal )?cord compression\b|\bcompression of (?:the )?(?:spinal )?cord\b|\bmscc\b"
    r"|\bcauda[ -]equina compression\b|\bcompressi(?:on|ve) myelopathy\b"
    r"|\bcompression medullaire\b|\bcompression de la (?:moelle|queue de cheval)\b"
    r"|\bmyelopathie (?:par compression|compressive)\b"
    r"|\b(?:ruckenmarks?|myelon|[ck]auda)-?kompression\b|\bkompressions?-?myelopathie\b"
    r"|\bkompression (?:des (?:ruckenmark(?:e?s)?|myelons?)|der cauda)\b"
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


def cord_signs(conditions: Iterable[Entry]) -> Iterator[Fact[CordSign]]:
    """What these Conditions say of cord and cauda; doubted or unconfirmed signs are tentative."""
    for condition in conditions:
        for sign in CordSign:
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
