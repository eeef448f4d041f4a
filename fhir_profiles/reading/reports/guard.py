"""Does a finding's own stretch of the sentence hold a word of doubt, denial or the past that nothing has made sense of?

Then it is not read at all: not known is an answer, a guess is none. What may not live here: the words (`languages`), and what
the cues that were made sense of do (`scope`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from fhir_profiles.reading.reports.lexicon import Language
from fhir_profiles.reading.reports.mention import Polarity
from fhir_profiles.reading.reports.scope import Found, Hit

_COMMA: Final = re.compile(r",(?!\d)")


def is_guarded(
    hit: Hit, polarity: Polarity, plain: str, hits: Sequence[Hit], every: Sequence[Found], language: Language
) -> bool:
    """Is the finding only seemingly present, or only seemingly absent, as far as its words tell?

    `every`: all cues of the sentence, also those that only look like one: the words they stand on are accounted for, as are
    those of every finding.
    """
    words = {Polarity.PRESENT: language.guarded, Polarity.ABSENT: language.overturned}.get(polarity)
    if words is None:
        return False
    begin, end = _stretch(hit, plain, language)
    taken = [(each.start, each.end) for each in every] + [(each.start, each.end) for each in hits]
    return any(_is_untaken(found, taken) for found in words.finditer(plain, begin, end))


def _stretch(hit: Hit, plain: str, language: Language) -> tuple[int, int]:
    """From comma to comma, within hard borders."""
    borders = (_COMMA, language.hard)
    begin = max((each.end() for border in borders for each in border.finditer(plain, 0, hit.start)), default=0)
    ends = (border.search(plain, hit.end) for border in borders)
    return begin, min((each.start() for each in ends if each), default=len(plain))


def _is_untaken(found: re.Match[str], taken: Iterable[tuple[int, int]]) -> bool:
    return not any(start < found.end() and found.start() < end for start, end in taken)
