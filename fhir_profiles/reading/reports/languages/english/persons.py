"""English words that only look like a cue, and words of other people and of patients in general.

What may not live here: findings (`canal`, `wall`, `outside`, `bone`, `tumour`, `treatment`, `patient`).
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.languages.english.borders import FOREMOST
from fhir_profiles.reading.reports.languages.english.said import SEEN, YEAR
from fhir_profiles.reading.reports.languages.english.vocabulary import bag
from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_ON, _BACK, _AROUND, _ALL = Direction.AFTER_IT, Direction.BEFORE_IT, Direction.AROUND_IT, Direction.SENTENCE
_RELATIVE: Final = bag(
    "mother father brother sister aunt uncle cousin niece nephew grand(?:mother|father|parent|son"
    "|daughter) sibling son daughter wife",
    "husband spouse twin relative parent mother-in-law father-in-law half-brother half-sister",
)
_PEOPLE: Final = (
    r"(?:patients|cases|people|individuals|persons|men|women|children|adults|adolescents|sufferers|subjects"
    r"|cancer patients)"
)
LOOKALIKES: Final[tuple[Cue, ...]] = (
    Cue(None, _ON, FOREMOST),
    cues(
        None,
        _ON,
        r"(?:weakness|\w*paresis|retention|incontinence|numbness|drop|deficit)(?: of the \w+)?,?(?: which is| is)?"
        r" (?P<at>(?:(?:most )?likely|possibly|probably|presumably|perhaps|maybe) (?:due to|related to|caused by|secondary to"
        r"|because of|attributable to|from|(?:pain|drug|opioid|steroid)-(?:related|induced)))",
        needs=("likely", "bly", "perhaps", "maybe"),
    ),
    cues(
        Polarity.UNCERTAIN,
        _BACK,
        r"(?<=, )if (?:present|there|real|any at all)(?: at all)?(?=\s*(?:[.,;]|$))",
        needs=("if ",),
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"(?:previously|formerly|earlier|initially|originally|once|at first) (?:described|reported|interpreted|read|diagnosed"
        r"|labell?ed|classified|regarded|viewed|seen) as(?! (?:on|in|before|stable|unchanged)\b)",
        needs=(" as",),
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        r"(?:(?:was|were|had been) )?(?:considered|discussed|planned|offered|proposed|scheduled"
        r"|intended) (?:but|and|yet) (?:\w+ )?"
        r"(?:not|never|declined|refused|rejected|withdrawn|cancelled|abandoned)(?: \w+)?",
        resolves=True,
        of=("previous-radiotherapy", "metal-near-level", "wish-told"),
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        r"(?:suspected|questioned|described|reported|seen)? ?(?:(?:on|in|at|by) (?:the |a )?(?:\w+ )?)?(?:is"
        r"|was|are|were)"
        r" (?:due to|caused by|explained by|attributable to|secondary to|the result of) (?:\w+ )?(?:scoliosis"
        r"|rotation|projection"
        r"|overlap\w*|superimpos\w+|art[ei]fact\w*|volume|osteophyt\w*|degenerat\w+|vessels?|flow|motion"
        r"|positioning|technique)",
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"(?:rather than|(?<=, )not|(?<=but )not) (?:an? )?(?:malignant|pathologic(?:al)?|neoplastic|metastatic|osteoporotic)"
        r"(?= (?:\w+ )?(?:fractur|collaps|compress))",
        of=("nature",),
    ),
    cues(
        Polarity.HISTORICAL,
        _BACK,
        rf"(?:successfully|completely|fully|curatively) (?:ablated|treated|removed|excised|resected|cured"
        rf"|coagulated)(?: in {YEAR})?",
        of=("nature",),
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        r"(?:(?:was|were|had been) )?(?:initially |first |clinically )?(?:suspected|considered|questioned"
        r"|queried|suspicious)(?: \w+){0,3}? (?:but|and|yet) (?:is|was|are|were|has been|have been|could be"
        r"|can be) (?:now |safely )?(?:excluded|ruled out|refuted)",
        resolves=True,
    ),
    cues(
        Polarity.UNCERTAIN,
        _BACK,
        r"(?:difficult|impossible|hard|not possible) to (?:exclude|rule out|assess|judge|confirm"
        r"|evaluate)(?=\s*(?:$|[.,;)]|(?:on|in|at|with|because|due)\b))",
    ),
    cues(
        Polarity.UNCERTAIN,
        _ON,
        r"(?:difficult|impossible|hard|unable|not possible) to (?:\w+ )?(?:exclude|rule out|confirm|assess"
        r"|judge|evaluate|determine)",
        r"(?:can ?not|can't|could not|does not|do not|did not) (?:\w+ly )?(?:exclude|rule out)",
    ),
    cues(
        Polarity.UNCERTAIN,
        _BACK,
        r"(?:possibly|probably|presumably|perhaps|maybe|likely) (?:given|seen|shown|broken|taken"
        r"|(?!mixed)\w+ed)(?=\s*(?:$|[.,;)]|(?:in|by|at|on|before|during|after)\b))",
    ),
    cues(
        Polarity.HISTORICAL,
        _AROUND,
        rf"(?:given|received|done|performed|completed|administered|treated|undertaken)(?: \w+){{0,3}}? {YEAR}"
        r"|(?:was|were|has been|had been|already) (?:(?!not\b|never\b)\w+ )?(?:given|performed|done|carried out|administered"
        r"|completed)|(?:after|previous|prior|earlier|status post)(?= (?:radio-?iodine|i-?131|131-?i|debulk))",
        of=("wish-told",),
    ),
    cues(Polarity.ABSENT, _BACK, rf"(?:is|are|was|were) neither {SEEN} nor \w+(?: \w+)?"),
    cues(
        None,
        _ON,
        r"(?:rather than|instead of|as opposed to)(?= (?:at |in |of )?[ctls]\d)",
        r"(?:was|were|is|are) (?:seen|visible|shown|detected|identified|evident) (?:on|in"
        r"|at) (?:the )?(?:\w+ )?(?:ct|mri?|pet\S*|scan"
        r"|radiographs?|films?)(?=,? but not)",
        rf"(?:which |that )?(?:(?:was|were|had|has) )?(?:still )?not (?:yet )?(?:been )?{SEEN}(?: \w+)? (?:in|on"
        rf"|at|before|until)(?: \w+){{0,3}}? {YEAR}",
        rf"(?:which |that )?(?:(?:was|were|had) )?(?:previously not|not previously|not yet) (?:been )?{SEEN}"
        rf"|not {SEEN} (?:previously|before|on the (?:prior|previous|last) \w+)",
        r"(?:not|never)(?: yet)? (?:completely |fully |entirely |totally )*(?:disappeared|resolved|gone|vanished"
        r"|regressed|cleared|healed|recovered)",
        r"(?:incomplete(?:ly)?|partial(?:ly)?|partly|nearly|almost) (?:resolved|regressed|disappeared|recovered"
        r"|healed|resolution|regression|remission|response|recovery)(?: of)?",
        r"(?:compared|comparison|relative|in contrast|since)(?: (?:with|to))?(?: (?:the|an?|my"
        r"|our))?(?: (?:prior|previous|last|old|former|earlier|outside|external|recent|initial|baseline))+"
        r"(?: \w+)?(?: (?:scan|study|examination|report|ct|mri?|pet\S*|images?|imaging|exam|films?|radiographs?))?",
        r"age[- ]indeterminate|(?:of )?indeterminate age|acute[- ]on[- ]chronic",
        r"(?:no|without)(?: evidence of| signs? of)? (?:\w+ )?(?:hardware|implant|screw|metal\w*"
        r"|instrumentation)[- ](?:related )?(?:complications?|failure|loosening|fractures?|breakage|lucency)",
        r"(?:no|without)(?: any)?(?: evidence of| signs? of)? (?:loosening|breakage|failure|fracture"
        r"|dislocation|dislodgement|migration"
        r"|malposition\w*|complications?|lucency|lysis|halo|osteolysis) (?:of|around|at|about|along|in"
        r"|near)"
        r"(?= (?:the |all |any |both )*(?:\w+ )?(?:screws?|rods?|cage|implants?|hardware"
        r"|instrument\w+|plates?|metal\w*|construct|fixat\w+)\b)",
        r"(?:in|of|since|by|until|early|late|mid|\d{1,2}(?:st|nd|rd|th)?) may\b(?! (?:19|20)\d\d)"
        r"|(?<!in )(?<!of )(?<!from )(?<!\d )(?<!on )may (?:19|20)\d\d",
        r"no (?:interval |significant |relevant |further |recent |appreciable |major |substantial )*"
        r"(?:change|increase|decrease|growth|progression|progress|difference|enlargement|regression|improvement"
        r"|reduction|worsening)(?: in| of| to)?",
        r"(?:absence of|without) (?:any )?(?:interval )?(?:change|progression|growth|increase)(?: in| of)?",
        r"(?:no|without) (?:further|additional|progressive|more|new)(?= (?:\w+ )?(?:loss of (?:\w+ )?height"
        r"|height loss|sintering|subsidence))",
        r"no (?:smaller|larger|bigger|better|worse|different)(?: than)?",
        r"not (?:only|just|merely|solely)",
        r"(?:has|have|had) not (?:\w+ly )?(?:increased|decreased|changed|grown|progressed|enlarged|regressed"
        r"|responded|improved|shrunk)",
        r"not (?:\w+ly )?(?:increased|changed|grown|progressed|enlarged|smaller|larger|changing|growing)",
        r"(?:does|do|did) not (?:appear to )?(?:change|grow|increase|progress)(?: in)?",
        r"no doubt(?: about| of| that)?|without (?:any )?doubt|undoubtedly",
        r"without (?:any |interval |significant |relevant )*(?:change|progression|increase|growth"
        r"|regression)(?: in| of)?",
        r"unchanged|stable(?: in)? (?:size|appearance)",
        r"(?:compared|comparison|in comparison) (?:with|to)(?:(?: \w+){0,5}? (?:19|20)\d\d)?",
        rf"(?:as|unchanged|stable|known|already|same as) (?:in|on|since|from|at)(?: \w+){{0,3}}? {YEAR}",
        rf"since(?: \w+){{0,5}}? {YEAR}",
        r"(?:diagnosed|known|first (?:seen|described|diagnosed)|detected|treated|irradiated|operated(?: on)?"
        r"|biopsied|implanted|fused|stabili[sz]ed"
        r"|inserted|radiotherapy|surgery|removed|explanted|ablated|given|taken out)(?: \w+){0,3}? (?:in|since"
        rf"|from) (?:\w+ )?{YEAR}",
        r"(?:diagnosed|known|first seen|treated|irradiated|operated(?: on)?|detected|implanted|ablated"
        r"|surgery|radiotherapy|fused|inserted|removed)(?: \w+){0,4}? (?:years?|months?|weeks?) ago",
        r"if any|if (?:\w+ )?(?:clinically )?(?:indicated|required|needed|possible|appropriate|available)",
        r"without contrast|with and without contrast|no contrast|non-contrast|without (?:iv|intravenous) contrast",
        r"as (?:possible|far as possible|soon as possible)",
        r"rather than (?:an? )?(?:malignant|pathologic(?:al)?|neoplastic|metastatic|benign|old"
        r"|acute)(?= (?:\w+ )?(?:fractur|collaps|compress))",
        r"old (?:man|woman|lady|gentleman|patient|male|female|boy|girl)|year[- ]old|years old",
        r"likely(?= to (?:fracture|collapse))",
        r"(?:previously|formerly|already|earlier) (?:known|described|reported|noted|documented|seen|irradiated"
        r"|treated|mentioned|diagnosed)",
        r"(?:suspected|suspicious|questioned|raised|queried) (?:on|in|at|by)(?: the| a)? (?:ct|mri?|pet\S*"
        r"|bone scan|radiographs?|plain films?|x-rays?|outside|previous|prior|external|earlier"
        r"|initial)[^,;.]{0,30}"
        r"(?=,? (?:is|was|has been|are|were|could|can|turned|proved|cannot|not|ruled out|excluded|confirmed|refuted"
        r"|disproved|proven)\b)",
        r"(?:suspected|possible|presumed|questionable|suspicion of|probable|query)(?=[^.;,]{0,60}\b(?:is|was"
        r"|has been|have been|are|were|now|been) (?:now |subsequently |thus )?(?:confirmed|proven|verified"
        r"|corroborated)\b)",
        r"post-?(?:contrast|gadolinium|processing)|post-?op\b",
        r"as (?:(?:\w+ )?(?:stated|described|reported|claimed|written|noted|mentioned|suggested|given|known|seen|assumed"
        r"|documented) )?(?:in|on|by|from) (?:the |an? |our |your )?(?:\w+ ){0,2}?(?:report|letter|request|scan|mri?"
        r"|ct|pet\S*|study|examination"
        r"|imaging|notes?|images)",
        r"(?:an? )?(?:as yet )?unknown (?:primary|origin)|(?:previously|formerly|hitherto|so far) (?:unknown"
        r"|un(?:described|reported"
        r"|recogni[sz]ed|diagnosed|detected|seen|suspected|noticed))",
        r"former (?:\w+ ){0,2}(?:cancer|carcinoma|tumou?r|oncology|melanoma) patient",
        r"\?,? (?:yes|present|confirmed)(?=\s*(?:$|[.,;]))",
        r"(?:to be |then )?followed by(?= (?:\w+ )?(?:radio-?iodine|i-?131))",
        r"(?:or|nor) not\b|not applicable",
        r"(?:proves?|proved|turns? out|turned out) to be(?= (?:broken|breached|invaded|infiltrated|involved|eroded|destroyed"
        r"|filled)\b)",
    ),
    cues(
        Polarity.HISTORICAL,
        _AROUND,
        rf"(?:of|from|in|on|dated)(?: \d{{1,2}})? may {YEAR}",
        needs=(" may ",),
    ),
)

PERSONS: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.OTHER_PERSON,
        _ALL,
        r"family history|family (?:hx|anamnesis)|fhx?|positive family|(?:in|of) the family|familial (?:history"
        r"|burden)|hereditary|relatives",
        r"(?:his|her|the|patient's|maternal|paternal|one|a|an)? ?(?:late |older |younger |elder |twin |first "
        rf"|second )*{_RELATIVE}(?:'?s)?(?! (?:cell|lesion|nodule))",
        rf"in (?:\w+ ){{0,3}}(?:of|out of) (?:\w+ )?(?:\w+ )?{_PEOPLE}",
        r"(?:\d+ ?%|percent|per cent|one (?:in|out of) \w+|a (?:third|quarter|half|minority|majority)|half|most"
        rf"|many|some|few|two thirds) of (?:all |the |these |such )*(?:\w+ )?{_PEOPLE}",
        r"(?:in|among|for) (?:most|many|some|all|such|these|other|certain|few|elderly|older|younger|selected"
        rf"|rare) (?:\w+ )?{_PEOPLE}",
        r"(?:\w+ ){0,2}(?:patients|people|individuals|subjects|those|women|men|anyone|any patient"
        r"|every patient) (?:with|who|whose|suffering|treated|after|undergoing|presenting|receiving|having)",
        r"(?:in|for|to|of|to all|as) (?:cancer |myeloma |oncology |our |all |any |every "
        r"|each )*patients?(?! (?:him|her)self)(?<!the patient)(?<!this patient)(?! (?:history|file|notes"
        r"|records|own|position))",
        r"^(?!.*\b[ctls]\d{1,2}\b)(?:(?:in|at|for|among) [^;.]{3,40}? )?(?:the|their) (?:usual|commonest|most (?:common|frequent)"
        r"|main|leading|preferred|favou?rite|prevailing|chief|principal) (?:source|cause|origin|site|seat)s? (?:of|for)\b",
        r"^(?!.*\b[ctls]\d{1,2}\b)(?:typically|classically|as a rule|characteristically|ordinarily),? an? ",
        r"in the (?:\w+ )?(?:cohort|trial|registry|meta-analysis|paper|article|publication|handbook|literature)\b"
        r"(?: (?:cited|quoted|published|mentioned))?"
        r"|in the (?:study|series) (?:cited|quoted|published|mentioned)",
        r"(?:escc|bilsky|sins|grade) ?\d?[abc]? (?:means|denotes|signifies|stands for|refers to|is defined|designates"
        r"|describes|implies)",
        r"patients (?:may|can|often|usually|sometimes|rarely|frequently|commonly|should|develop|present|have)",
        r"general(?:ly)? information|(?:information|note|leaflet|brochure|advice)(?: \w+)? for patients"
        r"|(?:patient|information|information for) (?:leaflet|sheet|brochure|booklet|handout)s?:?"
        r"|in general|generally|as a (?:general )?rule|in principle|by definition",
        r"typically (?:occurs?|seen|arise\w*|affect\w*|present\w*|lie|lies|show|shows|located)|(?:is"
        r"|are) typically|it is (?:well )?known that|is known to|are known to|tends? to|can typically",
        r"the literature|(?:published|large) (?:series|studies|data)|studies (?:show|report|suggest|have)"
        r"|(?:according to|in) (?:the )?(?:guidelines?|literature|textbooks?)|(?:reported"
        r"|described) in the literature|textbook",
        r"(?:usually|commonly|frequently|often|rarely|sometimes|occasionally|seldom) (?:occurs?|arises?|affects?"
        r"|presents?|appears?|spreads?|metastasi[sz]es?|causes?|develops?|leads?|require\w*|respond\w*|remain\w*"
        r"|are|have|show|lie|involve|extend|collapse|fracture)\b",
        r"(?:metastases|ha?emangiomas|chordomas|osteomas|osteoblastomas|plasmacytomas|lesions|tumou?rs|cysts"
        r"|myelomas?|fractures)"
        r" (?:usually|commonly|frequently|often|rarely|sometimes|occasionally|seldom|typically|generally"
        r"|tend to|can|may) \w+",
        r"(?:lesions|metastases|tumou?rs|fractures) (?:are|is) (?:typical|characteristic|common"
        r"|suggestive) (?:of|in|for)",
        r"(?:most|many|all|the majority of|half of|a third of|\d+ ?% of) (?:\w+ )?(?:metastases|ha?emangiomas"
        r"|chordomas|osteomas"
        r"|osteoblastomas|plasmacytomas|lesions|tumou?rs|fractures|myelomas)(?= (?:\w+ly )?(?:arise|occur"
        r"|develop|originate"
        r"|metastasi[sz]e|affect))",
        r"(?:is|are) (?:one of |among )?the (?:most (?:common|frequent)|commonest|second[- ](?:most[- ]common"
        r"|commonest)|typical"
        r"|usual|classic(?:al)?) (?:primary|primaries|tumou?rs?|cause|site|location|form|type|malignan\w+"
        r"|complication)",
        r"(?:is|are) (?:graded|classified|rated|scored|staged|subdivided|divided) (?:after|according to"
        r"|following|from|on a|into"
        r"|by the|using)",
        r"is (?:a (?:great )?rarity|the exception|exceptional(?:ly rare)?)",
        r"another (?:patient|person)|(?:belongs? to|of) another patient|not (?:of )?this patient"
        r"|different patient|misfiled|a colleague|a neighbou?r|a friend",
        r"are (?:usually|mostly|often|frequently|commonly|rarely|typically|generally|common|rare"
        r"|frequent)(?! (?:\w+ )?(?:seen|involved) here)|is (?:common|rare|frequent|unusual|an emergency"
        r"|usually \w+)(?= in\b)",
        r"occurs? in (?:up to |about |roughly |around |approximately |less than |more than |some )*(?:\d|one|a )",
        r"(?:is|are) (?:seen|found|observed|reported|encountered) in (?:up to |about |roughly |around "
        r"|approximately |less than |more than |some )*\d+(?:\.\d)?(?: ?%|(?: to |-)\d+ ?%)",
    ),
)
