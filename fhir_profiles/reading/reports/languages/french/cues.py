"""French words of time, and the order in which all cues take their words.

What may not live here: findings (`structures`, `tumour`), persons (`persons`), doubt (`doubt`), denial (`denial`), borders.
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.languages.french.denial import DENIED, DENIED_SIGNS, EXAM, GONE, ONLY_LOOKS, YEAR
from fhir_profiles.reading.reports.languages.french.doubt import (
    ASKED,
    AT_END,
    BETTER,
    DOUBT,
    FEARED,
    HEDGED_DENIAL,
    PLANNED,
)
from fhir_profiles.reading.reports.languages.french.past import DATED, FORMER, HEADED, IMPERFECT, PASSING, REMOVED, WAS
from fhir_profiles.reading.reports.languages.french.persons import OTHERS
from fhir_profiles.reading.reports.languages.french.turned import HEDGED, HEDGED_LAST, IMPOSSIBLE, TURNED
from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_ON, _BACK, _AROUND = Direction.AFTER_IT, Direction.BEFORE_IT, Direction.AROUND_IT

PAST: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.HISTORICAL,
        _BACK,
        r"(?:(?<=[\w)] )|(?<=[\w)], ))(?:anterieurement|auparavant|precedemment|initialement|autrefois"
        r"|par le passe|dans le passe|jadis"
        r"|alors|a l'epoque|lors du bilan initial|au depart)(?=\s*(?:$|[.,;)]))",
        nearest=True,
    ),
    cues(
        Polarity.HISTORICAL,
        _BACK,
        r"(?:(?:est|sont|etait|etant) )?(?:(?<!, )ancien(?:ne)?s?|ancien(?:ne)?s?(?! (?:de|en|a) (?:th"
        r"|[ctdls]) ?\d)|sequellaires?|consolidee?s?|gueri(?:e|es|s)?|vieux"
        r"|vieille|cicatricielle?s?|cicatrisee?s?|fusionnee?s?|sequelles?|d'allure ancienne|d'aspect ancien"
        r"|a l'epoque)"
        rf"{AT_END}",
        r"(?<!connu )(?<!connue )(?<!connus )(?<!connues )de longue date|d'age ancien|remontant a (?:plusieurs"
        r"|quelques) (?:mois|annees)",
        r"avant (?:l'operation|la chirurgie|chirurgie|l'intervention)",
        r"(?:qui )?(?:etait|etaient|avait ete|avaient ete) (?:presente?s?|visibles?|decrite?s?|notee?s?"
        r"|connue?s?|signalee?s?|retrouvee?s?)",
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"(?:passage|transformation|conversion|passee?s?) (?:de|d'une?)(?: (?:aspect|lesion|forme|etat))?",
        of=("matrix",),
    ),
    cues(  # "en mars …, aujourd'hui …"
        Polarity.HISTORICAL,
        _BACK,
        r"(?:en|au mois de) (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre"
        r"|decembre)(?=[^.;]{0,60}\b(?:aujourd'hui|ce jour|actuellement|desormais|maintenant|a present)\b)",
    ),
    cues(  # "on the scan of 3 March …, today …"
        Polarity.HISTORICAL,
        _BACK,
        rf"(?:au|a|sur|lors d[eu]) (?:l'|le |la )?{EXAM} (?:(?:du|de|d'|en) [^,;.]{{1,24}}"
        rf"|(?:de controle )?(?:initiale?|precedente?|anterieure?))"
        r"(?=[,;]? ?;? (?:et |puis |mais )?[^.;]{0,50}\b(?:aujourd'hui|ce jour|actuellement|desormais|maintenant"
        r"|a present|sur l'examen actuel)\b)",
    ),
    cues(
        Polarity.HISTORICAL,
        _BACK,
        r"(?:en|au mois de|courant) (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre"
        r"|novembre|decembre)(?! (?:19|20)\d\d)",
        rf"(?:sur|a|au|lors d[eu]) (?:l'|le |la )?{EXAM} (?:de controle )?(?:precedente?|anterieure?|initiale?)",
        of=("size", "escc"),
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"(?:^|(?<=\. ))de(?= (?:lytique|condensante?|mixte|osteolytique|osteocondensante?),)",
        r"(?:precedemment|auparavant|anterieurement|initialement|jadis|autrefois|naguere|anciennement"
        r"|historiquement|a l'origine|au depart|par le passe|dans le passe|a l'epoque|initiale?(?=,? ?(?:\d"
        r"|:)))",
        r"(?:antecedents?|atcd|histoire|status (?:apres|post)|st\. ?(?:apres|post|p\.)|s/p|etat apres"
        r"|statut post|sequelles?|cicatrices?"
        r"|suites?)(?: (?:de|d'|du|des|d'une?|connus?|lointain|personnels?))*",
        r"(?:ancien|ancienne|anciens|anciennes|vieux|vieille|vieil|vieilles|ex)(?! (?:d[eu'] ))",
        r"(?:il existait|il y avait|on notait|on retrouvait|montrait|on observait|presentait|existait"
        r"|avait montre|mesurait|avait presente|etait)",
        r"lors d[ue] (?:premier|bilan initial|dernier|precedent)(?: \w+)?",
        r"(?:contre|versus|vs|au lieu d[e']|pour)(?= \d)|(?:a |par rapport a )?l'examen (?:precedent"
        r"|anterieur)(?=,? \d)",
        r"au (?:diagnostic|moment du diagnostic|premier bilan|bilan initial|precedent examen|scanner initial)",
    ),
    cues(
        Polarity.HISTORICAL,
        _AROUND,
        r"(?:en|de|du|depuis le|avant|jusqu'en|courant|fin|debut|des|dans l'annee|datant de|date de"
        rf"|le)(?: (?:\d{{1,2}}(?:er)?|\w+))? {YEAR}",
        rf"(?:{EXAM} (?:de |du )?{YEAR})",
        r"(?:il y a|voici|voila) (?:environ |plus de |quelques )?(?:\w+ )?(?:an|ans|mois|annees|semaines)",
        r"(?:l'an dernier|l'annee derniere|l'an passe|l'annee passee|dans l'enfance|a l'adolescence"
        r"|dans la jeunesse)",
        r"decrit(?:e|s|es)? (?:alors|a l'epoque|auparavant|initialement)",
    ),
)

OPERATED: Final = cues(
    Polarity.HISTORICAL,
    _ON,
    rf"(?:opere|traite)(?:e|s|es)?(?: chirurgicalement)?(?: (?:en|il y a) (?:{YEAR}|\w+ ans))? (?:d'une?"
    r"|pour une?|de|pour)(?= (?:une? )?(?:ancien\w* )?(?:fracture|tassement|hernie|compression|spondylodiscite"
    r"|discite|osteomyelite|osteome|osteoblastome|instabilite|epidurite|masse|metastase))",
)
"""Said before "operated in 2018" is taken for a mere date."""

CUES: Final[tuple[Cue, ...]] = (
    OPERATED,
    *TURNED,
    HEADED,
    *REMOVED,
    *ONLY_LOOKS,
    *FORMER,
    OTHERS,
    *HEDGED,
    *HEDGED_DENIAL,
    DENIED_SIGNS,
    *ASKED,
    FEARED,
    *GONE,
    BETTER,
    *DENIED[:6],
    PLANNED,
    HEDGED_LAST,
    *DOUBT,
    *DENIED[6:],
    *DATED,
    *PAST,
    WAS,
    IMPERFECT,
    IMPOSSIBLE,
    PASSING,
)
"""Earlier rows take their words first: what only looks like a cue, then persons, conditions, doubt, denial, the past."""
