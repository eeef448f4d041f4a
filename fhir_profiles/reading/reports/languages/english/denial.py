"""English words of denial, of what has gone, and of plans.

What may not live here: findings (`canal`, `wall`, `bone`, `tumour`, `treatment`, `patient`), `doubt`, and the `past`.
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.languages.english.said import BE, EVIDENCE, SEEN
from fhir_profiles.reading.reports.languages.english.treatment import PLANNED_RADIOTHERAPY
from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_ON, _BACK, _AROUND, _ALL = Direction.AFTER_IT, Direction.BEFORE_IT, Direction.AROUND_IT, Direction.SENTENCE
_NOW: Final = (
    r"(?:today|now|currently|any ?more|any longer|on (?:the )?(?:current|present|today's) (?:\w+ )?(?:scan|study"
    r"|examination|images?|mri?|ct))"
)
GONE: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.HISTORICAL,
        _BACK,
        r"(?:no|without)(?: signs? of| evidence of| any)? (?:local )?recurrence",
        r"(?:no|without)(?: any)? (?:residual|remaining) (?:nidus|tumou?r|lesion)",
        of=("nature",),
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        rf"(?:(?:{BE} )?no longer|can no longer be|no more|not any more)(?: \w+ly| to be)? {SEEN}",
        rf"(?:{BE} )?not (?:\w+ )?{SEEN} {_NOW}",
        rf"(?<=, )(?:but |and )?(?:not any ?more|no longer|no more|absent|none)(?: {_NOW})?(?=\s*(?:[.;)]|$))",
        r"no longer (?:\w+ )?(?:compressed|involved|infiltrated|detectable|measurable|abnormal|enlarged"
        r"|in contact|displaced|effaced|narrowed|invaded|touch\w*|abut\w*)",
        r"(?:has|have|had)? ?(?:now |since |meanwhile |completely |fully |entirely |since then |subsequently "
        r"|all )*(?:resolved|regressed completely|disappeared|vanished|receded|subsided|cleared|gone"
        r"|been relieved|dissolved(?= (?:under|during|after|since)\b)|been absorbed|relieved by \w+|melted away)|(?:has|have"
        r"|had) (?:now |since "
        r"|meanwhile |completely |fully "
        r"|entirely )*(?:recovered|normali[sz]ed)",
        r"(?:completely|fully|entirely|totally) (?:regressed|resolved|disappeared|gone|regredient)",
        r"complete (?:regression|resolution|disappearance|recovery)(?! of)|(?:now|meanwhile"
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
        _BACK,
        r"complete (?:remission|response)(?! of)",
        resolves=True,
        of=(
            "canal-extension",
            "soft-tissue-extension",
            "foraminal-extension",
            "cord-compression",
            "neurological-deficit",
        ),
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"(?:excludes?|rules? out|disproves?|refutes?|excluded)(?=[^.;]{0,80}\b(?:suspected|questioned|described"
        r"|reported|raised)\b)",
        r"(?:resolution|disappearance|(?:complete )?regression|clearance|complete response|relief)(?: of)(?! pain"
        r"| [^;.,]{0,50}\bfrom \d)",
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
        rf"(?:{BE} )?(?:{SEEN} )?neither (?:at|in|of) [ctls]\d{{1,2}} nor(?= (?:at |in |of )?[ctls]\d)",
        needs=("neither",),
    ),
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
        r"|absent|undetectable|undemonstrable|invisible|imperceptible"
        r"|wanting|refuted|not the case|lacking|denied|disproved|disproven)"
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
        r"(?:is|are|was|were) (?:\w+ )?out of the question",
        r"not (?:reproduced|borne out|substantiated by)|unfounded|erroneous(?:ly)?",
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        r"(?<=\w )(?:no|nil|neg|negative)(?=\s*(?:$|[.,;)]))|(?<=\w: )neg(?=\s*(?:$|[.,;)]))|-ve(?=\s*(?:$|[.,;)]))",
        nearest=True,
        needs=(" no", " nil", " neg", "-ve"),
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        r"(?:(?:the )?(?:mri?|ct|pet\S*|imaging|radiographs?|biopsy|histology) )?(?:does|do|did) not (?:show|demonstrate"
        r"|reveal) (?:it|this|that|them|any|one)(?=\s*(?:$|[.,;)]))",
        resolves=True,
        needs=("not show", "not demonstrate", "not reveal"),
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"no(?: new| associated| current| demonstrable| detectable| relevant"
        r"| significant| visible| more| recent| appreciable| discernible| objective| focal| imaging"
        rf"| abnormal)*(?: {EVIDENCE})?",
        r"(?:absence|lack|exclusion|freedom)(?: of| from)(?: any)?|absent|negative(?: for)|free (?:of|from)"
        r"|clear of(?![^.;,]{0,40}\d ?[mc]m)|devoid of|void of|rather than|instead of|as opposed to"
        r"|in the absence of",
        rf"(?:without|w/o)(?: any)?(?: {EVIDENCE})?",
        r"(?:does|do|did|has|have|had|is|are|was|were|will) (?:\w+ )?not(?: yet)?(?: have| show| demonstrate)?",
        r"doesn't|don't|didn't|isn't|aren't|wasn't|hasn't|nor|neither|not|never|none of the|nowhere|non"
        r"(?![- ](?:small|hodgkin|seminom\w*|ossifying|contrast|displaced|specific|diagnostic|squamous|steroid\w*"
        r"|weight|union|enhanced|enhancing|keratin\w*|secret\w*|germ\w*|avid|fdg|expansile|tender|operat\w*|surgical"
        r"|invasive|contiguous|dominant|target\w*|spinal|compliant|treated|healed|bridging|painful))|lacks?"
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
        r"(?:is |are |was )?(?:kept|held|left|saved) in reserve|in reserve"
        r"|will only (?:then )?be (?:considered|discussed|given|offered|inserted|placed|performed)",
        r"(?:has been |was |is |are |were )?(?:postponed|deferred|delayed|put off|on hold|being prepared|in preparation)",
        r"(?:plans?|intends?|wants?|considers?|prefers?|aims?|opts? for|decided? on)(?= (?:(?:to|place|insert|put|use|for"
        r"|the|dorsal"
        r"|posterior|pedicle|additional|spinal|internal) )*(?:screws?|instrument\w+|fixation|stabili[sz]\w+|rods?|cage|fusion"
        r"|radio-?therapy|irradiation|sbrt)\b)",
        r"planning (?:for|of)(?= (?:\w+ )?(?:pedicle|screw|instrument|fixation|stabili|fusion|radio|sbrt|irradi))",
        r"not (?:\w+ )?possible|to be discussed|^plan:|once (?:insurance|approved|funding|staging)",
        r"(?:request|ask|wish|want|desire|plan|intend|aim|would like)\w*(?=[^.;]{0,80}\b(?:before|prior to"
        r"|ahead of) (?:\w+ )?"
        r"(?:sbrt|sabr|radio|irrad|rt\b))|(?:fixed|booked|arranged|listed|set|due) (?:for|on|in) (?:next|the"
        r"|early|late|\d|\w+ weeks?|monday)",
        r"planned|scheduled|will (?:\w+ )?(?:place|insert|implant|fixate|stabili[sz]e|perform|irradiate|treat"
        r"|use|require|need)|will (?:be |start|begin|follow|receive|undergo|have)\w*|to follow|ahead of"
        r"|prior to(?! (?:the |her |his )?(?:\w+ )?(?:surgery|operation|decompression))|before (?:the )?planned",
        r"to be (?:given|started|performed|considered|discussed|planned|offered|inserted|removed|decided)",
        r"should be (?:given|offered|considered|discussed)",
        r"(?:is|are) (?:being )?(?:offered|proposed|recommended|considered|suggested|advised|discussed|intended"
        r"|under discussion|due to)",
        r"(?:was|were) (?:discussed|considered|proposed|suggested|recommended|advised|contemplated)|consider(?:s"
        r"|ing)|discussing|contemplat\w+|envisaged|prophylactic",
        r"(?:is|are) (?:indicated|necessary|required|needed|advisable)|advises?|recommends?|proposes",
        r"(?:has|have) been (?:offered|proposed|recommended|considered|suggested|advised|discussed|referred)"
        r"|being considered",
        r"(?:starts?|begins?|commences?|takes? place)(?: (?:on|in|next|tomorrow|soon|this|from)\b)",
        r"start of(?= (?:\w+ )?(?:radio|sbrt|irrad))|next (?:week|month)|tomorrow|later this week|candidate for"
        r"|awaiting|awaits|waits? for|waiting|upcoming"
        r"|forthcoming|is due",
        r"(?:is|are|remains?) an? (?:\w+ )?(?:option|alternative|possibility)|for consideration"
        r"|under consideration|would be an option|refer(?:red|ral)? (?:for|to)|suitable for"
        r"|amenable to",
        r"(?:is |are |was )?about to|to (?:begin|commence|start)(?! with)|as an? (?:\w+ )?(?:alternative|option"
        r"|possibility|next step)"
        r"|alternatively|afterwards(?= (?:radio|sbrt|irrad))|then(?= (?:radio|sbrt|irrad))"
        r"|(?:treatment )?(?:decision|procedure|plan"
        r"|recommendation|proposal|consensus|vote)s?(?: of the board)?:|subsequent(?=(?:ly)? (?:radio|sbrt"
        r"|irrad))|^consider",
        r"followed by(?= (?:sbrt|sabr|radio|ebrt))",
        of=("previous-radiotherapy", "metal-near-level"),
    ),
)
