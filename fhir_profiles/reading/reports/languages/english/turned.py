"""English words that turn a denial around.

What may not live here: plain denial and doubt (`denial`, `doubt`), and words that only keep from reading (`guarded`,
`retracted`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.said import YEAR
from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues, words
from fhir_profiles.reading.reports.mention import Polarity

_ON, _BACK, _AROUND = Direction.AFTER_IT, Direction.BEFORE_IT, Direction.AROUND_IT
_TURNS: Final = r"(?:not|never|by no means|in no way|hardly|far from|anything but|no longer|isn't|aren't|nobody is)"
_BEFORE: Final = (
    r"(?:(?:the |our |her |his |any |an? |my )?(?:former|previous|prior|earlier|old|outside|initial|first|last"
    r"|external"
    r"|preliminary) (?:\w+ )?(?:reports?|records?|letters?|notes?|images?|scans?|studies|study|examinations?"
    r"|readings?|mri?s?"
    r"|cts?|pet\S*|imaging|films?|radiographs?))"
)
_HEADED: Final = (
    r"(?:resolved|gone|disappeared|vanished|regressed(?: completely)?|no longer (?:seen|visible|present"
    r"|detectable|demonstrable)"
    r"|completely regressed)"
)
TURNING: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.ABSENT,
        _ON,
        r"what (?:was |were |had been |has been |is |we |the outside \w+ )*(?:initially |first |previously "
        r"|originally )?"
        r"(?:thought|believed|taken|assumed|suspected|considered|interpreted|read|described|regarded|reported"
        r"|called|labelled)"
        r"(?: to be| as| for)?(?=[^.;]{0,80}\b(?:is|are|was|proved|turned out|turns out|corresponds?|represents?)\b)",
        r"(?:the )?question of(?=[^.;]{0,60}\b(?:answered in the negative|negated|answered with (?:a )?no"
        r"|answered negatively))",
        needs=("what ", "question of"),
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        r"(?:we|i) (?:can |could )?(?:see|find|found|saw|detect(?:ed)?|identif(?:y|ied)) (?:none"
        r"|nothing(?: of the kind| of the sort)?"
        r"|no such \w+)",
        resolves=True,
        needs=("we ", "i "),
    ),
    cues(
        Polarity.UNCERTAIN,
        _ON,
        r"with or without(?! (?:iv |intravenous )?(?:contrast|gadolinium))|(?:working|provisional|tentative"
        r"|presumptive|preliminary|putative)"
        r" diagnos[ie]s(?: of| is)?:?",
        needs=("with or", "diagnos"),
    ),
    Cue(Polarity.UNCERTAIN, _ON, re.compile(r"\+ ?/ ?-(?= [a-z])|\u00b1(?= ?[a-z])")),
    cues(
        Polarity.UNCERTAIN,
        _BACK,
        r"(?:is|are|remains?) (?:still )?the (?:leading|most likely|more likely|main|favou?red|prime|preferred"
        r"|likeliest|most probable)"
        r" (?:diagnos[ie]s|differential(?: diagnosis)?|consideration|candidate|suspect|explanation|cause"
        r"|aetiology|etiology)",
        needs=(" the ",),
    ),
    cues(Polarity.UNCERTAIN, _AROUND, r"(?:favou?red|preferred) (?:over|to|above|rather than)", of=("nature",)),
    Cue(
        Polarity.ABSENT,
        _BACK,
        re.compile(
            r"(?:(?<=: [ctls]\d )|(?<=: [ctls]\d\d ))(?:no|nil|none"
            r"|negative)(?=[,;.]|$)"
        ),
    ),
    cues(
        Polarity.CONDITIONAL,
        _BACK,
        r"(?:must|should|needs? to|has to|have to|ought to|shall)(?: \w+ly| first| also| still)? be (?:\w+ly "
        r"|first )?(?:excluded"
        r"|ruled out|confirmed|clarified|looked for|sought|searched for|checked(?: for)?|verified|watched for"
        r"|monitored|screened for)",
        r"(?:is|are) to be (?:\w+ )?(?:looked for|watched for|sought|searched for|checked(?: for)?|monitored|screened for)",
        needs=("to be", "must", "should", "need", "has to", "have to", "ought", "shall"),
    ),
    cues(
        Polarity.CONDITIONAL,
        _ON,
        r"(?<!able )(?<!failed )(?<!fails )(?<!unable )(?<!possible )(?<!seen )to (?:prove|establish|verify"
        r"|diagnose|confirm)"
        r"(?= (?:an? |the |any |suspected |possible )*(?:\w+ )?(?:metasta|ha?emang|myeloma|plasmacyt|chordoma"
        r"|osteo|infect|spondylo"
        r"|fractur|instab|epidural|cord|malignan))",
        needs=("to prove", "to establish", "to verify", "to diagnose", "to confirm"),
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"(?:no|without|without any|not any) (?:clinical |radiological |current |reasonable "
        r"|further )*suspicion (?:of|for|that)",
        needs=("suspicion",),
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"(?:surgery|operated(?: on)?|operation|decompress\w*|laminectomy|resect\w*|corpectomy|vertebrectomy"
        r"|emboli[sz]\w+)"
        rf"(?: \w+){{0,2}}? (?:in|on) (?:\w+ )?{YEAR} (?:for|because of|due to|owing to|on account of)",
        needs=("19", "20"),
    ),
    cues(Polarity.ABSENT, _ON, rf"^{_HEADED}(?: \w+)?:", resolves=True, far=True, needs=(":",)),
    cues(
        Polarity.ABSENT,
        _ON,
        r"^(?:absent|not (?:seen|present|found|shown|visible|detected|demonstrated|identified)|excluded"
        r"|ruled out|denied"
        r"|negative(?: findings)?|negatives|none of(?: the following)?|no evidence of):",
        far=True,
        needs=(":",),
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"(?:screening|search\w*|work-?up|staging|test\w*|looked|look(?:ing)?|hunt) (?:made )?for"
        r"(?=[^.;,]{0,60}\b(?:negative|unsuccessful|fruitless|without (?:finding|result|success))\b)",
        needs=(" for",),
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"(?:surgery|surgical treatment|operated(?: on| upon)?|operation|decompress(?:ed|ion)|laminectomy"
        r"|fusion|fused|fixat(?:ion|ed)"
        r"|stabili[sz](?:ed|ation)|spondylodesis|instrumented|corpectomy|vertebrectomy|kyphoplasty"
        r"|vertebroplasty)(?: \w+){0,3}? for"
        r"(?= (?:\w+ ){0,2}?(?:instab|unstab|cord compr|mscc|cauda|epidural|para\w*pares|paresis"
        r"|myelopath)[^.;]{0,60}\b(?:19|20)\d\d)",
        needs=("19", "20"),
    ),
    cues(Polarity.HISTORICAL, _ON, r"when(?= [^.,;]{0,50}\b(?:was|were|had)\b)(?! necessary| asked)", needs=("when ",)),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"(?:versus|vs\.?|compared (?:with|to)|instead of|as against|against|(?<!gone )(?<!went )(?<!go )up from"
        r"|(?<!gone )(?<!went )(?<!go )down from)"
        r"(?= (?:the |an? )?(?:previous(?:ly)? |prior |former(?:ly)? |earlier |only )?"
        r"\d{1,3}(?:[.,]\d+)?(?:(?: x \d+)* ?[mc]m|[abc]?\b))",
        of=("size", "distance-to-neural-structure", "distance-to-viscus", "escc"),
        needs=("vs", "versus", "compared", "instead", "against", "from"),
    ),
    cues(
        None,
        _ON,
        # what no former report has told is there none the less
        rf"(?:none|no|neither|not one|not any|nowhere)(?: (?:of|in))? {_BEFORE}(?: \w+)? (?:mention|describ"
        rf"|note|record|report"
        rf"|show|document|comment)\w*(?: on)?",
        rf"(?:overlooked|missed|unreported|undescribed|not (?:mentioned|described|noted|reported|recorded"
        rf"|commented on|called|raised)|underestimated|underreported|in retrospect)"
        rf"(?: (?:in|on|by|at) {_BEFORE})?",
        rf"not (?:recogni[sz]ed|appreciated|documented) (?:in|on|by|at) {_BEFORE}",
        needs=(
            "former",
            "previous",
            "prior",
            "earl",
            "old",
            "outside",
            "init",
            "first",
            "last",
            "extern",
            "prelim",
            "looked",
            "missed",
            "report",
            "descri",
            "not ",
            "estim",
            "retro",
        ),
    ),
    cues(
        None,
        _ON,
        # a denial of a denial, or a denial of doubt
        rf"{_TURNS}(?: \w+)? (?:free (?:of|from)|clear of|devoid of|void of|lacking(?: in)?|absent|negative(?: for)?"
        r"|spared by|safe from)(?![^.;]{0,40}\bcontact\b)",
        r"(?<!can )(?<!cannot )(?:not|never|by no means|in no way|hardly|far from|anything but|no longer) without"
        r"(?! (?:(?:iv |intravenous )?contrast|further|additional|biopsy|histology|mri?|ct|pet|comparison|previous))",
        r"(?:no|not|nobody|no one|none|hardly|never)(?: \w+){0,3}? (?:denying|den(?:y|ies)|deniable"
        r"|dispute[sd]?|disputing"
        r"|doubt(?:s|ed)?|doubting|question(?:s|ed)? (?:that|about)|questions|mistaking|overlook(?:ed|ing)?|missing)"
        r"(?: about| of| that)?",
        r"(?:not|no|never) more than(?= (?:one|an?|two|three|four|five|\d)\b)|at most(?= (?:one|an?|two|three)\b)"
        r"|not more than(?= (?:escc|bilsky|grade)\b)",
        r"the former(?= (?:lytic|osteolytic|sclerotic|blastic|mixed|is|are|was|has|with|without|measur\w+)\b)",
        r"undeniabl[ey]|indisputabl[ey]|unmistak(?:e)?abl[ey]|unquestionabl[ey]|doubtless|beyond (?:any |all "
        r"|reasonable )?"
        r"(?:doubt|question|dispute)|undisputed|not in (?:any )?(?:doubt|question|dispute)",
        r"(?:cannot|can not|can't|could not|must not|should not) be (?:overlooked|ignored|missed|mistaken"
        r"|overestimated"
        r"|disregarded|neglected)",
        r"(?:no|without) (?:reason|cause|grounds) to (?:doubt|question)|nothing (?:\w+ )?(?:casts doubt on)",
        r"(?:contrary|in contrast|as opposed|in contradistinction|opposed) to (?:the |a |an |our |my |what "
        r"|that )?(?:\w+ ){0,2}?"
        r"(?:report|reading|opinion|impression|assessment|statement|interpretation|referr\w+|telephone|written"
        r"|stated|said"
        r"|reported|described|thought|assumed|suspected|scan|study|examination|mri?|ct|pet\S*|imaging"
        r"|radiographs?|films?)"
        r"(?: (?:of|from|in|dated|on) (?:last |early |late |mid-?)?(?:\d{1,2} )?\w+)?",
    ),
    cues(
        Polarity.UNCERTAIN,
        _ON,
        r"(?:nothing|no (?:finding|feature|sign|argument|evidence)s?|not|does not|do not) (?:\w+ )?(?:speaks?|argues?"
        r"|to argue|to speak|to contradict|contradicts?|against|militates?)(?: against)?",
        r"not (?:un|im|a)(?:likely|probable|possible|typical|usual|common)(?: (?:for|in|that))?",
        needs=("noth", "not ", "no "),
    ),
    cues(
        Polarity.UNCERTAIN,
        _BACK,
        r"not (?:entirely |completely |wholly )?(?:un|im)(?:likely|probable|possible|reasonable)",
        needs=("not ",),
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        r"(?:(?:was|were|is|are|has been|have been|had been|could be|can be|proved|proves|turned out"
        r"|turns out)(?: to be)?"
        r"|has|have)?(?: now| since| therefore| later| then| subsequently)* ?(?:abandoned|dropped|dispelled|discarded"
        r"|laid to rest|groundless|allayed|withdrawn as a diagnosis|disconfirmed)(?=\s*(?:$|[.,;)]|(?:by|on|at"
        r"|in|after|with"
        r"|when|since|today|now|histolog\w+)\b))",
        r"(?:has |have |had |did )?not (?:been )?materiali[sz]ed?|came to nothing",
        resolves=True,
        needs=(
            "aband",
            "dropped",
            "dispel",
            "discard",
            "laid",
            "ground",
            "allay",
            "withdr",
            "disconf",
            "materi",
            "came to",
        ),
    ),
)
_DEGREE: Final = (
    r"(?: (?:be|been|being|is|are|remains?|entirely|completely|fully|wholly|totally|quite|really|truly|at all|all"
    r"|any longer|any more|anymore|longer|always|everywhere|well|properly|perfectly|actually|in fact|to be"
    r"|considered|deemed"
    r"|judged|regarded as|found|called|so|as|an?|the|any|sharply|strictly|purely|exclusively|solely|only|yet|still"
    r"|mechanically|sufficiently|adequately|both|of))*"
)
TURNED: Final = re.compile(
    rf"\b(?:(?:not|no longer|no more|never|cannot|can't|anything but|far from|by no means|in no way"
    rf"|nowhere near|nothing like"
    rf"|neither|isn't|aren't|wasn't|doesn't|don't|didn't|not remotely){_DEGREE} "
    r"(?:free|clear|patent|intact|preserved|spared?|spares|respect(?:s|ed)?|normal|maintain(?:ed|s)?|retained"
    r"|stable|confined|limited|restricted|contained|unremarkable|unaffected|uninvolved|continuous|unbroken"
    r"|tumou?r-?free|intra-?osseous|have (?:its |their )?normal)\b"
    r"|(?:not|by no means|in no way|never|far from|anything but) (?:entirely |completely |wholly )?without\b"
    r"|(?:no|without an?|lacks an?|loss of the|loss of) (?:longer (?:an? )?|more |further )?"
    r"(?:intact|preserved|free|clear|patent|continuous|normal)\b"
    r"(?! (?:structures?|variants?|tissues?)))"
)
"""English denial of being free or intact: "not free", "anything but preserved", "no intact wall"."""
UPSET: Final = words(
    r"hardly|barely|scarcely|only (?:just|partly|partially|in part|incompletely|half|a (?:thin|small)|the)|almost no"
    r"|except(?:ing)?|save(?: for)?|with the exception|other than|but for|barring|apart from|aside from"
    r"|neither is(?= [^;.]{0,60}\bnor is)|no part|none of|no wall|no segment"
    r"|cannot (?:\w+ )?(?:call|consider|regard|describe|speak)"
    r"|can't (?:call|consider)",
)
"""English words that make "free" or "intact" true in part only, or untrue."""
