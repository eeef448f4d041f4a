"""English words of doubt.

What may not live here: findings (`canal`, `wall`, `outside`, `bone`, `tumour`, `treatment`, `patient`), questions and
conditions (`asked`), and denial (`denial`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.said import BE, DOUBTFUL, EVIDENCE, HEDGE, NATURES, SEEN
from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_ON, _BACK, _AROUND, _ALL = Direction.AFTER_IT, Direction.BEFORE_IT, Direction.AROUND_IT, Direction.SENTENCE
_WHAT_IT_MAY_BE: Final = (
    r"(?:an? |the )?(?:(?:epidural|foraminal|paravertebral|intraspinal|soft[- ]tissue|local) )?(?:tumou?r|neoplastic tissue)"
    r"(?: extension| tissue| infiltration| growth| spread| involvement)?(?=\s*(?:$|[.,;)]))"
)
DOUBT: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.UNCERTAIN,
        _BACK,
        r"tumou?r(?: extension| tissue| infiltration| growth| spread| involvement)? (?:is |being |remains )?(?:possible|suspected"
        r"|probable|questionable|conceivable|not excluded|likely)(?=\s*(?:$|[.,;)]))",
        rf"(?:(?:may|might|could)(?: well)? (?:be|represent|reflect|correspond to)|(?:(?:is|are"
        rf"|which is),? )?(?:most )?(?:probably"
        rf"|possibly|likely|presumably|perhaps)|suggestive of|suspicious (?:of|for)|compatible with|consistent with|suggesting"
        rf"|in keeping with) {_WHAT_IT_MAY_BE}",
        of=("canal-extension", "foraminal-extension", "soft-tissue-extension"),
        needs=(
            "may",
            "might",
            "could",
            "bly",
            "likely",
            "perhaps",
            "probable",
            "possible",
            "question",
            "conceiv",
            "exclud",
            "sugg",
            "susp",
            "compat",
            "consist",
            "keeping",
        ),
    ),
    Cue(
        Polarity.UNCERTAIN,
        _AROUND,
        re.compile(
            rf"^(?!.*\b(?:no|not|without|neither|nor|negative|excluded|free|none|absent|differential)\b).*?"
            rf"(?P<at>{NATURES},? or (?:an? )?(?:\w+ )?{NATURES})"
        ),
        of=frozenset({"nature"}),
        needs=(" or ",),
    ),
    cues(
        Polarity.UNCERTAIN,
        _BACK,
        r"not to be (?:excluded|ruled out|dismissed|discounted)",
        rf"not {SEEN} with (?:\w+ )?(?:certainty|confidence)|not with (?:\w+ )?certainty(?: {SEEN})?",
        r"(?:possibly|probably|presumably|perhaps|likely) (?:present|there|existing)(?=\s*(?:$|[.,;]))",
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
        r"(?:(?:most |more )?(?:likely|probably|presumably|possibly)|perhaps|maybe|could be|may be"
        r"|might be) (?:developmental|congenital|physiologic(?:al)?|old"
        r"|art[ei]fact\w*|degenerative|benign|due to|represent\w*|related to|constitutional|a normal variant"
        r"|post-?traumatic)",
        r"(?:is|are|was|were|remains?|stays?) in (?:the differential|question|doubt)",
        r"(?:remains?|is|are|stays?) (?:a |the )?(?:\w+ )?(?:possibility|suspicion|consideration"
        r"|differential(?: diagnosis)?|concern)(?! (?:for|about|of|that|over|regarding)\b)",
        rf"(?:(?:most|very|highly|rather|only) )?{DOUBTFUL}(?=\s*(?:$|[.,;)]|(?:but|yet|though|although"
        r"|however)\b|(?:on|at|from|in|by) (?:the |this |clinical |neurological |examination\b|testing\b"
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
        r"appears? to|seems? to|seemingly|apparent(?:ly)?|(?<!in )(?<!since )(?<!of )(?<!until )may(?! not|:)|might(?! not)"
        r"|could(?! not)",
        r"(?:does|do|did|could|can) ?not (?:\w+ly )?(?:confirm|prove|verify|substantiate)",
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
            rf"|conclusion)[\s:,-]+)*{NATURES} or (?:an? )?(?:\w+ )?{NATURES}"
        ),
    ),
    Cue(Polarity.ABSENT, _BACK, re.compile(r"(?<=\s)-(?=\s*(?:[,.;]|$))")),
    cues(
        Polarity.UNCERTAIN,
        _AROUND,
        r"(?:fracture|infraction|fissure)(?: line)?,? or (?:an? )?(?:\w+ )?(?:vessel|channel|nutrient canal|groove|variant"
        r"|art[ei]fact|schmorl|osteophyte)"
        r"|(?:vessel|vascular channel|nutrient canal|variant|art[ei]fact),? or (?:an? )?(?:\w+ )?fracture",
        of=("collapse",),
        needs=(" or ",),
    ),
    cues(Polarity.UNCERTAIN, _AROUND, r"versus|vs\.?|or else|as opposed to"),
)
