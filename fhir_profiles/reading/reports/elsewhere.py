"""Is a finding of a sentence that names no level told of another bone, or of an organ?

A level carries over from sentence to sentence; "right iliac metastasis, 30 mm" is at none. What may not live here: the words for
bones and organs (`place_words`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from fhir_profiles.reading import place_words
from fhir_profiles.reading.level_words import level_spans
from fhir_profiles.reading.reports.mention import Mention
from fhir_profiles.reading.wording import folded

_OF_ANY_BONE: Final = frozenset({"nature", "matrix", "size", "collapse", "fracture-risk", "previous-radiotherapy"})
"""What other bones may have as well."""
_OF_ANY_ORGAN: Final = frozenset({"nature", "size"})
"""What an organ may have, where the sentence says nothing else of a lesion of the spine."""


def of_the_spine(found: Sequence[Mention], text: str) -> Iterator[Mention]:
    """The findings of a sentence without those that it tells of another bone or organ."""
    codes = {each.code for each in found}
    plain = folded(text)
    if not codes & _OF_ANY_BONE or level_spans(plain) or place_words.region(plain):
        yield from found
        return
    other_bone = place_words.OUTSIDE_BONE.search(plain) is not None
    organ = codes <= _OF_ANY_ORGAN and place_words.OUTSIDE.search(plain) is not None
    for each in found:
        if not (other_bone and each.code in _OF_ANY_BONE) and not organ:
            yield each
