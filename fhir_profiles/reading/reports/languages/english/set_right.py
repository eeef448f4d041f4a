"""English wordings that set right what was taken for a finding, and how each is written out.

"Displaced by a cyst, not by the tumour", "proved to be haematoma", "the words … are wrong", "the worry … is unfounded". What may
not live here: what was never done or is at another level (`never_done`), attributes behind a colon (`attributes`), and cues.
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.places import LEVEL
from fhir_profiles.reading.reports.languages.english.vocabulary import BOWEL, SAC, VISCUS
from fhir_profiles.reading.reports.lexicon import Rewriting

_TUMOUR: Final = rf"(?:the |any |an? )?(?:\w+ )?(?:tumou?r|lesion|mass|metastasis|nidus)(?: (?:of|in|at) {LEVEL})?\b"
_ELSE: Final = (
    r"(?:(?!not\b|but\b|and not|none|rather|instead|tumou?r|metast|lesion|nidus|growth|disease|schwann|neuro|neurin|mening)"
    r"[\w'-]+ ){0,4}(?!tumou?r|metast|lesion|nidus|growth|disease|schwann|neuro|neurin|mening)[\w'-]+"
)
"""Something, in up to five words, that is no tumour."""
_NEIGHBOUR: Final = rf"(?:(?:[ctls]\d{{1,2}} )?(?:nerve )?roots?|{SAC}|{BOWEL}|{VISCUS})"
_TOUCHED: Final = (
    r"(?:\w+ly )?(?:displaced|abutted|touched|contacted|indented|deviated|reached|encased|compressed|lifted|bowed"
    r"|pushed(?: \w+)?|in (?:\w+ )?contact|adjacent) (?:by|with|to)"
)
_NOT_BY: Final = r",? (?:and |but )?(?:not|none|rather than|instead of)(?: by| with| to| from)?"
_BY_ELSE: Final = re.compile(
    rf"(?<!\w)(?P<place>{_NEIGHBOUR})(?P<at>(?: (?:of|at) {LEVEL})?) (?:is|are|was|were) {_TOUCHED} {_ELSE}{_NOT_BY} {_TUMOUR}"
)
_TISSUE: Final = r"(?:(?:soft[- ])?tissue|mass|structure|thickening|enhancement|collection|material|component|signal)"
_WHERE: Final = r"(?:epidural|extradural|intraspinal|foraminal|paravertebral|prevertebral|presacral|perivertebral)"
_IN: Final = r"in (?:the )?(?:spinal )?(?:canal|(?:left |right )?foram(?:en|ina)|epidural space)"
_PROVED: Final = (
    r"(?:(?:has |have |was |is |had )?(?:been )?(?:proved|proven|turned out|turns out|proves|shown|found|identified"
    r"|recogni[sz]ed)"
    r"(?: (?:on|at|by) \w+)?(?: to be| as)?|is|was|represents?|represented|corresponds? to|being)"
)
_PROVED_ELSE: Final = re.compile(
    rf"\b(?:(?P<where>{_WHERE}) {_TISSUE}|{_TISSUE} (?P<in>{_IN}))(?P<at>(?: (?:at|of|in|beside) {LEVEL})?),? {_PROVED} {_ELSE}"
    r",? (?:and |but )?(?:not|rather than|no|instead of) (?:an? )?(?:\w+ )?(?:tumou?r|recurrence|malignan\w+|neoplas\w+)"
    r"(?: tissue)?(?=\s*(?:[.,;]|$))"
)


def _no_tumour(found: re.Match[str]) -> str:
    """What lies there is no tumour."""
    what = f"no {found['where']} tumour" if found["where"] else f"no tumour {found['in']}"
    return f"{what}{found['at']}"


_UNFOUNDED: Final = (
    r"(?:is|are|was|were|proved|proves|turned out|has proved|have proved)(?: to be)? (?:\w+ly )?(?:unfounded|groundless|baseless"
    r"|without (?:any |all )?(?:foundation|basis|substance|reason)|unjustified|unsubstantiated|unwarranted|not (?:borne out"
    r"|founded"
    r"|justified|substantiated))"
)
_WORRY: Final = re.compile(
    r"\b(?:(?:the|a|her|his|their|our) )?(?:patient's |referrer's |family's |surgeon's |gp's )?(?:\w+ )?(?:worr(?:y|ies)|fears?"
    r"|concerns?|suspicions?|assumptions?|impressions?|notions?|beliefs?|anxiety) "
    rf"(?:of (?P<of>[^.;:,]{{3,60}}?)|that (?P<what>{LEVEL}|the (?:vertebra|cord|spine|segment|posterior wall)) (?:might be"
    rf"|may be|could be|can be|is|was|has been|had) (?:\w+ly )?(?P<said>fractured|collapsed|unstable|compressed|broken|breached))"
    rf" {_UNFOUNDED}"
)


def _not_so(found: re.Match[str]) -> str:
    """What was feared, denied."""
    return f"no {found['of']}" if found["of"] else f"{found['what']} is not {found['said']}"


_TEXT: Final = r"(?:(?:previous|prior|earlier|former|outside|external|first|old|last) )?(?:report|letter|note|request)"
_WRONG: Final = (
    r"(?:is|are|was|were) (?:\w+ly )?(?:wrong|incorrect|erroneous|mistaken|an error|a mistake|untrue|a typo)"
)
_REFUTED: Final = r"(?:refuted|disproved|disproven|excluded|ruled out|contradicted|negated)"
SET_RIGHT: Final[tuple[Rewriting, ...]] = (
    *(
        Rewriting(stem, _BY_ELSE, r"\g<place>\g<at> not touched by the tumour")
        for stem in ("not by", "not with", "not to ", " not ", "rather", "instead", " none ")
    ),
    *(Rewriting(stem, _PROVED_ELSE, _no_tumour) for stem in (" not ", "rather", " no ", "instead")),
    Rewriting(
        "it is not",
        re.compile(
            r"^(?P<what>(?!(?:if|when|where|the|that)\b)[a-z][\w' -]{3,40}?)(?:, (?:as|which|though|however)[^,;:.]{0,50})?,? "
            r"(?:it|this) is not\b ?[:;,.]?"
        ),
        r"no \g<what>;",
    ),
    *(
        Rewriting(stem, _WORRY, _not_so)
        for stem in ("found", "basis", "baseless", "justif", "substan", "borne", "reason")
    ),
    Rewriting(
        "? no",
        re.compile(
            r"^(?!(?:is|are|does|do|did|has|have|was|were|can"
            r"|could)\b)(?:any )?(?P<what>[^?.;:\"]{4,50})\? (?:there is none|(?:i|we) see none|no(?:ne)?)(?P<end>[:;,.]| -|$)"
        ),
        r"no \g<what>;",
    ),
    *(
        Rewriting(
            stem,
            re.compile(
                r"\b(?:multiple|several|numerous|many|\w+) (?:lesions|metastases) (?:of|in) the (?P<organ>liver|lungs?|brain"
                r"|kidneys?"
                r"|spleen)(?=\s*(?:[.,;]|$))"
            ),
            r"\g<organ> affected",
        )
        for stem in ("liver", "lung", "brain", "kidney", "spleen")
    ),
    Rewriting(" no more", re.compile(r"(?<=\w) no more(?=\s*(?:[.;,]|$))"), " no longer present"),
    Rewriting(
        '"',
        re.compile(
            rf"\b(?:the )?(?:words?|terms?|phrase|wording|expression|statement|entry|diagnosis"
            rf"|line) \"(?P<what>[^\"]{{4,60}}?)\.?\""
            rf"(?: (?:in|of) (?:the |our )?{_TEXT})? {_WRONG}:?"
        ),
        r"no \g<what>;",
    ),
    *(
        Rewriting(
            stem,
            re.compile(
                rf",? (?:which was |as )?(?:suggested|raised|reported|suspected|described|read|questioned|assumed|queried|called)"
                rf" (?:by|on|in|at) [^,;.:]{{2,40}}, (?:is|was|has been|could be) (?:\w+ )?{_REFUTED}\b"
            ),
            " is excluded",
        )
        for stem in ("refut", "disprov", "exclude", "ruled out", "contradict", "negated")
    ),
    *(
        Rewriting(
            stem,
            re.compile(r"\b(?P<be>was|were) (?:thought of|entertained|contemplated)(?=,? (?:but|yet|and|;))"),
            r"\g<be> suspected",
        )
        for stem in ("thought of", "entertained", "contemplated")
    ),
    *(
        Rewriting(
            stem,
            re.compile(
                r"\b(?P<what>[a-z][\w -]{3,40}?) (?:was|were|had been) (?:\w+ )?(?:in|on|part of|among) the (?:differential"
                r"(?: diagnos[ie]s)?|list) (?:until|before) (?:the )?(?:biopsy|histology|mri?|ct|pathology|cytology)"
                rf" (?:{_REFUTED} it|ruled it out)"
            ),
            r"\g<what> is excluded",
        )
        for stem in ("until", "before")
    ),
)
"""Tried in this order."""
