"""English wordings of what would be, what cannot be told, and what turned out otherwise, and how each is written out.

"Were the foramen invaded", "it cannot be said whether", "neither shown nor excluded", "the invasion reported elsewhere turns out
to be an artefact". What may not live here: findings and cues, and what is spared (`spared`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.places import LEVEL, PLACE, PLACES
from fhir_profiles.reading.reports.lexicon import Rewriting

_SUBJECT: Final = (
    rf"(?=(?:the|there|an?|any|it|this|that|its|her|his|tumou?r|epidural|cord|{LEVEL}|instability"
    rf"|paravertebral|fracture)\b)"
)
_HARMLESS: Final = (
    r"(?:art[ei]facts?|(?:basivertebral |epidural |nutrient |paravertebral )?(?:veins?|vessels?|venous plexus)"
    r"|vascular (?:channel|groove)s?"
    r"|nutrient (?:canal|foramen)|(?:epidural )?(?:fat|lipomatosis)|partial volume(?: effects?)?|volume averaging"
    r"|basivertebral (?:vein|foramen|plexus)|venous plexus|osteophytes?|dis[ck](?: \w+)?|(?:a )?ha?ematoma|scar(?: tissue)?"
    r"|normal variant|variant"
    r"|growth plate|csf pulsation|flow (?:void|art[ei]fact)|pulsation|synovial cyst|cyst|overlap|projection)"
)
_TURNS: Final = (
    r"(?:turns? out|turned out|proves?|proved|has proved|has turned out|is shown|was shown|is found|was found|has been shown"
    r"|is now seen)"
    r"(?: today| now| on (?:mri?|ct|thin slices))? (?:to be|as|to represent)"
)
_TOLD: Final = (
    r"(?:reported|described|suspected|mentioned|raised|assumed|questioned|called|seen|noted|diagnosed|claimed|read)"
    r"(?: (?:elsewhere|previously|before|outside|earlier|last (?:week|month|year)|on (?:ct|mri?|the \w+ (?:ct|mri?|scan))"
    r"|in the \w+ report|by [^,;.]{3,30}|at (?:the )?outside \w+|in (?:[a-z]+ )?\d{4}|in \w+))?"
)
_FINDING: Final = (
    r"(?:(?:canal|foraminal|epidural|paravertebral|cortical|wall|soft[- ]tissue) (?:invasion|extension|tumou?r|mass|breach"
    r"|involvement)"
    r"|(?:breach|destruction|erosion|interruption|defect) of the (?:posterior|dorsal) (?:wall|cortex)"
    r"|posterior wall (?:breach|defect)"
    r"|(?:invasion|involvement|infiltration) of the [\w ]{3,30}?|(?:\w+ )?fracture|cord compression)"
)
_OTHERWISE: Final = re.compile(
    r"\b(?:(?:the|an?) )?(?:(?:suspected|alleged|supposed|presumed|apparent|so-called|questionable|possible|presumptive) )?"
    rf"(?P<what>{_FINDING})(?P<at>(?: (?:at|of|in) {LEVEL})?),? (?:{_TOLD} )?(?:{_TURNS}|(?:is|was) (?:only |merely |just "
    rf"|in fact "
    rf"|actually |in reality )) ?(?:only |merely |just |nothing but )?(?:an? |the )?(?:\w+ )?{_HARMLESS}\b"
)
_CANNOT: Final = (
    r"(?:cannot|can not|could not|can't|couldn't|unable to|impossible to|not possible to|hard to|difficult to|not easy to"
    r"|does not|do not|did not|doesn't)"
)
_TELL: Final = (
    r"(?:say|said|tell|told|decide|decided|determine|determined|judge|judged|assess|assessed|establish|established|make out"
    r"|made out"
    r"|see|seen|state|stated|answer|answered|know|known|show|shown|reveal|clarify|clarified|settle|settled|discern|discerned|ascertain"
    r"|ascertained|recogni[sz]e|recogni[sz]ed|allow (?:one |us |me )?to (?:say|tell|judge|decide)"
    r"|permit (?:one |us |me )?to (?:say|tell|judge|decide))"
)
_NO_VERDICT: Final = re.compile(
    r"(?:^|(?<= ))(?:no (?:\w+ )?(?:statement|judgement|judgment|assessment|comment|verdict)(?: is| can be"
    r"| could be)?(?: possible| made"
    r"| given)? (?:about|on|of|as to|regarding|concerning)|(?:prevents?|precludes?|hampers?|forbids?|makes? impossible|defies"
    r"|(?:does|do|did) not (?:allow|permit)|impairs?|hinders?) (?:any |an? |the |us |reliable |adequate |safe )*(?:judgement"
    r"|judgment"
    rf"|assessment|evaluation|statement|appraisal|judging|assessing|evaluating)(?: of| on| about)?) (?P<places>{PLACES})"
)
_POORLY_SEEN: Final = re.compile(
    rf"\b(?:(?:assessment|evaluation|judgement|judgment|visuali[sz]ation|depiction|appraisal) of (?P<places>{PLACES}) (?:is"
    rf"|was|remains) (?:\w+ly )?"
    r"(?:limited|impaired|hampered|impossible|not possible|precluded|prevented|degraded|poor|hindered|compromised)"
    r"(?: by| due to| because of| owing to|(?=\s*(?:[.,;]|$)))"
    r")"
)
_SOMETHING: Final = (
    r"(?:veins?|venous plexus|ha?ematoma|blood|scar(?: tissue)?|fibrosis|granulation(?: tissue)?|fat|abscess|phlegmon|oedema"
    r"|edema|dis[ck](?: \w+)?"
    r"|art[ei]fact|ligament(?:um flavum)?|vessels?|post-?operative change)"
)
_TUMOUR_OR: Final = re.compile(
    r"\b(?:(?:subtle|slight|minor|some|linear|nodular|small|the|an?|new) )*(?:(?P<where>epidural|paravertebral|foraminal"
    r"|intraspinal|presacral|prevertebral)"
    rf" (?:soft[- ]tissue|thickening|enhancement|tissue|structure|signal|lesion)|(?:soft[- ]tissue|tissue|enhancement"
    rf"|thickening|structure) (?P<in>(?:in|within) {PLACE}))"
    rf"(?P<at>(?: (?:at|of) {LEVEL})?),? (?:(?:either )?(?:recurrent )?(?:tumou?r|recurrence|metastasis) (?:or|versus"
    rf"|vs\.?) (?:an? )?(?:\w+ )?{_SOMETHING}|(?:either )?"
    rf"(?:\w+ )?{_SOMETHING} (?:or|versus|vs\.?) (?:recurrent )?(?:tumou?r|recurrence|metastasis)|of (?:uncertain|unclear"
    rf"|indeterminate|unknown|doubtful) (?:nature"
    r"|significance|origin|aetiology|etiology))\b"
)


def _possible(found: re.Match[str]) -> str:
    """Tumour is one of two that it may be."""
    where = f"{found['where']} tumour" if found["where"] else f"tumour {found['in']}"
    return f"possible {where}{found['at']}"


_NOTHING_LIKE: Final = re.compile(
    rf"\b(?:i|we|one) (?:do|does|can|could|did) ?not (?:see|find|detect|identify|recogni[sz]e|make out) (?:anything"
    rf"|any \w+)(?P<at>(?: (?:at|in|on) (?:the )?(?:{LEVEL}|\w+))?)"
    r" (?:(?:that|which) (?:would|could|might) |to )(?:amount to|suggest|indicate|speak for|point to|mean|be called|qualify as)"
)

UNSAID: Final = (
    # would be
    Rewriting(
        "",
        re.compile(rf"^(?:were|had) {_SUBJECT}(?=[^.;]{{3,100}}, [^.;]{{0,80}}\b(?:would|could|might|should)\b)"),
        "if ",
    ),
    Rewriting(
        "would ",
        re.compile(rf"\b(?P<lead>would [^.;]{{3,90}}?),? (?:were|had|should) {_SUBJECT}"),
        r"\g<lead> if ",
    ),
    Rewriting(
        "suppos", re.compile(r"^(?:supposing|suppose|granted|assuming|imagine)(?: that)? (?=[^.;]{3,100}, )"), "if "
    ),
    Rewriting(
        "sign",
        re.compile(
            r"^(?:up)?on (?:any|the first|the slightest|the least) (?:signs?|suspicion|symptoms?|evidence|hint) of\b"
        ),
        "if there is",
    ),
    # cannot be told
    Rewriting("ly be ", re.compile(r"\bcan (?:hardly|barely|scarcely|only poorly|only partly) be\b"), "cannot be"),
    Rewriting(
        "whether",
        re.compile(
            rf"\b(?:it )?(?:is |was )?{_CANNOT}(?: be)?(?: \w+ly| safely)? {_TELL}(?: \w+ly| with (?:certainty|confidence)"
            rf"| on (?:this \w+|ct|mri?)| here)?,?"
            r" whether\b"
        ),
        "it is unclear whether",
    ),
    Rewriting(
        "whether",
        re.compile(
            r"\b(?:it )?(?:is|was|remains) (?:not (?:\w+ )?(?:clear|certain|obvious|evident|sure|known|decided)"
            r"|anyone's guess|open|moot"
            r"|undecided|impossible to \w+|an open question) whether\b"
        ),
        "it is unclear whether",
    ),
    Rewriting(
        "whether",
        re.compile(
            r"\b(?:no (?:statement|telling|saying|judgement|judgment|answer|information)(?: is possible| can be made"
            r"| can be given)?(?: as to| on| about)?) whether\b"
        ),
        "it is unclear whether",
    ),
    Rewriting(
        " nor ",
        re.compile(
            r"\b(?:(?:can|could|is|are|was|were) )?neither (?:be )?(?:\w+ly )?(?:shown|seen|proved|proven|confirmed"
            r"|established|demonstrated"
            r"|identified|detected|affirmed|verified|diagnosed|asserted|visible) nor (?:be )?(?:\w+ly "
            r"|with certainty )?(?:excluded|ruled out"
            r"|refuted|disproved|denied|dismissed|discounted)(?: with (?:any )?certainty)?"
        ),
        "is uncertain",
    ),
    Rewriting(
        "neither ",
        re.compile(
            r"\b(?:can|could|is|are|was|were) (?:be )?neither (?:be )?(?:excluded|ruled out) nor (?:be )?(?:shown|seen"
            r"|proved|proven|confirmed"
            r"|established|demonstrated)(?: with (?:any )?certainty)?"
        ),
        "is uncertain",
    ),
    *(
        Rewriting(stem, _NO_VERDICT, r"; \g<places> cannot be judged")
        for stem in ("judg", "assess", "evaluat", "statement", "comment", "verdict", "apprais")
    ),
    *(
        Rewriting(stem, _POORLY_SEEN, r"\g<places> cannot be judged because of")
        for stem in ("assess", "evaluat", "judg", "visuali", "depict", "appraisal")
    ),
    *(
        Rewriting(stem, _TUMOUR_OR, _possible)
        for stem in (" or ", " versus ", " vs", "nature", "significance", "origin", "aetiology")
    ),
    *(Rewriting(stem, _NOTHING_LIKE, r"\g<at> no") for stem in (" not ", "cannot ")),
    # until then
    Rewriting(
        "until ",
        re.compile(
            r"\buntil (?=(?:the |her |his |its )?(?:\w+ )?(?:surgery|operation|decompression|laminectomy|treatment|ablation"
            r"|radiotherapy"
            r"|irradiation|sbrt|radiosurgery|resection|embolization|embolisation|chemotherapy)\b[^.;]{0,80}\b(?:was|were|had)\b)"
        ),
        "before ",
    ),
    # turned out otherwise
    *(
        Rewriting(stem, _OTHERWISE, r"\g<what>\g<at> is an artefact")
        for stem in ("turn", "prove", "to be", " only ", " in fact ", "actually", " merely ", "in reality")
    ),
)
"""Tried in this order."""
