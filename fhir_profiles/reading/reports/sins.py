"""Which SINS total does a sentence give, and for which level (F-14)?

The score has one name in all three languages. What may not live here: what a total means (X-11), and the six components, which
reports give in prose: they are read from coded findings only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fhir_profiles.reading.level_words import level_spans
from fhir_profiles.reading.reports.lexicon import Form, Language
from fhir_profiles.reading.reports.mention import Mention
from fhir_profiles.reading.reports.passages import Sentence
from fhir_profiles.reading.reports.scope import Hit, cues_in, polarity_of
from fhir_profiles.reading.wording import folded

_TOTAL: Final = Form(
    "sins",
    re.compile(
        r"\bsins\b(?:[ :=()\-]|score|total|index|wert|summe|gesamt\w*|of|is|was|at|the|von|betragt|mit|de|est|a\b|estime){0,8}?"
        r"\b(?P<total>1[0-8]|\d)(?!\d|[.,/\-]\d|\s?(?:-|to|bis|a)\s?\d)|\bsins\b[ :=\-]{0,3}(?P<of>1[0-8]|\d)\s?/\s?18\b"
    ),
)
"""A range ("7-12") and a limit ("> 12") are no total."""


def totals_in(sentence: Sentence, language: Language, carried: tuple[str, ...]) -> Iterator[Mention]:
    """The totals of one sentence, each at the level named last before it, else at the only one that the sentence names."""
    plain = folded(sentence.text)
    if "sins" not in plain:
        return
    spans, found = level_spans(plain), cues_in(plain, language)
    for match in _TOTAL.form.finditer(plain):
        hit = Hit(match.start(), match.end(), _TOTAL, match["total"] or match["of"])
        polarity, _ = polarity_of(hit, plain, [hit], found, language)
        before = [span for span in spans if span.end <= match.start()] or spans
        levels = before[-1].levels if before else carried
        for level in levels or ("",):
            yield Mention(
                code="sins",
                polarity=polarity,
                value=int(match["total"] or match["of"]),
                levels=(level,) if level else (),
                section=sentence.section,
                sentence=sentence.text,
            )
