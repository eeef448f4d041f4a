"""English words of denial, doubt, time, condition and person, and where one statement ends.

What may not live here: findings (`structures`, `tumour`, `patient`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues, words
from fhir_profiles.reading.reports.mention import Polarity, Section

_ON, _BACK, _AROUND, _ALL = Direction.AFTER_IT, Direction.BEFORE_IT, Direction.AROUND_IT, Direction.SENTENCE
_SEEN: Final = (
    r"(?:seen|shown|visible|visuali[sz]ed|identified|detected|demonstrated|demonstrable|found|noted|present|evident|apparent|there"
    r"|recogni[sz]ed|appreciated|observed|depicted|discernible|confirmed today|documented)"
)
_BE: Final = r"(?:is|are|was|were|be|been|being|has been|have been|can be|could be|appears?|remains?)"
_DOUBTFUL: Final = (
    r"(?:suspected|possible|probable|likely|questionable|doubtful|equivocal|uncertain|unclear|suspicious|conceivable|debatable|indeterminate|presumed|favou?red"
    r"|possibly|probably|presumably|suspected)"
)
_YEAR: Final = r"(?:19|20)\d\d"

CUES: Final[tuple[Cue, ...]] = (
    # only look like a cue
    cues(
        None,
        _ON,
        r"no (?:interval |significant |relevant |further |recent )?(?:change|increase|decrease|growth|progression|progress|difference)(?: in| of)?",
        r"not (?:only|just|merely)",
        r"has not (?:increased|decreased|changed|grown|progressed)",
        r"have not (?:increased|decreased|changed|grown|progressed)",
        r"not (?:increased|changed|grown|progressed|enlarged)",
        r"no doubt(?: about| of| that)?",
        r"without (?:any |interval |significant )?(?:change|progression|increase|growth|doubt)",
        r"(?:compared|comparison|in comparison) (?:with|to)",
        rf"(?:as|unchanged|stable|known|already|same as) (?:in|on|since|from|at)(?: \w+){{0,3}}? {_YEAR}",
        rf"since(?: \w+){{0,2}}? {_YEAR}",
        rf"(?:diagnosed|known|first (?:seen|described|diagnosed)|detected|treated|irradiated|operated(?: on)?|biopsied|resected|implanted|fused|stabili[sz]ed|inserted|radiotherapy|surgery)(?: \w+){{0,3}}? (?:in|since|from) (?:\w+ )?{_YEAR}",
        r"if any",
        r"without contrast|with and without contrast|no contrast|non-contrast",
        r"as (?:possible|far as possible|soon as possible)",
    ),
    # somebody else
    cues(
        Polarity.OTHER_PERSON,
        _ALL,
        r"family history",
        r"(?:his|her|the|patient's|maternal|paternal)? ?(?:mother|father|brother|sister|aunt|uncle|cousin|grand(?:mother|father)|sibling|son|daughter)s?",
        r"in (?:\w+ ){0,3}(?:of|out of) (?:\w+ )?(?:patients|cases)",
        r"(?:\w+ ){0,2}patients with",
        r"in (?:most|many|some|all|such|these|other) (?:patients|cases)",
        r"general information|(?:information )?for patients|in general|as a rule|typically occurs?|the literature|studies (?:show|report)",
    ),
    # the question, the condition, the plan
    cues(
        Polarity.CONDITIONAL,
        _ON,
        r"to (?:rule out|exclude|assess(?: for)?|evaluate(?: for)?|look for|check for|detect|confirm or exclude)",
        r"(?:please|kindly) (?:\w+ ){0,2}?(?:assess|look|exclude|evaluate|check|comment|rule out|state|search|examine|clarify)(?: \w+)?(?: for| on)?",
        r"r/o|rule out|\? ?r/o|query",
        r"(?:looking|search|searching|assess(?:ment)?|evaluat(?:e|ion)|screening|request) for",
        r"in (?:the event|case) of|in case",
        r"if|should|unless|whether|when(?:ever)?(?= (?:there|a|the)\b)",
        r"would (?:be|make|require|mean|need)|were to",
    ),
    cues(Polarity.CONDITIONAL, _AROUND, r"(?:might|may|could|can) (?:occur|develop|result|follow|ensue)", r"would then"),
    # doubt
    cues(
        Polarity.UNCERTAIN,
        _BACK,
        rf"(?:can ?not|can't|could not) (?:\w+ )?(?:be )?(?:\w+ )?(?:excluded|ruled out|assessed|determined|evaluated|confirmed)",
        r"not (?:entirely |completely |fully |reliably |definitely |yet |safely )?(?:excluded|ruled out|confirmed|proven|certain|clear|assessable|reliably \w+|reliabl[ey] measurable)",
        rf"(?:is|are|was|were|appears?|seems?|remains?|being|be|deemed|considered)(?: \w+)? {_DOUBTFUL}",
        rf"(?:(?:most|very|highly|rather|only) )?{_DOUBTFUL}(?=\s*(?:$|[.,;)]|(?:on|at|from) (?:the |this |ct|mr)))",
        rf"(?:{_DOUBTFUL}|perhaps|maybe) (?:desired|wanted|planned|requested|intended|wished|considered)",
        r"unlikely",
    ),
    cues(
        Polarity.UNCERTAIN,
        _ON,
        r"no (?:definite|definitive|convincing|clear|clear-cut|certain|unequivocal|conclusive|reliable|obvious|gross|frank|sure)"
        r"(?: (?:evidence|sign|signs|indication)(?: of| for)?)?",
        r"not (?:definite(?:ly)?|clear(?:ly)?|certain(?:ly)?|convincing(?:ly)?)",
        r"without (?:definite|clear|convincing|certain|obvious|gross|frank)(?: evidence(?: of| for)?)?",
        r"(?:can ?not|can't|could not|not possible to|unable to|difficult to|impossible to|hard to) (?:\w+ )?(?:exclude|rule out|be excluded for)",
        r"not (?:excluding|ruling out)",
        r"possibl[ey]|probabl[ey]|likely|presumabl[ey]|presumed|perhaps|maybe|questionabl[ey]|equivocal|doubtful|debatable|borderline",
        r"suspicion (?:of|for)|suspicious (?:of|for)|suspected|suspect|suspicious|concern(?:ing|ed)? (?:for|about)|concern",
        r"suggest(?:s|ed|ing|ive)?(?: of| that)?|indicative of|favou?r(?:s|ed|ing)?|consistent with|compatible with|in keeping with|raises? the (?:possibility|suspicion) of",
        r"appears? to|seems? to|seemingly|apparent(?:ly)?|may|might|could",
        r"differential(?: diagnosis)?(?: includes?)?|d/d|ddx",
        r"(?:it is )?(?:not known|unknown|unclear|uncertain) (?:whether|if)",
        r"not (?:yet )?(?:proven|confirmed|established)",
        r"indeterminate",
    ),
    Cue(Polarity.CONDITIONAL, _ALL, re.compile(r"^\?\s*(?=\w)|clinical question")),
    Cue(Polarity.ABSENT, _BACK, re.compile(r"\? (?:no|not|none|negative)\b")),
    Cue(Polarity.UNCERTAIN, _ON, re.compile(r"\?\s*(?=\w)")),
    Cue(Polarity.UNCERTAIN, _BACK, re.compile(r"\?")),
    cues(Polarity.UNCERTAIN, _AROUND, r"versus|vs\.?|or else"),
    # it has gone
    cues(
        Polarity.ABSENT,
        _BACK,
        rf"(?:(?:{_BE} )?no longer|can no longer be|no more) {_SEEN}",
        r"no longer (?:\w+ ){0,1}(?:compressed|involved|infiltrated|detectable|measurable|abnormal)",
        r"(?:has|have|had)? ?(?:now |since |meanwhile |completely |fully |entirely )*(?:resolved|regressed completely|disappeared|vanished|receded|subsided|cleared|gone)",
        r"(?:completely|fully|entirely) (?:regressed|resolved|disappeared)",
        r"complete (?:regression|resolution|remission|disappearance)",
        resolves=True,
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"(?:resolution|disappearance|complete regression) of",
        r"no (?:more|longer(?: any)?|residual|remaining)",
        resolves=True,
    ),
    # denial
    cues(
        Polarity.ABSENT,
        _BACK,
        rf"(?:{_BE} )?not (?:\w+ )?{_SEEN}",
        rf"(?:can ?not|could not|can not) (?:\w+ )?be {_SEEN}",
        r"(?:(?:is|are|was|were|has been|have been|can be|could be) )?(?:\w+ly )?(?:excluded|ruled out|absent|refuted|not the case)",
        r"(?:is|are|was|were) not (?:planned|intended|desired|wanted|wished|requested|needed|required|indicated|breached|compressed|involved)",
        r"(?:is|are|was|were) not there",
        r"(?<![\w-])none|negative|(?:: ?|- ?)no(?=\W|$)|nil",
        r"do(?:es)? not(?=\s*[.,;]|$)",
        r"there is none",
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"no(?: new| other| further| additional| associated| evidence| sign| signs| indication| suggestion| suspicion| demonstrable| detectable| relevant| significant| visible)*(?: of| for| that)?",
        r"(?:absence|lack|exclusion) of(?: any)?|absent|negative for|free (?:of|from)|clear of|devoid of|void of|rather than",
        r"without(?: any| evidence of| signs? of)?",
        r"(?:does|do|did|has|have|had|is|are|was|were) (?:\w+ )?not(?: yet)?",
        r"doesn't|don't|didn't|isn't|aren't|wasn't|hasn't|nor|neither|not|never|none of the|nowhere|non",
        r"rules? out|excludes?|excluding|refutes?|denies|denied",
        r"fails? to show",
        r"no",
    ),
    # the plan
    cues(
        Polarity.CONDITIONAL,
        _AROUND,
        r"planned|scheduled|will (?:be |start|begin|follow|receive)\w*|to follow|to be (?:given|started|performed)|should be (?:given|offered|considered)|is (?:offered|proposed|recommended|considered|under discussion)"
        r"|ahead of|prior to|before (?:the )?planned|next week|candidate for|awaiting|intended",
        of=("previous-radiotherapy", "metal-near-level"),
    ),
    # the past
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"previously|formerly|earlier|in the past|once|historical(?:ly)?|originally|initially|at (?:the )?(?:first|initial|baseline|previous) (?:\w+ )?(?:scan|examination|presentation|diagnosis)",
        r"(?:history|status|state|condition) (?:of|post|after)|s/p|h/o|post",
        r"former|prior|previous|old|healed|past",
        r"had (?:been|shown|had)",
        r"at the time of(?: the)? (?:first|initial|previous|baseline|primary) (?:\w+ )?",
    ),
    cues(
        Polarity.HISTORICAL,
        _AROUND,
        rf"(?:in|on|of|from|dated|at|during|before|until)(?: (?:the )?(?:\w+ )?(?:scan|study|examination|ct|mri?|pet|surgery|operation) (?:of|from|in))?(?: \w+){{0,2}}? {_YEAR}(?: (?:scan|examination|study|mri?|ct|operation|surgery))?(?: only)?",
        rf"the {_YEAR} (?:scan|examination|study|mri?|ct)",
        rf"had been (?:present|seen|described|documented|noted)",
    ),
    cues(
        Polarity.HISTORICAL,
        _BACK,
        r"(?:is|are|was|were|has|have|being)? ?(?:long )?(?:since )?(?:healed|old|chronic healed|fused|consolidated since)",
        r"(?:had|was|were) (?:\w+ )?(?:present|seen|described|documented|noted) (?:on|in|at|before|until|previously)",
        r"before (?:the )?(?:\w+ )?(?:operation|surgery|treatment|radiotherapy)",
        r"in the past|at that time|at the time|years ago",
    ),
)
"""Earlier rows take their words first: what only looks like a cue, then persons, conditions, doubt, denial, the past."""

HARD: Final = re.compile(
    r";|\u2014|(?<=\s)[-–](?=\s)|\.(?=\s)|\n"
    r"|\b(?:but|however|although|though|yet|whereas|while|except|apart from|despite|in spite of|nevertheless|instead|otherwise"
    r"|because|so that|since then|the latter|and with|, with)\b"
)
FRESH: Final = words(
    r"(?:the|a|an|there|it|its|this|these|that|which|who|whose|both|each|with|now|today|currently|showing|shows|measuring|at|in"
    r"|known|new|lytic|osteolytic|sclerotic|blastic|mixed|left|right|small|large|marked|severe|mild|subtle|extensive|purely)"
    r"(?! (?:or|nor)\b)",
    r"\d+(?:[.,]\d+)?\s?(?:mm|cm|%)?",
    r"[ctls]\d{1,2}",
    r"\w+ (?:is|are|was|were|has|have|shows?|intact|preserved|maintained|normal|breached|destroyed|eroded)",
    r"\w+ \w+ (?:is|are|was|were|has|have|shows?|intact|preserved|maintained|normal|breached|destroyed|eroded)",
)
JOINS: Final = words(r"or", r"nor", r"and", r"and/or", r"as well as")
MODIFIES: Final = words(
    r"(?:of|from|by|in|at|within|around|through|near|behind|despite|adjacent to|for|into)(?: (?:the|this|that|these|known|a|an|his|her|its|each))?"
)
WITH: Final = words(r"with", r"showing", r"causing", r"which", r"that")
SAYS: Final = words(
    r"there (?:is|are)", r"shows?", r"demonstrates?", r"reveals?", r"measur(?:es|ing)", r"with"
)

HEADINGS: Final = (
    (Section.IMPRESSION, re.compile(r"(?:impression|conclusions?|summary|opinion|assessment|diagnosis)\s*[:\-–]\s*|(?:impression|conclusions?|summary|opinion)\s*$")),
    (Section.FINDINGS, re.compile(r"(?:findings?|report|results?|description|observations?)\s*[:\-–]\s*|findings?\s*$")),
    (
        Section.QUESTION,
        re.compile(r"(?:clinical )?(?:question|query|request|reason for (?:exam(?:ination)?|study|request))\s*[:\-–]\s*"),
    ),
    (
        Section.CLINICAL,
        re.compile(
            r"(?:clinical (?:information|details|history|data|background|indication)|history|indications?|background|anamnesis)\s*[:\-–]\s*"
        ),
    ),
    (Section.TECHNIQUE, re.compile(r"(?:technique|protocol|procedure details?|method|exam(?:ination)?|dose|radiation dose)\s*[:\-–]\s*")),
    (Section.ADVICE, re.compile(r"(?:recommendations?|advice|suggestion|plan)\s*[:\-–]\s*")),
)
NO_LEVEL: Final = re.compile(
    r"\s*(?:dis[ck]s?\b|dis[ck]-?space|intervertebral|interspace|\b(?:(?:exiting|traversing|nerve) )*(?:nerve )?roots?\b|nerve\b|radicul\w*|dermatom\w*"
    r"|myotom\w*|weakness|palsy|paresis|infiltration|facet (?:arthro|hyper|degen)\w*|rib\b)"
)
NO_LEVEL_OF_TWO: Final = re.compile(r"\s*(?:(?:left|right|neural|intervertebral|exit) )*(?:neuro)?foram")
NO_LEVEL_BEFORE: Final = re.compile(
    r"(?:\bnot|\broots?|nerve|dermatome|myotome|dis[ck](?: \w+){0,2}(?: at)?|rib|protrusion at|bulge(?: \w+){0,3} at|herniation(?: at)?|sequestrectomy)\s*$"
)
ABBREVIATIONS: Final = frozenset({"dr", "approx", "ca", "e.g", "i.e", "no", "vs", "cf", "fig", "resp", "incl", "st", "max", "min", "lat", "ant", "post"})
COMMON: Final = frozenset(
    {
        "the", "of", "and", "is", "are", "with", "no", "not", "at", "in", "to", "from", "on", "for", "without", "has", "by", "was",
        "there", "this", "be", "left", "right", "lesion", "body", "wall", "seen", "spine", "tumour", "tumor", "fracture",
    }
)  # fmt: skip
