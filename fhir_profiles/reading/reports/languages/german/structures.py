"""German words for what a tumour does to its surroundings: canal, cord, wall, foramen, soft tissue, nerve, viscus, joint.

What may not live here: what a tumour is (`tumour`), and denial or doubt (`cues`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.german.stems import (
    BOWEL,
    BROKEN,
    BY_TUMOUR,
    CANAL,
    CORD,
    EXTENT,
    FORAMEN,
    FREE,
    JOINT,
    LIST,
    NERVE,
    NO_TUMOUR,
    OTHER_VISCUS,
    SAC,
    SOFT,
    SOFT_PART,
    TUMOUR,
    VERBS,
    WALL,
    WHOLE,
    gap,
)
from fhir_profiles.reading.reports.lexicon import Form, forms

_NOT_TUMOUR: Final = re.compile(NO_TUMOUR)
_NO_SOFT_TUMOUR: Final = re.compile(r"hamatom|abszess|phlegmon|odem|schwellung|serom|einblutung|narb|abszedier")
_THEN: Final = r"(?!(?: \w+){0,4} (?:frei|tumorfrei|unauffallig|intakt|respektiert|ausgespart|verschont|erhalten)\b)"
"""Behind what is reached no statement of its own: "infiltriert den Pedikel, der Spinalkanal ist frei"."""
_NOT_SOFT: Final = r"(?<!epidurale )(?<!epiduraler )(?<!epidurales )(?<!epiduralen )(?<!intraspinale )(?<!intraspinaler )(?<!intraspinalen )"
_INTO: Final = r"(?:im|in den|in dem|in die|in das|in|ins|innerhalb (?:des|der)|nach|zum|bis|auf den|auf die|der|des|beide\w?)"
_CONTACT: Final = (
    r"(?:\w*kontakt\w*|(?:an)?grenz(?:t|en|end\w*)|angrenz\w+|beruhr\w+|beruhrung\w*|tangier\w+|anlieg\w+|reicht bis (?:direkt |unmittelbar |nahe )?an|erreicht|ummauer\w+|umschliess\w+|umscheid\w+"
    r"|umgreif\w+|umgibt|umwachs\w+|umwachst|umhull\w+|umfasst|verlager\w+|verdrang\w+|infiltr\w+|invad\w+|nachbarschaft\w*|benachbart\w*|bedrang\w+|adhar\w+|verbacken|untrennbar|nicht abgrenzbar|heranreich\w*|stosst|beruhrend"
    r"|kommt|schmiegt|einmauer\w+|eingemauert|abgedrangt|verschoben|verschieb\w+|neben|aufsitz\w+|buckel\w+|(?:lage)?bezug|(?:lage)?beziehung|alterier\w+|affektion|affiziert|direkt an|angelagert)"
)
_TO: Final = r"(?:[\s/:\-]+(?:zu[mr]?|mit|an|am|die|der|den|das|dem|des|de[rs]|von|vom|einer|eine|linke\w?|rechte\w?|abgehende\w?|austretende\w?|thorakale\w?|parietale\w?|in|unmittelbar\w*|auf|gegenuber|hoher?e?|[ctls]\d+|beid\w+|kosten|dorsale\w?|ventrale\w?|vordere\w?|hintere\w?|nerven)){0,5}?[\s/:\-]+"
_CORTEX: Final = r"(?:kompakta|kortikalis|corticalis|cortikalis)"
_BROKEN_TOO: Final = (
    r"(?:(?:an|ein)?(?:arrodiert|durchbrochen|destruiert|unterbrochen|infiltriert|perforiert|zerstort|erodiert|aufgehoben|aufgebraucht)|durchbruch|arrosion|destruktion|infiltration|unterbrechung|perforation)"
)
"""What is said of the wall behind a comma: "nicht sicher beurteilbar, möglicherweise arrodiert"."""
_NEXT: Final = r"(?: [\w.,]+){0,10}?, (?:mithin |somit |also |damit |dabei )?"
"""Over a comma to what is said of the same structure: "zum Kolon 14 mm, mithin kein Kontakt"."""
_OTHER_CAUSE: Final = re.compile(rf"(?:{NO_TUMOUR})(?![^;]{{0,200}}(?:tumor|metasta|lasion|raumforderung|herd))")
"""Something else, and no tumour named behind it: "Abszess, der Duralsack wird imprimiert"."""
_FAT: Final = r"(?:fett(?:lamelle|schicht|ebene|saum|streifen|linie|gewebslamelle|gewebsebene|planum)\w*|fettgewebige lamelle|trennschicht|fett)"


_NOT_BY_TUMOUR: Final = r"[^.;]{0,80}? (?:tumoros nicht \w+|nicht tumoros\w*(?: \w+)?|nicht tumorbedingt|nicht durch (?:den |einen )?tumor)"
"""Narrow for another reason: "durch einen Vorfall eingeengt, tumorös nicht infiltriert"."""


_OTHER_SIDE: Final = r", (?:das |die |der )?(?:rechte|linke|rechts|links|rechtsseitig|linksseitig|kontralateral)\w*(?: \w+){0,2}?"
"""Over a comma to the same thing on the other side: "linkes Neuroforamen infiltriert, rechtes frei"."""
_NOT_THERE: Final = r"(?:nicht|keine?[rs]?|negativ|nein)(?=\s*(?:[.,;]|$))"
_IT: Final = r", (?:wobei )?(?:(?:in|bei|auf hohe) [ctls]\d+|nun|jetzt|aktuell|inzwischen|heute|kaudal|kranial)(?: \w+){0,2}?(?: (?:ist|wird))?(?: sie| diese)?"
"""Over a comma to the same thing elsewhere: "in L3 ist sie intakt"."""


def _ellipsis(adjective: str) -> str:
    """An adjective alone, its noun said before: "der epidurale persistiert"."""
    return rf"(?:der|die|das) {adjective} (?:hingegen |jedoch |aber |dagegen )?(?:persistier\w*|besteh\w*|bleibt|ist (?:unverandert|progredient|regredient|neu|kleiner|grosser|\w+dient))"


def _not_but(what: str) -> str:
    """"Nicht der Spinalkanal, wohl aber ...": denied by what it is set against."""
    return rf"nicht (?:der |die |das |den |in den |in das |in die |nach )?(?:linke |rechte )?{what},? (?:wohl aber|sondern|aber|jedoch|dafur)"


def _but_not(what: str) -> str:
    """"Der Tumor wächst in das Foramen, nicht in den Spinalkanal"."""
    return (
        rf"(?:{TUMOUR}|{VERBS})[^.;]{{0,80}}?(?P<at>(?:,|und|aber) (?:aber |jedoch |wohl )?nicht (?:aber |jedoch |auch |hingegen |dagegen )?"
        rf"(?:(?:im|in den|in das|in die|in|nach|ins|auf den|auf die|zum) )?(?:linke[ns]? |rechte[ns]? )?{what})"
    )


def _touching(code: str, what: str, value: str | None = None) -> tuple[Form, ...]:
    """Touching, not touching, in both orders."""
    return (
        forms(
            code,
            rf"{_CONTACT}{gap(5)}{what}",
            rf"{what}(?:{gap(6)}|\s?)(?:{_CONTACT})",
            rf"(?:{TUMOUR}{gap(4)})?(?:bis|nahe|dicht|eng|unmittelbar|direkt) an{gap(3)}{what}",
            rf"{what}(?: \w+){{0,2}}? (?:liegt|liegen)(?: \w+){{0,4}}? an(?!\w| de[rnm])",
            rf"(?:liegt|liegen|liegend\w*)(?: \w+){{0,4}}? {what}(?: \w+){{0,3}}? an(?!\w| de[rnm])",
            rf"{_CONTACT}[^.;]{{0,60}}?(?:,|und|sowie|oder)(?: jedoch| aber| wohl aber| auch)?(?P<at> (?:zu[mr]?|mit|an) (?:\w+ ){{0,2}}?{what})",
            rf"{what}{_NEXT}(?:kein|ein|ohne|keinerlei) (?:\w+ )?kontakt\w*(?! zu)",
            rf"(?:zu[mr]?|mit|an) (?:\w+ )?{what} (?:sehr wohl|schon|allerdings ja|dagegen ja|besteht er)",
            rf"{what}(?:n?kontakt|beruhrung|infiltration|verlagerung|verdrangung)\w*",
            value=value,
            unless=_OTHER_CAUSE,
            wide=True,
        ),
        forms(
            code,
            rf"{_CONTACT}[^.;]{{0,60}}?(?P<at>(?:,|und) (?:jedoch |aber )?nicht (?:jedoch |aber |hingegen |auch )?(?:zu[mr]?|mit|an) (?:\w+ ){{0,2}}?{what})",
            rf"{_FAT}{gap(2)}(?:trenn\w+|separier\w+){gap(5)}{what}",
            rf"{_FAT}{gap(6)}{what}{gap(3)}(?:erhalten\w*|intakt\w*|abgrenzbar\w*|vorhanden\w*|sichtbar\w*|respektiert|darstellbar\w*|dazwischen)",
            rf"(?:erhaltene\w?|intakte\w?|abgrenzbare\w?|schmale\w?|breite\w?|durchgehende\w?) {_FAT}{gap(5)}{what}",
            rf"{what}{gap(5)}{_FAT}{gap(3)}(?:erhalten\w*|intakt\w*|abgrenzbar\w*|getrennt|abgesetzt)",
            rf"{what}(?:, | )\w*{_FAT} (?:\w+ )?(?:erhalten|intakt|abgrenzbar)",
            rf"(?:halt|wahrt|mit|ausreichend\w*|sicher\w*|deutlich\w*|gut\w*) (?:\w+ )?(?:sicherheits)?abstand{gap(4)}{what}",
            rf"zu[mr]? (?:\w+ )?{what}{gap(4)}(?:ausreichend\w*|sicher\w*|deutlich\w*|gut\w*|genugend\w*|gross\w*) (?:\w+ )?(?:sicherheits)?abstand(?! von| \d)",
            rf"{what}{gap(4)}(?:gut |klar |sicher |deutlich |durch eine \w+ )?(?:getrennt|abgesetzt|separiert|distanziert)",
            rf"(?:getrennt|abgesetzt|separiert|fernab|distanziert) (?:vom|von)(?: \w+)? {what}",
            value=value,
            denied=True,
            closed=True,
        ),
    )


STRUCTURES: Final[tuple[Form, ...]] = (
    # canal
    forms(
        "canal-extension",
        rf"(?:epidural\w*|extradural\w*|intradural\w*|intraspinal\w*|intrakanalikular\w*|peridural\w*){LIST}[\s,/\-]+{EXTENT}",
        rf"{VERBS}{gap(8)}{CANAL}{_THEN}",
        rf"{TUMOUR}{gap(3)}(?:engt|verengt|komprimiert|obliteriert|bedrangt){gap(3)}{CANAL}",
        rf"{TUMOUR}{gap(7)}(?:im|in den|in dem|in|innerhalb des|nach|ventral|dorsal|auch) (?:[\w.]+ ){{0,3}}?{CANAL}{_THEN}",
        rf"{CANAL}{gap(7)}(?:{EXTENT}|{VERBS}|{BY_TUMOUR})",
        rf"(?:spinalkanal|epidural)(?:infiltration|beteiligung|befall|invasion|einbruch|tumor)\w*",
        rf"{CANAL}\s?: (?:\w+ ){{0,3}}?(?:ja|positiv|vorhanden|\d+ mm|tumor\w*|infiltr\w+)",
        _ellipsis("epidurale"),
        rf"{TUMOUR} (?:auch |rein |links |rechts |beidseits |breit )?(?:epidural|intraspinal|extradural)",
        rf"(?:bezug|verbindung|beziehung|kontakt){gap(3)}{CANAL}",
        r"epidural\w* fett(?:gewebe)?\w*(?: \w+){0,4} (?:aufgebraucht|obliteriert|infiltriert|verstrichen|verdrangt|ausgefullt|verlegt)",
        unless=_NOT_TUMOUR,
    ),
    forms(
        "canal-extension",
        rf"(?:\w*delle\w*|\w*dellung\w*|eindell\w+|pelott\w+|imprim\w+|impression\w*|beruhr\w+|\w*kontakt\w*|komprim\w+|kompression|verlager\w+|verdrang\w+|deform\w+|tangier\w+|grenz(?:t|en|end\w*)|angrenz\w+|erreich\w+|bedrang\w+|infiltr\w+|umgib\w*|umscheid\w*|ummauer\w*|umgreif\w*|umschliess\w*|einengung|eingeengt|einengt){gap(5)}{SAC}",
        rf"{SAC}(?:{gap(5)}|)(?:eingedell\w+|\w*dellung\w*|pelott\w+|imprim\w+|impression\w*|beruhr\w+|\w*kontakt\w*|komprim\w+|kompression|verlager\w+|verdrang\w+|deform\w+|tangier\w+|erreich\w+|infiltr\w+|eingeengt)",
        rf"{TUMOUR}{gap(5)}(?:komprimier\w+|kompression){gap(4)}{CORD}",
        rf"{CORD}{gap(3)}(?:komprim\w+|kompression){gap(1)}{BY_TUMOUR}|{CORD}{gap(1)}{BY_TUMOUR}{gap(3)}(?:komprim\w+)",
        r"(?:metastatisch\w*|tumorbedingt\w*|tumoros\w*) (?:ruckenmarks|myelon|kauda|konus|spinal)kompression\w*",
        unless=_OTHER_CAUSE,
        one_sided=True,
        wide=True,
    ),
    forms(
        "canal-extension",
        rf"{CANAL}(?: \w+){{0,1}}?{gap(6)}{FREE}",
        rf"{TUMOUR}{gap(4)}(?:respektiert|verschont|spart){gap(3)}{CANAL}",
        rf"(?:respektier\w+|aussparung|verschonung|freier?s?|unauffalliger?|tumorfreier?){gap(2)}{CANAL}",
        rf"{CANAL}\s?: (?:nein|negativ|keine?r?s?|nicht|frei|o\. ?b\.?)",
        rf"{CANAL}{_NOT_BY_TUMOUR}",
        _not_but(CANAL),
        rf"{SAC}(?: \w+){{0,3}}? (?<!nicht )(?:frei|tumorfrei|unauffallig|nicht (?:\w+ )?infiltriert)",
        r"epidural\w* fett(?:gewebe)?\w*(?: \w+){0,3} (?:erhalten|intakt|abgrenzbar|unauffallig|regelrecht)",
        denied=True,
        closed=True,
    ),
    forms("canal-extension", rf"{CANAL}{gap(5)}nicht (?:mehr |ganz |vollstandig )?(?:tumorfrei|frei|respektiert|verschont|ausgespart)", closed=True),
    forms("foraminal-extension", rf"{FORAMEN}{gap(5)}nicht (?:mehr |ganz |vollstandig )?(?:tumorfrei|frei|respektiert|verschont|ausgespart)", closed=True),
    forms(
        "soft-tissue-extension",
        rf"nicht (?:mehr |nur |allein )?auf (?:den |die |das )?(?:\w+ )?(?:knochen|wirbel)\w*(?: \w+)? (?:begrenzt|beschrankt)|(?:beschrankt|begrenzt) sich nicht auf",
        rf"{SOFT}{gap(5)}nicht (?:mehr )?(?:tumorfrei|frei|respektiert|verschont|ausgespart)",
        closed=True,
    ),
    forms(
        "canal-extension",
        rf"(?:tumoros\w*|tumorbedingt\w*|metastatisch bedingte?\w?|metastasenbedingt\w*){gap(2)}(?:(?:einengung|verlegung|stenose|stenosierung|kompression|obliteration){gap(3)}{CANAL}|(?:spinal|wirbel)kanal(?:stenose|einengung|verlegung)\w*)",
        rf"(?:(?:spinal|wirbel)kanal)(?:stenose|einengung|verlegung)\w*{gap(3)}{BY_TUMOUR}",
    ),
    forms("canal-extension", _but_not(CANAL), denied=True, closed=True),
    forms("foraminal-extension", _but_not(FORAMEN), denied=True, closed=True),
    forms("soft-tissue-extension", _but_not(SOFT), denied=True, closed=True),
    # cord
    forms(
        "cord-compression",
        r"(?:myelon|ruckenmarks|kauda|cauda|konus|cauda-?equina-?|spinalmark)-?(?:kompression|kompromittierung|einengung|komprimierung|bedrangung)\w*",
        rf"{CORD}{gap(5)}(?:komprim\w+|kompression|gequetscht|abgeplattet|eingeengt|flachgedruckt)",
        rf"(?:komprim\w+|kompression){gap(4)}{CORD}",
        r"mscc|msrk",
        rf"{CORD}[^.;]{{0,60}}?(?P<at>, (?:aber |jedoch |allerdings |derzeit |noch )*(?:nicht |kaum )?(?:\w+ )?komprimiert|, (?:aber |jedoch |allerdings )?(?:ohne|keine) (?:\w+ )?kompression\w*)",
    ),
    # posterior wall
    forms(
        "posterior-wall",
        rf"(?:wirbelkorper)?hinter(?:kanten|wand)(?:{BROKEN})",
        rf"{WALL}{gap(6)}{BROKEN}",
        rf"{BROKEN}{gap(6)}{WALL}{_THEN}",
        rf"kortikalis(?:defekt|unterbrechung|destruktion|arrosion|durchbruch|lucke)\w*{gap(3)}(?:dorsal\w*|{WALL}|spinalkanal\w*)",
        rf"dorsal\w*(?: \w+)? kortikalis(?:defekt|unterbrechung|destruktion|arrosion|durchbruch|lucke)\w*",
        r"retropuls\w+(?: \w+){0,2}",
        rf"(?:uberschreit\w+|uberschritten|durchbr\w+){gap(3)}{WALL}",
        r"hinterkantenfragment\w*",
        r"hinterkantenuberschreitend\w*",
        rf"{WALL} mit (?:\w+ ){{0,2}}?{BROKEN}(?! de[rs])",
        rf"{WALL}(?: \w+){{0,5}}?, (?!(?:der|die|das|den|beide|ein|eine) )(?:\w+ ){{0,3}}?{_BROKEN_TOO}(?! de[rs]| von| in| d[ei])",
        rf"{BROKEN}{gap(4)}{_CORTEX} (?:nach )?(?:dorsal|posterior|hinten)\w*",
        r"dorsale\w? durchbruch|durchbruch nach dorsal",
        rf"{WALL}(?: \w+){{0,3}}? vorgewolbt und \w+",
    ),
    forms(
        "posterior-wall",
        rf"{WALL}{gap(6)}(?<!nicht ){WHOLE}",
        rf"(?:intakte\w?|erhaltene\w?|unversehrte\w?|glatte\w?|durchgehende\w?|unauffallige\w?|respektierte\w?|regelrechte\w?|erhalt|integritat|respektierung|aussparung|schonung|respektiert|verschont|spart)(?: de[rs])?(?: \w+){{0,2}} {WALL}",
        rf"{WALL}\s?: (?:\w+ )?{WHOLE}",
        rf"{_CORTEX} (?:nach )?(?:dorsal|posterior)\w*{gap(3)}{WHOLE}",
        rf"{WALL}{gap(4)}nicht (?:\w+ )?(?:erreicht|tangiert|uberschritten|beruhrt)",
        rf"(?:erreicht|tangiert|uberschreitet|beruhrt){gap(2)}{WALL} (?:\w+ )?nicht|(?:reicht|reichend) nicht{gap(3)}{WALL}",
        _not_but(WALL),
        rf"{WALL}[^.;]{{0,80}}?(?P<at>{_OTHER_SIDE} (?:{WHOLE}|{_NOT_THERE})|{_IT} {WHOLE}|, (?:aber|jedoch|allerdings|sonst|im ubrigen) (?:\w+ ){{0,2}}?{WHOLE})",
        rf"ohne (?:\w+ )?(?:uberschreit\w+|erreichen|tangieren|beruhrung){gap(2)}{WALL}",
        rf"{WALL}(?: \w+){{1,4}},? (?:jedoch|aber|allerdings|wohl aber) (?:noch |derzeit |bislang )?(?:nicht|ohne) (?:\w+ )?{BROKEN}",
        denied=True,
        closed=True,
    ),
    forms(
        "posterior-wall",
        rf"{WALL}{gap(5)}(?:nicht|nicht mehr) (?:mehr |vollstandig |durchgehend |sicher )*(?:intakt|erhalten|respektiert|abgrenzbar|durchgehend|nachvollziehbar|verfolgbar|geschlossen)",
        rf"{WALL}{gap(5)}nicht mehr (?:\w+ )?(?:nachweisbar|darstellbar|erkennbar|vorhanden|sichtbar|abgrenzbar)",
        closed=True,
    ),
    # foramen
    forms(
        "foraminal-extension",
        rf"(?:(?:neuro|intra)?foraminal\w*){LIST}[\s,/\-]+{EXTENT}",
        rf"{VERBS}{gap(8)}{FORAMEN}{_THEN}",
        rf"{TUMOUR}{gap(5)}(?:im|in den|in die|in|in das|ins|innerhalb|durch das|beider) (?:[\w./]+ ){{0,4}}?{FORAMEN}{_THEN}",
        rf"{FORAMEN}{gap(6)}(?:{EXTENT}|{VERBS}|{BY_TUMOUR}|ausgefullt|verlegt|hinein|obliteriert)",
        rf"{FORAMEN}(?:infiltration|beteiligung|befall|invasion)\w*",
        rf"{FORAMEN}[^.;]{{0,60}}?(?P<at>{_OTHER_SIDE} (?:hinein\w*|infiltriert|verlegt|ausgefullt|befallen|tumor(?!frei)\w*)(?: \w*hinein\w*)?|{_OTHER_SIDE} \w+ (?:der )?tumor hinein)",
        _ellipsis("foraminale"),
        rf"{TUMOUR} (?:auch |rein |links |rechts |beidseits )?(?:neuro)?foraminal",
        rf"foraminal\w*\s?: (?:\w+ ){{0,3}}?(?:ja|positiv|vorhanden|tumor\w*|infiltr\w+)",
        unless=_NOT_TUMOUR,
    ),
    forms(
        "foraminal-extension",
        rf"{FORAMEN}{gap(6)}{FREE}",
        rf"(?:freie\w?|unauffallige\w?|tumorfreie\w?|aussparung|verschonung){gap(2)}{FORAMEN}",
        rf"{FORAMEN}\s?: (?:nein|negativ|keine?r?s?|nicht|frei)",
        rf"{FORAMEN}[^.;]{{0,60}}?(?P<at>{_OTHER_SIDE} (?:{FREE}|{_NOT_THERE}))",
        rf"{FORAMEN}(?: \w+)?, ohne es zu infiltrieren",
        _not_but(FORAMEN),
        rf"{FORAMEN}{_NOT_BY_TUMOUR}|foraminal\w*{_NOT_BY_TUMOUR}",
        denied=True,
        closed=True,
    ),
    # soft tissue
    forms(
        "soft-tissue-extension",
        rf"{_NOT_SOFT}(?:intra|extra)?{SOFT}{LIST}[\s,/\-]+{EXTENT}",
        rf"{VERBS}{gap(7)}{_NOT_SOFT}{SOFT}{_THEN}",
        rf"{TUMOUR}{gap(5)}(?:im|in den|in die|in|nach|auf den|auf die) (?:[\w.]+ ){{0,3}}?{SOFT}{_THEN}",
        rf"{SOFT}{gap(5)}(?:infiltr\w+|{BY_TUMOUR}|tumor(?!frei)\w*|einbezogen|durchsetzt|mitbeteiligt|beteiligt|befallen|mitbefallen)",
        rf"{_NOT_SOFT}{SOFT_PART}",
        _ellipsis("paravertebrale"),
        rf"{TUMOUR} (?:auch |rein |links |rechts |beidseits )?(?:paravertebral|pravertebral|prasakral|extraossar)",
        rf"(?:psoas|muskel|muskulatur)(?:infiltration|beteiligung|invasion)\w*",
        rf"{SOFT}\s?: (?:\w+ ){{0,3}}?(?:ja|positiv|vorhanden|tumor\w*|infiltr\w+)",
        rf"(?:ventraler|lateraler|extraossarer|anteriorer) tumoranteil\w*",
        rf"(?:uberschreit\w+|uberschritten|durchbr\w+){gap(4)}nach (?:\w+ )?{SOFT}",
        unless=_NO_SOFT_TUMOUR,
    ),
    forms(
        "soft-tissue-extension",
        r"(?<!nicht )(?<!nicht nur )(?<!nicht mehr )(?<!nicht allein )(?:auf|innerhalb) (?:den |die |das |des |der )?(?:\w+ )?(?:knochen\w*|wirbel\w*|pedikel\w*|bogen\w*|corpus\w*|korper|lamina|[ctls]\d+|dornfortsatz|querfortsatz|massa|sakrum|kreuzbein|ossare\w* strukturen)(?: \w+| [ctls]\d+){0,3}? (?:begrenzt\w*|beschrankt\w*|limitiert\w*|lokalisiert)",
        r"(?:beschrankt|begrenzt) (?:sich )?auf (?:den |die |das )?(?:\w+ )?(?:knochen\w*|wirbel\w*|pedikel\w*|bogen\w*|corpus\w*|[ctls]\d+|lamina|ossare\w*|intraossar\w*)",
        r"(?:rein|streng|strikt|ausschliesslich|ganzlich|komplett|vollstandig|nur) (?:intraossar|ossar|intrakorporal)\w*",
        r"intraossar (?:begrenzt|gelegen|lokalisiert)\w*",
        r"(?:knochen|kortikalis|wirbelkorper|wirbel)?grenzen? (?:des \w+ )?(?:wird |werden )?nicht (?:uber\w+|durchbr\w+)|uberschreitet (?:die |den )?(?:\w*grenzen?|knochen) nicht|ohne uberschreitung der (?:\w*grenzen?)|knochenbegrenzt\w*",
        rf"{SOFT}{gap(4)}{FREE}",
        rf"(?:{SOFT}|{SOFT_PART})[^.;]{{0,80}}?(?P<at>{_OTHER_SIDE} (?:{FREE}|{_NOT_THERE}))",
        rf"{SOFT}(?: \w+){{0,3}}? (?:regelrecht|erhalten|intakt|zart|normal|schlank)\w*",
        rf"{SOFT}\s?: (?:nein|negativ|keine?r?s?|nicht|frei)",
        rf"{SOFT_PART}\s?: (?:nein|negativ|keine?r?s?|nicht)",
        _not_but(SOFT),
        denied=True,
        closed=True,
    ),
    # nerve and viscus
    *_touching("close-to-neural-structure", NERVE),
    *_touching("close-to-viscus", BOWEL, "bowel"),
    *_touching("close-to-viscus", OTHER_VISCUS, "other"),
    # joint
    forms(
        "intra-articular",
        r"intra-?artikular\w*",
        rf"(?:{VERBS}|gelegen\w*|liegt|lokalisiert|sitzt|reichend\w*|beteilig\w+){gap(5)}{JOINT}",
        rf"(?:im|in|in das|innerhalb des|ins) (?:\w+ ){{0,3}}?{JOINT}",
        rf"(?:bezug|kontakt|verbindung|anschluss|ausdehnung|ubergreifen){gap(3)}{JOINT}",
        rf"{JOINT}{gap(4)}(?:infiltr\w+|beteiligt|einbezogen|destruiert|arrodiert|nidus|durchbrochen|eingebrochen)",
        r"(?:facetten)?gelenk(?:s?beteiligung|s?infiltration|s?einbruch|s?invasion)\w*",
        unless=re.compile(r"kostovertebral|kostotransversal|iliosakral|\bisg\b|arthros|infiltrationstherapie|erguss ohne"),
    ),
    forms("intra-articular", r"extra-?artikular\w*", rf"{JOINT}{gap(3)}{FREE}", denied=True, closed=True),
)
