"""German words for fracture, stability and the epidural grade.

What may not live here: what a lesion is (`tumour`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.german.stems import gap
from fhir_profiles.reading.reports.lexicon import Form, forms

_BONES: Final = re.compile(
    r"(?:im sinne|i\. ?s\.|entsprechend|durch) (?:\w+ ){0,2}?schmorl|\brippe|\w*rippen|trochanter|kalkaneus|sprunggelenk"
    r"|handgelenk|fibula|ulna|skapula|kiefer|\bilium"
    r"|\bilia[ck]|sitzbein"
    r"|kostal|humer|femor|femur|schenkel|stern(?:um|al)|clavic|klavik|radius|tibia|beckenring|schambein"
    r"|acetab|azetab|bandscheibenhoh|zwischenwirbelraum|hohengeminderte bandscheib"
    r"|bandscheib\w*(?: [\w/-]+){0,4}? (?:hohen|in der hohe)|zwischenwirbel\w*(?: [\w/-]+){0,4}? hohen"
    r"|hohenminderung de[rs] (?:bandscheib|zwischenwirbel)|ermudungsbruch des fuss"
    r"|\b(?:schrauben|stab|material|implantat|cage|platten)-?(?:bruch|fraktur)|(?:schraube|stab|material"
    r"|implantat)\w*(?: [\w-]+){0,4}?"
    r" (?:gebrochen|frakturiert|eingebrochen)|(?:bruch|fraktur) (?:de[rs]|einer?s?|von) (?:[\w-]+ )?(?:\w*schraube|\w*stab"
    r"|\w*material)"
)
_HEIGHT: Final = r"(?:(?<!auf )(?<!in )(?:wirbelkorper|wirbel)?hohen?(?!\w)|\w*vorderkantenhohe|\w*hinterkantenhohe)"


_RISK: Final = (
    r"(?:(?:fraktur|bruch|kollaps|sinterungs|einbruch|instabilitats)-?(?:gefahr|risiko)|(?:gefahr|risiko|risiken)"
    r" (?:eine[rs]?|von|fur eine?|de[rs]) (?:\w+ ){0,2}?(?:\w*fraktur|\w*sinterung|\w*kollaps|einbruchs?|instabilitat"
    r"|hohen(?:minder|verlust))\w*)"
)
_PLATE: Final = r"(?:deck|grund|end|boden|abschluss)platte\w*"
_GRADE: Final = ("escc", "bilsky")
BONE: Final[tuple[Form, ...]] = (
    forms(
        "collapse",
        rf"{_HEIGHT}{gap(5)}nicht (?:mehr )?(?:vollstandig )?(?:erhalten|regelrecht|normal)",
        rf"{_HEIGHT}{gap(3)}nur (?:noch )?(?:\w+ ){{0,2}}?(?:teilweise|partiell|halfte|drittel|viertel\w*) (?:erhalten"
        rf"|vorhanden)",
        closed=True,
        unless=_BONES,
    ),
    forms(
        "fracture-risk",
        r"nicht (?:mehr |ausreichend |hinreichend |sicher )?(?:mechanisch |statisch |als |belastungs)?stabil\w*"
        r"|als stabil[^.;,]{0,40} nicht (?:gelten|angesehen|eingestuft|bezeichnet|gewertet)\w*"
        r"|(?:stabilitat|statik)(?: \w+){0,3}? nicht (?:mehr )?(?:gegeben|erhalten|gewahrt|gewahrleistet)",
        closed=True,
    ),
    forms(
        "collapse",
        r"\w*(?:fraktur|sinterung|hohenminderung|hohenverlust|impression) (?:betrifft|betraf|liegt in|findet sich in"
        r"|besteht in) (?:hingegen |jedoch |aber |dagegen )?[ctls]\d{1,2}",
        r"(?!rippen|schenkel|becken|radius|femur|humerus|hinterkanten|alt-?frakt)\w*fraktur(?:en|chen|ierung\w*|iert\w*"
        r"|nachweis\w*|linie\w*|spalt\w*|zeichen|spalten|aquivalent\w*|verdacht\w*|ausschluss)?",
        r"(?:\w+-)?(?!rippen)\w*sinterung(?:en|sfraktur\w*"
        r"|szeichen)?|(?:nach|ein|zusammen)?gesintert\w*|sintert",
        r"(?:wirbelkorper)?hohen(?:minder\w+|gemindert\w*|verlust\w*|reduktion\w*|reduziert\w*|abnahme"
        r"|verminder\w+|erniedrigung|einbusse)",
        rf"(?:abnahme|minderung|verlust|reduktion|verminderung|erniedrigung){gap(3)}{_HEIGHT}",
        rf"{_HEIGHT}{gap(9)}(?:reduziert|gemindert|vermindert|erniedrigt|abgenommen|verloren|eingebusst|abgesunken)",
        r"(?:ein|zusammen)bruch (?:de[rs]|eines|von) (?:\w+ )?(?:wirbel|wirbels|wirbelkorpers?|[ctls]\d+)",
        r"(?:hohe|der hohe) (?:\w+ )?(?:reduziert|gemindert|vermindert|erniedrigt)",
        r"(?:deck-?|grund-?|end-?|boden-?|abschluss-?|deck- und grund)platten-?\w*(?:einbruch|einbruche|impression"
        r"|impressionen|fraktur|infraktion|einsenkung|depression|kompression|imprimierung|eindellung)\w*",
        r"(?<!schmorlsche )(?<!schmorl-)(?<!schmorlsche-)(?:einbruch|impression|imprimierung|einsenkung"
        r"|infraktion|depression|kompression"
        r"|eindellung) (?:der|an der|von) (?:\w+ )*(?:deck|grund|end|boden|abschluss)platte\w*",
        r"(?:deck|grund|end|boden|abschluss)platte\w*(?: \w+){0,3}? (?:eingebrochen|imprimiert|eingesunken"
        r"|eingedellt|frakturiert)",
        r"kollabiert\w*|(?:wirbelkorper|wirbel)?kollaps(?!gef)|zusammengesunken\w*|zusammengebrochen\w*"
        r"|komprimierter wirbel\w*",
        r"(?:wirbel(?:korper)?|knochen|ermudungs|stress|kompressions|impressions|trummer|berstungs|spalt|keil"
        r"|splitter|spontan)-?bruch\w*|bruch (?:des|der"
        r"|von) (?:\w*wirbel\w*|[ctls]\d+)|gestaucht\w*|(?:ein|zusammen)stauchung\w*"
        r"|(?:wirbelkorper)?abflachung\w*|abgeflacht\w*",
        r"(?:wirbel\w*|[ctls]\d+)(?: \w+){0,3}? (?:eingebrochen|gebrochen|eingestaucht|einbrechen|einbricht|frakturieren"
        r"|zusammenbrechen|kollabieren)",
        r"vorderkante\w*(?: \w+){0,2}? (?:eingebrochen|gesintert|hohengemindert|eingesunken)",
        r"bricht(?: \w+){0,2}? (?:\w*wirbel\w*|[ctls]\d+)(?: \w+){0,2}? (?:ein|zusammen)(?!\w)",
        r"keil(?:wirbel\w*|deform\w+)|keilformig\w*(?! (?:\w+ )?\w*(?:fraktur|sinter|impression|kompression|hohen))(?:"
        r" (?:\w+ )?deform\w+)?|(?:fisch|platt)wirbel\w*"
        r"|vertebra plana|wirbelkorperkompression\w*",
        unless=_BONES,
    ),
    forms("collapse", r"alt-?(?:fraktur|sinterung|impression)\w*", past=True, unless=_BONES),
    forms(
        "collapse",
        rf"{_HEIGHT}(?: \S+){{0,5}}? (?<!nicht )(?<!nicht mehr )(?<!nur noch )(?<!nicht vollstandig )"
        r"(?:erhalten\w*|regelrecht\w*|normal\w*|unauffallig\w*|intakt\w*"
        r"|gewahrt|unverandert|gehalten|bewahrt|ungemindert|unvermindert|konstant)",
        rf"{_PLATE}[^.;,]{{0,40}}?(?P<at>, (?:aber |jedoch |noch )?nicht (?:eingebrochen|imprimiert|eingesunken|frakturiert))",
        r"(?:in )?(?:voller|normaler|regelrechter|ungeminderter|unverminderter) hohe",
        r"frakturfrei\w*|unfrakturiert\w*|formerhaltene?\w?",
        rf"(?:erhaltene\w?|regelrechte\w?|normale\w?|regulare\w?|intakte\w?|unauffallige\w?|erhalt der"
        rf"|normal) (?:\w+ )?{_HEIGHT}",
        r"(?:normal|regelrecht) hoch|normal konfiguriert und hoch|hohenerhalt\w*|formerhalten",
        denied=True,
        closed=True,
        unless=re.compile(r"bandscheib|zwischenwirbel|diskus"),
    ),
    forms(
        "fracture-risk",
        r"(?:fraktur|bruch|kollaps|sinterungs|einbruch|instabilitats|stabilitats)(?:gefahr|gefahrd|risiko|risik"
        r"|bedroh)\w*",
        r"(?:gefahr|risiko|risiken) (?:eine[rs]?|von|fur eine?|fur|de[rs]) (?:\w+ ){0,2}?(?:\w*fraktur\w*"
        r"|\w*sinterung\w*|\w*kollaps\w*|einbruch\w*|instabilit\w*|hohen(?:minder|verlust)\w*)",
        r"(?:drohend\w*|bevorstehend\w*|imminent\w*) (?:\w+ ){0,2}?(?:\w*fraktur\w*|\w*sinterung\w*|\w*kollaps"
        r"|\w*einbruch|instabilit\w*|hohen(?:minder|verlust)\w*)",
        r"(?:fraktur|sinterung|kollaps|einbruch)(?: \w+)? (?:droht|drohend|drohe)|droht(?: \w+){0,3} (?:\w*fraktur"
        r"|einzubrechen|zu kollabieren|zu frakturieren|\w*sinterung|\w*kollaps)",
        r"einsturz(?:gefahr|gefahrdet)\w*|(?:teil)?instabil\w*|stabilitats(?:gemindert\w*|minderung\w*|verlust\w*"
        r"|gefahrdend\w*)|gefugeinstabil\w*",
        r"(?:stabilitat|tragfahigkeit|statik)(?: \w+){0,6}? (?<!nicht )(?:gefahrdet|beeintrachtigt|gemindert"
        r"|eingeschrankt"
        r"|reduziert|aufgehoben|kompromittiert)",
        r"(?:erhohte\w?|hohe\w?|gesteigerte\w?) gefahrdung|statisch gefahrdet|frakturbedroht\w*|bruchgefahrdet\w*",
        unless=re.compile(
            r"(?:gering|niedrig|minimal)\w* (?:\w+ )?(?:fraktur)?-?(?:risiko|gefahr)|(?:gefahr|risiko)(?: \w+)? (?:gering"
            r"|niedrig|minimal)\b|risiko (?:\w+ ){0,3}?(?:gering"
            r"|niedrig)|nicht erhoht|hamodynam|kreislauf|\brippe|femur|schenkel"
        ),
    ),
    forms(  # a low risk says nothing, and is no fracture
        "fracture-risk",
        rf"{_RISK}(?: [\w-]+){{0,4}}? (?:gering|niedrig|minimal|kaum|klein)\w*",
        rf"(?:gering|niedrig|minimal)\w* (?:\w+ )?{_RISK}",
        denied=True,
        closed=True,
        one_sided=True,
    ),
    forms(
        "fracture-risk",
        r"(?<!nicht )(?:mechanisch|biomechanisch|statisch|klinisch|ausreichend|hinreichend|belastungs)\s?stabil\w*",
        r"(?:wirbel\w*|wirbelsaule|[hbl]ws|segment\w*|statik|[ctls]\d+|verhaltnisse|situation"
        r"|gefuge)(?: \w+){0,2}? (?:ist |gilt |erscheint |bleibt "
        r"|sind )?(?:\w+ )?(?:als )?(?<!nicht )stabil(?! (?:gegenuber|im vergleich|zur|zum|in der grosse"
        r"|seit))(?:e\w?)?(?: anzusehen| einzustufen| zu werten)?",
        r"stabile\w? (?:wirbel\w*|segment\w*|verhaltnisse|situation|statik|bewegungssegment\w*|gefuge)",
        r"als stabil (?:anzusehen|einzustufen|zu werten|zu beurteilen|gewertet|eingestuft|beurteilt)",
        r"sins (?:von |= ?|: ?|\()?\d+(?: von 18|/18| punkte?)?[\s,:()]+(?:d\. ?h\. |somit |also "
        r"|entsprechend )?(?:\w+ )?stabil",
        r"stabilitat(?: \w+){0,6}? (?:nicht (?:gefahrdet|beeintrachtigt|gemindert|eingeschrankt)"
        r"|(?<!nicht )(?:erhalten|gewahrt|gegeben|gewahrleistet))",
        denied=True,
        closed=True,
        unless=re.compile(
            r"grossenstabil|(?:metasta|lasion|herd|befund|osteolyse|tumor|filia|absiedl|hamangiom|plasmozytom"
            r"|chordom)\w*(?: [\w.]+){0,4}? (?<!mechanisch )(?<!statisch )(?<!klinisch )(?<!hinreichend )(?<!ausreichend"
            r" )stabil|\b(?:die|der) grosse (?:de[rs]|von|ist)\b|durchmesser|volumen|grossenverlauf|befundstabil|metastasenstatus"
            r"|stable disease|radiat|bestrahl|therap"
        ),
    ),
    forms(
        "escc",
        r"(?:escc|bilsky)(?:[\s,\-:=()]+(?:grad\w*|score|skala|klasse|typ|ist|von|nach|stadium|einstufung"
        r"|klassifikation|mindestens|zumindest|mind\.|aktuell|jetzt|nunmehr|heute|derzeit|entsprechend|wohl|fraglich|etwa"
        r"|am ehesten|unverandert|weiterhin|konstant|nach wie vor|a\. ?e\.|i\. ?s\.|(?:in|auf|bei|hohe|im)(?: hohe)? "
        r"[ctls]\d{1,2}|knapp|hochstens|maximal|max\.|escc"
        r"|bilsky))*[\s\-:=(]*"
        r"(?P<value>0|1a|1b|1c|2|3)(?:(?: oder |/| versus | vs\.? | bis |-)(?P<second>0|1a|1b|1c|2|3))?(?!\d|[.,]\d)"
        r"(?! (?:auf|zu) (?:\w+ )?(?:0|1[abc]|2|3)\b)",
        needs=_GRADE,
    ),
    forms(
        "escc",
        r"(?:escc|bilsky)[^.;]{0,40}?,? (?P<at>(?:dd|d\. ?d\.|differentialdiagnostisch|differenzialdiagnostisch"
        r"|alternativ) (?:grad )?"
        r"(?P<value>0|1a|1b|1c|2|3))(?=\s*(?:$|[.,;)]))",
        needs=_GRADE,
    ),
    forms(
        "escc",
        r"(?:escc|bilsky)[^.;]{0,40}?, sondern (?:\w+ )?(?P<at>(?P<value>0|1a|1b|1c|2|3))(?=\s*(?:$|[.,;)]))",
        needs=_GRADE,
    ),
    forms(
        "escc",
        r"(?:escc|bilsky)\S*(?: grad)? von (?:grad )?(?P<value>0|1a|1b|1c|2|3)(?= (?:auf|zu|nach) (?:nunmehr |jetzt |aktuell "
        r"|grad )?[0-3])",
        past=True,
        needs=_GRADE,
    ),
    forms(
        "escc",
        r"von (?:escc|bilsky)[ \-](?:grad |score )?(?P<value>0|1a|1b|1c|2|3)(?= (?:auf|zu|nach) (?:nunmehr |jetzt "
        r"|aktuell )?(?:(?:escc|bilsky|grad)\b|[0-3][abc]?\b))",
        past=True,
        needs=_GRADE,
    ),
    forms(
        "escc",
        r"(?:escc|bilsky)\S*(?: grad)? von (?:grad )?(?:0|1a|1b|1c|2|3) (?:auf|zu|nach) (?:nunmehr |jetzt |aktuell |grad )?"
        r"(?P<at>(?P<value>0|1a|1b|1c|2|3))(?!\d|[.,]\d)",
        needs=_GRADE,
    ),
    forms(
        "escc",
        r"von (?:escc|bilsky)[ \-](?:grad |score )?(?:0|1a|1b|1c|2|3) (?:auf|zu|nach) (?:nunmehr |jetzt |aktuell |grad )?"
        r"(?P<at>(?P<value>0|1a|1b|1c|2|3))(?!\d|[.,]\d)",
        needs=_GRADE,
    ),
    forms(
        "escc",
        (
            r"(?:grad|score|stadium|typ) (?P<value>0|1a|1b|1c|2|3)(?: \w+){0,2}? (?:nach|gemass|der|laut|auf der"
            r"|entsprechend)(?: der)? (?:escc|bilsky)(?:-\w+)?"
        ),
        r"(?:grad|score|stadium|typ) (?P<second>0|1a|1b|1c|2|3) ?\((?:nach )?(?:escc|bilsky)\)?",
        needs=_GRADE,
    ),
    *(
        # one after the other, each with its level
        Form(
            "escc",
            re.compile(
                rf"\b(?:escc|bilsky)[\w-]*:(?: ?[ctdls]\d{{1,2}}:? (?:0|1[abc]|2|3)[;,]){{{place}}} ?"
                r"(?P<at>[ctdls]\d{1,2}:? (?P<value>0|1a|1b|1c|2|3))(?=\s*(?:[;,.]|$))"
            ),
            needs=_GRADE,
        )
        for place in range(4)
    ),
    # the one of before, in brackets
    Form(
        "escc",
        re.compile(
            r"\b(?:escc|bilsky)[^.;]{0,40}?(?P<at>[(\[](?:vor\w*|vor-\w+|vu|va|zuvor|fruher|initial|zuletzt)(?: (?:vom|aus|am"
            r"|im|bei|noch))*"
            r"(?: ?[\d./]+\.? ?|:|,| ){0,4}(?:bilsky |escc |grad )?(?P<value>0|1a|1b|1c|2|3)[)\]])"
        ),
        past=True,
        needs=_GRADE,
    ),
    forms(
        "escc",
        r"(?:escc|bilsky)(?:[ \-](?:grad|score))? (?:im (?:vorbefund|vor-?ct|vor-?mrt)|in der voruntersuchung|zuvor|vormals"
        r"|initial|praoperativ|zuletzt)(?: noch| bei| grad)? (?P<value>0|1a|1b|1c|2|3)(?!\d|[.,]\d)",
        needs=_GRADE,
    ),
    Form(
        "escc",
        re.compile(
            r"(?:escc|bilsky)[^.;]{0,40}?(?:,| \() ?(?:moglicherweise|fraglich|evtl\.?|eventuell"
            r"|vor (?:radiatio|therapie|op|bestrahlung|behandlung)|nicht|im vorbefund|vorbefund|im vor-?(?:ct"
            r"|mrt)|voruntersuchung|zuvor|vormals|fruher|vorher|damals|initial|zuletzt|statt"
            r"|jetzt|aktuell|nun|nunmehr|heute)"
            r"(?: noch| grad| bei| war| auch| schon| bereits| sogar)* (?P<at>(?P<value>0|1a|1b|1c|2|3))(?=\s*(?:$|[.,;)]))"
        ),
        needs=_GRADE,
    ),
)
