"""French words for the stability of the spine, and for the grade of tumour in the canal (ESCC).

What may not live here: fractures that are there (`tumour`), and the canal in words (`structures`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.french.elsewhere import OTHER_JOINT
from fhir_profiles.reading.reports.lexicon import Form, forms

_UNSTABLE: Final = r"instables?|instabilites?(?: (?:rachidienne|mecanique|vertebrale|segmentaire|potentielle))?"

GRADES: Final[tuple[Form, ...]] = (
    forms(
        "fracture-risk",
        r"(?:haut |tres haut )?(?:risque|danger|probabilite)s?(?: \w+){0,2}? (?:de |d'"
        r"|a la )(?:\w+ ){0,2}?(?:fracture|tassement|effondrement|collapsus|affaissement|fracturation"
        r"|rupture vertebrale|instabilite)s?",
        r"(?:risque|menace|danger|fragilite|potentiel)s?(?: \w+){0,2}? (?:fracturaire|mecanique)s?",
        r"(?:menace|imminence)s? (?:\w+ )?(?:de |d')(?:\w+ )?(?:fracture|tassement|effondrement|collapsus)",
        r"(?:fracture|tassement|effondrement)s?(?: \w+){0,2} (?:imminente?s?|menacante?s?|a craindre|a redouter)",
        r"pre-?fractur\w+|pre-?fracturaire",
        rf"{_UNSTABLE}",
        r"(?:menac\w+|susceptible|risqu\w+) (?:de |d')(?:se |s')?(?:fractur|effondr|tass|affaiss|romp)\w+",
        r"(?:menac|compromet|met)\w* (?:en jeu |en peril )?(?:la |sa )(?:stabilite|solidite|statique)"
        r"|(?:stabilite|solidite|statique)(?: \w+){0,2} (?:menacee|compromise|precaire|incertaine|alteree)",
        r"(?:craindre|redouter|fait craindre|expose a) (?:\w+ ){0,3}?(?:fracture|tassement|effondrement|collapsus)",
        r"fragilisee?s? (?:au point|mecaniquement)|a risque(?! d)",
        unless=re.compile(rf"\bfaibles?\b|minimes?\b|(?<!non )(?<!pas )negligeable|\bbas\b|{OTHER_JOINT.pattern}"),
    ),
    forms(
        "fracture-risk",
        r"(?:rachis|vertebre|segment|etage|colonne|charniere)(?: (?:lombaire|dorsal"
        r"|cervical|thoracique)e?)?(?: (?:est|reste|demeure|semble|jugee?|consideree?"
        r"|\w+ment))* stables?(?! (?:en taille|dans|par rapport|depuis|en dimension))",
        r"(?:jugee?s?|consideree?s?|estimee?s?) (?:\w+ment )?stables?|stables? (?:sur le plan |au plan "
        r"|d'un point de vue )(?:bio)?mecanique|(?:bio)?mecaniquement stables?|cliniquement stables?",
        r"sins (?:a |de |: ?)?\d+(?: ?/ ?18)?[\s,:(=]+(?:(?:lesion|rachis|vertebre|donc|soit) )*stable",
        r"stabilite (?:(?:rachidienne|mecanique|vertebrale|du rachis|segmentaire|de la vertebre|de (?:th"
        r"|[ctdls]) ?\d+) )*(?:(?:est|reste) )?(?:preservee|conservee|respectee|satisfaisante|non (?:menacee"
        r"|compromise)|correcte|maintenue|acquise)",
        r"(?:risque|danger) (?:\w+ )?(?:fracturaire|de (?:fracture|tassement)) (?:est )?(?:nul|absent"
        r"|negligeable|ecarte)",
        denied=True,
        closed=True,
    ),
    forms(
        "escc",
        r"(?:escc|bilsky|mescc)(?:[\s,\-:=()']+(?:grade|stade|score|echelle|classe|classification|type|est"
        r"|etait|de|cotee?|coter?|a|initial\w*|actuel\w*|desormais|escc|bilsky|estimee?|evaluee?"
        r"|en))*[\s\-:=('\"]*"
        r"(?P<value>0|1a|1b|1c|2|3)(?:(?: ou |/| a | - |-)(?P<second>0|1a|1b|1c|2|3))?(?![\d,.]\d)",
    ),
    forms(
        "escc",
        r"(?:grade|stade|score|cotee?|classee?|type)s?(?: [a:=]?)? ?(?P<value>0|1a|1b|1c|2|3)(?:(?: ou |/"
        r"| a )(?P<second>0|1a|1b|1c|2|3))?(?: [\w']+){0,3}? ?(?:(?:de|d'|sur|selon|dans|a|en) )?(?:la |l'"
        r"|les )?(?:\w+ )?(?:\w+ )?(?:l'|d')?(?:escc|bilsky)",
    ),
    forms("escc", r"(?:grade|stade|cotee?|classee?) (?P<value>1a|1b|1c)"),
    forms(
        "escc",
        r"(?<=, )(?P<value>0|2|3)(?= (?:en|a|au niveau de) (?:th|[ctdls]) ?\d)",
        needs=("bilsky", "escc"),
    ),
    forms(  # "goes from 1b to 2"
        "escc",
        r"(?:passee?|passant|evolu\w+|progress\w+|regress\w+|major\w+) (?:de|du|d'un)(?: (?:grade|stade|score"
        r"|escc|bilsky))* ?"
        r"(?P<value>0|1a|1b|1c|2|3)(?= (?:a|au|vers) )",
        needs=("bilsky", "escc"),
        past=True,
    ),
    forms(
        "escc", r"(?<=[0-3abc] a )(?P<value>1a|1b|1c|2|3)(?= (?:en|a|au|ce)\b| ?(?:$|[.,;]))", needs=("bilsky", "escc")
    ),
    forms("escc", r"(?P<value>1a|1b|1c)", needs=("bilsky", "escc")),
    forms(
        "escc",
        r"(?:grade|stade|cotee?|classee?|et|puis) (?P<value>0|2|3)(?= (?:en|a|au niveau de) (?:th|[ctdls]) ?\d)",
        needs=("bilsky", "escc"),
    ),
    forms(
        "escc",
        r"(?P<value>0|1a|1b|1c|2|3) (?:actuellement|aujourd'hui|ce jour|desormais|a present)",
        needs=("bilsky", "escc"),
    ),
    forms(
        "escc",
        r"(?<!passe de )(?<!passee de )(?<!passant de )(?<!evolue de )(?P<value>1a|1b|1c|2) ?(?:ou|/"
        r"|a) ?(?P<second>1b|1c|2|3)",
        needs=("bilsky", "escc"),
    ),
    forms(
        "escc",
        r"(?:contre|auparavant|actuellement|aujourd'hui|desormais|precedemment|puis|initialement|ce jour|et"
        r"|passee? de|versus|au lieu de|anterieurement|et non) (?P<value>0|1a|1b|1c|2|3)(?: en (?:th"
        r"|[ctdls]) ?\d+)?(?= ?(?:$|[.,;)]|en (?:jan|fev|mar|avr|mai|jui|aou|sep|oct|nov|dec|20|(?:th"
        r"|[ctdls]) ?\d)|au|anterieur|auparav|precedem|initial|aujourd|actuel|lors))",
    ),
)
