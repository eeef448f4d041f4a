"""French words around lengths and counts: what is measured, and to what.

What may not live here: how a number is read (`fhir_profiles.reading.reports.measuring`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Measures, words

_NUMBERS: Final = {
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

MEASURES: Final = Measures(
    neural=words(
        r"moelle(?: epiniere)?",
        r"cordon(?: medullaire)?",
        r"cone (?:terminal|medullaire)",
        r"queue de cheval",
        r"(?:sac|fourreau|etui|cul-de-sac) (?:dural|thecal)",
        r"dure-mere",
        r"sac",
        r"fourreau",
        r"racines?",
        r"nerfs?",
        r"foramens?",
        r"foraminale?",
        r"trous? (?:de conjugaison|sacre)s?",
        r"canal(?! inguinal)",
        r"espace epidural",
        r"structures? (?:nerveuses?|neurologiques?|neurales?)",
        r"elements? nerveux",
        r"plexus",
        r"ganglion spinal",
        r"emergence radiculaire",
    ),
    viscus=words(
        r"colon",
        r"sigmoide",
        r"rectum",
        r"rectale?",
        r"(?:anses?|intestins?)(?: greles?| digestives?)?",
        r"grele",
        r"tube digestif",
        r"duodenum",
        r"ileon",
        r"jejunum",
        r"c[oœ]?e?cum",
        r"(?:o|œ)e?sophage",
        r"plevre",
        r"poumons?",
        r"parenchyme pulmonaire",
        r"trachee",
        r"estomac",
        r"reins?(?! \w+ operes?)",
        r"vessie",
        r"pharynx",
        r"bronches?",
        r"caecum",
        r"structures? digestives?",
        r"recto-?sigmoide",
        r"charniere rectosigmoidienne",
    ),
    other_structure=words(
        r"aorte",
        r"veine cave",
        r"vci",
        r"(?:artere|veine|vaisseaux?|axe)s?(?: \w+){0,2}",
        r"ureteres?",
        r"peau",
        r"plan cutane",
        r"cutane",
        r"carene",
        r"ligne mediane",
        r"plateaux?",
        r"mur (?:anterieur|posterieur)",
        r"corticale \w+",
        r"mur",
        r"disque",
        r"crete iliaque",
        r"articulaires?",
    ),
    distance_before=words(
        r"distances?",
        r"distante?s?",
        r"separ\w+",
        r"marge",
        r"eloign\w+",
        r"ecart",
        r"intervalle",
        r"lisere(?:t)?",
        r"plan graisseux",
        r"recul de securite",
        # "a 8 mm du colon", not "mesure a 8 mm"
        r"(?<!mesure )(?<!mesuree )(?<!estime )(?<!estimee )(?<!evalue )(?<!evaluee )(?<!chiffre )(?<!egal"
        r" )(?<!inferieur )(?<!inferieure )a(?= ?(?:moins de |plus de |environ |seulement |peine |peu pres "
        r"|quelque )?$)",
    ),
    distance_after=words(
        r"(?:de distance )?(?:de|du|des|d)(?: (?:la|l|le))?(?= ?'? ?(?:la |l'|le |les )?(?:premiere? "
        r"|bord \w+ du |face \w+ d[eu] |paroi \w+ d[eu] )*(?:moelle|cordon|cone|queue|sac|fourreau|etui"
        r"|cul-de-sac|dure-mere|racine|nerf|foramen|trou|canal|espace epidural|structure|element|plexus"
        r"|ganglion spinal|emergence"
        r"|colon|sigmoid|rectum|anse|intestin|grele|tube|duoden|ileon|jejun|c[oœ]|o?e?sophage|œsophage|plevre"
        r"|poumon|parenchyme|trachee|estomac|rein|vessie|pharynx|bronche|aorte|veine|artere|uretere|peau))",
        r"de distance",
        r"separ\w+",
        r"entre",
        r"de marge",
        r"d'ecart",
        r"en (?:avant|arriere|dehors|dedans)",
        r"par rapport",
        r"au lieu",
        r"de graisse",
        r"jusqu'(?:a|au|aux)",
        r"avec l",
        r"contre",
    ),
    tumour=words(
        r"tumeurs?",
        r"tumora\w+",
        r"metasta\w+",
        r"lesions?",
        r"nidus",
        r"(?:osteo)?lyses?",
        r"(?:osteo)?lytiques?",
        r"(?:osteo)?condens\w+",
        r"(?:osteo)?sclero\w+",
        r"(?:osteo)?blasti\w+",
        r"mixtes?",
        r"foyers?",
        r"plages?",
        r"lacunes?",
        r"chordomes?",
        r"\w*sarcomes?",
        r"plasmocytomes?",
        r"myelomes?",
        r"osteoblastomes?",
        r"osteomes?",
        r"kystes? (?:osseux )?ane\w+",
        r"(?:hem)?angiomes?",
        r"secondaires?",
        r"masse",
        r"mesur\w+",
        r"diametre",
        r"taille",
        r"grand axe",
        r"dimensions?",
        r"processus",
        r"localisations?",
        r"image",
        r"cible",
        r"(?:hyper|hypo)-?signal",
        r"depots?",
        r"cellules geantes",
        r"proliferation",
        r"cavite",
        r"defect",
        r"ewing",
        r"nodule",
        r"diam",
        r"formation",
    ),
    not_tumour=words(
        r"boules? de glace",
        r"ice-?ball",
        r"glacons?",
        r"mur (?:posterieur|anterieur)",
        r"defect cortical",
        r"corticale?s?",
        r"corticale (?:posterieure|anterieure)",
        r"interruption",
        r"defaut",
        r"avancee",
        r"solution de continuite",
        r"amputation",
        r"(?:parties|tissus) mous?(?:lles)?",
        r"molles",
        r"tissus mous",
        r"(?:para|pre|peri)-?vertebra\w+",
        r"para-?spina\w+",
        r"pre-?sacre\w*",
        r"(?:epi|extra)dura\w+",
        r"epidurite",
        r"composante",
        r"coulee",
        r"disca\w+",
        r"disque",
        r"debord",
        r"protrusion",
        r"hernie",
        r"ganglions?",
        r"adenopath\w+",
        r"adenomegalie",
        r"fragment",
        r"epaisseur",
        r"epaissi\w*",
        r"coupes?",
        r"collimation",
        r"hematome",
        r"abces",
        r"collection",
        r"kyste (?:renal|hepatique|biliaire|synovial|arachnoidien|ovarien|radiculaire|de tarlov)",
        r"osteophyt\w+",
        r"listhesis",
        r"spondylolisthesis",
        r"retrolisthesis",
        r"cyphose",
        r"profondeur",
        r"recul",
        r"retropuls\w+",
        r"canal",
        r"intracana\w+",
        r"endocana\w+",
        r"trait",
        r"aiguille",
        r"sonde",
        r"trocart",
        r"canule",
        r"marge",
        r"cicatrice",
        r"vis",
        r"thyroidien",
        r"nodule (?:pulmonaire|hepatique|thyroidien|renal|surrenalien|mammaire)",
        r"glacon",
        r"breche",
        r"rupture",
        r"effraction",
        r"psoas",
        r"extension",
        r"extra-?osseu\w+",
        r"perte",
        r"iso?centre",
        r"reconstructions?",
        r"increment",
        r"angiomyolipome",
        r"pulmonaire",
        r"rein",
        r"foie",
        r"hepatique",
        r"surrenal\w*",
        r"aort\w*",
        r"anevrisme aortique",
        r"tige",
        r"ecart",
        r"manchon",
        r"fuseau",
        r"masse (?:\w+ )?(?:para|pre|peri)\w+",
        r"lisere",
        r"deplacement",
        r"moelle",
        r"deport",
        r"antelisthesis",
        r"bombement",
        r"franchi\w+",
        r"rein",
    ),
    not_tumour_after=re.compile(
        r"\s*(?:de |d'|en )(?:recul|profondeur|epaisseur|retropuls|coulee|composante|debord|cyphose|listhesis"
        r"|glissement|large|distance|marge|lisere|graisse|rayon)|\s*(?:d'epais|entre les plateaux)"
    ),
    sized=words(r"mesur\w+", r"diametre", r"taille", r"grand axe", r"etendue?", r"long\w*", r"dimensions?"),
    former=words(r"auparavant", r"anterieurement", r"precedemment", r"contre", r"initialement", r"versus", r"au lieu"),
    counts=re.compile(
        r"\b(?<!bilsky )(?<!escc )(?<!grade )(?<!stade )(?<!\d[,.])(?:"
        r"(?P<many>(?:pluri|multi|poly)-?metastatique\b|(?:multiples|nombreuses|nombreux|innombrables"
        rf"|plusieurs|diverses|de multiples) {_WHOSE}{_WHAT}{_OTHER_ORGAN})"
        rf"|{_WHAT}{_OTHER_ORGAN}{_OF}(?:,| sont| est| :)? (?P<many2>{_MANY})(?! (?:\w+ )?(?:hepati|pulmon"
        r"|ganglio|cereb))\b"
        rf"|(?:au moins |environ |au total |pas moins de |une? )?(?P<n>\d{{1,2}}|une? (?:seule?|unique)|deux"
        rf"|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|seule?|unique) {_WHOSE}{_WHAT}{_OTHER_ORGAN}"
        rf"|(?:nombre|total)(?: total)? (?:de |d')(?:{_WHAT})(?: \w+)?(?: est de| estime a| :"
        rf"|:)? ?(?P<n2>\d{{1,2}}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)"
        rf"|(?P<one>{_WHAT}{_OTHER_ORGAN}{_OF}(?:,| est| :)? (?:(?:reste|apparait|est|parait|semble|qui"
        rf"|demeure) )*(?:strictement )?{_ONE}(?! (?:de |du )?(?:la )?(?:plateau|corticale|pedicul))"
        r"|(?:lesion|metastase|atteinte|maladie) unifocale|seule? (?:et unique )?(?:anomalie|manifestation"
        r"|cible)(?: \w+)? (?:osseuse|rachidienne|tumorale))"
        r")\b"
    ),
    numbers=_NUMBERS,
)
