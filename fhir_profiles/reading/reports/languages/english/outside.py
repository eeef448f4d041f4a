"""English words for tumour in a foramen and in soft tissue, and for what touches a nerve or a viscus.

What may not live here: words that other findings share (`vocabulary`), and the canal (`canal`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.vocabulary import (
    ALSO,
    ALTERNATIVE,
    BOWEL,
    EXTENT,
    FILLED,
    FORAMEN,
    FREE,
    IS,
    LIKEWISE,
    LIST,
    NERVE,
    NOT_TUMOUR,
    SAC,
    SOFT,
    TOUCH_FREE,
    TUMOUR,
    VERBS,
    VISCUS,
    WHERE,
    bag,
    gap,
)
from fhir_profiles.reading.reports.lexicon import Form, forms

_NOT_EPIDURAL: Final = (
    r"(?<!epidural )(?<!intraspinal )(?<!extradural )(?<!epidural soft )(?<!filled with )(?<!filled by "
    r")(?<!foraminal )(?<!occupied by )"
)
_SOFT_MASS: Final = (
    r"(?:soft[- ]tissue (?:mass(?:es)?|component|extension|tumou?r|part|cuff|involvement|invasion"
    r"|infiltration|spread|portion|bulk|disease|nodule)"
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
    r"haematoma|hematoma|abscess|phlegmon|oedema|edema|swelling|seroma|schwannoma|atrophy|emphysema|lipoma"
)
_FORAMEN_NEEDS: Final = ("foram",)

_CONTACT: Final = bag(
    "abut(?:s|ted|ting|ment)? in_(?:\\w+_)?contact_with contact(?:s|ed|ing)?(?:_\\w+){0,4}?_(?:with"
    "|to) contact(?:s|ed|ing) contact(?=_(?:the|its|an?)\\b)",
    "tumou?r_around encroach\\w*(?:_on|_upon)? contact_between(?:_\\w+){1,5}?_and touch(?:es|ed"
    "|ing)? (?:immediately_"
    "|directly_)?adjacent_to contiguous_with against borders?(?:_\\w+)?(?:_on)? bordering(?:_on)?",
    "adjoin\\w* next_to beside encas\\w+ engulf\\w+ displac(?:es|ed|ing) displacement_of surround(?:s"
    "|ing) imping\\w*(?:_on|_upon)?",
    "infiltrat\\w+ invad\\w+ adherent_to abutment_of lies_on bears_on inseparable_from not_separable_from close_to",
    "reach(?:es|ed|ing) in_close_proximity_to in_the_immediate_vicinity_of reach(?:es|ing) up_to irritat\\w+ tethers?",
    "flush_with deviat(?:es|ing) push(?:es|ing)",
)
_TOUCHED: Final = bag(
    "touched displaced abutted contacted encased engulfed invaded infiltrated surrounded pushed in_contact "
    "touches abuts",
    "lies_against reached adherent deviated",
)
_SAC_CONTACT: Final = _CONTACT.replace("displac(?:es|ed|ing)|displacement of|", "")
_SAC_TOUCHED: Final = _TOUCHED.replace("displaced|", "").replace("pushed|", "")
_AWAY: Final = (
    r"(?<!cannot be )(?<!not be )(?<!not )(?:(?:well )?(?:clear|away|remote|separated?|separates|separable"
    r"|distant) (?:of|from)|no (?:\w+ )?(?:contact|abutment) (?:\w+ ){0,4}?(?:with|to|of)"
    r"|not (?:\w+ )?(?:in contact with|touch(?:ing)?|reach(?:ing)?|abut(?:ting)?|contact(?:ing)?|adjacent to)"
    r"|without (?:\w+ )?(?:contact (?:with|to)|touching|abutting|reaching)|spar(?:es|ing)"
    r"|at a (?:safe )?distance from|far from)"
)
_LENGTH_BEFORE: Final = r"(?<!mm )(?<!cm )"
_FAT: Final = (
    r"(?:(?:clear |intact |preserved )?fat(?:ty)? (?:plane|layer|stripe|line|cleavage plane)s?|cleavage plane"
    r"|(?:intact|preserved|clear) fat between)"
)


def _touching(
    code: str, what: str, needs: tuple[str, ...], value: str | None = None, *, displaced: bool = True
) -> tuple[Form, ...]:
    """Touching, not touching, both ways round; a sac that is `displaced` is not said to be touched."""
    contact, touched = (_CONTACT, _TOUCHED) if displaced else (_SAC_CONTACT, _SAC_TOUCHED)
    return (
        forms(
            code,
            rf"{contact}(?: but (?:not|without) \w+)?{gap(5, listed=False)}{what}",
            value=value,
            unless=NOT_TUMOUR,
            needs=needs,
        ),
        forms(
            code,
            rf"{what}{gap(6, listed=False)}{touched}",
            rf"{what} (?:\w+ )?(?:possibly |probably )?in contact with",
            rf"{what} (?:contact|abutment|encasement|infiltration|invasion|involvement)",
            value=value,
            unless=NOT_TUMOUR,
            needs=needs,
        ),
        forms(
            code,
            r"(?:(?:cannot|can not|could not) be (?:\w+ )?(?:separated|delineated|distinguished|delimited)"
            r"|not (?:\w+ )?(?:separable|separated|delineable)|inseparable|no fat plane (?:is )?(?:\w+ )?)"
            rf" (?:from|against|to|towards|between){gap(5, listed=False)}{what}",
            r"(?:loss|obliteration|effacement) of the fat (?:plane )?(?:to|towards|between"
            rf"|with){gap(5, listed=False)}{what}",
            rf"fat plane (?:to|towards|between|with){gap(6, listed=False)}{what} (?:is |has been )?(?:lost"
            r"|obliterated|effaced|not preserved|absent|gone)",
            value=value,
            closed=True,
            needs=needs,
        ),
        forms(
            code,
            rf"{_LENGTH_BEFORE}{_AWAY}{gap(5, listed=False)}{what}",
            rf"{_FAT}{gap(6, listed=False)}{what}",
            rf"{what}{gap(5, listed=False)}(?:is |are )?(?:well )?{_LENGTH_BEFORE}(?:separated|clear|away"
            r"|remote) (?:from|of)",
            rf"{what}{gap(5, listed=False)}{_FAT}",
            rf"(?<!cord )(?<!conus ){what}(?<!cord)(?<!conus)(?<!cauda)(?<!cauda equina) (?:is|are"
            r"|remains?) (?:spared|uninvolved|unaffected|clear of tumou?r|free of tumou?r|not involved)",
            rf"{what} (?:is |are )?(?:normal|unremarkable|intact|free)(?:,| and) (?:no|without) contact (?:with"
            r"|to) the (?:tumou?r|lesion|nidus|mass|metastasis)",
            rf"{what}(?: [\w.]+){{0,9}}? (?:and|but) (?:is |are |does |do )?not (?:\w+ )?(?:in contact|touch\w*"
            r"|contact\w*|abut\w*)",
            rf"{what}{ALSO}{WHERE}{IS}not (?:\w+ )?(?:touched|contacted|abutted|reached|involved|infiltrated"
            r"|in contact)",
            value=value,
            denied=True,
            closed=True,
            unless=re.compile(r"\d ?(?:mm|cm) (?:of|away|clear)|by (?:only |about |at least |some |approximately )?\d"),
            needs=needs,
        ),
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
        rf"{TUMOUR}{gap(5)}(?:in|within|inside|into)(?: the| both)? (?:[\w/]+ ){{0,6}}?{FORAMEN}",
        rf"{FORAMEN}(?: [\w/]+){{0,3}}? (?:harbours?|contains?) (?:\w+ )?{TUMOUR}",
        rf"{FORAMEN}(?:[\s:\-]+(?!not\b|no\b|but\b|and\b)[\w/]+){{0,3}}?[\s:\-]+{FILLED}",
        rf"{FORAMEN}{ALSO}{WHERE}{IS}{FILLED}",
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
        rf"{LIKEWISE}{FORAMEN}",
        rf"(?:but|and|though) not (?:(?:to|into|in|within|of) )?(?:the )?(?:[\w/]+ ){{0,3}}?{FORAMEN}",
        rf"{FORAMEN}{ALSO}{WHERE}[\s:\-]+(?:without|free of|free from|devoid of|clear of|shows? no|contains? no|no)"
        r" (?:any |visible |evidence of |signs? of )*(?:tumou?r|mass|infiltration|involvement|invasion|extension"
        r"|disease|component)",
        rf"{FORAMEN}(?: involvement| extension| disease)?(?: -|:) {TOUCH_FREE}",
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
        r"(?:left|outgrown) the (?:bone|vertebra)",
        r"mass in front of the sacrum",
        rf"{_NOT_EPIDURAL}soft[- ]tissue(?=\s*(?:[,.;)]|$))",
        rf"{_NOT_EPIDURAL}{SOFT}(?: space| spaces| fat| region)?(?:[\s:\-]+(?!not\b|no\b|but\b"
        rf"|and\b)\w+){{0,4}}?[\s:]+(?:{FILLED}|mass|yes|tumou?r)",
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
    ),
    forms(
        "soft-tissue-extension",
        rf"(?:confined|limited|restricted|contained) (?:with)?(?:to|in) (?:the )?{_BONE}",
        r"(?:purely|strictly|entirely|completely|wholly|exclusively|remains?|stays?|still) (?:intra-?osseous"
        rf"|within (?:the )?{_BONE}|confined to (?:the )?{_BONE})",
        rf"does not (?:extend|grow|spread|reach) (?:beyond|outside) (?:the )?{_BONE}",
        rf"{SOFT}(?: space| spaces| fat| planes?| muscles?)*{ALSO}{WHERE}{IS}(?:\w+ and )?(?:clean|{FREE}"
        r"|preserved|intact|normal|none|negative|symmetrical|spared)",
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
    ),
    # nerve and viscus
    *_touching(
        "close-to-neural-structure",
        NERVE,
        ("root", "nerve", "cord", "conus", "cauda", "plexus", "neural", "myel", "medulla"),
    ),
    *_touching("close-to-neural-structure", SAC, ("sac", "dura", "thec"), displaced=False),
    *_touching(
        "close-to-viscus",
        BOWEL,
        ("colon", "sigmoid", "rect", "bowel", "duoden", "ile", "jejun", "cum", "intestin", "gut"),
        "bowel",
    ),
    *_touching(
        "close-to-viscus",
        rf"(?:{VISCUS}|(?:pleural|o?esophageal|tracheal|aortic|caval|ureteral|renal)(?= (?:contact|abutment"
        r"|infiltration|invasion|involvement)))",
        (),
        "other",
    ),
)
