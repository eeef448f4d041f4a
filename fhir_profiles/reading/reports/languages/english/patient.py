"""English words for what came before and what concerns the patient: metal, radiotherapy, primary, deficit, wishes.

What may not live here: the lesion itself (`tumour`) and its surroundings (`structures`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Form, forms

_METAL: Final = (
    r"(?:(?:pedicle |iliosacral |cervical |transpedicular )*screws?(?: and rods?| fixation| osteosynthesis)?|(?:expandable |titanium |interbody |dorsal |spinal )*(?:cages?|rods?|implants?)(?: and \w+ rods?)?"
    r"|(?:anterior |cervical |titanium )*plates?|plating|(?:posterior |dorsal |spinal )*instrumentation|instrumented(?: \w+)?|(?:spinal |orthop\w+ )*hardware|metal ?work"
    r"|(?:metal(?:lic)?|susceptibility|streak|beam[- ]hardening) artefacts?|(?:metal(?:lic)?|susceptibility|streak|beam[- ]hardening) artifacts?|metal(?:lic)? (?:implants?|material|objects?)|residual metal|metal"
    r"|spondylodes[ie]s|(?:internal |posterior |dorsal |spinal )*fixat(?:ion|or)|osteosynthe\w+|(?:dorsal |posterior |surgical )+stabili[sz]ation|fusion (?:construct|hardware)|construct)"
)
_NO_SPINE_METAL: Final = re.compile(
    r"pacemaker|hip (?:arthroplasty|prosthesis|replacement)|knee|dental|sternal (?:wires|cerclage)|need for (?:fixation|stabili)|planned|no need"
)
_RT: Final = (
    r"(?:(?:external beam |stereotactic (?:body )?|palliative |previous |prior |sacral |spinal |local )*(?:radio-?therapy|radiation(?: therapy| treatment)?|irradiation|radio-?surgery)|irradiated|re-?irradiat\w+|sbrt|sabr|ebrt"
    r"|\d+ ?(?:x|×) ?\d+(?:[.,]\d)? ?gy|\d+(?:[.,]\d)? ?gy)"
)
_OTHER_FIELD: Final = re.compile(
    r"mediastin|breast(?! cancer)|chest wall|prostate bed|prostatic bed|pelvi[cs]|brain|cranial|axill|neck|thyroid bed|lung\b(?! cancer)|hip\b|femur|rib\b|liver|radiation dose"
    r"|radiation-induced|induced by radiation|naive|radiation field|mgy"
)
_GAP: Final = r"(?:[\s,]+(?!but\b)\w+){0,8}?[\s,]+"
_CANCER: Final = r"(?:cancers?|carcinomas?|adeno-?carcinomas?|ca\b\.?|malignanc\w+|primar(?:y|ies)|tumou?rs?|origin|metastas[ei]s|metastatic|secondar(?:y|ies)|neoplasm|deposits?)"
_MORE: Final = r"(?: (?:cell|ductal|lobular|papillary|follicular|small|non-small|squamous|known|clear|medullary|bone|spinal|vertebral|gland))*"


def _primary(value: str, *organs: str, alone: str = "") -> Form:
    named = "|".join(organs)
    more = (alone,) if alone else ()
    return forms(
        "primary",
        rf"(?:{named}){_MORE} (?:\w+ )?{_CANCER}",
        rf"{_CANCER} (?:of|from|in|is|:) (?:the |a |known |her |his )*(?:left |right )?(?:{named})",
        rf"primary[ :,]+(?:is |in )?(?:the )?(?:{named})",
        *more,
        value=value,
        lasting=True,
    )


PATIENT: Final[tuple[Form, ...]] = (
    forms("metal-near-level", _METAL, unless=_NO_SPINE_METAL, lasting=True),
    forms(
        "metal-near-level",
        rf"(?:removal|explantation|extraction|after removal) of (?:the |all )?(?:\w+ ){{0,3}}?{_METAL}",
        rf"{_METAL}(?: [\w/]+){{0,3}}? (?:has |have |was |were |had )?(?:been )?(?:since |meanwhile )?(?:removed|explanted|taken out|extracted)",
        rf"(?:removed|explanted) (?:\w+ ){{0,2}}?{_METAL}",
        value="removed",
        closed=True,
    ),
    # radiotherapy
    forms(
        "previous-radiotherapy",
        rf"{_RT}{_GAP}(?:has )?(?:failed|failure|without (?:\w+ )?(?:effect|response|benefit|success)|no (?:\w+ )?(?:effect|response|benefit|relief)|ineffective|unsuccessful|did not (?:\w+ )?(?:help|respond|work))",
        rf"(?:did not respond|not responding|no response|failed to respond|not responded|refractory|resistant|unresponsive|failure|failing|failed) (?:\w+ ){{0,2}}?(?:to|after|of|under|following)(?: \w+)? {_RT}",
        rf"(?:progress(?:ion|ive|ed|ing)|recurrence|recurrent|relapse|growth|persistent pain) (?:\w+ ){{0,3}}?(?:after|despite|under|following|in spite of) (?:\w+ )?{_RT}",
        rf"failed {_RT}",
        value="failed",
        closed=True,
        lasting=True,
        unless=_OTHER_FIELD,
    ),
    forms(
        "previous-radiotherapy",
        rf"{_RT}(?:[\s,]+(?!but\b|without\b|no\b|not\b)\w+){{0,6}}?[\s,]+(?:with |showing |and )?(?:(?!without|no\b|not\b)\w+ )?(?:respon(?:se|ded|ds)|effect(?:ive)?|success\w*|remineraliz\w+|recalcif\w+|relief|benefit|remission)",
        rf"(?:respon(?:se|ded|ds|ding)|remineraliz\w+|remineralis\w+|recalcif\w+|remission|good result) (?:\w+ ){{0,2}}?(?:to|after|following|under) (?:\w+ )?{_RT}",
        value="responded",
        lasting=True,
        unless=_OTHER_FIELD,
    ),
    forms("previous-radiotherapy", _RT, r"treated with \d+ ?(?:x|×) ?\d+ ?gy", value="given", unless=_OTHER_FIELD, lasting=True),
    forms("previous-radiotherapy", r"(?:radiation|radiotherapy)[- ]na[i]ve", r"na[i]ve to (?:radiation|radiotherapy)", denied=True, closed=True),
    # primary
    _primary("thyroid", "thyroid(?:al)?"),
    _primary("kidney", "renal", "kidney", alone=r"renal[- ]cell(?: carcinoma| cancer)?|rcc|hypernephroma|clear[- ]cell carcinoma"),
    _primary("prostate", "prostate", "prostatic"),
    _primary("lung", "lung", "bronchial", "bronchogenic", "bronchus", "pulmonary(?= (?:adeno)?carc)", alone=r"nsclc|sclc|pancoast(?: \w+)?"),
    _primary("breast", "breast", "mammary"),
    _primary(
        "other",
        "colon(?:ic)?", "colo-?rectal", "rectal", "gastric", "stomach", "hepato-?cellular", "liver(?= cell| cancer)", "pancrea\\w+", "bladder", "urothelial",
        "ovarian", "endometrial", "cervical(?= cancer)", "o?esophageal", "head and neck", "testicular", "adrenal(?= carc)", "gallbladder",
        alone=r"melanoma|hcc",
    ),
    # neurological state
    forms(
        "neurological-deficit",
        r"neurologic(?:al)?(?:ly)? (?:is |status |examination |state )*(?:intact|normal|unremarkable|inconspicuous)",
        r"neurology (?:is )?(?:intact|normal|unremarkable)",
        r"(?:no|without) (?:any |focal |new |relevant |current )*(?:neurologic(?:al)? )?(?:focal )?deficits?",
        r"(?:no|without) (?:focal )?neurolog\w* (?:deficits?|symptoms|abnormalit\w+)",
        r"without neurological (?:deficit|symptoms)",
        value="none",
        closed=True,
    ),
    forms(
        "neurological-deficit",
        r"(?:para|tetra|quadri)(?:paresis|plegia|paretic|plegic)",
        r"(?:\w+ )?weakness (?:of|in) (?:both |the |her |his )*(?:legs|lower limbs|arms|limbs|lower extremities)",
        r"(?:bilateral |progressive )*(?:leg|lower limb|limb) weakness",
        r"motor (?:weakness|deficits?|loss|impairment|paresis)",
        r"(?:leg |legs )?(?<!para)(?<!tetra)pareses",
        r"unable to (?:walk|stand)|cannot walk",
        value="motor",
    ),
    forms(
        "neurological-deficit",
        r"radicular (?:numbness|hypa?esthesia|sensory (?:loss|deficit)|weakness|deficit|paresis)",
        r"(?:numbness|hypa?esthesia|sensory loss|weakness|paresis) (?:in|of|along|confined to|limited to) (?:the )?(?:distribution of )?(?:the |a )*(?:(?:single|one) (?:nerve )?root|(?:left |right )?[cls]\d(?: dermatome| root| distribution)?)",
        r"(?:single|one)[- ]root (?:weakness|deficit|numbness)",
        r"(?:left |right |bilateral )?foot[- ]drop|drop foot",
        r"[cls]\d (?:weakness|paresis|palsy|numbness|hypa?esthesia|sensory loss)",
        value="root",
    ),
    forms(
        "neurological-deficit",
        r"(?:acute |urinary |bladder |f(?:a)?ecal |bowel |new )*(?:retention|incontinence)(?! of contrast)",
        r"(?:sphincter|bladder|bowel)(?: and (?:bladder|bowel))? (?:disturbance|dysfunction|weakness|deficit|paralysis|involvement|function (?:is )?(?:impaired|lost))",
        r"saddle (?:an|hyp)a?esthesia",
        value="sphincter",
    ),
    # wishes
    forms("wish-told", r"debulk\w*", value="debulking"),
    forms(
        "wish-told",
        r"(?:tumou?r )?(?:volume|size) (?:reduction|reduced|to be reduced|decreased)",
        r"reduc(?:tion|e|ing) (?:of |in |the )*(?:tumou?r )?(?:volume|size|bulk|mass)",
        r"(?:shrink(?:ing|age of)?|downsiz\w+) (?:the )?(?:tumou?r|lesion|mass)",
        value="size-reduction",
        unless=re.compile(r"height|has (?:been )?reduc|interval reduction"),
    ),
    forms(
        "wish-told",
        r"(?:radio-?iodine|i-?131|131-?i|iodine-?131|radioactive iodine|rai)(?: (?:therapy|treatment|ablation))?",
        value="radioiodine",
        unless=re.compile(r"scan|avid|refractory|uptake|scintigr"),
    ),
)
