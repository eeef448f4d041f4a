"""English words for what a lesion is: nature, bone matrix, fracture and stability, epidural grade.

What may not live here: its surroundings (`structures`), and what is told of the patient (`patient`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Form, forms

_ELSEWHERE: Final = (
    r"(?<!liver )(?<!hepatic )(?<!lung )(?<!pulmonary )(?<!nodal )(?<!lymph node )(?<!brain )(?<!cerebral )(?<!adrenal )(?<!peritoneal )"
    r"(?<!skin )(?<!pleural )(?<!rib )(?<!costal )(?<!femoral )(?<!pelvic )(?<!iliac )(?<!soft tissue )(?<!leptomeningeal )(?<!skull )"
)
_RIBS: Final = re.compile(
    r"\brib\b|\bribs\b|costal|humer|femor|femur|\bhip\b|stern(?:um|al)|clavic|radius|tibia|pelvic ring|pubic|acetab|\bdisc heights?\b|intervertebral disc|\bdis[ck]s?\b (?:\w+ )*height"
)
_HEIGHT: Final = r"(?:(?:vertebral |body |anterior |posterior |central |original )*height)"

TUMOUR: Final[tuple[Form, ...]] = (
    forms(
        "nature",
        rf"{_ELSEWHERE}metastas(?:is|es)",
        rf"{_ELSEWHERE}metastatic(?! (?:\w+ )?(?:\w+ )?(?:cancer|carcinoma|adenocarcinoma|melanoma))(?! spinal cord)(?: (?:deposit|lesion|focus|disease|infiltration|involvement))?",
        r"(?:osteolytic |lytic |sclerotic |blastic |bone |bony |spinal |vertebral )?secondar(?:y|ies)(?: (?:deposit|lesion|tumou?r)s?)?(?! to\b)(?! curve)",
        r"(?:secondary|metastatic|osteolytic|lytic|sclerotic|blastic|neoplastic)? ?(?:tumou?r )?deposits?(?! of (?:calc|contrast|iron))",
        value="metastasis",
        unless=re.compile(r"\bm0\b"),
    ),
    forms("nature", r"plasmacytomas?", r"(?:multiple |solitary |smouldering )?myeloma(?:tous)?", value="plasmacytoma"),
    forms("nature", r"(?:chondroid )?chordomas?", r"chondrosarcomas?", r"osteosarcomas?", r"osteogenic sarcomas?", r"ewing(?:'s)?(?: sarcomas?| tumou?r)?", value="primary-malignant"),
    forms("nature", r"osteoid[- ]osteomas?", value="osteoid-osteoma"),
    forms("nature", r"osteoblastomas?", value="osteoblastoma"),
    forms("nature", r"giant[- ]cell (?:tumou?rs?|lesions?)(?: of bone)?", r"gctb?", r"aneurysmal bone cysts?", r"abc(?= of| in|,|\.)", r"eosinophilic granulomas?", value="benign-treatable"),
    forms("nature", r"(?:vertebral |atypical |typical |benign |aggressive )*ha?emangiomas?", r"schmorl'?s?(?: \w+)? ?(?:nodes?|herniations?)", value="benign-not-indicated"),
    forms(
        "nature",
        r"(?:pyogenic |tuberculous |infectious )?spondylodis[ck]itis",
        r"(?:vertebral |pyogenic )*osteomyelitis",
        r"(?:infectious |septic |bacterial )?dis[ck]itis",
        r"(?:infectious|tuberculous|pyogenic|septic) spondylitis",
        value="infection",
    ),
    forms("nature", r"osteoporotic (?:\w+ ){0,3}?(?:fractures?|collapse|insufficiency|compression|deformity|aetiology|etiology|origin|nature)", r"(?:fractures?|collapse) (?:\w+ ){0,3}?osteoporo\w+", value="osteoporotic"),
    forms(
        "matrix",
        r"(?:osteo-?)?lytic(?! and (?:blastic|sclerotic))(?:ally)?",
        r"osteolys[ie]s",
        r"lysis(?= of)",
        r"lysed",
        r"(?:permeative|moth-eaten|geographic) (?:bone )?(?:destruction|lesion|pattern)",
        r"lucent (?:lesion|focus|defect)",
        value="lytic",
        unless=re.compile(r"spondylolysis|spondylolytic|pars defect"),
    ),
    forms(
        "matrix",
        r"(?:osteo-?)?(?:sclerotic|blastic)",
        r"(?:osteo)?sclerosis(?= of the (?:lesion|metastasis))",
        r"(?:densely|dense) (?:sclerosed|ivory)",
        r"ivory vertebra",
        value="sclerotic",
        unless=re.compile(r"end ?-?plate|modic|subchondral|degenerat|facet|rim"),
    ),
    forms(
        "matrix",
        r"mixed(?: (?:lytic|osteolytic|sclerotic|blastic|osteoblastic)\w*(?:[ /\-]+(?:and |/)?(?:sclerotic|blastic|lytic|osteoblastic|osteolytic))?)",
        r"mixed(?:[- ](?:type|density|matrix|lesion|metastas[ie]s|pattern|character))",
        r"(?:lytic|osteolytic)(?:[ /\-]+(?:and |/)?)(?:sclerotic|blastic|osteoblastic)",
        r"(?:sclerotic|blastic|osteoblastic)(?:[ /\-]+(?:and |/)?)(?:lytic|osteolytic)",
        r"mixed(?= metast| osteo| lesion|,|\.)",
        value="mixed",
    ),
    # fracture
    forms(
        "collapse",
        r"(?:pathological |insufficiency |compression |wedge |burst |end ?plate |fresh |recent |acute |vertebral |new )*fractur(?:es?|ed)(?! (?:risk|threat))(?: line)?",
        r"collaps(?:e|ed|ing)(?! risk)",
        rf"(?:loss|reduction|decrease) (?:of|in) (?:\w+ )?{_HEIGHT}",
        rf"{_HEIGHT} (?:loss|reduction|is reduced|reduced|is decreased|is lost|diminished)",
        rf"(?:lost|loses) (?:\w+ ){{0,6}}?(?:of )?(?:its |the )?{_HEIGHT}",
        r"(?:wedge|wedge-shaped|compression) deformity|wedging|wedged|vertebra plana|burst",
        r"(?:end ?-?plate) (?:depression|infraction|impression|collapse|impaction|compression)",
        r"(?:depression|infraction|impression|impaction|compression) of the (?:\w+ )*end ?-?plate",
        r"height loss|flattened vertebra",
        unless=_RIBS,
    ),
    forms(
        "collapse",
        rf"{_HEIGHT}(?: of (?:the )?[\w ]{{2,20}}?)? (?:is |are |was |remains )?(?:well |fully )?(?:preserved|maintained|normal|intact|unchanged|retained)",
        rf"(?:normal|preserved|maintained|preservation of|normal vertebral) (?:\w+ )?{_HEIGHT}",
        r"not (?:\w+ )?collapsed",
        denied=True,
        closed=True,
        unless=re.compile(r"\bdis[ck]s?\b"),
    ),
    forms(
        "fracture-risk",
        r"(?:at (?:\w+ )?)?(?:high |increased |considerable |significant |elevated |relevant |substantial |low )?risk (?:of|for) (?:\w+ ){0,2}?(?:fractur\w*|collapse|failure)",
        r"(?:high |increased |considerable |elevated )?(?:fracture|collapse) risk(?: (?:is )?(?:high|increased|elevated))?",
        r"(?:impending|imminent|threaten(?:ed|ing)|pending|incipient risk of) (?:pathological |vertebral )*(?:fracture|collapse)",
        r"(?:fracture|collapse) (?:is )?(?:threatened|imminent|impending|threatens|threat)",
        r"unstable",
        r"instability",
        r"(?:prone|liable) to (?:fracture|collapse)",
        r"fracture-prone|threatens to (?:fracture|collapse)",
        unless=re.compile(r"ha?emodynamic|rib\b"),
    ),
    forms(
        "fracture-risk",
        r"(?:spine|vertebra|segment|level|[ctls]\d+(?: vertebra)?|column)(?: is| are| was| remains| appears| considered| judged)*(?: \w+ly)? stable(?! (?:in size|disease|appearance|compared|since))",
        r"(?:mechanically |biomechanically |clinically )stable",
        r"stable (?:spine|vertebra|segment|situation|spinal column)",
        r"sins (?:of )?\d+(?: of 18|/18)?[\s,:(]+(?:\w+ )?stable",
        r"stability (?:is )?(?:preserved|maintained|not (?:at risk|compromised|endangered))",
        denied=True,
        closed=True,
    ),
    forms(
        "escc",
        r"(?:escc|bilsky)(?:[\s,\-:=()]+(?:grade|score|scale|class|type|is|was|of|grading|now|today|escc|bilsky))*[\s\-:=(]*(?P<value>0|1a|1b|1c|2|3)(?:(?: or |/)(?P<second>0|1a|1b|1c|2|3))?",
    ),
    forms("escc", r"(?:grade|score) (?P<value>0|1a|1b|1c|2|3)(?: \w+){0,2} (?:on|of|by|according to|in) (?:the )?(?:escc|bilsky)"),
    forms("escc", r"today, (?:formerly|previously)(?: grade)? (?P<value>0|1a|1b|1c|2|3)"),
)
