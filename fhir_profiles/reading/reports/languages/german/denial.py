"""German words of denial: what has gone, and what is not there.

What may not live here: doubtful denial ("kein sicherer Anhalt": `doubt`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.german.cue_words import ADV, BE, SEEN
from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_ON, _BACK = Direction.AFTER_IT, Direction.BEFORE_IT


DENIAL: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.ABSENT,
        Direction.AROUND_IT,
        r"an keiner stelle|zu keine[mr] (?:zeitpunkt|zeit)|in keiner (?:ebene|schicht|sequenz|phase|rekonstruktion"
        r"|aufnahme)|nirgends|nirgendwo",
        r"weder (?:in|bei|an|im|auf) [\w ]{1,30}? noch (?:in|bei|an|im|auf)(?: (?:den|dem|der|hohe))?",
    ),
    Cue(
        Polarity.ABSENT,
        _BACK,
        re.compile(r"-(?=\s*[,;.]|\s*$)(?:(?<=[a-z] -)|(?<=[a-z]:-)|(?<=[a-z]: -))|\(-\)"),
        needs=(
            " -",
            "(-)",
            ":-",
        ),
    ),
    Cue(
        Polarity.ABSENT,
        _ON,
        re.compile(r"\u00f8(?= ?\w)"),
        needs=("ø",),
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        r"(?:wieder |letztlich |schliesslich |dann )?(?:verworfen|abgelehnt|fallengelassen|abgesagt|nicht "
        r"weiterverfolgt)",
        of=("wish-told", "previous-radiotherapy", "nature"),
        needs=(
            "abgelehnt",
            "abgesagt",
            "fallengelassen",
            "nicht weiterverfolgt",
            "verworfen",
        ),
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        r"(?:wird|wurde|werden)(?: \w+){0,2}? (?:abgesehen|verzichtet|abstand genommen)",
        of=("wish-told", "previous-radiotherapy"),
        needs=(
            " abgesehen",
            " abstand genommen",
            " verzichtet",
        ),
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"gegen(?: (?:eine?|die|das))?(?=[^.;]{0,60}\b(?:ausgesprochen|entschieden|votiert)\b)",
        of=("wish-told", "previous-radiotherapy"),
        needs=(
            "ausgesprochen",
            "entschieden",
            "votiert",
        ),
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        r"scheide[nt](?: \w+){0,3}? aus|(?:wurde|wird|ist) (?:\w+ ){0,2}?(?:revidiert|zuruckgenommen)",
        of=("nature", "primary", "close-to-viscus", "close-to-neural-structure", "canal-extension"),
        needs=(
            "revidiert",
            "scheiden",
            "scheidet",
            "zuruckgenommen",
        ),
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        r"(?:(?:ist|sind) es (?:\w+ ){0,4}?)?nicht (?:\w+ )?gekommen|kam es (?:\w+ ){0,3}?nicht"
        r"|nicht (?:\w+ )?(?:haltbar|aufrechtzuerhalten|zutreffend)",
        r"(?:trifft|treffen|traf) (?:\w+ )?nicht zu|stimmt (?:\w+ )?nicht|(?:ist|war) (?:\w+ )?(?:unzutreffend|unrichtig"
        r"|nicht (?:richtig|korrekt|zutreffend))",
        r"weder (?:nach )?(?:ventral|dorsal|lateral|medial|kranial|kaudal|links|rechts)\w* noch (?:nach )?(?:ventral|dorsal"
        r"|lateral|medial|kranial|kaudal|links|rechts)\w*",
        needs=(
            "kam es ",
            "nicht ",
            "stimmt ",
            "unrichtig",
            "unzutreffend",
            "weder ",
        ),
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"(?:schliesst|schliessen|schloss|schlossen)(?=(?: (?!nicht\b)\w+){1,6}? aus(?=\s*(?:[.,;]|$)))",
        needs=(
            "schliessen",
            "schliesst",
            "schloss",
        ),
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        r"(?<!, )(?<!und )nicht(?= (?:in|bei|an|auf hohe) [ctls]\d{1,2}\b(?!,? sondern))",
        nearest=True,
        needs=("nicht",),
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        rf"(?:{BE} )?(?:{ADV} )*(?:nicht|kein\w*) (?:langer|mehr) (?:\w+ )?{SEEN}",
        r"nicht mehr(?: \w+)? (?:komprimiert|beteiligt|infiltriert|tangiert|messbar|pathologisch)",
        r"(?:(?:ist|sind|hat|haben) )?(?:sich )?(?:\w+ ){0,4}?(?:komplett|vollstandig|ganzlich"
        r"|vollig) (?:zuruckgebildet|regredient|verschwunden|resorbiert|aufgelost|abgeklungen|ruckgebildet"
        r"|remittiert|erholt|normalisiert)",
        r"(?:ist |sind |wurde )?(?:\w+ ){0,2}?(?:behoben|beseitigt)|(?:fehlt|fehlen) (?:nun|jetzt|heute"
        r"|inzwischen|mittlerweile|aktuell)"
        r"|(?:jetzt|nun|heute|aktuell|inzwischen) (?:nicht mehr|fehlend)(?=\s*(?:$|[.,;]))",
        r"(?:verschwunden|abgeklungen|nicht mehr vorhanden|komplett regredient|restlos (?:verschwunden"
        r"|zuruckgebildet))",
        r"(?:vollstandige?\w?|komplette\w?|vollige\w?) (?:ruckbildung|regression|remission|resolution|regredienz)"
        r"(?! (?:de[rs]|von|eine[rs])\b)",
        rf"(?:(?:{BE}|sieht man|sehen wir) )?nicht mehr(?=\s*(?:$|[.,;]))",
        resolves=True,
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        r"(?:ist|sind|wurde|erscheint) (?:\w+ )?aufgehoben",
        resolves=True,
        of=("close-to-neural-structure", "close-to-viscus", "cord-compression"),
        needs=("aufgehoben",),
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        r"aufgelost",
        r"(?:wurden?|ist|sind|konnten?)(?: (?!teil|sub|partiell|nicht|inkompl|unvollst)\w+){0,4}? (?:entfernt|reseziert"
        r"|exstirpiert|ausgeraumt|abgetragen)(?: werden)?",
        resolves=True,
        of=(
            "canal-extension",
            "soft-tissue-extension",
            "foraminal-extension",
            "cord-compression",
            "neurological-deficit",
        ),
        needs=(
            " abgetragen",
            " ausgeraumt",
            " entfernt",
            " exstirpiert",
            " reseziert",
            "aufgelost",
        ),
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"(?:vollstandige?\w?|komplette\w?|vollige\w?) (?:ruckbildung|regression|remission|resolution"
        r"|regredienz) (?:de[rs]|von|einer|eines)|verschwinden de[rs]|kein\w* (?:mehr|residuell\w*|verbliebene\w*"
        r"|rest\w*)",
        resolves=True,
        needs=(
            "kein",
            "komplette",
            "verschwinden der",
            "verschwinden des",
            "vollige",
            "vollstandig",
        ),
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        rf"(?:{BE} )?(?:{ADV} )*nicht (?:\w+ )?(?:{SEEN})",
        rf"(?:{BE} )?(?:{ADV} )*(?:sicher |eindeutig |damit |somit |weitgehend )?(?:ausgeschlossen|auszuschliessen"
        r"|verneint|negiert|widerlegt|entkraftet|nicht der fall|negativ(?! fur))",
        r"(?:kann|konnen|konnte|konnten) (?:\w+ ){0,2}?ausgeschlossen werden|(?:sicher |eindeutig |somit |damit "
        r"|zuverlassig )?(?:ausschliessen|ausgeraumt)",
        r"(?:ist|sind) (?:\w+ )?nicht bekannt|nicht bekannt",
        r"kein (?:anhalt|hinweis|nachweis|korrelat|beleg)(?:spunkt)?(?=\s*(?:$|[.,;)]))|keine (?:hinweise"
        r"|anhaltspunkte|zeichen)(?=\s*(?:$|[.,;)]))|kein (?:sicherer )?kontakt(?=\s*(?:$|[.,;]))",
        r"(?:gibt|ergibt|ergeben|geben|findet|finden|zeigt|zeigen|besteht|bestehen|liegt|liegen|sehen|sieht)(?: es"
        r"| sich| wir| man)?(?: \w+)? kein\w* (?:\w+ )?(?:anhalt\w*|hinweis\w*|nachweis\w*|zeichen|korrelat\w*"
        r"|beleg\w*|verdacht)(?=\s*(?:$|[.,;)]))",
        r"nicht (?:\w+ )?(?:vorliegt|vorliegen|vorlag|besteht|bestehen|zeigt|zeigen|findet|finden|darstellt"
        r"|darstellen|existiert)(?! sich)",
        r"nicht (?:\w+ )?(?:entwickelt|verursacht|abzuleiten|ableiten|ableitbar|hervorgerufen|resultierend"
        r"|bestatigt worden|eingebracht"
        r"|implantiert|verwendet|erfolgen|involviert|alteriert|hervorgegangen|zu entnehmen|zu postulieren)",
        r"nicht (?:infrage|in frage|in betracht)(?: kommend| kommt| kommen)?|resultier(?:t|en) (?:\w+ )?nicht(?: daraus)?",
        r"(?:ist |sind )?nicht zu (?:fuhren|erbringen|belegen|sehen|finden)|(?:stellt|stellen"
        r"|bildet) sich (?:\w+ )?nicht (?:dar|ab)|(?:gelingt|gelang|gelingen) nicht",
        r"(?<=: )(?:nein|keine?r?s?|negativ|fehlt|fehlend|nicht|entfallt|ohne)(?=\s*(?:[.,;)]|$))",
        r"(?<!\bes )(?<!\bdas )(?<!\bvom )(?<!\bdem )(?:fehlt|fehlen(?! (?:von|eine[rs]|de[rs]|jeglicher)\b))"
        r"|fehlend|unterblieben|besteht nicht|bestehen nicht|existiert nicht"
        r"|wird verneint|werden verneint|entfallt",
        rf"(?:{BE}|ergibt sich|ergeben sich|gibt es|sehen wir|sieht man|sehe ich) (?:{ADV} )*nicht(?=\s*(?:[.,;)]|$))",
        r"(?:(?:bislang|bisher|zuvor) )?nie(?:mals)?(?: zuvor)?(?:(?=\s*(?:[.,;)]|$))| (?:\w+ )?(?:erfolgt|durchgefuhrt"
        r"|stattgefunden"
        r"|notwendig|erforderlich|bestrahlt|vorgenommen|aufgetreten|bestanden|eingebracht|implantiert|instrumentiert|operiert"
        r"|nachgewiesen|nachweisbar|beobachtet|beschrieben|behandelt|gegeben)(?: worden)?)",
        r"nicht das ziel|nicht ziel",
        r"(?:ist|sind|besteht|liegt|findet sich|zeigt sich|betroffen) nicht(?= (?:in |bei |an |auf hohe )?[ctls]\d)",
        r"(?:kann|konnte) (?:\w+ )?(?:keine|nicht die) rede sein|steht nicht zur (?:debatte|diskussion)|vom tisch",
        r"(?:besteht|bestehen|liegt|liegen|findet sich|finden sich|fanden sich|zeigt sich|zeigen sich|sind|gibt es"
        r"|ergeben sich|hat|haben"
        r"|sieht man)(?: \w+){0,2}? (?:keine?[rsn]?|keinerlei)(?: (?:vor|nachweisbar|vorhanden|abgrenzbar))?(?=\s*(?:[.,;]|$))",
        r"(?:ebenso ?wenig|auch nicht|gleichfalls nicht|ebenfalls nicht)(?=\s*(?:[.;,]|$))",
        r"(?:blieb|bleibt|blieben|bleiben)(?: \w+){0,3}? aus(?=\W|$)|ausgeblieben|(?:ist "
        r"|sind )?(?:\w+ )?nicht (?:eingetreten"
        r"|aufgetreten|hinzugekommen|hinzugetreten|entstanden|zustande gekommen)",
        r"nicht (?:geplant|vorgesehen|angestrebt|gewunscht|erwunscht|beabsichtigt|intendiert|indiziert"
        r"|erforderlich|notwendig|notig|durchgefuhrt|erfolgt|stattgefunden|erfolgte)",
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        r"nicht(?: (?:ein|an|auf|aus|vor|uber|durch|hinein|heran|ab))?(?=\s*(?:[.,;)]|$))",
        nearest=True,
        needs=("nicht",),
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        r"(?:statt|anstelle|anstatt) (?:eine[rs]|de[rs]|von)[^.;,]{0,60}?(?= (?:zeigt|zeigte|findet|fand"
        r"|besteht|bestand|liegt|lag"
        r"|sieht|ergab|wurde"
        r"|ist|war|handelt|handelte)\b)",
        needs=(
            "anstelle ",
            "statt ",
        ),
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"weder(?:[^.;]|(?<=\bm)\.){0,150}?\bnoch(?:[^.;,]{0,60}?\bnoch)?",
        r"kein(?:e|en|er|em|es|erlei)?(?: (?:weitere\w?|neue\w?|neu aufgetretene\w?|zusatzliche\w?|relevante\w?"
        r"|wesentliche\w?|nennenswerte\w?|begleitende\w?|assoziierte\w?|sonstige\w?|umschriebene\w?|direkte\w?"
        r"|unmittelbare\w?))*"
        r"(?: (?:anhalt\w*|hinweis\w*|nachweis\w*|zeichen|beleg\w*|verdacht\w*|korrelat\w*))?(?: (?:fur|auf|von"
        r"|einer|eines|der|des))?(?: (?:eine?n?r?|das vorliegen (?:einer|eines|von)|vorliegen))?",
        r"(?:ohne|mangels|unter ausschluss)(?: (?:weitere\w?|neue\w?|erkennbare\w?|nachweisbare\w?|nachweis\w*|anhalt\w*"
        r"|hinweis\w*|zeichen|begleitende\w?|fassbare\w?|abgrenzbare\w?|sichtbare\w?))*(?: (?:fur|auf|von|einer"
        r"|eines|der|des))?(?: (?:eine?n?))?",
        r"(?:ausschluss|fehlen|abwesenheit|nichtvorliegen|aussparung) (?:von|einer|eines|der|des|jeglicher)"
        r"|ausgeschlossen (?:werden (?:kann|konnen|konnte)|ist|sind)|frei von|negativ fur|fehlend\w*"
        r"|statt(?! (?:wie )?(?:vormals|zuvor|bisher|bislang|fruher|initial|ursprunglich))(?: einer)?|anstelle (?:einer|eines"
        r"|von)",
        r"nicht",
        r"ebenso ?wenig|geschweige denn|auch (?:nicht|kein\w*)|in keiner weise|nicht einmal",
        r"es fehl(?:t|en)(?: \w+)?(?: hinweise? auf| anhalt\w* fur)?",
        r"nie(?:mals)?|nirgends|nirgendwo|mitnichten|keinesfalls|keineswegs|nein",
    ),
)
