"""Which languages are reports read in, and in which one is this text written?

What may not live here: the words of a language (one package each).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from fhir_profiles.reading.reports.lexicon import Language
from fhir_profiles.reading.wording import folded

_WORD: Final = re.compile(r"[a-z]+")
_SHARED: Final = frozenset({"fracture", "in", "lesion", "tumor", "des", "metastase", "osteolyse"})
"""Words of one language that another one writes as well."""
_MARKS: Final = {
    "fr": re.compile(r"[éèêëàçùûîïôœ]|\b(?:aucune?s?|sans|pas)\b", re.IGNORECASE),
    "de": re.compile(r"[äöüß]|\b(?:kein\w*|ohne|nicht)\b", re.IGNORECASE),
}
"""Letters that English does not have, and the words that deny: a denial that is not understood would read as a finding."""
_MARKED: Final = 2
"""How many common words a mark is worth."""
_BEGINNING: Final = 2_000
"""Characters that decide between languages with equally many common words."""


@cache
def languages() -> tuple[Language, ...]:
    """Made when the first report is read, or before by whoever serves: their patterns take two seconds, for which nobody who
    only checks a site file should wait.
    """
    from fhir_profiles.reading.reports.languages.english import ENGLISH  # noqa: PLC0415
    from fhir_profiles.reading.reports.languages.french import FRENCH  # noqa: PLC0415
    from fhir_profiles.reading.reports.languages.german import GERMAN  # noqa: PLC0415

    return ENGLISH, FRENCH, GERMAN


def language_of(text: str) -> Language:
    """The language of whose common words and marks most stand in the text; of several, the one that reads most of it.

    Telegram style has few common words ("Epidurale Ausdehnung BWK 8."). English where nothing tells.
    """
    words = frozenset(_WORD.findall(folded(text))) - _SHARED
    counts = [len(words & language.common) + _mark(language, text) for language in languages()]
    most = [language for language, count in zip(languages(), counts, strict=True) if count == max(counts)]
    if len(most) == 1:
        return most[0]
    plain = folded(text[:_BEGINNING])
    return max(most, key=lambda language: _understood(language, plain))


def _mark(language: Language, text: str) -> int:
    marks = _MARKS.get(language.code)
    return _MARKED if marks is not None and marks.search(text) else 0


def _understood(language: Language, plain: str) -> int:
    """How many characters of folded text are words of a finding, or words that change what a finding's name says."""
    patterns = (*(each.form for each in language.forms_at(plain)), *(each.form for each in language.cues_at(plain)))
    return sum(found.end() - found.start() for pattern in patterns for found in pattern.finditer(plain))
