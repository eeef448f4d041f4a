"""English cues of texts about patients in general: leaflets, guidelines, chapters, teaching.

What may not live here: relatives and other patients (`persons`).
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_TEXT: Final = (
    r"(?:leaflet|brochure|booklet|handout|flyer|(?:fact|information) ?sheet|poster|guidelines?(?!-| (?:based|recommend\w*))"
    r"|guidance"
    r"|handbook|textbook|manual|lecture(?: notes?| slides?)?|teaching (?:file|case|collection|example|material|slide)s?|syllabus"
    r"|curriculum|seminar|consent form|consensus (?:paper|statement)|review article|website|encyclop\w+)"
)
QUOTED: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.OTHER_PERSON,
        Direction.SENTENCE,
        rf"^(?:[^\s.;:\"]+ ){{0,6}}?{_TEXT}(?: [^\s.;:\"]+){{0,6}}?:",
        rf"(?:says?|said|reads?|states?|writes?|explains?|so|quoted from|taken from) (?:the|our|a|an|her|his|this|that)"
        rf" (?:\w+ ){{0,2}}?{_TEXT}",
        rf"(?:the|our|a|an|this|that) (?:\w+ ){{0,2}}?{_TEXT}(?: \w+){{0,4}}? (?:says|reads|states|explains|warns|teaches|lists"
        r"|defines|recommends)",
        rf"(?:chapter|section|table|figure|page|paragraph) \d+(?:\.\d+)? (?:of|in) (?:the|this|that|our) (?:\w+ )?{_TEXT}",
        rf"^(?:by|under|as per|in) (?:the|our|most|all) (?:\w+ )?{_TEXT}",
        r"^(?:definitions?|legend|key|glossary|template(?: text)?|reminder|faq|red flags explained|(?:inclusion"
        r"|exclusion) criteri\w+"
        r"(?: of [^:]{3,30})?|for (?:the |our )?(?:students|residents|trainees)|example(?: case)?[^:]{0,30}):",
        # "cord compression is an emergency", behind a heading
        r"(?<=: )(?!the |this |that |there |[^.;]*\b[ctls]\d{1,2}\b)[a-z][^:;.,]{3,50} (?:is|are) (?:always )?an? (?:\w+ )?"
        r"(?:emergency|(?:contra-?)?indication for \w+)",
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
            "teaching",
            "syllabus",
            "curricul",
            "seminar",
            "consent form",
            "consensus",
            "article",
            "website",
            "encyclop",
            "chapter",
            "section",
            "table",
            "figure",
            "page",
            "paragraph",
            "definition",
            "legend",
            "key",
            "glossary",
            "template",
            "reminder",
            "faq",
            "red flags",
            "criteri",
            "students",
            "residents",
            "trainees",
            "example",
            "emergency",
            "indication",
        ),
    ),
)
"""Among the first, so that their words are theirs."""
