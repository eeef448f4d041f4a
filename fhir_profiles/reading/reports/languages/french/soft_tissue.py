"""French words for tumour in the soft tissues beside, before and behind a vertebra.

What may not live here: canal and foramen (`structures`), and what is touched (`neighbours`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.french.anatomy import (
    AND_OTHERS,
    EXTENT,
    FILLED,
    FREE,
    INVADED,
    IS,
    NORMAL,
    NOT_REACHED,
    NOT_TUMOUR,
    REACH,
    SOFT,
    SOFT_ADJ,
    SOFT_NOUN,
    SPARES,
    TUMOUR,
    VERBS,
    gap,
)
from fhir_profiles.reading.reports.lexicon import Form, forms

SOFT_TISSUE: Final[tuple[Form, ...]] = (
    forms(
        "soft-tissue-extension",
        rf"{EXTENT}{gap(6)}{SOFT_ADJ}",
        rf"{REACH}{gap(8)}{SOFT}",
        rf"{VERBS}{gap(10)}{SOFT}(?! (?:oede|œde))",
        rf"{TUMOUR}{gap(6)}(?:dans|au sein d[eu]s?|a l'interieur d[eu]s?|en avant d[eu]|vers|devant)(?: (?:le"
        rf"|la|les|l'))? ?(?:\w+ ){{0,2}}?{SOFT}",
        rf"{SOFT}(?:[\s:]+(?!(?:pas|plus|ni|libres?|non|qui|et|sans|ou|mais|aucune?"
        rf"|absence)\b)[\w'/\-]+){{0,4}}?[\s:]+(?:{FILLED}"
        r"|(?:masse|coulee|oui|infiltration)s?)",
        rf"{SOFT}(?: [\w/]+){{0,3}}? (?:n'est|ne sont|n'etant) (?:pas|plus) (?:\w+ment )?{FILLED}",
        rf"{SOFT}(?: [\w/]+){{0,2}} le sont",
        rf"fuseaux? (?:\w+ )?{SOFT_ADJ}",
        r"(?:masses?|nodules?|tissu) (?:\w+ ){0,2}?(?:du|des|dans le|dans les"
        r"|d[eu]s? muscles?) (?:muscle )?(?:ilio-?)?psoas",
        r"masse (?:\w+ )?en avant du sacrum|(?:composante|contingent|masse) de parties molles",
        unless=re.compile(
            r"hematome|abces|phlegmon|(?:oe|œ)dem|tumefaction|collection|serome|empyeme|amyotroph|involution"
            r"|epanchement|injection d|anesthes|graisseuse|atrophi|denervat|cortis|cortico|lidocain|xylocain"
            r"|radioguid|antalgique"
        ),
    ),
    forms(
        "soft-tissue-extension",
        r"(?:composante|contingent|masse|coulee) (?:tissulaire|charnue)",
        unless=re.compile(rf"epidura|canal|dural|foramin|intra-?osseu|{NOT_TUMOUR.pattern}"),
    ),
    forms(
        "soft-tissue-extension",
        r"(?<!pas )(?<!plus )(?<!non )(?:confinee?s?|limitee?s?|cantonnee?s?|restreinte?s?|circonscrite?s?"
        r"|contenue?s?"
        r"|se limit\w+|reste(?:nt)?) (?:strictement |exclusivement |uniquement |bien )?(?:a|au|aux|dans"
        r"|a l'interieur d[eu])"
        r" ?(?:la |le |l'|les )?(?:os\b|corps(?: vertebral)?|vertebre|arc posterieur|pedicule|lame|spongieuse"
        r"|spongieux|medullaire osseuse"
        r"|(?:th|[ctdls]) ?\d+|compartiment osseux|structures? osseuses?|cadre osseux)"
        r"(?![^.;]{0,60}\b(?:mais|avec|sauf|hormis)\b[^.;]{0,40}(?:debord|franchi|romp|exten|envahi|infiltr"
        r"|masse|composante|coulee))",
        r"(?:reste|restent|demeure|demeurent|restant|est|lesion|tumeur|nodule|localisation"
        r"|metastase) intra-?(?:osseu(?:x|se)|corporeale|spongieuse)s?"
        r"(?! (?:et|mais|a (?:extension|debord|predom)|avec|etendue?|debord))",
        r"(?:strictement|purement|exclusivement|uniquement|entierement) (?:intra-?)?(?:osseu(?:x|se|ses)"
        r"|corporea\w+|spongieu\w+)",
        rf"{SOFT_NOUN}{AND_OTHERS}[\s:]+{IS}(?:{FREE}|propres?)",
        rf"{SOFT_NOUN}{AND_OTHERS} {NOT_REACHED}",
        rf"{SPARES}{gap(6)}{SOFT}",
        rf"{NORMAL}{gap(4)}{SOFT}",
        rf"rien{gap(4)}{SOFT}",
        r"graisse (?:presacree|pre-?vertebrale|para-?vertebrale) (?:est )?(?:libre|respectee|normale|preservee"
        r"|conservee)",
        r"(?:sans|pas de|aucun) (?:franchissement|depassement) des (?:limites|corticales)(?: osseuses)?"
        r"|sans franchir les (?:limites|corticales)",
        r"sans debord (?:cortical|des corticales|extra-?osseux)",
        denied=True,
        closed=True,
        unless=re.compile(rf"amyotroph|{INVADED}"),
    ),
)
