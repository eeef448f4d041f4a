"""English words that make of radiotherapy what is unknown, undocumented, or only thought of.

What may not live here: radiotherapy itself (`treatment`), and levels in one breath (`irradiated`).
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_RT: Final = (
    r"\b(?:radio-?therapy|radio-?surgery|radiation(?: therapy| treatment)?|irradiation|irradiated|sbrt|sabr|ebrt|cyber-?knife|rt"
    r"|\d+ ?gy)\b"
)
_NOUN: Final = r"\b(?:radio-?therapy|radio-?surgery|radiation(?: therapy| treatment)?|irradiation|sbrt|sabr|ebrt|rt)\b"
_OF: Final = ("previous-radiotherapy",)
IRRADIATED_CUES: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.UNCERTAIN,
        Direction.AFTER_IT,
        r"not (?:definitely |certainly )?known to have(?: been)?",
        r"(?:do|does|did) not (?:\w+ ){0,5}?(?:say|tell|state|show|document|record|mention|reveal|know"
        r"|remember) (?:\w+ )?(?:whether|if)",
        r"(?:cannot|can not|could not) be (?:said|told|established|determined|decided|verified|reconstructed"
        r"|found out|ascertained)"
        r" (?:\w+ ){0,4}?(?:whether|if)",
        r"(?:unclear|unknown|uncertain|unsure|not known|not clear|not certain|not documented) (?:\w+ ){1,4}(?:whether|if)",
        r"no (?:\w+ )?(?:information|data|details|documents?|documentation) (?:on|about|regarding|concerning|as to)(?: whether)?",
        needs=("whether", " if", "no ", "known"),
    ),
    cues(
        Polarity.UNCERTAIN,
        Direction.SENTENCE,
        r"(?:no|without|missing|lacking|lost) (?:\w+ )?(?:documents?|records?|documentation|reports?|letters?|proof)"
        r"(?! (?:of|for|that|on|about|regarding|concerning|as)\b)",
        r"(?:records?|documents?|documentation|files?|details|reports?) (?:are|is|were|was|have been"
        r"|has been) (?:\w+ )?(?:not available"
        r"|unavailable|lacking|missing|lost|not to hand|incomplete)",
        r"(?:is|are|was|were) said to have|which (?:no|not one) (?:document|record|report|letter)|(?:undocumented"
        r"|(?:not|never) (?:been )?documented)",
        of=_OF,
        needs=("document", "record", "report", "letter", "detail", "proof", "file", "said to"),
    ),
    cues(
        Polarity.ABSENT,
        Direction.BEFORE_IT,
        r"(?:which |that )?(?:was|were|has been|had been) (?:then |however |in the end )?(?:not|never) (?:yet )?(?:given"
        r"|delivered|administered|performed|carried out|started|begun|done)",
        of=_OF,
        needs=("not ", "never "),
    ),
    cues(
        None,
        Direction.AFTER_IT,
        rf"(?:in keeping|consistent|compatible) with(?= (?:the|her|his|known) (?:\w+ )?{_NOUN})",
        needs=(" with ",),
    ),
    cues(
        Polarity.CONDITIONAL,
        Direction.AROUND_IT,
        rf"(?:suggest|recommend|advis|propos|offer|prefer|favou?r)(?:e|es|s|ing)?(?: (?:for|of|that|palliative|stereotactic|local"
        rf"|early|urgent|a|the|additional|further|consolidating|adjuvant|conventional"
        rf"|primary))*(?= {_NOUN})(?! radiation (?:change|therapy change))",
        of=_OF,
        needs=("suggest", "recomm", "advis", "propos", "offer", "prefer", "favo"),
    ),
    cues(
        Polarity.CONDITIONAL,
        Direction.AROUND_IT,
        rf"{_RT}[^.;,]{{0,40}}? (?P<at>(?:can|could|may|might|should|would|must) (?:also |then |still |now )?be (?:considered"
        r"|discussed|offered|given|repeated|added|done|attempted|tried|started|performed|evaluated))",
        of=_OF,
        needs=(" be ",),
    ),
    cues(
        Polarity.CONDITIONAL,
        Direction.AROUND_IT,
        rf"{_RT}[^.;,]{{0,40}}?,? (?P<at>(?:only )?(?:in case of|in the event of|if|upon|once|as soon as"
        rf"|should) (?:there is |the |an? )?(?:\w+ )?"
        r"(?:progress\w+|pain|symptoms|growth|grows|relapses?|recurrence|worsening|deterioration|necessary|needed|required))",
        of=_OF,
        needs=("case", "event", "if ", "upon", "once", "soon", "should"),
    ),
    cues(
        Polarity.CONDITIONAL,
        Direction.AROUND_IT,
        r"(?<=\w )(?<!not )(?<!never )(?<!no longer )intended(?=\s*(?:[.,;]|$))",
        r"(?:could|might|may|can) (?:then |later |still |also )?be (?:re-?)?irradiated",
        r"to be(?= (?:re-?)?irradiated| treated with radio)",
        r"planning(?= (?:ct|scan|mri?)\b)",
        of=_OF,
        needs=("be ", "planning", "intended"),
    ),
)
