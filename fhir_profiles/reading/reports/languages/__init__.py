"""Which languages are reports read in, and in which one is this text written?

What may not live here: the words of a language (one package each).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english import ENGLISH
from fhir_profiles.reading.reports.languages.french import FRENCH
from fhir_profiles.reading.reports.languages.german import GERMAN
from fhir_profiles.reading.reports.lexicon import Language

LANGUAGES: Final = (ENGLISH, FRENCH, GERMAN)
_WORD: Final = re.compile(r"[a-z]+")


def language_of(plain: str) -> Language:
    """The language most of whose common words stand in folded text; English where none does."""
    words = _WORD.findall(plain)
    counts = [sum(word in language.common for word in words) for language in LANGUAGES]
    return LANGUAGES[counts.index(max(counts))]
