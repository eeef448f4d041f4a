"""French words for what a tumour touches: nerve, viscus, joint.

What may not live here: what it grows into (`structures`), and denial or doubt (`cues`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.french.anatomy import (
    NOT_TUMOUR,
    SAC,
    STOP_A,
    STOP_FAT,
    gap,
)
from fhir_profiles.reading.reports.lexicon import Form, forms

_NERVE: Final = (
    r"(?:(?:emergence |emergences )?(?:de la |des )?racines?(?: (?:nerveuses?|sacrees?|lombaires?|emergentes?"
    r"|thoraciques?|cervicales?))*|nerfs? (?:spina\w+|sciatique|rachidien|intercosta\w+|obturateur|femoral)"
    r"|moelle(?: epiniere)?(?! osseuse)|cordon medullaire|cone (?:terminal|medullaire)|queue de cheval"
    r"|(?:structures?|elements?) (?:nerveu|neurolog|neura)\w+|plexus (?:\w+ )?(?:lombaire|sacre|brachial"
    r"|lombo-?sacre)|ganglions? (?:spina\w+|rachidien)|dure-?mere)"
)
_CONTACT: Final = (
    r"(?:(?:au|en|vient au|arrive au|prend|prenant) (?:large |proche |simple |etroit "
    r"|intime )?contact(?: (?:immediat|direct|etroit|intime|large))*(?: (?:de|du|des|d'|avec))?"
    r"|contacts?(?: [\w']+){0,5}? avec|contacts?(?: (?:etroit|direct|intime|large))*|contact(?:e|ent|ant)"
    r"|touch(?:e|ent|ant|er)|jouxt\w+|adjacent\w*(?: a| au| aux)?|accolee?s?(?: a| au| aux)?|adher(?:e|ent|ente"
    r"|ents|entes|ant|ence)s?"
    r"|(?:s')?appu(?:ie|yer|yant|ient)(?: sur)?|affleur\w+|effleur\w+|long(?:e|eant|ent)(?= l)|repos(?:e|ant"
    r"|ent) sur|adoss\w+ a|epous(?:e|ant)|frol\w+|bord(?:e|ant|ent|er)|engain(?:e|ant|ent"
    r"|ement)|englob(?:e|ant|ent)|entour(?:e|ant|ent)|se moul\w+|contigu\w*(?: a| au)?|au ras|a ras|proches?"
    r"|a proximite|au voisinage|voisine?s?(?= d)|attenante?s?|but(?:e|ant) (?:contre|sur)|lech\w+|tangente?s?"
    r"|infiltr(?:e|ant|ent|ation)|envahi(?:t|ssant|ssent|ssement)?|atteint|atteignant|(?<!mm )jusqu'(?:a|au"
    r"|aux)|a proximite immediate|irrit(?:e|ant)|en conflit)"
)
_DISPLACES: Final = r"(?:refoul(?:e|ant|ent|ement)s?|deplac(?:e|ant|ent)|repouss(?:e|ant|ent)|devi(?:e|ant|ent))"
_DISPLACED: Final = r"(?:refoulee?s?|deplacee?s?|repoussee?s?|deviee?s?)"
_TOUCHED: Final = (
    r"(?:touchee?s?|contactee?s?|engainee?s?|englobee?s?|envahie?s?|infiltree?s?|entouree?s?|au contact|en contact"
    r"|accolee?s?|adherente?s?|effleuree?s?|affleuree?s?|est atteinte?s?|jouxtee?s?|irritee?s?|moulee?s?)"
)
_AWAY: Final = (
    r"(?:(?:nettement |bien |reste |restant |situee? )*a (?:bonne |grande |toute )?distance(?! (?:de"
    r"|d'environ) \d)(?: (?:de|du|des|d'))?|separee?s?(?: (?:de|du|des|d'))|(?<!pas )(?:sans|aucun|absence de"
    r"|pas de) contact(?: \w+)?(?: (?:avec|au niveau))?|eloignee?s?(?: d[eu])|respect(?:e|ant|ent)|epargn(?:e|ant"
    r"|ent))"
)
_FAT: Final = (
    r"(?<!perte du )(?<!disparition du )(?<!effacement du )(?<!perte de l')(?<!infiltration du"
    r" )(?<!infiltration de la )(?<!absence de )(?<!sans )(?<!pas de )"
    r"(?:(?:(?:lisere|liseret|plan|interface|interligne|espace|feuillet|bande|couche"
    r"|franche)s? )+(?:(?:graisseu(?:x|se)|de (?:clivage|separation|graisse)|cellulo-?graisseux) ?)+"
    r"|clivage (?:graisseux|net|conserve|respecte)(?: \w+)?|graisse (?:de separation|mesorectale|peri-?\w+))"
)
_BOWEL: Final = (
    r"(?:(?:anses? (?:\w+ )?)?colons?(?: (?:descendant|ascendant|gauche|droit|transverse|sigmoide))*"
    r"|coliques?(?= (?:droit|gauche))|(?:recto-?)?sigmoides?|rectums?|(?:paroi|face) (?:\w+ )?rectale|rectal(?:e)?"
    r"|(?:anses?|intestins?)(?: (?:greles?|digestives?|intestinales?|ileales?|jejunales?))*|grele|duodenum|ileon"
    r"|jejunum|c[oœ]?e?cum|caecum|mesorectum|tube digestif|structures digestives|d2|d3(?= duod))"
)
_OTHER: Final = (
    r"(?:(?:o|œ)e?sophag\w+|plevres?(?: (?:parietale|mediastinale|viscerale))?|poumons?(?! (?:opere|connu))"
    r"|parenchyme pulmonaire|trachee|aorte(?: (?:\w+ale|thoracique|descendante))?|aortique"
    r"|veine cave(?: (?:inferieure|superieure))?|vci|vaisseaux iliaques?|(?:artere|veine|axe"
    r"|vaisseau)s? (?:vasculaire )?(?:iliaque|primitive|vertebrale|renale)s?(?: \w+)?"
    r"|ureteres?|reins?(?= (?:droit|gauche)|[.,;]|$| par)|pedicule renal|gros vaisseaux|pharynx|vessie"
    r"|diaphragme|piliers? (?:du )?diaphragm\w+|veine azygos|azygos|bronches?(?: souche)?|hypopharynx|larynx"
    r"|carotide)"
)
_JOINT: Final = (
    r"(?:(?:articulation|interligne|massif|apophyse|processus|facette|surface|corticale|cavite|espace"
    r"|joint)s? (?:inter-?)?(?:articulaires?|zygapophysaires?|apophysaires?|facettaires?"
    r"|interapophysaires?)(?: (?:posterieur|superieur|inferieur)e?s?)*(?: (?:posterieur|droit|gauche|superieur"
    r"|inferieur)e?s?)*|articulation(?! (?:sacro|costo|coxo|disco|inter-?vert))|articulation(?= (?:th|[ctdls]) ?\d)"
    r"|(?:l'|les )?articulaires? posterieures?|interligne(?: articulaire)?(?! discal)|interarticulaire)"
)


def _touching(code: str, what: str, value: str | None = None, contact: str = _CONTACT) -> tuple[Form, ...]:
    """Touching, not touching, both ways round."""
    return (
        forms(
            code,
            rf"{contact}(?:{gap(6, STOP_A)}| (?:une?|des|plusieurs|quelques) ){what}",
            value=value,
            unless=NOT_TUMOUR,
        ),
        forms(code, rf"{what}{gap(7)}{_TOUCHED}", value=value, unless=NOT_TUMOUR),
        forms(
            code,
            rf"{_AWAY}{gap(5)}{what}",
            rf"{_FAT}{gap(11, STOP_FAT)}{what}",
            rf"{what}{gap(5)}(?:separee?s?|a distance|eloignee?s?|epargnee?s?|respectee?s?|indemnes?"
            r"|non (?:\w+ment )?(?:contactee?s?|touchee?s?|refoulee?s?|envahie?s?|atteinte?s?))",
            rf"{what}{gap(6, STOP_FAT)}{_FAT}",
            value=value,
            denied=True,
            closed=True,
            unless=re.compile(r"(?:perte|disparition|effacement|infiltration|obliteration) d[eu]"),
        ),
    )


def _displacing(code: str, what: str, value: str | None = None) -> tuple[Form, ...]:
    """What is pushed aside is touched; of the cord and the sac this is said of their compression, not of contact."""
    return (
        forms(
            code,
            rf"{_DISPLACES}(?:{gap(6, STOP_A)}| (?:une?|des|plusieurs|quelques) ){what}",
            rf"{what}{gap(5)}{_DISPLACED}",
            value=value,
            unless=NOT_TUMOUR,
        ),
    )


NEIGHBOURS: Final[tuple[Form, ...]] = (
    # nerve and viscus
    *_touching("close-to-neural-structure", _NERVE),
    *_touching(
        "close-to-neural-structure",
        SAC,
        contact=_CONTACT.replace("|infiltr(?:e|ant|ent|ation)|envahi(?:t|ssant|ssent|ssement)?", ""),
    ),
    forms("close-to-neural-structure", r"contact (?:\w+ )?(?:dural|thecal|radiculaire|medullaire)", unless=NOT_TUMOUR),
    *_displacing("close-to-neural-structure", r"(?:racines?(?: \w+)?|nerfs?(?: \w+)?|plexus(?: \w+)?)"),
    *_touching("close-to-viscus", _BOWEL, "bowel"),
    *_touching("close-to-viscus", _OTHER, "other"),
    forms(
        "close-to-viscus",
        r"(?:contact|envahissement|infiltration|refoulement) (?:\w+ )?(?:digestif|colique|recta|intestina"
        r"|sigmoidien|grelique|duodena)\w*",
        value="bowel",
        unless=NOT_TUMOUR,
    ),
    forms(
        "close-to-viscus",
        r"(?:envahissement|infiltration|refoulement|deviation) (?:\w+ )?(?:(?:o|œ)e?sophagien|pleura|aortique"
        r"|trachea|ureteral|cave)\w*",
        r"contact (?:\w+ )?(?:(?:o|œ)e?sophagien|pleura|aortique|trachea|pulmonaire|visceral|cave|ureteral)\w*",
        value="other",
        unless=NOT_TUMOUR,
    ),
    *_displacing("close-to-viscus", _BOWEL, "bowel"),
    *_displacing("close-to-viscus", _OTHER, "other"),
    # joint
    forms(
        "intra-articular",
        r"intra-?articulaires?",
        r"(?:etend|envahi|franchi|fus|extension|atteint|atteinte|romp|rupture|erod|erosion|infiltr|situ|siege"
        rf"|loge|ouvert|ouvr|develop|penetr|lyse|effract|localis|interess|communi|atteign)\w*{gap(6)}{_JOINT}",
        rf"(?:dans|au sein d[eu]|a l'interieur d[eu]) (?:la |le |l')?{_JOINT}",
        rf"{_JOINT}{gap(4)}(?:envahi|infiltr|atteint|romp|erod|franchi)\w*",
        unless=re.compile(
            r"costo-?vertebra|costo-?transvers|sacro-?ili|epanchement|arthrose|arthrosi"
            r"|infiltration (?:articulaire|cortis)|injection"
        ),
    ),
    forms(
        "intra-articular",
        r"(?:a (?:bonne |grande )?distance|en dehors|loin|a l'ecart|hors) (?:de |d[eu]s? )(?:la |l'|le "
        r"|les )?(?:interlignes?|facettes? articulaires?|massifs? articulaires?|surfaces? articulaires?)",
        r"extra-?articulaires?|(?:respect\w*|epargn\w*) (?:de |des |l'|les |la )*" + _JOINT,
        denied=True,
        closed=True,
    ),
)
