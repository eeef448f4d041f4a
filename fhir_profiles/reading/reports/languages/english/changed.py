"""English: grades, matrix, height and natures that are told as a change or against each other, written out.

"From Bilsky 3 to 1b", "Bilsky 1b, not 1c", "the once lytic lesion has turned sclerotic", "more like A than B". What may not live
here: lengths (`days`), radiotherapy (`irradiated`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.days import NOW, THEN_AT
from fhir_profiles.reading.reports.lexicon import Rewriting

_GRADE: Final = r"(?:0|1[abc]|[23])(?!\w|\.\d)"
_SCALE: Final = r"(?:escc|bilsky)"
_KIND: Final = r"(?:(?:osteo)?(?:lytic|sclerotic|blastic)|mixed)"
_WHAT: Final = r"(?!(?:the|an?)\b)[a-z][a-z -]{2,28}?"
CHANGES_WRITTEN_OUT: Final[tuple[Rewriting, ...]] = (
    Rewriting(
        ("escc", "bilsky"),
        re.compile(
            rf"\b(?:down |up )?from (?:grade )?(?P<s>{_SCALE})(?: grade)? (?P<y>{_GRADE}) to (?:(?:{_SCALE}"
            rf"|grade) )*(?P<x>{_GRADE})"
        ),
        r"to \g<s> \g<x> (previously \g<s> \g<y>)",
    ),
    Rewriting(
        ("escc", "bilsky"),
        re.compile(
            rf"(?P<a>\b(?P<s>{_SCALE})\b[^.;\d]{{0,40}}?) from (?:grade )?(?P<y>{_GRADE}) to (?:grade )?(?P<x>{_GRADE})"
        ),
        r"\g<a> to \g<s> \g<x> (previously \g<s> \g<y>)",
    ),
    Rewriting(
        ("escc", "bilsky"),
        re.compile(
            rf"\b(?P<s>{_SCALE})(?: grade)? (?P<y>{_GRADE}) (?P<t>{THEN_AT}),? (?:and |but )?(?:{_SCALE} |grade |now "
            rf"|today )*(?P<x>{_GRADE})"
            rf"(?: {NOW})?"
        ),
        r"\g<s> \g<x> (previously \g<s> \g<y> \g<t>)",
    ),
    Rewriting(
        ("escc", "bilsky"),
        re.compile(rf"\b(?P<s>{_SCALE})(?: grade)? (?P<x>{_GRADE}),? (?:and |but )?not (?:grade )?(?P<y>{_GRADE})"),
        r"\g<s> \g<x>, not \g<s> \g<y>",
    ),
    Rewriting(
        "tic",
        re.compile(rf"\b(?P<k>{_KIND}) (?P<t>{THEN_AT})(?=,? (?:has|is|have|are|now|but|and)\b[^.;]{{0,40}}{_KIND})"),
        r"formerly \g<k> \g<t>",
    ),
    Rewriting(
        "replaced",
        re.compile(
            r"\b(?:the )?(?:lysis|osteolysis|lytic (?:lesion|area|focus|component)) (?:has been|is"
            r"|was) (?:\w+ )?replaced by (?:\w+ )?"
            r"scleros(?:is|ed bone)"
        ),
        "formerly lytic, now sclerotic",
    ),
    # two natures weighed against each other
    Rewriting(
        " than ",
        re.compile(
            rf"\bmore (?:in keeping|consistent|compatible|suggestive|typical|likely) (?:with |of "
            rf"|an? )*(?P<a>{_WHAT}) than (?:with |of |for"
            rf" |an? )*(?P<b>[a-z][a-z -]{{2,28}})(?=[.,;]|$)"
        ),
        r"possibly \g<a> or \g<b>",
    ),
    Rewriting(
        " likely as ",
        re.compile(
            rf"\b(?P<a>{_WHAT})(?: is| are)? (?:just as|as"
            rf"|equally) likely as (?:an? )?(?P<b>[a-z][a-z -]{{2,28}})(?=[.,;]|$)"
        ),
        r"possibly \g<a> or \g<b>",
    ),
    # a wish in a clause of its own
    Rewriting(
        ("debulk", "reduc", "iodine"),
        re.compile(
            r"\b(?P<w>(?:debulking|(?:tumou?r |volume |size )+reduction|cytoreduction"
            r"|radio-?iodine(?: therapy)?)) (?:that |which )?(?:the |our )?"
            r"(?:\w+ )?(?:\w+(?:ists|geons|ians)|team|board|colleagues|patient) (?:propose|want|request|plan|ask for"
            r"|recommend|wish|desire"
            r"|intend|favou?r)(?:s|ed)?(?: for)?(?! to)"
        ),
        r"\g<w> wanted for",
    ),
    # how much of the height is left
    Rewriting(
        "height",
        re.compile(
            r"\b(?:only )?(?:an? |one |two |three )?(?:third|half|quarter|fifth|\d{1,2} ?%)s? of (?:its "
            r"|the )?(?:normal |original |former"
            r" |anterior |vertebral )*height(?P<of> of (?:the )?(?:[ctls]\d{1,2}|vertebra\w*)(?: vertebra"
            r"| body)?)? (?:remains?|is left|is"
            r" preserved|(?:has been |is |was )?lost)"
        ),
        r"loss of height\g<of>",
    ),
    Rewriting(
        "height",
        re.compile(
            r"\b(?:compressed|flattened|reduced|crushed) to (?:about |only )?(?:an? |one |two |three )?(?:third|half"
            r"|quarter|fifth"
            r"|\d{1,2} ?%)s?(?: of)?(?: its| the)?(?: normal| original| former)* height"
        ),
        "compressed with loss of height",
    ),
    Rewriting(
        "height",
        re.compile(
            r"(?P<a>\b(?:anterior|middle|central) height [^.;]{0,30}(?:reduced|lost|decreased)[^.;]{0,25}?),? (?:and "
            r"|but |while )?"
            r"(?:the )?posterior height (?:is )?(?:\w+ )?(?:maintained|preserved|normal|intact)"
        ),
        r"\g<a>",
    ),
    Rewriting(
        "height",
        re.compile(
            r"\b(?:vertebral |body |anterior )height (?:has )?(?:decreased|fallen|fell|dropped|shrunk"
            r"|diminished) (?:from|by|to)\b[^.;]{0,30}"
        ),
        "loss of vertebral height",
    ),
)
