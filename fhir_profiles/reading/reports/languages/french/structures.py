"""French words for what a tumour does to its surroundings: canal, cord, posterior wall, foramen.

What may not live here: what a tumour is (`tumour`), what it touches (`neighbours`), and denial or doubt (`cues`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.french.anatomy import (
    AND_OTHERS,
    CANAL,
    CORD,
    DURA,
    EXTENT,
    FILLED,
    FORAMEN,
    FREE,
    IN_CANAL,
    INVADED,
    IS,
    NORMAL,
    NOT_REACHED,
    NOT_TUMOUR,
    REACH,
    SAC,
    SPARES,
    STOP,
    THE_CANAL,
    TUMOUR,
    VERBS,
    gap,
)
from fhir_profiles.reading.reports.lexicon import Form, forms

_STOP_WALL: Final = (
    r"n|pas|plus|non|mais|avec|aucune?|malgre|absence|qui|dont|romp\w*|rupture|lys\w*|recul\w*|detruit\w*"
    r"|effract\w*|ni"
)
WALL: Final = (
    r"(?:(?:(?:hemi-?)?murs?(?: (?:vertebra(?:l|ux)|corporea(?:l|ux)|osseux))? posterieurs?(?: (?:vertebral"
    r"|droit|gauche|osseux|corporeal))?"
    r"|corticales?(?: (?:vertebrales?|corporeales?|osseuses?))? (?:vertebrale )?posterieures?(?: (?:du corps"
    r"|vertebrale))?|parois? (?:corporeale |vertebrale )?posterieures? (?:du corps|de la vertebre|vertebrale"
    r"|de (?:th|[ctdls]) ?\d+)"
    r"|corticales?,? anterieures? et posterieures?|murs? anterieurs? et posterieurs?"
    r"|bord posterieur du (?:corps|mur)|corticales? (?:de la (?:face|paroi) posterieure|du mur posterieur"
    r"|(?:au |en )?regard du canal|endocanalaire|canalaire)|mur post(?:\.|\b))(?! d[eu] (?:rectum|sigmoid"
    r"|l'estomac|l'(?:o|œ)esophage|la trachee|l'aorte)))"
)
BROKEN: Final = (
    r"(?:romp\w*|ruptures?|effract\w*|effondr\w*|detrui\w*|destructions?|destructuree?|lys(?:e|es|ee|ees|ant"
    r"|ent)|erod\w*|erosions?|breches?|perfor\w*|interromp\w*|interruptions?|solutions? de continuite"
    r"|discontinu\w*|franchi\w*|recul(?:e|es|ee|ant|s)?|refoul\w+"
    r"|retropuls\w*|amput\w*|amputation|dehiscen\w*|envahi\w*|infiltr\w*|atteintes?|fractur\w*|deplac\w*"
    r"|deplacement|transgress\w*|perc(?:e|ee|es|ant)|disparu\w*|disparition|defects?|defaut|fissur\w*"
    r"|souffle et \w+|demanteles?|ouvert\w*|pert(?:e|es) de (?:continuite|substance)|attaque\w*|touchee?s?"
    r"|transfixi\w+|grignot\w+|effac\w+|estomp\w+|traverse\w*|a travers|depass\w+)"
)
WHOLE: Final = (
    r"(?:intact(?:e|s|es)?|integr\w+|respect\w*|conserv\w*|preserv\w*|epargn\w*|continue?s?|indemnes?"
    r"|regulier\w*|en place|normal(?:e|es)?|normaux|sans (?:anomalie|particularite|rupture|effraction|lyse"
    r"|recul)|ras|non (?:\w+ment )?(?:romp|effract|atteint|envahi|franchi|lys|recul|interromp|detrui|erod"
    r"|fractur|deplac|refoul|perfor)\w*"
    r"|rectiligne|integralement visible|bien (?:visible|defini|limite|suivi)|alignee?s?|aligne|lisse|bien suivie?)"
)
COMPRESSED: Final = (
    r"(?:compress(?:ion|ions|if|ive|ifs|ives)|comprim\w+|ecras\w+|lamin(?:ee?|ant|age|es|ees)|aplati\w*|etrangl\w+"
    r"|etrangle|serr(?:e|ee)|conflit avec)"
)

_STOP_WHOLE: Final = rf"{STOP}|regulier\w*|continue?|normal\w*|integre|en place|ras|et l[ea]s?"


STRUCTURES: Final[tuple[Form, ...]] = (
    # canal
    forms(
        "canal-extension",
        r"epidurites?(?! (?:infectieu|septique|abcede|purulent|tubercul|inflammatoire|post-))(?: (?:tumorale"
        r"|metastatique|neoplasique|carcinomateuse)s?)?",
        rf"{EXTENT}{gap(6)}{IN_CANAL}",
        rf"{REACH}{gap(8)}{THE_CANAL}",
        rf"{VERBS}{gap(10)}{CANAL}",
        rf"{TUMOUR}{gap(6)}(?:dans|au sein d[eu]|a l'interieur d[eu]|au niveau d[eu])(?: (?:le|la"
        rf"|l'))? ?(?:\w+ ){{0,2}}?{CANAL}",
        rf"{THE_CANAL},? (?:qui|lui)(?: lui)? l'est(?! pas)",
        rf"{TUMOUR}(?: [\w']+){{0,4}}? (?:ne )?(?:retreci|obstru|stenos)\w+{gap(4)}{THE_CANAL}",
        r"(?:reduction|retrecissement|diminution|amputation|stenose"
        rf"|occupation)(?: [\w']+){{0,7}}? {THE_CANAL}(?: [\w']+){{0,2}}? (?:par|d'origine) (?:la |le "
        rf"|une? )?{TUMOUR}",
        r"(?:retrecissement|stenose|occupation|obstruction)(?: canalaires?)? (?:tumora"
        rf"|metasta)\w+(?: [\w']+){{0,6}}? ?{CANAL}",
        r"(?:retrecissement|stenose) canalaires? (?:d'origine )?(?:tumora|metasta)\w+",
        rf"{THE_CANAL}{AND_OTHERS}[\s:]+{IS}(?:[\w']+ ){{0,2}}?{FILLED}",
        rf"(?:{DURA}|intra-?canalaire|endo-?canalaire)(?: (?:anterieur|posterieur|droit|gauche"
        r"|circonferentiel)e?s?)* (?:tumora\w+|metasta\w+)",
        unless=NOT_TUMOUR,
    ),
    forms(
        "canal-extension",
        r"(?:efface|deform|comprim|compress|refoul|deplac|aplati|imprim|empreint|contact|touch|accol|jouxt"
        r"|adher|appu|affleur|effleur|bord|amput|marqu|repouss|moul|infiltr|envahi|engain|lamin|ecras|lech"
        rf"|tangent)\w*{gap(6)}{SAC}",
        r"contact (?:\w+ )?(?:dural|thecal)(?: \w+)?",
        rf"contacts?(?: (?:etroit|direct|intime|large|simple|focal|tumora\w+|etendu|sur|mm|cm"
        rf"|\d+))* avec (?:le |la |l')?{SAC}",
        rf"{SAC}{gap(5)}(?:efface|deforme|comprime|refoule|deplace|aplati|imprime|touche|contacte|au contact"
        r"|repousse|envahi|infiltre|ecrase|lamine|engaine)\w*",
        unless=NOT_TUMOUR,
        wide=True,
        one_sided=True,
    ),
    forms(
        "canal-extension",
        rf"(?:{THE_CANAL}|{SAC}){AND_OTHERS}[\s:]+{IS}{FREE}",
        rf"{THE_CANAL}{AND_OTHERS} {NOT_REACHED}",
        rf"{SPARES}{gap(5)}{THE_CANAL}",
        rf"{NORMAL}{gap(3)}{THE_CANAL}",
        rf"rien{gap(3)}{THE_CANAL}|{THE_CANAL} ne contient (?:pas|aucun)",
        denied=True,
        closed=True,
        unless=re.compile(rf"constitutionnel|{INVADED}"),
    ),
    forms(
        "canal-extension",
        r"(?:effacement|disparition|remplacement|perte|obliteration)(?: tumorale?)? d[eu] (?:la |l')?(?:graisse"
        r"|liseret?) (?:graisseux )?(?:epidura|peridura)\w+",
        closed=True,
        unless=NOT_TUMOUR,
    ),
    # cord
    forms(
        "cord-compression",
        rf"{CORD}{gap(4)}{COMPRESSED}",
        rf"{CORD}(?: \w+){{0,3}} mais (?:non |pas )?(?:\w+ment )?{COMPRESSED}",
        rf"{COMPRESSED}{gap(5)}{CORD}",
        rf"{CORD}(?: \w+){{0,2}},? sans (?:signe de )?compression",
        rf"{CORD},? qui (?:est|apparait) (?:\w+ )?{COMPRESSED}",
        r"myelopathie compressive|compression de la queue",
    ),
    forms("cord-compression", rf"{CORD},? (?:sans|ne) (?:la|le) comprim\w+", denied=True, closed=True),
    # posterior wall
    forms(
        "posterior-wall",
        rf"{WALL}{gap(6, _STOP_WHOLE)}{BROKEN}",
        rf"{WALL}{gap(3)}(?:aminci|souffle|bombant|bombe|irregulier)\w* (?:mais|et"
        rf"|voire) {gap(2)}?(?:non )?{BROKEN}",
        rf"{BROKEN}(?:[\s'/]+(?!(?:respect\w*|intact\w*|preserv\w*|conserv\w*|sans|avec|mais"
        rf"|une?)\b)[\w\-]+){{0,7}}?[\s']+{WALL}",
        rf"{BROKEN} {WALL}",
        r"(?:fragments?(?: \w+){0,3} (?:retropulse|recule|deplace|refoule)\w*|retropulsions?|retropuls(?:e|ee"
        r"|es|ees))(?: [\w']+){0,3}",
        r"(?:transcortical\w*|effraction corticale|rupture corticale|breche corticale|franchissement cortical"
        r"|lyse corticale|destruction corticale|erosion corticale)s? (?:en arriere|posterieure?|dorsale"
        r"|vers le canal|du cote du canal)",
        r"atteinte transcorticale posterieure",
        r"(?:recul|retropulsion|saillie) d[eu] (?:coin|fragment|bord|angle)(?: \w+){0,1} ?(?:postero"
        r"|posterieur)[\w-]*",
        r"(?:defect|breche|rupture|effraction|solution de continuite|lyse|erosion|destruction|perforation"
        r"|interruption|franchissement)s? corticale?s? posterieure?s?",
        # "poorly seen, breach possible", "thinned, no breach"
        rf"{WALL}(?: [\w']+){{0,4}}, (?:(?:pas|sans|aucune|avec|une|de|d'|probable|possible|\w+ment) ?)*"
        r"(?:rupture|effraction|lyse|breche|recul|erosion|destruction|franchissement)s?(?! (?:cortical|d[eu]"
        r"|de la|anter|lateral|des))",
        r"reculs? d[eu]s? murs?(?! anter| posterieurs? d[eu] (?:rectum|sigmo))(?: posterieurs?)?",
        rf"{WALL}, (?:\w+ment )?(?:romp|detrui|interromp|discontinu|perfore|erode|lyse)\w*",
        r"fragments?(?: \w+){0,2} dans le canal",
    ),
    forms(
        "posterior-wall",
        rf"{WALL}{gap(5, _STOP_WALL)}{WHOLE}",
        rf"(?<!sans )(?<!pas )(?<!plus )(?<!non )(?:{WHOLE}|integrite|respect|preservation|conservation"
        r"|continuite|epargne|(?:sans|ne|pas) (?:le "
        r"|la )?(?:rompre|franchir|depasser|effracter))"
        r"(?:[\s']+(?!(?:mais|une?|avec|sans|pas|plus|non|rompu\w*|rupture|recul|destruction|detrui\w*|lyse\w*"
        r"|effraction"
        rf"|erosion|breche|atteinte|envahi\w*|infiltr\w*)\b)[\w\-]+){{0,6}}?[\s']+{WALL}",
        rf"(?:contact|jusqu'au|bute\w*|contre)(?: [\w']+){{0,3}}? {WALL} sans (?:le|la|les) (?:rompre|franchir"
        r"|effracter|detruire|depasser)",
        rf"{WALL} (?:ne|n') ?(?:l'est|le sont|l'etait) pas",
        rf"{WALL},? qui (?:reste|est|demeure|apparait) (?:\w+ )?{WHOLE}",
        rf"{WALL} sans (?:le|la|les) (?:rompre|franchir|effracter|detruire|depasser|perforer)",
        rf"{WALL}[^.;]{{0,30}}?,? (?:(?:il|elle|mais|celui-ci|celle-ci) )*n'est (?:\w+ )?pas (?:\w+ment )?{BROKEN}",
        rf"{WALL}(?: \w+){{0,3}},? sans (?:\w+ )?(?:rupture|effraction|breche|lyse|recul|interruption"
        r"|franchissement|erosion|destruction|solution de continuite|discontinuite|perte de continuite)",
        rf"{WALL}(?: \w+){{0,3}},? dont (?:la |l')(?:continuite|integrite)(?!(?: \w+){{0,3}} (?:romp|interromp"
        rf"|perd|alter|compromis|n'est pas))",
        rf"{WALL}, (?:\w+ment )?(?:respecte|conserve|intact|continu|preserve|integre|indemne)\w*",
        rf"{WALL}{gap(3)}(?:aminci|souffle|bombant|bombe|irregulier)\w* (?:mais|et) {WHOLE}",
        denied=True,
        closed=True,
        unless=re.compile(r"alignement"),
    ),
    forms(
        "posterior-wall",
        rf"{WALL}{gap(4)}(?:n'est|ne sont|n'etant|non)(?: pas| plus)? (?:\w+ment )?(?:intact|integr|preserv"
        r"|respect|continu|conserv)\w*",
        closed=True,
    ),
    forms(
        "posterior-wall",
        rf"(?:integrite|continuite)(?: [\w']+){{0,3}} {WALL}(?: [\w']+){{0,2}} (?:incertaine?|douteuse"
        r"|non (?:certaine|assuree|formelle)|mal (?:evaluable|appreciable))",
    ),
    forms(  # "no cortical breach, except of the posterior wall"
        "posterior-wall",
        r"(?:rupture|effraction|lyse|breche|destruction|erosion)s?(?: corticales?)?,? (?P<at>(?:sauf|hormis"
        r"|excepte|a l'exception)"
        rf" (?:(?:au niveau|a hauteur) )?(?:du |de celle du |au |sur le |le )?{WALL})",
    ),
    forms(
        "posterior-wall",
        rf"{WALL}(?: (?:de|en) [ctdls]\d+)?,? (?:autrefois|jadis|auparavant|initialement|anterieurement"
        rf"|precedemment) {BROKEN}",
    ),
    forms(
        "posterior-wall",
        r"s'est (?:(?:desormais|depuis|completement|totalement) )?(?:reconstruit|reconstitue|reossifie"
        r"|remineralise|reforme)",
        denied=True,
        closed=True,
        needs=("mur post",),
    ),
    # "breached at L2, intact at L3"
    forms(
        "posterior-wall",
        r"(?:intact|respecte|conserve|preserve|continu|indemne|integre)s?(?= (?:en|a|au niveau de) (?:th"
        r"|[ctdls]) ?\d)",
        denied=True,
        closed=True,
        needs=("mur post", "murs post"),
    ),
    forms(
        "posterior-wall",
        r"(?:rompu|detruit|lyse|effracte|perfore|envahi)s?(?= (?:(?:en|a|au niveau de) (?:th|[ctdls]) ?\d"
        r"|aujourd'hui|ce jour|actuellement|desormais|maintenant|a present))",
        needs=("mur post", "murs post"),
    ),
    forms(
        "posterior-wall",
        r"(?:ne (?:respect|preserv|epargn)\w+ (?:pas|plus)|sans (?:respecter|preserver|epargner)"
        r"|(?:perte|absence|defaut|manque|rupture) (?:de (?:l'integrite|la continuite)|d'integrite|de continuite))"
        rf"(?:[\s']+[\w\-]+){{0,4}}?[\s']+{WALL}",
        closed=True,
    ),
    # foramen
    forms(
        "foraminal-extension",
        rf"{EXTENT}{gap(6)}(?:intra-?|extra-?|trans-?)?foramina(?:l|le|ux|les)",
        rf"{REACH}{gap(8)}{FORAMEN}",
        rf"{VERBS}{gap(10)}{FORAMEN}",
        rf"{TUMOUR}{gap(6)}(?:dans|au sein d[eu]s?|a l'interieur d[eu]s?|vers)(?: (?:le|la|les"
        rf"|l'))? ?(?:\w+ ){{0,2}}?{FORAMEN}",
        rf"{FORAMEN}(?:[\s:]+(?!(?:pas|plus|ni|libres?|non|permeables?|qui|et|mais|aucune?|absence"
        rf"|sans)\b)[\w'/\-]+){{0,4}}?[\s:]+{FILLED}",
        rf"{FORAMEN}(?: [\w/]+){{0,3}}? (?:n'est|ne sont|n'etant|n'etait) (?:pas|plus) (?:\w+ment )?{FILLED}",
        rf"{FORAMEN}(?: [\w/-]+){{0,3}}? (?:est )?(?:le )?siege d'une? (?:\w+ )?(?:extension|envahissement"
        r"|infiltration|coulee|bourgeon|tissu|masse|lesion)",
        rf"elargissements? tumora(?:l|ux)(?: \w+){{0,3}} {FORAMEN}",
        rf"{FORAMEN}(?: [\w/]+){{0,3}}? qui (?:est|sont) {FILLED}",
        rf"{FORAMEN}(?: [\w/]+){{0,3}}? (?:suspect|douteux)\w* d(?:e |')(?:envahissement|infiltration|atteinte)",
        unless=re.compile(
            r"stenose(?!.*(?:tumora|infiltr|envahi))(?! foraminale ni)|infiltration (?:foraminale )?(?:scan"
            rf"|antalg|cortis|de cortic|radioguid)|{NOT_TUMOUR.pattern}"
        ),
    ),
    forms(
        "foraminal-extension",
        rf"(?:le|celui de) (?:gauche|droit) (?:est |etant |l'est )?{FILLED}",
        needs=("foram", "trou"),
    ),
    forms(  # "the right foramen is filled, on the left it is free"
        "foraminal-extension",
        rf"(?:a (?:gauche|droite)|(?:celui|le foramen) (?:de )?(?:gauche|droite?)),? (?:il |celui-ci )?(?:est "
        rf"|reste |demeure )?{FREE}",
        denied=True,
        closed=True,
        needs=("foram", "trou"),
    ),
    forms(
        "foraminal-extension",
        rf"{FORAMEN}{AND_OTHERS}[\s:]+{IS}{FREE}",
        rf"{FORAMEN}{AND_OTHERS} {NOT_REACHED}",
        rf"{SPARES}{gap(5)}{FORAMEN}",
        rf"{NORMAL}{gap(4)}{FORAMEN}",
        denied=True,
        closed=True,
        unless=re.compile(rf"constitutionnel|{INVADED}"),
    ),
)
