"""English wordings of what a tumour leaves alone or stays out of, and how each is written out in the words that the forms know.

"Leaves the canal alone", "stops short of the foramen", "free of tumour: canal, foramina", "… the canal; the lesion does not
enter it". What may not live here: findings and cues, `asides`, contrasts (`in_one_breath`), what cannot be told (`unsaid`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from fhir_profiles.reading.reports.languages.english.places import JOINED, LEVELS, PLACE, PLACES
from fhir_profiles.reading.reports.lexicon import Rewriting

_ALONE: Final = (
    r"(?:alone|untouched|unharmed|unscathed|undisturbed|undamaged|in peace|unaffected|uninvolved|uninvaded|spared"
    r"|free(?: of tumou?r)?"
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
    r"|remains?|stays?|keeps?|falls?|lies)(?: just| well| clearly| completely| entirely)? (?:short of|in front of"
    r"|(?:well )?out of"
    r"|clear of|outside(?: of)?|before (?:it |they )?(?:reach(?:es|ing)?|enter(?:s|ing)?)|before|at the edge of"
    r"|at (?:the |its )?(?:\w+ )?(?:border|margin|entrance|boundary|rim|mouth) (?:of|to)|at the margin of"
    r"|at a distance from)|fails? to (?:reach|enter|invade|extend into|involve)"
    r"|(?:has|have) (?:failed to|yet to) (?:reach|enter|invade)|refrains from entering|never (?:reach(?:es|ed)?|enter(?:s|ed)?)"
    rf"|(?:does|do|did|has) not (?:get|got|make it|made it|go|gone|come|advance|extend) (?:as far as|up to|near)) (?={PLACE})"
)


def _each(said: str) -> Callable[[re.Match[str]], str]:
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
                r"^(?P<list>(?!no\b|not\b|without\b)[^.;:?]{3,60}(?:,| or| and) [^.;:?]{3,70}): (?:none|nil|not seen|absent"
                r"|negative|not present)(?=\s*(?:[.;]|$))"
            ),
            _none_of,
        )
        for stem in (": none", ": nil", ": not ", ": absent", ": negative")
    ),
    *(
        Rewriting(
            stem,
            re.compile(
                r"\b(?:far from(?: being)?|anything but|by no means|in no way)(?= (?:unstable|fractured|collapsed|invaded"
                r"|compressed|infiltrated|breached|broken)\b)"
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
            r" (?:\w+ )?)?(?:surrounded|bathed|outlined|rimmed|enveloped|encircled|cushioned|free(?:ly)?) (?:by|in"
            r"|with) (?:\w+ )?"
            r"(?:csf|cerebrospinal fluid|fluid|liquor|fat)(?: on (?:all|both) sides)?"
        ),
        r"csf about \g<cord>",
    ),
    Rewriting(
        "csf",
        re.compile(
            r"\bcsf (?:\w+ )?(?:surrounds|bathes|outlines|envelops|surrounding) (?:the )?(?P<cord>cord|conus|cauda"
            r"|spinal cord|roots)\b"
        ),
        r"csf about \g<cord>",
    ),
    Rewriting(
        "lea",
        re.compile(
            rf"\b(?:leaves?|has left|have left) (?P<places>{PLACES}(?: (?:at|of) {LEVELS})?) (?:completely |entirely "
            rf"|quite )?{_ALONE}\b"
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
            rf"(?P<lead>\b(?:tumou?r|mass|metastas[ei]s|component|invasion|extension|disease)\b[^.;]{{0,60}}?),? (?:but "
            rf"|and )?none (?:in|into|within|inside)"
            rf" (?P<places>{PLACES})"
        ),
        r"\g<lead>; no tumour in \g<places>",
    ),
    Rewriting(
        "which ",
        re.compile(
            rf"(?P<place>\b{PLACE}), (?:and )?which (?:it|the (?:tumou?r|lesion|mass|metastasis"
            rf"|lysis)) (?:\w+ )?(?:respects?|spares?|does not \w+"
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
            r"\b(?P<what>canal|foram(?:en|ina)) (?:(?:is|are|has|have|remains?) )?(?:of |an? )?(?:normal|regular|sufficient"
            r"|adequate|ample) (?:width|calib(?:er|re)|diameter|size) and (?=free\b)"
        ),
        r"\g<what> is ",
    ),
    Rewriting(
        " not ",
        re.compile(
            r"\b(?P<what>psoas(?: muscles?)?|muscles?) (?:is|are|has been|have been)? ?(?:\w+ly )?(?:displaced|pushed aside"
            r"|pushed away|compressed|bowed|lifted off),? (?:but )?not (?=invaded|infiltrated|involved)"
        ),
        r"\g<what> not ",
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
            rf"(?P<verb>\b(?:does|do|did|has|have|is|are) (?:\w+ )?not (?:\w+ )?(?:{_VERBS}|entered|reached|invaded"
            rf"|infiltrated|crossed"
            r"|grown into|extended into))"
            r" (?:it(?:self)?|them|these|the latter|the (?:muscle|space|former))\b(?! (?:is|are|through)\b)"
        ),
        _named_again,
    ),
    Rewriting(
        " it",
        re.compile(
            rf"(?P<lead>)\b(?P<place>{PLACE})(?P<mid>[^.;]{{1,60}}?)(?P<verb>\b(?:is|are|lies|comes|has come) (?:now |today "
            rf"|currently"
            r"|meanwhile |already |again )?(?:in (?:\w+ )?contact with|adherent to|adjacent to|against)) it\b"
        ),
        _named_again,
    ),
    Rewriting(": ", _listed(_FREE), _each("is not involved")),
    Rewriting("free are ", _listed("free"), _each("is not involved")),
    Rewriting("are ", _listed(r"(?:spared|uninvolved|unaffected|not involved)"), _each("is not involved")),
    Rewriting(": ", _listed(_INVADED), _each("is invaded")),
    Rewriting(
        "tumo",
        re.compile(rf"(?P<lead>)\btumou?r-?free(?::| are)? (?P<list>{PLACES})(?P<at> (?:at|of) {LEVELS})?"),
        _each("is not involved"),
    ),
)
"""Tried in this order."""
