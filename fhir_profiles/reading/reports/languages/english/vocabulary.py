"""English words that several findings share: structures around a vertebra, tumour, growth, contact, and gaps between words.

`bag` lists words with a blank between two; an underscore is a blank inside one. To add a word, add it to its bag. What may not
live here: findings made of these words (`canal`, `wall`, `outside`, `bone`, `tumour`), and denial or doubt (`cues`).
"""

from __future__ import annotations

import re
from typing import Final


def bag(*lists: str) -> str:
    """Words and short patterns as alternatives of one pattern."""
    return "(?:" + "|".join(word.replace("_", " ") for words in lists for word in words.split()) + ")"


def words_of(text: str) -> tuple[str, ...]:
    """Parts of words with a blank between two, as the first look of a form (`Form.needs`)."""
    return tuple(text.split())


LISTED: Final = bag(
    "and or nor the both either neither left right left-sided right-sided bilateral its adjacent any",
    "epidural extradural intraspinal intracanalicular foraminal neuro-?foraminal canal spinal vertebral "
    "central neural sacral",
    "foram(?:en|ina) neuro-?foram(?:en|ina) exit recess(?:es)? para-?vertebral para-?spinal pre-?vertebral pre-?sacral",
    "retroperitoneal psoas muscles? muscular fat region tissues? soft soft-tissue space spaces thecal dural sac cord",
    "pedicles? laminae? facets? joints? endplates? cortex wall walls processes process elements arch arches",
    "posterior anterior dorsal ventral lateral cauda equina roots? nerves? aorta oesophagus esophagus rectum",
)
"""Words that may stand in an enumeration of places."""


def gap(longest: int, *, listed: bool = True) -> str:
    """Up to so many words between two others in one statement; over a comma only while places are enumerated (`listed`)."""
    comma = rf"|,\s(?={LISTED}\b)" if listed else ""
    words = (
        "but leaves leaving spares sparing and_with with_no no without not short intact preserved maintained "
        "spared respected rather resolved "
        "excluded persists towards? near next_to close_to adjacent_to adjoining borders bordering beside beneath "
        "outside above_the below_the lateral_to medial_to in_front_of roof margin wall_of_the_(?:spinal_|vertebral_)?canal "
    )
    stop = rf"(?!{bag(words)}\b)"
    space, word = r"[\s/:\-()]+", rf"{stop}[\w.%]+(?:-\w+)*"
    return rf"(?:{space}{word}(?:(?:{space}{comma}){word}){{0,{longest - 1}}}?(?:{space}{comma})|{space})"


ALSO: Final = rf"(?:[\s,/\-]+{LISTED}\b){{0,9}}?"
"""The rest of an enumeration of places ("canal, foramina and soft tissues are …")."""
IS: Final = (
    r"(?:[\s:\-]+(?:is|are|was|were|has been|have been|remains?|appears?|looks|be|becomes?|became|gets"
    r"|has become|should be|seems?(?: to be)?))?"
    r"(?:[\s:\-]+(?:also|still|all|itself|themselves|both|widely|entirely|completely|fully|well|otherwise"
    r"|now|again|partly|partially|"
    r"focally|largely|extensively|slightly|markedly|circumferentially|diffusely|almost|nearly|bilaterally"
    r"|left|right|minimally|grossly"
    r"|on the (?:left|right)|on both sides|at this level|at [ctls]\d+(?:[/\-][ctls]?\d+)?|of [ctls]\d+)){0,3}[\s:\-]+"
)
"""What stands between a structure and what is said of it."""

WHERE: Final = (
    r"(?:[\s:]+(?:is|are|appears?|remains?|on both sides|on the left|on the right|bilaterally|(?:at|of"
    r"|in) [ctls]\d+|[ctls]\d+))*"
)
"""Where a structure is, before what is said of it."""
LIST: Final = (
    r"(?:[\s,/\-]+"
    + bag(
        "or and nor epidural extradural foraminal neuro-?foraminal para-?vertebral para-?spinal pre-?vertebral "
        "pre-?sacral psoas",
        "intraspinal intracanalicular canal spinal soft[-_]tissue tumou?r tumou?ral metastatic neoplastic "
        "malignant enhancing",
        "abnormal space spaces ventral anterior dorsal posterior lateral left right left-sided right-sided "
        "bilateral solid early",
        "circumferential bulky large small minor subtle minimal extra-?osseous muscle muscular fat region "
        "tissues? of and/or gross",
        "retroperitoneal intra-?osseous residual",
    )
    + r"){0,7}"
)
EXTENT: Final = bag(
    "extensions? extend(?:s|ed"
    "|ing)? components? involve\\w* disease dz tumou?rs? mass(?:es)? invasion invad\\w+ infiltrat\\w+",
    "spread\\w* encroach\\w* deposits? growth grow(?:s|n|ing)? grew protru\\w+ cuff(?:s"
    "|ing)? encasement encas\\w+ soft[-_]tissue",
    "tissue lesions? metasta\\w+ manifestations? parts? portion bulg\\w+ spill\\w* breakthrough outgrowth "
    "collar rind sleeve",
    "seeding reach\\w* compromise\\w* project\\w* occupying occup\\w+ advanc\\w+ penetrat\\w+ pass\\w+ "
    "enter\\w* break(?:s|ing)?",
    "broken crosses crossing bursts? fill\\w* creep\\w* track(?:s|ing"
    "|ed)? bulk nodules? propagation tongue plaque sheet",
    "enhancement expansion extrusion_of_tumou?r tumou?r_(?:tissue|growth|spread|mass) neoplasm obliteration",
)
VERBS: Final = bag(
    "extensions? extend(?:s|ed|ing)? involve\\w* involving invasion invad\\w+ infiltrat\\w+ spread\\w* encroach\\w*",
    "grow(?:s|n|ing"
    "|th)? grew expansion protru\\w+ encasement encas\\w+ bulg\\w+ spill\\w* breakthrough outgrowth seeding "
    "reach(?:es|ed|ing)?",
    "compromis\\w* project\\w* occup\\w+ advanc\\w+ penetrat\\w+ pass(?:es|ing) enter(?:s|ed"
    "|ing)? break(?:s|ing)? broke(?:n)?",
    "cross(?:es|ed|ing) bursts? fill(?:s|ed|ing)? creep\\w* track(?:s|ing|ed)? obliterat\\w+ lin(?:es"
    "|ing) propagat\\w+ narrow(?:s|ing)",
    "progress(?:ion|es|ed|ing) obstruct\\w+ effac\\w+ expand(?:s|ing)? herniat\\w+_tumou?r bulges replac(?:es"
    "|ing) escap(?:es|ed|ing)",
)
TUMOUR: Final = bag(
    "tumou?rs? metasta\\w+ lesions? neoplas\\w+ mass(?:es)? deposits? disease chordoma \\w*sarcoma "
    "plasmacytoma myeloma",
    "osteolys\\w+ nidus soft[-_]tissue component tissue growth secondar(?:y|ies) malignancy",
)
ALTERNATIVE: Final = rf"(?=,? (?:but|yet|though|and) (?:no|not|neither|without)\b[^.;]{{0,60}}?{EXTENT})"
"""Behind an adjective whose noun comes only after another place that is free ("epidural but no paravertebral tumour")."""
LIKEWISE: Final = (
    r"(?:free|clear|patent|uninvolved|unremarkable|normal|spared)(?:,| and|;)? (?:likewise|as are|so are|as is"
    r"|so is|equally|ditto)(?: the| both)*(?: \w+)? "
)
"""The same is said of a second place."""
FILLED: Final = bag(
    "obliterat\\w+ expand\\w+ fill\\w+ invad\\w+ involv\\w+ occup\\w+ infiltrat\\w+ narrowed_by_tumou?r "
    "encroached effaced replaced",
    "plugged blocked packed_with_tumou?r compromised widened_by_tumou?r encased affected crossed obstructed_by_tumou?r",
)
FREE: Final = bag(
    "free clear patent uninvolved unaffected spared unremarkable respected clean open_and_free "
    "normal(?!_(?:in_|of_)?(?:width|calib|size|diameter|shape|align|position|curv)) "
    "tumou?r-free unoccupied",
    "not_(?:\\w+_)?(?:involved|invaded|infiltrated|affected|reached|occupied|narrowed|compromised"
    "|encroached|filled|entered|obliterated)",
)
TOUCH_FREE: Final = bag("none no negative clear free nil normal clean patent uninvolved")
"""What stands behind a colon after a place that is free."""

BESIDE: Final = (
    r"near|next to|close to|adjacent|adjoin|border(?!line)|beside|beneath|outside|above|below|lateral to|medial to|in front of"
    r"|roof|margin|wall of the|\bedge|before|separated|\bends\b|\bstops\b|\bfat\b"
)
"""What lies beside a place is not in it ("tumour in the pedicle next to the foramen")."""

SAC: Final = r"(?:(?:thecal|dural) sac|theca|sac|dura(?: mater)?)"
CANAL: Final = bag(
    "epidural(?:ly)? extradural(?:ly)? peridural(?:ly)? intra-?spinal(?:ly)? intra-?canal(?:icular|ar)(?:ly)?",
    "(?<!root_)(?:(?:spinal|vertebral|central|sacral|lateral|bony|lumbar|thoracic"
    "|cervical)_)?canal thecal_sac dural_sac",
    "(?:epidural|extradural|subarachnoid)_(?:space|fat) (?:vertebral|spinal)_foramen lateral_recess(?:es)?",
)
FORAMEN: Final = r"(?:(?:neuro-?|neural |intervertebral |exit |nerve root )*(?:foram(?:en|ina|ens|inal(?:ly)?)))"
SOFT: Final = bag(
    "para-?vertebral(?:ly)? para-?spinal(?:ly)? para-?spinous pre-?vertebral(?:ly)? "
    "pre-?sacral(?:ly)?(?!_(?:vertebra|segment|level)) "
    "peri-?vertebral(?:ly)?",
    "retro-?peritone\\w+ extra-?osseous(?:ly)? extra-?vertebral(?:ly)? extra-?compartmental(?:ly)? "
    "(?:ilio-?)?psoas(?:_muscles?)?",
    "longus_colli erector_spinae multifidus pirifor\\w+ iliacus glute(?:us|al)\\w*(?:_(?:maximus|medius"
    "|muscles?))? scalen\\w+",
    "(?:surrounding|adjacent|neighbou?ring|autochthonous)_(?:muscles?|musculature) paraspinal_muscles?",
    "intercostal_(?:space|muscles?) retrocrural mediastinal_fat",
    "(?:(?:surrounding|adjacent|neighbou?ring|anterior|posterior|left|right)_)*soft[-_]tissues?",
)
CORD: Final = r"(?:(?:spinal )?cord|conus(?: medullaris)?|cauda(?: equina)?|myelon|medulla|myelum)"
NERVE: Final = (
    r"(?:(?:(?:exiting|traversing|spinal|sacral|lumbar|thoracic|cervical|left|right|descending"
    r"|adjacent) )*(?:[cls]\d|t\d{1,2})? ?(?:nerve )?roots?"
    rf"|(?:exiting |traversing |spinal )?nerves?|{CORD}|brachial plexus|lumbosacral plexus|lumbar plexus"
    r"|neural (?:structures?|elements?))"
)
BOWEL: Final = bag(
    "(?:(?:descending|ascending|sigmoid"
    "|transverse)_)?colon(?!oscop) recto-?sigmoid sigmoid rectum rectal_wall rectal bowel",
    "duodenum duodenal_wall ileum ileal jejunum c(?:a)?ecum (?:loops?_of_)?(?:small_)?(?:bowel"
    "|intestine) intestin\\w+ mesorectum gut",
)
VISCUS: Final = (
    r"(?:o?esophag\w+|(?:parietal |visceral |mediastinal )?pleura(?!l effusion)|lungs?(?= |$"
    r"|[.,;])(?! (?:cancer|carcinoma|primary|adeno|ca\b|metast))"
    r"|trachea|aorta|vena cava|ivc|(?:common |external |internal )?iliac (?:artery|vein|vessels?)|ureter\w*"
    r"|kidney(?! cancer)|great vessels"
    r"|vertebral artery|pharynx|hypopharynx|bladder|uterus|azygos(?: vein)?|airway|bronch(?:us|i)(?! carc)"
    r"|stomach|liver(?! met)|spleen|pancreas)"
)
NOT_TUMOUR: Final = re.compile(
    r"\bdis[ck]s?\b|\bdis[ck]al\b|osteophyt|haematoma|hematoma|ha?emorrhag|abscess|lipomatosis|\bcement\w*"
    r"|pmma|stenosis(?![^,;.]{0,30}(?:tumou?r|metasta|\bmass\b|disease))"
    r"|ossification|flavum"
    r"|\bfacet (?:arthro|hyper)|synovial cyst|\bcontrast (?:medium|agent|material|leak\w*|in|within|pool\w*)"
    r"|\bscar\b|phlegmon|\bgas\b|empyema|protrusion|hernia|sequest|\bfragments?\b"
    r"|bony fragment|(?:by|from|due to|through) (?:the |a )?(?:\w+ )?retropuls"
    r"|retropuls\w*[^,;.]{0,60}\b(?:into|in|narrow\w*|encroach\w+|compress\w+|indent\w+|displac\w+|abutting"
    r"|effac\w+|compromising)\b|degenerat|catheter|electrode|\bneedle|\bscrew|cannula|within (?:about |less than )?\d"
    r"|spondylophyt|tarlov|lymph node|pulmonary"
    r"|mass in the (?:left |right )?lung|arachnoid cyst|goitre|goiter"
    r"|\bepidural (?:contrast|injection|steroid\w*|ana?esth\w*)|peri-?radicular|nerve block|\binject(?:ed|ions?)\b|\bhilar\b"
    r"|facet (?:joint )?(?:cyst|ganglion)|schwannoma|neurofibroma|neurinoma|meningioma|nerve sheath|peri-?neural cyst"
    r"|juxta-?facet"
    r"|(?:calcified|ossified|thickened|hypertroph\w+|buckled|degenerative) (?:\w+ )?ligament|\bopll\b"
    r"|\bspurs?\b|short pedicles|listhesis"
    r"|(?:normal|preserved|regular|sufficient|adequate) (?:width|calib(?:re|er)|diameter|capacity|dimensions?)"
    r"|\bwidth (?:is )?(?:normal"
    r"|preserved|maintained)|hydro-?dissect|(?<!contact )(?<!border )between (?:the )?(?:tumou?r|lesion|nidus"
    r"|metastasis|mass) and"
    r"|wall (?:\w+ly )?(?:bulg\w+|bow\w+|is displaced|displaced) (?:in)?to"
    r"|venous plexus|epidural veins?|thromb|seroma"
)
"""What else lies in the canal or touches a nerve."""
