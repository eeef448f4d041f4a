"""English wordings of treatment that was only meant, of metal that is out, and of the level that is spared; each is written out.

"Declined, and never given", "considered, but left without any implant", "have been out since", "T6 was spared the lysis that T5
shows". What may not live here: what radiotherapy did (`irradiated`), what was mistaken for a finding (`set_right`), and cues.
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.places import LEVEL, LEVELS
from fhir_profiles.reading.reports.lexicon import Rewriting

_AT: Final = rf"(?: (?:of|to|at|in|for) (?:the )?{LEVELS})?"
_RT: Final = r"(?:radio-?therapy|irradiation|sbrt|radio-?surgery|radiation(?: therapy| treatment)?)"
_MEANT: Final = (
    r"(?:declined|refused|planned|discussed|proposed|considered|booked|offered|scheduled|recommended|intended|thought of"
    r"|suggested|advised|contemplated|envisaged)"
)
_DONE: Final = (
    r"(?:given|delivered|attempted|carried out|started|done|performed|administered|applied|begun|realised|realized)"
)
_CAME_TO_NOTHING: Final = (
    rf"(?:(?:never|not) (?:\w+ )?(?:{_DONE}|happened|took place)|never (?:happened|materiali[sz]ed|took place)|fell through"
    r"|came to nothing|(?:was|were|has been|had been) (?:\w+ )?(?:cancelled|canceled|called off|abandoned|dropped|given up))"
)
_METAL: Final = (
    r"(?:(?:pedicle |spinal |titanium |the )*(?:screws?|rods?|cages?|plates?|hardware|implants?|instrumentation|metalwork"
    r"|metal|fixateur))"
)
_WAS: Final = r"(?:has|have|had|was|were|is|are)"
_NOT_PUT_IN: Final = (
    r"(?:none (?:was|were) \w+|without (?:any )?(?:implants?|metal\w*|hardware|instrumentation|it|them)(?=\s*(?:[.,;]|$))"
    r"|(?:not|never) (?:\w+ )?(?:implanted|placed|inserted|used|done|performed|carried out|put in|necessary)"
    r"|(?:was|were) (?:\w+ )?(?:rejected|abandoned|dropped|given up)|decided against)"
)
_SPARED: Final = r"(?:spared|unaffected|not affected|uninvolved|not involved)"
_FINDING: Final = (
    r"(?:(?:compression |pathological |vertebral |wedge |burst )*(?:fracture|collapse)|(?:osteo)?lysis|sclerosis|osteolys[ei]s"
    r"|cord compression|epidural (?:tumou?r|growth|extension)|height loss|loss of height)"
)
NEVER_DONE: Final[tuple[Rewriting, ...]] = (
    *(
        Rewriting(
            stem,
            re.compile(
                rf"\b(?:the )?{_RT}(?P<at>{_AT})(?:,? [^.;:]{{0,50}}?\b{_MEANT}\b[^.;:]{{0,50}}?)? {_CAME_TO_NOTHING}"
                rf"(?P<there>{_AT})"
            ),
            r"no radiotherapy\g<at>\g<there>",
        )
        for stem in (
            "never",
            "not ",
            "fell thr",
            "to nothing",
            "cancel",
            "called off",
            "abandon",
            "dropped",
            "given up",
        )
    ),
    *(
        Rewriting(
            stem,
            re.compile(
                rf"(?P<lead>\b{_RT}\b[^.;:]{{3,60}}?),? (?:and|but|yet) (?:was |has been |had been )?(?:never"
                rf"|not) (?:\w+ )?{_DONE}"
                rf" (?:at|to|of|for) (?P<level>{LEVELS})"
            ),
            r"\g<lead>; no radiotherapy of \g<level>",
        )
        for stem in (" never ", " not ")
    ),
    *(
        Rewriting(
            stem,
            re.compile(
                rf"\b{_RT} (?:was|had been|has been) (?:limited|confined|restricted|given only|directed) (?:to|at) (?!{LEVEL})"
                rf"[^.;,]{{3,40}}?,? (?:and|but) (?:spared|did not (?:include|reach|cover|touch)|excluded"
                rf"|left out) (?P<level>{LEVELS})"
            ),
            r"no radiotherapy of \g<level>",
        )
        for stem in ("spared", "did not", "excluded", "left out")
    ),
    # metal
    *(
        Rewriting(
            stem,
            re.compile(
                rf"\b(?P<what>(?:{_METAL}|fixation|stabili[sz]ation))(?P<at>{_AT}) (?:was|were|had been|has been) (?:\w+ )?"
                rf"(?:{_MEANT}|debated|weighed)\b[^.;]{{0,25}}[,;]? ?(?:but|and|yet|though|;|,) ?(?!not (?:only"
                rf"|yet))(?:(?!{LEVEL})[^.;]){{0,60}}?\b"
                rf"{_NOT_PUT_IN}[^.;]{{0,40}}"
            ),
            r"no \g<what>\g<at>",
        )
        for stem in ("screw", "rod", "cage", "plate", "hardware", "implant", "instrument", "metal", "fix", "stabili")
    ),
    *(
        Rewriting(
            stem,
            re.compile(
                rf"\b(?P<what>{_METAL})(?P<at>{_AT})(?P<colon>[:,]?) (?:{_WAS} )?(?:(?:been|all|both|long|already|meanwhile"
                rf"|now) )*"
                r"(?:out(?= (?:since|by|for|again|now)\b|\s*(?:[.,;]|$))|no longer (?:in (?:situ|place|the body)|there|present)"
                r"|(?<=[:,] )(?:removed|explanted))"
            ),
            r"\g<what>\g<at> have been removed",
        )
        for stem in (" out", "no longer", "removed", "explanted")
    ),
    *(
        Rewriting(
            stem,
            re.compile(
                rf"\b(?P<what>{_METAL})[:,] (?P<level>{LEVEL}(?:-{LEVEL})?),? \(?(?:removed|explanted|taken out"
                rf"|out)\)?(?=\s*(?:[.,;]|$))"
            ),
            r"\g<what> of \g<level> have been removed",
        )
        for stem in (": ", ", ")
    ),
    # levels
    *(
        Rewriting(
            stem,
            re.compile(
                rf"(?P<level>\b{LEVELS}) (?:has|have|is|are|was|were)(?: been)? spared (?:by |from )?(?:the|this|that)"
                rf" (?P<what>{_FINDING}) (?:that|which|seen (?:in|at)|of|found (?:in|at)) (?P<other>{LEVELS})"
                r"(?: (?:shows?|ha(?:s|ve)|exhibits?|displays?|suffer\w*))?"
            ),
            r"\g<what> of \g<other>; no \g<what> of \g<level>",
        )
        for stem in ("spared ",)
    ),
    *(
        Rewriting(
            stem,
            re.compile(
                rf"\b(?P<what>{_FINDING})s?(?P<mid>\b[^.]{{0,60}}?)[;,] (?:and |but |while )?(?P<level>{LEVELS}) (?:is |are |was "
                rf"|has been |have been )?{_SPARED}(?=\s*(?:[.;]|$))"
            ),
            r"\g<what>\g<mid>; no \g<what> of \g<level>",
        )
        for stem in ("spared", "affected", "involved")
    ),
    Rewriting(
        ("nothing ", "none "),
        re.compile(
            rf"\b(?P<what>{_FINDING})(?P<mid> (?:of|at|in) {LEVEL}[^.;,]{{0,30}})[;,] (?:but |and )?(?:nothing"
            rf"|none) (?:of the (?:kind"
            rf"|sort)|similar|such|comparable|like (?:it|that)) (?:at|in|of) (?P<level>{LEVELS})"
        ),
        r"\g<what>\g<mid>; no \g<what> of \g<level>",
    ),
    Rewriting(
        ("absent", "missing", "lacking"),
        re.compile(
            rf"(?P<what>\b(?!there|which|it\b)[a-z][^.;,:]{{5,50}}?) (?:is |was )?(?:absent|missing|lacking) (?:in"
            rf"|at) (?P<level>{LEVELS}),?"
            rf" (?:but|yet|and|while) (?:is |was )?(?:found|present|seen|visible|evident) (?:in|at) (?P<other>{LEVELS})"
        ),
        r"no \g<what> at \g<level>; \g<what> at \g<other>",
    ),
    Rewriting(
        "is not the ",
        re.compile(
            r"\bis not the (?:one|level|target|lesion) (?:to be \w+|in question|of interest|concerned|planned"
            r"|intended)(?: for \w+)?"
        ),
        "is known",
    ),
)
"""Tried in this order."""
