"""English words for tumour in the canal, for compression of the cord, and for epidural grades.

What may not live here: words that other findings share (`vocabulary`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.vocabulary import (
    ALSO,
    ALTERNATIVE,
    BESIDE,
    CANAL,
    CORD,
    EXTENT,
    FILLED,
    FREE,
    IS,
    LIKEWISE,
    LIST,
    NOT_TUMOUR,
    SAC,
    TOUCH_FREE,
    TUMOUR,
    VERBS,
    WHERE,
    bag,
    gap,
)
from fhir_profiles.reading.reports.lexicon import Form, forms

_NEEDS: Final = (
    "epidur",
    "extradur",
    "peridur",
    "canal",
    "spinal",
    "sac",
    "intradur",
    "recess",
    "subarachnoid",
    "foramen",
    "thec",
    "dura",
    "ligament",
    "pll",
)
_COMPRESSED: Final = r"(?:compress(?:ion|ed|es|ing|ive)?|squeez\w+|flatten\w+|impinge(?:d|ment)?(?: on| upon)?)"
_INDENTED: Final = bag(
    "indent\\w* efface\\w* deform\\w* compress\\w* displac\\w* flatten\\w* impress\\w* distort\\w* abut\\w* "
    "contact\\w* touch\\w*",
    "reach\\w* encas\\w+ surround\\w* imping\\w+",
)
_GRADED: Final = bag(
    "grade score scale class type is was of grading now "
    "today escc bilsky currently (?:for|at|of"
    "|in)_[ctls]\\d{1,2} probably possibly likely presumably about approximately at_least at_most maximum"
)
_GRADE: Final = r"0|1a|1b|1c|2|3"

_IN_GENERAL: Final = re.compile(
    r"reminder|in general|\b0 ?(?:to|-|–) ?3\b|grades? [0-3](?:[abc])?(?:(?:,| and| or| to"
    r"|-) ?[0-3][abc]?)* (?:means?|indicates?|denotes?"
    r"|stands? for|corresponds?|is defined|are defined)"
)
"""The scale itself is explained."""

CANAL_FORMS: Final[tuple[Form, ...]] = (
    forms(
        "canal-extension",
        rf"(?:{CANAL}|intradural){LIST}(?:[\s/\-]+|(?<!canal)(?<!space)(?<!sac)[\s,/\-]+){EXTENT}",
        r"(?:cross|breach|penetrat|pass|perforat|transgress)\w* (?:of |through |beyond )?(?:the )?(?:posterior longitudinal"
        r" ligament|pll)",
        rf"{VERBS}{gap(8)}{CANAL}",
        rf"(?:epidural|extradural|intra-?spinal|intracanalicular){ALTERNATIVE}",
        rf"(?:neoplastic|malignant|tumou?r(?:ous|al)?|metastatic) {CANAL} (?:stenosis|narrowing)",
        rf"{TUMOUR}{gap(7)}(?:in|within|inside|into|lining)(?: the)? (?:(?!{BESIDE})\w+ ){{0,3}}?{CANAL}",
        rf"{CANAL}{ALSO}{WHERE}{IS}(?:{FILLED}|by tumou?r)",
        rf"{CANAL}(?: space)?(?: ?[:\-] ?| )(?:\w+ )?(?:mass|tumou?r|yes|positive|component)",
        r"(?:collar|cuff|sleeve|rind|tumou?r|growth|encasement|mass)(?: \w+){0,2} (?:around|surrounding"
        rf"|encircling|along) (?:the )?{SAC}",
        rf"{CANAL}(?: \w+){{0,3}}? (?:cannot|can not|could not|not) (?:be )?(?:\w+ )?(?:judged|assessed|evaluated"
        r"|assessable|evaluable|determined)",
        r"(?:impossible|not possible|difficult|unable|cannot|could not)(?: to)?(?: \w+)? (?:assess|evaluate"
        rf"|judge)(?: the)? (?:\w+ )?{CANAL}",
        rf"{CANAL}(?=(?: (?:at|of) [ctls]\d{{1,2}})?(?: is| remains|:)? (?:indeterminate|equivocal|questionable|doubtful"
        rf"|uncertain|not certain))",
        rf"{CANAL} (?:contains?|harbou?rs?|shows?) (?:\w+ ){{0,2}}?{TUMOUR}",
        r"(?:epidural|extradural) fat(?: \w+){0,3}? (?:effaced|obliterated|replaced|infiltrated|displaced|lost)",
        r"(?:loss|effacement|obliteration|replacement|infiltration) of (?:the )?(?:\w+ )?(?:epidural|extradural) fat",
        unless=NOT_TUMOUR,
        needs=_NEEDS,
    ),
    forms(
        "canal-extension",
        rf"{_INDENTED}{gap(4)}{SAC}",
        rf"(?:contact|abutment|encasement|displacement|indentation|effacement|compression){gap(6)}{SAC}",
        rf"{SAC}{gap(4)}(?:indented|effaced|deformed|compressed|displaced|flattened|touched|encased|abutted)",
        unless=NOT_TUMOUR,
        one_sided=True,
        needs=_NEEDS,
    ),
    forms(
        "canal-extension",
        rf"{TUMOUR} (?:\w+ ){{0,2}}?(?:compress(?:es|ing)|squeez(?:es|ing))(?: \w+){{0,2}}? {CORD}",
        rf"compress(?:es|ing)(?: the)? {CORD}(?= \((?:escc|bilsky))",
        rf"{CORD}(?: \w+){{0,4}}? compressed(?: \w+){{0,3}}? by (?:the |epidural |extradural )*(?:tumou?r"
        r"|metasta\w+|mass)",
        r"(?:cord|cauda|conus) compression (?:by|from|due to|caused by|secondary to) (?:the |an? |epidural "
        r"|extradural |large )*(?:tumou?r|metasta\w+|mass|disease)(?! (?:at|of|in) [ctls]\d)",
        unless=NOT_TUMOUR,
        one_sided=True,
        needs=("compress", "squeez"),
    ),
    forms(
        "canal-extension",
        rf"{CANAL}(?: space)?{ALSO}{WHERE}{IS}{FREE}",
        rf"{CANAL}(?: space)?(?: involvement| extension| invasion| disease)?(?: -|:) {TOUCH_FREE}",
        rf"(?:canal|epidural space|thecal sac)(?: \w+)? (?:contains?|harbou?rs?|shows?) no (?:\w+ )?{TUMOUR}",
        rf"{TUMOUR}{gap(4)}(?:respect(?:s|ed|ing)|spar(?:es|ed|ing))(?: the)? (?:{CANAL})",
        rf"(?:respect(?:s|ed|ing)?|spar(?:es|ed|ing)|sparing of|preservation of){ALSO}[\s]+(?:\w+ )?{CANAL}",
        r"(?:epidural|extradural|csf|subarachnoid) (?:fat|space)(?: \w+){0,4}? (?:is |are "
        r"|planes? )*(?:preserved|intact|maintained|normal)",
        rf"(?:reach\w*|abut\w*|approach\w*)(?: up to)?,? but (?:does not|not"
        rf"|never) (?:\w+ ){{0,2}}?(?:the )?(?:\w+ )?{CANAL}",
        rf"{CANAL},? (?:but )?(?:without|not|does not) (?:\w+ )?(?:reaching|enter(?:ing)?|invad(?:e|ing)"
        rf"|involv(?:e|ing)|cross(?:ing)?)(?: it"
        r"| into it)?",
        rf"{CANAL}{ALSO} (?:is|are|does|do) not(?=\s*(?:[.,;]|$))",
        r"(?:(?:extensions?|involvement|invasion|spread|growth)(?: is)?:? )?(?:epidural|extradural"
        rf"|intraspinal)(?: (?:extension|component|disease|tumou?r))? {TOUCH_FREE}(?=\s*(?:[.,;]|$))",
        r"clear of the (?:spinal )?canal",
        rf"(?:stops?|stopping|ends?|ending|remains?|stays?|falls?) (?:\w+ )?(?:short of|before|clear of"
        rf"|outside) (?:the )?(?:\w+ )?{CANAL}",
        rf"(?:tumou?r-?free|(?:free|clear|patent|uninvolved|unoccupied)(?: spinal| vertebral)?) {CANAL}",
        rf"nothing (?:\w+ )?(?:in|within|inside|into) (?:the )?{CANAL}",
        r"(?:not|without|nor|never) (?:\w+ )?(?:cross|breach|penetrat|travers|pass|perforat"
        r"|transgress)\w* (?:of |through |beyond )?the"
        r" (?:posterior longitudinal ligament|pll)",
        rf"(?:stays?|remains?|lies|is|keeps?) (?:well )?(?:out of|outside(?: of)?) the {CANAL}",
        rf"{CANAL} is empty(?: of)?",
        r"(?:epidural|extradural) fat (?:is |can be )?(?:seen|visible|present|continuous|recogni[sz]able"
        r"|followed) (?:all (?:a)?round"
        r"|on (?:all|both) sides|throughout|circumferentially)",
        rf"leav(?:es|ing) (?:the )?(?:\w+ )?{CANAL} (?:free|clear|intact|uninvolved|unaffected|patent)",
        rf"{LIKEWISE}{CANAL}",
        rf"(?:but|and|though) not (?:(?:to|into|in|within|of|with) )?(?:the )?(?:[\w/]+ ){{0,3}}?{CANAL}",
        rf"{CANAL}{ALSO}{WHERE}[\s:\-]+(?:without|free of|free from|devoid of|clear of|shows? no|contains? no"
        r"|with no|no)"
        r" (?:any |visible |evidence of |signs? of |solid |enhancing )*(?:tumou?r|mass|infiltration|involvement"
        r"|invasion|extension|encroachment|compromise|disease|component)",
        denied=True,
        closed=True,
        unless=NOT_TUMOUR,
        needs=_NEEDS,
    ),
    forms(
        "canal-extension",
        rf"(?:{FREE}|intact|patent):(?:[\w\s,]{{0,40}}?[\s,]){CANAL}",
        denied=True,
        closed=True,
        needs=("canal", "epidur"),
    ),
    forms(
        "canal-extension",
        rf"{CANAL}[^.]{{0,60}}?\b(?P<at>no (?:[\w-]+ ){{0,4}}?(?:tumou?r|mass|disease|component|tissue)(?: \w+)?"
        r" (?:(?:within|in|inside) it\b|there\b))",
        denied=True,
        closed=True,
        needs=("canal", "epidur"),
    ),
    forms(
        "canal-extension",
        rf"(?:respect|spar)\w*[^.;]{{0,60}}? but not (?:the )?{CANAL}",
        closed=True,
        needs=("respect", "spar"),
    ),
    # cord
    forms(
        "cord-compression",
        rf"{CORD}(?:[\s,:/\-]+(?!but\b|without\b|not\b|no\b|free\b)\w+){{0,3}}?[\s:\-]+{_COMPRESSED}(?! (?:scale"
        r"|score|grade))",
        rf"{_COMPRESSED}{gap(4)}{CORD}",
        r"mscc",
        r"myelo-?compression",
        r"(?:cord|cauda) impingement",
        needs=("cord", "conus", "cauda", "myel", "mscc", "medulla"),
        unless=None,
    ),
    forms(
        "cord-compression",
        rf"{CORD}(?:[\s,]+\w+){{0,7}}?,? (?:but |is |are |was |though |and )*(?:not|never) (?:\w+ )?{_COMPRESSED}",
        rf"{CORD} (?:is |are |remains? )?(?:well )?(?:decompressed|uncompressed|free of compression)",
        denied=True,
        closed=True,
        needs=("cord", "conus", "cauda"),
    ),
    # grades
    forms(
        "escc",
        r"(?:escc|bilsky|epidural (?:spinal )?cord compression (?:scale|score"
        rf"|grade))(?:[\s,\-:=()]+{_GRADED})*"
        rf"[\s\-:=(]*(?P<value>{_GRADE})(?!\w|\.\d)(?:(?: or |/|-| to )(?P<second>{_GRADE})(?!\w|\.\d))?",
        unless=_IN_GENERAL,
        needs=("escc", "bilsky", "compression s", "compression g"),
    ),
    forms(
        "escc",
        rf"(?:graded?|score)(?: as)? (?P<value>{_GRADE})(?: \w+){{0,3}} (?:on|of|by|according to|in) (?:the )?(?:escc|bilsky)",
        needs=("escc", "bilsky", "compression s", "compression g"),
    ),
    forms(
        "escc",
        r"(?:today|now|currently|at present|formerly|previously|before|then|prior|initially|was|is|to"
        rf"|from)[,:]?(?: (?:formerly|previously|now))?(?: grade)? (?P<value>{_GRADE})(?=\s*(?:$|[.,;)]|to\b|in\b"
        r"|before\b|on\b))",
        needs=("escc", "bilsky", "compression s", "compression g"),
    ),
    forms(
        "escc",
        rf"(?<=[,;] )(?P<value>{_GRADE})(?= (?:on |at |in |by |as of )?(?:today|now|currently"
        rf"|(?:the )?(?:current|present)))",
        needs=("escc", "bilsky"),
    ),
    forms("escc", rf"(?:grade|score) (?P<value>{_GRADE})(?= \((?:escc|bilsky))", needs=("escc", "bilsky")),
    forms("escc", r"(?<=[( ])(?P<value>1a|1b|1c)(?=\))", needs=("escc", "bilsky")),
    forms(
        "escc",
        r"(?:fell|gone|moved|decreased|improved|progressed|increased|rose|changed|went|reduced|upgraded|downgraded|down"
        rf"|up)(?: \w+){{0,2}}? from (?:grade )?(?P<value>{_GRADE})(?= to\b)",
        past=True,
        closed=True,
        needs=("escc", "bilsky"),
    ),
    forms("escc", rf"(?<=[ \d][0-3abc] to )(?P<value>{_GRADE})(?!\w|\.\d)", needs=("escc", "bilsky")),
    forms("escc", rf"(?<=, )(?P<value>{_GRADE})(?= on the (?:left|right))", needs=("escc", "bilsky")),
    forms("escc", rf"(?:(?<=, )|(?<= and ))(?P<value>{_GRADE})(?= at [ctls]\d)", needs=("escc", "bilsky")),
)
