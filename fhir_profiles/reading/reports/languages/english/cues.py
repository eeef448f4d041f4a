"""English words of denial, doubt, time, condition and person.

What may not live here: findings (`canal`, `wall`, `outside`, `bone`, `tumour`, `treatment`, `patient`), and where one statement
ends (`borders`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.treatment import PLANNED_RADIOTHERAPY
from fhir_profiles.reading.reports.languages.english.vocabulary import bag
from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_ON, _BACK, _AROUND, _ALL = Direction.AFTER_IT, Direction.BEFORE_IT, Direction.AROUND_IT, Direction.SENTENCE
_YEAR: Final = r"(?:19|20)\d\d"
_BE: Final = r"(?:is|are|was|were|be|been|being|has been|have been|can be|could be|appears?|remains?)"
_SEEN: Final = bag(
    "seen shown visible visuali[sz]ed identified identifiable detected detectable demonstrated demonstrable found noted present evident",
    "apparent there recogni[sz]ed recogni[sz]able appreciated appreciable observed depicted discernible confirmed_today documented",
    "evidenced proven_today delineated reproduced made_out perceptible existent discerned visualisable",
)
_DOUBTFUL: Final = bag(
    "suspected possible probable likely questionable doubtful equivocal uncertain unclear conceivable debatable",
    "presumed favou?red possibly probably presumably feared questioned borderline inconclusive not_certain open",
    "suggested assumed uncertain_whether in_doubt undetermined thinkable plausible",
)
_NOW: Final = r"(?:today|now|currently|any ?more|any longer|on (?:the )?(?:current|present|today's) (?:\w+ )?(?:scan|study|examination|images?|mri?|ct))"
_EVIDENCE: Final = r"(?:(?:evidence|sign|signs|indication|indications|suggestion|suspicion|proof|findings?|features?|hint|trace|stigmata|imaging evidence)(?: (?:of|for|that|to suggest|suggesting|suggestive of|indicating))?)"
_HEDGE: Final = bag(
    "definite definitive convincing clear clear-cut certain unequivocal conclusive reliable obvious gross frank sure overt unambiguous proven secure"
)
_TELLS: Final = bag(
    "assess look exclude evaluate check comment rule_out state search examine clarify confirm describe report specify advise_on rule"
)

_NATURES: Final = r"(?:metastas[ie]s|(?:\w+ )?ha?emangioma|plasmacytoma|myeloma|chordoma|osteoid osteoma|osteoblastoma|osteosarcoma|chondrosarcoma|giant cell tumou?r|infection|spondylodiscitis|discitis|osteomyelitis|schmorl node|osteoporotic fracture|pathological fracture|plasmocytoma|lymphoma)"
LOOKALIKES: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.HISTORICAL,
        _AROUND,
        rf"(?:given|received|done|performed|completed|administered|treated|undertaken)(?: \w+){{0,3}}? {_YEAR}|(?:after|previous|prior|earlier|status post)(?= (?:radio-?iodine|i-?131|131-?i|debulk))",
        of=("wish-told",),
    ),
    cues(Polarity.ABSENT, _BACK, rf"(?:is|are|was|were) neither {_SEEN} nor \w+(?: \w+)?"),
    cues(
        None,
        _ON,
        r"no (?:interval |significant |relevant |further |recent |appreciable |major |substantial )*"
        r"(?:change|increase|decrease|growth|progression|progress|difference|enlargement|regression|improvement|reduction|worsening)(?: in| of| to)?",
        r"(?:absence of|without) (?:any )?(?:interval )?(?:change|progression|growth|increase)(?: in| of)?",
        r"no (?:smaller|larger|bigger|better|worse|different)(?: than)?",
        r"not (?:only|just|merely|solely)",
        r"(?:has|have|had) not (?:\w+ly )?(?:increased|decreased|changed|grown|progressed|enlarged|regressed|responded|improved|shrunk)",
        r"not (?:\w+ly )?(?:increased|changed|grown|progressed|enlarged|smaller|larger|changing|growing)",
        r"(?:does|do|did) not (?:appear to )?(?:change|grow|increase|progress)(?: in)?",
        r"no doubt(?: about| of| that)?|without (?:any )?doubt|undoubtedly",
        r"without (?:any |interval |significant |relevant )*(?:change|progression|increase|growth|regression)(?: in| of)?",
        r"unchanged|stable(?: in)? (?:size|appearance)",
        r"(?:compared|comparison|in comparison) (?:with|to)",
        rf"(?:as|unchanged|stable|known|already|same as) (?:in|on|since|from|at)(?: \w+){{0,3}}? {_YEAR}",
        rf"since(?: \w+){{0,2}}? {_YEAR}",
        rf"(?:diagnosed|known|first (?:seen|described|diagnosed)|detected|treated|irradiated|operated(?: on)?|biopsied|resected|implanted|fused|stabili[sz]ed"
        rf"|inserted|radiotherapy|surgery|removed|explanted|ablated|given|taken out)(?: \w+){{0,3}}? (?:in|since|from) (?:\w+ )?{_YEAR}",
        r"if any|if (?:\w+ )?(?:clinically )?(?:indicated|required|needed|possible|appropriate|available)",
        r"without contrast|with and without contrast|no contrast|non-contrast|without (?:iv|intravenous) contrast",
        r"as (?:possible|far as possible|soon as possible)",
        r"rather than (?:an? )?(?:malignant|pathologic(?:al)?|neoplastic|metastatic|benign|old|acute)(?= (?:\w+ )?(?:fractur|collaps|compress))",
        r"old (?:man|woman|lady|gentleman|patient|male|female|boy|girl)|year[- ]old|years old",
        r"likely(?= to (?:fracture|collapse))",
        r"(?:previously|formerly|already|earlier) (?:known|described|reported|noted|documented|seen|irradiated|treated|mentioned|diagnosed)",
        r"(?:suspected|suspicious|questioned|raised|queried) (?:on|in|at|by)(?: the| a)? (?:ct|mri?|pet\S*|bone scan|radiographs?|plain films?|x-rays?|outside|previous|prior|external|earlier|initial)[^,;.]{0,30}"
        r"(?=,? (?:is|was|has been|are|were|could|can|turned|proved|cannot|not)\b)",
        r"(?:suspected|possible|presumed|questionable|suspicion of|probable|query)(?=[^.;,]{0,60}\b(?:is|was|has been|have been|are|were|now|been) (?:now |subsequently |thus )?(?:confirmed|proven|verified|corroborated)\b)",
        r"post-?(?:contrast|gadolinium|processing)|post-?op\b",
        r"(?:or|nor) not\b|not applicable",
    ),
)
"""They only look like a cue."""

_RELATIVE: Final = bag(
    "mother father brother sister aunt uncle cousin niece nephew grand(?:mother|father|parent|son|daughter) sibling son daughter wife",
    "husband spouse twin relative parent mother-in-law father-in-law half-brother half-sister",
)
_PEOPLE: Final = r"(?:patients|cases|people|individuals|persons|men|women|children|adults|adolescents|sufferers|subjects|cancer patients)"
PERSONS: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.OTHER_PERSON,
        _ALL,
        r"family history|family (?:hx|anamnesis)|fhx?|positive family|(?:in|of) the family|familial (?:history|burden)|hereditary|relatives",
        rf"(?:his|her|the|patient's|maternal|paternal|one|a|an)? ?(?:late |older |younger |elder |twin |first |second )*{_RELATIVE}(?:'?s)?(?! (?:cell|lesion|nodule))",
        rf"in (?:\w+ ){{0,3}}(?:of|out of) (?:\w+ )?(?:\w+ )?{_PEOPLE}",
        rf"(?:\d+ ?%|percent|per cent|one (?:in|out of) \w+|a (?:third|quarter|half|minority|majority)|half|most|many|some|few|two thirds) of (?:all |the |these |such )*(?:\w+ )?{_PEOPLE}",
        rf"(?:in|among|for) (?:most|many|some|all|such|these|other|certain|few|elderly|older|younger|selected|rare) (?:\w+ )?{_PEOPLE}",
        r"(?:\w+ ){0,2}(?:patients|people|individuals|subjects|those|women|men|anyone|any patient|every patient) (?:with|who|whose|suffering|treated|after|undergoing|presenting|receiving|having)",
        r"(?:in|for|to|of|to all|as) (?:cancer |myeloma |oncology |our |all |any |every |each )*patients?(?! (?:him|her)self)(?<!the patient)(?<!this patient)(?! (?:history|file|notes|records|own|position))",
        r"patients (?:may|can|often|usually|sometimes|rarely|frequently|commonly|should|develop|present|have)",
        r"general(?:ly)? information|(?:information|note|leaflet|brochure|advice)(?: \w+)? for patients|in general|generally|as a (?:general )?rule|in principle|by definition",
        r"typically (?:occurs?|seen|arise\w*|affect\w*|present\w*|lie|lies|show|shows|located)|(?:is|are) typically|it is (?:well )?known that|is known to|are known to|tends? to|can typically",
        r"the literature|(?:published|large) (?:series|studies|data)|studies (?:show|report|suggest|have)|(?:according to|in) (?:the )?(?:guidelines?|literature|textbooks?)|(?:reported|described) in the literature|textbook",
        r"(?:usually|commonly|frequently|often|rarely|sometimes|occasionally|seldom) (?:occurs?|arises?|affects?|presents?|spreads?|metastasi[sz]es?|causes?|develops?|leads?|require\w*|respond\w*|remain\w*|are|have|show|lie|involve|extend|collapse|fracture)\b",
        r"another (?:patient|person)|(?:belongs? to|of) another patient|not (?:of )?this patient|different patient|misfiled|a colleague|a neighbou?r|a friend",
        r"are (?:usually|mostly|often|frequently|commonly|rarely|typically|generally|common|rare|frequent)(?! (?:\w+ )?(?:seen|involved) here)|is (?:common|rare|frequent|unusual|an emergency|usually \w+)(?= in\b)",
        r"occurs? in (?:up to |about |roughly |around |approximately |less than |more than |some )*(?:\d|one|a )",
        r"(?:is|are) (?:seen|found|observed|reported|encountered) in (?:up to |about |roughly |around |approximately |less than |more than |some )*\d+(?:\.\d)?(?: ?%|(?: to |-)\d+ ?%)",
    ),
)

CONDITIONS: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.UNCERTAIN,
        _AROUND,
        r"whether(?=[^.;]{0,120}?\b(?:uncertain|unclear|open|unknown|cannot|can not|could not|doubtful|questionable|debatable|not known|not certain|remains to be|not decided"
        r"|not be (?:decided|determined|told|judged|assessed)|impossible|difficult))",
        r"(?:it is |it remains )?(?:not known|unknown|unclear|uncertain|undetermined|doubtful|open|not certain|debatable|impossible to (?:say|tell|decide)) (?:whether|if)",
        r"(?:cannot|can not|could not|difficult to|not possible to) (?:\w+ )?(?:say|tell|decide|determine|judge|assess) (?:\w+ )?(?:whether|if)",
        r"question(?:able)? whether",
        r"question (?:of|whether|about)(?=[^.;]{0,80}\b(?:remains?|is|still) (?:open|unresolved|unanswered|unsettled|undecided))",
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        rf"(?:no|without|nothing|lack of|absence of|none)(?: (?!{_HEDGE})\w+){{0,3}}? (?:to suggest|suggesting|suggestive of|suspicious for|suspicious of|indicative of|indicating|to indicate"
        r"|concerning for|in keeping with|consistent with|compatible with|typical of|characteristic of|pointing to|in favou?r of|that would suggest|worrisome for)",
        r"nothing",
    ),
    cues(
        Polarity.CONDITIONAL,
        _ON,
        r"(?:in order )?to (?:rule out|exclude|assess(?: for)?|evaluate(?: for)?|look for|check for|detect|confirm or exclude|rule in or out|clarify|search for|screen for)",
        r"for (?:exclusion|evaluation|assessment|detection) of|(?:in order )?to (?:prevent|avoid|forestall)|prevent(?:ion|ing)?(?: of)?|prophyla\w+ (?:of|against)|avoid(?:ance|ing)?(?: of)?|guard against",
        rf"(?:please|kindly|pls|would you|could you)(?: \w+){{0,3}}? {_TELLS}(?: \w+)?(?: for| on)?",
        r"r/o|rule out|\? ?r/o|query|\?query|exclude(?= (?:a |an |any )?\w+[^.;]{0,30}\?)",
        r"(?:looking|search|searching|assess(?:ment)?|evaluat(?:e|ion)|screening|request|look|check|monitor|watch|surveillance) for",
        r"in (?:the event|case|the case) of|in case|provided(?: that)?|as soon as|once(?= (?:the|a|there|it|tumou?r|posterior|canal|epidural))|as long as|until",
        r"if|should|unless|whether|when(?:ever)?(?= (?:there|a|the|tumou?r|epidural|signs)\b)|were to|hypothetical(?:ly)?|assuming",
        r"question(?:s)? (?:of|about|regarding|is|was|as to)(?![^.;]{0,60}: (?:no|neg|there is no|absent|excl|not))|questions?:|asks? (?:about|whether)",
        r"(?:risk|danger|possibility|complications?|chance) of(?= (?:\w+ )?(?:cord compression|neurological|paraly|parapl|incontinence|retention|metastas))",
        r"(?:warned|informed|counselled|counseled|consent(?:ed)?|educated|aware)(?: \w+){0,2} (?:about|of|for|on)|safety-?net\w*|red flags?:?|return (?:at once |immediately )?(?:if|in case)",
        r"(?:consider|advise|suggest|recommend|propose|planned|schedule)(?:ed|d)? (?:\w+ ){0,2}?(?:for )?(?=removal|explant)",
    ),
    cues(
        Polarity.CONDITIONAL,
        _AROUND,
        r"(?:might|may|could|can) (?:\w+ )?(?:occur|develop|result|follow|ensue|arise|appear|cause|lead|happen)",
        r"would(?! like| prefer| want| fit| be consistent| be in keeping)",
        r"(?:if|when|should|unless|in case) (?:symptoms|pain|it|they|signs|he|she|the patient|neurolog\w+|there is|necessary)(?: \w+){0,4}?",
        r"(?:arises?|develops?|occurs?|recurs?|appears?)(?= ?(?:$|[.,;]))",
    ),
    cues(
        Polarity.CONDITIONAL,
        _AROUND,
        r"(?:would|could|might|may) (?:then )?be (?:an |one )?(?:\w+ )?(?:option|possibility|considered|discussed|offered|alternative|helpful|reasonable|contemplated)",
        r"only if|if (?:pain|symptoms|the|tumou?r)\b",
        of=("wish-told",),
    ),
)

DOUBT: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.UNCERTAIN,
        _BACK,
        r"(?:can ?not|can't|could not|is not|are not|was not|not)(?: \w+ly)? (?:be )?(?:\w+ly )?(?:excluded|ruled out|assessed|determined|evaluated|confirmed|assessable|evaluable|proven|discounted|dismissed|decided|judged|substantiated|verified|graded|differentiated)",
        r"not (?:entirely |completely |fully |reliably |definitely |yet |safely |absolutely |confidently )*(?:excluded|excludable|ruled out|confirmed|proven|certain|clear|assessable|unequivocal|conclusive|convincing|reliably \w+|reliabl[ey] measurable|substantiated|sure)",
        rf"{_BE}(?: \w+)? {_DOUBTFUL}(?=\s*(?:$|[.,;)]|(?:and|but|on|at|from|in|by|because|given|due|here|today|as|since|with|without)\b))",
        rf"(?:may|might|could)(?: well)? be (?:\w+ )?(?:{_SEEN}|involved|breached|infiltrated|affected|invaded|compressed|broken|eroded)",
        r"(?:most |more )?(?:likely|probably|presumably|possibly) (?:developmental|congenital|physiological|old|art[ei]fact\w*|degenerative|benign|due to|represent\w*|related to|constitutional|a normal variant|post-?traumatic)",
        r"(?:is|are|was|were|remains?|stays?) in (?:the differential|question|doubt)",
        r"(?:remains?|is|are|stays?) (?:a |the )?(?:\w+ )?(?:possibility|suspicion|consideration|differential(?: diagnosis)?|concern)",
        rf"(?:(?:most|very|highly|rather|only) )?{_DOUBTFUL}(?=\s*(?:$|[.,;)]|(?:on|at|from|in|by) (?:the |this |ct\b|mr|left|right|both|[ctls]\d)))",
        r"(?:considered|was considered|discussed|raised)(?= (?:as )?(?:a )?(?:possibility|differential))",
        rf"(?:{_DOUBTFUL}|perhaps|maybe) (?:desired|wanted|planned|requested|intended|wished|considered)",
        r"neither (?:proven|confirmed|established|certain|provable) nor (?:excluded|ruled out|refuted|excludable)|neither (?:excluded|ruled out) nor (?:proven|confirmed)",
        r"(?:must|has to|needs to|may|could|might) be (?:considered|discussed|borne in mind|included in the differential|suspected|assumed|thought of)|(?:is|are|remains?) to be (?:excluded|ruled out)",
        r"unlikely|improbable|less likely|not likely|hardly (?:likely|probable)|(?:is|are|was|were) limited(?! to)|limited by|obscured|not well seen|poorly (?:seen|assessed|visuali[sz]ed)|not covered|to be (?:confirmed|verified|clarified|determined|correlated)",
    ),
    cues(
        Polarity.UNCERTAIN,
        _ON,
        rf"no (?:\w+ly )?{_HEDGE}(?: (?:or|and) {_HEDGE})?(?: {_EVIDENCE})?",
        r"no (?:certain|sure) (?:sign|evidence)s? of",
        r"not (?:definite(?:ly)?|clear(?:ly)?|certain(?:ly)?|convincing(?:ly)?|obvious(?:ly)?|unequivocal(?:ly)?|reliably)",
        rf"without (?:\w+ly )?{_HEDGE}(?: {_EVIDENCE})?",
        r"(?:can ?not|can't|could not|cannot be|not possible to|unable to|difficult to|impossible to|hard to)(?: \w+ly)? (?:exclude|rule out|be excluded for|confirm|differentiate|distinguish|discount|assess)",
        r"rather(?! than)",
        r"not (?:excluding|ruling out)|does not exclude|do not exclude",
        r"possibl[ey]|probabl[ey]|likely|unlikely|presumabl[ey]|presumptive|presumed|perhaps|maybe|questionabl[ey]|question of(?= an? )|equivocal|doubtful|debatable|borderline|conceivabl[ey]|potential(?:ly)?|arguabl[ey]|putative|suspiciously",
        r"(?:some |slight |low |high |strong |minor )?suspicion (?:of|for|that|is raised of)|suspicious (?:of|for)|suspected|suspect(?:s|ing)?|suspicious|concern(?:ing|ed)? (?:for|about|of)|concern|worrisome for|worrying for|fear of|feared",
        r"suggest(?:s|ed|ing|ive)?(?: of| that)?|indicative of|indicating|favou?r(?:s|ed|ing)?(?: an?)?|consistent with|compatible with|in keeping with|typical of|reminiscent of|resembl\w+|mimic\w+"
        r"|raises? (?:the )?(?:possibility|suspicion|question|concern) (?:of|for|about)|points? to(?:wards?)?|speaks? for|would fit|could represent|may represent|might represent|may reflect|may be due to|best explained by",
        r"(?:am|is|are) inclined to|impression of|thought to (?:be|represent)|believed to (?:be|represent)|assumed(?: to be)?|felt to (?:be|represent)|regarded as (?:likely|possible|probable)",
        r"appears? to|seems? to|seemingly|apparent(?:ly)?|may(?! not)|might(?! not)|could(?! not)",
        r"not (?:yet )?(?:proven|confirmed|established)(?: \w+)?",
        r"indeterminate(?= for)",
        r"less likely|more likely|most likely|in all likelihood|in all probability|most probably",
    ),
    cues(
        Polarity.UNCERTAIN,
        _ON,
        r"(?:differential(?: diagnosis| diagnoses)?|d/d|ddx|dd|differentials?|considerations?)(?: (?:includes?|is|are|comprises?|between|of|would include))?:?",
        far=True,
    ),
    cues(
        Polarity.UNCERTAIN,
        _BACK,
        r"(?:(?:is|are|remains?|appears?|looks?) )?(?:\w+ly )?(?:indeterminate|suspicious|equivocal|nonspecific|non-specific)(?! for| of| age)",
        of=(
            "nature",
            "matrix",
            "canal-extension",
            "soft-tissue-extension",
            "foraminal-extension",
            "posterior-wall",
            "collapse",
        ),
    ),
    Cue(
        Polarity.CONDITIONAL,
        _ALL,
        re.compile(
            r"^\?\s*(?=\w)|^(?:is|are|does|do|has|have|any|can|could|was|were|which|what|how)\b[^.;]*\?|clinical question|^query\b|^q:|\(clinical question\)"
        ),
    ),
    Cue(
        Polarity.ABSENT,
        _BACK,
        re.compile(r"\? (?:no|none|nil|negative)(?=\s*(?:$|[.,;]))|\? not (?:on|in|at|seen|present|here|visible)\b"),
    ),
    Cue(Polarity.UNCERTAIN, _ON, re.compile(r"\?\s*(?=\w)")),
    Cue(Polarity.UNCERTAIN, _BACK, re.compile(r"\?")),
    Cue(
        Polarity.UNCERTAIN,
        _AROUND,
        re.compile(
            rf"^(?:(?:either|a|an|the|this|that|is|it|lesion|most|likely|[ctls]\d+|in|of|at|with|focus|representing|represents|impression|conclusion)[\s:,-]+)*{_NATURES} or (?:an? )?(?:\w+ )?{_NATURES}"
        ),
    ),
    Cue(Polarity.ABSENT, _BACK, re.compile(r"(?<=\s)-(?=\s*(?:[,.;]|$))")),
    cues(Polarity.UNCERTAIN, _AROUND, r"versus|vs\.?|or else|as opposed to"),
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
        rf"(?:(?:{_BE} )?no longer|can no longer be|no more|not any more)(?: \w+ly)? {_SEEN}",
        rf"(?:{_BE} )?not (?:\w+ )?{_SEEN} {_NOW}",
        r"no longer (?:\w+ )?(?:compressed|involved|infiltrated|detectable|measurable|abnormal|enlarged|in contact|displaced|effaced|narrowed|invaded|touch\w*|abut\w*)",
        r"(?:has|have|had)? ?(?:now |since |meanwhile |completely |fully |entirely |since then |subsequently |all )*(?:resolved|regressed completely|disappeared|vanished|receded|subsided|cleared|gone|been relieved|melted away|dissolved)|(?:has|have|had) (?:now |since |meanwhile |completely |fully |entirely )*(?:recovered|normali[sz]ed)",
        r"(?:completely|fully|entirely|totally) (?:regressed|resolved|disappeared|gone|regredient)",
        r"complete (?:regression|resolution|remission|disappearance|recovery|response)(?! of)|(?:now|meanwhile|since) (?:been )?(?:normalised|normalized|resorbed|decompressed|recovered|relieved)",
        r"(?:is|are) now (?:free|clear|normal|decompressed|patent|absent)",
        r"(?:turned out|proved|turns out|found) to be (?:a |an )?(?:\w+ )?(?:art[ei]fact\w*|spurious|wrong|unfounded|degenerative|volume averaging|vessel|vein|variant)",
        resolves=True,
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"(?:excludes?|rules? out|disproves?|refutes?|excluded)(?=[^.;]{0,80}\b(?:suspected|questioned|described|reported|raised)\b)",
        r"(?:resolution|disappearance|(?:complete )?regression|clearance|complete response|relief)(?: of)(?! pain)",
        r"no (?:more|longer(?: any)?|residual|remaining|persistent|persisting)|(?:resolved|vanished|regressed)(?= \w)",
        r"no longer (?:\w+ )?(?:shows?|demonstrates?|has|have|compress\w*|extends?|abuts?|touch\w*|involves?|reach\w*|contacts?|displac\w*|infiltrat\w*|invad\w*|fills?)",
        resolves=True,
    ),
)

DENIAL: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.ABSENT,
        _BACK,
        rf"(?:{_BE} )?not (?:\w+ )?{_SEEN}",
        rf"(?:can ?not|could not|can't|couldn't) (?:\w+ )?be (?:\w+ly )?{_SEEN}",
        rf"(?:isn't|aren't|wasn't|weren't) (?:\w+ )?{_SEEN}",
        rf"(?:is|are|was|were) (?:neither|nowhere) {_SEEN}(?: nor(?: \w+){{1,2}})?|nowhere {_SEEN}",
        r"(?:(?:is|are|was|were|has been|have been|had been|can be|could be) )?(?:\w+ly )?(?:excluded|ruled out|absent|refuted|not the case|lacking|denied|disproved|disproven)",
        r"(?:is|are|was|were|been) not (?:planned|intended|desired|wanted|wished|requested|needed|required|indicated|breached|compressed|involved|the (?:goal|aim|plan)|foreseen|sought|under discussion|considered)",
        r"(?:not|never|no longer) (?:planned|intended|desired|wanted|wished|requested|needed|required|indicated|the (?:goal|aim))",
        r"(?:is|are|was|were) not there|none(?: (?:is|are|was|were|has been)(?: \w+ly)? (?:seen|identified|found|shown|detected|visible|present|demonstrated|noted|evident))?",
        r"(?<![\w-])negative(?! for)|(?<=[:\-] )(?:no|nil|absent)(?=\s*(?:$|[.,;)]))|nil",
        r"do(?:es)? not(?=\s*[.,;]|$)",
        r"there is none|is (?:an? )?(?:\w+ )?(?:artefact|artifact|nutrient vessel|vessel|basivertebral vein|pseudolesion|normal variant)",
        r"not (?:reproduced|borne out|substantiated by)|unfounded|erroneous(?:ly)?",
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        rf"no(?: new| other| further| additional| associated| current| demonstrable| detectable| relevant| significant| visible| more| recent| appreciable| discernible| objective| focal| imaging| abnormal)*(?: {_EVIDENCE})?",
        r"(?:absence|lack|exclusion|freedom)(?: of| from)(?: any)?|absent|negative(?: for)|free (?:of|from)|clear of|devoid of|void of|rather than|instead of|as opposed to|in the absence of",
        rf"(?:without|w/o)(?: any)?(?: {_EVIDENCE})?",
        r"(?:does|do|did|has|have|had|is|are|was|were|will) (?:\w+ )?not(?: yet)?(?: have| show| demonstrate)?",
        r"doesn't|don't|didn't|isn't|aren't|wasn't|hasn't|nor|neither|not|never|none of the|nowhere|non|lacks?|lacking",
        r"rules? out|ruled out|excludes?|excluded|excluding|refutes?|denies|denied|denying|disproves?",
        r"fails? to (?:show|demonstrate|reveal|identify|confirm)|what (?:looked|appeared|seemed)(?: like)?(?: to be)?|mistaken for|misinterpreted as|misread as|pseudo-?",
        r"no",
    ),
)

_PRIOR: Final = r"(?:(?:prior|previous|former|old|earlier|last|outside|initial|first|baseline) (?:\w+ )?(?:scan|study|examination|report|ct|mri?|pet(?:[/-]ct)?|images?|films?|imaging|radiographs?|visit))"
PAST: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.HISTORICAL,
        _AROUND,
        rf"(?:on|in|at|from|by|per) (?:the |a |an )?{_PRIOR}(?! (?:is|are|was)? ?(?:unchanged|confirmed))",
    ),
    cues(
        Polarity.HISTORICAL,
        _BACK,
        r"(?:is|are|was|were|has|have|being|now)? ?(?:long |now |since |meanwhile )*(?:healed|consolidated since|burnt out|burned out|treated successfully)(?=\s*(?:$|[.,;)]|since|in\b|and\b|now|without|with|after|years))",
        r"(?:is|are|was|were|looks?|appears?) (?:\w+ly )?(?:old|chronic healed|long-standing)(?=\s*(?:$|[.,;)]|and\b|;|now))",
        r"(?:had|was|were|had been) (?:\w+ )?(?:present|seen|described|documented|noted|visible|reported) (?:on|in|at|before|until|previously|then|initially)",
        r"before (?:the )?(?:\w+ )?(?:operation|surgery|treatment|radiotherapy|ablation|decompression|chemotherapy)",
        r"in the past|at that time|at the time(?! of)|years? ago|then(?=\s*(?:$|[.,;]))|in childhood|in (?:her|his) (?:youth|childhood|twenties|thirties)",
        rf"(?:resected|excised|curetted|removed|operated(?: on)?|cured|treated)(?: \w+){{0,3}}? (?:in|at) (?:\w+ )?{_YEAR}",
        rf"(?:given|administered|performed|carried out|done|completed|received)(?: \w+)? (?:in )?(?:\w+ )?{_YEAR}",
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"previously|formerly|earlier|in the past|once|historical(?:ly)?|originally|initially|at (?:the )?(?:first|initial|baseline|previous) (?:\w+ )?(?:scan|examination|presentation|diagnosis)",
        r"(?:past |medical |previous )*(?:history|status|state|condition|hx) (?:of|post|after)|s/p|h/o|post(?! ?-?(?:radio|irrad|rt\b|sbrt|chemo|op|surg|treat|ablat|therap|contrast|interv|biops|traum))",
        r"former|prior|previous|old|healed|past|remote(?! from)|pre-?existing(?= healed)|transient",
        r"had (?:been|shown|had|a|an)",
        r"at the time of(?: the)? (?:first|initial|previous|baseline|primary) (?:\w+ )?",
        rf"(?:the |a )?{_PRIOR}(?: \w+)? (?:showed|demonstrated|revealed|described|reported|had shown|mentioned)",
    ),
    cues(
        Polarity.HISTORICAL,
        _AROUND,
        rf"(?:in|on|of|from|dated|at|during|before|until|back in)(?: (?:the )?(?:\w+ )?(?:scan|study|examination|ct|mri?|pet|surgery|operation|decompression|treatment) (?:of|from|in))?(?: \w+){{0,2}}? {_YEAR}"
        r"(?: (?:scan|examination|study|mri?|ct|operation|surgery|report))?(?: only)?",
        rf"the {_YEAR} (?:scan|examination|study|mri?|ct)|{_YEAR}:",
        r"had been (?:present|seen|described|documented|noted)|in (?:her|his) childhood|as a (?:child|teenager|young (?:man|woman))",
    ),
)

PLAN: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.CONDITIONAL,
        _AROUND,
        PLANNED_RADIOTHERAPY,
        r"planned|scheduled|will (?:be |start|begin|follow|receive|undergo|have)\w*|to follow|ahead of|prior to|before (?:the )?planned",
        r"to be (?:given|started|performed|considered|discussed|planned|offered|inserted|removed|decided)",
        r"should be (?:given|offered|considered|discussed)",
        r"(?:is|are) (?:being )?(?:offered|proposed|recommended|considered|suggested|advised|discussed|intended|under discussion|due to)",
        r"(?:was|were) (?:discussed|considered|proposed|suggested|recommended|advised|contemplated)|consider(?:s|ing)|discussing|contemplat\w+|envisaged|prophylactic",
        r"(?:is|are) (?:indicated|necessary|required|needed|advisable)",
        r"(?:has|have) been (?:offered|proposed|recommended|considered|suggested|advised|discussed|referred)|being considered",
        r"(?:starts?|begins?|commences?|takes? place)(?: (?:on|in|next|tomorrow|soon|this|from)\b)",
        r"next (?:week|month)|tomorrow|later this week|candidate for|awaiting|awaits|waiting|upcoming|forthcoming|is due",
        r"for consideration|under consideration|would be an option|refer(?:red|ral)? (?:for|to)|suitable for|amenable to",
        r"followed by(?= (?:sbrt|sabr|radio|ebrt))",
        of=("previous-radiotherapy", "metal-near-level"),
    ),
)

CUES: Final[tuple[Cue, ...]] = (*LOOKALIKES, *PERSONS, *CONDITIONS, *DOUBT, *GONE, *DENIAL, *PLAN, *PAST)
"""Earlier rows take their words first: what only looks like a cue, then persons, conditions, doubt, denial, the past."""
