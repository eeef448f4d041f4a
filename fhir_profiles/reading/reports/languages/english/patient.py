"""English words for what concerns the patient: primary tumour, neurological state, wishes.

What may not live here: the lesion itself (`tumour`) and its surroundings (`canal`, `wall`, `outside`), treatment (`treatment`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.vocabulary import bag
from fhir_profiles.reading.reports.lexicon import Form, forms

_CANCER: Final = (
    r"(?:cancers?|carcinomas?|adeno-?(?:carcinomas?|ca)|ca\b\.?|malignanc\w+|primar(?:y|ies)|tumou?rs?"
    r"|origin|metastas[ei]s|metastatic|secondar(?:y|ies)"
    r"|neoplasm|deposits?|mets?\b)"
    r"(?! (?:screening|clinic|centre|center|unit|board|register|registry|conference|risk|prevention|nurse|team"
    r"|service"
    r"|department|specialist)\b)"
)
_MORE: Final = (
    r"(?: (?:cell|ductal|lobular|papillary|follicular|small|non-small|squamous|known|clear|medullary|bone"
    r"|spinal|vertebral|gland|invasive|triple-negative|metastatic"
    r"|lytic|osteolytic|sclerotic|blastic|mixed|neuroendocrine|wall))*"
)
_ADJECTIVE: Final = (
    r"(?:left |right |known |primary |metastatic |advanced |invasive |ductal |papillary |follicular |the |a |an "
    r"|her |his |previous )*"
)


_ORGAN_NEEDS: Final = {
    "thyroid": ("thyroid", "ptc", "ftc"),
    "kidney": ("renal", "kidney", "rcc", "hypernephroma", "clear", "grawitz"),
    "prostate": ("prostat", "crpc", "mhspc"),
    "lung": ("lung", "bronch", "pulmon", "sclc", "pancoast"),
    "breast": ("breast", "mammar"),
}


def _primary(value: str, *organs: str, alone: str = "", note: str = "") -> Form:
    """`alone`: words that name the tumour by themselves; `note`: organs that stand for it in the telegram style of a board."""
    named = "|".join(organs)
    more = [alone] if alone else []
    if note:
        more.append(rf"(?<=[,:(–-] )(?:{note})(?=\s?[,;)–-]|\.?$)(?![,;] (?:lung|liver|kidney|bone|lymph|and))")
    needs = _ORGAN_NEEDS.get(value, ())
    return forms(
        "primary",
        rf"(?:{named}){_MORE} (?:(?!and\b|or\b|no\b|without\b|with\b|of\b)\w+ )?{_CANCER}",
        rf"{_CANCER} (?:of|from|in|is|:|being)? ?(?:the )?{_ADJECTIVE}(?:{named})\b",
        r"primary(?: site| tumou?r| malignancy)?[ :,]+(?:is |in |from |probably |possibly |presumably |likely "
        rf"|most likely )*(?:the )?{_ADJECTIVE}(?:{named})",
        rf"(?:metastas[ei]s|deposits?|cancer|carcinoma|primary|secondary|origin) \((?:{named})(?: cancer"
        r"| carcinoma| ca)?\)",
        *more,
        value=value,
        lasting=True,
        needs=needs,
        unless=re.compile(
            rf"(?:metastas[ei]s|mets|secondar\w+|deposits) (?:in|to|of) the (?:{named})|(?:{named}) (?:metastas[ei]s"
            r"|mets|deposits?|secondaries)(?! (?:in|of|at|to|involving|within) (?:the )?(?:[ctls]\d"
            r"|spine|vertebra|body|bone|left"
            r"|right))"
        )
        if value in ("lung", "other", "kidney")
        else None,
    )


PATIENT_FORMS: Final[tuple[Form, ...]] = (
    _primary("thyroid", "thyroid(?:al)?", "ptc", alone=r"ptc|ftc"),
    _primary(
        "kidney",
        "renal",
        "kidney",
        alone=(
            r"renal[- ]cell(?: carcinoma| cancer)?|rccs?|hypernephroma|clear[- ]cell carcinoma"
            r"|grawitz(?: tumou?r)?"
        ),
        note="kidney|renal",
    ),
    _primary("prostate", "prostate", "prostatic", alone=r"crpc|mcrpc|mhspc", note="prostate"),
    _primary(
        "lung",
        "lung",
        "bronchial",
        "bronchogenic",
        "bronchus",
        "pulmonary(?= (?:adeno)?carc| origin| primary)",
        alone=r"nsclc|sclc|pancoast(?: \w+)?|bronchogenic carcinoma",
    ),
    _primary("breast", "breast", "mammary", note="breast"),
    _primary(
        "other",
        *bag(
            "colon(?:ic)? colo-?rectal rectal rectum rectosigmoid gastric stomach hepato-?cellular "
            "liver(?=_cell|_cancer) pancrea\\w+ bladder",
            "urothelial ovarian endometrial cervical(?=_cancer"
            "|_carc) o?esophageal o?esophagus head_and_neck testicular adrenal(?=_carc) gallbladder",
            "bowel(?=_ca) uterine oropharyngeal pharyngeal germ_cell salivary anal vulvar penile thymic "
            "laryngeal nasopharyngeal cholangiocellular cervix ovary uterus "
            "gastrointestinal neuroendocrine",
        )[3:-1].split("|"),
        alone=(
            r"melanomas?|hcc|mesothelioma|carcinoid|\bgist\b|nasopharyngeal carcinoma|lymphoma"
            r"|cholangiocarcinoma|seminoma"
        ),
    ),
    # neurological state
    forms(
        "neurological-deficit",
        r"neuro(?:logic(?:al)?(?:ly)?|logy|log\.)?[ :]*(?:(?:is|status|examination|exam|state|findings?"
        r"|completely|fully|otherwise|grossly|remains|are) )*(?:intact|normal|unremarkable|inconspicuous"
        r"|nad)(?! (?:apart|except|aside|other than|save|but for|with the exception))",
        r"(?:intact|normal|unremarkable) neurolog(?:y|ical (?:status|examination|state|function))",
        r"(?:no|without)(?: any| focal| new| relevant| current| objective"
        r"| demonstrable)* (?:neurologic(?:al)? )?(?:focal )?(?:neurolog\w+ )?deficits?",
        r"(?:no|without)(?: any| focal| new)* neurolog\w* (?:deficits?|symptoms|abnormalit\w+|impairment|signs"
        r"|loss|compromise)(?! (?:apart|except|aside|other than|save|but for|with the exception|beyond|besides))",
        r"neurolog\w* (?:deficits?|symptoms)(?: \w+)? (?:are |is )?(?:absent|denied|none)"
        r"|neurolog\w* deficits?(?::|\?) (?:none|no|nil|absent)",
        r"no (?:focal )?neurology(?! review)",
        r"no (?:abnormal|pathological|focal) neurolog\w* (?:findings?|signs?|features?)",
        r"frankel e|asia e",
        value="none",
        closed=True,
        needs=("neuro", "deficit", "frankel", "asia"),
    ),
    forms(
        "neurological-deficit",
        r"(?:para|tetra|quadri)(?:paresis|parese|plegia|paretic|plegic)|(?:para|tetra|quadri)paresis",
        r"(?:motor |progressive |new |marked |increasing )*(?:weakness|weak|paresis) (?:of|in) (?:both |the "
        r"|her |his |bilateral |left |right |one )*(?:legs?|lower limbs?|arms?|limbs|lower extremit\w+|thighs)(?! root)",
        r"(?:bilateral |progressive |left |right |increasing )*(?:legs?|lower limb|limb|lower extremity"
        r"|proximal)(?: \w+)? (?:weakness|paresis|paralysis)",
        r"legs (?:are |have |has |feel )?(?:become |getting |grown |got )?(?:progressively "
        r"|increasingly )?weaker?|weak(?:ness of)? legs|legs (?:are |feel )?weak",
        r"legs? (?:may|might|could|(?:seem|appear)s? to) (?:be|have become) (?:\w+ )?weaker?"
        r"|weakness (?:of|in) (?:\w+ )?(?:hip|knee)(?: flexion| extension| flexors?| extensors?)",
        r"legs? (?:has|have) been (?:\w+ )?weak|(?:strength|power) (?:of |only )?[0-4][+-]?/5",
        r"monoparesis(?: of the (?:left |right )?(?:leg|arm))?|(?:paretic|paraly[sz]ed) (?:legs?|limbs?)",
        r"(?:b/l |bilateral )?\bles? weakness|(?:sensori?-?)?motor (?:(?:or|and|nor) sensory )?(?:weakness|deficits?|loss"
        r"|impairment"
        r"|paresis|symptoms"
        r"|[0-4]/5 (?:strength|power)|(?:b/l |bilateral )?les? weakness|power (?:in (?:the |both )?(?:legs"
        r"|lower limbs) )?(?:is )?(?:reduced|impaired))",
        r"(?:leg |legs )?(?<!para)(?<!tetra)pareses",
        r"(?<![\w-])(?<!single-root )paresis(?! (?:of|in) (?:the )?(?:[cls]\d|single|one"
        r"|foot))(?<![cls]\d paresis)|palsies",
        r"unable to (?:walk|stand)|cannot (?:walk|stand)|non-?ambulatory|paraly[sz]ed|paralysis (?:of"
        r"|in) (?:the |both )*legs",
        r"(?:(?<=definite )|(?<=clear )|(?<=certain )|(?<=convincing )|(?<=obvious ))weakness(?! of)",
        r"(?<=no )weakness(?! of)|(?<=without )weakness(?! of)|(?<=or )weakness(?! of)|(?<=denies )weakness"
        r"|(?<=denied )weakness|(?<=any )weakness(?! of)|(?<=numbness, )weakness(?! of)"
        r"|(?<=new )weakness(?! of)|muscle weakness|power (?:is )?(?:reduced|[0-4]/5)"
        r"|frankel [a-d]|asia [a-d]",
        r"[0-4]/5 (?:strength|power)",
        value="motor",
        needs=(
            "pare",
            "plegi",
            "weak",
            "motor",
            "unable",
            "strength",
            "cannot",
            "ambulat",
            "paraly",
            "power",
            "palsies",
            "frankel",
            "asia",
        ),
    ),
    forms(
        "neurological-deficit",
        r"radicul(?:ar|opathy with) (?:\w+ )?(?:numbness|hypa?esthesia|sensory (?:loss|deficit)|weakness"
        r"|deficits?|paresis)",
        r"radiculopathy,? with (?:\w+ ){0,3}?(?:numbness|hypa?esthesia|sensory (?:loss|deficit)|weakness"
        r"|deficits?|paresis)",
        r"(?:numbness|hypa?esthesia|sensory (?:loss|deficit)|weakness|paresis|paraesthesia)(?: \w+){0,3}? (?:in"
        r"|of|along|confined to|limited to) (?:the |a )*(?:(?:distribution|dermatome|territory) of )?(?:the "
        r"|a )*"
        r"(?:(?:single|one) (?:nerve )?(?:root|dermatome|myotome)|(?:left |right )?t\d+ (?:dermatome|root"
        r"|distribution|territory)"
        r"|(?:left |right )?[cls]\d(?: dermatome| root| distribution| myotome"
        r"| territory)?)",
        r"\w+ weakness (?:due to|from|caused by|because of) (?:\w+ ){0,2}?(?:root|[cls]\d)",
        r"(?:extensor hallucis|ehl|tibialis anterior|quadriceps|deltoid|biceps|triceps|big toe"
        r"|great toe)(?: extension)? (?:weakness|paresis)",
        r"(?:peroneal|femoral) (?:nerve )?palsy|(?:hyp[ao]?a?esthesia|hypo-?a?esthesia|numbness) (?:in|of"
        r"|at) [cls]\d",
        r"(?:sensory|motor) (?:deficit|loss|disturbance) (?:(?:of|in|at) )?(?:left |right )?[cls]\d",
        r"dermatomal (?:numbness|sensory loss|hypa?esthesia)",
        r"(?:single|one)[- ](?:nerve )?root (?:weakness|deficit|numbness|paresis|palsy)",
        r"(?:left |right |bilateral )?foot[- ]drop|drop foot|drops? (?:his|her|the) foot"
        r"|weakness of (?:\w+ )?(?:foot|big toe|great toe|ankle) (?:dorsi\w+|extension|elevation)"
        r"|dorsiflexion weakness",
        r"[cls]\d (?:root )?(?:weakness|paresis|palsy|numbness|hypa?esthesia|sensory loss|motor deficit"
        r"|sensory deficit|radiculopathy with (?:numbness|weakness))",
        value="root",
        needs=("numb", "hyp", "sensory", "weak", "pares", "drop", "palsy", "deficit", "motor"),
    ),
    forms(
        "neurological-deficit",
        r"(?:strength|power) (?:of|in) (?:(?:the|both|all|her|his|lower|upper) )*(?:legs?|arms?|limbs?"
        r"|extremit\w+) (?:is |are )?(?:\w+ )?"
        r"(?:normal|full|preserved|intact|unimpaired|5/5)",
        value="motor",
        denied=True,
        closed=True,
        needs=("strength", "power"),
    ),
    forms(
        "neurological-deficit",
        r"(?:acute |urinary |bladder |f(?:a)?ecal |bowel |new |urine |stool |double )*(?:retention|incontinence"
        r"|incontinent)(?! of contrast)",
        r"(?:sphincters?|bladder|bowel)(?:(?:/| and | or )(?:bladder|bowel))? (?:disturbances?|dysfunction"
        r"|weakness|deficit|paralysis|symptoms|problems|impairment|control (?:is )?(?:lost|impaired)"
        r"|function (?:is )?(?:impaired|lost))",
        r"(?:loss of|impaired|disturbed) (?:bladder|bowel|sphincter)(?:(?:/| and | or )(?:bladder"
        r"|bowel))? (?:control|function|tone)",
        r"saddle (?:an|hyp)a?esthesia|neurogenic bladder",
        value="sphincter",
        needs=("retention", "incontinen", "sphincter", "bladder", "bowel", "saddle"),
    ),
    forms(
        "neurological-deficit",
        r"(?:fully )?continent(?: of (?:urine|stool|f(?:a)?eces)(?:(?: and |/)\w+)?)?",
        r"(?:sphincter|bladder|bowel)(?:(?:/| and | or )(?:bladder|bowel|sphincter))?(?: function| control"
        r"| tone)?(?: is| are)? (?:normal|intact|undisturbed|preserved|unimpaired|unaffected|unremarkable"
        r"|continent)",
        r"continence (?:is |remains )?(?:\w+ )?(?:preserved|normal|intact|unimpaired|maintained)",
        r"(?:normal|intact|preserved) (?:sphincter|bladder|bowel)(?: and (?:bladder|bowel))? (?:tone|function"
        r"|control)",
        value="sphincter",
        denied=True,
        closed=True,
        needs=("sphincter", "bladder", "bowel", "continen"),
    ),
    forms(
        "neurological-deficit",
        r"(?:motor (?:function|power|strength)|muscle power|power|strength)(?: is| are)?(?: in (?:the "
        r"|both )?(?:legs|limbs))? (?:normal|intact|preserved|full|unimpaired)",
        value="motor",
        denied=True,
        closed=True,
        needs=("motor", "power", "strength"),
    ),
    # wishes
    forms("wish-told", r"de-?bulk\w*", value="debulking"),
    forms(
        "wish-told",
        r"(?:tumou?r )?(?:volume|size|mass|bulk)[- ](?:reduction|reduced|to be reduced|decreased|reducing)",
        r"decreas(?:e|ing) (?:of |in |the )*(?:tumou?r )?(?:volume|size|bulk|mass)",
        r"(?:a |any |some )?reduc(?:tion|e|ing) (?:of |in |the |its )*(?:tumou?r(?:'s)? "
        r"|lesion(?:'s)? )?(?:volume|size|bulk|mass|tumou?r)",
        r"(?:tumou?r )?shrinkage|(?:shrink(?:ing)?|downsiz\w+|make) (?:of )?(?:(?:the|down|[ctls]\d{1,2}) )*(?:tumou?r|lesion"
        r"|mass|metastasis)(?: smaller)?|cytoreduc\w+|tumou?r reduction",
        value="size-reduction",
        unless=re.compile(
            r"since|by \d|\d ?%|after (?:chemo|systemic|therapy|treatment|radio)|under (?:chemo|systemic"
            r"|therapy|treatment|ongoing)"
            r"|respon(?:se|d)|regress|previous|(?:marked|significant|clear|further|continued|partial|good"
            r"|moderate)(?:ly)? (?:\w+ )?"
            r"(?:reduc|decreas|shrink)|height|has (?:been )?reduc|interval reduction|reduction (?:in"
            r"|of) (?:the )?size of the|slight"
            r"|minimal|compared|interval (?:shrink|decr)"
        ),
        needs=("reduc", "shrink", "downsiz", "decreas", "smaller"),
    ),
    forms(
        "wish-told",
        r"(?:radio-?iodine|i-?131|131-?i|iodine-?131|radioactive iodine|rai)(?: (?:therapy|treatment|ablation))?",
        value="radioiodine",
        unless=re.compile(r"scan|avid|refractory|uptake|scintigr"),
    ),
)
