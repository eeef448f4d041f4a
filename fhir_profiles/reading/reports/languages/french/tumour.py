"""French words for what a lesion is: nature, bone matrix, fracture.

What may not live here: stability and grades (`grades`), its surroundings (`structures`), and what is told of the patient
(`patient`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.french.elsewhere import OTHER_BONE, OTHER_BONE_OR_ORGAN
from fhir_profiles.reading.reports.lexicon import Form, forms

_ELSEWHERE: Final = (  # metastases of other organs
    r"(?! (?:\w+ )?(?:hepatique|pulmonaire|cerebra|ganglionnaire|surrenal|peritonea|pleura|cutane|costa|femora"
    r"|iliaque|humera|splenique|sternal|cranien|intra-?medulla|intra-?dura|pelvienne|claviculaire|scapulaire"
    r"|tibiale|osseuses? (?:iliaque"
    r"|femora|costa|humera|cranien)"
    r"|cerebelleu|pelvien|meninge|leptomening|des (?:cotes|poumons|os longs|ganglions)|d[eu] (?:foie|cerveau"
    r"|femur|bassin|crane|sternum|peritoine)|(?:de |a )?(?:la |l')?(?:voute|humerus|aile iliaque|ilion"
    r"|os iliaque|ischion|clavicule|scapula|omoplate|cote\b|tete femorale|surrenale|plevre)|viscera))"
)
_DISC: Final = re.compile(r"disca(?:l|le|ux|les)\b|\bdu disque|\bdes disques|discopath|intersomatique|intervertebral")
_BODY: Final = (
    r"(?:(?:d[eu]s?|d'|l'|la|le) ?(?:corps vertebra(?:l|ux)|corps|vertebres?(?: \w+)?|mur anterieur|mur posterieur"
    r"|(?:th|[ctdls]) ?\d+) ?)"
)
_HEIGHT: Final = (
    r"hauteurs?(?: (?:vertebrales?|corporeales?|somatiques?|anterieures?|posterieures?|centrales?|globales?))*"
)
_KEPT: Final = (
    r"(?:conservee?s?|normale?s?|preservee?s?|respectee?s?|maintenue?s?|intactes?|satisfaisantes?|inchangees?"
    r"|sans anomalie)"
)
_PLATE: Final = r"(?:plateaux?(?: \w+){0,2}?(?: (?:superieurs?|inferieurs?|vertebra\w+|crania\w+|cauda\w+))*)"
_WEDGE: Final = r"(?:fracture|tassement|ecrasement|affaissement|effondrement|enfoncement|collapsus|deformation)s?"
_TYPE: Final = (
    r"(?:(?:[ -]?(?:tassements?|fractures?|vertebra(?:l|le|ux|les)|corporeal(?:e|es)?|corporeaux|somatiques?"
    r"|pathologiques?|malin|maligne?s?|benin|benigne?s?|recente?s?|aigue?s?|compression))*)"
)

TUMOUR: Final[tuple[Form, ...]] = (
    forms(
        "nature",
        rf"metastases?{_ELSEWHERE}",
        r"(?:localisation|lesion|tumeur|atteinte|depot|implant|foyer|nodule|deposition|infiltration"
        r"|determination|deformation|nature|origine|caractere|allure|aspect|processus)s?"
        r"(?: (?:osseu|vertebra|rachidien|lytique|osteolytique|mixte|condensant|osteocondensant|unique"
        r"|solitaire|dorsa|lombaire|d'allure|d'aspect|tumora|tres|probablement|vraisemblablement|possiblement"
        r"|manifestement|typiquement)\w*)*"
        rf" second(?:aire|aires){_ELSEWHERE}",
        r"secondaires?(?= (?:osseu|rachid|vertebra|d'un|d'une|de (?:th|[ctdls]) ?\d|connue?s?))",
        r"secondarisme",
        value="metastasis",
        unless=re.compile(r"\bm0\b|cellules? metastatiques?"),
    ),
    forms(
        "nature",
        rf"metastatiques?{_ELSEWHERE}",
        value="metastasis",
        unless=re.compile(
            r"\bm0\b|cellules? metastatiques?|(?:cancer|carcinome|adenocarcinome|neoplasie"
            r"|melanome)s?(?: [\w']+){0,5}? metastatique"
        ),
    ),
    forms(
        "nature",
        r"plasmocytomes?",
        r"(?:myelomes?|myelomateu(?:x|se|ses)|maladie de kahler)(?: multiples?)?",
        value="plasmacytoma",
    ),
    forms(
        "nature",
        r"chordomes?",
        r"chondrosarcomes?",
        r"osteosarcomes?",
        r"sarcomes? (?:osteogenique|d'ewing)s?",
        r"(?:tumeur |sarcome )?d'?ewing",
        r"ewing",
        value="primary-malignant",
    ),
    forms("nature", r"osteomes? osteoides?", value="osteoid-osteoma"),
    forms("nature", r"osteoblastomes?", value="osteoblastoma"),
    forms(
        "nature",
        r"tumeurs? a cellules geantes",
        r"tcg",
        r"kystes? (?:osseux )?ane[vu]r[iy]sm(?:al|aux|atique)",
        r"kystes? osseux",
        r"granulomes? eosinophiles?",
        value="benign-treatable",
    ),
    forms(
        "nature",
        r"(?:hem)?angiomes?",
        r"(?:hernies? |nodules? )?(?:intra-?spongieuses? )?(?:de |type )?schmorl",
        r"hernies? intra-?spongieuses?(?: de schmorl)?",
        r"nodules? de schmorl",
        value="benign-not-indicated",
        unless=re.compile(
            r"hepatique|\bfoie|splenique|cutane|cerebra|\bpeau|sous-cutane|labial|musculaire|orbit|choroid"
            r"|renal|stellaire"
        ),
    ),
    forms(
        "nature",
        r"spondylodis[ck]ites?",
        r"osteomyelites?",
        r"discites?(?: infectieuses?)?",
        r"spondylites? (?:infectieuse|tuberculeuse|septique|a pyogenes)s?",
        r"mal de pott",
        r"osteites? (?:\w+ )?(?:infectieuse|septique|bacterienne)s?",
        r"(?:infection|atteinte infectieuse) (?:vertebrale|osseuse|discovertebrale)",
        r"osteo-?arthrites? infectieuses?",
        value="infection",
    ),
    forms(
        "nature",
        r"(?:spondylodis[ck]ites?|osteomyelites?|discites?|spondylites?|mal de pott)(?: \w+){0,2} (?:traitee?"
        r"|guerie?|operee?)s?"
        r"(?= (?:\w+ ){0,3}?(?:en (?:19|20)\d\d|il y a))",
        value="infection",
        past=True,
    ),
    forms(
        "nature",
        r"(?:probablement|vraisemblablement|possiblement|manifestement|typiquement|d'allure"
        r"|d'aspect) osteoporotiques?",
        value="osteoporotic",
        needs=("tassement", "fractur", "affaiss", "effondr"),
        unless=re.compile(r"terrain|trame|rachis osteo|\bos\b"),
    ),
    forms(
        "nature",
        rf"{_WEDGE}(?:[ -][\w']+){{0,4}}? (?:osteo)?porotiques?",
        rf"{_WEDGE}(?: [\w']+){{0,5}}? (?:sur|par|dans (?:le cadre|un contexte)) (?:d'une? |d'"
        r"|une )?(?:terrain )?(?:osteoporo\w+|insuffisance)",
        r"(?:origine|caractere|nature|aspect|allure|etiologie) (?:osteo)?porotiques?",
        r"(?:osteo)?porotique(?= (?:ancien|recent|de (?:th|[ctdls]) ?\d))",
        rf"{_WEDGE} (?:par|d') ?insuffisance",
        value="osteoporotic",
    ),
    forms(
        "matrix",
        r"(?:osteo-?)?lyti(?:que|ques|quement)",
        r"(?<!non )(?<!pas )(?:osteo)?lyses?(?! (?:isthmique|(?:ni|ou|et|avec) (?:de |du )?(?:recul|rupture"
        r"|effraction|destruction)s? (?:du mur|cortical)|du mur|de la corticale|des? corticales?"
        r"|d[eu] (?:l'hemi-?)?mur))(?: osseuses?)?",
        r"lacunes?(?: osseuses?)?|lacunaires?",
        r"(?:destruction|erosion) osseuse|(?:plage|lesion|zone|foyer|lacune) (?:d'osteolyse|destructrice"
        r"|radiotransparente|radioclaire|clastique)s?",
        r"(?:emporte-piece|mitee?s?|permeative)",
        r"demineralis\w+(?: (?:focale|localisee|tumorale))|(?:destruction|rarefaction"
        r"|disparition) (?:trabeculaire|de la trame|de l'os|spongieuse|tumorale)",
        r"radio-?transparente?s?|radio-?claires?|geodes? (?:tumorale|lytique)s?|image(?:s)? (?:claire"
        r"|osteolytique)s?|defect osseux|rongee?s?",
        r"lys(?:ee|es|ees|ant)(?= par| de (?:th|[ctdls]) ?\d| sur)",
        value="lytic",
        unless=re.compile(rf"spondylolyse|isthmique|\bmur posterieur$|{OTHER_BONE_OR_ORGAN.pattern}"),
    ),
    forms(
        "matrix",
        r"(?:re-?)?(?:osteo-?)?(?:condens(?:ant|ante|ants|antes|ation|ations|ee?s?))",
        r"(?:osteo-?)?(?:sclero(?:se|tique|tiques|sant|sante|santes|sants|see?s?))",
        r"(?:osteo-?)?blasti(?:que|ques)",
        r"vertebre (?:d')?ivoire|densification|eburn\w+|osteoformatrices?|osteoblastose",
        value="sclerotic",
        unless=re.compile(
            r"plateaux?\b(?! tasse)|modic|sous-?chondral|degenerati|arthros|articulaire|facett|reactionnel"
            r"|lisere|liseret|cerne|bordure|halo|couronne|peripherique|en marge|sacro-?ili"
            r"|iliaque|ciment|marginale|berge|cortica(?:l|le|les)\b|discarthro"
            rf"|{OTHER_BONE_OR_ORGAN.pattern}"
        ),
    ),
    forms(
        "matrix",
        r"mixtes?,? (?:(?:a|de|et|mais|avec|une|nette) )*(?:predominance|predominant|predominante|composante"
        r"|dominante|surtout|principalement|majoritairement"
        r"|essentiellement|plutot)(?: (?:surtout|plutot|majoritaire|nettement))? (?:osteo-?)?(?:lytique"
        r"|condensant|sclero|blasti)\w*",
        r"mixtes?(?:,? (?:a la fois )?(?:osteo-?)?(?:lytique|condensant|sclero|blasti)\w*(?:,? (?:et "
        r"|[-/]+ ?)?(?:a predominance |partiellement )?(?:osteo-?)?(?:lytique|condensant|sclero|blasti)\w*)?)?",
        r"(?:osteo-?)?lytiques?(?: et |[ /\-]+|,? a la fois )(?:partiellement )?(?:osteo-?)?(?:condensant"
        r"|sclero|blasti)\w*",
        r"(?:osteo-?)?(?:condensante?s?|sclerotiques?|sclerosante?s?|blastiques?)(?: et "
        r"|[ /\-]+)(?:partiellement )?(?:osteo-?)?lytiques?",
        r"(?:lyse|lytique)s? et (?:de )?(?:condensation|sclerose)|lyticocondensante?s?",
        value="mixed",
        unless=re.compile(rf"connectivite|hernie|abord|{OTHER_BONE_OR_ORGAN.pattern}"),
    ),
    # fracture
    forms(
        "collapse",
        rf"(?:fracture|tassement)s?{_TYPE}(?:-tassements?)?(?! (?:discal|costal|du mur posterieur|discaux))",
        r"fractur(?:e|ee|es|ees|ant)(?! (?:costal|de (?:la|l'|cote)))",
        r"collapsus(?! (?:discal|du disque))",
        r"(?<!moelle )(?<!cordon )(?<!medullaire )(?<!dural )(?:affaiss|effondr|aplati|ecras"
        r"|cuneiformis)\w+(?! (?:par (?:la|une) (?:masse|tumeur)|(?:de )?(?:la |le |du |l')?(?:moelle|cordon"
        r"|sac|fourreau|queue|racine|canal|mur post|disque|cone)))",
        r"tass(?:e|ee|es|ees|ant)(?! par)",
        r"cuneiformisations?|cuneiformes?|vertebra plana|vertebres? (?:plane|plate|en galette)s?|galette",
        r"(?:deformation|deformee?|deformations) (?:\w+ )?(?:vertebrale|corporeale|du corps|des corps|de (?:th"
        r"|[ctdls]) ?\d+|cuneiforme|en coin|biconcave|trapezoidale?|en galette|en diabolo|lenticulaire)s?"
        r"|(?:bi)?concavite (?:anormale )?d[eu]s? plateaux?",
        r"(?:enfoncement|depression|infraction|impaction|incurvation|rupture|ecrasement|fracture"
        rf"|affaissement)s? (?:\w+ )?(?:d[eu]s? |du |des )?(?:deux )?{_PLATE}",
        rf"{_PLATE} (?:est |sont )?(?:enfonce|deprime|impacte|tasse|effondre|affaisse|fracture|rompu)\w*",
        r"trait (?:de fracture|fracturaire)|lesion fracturaire|fracturaire(?= (?:recent|de))",
        unless=re.compile(rf"{OTHER_BONE.pattern}|\brisqu\w+ (?:[\w']+ ){{0,2}}?(?:de |d')|\b(?:probabilite|danger) d"),
    ),
    forms(
        "collapse",
        rf"(?:perte|diminution|reduction|baisse) (?:\w+ ){{0,2}}?(?:de |du |d'|des "
        rf"|[\d/%]+ ?){{0,3}}(?:\w+ ){{0,2}}?(?:la |sa )?{_HEIGHT}",
        r"(?:reduit|diminue|abaisse|ampute)(?:e|es|s)? (?:de|en) hauteur|(?:aspect|forme) (?:en coin|en galette"
        r"|biconcave|trapezoidale?)",
        r"(?:perdu|perd|perdant) (?:\w+ ){0,4}?(?:\d+ ?% )?(?:de )?(?:sa |la )?hauteur",
        rf"{_HEIGHT}(?: (?:du|des|de) (?:corps|(?:th|[ctdls]) ?\d+))?(?: (?:est|sont))? (?:diminuee?s?"
        r"|reduite?s?|abaissees?|perdue|amputee)",
        unless=re.compile(rf"{_DISC.pattern}|pincement"),
    ),
    forms(
        "collapse",
        rf"{_HEIGHT}(?: {_BODY})*(?: (?:est|sont|reste|restent))?(?: (?:bien|globalement|tout a fait))? {_KEPT}",
        rf"(?:de|a) {_HEIGHT} {_KEPT}",
        rf"(?:respect|conservation|preservation) de la {_HEIGHT}",
        rf"morphologie (?:vertebrale |corporeale )?{_KEPT}",
        r"(?:non|pas) (?:tasse|fracture|affaisse|deforme)e?s?",
        rf"{_HEIGHT} (?:n'est|ne sont) pas (?:diminuee?s?|reduites?)",
        denied=True,
        closed=True,
        unless=_DISC,
    ),
    # "tassement recent de T8, ancien de T12"
    forms(
        "collapse",
        r"(?<=, )(?:ancien|ancienne|sequellaire|consolidee?)s?(?= (?:de|en|a) (?:th|[ctdls]) ?\d)",
        past=True,
        needs=("tassement", "fracture"),
    ),
    forms("collapse", r"(?<=, )recente?s?(?= (?:de|en|a) (?:th|[ctdls]) ?\d)", needs=("tassement", "fracture")),
)
