"""German words for what a lesion is: nature, bone matrix, fracture and stability, epidural grade.

What may not live here: its surroundings (`structures`), and what is told of the patient (`patient`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.german.stems import gap
from fhir_profiles.reading.reports.lexicon import Form, forms

_ELSEWHERE: Final = (
    r"(?:leber|hepat|lunge|pulmon|lymphknoten|lymph|lk-|hirn|zerebr|nebennieren|peritoneal|haut|pleura|rippen|kostal|femur|becken|weichteil|hepatisch|schadel"
    r"|milz|kopfhaut|nodal|viszeral|organ|mesenterial|mikro|lepto|meningeal)"
)
_NOT_THERE: Final = (
    r"(?<!hepatische )(?<!hepatischen )(?<!pulmonale )(?<!pulmonalen )(?<!zerebrale )(?<!zerebralen )(?<!cerebrale )(?<!nodale )(?<!viszerale )(?<!nodalen )(?<!hepatogene )"
)
_BONES: Final = re.compile(
    r"\brippe|kostal|humer|femor|femur|schenkel|stern(?:um|al)|clavic|klavik|radius|tibia|beckenring|schambein|acetab|azetab|bandscheibenhoh|zwischenwirbelraum|hohengeminderte bandscheib"
    r"|hohenminderung de[rs] (?:bandscheib|zwischenwirbel)|ermudungsbruch des fuss|schraube|\bstab\b|\bstabe\b|material"
)
_HEIGHT: Final = r"(?:(?:wirbelkorper|wirbel)?hohe\w*|\w*vorderkantenhohe|\w*hinterkantenhohe)"
_KIND: Final = r"(?:osteo)?(?:lytisch|plastisch|blastisch|sklerotisch|sklerosierend|sklerosiert)\w*"

TUMOUR: Final[tuple[Form, ...]] = (
    forms(
        "nature",
        rf"{_NOT_THERE}(?!{_ELSEWHERE})\w*metastasen?(?:manifestation\w*|absiedlung\w*|verdacht\w*|suspekt\w*|verdachtig\w*|typisch\w*|nachweis\w*|bedingt\w*|progress\w*|last|lokalisation\w*|herde?|ausbreitung|befall\w*)?",
        rf"{_NOT_THERE}(?!{_ELSEWHERE})\w*metastasierung\w*",
        rf"{_NOT_THERE}metastatisch\w*(?! (?:\w+ )?\w*(?:karzinom|melanom|ca)\b)",
        r"metastasier(?:t|end)\w*(?! (?:\w+ )?\w*(?:karzinom\w*|melanom\w*|ca|tumor\w*)\b)",
        r"(?:knochen|wirbel(?:korper)?)?fili(?:a|ae|en|alisierung\w*|arisierung)",
        r"(?:knochen|tumor|wirbel)?absiedelung\w*|(?:knochen|tumor|wirbel|sekundar)?absiedlung\w*",
        r"sekundar\w* (?:\w+ )?(?:knochentumor\w*|wirbeltumor\w*|malignom\w*|knochenlasion\w*|lasion\w*|manifestation\w*|osteolyse\w*)|sekundaria|karzinose des knochens|tochtergeschw\w+",
        value="metastasis",
        unless=re.compile(r"\bm0\b|\bc?m0 "),
    ),
    forms(
        "nature",
        r"(?:multiple[sn]? |solitare[sn]? |solides? )?(?:plasmozytom|plasmocytom|plasmazell(?:myelom|tumor|neoplasie|erkrankung)|myelom(?!eningo))\w*",
        r"morbus kahler|m\. kahler|multiple[sn]? myelom\w*",
        value="plasmacytoma",
    ),
    forms("nature", r"\w*chordom(?:s|es|e|en|verdacht|rezidiv\w*|manifestation)?", r"chondrosarkom\w*", r"osteosarkom\w*", r"osteogene[sn]? sarkom\w*", r"ewing-?(?:\s?sarkom|\s?tumor)?\w*", r"\w*spindelzellsarkom\w*", value="primary-malignant"),
    forms("nature", r"osteoid-?\s?osteom\w*", value="osteoid-osteoma"),
    forms("nature", r"osteoblastom\w*", value="osteoblastoma"),
    forms("nature", r"(?:knochen-?)?riesenzell(?:tumor|geschwulst|granulom|lasion)\w*", r"aneurysmatische\w? (?:knochen)?zyste\w*", r"akz|eosinophile[sn]? granulom\w*", value="benign-treatable"),
    forms(
        "nature",
        r"(?:wirbel(?:korper)?|knochen)?-?hamangiom\w*",
        r"schmorl(?:'?sche\w?|-)?[\s\-]*(?:\w+ )?(?:knoten|knotchen|knorpelknoten|knorpelknotchen|impression\w*|herniation\w*|hernie\w*)\w*",
        value="benign-not-indicated",
    ),
    forms(
        "nature",
        r"spondylodis[kcz]i?tis|spondylodiszit\w+|diszitis|discitis|(?<!osteo)osteomyelit\w+|(?:infektiose|bakterielle|tuberkulose|septische|floride|pyogene|spezifische|eitrige)\w? spondylitis|spondylitis",
        value="infection",
        unless=re.compile(r"ankylosans|ankylosierend"),
    ),
    forms(
        "nature",
        r"osteopor\w+ (?:bedingt\w* |\w+ ){0,3}?(?:\w*fraktur\w*|\w*sinterung\w*|\w*impression\w*|genese|ursache|\w*kompression\w*|\w*einbruch\w*|bedingt\w*)",
        r"(?:fraktur\w*|\w*sinterung\w*|\w*fraktur\w*)(?: \w+){0,4}? (?:bei |im rahmen (?:einer |der )?(?:bekannten )?)?(?:osteopor\w+)(?: (?:bedingt|genese|ursache))?",
        value="osteoporotic",
    ),
    forms(
        "matrix",
        r"(?:osteo-?)?lytisch\w*",
        r"(?:(?:knochen|osteo|wirbelkorper)-?)?osteolyse(?:n|herd\w*|zone\w*|areal\w*)?|knochenlyse\w*|lyse(?:n|zone|herd|areal)?",
        r"lysier\w+",
        r"(?:mottenfrassartige?\w?|mottenfrassahnliche?\w?|permeative?\w?|geographische?\w?|landkartenartige?\w?) (?:\w+ )?(?:destruktion|osteodestruktion|knochendestruktion|lasion|zerstorung|osteolyse|defekt\w*)",
        r"osteodestruktiv\w*|osteodestruktion\w*",
        value="lytic",
        unless=re.compile(r"spondylolyse|spondylolytisch|pars ?interarticularis-?defekt|hamolyt|thrombolyse|adhasiolyse"),
    ),
    forms(
        "matrix",
        r"(?:osteo-?)?(?:sklerotisch|plastisch|blastisch)\w*",
        r"(?:osteo|herd|tumor)?sklerose(?:n|herd\w*|zone\w*|areal\w*)?",
        r"(?:durch|auf)?sklerosier(?:t|te|ten|ter|tes|end\w*|ung\w*)",
        r"elfenbeinwirbel|eburnisier\w+|verdichtungsherd\w*",
        value="sclerotic",
        unless=re.compile(r"endplatten|deckplatten|grundplatten|modic|subchondral|degenerat|facett|osteochondros|abschlussplatt|randsaum|sklerosesaum|randsklero|multiple sklerose|aortensk|gelenk"),
    ),
    forms(
        "matrix",
        rf"gemischt\w*(?:[ -]+{_KIND}(?:[ /\-]+(?:und |/ ?|teils )?{_KIND})?)?",
        rf"misch(?:form|typ|bild|metastase\w*|strukturiert\w*)",
        r"(?:osteo-?)?lytisch\w*(?:[ /\-]+(?:und )?)(?:osteo-?)?(?:sklero|plast|blast)\w*",
        r"(?:osteo-?)?(?:sklerotisch|plastisch|blastisch)\w*(?:[ /\-]+(?:und )?)(?:osteo-?)?lytisch\w*",
        r"teils (?:osteo)?(?:lytisch|plastisch|blastisch|sklerotisch)\w*,? (?:und )?teils (?:osteo)?(?:lytisch|plastisch|blastisch|sklerotisch)\w*",
        value="mixed",
        unless=re.compile(r"gemischtzell|gemischtes? signal"),
    ),
    # fracture
    forms("collapse", rf"{_HEIGHT}{gap(5)}nicht (?:mehr )?(?:vollstandig )?(?:erhalten|regelrecht|normal)", closed=True, unless=_BONES),
    forms(
        "fracture-risk",
        r"nicht (?:mehr |ausreichend |hinreichend |sicher )?(?:mechanisch |statisch |als |belastungs)?stabil\w*|(?:stabilitat|statik)(?: \w+){0,3}? nicht (?:mehr )?(?:gegeben|erhalten|gewahrt|gewahrleistet)",
        closed=True,
    ),
    forms(
        "collapse",
        r"(?!rippen|schenkel|becken|radius|femur|humerus|hinterkanten)\w*fraktur(?:en|chen|ierung\w*|iert\w*|nachweis\w*|linie\w*|spalt\w*|zeichen|spalten|aquivalent\w*|verdacht\w*|ausschluss)?",
        r"(?:wirbelkorper|nach|deckplatten|grundplatten|endplatten|hohen|keil)?-?sinterung(?:en|sfraktur\w*|szeichen)?|(?:nach|ein|zusammen)?gesintert\w*|sintert",
        r"(?:wirbelkorper)?hohen(?:minder\w+|gemindert\w*|verlust\w*|reduktion\w*|reduziert\w*|abnahme|verminder\w+|erniedrigung|einbusse)",
        rf"(?:abnahme|minderung|verlust|reduktion|verminderung|erniedrigung){gap(3)}{_HEIGHT}",
        rf"{_HEIGHT}{gap(5)}(?:reduziert|gemindert|vermindert|erniedrigt|abgenommen|verloren|eingebusst)",
        rf"(?:hohe|der hohe) (?:\w+ )?(?:reduziert|gemindert|vermindert|erniedrigt)",
        r"(?:deck-?|grund-?|end-?|boden-?|abschluss-?|deck- und grund)platten-?\w*(?:einbruch|einbruche|impression|impressionen|fraktur|infraktion|einsenkung|depression|kompression|imprimierung|eindellung)\w*",
        r"(?<!schmorlsche )(?:einbruch|impression|imprimierung|einsenkung|infraktion|depression|kompression|eindellung) (?:der|an der|von) (?:\w+ )*(?:deck|grund|end|boden|abschluss)platte\w*",
        r"(?:deck|grund|end|boden|abschluss)platte\w*(?: \w+){0,3}? (?:eingebrochen|imprimiert|eingesunken|eingedellt|frakturiert)",
        r"kollabiert\w*|(?:wirbelkorper|wirbel)?kollaps(?!gef)|zusammengesunken\w*|zusammengebrochen\w*|komprimierter wirbel\w*",
        r"(?:wirbel(?:korper)?|knochen|ermudungs|stress|kompressions|impressions)-?bruch\w*|bruch (?:des|der|von) (?:\w*wirbel\w*|[ctls]\d+)|gestaucht\w*|(?:ein|zusammen)stauchung\w*|(?:wirbelkorper)?abflachung\w*|abgeflacht\w*",
        r"(?:wirbel\w*|[ctls]\d+)(?: \w+){0,3}? (?:eingebrochen|gebrochen|eingestaucht)",
        r"keil(?:wirbel\w*|deform\w+)|keilformig\w*(?: (?:\w+ )?deform\w+)?|(?:fisch|platt)wirbel\w*|vertebra plana|wirbelkorperkompression\w*",
        unless=_BONES,
    ),
    forms(
        "collapse",
        rf"{_HEIGHT}(?: \S+){{0,5}}? (?<!nicht )(?:erhalten\w*|regelrecht\w*|normal\w*|unauffallig\w*|intakt\w*|gewahrt|unverandert)",
        rf"(?:erhaltene\w?|regelrechte\w?|normale\w?|intakte\w?|unauffallige\w?|erhalt der|normal) (?:\w+ )?{_HEIGHT}",
        r"(?:normal|regelrecht) hoch|normal konfiguriert und hoch|hohenerhalt\w*|formerhalten",
        denied=True,
        closed=True,
        unless=re.compile(r"bandscheib|zwischenwirbel|diskus"),
    ),
    forms(
        "fracture-risk",
        r"(?:fraktur|bruch|kollaps|sinterungs|einbruch|instabilitats|stabilitats)(?:gefahr|gefahrd|risiko|risik|bedroh)\w*",
        r"(?:gefahr|risiko|risiken) (?:einer?|von|fur eine?|fur|der) (?:\w+ ){0,2}?(?:\w*fraktur\w*|\w*sinterung\w*|\w*kollaps\w*|einbruch\w*|instabilit\w*)",
        r"(?:drohend\w*|bevorstehend\w*|imminent\w*) (?:\w+ ){0,2}?(?:\w*fraktur\w*|\w*sinterung\w*|\w*kollaps|\w*einbruch|instabilit\w*)",
        r"(?:fraktur|sinterung|kollaps|einbruch)(?: \w+)? (?:droht|drohend|drohe)|droht(?: \w+){0,3} (?:\w*fraktur|einzubrechen|zu kollabieren|zu frakturieren|\w*sinterung|\w*kollaps)",
        r"(?:teil)?instabil\w*|stabilitats(?:gemindert\w*|minderung\w*|verlust\w*|gefahrdend\w*)|gefugeinstabil\w*",
        r"(?:stabilitat|tragfahigkeit|statik)(?: \w+){0,4} (?:gefahrdet|beeintrachtigt|gemindert|eingeschrankt|reduziert|aufgehoben|kompromittiert)",
        r"(?:erhohte\w?|hohe\w?|gesteigerte\w?) gefahrdung|statisch gefahrdet|frakturbedroht\w*|bruchgefahrdet\w*",
        unless=re.compile(r"hamodynam|kreislauf|\brippe|femur|schenkel"),
    ),
    forms(
        "fracture-risk",
        r"(?<!nicht )(?:mechanisch|biomechanisch|statisch|klinisch|ausreichend|hinreichend|belastungs)\s?stabil\w*",
        r"(?:wirbel\w*|wirbelsaule|segment\w*|statik|[ctls]\d+|verhaltnisse|situation|gefuge)(?: \w+){0,2}? (?:ist |gilt |erscheint |bleibt |sind )?(?:\w+ )?(?:als )?(?<!nicht )stabil(?! (?:gegenuber|im vergleich|zur|zum|in der grosse|seit))(?:e\w?)?(?: anzusehen| einzustufen| zu werten)?",
        r"stabile\w? (?:wirbel\w*|segment\w*|verhaltnisse|situation|statik|bewegungssegment\w*|gefuge)",
        r"als stabil (?:anzusehen|einzustufen|zu werten|zu beurteilen|gewertet|eingestuft|beurteilt)",
        r"sins (?:von |= ?|: ?|\()?\d+(?: von 18|/18| punkte?)?[\s,:()]+(?:d\. ?h\. |somit |also |entsprechend )?(?:\w+ )?stabil",
        r"stabilitat(?: \w+){0,3} (?:nicht (?:gefahrdet|beeintrachtigt|gemindert|eingeschrankt)|(?<!nicht )(?:erhalten|gewahrt|gegeben|gewahrleistet))",
        denied=True,
        closed=True,
        unless=re.compile(r"grossenstabil|befundstabil|metastasenstatus|stable disease|radiat|bestrahl|therap"),
    ),
    forms(
        "escc",
        r"(?:escc|bilsky)(?:[\s,\-:=()]+(?:grad\w*|score|skala|klasse|typ|ist|von|nach|stadium|einstufung|klassifikation|aktuell|jetzt|nunmehr|heute|derzeit|entsprechend|wohl|fraglich|etwa|am ehesten|escc|bilsky))*[\s\-:=(]*"
        r"(?P<value>0|1a|1b|1c|2|3)(?:(?: oder |/| versus | vs\.? | bis |-)(?P<second>0|1a|1b|1c|2|3))?(?!\d|[.,]\d)",
    ),
    forms("escc", r"(?:grad|score|stadium|typ) (?P<value>0|1a|1b|1c|2|3)(?: \w+){0,2}? (?:nach|gemass|der|laut|auf der|entsprechend)(?: der)? (?:escc|bilsky)(?:-\w+)?",
        r"(?:grad|score|stadium|typ) (?P<second>0|1a|1b|1c|2|3) ?\((?:nach )?(?:escc|bilsky)\)?"),
    Form(
        "escc",
        re.compile(
            r"(?:escc|bilsky)[^.;]{0,40}?(?P<at>(?:,| \() ?(?:zuvor|vormals|fruher|vorher|damals|initial|zuletzt|statt|jetzt|aktuell|nun|nunmehr|heute)"
            r"(?: noch| grad| bei| war)* (?P<value>0|1a|1b|1c|2|3)(?=\s*(?:$|[.,;)])))"
        ),
    ),
)
