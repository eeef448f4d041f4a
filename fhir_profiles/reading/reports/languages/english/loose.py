"""English: a structure and what is said of it anywhere in one stretch, for wordings that no stricter form knows.

What may not live here: the stricter forms (`canal`, `wall`, `outside`), which go before these.
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.vocabulary import (
    BESIDE,
    CANAL,
    CORD,
    FORAMEN,
    NOT_TUMOUR,
    SOFT,
    bag,
)
from fhir_profiles.reading.reports.lexicon import Form, forms

_BETWEEN: Final = rf"\b(?:(?!\s-\s|short of|up to|{BESIDE})[^,;.:()]){{0,60}}?\b"
_APART: Final = r"\b(?:(?!\s-\s|\b[ctls]\d{1,2} but\b)[^,;.:()]){0,60}?\b"
"""The same, not over "free at T8 but"."""
_INVOLVED: Final = bag(
    "invad\\w+ invasion infiltrat\\w+ involv\\w+ exten(?:d"
    "|s)\\w* tumou?rs? mass components? spread\\w* grow\\w* encroach\\w* occup\\w+",
    "fill\\w* obliterat\\w+ protru\\w+ bulg\\w+ reach\\w* enter\\w* compromis\\w* disease penetrat\\w+ "
    "project\\w* crowd\\w* spill\\w*",
)
_OF_BONE: Final = (
    r"(?! (?:bone|bony|cancellous|cortical|cortex|marrow)\b)(?! (?:in |of )?(?:width|calib|size|diameter|shape|align))"
)
_FREE: Final = (
    bag("free clear patent uninvolved unremarkable normal spared open unaffected respected preserved intact clean")
    + _OF_BONE
)
_WALL: Final = (
    r"(?:(?:posterior|dorsal|back) (?:vertebral |cortical |body )*(?:wall|cortex|margin"
    r"|line))(?! of the (?:rectum|trachea|stomach|sigmoid|bladder))"
)
_BROKEN: Final = bag(
    "breach\\w* broken break\\w* erod\\w+ erosion destroy\\w* destruct\\w+ disrupt\\w* interrupt\\w* "
    "perforat\\w* defect\\w* lysis lysed",
    "dissol\\w+ through violat\\w+ infiltrat\\w+ involv\\w+ invad\\w+ transgress\\w+",
)
_NO_SOFT: Final = re.compile(
    r"(?:tumou?r|mass|component|tissue) (?:with)?in(?:side)? (?:it|them)\b|haematoma|ha?emorrhag|hematoma"
    r"|abscess|phlegmon|oedema|edema|swelling|seroma|schwannoma|atrophy|lipoma"
    r"|epidural soft|soft[- ]tissue (?:with)?in(?:side)? (?:the )?(?:\w+ ){0,2}?(?:foram|canal|recess)"
    r"|(?:foram\w+|canal|recess) (?:\w+ )?(?:contains?|shows?|harbou?rs?) soft"
)


def _either_way(
    code: str, what: str, needs: tuple[str, ...], involved: str, free: str, unless: re.Pattern[str]
) -> tuple[Form, ...]:
    """Said of it before or behind its name, and that it is free."""
    return (
        forms(
            code, rf"{what}{_BETWEEN}{involved}", rf"{involved}{_BETWEEN}{what}", unless=unless, needs=needs, loose=True
        ),
        forms(
            code,
            rf"{what}{_BETWEEN}{free}",
            rf"{free}{_BETWEEN}{what}",
            denied=True,
            closed=True,
            unless=unless,
            needs=needs,
            loose=True,
        ),
    )


_FAR: Final = r"distance|\d ?[mc]m\b|\baway\b|remote|clear of|margin to"
_APART_FROM: Final = (
    r"\d ?[mc]m (?:\w+ )?(?:from|off|of (?:fat|bone))\b|\b(?:away|far|distant|remote) from\b|\bdistance\b"
)
"""What lies at a distance from a place is not in it ("tumour 2 mm from the canal")."""
LOOSE_FORMS: Final[tuple[Form, ...]] = (
    *_either_way(
        "canal-extension",
        CANAL,
        ("epidur", "extradur", "canal", "spinal", "sac"),
        _INVOLVED,
        _FREE,
        re.compile(rf"{_APART_FROM}|{NOT_TUMOUR.pattern}"),
    ),
    *_either_way(
        "foraminal-extension",
        FORAMEN,
        ("foram",),
        _INVOLVED,
        _FREE,
        re.compile(rf"stenosis|{_FAR}|{NOT_TUMOUR.pattern}"),
    ),
    *_either_way(
        "soft-tissue-extension",
        SOFT,
        (
            "soft",
            "para",
            "pre",
            "peri",
            "retro",
            "extra",
            "psoas",
            "longus",
            "spinae",
            "multif",
            "pirif",
            "iliac",
            "glut",
            "scalen",
            "interc",
            "mediast",
        ),
        _INVOLVED,
        _FREE,
        re.compile(rf"{_APART_FROM}|{_NO_SOFT.pattern}"),
    ),
    *_either_way(
        "posterior-wall",
        _WALL,
        ("wall", "cort", "margin", "line"),
        _BROKEN,
        _FREE,
        re.compile(
            r"needle"
            r"|cannula|probe"
        ),
    ),
    forms(
        "cord-compression",
        rf"{CORD}{_APART}compress\w+(?! (?:scale|score|grade))",
        rf"compress\w+{_APART}{CORD}",
        needs=("cord", "cauda", "conus"),
        loose=True,
    ),
)
