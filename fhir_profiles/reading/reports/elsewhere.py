"""Is a finding of a sentence that names no level told of another bone, or of an organ?

A level carries over from sentence to sentence; "right iliac metastasis, 30 mm" is at none. What may not live here: the words for
bones and organs (`place_words`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from fhir_profiles.reading import place_words
from fhir_profiles.reading.level_words import level_spans
from fhir_profiles.reading.reports.scope import Hit

_OF_ANY_BONE: Final = frozenset({"nature", "matrix", "size", "collapse", "fracture-risk", "previous-radiotherapy"})
"""What other bones may have as well."""
_OF_ANY_ORGAN: Final = frozenset({"nature", "size", "lesion-count"})
"""What an organ may have, where nothing else is said there of a lesion of the spine."""
_SPINAL: Final = frozenset({"canal-extension", "posterior-wall", "escc", "foraminal-extension", "cord-compression"})
"""What only a vertebra has."""
_BORDER: Final = re.compile(r",(?!\d)|\b(?:mit|with|avec|without|ohne|sans)\b")
_PIECE: Final = re.compile(r",(?!\d)|;")
_SACRUM: Final = re.compile(r"\bsa[ck]r|kreuzbein|steissbein|\bcoccy|\bkokzy")
_EXAMINATION: Final = re.compile(r"\b(?:ct|mrt?|mri|irm|tdm|scanner|x-?ray|rontgen)\b[^:;.,]{0,40}[:.]")
"""A heading names what was examined, not where something is ("CT Becken: ...")."""


def _is_of_a_bone_apart(hit: Hit, plain: str) -> bool:
    """Names its own piece between commas another bone and nothing of the spine ("metastasis of the ilium, L4 is clear")?"""
    begin = max((each.end() for each in _PIECE.finditer(plain, 0, hit.start)), default=0)
    after = _PIECE.search(plain, hit.end)
    piece = plain[begin : after.start() if after else len(plain)]
    return place_words.OUTSIDE_BONE.search(piece) is not None and not _is_of_the_spine(piece)


def _is_of_the_spine(part: str) -> bool:
    named = level_spans(part) or place_words.region(part) or place_words.part(part) or _SACRUM.search(part)
    return bool(named)


def is_elsewhere(hit: Hit, plain: str, hits: Sequence[Hit]) -> bool:
    """Is another bone or organ named before the finding or beside it, and neither a level nor the spine?

    From semicolon to semicolon; what comes behind its own comma or "with" is not where it is ("metastasis, liver normal").
    """
    code = hit.form.code
    if code not in _OF_ANY_BONE and code not in _OF_ANY_ORGAN:
        return False
    begin = plain.rfind(";", 0, hit.start) + 1
    end = next((at for at in (plain.find(";", hit.end),) if at >= 0), len(plain))
    part = plain[begin:end]
    codes = {each.form.code for each in hits if begin <= each.start < end}
    if code in _OF_ANY_BONE and _is_of_a_bone_apart(hit, plain):
        return True
    if _is_of_the_spine(part) or codes & _SPINAL:
        return False
    border = _BORDER.search(plain, hit.end, end)
    there = _EXAMINATION.sub(" ", plain[begin : border.start() if border else end])
    if code in _OF_ANY_BONE and place_words.OUTSIDE_BONE.search(there):
        return True
    return codes <= _OF_ANY_ORGAN and bool(place_words.OUTSIDE.search(there)) and not place_words.BONE.search(there)
