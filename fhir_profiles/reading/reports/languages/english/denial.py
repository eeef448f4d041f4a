"""English words of denial, of what has gone, of plans and of the past.

What may not live here: findings (`canal`, `wall`, `outside`, `bone`, `tumour`, `treatment`, `patient`), and doubt (`doubt`).
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.languages.english.said import BE, EVIDENCE, SEEN, YEAR
from fhir_profiles.reading.reports.languages.english.treatment import PLANNED_RADIOTHERAPY
from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_ON, _BACK, _AROUND, _ALL = Direction.AFTER_IT, Direction.BEFORE_IT, Direction.AROUND_IT, Direction.SENTENCE
_NOW: Final = (
    r"(?:today|now|currently|any ?more|any longer|on (?:the )?(?:current|present|today's) (?:\w+ )?(?:scan|study"
    r"|examination|images?|mri?|ct))"
)
_PRIOR: Final = (
    r"(?:(?:prior|previous|former|old|earlier|last(?: (?:year|month|week)(?:'?s)?)?|outside|initial|first"
    r"|baseline) (?:\w+ )?(?:scan|study"
    r"|examination|report|ct|mri?|pet(?:[/-]ct)?|images?|films?|imaging|radiographs?|visit))"
)
GONE: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.HISTORICAL,
        _BACK,
        r"(?:no|without)(?: signs? of| evidence of| any)? (?:local )?recurrence",
        of=("nature",),
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        rf"(?:(?:{BE} )?no longer|can no longer be|no more|not any more)(?: \w+ly| to be)? {SEEN}",
        rf"(?:{BE} )?not (?:\w+ )?{SEEN} {_NOW}",
        r"no longer (?:\w+ )?(?:compressed|involved|infiltrated|detectable|measurable|abnormal|enlarged"
        r"|in contact|displaced|effaced|narrowed|invaded|touch\w*|abut\w*)",
        r"(?:has|have|had)? ?(?:now |since |meanwhile |completely |fully |entirely |since then |subsequently "
        r"|all )*(?:resolved|regressed completely|disappeared|vanished|receded|subsided|cleared|gone"
        r"|been relieved|been relieved|relieved by \w+|melted away)|(?:has|have|had) (?:now |since "
        r"|meanwhile |completely |fully "
        r"|entirely )*(?:recovered|normali[sz]ed)",
        r"(?:completely|fully|entirely|totally) (?:regressed|resolved|disappeared|gone|regredient)",
        r"complete (?:regression|resolution|remission|disappearance|recovery|response)(?! of)|(?:now|meanwhile"
        r"|since) (?:been )?(?:normalised|normalized|resorbed|decompressed|recovered|relieved)",
        r"(?:is|are|has|have) (?:now|since|meanwhile) (?:been )?(?:\w+ and )?(?:closed|consolidated"
        r"|remineralis\w+|remineraliz\w+|sealed"
        r"|filled in|healed over)",
        r"(?:is|are) now (?:free|clear|normal|decompressed|patent|absent)",
        r"(?:turned out|proved|turns out|found) to be (?:a |an )?(?:\w+ )?(?:art[ei]fact\w*|spurious|wrong"
        r"|unfounded|degenerative|volume averaging|vessel|vascular (?:channel|groove)|nutrient (?:canal|vessel)"
        r"|vein|projection\w*|overlap|variant)",
        resolves=True,
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"(?:excludes?|rules? out|disproves?|refutes?|excluded)(?=[^.;]{0,80}\b(?:suspected|questioned|described"
        r"|reported|raised)\b)",
        r"(?:resolution|disappearance|(?:complete )?regression|clearance|complete response|relief)(?: of)(?! pain)",
        r"no (?:more|longer(?: any)?|residual|remaining|persistent|persisting)|(?:resolved|vanished"
        r"|regressed)(?= \w)",
        r"no longer (?:\w+ )?(?:shows?|demonstrates?|has|have|compress\w*|extends?|abuts?|touch\w*|involves?"
        r"|reach\w*|contacts?|displac\w*|infiltrat\w*|invad\w*|fills?)",
        resolves=True,
    ),
)

_NOT_OF_THE_LESION: Final = [
    "canal-extension",
    "cord-compression",
    "posterior-wall",
    "soft-tissue-extension",
    "foraminal-extension",
    "collapse",
    "fracture-risk",
    "intra-articular",
    "close-to-neural-structure",
    "close-to-viscus",
    "neurological-deficit",
    "metal-near-level",
    "previous-radiotherapy",
    "wish-told",
    "escc",
]
"""What "does not" alone may deny; a metastasis of which it is said is there."""
DENIAL: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.ABSENT,
        _BACK,
        r"(?:do(?:es)?|did|is|are|was|were|has|have|can|could) not(?=\s*[.,;]|$)",
        of=_NOT_OF_THE_LESION,
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        rf"(?:{BE} )?not (?:\w+ )?{SEEN}",
        rf"(?:can ?not|could not|can't|couldn't) (?:\w+ )?be (?:\w+ly )?{SEEN}",
        rf"(?:isn't|aren't|wasn't|weren't) (?:\w+ )?{SEEN}",
        rf"(?:is|are|was|were) (?:neither|nowhere) {SEEN}(?: nor(?: \w+){{1,2}})?|nowhere {SEEN}",
        r"(?:(?:is|are|was|were|has been|have been|had been|can be|could be) )?(?:\w+ly )?(?:excluded|ruled out"
        r"|absent|refuted|not the case|lacking|denied|disproved|disproven)"
        r"(?=\s*(?:$|[.,;:)]|(?:by|on|at|in|with|and|but|after|from|for|today|here|again|now|as|since"
        r"|histolog\w+|the)\b))",
        r"(?:is|are|was|were|been) not (?:planned|intended|desired|wanted|wished|requested|needed|required"
        r"|indicated|breached|compressed|involved|the (?:goal|aim|plan)|foreseen|sought|under discussion)",
        r"(?:not|never|no longer) (?:planned|intended|desired|wanted|wished|requested|needed|required|indicated"
        r"|the (?:goal|aim))",
        r"(?:is|are|was|were) not there|none(?! (?:of|at|in|to|for) [ctls]\d)(?: (?:is|are|was|were"
        r"|has been)(?: \w+ly)? (?:seen|identified|found"
        r"|shown|detected|visible|present|demonstrated|noted|evident))?",
        r"(?<![\w-])negative(?! for)|(?<=[:\-] )(?:no|nil|absent)(?=\s*(?:$|[.,;)]))|nil",
        r"(?:is|are|was|were) (?:not|no) (?:an? )?(?:\w+ )?(?:issue|concern|problem|question|feature|topic"
        r"|consideration)",
        r"(?<=: )not(?= (?:on|in|at|seen|present|visible))|there is none|(?:is|corresponds? to|represents?|was"
        r"|due to) (?:an? |the )?(?:\w+ )?(?:artefact|artifact|nutrient vessel|vessel|basivertebral vein"
        r"|pseudolesion|normal variant|basivertebral foramen|nutrient foramen|vascular channel)",
        r"not (?:reproduced|borne out|substantiated by)|unfounded|erroneous(?:ly)?",
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"no(?: new| associated| current| demonstrable| detectable| relevant"
        r"| significant| visible| more| recent| appreciable| discernible| objective| focal| imaging"
        rf"| abnormal)*(?: {EVIDENCE})?",
        r"(?:absence|lack|exclusion|freedom)(?: of| from)(?: any)?|absent|negative(?: for)|free (?:of|from)"
        r"|clear of(?![^.;,]{0,40}\d ?[mc]m)|devoid of|void of|rather than|instead of|as opposed to|in the absence of",
        rf"(?:without|w/o)(?: any)?(?: {EVIDENCE})?",
        r"(?:does|do|did|has|have|had|is|are|was|were|will) (?:\w+ )?not(?: yet)?(?: have| show| demonstrate)?",
        r"doesn't|don't|didn't|isn't|aren't|wasn't|hasn't|nor|neither|not|never|none of the|nowhere|non"
        r"(?![- ](?:small|hodgkin|seminom\w*|ossifying|contrast|displaced|specific|diagnostic|squamous|steroid\w*"
        r"|weight|union|enhanced|keratin\w*|secret\w*|germ\w*))|lacks?"
        r"|lacking",
        r"rules? out|ruled out|excludes?|excluded|excluding|refutes?|denies|denied|denying|disproves?",
        r"does(?: not|n't) support|do not support|argues? against|speaks? against|is against"
        r"|not (?:in favou?r of|supportive of)"
        r"|fails? to (?:show|demonstrate|reveal|identify|confirm)|what (?:looked|appeared"
        r"|seemed)(?: like)?(?: to be)?|mistaken for|misinterpreted as|misread as|pseudo-?",
        r"no",
    ),
)

PLAN: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.CONDITIONAL,
        _AROUND,
        PLANNED_RADIOTHERAPY,
        r"(?:urgent|early|prompt|consolidat\w+) (?=(?:\w+ )?(?:radio|sbrt|rt\b))",
        r"(?:is|are|was)? ?(?:recommended|proposed|advised|suggested|awaited)",
        r"not (?:\w+ )?possible|to be discussed|^plan:|once (?:insurance|approved|funding|staging)",
        r"planned|scheduled|will (?:\w+ )?(?:place|insert|implant|fixate|stabili[sz]e|perform|irradiate|treat"
        r"|use|require|need)|will (?:be |start|begin|follow|receive|undergo|have)\w*|to follow|ahead of"
        r"|prior to(?! (?:the |her |his )?(?:\w+ )?(?:surgery|operation|decompression))|before (?:the )?planned",
        r"to be (?:given|started|performed|considered|discussed|planned|offered|inserted|removed|decided)",
        r"should be (?:given|offered|considered|discussed)",
        r"(?:is|are) (?:being )?(?:offered|proposed|recommended|considered|suggested|advised|discussed|intended"
        r"|under discussion|due to)",
        r"(?:was|were) (?:discussed|considered|proposed|suggested|recommended|advised|contemplated)|consider(?:s"
        r"|ing)|discussing|contemplat\w+|envisaged|prophylactic",
        r"(?:is|are) (?:indicated|necessary|required|needed|advisable)",
        r"(?:has|have) been (?:offered|proposed|recommended|considered|suggested|advised|discussed|referred)"
        r"|being considered",
        r"(?:starts?|begins?|commences?|takes? place)(?: (?:on|in|next|tomorrow|soon|this|from)\b)",
        r"start of(?= (?:\w+ )?(?:radio|sbrt|irrad))|next (?:week|month)|tomorrow|later this week|candidate for"
        r"|awaiting|awaits|waiting|upcoming"
        r"|forthcoming|is due",
        r"(?:is|are|remains?) an? (?:\w+ )?(?:option|alternative|possibility)|for consideration"
        r"|under consideration|would be an option|refer(?:red|ral)? (?:for|to)|suitable for"
        r"|amenable to",
        r"followed by(?= (?:sbrt|sabr|radio|ebrt))",
        of=("previous-radiotherapy", "metal-near-level"),
    ),
)

PAST: Final[tuple[Cue, ...]] = (
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
    cues(Polarity.HISTORICAL, _ON, r"(?<=[,(] )was(?= \d)|(?<=[,(])was(?= \d)", of=("size",)),
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
        r"in the past|(?:\w+ )?(?:years?|months?|decades?) ago|(?:prior to|before) (?:the |her "
        r"|his )?(?:\w+ )?(?:surgery|operation|decompression|vertebrectomy|chemotherapy|ablation|treatment)",
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
        r"at that time|at the time(?! of)|then(?=\s*(?:$|[.,;]))|in childhood|in (?:her|his) (?:youth|childhood"
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
        r"|used to (?:be|have|show)"
        r"|previously|formerly|earlier|once|historical(?:ly)?|originally|initially"
        r"|at (?:the )?(?:first|initial"
        r"|baseline|previous) (?:\w+ )?(?:scan|examination|presentation|diagnosis)",
        r"(?:past |medical |previous )*(?:history|status|state|condition|hx) (?:of|post|after)|s/p|h/o"
        r"|post(?! ?-?(?:radio|irrad|rt\b|sbrt|chemo|op|surg|treat|ablat|therap|contrast|interv|biops|traum))",
        r"(?:after|following|since) (?:the )?(?:\w+ )?(?:resection|removal|excision|decompression"
        r"|evacuation) of(?: the)?",
        r"former|prior|previous|old|healed|past|remote(?! from)|pre-?existing(?= healed)|transient",
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
