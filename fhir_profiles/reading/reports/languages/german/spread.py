"""German words for tumour in a foramen, in soft tissue, in a joint.

What may not live here: the canal (`canal`), and contact alone (`neighbours`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.german.phrases import (
    EXCEPT,
    NEEDS_TUMOUR,
    NO,
    NO_TUMOUR_THERE,
    NOT_BY_IT,
    NOT_BY_TUMOUR,
    NOT_THERE,
    NOT_TUMOUR,
    OTHER_SIDE,
    PRONOUNS,
    THEN,
    WITHOUT_IT,
    WORDS_OF_NOW,
    YES,
    answered,
    assessed,
    but_also,
    but_not,
    ellipsis,
    first_free,
    free_now,
    not_but,
    that_into,
    the_other_not,
)
from fhir_profiles.reading.reports.languages.german.stems import (
    BY_TUMOUR,
    EXTENT,
    FORAMEN,
    FREE,
    JOINT,
    LIST,
    PART,
    SOFT,
    SOFT_PART,
    TUMOUR,
    VERBS,
    gap,
)
from fhir_profiles.reading.reports.lexicon import Form, forms

_NO_SOFT_TUMOUR: Final = re.compile(
    r"hamatom|abszess|phlegmon|odem|schwellung|serom|einblutung|narb|abszedier|schwannom|neurinom|lipom|nierentumor"
    r"|blasentumor|lungentumor|rektumtumor|zement|pmma|palacos|lufteinschl|drainage"
    r"|meningeom|aneurysma|struma|lymphknoten|ganglioneurom|schwarte|schwiele"
)
_NOT_SOFT: Final = (
    r"(?<!epidurale )(?<!epiduraler )(?<!epidurales )(?<!epiduralen )(?<!intraspinale )(?<!intraspinaler )"
    r"(?<!intraspinalen )"
)
_BESIDE: Final = "(?:paravertebral|pravertebral|prasakral|extraossar|paraossar)"
SPREAD: Final[tuple[Form, ...]] = (
    forms(
        "foraminal-extension",
        rf"{FORAMEN}{gap(5)}nicht (?:mehr |ganz |vollstandig )?(?:tumorfrei|frei|respektiert|verschont|ausgespart)",
        closed=True,
    ),
    forms(
        "soft-tissue-extension",
        r"nicht (?:mehr |nur |allein )?auf (?:den |die |das )?(?:\w+ )?(?:(?:knochen|wirbel)\w*"
        r"|[ctls]\d+)(?: \w+)? (?:begrenzt"
        r"|beschrankt)\w*|(?:beschrankt|begrenzt) sich nicht auf",
        rf"{SOFT}{gap(5)}nicht (?:mehr )?(?:tumorfrei|frei|respektiert|verschont|ausgespart)",
        r"(?:keineswegs|keinesfalls|mitnichten)(?: \w+){0,4}? auf (?:den |die |das )?(?:\w+ )?(?:(?:knochen|wirbel)\w*"
        r"|[ctls]\d+) (?:begrenzt|beschrankt)\w*",
        closed=True,
    ),
    forms("foraminal-extension", rf"{FORAMEN}{NO_TUMOUR_THERE}", denied=True, closed=True, needs=NEEDS_TUMOUR),
    forms("foraminal-extension", assessed(FORAMEN), closed=True),
    forms("foraminal-extension", free_now(FORAMEN, FREE), denied=True, closed=True, needs=WORDS_OF_NOW),
    forms("foraminal-extension", that_into(FORAMEN), unless=NOT_TUMOUR, needs=PRONOUNS),
    forms("foraminal-extension", answered("(?:neuro)?foraminal", NO), denied=True, closed=True),
    forms("foraminal-extension", answered("(?:neuro)?foraminal", YES), closed=True, unless=NOT_TUMOUR),
    forms("soft-tissue-extension", answered(_BESIDE, NO), denied=True, closed=True),
    forms("soft-tissue-extension", answered(_BESIDE, YES), closed=True, unless=_NO_SOFT_TUMOUR),
    forms(
        "foraminal-extension",
        rf"{FORAMEN}[^.;,]{{0,30}}?{EXCEPT} (?:\w+ ){{0,2}}?(?:{FORAMEN}|links|rechts)[^.;,]{{0,40}}?(?:frei|tumorfrei"
        rf"|unauffallig)",
        closed=True,
    ),
    forms("foraminal-extension", but_not(FORAMEN), denied=True, closed=True),
    forms("foraminal-extension", the_other_not(FORAMEN), denied=True, closed=True, needs=(" nicht",)),
    forms("foraminal-extension", but_also(FORAMEN), closed=True, unless=NOT_TUMOUR),
    forms("soft-tissue-extension", but_also(SOFT), closed=True, unless=_NO_SOFT_TUMOUR),
    forms("soft-tissue-extension", but_not(SOFT), denied=True, closed=True),
    forms(
        "foraminal-extension",
        rf"(?:(?:neuro|intra)?foraminal\w*){LIST}[\s,/\-]+{EXTENT}",
        rf"{VERBS}{gap(8)}{FORAMEN}{THEN}",
        rf"{TUMOUR}{gap(5)}(?:im|in den|in die|in|in das|ins|innerhalb|durch das"
        rf"|beider) (?:[\w./]+ ){{0,4}}?{FORAMEN}{THEN}",
        rf"{TUMOUR}[^.;]{{0,60}}?(?:in|bis in) (?:die |den |das )(?:\w+ )?{FORAMEN} (?:\w+ )?(?:reich|rag|wachs|brech|zieht|dring"
        r"|ausdehn|erstreck)\w*",
        rf"(?<!zum )(?<!vom )(?<!zu den )(?<!von den ){FORAMEN}{gap(6)}(?:{EXTENT}|{VERBS}|{BY_TUMOUR}"
        rf"|ausgefullt|verlegt"
        r"|hinein|obliteriert|ausgemauert|aufgebraucht)",
        r"(?:neuro|intervertebral)?foram(?:en|ina|inal|inale)?-?(?:infiltration|beteiligung|befall|invasion|ausfullung"
        r"|verlegung|einbruch"
        r"|tumor|obliteration)\w*",
        rf"{FORAMEN}[^.;]{{0,60}}?(?P<at>{OTHER_SIDE} (?:hinein\w*|infiltriert|verlegt|ausgefullt|befallen"
        rf"|tumor(?!frei)\w*)(?: \w*hinein\w*)?|{OTHER_SIDE} \w+ (?:der )?tumor hinein)",
        ellipsis("foraminale"),
        rf"{TUMOUR} (?:auch |rein |links |rechts |beidseits )?(?:neuro)?foraminal",
        r"foraminal\w*\s?: (?:\w+ ){0,3}?(?:ja|positiv|vorhanden|tumor(?!frei)\w*|infiltr\w+)",
        unless=NOT_TUMOUR,
    ),
    forms(
        "foraminal-extension",
        rf"{FORAMEN}(?!{LIST}[\s,/\-]+{PART}){gap(6)}{FREE}",
        rf"(?:spart|sparen|sparte){gap(3)}{FORAMEN} (?:\w+ )?aus(?!\w)",
        rf"(?:freie\w?|unauffallige\w?|tumorfreie\w?|aussparung|verschonung){gap(2)}{FORAMEN}",
        rf"{FORAMEN}\s?: (?:nein|negativ|keine?r?s?|nicht|frei)",
        rf"{FORAMEN}[^.;]{{0,60}}?(?P<at>{OTHER_SIDE} (?:{FREE}|{NOT_THERE}))",
        rf"{FORAMEN}{WITHOUT_IT}",
        rf"{FORAMEN}{NOT_BY_IT}",
        not_but(FORAMEN),
        first_free(FORAMEN),
        rf"{FORAMEN} (?:ist|sind) (?:es|dies) nicht",
        rf"{FORAMEN}{NOT_BY_TUMOUR}|foraminal\w*{NOT_BY_TUMOUR}",
        denied=True,
        closed=True,
    ),
    forms(
        "soft-tissue-extension",
        rf"{_NOT_SOFT}(?:intra|extra)?{SOFT}{LIST}[\s,/\-]+{EXTENT}",
        rf"{VERBS}{gap(7)}{_NOT_SOFT}{SOFT}{THEN}",
        rf"{TUMOUR}{gap(5)}(?:im|in den|in die|in|nach|auf den|auf die) (?:[\w.]+ ){{0,3}}?{SOFT}{THEN}",
        rf"{TUMOUR}[^.;]{{0,60}}?(?:in|bis in) (?:die |den |das )(?:\w+ )?{SOFT} (?:\w+ )?(?:reich|rag|wachs|brech|zieh"
        rf"|zieht|dring"
        r"|ausdehn|erstreck|infiltr)\w*",
        rf"{SOFT}{gap(5)}(?:infiltr\w+|{BY_TUMOUR}|tumor(?!frei)\w*|einbezogen|durchsetzt|mitbeteiligt|beteiligt"
        r"|befallen|mitbefallen)",
        rf"{_NOT_SOFT}{SOFT_PART}",
        ellipsis("paravertebrale"),
        rf"{TUMOUR} (?:auch |rein |links |rechts |beidseits )?(?:paravertebral|pravertebral|prasakral|extraossar)",
        r"(?:psoas|muskel|muskulatur)(?:infiltration|beteiligung|invasion)\w*",
        rf"{SOFT}\s?: (?:\w+ ){{0,3}}?(?:ja|positiv|vorhanden|tumor(?!frei)\w*|infiltr\w+)",
        r"(?:ventraler|lateraler|extraossarer|anteriorer) tumoranteil\w*",
        rf"{TUMOUR}[^.;]{{0,60}}?{_NOT_SOFT}{SOFT} (?:\w+ )?(?:vor|hinein|aus)(?:gewolb|wolb|gewachs|wachs"
        rf"|gebroch|brech|reich|dring|gedrung"
        r"|rag|quell|gequoll)\w*",
        rf"(?:ubergreif\w+|ubergriff\w*)[^;,]{{0,70}}? {SOFT}{THEN}",
        rf"(?:uberschreit\w+|uberschritten|durchbr\w+){gap(4)}nach (?:\w+ )?{SOFT}",
        unless=_NO_SOFT_TUMOUR,
    ),
    forms(
        "soft-tissue-extension",
        r"(?<!nicht )(?<!nicht nur )(?<!nicht mehr )(?<!nicht allein )(?:auf|innerhalb) (?:den |die |das |des "
        r"|der )?(?:\w+ )?(?:knochen\w*|wirbel\w*|pedikel\w*|bogen\w*|corpus\w*|korper|lamina|[ctls]\d+"
        r"|dornfortsatz|querfortsatz|massa|sakrum|kreuzbein|ossare\w* strukturen)(?: \w+"
        r"| [ctls]\d+){0,3}? (?:begrenzt\w*|beschrankt\w*|limitiert\w*|lokalisiert)",
        r"(?:beschrankt|begrenzt) (?:sich )?auf (?:den |die |das )?(?:\w+ )?(?:knochen\w*|wirbel\w*|pedikel\w*"
        r"|bogen\w*|corpus\w*|[ctls]\d+|lamina|ossare\w*|intraossar\w*)",
        r"(?<!nicht )(?<!nicht mehr )(?<!mehr )"
        r"(?:rein|streng|strikt|ausschliesslich|ganzlich|komplett|vollstandig|nur) (?:intraossar|ossar"
        r"|intrakorporal)\w*",
        r"(?:respektiert|respektieren|wahrt) (?:die |den )?(?:knochen|wirbel|kortikalis)\w*(?:grenze|kontur|begrenzung)\w*",
        r"intraossar (?:begrenzt|gelegen|lokalisiert)\w*",
        r"(?:bleibt|bleiben|blieb|verbleibt|liegt|gelegen|wachst|sitzt|verhalt sich)(?: \w+)? (?:rein |streng "
        r"|noch )?intraossar",
        r"(?:knochen|kortikalis|wirbelkorper|wirbel)?grenzen? (?:des \w+ )?(?:wird |werden )?nicht (?:uber\w+"
        r"|durchbr\w+)|uberschreitet (?:die |den )?(?:\w*grenzen?|knochen)"
        r"(?: (?:de[rs]|von|vom|[ctls]\d+|\w*wirbel\w*)){0,3} nicht"
        r"|(?:verlasst|verlassen) (?:den |die )?(?:knochen|wirbel\w*) nicht"
        r"|(?:verbleibt|bleibt|liegt|gelegen)(?: \w+)? innerhalb (?:des|der) (?:knochen\w*|wirbel\w*|kortikalis)"
        r"|uberschreitet (?:die )?(?:(?!hinter|dorsal)\w+ )?kortikalis (?:\w+ )?nicht"
        r"|ohne uberschreitung der (?:\w*grenzen?)|knochenbegrenzt\w*",
        rf"{SOFT}(?!{LIST}[\s,/\-]+{PART}){gap(4)}{FREE}",
        rf"(?:{SOFT}|{SOFT_PART})[^.;]{{0,80}}?(?P<at>{OTHER_SIDE} (?:{FREE}|{NOT_THERE}))",
        rf"{SOFT}(?: \w+){{0,3}}? (?:regelrecht|erhalten|intakt|zart|normal|schlank|reizlos|symmetrisch|seitengleich)\w*",
        rf"{SOFT}\s?: (?:nein|negativ|keine?r?s?|nicht|frei)",
        rf"{SOFT_PART}\s?: (?:nein|negativ|keine?r?s?|nicht)",
        not_but(SOFT),
        first_free(SOFT),
        denied=True,
        closed=True,
    ),
    forms(
        "intra-articular",
        r"intra-?artikular\w*",
        rf"(?:{VERBS}|gelegen\w*|liegt|lokalisiert|sitzt|reichend\w*"
        rf"|beteilig\w+){gap(5)}(?<!\ban das )(?<!\ban )(?<!\bzum )(?<!neben dem )"
        rf"(?<!vor dem )(?<!nahe dem ){JOINT}",
        rf"(?:im|in|in das|innerhalb des|ins) (?:\w+ ){{0,3}}?{JOINT}",
        rf"(?:bezug|kontakt|verbindung|anschluss|ausdehnung|ubergreifen){gap(3)}{JOINT}",
        rf"{JOINT}{gap(4)}(?:infiltr\w+|beteiligt|einbezogen|destruiert|arrodiert|nidus|durchbrochen|eingebrochen)",
        r"(?:facetten)?gelenk(?:s?beteiligung|s?infiltration|s?einbruch|s?invasion)\w*",
        unless=re.compile(
            r"kostovertebral|kostotransversal|iliosakral|\bisg\b|arthros|arthrit|infiltrationstherapie|erguss ohne"
            r"|^(?!.*(?:nidus|tumor|metasta|lasion|herd|osteoidosteom|osteoblastom)).*(?:erguss|synovial|vakuum"
            r"|flussigkeit|aktivier"
            r"|injektion)|gelenkspalt\w* (?:verschmal|erweiter)"
        ),
    ),
    forms(
        "intra-articular",
        r"extra-?artikular\w*",
        rf"{JOINT}{gap(6)}{FREE}",
        rf"(?:das|dieses|angrenzende\w?) (?:wirbel)?gelenk(?: selbst)?(?: \w+){{0,2}}? {FREE}",
        rf"{JOINT}{WITHOUT_IT}",
        rf"ausserhalb (?:de[rs]|eines|vom) (?:\w+ ){{0,2}}?{JOINT}",
        rf"(?:ausspar|schon|verschon|respektier)\w+ (?:de[rs]|das) (?:\w+ ){{0,2}}?{JOINT}",
        denied=True,
        closed=True,
    ),
)
