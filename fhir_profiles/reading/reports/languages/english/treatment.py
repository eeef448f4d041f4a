"""English words for what was done before at a level: metal and radiotherapy.

What may not live here: what is told of the patient (`patient`), and plans in general (`cues`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.vocabulary import bag
from fhir_profiles.reading.reports.lexicon import Form, forms

_ARTEFACT: Final = (
    r"(?:metal(?:lic)?|susceptibility|streak|beam[- ]hardening|hardware|implant|screw)[- ](?:related )?art[ei]facts?"
)
_METAL: Final = (
    r"(?:(?:pedicle |iliosacral |cervical |transpedicular |laminar |polyaxial |loosened |cannulated )*screws?(?: and rods?| fixation| osteosynthesis| and plates?)?"
    r"|(?:(?:expandable|titanium|interbody|dorsal|spinal|posterior|harrington|carbon|peek|connecting|metal) )*(?:cages?|rods?|implants?)(?: and \w+ rods?)?"
    r"|(?:(?:anterior|cervical|titanium|ventral) )*plates?(?! (?:of|atel))(?<!endplate)(?<!endplates)(?<!end plate)(?<!end plates)|plating"
    r"|(?:(?:posterior|dorsal|spinal|pedicle) )*instrumentation|instrumented(?: \w+)?|(?:(?:spinal|orthop\w+|surgical|fixation) )*hardware|metal ?-?work"
    rf"|{_ARTEFACT}|art[ei]facts? (?:from|due to|caused by|of) (?:the |an? )?(?:metal\w*|implants?|screws?|rods?|hardware|cage|plate|instrumentation|fixat\w+)"
    r"|metal(?:lic)? (?:implants?|material|objects?|foreign bod\w+)|residual metal|metal|prosthetic disc|disc prosthesis|vertebral body replacement"
    r"|spondylodes[ie]s|(?:(?:internal|posterior|dorsal|spinal|pedicle) )*fixat(?:ion|or)|osteosynthe\w+|(?:(?:dorsal|posterior|surgical|spinal|instrumented|ventral|dorsoventral) )+(?:stabili[sz]ation|fusion|spondylodesis)"
    r"|fusion (?:construct|hardware)|construct|acdf|tlif|plif|alif)"
)
_NO_SPINE_METAL: Final = re.compile(
    r"pacemaker|hip (?:arthroplasty|prosthesis|replacement)|knee|dental|sternal (?:wires|cerclage)|need for (?:fixation|stabili)|no need"
    r"|\bstents?\b|port-?a|femoral|femur|\bwrist|\bankle|breast implant|cochlear|endplate (?:of|frac|depress|sclero)|candidate for"
)
_RADIO: Final = r"(?:radio-?therapy|(?:cyber|gamma)[- ]?knife(?: treatment| radiosurgery)?|proton (?:beam )?therapy|tomotherapy|\bimrt\b|radiation(?! field| dose| onc| exposure|-induced)(?: therapy| treatment)?|irradiation|radio-?surgery|irradiated|re-?irradiat\w+|sbrt|sabr|ebrt|xrt|\brt\b|chemoradio\w+)"
_RT: Final = (
    rf"(?:(?:external beam |stereotactic (?:body |ablative )?|palliative |previous |prior |sacral |spinal |local |earlier |first |curative |postoperative )*{_RADIO}"
    r"|\d+ ?(?:x|×) ?\d+(?:[.,]\d)? ?gy|\d+(?:[.,]\d)? ?gy)"
)
_OTHER_FIELD: Final = re.compile(
    r"mediastin|breast(?! cancer)|chest wall|prostate bed|prostatic bed|\bpelvi[cs]\b(?! and s)|brain|cranial|axill|\bneck|thyroid bed|\blung\b(?! cancer)|\bhip\b"
    r"|femur|\brib\b|\bliver|radiation dose|radiation-induced|induced by radiation|naive|mgy|radiation exposure|radiation protection|(?:to|of) the (?:left |right )?(?:prostate|breast|lung|chest|neck|brain|pelvis|liver|axilla|mediastinum|bladder|rectum|thyroid|oesophagus|larynx)\b(?! cancer| met)|\brt (?:side|lobe|lung|kidney)"
)
_GAP: Final = r"(?:[\s,;\-]+(?!but\b)\w+){0,8}?[\s,;\-]+"
_NO_EFFECT: Final = (
    r"(?:failed|fails|failure|without (?:\w+ )?(?:effect|response|benefit|success|relief)|no (?:\w+ )?(?:effect|response|benefit|relief|success)|ineffective|unsuccessful"
    r"|(?:did|does|has) not (?:\w+ )?(?:help(?:ed)?|respond(?:ed)?|work(?:ed)?|relieved?)|unhelpful|to no avail|in vain|insufficient effect|non-?respon\w+|refractory|resistant)"
)
_GOOD: Final = r"(?:respon(?:se|ded|ds|der)|effect(?:ive)?|success\w*|remineraliz\w+|remineralis\w+|recalcif\w+|relief|benefit|remission|regress\w+|pain[- ]free|free of pain|asymptomatic)"
_PLANNED: Final = (
    r"(?:consider|advise|suggest|recommend|propose|offer|schedule|discuss)(?:ed|ing|s)?(?: \w+){0,3}? (?:for )?"
    rf"{_RT}|(?:referred|referral|candidate|listed|planned|scheduled|suitable|eligible|waiting|awaiting)(?: \w+){{0,2}}? (?:for )?(?:\w+ )?{_RT}"
)

TREATMENT_FORMS: Final[tuple[Form, ...]] = (
    forms("metal-near-level", _METAL, unless=_NO_SPINE_METAL, lasting=True),
    forms(
        "metal-near-level",
        rf"(?:removal|explantation|extraction) of (?:the |all |both |her |his )*(?:[\w\d/]+ ){{0,3}}?{_METAL}",
        rf"{_METAL}(?:[ ,][\w/\-–]+){{0,6}}?[ ,]+(?:have |has |had |was |were |are |is )?(?:been |since |meanwhile |now |all |later |subsequently |already )*(?:removed|explanted|taken out|extracted)",
        rf"(?:removed|explanted|ex-?planted) (?:\w+ ){{0,2}}?{_METAL}",
        rf"{_METAL} (?:removal|explantation)",
        value="removed",
        closed=True,
        lasting=True,
        unless=re.compile(r"\bstents?\b|\bport\b|not (?:yet )?(?:been )?(?:removed|explanted)"),
        needs=("remov", "explant", "taken out", "extract"),
    ),
    # radiotherapy
    forms(
        "previous-radiotherapy",
        rf"{_RT}{_GAP}(?:has |had |was |proved )?{_NO_EFFECT}",
        rf"(?:did not respond|does not respond|not responding|no response|failed to respond|not responded|non-?respon\w+|refractory|resistant|unresponsive|failure|failing|failed|no (?:\w+ )?(?:benefit|relief|effect))"
        rf" (?:\w+ ){{0,2}}?(?:to|after|of|under|following|from|with)(?: \w+)? {_RT}",
        rf"(?:progress(?:ion|ive|ed|ing)|recurrence|recurrent|relapse[sd]?|regrowth|growth|persist(?:ent|ing|s)(?: \w+)?|returned|recurred|back again|residual pain) (?:\w+ ){{0,3}}?(?:after|despite|under|following|in spite of|since) (?:\w+ )?(?:\w+ )?{_RT}",
        rf"failed {_RT}",
        rf"(?:despite|in spite of) (?:\w+ ){{0,2}}?{_RT}",
        r"radio-?resistant|radio-?refractory",
        value="failed",
        closed=True,
        lasting=True,
        unless=_OTHER_FIELD,
        needs=("radi", "rt", "gy", "sabr"),
    ),
    forms(
        "previous-radiotherapy",
        rf"{_RT}(?:[\s,;]+(?!but\b|without\b|no\b|not\b)\w+){{0,8}}?[\s,;]+(?:with |showing |and )?(?:(?!without|no\b|not\b)\w+ )?{_GOOD}",
        rf"(?:respon(?:se|ded|ds|ding|der)|remineraliz\w+|remineralis\w+|recalcif\w+|remission|good result|relief|benefit|pain[- ]free|improve(?:d|ment)|free of pain) (?:\w+ ){{0,2}}?(?:to|after|following|under|since|from) (?:\w+ )?{_RT}",
        value="responded",
        lasting=True,
        unless=_OTHER_FIELD,
        needs=("radi", "rt", "gy", "sabr"),
    ),
    forms(
        "previous-radiotherapy",
        _RT,
        r"treated with \d+ ?(?:x|×) ?\d+ ?gy",
        r"(?:in|within|part of) (?:the |a |an |this )?(?:\w+ )?(?:radiation|radiotherapy|irradiation|treatment) field",
        value="given",
        unless=_OTHER_FIELD,
        lasting=True,
    ),
    forms(
        "previous-radiotherapy",
        r"(?:radiation|radiotherapy)[- ]na[i]ve",
        r"na[i]ve to (?:radiation|radiotherapy)",
        r"(?:was |lies |lay |is |were )?(?:outside|not (?:\w+ )?(?:in|within|part of|included in)) (?:of )?(?:the |any |previous )*(?:radiation |radiotherapy |irradiated |treatment )?field",
        r"un-?irradiated",
        rf"{_RT}(?: \w+){{0,4}}? (?:declined|refused|rejected|withheld|not given|cancelled|never given)",
        rf"(?:declined|refused|rejected) (?:\w+ )?{_RT}",
        denied=True,
        closed=True,
    ),
)
PLANNED_RADIOTHERAPY: Final = _PLANNED
"""Words of a plan that hold the radiotherapy itself (`cues`)."""
