"""German words around lengths and counts: what is measured, and to what.

What may not live here: how a number is read (`fhir_profiles.reading.reports.measuring`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.german.stems import BOWEL
from fhir_profiles.reading.reports.lexicon import Measures, words

_NUMBERS: Final = {
    "eine": 1, "ein": 1, "einen": 1, "zwei": 2, "drei": 3, "vier": 4, "funf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9,
    "zehn": 10, "elf": 11, "zwolf": 12,
}  # fmt: skip
_N: Final = r"\d{1,2}|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf"
_ONE: Final = r"(?:solitar|singular|vereinzelt|einzig|alleinig)\w*"
_MANY: Final = (
    r"(?:multipel|multiple[rsnm]?|zahlreich\w*|unzahlig\w*|viele\w?|mehrere\w?|disseminiert\w*|diffus\w*"
    r"|multilokular\w*|multifokal\w*|polytop\w*|ungezahlt\w*|generalisiert\w*|ausgedehnt\w* disseminiert\w*)"
)
_WHOSE: Final = (
    r"(?:(?:vertebral|spinal|ossar|osteolyt|lyt|sklerot|osteoplast|osteoblast|bekannt|neu|weiter|klein|gross"
    r"|schmerzhaft|metastasen|metastat|sekundar|sichtbar|suspekt|tumoros|tumorverdacht|malign|gemischt"
    r"|pathologisch|nachweisbar|abgrenzbar|unterschiedlich|verschieden|teils)\w*,? )*"
)
_WHAT: Final = (
    r"(?:(?:wirbel(?:korper)?|knochen|skelett|tumor|wirbelsaulen|spinal)?-?(?:lasion(?:en)?|metastasen?"
    r"|herde?n?|absiedlung(?:en)?|absiedelung(?:en)?|osteolysen?|manifestation(?:en)?|filiae|filia|tumoren?"
    r"|tumorherde|tumorlasionen?|metastasierung|filialisierung|rundherde?)"
    r"|plasmozytom|plasmozytome|wirbelkorper betroffen|befallene wirbel)"
)

MEASURES: Final = Measures(
    neural=words(
        r"myelon\w*",
        r"ruckenmark\w*",
        r"konus\w*",
        r"conus",
        r"cauda",
        r"kauda\w*",
        r"dural(?:sack|schlauch)\w*",
        r"thekalsack\w*",
        r"dura",
        r"(?:\w*nerven|spinal)?wurzel\w*",
        r"[ctls]\d+-wurzel",
        r"(?:spinal)?nerv(?:en|s)?",
        r"\w*ganglion",
        r"(?:neuro)?foram(?:en|ina|ens)\w*",
        r"neuroforam\w*",
        r"(?:spinal|wirbel|sakral)kanal\w*",
        r"epiduralraum\w*",
        r"neurale\w? struktur\w*",
        r"nervale\w? struktur\w*",
        r"\w*plexus",
    ),
    viscus=words(
        BOWEL,
        r"osophagus\w*",
        r"speiserohre",
        r"pleura",
        r"lunge\w*",
        r"trachea\w*",
        r"luftrohre",
        r"magen\w*",
        r"niere",
        r"harnblase\w*",
        r"blase",
        r"pharynx",
        r"hypopharynx",
        r"\w*bronchus",
    ),
    other_structure=words(
        r"aorta\w*",
        r"vena cava\w*",
        r"v\.? cava\w*",
        r"(?:a|v|aa|vv)\.? ?(?:iliaca\w*|vertebralis|azygos)",
        r"iliakal\w*",
        r"arteria \w+",
        r"vena \w+",
        r"ureter\w*",
        r"harnleiter\w*",
        r"gefass\w*",
        r"arterie\w*",
        r"vene\w*",
        r"haut\w*",
        r"hautniveau",
        r"deckplatte\w*",
        r"grundplatte\w*",
        r"endplatte\w*",
        r"karina",
        r"mittellinie",
        r"\w*isg",
        r"hohlvene",
        r"hinterkante\w*",
        r"gelenk\w*",
    ),
    distance_before=words(
        r"\w*abstand\w*",
        r"\w*distanz\w*",
        r"entfern\w*",
        r"zwischen",
        r"separier\w+",
        r"getrennt",
        r"fettlamelle",
        r"bis zu[mr]?",
        r"zu[mr]",
        r"vom",
        r"von (?:der|den|dem)",
    ),
    distance_after=words(
        r"(?:\w+ )?vo[mn]",
        r"(?:\w+ )?zu[mr]?",
        r"\w*abstand\w*",
        r"\w*distanz",
        r"entfernt",
        r"entfernung",
        r"weit",
        r"lateral",
        r"medial",
        r"ventral",
        r"dorsal",
        r"kranial",
        r"kaudal",
        r"neben",
        r"vor de[mr]",
        r"hinter de[mr]",
        r"unterhalb",
        r"oberhalb",
        r"trenn\w+",
        r"zwischen",
        r"fettlamelle",
        r"breite fett\w*",
        r"an der engsten stelle",
        r"in richtung",
        r"an (?:die|den|das)",
    ),
    tumour=words(
        r"\w*tumor\w*",
        r"\w*metasta\w+",
        r"\w*lasion\w*",
        r"nidus",
        r"\w*osteolyse\w*",
        r"(?:osteo)?lytisch\w*",
        r"(?:osteo)?(?:sklerotisch|plastisch|blastisch|sklerosiert)\w*",
        r"gemischt\w*",
        r"\w*herd\w*",
        r"befund\w*",
        r"\w*chordom\w*",
        r"\w*sarkom\w*",
        r"plasmozytom\w*",
        r"myelom\w*",
        r"osteoblastom\w*",
        r"osteoidosteom\w*",
        r"\w*zyste",
        r"\w*hamangiom\w*",
        r"raumforderung\w*",
        r"absiedl\w+",
        r"filia\w*",
        r"defekt\w*",
        r"(?:grosse|\w*durchmesser\w*|misst|messen|ausdehnung)(?=[^.;]* \d)",
        r"riesenzelltumor\w*",
        r"(?:intra)?(?:ossar|knochern)\w* (?:anteil|komponente)\w*",
    ),
    not_tumour=words(
        r"weich(?:teil|gewebs)\w*",
        r"para-?vertebral\w*",
        r"paraspinal\w*",
        r"pravertebral\w*",
        r"prasakral\w*",
        r"epidural\w*",
        r"intraspinal\w*",
        r"extraossar\w*",
        r"(?:ventrale|intraspinale|epidurale)\w? (?:komponente|anteil)\w*",
        r"(?<!ossare )(?<!knocherne )komponente",
        r"manschette\w*",
        r"bandscheib\w*",
        r"protrusion\w*",
        r"prolaps\w*",
        r"vorfall\w*",
        r"lymphknoten\w*",
        r"lk",
        r"fragment\w*",
        r"tumor(?:anteil|komponente|manschette|auslaufer|zapfen)\w*",
        r"dick\w*",
        r"breit\w*",
        r"schicht\w*",
        r"inkrement",
        r"kollimation",
        r"\w*hamatom\w*",
        r"\w*abszess\w*",
        r"nierenzyste\w*",
        r"leber\w*",
        r"osteophyt\w*",
        r"spondylophyt\w*",
        r"listhes\w*",
        r"anterolisthes\w*",
        r"kyphos\w*",
        r"tief",
        r"retropuls\w+",
        r"(?:spinal|wirbel|sakral)kanal\w*",
        r"(?:zement|pmma)\w*",
        r"\w*leckage\w*",
        r"extravas\w*",
        r"\w*ablations\w*",
        r"\w*nekrosezone\w*",
        r"sklerose\w*",
        r"randsaum\w*",
        r"\w*saum\w*",
        r"odem\w*",
        r"\w*(?:breite|hohe|dicke|tiefe|lange|weite)",
        r"\w*spalt\w*",
        r"\w*lucke\w*",
        r"\w*unterbrechung\w*",
        r"\w*winkel\w*",
        r"\w*plattenimpression\w*",
        r"\w*impression\w*",
        r"\w*einbruch\w*",
        r"spinalkanalweite",
        r"\w*artefakt\w*",
        r"\w*kontakt\w*",
        r"\w*strecke",
        r"duralsack\w*",
        r"\w*thrombus\w*",
        r"\w*serom\w*",
        r"nodus|nodul\w*",
        r"frakturspalt\w*",
        r"nadel\w*",
        r"sonde\w*",
        r"kanule\w*",
        r"(?:wirbelkorper|wirbel)?hohe",
        r"hohenminderung\w*",
        r"sinterung\w*",
        r"narbe\w*",
        r"schraube\w*",
        r"knoten",
        r"rundherd\w*",
        r"eisball\w*",
        r"iceball",
        r"\w*hinterkante\w*",
        r"\w*hinterwand\w*",
        r"\w*erguss\w*",
        r"\w*knoten",
        r"(?:leber|lunge|milz|niere|schilddruse|galle|nebenniere)\w*",
        r"\w*aneurysma\w*",
        r"zyste\w* der niere",
        r"versatz",
        r"dislokation\w*",
        r"stanz\w*",
        r"zylinder\w*",
        r"biopsat\w*",
        r"gantry",
        r"fov",
        r"muskel\w*",
        r"psoas\w*",
        r"neuroforam\w*",
        r"vorwolbung\w*",
    ),
    sized=words(
        r"mess(?:en|end\w*)",
        r"misst",
        r"\w*durchmesser\w*",
        r"(?:langen|quer|tiefen)ausdehnung",
        r"grosse\w*",
        r"gross\w*",
        r"ausdehnung",
        r"(?:jetzt|aktuell|nunmehr|derzeit|heute)(?= \d)",
    ),
    former=words(
        r"vormals",
        r"zuvor",
        r"fruher",
        r"ehemals",
        r"vorher",
        r"damals",
        r"initial",
        r"(?<!umgeben )(?<!saum )(?<!abstand )von",
        r"voruntersuchung",
        r"vorwert",
        r"vorbefund",
        r"vormessung",
        r"voraufnahme",
        r"zuletzt",
        r"jetzt",
        r"nun",
        r"nunmehr",
        r"aktuell",
        r"heute",
        r"derzeit",
    ),
    tools=words(
        r"\w*nadel\w*",
        r"\w*sonde\w*",
        r"\w*kanule\w*",
        r"trokar\w*",
        r"elektrode\w*",
        r"katheter\w*",
        r"\w*schraube\w*",
    ),
    between=words(
        r"in|im|an|am|bei|von|ca|etwa|circa|zirka|rund|ungefahr|knapp|gut|uber|unter|bis|bis zu|nur|noch"
        r"|mindestens|maximal|max"
        r"|heute|links|rechts|der|die|das|und|weiterhin|unverandert|konstant|mit|auf|kraniokaudal\w*|axial\w*"
        r"|sagittal\w*|koronar\w*"
        r"|transversal\w*|anteroposterior|ap|lang\w*|quer|zentral|ventral\w*|dorsal\w*|lateral\w*|medial\w*"
        r"|kranial\w*|kaudal\w*"
        r"|jetzt|inzwischen|x|ist|grossenkonstant|stabil|bekannt\w*|klein\w*|rundlich\w*|ovalar\w*|scharf"
        r"|begrenzt\w*|ein\w?|\d+"
    ),
    counts=re.compile(
        rf"\b(?<!bilsky )(?<!escc )(?<!grad )(?<!bilsky-)(?:(?P<many>{_MANY}) {_WHOSE}{_WHAT}\b"
        rf"|\b{_WHAT}[\w ,]{{0,30}}?(?:, |: | sind | ist | in )(?P<many2>{_MANY})(?! myelom)(?: vorhanden"
        r"| nachweisbar| wirbel\w*)?(?=\W|$)"
        rf"|(?P<one>{_ONE} {_WHOSE}{_WHAT}\b|(?:solitar|singular)(?=\s*(?:[.,;)]|$))|einzel(?:lasion|metastase"
        rf"|herd)|(?:nur|lediglich|genau) (?:ein(?:e|en|er)? )(?:einzige[rns]? )?(?:\w+ )?{_WHAT}\b"
        r"|einzelne[nrs]? (?:\w+ )?(?:lasion|metastase|herd|osteolyse|absiedlung)\b)"
        r"|(?:mindestens |wenigstens |mehr als |uber |ca\.? |etwa |insgesamt |bis zu "
        rf"|in summe )?\b(?P<n>{_N}) {_WHOSE}{_WHAT}\b"
        rf"|(?:anzahl|zahl)(?: der)? {_WHOSE}{_WHAT}(?: \w+){{0,3}}?(?: ist| betragt|:| =)? (?P<n2>{_N}|ein|eine)\b"
        r")"
    ),
    numbers=_NUMBERS,
)
