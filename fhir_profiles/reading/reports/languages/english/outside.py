"""English words for tumour in a foramen and in soft tissue.

What may not live here: words that other findings share (`vocabulary`), the canal (`canal`), and what is touched (`neighbours`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.vocabulary import (
    ALSO,
    ALTERNATIVE,
    BESIDE,
    EXTENT,
    FILLED,
    FORAMEN,
    FREE,
    IS,
    LIKEWISE,
    LIST,
    NOT_TUMOUR,
    SOFT,
    TOUCH_FREE,
    TUMOUR,
    VERBS,
    WHERE,
    gap,
    words_of,
)
from fhir_profiles.reading.reports.lexicon import Form, forms

_NOT_EPIDURAL: Final = (
    r"(?<!epidural )(?<!intraspinal )(?<!extradural )(?<!epidural soft )(?<!filled with )(?<!filled by "
    r")(?<!foraminal )(?<!occupied by )"
)
_SOFT_MASS: Final = (
    r"(?:soft[- ]tissue (?:mass(?:es)?|component|extension|tumou?r|part|cuff|involvement|invasion"
    r"|infiltration|spread|portion|bulk|disease|nodule)(?! (?:with)?in(?:side)? (?:it|the (?:spinal "
    r"|epidural )?(?:canal|foram)))"
    r"|soft[- ]tissue (?:to|on) (?:the |both )?(?:left|right|sides?)|extra-?osseous (?:extension|component"
    r"|mass|tumou?r|spread|part|growth|soft[- ]tissue))"
)
_BONE: Final = (
    r"(?:(?:bone|bony \w+|(?:[ctls]\d+ )?vertebral body|body|vertebra|osseous \w+|medullary \w+|marrow"
    r"|pedicle|lamina|cancellous bone|spinous process"
    r"|[ctls]\d+(?: body| vertebra\w*)?|intra-?osseous \w+|cortical shell|(?:right|left|anterior|posterior"
    r"|upper|lower) (?:half|part|third|two thirds) of (?:the )?(?:[ctls]\d+ )?(?:vertebral )?(?:body"
    r"|vertebra)))"
)
_NOT_SOFT: Final = re.compile(
    r"tissue thickness|soft[- ]tissue (?:with)?in(?:side)? (?:the )?(?:\w+ ){0,2}?(?:foram|canal|recess)"
    r"|(?:foram\w+|canal|recess) (?:\w+ )?(?:contains?|shows?|harbou?rs?) soft|(?:foram\w*|canal|recess\w*|epidural (?:space"
    r"|fat)) (?:\w+ ){0,4}?(?:filled|occupied"
    r"|obliterated|packed"
    r"|effaced|replaced) (?:with|by)|"
    r"(?:tumou?r|mass|component|tissue) (?:with)?in(?:side)? (?:it|them)\b|haematoma|hematoma|ha?emorrhag|bleed"
    r"|contusion|abscess|phlegmon|oedema|edema|swelling|seroma"
    r"|schwannoma|atrophy|emphysema|lipoma"
)
_ELSE_CONFINED: Final = re.compile(
    r"(?:epidural|extradural|fractur\w*|oedema|edema|pain|numbness|weakness|ha?ematoma|abscess|paravertebral"
    r"|component"
    r"|soft[- ]tissue|stenosis|metal\w*|screws?|degenerat\w+|examination|study|scan|imaging|mri?|ct|field"
    r"|radiotherapy|irradiation|sbrt|treatment"
    r"|uptake|surgery|fusion|instrumentation|assessment|access|protrusion|cement)\b[^.;,]{0,40}"
    r"\b(?:confined|limited|restricted|contained)\b"
)
_FORAMEN_NEEDS: Final = ("foram",)

_SOFT_NEEDS: Final = words_of(
    "soft spine para prevert pre-vert presacr peri retro extra psoas longus spinae multifid pirif iliacus glut "
    "scalen intercost retrocrur mediast sacrum bone vertebra body intra beyond outside"
)
OUTSIDE_FORMS: Final[tuple[Form, ...]] = (
    # foramen
    forms(
        "foraminal-extension",
        rf"(?:neuro-?)?foraminal{LIST}[\s,/\-]+{EXTENT}",
        rf"{VERBS}{gap(8)}{FORAMEN}",
        rf"(?:neuro-?)?foraminal{ALTERNATIVE}",
        rf"intra-?foraminal(?:ly)?{LIST}[\s,/\-]+{EXTENT}",
        rf"{FORAMEN}(?: \w+){{0,3}}? (?:cannot|can not|could not|not) (?:be )?(?:\w+ )?(?:judged|assessed"
        r"|evaluated|assessable|evaluable|determined)",
        rf"{TUMOUR}{gap(5)}(?:in|within|inside|into)(?: the| both)? (?:(?!{BESIDE})[\w/]+ ){{0,6}}?{FORAMEN}",
        rf"{FORAMEN}(?: [\w/]+){{0,3}}? (?:harbours?|contains?|shows?) (?:\w+ )?{TUMOUR}",
        rf"{FORAMEN}(?:[\s:\-]+(?!not\b|no\b|but\b|and\b)[\w/]+){{0,3}}?[\s:\-]+{FILLED}",
        rf"{FORAMEN}{ALSO}{WHERE}{IS}{FILLED}",
        rf"{FORAMEN}[^.;]{{0,40}}?\b(?:free|clear|patent|normal) on the (?:left|right), (?P<at>(?:tumou?r"
        rf"|involved|invaded|infiltrated|filled)"
        r"(?: \w+)? on the (?:left|right))",
        rf"{FORAMEN}(?=(?: (?:at|of) [ctls]\d{{1,2}})?(?: is| remains|:)? (?:indeterminate|equivocal|questionable|doubtful"
        rf"|uncertain|not certain))",
        rf"{FORAMEN}[\s:\-]+(?:left|right|none|invaded|involved|tumou?r|yes)",
        rf"(?:involvement|invasion|infiltration|obliteration|expansion|widening) of{gap(5)}{FORAMEN}",
        unless=re.compile(rf"stenosis|{NOT_TUMOUR.pattern}"),
        needs=_FORAMEN_NEEDS,
    ),
    forms(
        "foraminal-extension",
        rf"{FORAMEN}{ALSO}{WHERE}{IS}{FREE}",
        rf"{FORAMEN}(?:[\s:]+[\w/]+){{0,3}}?[\s:]+(?:free|clear|patent|uninvolved|spared|unaffected"
        r"|not (?:\w+ )?(?:involved|invaded|infiltrated|reached|affected))",
        rf"(?:respect(?:s|ed|ing)?|spar(?:es|ed|ing))(?: of)?{ALSO}[\s]+(?:\w+ )?{FORAMEN}",
        r"(?:peri-?neural|foraminal) fat (?:planes? )?(?:is |are )?(?:preserved|intact|maintained|normal)",
        rf"{FORAMEN}{ALSO} (?:is|are|does|do) not(?=\s*(?:[.,;]|$))",
        r"(?:(?:extensions?|involvement|invasion|spread|growth)(?: is)?:? )?foraminal(?: (?:extension|component"
        rf"|disease|tumou?r))? {TOUCH_FREE}(?=\s*(?:[.,;]|$))",
        rf"{LIKEWISE}{FORAMEN}",
        rf"{FORAMEN}[^.]{{0,60}}?\b(?P<at>no (?:[\w-]+ ){{0,4}}?(?:tumou?r|mass|disease|component|tissue)(?: \w+)?"
        r" (?:(?:within|in|inside) (?:it|them)|there)\b)",
        rf"(?:but|and|though) not (?:(?:to|into|in|within|of) )?(?:the )?(?:[\w/]+ ){{0,3}}?{FORAMEN}",
        rf"{FORAMEN}{ALSO}{WHERE}[\s:\-]+(?:without|free of|free from|devoid of|clear of|shows? no|contains? no|no)"
        r" (?:any |visible |evidence of |signs? of )*(?:tumou?r|mass|infiltration|involvement|invasion|extension"
        r"|disease|component)",
        rf"{FORAMEN}(?: involvement| extension| disease)?(?: -|:) {TOUCH_FREE}",
        rf"{FORAMEN},? (?:but )?(?:without|not|does not|but does not) (?:\w+ )?(?:reach|enter|invad|involv"
        rf"|cross|infiltrat|obliterat)\w*"
        r"(?: it| into it| them)?",
        rf"(?:reach\w*|abut\w*|approach\w*)(?: up to)?,? but (?:does not|not"
        rf"|never) (?:\w+ ){{0,2}}?(?:the )?(?:\w+ )?{FORAMEN}",
        denied=True,
        closed=True,
        needs=_FORAMEN_NEEDS,
    ),
    # soft tissue
    forms(
        "soft-tissue-extension",
        rf"{_NOT_EPIDURAL}{SOFT}{LIST}[\s,/\-]+{EXTENT}(?! ?(?:haematoma|hematoma|abscess))",
        rf"{VERBS}{gap(7)}{_NOT_EPIDURAL}{SOFT}(?! (?:plane|oedema|edema|swelling))",
        rf"{TUMOUR}{gap(5)}(?:in|within|inside|into|in front of|beside)(?: the"
        rf"| both)? (?:\w+ ){{0,3}}?{_NOT_EPIDURAL}{SOFT}",
        rf"(?:para-?vertebral|para-?spinal|pre-?vertebral|pre-?sacral|extra-?osseous){ALTERNATIVE}",
        r"(?:left|outgrown|leaves|leaving) the (?:bone|vertebra)",
        r"mass in front of the sacrum",
        r"(?:tumou?r|mass|soft[- ]tissue|component)(?: \w+)? (?:beside|alongside|next to|in front of|lateral to|beyond|around)"
        r" (?:the |both )?(?:left |right |bony |[ctls]\d{1,2} )*(?:vertebra\w*(?: body)?|spine|spinal column|body|bone|sacrum)"
        r"(?! (?:marrow|cement))",
        rf"{_NOT_EPIDURAL}soft[- ]tissue(?=\s*(?:[,.;)]|$))",
        rf"{_NOT_EPIDURAL}{SOFT}(?: space| spaces| fat| region)?(?:[\s:\-]+(?!not\b|no\b|but\b"
        rf"|and\b|separat\w*|clear\b|away\b|distant\b|remote\b|spared\b)\w+){{0,4}}?[\s:]+(?:{FILLED}|mass|yes|tumou?r)",
        rf"{_NOT_EPIDURAL}{SOFT}{ALSO}{WHERE}{IS}{FILLED}",
        rf"{_NOT_EPIDURAL}{_SOFT_MASS}",
        r"(?:mass|tumou?r|component|lesion),? (?:(?:on the |on |both )?(?:left|right|bilateral|ventral|anterior"
        rf"|lateral|sides)[\s,]+)?{SOFT}(?=\s*(?:[.,;)]|$))",
        r"(?:anterior|lateral|ventral|left-sided|right-sided) (?:tumou?r|soft[- ]tissue) (?:component|mass|part)",
        r"para-?(?:spinal|vertebral)(?: \w+){0,2} (?:disease|cuffs?|bulk|thickening by tumou?r)",
        r"(?:extension|extend(?:s|ed|ing)?|growth|grow(?:s|n|ing)?|spread\w*|tumou?r|disease|break(?:s"
        r"|ing)?(?: out)?|broken(?: out)?) (?:\w+ )?(?:beyond|outside|out of)"
        r" (?:the |its )?(?:bony |osseous |cortical |anterior |lateral )*(?:confines|bone|cortex|margins?"
        r"|cortices|vertebra\w*(?: body)?|boundaries|limits|compartment)",
        unless=_NOT_SOFT,
        needs=_SOFT_NEEDS,
    ),
    forms(
        "soft-tissue-extension",
        rf"{SOFT}(?: (?:is|are|appears?|looks?))? (?:\w+ly )?(?:thickened|swollen|enlarged|bulky|asymmetric\w*)[^.;]{{0,40}}?"
        r"(?P<at>\b(?:ha?ematoma|oedema|edema|abscess|atrophy|blood) (?:rather than|or|versus|vs\.?|more than) tumou?r\b"
        r"|\btumou?r (?:or|versus|vs\.?)"
        r" (?:ha?ematoma|oedema|edema|abscess|blood)\b)",
        closed=True,
        needs=("thicken", "swollen", "enlarge", "bulky", "asymmetr"),
    ),
    forms(
        "soft-tissue-extension",
        rf"(?:confined|limited|restricted|contained) (?:with)?(?:to|in) (?:the )?{_BONE}",
        r"(?:confined|contained|enclosed|limited|bounded) (?:with)?(?:by|in) (?:the |an? "
        r"|its )?(?:intact )?(?:cortical (?:bone|shell)|cortex"
        r"|periosteum)",
        r"(?:within|inside|not (?:\w+ )?beyond) (?:the |its )?(?:bony |osseous |cortical )*(?:confines|limits"
        r"|boundaries|margins|outline"
        r"|contours?|cortex|cortices)(?! of the (?:canal|foram))",
        r"(?:purely|strictly|entirely|completely|wholly|exclusively|remains?|stays?|still) (?:intra-?osseous"
        rf"|within (?:the )?{_BONE}|confined to (?:the )?{_BONE})",
        r"(?:does|did|has) not (?:leave|left|outgrow\w*) the (?:bone|vertebra\w*|body)",
        r"(?:stays?|remains?|keeps?|lies|kept|stayed|remained) (?:\w+ )?(?:inside|within) the (?:bone|vertebra"
        r"|vertebral body|body)",
        rf"does not (?:extend|grow|spread|reach) (?:beyond|outside) (?:the )?{_BONE}",
        rf"{SOFT}(?: space| spaces| fat| planes?| muscles?)*{ALSO}{WHERE}{IS}(?:\w+ and )?(?:clean|{FREE}"
        r"|preserved|intact|normal|none|negative|symmetrical|spared|undisturbed|undistorted|unaltered)",
        r"fat (?:around|beside|about|in front of) the (?:vertebra\w*|vertebral body|body|spine|bone|sacrum)(?: of [ctls]\d{1,2})?"
        r" (?:is |are |remains? )?(?:undisturbed|preserved|intact|clean|clear|normal|unremarkable|free)",
        rf"{SOFT}{ALSO} (?:is|are|does|do) not(?=\s*(?:[.,;]|$))",
        rf"{SOFT}(?: (?:extension|component|disease|tumou?r))? {TOUCH_FREE}(?=\s*(?:[.,;]|$))",
        r"(?:purely|entirely|wholly|strictly|itself|remains|is|still) (?:\w+ )?intra-?osseous(?! (?:extension"
        r"|oedema|edema|component|h))",
        rf"{LIKEWISE}{SOFT}",
        rf"(?:but|and|though) not (?:(?:to|into|in|within|of) )?(?:the )?(?:\w+ )?{SOFT}",
        rf"{SOFT}(?: (?:space|tissues?|involvement|extension|component|mass))*(?: -|:) {TOUCH_FREE}",
        rf"{SOFT}(?: muscles?)? (?:is |are )?(?:well )?(?:separated|clear|separable) (?:from|of) (?:the )?(?:bone"
        r"|vertebra|lesion|tumou?r)",
        rf"{SOFT}{ALSO}{WHERE}[\s:\-]+(?:without|free of|free from|devoid of|clear of|shows? no|contains? no|no)"
        r" (?:any |visible |evidence of |signs? of )*(?:tumou?r|mass|infiltration|involvement|invasion|extension"
        r"|disease|component)",
        r"presacral fat (?:plane )?(?:is )?(?:clean|preserved|intact|not invaded)",
        rf"(?:respect(?:s|ed|ing)?|spar(?:es|ed|ing))(?: of)?{ALSO}[\s]+{SOFT}",
        denied=True,
        closed=True,
        unless=_ELSE_CONFINED,
    ),
)
