"""French words for what a tumour does to its surroundings: canal, cord, wall, foramen, soft tissue, nerve, viscus, joint.

What may not live here: what a tumour is (`tumour`), and denial or doubt (`cues`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Form, forms


_STOP: Final = r"mais|inverse|difference|contrairement|avec|sans|aucune?|respect\w*|epargn\w*|intacte?s?|conserve\w*|preserve\w*|malgre|absence|qui|dont|libres?|indemnes?"
_STOP_A: Final = rf"{_STOP}|une?"
_STOP_FAT: Final = r"mais|avec une|sans|aucune?|malgre|absence|qui|dont|perdue?s?|effacee?s?|infiltree?s?"
_STOP_WALL: Final = (
    r"n|pas|plus|non|mais|avec|aucune?|malgre|absence|qui|dont|romp\w*|rupture|lys\w*|recul\w*|detruit\w*|effract\w*|ni"
)


_SEPARATED: Final = (  # a comma only where the same list goes on
    r"(?:[\s'/:()\-]+|, (?=(?:ni|ou|et|de|du|des|au|aux|vers)\b|d'|a l|(?:para|pre|epi|intra|extra|peri)-?[vdcos]|foramin|anter|poster|droit|gauche|tumor"
    r"|(?:(?:le|la|les|deux|les deux) |l')(?:pedicul|corps|lame|arc|plateau|vertebre|mur|canal|foram|parties|tissus|espace|graisse|psoas|trou|muscle|recessus|fourreau|sac|racine)"
    # "infiltrates the psoas, the canal", not "…, the canal is free"
    r"(?![^.;]{0,50}\b(?:est|sont|n'est|ne|reste|restent|demeure|demeurent|libres?|indemnes?|respectee?s?|preservee?s?|permeables?|normal|normale|normaux)\b)))"
)


def _gap(longest: int, stop: str = _STOP) -> str:
    """Up to so many words between two others, in one stretch of the sentence."""
    return (
        rf"(?:{_SEPARATED}"
        rf"(?!(?:{stop})\b)[\w.%]+){{0,{longest}}}?{_SEPARATED}"
    )


_EXTENT: Final = (
    r"(?:extensions?|envahissements?|infiltrations?|participations?|implications?|coulees?|composantes?|atteintes?|debords?|debordements?|bourgeons?|bourgeonnements?|masses?|tissu|manchons?|lames?"
    r"|prises? de contraste|rehaussements?|propagations?|invasions?|comblements?|epaississements?|nodules?|processus|depots?|expansions?|prolongements?|engainements?"
    r"|contingents?|portions?|parties?|parts?|diffusions?|disseminations?|residus?|reliquats?|recidives?|materiel|anomalies?|maladie|lesions?|tumeurs?|metastases?|formations?|localisations?"
    r"|fuseaux?|colonisations?|pousses?|franchissements?|issues?|passages?|progressions?|developpements?|proliferations?|contraste|plaques?|magma|foyers?|images?|langues?|feuillets?|rails?|hypersignal)"
)
_VERBS: Final = (
    r"(?:(?:s')?(?:etend(?:ue?s?|ent|ant|re)?|etendait)|envahi\w*|infiltr\w+|debord\w+|bourgeonn\w+|combl\w+|propag\w+|prolong\w+|pouss\w+|penetr\w+|atteint\w*|atteindre|atteign\w+|gagn\w+|occup\w+"
    r"|rempli\w*|engain\w+|franchi\w*|fus(?:e|ant|ent)|fai(?:t|sant) (?:issue|saillie|protrusion|hernie)|saillie|issue|s'insinu\w+|s'engag\w+|interess\w+|colonis\w+|oblit\w+|entrant|pass(?:e|ant|ent) (?:dans|par)|touch\w+ l'espace"
    r"|se (?:develop\w+|prolong\w+|poursui\w+|propag\w+)|develop\w+|poursui\w+|concern\w+|s'ouvr\w+|bomb\w+|issue)"
)
_REACH: Final = (
    r"(?:extensions?|envahissements?|infiltrations?|coulees?|atteintes?|debords?|debordements?|propagations?|invasions?|comblements?|prolongements?|franchissements?|diffusions?|bourgeonnements?|expansions?|engainements?|issues?|occupation|participations?|implications?|interessement|effacement|colonisation"
    r"|obliteration|anomalies?|composantes?|developpements?|continuite|penetration|passage)"
)
_TUMOUR: Final = r"(?:tumeurs?|tumora(?:l|le|ux|les)|metasta\w+|lesions?|neoplas\w+|masses?|depots?|chordome|sarcome|plasmocytome|myelome|(?:osteo)?lyses?|nidus|composante|tissus?|coulee|bourgeon|processus|maladie|proliferation|nodule)"
_DURA: Final = r"(?:(?:epi|peri|extra|intra)-?dura(?:le?s?|ux))"
_IN_CANAL: Final = rf"(?:{_DURA}|(?:intra|endo)-?(?:canalaires?|canalair\w+|rachidien(?:ne)?s?|spina(?:l|le|ux|les)|thecale?s?)|canalaires?(?! (?:infiltrant|in situ)))"
_THE_CANAL: Final = (
    r"(?:(?:l')?(?:espaces?|graisse|compartiment|plan|cavite) (?:\w+ )?(?:epi|peri|extra)-?dura(?:le?s?|ux)(?: \w+)?|canal(?! inguinal)(?:(?: (?:rachidien|medullaire|vertebral|central|spinal|lombaire|dorsal|cervical|sacre|osseux|thoracique))*)"
    r"|lumiere canalaire|recessus latera(?:l|ux)|defile interarticulaire)"
)
_CANAL: Final = rf"(?:{_THE_CANAL}|{_IN_CANAL})"
_SAC: Final = (
    r"(?:(?:sac|fourreau|etui|cul-de-sac|manchon) (?:dural|thecal|dure-?merien)|dure-?mere|sac|theque|fourreau(?! de))"
)
_NOT_TUMOUR: Final = re.compile(
    r"disca(?:l|le|ux|les)\b|\bdisque|osteophyt|hematome|abces|lipomatose|ciment(?!oplast)|pmma|stenose|ossification|ligaments? jaunes?|flavum|arthros|kyste synovial|kyste arthrosynovial|\bfibrose|cicatric|phlegmon|\bgaz\b|empyeme|protrusion"
    r"|\bherni|sequestr|fragment|retropuls|degenerati|catheter|electrode|peridural(?:e)? (?:catheter|antalgique)|infiltration (?:de cortic|cortison|foraminale (?:de|antal|scan))|uncarthrose|constitutionnel|calcification du|collection|epanchement"
)
_FREE: Final = (
    r"(?:libres?|indemnes?|respectee?s?|permeables?|preservee?s?|epargnee?s?|conservee?s?|normal(?:e|es)?|normaux|intacte?s?|intacts|integres?|vides?|vierges?|non (?:\w+ment )?(?:envahi|infiltr|atteint|combl|concern|occup|touch|retreci|interess|refoul)\w*"
    r"|sans (?:anomalie|particularite|envahissement|atteinte|infiltration|extension|lesion|prise de contraste|masse|bourgeon\w*|tissu\w*)|ras|sp|rien (?:a signaler|de particulier)|de (?:calibre|signal|largeur|aspect|morphologie|taille)s? (?:normale?s?|conservee?s?|habituel(?:le)?s?|satisfaisant)|d'aspect (?:normal|habituel|satisfaisant|preserve)|hors de cause|symetriques)"
)
_IS: Final = r"(?:(?:est|sont|reste|restent|demeure|demeurent|apparait|apparaissent|semble|semblent|etait|parait|paraissent|tous|toutes|deux|les|bien|totalement|parfaitement|egalement|actuellement|par ailleurs|strictement|la|partout|aussi|ete|lui|eux|elles|meme|: ?)[\s:]*)*"
_NOT_REACHED: Final = r"(?:ne (?:le sont|l'est) pas|n'(?:est|sont|etait|etant|a|ont)|n'etant) (?:pas|plus|jamais) (?:ete )?(?:\w+ment )?(?:envahi|infiltr|atteint|combl|concern|occup|touch|retreci|interess|refoul|implique)\w*"
_NORMAL: Final = r"(?:(?:aucune?|pas d'|sans|absence d') ?anomalies?|aspect (?:tout a fait |strictement )?normal|integrite|respect|preservation|liberte|permeabilite|normalite|bonne permeabilite|epargne)"
_SPARES: Final = r"(?:respect(?:e|ent|ant|ait)|epargn(?:e|ent|ant|ait)|preserv(?:e|ent|ant)|laiss(?:e|ant|ent) (?:libres?|indemnes?))"
_WALL: Final = (
    r"(?:(?:(?:hemi-?)?murs?(?: (?:vertebra(?:l|ux)|corporea(?:l|ux)|osseux))? posterieurs?(?: (?:vertebral|droit|gauche|osseux|corporeal))?"
    r"|corticales?(?: (?:vertebrales?|corporeales?|osseuses?))? (?:vertebrale )?posterieures?(?: (?:du corps|vertebrale))?|parois? (?:corporeale |vertebrale )?posterieures? (?:du corps|de la vertebre|vertebrale|de (?:th|[ctdls]) ?\d+)"
    r"|corticales?,? anterieures? et posterieures?|murs? anterieurs? et posterieurs?|bord posterieur du (?:corps|mur)|corticales? (?:de la (?:face|paroi) posterieure|du mur posterieur|(?:au |en )?regard du canal|endocanalaire|canalaire)|mur post(?:\.|\b))(?! d[eu] (?:rectum|sigmoid|l'estomac|l'(?:o|œ)esophage|la trachee|l'aorte)))"
)
_BROKEN: Final = (
    r"(?:romp\w*|ruptures?|effract\w*|effondr\w*|detrui\w*|destructions?|destructuree?|lys(?:e|es|ee|ees|ant|ent)|erod\w*|erosions?|breches?|perfor\w*|interromp\w*|interruptions?|solutions? de continuite|discontinu\w*|franchi\w*|recul(?:e|es|ee|ant|s)?|refoul\w+"
    r"|retropuls\w*|amput\w*|amputation|dehiscen\w*|envahi\w*|infiltr\w*|atteintes?|fractur\w*|deplac\w*|deplacement|transgress\w*|perc(?:e|ee|es|ant)|disparu\w*|disparition|defects?|defaut|fissur\w*|souffle et \w+|demanteles?|ouvert\w*|pert(?:e|es) de (?:continuite|substance)|attaque\w*|touchee?s?|transfixi\w+|grignot\w+|effac\w+|estomp\w+|traverse\w*|a travers|depass\w+)"
)
_WHOLE: Final = (
    r"(?:intact(?:e|s|es)?|integr\w+|respect\w*|conserv\w*|preserv\w*|epargn\w*|continue?s?|indemnes?|regulier\w*|en place|normal(?:e|es)?|normaux|sans (?:anomalie|particularite|rupture|effraction|lyse|recul)|ras|non (?:\w+ment )?(?:romp|effract|atteint|envahi|franchi|lys|recul|interromp|detrui|erod|fractur|deplac|refoul|perfor)\w*"
    r"|rectiligne|integralement visible|bien (?:visible|defini|limite|suivi)|alignee?s?|aligne|lisse|bien suivie?)"
)
_AND_OTHERS: Final = (  # "the canal, the foramina and the soft tissues are free"
    r"(?:(?:,\s?|\s)(?:(?:et|ou|que|ainsi que|comme|ni) )?(?:l'|(?:le|la|les|des|du|de|d|deux|son|ses|aux) )?"
    r"(?:canal|rachidien|vertebral|medullaire|foramens?|foramina|parties|molles|tissus?|mous|mur|posterieur|pedicules?|psoas|trous?|conjugaison|epidurale?|espaces?|graisse|adjacente?s?|correspondants?"
    r"|cordon|moelle|cone|droite?s?|gauches?|intervertebraux|corticales?|anterieure?s?|muscles?|deux|cotes|disques?|plateaux|sac|fourreau|dural|lateraux|recessus|para-?vertebra\w+|pre-?vertebra\w+|peri-?vertebra\w+"
    r"|pre-?sacree?|neuro-?foramens?|elements|arc|arcs|gouttieres|bilateraux|bilaterale?s?|de|des|(?:th|[ctdls]) ?\d+(?:[-/][ctdls]?\d+)?)(?!\w)){0,8}"
)
_FORAMEN: Final = r"(?:(?:neuro-?)?foramens?(?: (?:intervertebra(?:l|ux)|sacres?))?|foramina|(?:trous?|canaux|canal) de conjugaisons?|(?:premiers?|premier|deuxieme|troisieme|1er|2e|3e)? ?trous? sacres?|(?:intra-?|extra-?|trans-?)?foramina(?:l|le|ux|les))"
_FILLED: Final = r"(?:combl\w*|envahi\w*|infiltr\w*|rempli\w*|occup\w*|oblit\w*|elargi\w*(?: par)?|engain\w*|tumora(?:l|le|ux|les)|retreci\w* par (?:la |le |du |une )(?:tumeur|tissu|coulee|masse|bourgeon)\w*|atteint\w*|interess\w*|efface\w*|pris|tapisse\w*)"
_SOFT: Final = (
    r"(?:(?:parties?|structures?) molles?(?: (?:para-?|pre-?|peri-?)?(?:vertebra\w*|spinal\w*|adjacente?s?|voisine?s?|sacre\w*))*|tissus? mous?(?: (?:para-?|pre-?|peri-?)?(?:vertebra\w*|adjacents?|voisins?|spinaux))*|(?:para|pre|peri|latero)-?(?:vertebra(?:l|le|ux|les)|rachidien(?:ne)?s?|spina(?:l|le|ux|les))|(?:pre|retro)-?sacre(?:e|es|s)?|retro-?periton\w+"
    r"|extra-?(?:osseu(?:x|se|ses)|vertebra(?:l|le|ux|les)|corporea(?:l|le|ux|les)|rachidien(?:ne)?s?|cortica(?:l|le|ux|les)|compartimenta\w+)|(?:muscles? )?(?:ilio-?)?psoas|(?:muscles? )?longs? du cou"
    r"|muscles? (?:\w+ )?(?:iliaques?|pyramida(?:l|ux)|piriformes?|erecteurs?|spinaux|multifides?|fessiers?|scalenes?|longissimus|intercosta(?:l|ux)|carre des lombes|paraspinaux)|carre des lombes|pyramidal|multifides?|erecteurs? du rachis|gouttieres? (?:para|costo|latero)-?\w+|gouttieres?(?= droite| gauche)|espaces? presacres?|loges? (?:du |des )?psoas)"
)
_SOFT_ADJ: Final = r"(?:(?:para|pre|peri|latero)-?(?:vertebra(?:l|le|ux|les)|rachidien(?:ne)?s?|spina(?:l|le|ux|les))|(?:pre|retro)-?sacre(?:e|es|s)?|retro-?peritonea\w+|extra-?(?:osseu(?:x|se|ses)|vertebra(?:l|le|ux|les)|corporea(?:l|le|ux|les)|rachidien(?:ne)?s?|cortica(?:l|le|ux|les))|(?:des |aux |dans les )?(?:parties molles|tissus mous))"
_SOFT_NOUN: Final = (
    rf"(?:(?:(?:espaces?|graisse|regions?|compartiments?|muscles?|plans?|gouttieres?|loges?|tissus?|parties molles|masses musculaires|structures) )(?:(?:graisseu\w+|musculaires?|adipeu\w+) )?(?:{_SOFT_ADJ}|presacre\w*)"
    rf"|(?!(?:para|pre|peri|latero|retro|extra)-?[vrsopc]){_SOFT})"
)
_CORD: Final = r"(?:moelle(?: epiniere)?(?! osseuse)|medullaires?(?! osseu)|cordon(?: medullaire| spinal)?|cone (?:terminal|medullaire)|queue de cheval|myelon|neuraxe)"
_COMPRESSED: Final = r"(?:compress(?:ion|ions|if|ive|ifs|ives)|comprim\w+|ecras\w+|lamin(?:ee?|ant|age|es|ees)|aplati\w*|etrangl\w+|etrangle|serr(?:e|ee)|conflit avec)"
_NERVE: Final = (
    rf"(?:(?:emergence |emergences )?(?:de la |des )?racines?(?: (?:nerveuses?|sacrees?|lombaires?|emergentes?|thoraciques?|cervicales?))*|nerfs? (?:spina\w+|sciatique|rachidien|intercosta\w+|obturateur|femoral)|moelle(?: epiniere)?(?! osseuse)|cordon medullaire|cone (?:terminal|medullaire)|queue de cheval"
    r"|(?:structures?|elements?) (?:nerveu|neurolog|neura)\w+|plexus (?:\w+ )?(?:lombaire|sacre|brachial|lombo-?sacre)|ganglions? (?:spina\w+|rachidien)|dure-?mere)"
)
_CONTACT: Final = (
    r"(?:(?:au|en|vient au|arrive au|prend|prenant) (?:large |proche |simple |etroit |intime )?contact(?: (?:immediat|direct|etroit|intime|large))*(?: (?:de|du|des|d'|avec))?|contacts?(?: [\w']+){0,5}? avec|contacts?(?: (?:etroit|direct|intime|large))*|contact(?:e|ent|ant)|touch(?:e|ent|ant|er)|jouxt\w+|adjacent\w*(?: a| au| aux)?|accolee?s?(?: a| au| aux)?|adher(?:e|ent|ente|ents|entes|ant|ence)s?"
    r"|(?:s')?appu(?:ie|yer|yant|ient)(?: sur)?|affleur\w+|effleur\w+|bord(?:e|ant|ent|er)|engain(?:e|ant|ent|ement)|englob(?:e|ant|ent)|entour(?:e|ant|ent)|se moul\w+|contigu\w*(?: a| au)?|au ras|a ras|proches?|a proximite|au voisinage|voisine?s?(?= d)|attenante?s?|but(?:e|ant) (?:contre|sur)|lech\w+|tangente?s?|infiltr(?:e|ant|ent|ation)|envahi(?:t|ssant|ssent|ssement)?|atteint|atteignant|(?<!mm )jusqu'(?:a|au|aux)|a proximite immediate|irrit(?:e|ant)|en conflit)"
)
_DISPLACES: Final = r"(?:refoul(?:e|ant|ent|ement)s?|deplac(?:e|ant|ent)|repouss(?:e|ant|ent)|devi(?:e|ant|ent))"
_DISPLACED: Final = r"(?:refoulee?s?|deplacee?s?|repoussee?s?|deviee?s?)"
_TOUCHED: Final = r"(?:touchee?s?|contactee?s?|engainee?s?|englobee?s?|envahie?s?|infiltree?s?|entouree?s?|au contact|en contact|accolee?s?|adherente?s?|effleuree?s?|affleuree?s?|est atteinte?s?|jouxtee?s?|irritee?s?|moulee?s?)"
_AWAY: Final = r"(?:(?:nettement |bien |reste |restant |situee? )*a (?:bonne |grande |toute )?distance(?! (?:de|d'environ) \d)(?: (?:de|du|des|d'))?|separee?s?(?: (?:de|du|des|d'))|(?:sans|aucun|absence de|pas de) contact(?: \w+)?(?: (?:avec|au niveau))?|eloignee?s?(?: d[eu])|respect(?:e|ant|ent)|epargn(?:e|ant|ent))"
_FAT: Final = (
    r"(?<!perte du )(?<!disparition du )(?<!effacement du )(?<!perte de l')(?<!infiltration du )(?<!infiltration de la )(?<!absence de )(?<!sans )(?<!pas de )"
    r"(?:(?:(?:lisere|liseret|plan|interface|interligne|espace|feuillet|bande|couche|franche)s? )+(?:(?:graisseu(?:x|se)|de (?:clivage|separation|graisse)|cellulo-?graisseux) ?)+|clivage (?:graisseux|net|conserve|respecte)(?: \w+)?|graisse (?:de separation|mesorectale|peri-?\w+))"
)
_BOWEL: Final = r"(?:(?:anses? (?:\w+ )?)?colons?(?: (?:descendant|ascendant|gauche|droit|transverse|sigmoide))*|coliques?(?= (?:droit|gauche))|(?:recto-?)?sigmoides?|rectums?|(?:paroi|face) (?:\w+ )?rectale|rectal(?:e)?|(?:anses?|intestins?)(?: (?:greles?|digestives?|intestinales?|ileales?|jejunales?))*|grele|duodenum|ileon|jejunum|c[oœ]?e?cum|caecum|mesorectum|tube digestif|structures digestives|d2|d3(?= duod))"
_OTHER: Final = (
    r"(?:(?:o|œ)e?sophag\w+|plevres?(?: (?:parietale|mediastinale|viscerale))?|poumons?(?! (?:opere|connu))|parenchyme pulmonaire|trachee|aorte(?: (?:\w+ale|thoracique|descendante))?|aortique|veine cave(?: (?:inferieure|superieure))?|vci|vaisseaux iliaques?|(?:artere|veine|axe|vaisseau)s? (?:vasculaire )?(?:iliaque|primitive|vertebrale|renale)s?(?: \w+)?"
    r"|ureteres?|reins?(?= (?:droit|gauche)|[.,;]|$| par)|pedicule renal|gros vaisseaux|pharynx|vessie|diaphragme|piliers? (?:du )?diaphragm\w+|veine azygos|azygos|bronches?(?: souche)?|hypopharynx|larynx|carotide)"
)
_JOINT: Final = r"(?:(?:articulation|interligne|massif|apophyse|processus|facette|surface|corticale|cavite|espace|joint)s? (?:inter-?)?(?:articulaires?|zygapophysaires?|apophysaires?|facettaires?|interapophysaires?)(?: (?:posterieur|superieur|inferieur)e?s?)*(?: (?:posterieur|droit|gauche|superieur|inferieur)e?s?)*|articulation(?! (?:sacro|costo|coxo|disco|inter-?vert))|articulation(?= (?:th|[ctdls]) ?\d)|(?:l'|les )?articulaires? posterieures?|interligne(?: articulaire)?(?! discal)|interarticulaire)"


def _touching(code: str, what: str, value: str | None = None) -> tuple[Form, ...]:
    """Touching, not touching, both ways round."""
    return (
        forms(code, rf"{_CONTACT}{_gap(6, _STOP_A)}{what}", value=value, unless=_NOT_TUMOUR),
        forms(code, rf"{what}{_gap(7)}{_TOUCHED}", value=value, unless=_NOT_TUMOUR),
        forms(
            code,
            rf"{_AWAY}{_gap(5)}{what}",
            rf"{_FAT}{_gap(11, _STOP_FAT)}{what}",
            rf"{what}{_gap(5)}(?:separee?s?|a distance|eloignee?s?|epargnee?s?|respectee?s?|indemnes?|non (?:\w+ment )?(?:contactee?s?|touchee?s?|refoulee?s?|envahie?s?|atteinte?s?))",
            rf"{what}{_gap(6, _STOP_FAT)}{_FAT}",
            value=value,
            denied=True,
            closed=True,
            unless=re.compile(r"(?:perte|disparition|effacement|infiltration|obliteration) d[eu]"),
        ),
    )


def _displacing(code: str, what: str, value: str | None = None) -> tuple[Form, ...]:
    """What is pushed aside is touched; of the cord and the sac this is said of their compression, not of contact."""
    return (
        forms(code, rf"{_DISPLACES}{_gap(6, _STOP_A)}{what}", rf"{what}{_gap(5)}{_DISPLACED}", value=value, unless=_NOT_TUMOUR),
    )


STRUCTURES: Final[tuple[Form, ...]] = (
    # canal
    forms(
        "canal-extension",
        r"epidurites?(?: (?:tumorale|metastatique|neoplasique|carcinomateuse)s?)?",
        rf"{_EXTENT}{_gap(6)}{_IN_CANAL}",
        rf"{_REACH}{_gap(8)}{_THE_CANAL}",
        rf"{_VERBS}{_gap(10)}{_CANAL}",
        rf"{_TUMOUR}{_gap(6)}(?:dans|au sein d[eu]|a l'interieur d[eu]|au niveau d[eu])(?: (?:le|la|l'))? ?(?:\w+ ){{0,2}}?{_CANAL}",
        rf"{_THE_CANAL},? (?:qui|lui)(?: lui)? l'est(?! pas)",
        rf"{_TUMOUR}(?: [\w']+){{0,4}}? (?:ne )?(?:retreci|obstru|stenos)\w+{_gap(4)}{_THE_CANAL}",
        rf"(?:reduction|retrecissement|diminution|amputation|stenose|occupation)(?: [\w']+){{0,7}}? {_THE_CANAL}(?: [\w']+){{0,2}}? (?:par|d'origine) (?:la |le |une? )?{_TUMOUR}",
        rf"(?:retrecissement|stenose|occupation|obstruction)(?: canalaires?)? (?:tumora|metasta)\w+(?: [\w']+){{0,6}}? ?{_CANAL}",
        r"(?:retrecissement|stenose) canalaires? (?:d'origine )?(?:tumora|metasta)\w+",
        rf"{_THE_CANAL}{_AND_OTHERS}[\s:]+{_IS}(?:[\w']+ ){{0,2}}?{_FILLED}",
        rf"(?:{_DURA}|intra-?canalaire|endo-?canalaire)(?: (?:anterieur|posterieur|droit|gauche|circonferentiel)e?s?)* (?:tumora\w+|metasta\w+)",
        unless=_NOT_TUMOUR,
    ),
    forms(
        "canal-extension",
        rf"(?:efface|deform|comprim|compress|refoul|deplac|aplati|imprim|empreint|contact|touch|accol|jouxt|adher|appu|affleur|effleur|bord|amput|marqu|repouss|moul|infiltr|envahi|engain|lamin|ecras|lech|tangent)\w*{_gap(6)}{_SAC}",
        r"contact (?:\w+ )?(?:dural|thecal)(?: \w+)?",
        rf"contacts?(?: (?:etroit|direct|intime|large|simple|focal))* avec (?:le |la |l')?{_SAC}",
        rf"{_SAC}{_gap(5)}(?:efface|deforme|comprime|refoule|deplace|aplati|imprime|touche|contacte|au contact|repousse|envahi|infiltre|ecrase|lamine|engaine)\w*",
        unless=_NOT_TUMOUR,
        wide=True,
        one_sided=True,
    ),
    forms(
        "canal-extension",
        rf"(?:{_THE_CANAL}|{_SAC}){_AND_OTHERS}[\s:]+{_IS}{_FREE}",
        rf"{_THE_CANAL}{_AND_OTHERS} {_NOT_REACHED}",
        rf"{_SPARES}{_gap(5)}{_THE_CANAL}",
        rf"{_NORMAL}{_gap(3)}{_THE_CANAL}",
        rf"rien{_gap(3)}{_THE_CANAL}|{_THE_CANAL} ne contient (?:pas|aucun)",
        denied=True,
        closed=True,
        unless=re.compile(r"constitutionnel"),
    ),
    forms(
        "canal-extension",
        r"(?:effacement|disparition|remplacement|perte|obliteration)(?: tumorale?)? d[eu] (?:la |l')?(?:graisse|liseret?) (?:graisseux )?(?:epidura|peridura)\w+",
        closed=True,
        unless=_NOT_TUMOUR,
    ),
    # cord
    forms(
        "cord-compression",
        rf"{_CORD}{_gap(4)}{_COMPRESSED}",
        rf"{_CORD}(?: \w+){{0,3}} mais (?:non |pas )?(?:\w+ment )?{_COMPRESSED}",
        rf"{_COMPRESSED}{_gap(5)}{_CORD}",
        rf"{_CORD}(?: \w+){{0,2}},? sans (?:signe de )?compression",
        r"myelopathie compressive|compression de la queue",
    ),
    # posterior wall
    forms(
        "posterior-wall",
        rf"{_WALL}{_gap(6)}{_BROKEN}",
        rf"{_WALL}{_gap(3)}(?:aminci|souffle|bombant|bombe|irregulier)\w* (?:mais|et|voire) {_gap(2)}?(?:non )?{_BROKEN}",
        rf"{_BROKEN}(?:[\s'/]+(?!(?:respect\w*|intact\w*|preserv\w*|conserv\w*|sans|avec|mais|une?)\b)[\w\-]+){{0,7}}?[\s']+{_WALL}",
        rf"{_BROKEN} {_WALL}",
        r"(?:fragments?(?: \w+){0,3} (?:retropulse|recule|deplace|refoule)\w*|retropulsions?|retropuls(?:e|ee|es|ees))(?: [\w']+){0,3}",
        r"(?:transcortical\w*|effraction corticale|rupture corticale|breche corticale|franchissement cortical|lyse corticale|destruction corticale|erosion corticale)s? (?:en arriere|posterieure?|dorsale|vers le canal|du cote du canal)",
        r"atteinte transcorticale posterieure",
        r"(?:defect|breche|rupture|effraction|solution de continuite|lyse|erosion|destruction|perforation|interruption|franchissement)s? corticale?s? posterieure?s?",
        rf"{_WALL}, (?:\w+ment )?(?:romp|detrui|interromp|discontinu|perfore|erode|lyse)\w*",
        rf"fragments?(?: \w+){{0,2}} dans le canal",
    ),
    forms(
        "posterior-wall",
        rf"{_WALL}{_gap(5, _STOP_WALL)}{_WHOLE}",
        rf"(?:{_WHOLE}|integrite|respect|preservation|conservation|continuite|epargne|(?:sans|ne|pas) (?:le |la )?(?:rompre|franchir|depasser|effracter))(?:[\s',]+(?!(?:mais|une?|avec|sans)\b)[\w\-]+){{0,6}}?[\s']+{_WALL}",
        rf"(?:contact|jusqu'au|bute\w*|contre)(?: [\w']+){{0,3}}? {_WALL} sans (?:le|la|les) (?:rompre|franchir|effracter|detruire|depasser)",
        rf"{_WALL} (?:ne|n') ?(?:l'est|le sont|l'etait) pas",
        rf"{_WALL} sans (?:le|la|les) (?:rompre|franchir|effracter|detruire|depasser|perforer)",
        rf"{_WALL}[^.;]{{0,30}}?,? (?:(?:il|elle|mais|celui-ci|celle-ci) )*n'est (?:\w+ )?pas (?:\w+ment )?{_BROKEN}",
        rf"{_WALL}(?: \w+){{0,3}},? sans (?:\w+ )?(?:rupture|effraction|breche|lyse|recul|interruption|franchissement|erosion|destruction)",
        rf"{_WALL}, (?:\w+ment )?(?:respecte|conserve|intact|continu|preserve|integre|indemne)\w*",
        rf"{_WALL}{_gap(3)}(?:aminci|souffle|bombant|bombe|irregulier)\w* (?:mais|et) {_WHOLE}",
        denied=True,
        closed=True,
        unless=re.compile(r"alignement"),
    ),
    forms(
        "posterior-wall",
        rf"{_WALL}{_gap(4)}(?:n'est|ne sont|n'etant|non)(?: pas| plus)? (?:\w+ment )?(?:intact|integr|preserv|respect|continu|conserv)\w*",
        closed=True,
    ),
    forms(
        "posterior-wall",
        rf"(?:integrite|continuite)(?: [\w']+){{0,3}} {_WALL}(?: [\w']+){{0,2}} (?:incertaine?|douteuse|non (?:certaine|assuree|formelle)|mal (?:evaluable|appreciable))",
    ),
    # foramen
    forms(
        "foraminal-extension",
        rf"{_EXTENT}{_gap(6)}(?:intra-?|extra-?|trans-?)?foramina(?:l|le|ux|les)",
        rf"{_REACH}{_gap(8)}{_FORAMEN}",
        rf"{_VERBS}{_gap(10)}{_FORAMEN}",
        rf"{_TUMOUR}{_gap(6)}(?:dans|au sein d[eu]s?|a l'interieur d[eu]s?|vers)(?: (?:le|la|les|l'))? ?(?:\w+ ){{0,2}}?{_FORAMEN}",
        rf"{_FORAMEN}(?:[\s:]+(?!(?:pas|plus|ni|libres?|non|permeables?|qui|et)\b)[\w'/\-]+){{0,4}}?[\s:]+{_FILLED}",
        rf"{_FORAMEN}(?: [\w/]+){{0,3}}? (?:n'est|ne sont|n'etant|n'etait) (?:pas|plus) (?:\w+ment )?{_FILLED}",
        rf"{_FORAMEN}(?: [\w/]+){{0,3}}? qui (?:est|sont) {_FILLED}",
        rf"{_FORAMEN}(?: [\w/]+){{0,3}}? (?:suspect|douteux)\w* d(?:e |')(?:envahissement|infiltration|atteinte)",
        unless=re.compile(
            rf"stenose(?!.*(?:tumora|infiltr|envahi))(?! foraminale ni)|infiltration (?:foraminale )?(?:scan|antalg|cortis|de cortic|radioguid)|{_NOT_TUMOUR.pattern}"
        ),
    ),
    forms("foraminal-extension", rf"(?:le|celui de) (?:gauche|droit) (?:est |etant |l'est )?{_FILLED}", needs=("foram", "trou")),
    forms(
        "foraminal-extension",
        rf"{_FORAMEN}{_AND_OTHERS}[\s:]+{_IS}{_FREE}",
        rf"{_FORAMEN}{_AND_OTHERS} {_NOT_REACHED}",
        rf"{_SPARES}{_gap(5)}{_FORAMEN}",
        rf"{_NORMAL}{_gap(4)}{_FORAMEN}",
        denied=True,
        closed=True,
        unless=re.compile(r"constitutionnel"),
    ),
    # soft tissue
    forms(
        "soft-tissue-extension",
        rf"{_EXTENT}{_gap(6)}{_SOFT_ADJ}",
        rf"{_REACH}{_gap(8)}{_SOFT}",
        rf"{_VERBS}{_gap(10)}{_SOFT}(?! (?:oede|œde))",
        rf"{_TUMOUR}{_gap(6)}(?:dans|au sein d[eu]s?|a l'interieur d[eu]s?|en avant d[eu]|vers|devant)(?: (?:le|la|les|l'))? ?(?:\w+ ){{0,2}}?{_SOFT}",
        rf"{_SOFT}(?:[\s:]+(?!(?:pas|plus|ni|libres?|non|qui|et|sans|ou)\b)[\w'/\-]+){{0,4}}?[\s:]+(?:{_FILLED}|(?:masse|coulee|oui|infiltration)s?)",
        rf"{_SOFT}(?: [\w/]+){{0,3}}? (?:n'est|ne sont|n'etant) (?:pas|plus) (?:\w+ment )?{_FILLED}",
        rf"{_SOFT}(?: [\w/]+){{0,2}} le sont",
        rf"fuseaux? (?:\w+ )?{_SOFT_ADJ}",
        r"masse (?:\w+ )?en avant du sacrum|(?:composante|contingent|masse) de parties molles",
        unless=re.compile(
            r"hematome|abces|phlegmon|(?:oe|œ)dem|tumefaction|collection|serome|empyeme|amyotroph|involution|epanchement|injection d|anesthes"
        ),
    ),
    forms(
        "soft-tissue-extension",
        r"(?:composante|contingent|masse|coulee) (?:tissulaire|charnue)",
        unless=re.compile(rf"epidura|canal|dural|foramin|intra-?osseu|{_NOT_TUMOUR.pattern}"),
    ),
    forms(
        "soft-tissue-extension",
        r"(?:confinee?s?|limitee?s?|localisee?s?|cantonnee?s?|restreinte?s?|circonscrite?s?|contenue?s?|strictement|purement|exclusivement) ?(?:strictement |exclusivement |uniquement )?(?:(?:a|au|aux|dans|a l'interieur d[eu]) (?:la |le |l')?)?"
        r"(?:os|osseuse?s?|corps(?: vertebral)?|vertebre|intra-?osseu(?:x|se|ses)|arc posterieur|pedicule|lame|medullaire osseuse|spongieuse|spongieux|(?:th|[ctdls]) ?\d+|intra-?corporea\w+|compartiment osseux|intra-?spongieu\w+)(?! (?:lesion|lyse))",
        rf"{_SOFT_NOUN}{_AND_OTHERS}[\s:]+{_IS}(?:{_FREE}|propres?)",
        rf"{_SOFT_NOUN}{_AND_OTHERS} {_NOT_REACHED}",
        rf"{_SPARES}{_gap(6)}{_SOFT}",
        rf"{_NORMAL}{_gap(4)}{_SOFT}",
        rf"rien{_gap(4)}{_SOFT}",
        r"graisse (?:presacree|pre-?vertebrale|para-?vertebrale) (?:est )?(?:libre|respectee|normale|preservee|conservee)",
        r"sans debord (?:cortical|des corticales|extra-?osseux)",
        denied=True,
        closed=True,
        unless=re.compile(r"amyotroph"),
    ),
    # nerve and viscus
    *_touching("close-to-neural-structure", rf"(?:{_NERVE}|{_SAC})"),
    forms("close-to-neural-structure", r"contact (?:\w+ )?(?:dural|thecal|radiculaire|medullaire)", unless=_NOT_TUMOUR),
    *_displacing("close-to-neural-structure", r"(?:racines?(?: \w+)?|nerfs?(?: \w+)?|plexus(?: \w+)?)"),
    *_touching("close-to-viscus", _BOWEL, "bowel"),
    *_touching("close-to-viscus", _OTHER, "other"),
    forms("close-to-viscus", r"contact (?:\w+ )?(?:digestif|colique|recta|intestina|sigmoidien|grelique|duodena)\w*", value="bowel", unless=_NOT_TUMOUR),
    forms("close-to-viscus", r"contact (?:\w+ )?(?:(?:o|œ)e?sophagien|pleura|aortique|trachea|pulmonaire|visceral|cave|ureteral)\w*", value="other", unless=_NOT_TUMOUR),
    *_displacing("close-to-viscus", _BOWEL, "bowel"),
    *_displacing("close-to-viscus", _OTHER, "other"),
    # joint
    forms(
        "intra-articular",
        r"intra-?articulaires?",
        rf"(?:etend|envahi|franchi|fus|extension|atteint|atteinte|romp|rupture|erod|erosion|infiltr|situ|siege|loge|ouvert|ouvr|develop|penetr|lyse|effract|localis|interess|communi|atteign)\w*{_gap(6)}{_JOINT}",
        rf"(?:dans|au sein d[eu]|a l'interieur d[eu]) (?:la |le |l')?{_JOINT}",
        rf"{_JOINT}{_gap(4)}(?:envahi|infiltr|atteint|romp|erod|franchi)\w*",
        unless=re.compile(
            r"costo-?vertebra|costo-?transvers|sacro-?ili|epanchement|arthrose|arthrosi|infiltration (?:articulaire|cortis)|injection"
        ),
    ),
    forms(
        "intra-articular",
        r"extra-?articulaires?|(?:respect\w*|epargn\w*) (?:de |des |l'|les |la )*" + _JOINT,
        denied=True,
        closed=True,
    ),
)
