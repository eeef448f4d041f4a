"""German turns of phrase that several findings share: another cause, the other side, what is said again in short.

What may not live here: words (`stems`) and findings.
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.german.stems import EXTENT, NO_TUMOUR, TUMOUR, VERBS, gap

NOT_TUMOUR: Final = re.compile(NO_TUMOUR)
_PUSHED: Final = (
    r"durch (?:\w+ ){0,2}?\w*(?:struma|aneurysma|lymphknoten|skoliose|kyphose|atelektase|erguss|hernie)|struma"
    r"|elongat|kinking"
)
_LIES_THERE: Final = (
    r"(?:ligament\w* flav\w*|ligg?\. ?flav\w*)|\b(?:lymphknoten\w*|lungen(?:metastase|rundherd|herd)\w*"
    r"|\w*schrauben?(?:spitze)?n?|stent"
    r"|\w*katheter|pleuraerguss|drainage|port|knochenzement)(?: \w+){0,3}? (?:hat|haben|liegt|liegen|mit"
    r"|erreicht|erreichen|uberragt"
    r"|reicht|reichen|stosst|beruhrt|tangiert|grenzt)\b"
)
OTHER_CAUSE: Final = re.compile(
    rf"(?:{NO_TUMOUR}|{_PUSHED}|{_LIES_THERE})(?![^;]{{0,200}}(?:tumor|metasta|lasion|raumforderung|herd))"
    r"|lymphknoten(?:metastase\w*|konglomerat\w*|paket\w*)?(?: \w+){0,3}? (?:mit|grenz|tangier|beruhr|verlager|komprim)"
)
"""Something else, and no tumour named behind it: "Abszess, der Duralsack wird imprimiert"."""
THEN: Final = r"(?!(?: \w+){0,4} (?:frei|tumorfrei|unauffallig|intakt|respektiert|ausgespart|verschont|erhalten)\b)"
"""Behind what is reached no statement of its own: "infiltriert den Pedikel, der Spinalkanal ist frei"."""
NOT_BY_TUMOUR: Final = (
    r"[^.;]{0,80}? (?:tumoros nicht \w+|nicht tumoros\w*(?: \w+)?|nicht tumorbedingt|nicht durch (?:den "
    r"|einen )?tumor)"
)
"""Narrow for another reason: "durch einen Vorfall eingeengt, tumorös nicht infiltriert"."""
NOT_BY_IT: Final = (
    r" (?:durchbricht|durchbrechen|arrodiert|erreicht|erreichen|infiltriert|infiltrieren|uberschreitet|destruiert"
    r"|tangiert|beruhrt"
    r"|verlegt|befallt|komprimiert|bedrangt|imprimiert) (?:die |der |das |diese[rs]? )?(?:\w+ ){0,2}?(?:\w*metastasen?"
    r"|\w*lasion|\w*tumor"
    r"|raumforderung|herd|filia|sie|er|es|diese[rs]?)(?: (?:jedoch|aber|hingegen))? nicht(?=\s*(?:[.,;]|$))"
)
"""The object first: "die Hinterkante durchbricht der Tumor nicht"."""
NOT_THERE: Final = r"(?:nicht|keine?[rs]?|negativ|nein)(?=\s*(?:[.,;]|$))"
NEEDS_TUMOUR: Final = ("tumor", "metasta", "infiltr", "einwuchs", "einbruch", "beteilig", "raumford")
NO_TUMOUR_THERE: Final = (
    r"[^.;]{0,60}?(?P<at>[,;] (?:aber |jedoch |wobei |doch )?(?:(?:eine?n? |ein )?(?:tumoros\w* )?(?:tumor\w*"
    r"|metastasengewebe"
    r"|\w*infiltration|\w*einwuchs|\w*einbruch|\w*beteiligung|\w*raumforderung) (?:ist|sind|besteht|liegt"
    r"|findet sich|zeigt sich"
    r"|lasst sich|sieht man|war)(?: (?:dort|hier|da|darin|dabei|jedoch|aber|derzeit|aktuell|damit|selbst"
    r"|intraspinal|epidural))*"
    r" nicht(?: (?:vor|nachweisbar|nachweisen|abgrenzbar|abgrenzen|erkennbar|sichtbar|zu (?:sehen|erkennen)|vorhanden"
    r"|dargestellt))?"
    r"|(?:dort |darin |hier )?(?:kein\w*|ohne) (?:nachweisbar\w* |erkennbar\w* |eindeutig\w* )?(?:tumor\w*"
    r"|metastasengewebe)"
    r"(?: (?:dort|hier|da|darin|dabei|nachweisbar|abgrenzbar|erkennbar))*)(?=\s*(?:[.,;]|$)))"
)
"""Narrowed by something else, and what is said of tumour behind the comma: ", Tumorgewebe findet sich dort nicht"."""
OTHER_SIDE: Final = (
    r", (?:das |die |der )?(?:rechte|linke|rechts|links|rechtsseitig|linksseitig"
    r"|kontralateral)\w*(?: \w+){0,2}?"
)
"""Over a comma to the same thing on the other side: "linkes Neuroforamen infiltriert, rechtes frei"."""
IT: Final = (
    r"[,;] (?:wobei )?(?:(?:in|bei|auf hohe) [ctls]\d+|nun|jetzt|aktuell|inzwischen|heute|kaudal"
    r"|kranial)(?: \w+){0,2}?(?: (?:ist|wird))?(?: sie| diese)?"
)
"""Over a comma to the same thing elsewhere: "in L3 ist sie intakt"."""


EXCEPT: Final = r"(?:bis auf|mit ausnahme|ausgenommen|abgesehen vo[mn]|ausser)"
WITHOUT_IT: Final = (
    r"(?: \w+){0,3}?, (?:aber |jedoch |allerdings )?(?:(?:infiltriert|verlegt|komprimiert|durchbricht|durchsetzt) (?:ihn"
    r"|es|sie|diesen?|dieses) (?:aber |jedoch |allerdings |selbst )?nicht"
    r"(?=\s*(?:[.,;]|$))|(?:bricht|wachst|dringt) (?:jedoch |aber |allerdings )?nicht (?:in (?:ihn"
    r"|diesen|es|dieses) )?(?:ein|hinein|vor)(?=\s*(?:[.,;]|$))|ohne (?:in |auf |an )?(?:ihn|diesen|es|dieses|sie|diese)"
    r" (?:\w+ ){0,2}?"
    r"(?:\w*zu\w+|zu \w+))"
)
"""Behind a comma: near it, but not into it ("bis an den Spinalkanal, ohne in ihn einzubrechen")."""
THAT_OF: Final = (
    r"(?:,|und|;) (?:(?:aber|jedoch|hingegen|wahrend|wohingegen) )?(?:die(?:jenige)?|jene|der|das|jenes|jener) "
    r"(?:von|in|bei|des|im)"
    r" (?:hohe )?[ctls]\d{1,2}"
)
"""A pronoun for what was named, at another level: "die von BWK 9"."""
THERE: Final = (
    r"(?:,|und|;) (?:(?:aber|jedoch|hingegen|wahrend|wohingegen) )?(?:in|bei|von|auf hohe) [ctls]\d{1,2}"
    r"(?: (?:ist|sie|diese|hingegen|dagegen|jedoch|aber|wiederum|weiterhin|noch|dort|bereits)){0,3}"
)
"""The same at another level: ", bei BWK 9 dagegen"."""


def ellipsis(adjective: str) -> str:
    """An adjective alone, its noun said before: "der epidurale persistiert"."""
    return (
        rf"(?:der|die|das) {adjective} (?:hingegen |jedoch |aber |dagegen )?(?:persistier\w*|besteh\w*|bleibt"
        r"|ist (?:unverandert|progredient|regredient|neu|kleiner|grosser|\w+dient))"
    )


YES: Final = r"(?: ja| :? ?\+| ?\(\+\)|: ja|: vorhanden| schon| sehr wohl| positiv)(?=\s*(?:[.,;)]|$))"
NO: Final = (
    r"(?: (?:jedoch|aber|hingegen|dagegen|allerdings))?(?: nein| nicht| keine?[rs]?| negativ|: keine?[rs]?"
    r"|: nein|: nicht| -)"
    r"(?=\s*(?:[.,;)]|$))"
)
"""An answer to an adjective alone: "paravertebral ja, epidural nicht"."""
_ALONE: Final = r"(?:(?<=^)|(?<=[,;:(] ))"


def answered(adjective: str, answer: str) -> str:
    """An adjective that heads a statement, and yes or no: "paravertebral ja, epidural nicht"."""
    return rf"{_ALONE}(?:rein )?{adjective}{answer}"


_NOW: Final = r"(?:heute|jetzt|nun|nunmehr|aktuell|inzwischen|mittlerweile|derzeit)"


WORDS_OF_NOW: Final = ("heute", "jetzt", " nun", "aktuell", "inzwischen", "mittlerweile", "derzeit")
PRONOUNS: Final = (", die ", ", der ", ", das ", ", jene")
"""Without one of these neither of the two that follow is looked for."""


def free_now(what: str, free: str) -> str:
    """What was not free before is so today: "das Foramen war infiltriert; heute ist es frei"."""
    return (
        rf"{what}[^.;]{{0,80}}?(?P<at>(?:(?:und|,) (?:ist|sind) {_NOW}|[;,] {_NOW} (?:ist|sind)(?: (?:es|er|sie"
        rf"|diese[rs]?))?)"
        rf"(?: wieder)? {free})"
    )


def that_into(what: str) -> str:
    """The noun said before: "die Ausdehnung in das Neuroforamen ist neu, die in den Spinalkanal vorbekannt"."""
    return (
        rf"(?:{TUMOUR}|{EXTENT})[^.;]{{0,80}}?(?P<at>, (?:die|der|das|jene[rs]?) (?:in den|in die|in das|nach"
        rf"|ins) {what}(?: "
        rf"ist| hingegen"
        r"| dagegen| jedoch)*(?: \w+)? (?:vor)?(?:bekannt|unverandert|neu|progredient|stationar|konstant))"
    )


def first_free(what: str) -> str:
    """What is free stands behind it: "tumorfrei sind Spinalkanal und Foramina"."""
    return (
        r"(?:^|(?<=[,;:.] ))(?:frei|tumorfrei|unauffallig|nicht infiltriert|nicht betroffen)(?: (?:ist|sind"
        r"|bleibt|bleiben"
        r"|erschein(?:t|en)"
        rf"|stell(?:t|en) sich|zeig(?:t|en) sich)|:)(?: (?!nicht\b)[\w,]+){{0,5}}? {what}"
    )


def not_but(what: str) -> str:
    """Denied by what it is set against: "nicht der Spinalkanal, wohl aber ..."."""
    return (
        rf"nicht (?:der |die |das |den |in den |in das |in die |nach )?(?:linke |rechte )?{what},? (?:wohl aber"
        r"|sondern|aber|jedoch|dafur)"
    )


def assessed(what: str) -> str:
    """What cannot be seen well enough; a cue of doubt says the rest: "Hinterkante nur eingeschränkt beurteilbar"."""
    return (
        rf"{what}{gap(6)}(?:nicht|nur|kaum|schwer|schlecht|eingeschrankt|bedingt|unzureichend"
        rf"|ungenugend)(?: \w+){{0,2}}? "
        r"(?:beurteil\w+|einsehbar|bewertbar|zu beurteilen)"
    )


def but_also(what: str) -> str:
    """Said behind what is denied: "kein Tumor im Kanal, wohl aber im Neuroforamen"."""
    return (
        rf"(?:{TUMOUR}|{VERBS}|{EXTENT})[^.;]{{0,80}}?(?P<at>(?:sehr wohl|wohl|dafur|dagegen|hingegen"
        rf"|sondern)(?: jedoch| aber"
        r"| auch| nur| hingegen| lediglich)* (?:(?:im|in den|in das|in die|in|nach|ins|auf den|auf die"
        r"|innerhalb des) )?"
        rf"(?:(?:das|dem|den|die) )?(?:linke\w? |rechte\w? |beide\w? )?{what}(?! (?:frei|tumorfrei|unauffallig"
        rf"|intakt)))"
    )


def the_other_not(what: str) -> str:
    """The object of the same verb, denied: "der Tumor verlegt das Foramen, den Spinalkanal hingegen nicht"."""
    return (
        rf"(?:{TUMOUR}|{VERBS})[^.;]{{0,80}}?(?P<at>, (?:den|die|das|der) (?:linken? |rechten? )?{what} (?:hingegen "
        rf"|dagegen |jedoch |aber )?"
        r"nicht(?=\s*(?:[.;,]|$)))"
    )


def but_not(what: str) -> str:
    """Denied behind what is so: "der Tumor wächst in das Foramen, nicht in den Spinalkanal"."""
    return (
        rf"(?:(?<!frei von ){TUMOUR}|{VERBS})[^.;]{{0,80}}?(?P<at>(?:,|und|aber) (?:aber |jedoch |wohl )?nicht (?:aber |jedoch "
        r"|auch |hingegen |dagegen )?(?:bis )?"
        rf"(?:(?:im|in den|in das|in die|in|nach|ins|auf den|auf die|zum|den|das|die) )?(?:linke[ns]? |rechte[ns]? )?{what})"
    )
