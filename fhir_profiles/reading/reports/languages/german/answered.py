"""German wordings of a question with its answer, and of a doubt that is not of the treatment it names, written out.

"Frage nach Fraktur: negativ" denies the fracture; "vermutlich Folge der Bestrahlung" doubts what came of the irradiation, and not
that it was given. What may not live here: findings and cues, and levels (`by_level`, `written_out`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Rewriting

_NO: Final = r"(?:nein|negativ|verneint|zu verneinen|nicht nachweisbar|unauffallig)"
_IRRADIATION: Final = r"(?:bestrahlung|radiatio|strahlentherapie|radiotherapie|irradiation)"
ANSWERED: Final[tuple[Rewriting, ...]] = (
    Rewriting(
        ("negativ", "nein", "vernein", "nicht nachweisbar", "unauffallig"),
        re.compile(
            r"(?:^|(?<=[.;] ))(?:(?:die )?(?:frage|fragestellung|verdacht|suche) (?:nach|auf|der|einer)|zum ausschluss"
            r"|z\. ?a\.|ob)"
            r" (?:(?:eine[rsnm]?|der|des) )?"
            rf"(?P<what>[^.;:?,]{{4,50}}?)(?: (?:vorliegt|besteht))?(?:\s*[:?-]\s*| (?:ist|wird) ){_NO}(?=\s*(?:[.;,]|$))"
        ),
        r"kein \g<what>",
    ),
    Rewriting(
        ("bestrahl", "radiatio", "strahlenth", "radiother", "irradiat"),
        re.compile(
            r"\b(?:vermutlich|wahrscheinlich|am ehesten|wohl|mutmasslich|moglicherweise|vereinbar mit) (?=(?:als |einer? )?"
            r"(?:folgen?|infolge|effekt|reaktion|ausdruck|residuen|residualveranderung\w*|veranderung\w*)? ?(?:nach|auf|durch|von"
            r"|infolge)? ?(?:der|die|den|dem|stattgehabter|erfolgter|bekannter|z\. ?n\.|zustand nach)"
            rf" (?:\w+er )?{_IRRADIATION}\b)"
        ),
        "",
    ),
)
