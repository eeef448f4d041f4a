"""English: which of several levels was irradiated, and to what effect, told in one breath and written out level by level.

"The sternum was irradiated, T8 was not", "radiotherapy: T3 without success, T9 with good response". What may not live here: the
forms of radiotherapy (`treatment`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Rewriting

_NEEDS: Final = ("radi", "sbrt", "sabr", "ebrt", "gy", "knife", " rt", "rt ")
_LEVEL: Final = r"[ctls]\d{1,2}(?:-[ctls]?\d{1,2})?"
_LEVELS: Final = rf"{_LEVEL}(?:(?:,| and| or| nor|/) ?{_LEVEL})*"
_RT: Final = (
    r"\b(?:radio-?therapy|radio-?surgery|radiation(?: therapy| treatment)?|irradiation|irradiated|sbrt|sabr|ebrt|cyber-?knife|rt"
    r"|\d+ ?gy)\b"
)
_NOUN: Final = r"\b(?:radio-?therapy|radio-?surgery|radiation(?: therapy| treatment)?|irradiation|sbrt|sabr|ebrt|rt)\b"
_NO_RESULT: Final = (
    r"(?:(?!\b(?:respon|control|success|effect|improv|benefit|help|work|fail|shr[aiu]nk|regress|not\b"
    r"|never\b))[^.;])"
)
_END: Final = r"(?=\s*(?:[.,;]|$))"
_BUT: Final = r"(?:,|;)?(?: (?:and|but|whereas|while|yet|though|however))?"
_WAS_NOT: Final = (
    r"(?:(?:was|were|has|have|is|are) (?:not|never)(?: been)?|never (?:was|were|has(?: been)?)|(?:received|had"
    r"|has had|got|was given) none|wasn't|hasn't(?: been)?|weren't|not)"
)
_GOOD: Final = (
    r"(?:(?:\w+ly )?(?:responded|improved|regressed|was controlled)(?: (?:well|completely|partially|markedly|nicely))?)"
)
_EFFECT: Final = (
    r"(?:failed|worked|helped|succeeded|was (?:un)?successful|was effective|was ineffective|was (?:of no"
    r"|without) (?:benefit|effect"
    r"|success)|had (?:no|a good|good) (?:effect|result|response)|did not (?:work|help)|without (?:success|effect|response)"
    r"|with (?:good |complete |partial )?(?:success|effect|response))"
)
_SAID: Final = r"[^,;.:\d()]{3,40}"
_ONE: Final = rf"(?:of |at |in )?{_LEVEL}:? (?!and\b|to\b|or\b){_SAID}"


def _each(found: re.Match[str]) -> str:
    told = re.findall(rf"({_LEVEL}):? ({_SAID})", found["list"])
    return ". ".join(f"radiotherapy of {level} {said.removesuffix(' and')}".rstrip() for level, said in told)


def _one_of_two(found: re.Match[str]) -> str:
    other = found["x"] if found["z"] == found["y"] else found["y"]
    return f"radiotherapy of {found['z']} responded. radiotherapy of {other} failed"


IRRADIATED_WRITTEN_OUT: Final[tuple[Rewriting, ...]] = (
    Rewriting("did respond", re.compile(r"\bdid respond\b"), "responded"),
    # one of several places
    Rewriting(
        "irradiated",
        re.compile(
            rf"(?P<only>\bonly )(?P<a>[^.,;]{{3,40}}),? (?:and |but )?not (?P<l>{_LEVELS}),? (?P<was>was|were"
            rf"|has been) irradiated"
        ),
        r"\g<a> \g<was> irradiated. \g<l> was not irradiated",
    ),
    Rewriting(
        _NEEDS,
        re.compile(
            rf"(?P<a>{_RT}{_NO_RESULT}{{0,90}}?){_BUT} (?:not|never|nor)(?: to| at| of| on| in| for| the"
            rf"| level)* (?P<l>{_LEVELS})"
            rf"(?: itself)?{_END}"
        ),
        r"\g<a>. \g<l> was not irradiated",
    ),
    Rewriting(
        _NEEDS,
        re.compile(rf"(?P<a>{_RT}{_NO_RESULT}{{0,60}}?){_BUT} (?P<l>{_LEVELS}),? (?:however,? )?{_WAS_NOT}{_END}"),
        r"\g<a>. \g<l> was not irradiated",
    ),
    # one answered, one not
    Rewriting(
        _NEEDS,
        re.compile(
            rf"(?:\bwhile |\bwhereas |\balthough )?(?P<a>{_LEVELS}[^.;,]{{0,20}}? (?:has |have "
            rf"|had )?{_GOOD}[^.;,]{{0,30}}?{_RT}[^.;,]{{0,20}}?)"
            rf"{_BUT} (?P<l>{_LEVELS})(?:, [^,;.]{{3,40}},| [^,;.]{{3,30}})? (?:did|has|have|had|was|does) not{_END}"
        ),
        r"\g<a>. radiotherapy of \g<l> failed",
    ),
    Rewriting(
        _NEEDS,
        re.compile(
            rf"{_RT}(?: (?:of|in|from))?[^:.;]{{0,30}}: (?P<list>{_ONE}(?:[,;]| and) {_ONE}(?:(?:[,;]| and) {_ONE})*)"
        ),
        _each,
    ),
    Rewriting(
        _NEEDS,
        re.compile(
            rf"(?P<a>{_NOUN}(?: of| to| at) {_LEVELS}[^.;:]{{0,60}}?){_BUT} (?:that"
            rf"|the one) of (?P<l>{_LEVELS}) (?P<said>{_SAID})"
        ),
        r"\g<a>. radiotherapy of \g<l> \g<said>",
    ),
    Rewriting(
        _NEEDS,
        re.compile(
            rf"(?P<rt>{_NOUN}(?: in (?:19|20)\d\d)?) (?P<p>{_EFFECT}) (?:at|in|for) (?P<l>{_LEVEL}),? (?:but|and"
            rf"|while) (?P<q>{_EFFECT})"
            rf" (?:at|in|for) (?P<m>{_LEVEL})"
        ),
        r"\g<rt> of \g<l> \g<p>. \g<rt> of \g<m> \g<q>",
    ),
    # the field
    Rewriting(
        "field",
        re.compile(r"(?P<a>\bfield\b[^.;]{3,60}?),? (?:and|but) (?=(?:did|does) not (?:include|cover|reach|extend))"),
        r"\g<a>. the field ",
    ),
    Rewriting(
        "field",
        re.compile(
            rf"(?P<a>\bfield\b[^.;]{{3,60}}?)(?<! to)(?<! from){_BUT} (?P<l>{_LEVELS}) (?:lay|lies|is|was|were"
            rf"|lie) (?:\w+ )?(?:below|above|outside|beyond)"
            rf"(?: it| of it)?{_END}"
        ),
        r"\g<a>. \g<l> lay outside the radiation field",
    ),
    Rewriting(
        "vertebra",
        re.compile(
            rf"(?P<l>{_LEVELS}) (?:lies|lay|is|was|are) (?:one|two|three|four|several|\d) vertebra(?:e|s"
            rf"|l bodies)? (?:below|above|caudal to"
            r"|cranial to) (?=[^.;,]{0,50}\bfield)"
        ),
        r"\g<l> lies outside ",
    ),
    Rewriting(
        _NEEDS,
        re.compile(
            rf"{_NOUN} (?:of|to|at) (?P<x>{_LEVEL})(?: and|,) (?P<y>{_LEVEL}),? only (?P<z>{_LEVEL}) (?:has "
            rf"|had )?(?:\w+ )?(?:responded|improved)"
        ),
        _one_of_two,
    ),
    Rewriting(
        _NEEDS,
        re.compile(
            rf"\b(?:planned|scheduled|intended|proposed) (?={_NOUN}[^.;]{{0,40}}\b(?:did not take place|never"
            rf"|cancelled|refused|declined"
            r"|(?:was|were|has|have) not))"
        ),
        "",
    ),
    Rewriting(
        "had ",
        re.compile(
            rf"(?<!\w)(?<!^)(?:(?:has|have) (?:already |previously )?)?had (?=(?:\w+ )?{_NOUN}(?! (?:\w+ )?been\b))"
        ),
        "received ",
    ),
    # too early to say, or another level to come
    Rewriting(
        _NEEDS,
        re.compile(
            r"\b(?:the )?(?:response|effect|result|success)(?: of [^.;,]{3,20}?)? (?:to|of|after) (?P<rt>(?:the |\w+ )?"
            rf"{_NOUN}[^.;,]{{0,30}}?) (?:(?:cannot|can not|could not) (?:yet )?be (?:assessed|judged|evaluated|determined|told)"
            r"|(?:is|remains) (?:still |yet )?(?:pending|awaited|unclear|unknown|open|to be seen|outstanding))(?: yet"
            r"| at present)?"
        ),
        r"status post \g<rt>",
    ),
    Rewriting(
        _NEEDS,
        re.compile(
            rf"(?P<a>{_NOUN} (?:of|to|at) {_LEVELS}[^.;,]{{0,30}}?)(?:, and|, but|,| and| but) (?:now |currently |also "
            rf"|today |is )*"
            rf"(?P<p>planned|intended|scheduled|recommended|advised|proposed|discussed) (?:for|at|to) (?P<l>{_LEVELS}){_END}"
        ),
        r"\g<a>. radiotherapy of \g<l> is \g<p>",
    ),
    Rewriting(
        " without",
        re.compile(
            rf"(?P<a>irradiated with (?:\w+ )?(?:result|effect|response|success|benefit)),? (?:and |but )?{_LEVELS} without{_END}"
        ),
        r"\g<a>",
    ),
    Rewriting(
        _NEEDS,
        re.compile(rf"\bno (?:\w+ )?response of (?P<what>(?:the )?[\w ]{{2,30}}?) to (?=(?:\w+ ){{0,2}}?{_RT})"),
        r"\g<what> unresponsive to ",
    ),
    # what has not come back or grown
    Rewriting(
        _NEEDS,
        re.compile(
            r"\b(?:no|without)(?: local)?(?: evidence of| signs? of| further| local| new| any| in-field| renewed"
            r"| tumou?r)* (?:progression|progress|failure"
            r"|recurrence|relapse|regrowth|growth)(?P<x>[^.;,]{0,40}?) (?=(?:after|since|following|despite) "
            rf"(?:\w+ ){{0,3}}?{_RT})"
        ),
        r"stable\g<x> ",
    ),
    Rewriting(
        "planned ",
        re.compile(
            rf"(?P<a>{_NOUN}[^.;,]{{0,25}}?),? planned(?: for [^.;,]{{3,20}})?,? (?=(?:was|has been) (?:then )?(?:carried out"
            rf"|given"
            r"|performed|completed|delivered|done)\b)"
        ),
        r"\g<a> ",
    ),
    Rewriting("since when", re.compile(r"\bsince when\b"), "since which"),
    # the year of a treatment before which or despite which something is now
    Rewriting(
        _NEEDS,
        re.compile(
            rf"(?P<a>\b(?:despite|after|since|following|in spite of|although|though) [^,;.]{{0,30}}?{_RT}[^,;.]{{0,20}}?)"
            r" (?:in|of|from) (?:\w+ )?20\d\d\b"
        ),
        r"\g<a>",
    ),
    # too early to say
    Rewriting(
        "to",
        re.compile(
            r"(?:,|;)? (?:(?:it is |still )?too (?:early|soon) to|cannot yet|not yet possible to"
            r"|remains? to) (?:be )?(?:judged?|assess(?:ed)?"
            r"|evaluated?|seen?|tell|gauged?|determined?|say)(?: the| its| any| of)* ?(?:effect|response|result|success|benefit)?"
        ),
        "",
    ),
)
