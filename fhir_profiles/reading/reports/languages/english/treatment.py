"""English words for what was done before at a level: metal and radiotherapy.

What may not live here: what is told of the patient (`patient`), and plans in general (`cues`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.vocabulary import words_of
from fhir_profiles.reading.reports.lexicon import Form, forms

_ARTEFACT: Final = (
    r"(?:metal(?:lic)?|susceptibility|streak|beam[- ]hardening|hardware|implant|screw)[- ](?:related )?art[ei]facts?"
)
_WITH_SCREWS: Final = (
    r"(?: (?:with|using|by(?: means of)?|via) (?:[\w-]+ ){0,2}?(?:screws?|rods?|cages?|plates?|implants?)"
    r"(?: and (?:\w+ )?(?:rods?|screws?|plates?))?)?"
)
_METAL: Final = (
    r"(?:(?:pedicle |iliosacral |cervical |transpedicular |laminar |polyaxial |loosened "
    r"|cannulated )*screws?(?: and rods?| fixation| osteosynthesis| and plates?)?"
    r"|(?:(?:expandable|titanium|interbody|dorsal|spinal|posterior|harrington|carbon|peek|connecting"
    r"|metal) )*(?:cages?|rods?|implants?)(?: and (?:\w+ rods?|(?:pedicle )?screws?))?"
    r"|(?:(?:anterior|cervical|titanium|ventral) )*plates?(?!-)(?! (?:like|of"
    r"|atel))(?<!endplate)(?<!endplates)(?<!end plate)(?<!end plates)|plating"
    r"|(?:(?:posterior|dorsal|spinal|pedicle) )*instrumentation|instrumented(?: \w+)?|(?:(?:spinal|orthop\w+"
    r"|surgical|fixation) )*hardware|metal ?-?work"
    rf"|{_ARTEFACT}|art[ei]facts? (?:from|due to|caused by|of) (?:the |an? )?(?:metal\w*|implants?|screws?"
    r"|rods?|hardware|cage|plate|instrumentation|fixat\w+)"
    r"|metal(?:lic)? (?:implants?|material|objects?|foreign bod\w+)|residual metal|metal(?! (?:clips?|stents?"
    r"|coils?|sutures?|staples?|splinters?|ions?|allerg\w+|detector))|prosthetic disc"
    r"|disc prosthesis|vertebral body replacement"
    r"|fixateur(?: interne?)?|spondylodes[ie]s|(?:(?:internal|posterior|dorsal|spinal|pedicle) )*fixat(?:ion"
    r"|or)|osteosynthe\w+|(?:(?:dorsal|posterior|surgical|spinal|instrumented|ventral"
    rf"|dorsoventral) )+(?:stabili[sz]ation|fusion|spondylodesis){_WITH_SCREWS}"
    r"|(?:laminar|sublaminar) (?:hooks?|wires?)|cerclage wires?|foreign material|(?:spinal |lumbar "
    r"|thoracic |cervical )*fusion (?=(?:of |from )?[ctls]\d)|fusion (?:construct"
    r"|hardware)|construct|acdf|tlif|plif|alif)"
)
_NO_SPINE_METAL: Final = re.compile(
    r"pacemaker|screw (?:channel|hole|tract|track|bed|canal|path)s?|not (?:necessary|needed|required|indicated)"
    r"|hip (?:arthroplasty|prosthesis|replacement)|knee"
    r"|dental|sternal (?:wires|cerclage)"
    r"|need for (?:fixation|stabili)|no need"
    r"|\bstents?\b|port-?a|femoral|femur|\bwrist|\bankle|breast implant|cochlear|endplate (?:of|frac|depress"
    r"|sclero)|candidate for"
)
_RADIO: Final = (
    r"(?:radio-?therapy|(?:cyber|gamma)[- ]?knife(?: treatment| radiosurgery)?|proton (?:beam )?therapy"
    r"|tomotherapy|\bimrt\b|radiation(?! field| dose| onc| exposure|-induced)(?: therapy| treatment)?"
    r"|external[- ]beam(?: radiation| treatment| therapy)+|irradiation|radio-?surgery|irradiated"
    r"|re-?irradiat\w+|sbrt|sabr|ebrt|xrt|\brt\b|chemoradio\w+)"
)
_RT: Final = (
    r"(?:(?:external beam |stereotactic (?:body |ablative )?|palliative |previous |prior |single[- ]fraction "
    r"|hypo-?fractionated |fractionated |short[- ]course "
    r"|conventional |definitive |adjuvant |salvage |focal |sacral |spinal "
    rf"|local |earlier |first |curative |postoperative )*{_RADIO}"
    r"|\d+ ?(?:x|×) ?\d+(?:[.,]\d)? ?gy|\d+(?:[.,]\d)? ?gy)"
)
_FIELD: Final = (
    r"(?:(?:previous|prior|old|former|known) )*(?:sbrt|sabr|radiation|irradiated|irradiation|radiotherapy"
    r"|treated|treatment|target"
    r"|high-dose|radiosurgery)[- ](?:field|volume|portal|site|area|zone)s?"
)
_OTHER_FIELD: Final = re.compile(
    r"mediastin|breast(?! cancer)|chest wall|prostate bed|prostatic bed|\bpelvi[cs]\b(?! and s)|brain"
    r"|cranial|axill|\bneck|thyroid bed|\blung\b(?! cancer)|\bhip\b"
    r"|(?:not|never) (?:yet )?failed|\bnodes?\b|sternum|sternal|\bilium|\biliac|sacroiliac|\bribs\b|clavic|scapul"
    r"|oesophag|esophag"
    r"|\b(?:prostate|bladder|rectum|cervix|uterus|kidney|stomach|thyroid|larynx|testis) (?:(?:was|has been|had been) )?irradiated"
    r"|(?:radio-?therapy|irradiation|radiation|\brt) for (?:an? |the |her |his )?(?:\w+ ){1,2}(?:cancer|carcinoma|lymphoma"
    r"|seminoma)\b"
    r"|mantle field|virgin|escaped|shielded|blocked out|scatter|yet to|\bfirst (?:radio|irrad)"
    r"|\b(?:outside|above|below|near|margin|edge|separate|far|away|remote|beyond|cranial|caudal)\b[^.;,]{0,40}"
    r"\b(?:fields?|areas?|volumes?|sites?|portals?|zones?|previous irradiation|previous radio\w+)\b"
    r"|humer|shoulder|larynx|laryng|tonsil|orbit|skull|femur|\brib\b|\bliver|radiation dose|radiation-induced"
    r"|induced by radiation|naive|mgy|o?esophagitis|pneumonitis|cystitis|proctitis|mucositis|dermatitis"
    r"|re-?irradiat\w+[^.;,]{0,40}\b(?:im)?possible|re-?irradiat\w+[^.;,]{0,40}\b(?:feasible|excluded|option)"
    r"|radiation exposure|radiation protection|(?:to|of|for) the (?:left |right )?(?:primary|prostate|breast"
    r"|lung|chest"
    r"|neck|brain|pelvis|liver|axilla|mediastinum|bladder|rectum|thyroid|oesophagus|larynx)\b(?! cancer"
    r"| met)|\brt (?:side|lobe|lung|kidney)"
)
_GAP: Final = r"(?:[\s,;\-]+(?!but\b)\w+){0,8}?[\s,;\-]+"
_DOSE: Final = r"(?: (?:of|to|at) [ctls]\d{1,2})?(?: \([^()]{2,40}\))?"
"""Where, and how much, before what came of it."""
_NO_EFFECT: Final = (
    r"(?:failed|fails|failure|without (?:\w+ )?(?:effect|response|benefit|success|relief)"
    r"|no (?:\w+ )?(?:effect|response|benefit|relief|success)|ineffective|unsuccessful"
    r"|(?:did|does|has) not (?:\w+ )?(?:help(?:ed)?|respond(?:ed)?|work(?:ed)?|relieved?)|unhelpful"
    r"|not (?:\w+ )?(?:effective|helpful|successful|beneficial)"
    r"|to no avail|in vain|insufficient effect|non-?respon\w+|refractory|resistant)"
)
_GOOD: Final = (
    r"(?:respon(?:se|ded|ds|der)|effect(?:ive)?|success\w*|remineraliz\w+|remineralis\w+|recalcif\w+|relief"
    r"|(?:local|disease|tumou?r) control|controlled|pain control|palliation|improve\w+|benefit|remission|regress\w+|pain[- ]free"
    r"|good (?:\w+ )?(?:result|outcome)"
    r"|free of pain|asymptomatic)"
    r"(?! (?:is |was |still |yet )*(?:not|cannot|to be|pending|unclear|awaited|assess\w*|evaluat\w*|unknown"
    r"|outstanding)\b)"
)
_PLANNED: Final = (
    r"(?:consider|advise|suggest|recommend|propose|offer|schedule|discuss)(?:ed|ing|s)?(?: \w+){0,3}? (?:for )?"
    rf"{_RT}|(?:referred|referral|candidate|listed|planned|scheduled|suitable|eligible|waiting"
    rf"|awaiting)(?: \w+){{0,2}}? (?:for )?(?:\w+ )?{_RT}"
    rf"|(?:^|(?<=: ))for (?:\w+ ){{0,2}}?{_RT}|{_RT} (?:is |still )?(?:pending|outstanding|to come)"
)

_METAL_NEEDS: Final = words_of(
    "screw rod cage implant plat instrument hardware metal fact spondylodes fix osteosynth stabili fusion "
    "construct acdf lif prosthe replacement hook wire foreign"
)
_RT_NEEDS: Final = ("radi", "rt", "gy", "sabr", "knife", "proton", "tomo", "imrt", "field")
TREATMENT_FORMS: Final[tuple[Form, ...]] = (
    forms("metal-near-level", _METAL, unless=_NO_SPINE_METAL, lasting=True, needs=_METAL_NEEDS),
    forms(
        "metal-near-level",
        rf"(?:removal|explantation|extraction) of (?:the |all |both |her |his )*(?:[\w\d/]+ ){{0,3}}?{_METAL}",
        rf"{_METAL}(?:[ ,]{{1,2}}[\w/\-–]+){{0,6}}?[ ,]+(?:have |has |had |was |were |are |is )?(?:been |since "
        r"|meanwhile |now |all |later |subsequently |already )*(?:removed|explanted|taken out|extracted)",
        rf"(?:removed|explanted|ex-?planted) (?:\w+ ){{0,2}}?{_METAL}",
        rf"{_METAL} (?:removal|explantation)",
        value="removed",
        closed=True,
        lasting=True,
        unless=re.compile(r"\bstents?\b|\bport\b|not (?:yet )?(?:been )?(?:removed|explanted)"),
        needs=("remov", "explant", "taken out", "extract"),
    ),
    forms("metal-near-level", r"(?:metal|implant|hardware)[- ]free", denied=True, closed=True),
    forms(
        "metal-near-level",
        r"(?:hardware|implant|screw|rod|cage|instrumentation|construct)s? (?:failure|loosening|breakage"
        r"|fracture|malposition\w*|complications?"
        r"|migration|loose|infection)",
        closed=True,
        lasting=True,
        unless=_NO_SPINE_METAL,
        needs=("hardware", "implant", "screw", "rod", "cage", "instrument", "construct"),
    ),
    # radiotherapy
    forms(
        "previous-radiotherapy",
        rf"(?:after|following|post)[ -](?:(?:the|her|his|prior|previous|earlier) )*{_RT}",
        value="given",
        closed=True,
        lasting=True,
        unless=_OTHER_FIELD,
        needs=("radi", "beam", "rt", "gy", "sabr", "knife", "proton", "tomo", "imrt"),
    ),
    forms(
        "previous-radiotherapy",
        rf"{_RT}{_GAP}(?:has |had |was |proved )?{_NO_EFFECT}",
        r"(?:did not respond|does not respond|not responding|no response|failed to respond|not responded"
        r"|non-?respon\w+|refractory|resistant|unresponsive|failure|failing|failed|no (?:\w+ )?(?:benefit|relief"
        r"|effect)|(?:insufficient|inadequate|poor|little|minimal|lack of) (?:\w+ )?(?:response|effect|benefit|relief)"
        r"|(?:did|has|have) not (?:\w+ )?(?:improved?|shr[au]nk|regress(?:ed)?|abated?|subsided?|diminish(?:ed)?))"
        rf" (?:\w+ ){{0,5}}?(?:to|after|of|under|following|from|with)(?: \w+)? {_RT}",
        r"(?:progress(?:ion|ive|ed|ing)|recurrence|recurrent|relapse[sd]?|regrowth|growth|persist(?:ent|ing"
        r"|s|ed)(?: \w+)?|returned|recurred|c[ao]me back|back again|residual pain|unchanged|not improved|no better|worse(?:ned)?"
        r"|increas(?:ed|ing)) (?:\w+ ){0,5}?(?:after|despite|under|following|in spite of"
        rf"|since) (?:\w+ )?(?:\w+ )?{_RT}",
        r"(?:recurr\w+|relaps\w+|progress\w+|returned)(?: [\w/]+){0,6}? (?:after|despite|following"
        r"|since)(?: the)?(?: \w+)? "
        rf"{_RT}",
        rf"(?:recurr\w+|relaps\w+|progress\w+|regrowth)(?: [\w/]+){{0,4}}? (?:within|in|inside)(?: the)? {_FIELD}",
        rf"failed {_RT}",
        r"(?:although|even though|though|despite the fact that) (?:it|they|this|the \w+) (?:was|were|has been|had been|have been)"
        rf" (?:\w+ )?{_RT}",
        r"(?:grown|grows|growing|grew|enlarged|larger|bigger|increas\w+|progress\w+) (?:\w+ ){0,3}?(?:after|despite"
        r"|since|in spite of"
        rf"|following) (?:it was |being |having been )?(?:\w+ ){{0,4}}?{_RT}",
        rf"{_RT}[^.;:]{{0,40}}? (?:has|have|had|did|could|was|were) not (?:\w+ )?(?:been able to )?(?:stop|halt"
        rf"|control|arrest|slow"
        r"|influence|prevent)\w*",
        r"in-?field (?:recurrence|progression|relapse|failure|regrowth)",
        rf"{_RT}[^.;:]{{0,40}}? (?:only (?:\w+ )?(?:temporary|brief|transient|short[\w-]*) (?:\w+ )?(?:relief|response"
        rf"|effect)|(?:temporary|brief"
        r"|transient) (?:\w+ )?(?:relief|response|effect|success)|relief (?:for|of|lasting) [\w ]{3,20} only)",
        r"(?:recurr\w+|relaps\w+|progress\w+|regrowth) (?:of|in|at|within) (?:the |an? )?(?:previously |already "
        r"|formerly )?irradiated",
        rf"{_RT}{_DOSE}[^.;:()]{{0,40}}?{_DOSE}, (?:(?:meanwhile|now|since|then|currently|clearly|again|local|locally|with"
        rf"|in-field"
        r"|yet|still) )*(?:progress(?:ion|ive|ing)|recurrence|relapse|regrowth)",
        rf"(?:before|prior to|preceding)(?: the)? {_RT}[^.;:]{{0,40}}? (?:is|are|has become|appears|looks) (?:\w+ly )?(?:larger"
        r"|bigger|progressive)",
        rf"{_RT}(?: (?:to|of|at) [ctls]\d{{1,2}})?: (?:\w+ )?(?:progression|progressive|recurrence|relapse|no response|failure)",
        rf"{_RT}{_GAP}(?:with|but|and|then) (?:\w+ ){{0,2}}?(?:progression|recurrence|relapse|regrowth|failure)",
        rf"(?:despite|in spite of|notwithstanding) (?:\w+ ){{0,4}}?{_RT}",
        rf"(?:progress\w+|recurr\w+|relaps\w+|regrowth)(?: (?:of|in|at) [ctls]\d{{1,2}})? (?:after"
        rf"|following) (?:\w+ ){{0,4}}?{_RT}",
        r"radio-?resistant(?! (?:histolog|tumou?r|primar|cancer|patholog))|radio-?refractory",
        value="failed",
        closed=True,
        lasting=True,
        unless=_OTHER_FIELD,
        needs=_RT_NEEDS,
    ),
    forms(
        "previous-radiotherapy",
        rf"{_RT}{_DOSE}(?:[\s,;]+(?!but\b|without\b|no\b|not\b|un\w+|{_RADIO}\b)[\w/]+){{0,8}}?[\s,;:]+(?:with |showing "
        rf"|and )?(?:(?!without|no\b|not\b)\w+ )?{_GOOD}",
        r"(?:respon(?:se|ded|ds|ding|der)|remineraliz\w+|remineralis\w+|recalcif\w+|remission|good result"
        r"|relief|local control|controlled|shr[aiu]nk\w*|smaller|regress(?:ed|ion)|decreased in size|partial regression|less pain"
        r"|benefit|pain[- ]free|improve(?:d|ment)|free of pain) (?:\w+ ){0,5}?(?:to|after|following|under"
        rf"|since|from) (?:\w+ )?{_RT}",
        rf"(?:after|since|following) (?:\w+ )?{_RT}[^.;]{{0,50}}? (?:has |have )?(?:\w+ly )?(?:shrunk|regressed|become smaller"
        r"|remineralised|remineralized|sclerosed|improved|become painless)",
        rf"(?:after|since|following) (?:\w+ )?{_RT}[^.;]{{0,40}}? pain (?:has |had )?(?:\w+ly )?(?:gone|disappeared|resolved"
        r"|subsided|vanished|settled|ceased|stopped)",
        rf"(?:before|prior to|preceding)(?: the)? {_RT}[^.;:]{{0,40}}? (?:is|are|has become|appears|looks) (?:\w+ly )?(?:smaller"
        r"|shrunk|regressive|less)",
        rf"(?:controlled|relieved|stopped|cured) (?:\w+ )?(?:by|with|through) (?:\w+ )?{_RT}",
        rf"{_RT}[^.;]{{0,40}}?,? since (?:when|which|then) [^.;]{{0,30}}?(?:gone|better|shrunk|smaller|improved|resolved)",
        value="responded",
        lasting=True,
        unless=_OTHER_FIELD,
        needs=_RT_NEEDS,
    ),
    forms(
        "previous-radiotherapy",
        rf"(?<!indication for )(?<!need for ){_RT}",
        r"(?:radiation|radiotherapy|irradiation) field[: ]+(?:from |at |over )?[ctls]\d{1,2}(?:-[ctls]?\d{1,2})?",
        r"treated with \d+ ?(?:x|×) ?\d+ ?gy",
        r"(?:first|previous|prior|initial|earlier) (?:course|series)(?: of \w+)? (?:having been |was |had been "
        r"|has been )?(?:completed"
        r"|given|finished|delivered|administered)",
        r"(?:field|portal|volume)s?(?: (?:of|in) \d{4})? (?:covered|included|comprised|encompassed|reached|extended|spanned|ran"
        r"|borders?|limits?|extent|extends|reaches|covers|includes|spans)(?: ?:| were| was)? ?(?:from "
        r"|at )?[ctls]\d{1,2}(?:(?:-| to )[ctls]?\d{1,2})?",
        rf"(?:in|within|inside|part of|covered by)(?: the| a| an| this)? {_FIELD}",
        r"(?:at|on|near) the (?:edge|border|margin|periphery) of the (?:(?:previous|prior|old|radiation|radiotherapy"
        r"|irradiation|former) )+"
        r"fields?",
        r"(?:was|were|lay|had been|has been) (?:in|within|inside|included in) the (?:\w+ )?field(?! of view)",
        r"(?:in|within|part of) (?:the |a |an |this )?(?:\w+ )?(?:radiation|radiotherapy|irradiation"
        r"|treatment|mantle|exit|entrance|tangential) fields?",
        value="given",
        unless=_OTHER_FIELD,
        lasting=True,
        needs=_RT_NEEDS,
    ),
    forms(
        "previous-radiotherapy",
        r"[ctls]\d{1,2} (?:was|were|lay|lies|is|had been|has been) (?:(?!not\b|never\b)\w+ )?(?:within|in|inside|included in"
        r"|covered by|part of|(?:at|on|near) the (?:\w+ )?(?:edge|border|margin|end|periphery) of) the (?:\w+ )?(?:field|volume"
        r"|portal)s?(?= (?:of|used|for|that|in|at|when)\b)(?! of view)",
        value="given",
        lasting=True,
        needs=("field", "volume", "portal"),
    ),
    forms(
        "previous-radiotherapy",
        r"(?:radiation|radiotherapy)[- ]na[i]ve",
        r"na[i]ve to (?:radiation|radiotherapy)",
        r"(?:was |lies |lay |is |were )?(?:outside|not (?:\w+ )?(?:in|within|part of"
        r"|included in)) (?:of )?(?:(?:the|any|previous|prior|former|radiation|radiotherapy|irradiated"
        r"|treatment|mantle) )*"
        r"fields?",
        r"spared (?:(?:from|by|the|any|prior|previous|earlier) )*(?:radiation|radiotherapy|irradiation)",
        r"(?:outside|beyond|below|above|caudal to|cranial to|distal to) (?:of )?(?:(?:the|any|its|that|this|previous"
        r"|prior|former|old|lower|upper"
        r"|inferior|superior|caudal|cranial|border|edge|margin|limit|of|radiation|radiotherapy|irradiated|irradiation"
        r"|treatment|treated"
        r"|target|mantle|\d{4}) )*(?:irradiated (?:fields?|volumes?|areas?)|(?:radiation|radiotherapy"
        r"|treatment) (?:volumes?|areas?)|fields?)",
        rf"{_RT}(?: \w+){{0,4}}? (?:has|have|was|were|had) (?:never|not)(?: yet| ever)?(?: been)? (?:given|performed|delivered"
        r"|administered|applied|carried out|done|started|received)",
        rf"{_RT}(?: \w+){{0,4}}? (?:did not take place|never took place|(?:but )?never (?:\w+ )?(?:carried out"
        rf"|started|took place))",
        r"never (?:\w+ )?(?:in|within|inside) (?:the |any )?(?:\w+ )?field|un-?irradiated|out[- ]of[- ](?:the )?field"
        r"|outwith (?:the )?(?:\w+ )?field|not yet irradiated|not irradiated yet",
        r"(?:field|portal|volume|radiotherapy|irradiation|sbrt)s? (?:did|does|do) not (?:\w+ )?(?:include|cover"
        r"|reach|involve|encompass"
        r"|extend to|comprise)",
        r"(?:nothing|none|no dose|no treatment) (?:has been |was |had been )?(?:delivered|given|applied) (?:to"
        r"|at|here)",
        r"not (?:been )?(?:covered|included|treated|encompassed) (?:by|in|within|with) (?:the |any |that |this "
        r"|a )*(?:\w+ )?"
        r"(?:field|portal|volume|radiotherapy|irradiation|radiation|sbrt)",
        r"radio-?therapy (?:was |has been )?not (?:given|performed|done|administered|applied)",
        rf"{_RT}(?: \w+){{0,6}}? (?:declined|refused|rejected|withheld|not given|cancelled|never given)",
        rf"(?:declined|declines?|refuse[sd]?|rejected) (?:\w+ )?{_RT}",
        denied=True,
        closed=True,
        lasting=True,
        needs=_RT_NEEDS,
    ),
)
PLANNED_RADIOTHERAPY: Final = _PLANNED
"""Words of a plan that hold the radiotherapy itself (`cues`)."""
