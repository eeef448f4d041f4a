"""French findings whose name stands before: a pronoun, "celui de T9", or a bare word takes it up.

What may not live here: the names themselves (`structures`, `neighbours`, `treatment`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.french.anatomy import CORD, FILLED, FORAMEN, FREE, gap
from fhir_profiles.reading.reports.languages.french.structures import BROKEN, COMPRESSED, WALL, WHOLE
from fhir_profiles.reading.reports.lexicon import Form, forms

_OF: Final = (
    r"(?:celui|ceux|celle|celles) (?:de |d'|des |du )(?:corps de )?(?:th|[ctdls]) ?\d{1,2}(?:,| (?:est"
    r"|sont|etant|reste|apparait|semble|a ete))*"
)
_IT: Final = (
    r"(?:il|elle|ils|elles|celui-ci|celle-ci|ce dernier|cette derniere) (?:est|sont|a ete|apparait|parait"
    r"|semble|reste|demeure)"
    r"(?: (?:\w+ment|bien|donc|deja|tres|meme|bel et bien|largement|au contraire|en fait|en realite))*"
)
_AS_NAMED: Final = r"(?:, |: |; |\. |,? (?:mais|et|car) )(?:mais |et |car |ou )?"
_BY_TUMOUR: Final = (
    r"par (?:la |le |l'|une? |cette |ce |du |des )?(?:\w+ ){0,2}?(?:tumeur|masse|metastase|lesion|tissu"
    r"|composante|coulee|bourgeon"
    r"|epidurite|extension|processus|prolifer)\w*"
)

AGAIN: Final[tuple[Form, ...]] = (
    # posterior wall
    forms("posterior-wall", rf"{_OF} (?:\w+ment )?{BROKEN}", needs=("mur post", "murs post")),
    forms("posterior-wall", rf"{_OF} (?:\w+ment )?{WHOLE}", denied=True, closed=True, needs=("mur post", "murs post")),
    forms(
        "posterior-wall",
        rf"{WALL}(?: [\w']+){{0,7}}?{_AS_NAMED}(?P<at>{_IT} {BROKEN})",
        needs=("mur", "cortica", "paroi"),
    ),
    forms(
        "posterior-wall",
        rf"{WALL}(?: [\w']+){{0,7}}?{_AS_NAMED}(?P<at>{_IT} {WHOLE})",
        denied=True,
        closed=True,
        needs=("mur", "cortica", "paroi"),
    ),
    # foramen, canal
    forms("foraminal-extension", rf"{_OF} (?:\w+ment )?{FILLED}", needs=("foram", "trou")),
    forms("foraminal-extension", rf"{_OF} (?:\w+ment )?{FREE}", denied=True, closed=True, needs=("foram", "trou")),
    forms(
        "foraminal-extension",
        rf"{FORAMEN}(?: (?:gauche|droit))? mais (?P<at>(?:rempli\w*|combl\w+|envahi\w*|infiltr\w+|occup\w+"
        rf"|atteint\w*) (?:le |celui de )"
        r"(?:gauche|droit))",
        needs=("foram", "trou"),
    ),
    # cord
    forms(
        "cord-compression",
        r"(?<!bas de )(?<!fracture )(?<!en )compressions?(?= ?(?:$|[.,;)])| (?:a ce niveau|ce jour|actuelle"
        r"|residuelle|significative|associee))",
        loose=True,
        needs=("moelle", "cordon medull", "queue de cheval"),
        unless=re.compile(r"veine|bronch|vascul|radicul|racine|digest|colon|uret|aort|nerf|cave"),
    ),
    forms(
        "canal-extension",
        rf"{CORD}{gap(6)}{COMPRESSED}(?: [\w'/]+){{0,4}}? {_BY_TUMOUR}",
        rf"(?:tumeur|lesion(?! degen)|masse(?: tumorale)?|metastase|epidurite|lesion tumorale"
        rf"|composante tumorale)s?(?: (?:de|en) (?:th|[ctdls]) ?\d+)?(?: qui)? (?:comprim\w+|ecras\w+"
        rf"|lamin\w+) (?:\w+ment )?(?:la |le |l')?{CORD}",
        unless=re.compile(
            r"hernie|hematome|abces|osteophyt|fragment|disque|discal|sans |pas de |non tumora|kyste|intra-?medullaire"
        ),
        needs=("moelle", "medull", "cordon", "queue de cheval", "myelon", "cone "),
        one_sided=True,
    ),
    forms(
        "canal-extension",
        r"(?:l')?epidural(?= (?:est |reste )?(?:libre|indemne|respecte|preserve))(?: \w+){1,2}",
        denied=True,
        closed=True,
    ),
    # touching
    forms(
        "close-to-neural-structure",
        r"(?:vien\w+|arriv\w+|est|reste|se situe|situee?|venant) (?:\w+ ){0,2}?(?:a|en|au) (?:son"
        r"|leur) contact(?: \w+)?",
        needs=("moelle", "medull", "racine", "sac dural", "fourreau", "queue de cheval", "dure-mere"),
        unless=re.compile(r"aort|colon|oesoph|plev|veine|rectum|duoden|psoas|uretere|rein\b"),
        wide=True,
    ),
    # joint
    forms(
        "intra-articular",
        r"(?:extension|envahissement|penetration|effraction|franchissement|ouverture|propagation"
        r"|participation) (?:intra-?)?"
        r"articulaires?(?: posterieure?s?)?",
        unless=re.compile(r"costo-?|sacro-?ili|arthros|degenerat"),
    ),
    # metal
    forms(
        "metal-near-level",
        rf"{_OF} (?:toujours |encore |bien )*(?:en place|laissee?s?|conservee?s?|maintenue?s?)",
        lasting=True,
        needs=("vis ", "tige", "plaque", "materiel", "cage"),
    ),
    # height
    forms(
        "collapse",
        r"(?:gard|conserv|maint\w+n|preserv)\w* (?:toute )?(?:sa|leur|une) (?:bonne )?hauteur(?: (?:normale"
        r"|satisfaisante|\w*somatique))?",
        denied=True,
        closed=True,
        unless=re.compile(r"disca|disque|(?:ne|n') ?\w+ (?:pas|plus)"),
    ),
    forms(
        "collapse",
        r"(?:perdu|perd|perdant) (?:\w+ ){0,2}?(?:la moitie|le tiers|le quart|une partie|\d+ ?%|l'essentiel"
        r"|les \w+ \w+) de (?:la sienne|la leur)",
        needs=("hauteur",),
    ),
)
