"""English wordings that tell of two structures or levels by one verb, and how each is written out as two statements.

"The canal is invaded, and so is the left foramen", "only T9, not T10, has", "unlike the foramen, which is free, the canal is".
What may not live here: findings and cues, and what is spared (`spared`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.places import LEVEL, LEVELS, PLACE, PLACES
from fhir_profiles.reading.reports.lexicon import Rewriting

_NOT_SAID: Final = (
    r"(?!(?:usual|the case|common|expected|often|known|typical|seen|shown|described|it|this|that|he|she"
    r"|previously|before)\b)"
)
_WHO: Final = (
    rf"(?:{PLACES}(?: (?:at|of) {LEVELS})?|(?:that|those) (?:at|of) {LEVELS}|{LEVELS}|the (?:left|right"
    rf"|other)(?: one| side)?)"
)
_END: Final = r"(?=\s*(?:[,;.:)]|$| (?:at|on|but|and|with|by)\b))"
_SO: Final = re.compile(
    r"\b(?P<aux>is|are|was|were|has|have|does|do|shows?|contains?|remains?|appears?) (?P<pred>(?!so\b)[^,;.:]{3,60}?)[,;]?"
    r" (?:and |but )?"
    rf"(?P<so>so|as|nor|neither) (?:is|are|was|were|has|have|does|do) (?:also )?(?P<other>{_NOT_SAID}{_WHO}){_END}"
)
_TOO: Final = re.compile(
    rf"\b(?P<aux>is|are|has|have|shows?|contains?) (?P<pred>[^,;.:]{{3,60}}?)[,;]"
    rf" (?:and )?(?P<so>)(?P<other>{_WHO}),? (?:too|also|likewise"
    r"|as well|equally|similarly)(?=\s*(?:[,;.]|$))"
)
_SAME: Final = re.compile(
    r"\b(?P<aux>is|are|has|have|shows?|contains?) (?P<pred>[^,;.:]{3,60}?)[,;] (?:and )?(?P<so>)the same (?:is true (?:of"
    r"|for)|applies to|goes for|holds (?:true )?for"
    rf"|can be said of) (?P<other>{_WHO})"
)
_BUT_NOT: Final = re.compile(
    rf"(?P<one>\b{PLACE}),? (?:but|and|though) not (?P<two>{PLACES}),? (?P<be>is|are|has been"
    rf"|have been) (?P<said>(?:\w+ly )?(?:invaded|infiltrated|filled|involved|occupied"
    r"|reached|obliterated|breached|broken|free|clear|spared|uninvolved|touched)(?: (?:by|with|of) (?:\w+ )?tumou?r)?)"
)
_DENIES: Final = re.compile(r"\b(?:not|no|neither|never)\b")


def _so_is(found: re.Match[str]) -> str:
    """The second with the words of the first; "nor" only behind a denial."""
    if found["so"] in ("nor", "neither") and not _DENIES.search(found["pred"]):
        return found[0]
    said = f"{found['aux']} {found['pred']}"
    return f"{said}; {found['other']} {said}"


_SIDE: Final = r"(?P<side>left|right|other|contralateral|opposite)(?: (?:one|side))?"
_FORAMEN: Final = (
    r"(?P<what>(?:neural |exit |intervertebral )?(?:foramen|foramina|neuroforamen|psoas(?: muscle)?|pleura))"
)
_ADJECTIVE: Final = r"(?:epidural|paravertebral|para-?spinal|prevertebral|presacral|foraminal|intraspinal)"
_GOOD: Final = frozenset({"free", "clear", "spared", "patent", "uninvolved"})


def _not_at(levels: str) -> str:
    """Each of the levels with "does not" alone."""
    return "; ".join(f"{one} does not" for one in re.findall(LEVEL, levels))


def _other_side(found: re.Match[str]) -> str:
    """What is said of one side is denied of the other in words of its own."""
    other = {"left": "right", "right": "left"}[found["one"]]
    denied = f"{other} {found['what']} not involved"
    said = (found["on"] or "").lstrip(",")
    more = f"; no tumour in {found['more']}" if found["more"] else ""
    return f"{found['one']} {found['what']}{said}; {denied}{more}"


def _but_not(found: re.Match[str]) -> str:
    """What is said of one, and denied of the other."""
    free = found["said"].split()[0] in _GOOD
    return f"{found['one']} {found['be']} {found['said']}; {found['two']} is {'invaded' if free else 'not involved'}"


def _contrasted(found: re.Match[str]) -> str:
    """What is said of one, and the opposite of the other."""
    other = "invaded" if found["said"] in _GOOD else "not involved"
    return f"{found['two']} {found['be']} {found['said']}{found['by']}; {found['one']} is {other}"


IN_ONE_BREATH: Final = (
    Rewriting(" other", re.compile(r" (?:each other|one another)\b"), ""),
    Rewriting("so ", _SO, _so_is),
    Rewriting("as ", _SO, _so_is),
    Rewriting("nor ", _SO, _so_is),
    Rewriting("neither ", _SO, _so_is),
    Rewriting("too", _TOO, _so_is),
    Rewriting("likewise", _TOO, _so_is),
    Rewriting("also", _TOO, _so_is),
    Rewriting("as well", _TOO, _so_is),
    Rewriting("the same ", _SAME, _so_is),
    *(Rewriting(stem, _BUT_NOT, _but_not) for stem in ("but not", "and not", "though not")),
    # only one of two
    Rewriting(
        "only ",
        re.compile(
            rf"\bonly (?P<yes>{LEVEL})(?:,| and|, and|, but| but)* not (?P<no>{LEVELS}),? (?P<aux>is|has|shows?|contains?"
            rf"|was|exhibits?|displays?)"
            r" (?P<rest>[^,;.]{3,80})"
        ),
        lambda f: f"{f['yes']} {f['aux']} {f['rest']}; {_not_at(f['no'])}",
    ),
    Rewriting(
        " not ",
        re.compile(
            rf"\bit is (?P<yes>{LEVEL})(?:,| and|, and)* not (?P<no>{LEVELS}),? (?:that|which) (?P<aux>\w+)"
            r" (?P<rest>[^,;.]{3,80})"
        ),
        lambda f: f"{f['yes']} {f['aux']} {f['rest']}; {_not_at(f['no'])}",
    ),
    Rewriting(
        " of ",
        re.compile(
            rf"(?P<no>\b{LEVEL}) (?:is|was|remains) (?:free|clear) of (?:it|this|that|such|any|these)(?=\s*(?:[.,;]|$))"
        ),
        r"\g<no> does not",
    ),
    Rewriting(
        "without ",
        re.compile(rf"(?P<no>\b{LEVEL}) (?:is )?without (?:it|this|such|one|any)(?=\s*(?:[.,;]|$))"),
        r"\g<no> does not",
    ),
    Rewriting(
        ", not ",
        re.compile(
            rf"\b(?P<one>{_ADJECTIVE})(?:, (?:and |but )?not (?P<other>{_ADJECTIVE}),) (?P<what>extension|tumou?r(?: \w+)?"
            rf"|disease|spread|mass|involvement|growth"
            r"|component)"
        ),
        r"\g<one> \g<what>, no \g<other> \g<what>",
    ),
    Rewriting(
        " without ",
        re.compile(rf"\b(?P<yes>{LEVEL}) with,? (?:and |but )?(?P<no>{LEVEL}) without (?P<rest>[^,;.]{{3,60}})"),
        r"\g<yes> with \g<rest>; \g<no> without \g<rest>",
    ),
    Rewriting(
        " at ",
        re.compile(
            rf"(?:^|(?<=[;:] ))(?P<what>[^.;,:]{{3,60}}?) (?:is|are) (?:present|seen|found|visible|there) (?:at"
            rf"|in) (?P<yes>{LEVELS})(?:,| and| but|, but|, and)+"
            rf" (?:is |are )?(?:absent|lacking|missing|not (?:present|seen|found|visible|there)) (?:at|in|from) (?P<no>{LEVELS})"
        ),
        r"\g<what> at \g<yes>; no \g<what> at \g<no>",
    ),
    # the other side
    Rewriting(
        "none on the ",
        re.compile(
            r"\b(?P<what>(?:foraminal|paravertebral|para-?spinal|psoas|epidural) (?:tumou?r|mass|component|extension"
            r"|infiltration|involvement)) (?:on|to) the (?P<one>left|right),?"
            r" (?:but |and )?none on the (?P<two>left|right|other side)"
        ),
        r"\g<what> on the \g<one>; no \g<what> on the \g<two>",
    ),
    Rewriting(
        " not ",
        re.compile(
            rf"\b(?P<one>left|right) {_FORAMEN}(?P<only> only| alone)?,? (?:and |but )?not (?:in |into |to |of )?(?:the )?{_SIDE}"
            rf"(?:,? (?:and |or |but )?(?:nor|not|or) (?:in|into|to) (?P<more>{PLACES}))?"
            r"(?:(?P<on>,? (?:is|are|has|contains?|shows?) [^,;.]{2,60})|(?=\s*(?:[.,;]|$)))"
        ),
        _other_side,
    ),
    # unlike
    Rewriting(
        ", which ",
        re.compile(
            rf",? (?:unlike|in contrast (?:to|with)|as opposed to) (?P<one>{PLACE}(?: (?:at"
            rf"|of) {LEVEL})?), which (?P<said>(?:is|are|has|shows?|contains?) [^,;.]{{3,60}})"
            r"(?=\s*(?:[.;]|$))"
        ),
        r"; \g<one> \g<said>",
    ),
    *(
        Rewriting(
            stem,
            re.compile(
                rf"\b(?P<two>{PLACE}), (?:unlike|in contrast (?:to|with)|as opposed to) (?P<one>{PLACE}), (?P<be>is|are"
                rf"|has been) (?P<adv>\w+ly )?(?P<said>invaded|infiltrated"
                r"|filled|involved|occupied|reached|obliterated|free|clear|spared|patent|uninvolved)\b(?P<by>(?: (?:by|with"
                r"|of) (?:\w+ )?tumou?r)?)"
            ),
            _contrasted,
        )
        for stem in ("unlike", "in contrast", "as opposed")
    ),
    Rewriting(
        "",
        re.compile(
            rf"\b(?:unlike|in contrast (?:to|with)|as opposed to|different from) (?P<one>{PLACE}(?: (?:at"
            rf"|of) {LEVEL})?), (?:which|that) (?P<said>(?:is|are|has"
            r"|shows?|contains?|remains?) [^,;.]{3,60}),"
        ),
        r"\g<one> \g<said>;",
    ),
    Rewriting(
        "",
        re.compile(
            rf"\b(?:unlike|in contrast (?:to|with)|as opposed to|different from) (?P<one>{PLACE}),(?P<two>[^,;.]{{3,60}}?)"
            r" (?P<be>is|are|has been) (?P<adv>\w+ly )?(?P<said>invaded|infiltrated|filled|involved|occupied|reached|obliterated"
            r"|free|clear|spared|patent|uninvolved)\b(?P<by>(?: (?:by|with|of) (?:\w+ )?tumou?r)?)"
        ),
        _contrasted,
    ),
    Rewriting(
        "",
        re.compile(rf"^(?:unlike|in contrast (?:to|with)|as opposed to) (?:{PLACES}), "),
        "",
    ),
    # what was said of one is said of others at the end
    Rewriting(
        "hose of ",
        re.compile(
            rf"\bthose (?:of|at|in) (?P<a>{LEVEL})(?:, (?P<b>{LEVEL}))?,? and (?P<c>{LEVEL}) are (?P<said>\w+)\b"
        ),
        lambda f: "; ".join(f"that of {one} is {f['said']}" for one in (f["a"], f["b"], f["c"]) if one),
    ),
    Rewriting(
        " is the ",
        re.compile(
            r"(?:^|(?<=; ))(?P<age>fresh|recent|old|healed|acute|new|chronic"
            r"|long-standing) is (?P<what>the (?:\w+ )?(?:fracture|collapse"
            rf"|deformity|compression) (?:of|at) {LEVEL})"
        ),
        r"\g<what> is \g<age>",
    ),
    Rewriting(
        "",
        re.compile(
            rf"(?P<lead>[,;] (?:and |but )?)(?P<age>fresh|recent|old|healed|acute|new|chronic"
            rf"|long-standing) (?P<that>that (?:of|at|in) {LEVEL})"
            r"(?=\s*(?:[.,;]|$))"
        ),
        r"\g<lead>\g<that> is \g<age>",
    ),
)
"""Tried in this order."""
