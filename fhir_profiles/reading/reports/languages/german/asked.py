"""German words of question, condition and other persons, and words that only look like a cue.

What may not live here: doubt (`doubt`), denial (`denial`), plan and past (`past`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.german.cue_words import YEAR
from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_ON, _AROUND, _ALL = Direction.AFTER_IT, Direction.AROUND_IT, Direction.SENTENCE
_SUSPICION: Final = (
    r"(?:verdacht(?:sdiagnose)?\w*(?: (?:auf|einer|eines|der|des))?|\w+verdacht\w*|v\. ?a\.|vermutet\w*"
    r"|fraglich\w*|mutmasslich\w*)"
)
"""Suspicion that is confirmed or refuted later in the sentence."""


ASKED: Final[tuple[Cue, ...]] = (
    cues(
        None,
        _ON,
        r"kein\w* (?:\w+ )?(?:anderung|veranderung|zunahme|abnahme|progress(?:ion)?|progredienz|grossenanderung"
        r"|grossenzunahme|wachstum|dynamik|grossenwechsel|befundanderung|ruckbildung|(?:ver)?besserung|erholung|ruckgang"
        r"|verschlechterung|linderung|regress|regredienz|unterschied|befundwandel"
        r"|grossenprogredienz)\w*(?: (?:de[rs]|von|im|in|bei|gegenuber))?",
        # what was not done to it says nothing of it: "keine Therapie der Metastase"
        r"(?:kein\w*|ohne) (?:[\w-]+ ){0,2}?(?!strahlen|radio|bestrahl|brachy|protonen)[\w-]*(?:therapie|behandlung|operation"
        r"|biopsie|punktion|resektion|kontrolle|ablation|plastie|embolisation|histologie|sicherung) (?:de[rs]|von)(?= )",
        r"ohne (?:\w+ )?(?:anderung|veranderung|zunahme|progress(?:ion)?|progredienz|befundanderung|dynamik"
        r"|grossenzunahme|grossenanderung|zweifel|ruckbildung)\w*(?: (?:de[rs]|zeigt sich))?",
        r"nicht (?:nur|allein|bloss|lediglich)",
        r"(?:kein\w*|ohne) (?:weiter|zunehmend|progredient|erneut|zusatzlich)\w*(?= (?:nach)?(?:sinterung"
        r"|hohenminderung|hohenverlust))",
        r"(?:zunahme|progress\w*|progredienz|fortschreiten|anderung|veranderung) (?:de[rs]|von)(?: \w+){1,3}?(?: [ctls]\d{1,2})?"
        r" (?:ist |sind |war |zeigt sich )?nicht (?:\w+ )?(?:erkennbar|nachweisbar|festzustellen|zu erkennen|abgrenzbar"
        r"|eingetreten"
        r"|zu verzeichnen|sichtbar)",
        r"nicht (?:\w+ )?(?:zugenommen|fortgeschritten|fortschreitend|progredient|grossenprogredient|abgenommen|verandert"
        r"|gewachsen|vergrossert"
        r"|grosser|regredient|verkleinert|geandert)",
        r"nicht (?:vollstandig |komplett |ganz |wesentlich |\w+ )?(?:zuruckgebildet|ruckgebildet|erholt|gebessert"
        r"|verbessert|verschwunden|abgeklungen|aufgelost|behoben|beseitigt|normalisiert|verheilt|ausgeheilt|abgeheilt"
        r"|konsolidiert|durchbaut)",
        r"(?:zuvor|vormals|damals|initial|im vorbefund|in der voruntersuchung|im vor-?(?:ct|mrt)) noch nicht"
        r" (?:\w+ )?(?:nachweisbar|abgrenzbar|sichtbar|erkennbar|vorhanden|abzugrenzen|vorlag|bestand|zu sehen|beschrieben"
        r"|bekannt)\w*|(?<=, )(?:zuvor|vormals|damals"
        r"|initial|im vorbefund|in der voruntersuchung|im vor-?(?:ct|mrt)) nicht (?:nachweisbar|abgrenzbar|sichtbar"
        r"|erkennbar|vorhanden|abzugrenzen)\w*",
        r"(?:konnte|konnten)(?: (?!nicht|kein|weder|ohne|\d)\w+){0,4}? (?:gesichert|bestatigt|nachgewiesen|verifiziert"
        r"|bewiesen)(?: werden)?",
        r"(?:war|waren) (?:bereits|schon) (?:\S+ ){0,4}?(?:vorhanden|sichtbar|nachweisbar|abgrenzbar|zu sehen|bekannt)"
        r"(?=[^.;]{0,40}\b(?:unverandert|weiterhin|konstant|persist))",
        r"(?<=[ctls]\d )ohne(?=, [ctls]\d+ mit)|(?<=[ctls]\d\d )ohne(?=, [ctls]\d+ mit)",
        r"nicht ohne|nicht frei von|nicht (?:unbeeintrachtigt|unauffallig|unbeteiligt|unversehrt|unerheblich\w*"
        r"|unbetrachtlich\w*|unwesentlich\w*)",
        r"ohne (?:\w+ )?(?:bezug|zusammenhang|beziehung) (?:zu[mr]?|mit)"
        r"(?= (?:de[rmn] )?(?:\w+ ){0,2}\w*(?:metasta|lasion|tumor|filia|herd))",
        r"kein\w* zweifel(?: (?:an|daran|uber))?",
        r"zweifelsfrei|zweifellos|ohne zweifel|sicher nachgewiesen|unzweifelhaft",
        r"(?:im vergleich|verglichen) (?:zu[mr]?|mit)(?: \S+){0,4}? (?:\d{1,2}\.\s?\d{1,2}\.\s?)?(?:19|20)\d\d",
        rf"(?:gegenuber|seit|wie bereits|wie|unverandert zu|unverandert seit|bekannt seit)(?: \S+){{0,4}}? "
        rf"(?:\d{{1,2}}/)?{YEAR}",
        r"(?:(?<!bei )ed|(?<!bei )(?<!bei der )erstdiagnose|diagnostiziert|bestrahlt|radiatio|operiert"
        r"|bestrahlung|strahlentherapie|radiotherapie"
        r"|implantiert|spondylodese|diagnose|entfernt|explantiert|eingebracht|instrumentierung|stabilisierung"
        rf"|metallentfernung|materialentfernung|op)(?: \S+){{0,4}}? (?:\d{{1,2}}/)?{YEAR}",
        rf"(?:erstmals|erst|neu) (?:\w+ )?{YEAR}(?: (?:beschrieben|nachgewiesen|diagnostiziert|gesehen|festgestellt))?",
        rf"{YEAR} (?:(?:erst|neu|auswarts|extern|bereits) ?)?(?:erstmals|(?:bestrahlt|diagnostiziert|operiert|implantiert"
        rf"|stabilisiert"
        r"|entfernt|explantiert|instrumentiert|eingebracht|versorgt|ablatiert|biopsiert|gesichert|augmentiert|behandelt|embolisiert"
        r"|festgestellt|entdeckt)(?:e[nrms]?)?)",
        rf"{_SUSPICION}(?=[^.;]{{0,80}}\b(?:(?:hat|haben) sich|wurde|wird|ist|sind|konnte|gilt als) (?:(?!nicht\b"
        r"|kein)\w+ ){0,3}?(?:bestatigt|gesichert|erhartet|bewiesen|verifiziert)\b)",
        rf"{_SUSPICION}(?=[^.;,]{{0,60}}(?<!nicht )\bbestatigt(?=\s*(?:[.;,]|$)))",
        r"geplante?[nrms]?(?=[^.;,]{0,60}\b(?:nicht (?:durchgefuhrt|erfolgt|stattgefunden|zustande)|abgesagt|verworfen"
        r"|unterblieb))",
        r"(?:ursprunglich|initial|anfanglich|zunachst)\w*(?= \w*(?:verdacht|vermut))",
        rf"{_SUSPICION}(?=[^.;]{{0,80}}\b(?:bestatigt|bestatigte|bestatigten|erhartet|erhartete) sich(?! nicht))",
        rf"{_SUSPICION}(?=(?:[^.;,]|, (?:de[rmn]|die|das|welche)\b){{0,80}}(?<!nicht )(?<!nicht sicher )(?<!jedoch )(?<!aber "
        rf")\b(?:widerlegt|ausgeraumt|entkraftet|fallen ?gelassen|verworfen|aufgegeben"
        r"|ausgeschlossen)\b)",
        r"nativ|ohne (?:kontrastmittel|km|i\.? ?v)|nicht kontrastverstarkt",
        r"falls (?:\w+ )?(?:moglich|vorhanden|verfugbar)|wenn moglich|soweit (?:beurteilbar|erkennbar|miterfasst)",
        r"so wie|sowie(?= )",
        r"(?:war|waren) (?:die )?hinter\w+[^.;,]{0,30}? noch (?:intakt|erhalten|unversehrt|unauffallig)\w*(?=, (?:(?:so"
        r" )?(?:ist|sind|zeigt sich|wird|erscheint) (?:sie|diese|es|er) )?(?:jetzt"
        r"|nun|nunmehr|aktuell"
        r"|inzwischen|mittlerweile|heute)\b)",
        r"ohne (?:\w+ ){0,2}?\w*(?:stabilisierung|behandlung|therapie|operation|augmentation|schutz|entlastung|orthese|korsett)"
        r"(?= (?:droht|drohen|besteht|ist|wird|kann|muss|ware))",
        r"prim(?:arius|artumor|arium|arherd|um)\w*(?: (?:ist|bleibt|weiterhin|noch|derzeit|bislang|aktuell))* (?:unklar"
        r"|unbekannt|offen"
        r"|nicht bekannt|ungeklart|nicht gefunden|nicht gesichert)|(?:unklare|unbekannte)[nrms]? prim\w+",
        # the object first, which a form of its own denies
        r"(?:(?<=bricht )|(?<=reicht )|(?<=triert )|(?<=odiert )|(?<=ngiert )|(?<=reitet )|(?<=uiert )|(?<=miert )"
        r"|(?<=beruhrt ))(?:die |der |das |diese[rs]? )?(?:\w+ ){0,2}?(?:\w*metastasen?|\w*lasion|\w*tumor|raumforderung"
        r"|herd|filia|sie|er) nicht"
        r"(?=\s*(?:[.,;]|$))",
        r"nicht (?:erst |schon )?seit",
        # only the level is in question
        r"(?<=der )(?:hier )?fragliche[nr]?(?= (?:[ctls]\d|wirbel))|(?<=de[mn] )(?:hier )?fraglichen(?= (?:[ctls]\d|wirbel))",
        r"(?:zuvor|seinerzeit|damals|anfangs|vormals|initial|ursprunglich|im vorbefund|in der voruntersuchung|zunachst"
        r"|bislang|fruher) (?:vermutete"
        r"|gestellte|geausserte"
        r"|angenommene|postulierte|diskutierte)[nrsm]?",
        r"zweifel\w*,? (?:daran,? )?(?:ob|dass|an)[^.;:]{1,120}? (?:bestehen|besteht|gibt es) (?:\w+ )?(?:nicht|keine)\b",
        r"(?:lasst sich )?nicht behaupten|nicht zu behaupten",
        r"(?<=, )(?:(?:(?:die|der|das|jene|jener) )?(?:von|in|bei|auf hohe|an) )?[ctls]\d{1,2}(?: (?:und"
        r"|sowie) [ctls]\d{1,2})? nicht(?=\s*(?:[.;,]|$))",
        r"(?:mit|durch)[^.;,]{0,40}(?:schraube|stab|fixateur|spondylodese|instrument|cage|platte|schraubensystem)\w* uberbruckt",
        r"(?:im vorbefund |zuvor |bislang |in der voruntersuchung )?(?:verneinte|negierte|ausgeschlossene|nicht (?:erwahnte"
        r"|beschriebene|befundete))[nrs]?(?=[^.;]{0,60}\b(?:liegt|liegen|besteht|bestehen|ist|sind) (?:\w+ )?(?:vor|nachweisbar"
        r"|vorhanden|sichtbar|abgrenzbar|doch|eindeutig)\b)",
        r"(?:trennende |erhaltene |sichere )?(?:fett(?:lamelle|schicht|ebene|saum)\w*|trennschicht|grenzschicht|grenzlamelle)"
        r"(?: \w+){0,4}? nicht (?:mehr )?(?:sicher )?(?:erkennbar|abgrenzbar|erhalten|nachweisbar|sichtbar|darstellbar"
        r"|abzugrenzen)",
    ),
    cues(
        Polarity.OTHER_PERSON,
        _ALL,
        r"familien-?anamnes\w*|fa:|familiar\w* (?:belast\w+|vorbelast\w+|anamnese)",
        r"(?:gross)?(?:mutter|vater|eltern)|(?:halb)?(?:schwester|bruder)|tante|onkel|cousine?|geschwister"
        r"|sohn(?:es)?|tochter|neffe|nichte|ehemann(?:e?s)?|ehefrau|gatt(?:e|en|in)|vaters|bruders|schwager(?:in)?"
        r"|zwillings\w+|enkel\w*"
        r"|(?:vater|mutter)licherseits|blutsverwandt\w*|verwandt(?:e[nr]?|schaft)|lebens(?:gefahrt|partner)\w*"
        r"|(?:eine[smr]|de[smnr]|eine[nm]) anderen? patient\w*|patientenverwechslung\w*|fremdbefund\w*|falsche[mnr] patient\w*"
        r"|(?:mit|neben)patient\w*|(?:bett|zimmer)nachbar\w*|familiar gehauft\w*",
        r"(?:prozent|%|viele[nr]?|meisten|manchen|einem teil|etwa einem \w+|hauf\w+|\d) (?:\w+ )?(?:de[rs] |aller "
        r"|von )?(?:\w+ )?patienten",
        r"(?:bei|von|der|fur|aller) (?:\w+ )?patienten mit|bei patienten|(?:die|der) meisten patienten"
        r"|patientenaufklarung \(allgemein\)|(?:patienten|menschen|personen|betroffenen?) mit",
        r"(?<!beim )(?<!vom )(?<!am )(?<!dem )(?<!den )(?<!des )(?<!diesem )(?<!dieses )(?<!eines )(?<!unserem"
        r" )patient(?:en|innen)"
        r" (?:unter|haben|hatten|entwickeln|erleiden|leiden)|fachinformation\w*|beipackzettel\w*|gebrauchsinformation\w*"
        r"|(?:die )?fachliteratur|aufklarungs(?:bogen|gesprach)\w*",
        r"allgemeine\w? (?:information\w*|hinweis\w*|aufklarung\w*)|im allgemeinen|ublicherweise"
        r"|typischerweise treten|in der literatur|studien (?:zeigen|belegen)|grundsatzlich",
    ),
    # what befalls such tumours and patients in general
    Cue(
        Polarity.OTHER_PERSON,
        _ALL,
        re.compile(
            r"^(?!.*\b[ctls]\d{1,2}\b)(?:die meisten |viele |manche |solche |unbehandelte |spinale |ossare |benigne |maligne "
            r"|primare )?\w*(?:metastasen|frakturen|hamangiome|osteome|osteoblastome|chordome|plasmozytome|myelome|karzinome"
            r"|sarkome|tumoren|tumore|osteolysen|zysten|sinterungen|kompressionen|infektionen|instabilitaten|paresen|lahmungen)"
            r"(?: (?:der|des|im|in der|bei|am|von) \w+){0,2} (?:treten|gelten|neigen|befallen|metastasieren|sprechen|entstehen"
            r"|konnen|gehoren|gehen|entwickeln|manifestieren|wachsen (?:langsam|meist)|kommen (?:meist|haufig|bevorzugt|vor)"
            r"|(?:sind|finden sich|betreffen|fuhren|werden) (?:haufig|meist\w*|zumeist|oft|gutartig|bosartig|selten"
            r"|typischerweise"
            r"|in der regel|generell|gewohnlich|bevorzugt|stets|immer|grundsatzlich|definitionsgemass|die haufigst\w*))\b"
        ),
    ),
    cues(
        Polarity.CONDITIONAL,
        _ALL,
        r"(?:uber|auf) (?:\w+ ){0,4}?(?:risik\w+|komplikation\w*|gefahr\w*|moglichkeit)(?=[^.;]{0,120}\b(?:aufgeklart|hingewiesen"
        r"|informiert|aufklarung)\b)|aufklarung uber|aufgeklart uber|(?:mogliche |typische |seltene )?(?:risiken|komplikationen)"
        r"(?= (?:de[rs]|einer|eines|sind|wie)\b|:)|prufung auf",
        of=("neurological-deficit", "collapse", "nature", "cord-compression", "canal-extension"),
        needs=("aufklar", "aufgeklart", "risik", "komplikation", "gefahr", "moglichkeit", "prufung"),
    ),
    cues(
        Polarity.CONDITIONAL,
        _ON,
        r"(?:zum|zur|fur den|zwecks) (?:\w+ )?(?:ausschluss|abklarung|beurteilung|klarung|suche|frage"
        r"|verlaufskontrolle|uberprufung|diagnostik|detektion)(?: (?:einer|eines|von|der|des|nach|auf|moglicher))?",
        r"z\. ?a\.|ausschluss(?! (?:von|einer|eines|der|des|jeglicher))|\w+ausschluss",
        r"(?:mit der |es wird )?(?:bitte|ersuch\w*) (?:um|nach)(?: \w+){0,3}? (?:beurteilung|ausschluss|abklarung"
        r"|stellungnahme|klarung|nachweis|suche)?(?: (?:einer|eines|von|der|des|nach|auf))?",
        r"(?:frage|suche|fragestellung|nachfrage|gefragt|gesucht)(?: wird)? (?:nach|ob|auf|bezuglich)|frage:"
        r"|fragestellung:|klinische frage\w*|indikation:",
        r"(?:zur|zwecks) (?:vermeidung|verhinderung|prophylaxe|vorbeugung)(?: (?:einer|eines|von|der|weiterer))?",
        r"vor(?= eine[rm] (?:\w+ )?(?:\w*fraktur|\w*sinterung|hohen\w+|\w*kollaps|einbruch|\w*kompression|parese"
        r"|querschnitt\w*)\b(?! (?:19"
        r"|20)\d\d))",
        r"um(?=[^.;,]{3,60} (?:vorzubeugen|zu vermeiden|zu verhindern))",
        r"bitte(?=[^.;]{3,80} (?:prufen|abklaren|beurteilen|ausschliessen|kontrollieren|uberprufen|klaren|achten|fahnden"
        r"|bestatigen))",
        r"bitte (?:\w+ ){0,2}?(?:kontrolle|abklarung|beurteilung|prufung|ausschluss|klarung)(?: (?:de[rs]|von|eine[rs]"
        r"|auf|hinsichtlich"
        r"|bezuglich))?",
        r"gesucht (?:wurde|wurden|wird|war)(?: \w+)? nach(?: eine[rnm])?|(?:es )?wurde(?: \w+)? nach(?= [^.;,]{3,60} gesucht)",
        r"vor (?:der )?(?:entwicklung|auftreten|eintritt|eintreten|entstehung|manifestation) (?:einer|eines|von)|unter "
        r"(?:der )?annahme"
        r"(?: eine[rs])?",
        r"um (?:\w+ )?(?:ausschluss|abklarung|beurteilung|stellungnahme|klarung)(?: (?:einer|eines|von|der|des))?",
        # the verb first: "kommt eine Parese hinzu, ist eine Kontrolle nötig"
        r"(?:(?<=^)|(?<=[.;:] ))(?:kommt|kommen|tritt|treten|entwickelt|entwickeln|zeigt|zeigen|bildet|bilden|findet"
        r"|finden|ergibt"
        r"|ergeben|besteht|bestehen|stellt|wachst|bestatigt|bestatigen|wird|werden|liegt|liegen|lasst|erweist"
        r"|erreicht|bricht|ist|sind)(?=(?: [\w./-]+){2,14}?, (?:so |dann )?(?:ist|erscheint|sind|sollten?|wird|werden|muss|mussen"
        r"|ware|waren|empfiehlt|empfehlen|bitte|kommt|kommen|kann|konnen|konnte|besteht|droht|bedarf|raten|bitten|wurde|entfallt)\b)",
        r"(?:(?<=^)|(?<=[.;:] ))(?:tritt|treten|kommt es|entwickelt sich)(?=(?: [\w./-]+){2,10}?, )",
        r"falls|sofern|wenn|sollten?(?! (?:\w+ ){0,3}(?:erfolgen|werden)\b)|im falle?|fur den fall|vorausgesetzt"
        r"|sobald|soweit",
        r"bei (?:\w+ )?(?:auftreten|eintreten|eintritt|zeichen|entwicklung|nachweis|vorliegen"
        r"|bestatigung|hinzutreten|hinweise?n?|anhalt)(?: auf| fur)?(?: (?:einer|eines|von))?",
        r"bei(?=(?: [\w-]+){1,6} im (?:weiteren |kurzfristigen |kunftigen )?verlauf\b[^.;,]{0,60}\b(?:zu \w+|indiziert|empfohlen"
        r"|erforderlich|notwendig|angezeigt|sinnvoll|moglich)\b)",
        r"(?:kame|kamen|gabe|bestunde|wurde|wurden|hatte|hatten|ware|waren|lage|fande|zeigte|trate|traten)"
        r"(?= [^.;]{3,90}, (?:so |dann )?(?:musste|mussten|ware|waren|wurde|wurden|konnte|konnten|drohte|sollte|bestunde"
        r"|hatte|kame)\b)",
        r"bei (?:neu |etwaig|allfallig|zunehmend|drohend)\w*(?: auftretend\w*)?(?= [\w-]+ (?:ware|sollte|wurde|not-\w+|kontrolle"
        r"|(?:wieder)?vorstellung|mrt-kontrolle"
        r"|musste|ist|sofort|umgehend|notfall))",
        r"bei(?! [ctls]\d{1,2}\b)(?=(?: [\w-]+){1,5} (?:ware|waren|musste|sollte|wurde|empfiehlt|ist (?:eine|ein"
        r"|die) \w+ (?:indiziert"
        r"|erforderlich|angezeigt|notwendig)|sofort|umgehend|notfall\w*)\b)",
        r"bei(?! (?:bekannt|z\.|zustand|v\. ?a|verdacht|klinisch|progred|neu))(?=(?: [\w-]+){1,6} (?:(?:sofort|umgehend"
        r"|notfall\w*|rasch|erneut"
        r"|zeitnah)\w* )?(?:(?:wieder)?vorstellung|verlaufskontrolle|rucksprache|verlegung|notfall\w*|notaufnahme|notarzt"
        r"|klinikeinweisung|aufsuchen|melden)\b)",
        r"(?<!unklar, )(?<!unklar )(?<!offen, )(?<!offen )(?<!fraglich, )(?<!bekannt, )ob(?! (?:[^.;?]"
        r"|(?<=\bm)\.){0,120}(?:offen|unklar|nicht (?:sicher |abschliessend |eindeutig "
        r"|mit sicherheit )?(?:beurteil|entsch|zu |gekl|klar|bekannt|sagen|festst|bestimm|erkenn|abgrenz|nachweis"
        r"|differenz|hervor|ersichtlich|vermerkt|dokument|angegeb|mitgeteilt|ermittel)|abzuwarten|fraglich"
        r"|moglich|unbekannt))",
        r"auszuschliessen (?:ist|sind|ware)(?= (?:eine?|die|der))(?![^.;,]{1,80} nicht\b)(?<!nicht auszuschliessen ist)",
    ),
    Cue(
        Polarity.CONDITIONAL,
        _ALL,
        re.compile(r"^(?=(?:falls|sofern|sollten?|wenn)\b)"),
        of=frozenset({"previous-radiotherapy", "metal-near-level"}),
        needs=(
            "falls",
            "sofern",
            "sollte",
            "wenn",
        ),
    ),
    cues(
        Polarity.CONDITIONAL,
        _ON,
        r"(?:ab|bei)(?: einem| einer)?(?= (?:grad |einem )?(?:escc|bilsky)[^.;]{0,60}\b(?:ist|sind|ware|sollte|wird"
        r"|empfehl\w*|indikation)\b)",
        of=("escc",),
        needs=(
            " bilsky",
            " escc",
        ),
    ),
    cues(
        Polarity.CONDITIONAL,
        _AROUND,
        r"(?:musste|mussten|sollte|sollten|ware|waren) (?:\w+ ){0,4}?(?:ausgeschlossen|abgeklart|gepruft|beurteilt"
        r"|geklart)(?: werden)?",
        r"(?:ware|waren|wurde) (?:\w+ ){0,5}?(?:erforderlich|indiziert|notwendig|notig|angezeigt|zu erwagen"
        r"|kontraindiziert)",
        r"(?:ist|sollte|muss)(?: \w+){0,4}? (?:zu achten|geachtet werden)|(?:wird|ist)(?: \w+){0,3}? (?:gebeten"
        r"|erbeten)|erbeten",
        r"(?:ist|sind|ware|waren) (?:\w+ ){0,6}?zu (?:rechnen|erwarten|befurchten)|zu (?:rechnen|erwarten"
        r"|befurchten) (?:ist|sind|ware)",
        r"(?:kame|kamen) (?:\w+ ){0,8}?in (?:betracht|frage)|(?:kommt|kommen) nur (?:bei"
        r"|im fall)(?: \w+){0,6}? in (?:betracht|frage)",
        r"zu (?:achten|fahnden|suchen|uberwachen)|(?<!lasst )(?<!lassen )an(?= (?:eine?n?"
        r"|die) [^.;,]{1,40} (?:zu )?denken(?! lasst| lassen))",
        r"kann es (?:\w+ ){0,4}?kommen|(?:konnte|konnten) (?:eintreten|auftreten|entstehen|sich entwickeln)",
    ),
)
