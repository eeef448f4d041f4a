"""English: what is said once of several levels that each have a structure of their own, written out level by level.

"Tumour in the canal at T5, in the foramen at T8", "T5 abuts the pleura, T8 the aorta", "T7 with epidural, T9 with
paravertebral extension", "no epidural tumour at T5, but at T8". What may not live here: findings and cues, and two structures at
one level (`in_one_breath`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.places import LEVEL, LEVELS, PLACE
from fhir_profiles.reading.reports.languages.english.said import NATURES
from fhir_profiles.reading.reports.lexicon import Rewriting

_INTO: Final = r"(?:(?:in|into|of|to|with|within|through) )?"
_AT: Final = rf"(?:(?:at|of|in) {LEVELS}|\({LEVELS}\))"
_ONE: Final = rf"{_INTO}{PLACE} {_AT}"
_LIST: Final = re.compile(
    r"\b(?P<lead>(?:tumou?r|mass|growth|extension|involvement|invasion|infiltration|contact|invades?|infiltrates?|involves?"
    r"|extends?|grows?|reaches|touch(?:es)?|abuts?|breaks|displaces)(?: (?:both|directly|on|by tumou?r|the))?)"
    rf" (?P<list>{_ONE}(?:(?:, and|,| and) {_ONE})+)"
)
_BORDER: Final = re.compile(r"(?<=[\d)])(?:, and|,| and) (?![ctls]\d)")


def _one_by_one(found: re.Match[str]) -> str:
    """Each structure with its level and the words before the first."""
    return "; ".join(f"{found['lead']} {each}" for each in _BORDER.split(found["list"]))


_VERB: Final = (
    r"(?:invades?|infiltrates?|involves?|abuts?|touch(?:es)?|reach(?:es)?|displaces?|contacts?|encases?|erodes?|extends? into"
    r"|grows? into|breaks? into|spares?|respects?|borders? on|is adjacent to|is in contact with)"
)
_LESION: Final = r"(?:(?: (?:lesion|metastasis|mass|tumou?r|deposit|nidus|one))?)"
_THE: Final = r"(?:the |that |the one )?(?:(?:lesion|metastasis|mass|tumou?r|one) )?"
_WHO: Final = rf"(?:(?:the )?{LEVEL}{_LESION}|{_THE}(?:at|of|in) {LEVEL})"
_WHAT: Final = r"(?:tumou?r|extension|mass|component|involvement|invasion|disease|growth|infiltration|spread)"
_ADJECTIVE: Final = (
    r"(?:epidural|paravertebral|para-?spinal|prevertebral|presacral|foraminal|intraspinal|extradural|psoas|canal)"
)
_END: Final = r"(?=\s*(?:[.;]|$))"
_DOUBTED: Final = r"(?P<doubt>doubtful|possible|possibly|probable|probably|suspected|questionable|uncertain|likely)"
_NAMED: Final = (
    rf"(?:{_ADJECTIVE} {_WHAT}|{_WHAT} (?:in|into|of) {PLACE}|{PLACE} {_WHAT}|fracture|collapse|metastasis|instability)"
)
_DONE_TO: Final = (
    r"(?:lies (?:close|next|adjacent) to|touches|abuts|invades|infiltrates|reaches|displaces|extends into|encases)"
)
GAPPED: Final[tuple[Rewriting, ...]] = (
    # one level certain, another doubted
    Rewriting(
        ("bly ", "ble ", "ed ", "doubtful", "uncertain", "likely"),
        re.compile(
            rf"\b(?P<what>{_NAMED}) (?P<one>(?:at|of|in) {LEVELS})(?P<mid>,| and|, and|, but|;) {_DOUBTED}(?: also)?"
            rf" (?:at |of |in )?(?P<two>{LEVELS}){_END}"
        ),
        r"\g<what> \g<one>; possible \g<what> at \g<two>",
    ),
    Rewriting(
        (" doubtful", " possible", " questionable", " uncertain", " suspected", " probable"),
        re.compile(
            rf"\b(?P<what>{_NAMED}) {_DOUBTED} (?P<two>(?:at|of|in) {LEVELS}),? (?:and |but )?(?:evident|certain|definite|clear"
            rf"|present|obvious) (?P<one>(?:at|of|in) {LEVELS}){_END}"
        ),
        r"possible \g<what> \g<two>; \g<what> \g<one>",
    ),
    Rewriting(
        ("as does", "so does"),
        re.compile(
            rf"\b(?P<verb>{_DONE_TO}) (?P<what>[^.;,]{{3,40}}?),? (?:and )?(?:as"
            rf"|so) does (?P<two>(?:the )?{LEVEL}{_LESION}){_END}"
        ),
        r"\g<verb> \g<what>; \g<two> \g<verb> \g<what>",
    ),
    Rewriting(
        "without",
        re.compile(
            rf"(?P<one>\b(?:of |at |in )?{LEVEL}) (?P<a>with|without),? (?:and|but) (?P<two>(?:of |at |in )?{LEVEL})"
            rf" (?P<b>with|without) (?P<what>[^.;,]{{3,50}})"
        ),
        r"\g<one> \g<a> \g<what>; \g<two> \g<b> \g<what>",
    ),
    # an apposition that names a neighbour
    Rewriting(
        ("level", "vertebra", "segment", "body"),
        re.compile(
            rf"(?P<one>\b{LEVEL}), (?P<aside>the (?:level|vertebra|segment|body) [^,;.]{{3,50}}), (?P<said>(?:shows|is|has"
            rf"|contains"
            r"|with|appears|was)\b[^.;]*)"
        ),
        r"\g<one> \g<said>; \g<aside>",
    ),
    # reached, but not entered
    Rewriting(
        (" it", " them"),
        re.compile(
            r"\b(?:reaches|abuts|touches|contacts|borders on|approaches|displaces) (?P<place>(?:the |both )?(?:left |right )?"
            r"(?:psoas(?: muscles?)?|spinal canal|canal|epidural space|(?:neural )?foram(?:en|ina)|paravertebral muscles?)),?"
            r" (?:but |yet |and )?(?:does not|is not|without|not) (?P<verb>infiltrat|invad|enter|involv)\w* (?:it|them)\b"
        ),
        r"does not \g<verb>e \g<place>",
    ),
    # called one thing, and is another
    Rewriting(
        ("described", "reported", "suspected", "diagnosed", "seen"),
        re.compile(
            rf"\bthe (?:suspected )?{NATURES} (?:described|reported|suspected|diagnosed|seen|questioned)(?P<at>(?: (?:at|in"
            rf"|of) {LEVEL})?)"
            r"(?: (?:on|by|in|at|as) [^.;,]{3,30}?)? (?:is|was) (?:in fact |actually |in reality |really )?an? "
            rf"(?P<is>(?:\w+ )?{NATURES})"
        ),
        r"\g<is>\g<at>",
    ),
    Rewriting(
        " to ",
        re.compile(
            rf"\b(?P<from>from {LEVEL}) (?:downwards?|upwards?|down|up|caudally|cranially|distally"
            rf"|inferiorly) (?=to {LEVEL})"
        ),
        r"\g<from> ",
    ),
    Rewriting(
        (
            "tumo",
            "mass",
            "grow",
            "exten",
            "invol",
            "inva",
            "infil",
            "contact",
            "reach",
            "touch",
            "abut",
            "break",
            "displ",
            "encr",
        ),
        _LIST,
        _one_by_one,
    ),
    Rewriting(
        (
            "inva",
            "infil",
            "invol",
            "abut",
            "touch",
            "reach",
            "displ",
            "contact",
            "encas",
            "erode",
            "extend",
            "into",
            "spare",
        ),
        re.compile(
            rf"(?P<one>\b{_WHO}) (?P<verb>{_VERB}) (?P<what>{PLACE}|its (?:own )?(?:nerve )?root)"
            rf"(?:, and|,| and|; ) (?P<two>{_WHO}) (?P<other>{PLACE}){_END}"
        ),
        r"\g<one> \g<verb> \g<what>; \g<two> \g<verb> \g<other>",
    ),
    Rewriting(
        (" with ", " has ", " shows "),
        re.compile(
            rf"(?P<one>\b{LEVEL} (?:with|has|shows) {_ADJECTIVE})(?P<mid>,| and|, and) (?P<two>{LEVEL} (?:with|has|shows)"
            rf" {_ADJECTIVE}) (?P<what>{_WHAT})"
        ),
        r"\g<one> \g<what>; \g<two> \g<what>",
    ),
    Rewriting(
        (" right", " left"),
        re.compile(
            rf"\b(?P<what>(?:[a-z-]+ ){{0,2}}[a-z-]+):? (?P<one>{LEVEL} (?:right|left))(?:, and|,| and)"
            rf" (?P<two>{LEVEL} (?:right|left)){_END}"
        ),
        r"\g<what> \g<one>; \g<what> \g<two>",
    ),
    Rewriting(
        "but ",
        re.compile(
            rf"\bno (?P<what>[^.;,:]{{3,50}}?) (?P<one>(?:at|in|of) {LEVELS}),? but (?P<two>(?:at|in|of) {LEVELS}){_END}"
        ),
        r"no \g<what> \g<one>; \g<what> \g<two>",
    ),
    Rewriting(
        ("does", "has"),
        re.compile(
            rf"(?P<one>\b{LEVEL}) (?P<verb>has|shows) no (?P<what>[^.;,:]{{3,50}}?)(?:,| and|, and|, but| but|;)"
            rf" (?P<two>{LEVEL}) (?:does|has){_END}"
        ),
        r"\g<one> \g<verb> no \g<what>; \g<two> \g<verb> \g<what>",
    ),
    Rewriting(
        ("free", "clear", "spared", "patent", "intact"),
        re.compile(
            rf"(?P<one>\b{PLACE}(?: (?:at|of|in) {LEVELS})? (?:is|are) (?P<free>free|clear|spared|patent|intact|uninvolved)"
            rf"(?: of tumou?r)?)(?:, and|, but|,|;| and| but) (?P<two>{PLACE}(?: (?:at|of|in) {LEVELS})?) (?:is|are) not{_END}"
        ),
        r"\g<one>; \g<two> is not \g<free>",
    ),
    Rewriting(
        " not ",
        re.compile(
            rf"(?P<one>\b{PLACE} (?:is|are) not (?P<said>(?:\w+ly )?(?:touched|involved|invaded|infiltrated|reached|displaced"
            rf"|compressed|affected|filled|breached)))(?:, and|, but|,|;| but) (?P<two>{PLACE}) (?P<be>is|are){_END}"
        ),
        r"\g<one>; \g<two> \g<be> \g<said>",
    ),
    # told of the past, and still so
    Rewriting(
        (
            " persist",
            "recurred",
            "reappear",
            "returned",
            "unchanged",
            "still ",
            "shrunk",
            "decreased",
            "smaller",
            "larger",
            "grown",
            "increased",
            "regressed",
        ),
        re.compile(
            rf"\b(?:(?:previously|formerly|earlier|already) )?"
            r"(?:(?:which )?(?:was|were|had been|has been) )?(?:seen|described|noted|known|reported"
            rf"|documented|found|visible|present)(?P<at>(?: (?:in|at) {LEVELS})?)(?: (?:in|on|at|before|since"
            rf"|prior to) (?:the |her |his )?"
            rf"(?:(?!{LEVEL})\w+ ){{0,3}}?(?!{LEVEL})[\w/]+)?,?(?: and)? (?P<now>(?:still )?"
            r"persists?|(?:is|are|remains?) (?:\w+ly )?(?:unchanged|still (?:present|there|visible|seen)|smaller|larger"
            r"|still (?:\w+ )?unchanged)|(?:has|have) (?:\w+ly )?(?:recurred|reappeared|returned|shrunk|decreased|grown"
            r"|increased|persisted"
            r"|regressed(?! comp)))\b"
        ),
        r"\g<at> \g<now>",
    ),
    Rewriting(
        " possible",
        re.compile(
            rf"\b(?P<what>{PLACE} {_WHAT}|{_ADJECTIVE} {_WHAT}) (?P<other>possible|probable|suspected|questionable) "
            rf"(?P<one>(?:at|of|in) {LEVELS})(?:,| and|, and|, but| but|;) (?P<said>certain|definite|present|proven|excluded"
            rf"|absent)"
            rf" (?P<two>(?:at|of|in) {LEVELS}){_END}"
        ),
        r"possible \g<what> \g<one>; \g<what> \g<two> is \g<said>",
    ),
    Rewriting(
        ("possible", "probable", "suspected", "not excl", "question", "doubt", "uncert"),
        re.compile(
            rf"\b(?P<what>{PLACE} {_WHAT}|{_ADJECTIVE} {_WHAT}) (?P<one>(?:at|of|in) {LEVELS}) (?P<said>is (?:ruled out|excluded"
            r"|absent|certain|proven|present))(?:,| and|, and|, but| but)"
            rf" (?P<two>(?:at|of|in) {LEVELS}) (?:it )?(?:is )?(?P<other>possible|probable|suspected|not excluded"
            rf"|questionable|doubtful|uncertain){_END}"
        ),
        r"\g<what> \g<one> \g<said>; possible \g<what> \g<two>",
    ),
)
"""Tried in this order, before what tells of one level."""
