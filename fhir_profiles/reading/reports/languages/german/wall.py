"""German words for the posterior wall, broken or whole.

What may not live here: what lies behind it (`canal`).
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.languages.german.phrases import (
    EXCEPT,
    IT,
    NOT_BY_IT,
    NOT_THERE,
    OTHER_SIDE,
    THAT_OF,
    THEN,
    THERE,
    WITHOUT_IT,
    assessed,
    not_but,
)
from fhir_profiles.reading.reports.languages.german.stems import BROKEN, WALL, WHOLE, gap
from fhir_profiles.reading.reports.lexicon import Form, forms

_NEAR_IT: Final = r"an|nahe|bis|neben|vor|ventral|zu[mr]?|reicht|erreicht|kontakt|abstand|distanz|entfernt"
"""Destruction that only comes near the wall."""
_ONLY: Final = r"nur|lediglich|allenfalls|kaum|teilweise|partiell"
"""Whole in part only."""
_STILL: Final = (
    r"(?:noch|weiterhin|derzeit|ansonsten|insgesamt|bislang|selbst|sonst|weitgehend|uberwiegend|formal|gerade)"
)
_NO: Final = r"|nicht|keine?[rnsm]?"
_CORTEX: Final = r"(?:kompakta|kortikalis|corticalis|cortikalis)"
_BROKEN_TOO: Final = (
    r"(?:(?:an|ein)?(?:arrodiert|durchbrochen|destruiert|unterbrochen|infiltriert|perforiert|zerstort|erodiert"
    r"|aufgehoben|aufgebraucht)|durchbruch|arrosion|destruktion|infiltration|unterbrechung|perforation)"
)
_BREACH: Final = (
    r"(?:durchbruch|durchbrechung|arrosion|destruktion|unterbrechung|perforation|uberschreitung|erosion|usur|zerstorung"
    r"|verletzung|stufenbildung|lasion)\w*"
)
"""What is said of the wall behind a comma: "nicht sicher beurteilbar, möglicherweise arrodiert"."""


_OTHER_PART: Final = (
    r"\w*(?:kante|platte|wand|pedikel|bogen|kortikalis|kompakta|lamina|gelenk|foram|kanal|fortsatz|wirbel|rippe|psoas"
    r"|muskul|weichteil)"
)
"""Something else that is broken behind the comma: "Hinterkante intakt, Vorderkante destruiert"."""
POSTERIOR_WALL: Final[tuple[Form, ...]] = (
    forms(
        "posterior-wall",
        # that of another level: "die Hinterkante von BWK 8 ist intakt, die von BWK 9 nicht"
        rf"{WALL}[^.;]{{0,60}}?(?P<at>{THAT_OF}(?: (?!nicht\b|kein)\w+){{0,5}}? {BROKEN}|{THERE} {_BROKEN_TOO}|, (?:jetzt"
        rf"|nun|nunmehr|aktuell"
        rf"|heute|inzwischen"
        rf"|mittlerweile|derzeit)(?: \w+)? (?:ist|wird|zeigt|erscheint) (?:sie |diese )?(?:(?!nicht\b"
        rf"|kein)\w+ ){{0,3}}?{BROKEN}|, (?:so )?(?:ist|wird|erscheint|zeigt sich) (?:sie|diese) (?:jetzt|nun|nunmehr"
        rf"|aktuell|heute"
        rf"|inzwischen|mittlerweile|derzeit) (?:(?!nicht\b|kein)\w+ ){{0,3}}?{BROKEN})",
        closed=True,
    ),
    forms(
        "posterior-wall",
        rf"{WALL}[^.;]{{0,40}}?{WHOLE}[^.;]{{0,30}}?(?P<at>{THAT_OF}(?: (?:hingegen|dagegen|jedoch|aber|ist|allerdings)){{0,2}}"
        r" nicht(?=\s*(?:[.;,]|$)))",
        # whole but for a piece
        rf"{EXCEPT}(?: (?:eine?[rsnm]?|der|die|das))?(?: \w+){{0,3}}? {_BREACH}[^.;]{{0,50}}?{WALL}[^.;,]{{0,40}}?{WHOLE}",
        rf"(?:nicht|keineswegs|keinesfalls|mitnichten|alles andere als|langst nicht) (?:mehr )?(?:eine[rn]? )?intakt\w* {WALL}",
        rf"von (?:eine[rm] )?(?:intakt|erhalten|unversehrt)\w* {WALL} kann (?:\w+ )?(?:keine|nicht die) rede sein",
        rf"{WALL}{gap(4)}(?:keineswegs|keinesfalls|mitnichten|alles andere als|langst nicht)(?: mehr)? (?:intakt|erhalten"
        rf"|unversehrt)\w*",
        closed=True,
    ),
    forms(
        "posterior-wall",
        rf"{WALL}[^.;]{{0,60}}?(?P<at>(?:{THAT_OF}(?: (?!nicht\b|kein)\w+){{0,4}}?|{THERE}) {WHOLE})",
        denied=True,
        closed=True,
    ),
    forms(
        "posterior-wall",
        rf"{WALL}[^.;,]{{0,60}}?(?P<at>, (?:aber|jedoch|allerdings|noch|weiterhin|derzeit) (?:{_STILL} ){{0,2}}?{WHOLE}"
        r"|, (?:sonst|im ubrigen) (?:\w+ ){0,2}?(?:intakt|erhalten))",
        denied=True,
        closed=True,
    ),
    forms(
        "posterior-wall",
        rf"{WALL}[^.;]{{0,40}}?{BROKEN}[^.;]{{0,30}}?(?P<at>{THAT_OF}(?: (?:hingegen|dagegen|jedoch|aber|ist|allerdings)){{0,2}}"
        r" nicht(?=\s*(?:[.;,]|$)))",
        denied=True,
        closed=True,
    ),
    forms(
        "posterior-wall",
        # the front, or another wall, is broken, this one is not
        rf"{BROKEN}[^.;]{{0,30}}?(?P<at>,? (?:(?:aber|jedoch|hingegen) )?die {WALL} (?:(?:hingegen|dagegen|jedoch|aber) )?nicht"
        r"(?=\s*(?:[.;,]|$)))",
        denied=True,
        closed=True,
    ),
    forms(
        "posterior-wall",
        # what is said of it behind a comma, by a noun: ", eine Durchbrechung besteht nicht"
        rf"{WALL}[^.;]{{0,80}}?(?P<at>, (?:ohne |(?:aber |jedoch |und )?(?:k?eine?[rn]?|die|zu einer) )(?:\w+ ){{0,2}}?"
        rf"{_BREACH}(?! de[rs]))",
    ),
    forms(
        "posterior-wall",
        rf"(?:wirbelkorper)?hinter(?:kanten|wand)(?:{BROKEN}|lasion\w*)",
        rf"{WALL}{gap(9)}{BROKEN}",
        rf"{BROKEN}{gap(6, but=_NEAR_IT, commas=False)}{WALL}{THEN}",
        rf"(?:osteolyse|lyse|lasion|auflosung)\w*(?: de[rs]| von)?(?: \w+)? {WALL}{THEN}",
        rf"{WALL},[^.;]{{3,60}}(?P<at>, (?:ist|sind|wird) (?:\w+ ){{0,3}}?{BROKEN})",
        rf"kortikalis(?:defekt|unterbrechung|destruktion|arrosion|durchbruch|lucke)\w*{gap(3)}(?:dorsal\w*|{WALL}"
        r"|spinalkanal\w*)",
        r"dorsal\w*(?: \w+)? kortikalis(?:defekt|unterbrechung|destruktion|arrosion|durchbruch|lucke)\w*",
        r"retropuls\w+(?: \w+){0,2}",
        rf"(?:uberschreit\w+|uberschritten|durchbr\w+){gap(3)}{WALL}",
        r"hinterkantenfragment\w*|\w*fragment\w*(?: (?:aus|von))? (?:der|einer) (?:\w+ )?hinter(?:kante|wand)",
        rf"(?:wachst|bricht|dringt|ragt|dehnt sich)(?: (?!nicht)\w+){{0,4}}? (?:durch|uber) (?:die )?{WALL}",
        rf"{WALL}{gap(3)}nach (?:dorsal|hinten|intraspinal) (?:verlagert|verschoben|verdrangt|dislo[zk]iert|versetzt)",
        r"hinterkantenuberschreitend\w*",
        rf"(?:\w*(?:ausdehnung|ausbreitung|wachstum|tumor\w*)|wachst|reicht|ragt)(?: (?!nicht)\w+){{0,3}}? uber (?:die )?{WALL}"
        r"(?: [ctls]\d{1,2})? hinaus",
        r"(?:hinter|dorsal|posterior)\w* (?:\w+ )?kortikalis(?:defekt|destruktion|arrosion|unterbrechung|durchbruch|erosion)\w*",
        rf"{WALL} mit (?:\w+ ){{0,2}}?{BROKEN}(?! de[rs])",
        rf"{WALL}(?: (?!intakt|erhalten|unauff|regelr)\w+){{0,5}}?, (?!(?:ventral\w*|vorder\w*|lateral\w*|der|die|das|den"
        rf"|diejenige|jene|beide|ein|eine|sondern|(?:(?:in|bei"
        rf"|von) )?[ctls]\d{{1,2}}) )"
        rf"(?:(?!{_OTHER_PART})\w+ ){{0,3}}?{_BROKEN_TOO}(?! de[rs]"
        r"| von| in| d[ei])",
        rf"{BROKEN}{gap(4)}{_CORTEX} (?:nach )?(?:dorsal|posterior|hinten)\w*",
        rf"{_CORTEX} (?:nach )?(?:dorsal|posterior)(?: (?!ventral|lateral)\w+){{0,2}}? {BROKEN}",
        r"dorsale\w? durchbruch|durchbruch nach dorsal",
        rf"{WALL}(?: \w+){{0,3}}? vorgewolbt und \w+",
    ),
    forms(
        "posterior-wall",
        rf"{WALL}{gap(6, but=f'{_ONLY}{_NO}|{BROKEN}')}(?<!nicht ){WHOLE}",
        r"(?:intakte\w?|erhaltene\w?|unversehrte\w?|glatte\w?|durchgehende\w?|unauffallige\w?|respektierte\w?"
        r"|regelrechte\w?|erhalt|integritat|intaktheit|unversehrtheit|respektierung|aussparung|schonung|respektiert|verschont"
        rf"|spart)(?: de[rs])?(?: \w+){{0,2}} {WALL}",
        rf"{WALL}\s?: (?:\w+ )?{WHOLE}",
        rf"{_CORTEX} (?:nach )?(?:dorsal|posterior)\w*{gap(3)}{WHOLE}",
        rf"{WALL}{NOT_BY_IT}",
        rf"{WALL}{WITHOUT_IT}",
        rf"{WALL}{gap(4)}nicht (?:\w+ )?(?:erreicht|tangiert|uberschritten|beruhrt)",
        rf"(?:erreicht|tangiert|uberschreitet|beruhrt){gap(2)}{WALL} (?:\w+ )?nicht|(?:reicht"
        rf"|reichend) nicht{gap(3)}{WALL}",
        rf"(?:macht|machen)(?: \w+){{0,2}}? an (?:der )?{WALL} halt",
        rf"(?:macht|machen|endet|enden|endend\w*|stoppt|stoppen)(?: \w+){{0,2}}? (?:unmittelbar |knapp |kurz )?"
        rf"vor(?: der)? {WALL}",
        not_but(WALL),
        rf"(?:^|(?<=[,;:.] ))(?:intakt|erhalten|unversehrt|unauffallig)(?: (?:ist|sind|bleibt|bleiben|stell(?:t|en) sich)|:)"
        rf"(?: (?!nicht\b)[\w,]+){{0,4}}? {WALL}",
        rf"{WALL}[^.;]{{0,40}}?, (?:aber |jedoch )?ohne (?:sie|diese) (?:\w+ )?zu \w+",
        rf"{WALL}[^.;]{{0,40}}?, (?:aber |jedoch )?ohne (?:sie|diese) \w*zu\w+",
        rf"{WALL}[^.;]{{0,40}}?, (?:diese|sie)(?: (?!nicht\b|kein)\w+){{0,3}}? {WHOLE}",
        rf"{WALL}(?: (?:von |in |bei |des )?[ctls]\d{{1,2}})?, (?:die|welche) (?:\w+ ){{0,3}}?{WHOLE}",
        rf"{WALL}[^.;]{{0,80}}?(?P<at>{OTHER_SIDE} (?:{WHOLE}|{NOT_THERE})|{IT} {WHOLE}"
        rf"|, (?:ist|bleibt|erscheint) (?:(?:aber|jedoch|dabei|weiterhin|noch|allerdings|insgesamt) )+{WHOLE})",
        rf"ohne (?:\w+ )?(?:uberschreit\w+|erreichen|tangieren|beruhrung){gap(2)}{WALL}",
        rf"{WALL}(?: \w+){{1,4}},? (?:jedoch|aber|allerdings|wohl aber) (?:noch |derzeit |bislang )?(?:nicht"
        rf"|ohne) (?:\w+ )?{BROKEN}",
        denied=True,
        closed=True,
    ),
    forms(
        "posterior-wall",
        rf"{BROKEN}[^.;]{{0,60}}?(?P<at>, (?:aber |jedoch )?nicht (?:jedoch |aber |auch )?(?:an )?(?:der|die"
        rf"|das|den) {WALL})",
        denied=True,
        closed=True,
    ),
    forms("posterior-wall", assessed(WALL), closed=True),
    forms(
        "posterior-wall",
        rf"{BROKEN}[^.;]{{0,80}}?(?P<at>wohl aber (?:der|die|an der) {WALL})(?! (?:intakt|erhalten))",
        closed=True,
    ),
    forms(
        "posterior-wall",
        # what is missing is the wall itself: "fehlende Abgrenzbarkeit der Hinterkante", "die Hinterkante fehlt"
        r"(?:fehlend\w*|aufgehoben\w*|verloren\w*|verlust de[rs]|unterbrochen\w*|keine?) (?:\w+ ){0,2}?"
        r"(?:abgrenzbarkeit|darstellbarkeit|nachvollziehbarkeit|verfolgbarkeit|kontinuitat|integritat|kontur\w*"
        rf"|begrenzung)(?: mehr)?(?: \w+){{0,3}}? {WALL}",
        rf"fehlend\w* (?:\w+ )?{WALL}",
        rf"{WALL}(?: \w+){{0,3}}? (?:kontinuitat|integritat|kontur|begrenzung)(?: \w+){{0,2}}? (?:verloren|eingebusst"
        r"|aufgehoben|unterbrochen)",
        rf"{WALL}(?: \w+){{0,3}}? (?:nur|lediglich) (?:noch )?(?:\w+ )?(?:rest\w*|rudiment\w*|fragmente\w*)",
        rf"{WALL}{gap(5)}nicht (?:mehr )?als (?:\w+ )?(?:durchgehend\w*|geschlossen\w*|intakt\w*|erhalten\w*)",
        rf"(?:erhalt|integritat|kontinuitat|unversehrtheit|aussparung)(?: de[rs])?(?: \w+){{0,2}}? {WALL}{gap(4)}nicht"
        r" (?:mehr )?(?:\w+ )?(?:gegeben|vorhanden|nachweisbar|gewahrt|gewahrleistet|erkennbar)",
        rf"(?<!de)(?<!eine)(?:(?<=^)|(?<=[,:] )|(?<=die )){WALL}(?: (?:links|rechts|beidseits|[ctls]\d+|von|bei|in|dort|hier"
        r"|weitgehend|vollstandig|komplett|teilweise|ganzlich|nahezu|ist|scheint|zentral)){0,4} fehl(?:t|en|end)",
        rf"{WALL}{gap(3)}(?:nur|lediglich|allenfalls)(?: noch)?(?: \w+){{0,4}}? (?:erhalten|intakt|stehengeblieben)",
        closed=True,
    ),
    forms("posterior-wall", rf"{WALL}[^.;]{{0,80}}?(?P<at>{_BREACH} (?:derselben|ebendieser))"),
    forms(
        "posterior-wall",
        rf"{WALL}{gap(5)}(?:nicht|nicht mehr) (?:mehr |langer |vollstandig |durchgehend |sicher )*(?:intakt|erhalten"
        r"|respektiert|abgrenzbar|durchgehend|nachvollziehbar|verfolgbar|geschlossen)",
        rf"(?:intakte?|erhaltene|geschlossene|durchgehende"
        rf"|regelrechte)[rnms]? {WALL}{gap(4)}nicht (?:mehr )?(?:gegeben|vorhanden|abzugrenzen|zu erkennen|auszumachen"
        r"|nachweisbar|abgrenzbar|erkennbar|sichtbar|darstellbar|vorliegend)",
        rf"keine? (?:\w+ )?(?:intakte|erhaltene|geschlossene|durchgehende|regelrechte)[rnms]? {WALL}",
        rf"{WALL}{gap(5)}nicht mehr (?:\w+ )?(?:nachweisbar|darstellbar|erkennbar|vorhanden|sichtbar|abgrenzbar)",
        closed=True,
    ),
)
