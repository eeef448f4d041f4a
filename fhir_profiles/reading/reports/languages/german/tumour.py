"""German words for what a lesion is: nature and bone matrix.

What may not live here: fracture and stability (`bone`), its surroundings (`canal`, `wall`, `spread`, `neighbours`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Form, forms

_ELSEWHERE: Final = (
    r"(?:leber|hepat|lunge|pulmon|lymphknoten|lymph|lk-|hirn|zerebr|nebennieren|peritoneal|haut|pleura|rippen"
    r"|kostal|femur|becken|weichteil|hepatisch|schadel"
    r"|sternum|skapula|scapula|schulterblatt|humerus|oberarm|ilium|azetabul|acetabul|trochanter|klavikula|schambein|sitzbein"
    r"|kalotte|kalvaria|mandibula|kiefer|tibia|milz|kopfhaut|nodal|viszeral|organ|mesenterial|mikro|lepto|meningeal)"
)
_NOT_THERE: Final = (
    r"(?<!hepatische )(?<!hepatischen )(?<!pulmonale )(?<!pulmonalen )(?<!zerebrale )(?<!zerebralen )"
    r"(?<!leptomeningeale )(?<!leptomeningealen )(?<!meningeale )(?<!cerebrale )(?<!nodale )(?<!viszerale )(?<!nodalen "
    r")(?<!hepatogene )"
)
_KIND: Final = r"(?:osteo)?(?:lytisch|plastisch|blastisch|sklerotisch|sklerosierend|sklerosiert)\w*"


TUMOUR: Final[tuple[Form, ...]] = (
    forms(
        "nature",
        # none but the one that is known: "keine weitere Metastase neben der bekannten"
        r"(?:kein\w*|ohne) (?:\w+ ){0,3}?(?:weitere|neue|zusatzliche|andere)\w* (?P<at>(?:\w+ )?\w*metastasen?[^.;,]{0,20}?"
        r"(?:, (?:die|der)|\b(?:neben|ausser|zusatzlich zu)(?: der| den| dem)?) (?:\w+ ){0,2}?(?:vor)?(?:bekannt"
        r"|beschrieben)\w*(?= (?:in|im|bei|von|[ctls]\d|\w*metasta|lasion|herd)|\s*[.,;]|$))",
        value="metastasis",
        closed=True,
    ),
    forms(
        "nature",
        rf"{_NOT_THERE}(?!{_ELSEWHERE})\w*metastasen?(?:manifestation\w*|absiedlung\w*|verdacht\w*|suspekt\w*"
        r"|verdachtig\w*|typisch\w*|nachweis\w*|bedingt\w*|progress\w*|last|lokalisation\w*|herde?|ausbreitung"
        r"|befall\w*)?",
        rf"{_NOT_THERE}(?!{_ELSEWHERE})\w*metastasierung\w*",
        rf"{_NOT_THERE}metastatisch\w*(?! (?:\w+ )?\w*(?:karzinom|melanom|ca)\b)",
        r"metastasier(?:t|end)\w*(?! (?:\w+ )?\w*(?:karzinom\w*|melanom\w*|ca|tumor\w*)\b)",
        r"(?:knochen|wirbel(?:korper)?)?fili(?:a|ae|en|alisierung\w*|arisierung)",
        r"(?:knochen|tumor|wirbel)?absiedelung\w*|(?:knochen|tumor|wirbel|sekundar)?absiedlung\w*",
        r"sekundar\w* (?:\w+ )?(?:knochentumor\w*|wirbeltumor\w*|malignom\w*|knochenlasion\w*|lasion\w*"
        r"|manifestation\w*|osteolyse\w*)|sekundaria|karzinose des knochens|tochtergeschw\w+",
        value="metastasis",
        unless=re.compile(r"\bm0\b|\bc?m0 "),
    ),
    forms(
        "nature",
        r"(?:multiple[sn]? |solitare[sn]? |solides? )?(?:plasmozytom|plasmocytom|plasmazell(?:myelom|tumor"
        r"|neoplasie|erkrankung)|myelom(?!eningo))\w*",
        r"morbus kahler|m\. kahler|multiple[sn]? myelom\w*",
        value="plasmacytoma",
    ),
    forms(
        "nature",
        r"\w*chordom(?:s|es|e|en|verdacht|rezidiv\w*|manifestation)?",
        r"chondrosarkom\w*",
        r"osteosarkom\w*",
        r"osteogene[sn]? sarkom\w*",
        r"ewing-?(?:\s?sarkom|\s?tumor)?\w*",
        r"\w*spindelzellsarkom\w*",
        value="primary-malignant",
    ),
    forms("nature", r"(?:metastasen|filiae?)-?frei\w*", value="metastasis", denied=True, closed=True),
    forms("nature", r"osteoid-?\s?osteom\w*", value="osteoid-osteoma"),
    forms("nature", r"osteoblastom\w*", value="osteoblastoma"),
    forms(
        "nature",
        r"(?:knochen-?)?riesenzell(?:tumor|geschwulst|granulom|lasion)\w*",
        r"aneurysmatische\w? (?:knochen)?zyste\w*",
        r"akz|eosinophile[sn]? granulom\w*",
        value="benign-treatable",
    ),
    forms(
        "nature",
        r"(?:wirbel(?:korper)?|knochen)?-?hamangiom\w*",
        r"schmorl(?:'?sche\w?|-)?[\s\-]*(?:\w+ )?(?:knoten|knotchen|knorpelknoten|knorpelknotchen|impression\w*"
        r"|herniation\w*|hernie\w*)\w*",
        value="benign-not-indicated",
    ),
    forms(
        "nature",
        r"spondylodis[kcz]i?tis|spondylodiszit\w+|diszitis|discitis|(?<!osteo)osteomyelit\w+|(?:infektiose"
        r"|bakterielle|tuberkulose|septische|floride|pyogene|spezifische|eitrige)\w? spondylitis|spondylitis",
        value="infection",
        unless=re.compile(r"ankylosans|ankylosierend"),
    ),
    forms(
        "nature",
        r"osteopor\w+ (?:bedingt\w* |(?!ohne\b|kein)\w+ ){0,3}?(?:\w*fraktur\w*|\w*sinterung\w*|\w*impression\w*|genese|ursache"
        r"|\w*kompression\w*|\w*einbruch\w*|bedingt\w*)",
        r"(?:fraktur\w*|\w*sinterung\w*|\w*fraktur\w*)(?: \w+){0,4}?"
        r", (?:sondern )?(?P<at>(?:(?!sondern\b)(?:[adiv]\. ?[adesv]\.|\w+) ){0,3}?osteopor(?!ose bekannt|ose anamn)\w+)",
        r"(?:fraktur\w*|\w*sinterung\w*|\w*fraktur\w*)(?: \w+){0,4}? (?:bei |im rahmen (?:einer "
        r"|der )?(?:bekannten )?)?(?:osteopor\w+)(?: (?:bedingt|genese|ursache))?",
        value="osteoporotic",
    ),
    forms(
        "matrix",
        r"(?:osteo-?)?lytisch\w*|osteoklastisch\w*|(?:knochen)?aufhellung(?:en|sherd\w*|szone\w*)?(?= (?:in|im|des|der|von"
        r"|[ctls]\d))",
        r"(?:(?:knochen|osteo|wirbelkorper)-?)?osteolyse(?:n|herd\w*|zone\w*|areal\w*)?|knochenlyse\w*|lyse(?:n"
        r"|zone|herd|areal)?",
        r"lysier\w+|knochen(?:auflos|abbau|zerstor|destruier|verzehr)\w*|knochen(?:auf|ab)losung\w*|ausgestanzt\w*"
        r"|osteodestruier\w*|knochendestruktion\w*|knochenauflosung\w*|substanzdefekt\w*",
        r"(?:mottenfrassartige?\w?|mottenfrassahnliche?\w?|permeative?\w?|geographische?\w?"
        r"|landkartenartige?\w?) (?:\w+ )?(?:destruktion|osteodestruktion|knochendestruktion|lasion|zerstorung"
        r"|osteolyse|defekt\w*)",
        r"osteodestruktiv\w*|osteodestruktion\w*",
        value="lytic",
        unless=re.compile(
            r"spondylolyse|spondylolytisch|pars ?interarticularis-?defekt|hamolyt|thrombolyse|adhasiolyse"
        ),
    ),
    forms(
        "matrix",
        r"(?:osteo-?)?(?:sklerotisch|plastisch|blastisch)\w*",
        r"(?:osteo|herd|tumor)?sklerose(?:n|herd\w*|zone\w*|areal\w*)?",
        r"(?:durch|auf)?sklerosier(?:t|te|ten|ter|tes|end\w*|ung\w*)",
        r"knochen(?:bild|neubild|verdicht)(?:end|ung)\w*|osteoproliferativ\w*|hyperskleros\w*|osteokondensier\w*",
        r"elfenbeinwirbel|eburnisier\w+|verdichtungsherd\w*",
        value="sclerotic",
        unless=re.compile(
            r"endplatten|deckplatten|grundplatten|modic|subchondral|degenerat|facett|osteochondros|abschlussplatt"
            r"|reaktiv|umgebend|randlich sklero|randstandig|kanal|schraub|bohr|perifokal|randsaum|sklerosesaum|randsklero"
            r"|multiple sklerose|aortensk|gelenk"
        ),
    ),
    forms(
        "matrix",
        rf"gemischt\w*(?:[ -]+{_KIND}(?:[ /\-]+(?:und |/ ?|teils )?{_KIND})?)?",
        r"(?:uberwiegend|vorwiegend|vornehmlich|hauptsachlich|teilweise|teils|zum teil|primar) (?:osteo)?lytisch\w*,?"
        r" (?:und )?(?:teils|teilweise"
        r"|zum teil|stellenweise|partiell|weniger|geringer|auch|sekundar) (?:auch )?(?:osteo)?(?:plastisch|blastisch|sklero)\w*",
        r"(?:uberwiegend|vorwiegend|vornehmlich|hauptsachlich|teilweise|teils|zum teil|primar) (?:osteo)?(?:plastisch"
        r"|blastisch|sklero)\w*,?"
        r" (?:und )?(?:teils|teilweise|zum teil|stellenweise|partiell|weniger|geringer|auch|sekundar) (?:auch"
        r" )?(?:osteo)?lytisch\w*",
        r"(?:osteo-?)?lytisch\w* (?:\w+ ){0,3}?mit (?:\w+ ){0,2}?(?:osteo-?)?(?:sklero|plast|blast)\w* (?:anteil"
        r"|komponente|areal)\w*",
        r"(?:osteo-?)?(?:sklerotisch|plastisch|blastisch)\w* (?:\w+ ){0,3}?mit (?:\w+ ){0,2}?(?:osteo-?)?lytisch\w* "
        r"(?:anteil|komponente|areal)\w*",
        r"osteo(?:plast|blast)isch\w*-osteoklastisch\w*|osteoklastisch\w*-osteo(?:plast|blast)isch\w*",
        r"misch(?:form(?:ig\w*)?|typ|bild|metastase\w*|strukturiert\w*)",
        r"(?:osteo-?)?lytisch\w*(?:[ /\-]+(?:und )?)(?:osteo-?)?(?:sklero|plast|blast)\w*",
        r"(?:osteo-?)?(?:sklerotisch|plastisch|blastisch)\w*(?:[ /\-]+(?:und )?)(?:osteo-?)?lytisch\w*",
        r"teils (?:osteo)?(?:lytisch|plastisch|blastisch|sklerotisch)\w*,? (?:und )?teils (?:osteo)?(?:lytisch"
        r"|plastisch|blastisch|sklerotisch)\w*",
        value="mixed",
        unless=re.compile(r"gemischtzell|gemischtes? signal"),
    ),
)
