"""English wordings of what a tumour leaves alone or stays out of, and how each is written out in the words that the forms know.

"Leaves the canal alone", "stops short of the foramen", "free of tumour: canal, foramina", "the flavum narrows the canal; the
lesion does not enter it". What may not live here: findings and cues, contrasts (`in_one_breath`), what cannot be told (`unsaid`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.places import JOINED, LEVEL, LEVELS, PLACE, PLACES
from fhir_profiles.reading.reports.lexicon import Rewriting

_ALONE: Final = (
    r"(?:alone|untouched|unharmed|unscathed|undisturbed|undamaged|in peace|unaffected|uninvolved|uninvaded|spared|free(?: of tumou?r)?"
    r"|clear)"
)
_OF_TUMOUR: Final = (
    r"(?: (?:of|from) (?:any )?(?:tumou?r|disease|metasta\w+|infiltration|involvement|invasion)(?: \w+)?)?"
)
_FREE: Final = (
    rf"(?:(?:free|clear|spared|uninvolved|unaffected|not (?:involved|invaded|infiltrated|affected|reached)|tumou?r-free)"
    rf"{_OF_TUMOUR}(?: structures)?|no (?:tumou?r|extension|infiltration|invasion|involvement|growth|spread)"
    r"(?: tissue)? (?:is |was )?(?:(?:seen|found|visible) )?(?:in|into|of|within)(?: any of)?(?: the following)?)"
)
_INVADED: Final = (
    r"(?:invaded|infiltrated|involved|affected|filled|obliterated|reached)"
    r"(?: (?:by|with) (?:the )?(?:\w+ )?(?:tumou?r|metastasis|mass))?"
)
_VERBS: Final = (
    r"(?:enter|reach|invade|infiltrate|involve|cross|touch|breach|abut|contact|compress|displace|indent|narrow|penetrate|affect"
    r"|erode|extend (?:in)?to|grow into|spread (?:in)?to|encroach (?:up)?on|impinge (?:up)?on)"
)

_SHORT_OF: Final = re.compile(
    r"\b(?<!\d mm )(?<!\d cm )(?:(?:just |well |clearly )?(?:stops?|stopped|ends?|ended|halts?|halted|comes? to (?:a halt|an end)"
    r"|remains?|stays?|keeps?|falls?|lies)(?: just| well| clearly| completely| entirely)? (?:short of|in front of|(?:well )?out of"
    r"|clear of|outside(?: of)?|before (?:it |they )?(?:reach(?:es|ing)?|enter(?:s|ing)?)|before|at the edge of"
    r"|at (?:the |its )?(?:\w+ )?(?:border|margin|entrance|boundary|rim|mouth) (?:of|to)|at the margin of|at a distance from)|fails? to (?:reach|enter|invade|extend into|involve)"
    r"|(?:has|have) (?:failed to|yet to) (?:reach|enter|invade)|refrains from entering|never (?:reach(?:es|ed)?|enter(?:s|ed)?)"
    rf"|(?:does|do|did|has) not (?:get|got|make it|made it|go|gone|come|advance|extend) (?:as far as|up to|near)) (?={PLACE})"
)


def _each(said: str) -> object:
    """One statement for each of a list."""

    def write(found: re.Match[str]) -> str:
        at = found["at"] or ""
        return found["lead"] + "; ".join(f"{one} {said}{at}" for one in re.split(JOINED, found["list"]) if one)

    return write


def _listed(head: str) -> re.Pattern[str]:
    """A list behind a head that says the same of each: "free of tumour: canal, foramina", "free are the canal and …"."""
    return re.compile(
        rf"(?P<lead>(?:^|(?<=[.;] )|(?<=: ))(?:{LEVELS}: ?)?){head}(?:: ?| (?:is|are) (?!not\b))(?P<list>{PLACES})"
        rf"(?P<at> (?:at|of) {LEVELS})?(?=\s*(?:[.;]|$))"
    )


def _named_again(found: re.Match[str]) -> str:
    """The structure in the place of its pronoun."""
    return f"{found['lead']}{found['place']}{found['mid']}{found['verb']} {found['place']}"


_LINK: Final = re.compile(r"(?:, (?:and |or )?| and | or )(?:(?:in)?to |in )?")


def _none_of(found: re.Match[str]) -> str:
    """A list with "none" behind it, with "no" before it."""
    listed = _LINK.sub(" or ", found["list"])
    return f"no {listed}" if re.search(PLACE, listed) else found[0]


SPARED: Final = (
    Rewriting("post. ", re.compile(r"\bpost\. (?=(?:vertebral |body )?(?:wall|cortex|margin|line))"), "posterior "),
    *(
        Rewriting(
            stem,
            re.compile(
                r"^(?P<list>(?!no\b|not\b|without\b)[^.;:?]{3,60}(?:,| or| and) [^.;:?]{3,70}): (?:none|nil|not seen|absent|negative|not present)(?=\s*(?:[.;]|$))"
            ),
            _none_of,
        )
        for stem in (": none", ": nil", ": not ", ": absent", ": negative")
    ),
    *(
        Rewriting(
            stem,
            re.compile(
                r"\b(?:far from(?: being)?|anything but|by no means|in no way)(?= (?:unstable|fractured|collapsed|invaded|compressed|infiltrated|breached|broken)\b)"
            ),
            "not",
        )
        for stem in ("far from", "anything but", "by no means", "in no way")
    ),
    Rewriting(
        "nothing ",
        re.compile(r"[,;:]? (?:and )?nothing (?:\w+ )?compresses (?:it|them|the cord)\b"),
        "; cord not compressed",
    ),
    Rewriting(
        "csf",
        re.compile(
            r"\b(?P<cord>(?:spinal )?cord|conus(?: medullaris)?|cauda(?: equina)?|myelon) (?:(?:is|are|lies?|swims?|floats?)"
            r" (?:\w+ )?)?(?:surrounded|bathed|outlined|rimmed|enveloped|encircled|cushioned|free(?:ly)?) (?:by|in|with) (?:\w+ )?"
            r"(?:csf|cerebrospinal fluid|fluid|liquor|fat)(?: on (?:all|both) sides)?"
        ),
        r"csf about \g<cord>",
    ),
    Rewriting(
        "csf",
        re.compile(
            r"\bcsf (?:\w+ )?(?:surrounds|bathes|outlines|envelops|surrounding) (?:the )?(?P<cord>cord|conus|cauda|spinal cord|roots)\b"
        ),
        r"csf about \g<cord>",
    ),
    Rewriting(
        "lea",
        re.compile(
            rf"\b(?:leaves?|has left|have left) (?P<places>{PLACES}(?: (?:at|of) {LEVELS})?) (?:completely |entirely |quite )?{_ALONE}\b"
        ),
        r"spares \g<places>",
    ),
    Rewriting(
        "lea",
        re.compile(
            rf"\b(?:leaving) (?P<places>{PLACES}(?: (?:at|of) {LEVELS})?) (?:completely |entirely |quite )?{_ALONE}\b"
        ),
        r"sparing \g<places>",
    ),
    Rewriting("left ", re.compile(rf"\bleft {_ALONE} by\b"), "spared by"),
    Rewriting(
        " not ",
        re.compile(r"\b(?:up )?to,? (?:but )?not (?:in)?to,? (?=(?:the|its|either|left|right)\b)"),
        "does not reach ",
    ),
    Rewriting(
        " not to be",
        re.compile(r"\bnot to be (?=(?:seen|found|recogni|made out|detected|discerned|identified)\w*)"),
        "not ",
    ),
    Rewriting(
        "nowhere ",
        re.compile(
            r"\b(?P<joins>but|and) nowhere (?=(?:epidural|foraminal|paravertebral|prevertebral|presacral|in the)\b)"
        ),
        r"\g<joins> not ",
    ),
    Rewriting("none of the ", re.compile(r"\bnone of the (?=tumou?r|mass|metastas|lesion)"), "no "),
    Rewriting(
        " none ",
        re.compile(
            rf"(?P<lead>\b(?:tumou?r|mass|metastas[ei]s|component|invasion|extension|disease)\b[^.;]{{0,60}}?),? (?:but |and )?none (?:in|into|within|inside)"
            rf" (?P<places>{PLACES})"
        ),
        r"\g<lead>; no tumour in \g<places>",
    ),
    Rewriting(
        "which ",
        re.compile(
            rf"(?P<place>\b{PLACE}), (?:and )?which (?:it|the (?:tumou?r|lesion|mass|metastasis|lysis)) (?:\w+ )?(?:respects?|spares?|does not \w+"
            r"(?: (?:in)?to| through)?|leaves (?:intact|alone|free))(?=\s*(?:[.,;]|$))"
        ),
        r"\g<place>; \g<place> not involved",
    ),
    Rewriting(
        "which ",
        re.compile(
            r"(?P<wall>\b(?:posterior|dorsal) (?:wall|cortex|margin)), which (?=(?:is|are|has|remains|appears)\b)"
        ),
        r"\g<wall> ",
    ),
    Rewriting(
        " and free",
        re.compile(
            r"\b(?P<what>canal|foram(?:en|ina)) (?:(?:is|are|has|have|remains?) )?(?:of |an? )?(?:normal|regular|sufficient|adequate|ample) (?:width|calib(?:er|re)|diameter|size) and (?=free\b)"
        ),
        r"\g<what> is ",
    ),
    Rewriting(
        " not ",
        re.compile(
            r"\b(?P<what>psoas(?: muscles?)?|muscles?) (?:is|are|has been|have been)? ?(?:\w+ly )?(?:displaced|pushed aside|pushed away|compressed|bowed|lifted off),? (?:but )?not (?=invaded|infiltrated|involved)"
        ),
        r"\g<what> not ",
    ),
    # the canal free, beside tumour elsewhere
    *(
        Rewriting(
            stem,
            re.compile(
                rf"(?P<lead>\b(?:tumou?r|mass|metastasis|lesion|component|extension|invasion)\b[^.;,]{{0,40}} (?:in|into|within|inside|of|fills?|invad\w+|occup\w+"
                rf"|infiltrat\w+|reach\w+) {PLACE}), (?P<places>(?:the )?{PLACES}) (?:\w+ly )?(?P<said>free|clear|spared|patent|uninvolved|intact|not involved"
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
            rf"^there (?:was|were) (?:still |as yet |then )?no [\w ]{{3,30}}? in (?P<place>{PLACE}) (?:in|on|at|until|last) [^,;.]{{2,25}}[,;] (?:but |and )?(?:today|now"
            r"|currently),? (?:it|this) is\b"
        ),
        r"today \g<place> is",
    ),
    *(
        Rewriting(
            stem,
            re.compile(
                rf"(?P<place>\b{PLACE}) (?:still )?(?:free|clear|intact|normal|invaded|filled|breached|broken|involved) (?:in|on|at|until|before|last) [^,;.]{{2,20}}[,;] (?:but |and )?"
                r"(?P<said>(?:(?:now|today) )?(?:free|clear|intact|filled|invaded|infiltrated|broken|breached|eroded|destroyed|involved)(?: (?:by|with|of) tumou?r)?(?: (?:today|now))?)"
                r"(?=\s*(?:[.,;]|$))"
            ),
            r"\g<place> is \g<said>",
        )
        for stem in (" today", " now")
    ),
    Rewriting(
        "no compression",
        re.compile(
            r"(?P<cord>\b(?:cord|conus(?: medullaris)?|cauda(?: equina)?|myelon)\b)(?P<mid>[^.;]{0,60}), (?:and |with )?no compression(?=\s*(?:[.,;]|$))"
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
                rf"(?P<place>\b{PLACE})(?P<at>(?: (?:at|of) {LEVEL})?)(?:, (?:(?:which (?:was|were) )?(?:still |formerly |previously |initially |once |then |earlier )*"
                r"(?:filled|invaded|infiltrated|involved|occupied|obliterated|broken|breached|eroded)(?: (?:by|with) (?:\w+ )?tumou?r)?"
                r"(?: (?:in|on|at|until|before|last) [^,;.]{2,30})?),| (?:was|were) (?:still )?(?:intact|free|clear|normal|whole|filled|invaded|involved|breached|broken)"
                r"(?: (?:by|with) (?:\w+ )?tumou?r)? (?:in|on|at|until|before|last) [^,;.]{2,25}?(?:,| and|, and| but|, but)) (?=(?:is|are|has|have|shows?) (?:now|today"
                r"|currently|meanwhile|since|again|free|clear|no longer)\b)"
            ),
            r"\g<place>\g<at> ",
        )
        for stem in (" now", " today", " free", "no longer", "currently", " again")
    ),
    *(
        Rewriting(stem, _SHORT_OF, "does not reach ")
        for stem in (
            "short of",
            "front of",
            "out of",
            "clear of",
            "outside",
            "before",
            "fail",
            "never ",
            "far as",
            "up to",
            "distance from",
            "border of",
            "margin of",
            "entrance",
            "edge of",
        )
    ),
    Rewriting(
        " not ",
        re.compile(
            rf"(?P<lead>)\b(?P<place>{PLACE})(?P<mid>(?:(?!\bis free\b)[^.]){{0,90}}?)"
            rf"(?P<verb>\b(?:does|do|did|has|have|is|are) (?:\w+ )?not (?:\w+ )?(?:{_VERBS}|entered|reached|invaded|infiltrated|crossed"
            r"|grown into|extended into))"
            r" (?:it(?:self)?|them|these|the latter|the (?:muscle|space|former))\b(?! (?:is|are|through)\b)"
        ),
        _named_again,
    ),
    Rewriting(
        " it",
        re.compile(
            rf"(?P<lead>)\b(?P<place>{PLACE})(?P<mid>[^.;]{{1,60}}?)(?P<verb>\b(?:is|are|lies|comes|has come) (?:now |today |currently"
            r"|meanwhile |already |again )?(?:in (?:\w+ )?contact with|adherent to|adjacent to|against)) it\b"
        ),
        _named_again,
    ),
    Rewriting(": ", _listed(_FREE), _each("is not involved")),  # type: ignore[arg-type]
    Rewriting("free are ", _listed("free"), _each("is not involved")),  # type: ignore[arg-type]
    Rewriting("are ", _listed(r"(?:spared|uninvolved|unaffected|not involved)"), _each("is not involved")),  # type: ignore[arg-type]
    Rewriting(": ", _listed(_INVADED), _each("is invaded")),  # type: ignore[arg-type]
    Rewriting(
        "tumo",
        re.compile(rf"(?P<lead>)\btumou?r-?free(?::| are)? (?P<list>{PLACES})(?P<at> (?:at|of) {LEVELS})?"),
        _each("is not involved"),  # type: ignore[arg-type]
    ),
    # narrow for another reason
    Rewriting(
        "narrow",
        re.compile(
            r"\b(?P<what>canal|foram(?:en|ina)|recess(?:es)?),? (?:(?:is|are|being|though|although|while) )?(?:\w+ )?narrow(?:ed)?"
            r" (?:by|from|because of|due to|owing to|on account of|through)"
            r" (?!(?:the |a |an )?(?:\w+ )?(?:tumou?r|mass|metast|lesion|retropuls|fragment|bone))[^,;.]{3,60}?(?:,| but| and|;)+ (?=(?:but |and |is |are )*(?:not|without|no|free"
            r"|contains?|holds?|harbours?|shows? no)\b)"
        ),
        r"\g<what> ",
    ),
    Rewriting(
        ", ",
        re.compile(
            r"\b(?P<what>canal|foram(?:en|ina)|recess(?:es)?), (?:though |although |while )?(?:\w+ )?(?:narrow|narrowed|tight|stenosed|stenotic)"
            r"(?: [^,;.]{3,60})?, (?=(?:is|are|does|do|contains?|holds?|harbours?|shows?)\b)"
        ),
        r"\g<what> ",
    ),
    Rewriting("holds no", re.compile(r"\bholds? no\b"), "contains no"),
    Rewriting("hold no", re.compile(r"\bholds? no\b"), "contains no"),
    Rewriting(
        "no tumo",
        re.compile(
            r"\b(?P<what>cement|ha?ematoma|blood|gas|fluid|scar(?: tissue)?|dis[ck](?: \w+)?|fat|abscess|pus|veins?) (?P<where>in the (?:canal|(?:left |right )?foram(?:en|ina)"
            r"|epidural space|psoas))(?P<more>[^.;,]{0,30})(?:,|;| but)+ (?:but |and )?no tumou?r(?: there| here)?(?=\s*(?:[.,;]|$))"
        ),
        r"\g<what> \g<where>\g<more>; no tumour \g<where>",
    ),
    Rewriting(
        "without ",
        re.compile(
            r"(?P<ligament>\b(?:posterior longitudinal ligament|pll)),? (?:but )?without (?P<verb>crossing|breaching|penetrating|perforating|passing) it\b"
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
            rf"(?P<place>{PLACE})(?P<at> (?:at|of) {LEVELS})?, where (?P<what>(?:no|nothing) [^,;.]{{3,40}}?)(?: is| was)? (?:found|seen|present|visible|detected)\b"
        ),
        r"\g<place>\g<at>; no tumour in \g<place>",
    ),
    # "…, the canal remaining free"
    Rewriting(
        "ing ",
        re.compile(
            rf"(?P<lead>^|,) ?(?:with )?(?P<places>{PLACES}(?: (?:at|of) {LEVELS})?) (?P<verb>being|remaining|staying|having been|having"
            r"|looking|appearing) (?P<rest>[^,;.]{2,70})(?P<end>,?)"
        ),
        lambda found: (
            f"{';' if found['lead'] else ''} {found['places']} {_FINITE[found['verb']]} {found['rest']}{';' if found['end'] else ''}"
        ),
    ),
)
"""Tried in this order."""
_FINITE: Final = {
    "being": "is",
    "remaining": "remains",
    "staying": "remains",
    "having been": "has been",
    "having": "has",
    "looking": "is",
    "appearing": "appears",
}
