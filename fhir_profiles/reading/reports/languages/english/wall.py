"""English words for the posterior wall and for the facet joint.

What may not live here: words that other findings share (`vocabulary`), and fracture (`bone`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.vocabulary import ALSO, IS, WHERE, bag, gap
from fhir_profiles.reading.reports.lexicon import Form, forms

_BACK: Final = r"(?:posterior|dorsal|postero-?(?:lateral|superior|inferior|medial))"
_WALL: Final = (
    rf"(?:{_BACK} (?:(?:vertebral|cortical|body|bony|osseous) )*(?:walls?|cort(?:ex|ical (?:line|margin|wall"
    r"|outline|bone|shell|surface|boundary))"
    r"|cortices|lines?|margins?|contour|border)"
    r"|(?:back|rear) wall|posterior vertebral|(?<=posterior )cortex|wall(?=, however)"
    r"|(?:bony |cortical )?(?:cort(?:ex|ical)|wall|border)(?: bone)? (?:towards|toward|facing|adjacent to"
    r"|next to|of) the (?:\w+ )?(?:canal|foramen))"
    r"(?! of the (?:rectum|trachea|stomach|sigmoid|bladder|o?esophagus|aorta|pharynx|uterus|acetab))"
)
_BROKEN: Final = bag(
    "breach\\w* brok\\w+ break(?:s"
    "|ing)?(?:_through)? breakthrough erod\\w+ erosions? destroy\\w* destruct\\w+ disrupt\\w*",
    "interrupt\\w* perforat\\w* defect\\w* defici\\w+ violat\\w* discontinu\\w+ transgress\\w* lysed lysis "
    "penetrat\\w+ retropuls\\w+",
    "dehiscen\\w+ involv(?:ed|ement) invad\\w+ infiltrat\\w+ cross(?:es|ed|ing) extend(?:s"
    "|ing)_through through ruptur\\w+ eaten",
    "burst bursting incompetent pierced compromised resorbed scalloped_and_broken dissolved osteolytic "
    "moth-eaten not_respected fenestrat\\w*",
)
_WHOLE: Final = bag(
    "intact preserved respected spared sparing continuous maintained unremarkable undamaged uninterrupted "
    "unaffected uninvolved",
    "(?:sharply|well)_(?:defined|delineated) in_continuity ok thin_but_(?:intact"
    "|continuous) unbroken unbreached uneroded well[-_]defined complete regular smooth integrity (?:is|are"
    "|remains)_normal normal",
    "in_continuity holds?(?:_up)? held withstood withstands sound competent "
    "(?:still_)?stands(?:_(?:firm|fast))? closed sealed whole(?!_\\w) "
    "(?:(?:is|are)_)?not_(?:\\w+_)?(?:breached|interrupted|perforated|eroded|penetrated|violated"
    "|fractured"
    "|broken|eroded"
    "|involved|disrupted|destroyed"
    "|affected|crossed|reached|missing|absent|lost|gone)",
)
_JOINT: Final = (
    r"(?:(?:facet|zygapophyseal|apophyseal|articular)[- ]?joints?(?: space| cavity)?|facet joint space"
    r"|joint (?:space|cavity)|facet surface)"
)
_NEEDS: Final = ("posterior", "dorsal", "wall", "retropuls", "cort", "postero", "back of", "rear of")

WALL_FORMS: Final[tuple[Form, ...]] = (
    forms(
        "posterior-wall",
        rf"{_WALL}{gap(6)}{_BROKEN}",
        rf"{_BROKEN}(?:[\s]+(?!intact|preserved|but|without|no\b|up\b|reach|toward|near\b|adjacent"
        rf"|abut)[\w/\-]+){{0,6}}?[\s]+{_WALL}",
        rf"{_WALL}{ALSO}{WHERE}{IS}{_BROKEN}",
        rf"(?:gap|hole|cleft|fracture|dehiscence|opening|window|rent) (?:in|of|through) the {_WALL}",
        rf"{_WALL}{gap(3)}(?:has|have|with|shows?|having) (?:an? |two |three |several |small |large |tiny |wide |focal )*"
        r"(?:holes?|gaps?|clefts?|openings?|windows?|rents?|dehiscences?)(?! (?:of|in) the (?:anterior|lateral))",
        rf"{_WALL}{gap(3)}(?:has |have )?(?:given way|gives? way|gave way|yielded|yields|collapsed|caved in)",
        rf"(?:pieces?|fragments?|parts?|portions?|shards?|shells?|slivers?|splinters?|corner) of (?:the "
        rf"|bone from the ){_WALL}(?: of [ctls]\d{{1,2}})?"
        r"(?: (?:is|has|are|have|been|was))* (?:\w+ly )?(?:driven|pushed|displaced|shifted|protrud\w+|dislocated|projects?"
        r"|projecting|bulges?"
        r"|lies|forced|pressed)",
        rf"{_WALL} (?:fragment|fracture(?:d)?)(?: \w+){{0,4}}",
        r"cortical (?:breakthrough|breach|defect|erosion|destruction) (?:towards|facing|into) the (?:spinal )?canal",
        rf"{_WALL}(?: \w+){{0,3}}? (?:cannot|can not|could not|not) (?:be )?(?:\w+ )?(?:judged|assessed|evaluated"
        r"|assessable|evaluable|determined)",
        rf"{_WALL}(?: integrity)?(?=(?: of [ctls]\d{{1,2}})?(?: is| remains| looks| appears|:)? (?:questionable|doubtful"
        rf"|equivocal|unclear|uncertain"
        r"|in doubt|in question|indeterminate))",
        rf"(?<=posterior )wall, however, is {_BROKEN}",
        rf"(?<!anterior )(?<!lateral )(?<!ventral )(?<!chest )wall is {_BROKEN}",
        r"retropuls(?:ed|ion|es)(?: (?:of|bone|bony|fragments?|posterosuperior|posteroinferior|corner|the|wall"
        r"|posterior)){0,4}",
        r"cortical (?:disruption|breach|destruction|defect|erosion|breakthrough|interruption) (?:dorsally"
        r"|posteriorly)(?:, towards the canal)?",
        rf"{_BACK} cortical (?:breach|destruction|disruption|defect|erosion|breakthrough|perforation|interruption"
        r"|involvement|loss)",
        rf"{_BACK} (?:vertebral )?(?:body )?wall (?:bulg\w+ and )?(?:breach|destruction|defect|erosion|disruption"
        r"|breakthrough|involvement|loss)",
        r"(?:wall|cortical|cortex) (?:defect|breach|disruption|erosion|destruction|perforation) (?:towards?"
        r"|facing) the (?:spinal )?canal",
        r"cort(?:ex|ical) (?:breakthrough|breach|destruction|disruption|defect|erosion|perforation"
        r"|interruption) (?:along|at|of|through|in"
        r"|on) (?:the |its )?(?:posterior|dorsal) (?:aspect|surface|border|side)",
        r"(?:br[eo]ak\w*|broken|broke|burst\w*|erupt\w*|grown|grows|extends?|extension"
        r"|eroded) (?:\w+ )?(?:through|out of|via)"
        r" (?:the |its )?(?:back|rear|(?:posterior|dorsal) (?:aspect|surface|border|side)) of",
        rf"{_WALL}[^.;,]{{0,60}}[;,] (?:a |an |the |frank |true |any |cortical )*(?:breach"
        rf"|defect|disruption"
        rf"|erosion|perforation)\b",
        rf"{_WALL}[^.;,]{{0,60}}[;,] (?P<at>(?:today|now|currently|meanwhile),? (?:it|this) (?:is|has been"
        rf"|appears) {_BROKEN})",
        r"cort(?:ex|ical bone) (?:is |has been )?(?:breached|broken|eroded|destroyed|disrupted"
        r"|interrupted) (?:dorsally|posteriorly)",
        unless=re.compile(r"dis[ck] material|retropulsed dis[ck]"),
        needs=_NEEDS,
    ),
    forms(
        "posterior-wall",
        r"(?<!of the )(?<!of )(?<!in the )(?<!through the "
        rf"){_WALL}(?:[\s:]+(?!{_BROKEN}|not\b|never\b|nowhere\b|no\b)[\w/]+){{0,4}}?[\s:]+(?:is |are )?(?:gone|missing"
        rf"|absent|lost"
        r"|no longer (?:\w+ )?(?:seen|visible|delineated|delineable|definable|recogni[sz]able|discernible|defined"
        r"|identifiable|present|outlined|traceable))",
        rf"{_WALL}{gap(4)}(?:not|no longer) (?:\w+ )?(?:intact|preserved|respected|continuous|complete|spared)",
        rf"{_WALL}(?:(?!\b[ctls]\d)[^.;]){{0,50}}\bbut {_BROKEN}",
        rf"{_WALL}{gap(4)}(?:cannot|can not|could not|can no longer|not) be (?:\w+ )?(?:traced|followed|outlined)",
        rf"(?:anterior|lateral|ventral) (?:wall|cortex|margin)[^.;]{{0,30}}?\b{_WHOLE}[^.;]{{0,20}}? (?P<at>{_WALL} (?:is"
        rf"|are) not)(?=\s*(?:[.,;]|$))",
        rf"(?:osteolysis|lysis|replacement) of (?:the )?{_WALL}(?! (?:(?:is|are|remains?) )?{_WHOLE})",
        rf"(?:replac(?:es|ed|ing)) (?:the )?{_WALL}|{_WALL}{gap(3)}replaced by",
        r"(?:bone|bony) fragments?(?: \w+){0,6}? from the posterior (?:wall|margin|cortex|corner)",
        rf"(?:loss|absence) of (?:[\w ]{{0,40}}?and (?:of )?)?the {_WALL}",
        closed=True,
        needs=_NEEDS,
    ),
    forms(
        "posterior-wall",
        rf"{_WALL}(?!{WHERE}(?: (?:is|are|was|has been))?(?: \w+ly)? {_BROKEN}\b){gap(6)}{_WHOLE}",
        rf"{_WALL}{ALSO}{WHERE}{IS}{_WHOLE}",
        rf"(?:anterior|lateral|ventral) (?:wall|cortex|margin)[^.;]{{0,30}}?\b{_BROKEN}[^.;]{{0,20}}? (?P<at>{_WALL} (?:is"
        rf"|are) not)(?=\s*(?:[.,;]|$))",
        rf"{_WALL},? which (?:is|remains|appears) (?:\w+ ){{0,3}}{_WHOLE}",
        rf"{_WALL}{gap(3)}(?:thinned|bowed|convex|bulging|scalloped"
        rf"|remodelled)(?: \w+)? but (?:\w+ ){{0,4}}?(?:{_WHOLE}|not {_BROKEN})",
        rf"{_WALL}(?:(?!\b{_BROKEN}\b|\b[ctls]\d|\b(?:anterior|lateral|ventral)\b)[^.;]){{0,40}}?,? (?:but|yet|though"
        rf"|although|albeit)"
        rf" (?:(?:is|it|still|otherwise|remains|itself|as yet) ){{0,3}}{_WHOLE}",
        rf"{_WALL}(?:[\s]+\w+){{0,3}}?,? (?:but (?:not|is not|does not)|without|nor|not) (?:\w+ )?(?:breach|break"
        r"|erod|destroy|cross|perforat|penetrat|disrupt|pass|go)\w*(?: through)?(?: it)?",
        rf"(?:{_WHOLE}|not (?:breach|brea|erod|destroy|cross|reach)\w*|respects?|respecting|preservation of"
        r"|integrity of|spares|up to but not through|not through|short of|stop(?:s|ping) at"
        r"|stop(?:s|ping) (?:\w+ ){0,3}?before|does not reach)(?:[\s]+(?:of|the|a|its|entire|t\d+|l\d+|c\d+"
        rf"|s\d)){{0,4}}[\s]+{_WALL}",
        r"neither (?:the )?(?:(?:anterior|lateral) nor (?:the )?posterior|posterior nor (?:the )?(?:anterior"
        r"|lateral)) (?:wall|cortex|margin)",
        rf"{_WALL}(?: \w+){{0,3}}? (?:can be|is|could be) (?:\w+ )?(?:traced|followed|identified|outlined"
        rf"|seen)(?: \w+)? (?:in its entirety"
        r"|throughout|in full|over its whole length|completely|continuously)",
        rf"(?:to|up to|against|as far as),? but not (?:through|beyond|across|past),? (?:the |its )?{_WALL}",
        rf"(?:{_WHOLE}): (?:[\w\s]{{0,30}}, )?{_WALL}",
        r"(?:not|neither|nor|without) (?:\w+ )?(?:reach|touch|abut|involv|contact|extend(?:ing|s)? (?:to|into"
        rf"|through)|affect|infiltrat)\w*(?: the| its)?(?: [ctls]\d+)? {_WALL}",
        r"wall[\s:]+intact",
        rf"{_WALL}{ALSO}{WHERE}[\s:\-]+(?:(?:can be )?(?:followed|traced|continuous) )?(?:without|shows? no|with no|has no"
        rf"|have no|no"
        rf"|free of) (?:an? |any |visible |evidence of |signs? of |definable |detectable )*(?:{_BROKEN}|gaps?|holes?|clefts?"
        rf"|loss)",
        rf"(?:no|without)(?: any)? (?:loss of|break in|interruption of|breach of)(?: the)? (?:continuity"
        rf"|integrity) of (?:the )?{_WALL}",
        r"(?:(?:posterior|dorsal)(?:ly)?\b)[^.;]{0,40}\bbut (?:the )?(?:cortex|wall|it)(?: itself)?(?: is"
        rf"| remains)?(?: still)? {_WHOLE}",
        rf"(?<!through the )(?<!through )(?<!across the )(?<!of the ){_WALL},? but not (?:through|beyond|across|into)(?: it)?",
        r"(?:posteriorly|dorsally)(?: by)? (?:an |the )?(?:intact|preserved|continuous) (?:cortex|wall)",
        rf"(?:posterior|dorsal) one (?:is |remains )?{_WHOLE}",
        denied=True,
        closed=True,
        needs=_NEEDS,
        unless=re.compile(r"longitudinal ligament|needle|cannula|trocar|\bprobe|electrode"),
    ),
    # joint
    forms(
        "intra-articular",
        r"intra-?articular(?:ly)?",
        r"(?:nidus|lesion|tumou?r) (?:with)?in the joint|joint (?:invasion|involvement|penetration)",
        r"(?:extend|extension|break|invad|project|reach|grow|erod|infiltrat|penetrat|lie|locat|situat|lying"
        rf"|centred|centered|involv|invasion|breakthrough)\w*{gap(4)}"
        rf"(?:in|into|within|inside|to)?{gap(4)}{_JOINT}",
        rf"(?:invad|erod|infiltrat|involv|breach|destroy|invasion)\w*{gap(4)}{_JOINT}",
        rf"(?:within|inside|into|in) (?:the )?(?:\w+ ){{0,3}}?(?:[ctls]\d+(?:[/\-][ctls]?\d+)? )?{_JOINT}",
        rf"{_JOINT} (?:involvement|invasion|infiltration|extension|breach)",
        rf"{_JOINT}{gap(3)}(?:invaded|involved|infiltrated|breached|penetrated|nidus)",
        unless=re.compile(
            r"costovertebral|costotransverse|sacro-?iliac|degenerat|uptake|effusion without|arthro(?:pathy|sis)"
            r"|injection|infiltration (?:of|with)|joint infiltration(?! by)|\bcyst|fluid|\bgas\b|synovitis"
        ),
        needs=("articular", "joint", "facet"),
    ),
    forms(
        "intra-articular",
        r"(?:nidus|lesion|tumou?r|osteoma)(?:(?!\bnot\b|\bno\b|\bnear\b|\bbeside\b)[^.;:,]){0,60}?,? (?:within"
        r"|inside) the joint(?: itself| space| cavity)?",
        rf"(?:nidus|lesion|tumou?r|osteoma)(?: \w+)? (?:within|inside|in|into) (?:the )?(?:[\w/-]+ ){{0,3}}?{_JOINT}",
        unless=re.compile(r"costovertebral|costotransverse|sacro-?iliac"),
        needs=("joint", "facet"),
    ),
    forms(
        "intra-articular",
        rf"not (?:\w+ ){{0,2}}?(?:with)?in(?:side)?,? (?:the )?(?:\w+ )?(?:joint\b|{_JOINT})",
        r"extra-?articular(?:ly)?",
        rf"(?:spares?|sparing|spared|respects?|respecting|respected|outside(?: of)?|(?:does|do|did|has) not"
        rf" (?:reach|reached|enter|entered|involve|involved|touch|invade|cross|affect|break into|extend (?:in)?to|open into))"
        rf"(?: the| its| adjacent| neighbou?ring| left| right| [ctls]\d{{1,2}}(?:/[ctls]?\d{{1,2}})?)* {_JOINT}",
        rf"{_JOINT}(?: itself)?(?: of [ctls]\d{{1,2}}(?:/[ctls]?\d{{1,2}})?)? (?:is|are|has been"
        rf"|remains?) (?:itself )?(?:spared|respected"
        r"|left alone|not (?:\w+ )?(?:involved|reached|affected|infiltrated|entered|breached|invaded|touched))",
        r"\bjoint (?:is |are )?(?:not (?:\w+ )?(?:affected|involved|reached|breached|invaded|entered)|spared"
        r"|uninvolved)",
        rf"but not (?:(?:with)?in(?:to)?,? )?(?:the )?(?:\w+ )?{_JOINT}",
        rf"(?:nidus|lesion|tumou?r)[^.;:]{{0,50}}, not (?:with)?in(?:side)? (?:the )?(?:\w+ )?(?:{_JOINT}"
        rf"|joint)(?=\s*(?:[.,;]|$))",
        rf"{_JOINT} (?:of|at) [ctls]\d{{1,2}} (?:is |are |remains? )?(?:spared|not (?:\w+ )?(?:involved|reached|affected"
        r"|infiltrated|entered|breached|invaded)|uninvolved|unaffected|free|respected)(?! by (?:art|deg))",
        rf"{_JOINT}(?:s)?(?: \w+)?(?: but| and|,) not (?:\w+ )?(?:involved|reached|breached|invaded|entered"
        rf"|affected|infiltrated)",
        rf"{_JOINT}(?:s)? (?:is |are |remains? )?(?:spared|not (?:\w+ )?(?:involved|reached|affected|infiltrated"
        r"|entered|breached)|uninvolved|unaffected|free)",
        r"(?:without|no) joint (?:involvement|invasion|penetration|extension)",
        denied=True,
        closed=True,
        needs=("articular", "joint", "facet"),
        unless=re.compile(r"costovertebral|costotransverse|sacro-?iliac"),
    ),
)
