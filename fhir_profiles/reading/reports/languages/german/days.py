"""German words that say that a length is of another day, or that it is only a lower bound.

What may not live here: what is measured (`measures`), and the past in general (`past`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import words

_MONTH: Final = r"(?:januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember)"
_NOT_OF_IT: Final = "".join(
    rf"(?<!{done} )(?<!{done} im )"
    for done in ("bestrahlt", "bestrahlung", "radiatio", "biopsiert", "operiert", "seit", "ed", "erstdiagnose")
)
"""Before a year or month that is not one of a measurement ("2022 bestrahlt", "seit 2019 unverändert")."""
_NOT_HEADING: Final = r"(?![^;:]{0,30}:)"
_TREATMENT: Final = r"(?:therapie|behandlung|ablation|bestrahlung|radiatio|chemotherapie|operation|op|eingriff|beginn)"
DATED: Final = words(
    rf"{_NOT_OF_IT}(?:19|20)\d\d(?! (?:bestrahlt|operiert|biopsiert|reseziert)){_NOT_HEADING}"
    rf"|\d{{1,2}}\.\d{{1,2}}\.(?:\d\d){{1,2}}{_NOT_HEADING}"
    rf"|\d{{1,2}}/(?:20)?\d\d{_NOT_HEADING}",
    rf"(?:im|vom|am|ende|anfang|mitte) (?:\d{{1,2}}\. ?)?{_MONTH}|letzte\w* (?:jahr|monat|woche|kontrolle|untersuchung|mal)\w*",
    r"vor-?(?:ct|mrt|aufnahme|untersuchung|befund|bild)\w*|voruntersuch\w*|vu|auswart\w*|fremd\w*|extern\w*|erstmals|erst-?\w+",
    rf"vor (?:der |dem |einer |einem )?(?:\w+ )?(?:{_TREATMENT}|tagen|wochen?|monat(?:en)?|jahr(?:en)?)"
    r"|pra-?(?:therap|oper|interv|ablat)\w*(?! planung)",
    r"zuletzt|damal\w*|fruher\w*|ehemal\w*|vormal\w*|zuvor|vorher|initial\w*|ursprung\w*|zum zeitpunkt|seinerzeit|nadir|baseline",
    r"gegenuber|versus|vs|im vergleich|→|->",
    r"schrumpf\w*|verdoppel\w*|halbier\w*|(?:zunahme|abnahme|wachstum|gewachsen|grosser|kleiner) von"
    r"|von \d{1,3}(?:[.,]\d)? ?(?:[mc]m )?(?:auf|zu)|auf \d{1,3}(?:[.,]\d)? ?[mc]m von"
    r"|verschwunden|nicht mehr|abladiert|reseziert",
    r"mass|war|waren|hatte|hatten|betrug",
)
"""Words of another day, or of a measurement that somebody else made."""
BOUNDED: Final = re.compile(
    r"(?:\b(?:(?:grosser|mehr|langer) als|uber|oberhalb|jenseits|uberschreitet|ubersteigt|uberragt)|[>≥])(?: (?:etwa|ca\.))? ?$"
)
