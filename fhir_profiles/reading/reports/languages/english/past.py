"""English words of the past.

What may not live here: findings (`canal`, `wall`, `bone`, `tumour`, `treatment`, `patient`), and what has gone (`denial`).
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.languages.english.said import YEAR
from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_ON, _BACK, _AROUND = Direction.AFTER_IT, Direction.BEFORE_IT, Direction.AROUND_IT
_PRIOR: Final = (
    r"(?:(?:prior|previous|former|old|earlier|last(?: (?:year|month|week)(?:'?s)?)?|outside|initial|first"
    r"|baseline) (?:\w+ )?(?:scan|study"
    r"|examination|report|ct|mri?|pet(?:[/-]ct)?|images?|films?|imaging|radiographs?|visit))"
)
_MONTH: Final = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer"
    r"|autumn|winter"
    r"|fall|easter|christmas)"
)
_WHEN: Final = (
    rf"(?:(?:in|on|at|until|during) (?:the |last |early |late |mid-?)*(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}"
    r"(?: (?:19|20)\d\d)?(?: (?:scan|study|ct|mri?|examination))?|last (?:year|month|week|spring|summer|autumn"
    r"|winter|time))"
)
PAST: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.HISTORICAL,
        _BACK,
        r"(?:was|were|had)\b[^.;,]{3,60}? (?P<at>before (?:the )?(?:\w+ )?(?:cementoplasty|vertebroplasty|kyphoplasty"
        r"|augmentation"
        r"|cementation|fixation|stabili[sz]ation))",
        needs=("before",),
    ),
    cues(
        Polarity.HISTORICAL,
        _BACK,
        r"(?:was|were|has been|have been|had been) (?:\w+ly |since |then |later )?(?:treated|corrected"
        r"|addressed|stabili[sz]ed|fixed"
        r"|managed|decompressed|relieved|resolved) (?:by|with|through|via|surgically|operatively|in)",
        of=("fracture-risk", "cord-compression"),
        needs=(" by", " with", "through", " via", "surgic", "operativ", " in"),
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"pre-?operative(?:ly)?(?=[^.;]{0,70}\b(?:was|were|had|now|since|today|resolved|improved)\b)",
        r"(?:before|prior to|until) (?:the |her |his )?(?:\w+ )?(?:surgery|operation|decompression|treatment"
        r"|ablation|radiotherapy|chemotherapy|therapy|sbrt|irradiation)(?: (?:of|in|on|from|with) (?:\w+ )?\w+)?"
        r"(?=,? (?:there (?:was|were)|the|she|he|it|[ctls]\d{1,2})\b[^.;]{0,60}\b(?:was|were|had|showed|measured|filled|extended"
        r"|reached|compressed)\b)",
        r"(?:childhood|teenage)(?= fractur)",
        r"(?:treated|cured|successfully treated)(?= (?:\w+ )?(?:spondylo|dis[ck]itis|osteomyel|infection|tubercul))",
        needs=("operativ", "before", "prior to", "until", "treated", "cured", "childhood", "teenage"),
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"(?:previously|formerly|initially|once|originally|earlier)(?= (?:purely )?(?:osteo)?(?:lytic|sclerotic"
        r"|blastic|mixed))",
        of=("matrix",),
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"(?:^|(?<=[,(;] ))was(?= (?:\w+ )?(?:escc|bilsky|grade))|(?<=\()(?:from|formerly|was|before)(?= \d)",
        of=("size", "escc"),
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"had (?:\w+ly )?been(?= (?:\w+ ){0,2}?(?:para\w+|tetra\w+|incontin\w+|weak\w*|unstable|compress\w+|pareti\w+))",
        of=(
            "neurological-deficit",
            "cord-compression",
            "fracture-risk",
            "canal-extension",
            "foraminal-extension",
            "matrix",
        ),
        needs=("had ",),
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"(?:was|were|measured|had been)(?: still| then| at that time)?"
        r"(?=[^.;]{0,80}\b(?:now|today|currently|at present|meanwhile)\b)",
        of=("size", "distance-to-neural-structure", "distance-to-viscus", "escc", "lesion-count"),
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        rf"(?:in|on|at|of) (?:\w+ )?{YEAR}:?(?= (?:only |still |it (?:was|measured) )?\d{{1,3}}(?:\.\d+)?(?: x \d+)* ?[mc]m\b)",
        of=("size", "distance-to-neural-structure", "distance-to-viscus"),
        needs=("mm", "cm"),
    ),
    cues(Polarity.HISTORICAL, _ON, r"(?<=[,(] )was(?= \d)|(?<=[,(])was(?= \d)|prev\.?(?= \d)", of=("size",)),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"^(?:baseline|previous|prior|former|initial|first|pre-?treatment|pre-?therap\w+) (?:mri?|ct|pet\S*|scan|study|imaging"
        r"|examination|radiographs?):",
        far=True,
        needs=("baseline", "previous", "prior", "former", "initial", "first", "pre"),
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"^(?:comparison \([^()]{0,20}\d{4}\)|then|baseline|before|last (?:year|month|time)|formerly|earlier|initially"
        r"|pre-?operative(?:ly)?|pre-?treatment|(?:old|former|first|previous) (?:scan|study|images?)):(?!.*\bunchanged)",
        r"^(?:(?:copied|quoted|taken|pasted) )?(?:from )?(?:the )?(?:(?:last|previous|old|former|prior"
        r"|earlier) (?:\w+ )?(?:report|letter)"
        r"|(?:report|letter) (?:of|from) (?:\w+ ){0,3}\d{4})(?:,? quoted)?:",
        far=True,
        needs=(
            "comparison",
            "then",
            "baseline",
            "before",
            "last",
            "former",
            "earlier",
            "initial",
            "pre",
            "old",
            "first",
            "report",
            "letter",
        ),
    ),
    cues(
        Polarity.HISTORICAL,
        _BACK,
        r"(?:previously|formerly|before|earlier|initially|originally|last (?:year|time)|at that time)(?=\s*(?:$"
        r"|[.,;)]|and|now|today))",
        of=("size", "distance-to-neural-structure", "distance-to-viscus", "escc"),
    ),
    cues(
        Polarity.HISTORICAL,
        _AROUND,
        r"at that time(?= (?:with|in)\b)|in those days|back then|at the time(?= with\b)",
        rf"^{_WHEN}(?=[^.;]{{0,90}}\b(?:was|were|had|showed|measured|counted|still)\b)",
        rf"(?:was|were|had been|had|showed|measured|still)(?: (?!not\b|no\b)\w+){{0,4}} {_WHEN}(?! (?:and (?:is"
        rf"|has)|to\b))",
        r"in the past|(?:\w+ )?(?:years?|months?|decades?) ago|(?:prior to|before) (?:the |her "
        r"|his )?(?:\w+ )?(?:surgery|operation|decompression|vertebrectomy|chemotherapy|ablation|treatment)",
        r"at the (?:first|initial|primary|previous|earlier) (?:operation|surgery|intervention|decompression|visit|procedure)",
        r"(?:on|in|at) (?:the )?(?:\w+ )?(?:scan|study|examination|mri?|ct|pet(?:[/-]ct)?|radiographs?) (?:of"
        r"|from|in|dated) (?:last |early "
        r"|late |mid-?)?(?:january|february|march|april|june|july|august|september|october|november"
        r"|december)(?! (?:this|20))",
        r"at the time of (?:the )?(?:\w+ )?(?:diagnosis|presentation|scan|study|examination|admission|surgery"
        r"|staging)|at (?:initial |first |primary )?(?:diagnosis|presentation|baseline)",
        rf"(?:on|in|at|from|by|per) (?:the |a |an )?{_PRIOR}(?! (?:is|are|was)? ?(?:unchanged|confirmed))",
    ),
    cues(
        Polarity.HISTORICAL,
        _BACK,
        r"(?:is|are|was|were|has|have|being|now)? ?(?:long |now |since |meanwhile )*(?:healed|consolidated since"
        r"|burnt out|burned out|treated successfully)(?=\s*(?:$|[.,;)]|since|in\b|and\b|now|without|with|after"
        r"|years))",
        r"(?:is|are|was|were|looks?|appears?) (?:\w+ly )?(?:old|chronic healed|long-standing)(?=\s*(?:$|[.,;)]"
        r"|and\b|;|now))",
        r"(?:had|was|were|had been) (?:\w+ )?(?:present|seen|described|documented|noted|visible|reported) (?:on"
        r"|in|at|before|until|previously|then|initially)",
        r"before (?:the )?(?:\w+ )?(?:operation|surgery|treatment|radiotherapy|ablation|decompression|chemotherapy)",
        r"at that time|at the time(?! of)|then(?=\s*(?:$|[.,;)]))|in childhood|in (?:her|his) (?:youth|childhood"
        r"|twenties|thirties)",
        r"(?:successfully |completely |fully )+(?:ablated|treated|removed|excised|resected|cured|eradicated"
        r"|coagulated)",
        r"(?:now|since|meanwhile|long) (?:cured|healed|eradicated)",
        r"(?:resected|excised|curetted|removed|operated(?: on)?|cured|treated)(?: \w+){0,3}? (?:in"
        rf"|at) (?:\w+ )?{YEAR}",
        rf"(?:given|administered|performed|carried out|done|completed|received)(?: \w+)? (?:in )?(?:\w+ )?{YEAR}",
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"initially (?:interpreted|read|thought|reported|regarded|described|classified|diagnosed) (?:as|to be)"
        r"|(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )(?<!been )used to (?:be|have|show|touch|abut|reach|compress|extend|invade"
        r"|fill|measure|contact|displace|involve|narrow|infiltrate|indent)"
        r"|previously|formerly|earlier|once|historical(?:ly)?|originally|initially"
        r"|at (?:the )?(?:first|initial"
        r"|baseline|previous) (?:\w+ )?(?:scan|examination|presentation|diagnosis)",
        r"(?:past |medical |previous )*(?:history|status|state|condition|hx) (?:of|post|after)|s/p|h/o"
        r"|post(?! ?-?(?:radio|irrad|rt\b|sbrt|chemo|op|surg|treat|ablat|therap|contrast|interv|biops|traum))",
        r"(?:after|following|since) (?:the )?(?:\w+ )?(?:resection|removal|excision|decompression"
        r"|evacuation) of(?: the)?",
        r"former(?! (?:lytic|osteolytic|sclerotic|blastic|mixed|is|are|was|has|with|without|measur\w+)\b)"
        r"|prior|previous|old|healed|past|remote(?! from)|pre-?existing(?= healed)|transient",
        r"had (?:been|shown|had|a|an)",
        r"at the time of(?: the)? (?:first|initial|previous|baseline|primary) (?:\w+ )?",
        rf"(?:the |a )?{_PRIOR}(?: \w+)? (?:showed|demonstrated|revealed|described|reported|had shown|mentioned)",
    ),
    cues(
        Polarity.HISTORICAL,
        _AROUND,
        r"(?:in|on|of|from|dated|at|during|before|until|back in)(?: (?:the )?(?:\w+ )?(?:scan|study|examination"
        rf"|ct|mri?|pet|surgery|operation|decompression|treatment) (?:of|from|in))?(?: \w+){{0,2}}? {YEAR}"
        r"(?: (?:scan|examination|study|mri?|ct|operation|surgery|report))?(?: only)?",
        rf"the {YEAR} (?:scan|examination|study|mri?|ct)|{YEAR}:",
        r"had been (?:present|seen|described|documented|noted)|in (?:her|his) childhood|as a (?:child|teenager"
        r"|young (?:man|woman))",
    ),
)
