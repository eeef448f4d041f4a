"""German words of denial that stand apart from what they deny: the object first, lists, answers, attributes, suspicions given up.

What may not live here: denial beside what it denies (`denial`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_ON, _BACK = Direction.AFTER_IT, Direction.BEFORE_IT
# What is denied stands before the verb, whose subject comes behind: "eine Beteiligung der Hinterkante weist der Herd nicht auf".
_SUBJECT: Final = (
    r"(?:(?:der|die|das|dieser?|dieses) (?:[\w-]+ ){0,2}?(?:\w*metastasen?|\w*lasion(?:en)?|\w*tumor(?:en)?|raumforderung(?:en)?"
    r"|herde?|befund|filia|filiae|\w*osteolysen?|prozess|absiedlung(?:en)?|nidus|chordom|plasmozytom|hamangiom"
    r"|\w*wirbel(?:korper)?"
    r"|patient(?:in)?|\w*zyste)|[ctls]\d{1,2}|sie|er|es)(?: (?:in|bei|von|auf hohe|des|der)? ?[ctls]\d{1,2})?"
)
_VERB: Final = (
    r"(?:weist|weisen|zeigt|zeigen|bietet|bieten|hat|haben|lasst|lassen|erkennen|erreicht|erreichen|infiltriert|komprimiert"
    r"|durchbricht|uberschreitet|destruiert|arrodiert|tangiert|beruhrt|verlegt|befallt|bezieht|engt|dehnt|bedrangt|imprimiert"
    r"|bricht|fullt|verursacht|bedingt|verdrangt|verlagert|umgibt|ummauert|pelottiert|dellt|erfasst|betrifft|enthalt|tragt"
    r"|halt|nimmt|greift|reicht)"
)
_NOT_THEN: Final = (
    r"(?: (?:jedoch|aber|hingegen|derzeit|aktuell|bislang|bisher|dabei|selbst|damit|auch)){0,2} nicht(?: mehr)?"
    r"(?: (?:auf|ein|an|aus|vor|uber|durch|hinein|heran|ab|erkennen|dar))?(?=\s*(?:[.,;)]|$))"
)
_UNSURE: Final = r"(?:sicher|auszu|ausge|beurteil|zu beurt|eindeutig|bekannt|mit sicherheit|gesichert|bestatigt)"
_LISTED: Final = (
    r"(?:(?!\b(?:ist|sind|zeigt|hat|besteht|liegt|mit|die|welche)\b)[^.;:]){5,150}?\b(?:oder|und|sowie|noch) [^.;:,]{3,60}?"
    r" (?:liegen|sind|bestehen|finden sich|zeigen sich|lassen sich|ergeben sich|waren|konnten|werden|wurden)(?: \w+){0,2}?"
)
DENIED_APART: Final[tuple[Cue, ...]] = (
    Cue(
        Polarity.ABSENT,
        _BACK,
        re.compile(rf"\b(?<!, )(?P<at>{_VERB})(?= {_SUBJECT}{_NOT_THEN})(?<!metastase \w)"),
        needs=(" nicht",),
    ),
    Cue(
        None,
        _BACK,
        re.compile(rf"\b(?<!, ){_VERB} {_SUBJECT}(?P<at>{_NOT_THEN})"),
        needs=(" nicht",),
    ),
    # "keine Rede" far behind its verb, and what stands between is there
    Cue(
        Polarity.ABSENT,
        _BACK,
        re.compile(r"\b(?:kann|konnte)(?=(?: [\w.,-]+){0,10}? (?:keine|nicht die) rede sein)"),
        needs=("rede sein",),
    ),
    Cue(None, _BACK, re.compile(r"(?:keine|nicht die) rede sein"), needs=("rede sein",)),
    # what is asked or listed, and answered: "Fraktur ja, Hinterkantenbeteiligung nein"
    cues(
        Polarity.ABSENT,
        _BACK,
        r"(?<![:?.] )(?<!sonst )(?<!ansonsten )(?<!weiteren )(?:nein|negativ|keine[rs]?)(?=\s*(?:[.,;)]|$))",
        nearest=True,
        needs=(
            "keine",
            "negativ",
            "nein",
        ),
    ),
    Cue(
        Polarity.ABSENT,
        _BACK,
        re.compile(r"(?<=\? )(?:nein|negativ|keine[rs]?|nicht vorhanden|nicht nachweisbar)(?=\s*(?:[.,;)]|$))"),
        needs=("?",),
    ),
    # what was told before is denied today
    Cue(
        None,
        _ON,
        re.compile(
            r"kein\w* (?:\w+ )?(?:nachweis|anhalt|hinweis)\w* (?:auf |fur )?(?:die |der |des )?(?P<at>(?:fruher|zuvor"
            r"|vormals|damals"
            r"|initial|ehemals|(?:19|20)\d\d|im vor[\w-]+|auswarts) (?:vor)?(?:beschrieben|bestehend|nachgewiesen|gesehen"
            r"|vorhanden"
            r"|bekannt)e[nrs]?)"
        ),
        needs=("nachweis", "anhalt", "hinweis"),
    ),
    # a suspicion that is given up
    Cue(
        Polarity.ABSENT,
        _BACK,
        re.compile(
            r"verdacht\w*\b[^.;]{0,60}? (?P<at>(?<!nicht )(?:ausgeraumt|fallen ?gelassen|verworfen|aufgegeben|entkraftet"
            r"|widerlegt))"
        ),
        needs=("verdacht",),
    ),
    # what was called so is something else: "die im Vorbefund genannte Metastase ist ein Hämangiom"
    Cue(
        Polarity.ABSENT,
        _BACK,
        re.compile(
            r"(?:(?:vor)?beschriebene|genannte|angegebene|befundete|postulierte|gesehene|gemeldete|angenommene|erwahnte"
            r"|vermeintliche"
            r"|vermutete|sogenannte|sog\.)[nrsm]? [^.;,]{3,50}? (?P<at>ist|war|entspricht|entsprach|(?:erweist|erwies"
            r"|entpuppt|entpuppte"
            r"|stellt|stellte) sich(?: \w+)? als)(?= (?:\w+ ){0,4}?(?:\w*hamangiom|schmorl\w*|enostose|osteophyt|artefakt"
            r"|\w*insel"
            r"|\w*gefass\w*|\w*zyste|\w*hamatom|\w*abszess|osteochondrose|degenerativ\w*|\w*venenplexus|narbe\w*|\w*osteolyse"
            r"|hernie"
            r"|lymphknoten)\b)"
        ),
        needs=(
            "beschrieben",
            "genannt",
            "angegeben",
            "befundet",
            "postuliert",
            "gesehen",
            "gemeldet",
            "angenommen",
            "erwahnt",
            "verm",
            "sog",
        ),
        of=frozenset({"nature", "collapse", "canal-extension", "soft-tissue-extension"}),
    ),
    # an attribute: "die nicht frakturierte Metastase"
    cues(
        Polarity.ABSENT,
        _ON,
        r"nicht(?= (?:mehr |\w+ )?(?:frakturiert|gesintert|hohengemindert|hohenreduziert|eingebrochen|kollabiert)e[rnsm]? )",
        of=("collapse",),
        needs=(
            "eingebrochene",
            "frakturierte",
            "gesinterte",
            "hohengeminderte",
            "hohenreduzierte",
            "kollabierte",
        ),
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"nicht(?= (?:mehr |\w+ )?(?:osteolyt|lyt|osteosklerot|sklerot|osteoplast|sklerosiert|osteoblast|blast)\w*e[rnsm]? "
        r")(?! [^.;,]*,? sondern)",
        of=("matrix",),
        needs=("nicht",),
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"nicht(?= (?:mehr |\w+ )?(?:instabil|frakturgefahrdet|kollapsgefahrdet)e[rnsm]? )",
        of=("fracture-risk",),
        needs=(
            "frakturgefahrdete",
            "instabile",
            "kollapsgefahrdete",
        ),
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"nicht(?= (?:mehr |\w+ )?(?:komprimier|eingeengt)\w*e[rnsm]? )",
        of=("cord-compression",),
        needs=(
            "eingeengt",
            "komprimier",
        ),
    ),
    # a whole list, each with its article: "eine Fraktur, eine Beteiligung der Hinterkante oder ein Tumor liegen nicht vor"
    Cue(
        Polarity.ABSENT,
        _ON,
        re.compile(rf"(?:^|(?<=[;:.] ))eine?n?(?= {_LISTED} nicht\b(?! {_UNSURE}))"),
        far=True,
        needs=(" nicht",),
    ),
    cues(
        Polarity.ABSENT,
        Direction.SENTENCE,
        r"(?<=[:,] )(?:jeweils|alle(?:s|samt)?|beides?|samtliche?s?|durchweg|je) (?:\w+ ){0,2}?(?:nicht (?!sicher|auszu|ausge"
        r"|beurteil|zu beurt|eindeutig|bekannt)\w+|negativ|verneint|ausgeschlossen|keine?[rs]?|fehlend|nein)(?=\s*(?:[.;]|$))",
        needs=(
            "ausgeschlossen",
            "fehlend",
            "kein",
            "negativ",
            "nein",
            "nicht ",
        ),
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        r"(?<=[a-z] )0(?=\s*(?:[.,;)]|$))",
        nearest=True,
        of=(
            "collapse",
            "fracture-risk",
            "canal-extension",
            "cord-compression",
            "posterior-wall",
            "soft-tissue-extension",
            "foraminal-extension",
            "metal-near-level",
        ),
    ),
    # "frakturiert sind weder L1 noch L2"
    cues(
        Polarity.ABSENT,
        _BACK,
        r"weder(?= (?:(?:in|bei|an|auf hohe) )?[ctls]\d{1,2} noch (?:(?:in|bei|an|auf hohe) )?[ctls]\d{1,2}(?=\s*(?:[.,;]|$)))",
        needs=(" noch ",),
    ),
)
