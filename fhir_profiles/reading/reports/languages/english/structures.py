"""English words for what a tumour does to its surroundings: canal, cord, wall, foramen, soft tissue, nerve, viscus, joint.

What may not live here: what a tumour is (`tumour`), and denial or doubt (`cues`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Form, forms


def _gap(longest: int, *, but: str = "") -> str:
    """Up to so many words between two others, in one stretch of the sentence."""
    stop = rf"(?!(?:but|and with|with no|no|without|intact|preserved|{but or 'xx'})\b)"
    return rf"(?:(?:[\s/:\-]+|, (?=n?or\b)){stop}[\w.%]+(?:-\w+)*){{0,{longest}}}?[\s/:,\-]+"


_LIST: Final = (
    r"(?:[\s,/\-]+(?:or|and|nor|epidural|extradural|foraminal|neuro-?foraminal|paravertebral|paraspinal|prevertebral|presacral|psoas"
    r"|intraspinal|intracanalicular|canal|spinal|soft[- ]tissue|tumou?r|tumou?ral|metastatic|neoplastic|malignant|enhancing|abnormal"
    r"|space|spaces|ventral|anterior|dorsal|posterior|lateral|left|right|left-sided|right-sided|bilateral|circumferential|bulky|large|small"
    r"|solid|early|extra-?osseous|muscle|muscular|fat|region|tissues?|of)){0,7}"
)
_EXTENT: Final = (
    r"(?:extensions?|extend(?:s|ed|ing)?|components?|involve\w*|disease|tumou?rs?|mass(?:es)?|invasion|invad\w+|infiltrat\w+|spread\w*"
    r"|encroach\w*|deposits?|growth|grow(?:s|n|ing)?|protru\w+|cuff(?:ing)?|encasement|encas\w+|soft[- ]tissues?|tissue|lesions?|metasta\w+|manifestations?|parts?"
    r"|portion|bulg\w+|spill\w*|breakthrough|outgrowth|collar|rind|sleeve|seeding|reach\w*|compromise\w*|project\w*|occupying|occup\w+"
    r"|advanc\w+|penetrat\w+|pass\w+|enter\w*|break(?:s|ing)?|broken|crosses|crossing|bursts?|fill\w*|creep\w*|track\w*|track(?:s|ing))"
)
_VERBS: Final = (
    r"(?:extensions?|extend(?:s|ed|ing)?|involve\w*|involving|invasion|invad\w+|infiltrat\w+|spread\w*|encroach\w*|grow(?:s|n|ing|th)?|protru\w+|encasement|encas\w+"
    r"|bulg\w+|spill\w*|breakthrough|outgrowth|seeding|reach(?:es|ed|ing)?|compromis\w*|project\w*|occup\w+|advanc\w+|penetrat\w+|pass(?:es|ing)|enter(?:s|ed|ing)?"
    r"|break(?:s|ing)?|broken|cross(?:es|ed|ing)|bursts?|fill(?:s|ed|ing)?|creep\w*|track(?:s|ing)|obliterat\w+)"
)
_TUMOUR: Final = (
    r"(?:tumou?rs?|metasta\w+|lesions?|neoplas\w+|mass(?:es)?|deposits?|disease|chordoma|sarcoma|plasmacytoma|myeloma|osteolys\w+|nidus"
    r"|soft[- ]tissue|component|tissue|growth)"
)
_CANAL: Final = (
    r"(?:epidural(?:ly)?|extradural(?:ly)?|intra-?spinal(?:ly)?|intra-?canalicular(?:ly)?|(?:spinal |vertebral |central |sacral |lateral )?canal"
    r"|thecal sac|dural sac|epidural space|(?:vertebral|spinal) foramen)"
)
_SAC: Final = r"(?:(?:thecal|dural) sac|theca|sac|dura(?: mater)?)"
_NOT_TUMOUR: Final = re.compile(
    r"\bdis[ck]\b|\bdis[ck]al\b|osteophyt|haematoma|hematoma|abscess|lipomatosis|cement|pmma|stenosis|ossification|flavum|\bfacet (?:arthro|hyper)|synovial cyst"
    r"|contrast|scar\b|phlegmon|\bgas\b|empyema|protrusion|herniat|sequest|bone fragment|bony fragment|retropuls|degenerat|catheter|electrode"
)
_WALL: Final = (
    r"(?:(?:posterior|dorsal) (?:vertebral |cortical |body |bony )*(?:walls?|cort(?:ex|ical (?:line|margin|wall|outline|bone))|lines?|margins?)"
    r"|(?:posterior|dorsal) vertebral body (?:wall|margin|cortex)|back wall|(?<=posterior )cortex|wall(?=, however)|cort(?:ex|ical) (?:bone )?(?:towards|facing|adjacent to) the (?:\w+ )?(?:canal|foramen))"
    r"(?! of the (?:rectum|trachea|stomach|sigmoid|bladder|o?esophagus|aorta))"
)
_BROKEN: Final = (
    r"(?:breach\w*|brok\w+|break(?:s|ing)?(?: through)?|breakthrough|erod\w+|erosions?|destroy\w*|destruct\w+|disrupt\w*|interrupt\w*|perforat\w*|defect\w*|violat\w*"
    r"|discontinu\w+|transgress\w*|lysed|lysis|penetrat\w+|retropuls\w+|gone|missing|dehiscen\w+|involved by tumou?r|infiltrat\w+|cross(?:es|ed|ing)|extend(?:s|ing) through|through)"
)
_WHOLE: Final = (
    r"(?:intact|preserved|respected|spared|sparing|continuous|maintained|unremarkable|undamaged|uninterrupted|unaffected|uninvolved|unbroken"
    r"|well[- ]defined|complete|regular|smooth|integrity|(?:is|are|remains) normal)"
)
_FORAMEN: Final = r"(?:(?:neuro-?|neural |intervertebral |exit )*(?:foram(?:en|ina|ens|inal(?:ly)?)))"
_FILLED: Final = (
    r"(?:obliterat\w+|expand\w+|fill\w+|invad\w+|involv\w+|occup\w+|infiltrat\w+|narrowed by tumou?r|encroached|effaced|replaced|plugged|blocked)"
)
_FREE: Final = r"(?:free|clear|patent|not (?:\w+ )?(?:involved|invaded|infiltrated|affected|reached|occupied|narrowed|compromised)|uninvolved|unaffected|spared|unremarkable|respected)"
_SOFT: Final = (
    r"(?:para-?vertebral(?:ly)?|para-?spinal(?:ly)?|pre-?vertebral(?:ly)?|pre-?sacral(?:ly)?|peri-?vertebral(?:ly)?|retroperitone\w+|extra-?osseous|extra-?vertebral"
    r"|(?:ilio)?psoas(?: muscles?)?|longus colli|erector spinae|multifidus|pirifor\w+|iliacus|glute\w+|scalen\w+|paraspinal muscles?|intercostal"
    r"|(?:surrounding |adjacent |neighbou?ring )?soft tissues?)"
)
_SOFT_MASS: Final = (
    r"(?:soft[- ]tissue (?:mass(?:es)?|component|extension|tumou?r|part|cuff|involvement|invasion|infiltration|spread|portion|bulk)"
    r"|soft[- ]tissue (?:to|on) (?:the |both )?(?:left|right|sides?)|extra-?osseous (?:extension|component|mass|tumou?r|spread|part|growth))"
)
_CORD: Final = r"(?:(?:spinal )?cord|conus(?: medullaris)?|cauda(?: equina)?|myelon|medulla)"
_COMPRESSED: Final = r"(?:compress(?:ion|ed|es|ing|ive)?|squeez\w+|flatten\w+)"
_NERVE: Final = (
    rf"(?:(?:exiting |traversing |spinal )?nerve(?: roots?)?|(?:exiting |traversing |sacral |lumbar )?(?:[ctls]\d{{1,2}} )?(?:nerve )?roots?|{_CORD}|brachial plexus|lumbosacral plexus)"
)
_CONTACT: Final = (
    r"(?:abut(?:s|ted|ting|ment)?|in (?:\w+ )?contact with|contact(?:s|ed|ing)?(?: \w+){0,4}? (?:with|to)|contact(?:s|ed|ing)|touch(?:es|ed|ing)?|adjacent to"
    r"|contiguous with|against|borders?(?: on)?|bordering|adjoin\w*|next to|encas\w+|engulf\w+|displac(?:es|ed|ing)|displacement of|surround(?:s|ing)|impinge\w*(?: on| upon)?"
    r"|infiltrat\w+|invad\w+|adherent to|abutment of|lies on|bears on)"
)
_TOUCHED: Final = r"(?:touched|displaced|abutted|contacted|encased|engulfed|invaded|infiltrated|surrounded|pushed|in contact|touches|abuts|lies against|reached)"
_AWAY: Final = (
    r"(?:(?:well )?(?:clear|away|remote|separated?|separates|separable|distant) (?:of|from)|no (?:\w+ )?contact (?:\w+ ){0,4}?(?:with|to)"
    r"|not (?:\w+ )?(?:in contact with|touch(?:ing)?|reach(?:ing)?|abut(?:ting)?|contact(?:ing)?)|without (?:\w+ )?contact (?:with|to)|spar(?:es|ing))"
)
_FAT: Final = r"(?:fat(?:ty)? (?:plane|layer|stripe|line|cleavage plane)s?|cleavage plane)"
_BOWEL: Final = r"(?:(?:descending |ascending |sigmoid |transverse )?colon(?!oscop)|sigmoid|rectum|rectal wall|bowel|duodenum|ileum|jejunum|c(?:a)?ecum|(?:loops? of )?(?:small )?(?:bowel|intestine)|intestin\w+|mesorectum)"
_OTHER: Final = (
    r"(?:o?esophag\w+|(?:parietal |visceral )?pleura|lungs?(?= |$|[.,;])(?! (?:cancer|carcinoma|primary|adeno|ca\b))|trachea|aorta|vena cava|ivc|(?:common )?iliac (?:artery|vein|vessels?)|ureter\w*"
    r"|kidney(?! cancer)|great vessels|vertebral artery|pharynx|bladder|diaphragm|azygos(?: vein)?|airway|bronch(?:us|i))"
)
_JOINT: Final = r"(?:(?:facet|zygapophyseal|apophyseal|articular)[- ]?joints?(?: space)?|facet joint space|joint space)"


def _touching(code: str, what: str, value: str | None = None) -> tuple[Form, ...]:
    """Touching, not touching, both ways round."""
    unless = _NOT_TUMOUR
    return (
        forms(code, rf"{_CONTACT}{_gap(5)}{what}", value=value, unless=unless),
        forms(code, rf"{what}{_gap(6)}{_TOUCHED}", rf"{what} (?:\w+ )?(?:possibly |probably )?in contact with", value=value, unless=unless),
        forms(
            code,
            rf"{_AWAY}{_gap(5)}{what}",
            rf"{_FAT}{_gap(6)}{what}",
            rf"{what}{_gap(5)}(?:is |are )?(?:well )?(?:separated|clear|away|remote) (?:from|of)",
            rf"{what}{_gap(5)}{_FAT}",
            value=value,
            denied=True,
            closed=True,
        ),
    )


STRUCTURES: Final[tuple[Form, ...]] = (
    # canal
    forms(
        "canal-extension",
        rf"(?:epidural|extradural|intra-?spinal|intra-?canalicular|(?:spinal |sacral |central )?canal|intradural){_LIST}[\s,/\-]+{_EXTENT}",
        rf"{_VERBS}{_gap(8)}{_CANAL}",
        rf"{_TUMOUR}{_gap(7)}(?:in|within|inside|into)(?: the)? (?:\w+ ){{0,3}}?(?:{_CANAL})",
        rf"(?:{_CANAL})[\s:]+(?:is |was |are )?(?:\w+ ){{0,2}}?(?:{_FILLED}|by tumou?r)",
        rf"epidural (?:space|fat)[\s:]+(?:is |are )?(?:\w+ ){{0,2}}?{_FILLED}",
        unless=_NOT_TUMOUR,
    ),
    forms(
        "canal-extension",
        rf"(?:indent|efface|deform|compress|displac|flatten|impress|distort|abut|contact|touch|reach)\w*{_gap(4)}{_SAC}",
        rf"(?:contact|abutment){_gap(6)}{_SAC}",
        rf"{_SAC}{_gap(4)}(?:indented|effaced|deformed|compressed|displaced|flattened|touched)",
        unless=_NOT_TUMOUR,
        one_sided=True,
    ),
    forms(
        "canal-extension",
        rf"(?:{_CANAL})(?: (?:space|fat))?[\s:]+(?:is |are |was |remains |appears )?(?:\w+ )?{_FREE}",
        rf"(?:canal|epidural space|thecal sac) contains no (?:\w+ )?{_TUMOUR}",
        rf"{_TUMOUR}{_gap(4)}(?:respect(?:s|ed|ing)|spar(?:es|ed|ing))(?: the)? (?:{_CANAL})",
        rf"(?:{_CANAL})(?: space)? (?:is |are |was |were )?not (?:\w+ )?(?:involved|invaded|infiltrated|affected|reached|narrowed)",
        rf"(?:respect(?:s|ed|ing)?|spar(?:es|ed|ing)|sparing of|preservation of)(?: the)? (?:\w+ )?(?:{_CANAL})",
        rf"(?:epidural|intra-?spinal)[\s:]+(?:none|no|negative|clear|free)",
        rf"epidural fat (?:is |planes? )?(?:preserved|intact|maintained)",
        denied=True,
        closed=True,
    ),
    # cord
    forms(
        "cord-compression",
        rf"{_CORD}{_gap(3)}{_COMPRESSED}",
        rf"{_COMPRESSED}{_gap(4)}{_CORD}",
        r"mscc",
        r"myelo-?compression",
        r"cord impingement",
    ),
    # posterior wall
    forms(
        "posterior-wall",
        rf"{_WALL}{_gap(6)}{_BROKEN}",
        rf"{_BROKEN}(?:[\s]+(?!intact|preserved)[\w/\-]+){{0,6}}?[\s]+{_WALL}",
        rf"{_WALL}[\s:]*(?:not )?{_BROKEN}",
        rf"(?<=posterior )wall, however, is {_BROKEN}",
        rf"wall is {_BROKEN}",
        r"retropuls(?:ed|ion)(?: \w+){0,4}",
        r"cortical (?:disruption|breach|destruction|defect|erosion) (?:dorsally|posteriorly)(?:, towards the canal)?",
        r"(?:posterior|dorsal) cortical (?:breach|destruction|disruption|defect|erosion|breakthrough|perforation)",
        r"(?:posterior|dorsal) wall (?:bulg\w+ and )?(?:breach|destruction|defect|erosion|disruption|breakthrough|involvement)",
    ),
    forms(
        "posterior-wall",
        rf"{_WALL}{_gap(6)}{_WHOLE}",
        rf"{_WALL}, which is (?:\w+ ){{0,3}}{_WHOLE}",
        rf"{_WALL}{_gap(3)}(?:thinned but )(?:\w+)",
        rf"(?:{_WHOLE}|not breaching|respects?|respecting|preservation of|integrity of|spares|up to but not through|not through)"
        rf"(?:[\s]+(?:of|the|a|its|entire|t\d+|l\d+|c\d+|s\d)){{0,4}}[\s]+{_WALL}",
        rf"wall[\s:]+intact",
        denied=True,
        closed=True,
    ),
    forms("posterior-wall", rf"{_WALL}{_gap(4)}(?:not|no longer) (?:\w+ )?(?:intact|preserved|respected|continuous)", closed=True),
    # foramen
    forms(
        "foraminal-extension",
        rf"(?:neuro-?)?foraminal{_LIST}[\s,/\-]+{_EXTENT}",
        rf"{_VERBS}{_gap(8)}{_FORAMEN}",
        rf"{_TUMOUR}{_gap(5)}(?:in|within|inside|into)(?: the| both)? (?:[\w/]+ ){{0,4}}?{_FORAMEN}",
        rf"{_FORAMEN}(?: [\w/]+){{0,3}}? (?:harbours?|contains?) {_TUMOUR}",
        rf"{_FORAMEN}(?:[\s:]+(?!not\b|no\b)[\w/]+){{0,3}}?[\s:]+{_FILLED}",
        rf"{_FORAMEN}[\s:]+(?:none|invaded|involved)",
        unless=re.compile(rf"stenosis|{_NOT_TUMOUR.pattern}"),
    ),
    forms(
        "foraminal-extension",
        rf"{_FORAMEN}(?:[\s:]+[\w/]+){{0,3}}?[\s:]+{_FREE}",
        rf"(?:respect(?:s|ed|ing)?|spar(?:es|ed|ing))(?: of)?(?: the)? (?:\w+ )?{_FORAMEN}",
        denied=True,
        closed=True,
    ),
    # soft tissue
    forms(
        "soft-tissue-extension",
        rf"(?<!epidural )(?<!intraspinal ){_SOFT}{_LIST}[\s,/\-]+{_EXTENT}(?! ?(?:haematoma|hematoma|abscess))",
        rf"{_VERBS}{_gap(7)}(?<!epidural )(?<!epidural soft ){_SOFT}(?! (?:plane|oedema|edema|swelling))",
        rf"{_TUMOUR}{_gap(5)}(?:in|within|inside|into|in front of|beside)(?: the| both)? (?:\w+ ){{0,3}}?{_SOFT}",
        r"mass in front of the sacrum",
        rf"{_SOFT}(?: space| spaces| fat| region)?(?:[\s:]+(?!not\b|no\b)\w+){{0,4}}?[\s:]+(?:{_FILLED}|mass|yes|tumou?r)",
        rf"(?<!epidural )(?<!intraspinal ){_SOFT_MASS}",
        r"(?:anterior|lateral|ventral) (?:tumou?r|soft[- ]tissue) (?:component|mass|part)",
        unless=re.compile(r"haematoma|hematoma|abscess|phlegmon|oedema|edema|swelling|seroma"),
    ),
    forms(
        "soft-tissue-extension",
        r"(?:confined|limited|restricted) to (?:the )?(?:bone|bony|vertebral body|body|vertebra|osseous \w+|medullary \w+|pedicle|lamina|[ctls]\d+ (?:body|vertebra\w*)|intra-?osseous \w+)",
        r"(?:purely|strictly|entirely) (?:intra-?osseous|within (?:the )?bone)",
        rf"{_SOFT}(?: space| spaces| fat| planes?| muscles?)*[\s:]+(?:is |are |remains? )?(?:\w+ )?(?:clean|{_FREE}|preserved|intact|normal|none|negative)",
        rf"{_SOFT}(?: muscles?)? (?:is |are )?(?:well )?(?:separated|clear|separable) (?:from|of) (?:the )?(?:bone|vertebra|lesion|tumou?r)",
        r"presacral fat (?:plane )?(?:is )?(?:clean|preserved|intact|not invaded)",
        rf"(?:respect(?:s|ed|ing)|spar(?:es|ed|ing)) (?:of )?(?:the )?{_SOFT}",
        denied=True,
        closed=True,
    ),
    # nerve and viscus
    *_touching("close-to-neural-structure", rf"(?:{_NERVE}|{_SAC})"),
    *_touching("close-to-viscus", _BOWEL, "bowel"),
    *_touching("close-to-viscus", _OTHER, "other"),
    # joint
    forms(
        "intra-articular",
        r"intra-?articular(?:ly)?",
        rf"(?:extend|break|invad|project|reach|grow|erod|infiltrat|penetrat|lie|locat|situat|lying|centred|centered|involv)\w*{_gap(4)}(?:in|into|within|inside|to)?{_gap(4)}{_JOINT}",
        rf"(?:invad|erod|infiltrat|involv|breach|destroy)\w*{_gap(4)}{_JOINT}",
        rf"(?:within|inside|into|in) (?:the )?(?:\w+ ){{0,3}}?(?:[ctls]\d+(?:[/\-][ctls]?\d+)? )?{_JOINT}",
        rf"{_JOINT}{_gap(3)}(?:invaded|involved|infiltrated|breached|penetrated|nidus)",
        unless=re.compile(r"costovertebral|costotransverse|sacro-?iliac|effusion without|arthro(?:pathy|sis)|injection"),
    ),
)
