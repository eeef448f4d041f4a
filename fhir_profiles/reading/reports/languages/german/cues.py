"""German words of denial, doubt, time, condition and person.

What may not live here: findings (`structures`, `tumour`, `patient`), and where one statement ends (`borders`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_ON, _BACK, _AROUND, _ALL = Direction.AFTER_IT, Direction.BEFORE_IT, Direction.AROUND_IT, Direction.SENTENCE
_SEEN: Final = (
    r"(?:nach(?:weisbar|zuweisen|weisen|gewiesen|vollziehbar|vollzogen|zuvollziehen|vollziehen)|(?:zu )?erkenn(?:bar|en)|erkannt|abgrenzbar|abzugrenzen|abgegrenzt|abgrenzen|sichtbar|sichtlich|ersichtlich|(?:dar|nach)stellbar|dargestellt|darzustellen|darstellen"
    r"|(?:mehr )?zur darstellung(?: (?:kommend|gekommen|gebracht))?|vorhanden|vor|vorliegend|gegeben|festzustellen|festgestellt|feststellbar|gesehen|zu sehen|auffindbar|aufzufinden|gefunden|finden|zu finden|detektier(?:bar|t)|fassbar|zu fassen|auszumachen|auszumachend"
    r"|bestehend|visualisierbar|abgebildet|beobachtet|zu verzeichnen|zu verifizieren|beschrieben|vorgefunden|dokumentiert|der fall|identifizier(?:bar|t)|evident|bestehen|verifizierbar)"
)
_BE: Final = r"(?:ist|sind|war|waren|wird|werden|wurde|wurden|kann|konnen|konnte|konnten|lasst sich|lassen sich|liess sich|liessen sich|liegt|liegen|lag|lagen|stellt sich|stellen sich|kommt|kommen|besteht|bestehen|findet sich|finden sich|zeigt sich|zeigen sich)"
_ADV: Final = r"(?:jedoch|aber|allerdings|hingegen|dagegen|derzeit|aktuell|gegenwartig|momentan|bislang|bisher|somit|damit|hier|dabei|auch|jetzt|nunmehr|dort|heute|ct-?morphologisch|mr-?morphologisch|bildmorphologisch|radiologisch|eindeutig|dadurch|dann|weiterhin|zum aktuellen zeitpunkt|selbst|insgesamt|ebenfalls|im vorliegenden ct)"
_SURE: Final = r"(?:sicher|sicher\w*|eindeutig|zweifelsfrei|definitiv|mit sicherheit|mit letzter sicherheit|zuverlassig|verlasslich|ausreichend sicher|hinreichend|abschliessend|vollstandig|ganz|klar|uberzeugend|gesichert|endgultig|restlos)"
_YEAR: Final = r"(?<![\d.])(?:19|20)\d\d(?!\d)"
_KIND: Final = r"\w*(?:metastase|hamangiom|plasmozytom|myelom|osteomyelitis|spondylodiszitis|osteoidosteom|osteoblastom|sarkom|chordom|riesenzelltumor|zyste)\w*"
_SUSPICION: Final = r"(?:verdacht(?:sdiagnose)?\w*(?: (?:auf|einer|eines|der|des))?|\w+verdacht\w*|v\. ?a\.|vermutet\w*|fraglich\w*|mutmasslich\w*)"
"""Suspicion that is confirmed or refuted later in the sentence."""
_IN_DOUBT: Final = (
    r"(?:fraglich|moglich|wahrscheinlich|unwahrscheinlich|zweifelhaft|unsicher|unklar|ungewiss|unsicher|denkbar|vermutet|zu vermuten|anzunehmen|naheliegend|verdachtig|suspekt|strittig|diskutabel|vorstellbar|grenzwertig|offen|zu diskutieren)"
)

CUES: Final[tuple[Cue, ...]] = (
    # only look like a cue
    cues(
        None,
        _ON,
        r"kein\w* (?:\w+ )?(?:anderung|veranderung|zunahme|abnahme|progress(?:ion)?|progredienz|grossenanderung|grossenzunahme|wachstum|dynamik|befundanderung|ruckbildung|regress|regredienz|unterschied|befundwandel|grossenprogredienz)\w*(?: (?:de[rs]|von|im|in|bei|gegenuber))?",
        r"ohne (?:\w+ )?(?:anderung|veranderung|zunahme|progress(?:ion)?|progredienz|befundanderung|dynamik|grossenzunahme|grossenanderung|zweifel|ruckbildung)\w*(?: (?:de[rs]|zeigt sich))?",
        r"nicht (?:nur|allein|bloss|lediglich)",
        r"nicht (?:\w+ )?(?:zugenommen|progredient|grossenprogredient|abgenommen|verandert|gewachsen|vergrossert|grosser|regredient|verkleinert|geandert)",
        r"kein\w* zweifel(?: (?:an|daran|uber))?",
        r"zweifelsfrei|zweifellos|ohne zweifel|sicher nachgewiesen|unzweifelhaft",
        r"(?:im vergleich|verglichen) (?:zu[mr]?|mit)(?: \S+){0,4}? (?:\d{1,2}\.\s?\d{1,2}\.\s?)?(?:19|20)\d\d",
        rf"(?:gegenuber|seit|wie bereits|wie|unverandert zu|unverandert seit|bekannt seit)(?: \S+){{0,4}}? {_YEAR}",
        rf"(?:ed|erstdiagnose|diagnostiziert|bestrahlt|radiatio|operiert|bestrahlung|strahlentherapie|radiotherapie|implantiert|spondylodese|diagnose|entfernt|explantiert|eingebracht|instrumentierung|stabilisierung|metallentfernung|materialentfernung|op)(?: \S+){{0,4}}? (?:\d{{1,2}}/)?{_YEAR}",
        rf"(?:erstmals|erst|neu) (?:\w+ )?{_YEAR}(?: (?:beschrieben|nachgewiesen|diagnostiziert|gesehen|festgestellt))?",
        rf"{_YEAR} (?:erstmals|bestrahlt|diagnostiziert|operiert|implantiert|stabilisiert|entfernt|explantiert|instrumentiert|eingebracht|versorgt)",
        rf"{_SUSPICION}(?=[^.;]{{0,80}}\b(?:(?:hat|haben) sich|wurde|wird|ist|sind|konnte|gilt als) (?:(?!nicht\b|kein)\w+ ){{0,3}}?(?:bestatigt|gesichert|erhartet|bewiesen|verifiziert)\b)",
        rf"{_SUSPICION}(?=[^.;]{{0,80}}\b(?:bestatigt|bestatigte|bestatigten|erhartet|erhartete) sich(?! nicht))",
        rf"{_SUSPICION}(?=[^.;]{{0,80}}(?<!nicht )(?<!nicht sicher )\b(?:widerlegt|ausgeraumt|entkraftet|ausgeschlossen)\b)",
        r"nativ|ohne (?:kontrastmittel|km|i\.? ?v)|nicht kontrastverstarkt",
        r"falls (?:moglich|vorhanden|verfugbar)|wenn moglich|soweit (?:beurteilbar|erkennbar|miterfasst)",
        r"so wie|sowie(?= )",
    ),
    # somebody else
    cues(
        Polarity.OTHER_PERSON,
        _ALL,
        r"familien-?anamnes\w*|fa:|familiar\w* (?:belast\w+|vorbelast\w+|anamnese)",
        r"(?:gross)?(?:mutter|vater|eltern)|(?:halb)?(?:schwester|bruder)|tante|onkel|cousine?|geschwister|sohn(?:es)?|tochter|neffe|nichte|ehemann|ehefrau|vaters|bruders",
        r"(?:prozent|%|viele[nr]?|meisten|manchen|einem teil|etwa einem \w+|hauf\w+|\d) (?:\w+ )?(?:de[rs] |aller |von )?(?:\w+ )?patienten",
        r"(?:bei|von|der|fur|aller) (?:\w+ )?patienten mit|bei patienten|(?:die|der) meisten patienten|patientenaufklarung \(allgemein\)|(?:patienten|menschen|personen|betroffenen?) mit",
        r"allgemeine\w? (?:information\w*|hinweis\w*|aufklarung\w*)|im allgemeinen|ublicherweise|typischerweise treten|in der literatur|studien (?:zeigen|belegen)|grundsatzlich",
    ),
    # the question, the condition, the plan
    cues(
        Polarity.CONDITIONAL,
        _ON,
        r"(?:zum|zur|fur den|zwecks) (?:\w+ )?(?:ausschluss|abklarung|beurteilung|klarung|suche|frage|verlaufskontrolle|uberprufung|diagnostik|detektion)(?: (?:einer|eines|von|der|des|nach|auf|moglicher))?",
        r"z\. ?a\.|ausschluss(?! (?:von|einer|eines|der|des|jeglicher))|\w+ausschluss",
        r"(?:mit der |es wird )?(?:bitte|ersuch\w*) (?:um|nach)(?: \w+){0,3}? (?:beurteilung|ausschluss|abklarung|stellungnahme|klarung|nachweis|suche)?(?: (?:einer|eines|von|der|des|nach|auf))?",
        r"(?:frage|suche|fragestellung|nachfrage|gefragt|gesucht)(?: wird)? (?:nach|ob|auf|bezuglich)|frage:|fragestellung:|klinische frage\w*|indikation:",
        r"um (?:\w+ )?(?:ausschluss|abklarung|beurteilung|stellungnahme|klarung)(?: (?:einer|eines|von|der|des))?",
        r"falls|sofern|wenn|sollten?(?! (?:\w+ ){0,3}(?:erfolgen|werden)\b)|im falle?|fur den fall|vorausgesetzt|sobald|soweit",
        r"bei (?:\w+ )?(?:auftreten|eintreten|eintritt|zeichen|entwicklung|nachweis|verdacht auf|vorliegen|bestatigung|hinzutreten|hinweise?n?|anhalt)(?: auf| fur)?(?: (?:einer|eines|von))?",
        r"bei (?:neu |etwaig|allfallig|zunehmend|drohend)\w*(?: auftretend\w*)?(?= [\w-]+ (?:ware|sollte|wurde|musste|ist|sofort|umgehend|notfall))",
        r"bei(?=(?: [\w-]+){1,5} (?:ware|waren|musste|sollte|wurde|empfiehlt|ist (?:eine|ein|die) \w+ (?:indiziert|erforderlich|angezeigt|notwendig)|sofort|umgehend|notfall\w*)\b)",
        r"(?<!unklar, )(?<!unklar )(?<!offen, )(?<!offen )(?<!fraglich, )(?<!bekannt, )ob(?! (?:[^.;?]|(?<=\bm)\.){0,120}(?:offen|unklar|nicht (?:sicher |abschliessend |eindeutig |mit sicherheit )?(?:beurteil|entsch|zu |gekl|klar|bekannt|sagen|festst|bestimm|erkenn|abgrenz|nachweis|differenz)|abzuwarten|fraglich|moglich|unbekannt))",
        r"auszuschliessen (?:ist|sind|ware)(?= (?:eine?|die|der))(?<!nicht auszuschliessen ist)",
    ),
    cues(
        Polarity.CONDITIONAL,
        _AROUND,
        r"(?:musste|mussten|sollte|sollten|ware|waren) (?:\w+ ){0,4}?(?:ausgeschlossen|abgeklart|gepruft|beurteilt|geklart)(?: werden)?",
        r"(?:ware|waren|wurde) (?:\w+ ){0,5}?(?:erforderlich|indiziert|notwendig|notig|angezeigt|zu erwagen|kontraindiziert)",
        r"(?:ist|sollte|muss)(?: \w+){0,4}? (?:zu achten|geachtet werden)|(?:wird|ist)(?: \w+){0,3}? (?:gebeten|erbeten)|erbeten",
        r"kann es (?:\w+ ){0,4}?kommen|(?:konnte|konnten) (?:eintreten|auftreten|entstehen|sich entwickeln)",
    ),
    cues(Polarity.HISTORICAL, _ON, r"nicht (?:mehr )?(?:frisch|akut|aktuell|rezent)\w*", of=("collapse",)),
    cues(Polarity.ABSENT, _ON, r"(?:kein\w*|ohne) (?:\w+ ){0,2}?\w*(?:suspekt|verdachtig|verdacht)\w*(?: (?:auf|fur|eine[sr]?|des|der))?(?: eine?n?)?"),
    cues(
        Polarity.CONDITIONAL,
        _AROUND,
        r"droh\w+(?: \w+)?|gefahr(?: einer| eines| von)?|risiko(?: einer| eines| von)?|imminent\w*|bevorstehend\w*|gefahrdet",
        of=("cord-compression", "neurological-deficit", "canal-extension", "posterior-wall"),
    ),
    # doubt
    Cue(
        Polarity.UNCERTAIN,
        _ON,
        re.compile(r"\b(?:dd|d\. ?d\.|differen[tz]ialdiagno\w+)(?!\w):?[^.;,]{0,60}(?:, [^.;,]{1,40}){0,3}(?=[.;]|$)"),
    ),
    cues(
        Polarity.UNCERTAIN,
        _BACK,
        rf"(?:{_BE} )?(?:{_ADV} )*nicht (?:\w+ )?(?:mit (?:\w+ )?sicherheit )?(?:\w+ )?(?:auszuschliessen|ausschliessen|ausschliessbar|ausgeschlossen(?: werden)?(?: kann)?|beurteilbar|zu beurteilen|beurteilt(?: werden)?|bestimmbar|abklarbar|zu klaren|verifizierbar|evaluierbar|eruierbar|zu eruieren|erhebbar|zu erheben|auszuschliessend)(?! (?:ist|sind|bleibt|bleiben)\b(?!\s*(?:[.,;]|$)))",
        r"weder (?:\w+ )?(?:sichern|beweisen|bestatigen|bestatigt|gesichert|bewiesen|belegen) noch (?:\w+ )?(?:ausschliessen|auszuschliessen|widerlegen|ausgeschlossen)(?: werden)?",
        rf"(?:{_BE} )?(?:{_ADV} )*nicht {_SURE} (?:zu )?(?:{_SEEN}|beurteilen|abgrenzbar|messbar|\w+bar|\w+t)(?! (?:ist|sind|bleibt|bleiben)\b)",
        rf"(?:{_BE} )?(?:{_ADV} )*nicht (?:\w+ )?(?:bestatigt|bestatigen|gesichert|bewiesen|gewiss|klar)|(?:bestatigt|bestatigen) sich (?:\w+ )?nicht",
        rf"(?:ist|sind|war|bleibt|bleiben|erscheint|erscheinen|scheint|wird|werden|gilt)(?: \w+){{0,2}}? (?:als )?(?:{_IN_DOUBT})(?=\W*(?:$|[.,;)]| bei| nach| ct| mr| in| auf| und))",
        rf"(?<!nicht )(?:{_IN_DOUBT}|wahrscheinlich|vermutlich|eventuell)(?!,? (?:ob|dass)\b)(?=\s*(?:$|[.,;)]| \(|(?: (?:gewunscht|erwunscht|geplant|vorgesehen|intendiert|abgrenzbar|nachweisbar|erkennbar|sichtbar|vorhanden|vorliegend|beteiligt))))",
        r"(?:kommt|kommen)(?: \w+){0,6}? in (?:betracht|frage)|(?:kann|konnte|muss|mussen) (?:\w+ )?(?:diskutiert|vermutet|erwogen|angenommen) werden|nahegelegt|muss (?:offen ?bleiben|offengelassen werden)|offen|ungeklart",
        r"durfte(?:n)?(?: \w+)? (?:vorliegen|bestehen|sein)|konnte vorliegen|scheint (?:vorzuliegen|zu bestehen)",
        r"(?:ist|sind|bleibt)(?: \w+){0,3} (?:schwer|kaum|schlecht|nur eingeschrankt|eingeschrankt|nur bedingt|nicht ausreichend) (?:\w+ )?(?:beurteil\w+|abgrenz\w+|abzugrenzen)|eingeschrankt beurteilbar|kaum beurteilbar",
        r"ebenfalls(?=\s*[.;]?$)",
        rf",? ?(?:fraglich|moglicherweise|wohl|am ehesten|a\. ?e\.|wahrscheinlich|vermutlich|unklar ob|eventuell|evtl\.?) (?:tumoros|tumorbedingt|metastatisch|malign|pathologisch|tumor|neoplastisch)\w*(?=\s*(?:[.,;)]|$))",
        r"nicht (?:ganz )?(?:sicher|eindeutig|gesichert|klar|zweifelsfrei)(?=\s*(?:[.,;)]|$))|(?:gut |grundsatzlich |prinzipiell )?(?:vereinbar|kompatibel)(?! mit)",
    ),
    cues(
        Polarity.UNCERTAIN,
        _ON,
        rf"kein\w* (?:ganz )?(?:sicher|eindeutig|definitiv|klar|uberzeugend|zweifelsfrei|gesichert|verlasslich|offensichtlich|hochgradig sicher)\w*(?: (?:anhalt\w*|hinweis\w*|nachweis\w*|zeichen|beleg\w*|korrelat\w*|indiz\w*|kriterien))?(?: (?:fur|auf|von|einer|eines|der|des))?",
        rf"ohne (?:sicher|eindeutig|definitiv|klar|uberzeugend|zweifelsfrei)\w*(?: (?:anhalt\w*|hinweis\w*|nachweis\w*|zeichen|beleg\w*))?(?: (?:fur|auf|von|einer|eines|der|des))?",
        rf"nicht (?:\w+ )?(?:auszuschliessen|ausschliessbar|ausgeschlossen)(?: (?:werden kann|ist|sind|bleibt|bleiben|werden konnen))(?: (?:jedoch|aber|hingegen|allerdings|auch|damit|somit|derzeit|weiterhin|dabei))?(?!\s*(?:[.,;]|$))",
        rf"nicht {_SURE} (?:zu )?\w+ (?:ist|sind|bleibt|bleiben)(?: (?:eine?|die|der|das))?",
        r"(?:nicht sicher|nicht eindeutig|nicht zweifelsfrei|nicht klar|nicht definitiv)(?= )",
        r"(?:hochgradiger? |dringender? |starker? |geringer? |klinischer? |radiologischer? |radiologisch )?(?:hochgradig\w* )?verdacht\w*(?: (?:auf|einer|eines|besteht auf|fur|der))?|v\. ?a\.|v\.d\.a\.|dd:|d\. ?d\.|differentialdiagnos\w+|differenzialdiagnos\w+",
        r"(?:hochgradig |hoch |sehr |dringend |hochst )?\w*(?:verdachtig|suspekt)\w* (?:auf|fur)|\w+verdacht(?:e?s)?(?! auf)",
        r"(?:wahrscheinlich|moglich|vermutlich|fraglich|mutmasslich|eventuell|potenziell|potentiell|hochstwahrscheinlich|unwahrscheinlich|zweifelhaft|vermutet|denkbar|grenzwertig|scheinbar|anscheinend|offenbar|angedeutet)(?:e|er|es|en|em|erweise|erweise mit)?(?: aber| jedoch| auch)?(?: mit)?(?! (?:ist|bleibt|$))",
        r"(?:evtl|ggf|wahrsch|vermutl|mogl|fragl)\.?|(?:vielleicht|womoglich|moglicherweise)(?: aber| jedoch| auch)?(?: mit)?|vd\.?(?: a\.?| auf)?|(?<!sehr )wohl(?! gemerkt| aber)|evt\.?",
        r"am ehesten|a\. ?e\.|ehesten|eher(?: nicht)?|gut vereinbar mit|vereinbar mit|vereinbar|passend zu|im sinne (?:einer?|eines|von)|i\. ?s\.(?: einer?| eines)?|hinweisend auf|(?<!kein )(?<!keine )(?<!keinen )hinweise? auf(?![^.;,]{0,80}\b(?:nicht|keine?n?)\b)|spricht fur|sprechen fur|suggestiv fur|bild (?:einer|eines)(?= moglich)",
        r"konnten?(?= (?:\w+ ){0,2}?(?:sich um|auch|einer? \w+ entsprechen))|durften?|mag|mogen|scheint|scheinen|konnte es sich|deutet auf|deuten auf|hindeutend auf",
        r"ob(?= (?:[^.;?]|(?<=\bm)\.){0,120}(?:offen|unklar|nicht (?:sicher |abschliessend |eindeutig |mit sicherheit )?(?:beurteil|entsch|zu |gekl|klar|bekannt|sagen|festst|bestimm|erkenn|abgrenz|nachweis|differenz)|abzuwarten|fraglich|moglich|unbekannt))",
        r"unklar(?:,)? ob|nicht bekannt(?:,)? ob|in betracht|zu diskutieren (?:ist|sind|ware)|differenzial\w* (?:kommt|kommen|ist|sind)",
        r"nicht (?:\w+ )?(?:gesichert|bewiesen|bestatigt)(?=e)",
    ),
    cues(Polarity.UNCERTAIN, _ON, r"dd"),
    cues(Polarity.UNCERTAIN, _ON, r"(?:hochgradig |hoch |sehr |dringend |hochst )?\w*(?:verdachtig|suspekt)\w*", of=("nature", "primary")),
    Cue(Polarity.UNCERTAIN, _ON, re.compile(r"\?\s*(?=\w)")),
    Cue(Polarity.UNCERTAIN, _BACK, re.compile(r"\(?\?\)?")),
    cues(
        Polarity.UNCERTAIN,
        _ON,
        rf"(?<!kein )(?<!keine )(?<!keinen )(?<!keiner )(?<!weder )(?<!auf )(?<!fur ){_KIND} oder (?:\w+ )?{_KIND}",
        of=("nature",),
    ),
    cues(Polarity.UNCERTAIN, _AROUND, r"(?<=[0123abc] )oder(?= (?:grad )?[0123][abc]?\b)", of=("escc",)),
    cues(Polarity.UNCERTAIN, _AROUND, r"versus|vs\.?|oder doch|gegenuber(?= einer? \w+ (?:abzugrenzen|zu diskutieren))"),
    # it has gone
    cues(
        Polarity.ABSENT,
        _BACK,
        rf"(?:{_BE} )?(?:{_ADV} )*(?:nicht|kein\w*) (?:langer|mehr) (?:\w+ )?{_SEEN}",
        r"nicht mehr(?: \w+)? (?:komprimiert|beteiligt|infiltriert|tangiert|messbar|pathologisch)",
        r"(?:(?:ist|sind|hat|haben) )?(?:sich )?(?:\w+ ){0,4}?(?:komplett|vollstandig|ganzlich|vollig) (?:zuruckgebildet|regredient|verschwunden|resorbiert|aufgelost|abgeklungen|ruckgebildet|remittiert|erholt|normalisiert)",
        r"(?:verschwunden|abgeklungen|nicht mehr vorhanden|komplett regredient|aufgelost|restlos (?:verschwunden|zuruckgebildet))",
        r"(?:vollstandige?\w?|komplette\w?|vollige\w?) (?:ruckbildung|regression|remission|resolution|regredienz)",
        rf"(?:(?:{_BE}|sieht man|sehen wir) )?nicht mehr(?=\s*(?:$|[.,;]))",
        resolves=True,
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"(?:vollstandige?\w?|komplette\w?|vollige\w?) (?:ruckbildung|regression|remission|resolution|regredienz) (?:de[rs]|von|einer|eines)|verschwinden de[rs]|kein\w* (?:mehr|residuell\w*|verbliebene\w*|rest\w*)",
        resolves=True,
    ),
    # denial
    cues(
        Polarity.ABSENT,
        _BACK,
        rf"(?:{_BE} )?(?:{_ADV} )*nicht (?:\w+ )?(?:{_SEEN})",
        rf"(?:{_BE} )?(?:{_ADV} )*(?:sicher |eindeutig |damit |somit |weitgehend )?(?:ausgeschlossen|auszuschliessen|verneint|negiert|widerlegt|entkraftet|nicht der fall|negativ(?! fur))",
        r"(?:kann|konnen|konnte|konnten) (?:\w+ ){0,2}?ausgeschlossen werden|(?:sicher |eindeutig |somit |damit |zuverlassig )?(?:ausschliessen|ausgeraumt)",
        r"(?:ist|sind) (?:\w+ )?nicht bekannt|nicht bekannt",
        r"kein (?:anhalt|hinweis|nachweis|korrelat|beleg)(?:spunkt)?(?=\s*(?:$|[.,;)]))|keine (?:hinweise|anhaltspunkte|zeichen)(?=\s*(?:$|[.,;)]))|kein (?:sicherer )?kontakt(?=\s*(?:$|[.,;]))",
        r"(?:gibt|ergibt|ergeben|geben|findet|finden|zeigt|zeigen|besteht|bestehen|liegt|liegen|sehen|sieht)(?: es| sich| wir| man)?(?: \w+)? kein\w* (?:\w+ )?(?:anhalt\w*|hinweis\w*|nachweis\w*|zeichen|korrelat\w*|beleg\w*|verdacht)(?=\s*(?:$|[.,;)]))",
        r"nicht (?:\w+ )?(?:vorliegt|vorliegen|vorlag|besteht|bestehen|zeigt|zeigen|findet|finden|darstellt|darstellen|existiert)(?! sich)",
        r"(?:ist |sind )?nicht zu (?:fuhren|erbringen|belegen|sehen|finden)|(?:stellt|stellen|bildet) sich (?:\w+ )?nicht (?:dar|ab)|(?:gelingt|gelang|gelingen) nicht",
        r"(?<=: )(?:nein|keine?r?s?|negativ|fehlt|fehlend|nicht|entfallt|ohne)(?=\s*(?:[.,;)]|$))",
        r"(?<!\bes )(?:fehlt|fehlen)|fehlend|unterblieben|besteht nicht|bestehen nicht|existiert nicht|wird verneint|werden verneint|entfallt",
        rf"(?:{_BE}|ergibt sich|ergeben sich|gibt es|sehen wir|sieht man|sehe ich) (?:{_ADV} )*nicht(?=\s*(?:[.,;)]|$))",
        r"nicht das ziel|nicht ziel",
        r"nicht (?:geplant|vorgesehen|angestrebt|gewunscht|erwunscht|beabsichtigt|intendiert|indiziert|erforderlich|notwendig|notig|durchgefuhrt|erfolgt|stattgefunden|erfolgte)",
    ),
    cues(Polarity.ABSENT, _BACK, r"nicht(?: (?:ein|an|auf|aus|vor|uber|durch|hinein|heran|ab))?(?=\s*(?:[.,;)]|$))", nearest=True),
    cues(
        Polarity.ABSENT,
        _BACK,
        r"(?:statt|anstelle|anstatt) (?:eine[rs]|de[rs]|von)[^.;,]{0,60}?(?= (?:zeigt|findet|besteht|liegt|sieht|ist|handelt)\b)",
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"weder(?:[^.;]|(?<=\bm)\.){0,150}?\bnoch(?:[^.;,]{0,60}?\bnoch)?",
        r"kein(?:e|en|er|em|es|erlei)?(?: (?:weitere\w?|neue\w?|neu aufgetretene\w?|zusatzliche\w?|relevante\w?|wesentliche\w?|nennenswerte\w?|begleitende\w?|assoziierte\w?|sonstige\w?|umschriebene\w?|direkte\w?|unmittelbare\w?))*"
        r"(?: (?:anhalt\w*|hinweis\w*|nachweis\w*|zeichen|beleg\w*|verdacht\w*|korrelat\w*))?(?: (?:fur|auf|von|einer|eines|der|des))?(?: (?:eine?n?r?|das vorliegen (?:einer|eines|von)|vorliegen))?",
        r"(?:ohne|unter ausschluss)(?: (?:weitere\w?|neue\w?|erkennbare\w?|nachweisbare\w?|nachweis\w*|anhalt\w*|hinweis\w*|zeichen|begleitende\w?|fassbare\w?|abgrenzbare\w?|sichtbare\w?))*(?: (?:fur|auf|von|einer|eines|der|des))?(?: (?:eine?n?))?",
        r"(?:ausschluss|fehlen|abwesenheit|nichtvorliegen|aussparung) (?:von|einer|eines|der|des|jeglicher)|ausgeschlossen (?:werden (?:kann|konnen|konnte)|ist|sind)|frei von|negativ fur|fehlend\w*|statt(?: einer)?|anstelle (?:einer|eines|von)",
        r"nicht",
        r"ebenso ?wenig|geschweige denn|auch (?:nicht|kein\w*)|in keiner weise|nicht einmal",
        r"es fehl(?:t|en)(?: \w+)?(?: hinweise? auf| anhalt\w* fur)?",
        r"nie(?:mals)?|nirgends|nirgendwo|mitnichten|keinesfalls|keineswegs|nein",
    ),
    # the plan
    cues(
        Polarity.CONDITIONAL,
        _AROUND,
        r"(?:ist |wird |sind )?(?:geplant\w*|vorgesehen\w*|terminiert|beabsichtigt|angedacht|anstehend\w*|bevorstehend\w*|avisiert|zu erwagen|erwogen|indiziert|empfohlen|diskutiert|angeboten|vorgeschlagen|in planung|angestrebt|angemeldet|vorbereitet)"
        r"|(?:wird|soll|sollte|sollten|kann) (?:\w+ ){0,5}?(?:erfolgen|beginnen|eingeleitet|begonnen|durchgefuhrt|erhalten|stattfinden|bestrahlt|werden)|vor (?:geplanter|der geplanten|beginn|einleitung)|nachste\w? woche|kommende\w? woche|ab (?:montag|dienstag|mittwoch|donnerstag|freitag|morgen|nachst\w+|kommend\w+)|beginnt|startet|steht an|in kurze|kandidat fur|empfehlung\w*|\w*bestrahlungsplanung\w*|planungs-?ct|zur (?=radiatio|bestrahl|strahlen)|planung|(?:vor|fur) (?:einer|die) (?=radiat|bestrahl|strahlen)",
        of=("previous-radiotherapy", "metal-near-level"),
    ),
    # the past
    cues(
        Polarity.HISTORICAL,
        _BACK,
        r"(?:ist |sind |war )?(?:\w+ ){0,2}?(?:alt|alteren datums|alterer genese|aus(?:geheilt)|verheilt|abgeheilt|konsolidiert|durchbaut|knochern konsolidiert|knochern durchbaut|fest verheilt|nicht (?:mehr )?(?:frisch|akut|rezent))(?=\W|$)",
        r"vor (?:der )?(?:therapie|operation|op|behandlung)(?=\s*(?:$|[.,;]))|in der vergangenheit|in der kindheit|in der jugend|(?:seinerzeit|damals)(?=\s*(?:$|[.,;]))|folgenlos",
    ),
    cues(Polarity.HISTORICAL, _BACK, r"(?:laut|im|gemass) (?:\w+ )?(?:vorbefund|vor-?ct|vor-?mrt)\w*|in der (?:letzten )?voruntersuchung", of=("escc", "size")),
    cues(Polarity.HISTORICAL, _BACK, r"(?:vor)?beschriebene\w?(?= (?:\w+ )?(?:lasion|metastase|herd|absiedlung|osteolyse))", of=("matrix",)),
    cues(Polarity.HISTORICAL, _ON, r"(?:voruntersuchung|vorbefund|vor-?ct|vor-?mrt|voraufnahme)\w*:?(?: noch| ca\.?)?(?= \d)", of=("size", "distance-to-neural-structure", "distance-to-viscus")),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"(?:vormals|ehemals|fruher|initial|ursprunglich|zuvor|vorher|vorbeschrieben)(?= (?:noch |rein |uberwiegend |vorwiegend |vornehmlich )?(?:(?:osteo)?(?:lyt|skler|plast|blast)|gemischt))",
        of=("matrix",),
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"(?:fruher\w*|vormals|ehemals|initial\w*|ursprunglich\w*|zuvor)(?! (?:noch |rein |uberwiegend |vorwiegend |vornehmlich )?(?:(?:osteo)?(?:lyt|skler|plast|blast)|gemischt))|ehemalig\w*|einstig\w*|einst|damalig\w*|damals|vorbestehend gewesen|anfanglich\w*|seinerzeit|vorubergehend\w*|transient\w*|passager\w*|anamnestisch",
        r"z\. ?n\.|zustand nach|zust\. n\.|status nach|st\. ?n\.|st\. p\.|s\. p\.|status post",
        r"alt(?:e|er|en|es|em)?|altere[rnsm]?|ausgeheilte?\w?|verheilte?\w?|abgeheilte?\w?|konsolidierte?\w?|durchbaute?\w?|zuruckliegende?\w?|stattgehabte?\w?|langer zuruckliegende?\w?|historische?\w?",
        r"(?:vor|vor der|bis zur|zum zeitpunkt der|in der|bei der) (?:\w+ )?(?:operation|op|therapie|behandlung|erstuntersuchung|primardiagnose|erstdiagnose)(?: (?:bestand|bestanden|lag|war|fand sich))?",
    ),
    cues(
        Polarity.HISTORICAL,
        _AROUND,
        rf"(?:im jahre? |in der voruntersuchung |im ct |im mrt |in |vom |von |aus |bis |anno )?(?:\d{{1,2}}/)?{_YEAR}(?: (?:bestand|bestanden|war|zeigte sich|fand sich|lag))?",
        r"(?:hatte|war|waren|wurde)(?: \w+){0,4} (?:bestanden|vorgelegen|bestehend gewesen|gewesen)|vor (?:\w+ )?(?:jahren|monaten) (?:bestand|war|lag|bestanden)",
    ),
)
"""Earlier rows take their words first: what only looks like a cue, then persons, conditions, doubt, denial, the past."""
