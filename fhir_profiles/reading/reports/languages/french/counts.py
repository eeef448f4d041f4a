"""French words for how many lesions there are.

What may not live here: lengths and distances (`measures`).
"""

from __future__ import annotations

import re
from typing import Final

NUMBERS: Final = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
    "onze": 11, "douze": 12, "seule": 1, "seul": 1, "unique": 1, "une seule": 1, "un seul": 1, "une unique": 1, "un unique": 1,
}  # fmt: skip
_WHOSE: Final = (
    r"(?:(?:autres|petites?|grosses?|grandes?|volumineuses?|nouvelles?|vertebres?|corps vertebraux|localisations?"
    r"|foyers?|sites?|images?|plages?|niveaux|etages) )*"
)
_WHAT: Final = (
    r"(?:lesions?|metastases?|localisations?|osteolyses?|foyers?|tumeurs?|atteintes?|depots?|plages?|lacunes?"
    r"|vertebres? (?:atteintes?|envahies?|metastatiques?|tumorales?|pathologiques?|touchees?)"
    r"|(?:etages?|niveaux|sites?) (?:atteints?|tumoraux|lesionnels?|metastatiques?|pathologiques?|vertebraux))"
)
_OTHER_ORGAN: Final = (
    r"(?! (?:\w+ )?(?:hepatique|pulmonaire|cerebra|ganglionnaire|degenerati|discale|arthrosi|surrenal"
    r"|renale?s? kyst|kystique|cutane|costale|musculaire|de schmorl|chirurgic|au foie|du foie|osteophyt|meningee"
    r"|nodulaires? pulm))"
)
_OF: Final = r"(?: (?!et\b|ou\b|avec\b|sans\b|dans\b|pas\b|une?\b|est\b|sont\b)[\w'-]+){0,4}?"
_ONE: Final = r"(?:uniques?|solitaires?|isolee?s?)"
_MANY: Final = (
    r"(?:multiples?|nombreuses?|innombrables|multifocales?|disseminees?|diffuses|pluri-?focales?|multi-?etagees?"
    r"|plurietagees?)"
)

COUNTS: Final = re.compile(
    r"\b(?<!bilsky )(?<!escc )(?<!grade )(?<!stade )(?<!\d[,.])(?:"
    r"(?P<many>(?:pluri|multi|poly)-?metastatique\b|(?:multiples|nombreuses|nombreux|innombrables"
    rf"|plusieurs|diverses|de multiples) {_WHOSE}{_WHAT}{_OTHER_ORGAN})"
    rf"|{_WHAT}{_OTHER_ORGAN}{_OF}(?:,| sont| est| :)? (?P<many2>{_MANY})(?! (?:\w+ )?(?:hepati|pulmon"
    r"|ganglio|cereb))\b"
    rf"|(?:au moins |plus de |environ |au total |pas moins de |une? )?(?P<n>\d{{1,2}}|une? (?:seule?|unique)|deux"
    rf"|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|seule?|unique) {_WHOSE}{_WHAT}{_OTHER_ORGAN}"
    rf"|(?:(?:nombre|total)(?: total)? (?:de |d')(?:{_WHAT})(?: \w+)?|{_WHAT}{_OF},? au nombre de)(?: est de"
    r"| estime a| :"
    rf"|:)? ?(?P<n2>\d{{1,2}}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)"
    rf"|(?P<one>{_WHAT}{_OTHER_ORGAN}{_OF}(?:,| est| :)? (?:(?:reste|apparait|est|parait|semble|qui"
    rf"|demeure) )*(?:strictement )?{_ONE}(?! (?:de |du )?(?:la )?(?:plateau|corticale|pedicul))"
    rf"|(?:pas|aucune?|sans|absence)(?: de| d')? ?autres? (?:\w+ )?{_WHAT}(?: \w+){{0,3}} que?\b(?! (?:les|des"
    rf"|celles|ceux))"
    r"|(?:lesion|metastase|atteinte|maladie) unifocale|seule? (?:et unique )?(?:anomalie|manifestation"
    r"|cible)(?: \w+)? (?:osseuse|rachidienne|tumorale))"
    r"|(?:il |ils )?n'en (?:persist|rest|subsist|demeur|exist)\w+(?: (?:plus|aujourd'hui|ce jour|actuellement"
    r"|a ce jour|donc))* qu(?:e |')"
    r"(?P<n3>une?(?: seule?)?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d{1,2})(?= ?(?:$|[.,;]))"
    rf"|(?<=; )on en (?:denombre|compte|recense|retrouve)(?: (?:aujourd'hui|ce jour|actuellement|desormais"
    rf"|maintenant|a present))*"
    r"(?: (?:au moins|plus de|environ))? (?P<n4>deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d{1,2})(?= ?(?:$|[.,;]))"
    r")\b"
)
