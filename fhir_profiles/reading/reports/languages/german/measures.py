"""German words around lengths and counts: what is measured, and to what.

What may not live here: how a number is read (`fhir_profiles.reading.reports.measuring`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.german.days import BOUNDED, DATED
from fhir_profiles.reading.reports.languages.german.stems import BOWEL
from fhir_profiles.reading.reports.lexicon import Measures, words

_NUMBERS: Final = {
    "eine": 1, "ein": 1, "einen": 1, "zwei": 2, "drei": 3, "vier": 4, "funf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9,
    "zehn": 10, "elf": 11, "zwolf": 12,
}  # fmt: skip
_N: Final = r"\d{1,2}|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf"
_ONE: Final = r"(?:solitar|singular|vereinzelt|einzig|alleinig|isoliert)\w*"
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
    r"|plasmozytom|plasmozytome|(?:aneurysmatische )?knochenzyste|wirbel(?:korper)? (?:betroffen|befallen)|(?:befallene"
    r"|betroffene) wirbel(?:korper)?)"
)

_AXIS: Final = (
    r"\(?(?:(?:kranio|cranio)-?kaudal\w*|craniocaudal\w*|transversal\w*|axial\w*|sagittal\w*|koronar\w*|a\.? ?p\.?"
    r"|antero-?posterior\w*"
    r"|quer|langs|cc|ll|latero-?lateral\w*)\)?"
)
MEASURES: Final = Measures(
    neural=words(
        r"myelon\w*|ruckenmark\w*|konus\w*|conus|cauda|kauda\w*|dural(?:sack|schlauch)\w*|thekalsack\w*|dura",
        r"(?:\w*nerven|spinal)?wurzel\w*|[ctls]\d+-wurzel|(?:spinal)?nerv(?:en|s)?|\w*ganglion",
        r"(?:neuro)?foram(?:en|ina|ens)\w*|neuroforam\w*|(?:spinal|wirbel|sakral)kanal\w*|epiduralraum\w*",
        r"neurale\w? struktur\w*|nervale\w? struktur\w*|\w*plexus",
    ),
    viscus=words(
        BOWEL,
        r"osophagus\w*|speiserohre|pleura|lunge\w*|trachea\w*|luftrohre|magen\w*|niere|harnblase\w*|blase",
        r"pharynx|hypopharynx|\w*bronchus",
    ),
    other_structure=words(
        r"\w*aorta\w*|vena cava\w*|v\.? cava\w*|(?:a|v|aa|vv)\.? ?(?:iliaca\w*|vertebralis|azygos)|iliakal\w*",
        r"arteria \w+|vena \w+|ureter\w*|harnleiter\w*|gefass\w*|arterie\w*|vene\w*|haut\w*|hautniveau",
        r"deckplatte\w*|grundplatte\w*|endplatte\w*|karina|mittellinie|\w*isg|hohlvene|hinterkante\w*",
        r"gelenk\w*",
    ),
    distance_before=words(
        r"\w*abstand\w*|\w*distanz\w*|entfern\w*|zwischen|separier\w+|getrennt|fettlamelle|bis zu[mr]?|zu[mr](?!"
        r" \w*(?:planung|ung|ation|apie|kontrolle|frage)\b)",
        r"vom|von (?:der|den|dem)",
    ),
    distance_after=words(
        r"(?:\w+ )?vo[mn]|(?:\w+ )?zu[mr]?|\w*abstand\w*|\w*distanz|entfernt|entfernung|weit|lateral|medial",
        r"ventral|dorsal|kranial|kaudal|neben|vor de[mr]|hinter de[mr]|unterhalb|oberhalb|trenn\w+|zwischen",
        r"fettlamelle|breite fett\w*|an der engsten stelle|in richtung|an (?:die|den|das)",
    ),
    tumour=words(
        r"\w*tumor\w*|\w*metasta\w+|\w*lasion\w*|nidus|\w*osteolyse\w*|(?:osteo)?lytisch\w*",
        r"(?:osteo)?(?:sklerotisch|plastisch|blastisch|sklerosiert)\w*|gemischt\w*|\w*herd\w*|befund\w*",
        r"\w*chordom\w*|\w*sarkom\w*|plasmozytom\w*|myelom\w*|osteoblastom\w*|osteoidosteom\w*|(?:knochen)?zyste",
        r"\w*hamangiom\w*|raumforderung\w*|absiedl\w+|filia\w*|defekt\w*",
        r"(?:grosse|\w*durchmesser\w*|misst|messen|ausdehnung)(?=[^.;]* \d)|riesenzelltumor\w*",
        r"(?:intra)?(?:ossar|knochern)\w* (?:anteil|komponente)\w*",
    ),
    not_tumour=words(
        r"weich(?:teil|gewebs)\w*|para-?vertebral\w*|paraspinal\w*|pravertebral\w*|prasakral\w*|epidural\w*",
        r"intraspinal\w*|extraossar\w*|(?:ventrale|intraspinale|epidurale)\w? (?:komponente|anteil)\w*",
        r"(?<!ossare )(?<!knocherne )komponente|manschette\w*|bandscheib\w*|protrusion\w*|prolaps\w*",
        r"vorfall\w*|lymphknoten\w*|lk|fragment\w*|tumor(?:anteil|komponente|manschette|auslaufer|zapfen)\w*",
        r"dick\w*|breit\w*|schicht\w*|inkrement|kollimation|\w*hamatom\w*|\w*abszess\w*|nierenzyste\w*",
        r"leber\w*|osteophyt\w*|spondylophyt\w*|listhes\w*|anterolisthes\w*|kyphos\w*|tief|retropuls\w+",
        r"(?:spinal|wirbel|sakral)kanal\w*|(?:zement|pmma)\w*|\w*leckage\w*|extravas\w*|\w*ablations\w*",
        r"\w*nekrosezone\w*|sklerose\w*|randsaum\w*|\w*saum\w*|odem\w*",
        r"(?<!auf )(?<!in )\w*(?:breite|hohe|dicke|tiefe|lange|weite)|\w*spalt\w*|\w*lucke\w*|\w*unterbrechung\w*|\w*winkel\w*",
        r"\w*plattenimpression\w*|\w*impression\w*|\w*einbruch\w*|spinalkanalweite|\w*artefakt\w*",
        r"\w*kontakt\w*|\w*strecke|duralsack\w*|\w*thrombus\w*|\w*serom\w*|nodus|nodul\w*|frakturspalt\w*",
        r"nadel\w*|sonde\w*|kanule\w*|(?:wirbelkorper|wirbel)hohe|hohenminderung\w*|sinterung\w*|narbe\w*",
        r"schraube\w*|knoten|rundherd\w*|eisball\w*|iceball|\w*hinterkante\w*|\w*hinterwand\w*|\w*erguss\w*",
        r"\w*knoten|(?:leber|lunge|milz|niere|schilddruse|galle|nebenniere)\w*|\w*aneurysma\w*",
        r"zysten? (?:der|des|in der|an der)(?: (?:rechten|linken))?(?: (?:niere|leber|milz|lunge|ovar\w*)\w*)?|versatz"
        r"|dislokation\w*|stanz\w*|zylinder\w*|biopsat\w*|gantry|fov|muskel\w*",
        r"psoas\w*|neuroforam\w*|vorwolbung\w*|(?!knochen)\w+-?zysten?|\w*gelenks?(?:erguss|spalt)\w*|vorgewolbt\w*|\w*bulging",
        r"struma|\w*divertikel|(?:inguinal|hiatus|nabel)?hernie",
    ),
    sized=words(
        r"mess(?:en|end\w*)|misst|\w*durchmesser\w*|(?:langen|quer|tiefen)ausdehnung|grosse\w*|gross\w*",
        r"ausdehnung|(?:jetzt|aktuell|nunmehr|derzeit|heute)(?= \d)",
    ),
    former=words(
        r"vormals|zuvor|fruher|ehemals|vorher|damals|initial|(?<!umgeben )(?<!saum )(?<!abstand )von",
        r"vor (?:\w+ )?(?:jahren?|monaten?|wochen)|vu|va|voruntersuchung|vor-?(?:ct|mrt)|vorwert|vorbefund|vormessung"
        r"|voraufnahme|zuletzt|jetzt|nun|nunmehr|aktuell|heute",
        r"derzeit",
    ),
    tools=words(
        r"(?:strecke|lange) von|uber eine (?:strecke|lange|breite)|\w*nadel\w*|\w*sonde\w*|\w*kanule\w*|trokar\w*"
        r"|elektrode\w*|katheter\w*|\w*schraube\w*",
    ),
    denied=re.compile(r"\bnicht (?:etwa |wie [\w ]{3,30}?)?$|\bund nicht $"),
    between=words(
        r"sondern|nicht|neu",
        r"in|im|an|am|bei|von|je|jeweils|ca|etwa|circa|zirka|rund|ungefahr|knapp|gut|uber|unter|bis|bis zu|nur|noch"
        r"|mindestens|maximal|max"
        r"|heute|links|rechts|der|die|das|und|weiterhin|unverandert|konstant|mit|auf|kraniokaudal\w*|axial\w*"
        r"|sagittal\w*|koronar\w*"
        r"|transversal\w*|anteroposterior|ap|lang\w*|quer|zentral|ventral\w*|dorsal\w*|lateral\w*|medial\w*"
        r"|kranial\w*|kaudal\w*"
        r"|jetzt|inzwischen|x|ist|grossenkonstant|stabil|bekannt\w*|klein\w*|rundlich\w*|ovalar\w*|scharf"
        r"|begrenzt\w*|ein\w?|\d+",
    ),
    counts=re.compile(
        rf"\b(?<![ctls]\d und )(?<![ctls]\d\d und )(?<![ctls]\d, )(?<!bilsky )(?<!escc )(?<!grad"
        rf" )(?<!bilsky-)(?:(?P<many>{_MANY}) {_WHOSE}{_WHAT}\b"
        rf"|\b{_WHAT}[\w ,]{{0,60}}?, (?P<many3>{_MANY})(?=\s*(?:[.;]|$))|\b{_WHAT}[\w ,]{{0,30}}?(?:, |: | sind | ist |"
        rf" in )(?P<many2>{_MANY})(?! myelom)(?: vorhanden"
        r"| nachweisbar| wirbel\w*)?(?=\W|$)"
        rf"|(?P<one>{_ONE} {_WHOSE}{_WHAT}\b|(?:solitar|singular)(?=\s*(?:[.,;)]|$))|solitar-?(?:lasion|metastase|herd"
        rf"|befund|filia)|einzel(?:lasion|metastase"
        rf"|herd)|(?:nur|lediglich|genau) (?:ein(?:e|en|er)? )(?:einzige[rns]? )?(?:\w+ )?{_WHAT}\b"
        rf"|{_WHAT}[^.;]{{0,40}}? (?:bleibt|ist|war) (?:weiterhin |damit |somit )?(?:der|die|das) (?:einzige"
        rf"|alleinige)(?=\s*(?:[.;,]|$))"
        r"|einzelne[nrs]? (?:\w+ )?(?:lasion|metastase|herd|osteolyse|absiedlung)\b)"
        r"|(?:mindestens |wenigstens |mehr als |uber |ca\.? |etwa |insgesamt |bis zu "
        rf"|in summe )?\b(?P<n>{_N}) {_WHOSE}{_WHAT}\b"
        rf"|(?:anzahl|zahl)(?: der)? {_WHOSE}{_WHAT}(?: \w+){{0,3}}?(?: ist| betragt|:| =)?(?: nicht (?:{_N}),? sondern)? "
        rf"(?P<n2>{_N}|ein|eine)\b"
        r")"
    ),
    numbers=_NUMBERS,
    dated=DATED,
    bounded=BOUNDED,
    dimensions=re.compile(
        rf" ?(?:{_AXIS}[ ,]*)+(?:(?:und|sowie|x|mal|zu|auf) )?(?:{_AXIS} )*|(?:und|sowie|,)? ?(?:{_AXIS} )+"
    ),
)
