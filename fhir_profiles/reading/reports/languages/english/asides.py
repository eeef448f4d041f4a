"""English asides about a structure: why it is narrow, how it was before, "the canal remaining free"; and how each is written out.

What may not live here: findings and cues, and what a tumour leaves alone (`spared`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.places import LEVEL, LEVELS, PLACE, PLACES
from fhir_profiles.reading.reports.lexicon import Rewriting

_FINITE: Final = {
    "being": "is",
    "remaining": "remains",
    "staying": "remains",
    "having been": "has been",
    "having": "has",
    "looking": "is",
    "appearing": "appears",
}


def _finite(found: re.Match[str]) -> str:
    """The aside as a statement of its own."""
    before, after = ";" if found["lead"] else "", ";" if found["end"] else ""
    return f"{before} {found['places']} {_FINITE[found['verb']]} {found['rest']}{after}"


ASIDES: Final = (
    # the canal free, beside tumour elsewhere
    *(
        Rewriting(
            stem,
            re.compile(
                rf"(?P<lead>\b(?:tumou?r|mass|metastasis|lesion|component|extension|invasion)\b[^.;,]{{0,40}} (?:in|into"
                rf"|within|inside|of|fills?|invad\w+|occup\w+"
                rf"|infiltrat\w+|reach\w+) {PLACE}), (?P<places>(?:the )?{PLACES}) (?:\w+ly )?(?P<said>free|clear|spared"
                rf"|patent|uninvolved|intact|not involved"
                r"|not invaded)(?P<of>(?: of tumou?r)?)(?=\s*(?:[.,;]|$))"
            ),
            r"\g<lead>; \g<places> is \g<said>\g<of>",
        )
        for stem in (" free", " clear", " spared", " intact", "uninvolved", "patent", " not in")
    ),
    # how it was before
    Rewriting(
        "no ",
        re.compile(
            rf"^there (?:was|were) (?:still |as yet |then )?no [\w ]{{3,30}}? in (?P<place>{PLACE}) (?:in|on|at|until"
            rf"|last) [^,;.]{{2,25}}[,;] (?:but |and )?(?:today|now"
            r"|currently),? (?:it|this) is\b"
        ),
        r"today \g<place> is",
    ),
    *(
        Rewriting(
            stem,
            re.compile(
                rf"(?P<place>\b{PLACE}) (?:still )?(?:free|clear|intact|normal|invaded|filled|breached|broken"
                rf"|involved) (?:in|on|at|until|before|last) [^,;.]{{2,20}}[,;] (?:but |and )?"
                r"(?P<said>(?:(?:now|today) )?(?:free|clear|intact|filled|invaded|infiltrated|broken|breached|eroded"
                r"|destroyed|involved)(?: (?:by|with|of) tumou?r)?(?: (?:today|now))?)"
                r"(?=\s*(?:[.,;]|$))"
            ),
            r"\g<place> is \g<said>",
        )
        for stem in (" today", " now")
    ),
    Rewriting(
        "no compression",
        re.compile(
            r"(?P<cord>\b(?:cord|conus(?: medullaris)?|cauda(?: equina)?|myelon)\b)(?P<mid>[^.;]{0,60}), (?:and "
            r"|with )?no compression(?=\s*(?:[.,;]|$))"
        ),
        r"\g<cord>\g<mid>; \g<cord> not compressed",
    ),
    Rewriting(
        " all ",
        re.compile(
            rf"(?:with the exception of|except(?: for)?|apart from|save(?: for)?|barring) {PLACES},? (?=all|every|each)"
        ),
        "",
    ),
    Rewriting("not however ", re.compile(r"\bnot however\b"), "but not"),
    *(
        Rewriting(
            stem,
            re.compile(
                rf"(?P<place>\b{PLACE})(?P<at>(?: (?:at|of) {LEVEL})?)(?:, (?:(?:which (?:was|were) )?(?:still |formerly "
                rf"|previously |initially |once |then |earlier )*"
                r"(?:filled|invaded|infiltrated|involved|occupied|obliterated|broken|breached|eroded)(?: (?:by"
                r"|with) (?:\w+ )?tumou?r)?"
                r"(?: (?:in|on|at|until|before|last) [^,;.]{2,30})?),| (?:was|were) (?:still )?(?:intact|free|clear|normal"
                r"|whole|filled|invaded|involved|breached|broken)"
                r"(?: (?:by|with) (?:\w+ )?tumou?r)? (?:in|on|at|until|before|last) [^,;.]{2,25}?(?:,| and|, and| but"
                r"|, but)) (?=(?:is|are|has|have|shows?) (?:now|today"
                r"|currently|meanwhile|since|again|free|clear|no longer)\b)"
            ),
            r"\g<place>\g<at> ",
        )
        for stem in (" now", " today", " free", "no longer", "currently", " again")
    ),
    # narrow for another reason
    Rewriting(
        "narrow",
        re.compile(
            r"\b(?P<what>canal|foram(?:en|ina)|recess(?:es)?),? (?:(?:is|are|being|though|although"
            r"|while) )?(?:\w+ )?narrow(?:ed)?"
            r" (?:by|from|because of|due to|owing to|on account of|through)"
            r" (?!(?:the |a |an )?(?:\w+ )?(?:tumou?r|mass|metast|lesion|retropuls|fragment|bone))[^,;.]{3,60}?(?:,| but"
            r"| and|;)+ (?=(?:but |and |is |are )*(?:not|without|no|free"
            r"|contains?|holds?|harbours?|shows? no)\b)"
        ),
        r"\g<what> ",
    ),
    Rewriting(
        ", ",
        re.compile(
            r"\b(?P<what>canal|foram(?:en|ina)|recess(?:es)?), (?:though |although |while )?(?:\w+ )?(?:narrow|narrowed"
            r"|tight|stenosed|stenotic)"
            r"(?: [^,;.]{3,60})?, (?=(?:is|are|does|do|contains?|holds?|harbours?|shows?)\b)"
        ),
        r"\g<what> ",
    ),
    Rewriting("holds no", re.compile(r"\bholds? no\b"), "contains no"),
    Rewriting("hold no", re.compile(r"\bholds? no\b"), "contains no"),
    Rewriting(
        "no tumo",
        re.compile(
            r"\b(?P<what>cement|ha?ematoma|blood|gas|fluid|scar(?: tissue)?|dis[ck](?: \w+)?|fat|abscess|pus"
            r"|veins?) (?P<where>in the (?:canal|(?:left |right )?foram(?:en|ina)"
            r"|epidural space|psoas))(?P<more>[^.;,]{0,30})(?:,|;| but)+ (?:but |and )?no tumou?r(?: there"
            r"| here)?(?=\s*(?:[.,;]|$))"
        ),
        r"\g<what> \g<where>\g<more>; no tumour \g<where>",
    ),
    Rewriting(
        "without ",
        re.compile(
            r"(?P<ligament>\b(?:posterior longitudinal ligament|pll)),? (?:but )?without (?P<verb>crossing|breaching"
            r"|penetrating|perforating|passing) it\b"
        ),
        r"\g<ligament> without \g<verb> the \g<ligament>",
    ),
    Rewriting(
        "nothing ",
        re.compile(
            r"\bnothing (?P<where>epidural|paravertebral|foraminal|intraspinal|prevertebral|presacral)(?=\s*(?:[.,;]|$|at|on))"
        ),
        r"no \g<where> tumour",
    ),
    # where there is none
    Rewriting(
        ", where no",
        re.compile(
            rf"(?P<place>{PLACE})(?P<at> (?:at|of) {LEVELS})?, where (?P<what>(?:no|nothing) [^,;.]{{3,40}}?)(?: is"
            rf"| was)? (?:found|seen|present|visible|detected)\b"
        ),
        r"\g<place>\g<at>; no tumour in \g<place>",
    ),
    # "…, the canal remaining free"
    Rewriting(
        "ing ",
        re.compile(
            rf"(?P<lead>^|,) ?(?:with )?(?P<places>{PLACES}(?: (?:at|of) {LEVELS})?) (?P<verb>being|remaining|staying"
            rf"|having been|having"
            r"|looking|appearing) (?P<rest>[^,;.]{2,70})(?P<end>,?)"
        ),
        _finite,
    ),
)
"""Tried in this order."""
