"""English words for what a lesion is: its nature and its bone matrix.

What may not live here: its surroundings (`canal`, `wall`, `outside`), fracture (`bone`), what is told of the patient (`patient`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.vocabulary import bag
from fhir_profiles.reading.reports.lexicon import Form, forms

_ORGANS: Final = (
    "liver hepatic lung pulmonary nodal lymph brain cerebral adrenal peritoneal skin pleural rib costal "
    "femoral pelvic iliac skull node tissue "
    "leptomeningeal cutaneous splenic visceral mediastinal omental meningeal cerebellar renal humeral "
    "sternal calvarial acetabular hip muscle"
)
_ELSEWHERE: Final = "".join(rf"(?<!{organ} )(?<!{organ} and )(?<!{organ}, )" for organ in _ORGANS.split())
"""A metastasis of another organ says nothing of the spine."""
_OF_CANCER: Final = bag("cancer carcinoma adenocarcinoma melanoma malignancy ca tumou?r")
_ORGAN_CANCER: Final = (
    r"(?! (?:\w+[- ])?(?:breast|prostate|prostatic|renal|kidney|lung|thyroid|colon|colorectal|bronchial|mammary"
    rf"|gastric|bladder|ovarian|urothelial|rcc|nsclc)(?: \w+)? ?{_OF_CANCER}?)"
)
_SUBSTANCES: Final = (
    "myeloma myelomatous plasmacytoma plasmacytic cell lymphoma lymphomatous calcium calcific crystal iron amyloid "
    "haemosiderin hemosiderin fat fatty urate iodine leukaemic leukemic fibrin osteoid chloroma"
)
_NOT_OF: Final = "".join(rf"(?<!{what}[ -])" for what in _SUBSTANCES.split())
"""A deposit of these is no metastasis."""
_LOOK: Final = bag(
    "osteolytic lytic sclerotic osteosclerotic blastic osteoblastic bone bony spinal vertebral skeletal "
    "osseous drop epidural"
)
_DENSE: Final = r"(?:osteo-?)?(?:sclerotic|blastic)(?! (?:response|reaction|healing|rim|margin))"
_BLASTIC: Final = r"(?:osteo-?)?(?:sclerotic|blastic)"
_LYTIC: Final = r"(?:osteo-?)?lytic"
_TO: Final = r"(?:[ ,/\-]+(?:and |and partly |partly |/|to |- ?)?)"

TUMOUR_FORMS: Final[tuple[Form, ...]] = (
    forms(
        "nature",
        rf"{_ELSEWHERE}(?:bone |spinal |vertebral )?(?:micro)?metastas(?:is|es)(?! (?:to|in"
        rf"|of) (?:the )?(?:left |right |both )?(?:liver|psoas|iliopsoas|kidneys?|spleen|skin|pleura|muscle|peritoneum|skull"
        rf"|ribs?|pelvis|femur|humerus"
        rf"|lungs?|brain|adrenals?|nodes?|lymph)\b(?! (?:cell )?{_OF_CANCER}))",
        rf"{_ELSEWHERE}metastatic(?! (?:spinal |epidural )*cord)(?! (?:\w+ )?(?:lymph|nodes?\b)){_ORGAN_CANCER}(?! (?:cancer"
        rf"|carcinoma|melanoma"
        r"|malignancy)(?! \())(?: (?:deposits?|lesions?|foc(?:us|i)|disease|infiltration|involvement"
        r"|adenocarcinoma))?",
        r"metastatic (?:adeno|squamous|poorly|papillary|follicular)\w*(?: \w+)? carcinoma",
        r"metasta[st]i[sz]ed(?: \w+)?,? to",
        r"metastatic (?:[\w-]+ ){0,4}?(?:carcinoma|cancer|adenocarcinoma|melanoma|sarcoma)"
        r" (?:at|in|of|to|involving|within|from) (?:the )?(?:[ctls]\d|spine|vertebra\w*|bone|biopsy|left|right"
        r"|body|pedicle)",
        r"(?:histolog\w+|histopatholog\w+|biops(?:y|ies)|cytolog\w+|specimens?|cores?"
        r"|patholog\w+)[^.;,]{0,40}? metastatic",
        r"mets?\b(?=[ ,.;:)]|$)",
        rf"(?:{_LOOK} )*secondar(?:y|ies)(?: (?:deposit|lesion"
        r"|tumou?r)s?)?(?! to\b)(?! curve)(?! (?:to )?(?:degenerat|osteoarth|change|sign))",
        rf"(?:secondary|metastatic|{_LOOK}|neoplastic)? ?(?:tumou?r )?{_NOT_OF}deposits?(?! of (?:the |her "
        rf"|his |known )?"
        r"(?:calc|contrast|iron|fat|myeloma|plasm|lymphoma|amyloid|ha?emosid|crystal|urate|cppd|iodi))",
        value="metastasis",
        unless=re.compile(r"\bm0\b|metastatic work-?up"),
        needs=("metasta", "secondar", "deposit", "met"),
    ),
    forms(
        "nature",
        r"(?:solitary )?plasm[ao]cytomas?",
        r"(?<!systemic )(?<!generali[sz]ed )(?<!disseminated )(?:multiple |solitary |smou?ldering "
        r"|plasma[ -]cell )*myeloma(?:tous)?",
        r"plasma[- ]cell (?:neoplasm|neoplasia|dyscrasia|tumou?r)|kahler'?s? disease",
        value="plasmacytoma",
    ),
    forms(
        "nature",
        r"(?:chondroid |conventional |sacral )?chordomas?",
        r"(?:chondro|osteo|angio|leiomyo|fibro)sarcomas?",
        r"osteogenic sarcomas?",
        r"ewing(?:'?s)?(?: sarcomas?| tumou?rs?)?",
        value="primary-malignant",
    ),
    forms("nature", r"osteoid[- ]osteomas?", value="osteoid-osteoma"),
    forms("nature", r"osteoblastomas?", value="osteoblastoma"),
    forms(
        "nature",
        r"giant[- ]cell (?:tumou?rs?|lesions?)(?: of bone)?",
        r"gctb?",
        r"aneurysmal bone cysts?",
        r"abc(?= of| in| versus| vs| or|,|\.)",
        r"eosinophilic granulomas?|langerhans[- ]cell histiocytosis",
        value="benign-treatable",
    ),
    forms(
        "nature",
        r"(?:vertebral |atypical |typical |benign |aggressive |fatty |intraosseous )*ha?emangiomas?",
        r"schmorl'?s?(?: \w+)? ?(?:nodes?|herniations?)",
        value="benign-not-indicated",
        unless=re.compile(r"hepatic|liver|splenic"),
    ),
    forms(
        "nature",
        r"(?:pyogenic |tuberculous |infectious |bacterial |infective )*spondylo-?dis[ck]itis",
        r"(?:vertebral |pyogenic |tuberculous )*osteomyelitis",
        r"(?:infectious |infective |septic |bacterial |pyogenic )?dis[ck]itis",
        r"(?:spinal tuberculosis|tuberculosis of the spine)|(?<!ankylosing )spondylitis",
        r"(?:spinal |vertebral |atypical |bacterial |pyogenic |low-grade |disc[- ]space |disk[- ]space "
        r"|tuberculous )+infection"
        r"(?! (?:control|marker|parameter|prophyl|risk))|(?:spinal |vertebral )?tuberculosis|infection (?:of|in"
        r"|at) (?:the )?(?:[ctls]\d|vertebra\w*|spine|dis[ck])",
        r"(?:infectious|tuberculous|pyogenic|septic|infective) spondylitis|pott'?s? disease",
        value="infection",
        unless=re.compile(
            r"\bhip\b|femor|\bfoot\b|mandib|stern|urin|chest|wound|respirat|lungs?\b|pulmon|dental|skin|port\b"
            r"|catheter|bladder|viral|covid"
        ),
    ),
    forms(
        "nature",
        r"osteoporo(?:tic|sis[- ]related) (?!rather|not\b|and not\b)(?:(?!rather\b)\w+ ){0,3}?(?:fractures?"
        r"|collapse|insufficiency|compression|deformity|aetiology|etiology|origin|nature|appearance)",
        r"(?:fractures?|collapse)(?: of [ctls]\d+)? (?:(?!not\b|without\b|no\b)\w+ ){0,4}?osteoporo\w+",
        r"osteoporotic(?= rather than (?:\w+ )?(?:\w+ )?(?:fracture|collapse))",
        value="osteoporotic",
        needs=("osteopor",),
    ),
    # matrix
    forms(
        "matrix",
        r"(?:osteo-?)?lytic(?! and (?:blastic|sclerotic) (?:portion|part|area|component|element))(?:ally)?",
        r"osteolys[ie]s",
        r"(?<!spondylo)(?<!haemo)lysis(?= of| in| within)",
        r"lysed",
        r"punched[- ]out",
        r"osteodestructi\w+",
        r"(?:permeative|moth-eaten|geographic|permeating)(?: \w+)? (?:destruction|lesion|pattern|osteolysis)",
        r"(?:radio)?lucent(?: \w+)? (?:lesion|focus|defect|area)|(?:radio)?lucency(?= of the (?:lesion|tumou?r))"
        r"|purely lucent",
        value="lytic",
        unless=re.compile(
            r"spondylolysis|spondylolytic|(?:metastas\w+|lesions?|deposits?|foci) (?:of|in"
            r"|to) (?:the )?(?:\w+ )?(?:pelvi|ribs?\b|femur|skull|stern|scapula|humer|ili(?:um|ac)|acetab)"
            r"|pars defect|thrombolytic|(?:screws?|rods?) (?:\w+ ){0,4}lucent"
        ),
        needs=("lytic", "lys", "permea", "moth", "punched", "osteodestr", "geograph", "lucen"),
    ),
    forms(
        "matrix",
        _DENSE,
        r"osteoplastic",
        r"(?:osteo)?sclerosis(?= of the (?:\w+ ){0,3}?(?:lesion|metastasis|tumou?r|deposit))",
        r"(?<=no )(?:osteo-?)?sclerosis(?=\s*(?:[,.;]|$|and\b|or\b))",
        r"(?:densely|dense) (?:sclerosed|ivory)|sclerosed (?:lesion|metastasis|deposit)",
        r"ivory vertebra\w*",
        value="sclerotic",
        unless=re.compile(
            r"iliac (?:bone|crest|wing)|\bilium|\bribs?\b|femur|femoral|humer|skull|calvari|stern(?:um|al)"
            r"|pelvi[cs]|scapul|acetab|clavic|end ?-?plate|modic|subchondral|degenerat|facet|\brim\b"
            r"|bone island|enostos"
            r"|margin|border|joint"
            r"|halo"
        ),
        needs=("sclero", "blastic", "ivory", "osteoplast"),
    ),
    *(
        forms(
            "matrix",
            rf"from (?:an? |the )?(?:purely |predominantly |mainly |mostly )*(?:{what})(?: \w+)?(?= (?:in)?to\b)",
            rf"(?:{what}) (?:lesions?|metastas[ie]s|deposits?|focus|foci|defects?"
            rf"|areas?)(?= (?:\w+ ){{0,3}}?(?:has|have|had) (?:\w+ )?"
            r"(?:become|turned|converted|changed|transformed|undergone|sclerosed))",
            value=value,
            past=True,
            closed=True,
            needs=("lytic", "sclero", "blastic", "mixed"),
        )
        for what, value in (
            (_LYTIC, "lytic"),
            (_BLASTIC, "sclerotic"),
            ("mixed", "mixed"),
        )
    ),
    forms(
        "matrix",
        r"(?:mixed|partly|partially|predominantly|combined)[\s,\-]+(?:(?:osteo)?(?:lytic|sclerotic"
        rf"|blastic))\w*{_TO}(?:partly |partially )?(?:{_DENSE}|{_LYTIC})",
        r"mixed(?:[- ](?:type|density|matrix|lesion|metastas[ie]s|deposits?|pattern|character|appearance|bone"
        r"|attenuation))",
        rf"(?<!from ){_LYTIC}{_TO}{_DENSE}",
        rf"(?<!from ){_DENSE}{_TO}{_LYTIC}",
        rf"{_LYTIC} and {_DENSE} (?:portions?|parts?|areas?|components?|elements?)",
        rf"(?:both )?{_LYTIC} (?:(?:portions?|parts?|areas?|components?|elements?) )?as well as {_DENSE}",
        rf"(?:mainly |mostly |largely |primarily |essentially )?{_LYTIC}(?: \w+)? (?:with"
        rf"|containing) (?:\w+ ){{0,2}}?{_BLASTIC}"
        r" (?:portions?|parts?|areas?|components?|elements?|zones?|foci|islands?)",
        rf"(?:mainly |mostly |largely |primarily |essentially )?{_BLASTIC}(?: \w+)? (?:with"
        rf"|containing) (?:\w+ ){{0,2}}?{_LYTIC}"
        r" (?:portions?|parts?|areas?|components?|elements?|zones?|foci|islands?)",
        r"mixed(?= metast| osteo| lesion|,|\.|$| -|;|\))",
        value="mixed",
        unless=re.compile(r"mixed response"),
        needs=("mixed", "lytic"),
    ),
)
