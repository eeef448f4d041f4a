"""English words for fracture, loss of height, instability and its risk.

What may not live here: the posterior wall (`wall`), what the lesion is (`tumour`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.vocabulary import bag
from fhir_profiles.reading.reports.lexicon import Form, forms

_NOT_VERTEBRAL: Final = re.compile(
    r"\bribs?\b|costal|humer|femor|femur|\bhip\b|stern(?:um|al)|clavic|radius|tibia|pelvic ring|pubic|acetab"
    r"|\bscapul|(?:rods?|screws?) fractur|fractur\w* (?:of )?(?:(?:the|a|both|one|left|right|upper|lower"
    r"|pedicle|[ctls]\d+) )*(?:rods?|screws?)"
    r"|\bdisc heights?\b|intervertebral disc|\bdis[ck]s?\b (?:\w+ )*height|height (?:[\w/]+ ){0,5}dis[ck]"
    r"|\blungs?\b|\blobe\b|airway"
    r"|osteophyte|physiologic|congenital|(?<!versus )(?<!vs )(?<!or )(?<!vs\. )normal variant|block vertebra|hemivertebra"
    r"|butterfly"
    r"|implant fracture|\bankle|\bwrist"
)
_HEIGHT: Final = r"(?:(?:vertebral |body |anterior |posterior |central |original |overall )*heights?(?: and \w+)?)"
_FRACTURE: Final = r"(?:fractur(?:es?|ed|ing)|fxs?|frx)"
_KIND: Final = bag(
    "pathologic(?:al)? path comp compr insufficiency compression wedge(?:[-_]shaped)? burst end_?-?plate "
    "fresh recent acute "
    "subacute vertebral new",
    "fragility osteoporotic minor undisplaced biconcave chance crush malignant tumou?r-related incomplete "
    "impaction depression",
)
_END: Final = r"end[ -]?-?plates?"
_RISK: Final = bag(
    "high increased considerable significant elevated relevant substantial moderate raised definite real"
)
_SHARE: Final = r"(?:(?:an? |one |two |three )?(?:half|thirds?|quarters?|fifths?|tenths?)|\d{1,2} ?(?:%|per ?cent))"
_LOW: Final = bag("low small minor minimal negligible not_increased not_elevated not_raised normal none")

BONE_FORMS: Final[tuple[Form, ...]] = (
    forms(
        "collapse",
        rf"(?:{_KIND} )*{_FRACTURE}(?! (?:risk|threat)| of the (?:\w+ )?(?:transverse|spinous) process)(?: line"
        rf"| cleft| deformity)?",
        r"collaps(?:e|ed|es|ing)(?! risk)",
        rf"(?:loss|reduction|decrease|diminution) (?:of|in) (?:\w+ )?{_HEIGHT}",
        r"(?<!screw at )(?<!screw of )(?<!screw in )(?<!rod at )[ctls]\d{1,2}(?: vertebra)? (?:is|has|was"
        r"|has been) broken(?! (?:in|into|through|out)\b)",
        rf"{_HEIGHT} (?:is )?(?:\w+ly |perhaps |maybe )(?:reduced|decreased|lost|diminished)",
        rf"{_HEIGHT} (?:loss|reduction|is reduced|reduced|is decreased|decreased|is lost|lost|diminished"
        r"|is diminished)",
        rf"(?:lost|loses|losing|loss of) (?:[\w%]+ ){{0,6}}?(?:of )?(?:its |the )?{_HEIGHT}",
        rf"reduced (?:in )?(?:\w+ )?{_HEIGHT}|{_HEIGHT}(?: \w+){{0,6}}? (?:is |has )?(?:been )?(?:reduced|lost"
        r"|diminished) (?:by|to)",
        r"(?:wedge|wedge-shaped|wedging|compression|biconcave|crush|vertebral) deformity|wedging|wedged"
        r"|wedge-shaped|vertebra plana|burst(?! through| out)",
        r"(?:compressed|flattened|crushed|impacted|biconcave) (?:vertebra\w*|[ctls]\d+|body)",
        rf"{_END}(?: of [ctls]\d+)? (?:is |are )?(?:\w+ )?(?:depress\w+|infraction|impression|collapse\w*"
        r"|impact\w+|compress\w+|sunken|buckl\w+|indented|caved in)",
        rf"(?:depression|infraction|impression|impaction|compression|buckling|sinking) of the (?:\w+ )*{_END}",
        r"(?:sunk|sunken|compressed|reduced|lost|collapsed|diminished)(?: [\w%]+){0,6}? (?:of|in|from) (?:its "
        r"|the |original )*height",
        r"flattening of (?:the )?(?:[ctls]\d+(?: vertebra\w*)?(?: body)?|vertebra\w*(?: body)?)",
        r"(?:depressed|sunken|impressed|impacted|collapsed|fractured|compressed|indented) (?:\w+ )?end[ -]?-?plates?",
        r"(?:vertebral|body) compression(?! fract)|compression of (?:the )?(?:vertebral body|vertebra|body"
        r"|[ctls]\d+)(?! root)|(?:vertebral )?body (?:is )?(?:compressed|crushed|flattened)",
        r"(?:decreased|diminished|reduced|lost) (?:\w+ )?height|broken vertebra\w*",
        r"height loss|codfish vertebra\w*|sintering|has sintered",
        rf"(?:only |just |barely |about |less than |some )*{_SHARE} (?:of )?(?:(?:the|its) )?(?:normal "
        rf"|full )?{_HEIGHT}(?: of (?:the )?[\w ]{{2,20}}?)?"
        r"(?: only)? (?:remains?|is left|left|remaining|are left|is preserved|preserved|is retained|survives?)",
        rf"(?:has|with|retains?|keeps?|kept) (?:only |just |barely |no more than |but )+(?:about )?{_SHARE} (?:of )?(?:the "
        rf"|its )?{_HEIGHT}",
        rf"{_HEIGHT}(?: of [ctls]\d{{1,2}})? (?:is |has )?(?:down|gone down|shrunk|shrunken|come down|sunk|fallen"
        rf"|dropped) (?:by|to) (?:about )?"
        rf"{_SHARE}",
        rf"has lost (?:about |some |nearly |almost )?{_SHARE} of it(?=\s*(?:[.,;]|$))",
        unless=_NOT_VERTEBRAL,
        needs=(
            "fractur",
            "fx",
            "frx",
            "collaps",
            "height",
            "wedg",
            "plana",
            "burst",
            "plate",
            "deformity",
            "compressed",
            "flatten",
            "crush",
            "impact",
            "biconc",
            "codfish",
            "broken",
            "sinter",
        ),
    ),
    forms(
        "collapse",
        rf"(?<!loss of )(?<!loss in )(?<!reduction of ){_HEIGHT}(?: of (?:the )?[\w ]{{2,20}}?)?(?::| is| are"
        r"| was| remains)?(?: well| fully| still"
        r"| otherwise)* (?:preserved|maintained|normal|intact|unchanged|retained|within normal limits)",
        rf"(?:normal|preserved|maintained|preservation of|normal vertebral|retained|full) (?:\w+ )?(?:in )?{_HEIGHT}",
        r"of (?:normal|full|regular|undiminished) height",
        rf"(?:keeps?|kept|retains?|retained|maintains?|maintained|holds?|keeping|retaining|preserves?)"
        rf"(?: (?:its|the|their))? (?:(?:full|normal|original|whole|entire) )?{_HEIGHT}",
        r"(?<=height, )[ctls]\d{1,2} (?:has )?(?:kept|keeps|retained|retains|preserved) it\b",
        rf"{_HEIGHT}(?: of [ctls]\d{{1,2}})?:? (?:is |are |has been )?(?:kept|undiminished|regular|unimpaired|full)",
        r"not (?:\w+ )?(?:collapsed|fractured|compressed down)",
        rf"(?<!loss of ){_HEIGHT}(?: of [ctls]\d{{1,2}})? (?:is |are )?not (?:\w+ )?(?:reduced|decreased|diminished|lost)",
        r"unfractured",
        denied=True,
        closed=True,
        unless=re.compile(
            r"\bdis[ck]s?\b|\b(?:third|half|quarter|two thirds|\d{1,2} ?%)s? of (?:the |its )?(?:normal|full|original)"
        ),
        needs=("height", "collaps", "fractur"),
    ),
    forms(
        "collapse",
        r"(?<!acute on )(?<!acute-on-)(?:(?:old|healed|remote|consolidated|chronic|ancient|known old|long-standing"
        rf"|longstanding)[\s,]+(?:and )?(?:\w+[\s,]+){{0,2}}?)(?:{_KIND} )*(?:{_FRACTURE}|collapse"
        r"|wedge deformity|height loss|loss of height)",
        rf"{_FRACTURE}(?: of [ctls]\d+)?(?:,| is| has| appears| looks| which is| now| long since"
        r"| in \d{4},?)* ?(?:\w+ly )?(?:healed|consolidated|old\b(?! man| woman)|of long standing|remote"
        r"|chronic)",
        r"(?:collapse|loss of height|height loss|wedge deformity)(?: of [ctls]\d+)? (?:is|are|appears"
        r"|looks) (?:\w+ly )?(?:old|healed|chronic|long-standing|longstanding)",
        rf"status post (?:\w+ )?{_FRACTURE}|{_FRACTURE} (?:\w+ ){{0,3}}?in childhood|(?:operated (?:on )?"
        rf"|surgery |treated |stabili[sz]ed )(?:\w+ ){{0,3}}?for (?:a |an )?(?:\w+ )?{_FRACTURE}",
        r"(?:deformity|wedging|collapse|height loss|loss of height)(?: of [ctls]\d+)?, (?:old|chronic|remote"
        r"|long-?standing|healed)\b",
        past=True,
        closed=True,
        unless=_NOT_VERTEBRAL,
        needs=("fractur", "collaps", "height", "wedge"),
    ),
    forms(
        "fracture-risk",
        rf"(?:at (?:\w+ )?)?(?:{_RISK} )*(?:risk|danger|threat|likelihood|hazard) (?:of"
        r"|for) (?:\w+ ){0,2}?(?:fractur\w*|collapse|failure|height loss|instability)",
        rf"(?:{_RISK} )*(?:fracture|collapse) risk(?!(?: is|:| appears| remains)? {_LOW}\b)(?:(?: is|:| appears"
        rf"| remains)? (?:{_RISK}))?",
        r"(?:impending|imminent|threaten(?:ed|ing)|pending|incipient) (?:pathologic(?:al)? "
        r"|vertebral )*(?:fracture|collapse|failure|instability)",
        r"(?:fracture|collapse)(?: of [ctls]\d{1,2})? (?:is |appears |seems )?(?:threatened|imminent|impending|threatens|threat)",
        r"unstable|instability(?! neoplastic)|(?:loss of|insufficient|impaired|endangered|compromised"
        r"|reduced) (?:\w+ )?stability|vertebra at risk|destabili[sz]\w+|stability (?:(?:of|at) [ctls]\d{1,2} )?(?:is "
        r"|appears )?(?:at risk"
        r"|compromised"
        r"|endangered"
        r"|impaired|reduced|jeopardi[sz]ed|threatened|lost)",
        r"(?:in|at|runs? (?:the |an? (?:\w+ )?)?)(?: (?:acute|real|great|serious|considerable|some|high"
        r"|imminent))* ?(?:danger|risk) of"
        r" (?:collapsing|fracturing|breaking|giving way|failing|caving in)",
        r"(?:risk|danger|likelihood|chance) that (?:\w+ ){0,4}?(?:collapses?|fractures?|break)",
        r"(?:fracture|collapse)(?: of [ctls]\d+)? (?:must be|is to be|should be|is|was|has to be) (?:expected"
        r"|anticipated|feared|reckoned with)",
        r"(?:prone|liable|likely|susceptible|potential) to (?:fracture|collapse)",
        r"collaps(?:e|ing)(?: of [ctls]\d+)? (?:is |was )?(?:\w+ )?(?:feared|looms|looming|expected"
        r"|likely soon)|(?:threatened|endangered) (?:by|with) (?:fracture|collapse)"
        r"|high[- ]risk(?: \w+)? for (?:a )?(?:fracture|collapse)",
        r"about to (?:fracture|collapse|break|give way)|fracture-prone|threatens to (?:fracture|collapse)|threat of (?:fracture"
        r"|collapse)"
        r"|mechanically (?:compromised|insufficient)",
        unless=re.compile(
            rf"{_NOT_VERTEBRAL.pattern}|ha?emodynamic|listhesis|spondyloly|\brib\b|\bangina|knee"
            rf"|shoulder|ankle|cardio"
        ),
        needs=(
            "expected",
            "anticipated",
            "feared",
            "reckoned",
            "loom",
            "risk",
            "danger",
            "hazard",
            "likelihood",
            "threat",
            "impending",
            "imminent",
            "threat",
            "pending",
            "incipient",
            "stab",
            "prone",
            "about to",
            "breaking",
            "giving way",
            "liable",
            "likely to",
            "susceptible",
            "mechanical",
        ),
    ),
    forms(
        "fracture-risk",
        r"(?:(?:spine|spinal column|vertebra|segment|level|[ctls]\d+(?: vertebra)?|column"
        r"|motion segment)(?: \w+){0,2}? )?"
        r"(?:not|no longer|hardly|never|far from|anything but|by no means)(?: (?:be|considered|deemed|judged"
        r"|regarded as"
        r"|sufficiently|mechanically|entirely|fully|completely|really|at all|rated|called|biomechanically"
        r"|any longer|as|longer)){0,3} stable"
        r"(?! (?:in|disease|compared|since|size|appearance))",
        r"stability (?:\w+ ){0,2}?(?:not|no longer) (?:\w+ )?(?:given|guaranteed|ensured|preserved|maintained"
        r"|sufficient)",
        r"(?:lacks?|no|insufficient|without) (?:sufficient |adequate |mechanical |the necessary )*stability",
        closed=True,
        needs=("stab",),
        unless=re.compile(r"no (?:loss|impairment|question|issue) of|\bsize\b|ha?emodynamic"),
    ),
    forms(
        "fracture-risk",
        r"(?:spine|spinal column|vertebra|segment|level|[ctls]\d+(?: vertebra)?|column|motion segment)(?: is"
        r"| are| was| remains| appears| considered| judged| deemed| regarded| as| to be| still)*"
        r"(?: \w+ly)?(?<!lesion of [ctls]\d is)(?<!lesion of [ctls]\d\d is)(?<!lesion at [ctls]\d is)(?<!lesion at [ctls]\d\d is)"
        r"(?<!lesion in [ctls]\d is)(?<!lesion in [ctls]\d\d is) stable(?! (?:in size|disease|appearance|compared|since|size))",
        r"(?:deemed|considered|judged|regarded as|rated|assessed as|called|thought) (?:to be )?stable(?! (?:in"
        r"|disease|since))",
        r"sufficient(?:ly)? (?:stability|stable)|(?:mechanically|biomechanically|structurally) stable",
        r"[ctls]\d{1,2} (?:is )?at (?:low|no|minimal) risk(?=\s*(?:[.,;]|$)| of (?:fracture|collapse))",
        r"stable[,:]? \(?sins \d+",
        r"stable (?:spine|vertebra|segment|situation|spinal column|configuration)|stable(?= fracture\b)",
        r"(?:sins|instability neoplastic score)(?: \(sins\))?(?: of| score|:| =)? ?\d+(?: of 18|/18)?[\s,:(=\-]+(?:i\.e\.,? "
        r"|\w+ )?stable",
        r"(?:opinion|assessment|judgement|judgment|verdict|mechanic\w*|stability)[^.;:]{0,20}: (?:mechanically )?stable",
        r"(?:no|not in|without|not at)(?: any)? (?:\w+ )?(?:danger|risk) (?:of (?:collapsing|fracturing|breaking|giving way"
        r"|failing)"
        r"|that (?:\w+ ){1,4}?(?:break|fracture|collapse|give way)s?)",
        r"(?:no|not any|without) (?:fracture|collapse|instability)(?: (?:is|has))? to be (?:feared|expected|anticipated"
        r"|reckoned with)",
        r"(?:fracture|collapse|instability) (?:is |are )?(?:not to be (?:feared|expected|anticipated)|not (?:feared|expected"
        r"|anticipated))",
        r"(?:mechanically|structurally|biomechanically) (?:[ctls]\d{1,2} (?:is )?)?sound|not (?:\w+ )?threatened (?:by"
        r"|with) (?:fracture|collapse)",
        r"(?:sufficient |spinal |vertebral )?stability(?: of (?:the )?[\w ]{2,20}?)? (?:is |remains )?(?:preserved"
        r"|maintained|given"
        r"|not (?:at risk"
        r"|compromised|endangered|impaired))",
        r"(?:(?:risk|danger|threat|likelihood|hazard) (?:of|for) (?:\w+ ){0,2}?(?:fractur\w*|collapse)"
        rf"|(?:fracture|collapse) risk)(?: is| appears| remains|:)? {_LOW}",
        rf"{_LOW} (?:(?:risk|danger|threat|likelihood|hazard) (?:of|for) (?:\w+ ){{0,2}}?(?:fractur\w*|collapse)"
        r"|fracture risk)",
        r"(?:fracture|collapse|instability)(?: of [ctls]\d{1,2})? (?:is |are |appears )?not (?:\w+ )?(?:imminent|impending"
        r"|threatening|threatened)",
        r"not (?:\w+ )?(?:endanger|impair|compromise|threaten|jeopardi[sz]e|affect|reduce|weaken)\w* (?:the )?(?:\w+ )?stability",
        r"not at risk(?=\s*(?:[.,;]|$))",
        r"not (?:\w+ )?(?:prone|at risk|liable)(?: to (?:fracture|collapse)| of (?:fracture|collapse))",
        denied=True,
        closed=True,
        needs=(
            "stab",
            "risk",
            "danger",
            "hazard",
            "likelihood",
            "threat",
            "prone",
            "liable",
            " to be ",
            "expected",
            "sound",
            "imminent",
            "impending",
        ),
    ),
    forms(
        "fracture-risk",
        r"(?:(?:mechanical|spinal|segmental|biomechanical|vertebral) )?stability(?= [^.;,]{0,40}\b(?:questionabl"
        r"|doubtful|uncertain"
        r"|unclear|cannot|not certain|equivocal|debatable|borderline))",
        r"(?:assess|evaluate|comment on|question of|assessment of|evaluation of|clarify"
        r"|check)(?: \w+){0,2} stability",
        r"(?:questionable|doubtful|uncertain|unclear|borderline|dubious) stability",
        unless=re.compile(r"ha?emodynamic|\bscrews?|\brods?|hardware|implant|\bsize\b|long-term|rotator|knee|shoulder"),
        needs=("stability",),
    ),
)
