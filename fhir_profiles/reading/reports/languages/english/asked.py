"""English words of question, condition and opinion.

What may not live here: findings (`canal`, `bone`, `tumour`, `treatment`, `patient`), doubt (`doubt`), denial (`denial`).
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.languages.english.said import HEDGE, NATURES
from fhir_profiles.reading.reports.languages.english.vocabulary import bag
from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_ON, _BACK, _AROUND = Direction.AFTER_IT, Direction.BEFORE_IT, Direction.AROUND_IT
_TELLS: Final = bag(
    "assess look exclude evaluate check comment rule_out state search examine clarify confirm describe "
    "report specify advise_on rule"
)
CONDITIONS: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.UNCERTAIN,
        _ON,
        r"(?:i|we|one) (?:would|should|might|may) (?:\w+ )?(?:regard|consider|interpret|read|view|favou?r|think"
        r"|suspect|suggest|class"
        r"|classify|rate|assume)(?: (?:this|it|them|these|the (?:\w+ ){0,2}lesions?))*(?: of)?(?: as"
        r"| to be)?(?! (?:fixation|surgery"
        r"|ablation|radio\w+|biopsy|vertebro\w+|debulk\w+))",
        rf"(?:should|must|has to|have to|is to|are to|needs? to) be (?:considered|regarded|seen|viewed|treated"
        rf"|interpreted)(?: as)?"
        rf"(?= (?:an? |the )?(?:\w+ )?(?:{NATURES}|metasta))",
        r"(?:i|we) (?:\w+ )?(?:think|believe|feel|guess|presume|suppose|reckon|suspect)(?: that)?",
        r"in (?:my|our) (?:opinion|view|judgement|judgment|estimation)",
        needs=("i ", "we ", "one ", " be ", "opinion", "view", "judg", "estim"),
    ),
    cues(
        Polarity.UNCERTAIN,
        _AROUND,
        r"(?:cannot|can not|could not|not|hard to|difficult to"
        r"|impossible to)(?: be)?(?: \w+ly)? (?:differentiated?|distinguish(?:ed)?"
        r"|separated?|told|discriminated?)(?: \w+ly)?(?: apart)?(?: from| between)?",
        rf"{NATURES} ?/ ?{NATURES}",
        of=("nature",),
        needs=("/", "differen", "distinguish", "separat", "told", "tell", "discrimin"),
    ),
    cues(
        Polarity.UNCERTAIN,
        _ON,
        r"neither (?:confirm|prove|exclude|rule out|establish|support)s? (?:nor|or) (?:\w+ )?(?:confirm|prove"
        r"|exclude|rule out|refute"
        r"|disprove|deny)s?",
    ),
    cues(
        Polarity.UNCERTAIN,
        _BACK,
        r"(?:is |are )?more likely than not|(?:is|are) (?:rather )?(?:more|less) likely(?! (?:an?|the|to|than)\b)",
    ),
    cues(
        Polarity.UNCERTAIN,
        _AROUND,
        r"(?:is |are )?(?:more|less) (?:likely|probable) than",
        of=("nature",),
        needs=("than",),
    ),
    cues(
        Polarity.UNCERTAIN,
        _AROUND,
        r"(?:osteoporotic|traumatic|benign|degenerative|insufficiency|post-?traumatic),? or (?:metastatic|pathologic\w*|malignant"
        r"|neoplastic)|(?:metastatic|pathologic\w*|malignant|neoplastic),? or (?:osteoporotic|traumatic|benign|degenerative"
        r"|insufficiency|post-?traumatic)",
        of=("nature",),
        needs=(" or ",),
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"not (?:at all |in any way )?(?:suggestive of|indicative of|suspicious (?:of|for)|in keeping with|consistent with"
        r"|compatible with)",
        needs=("not ",),
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"nothing (?:\w+ )?(?:suggests|indicates|points to|hints at|speaks for|supports)",
    ),
    cues(
        Polarity.CONDITIONAL,
        _ON,
        r"(?:tell|told|ask(?:ed)?|instruct(?:ed)?|remind(?:ed)?|urged?|encouraged?|request(?:ed)?)(?: \w+){0,3}? to (?:\w+ )?"
        r"(?:report|return|call|come back|watch|look out|mention|contact|seek)(?: \w+){0,3}?(?: (?:any|if|for|at|about|of))*",
        needs=("tell", "told", "ask", "instruct", "remind", "urge", "encourage", "request"),
    ),
    cues(
        Polarity.CONDITIONAL,
        _AROUND,
        r"(?:may|might|could|can|would) (?:later |then |eventually |also |still )?(?:(?:become|be) )(?:necessary|required|needed"
        r"|indicated|inserted|placed|considered|an option|performed|implanted|added)",
        r"possible(?= (?:\w+ )?(?:later|subsequent|additional|secondary|future) \w+)",
        of=("metal-near-level",),
        needs=(" be", "possible"),
    ),
    cues(
        Polarity.CONDITIONAL,
        _AROUND,
        r"(?:screws?|rods?|instrumentation|fixation|stabili[sz]ation|hardware|cage)\b[^.;,]{0,30}? (?P<at>(?:only )?(?:if"
        r"|in case of"
        r"|in the event of|should)(?= [^.;,]{3,60}))",
        needs=("if ", "case", "event", "should"),
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
        Polarity.CONDITIONAL,
        _BACK,
        r"(?:is|are|seems|appears) (?:(?!not\b|no\b|neither\b|never\b)\w+ )?(?:imminent|impending|threatening"
        r"|looming|threatened|pending)"
        r"|(?<!not )(?:imminent|impending|looming)"
        r"(?=\s*(?:$|[.,;]))|threatens?(?=\s*(?:$|[.,;]))",
        of=("cord-compression", "neurological-deficit", "canal-extension"),
        needs=("immin", "impend", "threat", "loom", "pending"),
    ),
    cues(
        Polarity.CONDITIONAL,
        _ON,
        r"^(?:assess|evaluate|check|comment on|clarify|determine|judge)(?= (?:the )?(?:\w+ )?stability)",
        of=("fracture-risk",),
        needs=("stability",),
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
        r"|questionable|debatable|not known|not certain|not (?:yet |entirely |quite )?(?:clear|known|certain)|remains to be"
        r"|not decided"
        r"|not be (?:decided|determined|told|judged|assessed)|impossible|difficult))",
        r"(?:it is |it remains )?(?:not known|not sure|unsure|unknown|unclear|uncertain|undetermined|doubtful|open|not certain"
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
        r"^were(?= (?:the|there|it|she|he|this|tumou?r|[ctls]\d))",
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
        r"(?:looking|search|searching|assess(?:ment)?|evaluat(?:e|ion)|screening|look|check|monitor|monitoring|watch"
        r"|watching|vigilance|observation|surveillance) for(?! (?:an? |the )?(?:unknown |occult )?primary\b[^:;.]{0,20}:)",
        r"in the presence of(?=[^.;]{0,80}\b(?:contra-?indicated|indicated|should|must|would|advis\w+|avoid\w*"
        r"|not (?:be )?(?:done|performed"
        r"|allowed|advisable|possible))\b)",
        r"in (?:the event|case|the case) of|in case|in the (?:event|case) that|on condition(?: that)?|provided(?: that)?"
        r"|as soon as|once(?= (?:the|a|there|it"
        r"|insurance|approv\w+|funding|consent|staging|biopsy"
        r"|tumou?r|posterior|canal|epidural))|as long as|until",
        r"(?:^|(?<=, )|(?<=; ))(?:to )?exclude",
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
        r"(?<!fracture )(?<!collapse )(?:risk|danger|complications?|chance) of(?! (?:\w+ ){0,2}?(?:fractur|collaps|failure"
        r"|instab|height))",
        r"(?:impending|imminent|threaten(?:ed|ing)|incipient)(?= (?:\w+ )?(?:cord|cauda|conus|neurolog|para|mscc|canal"
        r"|epidural|foram))",
        r"(?:informed )?consent\b[^.;]{0,40}?\b(?:incl\.?|including)",
        r"(?:warned|informed|counselled|counseled|consent(?:ed)?|educated|aware)(?: \w+){0,2} (?:about|of|for"
        r"|on)|safety-?net\w*|red flags?:?|return (?:at once |immediately )?(?:if|in case)",
        r"(?:consider|advise|suggest|recommend|propose|planned|schedule)(?:ed"
        r"|d)? (?:\w+ ){0,2}?(?:for )?(?=removal|explant)",
    ),
    cues(
        Polarity.CONDITIONAL,
        _AROUND,
        r"(?:might|may|could|can) (?:\w+ )?(?:occur|develop|result|follow|ensue|arise|appear|cause|lead|happen)",
        r"would(?! not call(?! for)| not describe| hesitate to call| not regard| escape| be missed"
        r"| go undetected| like| prefer| want| fit| be consistent| be in keeping)",
        r"(?:if|when(?! \w+ (?:was|were|had|measured|showed)\b)|should|unless|in case) (?:symptoms|pain|it|they|signs"
        r"|he|she|the patient|neurolog\w+"
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
