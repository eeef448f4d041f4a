"""English wordings that tell of several levels, or of a question and its answer, in one breath, and how each is written out.

"L2 and L4 measure 13 and 27 mm, respectively", "fracture (y/n): n", "T8 no, T10 yes": what the words mean is put in the words
that the forms know. The sentence that is shown stays as it was. What may not live here: findings and cues.
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.changed import CHANGES_WRITTEN_OUT
from fhir_profiles.reading.reports.languages.english.days import DAYS_WRITTEN_OUT
from fhir_profiles.reading.reports.languages.english.distances import DISTANCES_WRITTEN_OUT
from fhir_profiles.reading.reports.languages.english.irradiated import IRRADIATED_WRITTEN_OUT
from fhir_profiles.reading.reports.lexicon import Rewriting

_LEVEL: Final = r"[ctls]\d{1,2}"
_LEVELS: Final = rf"{_LEVEL}(?:(?:,| and| or|/) ?{_LEVEL})*"
_VALUE: Final = (
    r"(?:\d{1,3}(?:\.\d+)?(?: ?[mc]m)?|(?:escc |bilsky |grade )*[0-3][abc]?"
    r"|(?:purely |mainly |predominantly |densely )?(?:(?:osteo)?(?:lytic|sclerotic|blastic)|mixed))"
)
_UNIT: Final = re.compile(r" ?[mc]m$")
_NAMED: Final = rf"(?P<a>{_LEVEL})(?:, (?P<b>{_LEVEL}))?,? and (?P<c>{_LEVEL})"
_VALUES: Final = rf"(?P<x>{_VALUE})(?:, (?P<y>{_VALUE}))?,? and (?P<z>{_VALUE})"
_EACH_ITS_OWN: Final = re.compile(
    rf"(?P<lead>[^.;:]{{0,70}}?)\b{_NAMED}(?P<verb>[^.;:\d]{{1,50}}?)\b{_VALUES}(?P<tail>\)|,|(?: (?!and\b)[a-z]+){{0,7}}),?"
    r" respectively\b"
)
_EACH_LENGTH: Final = re.compile(
    rf"(?P<lead>[^.;:\d]{{0,70}}?)\b{_NAMED}(?P<verb> (?:lesions? |metastas[ei]s |deposits? |tumou?rs? )?"
    r"(?:measur(?:e|ed|ing)|are|of|lie|with) (?:[a-z]+ ){0,2}?)(?P<x>\d{1,3}(?:\.\d)?(?: ?[mc]m)?)"
    r"(?:, (?P<y>\d{1,3}(?:\.\d)?(?: ?[mc]m)?))?,? and (?P<z>\d{1,3}(?:\.\d)? ?[mc]m)\b(?! ?[x(]|,? respectively)"
)
""""L2 and L4 measure 13 and 27 mm": without the word as well."""
_OWN_FIRST: Final = re.compile(rf"\b{_VALUES}(?P<verb>[^.;:\d]{{1,40}}?)\b{_NAMED},? respectively\b")
_ANSWER: Final = r"(?:yes|no|none|nil|present|absent)"
_ANSWERED: Final = re.compile(
    rf"(?P<head>(?!(?:[\w-]+ )*(?:intact|free|clear|preserved|normal)\b)[^.;:,]{{2,60}}): "
    rf"(?P<list>{_LEVEL}:? {_ANSWER}(?:(?:,| and|, and|;) {_LEVEL}:? {_ANSWER})+)(?=[.,;]|$)"
)
_ONE_ANSWER: Final = re.compile(rf"(?P<level>{_LEVEL}):? (?P<answer>{_ANSWER})")


def _each_its_own(found: re.Match[str]) -> str:
    """Each level with the value that stands at its place; left as it is where there are not as many."""
    levels = [found[name] for name in "abc" if found[name]]
    told = [found[name] for name in "xyz" if found[name]]
    if len(levels) != len(told):
        return found[0]
    unit = _UNIT.search(told[-1])
    told = [one if unit is None or _UNIT.search(one) else one + unit[0] for one in told]
    lead, tail = (found.groupdict().get(name) for name in ("lead", "tail"))
    tail = (tail or "").strip("),")
    if lead is None:
        return "; ".join(f"{one}{found['verb']}{level}" for level, one in zip(levels, told, strict=True))
    return "; ".join(f"{lead}{level}{found['verb']}{one}{tail}" for level, one in zip(levels, told, strict=True))


def _answered(found: re.Match[str]) -> str:
    said = _ONE_ANSWER.finditer(found["list"])
    return "; ".join(
        f"{found['head']} {one['level']}" + ("" if one["answer"] in ("yes", "present") else " no") for one in said
    )


_ONE_GRADE: Final = rf"{_LEVEL}:? (?:0|1[abc]|[23])\b"
_GRADES: Final = re.compile(
    rf"\b(?P<scale>escc|bilsky)(?: grades?| scale)?:? (?P<list>{_ONE_GRADE}(?:(?:,|;| and) {_ONE_GRADE})+)"
)


def _graded(found: re.Match[str]) -> str:
    each = re.findall(rf"({_LEVEL}):? ([0-3][abc]?)", found["list"])
    return "; ".join(f"{found['scale']} {grade} at {level}" for level, grade in each)


_IS: Final = r"(?:is|are|was|were|represents?|corresponds? to|proved to be|turned out to be|consists? of)"
_NOT_TUMOUR: Final = r"[\w \-]{3,40}?,? (?:(?:and |but )?not|rather than) (?:a |an |the |epidural )?tumou?r\b"
WRITTEN_OUT: Final[tuple[Rewriting, ...]] = (
    *CHANGES_WRITTEN_OUT,
    *DAYS_WRITTEN_OUT,
    *DISTANCES_WRITTEN_OUT,
    *IRRADIATED_WRITTEN_OUT,
    Rewriting("respectively", _EACH_ITS_OWN, _each_its_own),
    Rewriting("respectively", _OWN_FIRST, _each_its_own),
    Rewriting(("mm", "cm"), _EACH_LENGTH, _each_its_own),
    Rewriting(": ", _ANSWERED, _answered),
    Rewriting(": ", _GRADES, _graded),
    # a form that was filled in
    Rewriting("/n", re.compile(r" ?\((?:y ?/ ?n|yes ?/ ?no)\)(?= ?:)"), ""),
    Rewriting(": n", re.compile(r": n(?=\s*(?:[.,;]|$))"), ": no"),
    Rewriting(": y", re.compile(r": y(?=\s*(?:[.,;]|$))"), ": yes"),
    # an exception that goes before
    Rewriting(
        "",
        re.compile(
            r"^((?:except(?:ing)?|save|apart from|aside from|other than|besides|barring|not counting"
            rf"|with the (?:sole |single |only )?exception)(?: for| of)?(?: at| in| that of)? {_LEVELS})"
            r" (?=(?:there|the|all|no|none|every|each|it|neither|we)\b)"
        ),
        r"\1, ",
    ),
    # taken for tumour
    Rewriting(
        "tumo",
        re.compile(
            r"(?:\b(?:the|a|an) [\w \-]{3,40}? )?(?P<place>\b(?:in|within|inside) the (?:left |right |spinal |vertebral "
            rf"|neural |epidural )*(?:canal|foramen|space)(?: (?:at|of) {_LEVEL})?) {_IS} {_NOT_TUMOUR}"
        ),
        r"no tumour \g<place>",
    ),
    Rewriting(
        "tumo",
        re.compile(
            r"\bthe (?P<where>epidural|paravertebral|para-?spinal|prevertebral|presacral|foraminal) [\w\-]+"
            rf"(?P<at> (?:at|of) {_LEVEL})? {_IS} {_NOT_TUMOUR}"
        ),
        r"no \g<where> tumour\g<at>",
    ),
    Rewriting(
        "rather than",
        re.compile(
            r"\b(?P<one>epidural|paravertebral|para-?spinal|prevertebral|presacral|foraminal|intraspinal) rather than"
            r" (?P<other>epidural|paravertebral|para-?spinal|prevertebral|presacral|foraminal|intraspinal)"
            r" (?P<what>extension|tumou?r(?: \w+)?|disease|spread|mass|involvement|growth|component)"
        ),
        r"\g<one> \g<what>, no \g<other> \g<what>",
    ),
    Rewriting(
        "without i",
        re.compile(
            r"(?P<what>\b(?:rect|sigm|colon|bowel|duoden|aort|o?esoph|pleura|lung|trachea|ureter|kidney|bladder|vena|cava|ivc)\w*),?"
            r" without (?:infiltrating|invading|involving) (?:it|them|the latter)\b"
        ),
        r"\g<what>",
    ),
    Rewriting("mscc ", re.compile(r"\bmscc (?=pathway|protocol|coordinator|team|guideline|service)"), ""),
    # how it was before, between two commas
    Rewriting(
        ", ",
        re.compile(
            r", (?:which (?:was|were) )?(?:still |then |previously |formerly |initially )*(?:intact|free|clear|normal"
            r"|preserved|absent"
            r"|uninvolved|uninvaded|unremarkable|patent|not (?:yet )?(?:present|visible|seen|involved|breached|affected))"
            r"(?: (?:in|on|at|until|before|last) [^,;.]{2,30}),(?= (?:is|are|has|have|shows?|now) )"
        ),
        "",
    ),
    # near, not touching
    Rewriting(
        "without ",
        re.compile(r",? without (?:touching|contacting|abutting) (?:it|them)(?=\s*(?:[.,;]|$))"),
        ", no contact",
    ),
    Rewriting(
        "contact",
        re.compile(r"(?<![,:]) (?:without|with no) (?:any |direct )?contact(?=\s*(?:[.,;]|$))"),
        ", no contact",
    ),
    # corrected
    Rewriting('"', re.compile(r'"[^"]{3,80}" should (?:correctly )?read|\bfor "[^"]{3,80}",? (?:please )?read'), ""),
    Rewriting(
        "should ", re.compile(rf"\bshould (?:correctly |rather )?(?:read|be)(?= (?:{_LEVEL}|\d+ ?[mc]m)\b)"), "is"
    ),
    Rewriting(
        "(",
        re.compile(
            r" \((?:[^()]{0,60}\b)?(?:error|typo|erroneous\w*|mistake|mistyped|misprint|incorrect\w*)\b[^()]{0,40}\)"
        ),
        "",
    ),
    Rewriting(
        " not the ", re.compile(r", (?:but )?not the (?:left|right|other|contralateral)(?: one| side)?,(?= )"), ""
    ),
    Rewriting(
        "risk",
        re.compile(
            r"\b(?:felt|judged|deemed|consider(?:s|ed)?|rated|holds|held|regard(?:s|ed)?|found)"
            rf" (?P<level>{_LEVEL}) (?:to be |as (?:being )?)?(?=at (?:\w+ )?risk)"
        ),
        r"says \g<level> is ",
    ),
    Rewriting(
        "stable",
        re.compile(
            r"\b(?:board|group|team|panel|conference|meeting|mdt|surgeons?|neurosurgeons?|we) (?:felt|judged|deemed"
            rf"|consider(?:s|ed)?|rated|holds|held|regard(?:s|ed)?|found) (?P<level>{_LEVEL}) (?:to be |as (?:being )?)?"
            r"(?=(?:mechanically |clinically )?(?:un)?stable)"
        ),
        r"says \g<level> is ",
    ),
)
"""Tried in this order on every sentence that holds their first part."""
