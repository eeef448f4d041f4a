"""German words of doubt, and what only threatens.

What may not live here: denial (`denial`) and conditions (`asked`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.german.cue_words import ADV, BE, SEEN, SURE
from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_ON, _BACK, _AROUND = Direction.AFTER_IT, Direction.BEFORE_IT, Direction.AROUND_IT
_KIND: Final = (
    r"\w*(?:metastase|filia|absiedlung|hamangiom|plasmozytom|myelom|osteomyelitis|spondylodiszitis|osteoidosteom|osteoblastom"
    r"|sarkom|chordom|riesenzelltumor|zyste)\w*"
)
_CAUSE: Final = (
    r"(?:metastatisch|entzundlich|degenerativ|traumatisch|osteoporotisch|malign|benigne|infektios|tumoros|primar"
    r"|sekundar)"
)
_IN_DOUBT: Final = (
    r"(?:fraglich|moglich|wahrscheinlich|unwahrscheinlich|zweifelhaft|unsicher|unklar|ungewiss|unsicher"
    r"|denkbar|vermutet|zu vermuten|anzunehmen|naheliegend|verdachtig|suspekt|strittig|diskutabel|vorstellbar"
    r"|grenzwertig|offen|zu diskutieren)"
)
"""Earlier rows take their words first: what only looks like a cue, then persons, conditions, doubt, denial, the past."""


DOUBT: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.UNCERTAIN,
        _ON,
        r"von(?= eine[rm] (?:\w+ )?\w+ (?:nicht|kaum|schwer) (?:\w+ )?(?:abzugrenzen|zu unterscheiden|abgrenzbar|zu "
        r"differenzieren"
        r"|unterscheidbar|zu trennen))",
        of=("nature",),
    ),
    Cue(
        Polarity.UNCERTAIN,
        _ON,
        re.compile(
            r"\b(?:moglich|fraglich|denkbar|unsicher|unklar|wahrscheinlich|zu vermuten|vermutet|verdachtig|offen|nicht "
            r"(?:sicher )?(?:auszu"
            r"schliessen|ausgeschlossen|beurteilbar|abgrenzbar)),? (?P<at>ebenso|gleichfalls|desgleichen|ebenfalls"
            r"|genauso)(?= (?:eine?|die"
            r"|der|das)\b)"
        ),
    ),
    Cue(
        Polarity.UNCERTAIN,
        _ON,
        re.compile(
            r"(?:^|(?<=[;:.] ))eine?n?(?= (?:(?!\b(?:ist|sind|zeigt|hat|besteht|liegt|mit|die|welche)\b)[^.;:]){5,150}?\b(?:oder"
            r"|und|sowie|noch) [^.;:,]{3,60}? (?:sind|lassen sich|konnen|konnten|waren)(?: \w+){0,2}? nicht (?:\w+ )?(?:sicher"
            r"|auszu|ausge|beurteil|zu beurt|eindeutig)\w*)"
        ),
        far=True,
        needs=(" nicht",),
    ),
    Cue(
        Polarity.UNCERTAIN,
        _BACK,
        re.compile(
            r"\bals (?:primarius|primartumor|primum|ursprung\w*|ausgangstumor)\b[^.;]{0,60}? (?P<at>komm(?:t|en) [^.;]{3,70}?"
            r" (?:in frage|in betracht|infrage))"
        ),
        of=frozenset({"primary"}),
        needs=("als prim", "als ursprung", "als ausgang"),
    ),
    cues(
        Polarity.UNCERTAIN,
        _AROUND,
        r"(?:schliesst|schliessen|schloss|schlossen)(?=(?: \w+){1,7}? nicht (?:\w+ )?aus(?=\s*(?:[.,;]|$)))",
    ),
    cues(
        Polarity.UNCERTAIN,
        _AROUND,
        r"(?:auszuschliessen|ausgeschlossen|ausschliessen) (?:(?:werden |lasst sich |lassen sich )?(?:ist|sind|bleibt"
        r"|bleiben|kann|konnen"
        r"|konnte|lasst sich|lassen sich|mochte ich|will ich))?(?=[^.;,]{1,80} nicht\b)",
    ),
    cues(
        Polarity.UNCERTAIN,
        _AROUND,
        r"(?:sicher|eindeutig|klar|definitiv|uberzeugend)\w* (?:zeichen|hinweise?|anhaltspunkte?|nachweise?|kriterien|anhalt)"
        r"(?: (?:fur|auf|eine[rs]))*(?=[^.;]{1,80}\b(?:fehlt|fehlen|nicht|keine?)\b)",
    ),
    cues(
        Polarity.UNCERTAIN,
        _AROUND,
        r"(?:weniger|mehr|ebenso|genauso|gleich|kaum|sehr viel) wahrscheinlich(?: als)?|wahrscheinlicher(?: als)?",
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"(?:kein\w*|ohne) (?:(?!sicher|eindeutig|definitiv|klar|uberzeugend|zweifelsfrei|gesichert|verlasslich|offensichtlich"
        r"|hochgradig|ganz)[\w-]+ ){1,2}?(?:hinweise?|anhalt\w*|zeichen|nachweis\w*|verdacht\w*|korrelat\w*|beleg\w*|kriterien)"
        r" (?:auf|fur|eine[rs]|von|des|der)(?: eine?[rns]?)?",
        r"(?:kein\w*|ohne) (?:[\w-]+ ){1,5}?(?:im sinne|i\. ?s\.)(?: eine[rs]| von)?",
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"nicht (?:vereinbar|kompatibel) mit(?: eine[rm])?|(?:passt|passen) (?:\w+ )?nicht zu[mr]?(?: eine[rm])?"
        r"|nicht (?:im sinne|passend zu|typisch fur)(?: eine[srm]| von)?|(?:spricht|sprechen) (?:\w+ )?nicht fur",
        of=("nature", "primary", "neurological-deficit", "collapse"),
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        r"nicht (?:vereinbar|kompatibel)(?! mit)|nicht passend|nicht in einklang zu bringen",
        of=("nature", "primary"),
    ),
    cues(
        Polarity.UNCERTAIN,
        _BACK,
        r"(?:nur|kaum|schwer|schlecht|eingeschrankt|bedingt|unzureichend|ungenugend)(?: (?!zu\b)\w+){0,2}? (?:beurteilbar"
        r"|zu beurteilen)|(?:nicht|nur|kaum|schwer|schlecht|eingeschrankt|bedingt|unzureichend|ungenugend)(?: (?!zu\b)\w+){0,2}?"
        r" (?:einsehbar|bewertbar|zu bewerten|einzusehen)",
        r"kein\w* (?:ganz )?(?:sicher|eindeutig|definitiv|klar|uberzeugend|zweifelsfrei|gesichert|verlasslich)\w* (?:anhalt\w*"
        r"|hinweis\w*|nachweis\w*|korrelat\w*|zeichen|beleg\w*)(?=\s*(?:$|[.,;)]))",
        r"nicht (?:sicher |klar |eindeutig |immer )?(?:von|gegen(?:uber)?) [^.;,]{1,40} (?:zu unterscheiden|abzugrenzen"
        r"|zu differenzieren"
        r"|abgrenzbar|unterscheidbar|differenzierbar)",
    ),
    cues(Polarity.HISTORICAL, _BACK, r"nicht (?:mehr )?(?:frisch|akut|rezent)(?=\s*(?:[.,;)]|$))", of=("collapse",)),
    cues(Polarity.HISTORICAL, _ON, r"nicht (?:mehr )?(?:frisch|akut|aktuell|rezent)e[rnms]?(?= \w)", of=("collapse",)),
    cues(
        Polarity.ABSENT,
        _ON,
        (
            r"(?:kein\w*|ohne) (?:\w+ ){0,2}?\w*(?:suspekt|verdachtig|verdacht)\w*(?: (?:auf|fur|eine[sr]?|des"
            r"|der))?(?: eine?n?)?"
        ),
    ),
    cues(
        Polarity.CONDITIONAL,
        _AROUND,
        r"droh\w+(?: \w+)?|gefahr(?: einer| eines| von)?|risiko(?: einer| eines| von)?|imminent\w*|bevorstehend\w*"
        r"|gefahrdet",
        of=(
            *("cord-compression", "neurological-deficit", "canal-extension", "posterior-wall", "soft-tissue-extension"),
            *("foraminal-extension", "close-to-neural-structure", "close-to-viscus", "intra-articular"),
        ),
    ),
    Cue(
        Polarity.UNCERTAIN,
        _ON,
        re.compile(
            r"\b(?:dd|d\. ?d\.|differen[tz]ialdiagno\w+)(?!\w):?(?:[^.;,]|(?<=\bvs)\.|(?<=\ba)\.|(?<=\be)\.){0,70}"
            r"(?:, [^.;,]{1,40}){0,3}(?=[.;]|$)"
        ),
    ),
    Cue(
        Polarity.UNCERTAIN,
        _BACK,
        re.compile(
            r"(?:metasta|fraktur|sinterung|filia|absiedl|infiltration|beteiligung|ausdehnung|hamangiom|plasmozytom"
            r"|primarius)\w*[^.;,]{0,40}?"
            r" (?P<at>(?:wird|werden|wurde)(?: (?!nicht)\w+){0,2}? (?:diskutiert|erwogen|vermutet|postuliert|angenommen))"
        ),
    ),
    cues(
        Polarity.UNCERTAIN,
        _BACK,
        rf"(?:{BE} )?(?:{ADV} )*nicht (?:\w+ )?(?:mit (?:\w+ )?sicherheit )?(?:\w+ )?(?:auszuschliessen"
        r"|ausschliessen|ausschliessbar|ausgeschlossen(?: werden)?(?: kann)?|beurteilbar|zu beurteilen"
        r"|beurteilt(?: werden)?|bestimmbar|abklarbar|zu klaren|verifizierbar|evaluierbar|eruierbar|zu eruieren"
        r"|erhebbar|zu erheben|auszuschliessend)(?! (?:ist|sind|bleibt|bleiben)\b(?!\s*(?:[.,;]|$)))(?! (?:werden|kann"
        r"|eine?[rns]?)\b)",
        r"weder (?:\w+ )?(?:sichern|beweisen|bestatigen|bestatigt|gesichert|bewiesen"
        r"|belegen) noch (?:\w+ )?(?:ausschliessen|auszuschliessen|widerlegen|ausgeschlossen)(?: werden)?",
        rf"(?:{BE} )?(?:{ADV} )*nicht {SURE} (?:zu )?(?:{SEEN}|beurteilen|abgrenzbar|messbar|\w+bar|\w+t)(?! (?:ist"
        r"|sind|bleibt|bleiben)\b)",
        rf"(?:{BE} )?(?:{ADV} )*nicht (?:\w+ )?(?:bestatigt|bestatigen|gesichert|bewiesen|gewiss|klar)|(?:bestatigt"
        r"|bestatigen) sich (?:\w+ )?nicht",
        r"(?:ist|sind|war|bleibt|bleiben|erscheint|erscheinen|scheint|wird|werden"
        rf"|gilt)(?: \w+){{0,2}}? (?:als )?(?:{_IN_DOUBT})(?=\W*(?:$|[.,;)]| bei| nach| ct| mr| in| auf| und))",
        rf"(?<!nicht )(?:{_IN_DOUBT}|wahrscheinlich|vermutlich|eventuell)(?!,? (?:ob|dass)\b)(?=\s*(?:$|[.,;)]| \("
        r"|(?: (?:gewunscht|erwunscht|geplant|vorgesehen|intendiert|abgrenzbar|nachweisbar|erkennbar|sichtbar"
        r"|vorhanden|vorliegend|beteiligt))))",
        r"(?:(?:kann|konnen|konnte|darf|ist|sind)(?: \w+){0,3} )?nicht (?:\w+ )?(?:davon )?(?:auszugehen"
        r"|ausgegangen werden"
        r"|angenommen werden|anzunehmen|vorausgesetzt werden|unterstellt werden)",
        r"(?<!nicht )(?:ist |wird |muss )?(?:\w+ )?(?:auszugehen|ausgegangen werden|ausgegangen)",
        r"(?:besteht|bestehen|liegt|liegen) (?:\w+ )?(?:moglicherweise|vermutlich|wahrscheinlich|eventuell"
        r"|vielleicht|fraglich"
        r"|allenfalls|womoglich)",
        r"gegen (?:das vorliegen )?(?:eine[rsnm]? |einen )?(?:\w+ )?\w+ (?:spricht|sprechen)",
        r"(?:kommt|kommen)(?: (?!nicht)[\w-]+){0,6}? (?:in betracht|in frage|infrage)|(?:kann|konnte|muss"
        r"|mussen) (?:\w+ )?(?:diskutiert"
        r"|vermutet|erwogen|angenommen) werden|nahegelegt|muss (?:offen ?bleiben|offengelassen werden)|offen"
        r"|ungeklart",
        r"(?<!kein )(?<!keine )(?<!keinen )(?<!ohne )(?:bestehen|bestanden|gibt es|verbleiben|bleiben)(?: \w+)? zweifel"
        r"(?=\s*(?:[.,;]|$))",
        r"(?:liegt|liegen) (?:\w+ )?nahe|(?:drangt|drangen) sich (?:\w+ )?auf|nicht (?:(?!durch\b)\w+ ){0,3}?(?:zu"
        r" )?(?:verneint|negiert|widerlegt"
        r"|entkraftet|verneinen|negieren|widerlegen|entkraften|ausraumen|auszuraumen)"
        r"(?: werden)?",
        r"durfte(?:n)?(?: \w+)? (?:vorliegen|bestehen|sein)|konnte vorliegen|scheint (?:vorzuliegen|zu bestehen)",
        r"(?:scheint|scheinen|durften?) (?:\w+ ){0,2}?nicht (?:vorzuliegen|zu bestehen|vorliegen|bestehen)",
        r"(?:ist|sind|bleibt)(?: \w+){0,3} (?:schwer|kaum|schlecht|nur eingeschrankt|eingeschrankt|nur bedingt"
        r"|nicht ausreichend) (?:\w+ )?(?:beurteil\w+|abgrenz\w+|abzugrenzen)|eingeschrankt beurteilbar"
        r"|kaum beurteilbar",
        r"(?<=: )(?:unbekannt|unklar|nicht bekannt|nicht beurteilbar|fraglich|offen|ungewiss)(?=\s*(?:[.,;]|$))",
        r"(?:ebenfalls|ebenso|gleichfalls|desgleichen|genauso|dito)(?=\s*[.;]?$)",
        r",? ?(?:fraglich|moglicherweise|wohl|am ehesten|a\. ?e\.|wahrscheinlich|vermutlich|unklar ob|eventuell"
        r"|evtl\.?) (?:tumoros|tumorbedingt|metastatisch|malign|pathologisch|tumor|neoplastisch)\w*(?=\s*(?:[.,;)]"
        r"|$))",
        r"nicht (?:ganz )?(?:sicher|eindeutig|gesichert|klar|zweifelsfrei)(?=\s*(?:[.,;)]|$))|(?:gut "
        r"|grundsatzlich |prinzipiell )?(?:vereinbar|kompatibel)(?! mit)",
    ),
    cues(
        Polarity.UNCERTAIN,
        _ON,
        r"kein\w* (?:ganz )?(?:sicher|eindeutig|definitiv|klar|uberzeugend|zweifelsfrei|gesichert|verlasslich"
        r"|offensichtlich|hochgradig sicher)\w*(?: (?:anhalt\w*|hinweis\w*|nachweis\w*|zeichen|beleg\w*"
        r"|korrelat\w*|indiz\w*|kriterien))?(?: (?:fur|auf|von|einer|eines|der|des))?",
        r"ohne (?:sicher|eindeutig|definitiv|klar|uberzeugend|zweifelsfrei)\w*(?: (?:anhalt\w*|hinweis\w*"
        r"|nachweis\w*|zeichen|beleg\w*))?(?: (?:fur|auf|von|einer|eines|der|des))?",
        r"nicht (?:\w+ )?(?:auszuschliessen|ausschliessbar|ausgeschlossen)(?: (?:werden kann|ist|sind|bleibt"
        r"|bleiben|werden konnen))(?: (?:jedoch|aber|hingegen|allerdings|auch|damit|somit|derzeit|weiterhin"
        r"|dabei))?(?!\s*(?:[.,;]|$))",
        rf"nicht {SURE} (?:zu )?\w+ (?:ist|sind|bleibt|bleiben)(?: (?:eine?|die|der|das))?",
        r"(?:nicht sicher|nicht eindeutig|nicht zweifelsfrei|nicht klar|nicht definitiv)(?= )",
        r"(?:hochgradiger? |dringender? |starker? |geringer? |klinischer? |radiologischer? "
        r"|radiologisch )?(?:hochgradig\w* )?verdacht\w*(?: (?:auf|einer|eines|besteht auf|fur|der))?|v\. ?a\."
        r"|v\.d\.a\.|dd:|d\. ?d\.|differentialdiagnos\w+|differenzialdiagnos\w+",
        r"(?:hochgradig |hoch |sehr |dringend |hochst )?\w*(?:verdachtig|suspekt)\w* (?:auf|fur)"
        r"|\w+verdacht(?:e?s)?(?! auf)",
        r"(?:wahrscheinlich|moglich|vermutlich|fraglich|mutmasslich|eventuell|potenziell|potentiell"
        r"|hochstwahrscheinlich|unwahrscheinlich|zweifelhaft|vermutet|denkbar|grenzwertig|scheinbar|anscheinend"
        r"|offenbar|angedeutet)(?:e|er|es|en|em|erweise|erweise mit)?(?: aber| jedoch| auch)?(?: mit)?(?! (?:ist"
        r"|bleibt|$))",
        r"(?:evtl|ggf|wahrsch|vermutl|mogl|fragl)\.?|(?:vielleicht|womoglich|moglicherweise)(?: aber| jedoch"
        r"| auch)?(?: mit)?|vd\.?(?: a\.?| auf)?|(?<!sehr )wohl(?! gemerkt| aber)|evt\.?",
        r"am ehesten|a\. ?e\.|ehesten|eher(?: nicht)?|gut vereinbar mit|vereinbar mit|vereinbar|passend zu"
        r"|im sinne (?:einer?|eines|von)|i\. ?s\.(?: einer?| eines)?|hinweisend auf"
        r"|(?<!kein )(?<!keine )(?<!keinen )(?<!jeglicher )(?<!jeder )(?<!fehlt der )(?<!weitere )hinweise?"
        r" auf(?![^.;,]{0,80}\b(?:nicht|keine?n?)\b)|spricht fur"
        r"|sprechen fur|suggestiv fur|bild (?:einer|eines)(?= moglich)"
        r"|(?:bild|aspekt|befund|aussehen|morphologie) wie(?: bei| (?:von )?eine[rsm]?)?"
        r"|wie bei(?: eine[rm])?|erinner\w+ an|ahnel\w+|ahnlich (?:wie|eine[rm])|imponier\w+ (?:als|wie)"
        r"|nach art eine[rs]",
        r"konnten?(?= (?:\w+ ){0,2}?(?:sich um|auch|einer? \w+ entsprechen))|durften?|mag|mogen|scheint|scheinen"
        r"|konnte es sich|deutet auf|deuten auf|hindeutend auf",
        r"ob(?= (?:[^.;?]|(?<=\bm)\.){0,120}(?:offen|unklar|nicht (?:sicher |abschliessend |eindeutig "
        r"|mit sicherheit )?(?:beurteil|entsch|zu |gekl|klar|bekannt|sagen|festst|bestimm|erkenn|abgrenz|nachweis"
        r"|differenz|hervor|ersichtlich|vermerkt|dokument|angegeb|mitgeteilt|ermittel)|abzuwarten|fraglich"
        r"|moglich|unbekannt))",
        r"(?<!un)(?:strittig|fraglich|offen|unklar|unsicher|zweifelhaft|ungewiss) (?:ist |sind |bleibt "
        r"|bleiben )?(?:die|der|das|eine?)",
        r"(?:spricht|sprechen)(?: \w+){0,2}? gegen|ungesicherte?[nrms]?|unbestatigte?[nrms]?|gegen(?= (?:eine?n? )?\w+ "
        r"sprechend)",
        r"entweder(?=[^.;]{1,80}\boder\b)",
        r"lass(?:t|en)(?: \w+){0,2}? an(?= [^.;,]{1,60}\bdenken)|zu denken (?:ist |ware )?an|denken an",
        r"unklar(?:,)? ob|nicht bekannt(?:,)? ob|in betracht|zu diskutieren (?:ist|sind|ware)"
        r"|differenzial\w* (?:kommt|kommen|ist|sind)",
        r"nicht (?:\w+ )?(?:gesichert|bewiesen|bestatigt)(?=e)",
    ),
    cues(Polarity.UNCERTAIN, _ON, r"dd"),
    cues(
        Polarity.UNCERTAIN,
        _ON,
        r"(?:hochgradig |hoch |sehr |dringend |hochst )?\w*(?:verdachtig|suspekt)\w*",
        of=("nature", "primary"),
        needs=("verdachtig", "suspekt"),
    ),
    Cue(Polarity.UNCERTAIN, _ON, re.compile(r"\?\s*(?=\w)")),
    Cue(
        Polarity.UNCERTAIN, _BACK, re.compile(r"\(?\?\)?(?!(?: \w+)? (?:nein|nicht|keine?[rs]?|negativ)\s*(?:[.,;]|$))")
    ),
    cues(
        Polarity.UNCERTAIN,
        _ON,
        rf"(?<!kein )(?<!keine )(?<!keinen )(?<!keiner )(?<!weder )(?<!auf )(?<!fur ){_KIND} oder (?:\w+ )?{_KIND}",
        of=("nature",),
        needs=(" oder ",),
    ),
    cues(
        Polarity.UNCERTAIN,
        _AROUND,
        rf"{_CAUSE}\w* (?:oder|versus|vs\.?|bzw\.?|vs|und/oder) (?:\w+ )?{_CAUSE}\w*",
        of=("nature",),
    ),
    cues(Polarity.UNCERTAIN, _AROUND, r"(?<=[0123abc] )oder(?= (?:grad )?[0123][abc]?\b)", of=("escc",)),
    cues(
        Polarity.UNCERTAIN,
        _AROUND,
        r"(?:weniger|mehr|ebenso|genauso|gleich|annahernd gleich|kaum) wahrscheinlich|wahrscheinlicher(?: als)?"
        r"|versus|vs\.?|oder doch|gegenuber(?= einer? \w+ (?:abzugrenzen|zu diskutieren))",
    ),
)
