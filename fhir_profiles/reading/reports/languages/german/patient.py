"""German words for what came before and what concerns the patient: metal, radiotherapy, primary, deficit, wishes.

What may not live here: the lesion itself (`tumour`) and its surroundings (`structures`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Form, forms

_METAL: Final = (
    r"(?:(?:pedikel|iliosakral|pedikular|titan|isg|massa-lateralis|transpedikular\w*|zement-?)?schraube(?!n?(?:kanal|loch|locher|lager|gang))\w*(?:-?stab\w*|-system\w*|-osteosynthese\w*)?|schraubenmaterial|schraubenosteosynthese|(?:pedikel)?schraubenspitze\w*"
    r"|fixateur\w*(?: interne| intern)?|(?:titan|metall|langs|verbindungs)?stab(?:e|en|es|s)?|(?:titan|wirbelkorper|metall|peek|distrahierbare\w? )?-?cage\w*|korbchen|wirbelkorperersatz\w*"
    r"|(?:titan|metall|ventrale\w? )?platte(?:n|nosteosynthese\w*)?|verplattung|instrumentierung\w*|instrumentiert\w*|implantat\w*|(?:metall|osteosynthese|spondylodese|fremd|implantat|schrauben)-?material\w*(?:artefakt\w*)?"
    r"|(?:metall|suszeptibilitats|aufhartungs|implantat|schrauben|stab)-?artefakt\w*|metallbedingt\w* (?:\w*artefakt\w*)|metall(?:implantat\w*|teile\w?|dichte\w?|e|isch\w*)?(?: (?:implantat\w*|material\w*|artefakt\w*|fremdkorper\w*))?"
    r"|spondylodese\w*|osteosynthese(?!material)\w*|(?:dorsale\w? |dorsoventrale\w? |operative\w? |langstreckige\w? )+(?:stabilisierung|fusion|fixation|versorgung)\w*|harrington-?\w*)"
)
_NO_SPINE_METAL: Final = re.compile(r"schrittmacher|huft|\btep\b|\bknie|zahn|dental|sternalcerclage|clip|stent|\bport\b|gelenkersatz|deckplatte|grundplatte|endplatte")
_OUT: Final = r"(?:entfernt\w*|explantiert\w*|ausgebaut\w*|herausgenommen|gezogen|entnommen|ruckgebaut|zuruckgebaut|nicht mehr (?:vorhanden|einliegend|nachweisbar|sichtbar|in situ))"
_RT: Final = (
    r"(?:(?:re-?|vor-?|nach|mit|oligo|einzeit-?|kurzzeit-?|schmerz|ganzkorper)?bestrahl(?:ung\w*|t\w*)|(?:re-?)?radiatio\w*|radio-?(?:chemo-?)?therap\w+|(?:hochprazisions-?|stereotaktische\w? |perkutane\w? |palliative\w? )?strahlen-?(?:therap\w+|behandlung\w*)|radiochirurg\w+"
    r"|(?:post)?radiogen\w*|postaktinisch\w*|aktinisch\w*|sbrt|sabr|cyberknife\w*|gamma ?knife|\brt\b|rtx|(?:\d+ ?(?:x|×|mal) ?)?\d+(?:[.,]\d+)? ?gy|strahlentherapeutisch\w*|bestrahlungsfolg\w*|nach strahlen)"
)
_OTHER_FIELD: Final = re.compile(
    r"mediastin|brustwand|mamma(?!k|-?ca)|brust(?!w|k)|prostataloge|prostata(?!k|-?ca)|becken|hirn|schadel|axill|hals(?!w)|schilddrusenbett|lungen?(?!k|-?ca)|huft|femur|rippe|leber|strahlenexposition|strahlendosis|mgy|kopf|ganzhirn"
)
_W: Final = r"(?:[\s,:]+(?!aber\b|jedoch\b)[\w.]+){0,8}?[\s,:]+"
_GOOD: Final = (
    r"(?:(?:gute\w?|deutliche\w?|partielle\w?|klare\w?|erfreuliche\w?|sehr gute\w?|vollstandige\w?|teilweise\w?)? ?(?:ansprechen|angesprochen|remission|remineralisierung\w*|remineralisiert|rekalzifi\w+|rekalzifik\w+|resklerosierung|therapieansprechen|schmerzlinderung|schmerzreduktion|schmerzfreiheit"
    r"|rekonsolidierung|schmerzrucklaufig\w*|regress\w*|regredient\w*|verkleiner\w+|wirksam|(?<!ohne )erfolg(?:reich\w*)?|besserung|gebessert))"
)
_BAD: Final = (
    r"(?:(?:ohne|kein\w*|nicht|fehlend\w*|ausbleibend\w*|ungenugend\w*|unzureichend\w*|mangelnd\w*)(?: \w+){0,3}? (?:erfolg(?!t|en\b|te)\w*|ansprechen|angesprochen|besserung|wirkung|effekt\w*|wirksam|schmerzlinderung|response|remission|gebracht|geholfen)"
    r"|nicht ansprechend|therapieversagen|versagen|versagt|erfolglos\w*|wirkungslos\w*|frustran\w*|refraktar\w*|resistent\w*|(?<!kein )(?<!keine )(?<!ohne )(?<!kein lokales )(?:lokales? )?\w*rezidiv\w*|(?<!kein )(?<!keine )(?<!ohne )(?:lokaler? )?(?:progress|progredien)\w*|unwirksam|erneut\w* (?:wachstum|progress\w*))"
)
_CANCER: Final = (
    r"-?(?:karzinom\w*|carcinom\w*|adeno-?karzinom\w*|ca\b\.?|krebs\w*|malignom\w*|tumor(?:s|en|leiden|erkrankung)?|neoplasie\w*|primarius|primarium|metastase\w*)"
)
_MORE: Final = r"(?:zell(?:en)?|zellulare[sn]?|drusen)?"
_OF: Final = r"(?:karzinom\w*|adenokarzinom\w*|ca\b|krebs|malignom\w*|primarius|primum|primarherd|primartumor|neoplasie)(?: (?:ist|war|wohl|am ehesten|in|der|des|die|:|im|einer|eines|linken|rechten|bekannten)| ?:)+ "


def _primary(value: str, *stems: str, alone: str = "", organ: str = "") -> Form:
    more = tuple(each for each in (alone, rf"{_OF}(?:{organ})" if organ else "") if each)
    return forms("primary", rf"(?:{'|'.join(stems)}){_MORE}[\s\-]?{_CANCER}", *more, value=value, lasting=True)


PATIENT: Final[tuple[Form, ...]] = (
    forms("metal-near-level", _METAL, unless=_NO_SPINE_METAL, lasting=True),
    forms(
        "metal-near-level",
        rf"(?:entfernung|explantation|ausbau|entfernen)(?: (?:de[rs]|von|aller|samtlicher?|des gesamten|eines|einer))?(?: \w+){{0,2}}? {_METAL}",
        rf"{_METAL}(?: [\w./]+){{0,6}}? {_OUT}",
        rf"{_OUT} (?:\w+ ){{0,2}}?{_METAL}",
        r"(?:metall|material|implantat|schrauben|osteosynthesematerial|spondylodese|fixateur|cage|stab|platten|ome)-?(?:entfernung|explantation|ausbau)\w*",
        r"\bme (?:\d{4}|erfolgt)",
        value="removed",
        closed=True,
        lasting=True,
    ),
    forms("metal-near-level", r"metallfrei\w*|implantatfrei\w*", denied=True, closed=True),
    # radiotherapy
    forms(
        "previous-radiotherapy",
        rf"{_RT}{_W}{_BAD}",
        rf"{_BAD}(?: [\w.]+){{0,4}}? (?:nach|trotz|unter|auf|gegenuber|auf die|auf eine|der|einer|nach der) (?:[\w.]+ ){{0,2}}?{_RT}",
        rf"(?:trotz|ungeachtet) (?:\w+ ){{0,3}}?{_RT}(?: [\w.]+){{0,6}}? (?:progred\w+|progress\w*|wachs\w+|zunahm\w*|zugenommen|grossenzunahme|schmerz\w*|rezidiv\w*|vital\w*)",
        rf"(?:schmerz|beschwerd)\w* trotz (?:\w+ ){{0,2}}?{_RT}",
        rf"(?:strahlen|bestrahlungs|radiatio)-?(?:refraktar|resistent|versag)\w*",
        value="failed",
        closed=True,
        lasting=True,
        unless=_OTHER_FIELD,
    ),
    forms(
        "previous-radiotherapy",
        rf"{_RT}(?:[\s,:]+(?!aber\b|jedoch\b|ohne\b|kein\w*\b|nicht\b)[\w.]+){{0,7}}?[\s,:]+{_GOOD}",
        rf"{_GOOD}(?: [\w.]+){{0,4}}? (?:auf|nach|unter|der|infolge|durch|auf die|auf eine) (?:\w+ )?{_RT}",
        value="responded",
        lasting=True,
        unless=_OTHER_FIELD,
    ),
    forms("previous-radiotherapy", _RT, value="given", unless=_OTHER_FIELD, lasting=True),
    forms("previous-radiotherapy", r"(?:strahlen|bestrahlungs|radiatio)-?naiv\w*|unbestrahlt\w*|nicht vorbestrahlt\w*", denied=True, closed=True),
    # primary
    _primary("thyroid", r"schilddrusen?", r"thyr(?:e|o)oid(?:ea)?", r"(?:follikulare|papillare|medullare|anaplastische)\w? (?:schilddrusen)?", alone=r"sd-ca|ptc|ftc", organ=r"schilddruse"),
    _primary("kidney", r"nieren?(?:zell)?", r"renal(?:es? |zell)?", r"hypernephroide[sn]? ", r"klarzellige[sn]? (?:nierenzell)?", alone=r"rcc|nzk|ccrcc|hypernephrom\w*|nierenzell-?ca", organ=r"niere"),
    _primary("prostate", r"prostata?", alone=r"pca|prostata-ca", organ=r"prostata"),
    _primary(
        "lung", r"(?:nicht-?)?(?:kleinzellige[sn]? )?(?:bronchial|bronchus|lungen|broncho-?pulmonale[sn]? )", r"pulmonale[sn]? (?=karz|adenok|plattenep)", alone=r"nsclc|sclc|bc|pancoast-?\w*|kleinzeller|bronchus-ca", organ=r"lunge"
    ),
    _primary("breast", r"mamma", r"brust", alone=r"mamma-?ca|brustdrusenkarzinom\w*|(?:invasiv\w* )?(?:duktale|lobulare)\w? (?:mamma)?karzinom\w*", organ=r"mamma|brust|brustdruse"),
    _primary(
        "other",
        "kolon", "colon", "kolorektale[sn]? ", "rektum", "sigma", "magen", "hepatozellulare[sn]? ", "leberzell", "pankreas", "harnblasen", "blasen", "urothel", "ovarial", "endometrium", "zervix", "osophagus", "hypopharynx",
        "larynx", "hoden", "gallenblasen", "gallengangs", "cholangiozellulare[sn]? ", "kopf-hals-", "dickdarm", "darm", "parotis", "korpus", "uterus", "tonsillen", "mundboden", "plattenepithel", "nebennieren", "merkelzell", "thymus",
        alone=r"(?:\w+ )?melanom\w*|hcc|crc|ccc|gist|neuroendokrine[rsn]? (?:tumor\w*|karzinom\w*)|net|seminom\w*|thymom\w*",
        organ=r"rektum|kolon|magen|pankreas|blase|leber",
    ),
    # neurological state
    forms(
        "neurological-deficit",
        r"neurologisch (?:\w+ )?(?:intakt|unauffallig|regelrecht|o\. ?b\.?|normal|ausfallsfrei|ohne (?:pathologischen )?(?:befund|defizit\w*|ausfall\w*))",
        r"neurologi(?:e|scher (?:status|befund|untersuchungsbefund)|sche untersuchung)(?: \w+){0,2}? ?:?(?: ist)? ?(?:intakt|unauffallig|regelrecht|o\. ?b\.?|normal)",
        r"(?:kein\w*|ohne) (?:\w+ ){0,2}?(?:fokal-?)?(?:neurologisch\w*|fokalneurologisch\w*|sensomotorisch\w*) (?:\w+ )?(?:ausfall\w*|defizit\w*|symptom\w*|auffalligkeit\w*|storung\w*|einschrankung\w*)",
        r"neurologische\w? (?:ausfall\w*|defizit\w*|symptom\w*) (?:bestehen nicht|liegen nicht vor|werden verneint|fehlen|nicht vorhanden|keine|: keine)",
        r"neurologisch (?:\w+ )?(?:keine?|ohne) (?:\w+ )?(?:ausfalle?n?|defizite?n?|auffalligkeiten|symptom\w*)",
        r"ausfallsfrei|sensomotori(?:k|sch) (?:\w+ )?(?:intakt|unauffallig|regelrecht|o\. ?b\.?)",
        value="none",
        closed=True,
    ),
    forms(
        "neurological-deficit",
        r"(?:\w*-?)?(?:para|tetra|quadri|mono|hemi)(?:-?parese\w*|-?plegi\w*|-?paretisch\w*|-?plegisch\w*|spastik)|querschnitts?(?:lahmung|symptomatik|syndrom)\w*",
        r"motorische\w? (?:(?:oder|und|bzw\.?) \w+ |\w+ )?(?:ausfall\w*|defizit\w*|schwache\w*|storung\w*|lahmung\w*|parese\w*|einschrankung\w*)",
        r"(?:\w*bein|arm|hand)(?:schwache|parese|lahmung|paresen)\w*|(?:schwache|lahmung|parese|paresen|kraftminderung|kraftverlust) (?:der|beider|in den|des|im|in|an) (?:\w+ )?(?:bein\w*|arm\w*|extremitat\w*)",
        r"(?:latente |manifeste |schlaffe |spastische |neue )?(?<!heber)(?<!heber-)paresen?(?! de[rs] (?:fuss|kennm|wurzel|l\d|[cls]\d))(?! [cls]\d)|lahmung(?:en|serscheinung\w*)|kraftminderung\w*|kraftgrad\w* (?:von )?[0-4](?:[/-]\d)?|kg [0-4]/5|(?:gang|geh|steh)-?unfahig\w*",
        value="motor",
    ),
    forms("neurological-deficit", r"nicht (?:mehr )?(?:geh|steh|lauf)fahig|kann nicht (?:mehr )?(?:gehen|stehen|laufen)", value="motor", closed=True),
    forms(
        "neurological-deficit",
        r"(?:fuss|grosszehen|zehen|knie|finger)-?(?:heber|senker|strecker)-?(?:parese|schwache|lahmung|insuffizienz)\w*|fallfuss\w*|steppergang",
        r"radikulare\w? (?:\w+ )?(?:ausfall\w*|defizit\w*|hypasthesie\w*|parese\w*|sensibilitats\w+|taubheit\w*|gefuhlsstorung\w*|hypasthesien|schwache|ausfallssymptom\w*|sensibilitat\w*)",
        r"(?:hypasthesie|hypaesthesie|hyposensibilitat|minderempfindung|sensibilitats(?:storung|minderung|verlust|defizit)|taubheit\w*|gefuhlsstorung|dysasthesie|parese|schwache|kribbelparasthesien|kraftminderung)\w* (?:\w+ ){0,3}?(?:dermatom\w*|wurzel\w*|kennmuskel\w*|segment\w*|[cls]\d+)(?: [cls]\d+)?",
        r"(?:monoradikulare\w?|einzelwurzel\w*|wurzel-?(?:ausfall|lasion|parese|defizit)\w*|wurzelausfallserscheinung\w*)",
        r"[cls]\d\s?-?(?:parese|schwache|hypasthesie|ausfall|lahmung)\w*",
        r"parese (?:der |des )?(?:links |rechts )?(?:fuss|grosszehen|zehen|finger|knie)\w*|schwache der (?:fuss|grosszehen|zehen|kennmuskel)\w*|kennmuskel(?:parese|schwache)\w*",
        r"(?:\w*peroneus|quadrizeps|trizeps|bizeps|deltoideus|femoralis)-?(?:parese|schwache)\w*",
        value="root",
        unless=re.compile(r"schmerz"),
    ),
    forms(
        "neurological-deficit",
        r"(?:miktions|entleerungs|defakations)-?storung\w*|sphinkterstorung\w*|(?:\w*harn|stuhl|urin|blasen|harn- und stuhl|stuhl- und harn|blasen- und mastdarm)-?(?:verhalt\w*|inkontinen\w+|retention\w*)|inkontinen\w+|(?:blasen|mastdarm|sphinkter|blasen-?(?: und |/)?-?mastdarm)-?(?:entleerungs)?-?(?:storung|lahmung|schwache|dysfunktion|insuffizienz|parese)\w*"
        r"|blasen-? ?(?:und|/|oder)? ?-?mastdarm-?(?:storung|funktion|lahmung|schwache)\w*(?: (?:gestort|beeintrachtigt|aufgehoben))?|reithosen(?:anasthesie|hypasthesie)\w*|analsphinkter\w* (?:\w+ )?(?:schlaff|tonuslos|insuffizient)",
        value="sphincter",
    ),
    forms(
        "neurological-deficit",
        r"(?:blase|blasen-|blasenfunktion)(?:funktion)? (?:und|u\.|/) (?:mastdarm|darm|stuhl)\w*(?: \w+)? (?:intakt|unauffallig|ungestort|regelrecht|erhalten)|(?:harn- und stuhl|stuhl- und harn)?kontinenz (?:\w+ )?(?:erhalten|intakt|gewahrt)|kontinent(?=\W|$)",
        value="sphincter",
        denied=True,
        closed=True,
    ),
    forms(
        "neurological-deficit",
        r"(?:motorik|kraft|grobe kraft|kraftgrade)(?: \w+){0,3} (?:intakt|erhalten|unauffallig|regelrecht|seitengleich)",
        value="motor",
        denied=True,
        closed=True,
    ),
    # wishes
    forms("wish-told", r"(?:tumor-?)?debulk\w*", value="debulking"),
    forms(
        "wish-told",
        r"(?:tumor-?)?(?:volumen|massen|grossen)-?(?:reduktion|reduzierung|verminderung|verkleinerung)\w*|tumor-?(?:verkleinerung|reduktion|reduzierung|massenreduktion|volumenreduktion)\w*",
        r"(?:verkleinerung|reduktion|reduzierung|verminderung) (?:de[rs]|von) (?:\w+ )?(?:tumor\w*|lasion|metastase\w*|tumormasse|raumforderung)",
        r"(?:tumor|lasion|metastase|raumforderung|tumormasse)(?: \w+){0,2} (?:zu )?(?:verkleinern|zu reduzieren)",
        value="size-reduction",
        unless=re.compile(r"hohe|verkleinert sich|unter (?:system)?therapie|dosisreduktion"),
    ),
    forms(
        "wish-told",
        r"(?:radio-?[ij]od|131-?[ij]od|[ij]od-?131|131-?[ij]|[ij]-?131|rit|rjt)(?:-?\s?(?:therapie|behandlung|ablation|gabe)\w*)?",
        value="radioiodine",
        unless=re.compile(r"szinti|speicher|avid|refraktar|scan|aufnahme"),
    ),
)
