"""French words that speak of a statement, of all patients, or of a level that bears no number: nothing is read near them.

What may not live here: words that guard only what seems present, or only what seems absent (`guarded`).
"""

from __future__ import annotations

import re
from typing import Final

_LEVEL: Final = r"(?:th|[ctdls]) ?\d{1,2}"
_UNNAMED: Final = rf"(?!(?:,? (?:\(|en |dont |soit )?|,? ?\()(?:{_LEVEL}))"
_FINDING: Final = (
    r"(?:metastas|lesion|tumeur|fracture|tassement|compression|epidurite|envahissement|atteinte|angiome|hemangiome|myelome"
    r"|plasmocytome|osteom|osteoblast|chordom|chondrosarcom|osteosarcom|sarcom|spondylodiscit|localisation"
    r"|instabilite|extension"
    r"|lyse|condensation|rupture|recul|cancer|carcinom|adenocarcinom|neoplasi|radiotherapi|irradiation|paraplegi|paraparesi"
    r"|deficit|nidus|vertebre|osteoporose|materiel|vis|sacrum|rachis|kyste|infection|maladie)\w*"
)
_IN_GENERAL: Final = (
    r"(?<!ne )(?:expos\w+|predispos\w+|fragilis(?:e|ent)|comport(?:e|ent)|s'accompagn(?:e|ent)|survien(?:t"
    r"|nent)(?! chez)|se complique(?:nt)?"
    r"|entrain(?:e|ent)|provoqu(?:e|ent)|caus(?:e|ent)|donne(?:nt)? (?:lieu|des|une)|engendr(?:e|ent)|justifi(?:e|ent)"
    r"|impos(?:e|ent)|necessit(?:e|ent)|contre-?indiqu(?:e|ent)|rele[v]\w+ (?:de|d'|du)|se manifest(?:e|ent)"
    r"|se tradui(?:t|sent)|se caracteris\w+|se defini\w+|se rencontr\w+|touche(?:nt)? (?:surtout|volontiers|preferentiellement"
    r"|le plus)|siege(?:nt)? (?:surtout|volontiers|preferentiellement|le plus)|represent(?:e|ent) (?:la|le|une? (?:urgence"
    r"|indication|contre|cause|risque|complication))|constitu(?:e|ent) (?:une? (?:urgence|indication|contre|cause|risque"
    r"|complication|facteur))|augment(?:e|ent) le risque|multipli(?:e|ent)|met(?:tent)? en (?:jeu|danger|peril)"
    r"|menac(?:e|ent)|s'observ(?:e|ent)|se voi(?:t|ent)|se vo(?:it|ient)|condui(?:t|sent)|impliqu(?:e|ent)|supposent?"
    r"|exig(?:e|ent)|requi(?:ert|erent)|est (?:une|un|la|le) (?:urgence|complication|indication|contre-indication|tumeur|cause"
    r"|maladie|facteur|affection|evenement|critere|signe|mode)|(?:peut|peuvent)(?! (?:etre|correspondre|traduire"
    r"|evoquer|faire|donc))|appartien\w+|correspon\w+ par definition"
    r"|respecte(?:nt)? (?:le plus|generalement|volontiers|toujours|en regle)|metastase(?:nt)?|evolue(?:nt)? (?:vers|le plus"
    r"|volontiers))\b"
)
_TAKEN_FOR: Final = (
    r"(?:avai(?:t|ent) (?:\w+ment )?(?:ete |d'abord ete )?|a ete |ont ete |fut |furent )"
    r"(?:d'abord |longtemps |initialement |un temps |\w+ment )?(?:prise?|tenue?|interpretee?|etiquetee?|decrite?|qualifiee?"
    r"|classee?|lue?|consideree?|rapportee?|attribuee?)s? (?:pour|comme|a tort|au compte)"
)

RETRACTED: Final = re.compile(
    # another level that is not named
    rf"\b(?:(?:vertebres?|etages?|niveaux?|corps vertebra\w+|segments?) (?:vertebra\w+ )?(?:immediatement |directement )?"
    rf"(?:sus|sous)-?(?: et (?:sus|sous)-?)?jacente?s?\b{_UNNAMED}"
    rf"|(?:vertebre|etage|niveau|corps|segment)s? (?:vertebra\w+ )?(?:situee?s? )?(?:juste "
    rf"|immediatement )?(?:du dessus|du dessous"
    rf"|au-?dessus|au-?dessous|en dessous|suivante?s?|voisine?s?|adjacente?s?|contigue?s?|precedente?s?){_UNNAMED}"
    rf"|(?:(?:une?|deux|trois) (?:etages?|niveaux?|vertebres?) (?:plus (?:haut|bas)|au-?dess[uo]u?s))"
    rf"|(?:une?|des|plusieurs|les|d'une?|d') ?autres? (?:vertebres?|etages?|niveaux?|segments?)\b{_UNNAMED}"
    # each its own
    r"|respectiv\w+|l'une?(?=[^;.]{3,60}\bl'autre\b)|l'autre\b|dans l'ordre"
    # words about a statement
    r"|(?:ne|n') ?(?:peut|peuvent|pouvons|saurait|faut|doit) (?:donc )?(?:pas )?(?:soutenir|pretendre|dire"
    r"|parler|croire|considerer) qu"
    r"|contrairement a ce qu|au lieu de lire|lire\b|erreur (?:de (?:frappe|dictee|retranscription"
    r"|niveau|cote))|dicte\w* par erreur"
    rf"|{_TAKEN_FOR}"
    r"|, (?:probablement |vraisemblablement |plutot |sans doute |en faveur d'|evoquant |compatible avec "
    r"|en rapport avec |correspondant a "
    r"|traduisant |d'origine |de nature )(?:une? |d'une? )?(?:hematome|hematique|abces|collection|fibrose"
    r"|remaniements?|ganglion|adenopathie"
    r"|hernie|discale|osteophyt|kyste|schwannome|neurinome|fuite|ciment|inflammatoire|infectieu|degenerati)"
    r"|(?:ne correspond|n'est pas conforme)|il (?:n'est pas|est) (?:exact|vrai|faux|inexact) (?:de dire "
    r"|d'affirmer )?qu"
    # what the patient was told of
    r"|inform\w+ (?:que|qu')|expliqu\w+ (?:que|qu')|(?:previen|prevenu|averti)\w*(?: \w+)? (?:que|qu')"
    r"|(?:peut|peuvent|pouvant|pourra\w*|risqu\w+|devra\w*)(?: \w+)?, [^,;.]{3,60},"
    # "there is none of it"
    r"|n'(?:y )?en (?:a|ont|avait|est|existe|presente|montre|porte|contient|comporte|subsiste|persiste|reste|retrouve"
    r"|objective|demeure|recoit|voit)\w*(?: \w+ment)? (?:pas|point|plus|jamais|aucune?|guere|nullement|nulle|rien)"
    r"|(?:^|[.;:] )(?:de|d'|du) ?[^,;.]{3,60}, (?:point|aucune?|nulle?|pas|jamais|rien)\b|, (?:point|nenni"
    r"|plus rien)(?= ?(?:$|[.,;]| en\b))"
    r"|, (?:dementi|contredit|invalide)\w*|n'(?:est|etait|sont|etaient) (?:en (?:fait|realite) "
    r"|\w+ment )?qu'une? (?!lesion|seule)\w+"
    r"|(?:correspon|lie|du|attribuable|imputable|en rapport|le fait)\w* (?:en (?:fait|realite) )?(?:a|au|aux|avec"
    r"|d'une?) ?(?:une? |l'|la |le |des )?"
    r"(?:encoche|hematome|abces|hernie|discopathie|osteophyt|arthrose|fibrose|plexus|veine|artefact|variante"
    r"|kyste arach|kyste syno|cicatri"
    r"|volume partiel|ciment|lipomatose|schmorl|degenerati)"
    # nearly, or not yet
    r"|(?:sera|seront|serait|seraient) (?:\w+ment )?(?:comprim|envahi|fractur|tass|romp|detrui|infiltr|atteint|effondr)\w*"
    r"|s'en (?:est|fallut|faut) (?:fallu )?de peu|(?:a|ont) failli|a deux doigts|(?:a defaut"
    r"|faute) d[e'] ?(?:\w+ )?(?:traitement"
    r"|geste|stabilisation|prise en charge|chirurgie|irradiation)|avant qu'?\w* "
    # above and below a level, and the level that is not meant
    rf"|(?:(?:au|par|ci)-?dess[uo]u?s|en dessous|(?:^|[,;] ?)sous|de part et d'autre|en amont|en aval) (?:d[eu] |d')?{_LEVEL}"
    rf"|(?:^|[,;] ?)entre {_LEVEL} et {_LEVEL}, (?:une?|la|les) vertebre"
    r"|(?:(?<=non [cdtls]\d, qui)|(?<=non [cdtls]\d\d, qui)|(?<=non en [cdtls]\d, qui)|(?<=non en [cdtls]\d\d, qui)"
    r"|(?<=pas [cdtls]\d, qui)"
    r"|(?<=pas [cdtls]\d\d, qui)) "
    # a past put between commas
    r"|, (?:a l'epoque|jadis|naguere|autrefois|alors|auparavant|a ce moment-la|dans le temps|par le passe|a l'origine"
    r"|initialement|precedemment|anterieurement|au depart|en son temps|dans un premier temps),"
    # what is true of all
    r"|volontiers|preferentiellement|pourvoyeu\w+|de predilection"
    rf"|^(?!.*\b{_LEVEL})devant (?:une?|toute?) [^,;.]{{3,60}}, (?:le|la|l'|il|on|une?)\b"
    rf"|^(?!.*\b{_LEVEL})(?:(?:une?|toute?|le|la|les|ce type d[e']|certaines?|nombre d[e']|ces|de telles?) |l'|d'ordinaire,? )"
    rf"(?:\w+ ){{0,2}}?{_FINDING}(?: (?!(?:de |du )?(?:la |le )?patiente?)[^\s,;.]+){{0,8}}? {_IN_GENERAL})"
)
""""It is not true that", "the level below", "respectively", "a lytic metastasis exposes to a fracture"."""
