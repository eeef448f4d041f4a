"""English words around lengths and counts: what is measured, and to what.

What may not live here: how a number is read (`fhir_profiles.reading.reports.measuring`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Measures, words

_NUMBERS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "single": 1, "solitary": 1, "only": 1, "sole": 1, "isolated": 1, "a single": 1,
}  # fmt: skip
_WHOSE: Final = (
    r"(?:(?:vertebral|spinal|bone|bony|skeletal|osseous|lytic|osteolytic|sclerotic|blastic|tumou?r|known|new|further|separate|distinct|small|large|painful|metastatic|secondary|demonstrable|visible|suspicious|spine|body) )*"
)
_WHAT: Final = r"(?:lesions?|metastas[ei]s|deposits?|secondar(?:y|ies)|osteolys[ei]s|foci|focus|tumou?rs?|vertebrae involved|vertebrae (?:are )?affected)"

MEASURES: Final = Measures(
    neural=words(
        r"(?:spinal )?cord", r"conus", r"cauda(?: equina)?", r"(?:thecal |dural )sac", r"sac", r"theca", r"dura(?: mater)?", r"(?:nerve )?roots?", r"nerves?",
        r"(?:neural |left |right |neuro)?foram(?:en|ina)", r"(?:spinal |vertebral |central )?canal", r"epidural space", r"neural (?:structures?|elements?|tissue)", r"plexus",
    ),
    viscus=words(
        r"colon", r"sigmoid", r"rect(?:um|al wall)", r"bowel", r"intestine", r"duodenum", r"ileum", r"jejunum", r"c(?:a)?ecum", r"o?esophagus", r"pleura", r"lungs?", r"trachea",
        r"stomach", r"kidney", r"bladder", r"pharynx", r"airway", r"bronchus",
    ),
    other_structure=words(r"aorta", r"vena cava", r"ivc", r"iliac (?:artery|vein|vessels?)", r"ureter", r"vessels?", r"artery", r"vein", r"skin", r"endplate", r"carina", r"midline"),
    distance_before=words(r"distance", r"separat\w+", r"gap", r"apart", r"margin", r"runs?", r"lies", r"clearance", r"interval", r"fat layer", r"remains?"),
    distance_after=words(
        r"(?:away )?from", r"away", r"lateral to", r"medial to", r"anterior to", r"posterior to", r"ventral to", r"dorsal to", r"in front of", r"behind", r"separat\w+", r"to the",
        r"of (?:fat|separation|clearance)", r"short of", r"clear of", r"off", r"distance", r"distant", r"between",
    ),
    tumour=words(
        r"tumou?rs?", r"metasta\w+", r"lesions?", r"nidus", r"osteolys[ei]s", r"(?:osteo)?lytic", r"(?:osteo)?sclerotic", r"(?:osteo)?blastic", r"mixed", r"focus", r"foci", r"deposits?", r"chordoma",
        r"\w*sarcoma", r"plasmacytoma", r"myeloma", r"osteoblastoma", r"osteoid osteoma", r"cyst", r"ha?emangioma", r"secondary", r"mass", r"defect", r"measur\w+", r"diameter", r"size", r"sized", r"across", r"craniocaudal\w*", r"giant cell",
    ),
    not_tumour=words(
        r"soft[- ]tissue", r"paravertebral", r"paraspinal", r"prevertebral", r"presacral", r"epidural", r"component", r"dis[ck]", r"bulge", r"protrusion", r"herniation", r"node", r"fragment", r"thick(?:ness)?", r"wide",
        r"width", r"slices?", r"sections?", r"collimation", r"haematoma", r"hematoma", r"abscess", r"cyst of the kidney", r"osteophyte", r"listhesis", r"kyphosis", r"deep", r"retropuls\w+", r"canal", r"gap", r"fracture line",
        r"needle", r"probe", r"cannula", r"margin", r"height", r"scar", r"screw", r"renal cyst", r"nodule", r"ice ball", r"posterior wall", r"breach",
    ),
    sized=words(r"measur\w+", r"diameter", r"size", r"sized", r"across", r"extent", r"large", r"long", r"length"),
    former=words(r"previously", r"formerly", r"before", r"earlier", r"prior", r"initially", r"then", r"last year", r"originally", r"compared (?:with|to)", r"from"),
    counts=re.compile(
        rf"\b(?<!bilsky-)(?<!bilsky )(?<!escc )(?<!grade )(?:(?P<many>multiple|numerous|innumerable|several|many|countless|disseminated|diffuse|widespread|multifocal) {_WHOSE}{_WHAT}"
        rf"|{_WHAT}[\w ,]{{0,30}}?(?:, | are | is )(?P<many2>multiple|innumerable|numerous|disseminated|multifocal)\b"
        rf"|(?:at least |about |some |up to |total of |in all |as many as )?(?P<n>\d{{1,2}}|one|two|three|four|five|six|seven|eight|nine|ten|a single|single|solitary|only|sole|isolated) {_WHOSE}(?:{_WHAT})(?! (?:at|in) (?:time|follow))"
        rf"|number of {_WHOSE}(?:{_WHAT}) (?:is |was |: ?)?(?P<n2>\d{{1,2}}|one|two|three|four|five|six|seven|eight|nine|ten)"
        rf"|(?P<one>solitary|sole|only) (?:spinal|vertebral|bone|bony)? ?(?:manifestation|tumou?r manifestation)"
        r")"
    ),
    numbers=_NUMBERS,
)
