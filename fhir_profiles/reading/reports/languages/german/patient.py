"""German words for what concerns the whole patient: the primary tumour, the neurological state.

What may not live here: treatment (`treatment`) and the lesion (`tumour`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Form, forms

_CANCER: Final = (
    r"-?(?:karzinom\w*|carcinom\w*|adeno-?karzinom\w*|ca\b\.?|krebs\w*|malignom\w*|tumor(?:s|en|leiden"
    r"|erkrankung)?|neoplasie\w*|primarius|primarium|(?<!lungen)(?<!bronchus)(?<!lungen-)(?<!magen)(?<!nebennieren)(?<!nieren)"
    r"(?<!pankreas)(?<!ovarial)(?<!darm)(?<!tonsillen)metastase\w*)"
)
_MORE: Final = r"(?:zell(?:en)?|zellulare[sn]?|drusen)?"
_LISTED: Final = r"-(?=(?:, \w+-){0,5},? (?:und|oder|bzw\.?|sowie) \w+-?(?:karzinom|carcinom|krebs|ca\b))"
_OF: Final = (
    r"(?:karzinom\w*|adenokarzinom\w*|ca\b|krebs|malignom\w*|primarius|primum|primarherd|primartumor"
    r"|neoplasie|ursprung|herkunft)(?: (?:ist|war|wohl|am ehesten|vermutlich|wahrscheinlich|moglicherweise|fraglich"
    r"|entweder|aus|in|der|des|die|:|im|einer|eines|linken|rechten|bekannten|dd|d\. ?d\.|nicht|keineswegs)"
    r"|,(?= (?:dd|d\. ?d|nicht|wohl|vermutlich|am ehesten)\b)| ?:)+ "
)


def _primary(value: str, *stems: str, alone: str = "", organ: str = "") -> tuple[Form, ...]:
    more = tuple(each for each in (alone, rf"{_OF}(?:{organ})s?" if organ else "") if each)
    second = rf"{_OF}[\w ,/]{{1,30}}? (?P<at>(?:oder|sondern|bzw\.?) (?:die |der |das )?(?:{organ}))" if organ else ""
    # "Mamma-, Lungen- und Nierenkarzinom"
    listed = rf"(?:{'|'.join(stems)}){_LISTED}"
    every = rf"(?:{'|'.join(stems)}){_MORE}[\s\-]?{_CANCER}", listed, *more
    return tuple(forms("primary", *each, value=value, lasting=True) for each in (every, (second,)) if each[0])


PATIENT: Final[tuple[Form, ...]] = (
    *_primary(
        "thyroid",
        r"schilddrusen?",
        r"thyr(?:e|o)oid(?:ea)?",
        r"(?:follikulare|papillare|medullare|anaplastische)\w? (?:schilddrusen)?",
        alone=r"sd-ca|ptc|ftc",
        organ=r"schilddruse",
    ),
    *_primary(
        "kidney",
        r"nieren?(?:zell)?",
        r"renal(?:es? |zell)?",
        r"hypernephroide[sn]? ",
        r"klarzellige[sn]? (?:nierenzell)?",
        alone=r"rcc|nzk|ccrcc|hypernephrom\w*|nierenzell-?ca",
        organ=r"niere",
    ),
    *_primary("prostate", r"prostata?", alone=r"pca|prostata-ca", organ=r"prostata"),
    *_primary(
        "lung",
        r"(?:nicht-?)?(?:kleinzellige[sn]? )?(?:bronchial|bronchus|lungen|broncho-?pulmonale[sn]? )",
        r"pulmonale[snm]? (?=karz|adenok|plattenep)",
        alone=r"nsclc|sclc|bc|pancoast-?\w*|kleinzeller|bronchus-ca",
        organ=r"lunge",
    ),
    *_primary(
        "breast",
        r"mamma",
        r"brust",
        alone=r"mamma-?ca|brustdrusenkarzinom\w*|(?:invasiv\w* )?(?:duktale|lobulare)\w? (?:mamma)?karzinom\w*",
        organ=r"mamma|brust|brustdruse",
    ),
    *_primary(
        "other",
        "kolon",
        "colon",
        "kolorektale[sn]? ",
        "rektum",
        "sigma",
        "magen",
        "hepatozellulare[sn]? ",
        "leberzell",
        "pankreas",
        "harnblasen",
        "blasen",
        "urothel",
        "ovarial",
        "endometrium",
        "zervix",
        "osophagus",
        "hypopharynx",
        "larynx",
        "hoden",
        "gallenblasen",
        "gallengangs",
        "cholangiozellulare[sn]? ",
        "kopf-hals-",
        "dickdarm",
        "darm",
        "parotis",
        "korpus",
        "uterus",
        "tonsillen",
        "mundboden",
        "plattenepithel",
        "nebennieren",
        "merkelzell",
        "thymus",
        alone=(
            r"(?:\w+ )?melanom\w*|hcc|crc|ccc|gist|neuroendokrine[rsn]? (?:tumor\w*|karzinom\w*)|net|seminom\w*"
            r"|thymom\w*"
        ),
        organ=r"rektum|kolon|magen|pankreas|blase|leber",
    ),
    forms(
        "neurological-deficit",
        r"neurologisch (?:(?!nicht)\w+ )?(?:intakt|unauffallig|regelrecht|o\. ?b\.?|normal|ausfallsfrei"
        r"|ohne (?:pathologischen )?(?:befund|defizit\w*|ausfall\w*))",
        r"neurologi(?:e|scher (?:status|befund|untersuchungsbefund)"
        r"|sche untersuchung)(?: \w+){0,2}? ?:?(?: ist)? ?(?:intakt|unauffallig|regelrecht|o\. ?b\.?|normal)",
        r"(?:kein\w*|ohne) (?:\w+ ){0,2}?(?:fokal-?)?(?:neurologisch\w*|fokalneurologisch\w*"
        r"|sensomotorisch\w*) (?:\w+ )?(?:ausfall\w*|defizit\w*|symptom\w*|auffalligkeit\w*|storung\w*"
        r"|einschrankung\w*)",
        r"neurologische\w? (?:ausfall\w*|defizit\w*|symptom\w*) (?:bestehen nicht|liegen nicht vor|werden verneint"
        r"|fehlen|nicht vorhanden|keine|: keine)",
        r"neurologisch (?:\w+ )?(?:keine?|ohne) (?:\w+ )?(?:ausfalle?n?|defizite?n?|auffalligkeiten|symptom\w*)",
        r"ausfallsfrei|sensomotori(?:k|sch) (?:\w+ )?(?:intakt|unauffallig|regelrecht|o\. ?b\.?)",
        r"(?:sensibel|sensorisch) und motorisch (?:\w+ )?(?:intakt|unauffallig|regelrecht|o\. ?b\.?|normal|ohne (?:befund|ausfall\w*))"
        r"|motorisch und (?:sensibel|sensorisch) (?:\w+ )?(?:intakt|unauffallig|regelrecht|o\. ?b\.?|normal|ohne (?:befund|ausfall\w*))",
        r"neurolog(?:\.|isches?|ische)? ?(?:defizite?|ausfalle?) ?: (?:keine?[sr]?|nein|negativ)",
        value="none",
        closed=True,
        unless=re.compile(r"\bbis auf\b|abgesehen von|\bausser\b|ausnahme|mit einschrankung"),
    ),
    forms(
        "neurological-deficit",
        r"(?:\w*-?)?(?:para|tetra|quadri|mono|hemi)(?:-?parese\w*|-?plegi\w*|-?paretisch\w*|-?plegisch\w*|spastik)"
        r"|querschnitts?(?:lahmung|symptomatik|syndrom)\w*|querschnitt(?= (?:sub|ab|unterhalb) )",
        r"motorische\w? (?:(?:oder|und|bzw\.?) \w+ |\w+ )?(?:ausfall\w*|defizit\w*|schwache\w*|storung\w*"
        r"|lahmung\w*|parese\w*|einschrankung\w*)",
        r"(?:\w*bein|arm|hand)(?:schwache|parese|lahmung|paresen)\w*|(?:schwache|lahmung|parese|paresen"
        r"|kraftminderung|kraftverlust) (?:der|beider|in den|des|im|in|an) (?:\w+ )?(?:bein\w*|arm\w*"
        r"|extremitat\w*)",
        r"(?:latente |manifeste |schlaffe |spastische |neue )?(?<!heber)(?<!heber-)paresen?(?! de[rs] (?:fuss"
        r"|kennm|wurzel|l\d|[cls]\d))(?! [cls]\d)|lahmung(?:en|serscheinung\w*)?|kraftminderung\w*"
        r"|kraft(?: \w+){0,4}? (?:gemindert|vermindert|reduziert|herabgesetzt|abgeschwacht|eingeschrankt)"
        r"|plegie\w*|plegisch\w*|(?:gang|geh|steh)-?unfahig\w*",
        value="motor",
    ),
    forms(
        "neurological-deficit",
        r"(?<!parese )(?<!parese, )(?<!parese: )(?<!parese \()(?<!schwache )kraftgrad\w* (?:von )?[0-4](?:[/-]\d)?"
        r"|(?<!parese )kg [0-4]/5",
        value="motor",
        unless=re.compile(r"heber|senker|strecker|beuger|kennmuskel|quadri[cz]eps|peroneus|wurzel|\b[cls]\d"),
        wide=True,
        needs=("kraftgrad", "kg"),
    ),
    forms(
        "neurological-deficit",
        r"nicht (?:mehr )?(?:geh|steh|lauf)fahig|kann nicht (?:mehr )?(?:gehen|stehen|laufen)",
        value="motor",
        closed=True,
    ),
    forms(
        "neurological-deficit",
        r"(?:fuss|grosszehen|zehen|knie|finger)-?(?:heber|senker|strecker)-?(?:parese|schwache|lahmung"
        r"|insuffizienz)\w*|fallfuss\w*|steppergang",
        r"(?:fuss|grosszehen|zehen|knie|finger)-?(?:heber|senker|strecker|beuger)\w* (?:rechts |links |beidseits )?(?:mit )?(?:kg|kraftgrad)"
        r" [0-4](?:/5)?",
        r"radikulare\w? (?:\w+ )?(?:ausfall\w*|defizit\w*|hypasthesie\w*|parese\w*|sensibilitats\w+|taubheit\w*"
        r"|gefuhlsstorung\w*|hypasthesien|schwache|ausfallssymptom\w*|sensibilitat\w*)",
        r"(?:hypasthesie|hypaesthesie|hyposensibilitat|minderempfindung|sensibilitats(?:storung|minderung|verlust"
        r"|defizit)|taubheit\w*|gefuhlsstorung|dysasthesie|parese|schwache|kribbelparasthesien"
        r"|kraftminderung)\w* (?:\w+ ){0,5}?(?:dermatom\w*|wurzel\w*|kennmuskel\w*|segment\w*"
        r"|[cls]\d+)(?: [cls]\d+)?",
        r"(?:monoradikulare\w?|einzelwurzel\w*|wurzel-?(?:ausfall|lasion|parese|defizit)\w*"
        r"|wurzelausfallserscheinung\w*)",
        r"[cls]\d\s?-?(?:parese|schwache|hypasthesie|ausfall|lahmung)\w*",
        r"parese (?:der |des )?(?:links |rechts )?(?:fuss|grosszehen|zehen|finger|knie)\w*|schwache der (?:fuss"
        r"|grosszehen|zehen|kennmuskel)\w*|kennmuskel(?:parese|schwache)\w*",
        r"(?:\w*peroneus|quadrizeps|trizeps|bizeps|deltoideus|femoralis)-?(?:parese|schwache)\w*",
        value="root",
        unless=re.compile(r"schmerz"),
    ),
    forms(
        "neurological-deficit",
        r"(?:miktions|entleerungs|defakations)-?storung\w*|sphinkterstorung\w*|(?:\w*harn|stuhl|urin|blasen"
        r"|harn- und stuhl|stuhl- und harn|blasen- und mastdarm)-?(?:verhalt\w*|inkontinen\w+|retention\w*)"
        r"|(?:uberlauf|drang|belastungs|stress)?-?inkontinen\w+|(?:blasen|mastdarm|sphinkter|blasen-?(?: und "
        r"|/)?-?mastdarm)-?(?:entleerungs)?-?(?:storung|lahmung|schwache|dysfunktion|insuffizienz|parese)\w*"
        r"|kontinenz-?storung\w*|blasen-? ?(?:und|/|oder)? ?-?mastdarm-?(?:storung|funktion|lahmung|schwache)\w*(?: (?:gestort"
        r"|beeintrachtigt|aufgehoben))?|reithosen(?:anasthesie|hypasthesie)\w*"
        r"|(?<!flussigkeits)\bretention\w*|einnass\w*|einkot\w*|(?:urin|harn|stuhl)(?:verlust|abgang)\w*"
        r"|analsphinkter\w* (?:\w+ )?(?:schlaff|tonuslos|insuffizient)",
        value="sphincter",
    ),
    forms(
        "neurological-deficit",
        r"(?:sphinkter|schliessmuskel)-?(?:funktion|tonus|kontrolle)?(?: \w+){0,2} (?:intakt|unauffallig"
        r"|ungestort|regelrecht"
        r"|erhalten|normal)",
        r"(?:miktion|blasenfunktion|blasenentleerung|stuhlgang|defakation)(?: (?:und|ist|sind|\w+)){0,3} (?<!nicht )"
        r"(?:ungestort|unauffallig|regelrecht|normal|intakt|erhalten|o\. ?b\.?)",
        r"(?:blase|blasen-|blasenfunktion)(?:funktion)? (?:und|u\.|/) (?:mastdarm|darm"
        r"|stuhl)\w*(?: \w+)? (?:intakt|unauffallig|ungestort|regelrecht|erhalten)|(?:harn- und stuhl"
        r"|stuhl- und harn)?kontinenz (?:\w+ )?(?:erhalten|intakt|gewahrt)|kontinent(?=\W|$)",
        value="sphincter",
        denied=True,
        closed=True,
    ),
    forms(
        "neurological-deficit",
        r"(?:motorik|kraft|grobe kraft|kraftgrade)(?: \w+){0,3} (?:intakt|erhalten|unauffallig|regelrecht"
        r"|seitengleich)",
        value="motor",
        denied=True,
        closed=True,
    ),
)
