"""Where one German statement ends and another begins, how sections are headed, and which levels are none of a lesion.

What may not live here: cues (`cues`) and findings.
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import words
from fhir_profiles.reading.reports.mention import Section

HARD: Final = re.compile(
    r";|(?=,)(?:(?<=\bkein)|(?<=\bkeine)|(?<=\bkeiner)|(?<=\bkeinen)),(?= \w+ )|\u2014|[-–](?<=\s.)(?=\s)|\n|\((?=(?:(?:im |in "
    r")?(?:19|20)\d\d|zuvor|vorher|vormals|ehemals|fruher"
    r"|damals|initial|voruntersuchung|vor-?ct|vor-?mrt|vorbefund|vorwert|vor\b|vu\b|va\b|zuletzt|\d{1,2}[./]\d))"
    r"|,(?= (?:insbesondere|namentlich|speziell|vor allem) (?:auch )?(?:kein|ohne|nicht|weder))"
    r"|(?=\.)(?<!\b[a-z])(?<!\b\d)(?<!\b\d\d)(?<!\bca)(?<!\bbzw)(?<!\bggf)(?<!\bevtl)(?<!\bbds)(?<!\bmax)(?<!\bmin)(?<!\binkl)(?<!\bvs)(?<!\bpat)(?<!\binsb)(?<!\bneurolog)\.(?=\s)"
    r"|(?=\.)(?:(?<=\b[ctls]\d )|(?<=\b[ctls]\d\d ))\.(?=\s)"
    r"|,(?= (?:(?:der|die) patient(?:in)? selbst|denn)\b)"
    r"|,(?= (?:jetzt|nun|nunmehr|aktuell|heute|derzeit|inzwischen|mittlerweile) (?:besteht|bestehen|liegt|zeigt sich"
    r"|zeigen sich|findet sich|finden sich) (?:eine?\b|ein\b|erstmals|neu\w*))"
    r"|\b(?:(?<!nicht )(?<!betrifft )(?<!betraf )(?<!besteht )(?<!liegt )(?<!findet sich )(?:aber|jedoch|hingegen|dagegen"
    r"|allerdings)|(?<!nicht )(?:aber|jedoch|hingegen|dagegen|allerdings)(?! (?:(?:in|bei|an|auf hohe) )?[ctls]\d)"
    r"|sondern|obwohl|obgleich|wahrend|wobei|dafur"
    r"|nichtsdestotrotz|trotzdem|dennoch|indes|indessen|ausser"
    r"|lediglich(?! (?:(?:19|20)\d\d|im jahr|einmal|fruher|damals|passager|vorubergehend|\w*operativ))|vielmehr"
    r"|da|weil|sodass|so dass|seither|seitdem|letztere[rs]?|wohingegen|andererseits|demgegenuber|gleichwohl"
    r"|und (?=(?:ist|sind|hat|zeigt|wachst|infiltriert)\b))\b"
)
_FINITE: Final = (
    r"(?:ist|sind|war|waren|wird|werden|hat|haben|zeigt|zeigen|weist|weisen|bleibt|liegt|besteht|findet|misst"
    r"|erscheint|wachst|reicht|infiltriert)"
)
FOREMOST: Final = words(r"erstere[rsnm]?", r"erstgenannte[rsnm]?")
PREDICATE: Final = re.compile(
    r"(?<!, )nicht\b(?! (?:um|erklar\w*|speicher\w*|mitgeteilt|durch|behandlungs\w*|weiter\w*|naher|bekannt|operations\w*"
    r"|pathologisch\w*"
    r"|schmerz\w*|osteopor\w*|metasta\w*|tumor\w*|so|beurteil\w*|zu beurteilen|aussagekraftig|unerheblich|rontgendicht"
    r"|kontrastmittel\w*"
    r"|akut\w*|frisch\w*|(?:in|bei|von|an) [ctls]\d)\b)"
)
"""A "nicht" behind a finding of which nothing has made sense: then the finding is not read ("... wird nicht <verb>")."""
LATTER: Final = words(r"letztere[rsnm]?", r"letztgenannte[rsnm]?")
FRESH: Final = words(
    r"(?:der|die|das|dem|ein|eine|es|sie|er|diese\w?|welche\w?|dessen|deren|beide|mit|jetzt|aktuell|heute|nun"
    r"|dabei|hier|dort|zeigt|zeigend|messend|im|am|bei|nach|links|rechts|beidseits|ventral|dorsal"
    r"|zudem|ausserdem|zusatzlich|daneben|weiterhin|ferner|bekannt\w*|neu\w*|bis|ca|etwa|grosse\w?|kleine\w?"
    r"|ausgedehnte\w?|ausgepragte\w?|umschriebene\w?|deutliche\w?|rein|sonst|ansonsten|unverandert\w*|zum|zur"
    r"|vom|von|in|auf|an)(?! (?:oder|noch)\b)",
    r"(?:(?:osteo)?(?:lytisch|sklerotisch|plastisch|blastisch)\w*|gemischt\w*|osteolyse\w*|metastase\w*"
    r"|solitar\w*|multiple\w?)(?! (?:oder|noch)\b)",
    r"\d+(?:[.,]\d+)?\s?(?:mm|cm|%)?",
    r"[ctls]\d{1,2}",
    rf"[\w.\-]+(?: \w+){{0,2}}? (?:{_FINITE}|intakt\w*|erhalten\w*|regelrecht\w*|normal|durchbrochen|destruiert"
    r"|arrodiert|infiltriert|frei|komprimiert|gesintert|unauffallig)",
)
JOINS: Final = words(
    (
        r"(?:oder|noch|bzw\.?|und/oder|respektive)(?: (?:fur |auf |von |in |im |nach |des |der |einer |eines "
        r"|einen |einem |eine |ein |die |den |das |dem |zum |zur ))?"
    ),
    (
        r"(?:und|sowie)(?: auch)?(?: (?:fur |auf |von |des |einer |eines |einen |einem |dem |den |in den "
        r"|in die ))?"
    ),
)
MODIFIES: Final = words(
    r"(?<!oder )(?<!und )(?<!noch )(?<!sowie )(?<!bzw )(?<!\bist )(?<!\bwird )(?<!\bhat )(?<!\bzeigt )(?<!\bliegt )(?:des"
    r"|der|dem|eines|einer|von|vom|bei|in|im|am|an"
    r"|durch|trotz|aus|zu|zur|zum|auf|fur|neben|infolge|aufgrund|wegen|nach|innerhalb|entlang|unter|uber"
    r"|hinter|nahe|ausserhalb|beim|mit bekannter)(?! (?:hohe )?[ctls]\d)(?: (?:der|die|das|den|dem|des|diese\w?|bekannte\w?"
    r"|eine\w?"
    r"|beschriebene\w?))?"
)
WITH: Final = re.compile(r"(?<!\w)(?:mit|zeigt|welche\w?)(?!\w)|:(?=\s)")
SAYS: Final = words(r"es (?:findet|zeigt|besteht)", r"zeigt (?!sich)", r"misst", r"weist", r"wobei")

HEADINGS: Final = (
    (
        Section.IMPRESSION,
        re.compile(
            r"(?:(?:zusammenfassende )?(?:beurteilung|zusammenfassung|diagnosen?|fazit|impression|bewertung|epikrise"
            r"|schlussfolgerung|gesamtbeurteilung)(?: und \w+)?)\s*[:\-–]\s*|(?:beurteilung|zusammenfassung|fazit)\s*$"
        ),
    ),
    (
        Section.FINDINGS,
        re.compile(
            r"(?:befunde?|untersuchungsbefund|befundbericht|beschreibung|ergebnis|mikroskopie|makroskopie)\s*[:\-–]\s*"
            r"|befunde?\s*$"
        ),
    ),
    (
        Section.QUESTION,
        re.compile(
            r"(?:(?:klinische |klin\. )?(?:fragestellung(?:en)?|frage)"
            r"|(?:rechtfertigende )?indikation und fragestellung)\s*[:\-–]\s*|fragestellung\s*$"
        ),
    ),
    (
        Section.CLINICAL,
        re.compile(
            r"(?:klin(?:ische|\.) (?:angaben|information(?:en)?|daten|diagnose)|klinik|anamnese|vorgeschichte"
            r"|(?:rechtfertigende )?indikation|klinischer hintergrund|angaben)\s*[:\-–]\s*|(?:klinische angaben"
            r"|anamnese|klinik)\s*$"
        ),
    ),
    (
        Section.TECHNIQUE,
        re.compile(
            r"(?:technik|untersuchungstechnik|methode|methodik|protokoll|sequenzen|durchfuhrung|strahlenexposition"
            r"|dosis)\s*[:\-–]\s*|technik\s*$"
        ),
    ),
    (Section.ADVICE, re.compile(r"(?:empfehlung(?:en)?|procedere|prozedere|vorschlag|weiteres vorgehen)\s*[:\-–]\s*")),
)
_OTHER_LEVEL: Final = (
    "anders als",
    "im gegensatz zu",
    "mit ausnahme von",
    "bis auf",
    "ausgenommen",
    "im unterschied zu",
)
_AS_OTHER: Final = "|".join(rf"(?<={each} [ctls]\d)|(?<={each} [ctls]\d\d)" for each in _OTHER_LEVEL)
NO_LEVEL: Final = re.compile(
    rf"(?:{_AS_OTHER})(?!, (?:de[rs]|die|das|dessen|deren|wo|welche\w?)\b)|"
    r"\s*-?\s*(?:,? sondern\b|(?:(?<=-)|(?<=- ))wurzel\w*|(?:nerven|spinal)?wurzel(?!kontakt|kompr|affekt|reiz|beruhr|irrit"
    r"|beteil)\w*|bandscheib\w*|bandscheibenfach|diskus"
    r"|zwischenwirbel\w*|segment\w* (?=prolaps)|intervertebral\w*|dermatom\w*|myotom\w*|kennmuskel\w*|parese"
    r"|schwache|hypasthesie|ausfall|facettengelenksarthro\w*|rippe\w*|radikul\w*|syndrom"
    r"|(?:links |rechts |beidseits |mediolateral\w* |breitbasig\w* |dorsal\w* )*(?:bandscheiben)?(?:prolaps"
    r"|vorfall|protrusion)\w*)"
)
NO_LEVEL_OF_TWO: Final = re.compile(r"\s*(?:(?:links|rechts|beidseits)\s*)?(?:\w*foram|facetten)")
NO_LEVEL_BEFORE: Final = re.compile(
    r"(?:\bstatt|im vergleich (?:zu|mit)|verglichen mit|\w*wurzel(?:n|kontakt|kompression|reizung|affektion|irritation"
    r"|beteiligung)?|nerv|dermatom\w*|myotom\w*"
    r"|kennmuskel\w*|bandscheibe(?: \w+){0,2}|rippe"
    r"|(?:prolaps|vorfall|protrusion|diskushernie|osteochondrose|bandscheibenfach|spinalkanalstenose"
    r"|foramenstenose|facettengelenksarthrose)(?: \w+){0,2})\s*$"
)
NO_LEVEL_OF_TWO_BEFORE: Final = re.compile(
    r"(?:\w*foram\w*(?: intervertebral\w*)?|\w*gelenk\w*|\w*enge|\w*stenose|\w*einengung|recessus|segment"
    r"|hohe|facette\w*|\w*plattensklerose|osteochondros\w*|\w*arthrose|modic \w+)(?: (?:links|rechts))?\s*$"
)
ALTERNATIVES: Final = words(r"(?:oder|noch|bzw\.?|und/oder|respektive)(?: \w+)*")
GOES_ON: Final = re.compile(
    r"(?:(?<=ist )|(?<=sind )|(?<=wird )|(?<=kann )|(?<=konnte )|(?<=sich )|(?<=liegt )|(?<=war )|(?<=besteht )"
    r"|(?<=bestehen )|(?<=liegen )|(?<=zeigt )|(?<=zeigen )"
    r"|(?<=findet )|(?<=lasst )|(?<=hat ))(?:aber|indes|indessen|dennoch|trotzdem|gleichwohl|dafur"
    r"|jedoch|allerdings|hingegen|dagegen)\b|(?:aber|jedoch|allerdings|hingegen|dagegen)(?=(?: (?:noch|bislang|bisher"
    r"|derzeit|aktuell|auch|mehr|hier|dort))*"
    r" nicht(?: mehr)?(?: (?:vor|nachweisbar|abgrenzbar|erkennbar|sichtbar|eingetreten|zu erkennen|gegeben|vorhanden))?"
    r"\s*(?:[.,;]|$))"
    r"|(?:aber|jedoch|allerdings) (?:wieder |letztlich |dann |schliesslich )?"
    r"(?:verworfen|abgelehnt|fallengelassen|abgesagt)\b"
)
CONTRAST: Final = re.compile(
    r"\b(?:anders als|im gegensatz zu|im unterschied zu|wohl aber) (?:(?:bei|in|an|auf hohe) )?"
    r"(?P<level>[ctls]\d{1,2})\b(?!, (?:de[rs]|die|das|dessen|deren|wo|welche\w?)\b)"
)
"""Levels of which the opposite is said: "anders als LWK 2 ist LWK 3 frakturiert"."""
FILLERS: Final = re.compile(
    r"\?(?= (?:ja|intakt|frei|tumorfrei|erhalten|unauffallig|soweit (?:\w+ )?beurteilbar)\b)|, (?:(?:im|in der|laut"
    r"|gemass) (?:\w+ )?(?:vor-?(?:befund|untersuchung|ct|mrt)|fremdbefund|arztbrief)\w* (?:noch )?als"
    r" (?:\w+ ){1,3}?(?:beschrieben|befundet|beurteilt|eingestuft|bezeichnet)|wie (?:[\w\-/]+ "
    r"){1,7}?(?:befundet|beschrieben|vorbeschrieben|vermutet|angegeben|erwahnt|berichtet|angenommen"
    r"|postuliert|mitgeteilt|diktiert|vordiktiert|genannt|gemeldet|notiert|behauptet|dokumentiert|vermerkt|gemutmasst|befurchtet"
    r"|ublich)(?: (?:ist|sind|war|waren|wurde|wird))?|gleich welcher (?:\w+ )?\w+|entgegen de[mr] \w+"
    r"|soweit (?:[\w\-]+ ){0,4}?(?:beurteilbar|erkennbar)),(?= )"
)
"""Words between commas that are passed over."""
RETURNS: Final = words(
    r"(?:bei )?(?:der|die|dem|den)? ?patient(?:in|en)? selbst",
    r"(?:beim |bei der )?pat\.? selbst",
    r"bei (?:der|dieser|unserer) patientin",
    r"beim patienten",
    r"bei (?:dem|diesem|unserem) patienten",
    r"sie selbst",
    r"eigen-?anamnes\w*|patient(?:in)?(?=:)|pat\.?(?=:)",
    r"er selbst",
)
NOW: Final = words(
    "entspr(?:icht|echen)", "jetzt", "aktuell", "heute", "nunmehr", "nun", "derzeit", "inzwischen", "mittlerweile"
)
RELATIVE: Final = words(
    r"(?:(?:ist|sind|war|wird|wurde|kann|konnte|lasst sich|findet sich|liegt|bestatigt sich) (?:aber|jedoch"
    r"|allerdings|hingegen|derzeit|aktuell|heute|jetzt|nun|im)(?: \w+){0,4}|der|die|das|welche[rs]?|jetzt"
    r"|nunmehr|aktuell|derzeit|inzwischen|mittlerweile)(?: \w+){0,3}|(?:aber|jedoch|allerdings)(?: (?:wieder|letztlich"
    r"|dann|schliesslich))?"
)
ELLIPSIS: Final = re.compile(
    r"(?P<but>(?:,|;|\bund) ?(?:jedoch |aber |wohl aber |hingegen )?nicht (?:jedoch |aber |hingegen |dagegen "
    r"|so )?(?:(?:die|der|das) (?:[\w-]+ ){0,2}?\w*(?:lasion|metastase|herd|tumor|wirbel|wirbelkorper|befund) )?"
    r"(?:(?:von|bei|in|im|an|de[rs]|auf hohe(?: von)?|auf) )?|(?P<rather>\bnicht (?:(?:in|bei|an|auf hohe) )?))?"
    r"(?P<level>[ctls]\d{1,2})(?<!d\w\w von [ctls]\d)(?<!d\w\w von [ctls]\d\d)(?<!d\w\w in [ctls]\d)(?<!d\w\w in"
    r" [ctls]\d\d)(?:(?: und| sowie"
    r"| oder) [ctls]\d{1,2})*(?(rather)(?=,? sondern\b)|(?(but)|(?: (?:jedoch|aber"
    r"|hingegen|dagegen|bisher|bislang|noch))? (?:nicht(?: betroffen| beteiligt| befallen)?|ohne"
    r"|keine?[rsn]?)(?=\s*(?:[.;,]|$))))"
)
"""Denied at another level by "nicht" alone: "Sinterung von L2, nicht jedoch von T8", "T9 hingegen nicht"."""
EXCEPTED: Final = re.compile(
    r"\b(?:mit ausnahme(?: von| des| der| (?:auf )?hohe)?|ausgenommen(?: (?:von|in|bei|hohe|de[rn]))?|bis auf|abgesehen von"
    r"|ausser(?: (?:in|bei|an|auf))?)(?: (?:hohe|dem|den|des|de[rn]jenigen|die|der|wirbel)){0,2}(?: von| in| bei| des)? "
    r"(?P<level>[ctls]\d{1,2})\b(?!,? (?:der|die|das|dessen|deren|wo|welche\w?)\b)"
)
"""Levels of which the opposite is said: "keine Frakturen mit Ausnahme von BWK 9"."""
EXCEPTING: Final = re.compile(r"(?:ausser|bis auf|mit ausnahme|abgesehen von|ausgenommen)\b")
"""A border that makes an exception: "keine Frakturen ausser BWK 10"."""
EXCEPTIONS: Final = re.compile(
    r"(?:^|[.;,] )(?:ausser|abgesehen von|bis auf|mit ausnahme|neben|zusatzlich zu|im gegensatz zu|anders als"
    r"|im unterschied zu)\b[^,;.]*$"
)
"""A clause that only makes an exception: "außer einer alten Fraktur von LWK 1"."""
CLAUSE_OF: Final = re.compile(
    r",? (?:dessen|deren|wo|in de[mr]|bei de[mr]|welche\w?|d(?:er|ie|as)(?= \w+ (?!ist|sind)))\b"
)
OPENING: Final = re.compile(
    r"(?:^|(?<=[.;:] ))(?:trotz|ohne|bei|mangels|wegen|aufgrund|infolge|nach)\b[^.;:,]{3,80}? (?:verbleib(?:t|en)|ergib(?:t"
    r"|en)|ist|sind|hat|haben|zeigt|zeigen|besteht"
    r"|bestehen|liegt|liegen|weist|kommt|findet|finden|droht|wird|werden|erscheint|gilt|wachst|reicht|bleibt) "
)
"""A phrase before the verb of the sentence: "trotz fehlender Fraktur ist BWK 8 instabil"."""
OTHER_PLACE: Final = re.compile(
    r"\b(?:(?:ubrige|restliche|andere|sonstige|benachbarte|angrenzende|verbleibende|(?:ab|mit)gebildete|erfasste"
    r"|dargestellte|weitere)[nrms]?"
    r" (?:\w+ ){0,2}?(?:wirbel\w*|etagen?|segmente?n?|hohen|skelett\w*|knochen\w*|[hbl]ws(?:-abschnitte)?|abschnitte?n?)"
    r"|im ubrigen (?:wirbelsaule\w*|skelett)|(?:nachbar|anschluss)(?:wirbel\w*|segment\w*)|an anderer stelle|andernorts)\b"
)
"""Another vertebra that bears no number: "die übrigen Wirbelkörper"."""
ANAPHORS: Final = re.compile(
    r"(?:(?<=frisch,)|(?<=akut,)|(?<= alt,)|(?<= neu,)) (?=[ctls]\d{1,2} (?:(?:ist|hingegen|dagegen|jedoch|aber) "
    r"){0,2}(?:frisch|akut|neu|alt|alter"
    r"|verheilt|konsolidiert)\s*(?:[.,;]|$))|\b(?:die|der|das|jene[rs]?|diejenige) (?:von|in|bei|des|im) (?:hohe "
    r")?(?=[ctls]\d{1,2} (?:(?:ist|sind|wurde|hingegen"
    r"|dagegen|jedoch|aber|auch|bereits|schon|allerdings) ){0,3}(?:ebenfalls|ebenso|gleichfalls|auch|frisch|akut|neu"
    r"|rezent|alt|alter"
    r"|verheilt|konsolidiert|nicht (?:mehr )?(?:frisch|akut)|knochern|fraglich|unsicher)\b)"
)
"""A pronoun that takes up what was named: "die Fraktur von BWK 8 ist alt, die von BWK 9 frisch"."""
ABBREVIATIONS: Final = frozenset(
    {
        "ca", "z.n", "v.a", "d.h", "u.a", "bzw", "ggf", "evtl", "inkl", "incl", "max", "min", "re", "li", "bds", "dr",
        "prof", "vs", "vgl", "sog", "etc",
        "usw", "m", "a", "st", "zust", "lat", "vent", "dors", "ges", "entspr", "o.b", "s.o", "s.u", "i.s", "a.e",
        "nr", "abb", "aa", "vv", "tel", "vermutl",
        "wahrsch", "mogl", "fragl", "path", "pathol", "osteopor", "degen", "paravert", "intraspin", "epid", "neurofor",
        "deutl", "ausgepr", "ausged", "ger", "geringgr", "hochgr", "unverand", "komprim", "ventr", "kran", "kaud", "sakr",
        "metast", "insbes", "bzgl", "ggu", "praop", "postop", "z.b", "u.u", "o.g", "bed",
        "exkl", "insb", "ehem", "pat", "neurolog", "klin", "radiol", "bek", "vorbek",
    }
)  # fmt: skip
UMLAUTS: Final = re.compile(
    r"(?<!\bisr)(?<!mich)(?<!pleur)(?<!aort)ae(?!r[ou]|\b)|oe(?!xist|ffiz|mbol|ndo|lem|lekt|dukat|ryth)(?<!\bsoe(?=ben))|(?<![aeoq])ue(?!nz|tt|n\b|\b)"
    r"(?!(?<=[tnxdsv]ue)ll)"
)
"""Written so for an umlaut nearly everywhere; not "aktuell", "neue", "Residuen", "Mikroembolie"."""
COMMON: Final = frozenset(
    {
        "epidurale", "epiduraler", "entsprechend", "tumorausdehnung", "weichteilanteil", "verdacht", "nachweis", "unauffallig",
        "erhalten", "wirbelkorper", "sinterung", "anteil", "hohenminderung", "durchmesser", "bekannte", "bestrahlung", "paresen",
        "der", "die", "das", "des", "dem", "den", "und", "ist", "sind", "mit", "kein", "keine", "nicht", "im", "bei",
        "zu", "von", "nach", "ohne", "ein", "eine",
        "zur", "zum", "auf", "fur", "links", "rechts", "wirbel", "hinterkante", "osteolyse", "metastase", "fraktur",
        "bwk", "lwk", "hwk", "spinalkanal", "tumor",
        "befund", "beurteilung", "durch", "oder", "hat", "anhalt", "sich", "am", "beidseits", "abstand",
        "tumoranteil", "wird", "aus", "neu",
    }
)  # fmt: skip
