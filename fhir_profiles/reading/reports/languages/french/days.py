"""French words that say that a length is of another day, or that it is only a lower bound.

What may not live here: what is measured (`measures`), and the past in general (`past`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import words

_MONTH: Final = r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)"
_NOT_OF_IT: Final = "".join(
    rf"(?<!{done} )(?<!{done} en )(?<!{done} de )"
    for done in ("irradiee", "irradie", "radiotherapie", "biopsiee", "biopsie", "operee", "opere", "depuis")
)
"""Before a year or month that is not one of a measurement ("irradiée en 2022", "inchangée depuis 2019")."""
_NOT_HEADING: Final = r"(?![^;:]{0,30}:)"
_DONE: Final = (
    r"(?:traitement|ablation|radiotherapie|irradiation|chimiotherapie|chirurgie|intervention|biopsie|geste|operation)"
)
DATED: Final = words(
    rf"{_NOT_OF_IT}(?:19|20)\d\d{_NOT_HEADING}|\d{{1,2}}[/.](?:\d{{1,2}}[/.])?(?:20)?\d\d(?! ?[mc]m){_NOT_HEADING}",
    rf"(?:en|de|du|le|fin|debut|mi-?)(?: \d{{1,2}}(?:er)?)? ?{_MONTH}|(?:l')?an(?:nee)? (?:derniere?|passee?)|dernier\w* (?:fois"
    r"|controle|bilan|examen|scanner|irm)|mois dernier",
    rf"avant (?:la |le |l'|toute? )?{_DONE}|pre-?(?:therap|opera|interv|ablat)\w*|il y a|plus tot"
    r"|auparavant|anterieurement|(?:taille|diametre|mesure) anterieure?|ancien\w*",
    r"precede\w*|initial\w*|a l'origine|alors|autrefois|jadis|nadir|au moment d\w+"
    r"|lors d\w+ (?:sa |la )?(?:decouverte|diagnostic)",
    r"(?:au|du) diagnostic|extern\w*|exterieur\w*|ailleurs|adresseur|versus|vs|contre"
    r"|par rapport (?:a \d|au? \w+ (?:precedent|anterieur|initial))"
    r"|(?:reduction|diminution|regression|augmentation|croissance)[^;.]{0,30} a \d{1,3}(?:[.,]\d)? ?[mc]m,? de|→|->",
    r"double|disparu\w*|n'est plus|ne sont plus|non (?:re)?trouvee?s?|traitee?s? (?:par|en|avec)|etait|etaient|avait"
    r"|avaient|mesurait|mesuraient|faisait|retrouvait|passee? de",
)
"""Words of another day, or of a measurement that somebody else made."""
BOUNDED: Final = re.compile(
    r"(?:\b(?:plus d[e']|superieure?s? a|au-?dela de|depass\w+|exced\w+|depass\w+ pas|exced\w+ pas)|[>≥])(?: environ)? ?$"
)
