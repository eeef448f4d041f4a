"""French names of what lies around a vertebra, and of what a tumour does there.

What may not live here: the findings made of them (`structures`, `neighbours`).
"""

from __future__ import annotations

import re
from typing import Final

STOP: Final = (
    r"mais|inverse|difference|contrairement|avec|sans|aucune?|respect\w*|epargn\w*|intacte?s?|conserve\w*"
    r"|preserve\w*|malgre|absence|qui|dont|libres?|indemnes?"
)
STOP_A: Final = rf"{STOP}|une?"
STOP_FAT: Final = r"mais|avec une|sans|aucune?|malgre|absence|qui|dont|perdue?s?|effacee?s?|infiltree?s?"
SEPARATED: Final = (  # a comma only where the same list goes on
    r"(?:[\s'/:()\-]+|, (?=(?:ni|ou|et|de|du|des|au|aux|vers)\b|d'|a l|(?:para|pre|epi|intra|extra"
    r"|peri)-?[vdcos]|foramin|anter|poster|droit|gauche|tumor"
    r"|(?:(?:le|la|les|deux|les deux) |l')(?:pedicul|corps|lame|arc|plateau|vertebre|mur|canal|foram|parties"
    r"|tissus|espace|graisse|psoas|trou|muscle|recessus|fourreau|sac|racine)"
    # "infiltrates the psoas, the canal", not "…, the canal is free"
    r"(?![^.;]{0,50}\b(?:est|sont|n'est|ne|reste|restent|demeure|demeurent|libres?|indemnes?|respectee?s?"
    r"|preservee?s?|permeables?|normal|normale|normaux)\b)))"
)


def gap(longest: int, stop: str = STOP) -> str:
    """Up to so many words between two others, in one stretch of the sentence."""
    return (
        rf"(?:{SEPARATED}"
        rf"(?!(?:{stop})\b)[\w.%]+){{0,{longest}}}?{SEPARATED}"
    )


EXTENT: Final = (
    r"(?:extensions?|envahissements?|retentissements?|infiltrations?|participations?|implications?|coulees?"
    r"|composantes?"
    r"|atteintes?|debords?|debordements?|bourgeons?|bourgeonnements?|masses?|tissu|manchons?|lames?"
    r"|prises? de contraste|rehaussements?|propagations?|invasions?|comblements?|epaississements?|nodules?"
    r"|processus|depots?|expansions?|prolongements?|engainements?"
    r"|contingents?|portions?|parties?|parts?|diffusions?|disseminations?|residus?|reliquats?|recidives?"
    r"|materiel|anomalies?|maladie|lesions?|tumeurs?|metastases?|formations?|localisations?"
    r"|fuseaux?|colonisations?|pousses?|franchissements?|issues?|passages?|progressions?|developpements?"
    r"|proliferations?|contraste|plaques?|magma|foyers?|images?|langues?|feuillets?|rails?|hypersignal)"
)
VERBS: Final = (
    r"(?:(?:s')?(?:etend(?:ue?s?|ent|ant|re)?|etendait)|envahi\w*|infiltr\w+|debord\w+|bourgeonn\w+|combl\w+"
    r"|propag\w+|prolong\w+|pouss\w+|penetr\w+|atteint\w*|atteindre|atteign\w+|gagn\w+|occup\w+"
    r"|rempli\w*|engain\w+|franchi\w*|fus(?:e|ant|ent)|fai(?:t|sant) (?:issue|saillie|protrusion|hernie)"
    r"|saillie|issue|s'insinu\w+|s'engag\w+|englob\w+|interess\w+|colonis\w+|oblit\w+|entrant|pass(?:e|ant"
    r"|ent) (?:dans"
    r"|par)|touch\w+ l'espace"
    r"|se (?:develop\w+|prolong\w+|poursui\w+|propag\w+)|develop\w+|poursui\w+|concern\w+|s'ouvr\w+|bomb\w+|issue)"
)
REACH: Final = (
    r"(?:extensions?|envahissements?|infiltrations?|coulees?|atteintes?|debords?|debordements?|propagations?"
    r"|invasions?|comblements?|prolongements?|franchissements?|diffusions?|bourgeonnements?|expansions?"
    r"|engainements?|issues?|occupation|participations?|implications?|interessement|effacement|colonisation"
    r"|obliteration|anomalies?|composantes?|developpements?|continuite|penetration|passage)"
)
TUMOUR: Final = (
    r"(?:tumeurs?|tumora(?:l|le|ux|les)|metasta\w+|lesions?|neoplas\w+|masses?|depots?|chordome|sarcome"
    r"|plasmocytome|myelome|(?:osteo)?lyses?|nidus|composante|tissus?|coulee|bourgeon|processus|maladie"
    r"|proliferation|nodule)"
)
DURA: Final = r"(?:(?:epi|peri|extra|intra)-?dura(?:le?s?|ux))"
IN_CANAL: Final = (
    rf"(?:{DURA}|(?:intra|endo)-?(?:canalaires?|canalair\w+|rachidien(?:ne)?s?|spina(?:l|le|ux|les)|thecale?s?)"
    r"|canalaires?(?! (?:infiltrant|in situ)))"
)
THE_CANAL: Final = (
    r"(?:(?:l')?(?:espaces?|graisse|compartiment|plan|cavite) (?:\w+ )?(?:epi|peri|extra)-?dura(?:le?s?"
    r"|ux)(?: \w+)?|canal(?! inguinal)(?:(?: (?:rachidien|medullaire|vertebral|central|spinal|lombaire|dorsal"
    r"|cervical|sacre|osseux|thoracique))*)"
    r"|lumiere canalaire|recessus latera(?:l|ux)|defile interarticulaire)"
)
CANAL: Final = rf"(?:{THE_CANAL}|{IN_CANAL})"
SAC: Final = (
    r"(?:gaines? durales?|(?:sac|fourreau|etui|cul-de-sac|manchon) (?:dural|thecal|dure-?merien)|dure-?mere|sac"
    r"|theque"
    r"|fourreau(?! de))"
)
NOT_TUMOUR: Final = re.compile(
    r"disca(?:l|le|ux|les)\b|\bdisque|osteophyt|hematome|abces|lipomatose|ciment(?!oplast)|pmma"
    r"|stenose(?! [^,;.]{0,40}\bni\b)"
    r"|ossification|ligaments? jaunes?|flavum|arthros|kyste(?! osseux| ane)|kyste arthrosynovial|\bfibrose|cicatric"
    r"|cortic(?:o|ost)|cortivazol|anesthesiq|lidocain|radioguid|par de la graisse|graisseuse|phlegmon|\bgaz\b"
    r"|empyeme|protrusion"
    r"|\bherni|sequestr|fragment|retropuls|degenerati|catheter|electrode|peridural(?:e)? (?:catheter"
    r"|antalgique)|infiltration (?:de cortic|cortison|foraminale (?:de|antal|scan))|uncarthrose|constitutionnel"
    r"|(?:rehaussement|prises? de contraste|epaississement|tissu)(?: \w+){0,2} (?:post-?operatoire|cicatriciel"
    r"|inflammatoire|physiologique)"
    r"|anevrism|ectasi|par le mur|reculs? d[eu]s? (?:murs?|coins?)(?: \w+)? (?:comprim|refoul|lamin|effa|sur le sac)"
    r"|calcification du|collection|epanchement|granulome|plexus veineux|veines? epidurale"
    r"|(?:est|sont|d'allure|d'origine|d'aspect|aspect|de nature|remaniements?) (?:post-?operatoire"
    r"|post-?therapeutique|reactionnel)"
)
FREE: Final = (
    r"(?:libres?|indemnes?|respectee?s?|permeables?|preservee?s?|epargnee?s?|conservee?s?|normal(?:e|es)?"
    r"|normaux|intacte?s?|intacts|integres?|vides?|vierges?|non (?:\w+ment )?(?:envahi|infiltr|atteint|combl"
    r"|concern|occup|touch|retreci|interess|refoul)\w*"
    r"|(?:aucune?|pas d[e']|absence d[e']|pas) ?(?:signe (?:de |d'))?(?:anomalie|particularite|envahi\w*"
    r"|atteinte|infiltration|extension)"
    r"|sans (?:anomalie|particularite|envahissement|atteinte|infiltration|extension|lesion|prise de contraste"
    r"|masse|bourgeon\w*|tissu\w*)|ras|sp|rien (?:a signaler|de particulier)|de (?:calibre|signal|largeur"
    r"|aspect|morphologie|taille)s? (?:normale?s?|conservee?s?|habituel(?:le)?s?|satisfaisant)"
    r"|d'aspect (?:normal|habituel|satisfaisant|preserve)|hors de cause|symetriques)"
)
IS: Final = (
    r"(?:(?:est|sont|reste|restent|demeure|demeurent|apparait|apparaissent|semble|semblent|etait|parait|paraissent"
    r"|tous|toutes|deux|les|bien|totalement|parfaitement|egalement|actuellement|par ailleurs|strictement|la|partout"
    r"|aussi|ete|lui|eux|elles|meme|: ?)[\s:]*)*"
)
NOT_REACHED: Final = (
    r"(?:ne (?:le sont|l'est|l'etait|l'etaient) (?:pas|plus)|(?:n'(?:est|sont|etait|etant|a|ont)|n'etant"
    r"|ne (?:semble|semblent|parait|paraissent)) (?:pas|plus"
    r"|jamais) (?:ete |etre )?(?:\w+ment )?(?:envahi|infiltr|atteint|combl|concern|occup|touch|retreci|interess"
    r"|refoul"
    r"|implique)\w*)"
)
NORMAL: Final = (
    r"(?:(?:aucune?|pas d'|sans|absence d') ?anomalies?|aspect (?:tout a fait |strictement )?normal|integrite"
    r"|respect|preservation|liberte|permeabilite|normalite|bonne permeabilite|epargne)"
)
SPARES: Final = (
    r"(?:respect(?:e|ent|ant|ait)|epargn(?:e|ent|ant|ait)|preserv(?:e|ent|ant)|laiss(?:e|ant|ent) (?:libres?"
    r"|indemnes?))"
)
AND_OTHERS: Final = (  # "the canal, the foramina and the soft tissues are free"
    r"(?:(?:,\s?|\s)(?:(?:et|ou|que|ainsi que|comme|ni) )?(?:l'|(?:le|la|les|des|du|de|d|deux|son|ses|aux) )?"
    r"(?:canal|rachidien|vertebral|medullaire|foramens?|foramina|parties|molles|tissus?|mous|mur|posterieur"
    r"|pedicules?|psoas|trous?|conjugaison|epidurale?|espaces?|graisse|adjacente?s?|correspondants?"
    r"|cordon|moelle|cone|droite?s?|gauches?|intervertebraux|corticales?|anterieure?s?|muscles?|deux|cotes"
    r"|disques?|plateaux|sac|fourreau|dural|lateraux|recessus|para-?vertebra\w+|pre-?vertebra\w+"
    r"|peri-?vertebra\w+"
    r"|pre-?sacree?|neuro-?foramens?|elements|arc|arcs|gouttieres|bilateraux|bilaterale?s?|de|des|en|a"
    r"|au niveau|a hauteur|(?:th"
    r"|[ctdls]) ?\d+(?:[-/][ctdls]?\d+)?)(?!\w)){0,8}"
)
INVADED: Final = (  # "invasion of the canal, foramina free": what is free is only what is named last
    r"(?<!sans )(?<!pas )(?<!pas d')(?<!pas de )(?<!aucun )(?<!aucune )(?<!absence d')(?<!absence de )(?<!ni )"
    r"(?<!ni d')(?<!n')"
    rf"\b(?:{REACH}|masses?|{VERBS})(?! (?:pas|plus)\b)(?: (?!sans|pas|mais|avec|et\b)\w+){{0,2}}?"
    r" ?(?:du|d[eu] la|de l'|des|dans|vers|au|aux|le|la|les|l') ?(?:le |la |les |l')?(?:\w+ )?"
    r"(?:canal|foram|trous?|espaces?|graisse|parties|tissus|psoas|muscles?|sac|fourreau"
    r"|recessus)(?![^,;.]*\b(?:libre|indemne|respect|epargn))"
)
FORAMEN: Final = (
    r"(?:(?:neuro-?)?foramens?(?: (?:intervertebra(?:l|ux)|sacres?))?|foramina|(?:trous?|canaux"
    r"|canal) de conjugaisons?|(?:premiers?|premier|deuxieme|troisieme|1er|2e|3e)? ?trous? sacres?|(?:intra-?"
    r"|extra-?|trans-?)?foramina(?:l|le|ux|les))"
)
FILLED: Final = (
    r"(?:combl\w*|envahi\w*|infiltr\w*|rempli\w*|occup\w*|oblit\w*|elargi\w*(?: par)?|engain\w*|tumora(?:l|le|ux"
    r"|les)|retreci\w* par (?:la |le |du |une )(?:tumeur|tissu|coulee|masse|bourgeon)\w*|atteint\w*|interess\w*"
    r"|efface\w*|pris|tapisse\w*)"
)
SOFT: Final = (
    r"(?:(?:parties?|structures?) molles?(?: (?:para-?|pre-?|peri-?)?(?:vertebra\w*|spinal\w*|adjacente?s?"
    r"|voisine?s?|sacre\w*))*|tissus? mous?(?: (?:para-?|pre-?|peri-?)?(?:vertebra\w*|adjacents?|voisins?"
    r"|spinaux))*|(?:para|pre|peri|latero)-?(?:vertebra(?:l|le|ux|les)|rachidien(?:ne)?s?|spina(?:l|le|ux|les))"
    r"|(?:pre|retro)-?sacre(?:e|es|s)?|retro-?periton\w+"
    r"|extra-?(?:osseu(?:x|se|ses)|vertebra(?:l|le|ux|les)|corporea(?:l|le|ux|les)|rachidien(?:ne)?s?"
    r"|cortica(?:l|le|ux|les)|compartimenta\w+)|(?:muscles? )?(?:ilio-?)?psoas|(?:muscles? )?longs? du cou"
    r"|muscles? (?:\w+ )?(?:iliaques?|pyramida(?:l|ux)|piriformes?|erecteurs?|spinaux|multifides?|fessiers?"
    r"|scalenes?|longissimus|intercosta(?:l|ux)|carre des lombes|paraspinaux)|carre des lombes|pyramidal"
    r"|multifides?|erecteurs? du rachis|gouttieres? (?:para|costo|latero)-?\w+|gouttieres?(?= droite| gauche)"
    r"|espaces? presacres?|loges? (?:du |des )?psoas)"
)
SOFT_ADJ: Final = (
    r"(?:(?:para|pre|peri|latero)-?(?:vertebra(?:l|le|ux|les)|rachidien(?:ne)?s?|spina(?:l|le|ux|les))|(?:pre"
    r"|retro)-?sacre(?:e|es|s)?|retro-?peritonea\w+|extra-?(?:osseu(?:x|se|ses)|vertebra(?:l|le|ux|les)"
    r"|corporea(?:l|le|ux|les)|rachidien(?:ne)?s?|cortica(?:l|le|ux|les))|(?:des |aux |dans les )?(?:parties molles"
    r"|tissus mous))"
)
SOFT_NOUN: Final = (
    r"(?:(?:(?:espaces?|graisse|regions?|compartiments?|muscles?|plans?|gouttieres?|loges?|tissus?"
    r"|parties molles|masses musculaires|structures) )(?:(?:graisseu\w+|musculaires?"
    rf"|adipeu\w+) )?(?:{SOFT_ADJ}|presacre\w*)"
    rf"|(?!(?:para|pre|peri|latero|retro|extra)-?[vrsopc]){SOFT})"
)
CORD: Final = (
    r"(?:moelle(?: epiniere)?(?! osseuse)|medullaires?(?! osseu)|cordon(?: medullaire| spinal)?|cone (?:terminal"
    r"|medullaire)|queue de cheval|myelon|neuraxe)"
)
