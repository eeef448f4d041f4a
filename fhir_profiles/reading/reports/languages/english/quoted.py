"""English cues of texts about patients in general: leaflets, guidelines, chapters, teaching.

What may not live here: relatives and other patients (`persons`).
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_TEXT: Final = (
    r"(?:leaflet|brochure|booklet|handout|flyer|(?:fact|information) ?sheet|poster|guidelines?(?!-| (?:based|recommend\w*))|guidance"
    r"|handbook|textbook|manual|lecture|slides?|teaching (?:file|case|collection|example|material)|syllabus|curriculum|seminar"
    r"|consent form|consensus (?:paper|statement)|journal|review article|website|encyclop\w+)"
)
QUOTED: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.OTHER_PERSON,
        Direction.SENTENCE,
        rf"^(?:[^\s.;:\"]+ ){{0,6}}?{_TEXT}(?: [^\s.;:\"]+){{0,6}}?:",
        rf"(?:says?|said|reads?|states?|writes?|explains?|according to|quoted from|taken from|as in) (?:the|our|a|an|her|his|this|that)"
        rf" (?:\w+ ){{0,2}}?{_TEXT}",
        rf"(?:the|our|a|an|this|that) (?:\w+ ){{0,2}}?{_TEXT}(?: \w+){{0,4}}? (?:says|reads|states|explains|warns|teaches|lists"
        r"|defines|recommends)",
        r"(?:chapter|section|table|figure|page|paragraph) \d+(?:\.\d+)? (?:of|in) (?:the|this|that|our)",
        needs=(
            "leaflet",
            "brochure",
            "booklet",
            "handout",
            "flyer",
            "sheet",
            "poster",
            "guid",
            "handbook",
            "textbook",
            "manual",
            "lecture",
            "slide",
            "teaching",
            "syllabus",
            "curricul",
            "seminar",
            "consent form",
            "consensus",
            "journal",
            "article",
            "website",
            "encyclop",
            "chapter",
            "section",
            "table",
            "figure",
            "page",
            "paragraph",
        ),
    ),
)
"""Among the first, so that their words are theirs."""
