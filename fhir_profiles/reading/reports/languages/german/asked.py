"""German words of question, condition and other persons, and words that only look like a cue.

What may not live here: doubt (`doubt`), denial (`denial`), plan and past (`past`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.german.cue_words import YEAR
from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_ON, _BACK, _AROUND, _ALL = Direction.AFTER_IT, Direction.BEFORE_IT, Direction.AROUND_IT, Direction.SENTENCE
_SUSPICION: Final = (
    r"(?:verdacht(?:sdiagnose)?\w*(?: (?:auf|einer|eines|der|des))?|\w+verdacht\w*|v\. ?a\.|vermutet\w*"
    r"|fraglich\w*|mutmasslich\w*)"
)
"""Suspicion that is confirmed or refuted later in the sentence."""


ASKED: Final[tuple[Cue, ...]] = (
    cues(  # a treatment is possible, not a finding
        None,
        _ON,
        r"(?:\w*(?:plastie|ablation|augmentation|punktion|biopsie|resektion|mobilisation|embolisation)|zugang|intervention|eingriff"
        r"|zementierung|belastung|operation|op)(?: \w+){0,3}? (?:gut |grundsatzlich |prinzipiell |technisch )?(?:moglich|denkbar"
        r"|vorstellbar|zu diskutieren)",
    ),
    # who tells it is not who has it
    cues(
        None,
        _ON,
        r"(?:laut|gemass|nach angaben?) (?:(?:de[rs]|seine[rs]|ihre[rs]) )?(?:ehefrau|ehemann\w*|tochter|sohn\w*|mutter|vater\w*|angehorig\w*"
        r"|lebenspartner\w*|partner\w*)",
        r"(?:die|der|seine|ihre?) (?:ehefrau|ehemann|tochter|sohn|mutter|vater|lebenspartner\w*|angehorig\w*) (?:\w+ )?(?:bericht\w+"
        r"|bemerkt\w*|schilder\w+|beobacht\w+|gibt|gab|beschreib\w+|brachte|begleitet\w*)",
        r"(?:anders als|wie|als) (?:\w+ )?(?:vermutet|angenommen|befurchtet|erwartet|gedacht)(?= (?:kein|liegt|liegen|ist|sind|zeigt|besteht))"
        r"|entgegen (?:de[rm] )?(?:\w+ )?(?:vermutung|verdacht\w*|annahme|erwartung|einschatzung|vorbefund\w*)",
    ),
    # what is true of all
    Cue(
        Polarity.OTHER_PERSON,
        _ALL,
        re.compile(
            r"^(?!.*\b[ctls]\d{1,2}\b)(?:eine?|jede[rs]?|jegliche)(?: \w+){1,3}? (?:gilt als|gelten als|ist ein(?:e|en)? (?:\w+ )?(?:notfall"
            r"|kontraindikation|indikation|komplikation|warnzeichen|risikofaktor|seltene\w?|haufige\w?)|stellt (?:stets |immer )?eine?n?"
            r" (?:\w+ )?(?:notfall|kontraindikation|indikation|komplikation)|bedeutet (?:stets |immer )?|erfordert|bedarf)"
        ),
    ),
    cues(
        Polarity.OTHER_PERSON,
        _ALL,
        r"kontraindikation(?:en)?(?=:| (?:sind|waren)\b)|(?:ein|aus)schlusskriteri\w+|definition(?= (?:escc|bilsky|der|des|von|nach))"
        r"|(?:escc|bilsky)[\w -]{0,12} (?:bedeutet|beschreibt|bezeichnet|ist definiert|steht fur)|definitionsgemass|per definitionem",
    ),
    cues(
        Polarity.CONDITIONAL,
        _ON,
        r"ab einer grosse(?: von)?|(?:bei|fur|von|an) (?:\w+ )?(?:lasionen|tumoren|metastasen|herden) (?:bis|uber|unter|ab|kleiner als"
        r"|grosser als)(?: zu)?(?= \d)|^(?:lasionen|tumoren|tumore) (?:uber|ab|unter|bis)(?= \d)",
        of=("size",),
    ),
    cues(
        Polarity.CONDITIONAL,
        _ON,
        r"bei (?:\w+ ){0,2}?(?:verschlechterung|beschwerdezunahme|schmerzzunahme|zunahme der (?:beschwerden|schmerzen))"
        r"(?=(?:[^.;]|(?<=\b\w)\.){0,80}\b(?:sofort\w*|umgehend\w*|(?:wieder)?vorstellung|erneut\w*|mrt?|ct|kontrolle|rucksprache|notaufnahme)\b)",
        far=True,
    ),
    cues(
        Polarity.CONDITIONAL,
        _BACK,
        r"(?:immer|stets|unbedingt|zwingend|zunachst|noch|dringend|jedenfalls|in jedem fall) (?:auszuschliessen|abzuklaren|zu klaren)"
        r"(?! (?:ist|sind|war) (?:eine?|die|der|das))",
    ),
    cues(
        Polarity.CONDITIONAL,
        _ON,
        r"(?:kein\w* |ohne )?(?:\w+ )?kontraindikation\w* (?:gegen|fur|zu[mr]?)(?: eine?)?",
        r"vor(?= (?:\w+ )?(?:bestrahlung|radiatio\w*|strahlentherapie|spondylodese|instrumentierung)\b[^.;]{0,60}\b(?:erbitten|bitten|erbeten"
        r"|abklar\w*|sollte\w*|empf\w+|notwendig|erforderlich))",
        of=("previous-radiotherapy", "metal-near-level", "wish-told"),
    ),
    # what was done says nothing of what is
    cues(
        None,
        _ON,
        r"(?:z\. ?n\.|zustand nach|zust\. n\.|status nach|st\. ?n\.|status post) (?:(?!metasta|fraktur)\w+ ){0,2}?(?:\w*plastie|operation|op"
        r"|\w*dekompression|laminektomie|hemilaminektomie|\w*ablation|biopsie|stanzbiopsie|embolisation|\w*augmentation|chemotherapie"
        r"|systemtherapie|zementierung|nephrektomie|mastektomie|prostatektomie|thyreoidektomie|lobektomie|\w*ektomie)"
        r"(?=(?: (?:in|von|bei|auf hohe|links|rechts))?(?: [ctls]\d{1,2}\S*)?\s*(?:[.,;)]|$| (?:19|20)\d\d| vor \w+ (?:jahren|monaten|wochen)))",
    ),
    # metal that holds, and what has gone only in part
    cues(
        None,
        _ON,
        r"(?:ohne|kein\w*) (?:\w+ ){0,2}?(?:(?:material|schrauben|implantat)?-?lockerung\w*|(?:material|schrauben|implantat|stab)-?bruch\w*"
        r"|dislokation\w*|dislozier\w*|fehllage\w*|migration\w*|hinweis\w* auf (?:lockerung|material)\w*)(?: de[rs]| von)?",
        r"(?:teilweise|partiell|inkomplett|unvollstandig|etwas|deutlich|gering|nur zum teil)\w* (?:zuruckgebildet|ruckgebildet|regredient"
        r"|rucklaufig|gebessert|erholt)",
    ),
    Cue(None, _ON, re.compile(r"kein\w* (?:hohere[rs]? )?(?:escc|bilsky|grad)[\w -]{1,14}? (?P<at>oder)(?= \d)")),
    cues(
        None,
        _ON,
        r"kein\w* (?:\w+ )?(?:anderung|veranderung|zunahme|abnahme|progress(?:ion)?|progredienz|grossenanderung"
        r"|grossenzunahme|wachstum|dynamik|befundanderung|ruckbildung|(?:ver)?besserung|erholung|ruckgang"
        r"|verschlechterung|linderung|regress|regredienz|unterschied|befundwandel"
        r"|grossenprogredienz)\w*(?: (?:de[rs]|von|im|in|bei|gegenuber))?",
        r"ohne (?:\w+ )?(?:anderung|veranderung|zunahme|progress(?:ion)?|progredienz|befundanderung|dynamik"
        r"|grossenzunahme|grossenanderung|zweifel|ruckbildung)\w*(?: (?:de[rs]|zeigt sich))?",
        r"nicht (?:nur|allein|bloss|lediglich)",
        r"(?:kein\w*|ohne) (?:weiter|zunehmend|progredient|erneut|zusatzlich)\w*(?= (?:nach)?(?:sinterung"
        r"|hohenminderung|hohenverlust))",
        r"nicht (?:\w+ )?(?:zugenommen|progredient|grossenprogredient|abgenommen|verandert|gewachsen|vergrossert"
        r"|grosser|regredient|verkleinert|geandert)",
        r"nicht (?:vollstandig |komplett |ganz |wesentlich |\w+ )?(?:zuruckgebildet|ruckgebildet|erholt|gebessert"
        r"|verbessert|verschwunden|abgeklungen|aufgelost|behoben|beseitigt|normalisiert|verheilt|ausgeheilt|abgeheilt"
        r"|konsolidiert|durchbaut)",
        r"(?:zuvor|vormals|damals|initial|im vorbefund|in der voruntersuchung|im vor-?(?:ct|mrt)) noch nicht"
        r" (?:\w+ )?(?:nachweisbar|abgrenzbar|sichtbar|erkennbar|vorhanden|abzugrenzen)\w*|(?<=, )(?:zuvor|vormals|damals"
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
        r"(?:ed|erstdiagnose|diagnostiziert|bestrahlt|radiatio|operiert|bestrahlung|strahlentherapie|radiotherapie"
        r"|implantiert|spondylodese|diagnose|entfernt|explantiert|eingebracht|instrumentierung|stabilisierung"
        rf"|metallentfernung|materialentfernung|op)(?: \S+){{0,4}}? (?:\d{{1,2}}/)?{YEAR}",
        rf"(?:erstmals|erst|neu) (?:\w+ )?{YEAR}(?: (?:beschrieben|nachgewiesen|diagnostiziert|gesehen|festgestellt))?",
        rf"{YEAR} (?:erstmals|bestrahlt|diagnostiziert|operiert|implantiert|stabilisiert|entfernt|explantiert"
        r"|instrumentiert|eingebracht|versorgt)",
        rf"{_SUSPICION}(?=[^.;]{{0,80}}\b(?:(?:hat|haben) sich|wurde|wird|ist|sind|konnte|gilt als) (?:(?!nicht\b"
        r"|kein)\w+ ){0,3}?(?:bestatigt|gesichert|erhartet|bewiesen|verifiziert)\b)",
        rf"{_SUSPICION}(?=[^.;,]{{0,60}}(?<!nicht )\bbestatigt(?=\s*(?:[.;,]|$)))",
        r"geplante?[nrms]?(?=[^.;,]{0,60}\b(?:nicht (?:durchgefuhrt|erfolgt|stattgefunden|zustande)|abgesagt|verworfen|unterblieb))",
        r"(?:ursprunglich|initial|anfanglich|zunachst)\w*(?= \w*(?:verdacht|vermut))",
        rf"{_SUSPICION}(?=[^.;]{{0,80}}\b(?:bestatigt|bestatigte|bestatigten|erhartet|erhartete) sich(?! nicht))",
        rf"{_SUSPICION}(?=(?:[^.;,]|, (?:de[rmn]|die|das|welche)\b){{0,80}}(?<!nicht )(?<!nicht sicher )(?<!jedoch )(?<!aber )\b(?:widerlegt|ausgeraumt|entkraftet|fallen ?gelassen|verworfen|aufgegeben"
        r"|ausgeschlossen)\b)",
        r"nativ|ohne (?:kontrastmittel|km|i\.? ?v)|nicht kontrastverstarkt",
        r"falls (?:\w+ )?(?:moglich|vorhanden|verfugbar)|wenn moglich|soweit (?:beurteilbar|erkennbar|miterfasst)",
        r"so wie|sowie(?= )",
        r"(?:war|waren) (?:die )?hinter\w+[^.;,]{0,30}? noch (?:intakt|erhalten|unversehrt|unauffallig)\w*(?=, (?:jetzt"
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
            r"|(?:sind|finden sich|betreffen|fuhren|werden) (?:haufig|meist\w*|zumeist|oft|gutartig|bosartig|selten|typischerweise"
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
        r"bitte (?:\w+ ){0,2}?(?:kontrolle|abklarung|beurteilung|prufung|ausschluss|klarung)(?: (?:de[rs]|von|eine[rs]"
        r"|auf|hinsichtlich"
        r"|bezuglich))?",
        r"gesucht (?:wurde|wurden|wird|war)(?: \w+)? nach(?: eine[rnm])?|(?:es )?wurde(?: \w+)? nach(?= [^.;,]{3,60} gesucht)",
        r"vor (?:der )?(?:entwicklung|auftreten|eintritt|eintreten|entstehung|manifestation) (?:einer|eines|von)|unter (?:der )?annahme"
        r"(?: eine[rs])?",
        r"um (?:\w+ )?(?:ausschluss|abklarung|beurteilung|stellungnahme|klarung)(?: (?:einer|eines|von|der|des))?",
        r"falls|sofern|wenn|sollten?(?! (?:\w+ ){0,3}(?:erfolgen|werden)\b)|im falle?|fur den fall|vorausgesetzt"
        r"|sobald|soweit",
        r"bei (?:\w+ )?(?:auftreten|eintreten|eintritt|zeichen|entwicklung|nachweis|verdacht auf|vorliegen"
        r"|bestatigung|hinzutreten|hinweise?n?|anhalt)(?: auf| fur)?(?: (?:einer|eines|von))?",
        r"bei(?=(?: [\w-]+){1,6} im (?:weiteren |kurzfristigen |kunftigen )?verlauf\b[^.;,]{0,60}\b(?:zu \w+|indiziert|empfohlen"
        r"|erforderlich|notwendig|angezeigt|sinnvoll|moglich)\b)",
        r"(?:kame|kamen|gabe|bestunde|wurde|wurden|hatte|hatten|ware|waren|lage|fande|zeigte|trate|traten)"
        r"(?= [^.;]{3,90}, (?:so |dann )?(?:musste|mussten|ware|waren|wurde|wurden|konnte|konnten|drohte|sollte|bestunde|hatte|kame)\b)",
        r"bei (?:neu |etwaig|allfallig|zunehmend|drohend)\w*(?: auftretend\w*)?(?= [\w-]+ (?:ware|sollte|wurde|not-\w+|kontrolle"
        r"|(?:wieder)?vorstellung|mrt-kontrolle"
        r"|musste|ist|sofort|umgehend|notfall))",
        r"bei(?=(?: [\w-]+){1,5} (?:ware|waren|musste|sollte|wurde|empfiehlt|ist (?:eine|ein|die) \w+ (?:indiziert"
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
    ),
    cues(
        Polarity.CONDITIONAL,
        _ON,
        r"(?:ab|bei)(?: einem| einer)?(?= (?:grad |einem )?(?:escc|bilsky)[^.;]{0,60}\b(?:ist|sind|ware|sollte|wird"
        r"|empfehl\w*|indikation)\b)",
        of=("escc",),
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
