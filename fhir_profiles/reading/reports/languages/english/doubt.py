"""English words of question, condition and doubt.

What may not live here: findings (`canal`, `wall`, `outside`, `bone`, `tumour`, `treatment`, `patient`), and denial (`denial`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.said import BE, DOUBTFUL, EVIDENCE, HEDGE, SEEN
from fhir_profiles.reading.reports.languages.english.vocabulary import bag
from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_ON, _BACK, _AROUND, _ALL = Direction.AFTER_IT, Direction.BEFORE_IT, Direction.AROUND_IT, Direction.SENTENCE
_TELLS: Final = bag(
    "assess look exclude evaluate check comment rule_out state search examine clarify confirm describe "
    "report specify advise_on rule"
)
_NATURES: Final = (
    r"(?:metastas[ie]s|(?:\w+ )?ha?emangioma|plasmacytoma|myeloma|chordoma|osteoid osteoma|osteoblastoma"
    r"|osteosarcoma|chondrosarcoma|giant cell tumou?r|infection|spondylodiscitis|discitis|osteomyelitis"
    r"|schmorl node|osteoporotic fracture|pathological fracture|plasmocytoma|lymphoma|fibrous dysplasia"
    r"|paget\w*(?: disease)?|bone island|enostosis|bone cyst|degenerative change)"
)
CONDITIONS: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.UNCERTAIN,
        _ON,
        r"neither (?:confirm|prove|exclude|rule out|establish|support)s? (?:nor|or) (?:\w+ )?(?:confirm|prove"
        r"|exclude|rule out|refute"
        r"|disprove|deny)s?",
    ),
    cues(Polarity.UNCERTAIN, _BACK, r"(?:is |are )?more likely than not|(?:is|are) (?:rather )?(?:more|less) likely"),
    cues(
        Polarity.ABSENT,
        _ON,
        r"nothing (?:\w+ )?(?:suggests|indicates|points to|hints at|speaks for|supports)",
    ),
    cues(
        Polarity.CONDITIONAL,
        _AROUND,
        r"(?:is|are|was|were|being|currently) under (?:consideration|discussion)",
        of=("previous-radiotherapy", "metal-near-level"),
    ),
    cues(
        Polarity.UNCERTAIN,
        _BACK,
        r"(?<=, )(?:which |this |that )?(?:could|may|might|possibly|probably|likely|perhaps"
        r"|presumably)(?: well)?(?: be| represent| reflect)?"
        r" (?:an? |the |due to )?(?:\w+ )?(?:venous|vessels?|veins?|art[ei]fact\w*|degenerat\w+|post-?\w+|fat"
        r"|normal|variant|haemorrh\w+"
        r"|ha?ematoma|inflamm\w+|reactive|scar|fibrosis|treatment\w*|granulation|volume averaging)",
    ),
    cues(
        Polarity.UNCERTAIN,
        _BACK,
        r"until (?:proven|shown|demonstrated|proved) otherwise",
    ),
    cues(
        Polarity.UNCERTAIN,
        _AROUND,
        r"(?:would|could|might|may|is|are|remains?) (?:be )?(?:an? |another |the )?(?:\w+ )?(?:alternatives?"
        r"|differential|consideration)"
        r"(?: (?:to|diagnos[ie]s))?",
        of=("nature",),
    ),
    cues(
        Polarity.UNCERTAIN,
        _AROUND,
        r"whether(?=[^.;]{0,120}?\b(?:uncertain|unclear|open|unknown|cannot|can not|could not|doubtful"
        r"|questionable|debatable|not known|not certain|remains to be|not decided"
        r"|not be (?:decided|determined|told|judged|assessed)|impossible|difficult))",
        r"(?:it is |it remains )?(?:not known|unknown|unclear|uncertain|undetermined|doubtful|open|not certain"
        r"|debatable|impossible to (?:say|tell|decide)) (?:whether|if)",
        r"(?:cannot|can not|could not|difficult to|not possible to) (?:\w+ )?(?:say|tell|decide|determine|judge"
        r"|assess) (?:\w+ )?(?:whether|if)",
        r"question(?:able)? whether",
        r"question (?:of|whether|about)(?=[^.;]{0,80}\b(?:remains?|is|still) (?:open|unresolved|unanswered"
        r"|unsettled|undecided))",
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        rf"(?:no|without|nothing|lack of|absence of|none)(?: (?!{HEDGE})\w+){{0,3}}? (?:to suggest|suggesting"
        r"|suggestive of|suspicious for|suspicious of|indicative of|indicating|to indicate"
        r"|concerning for|in keeping with|consistent with|compatible with|typical of|characteristic of"
        r"|pointing to|in favou?r of|that would suggest|worrisome for)",
        r"nothing",
    ),
    cues(
        Polarity.CONDITIONAL,
        _ON,
        r"if",
        r"(?:risks?|complications?|side[- ]effects?|adverse events?|hazards?)(?: of (?:the |this )?\w+)?(?: \w+)?"
        r"(?: (?:explained|discussed|include|includes|including|mentioned|named|such as|like|are|comprise|told"
        r"|outlined"
        r"|communicated|specific|possible|procedural))+:?(?!:? (?:none|no\b|not\b|nil))",
        r"(?:contra-?indications?|indications?)(?: (?:for|to|of) (?:\w+ ){0,3}?\w+)?(?::| (?:are|is|include|includes"
        r"|would be|remains?)\b)(?! (?:none|no\b|not\b|nil|given|good|urgent|clear|correct))",
        far=True,
    ),
    cues(
        Polarity.CONDITIONAL,
        _ON,
        r"(?:in order )?to (?:rule out|exclude|assess(?: for)?|evaluate(?: for)?|look for|check for|detect"
        r"|confirm or exclude|rule in or out|clarify|search for|screen for)",
        r"for (?:exclusion|evaluation|assessment|detection) of|(?:in order )?to (?:prevent|avoid|forestall)"
        r"|prevent(?:ion|ing)?(?: of)?|prophyla\w+ (?:of|against)|avoid(?:ance|ing)?(?: of)?|guard against",
        rf"(?:please|kindly|pls|would you|could you)(?: \w+){{0,3}}? {_TELLS}(?: \w+)?(?: for| on)?",
        r"reserved for|beware of|cave:?|protect(?:ion|s|ed|ing)?(?: \w+)? (?:from|against)"
        r"|(?:brace|corset|orthosis|stabili[sz]\w+|cement|augment\w+|guard\w*|insurance|measures?"
        r"|precautions?)(?: of \w+)? against"
        r"|(?:is|are|be|only) (?:\w+ )?(?:contra-?)?(?:indicated|warranted|justified) (?:only )?(?:in|for|with"
        r"|by|when)(?! (?:the|this|our)"
        r" (?:present|patient|case))",
        r"r/o|rule out|\? ?r/o|query|\?query|exclude(?= (?:a |an |any )?\w+[^.;]{0,30}\?)",
        r"(?:looking|search|searching|assess(?:ment)?|evaluat(?:e|ion)|screening|look|check|monitor|watch"
        r"|surveillance) for",
        r"in (?:the event|case|the case) of|in case|provided(?: that)?|as soon as|once(?= (?:the|a|there|it"
        r"|insurance|approv\w+|funding|consent|staging|biopsy"
        r"|tumou?r|posterior|canal|epidural))|as long as|until",
        r"should|unless|whether|when(?:ever)?(?= (?:there|a|the|tumou?r|epidural|signs)\b)|were to"
        r"|hypothetical(?:ly)?|assuming",
        r"(?:question|query|request|enquiry|inquiry)s? (?:from|by|of) (?:the |our "
        r"|your )?(?:\w+ ){0,2}?(?:surgeons?|surgery"
        r"|oncolog\w+|radiation|referr\w+|clinic\w*|colleagues?|board|ward|orthop\w+|neurosurg\w+|team"
        r"|patient)(?: is|:)?"
        r"|(?:the )?(?:surgeon|oncologist|referrer|colleague|team|board|clinician"
        r"|neurosurgeon)s? (?:asks?(?= (?:us|whether|if|about)\b)|wants? to know"
        r"|would like to know|wonders?|wishes to know)(?: us)?(?: whether| if| about)?",
        r"question(?:s)? (?:of|about|regarding|is|was|as to)(?![^.;]{0,60}: (?:no|neg|there is no|absent|excl"
        r"|not))|questions?:|asks? (?:about|whether)",
        r"(?:risk|danger|complications?|chance) of(?! (?:\w+ ){0,2}?(?:fractur|collaps|failure|instab|height))",
        r"(?:impending|imminent|threaten(?:ed|ing)|incipient)(?= (?:\w+ )?(?:cord|cauda|conus|neurolog|para|mscc))",
        r"(?:warned|informed|counselled|counseled|consent(?:ed)?|educated|aware)(?: \w+){0,2} (?:about|of|for"
        r"|on)|safety-?net\w*|red flags?:?|return (?:at once |immediately )?(?:if|in case)",
        r"(?:consider|advise|suggest|recommend|propose|planned|schedule)(?:ed"
        r"|d)? (?:\w+ ){0,2}?(?:for )?(?=removal|explant)",
    ),
    cues(
        Polarity.CONDITIONAL,
        _AROUND,
        r"(?:might|may|could|can) (?:\w+ )?(?:occur|develop|result|follow|ensue|arise|appear|cause|lead|happen)",
        r"would(?! escape| be missed| go undetected| like| prefer| want| fit| be consistent| be in keeping)",
        r"(?:if|when|should|unless|in case) (?:symptoms|pain|it|they|signs|he|she|the patient|neurolog\w+"
        r"|there is|necessary)(?: \w+){0,4}?",
        r"(?:arises?|develops?|occurs?|recurs?|appears?)(?= ?(?:$|[.,;]))",
    ),
    cues(
        Polarity.CONDITIONAL,
        _AROUND,
        r"(?:would|could|might|may) (?:then )?be (?:an |one )?(?:\w+ )?(?:option|possibility|considered"
        r"|discussed|offered|alternative|helpful|reasonable|contemplated)",
        r"only if|if (?:pain|symptoms|the|tumou?r)\b",
        of=("wish-told",),
    ),
)

DOUBT: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.UNCERTAIN,
        _BACK,
        r"unproven|unproved|unconfirmed|unverified|unsubstantiated|in all (?:probability|likelihood)",
        rf"(?:{BE} )?not (?:convincingly|definitely|clearly|reliably|certainly|unequivocally|conclusively"
        rf"|obviously) (?:{SEEN}|breached|involved|infiltrated|broken)",
        r"(?:(?:ct|mri?|pet|it|this|biopsy|histology) )?(?:does|did|do|could|can)(?: not"
        r"|not) (?:\w+ly )?(?:confirm|prove|verify|substantiate)(?: it| this| that)?(?=\s*(?:$|[.,;)]))",
        r"(?:may|might|could|would) (?:escape|be missed|go undetected|be overlooked|remain undetected)(?: \w+)?",
        r"(?:can ?not|can't|could not|is not|are not|was not|not)(?: \w+ly)? (?:be )?(?:\w+ly )?(?:excluded|denied"
        r"|ruled out|assessed|determined|evaluated|confirmed|assessable|evaluable|proven|discounted|dismissed"
        r"|decided|judged|estimated|quantified|calculated|stated|given|substantiated|verified|graded"
        r"|differentiated)",
        r"not (?:entirely |completely |fully |reliably |definitely |yet |safely |absolutely "
        r"|confidently )*(?:excluded|excludable|ruled out|confirmed|proven|certain|clear|assessable|unequivocal"
        r"|conclusive|convincing|reliably \w+|reliabl[ey] measurable|substantiated|sure)",
        rf"{BE}(?: \w+)? {DOUBTFUL}(?=\s*(?:$|[.,;)]|(?:and|but|yet|though|although|however|on|at|from|in|by"
        r"|because|given|due|here|today|as"
        r"|since|with|without)\b))",
        rf"(?:may|might|could)(?: well)? be (?:\w+ )?(?:{SEEN}|involved|breached|infiltrated|affected|invaded"
        r"|compressed|broken|eroded)",
        r"(?:most |more )?(?:likely|probably|presumably|possibly) (?:developmental|congenital|physiologic(?:al)?|old"
        r"|art[ei]fact\w*|degenerative|benign|due to|represent\w*|related to|constitutional|a normal variant"
        r"|post-?traumatic)",
        r"(?:is|are|was|were|remains?|stays?) in (?:the differential|question|doubt)",
        r"(?:remains?|is|are|stays?) (?:a |the )?(?:\w+ )?(?:possibility|suspicion|consideration"
        r"|differential(?: diagnosis)?|concern)",
        rf"(?:(?:most|very|highly|rather|only) )?{DOUBTFUL}(?=\s*(?:$|[.,;)]|(?:but|yet|though|although"
        r"|however)\b|(?:on|at|from|in|by) (?:the |this "
        r"|ct\b|mr|left|right|both|[ctls]\d)))",
        r"(?:was|were|has been|have been) (?:also |initially |first )?(?:considered|entertained"
        r"|contemplated)(?! (?:to|as|for|as an?)\b)",
        r"(?:considered|was considered|discussed|raised)(?= (?:as )?(?:a )?(?:possibility|differential))",
        rf"(?:{DOUBTFUL}|perhaps|maybe) (?:desired|wanted|planned|requested|intended|wished|considered)",
        r"neither (?:proven|confirmed|established|certain|provable) nor (?:excluded|ruled out|refuted"
        r"|excludable)|neither (?:excluded|ruled out) nor (?:proven|confirmed)",
        r"(?:must|has to|needs to|may|could|might) be (?:considered|discussed|borne in mind"
        r"|included in the differential|suspected|assumed|thought of)|(?:is|are|remains?) to be (?:excluded"
        r"|ruled out)",
        r"unlikely|improbable|less likely|not likely|hardly (?:likely|probable)|(?:is|are|was"
        r"|were) limited(?! to)|limited by(?! (?:the |an? )?(?:intact )?cort)|obscured|not well seen"
        r"|poorly (?:seen|assessed|visuali[sz]ed)"
        r"|not covered|to be (?:confirmed|verified|clarified|determined|correlated)",
    ),
    cues(
        Polarity.UNCERTAIN,
        _ON,
        rf"no (?:\w+ly )?{HEDGE}(?: (?:or|and) {HEDGE})?(?: {EVIDENCE})?",
        r"no (?:certain|sure) (?:sign|evidence)s? of",
        r"not (?:definite(?:ly)?|clear(?:ly)?|certain(?:ly)?|convincing(?:ly)?|obvious(?:ly)?|unequivocal(?:ly)?"
        r"|reliably)",
        rf"without (?:\w+ly )?{HEDGE}(?: {EVIDENCE})?",
        r"(?:can ?not|can't|could not|cannot be|not possible to|unable to|difficult to|impossible to"
        r"|hard to)(?: \w+ly)? (?:exclude|rule out|be excluded for|confirm|differentiate|distinguish|discount"
        r"|assess)",
        r"rather(?! than)",
        r"not (?:excluding|ruling out)|does not exclude|do not exclude",
        r"possibl[ey]|probabl[ey]|likely|unlikely|presumabl[ey]|presumptive|presumed|perhaps|maybe"
        r"|questionabl[ey]|question of(?= an? )|equivocal|doubtful|debatable|borderline|conceivabl[ey]"
        r"|potential(?:ly)?|arguabl[ey]|putative|suspiciously",
        r"(?:some |slight |low |high |strong |minor )?suspicion (?:of|for|that|is raised of)|suspicious (?:of"
        r"|for)|suspected|suspect(?:s|ing)?|suspicious|concern(?:ing|ed)? (?:for|about|of)|concern|worrisome for"
        r"|worrying for|fear of|feared",
        r"suggest(?:s|ed|ing|ive)?(?: of| that)?|indicative of|indicating|favou?r(?:s|ed|ing)?(?: an?)?"
        r"|consistent with|compatible with|in keeping with|typical of|reminiscent of|resembl\w+|mimic\w+"
        r"|raises? (?:the )?(?:possibility|suspicion|question|concern) (?:of|for|about)|points? to(?:wards?)?"
        r"|speaks? for|would fit|could represent|may represent|might represent|may reflect|may be due to"
        r"|best explained by",
        r"(?:am|is|are) inclined to|impression of(?! the (?:upper|lower|superior|inferior|end|thecal|dural|sac"
        r"|cord|canal))|thought to (?:be|represent)|believes? (?:that )?|reportedly|allegedly|believed to (?:be"
        r"|represent)"
        r"|assumed(?: to be)?|felt to (?:be|represent)|regarded as (?:likely|possible|probable)",
        r"appears? to|seems? to|seemingly|apparent(?:ly)?|(?<!in )(?<!since )(?<!of )may(?! not)|might(?! not)"
        r"|could(?! not)",
        r"not (?:yet )?(?:proven|confirmed|established)(?: \w+)?",
        r"indeterminate(?= for)",
        r"less likely|more likely|most likely|in all likelihood|in all probability|most probably",
    ),
    cues(
        Polarity.UNCERTAIN,
        _ON,
        r"(?:differential(?: diagnosis| diagnoses)?|d/d|ddx|dd|differentials?|considerations?)(?: (?:includes?"
        r"|is|are|comprises?|between|of|would include))?:?",
        far=True,
    ),
    cues(
        Polarity.UNCERTAIN,
        _BACK,
        r"(?:(?:is|are|remains?|appears?|looks?) )?(?:\w+ly )?(?:indeterminate|suspicious|equivocal|nonspecific"
        r"|non-specific)(?! for| of| age)",
        of=(
            "fracture-risk",
            "cord-compression",
            "close-to-viscus",
            "close-to-neural-structure",
            "intra-articular",
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
            r"^\?\s*(?=\w)|^(?:is|are|does|do|has|have|any|can|could|was|were|which|what"
            r"|how)\b[^.;?]*\?(?!\s*(?:no|none|not|yes|nil|negative)\b)"
            r"|clinical question|^query\b|^q:|\(clinical question\)"
        ),
    ),
    Cue(
        Polarity.ABSENT,
        _BACK,
        re.compile(
            r"\? (?:no|none|nil|negative)(?=\s*(?:$|[.,;]|at\b|in\b|on\b))|\? not (?:on|in|at|seen|present|here"
            r"|visible)\b"
        ),
    ),
    Cue(Polarity.UNCERTAIN, _ON, re.compile(r"\?\s*(?=\w)")),
    Cue(Polarity.UNCERTAIN, _BACK, re.compile(r"\?")),
    Cue(
        Polarity.UNCERTAIN,
        _AROUND,
        re.compile(
            r"^(?:(?:either|a|an|the|this|that|is|it|lesion|most|likely|[ctls]\d+|in|of|at|with|focus"
            r"|representing|represents|impression"
            rf"|conclusion)[\s:,-]+)*{_NATURES} or (?:an? )?(?:\w+ )?{_NATURES}"
        ),
    ),
    Cue(Polarity.ABSENT, _BACK, re.compile(r"(?<=\s)-(?=\s*(?:[,.;]|$))")),
    cues(Polarity.UNCERTAIN, _AROUND, r"versus|vs\.?|or else|as opposed to"),
)
