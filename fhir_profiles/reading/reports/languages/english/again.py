"""English: a structure that is told of at one level, and again at another or on the other side, by what is said of it alone.

"Posterior wall intact at T8, broken at T10", "that of T10 is breached", "that of L2 not". What may not live here: the forms
that name the structure beside what is said of it (`wall`, `canal`, `outside`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.vocabulary import FILLED, FREE, NOT_TUMOUR, SOFT, bag
from fhir_profiles.reading.reports.lexicon import Form, forms

_LEVEL: Final = r"[ctls]\d{1,2}"
_LEVELS: Final = rf"{_LEVEL}(?:(?:,| and| or|, and|/) ?(?:at |in )?{_LEVEL}\b(?! (?:is|are|shows?|has|was)\b))*"
_OTHER_NOUN: Final = (
    r"(?:walls?|cort\w+|canal|foram\w+|pedicles?|laminae?|endplates?|facets?|joints?|cord|sac|roots?|psoas|muscles?"
    r"|fractures?|height|heights|rods?|screws?|lysis|process\w*|tumou?r|mass|component)"
)
_UP_TO: Final = rf"(?:(?!\b{_OTHER_NOUN}\b)[^.;:]){{0,90}}?(?:[,;]|\b(?:and|but|yet|while|whereas|though)\b)"
"""From the structure to a new stretch, over no other structure that could be meant."""
_LEAD: Final = (
    r"(?:,? ?(?:and|but|yet|while|whereas|though|however|is|are|was|were|being|it is|they are|remains?|unlike|in contrast to"
    r"|completely|partly|clearly|still|already|again)\b)*,? "
)
_BE: Final = r"(?:,? (?:which )?(?:is|are|was|being|remains?|has been|however|clearly|completely|partly|again|itself))*"
_IT: Final = rf"(?:at|in) {_LEVELS},? (?:it|they)"
_THAT: Final = rf"(?:that|those|the ones?) (?:of|at|in) {_LEVELS}"
_SIDE: Final = (
    r"(?:(?:the|its) (?:left|right|other|contralateral|opposite)(?: one| side)?|(?:left|right) (?:foramen|psoas"
    r"|one|side))"
)
_THE_WALL: Final = (
    r"\b(?:posterior|dorsal|back) (?:(?:vertebral|cortical|body) )*(?:walls?|cort(?:ex|ices)|margins?|lines?)"
)
_THE_CANAL: Final = r"\b(?:(?:(?:spinal|vertebral) )?canal|epidural space)"
_THE_FORAMEN: Final = r"\b(?:neuro-?|neural |intervertebral |exit )*foram(?:en|ina)"
_BROKEN: Final = bag(
    "breached broken eroded destroyed disrupted interrupted perforated defective lysed lytic gone missing"
)
_WHOLE: Final = bag("intact preserved respected spared continuous maintained unremarkable unaffected uninvolved normal")
_FILLED: Final = rf"(?:{FILLED}|narrowed|compressed|involved)(?: (?:with|by) (?:\w+ )?tumou?r)?"
_OPEN: Final = rf"{FREE}(?: of tumou?r)?"
_NOT: Final = r"(?:is |are |was )?not(?=\s*(?:[.,;]|$))"


def _again(
    code: str, what: str, there: str, free: str, needs: tuple[str, ...], unless: re.Pattern[str] | None
) -> tuple[Form, ...]:
    """The two opposites at a second place."""
    return (
        forms(
            code,
            rf"{what}:?{_UP_TO}{_LEAD}(?P<at>(?:{there}(?: \w+ly)? (?:at|in) {_LEVELS}|(?:{_THAT}|{_IT}){_BE} {there}"
            rf"|{_SIDE}{_BE} {there}|{there} on the (?:left|right)))",
            closed=True,
            unless=unless,
            needs=needs,
        ),
        forms(
            code,
            rf"{what}:?{_UP_TO}{_LEAD}(?P<at>(?:{free}(?: \w+ly)? (?:at|in) {_LEVELS}|(?:{_THAT}|{_IT}){_BE} {free}"
            rf"|{_SIDE}{_BE} {free}|{free} on the (?:left|right)))",
            denied=True,
            closed=True,
            unless=unless,
            needs=needs,
        ),
        forms(
            code,
            rf"{what}(?:(?!\b{_OTHER_NOUN}\b)[^.;:]){{0,60}}?\b{free}\b[^.;:]{{0,30}}?(?:,|\bbut|\band|\bwhile|\bwhereas) "
            rf"(?:but |and |while )?(?P<at>(?:{_THAT}|{_SIDE}|{_IT}) {_NOT})",
            closed=True,
            unless=unless,
            needs=needs,
        ),
        forms(
            code,
            rf"{what}(?:(?!\b{_OTHER_NOUN}\b)[^.;:]){{0,60}}?\b{there}\b[^.;:]{{0,30}}?(?:,|\bbut|\band|\bwhile|\bwhereas) "
            rf"(?:but |and |while )?(?P<at>(?:{_THAT}|{_SIDE}|{_IT}) {_NOT})",
            denied=True,
            closed=True,
            unless=unless,
            needs=needs,
        ),
    )


def _also(code: str, what: str, needs: tuple[str, ...]) -> tuple[Form, ...]:
    """A place that is named alone at the end: "tumour in the foramina, not in the canal"; "neither …, the psoas is"."""
    return (
        forms(
            code,
            rf"(?:tumou?rs?|lesion|mass|metasta\w+|disease|extension|component|invasion)\b[^.;:]{{0,70}}?,? (?P<at>(?:but |and )?"
            rf"(?:not|nor) (?:in|into|within|to)(?: the| either| both| left| right)* {what}"
            rf"(?=\s*(?:$|[.,;]|(?:at|of) {_LEVEL})))",
            denied=True,
            closed=True,
            needs=needs,
        ),
        forms(
            code,
            r"\bneither\b[^.;]{3,80}(?:infiltrated|involved|invaded|affected|reached|compressed)[;,] (?:but )?"
            rf"(?P<at>(?:the )?(?:left |right )?{what} (?:however )?(?:is|are)(?=\s*(?:[.;]|$)))",
            closed=True,
            needs=needs,
        ),
    )


AGAIN_FORMS: Final[tuple[Form, ...]] = (
    *_again("posterior-wall", _THE_WALL, _BROKEN, _WHOLE, ("posterior", "dorsal", "back "), None),
    *_again("canal-extension", _THE_CANAL, _FILLED, _OPEN, ("canal", "epidural space"), NOT_TUMOUR),
    *_again("soft-tissue-extension", r"\bpsoas(?: muscles?)?", _FILLED, _OPEN, ("psoas",), NOT_TUMOUR),
    *_again("foraminal-extension", _THE_FORAMEN, _FILLED, _OPEN, ("foram",), NOT_TUMOUR),
    *_also("canal-extension", _THE_CANAL, ("canal", "epidural space")),
    *_also("foraminal-extension", _THE_FORAMEN, ("foram",)),
    *_also("soft-tissue-extension", rf"\b{SOFT}", ("psoas", "soft", "para", "pre", "muscle")),
)
