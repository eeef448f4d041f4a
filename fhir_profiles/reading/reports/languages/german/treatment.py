"""German words for what was done before, and what is wished: metal, radiotherapy, debulking, radioiodine.

What may not live here: the patient's cancer and neurological state (`patient`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Form, forms

_METAL: Final = (
    r"(?:(?:pedikel|iliosakral|pedikular|titan|isg|massa-lateralis|transpedikular\w*"
    r"|zement-?)?schraube(?!n?(?:entfern|explant|kanal|loch|locher|lager|gang))\w*(?:-?stab(?:-?system)?\w*|-system\w*"
    r"|-osteosynthese\w*)?"
    r"|schraubenmaterial|schraubenosteosynthese|(?:pedikel)?schraubenspitze\w*"
    r"|fixateur\w*(?: interne| intern)?|(?:titan|metall|langs|verbindungs)?stab(?:e|en|es|s)?|(?:titan"
    r"|wirbelkorper|metall|peek|distrahierbare\w? )?-?cage\w*|korbchen|titankorb\w*|osm|(?:tlif|plif|alif|xlif)"
    r"|(?:\w+-)?instrumentation\w*|stab-?systeme?|material(?= (?:regelrecht )?in situ)"
    r"|wirbelkorperersatz\w*"
    r"|(?:titan|metall|ventrale\w? )?platte(?:n|nosteosynthese\w*)?|verplattung|instrumentierung\w*"
    r"|instrumentiert\w*|implantat\w*|(?:metall|osteosynthese|spondylodese|fremd|implantat"
    r"|schrauben|fremd)-?material\w*(?:artefakt\w*)?"
    r"|(?:metall|suszeptibilitats|aufhartungs|implantat|schrauben|stab)-?artefakt(?!\w*-?(?:reduk|redu|unterdr|korrektur"
    r"|sequenz))\w*"
    r"|fremdmetall\w*|metallbedingt\w* (?:\w*artefakt\w*)|metall(?:implantat\w*|teile\w?|dichte\w?|e"
    r"|isch\w*)?(?: (?:implantat\w*|material\w*|artefakt\w*|fremdkorper\w*))?"
    r"|spondylodese\w*|osteosynthese(?!material)\w*|(?:dorsale\w? |dorsoventrale\w? |z\. ?n\. |zustand nach |operative\w? "
    r"|langstreckige\w? )+(?:stabilisierung|fusion|fixation|versorgung)\w*|harrington-?\w*)"
)
_NO_SPINE_METAL: Final = re.compile(
    r"schrittmacher|huft|\btep\b|\bknie|zahn|dental|sternalcerclage|clip|stent|\bport\b|gelenkersatz"
    r"|deckplatte|grundplatte|endplatte"
)
_OUT: Final = (
    r"(?:entfernt\w*|explantiert\w*|ausgebaut\w*|herausgenommen|gezogen|entnommen|ruckgebaut|zuruckgebaut"
    r"|(?:liegt|liegen) nicht mehr (?:ein|in situ)|nicht mehr (?:vorhanden|einliegend|nachweisbar|sichtbar|in situ))"
)
_RT: Final = (
    r"(?:(?:re-?|vor-?|nach|mit|protonen-?|photonen-?|elektronen-?|schwerionen-?|kohlenstoffionen-?|boost-?|tele|oligo"
    r"|einzeit-?|kurzzeit-?|schmerz|ganzkorper)?bestrahl(?:ung\w*|t\w*)"
    r"|(?:protonen|photonen|schwerionen|ionen|tele|brachy|tomo)-?therap\w+|brachytherap\w*|(?:re-?)?radiatio\w*"
    r"|radio-?(?:chemo-?)?therap\w+|(?:hochprazisions-?|stereotaktische\w? |perkutane\w? "
    r"|palliative\w? )?(?<!in der )(?<!klinik fur )(?<!abteilung fur )(?<!institut fur )(?<!kollegen der )"
    r"strahlen-?(?:therap\w+|behandlung\w*)|radiochirurg\w+"
    r"|(?:post)?radiogen\w*|postaktinisch\w*|aktinisch\w*|sbrt|sabr|cyberknife\w*|gamma ?knife|\brt\b|rtx"
    r"|(?:\d+ ?(?:x|×|mal) ?)?\d+(?:[.,]\d+)? ?gy|strahlentherapeutisch\w*|bestrahlungsfolg\w*|(?:be)?strahl(?:en"
    r"|ungs)bedingt\w*|nach strahlen)"
)
_OTHER_FIELD: Final = re.compile(
    r"mediastin|brustwand|mamma(?!k|-?ca)|brust(?!w|k)|prostataloge|prostata(?!k|-?ca)|becken|hirn|schadel"
    r"|axill|thoraxwand|lymphabfluss|loge\b|extremitat|oberarm|schulter|tonsill|larynx|zervix(?!k)|hals(?!w)"
    r"|schilddrusenbett|lungen?(?!k|-?ca)|huft|femur|rippe|leber|strahlenexposition"
    r"|wunsch|ablehn|\blehnt|abgelehnt|verweiger|strahlendosis|mgy|kopf|ganzhirn"
)
_W: Final = (
    r"(?:[\s,:()]+(?!aber\b|jedoch\b|mitbestrahlt|(?<=, )(?:(?:die|jene) )?(?:(?:von|in|bei|an|des) )?[ctls]\d)[\w.×]+){0,9}?"
    r"[\s,:()]+"
)
_GOOD: Final = (
    r"(?!\w*(?:ansprechen|erfolg|besserung|remission)(?: (?:ist|bleibt|war|derzeit|noch|bislang|hierauf|jedoch))*,?"
    r" (?:fraglich|unklar|offen"
    r"|unsicher|unbekannt|ungewiss|abzuwarten|nicht|zweifelhaft))(?<!fraglichem )(?<!fraglichen )(?<!fragliches )(?<!fraglicher )"
    r"(?<!unklarem )(?<!unklarer )(?<!unklares )(?<!ungewissem )(?<!zweifelhaftem )(?<!ob mit )(?<!ob )"
    r"(?:(?:(?:gute\w?|deutliche\w?|partielle\w?|klare\w?|erfreuliche\w?|sehr gute\w?|vollstandige\w?"
    r"|teilweise\w?) )?(?:ansprechen|angesprochen|remission|remineralisierung\w*|remineralisiert|rekalzifi\w+"
    r"|rekalzifik\w+|resklerosierung|therapieansprechen|schmerzlinderung|schmerzreduktion|schmerzfreiheit"
    r"|(?:sprach|sprachen|spricht|sprechen|schlug|schlagt)(?: (?!nicht)\w+){0,4}? an(?!\w)|angeschlagen|rekonsolidierung"
    r"|(?:lokale\w? |gute\w? )?(?:tumor|lokal|krankheits)-?kontrolle|lokal kontrolliert"
    r"|schmerzrucklaufig\w*|kleiner(?: geworden\w*| als zuvor|(?=\s*(?:[.,;]|$)))|grossenruckgang\w*|(?:an grosse "
    r"|deutlich )abgenommen"
    r"|zuruckgebildet|ruckgebildet|gute[rmn]? (?:effekt|wirkung|ergebnis)|rucklaufige\w? (?:schmerz|beschwerd|symptom)\w*"
    r"|schmerzfrei|beschwerdefrei|(?:grossen|volumen"
    r"|tumor)?regress\w*|(?:grossen|volumen)?regredien\w*|(?:grossen"
    r"|volumen)?verkleiner\w+|grossenabnahme|geschrumpft|wirksam"
    r"|teilerfolg|teilremission|teilansprechen|(?<!ohne )erfolg(?:reich\w*)?|besserung|gebessert))"
)
_BAD: Final = (
    r"(?:(?:ohne|kein\w*|nicht|fehlend\w*|ausbleibend\w*|ungenugend\w*|unzureichend\w*"
    r"|mangelnd\w*)(?: \w+){0,3}? (?:erfolg(?!t|en\b|te)\w*|ansprechen|angesprochen|besserung|wirkung"
    r"|effekt\w*|wirksam|schmerzlinderung|linderung|response|remission|gebracht|geholfen)"
    r"(?: (?:erkennbar|eingetreten|nachweisbar|erzielt|zu verzeichnen|zu erkennen|festzustellen|sichtbar) (?:ware|wurde"
    r"|worden ware))?"
    r"|(?:schlug|schlagt|sprach|spricht)(?: \w+){0,4}? nicht an(?!\w)|nicht angeschlagen|nicht ansprechend"
    r"|therapieversagen|(?:lokaler? )?kontrollverlust|versagen|versagt|erfolglos\w*|wirkungslos\w*|frustran\w*"
    r"|refraktar\w*|resistent\w*|(?<!v\. a\. )(?<!verdacht auf )(?<!fragliches )(?<!mogliches )(?<!auf )(?<!kein"
    r" )(?<!keine )(?<!ohne )(?<!kein lokales )(?:lokales? )?\w*rezidiv\w*"
    r"|(?<!kein )(?<!keine )(?<!ohne )(?:lokaler? )?(?:befund|tumor|grossen)?-?(?:progress|progredien)\w*"
    r"|unwirksam|erneut\w* (?:wachstum\w*"
    r"|progress\w*))"
)


TREATMENT: Final[tuple[Form, ...]] = (
    forms(
        "metal-near-level",
        rf"\w*artefakt\w* (?:durch|von|bei|der|des|infolge) (?:\w+ ){{0,2}}?{_METAL}",
        r"verschraub(?:t|te|ten|ung|ungen)",
        unless=_NO_SPINE_METAL,
        lasting=True,
    ),
    forms("metal-near-level", _METAL, unless=_NO_SPINE_METAL, lasting=True),
    forms(
        "metal-near-level",
        r"(?:entfernung|explantation|ausbau|entfernen)(?: (?:de[rs]|von|aller|samtlicher?|des gesamten|eines"
        rf"|einer))?(?: \w+){{0,2}}? {_METAL}",
        rf"{_METAL}(?: [\w./\-]+){{0,6}}? {_OUT}",
        rf"{_OUT} (?:\w+ ){{0,2}}?{_METAL}",
        r"(?:metall|material|implantat|schrauben|osteosynthesematerial|spondylodese|fixateur|cage|stab|platten"
        r"|ome)-?(?:entfernung|explantation|ausbau)\w*",
        r"\bme (?:\d{4}|erfolgt)",
        unless=re.compile(
            r"abgelehnt|verweiger|lehnt|verschoben|nicht (?:erfolgt|durchgefuhrt|moglich|vorgenommen|entfernt)"
        ),
        value="removed",
        closed=True,
        lasting=True,
    ),
    forms("metal-near-level", r"metallfrei\w*|implantatfrei\w*", denied=True, closed=True),
    forms(
        "previous-radiotherapy",
        rf"{_RT}{_W}{_BAD}",
        rf"{_RT}[^.;]{{0,40}}[;,] (?:seither|seitdem|danach|anschliessend|dennoch|trotzdem"
        rf"|daraufhin)[^.;,]{{0,30}}? {_BAD}",
        rf"{_BAD}(?: [\w.]+){{0,4}}? (?:nach|trotz|unter|auf|gegenuber|auf die|auf eine|der|einer"
        rf"|nach der) (?:[\w.]+ ){{0,2}}?{_RT}",
        rf"(?:trotz|ungeachtet) (?:\w+ ){{0,3}}?{_RT}(?: [\w.]+){{0,6}}? (?:progred\w+|progress\w*|wachs\w+"
        r"|zunahm\w*|zugenommen|grossenzunahme|schmerz\w*|rezidiv\w*|vital\w*)",
        rf"(?:wuchs|wuchsen|wachst|gewachsen|progredient\w*|progress|zugenommen|zunahme|zunehmend\w*)(?: \w+){{0,3}}?"
        rf" trotz (?:\w+ ){{0,2}}?"
        rf"{_RT}",
        rf"(?:schmerz|beschwerd)\w* trotz (?:\w+ ){{0,2}}?{_RT}",
        r"(?<!kein )(?<!ohne )\w*rezidiv\w* (?:im|innerhalb des|am rand des) (?:\w+ )?(?:bestrahlungs|strahlen|radiatio)\w*",
        r"(?:strahlen|bestrahlungs|radiatio)-?(?:refraktar|resistent|versag)\w*",
        value="failed",
        closed=True,
        lasting=True,
        unless=_OTHER_FIELD,
    ),
    forms(
        "previous-radiotherapy",
        rf"{_RT}(?:[\s,:()]+(?!aber\b|jedoch\b|ohne\b|kein\w*\b|nicht\b)[\w.×]+){{0,9}}?[\s,:()]+{_GOOD}",
        rf"(?:sprach|sprachen|spricht|sprechen) (?:\w+ ){{0,3}}?auf (?:die |eine )?{_RT}(?: (?!nicht)[\w.]+){{0,4}}? an(?!\w)",
        rf"auf (?:die |eine )?{_RT}(?: [\w.]+){{0,3}}? (?:sprach|spricht)(?: (?!nicht)\w+){{0,4}}? an(?!\w)",
        rf"{_GOOD}(?: [\w.]+){{0,4}}? (?:auf|nach|unter|der|infolge|durch|auf die|auf eine) (?:\w+ )?{_RT}"
        r"(?![^.;,]{0,40}\b(?:fraglich|unklar|offen|unsicher|ungewiss|nicht|unbekannt|zweifelhaft))",
        value="responded",
        lasting=True,
        unless=_OTHER_FIELD,
    ),
    forms(
        "previous-radiotherapy",
        r"(?:vor)?bestrahlt (?:wurde|wurden|ist|sind)(?: (?!nicht|kein)\w+){0,2} [ctls]\d{1,2}",
        _RT,
        value="given",
        unless=_OTHER_FIELD,
        lasting=True,
    ),
    forms(
        "previous-radiotherapy",
        r"(?:strahlen|bestrahlungs|radiatio)-?naiv\w*|unbestrahlt\w*|nicht vorbestrahlt\w*",
        r"(?:strahlentherapeutisch|radioonkologisch|radiotherapeutisch)\w* (?:bisher |bislang |noch )?(?:nicht"
        r"|un)[ -]?(?:vor)?behandelt\w*",
        rf"{_RT}[^.;]{{0,60}}? (?:erfasste|umfasste|betraf|beinhaltete|schloss)n?(?: [\w.]+){{0,4}}? nicht(?: mit)?(?: ein)?",
        rf"{_RT}[^.;,]{{0,40}}? (?:ausgespart|nicht (?:mit)?(?:erfasst|einbezogen|eingeschlossen))",
        rf"{_RT}[^.;]{{0,80}}?(?P<at>[ctls]\d{{1,2}} (?:lag|liegt|lagen|liegen|war) (?:\w+ )?(?:ausserhalb"
        rf"|nicht im (?:feld|zielvolumen)))",
        r"(?:ausserhalb|nicht innerhalb|nicht in|nicht im) (?:de[rsm] )?(?:\w+ )?(?:bestrahlungs|strahlen|radiatio)"
        r"-?(?:feld|volumen|gebiet)\w*|ausserhalb des zielvolumens",
        rf"{_RT}[^.]{{0,80}}? (?:ausserhalb des|nicht im) feld\w*",
        rf"(?:auf|von)(?: \w+){{0,2}} {_RT}[^.;,]{{0,60}}? (?:verzichtet|abgesehen|abstand genommen)",
        denied=True,
        closed=True,
        lasting=True,
    ),
    forms("wish-told", r"(?:tumor-?)?debulk\w*", value="debulking"),
    forms(
        "wish-told",
        r"(?:tumor-?)?(?:volumen|massen|grossen)-?(?:reduktion|reduzierung|verminderung|verkleinerung)\w*"
        r"|tumor-?(?:verkleinerung|reduktion|reduzierung|massenreduktion|volumenreduktion)\w*",
        r"(?:verkleinerung|reduktion|reduzierung|verminderung) (?:de[rs]|von) (?:\w+ )?(?:tumor\w*|lasion"
        r"|metastase\w*|tumormasse|raumforderung)",
        r"(?:tumor|lasion|metastase|raumforderung|tumormasse)(?: \w+){0,2} (?:zu )?(?:verkleinern|zu reduzieren)",
        value="size-reduction",
        unless=re.compile(r"hohe|verkleinert sich|unter (?:system)?therapie|dosisreduktion"),
    ),
    forms(
        "wish-told",
        r"(?:radio-?[ij]od|131-?[ij]od|[ij]od-?131|131-?[ij]|[ij]-?131|rit|rjt)(?:-?\s?(?:therapie|behandlung"
        r"|ablation|gabe)\w*)?",
        value="radioiodine",
        unless=re.compile(
            r"szinti|speicher|avid|refraktar|scan|aufnahme|abgeschlossen|erfolgt|durchgefuhrt|zustand nach"
            r"|z\. ?n\.|erhalten"
            r"|\b(?:19|20)\d\d\b"
        ),
    ),
)
