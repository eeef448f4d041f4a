"""German words of plan and past.

What may not live here: what has gone (`denial`), and a former size (`measures`).
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.languages.german.cue_words import YEAR
from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_ON, _BACK, _AROUND = Direction.AFTER_IT, Direction.BEFORE_IT, Direction.AROUND_IT


_MONTH: Final = (
    r"(?:januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember"
    r"|vorjahr|fruhjahr|sommer|herbst|winter)"
)
PAST: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"(?:nach|z\. ?n\.|zustand nach|wegen) (?:\w+ )?(?:resektion|exstirpation|exzision|ausraumung|kurettage"
        r"|operation"
        r"|tumorresektion) (?:einer|eines|der|des|von)",
        of=("nature", "matrix", "collapse", "canal-extension", "soft-tissue-extension"),
        needs=(
            "ausraumung ",
            "exstirpation ",
            "exzision ",
            "kurettage ",
            "operation ",
            "resektion ",
        ),
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"(?:bei|zum zeitpunkt der|zur zeit der) (?:der )?(?:ed|erstdiagnose|primardiagnose|diagnosestellung|aufnahme"
        r"|erstvorstellung|erstmanifestation)(?: (?:im \w+|(?:im jahr )?(?:(?:\d{1,2}/)?(?:19|20)\d\d))){0,2}(?: (?:noch|galt"
        r"|galten|war"
        r"|waren|bestand|bestanden|zeigten? sich|fanden? sich|lag|lagen)){0,2}",
        of=(
            "lesion-count",
            "fracture-risk",
            "collapse",
            "canal-extension",
            "cord-compression",
            "posterior-wall",
            "soft-tissue-extension",
            "foraminal-extension",
            "neurological-deficit",
            "size",
            "escc",
            "matrix",
        ),
        needs=(
            "bei ",
            "zum zeitpunkt der ",
            "zur zeit der ",
        ),
    ),
    cues(
        Polarity.HISTORICAL,
        _AROUND,
        r"galten? (?:\w+ ){0,4}?(?:noch )?als",
        needs=(
            "galte ",
            "galten ",
        ),
    ),
    cues(
        Polarity.HISTORICAL,
        _AROUND,
        rf"(?<!seit )(?<!der )(?:im|ende|anfang|mitte) {_MONTH}(?! (?:\d{{4}} )?(?:erst)?(?:diagnos|bekannt|nachgewiesen"
        rf"|bestrahlt"
        r"|operiert|implant|festgest|gesichert|entfernt|geplant|vorgesehen)\w*)",
        needs=(
            "anfang ",
            "ende ",
            "im ",
            "mitte ",
        ),
    ),
    cues(
        Polarity.HISTORICAL,
        _BACK,
        r"(?:erweis(?:t|en)|erwies(?:en)?|entpuppt(?:e|en)?|stell(?:t|te|en"
        r"|ten)) sich (?:\w+ ){0,3}?als(?= (?:\w+ ){0,2}?\w*(?:hamangiom"
        r"|metasta|fraktur|zyste|hamatom|osteophyt|myelom|plasmozytom|spondylodis|abszess|artefakt|schmorl|enostose|insel"
        r"|knoten|narbe|gefass))",
        of=("nature", "collapse", "canal-extension", "soft-tissue-extension"),
    ),
    cues(
        Polarity.CONDITIONAL,
        _BACK,
        r"wurden? (?:\w+ ){0,5}?(?:erfordern|bedeuten|erforderlich machen|notwendig machen|nach sich ziehen|andern"
        r"|bedingen|bedurfen)",
        needs=("wurde",),
    ),
    cues(
        Polarity.CONDITIONAL,
        _AROUND,
        r"(?:ist |wird |sind )?(?:(?<!ablation )(?<!biopsie )(?<!operation )(?<!plastie )(?<!augmentation )geplant\w*"
        r"|vorgesehen\w*|terminiert|beabsichtigt|angedacht|anstehend\w*"
        r"|bevorstehend\w*|avisiert|(?:zu )?erwagen|(?:zu )?planen|(?:zu )?prufen|zu diskutieren"
        r"|erwogen|moglich|indiziert|empfohlen|diskutiert|angeboten|vorgeschlagen"
        r"|in planung|angestrebt|angemeldet|vorbereitet)"
        r"|(?:wird|soll|sollte|sollten|kann) (?:\w+ ){0,5}?(?:erfolgen|beginnen|eingeleitet|begonnen|durchgefuhrt"
        r"|erhalten|stattfinden|bestrahlt|werden)|vor (?:geplanter|der geplanten|beginn|einleitung)"
        r"|nachste\w? woche|kommende\w? woche|ab (?:montag|dienstag|mittwoch|donnerstag|freitag|morgen|nachst\w+"
        r"|kommend\w+)|beginnt|startet|steht an|in kurze|kandidat fur|empfehlung\w*|\w*(?:bestrahlungs|radiatio"
        r"|strahlentherapie)s?-?planung\w*"
        r"|planungs-?ct|steht (?:noch )?aus|stehen (?:noch )?aus|ausstehend\w*"
        r"|zur(?= (?:radiatio|bestrahl|strahlen))|planung|(?:vor|fur) (?:einer|die)(?= (?:radiat|bestrahl"
        r"|strahlen))",
        of=("previous-radiotherapy", "metal-near-level"),
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"(?:fruher|vormals|ehemals|initial|ursprunglich|zuvor|damals|anfangs|anfanglich|seinerzeit|zunachst|vorher"
        r"|vor (?:\w*therapie|radiatio|bestrahlung|behandlung|op))(?= (?:noch |ca\. |etwa |bis zu |auf |bei )*\d)",
        of=("size", "distance-to-neural-structure", "distance-to-viscus", "escc"),
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        rf"(?:im |in |in der |vom |im jahre? )?{YEAR}(?: noch|:| bei| mit| ca\.?)*(?= \d)",
        of=("size", "distance-to-neural-structure", "distance-to-viscus"),
        needs=("19", "20"),
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        rf"(?:am |vom |im )?(?:\d{{1,2}}[./]\s?){{0,2}}{YEAR} (?:betrug|betrugen|mass|massen|war|waren|lag)(?: (?!nun"
        rf"|jetzt|heute)\w+){{0,4}}?"
        r"(?= \d)",
        of=("size", "distance-to-neural-structure", "distance-to-viscus"),
        needs=("19", "20"),
    ),
    cues(
        Polarity.HISTORICAL,
        _AROUND,
        r"(?:bestand|bestanden|lag|lagen|war|waren|zeigte sich|fand sich)(?: \w+){0,3}? (?:noch|zuvor|initial"
        r"|ursprunglich"
        r"|zunachst|praoperativ|pratherapeutisch|damals|fruher|seinerzeit|im vorjahr|(?:in der|im) vor\w+"
        r"|vor (?:der|dem|einer) \w+)(?! (?:intakt|erhalten|frei|unauffallig))",
        r"praoperativ\w*|pratherapeutisch\w*|vor therapiebeginn|im vorjahr",
    ),
    cues(
        Polarity.HISTORICAL,
        _BACK,
        r"(?:ist |sind |war )?(?:(?![ctls]\d|\w*fraktur|\w*sinterung|\w*impression)\w+ ){0,2}?(?:alt|alteren datums"
        r"|alterer genese|aus(?:geheilt)"
        r"|verheilt|abgeheilt"
        r"|konsolidiert|durchbaut|knochern konsolidiert|knochern durchbaut|fest verheilt|nicht (?:mehr )?(?:frisch"
        r"|akut|rezent))(?=\W|$)",
        r"(?:wieder )?(?:knochern |durch sklerose )?(?:wieder )?uberbruckt",
        r"vor (?:der )?(?:therapie|operation|op|behandlung)(?=\s*(?:$|[.,;]))|in der vergangenheit|in der kindheit"
        r"|in der jugend|(?:seinerzeit|damals)(?=\s*(?:$|[.,;]))|folgenlos",
    ),
    cues(
        Polarity.HISTORICAL,
        _BACK,
        r"(?:laut|im|gemass) (?:\w+ )?(?:vorbefund|vor-?ct|vor-?mrt)\w*(?! (?:noch )?als )(?! (?:noch "
        r"|grad )*\d)(?![^.;,]{0,40}\d ?[mc]m)"
        r"|in der (?:letzten )?voruntersuchung(?! noch \w)(?! (?:noch )?als )(?! (?:noch |grad )*\d)(?![^.;,]{0,40}\d ?[mc]m)",
        of=("escc", "size"),
        needs=(
            "in der letzten voruntersuchung",
            "in der voruntersuchung",
            "vor-ct",
            "vor-mrt",
            "vorbefund",
            "vorct",
            "vormrt",
        ),
    ),
    cues(
        Polarity.HISTORICAL,
        _BACK,
        r"von (?:rein |vorwiegend |uberwiegend )?(?:osteo)?(?:lyt|sklerot|plast|blast)isch\w*(?= (?:zu|in|nach|auf) )",
        of=("matrix",),
        needs=("von ",),
    ),
    cues(
        Polarity.HISTORICAL,
        _BACK,
        r"(?:vor)?beschriebene\w?(?= (?:\w+ )?(?:lasion|metastase|filia|herd|absiedlung|osteolyse))",
        of=("matrix",),
        needs=("beschriebene",),
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"vor (?:\w+ ){1,2}(?:jahren?|monaten)(?! (?:erst)?(?:diagnosti|bekannt|erstmals|nachgewiesen|beschrieben"
        r"|aufgetreten|entdeckt"
        r"|bestrahlt|operiert|implantiert|festgestellt|gesichert)\w*)",
        of=(
            "collapse",
            "nature",
            "canal-extension",
            "cord-compression",
            "posterior-wall",
            "soft-tissue-extension",
            "size",
        ),
        needs=("jahr", "monat"),
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"(?:voruntersuchung|vorbefund|vor-?ct|vor-?mrt|voraufnahme|vorwert|vormessung|zuletzt|vu\b|va\b|vorstudie)\w*:?(?: noch"
        r"| ca\.?)?(?= \d)",
        r"(?<!gegenuber dem )(?<!gegenuber der )(?<!zum )(?<!zur )(?<!mit dem )(?<!mit der )(?:voruntersuchung|vorbefund|vor-?ct"
        r"|vor-?mrt|voraufnahme)\w*(?: (?:noch|ca\.?|vo[mn]|aus|am|es|war|waren|betrug|mass|lag|bei|de[rm]|januar|februar"
        r"|marz|april"
        r"|mai|juni|juli|august|september|oktober|november|dezember|[\d./]*\d{4}|mit)){1,6}(?= \d+(?:[.,]\d+)? ?[mc]m)",
        of=("size", "distance-to-neural-structure", "distance-to-viscus", "escc"),
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"(?:vormals|ehemals|fruher|initial|ursprunglich|zuvor|vorher|vorbeschrieben)(?= (?:noch |rein "
        r"|uberwiegend |vorwiegend |vornehmlich )?(?:(?:osteo)?(?:lyt|skler|plast|blast)|gemischt))",
        of=("matrix",),
        needs=(
            "ehemals",
            "fruher",
            "initial",
            "ursprunglich",
            "vorbeschrieben",
            "vorher",
            "vormals",
            "zuvor",
        ),
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"alt(?:e|er|en|es|em)?|altere[rnsm]?",
        of=("collapse", "nature", "cord-compression", "neurological-deficit"),
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"(?:fruher\w*|vormals|ehemals|initial\w*|ursprunglich\w*|zuvor)(?! (?:noch |rein |uberwiegend "
        r"|vorwiegend |vornehmlich )?(?:(?:osteo)?(?:lyt|skler|plast|blast)|gemischt))|ehemalig\w*|einstig\w*"
        r"|einst|damalig\w*|damals|vorbestehend gewesen|anfanglich\w*|seinerzeit|vorubergehend\w*|transient\w*"
        r"|passager\w*|anamnestisch",
        r"(?:zunachst|initial|vormals|zuvor|ursprunglich|fruher|vorher|anfangs|seinerzeit|(?:im|laut"
        r"|gemass) (?:\w+ )?vor-?(?:befund|ct|mrt)\w*"
        r"|in der voruntersuchung|auswarts|extern|bislang|bisher|lange|damals) (?:noch )?als(?= (?:\w+ ){1,4}?"
        r"(?:gewertet|interpretiert|eingestuft|beurteilt|gedeutet|angesehen|aufgefasst|beschrieben|klassifiziert"
        r"|befundet|eingeordnet|eingeschatzt))",
        r"(?:initial|anfangs|anfanglich|zunachst|ursprunglich|zuvor|vormals|vorher|fruher|seinerzeit|damals|ausweislich"
        r"|laut|gemass)(?: (?:de[sr] |dem )?vorbefund\w*)? (?:bestand|bestanden|war|waren|lag|lagen|hatte"
        r"|zeigten? sich|fanden? sich|liess sich)",
        r"(?:vor-?(?:ct|mrt|aufnahme|befund|untersuchung)|voruntersuchung)\w* (?:zeigten?|ergab|hatten?|wies|beschrieb|bot)",
        r"hatten?(?: \w+){0,2}? (?:vor (?:\w+ )?(?:jahren|monaten|wochen)|fruher|in der vergangenheit|als kind)",
        r"(?:zum|im) (?:aufnahme|vorstellungs|diagnose)zeitpunkt (?:bestand|bestanden|war|zeigten? sich|lag|hatte)",
        r"(?:(?:in der|bei der|auf der|im|beim) (?:(?:letzten|externen|auswartigen) )?vor-?(?:untersuchung|aufnahme|befund"
        r"|ct|mrt|studie)\w*"
        r"|in der vu|im ct|im mrt)(?: (?:vo[mn]|aus) [\w./]+)?(?: (?:war|waren|bestand|bestanden|zeigte sich|fand sich"
        r"|lag))? noch"
        r"(?! (?:nicht|kein\w*|intakt\w*|erhalten\w*|frei\w*|als|\d))",
        r"z\. ?n\.|zustand nach|zust\. n\.|status nach|st\. ?n\.|st\. p\.|s\. p\.|status post",
        r"ausgeheilte?\w?|verheilte?\w?|abgeheilte?\w?|konsolidierte?\w?"
        r"|durchbaute?\w?|zuruckliegende?\w?|stattgehabte?\w?|abgelaufene?\w?|langer zuruckliegende?\w?|historische?\w?",
        r"(?:vor|vor der|bis zur|zum zeitpunkt der|in der|bei der) (?:\w+ )?(?:operation|op|therapie|behandlung"
        r"|bestrahlung|radiatio|strahlentherapie|chemotherapie|\w*plastie|\w*augmentation|\w*ablation"
        r"|dekompression|stabilisierung"
        r"|erstuntersuchung|primardiagnose|erstdiagnose)(?: (?:bestand|bestanden|lag|war|fand sich))?",
    ),
    cues(  # an attribute is of its noun: "intakt, die 2022 beschriebene Fraktur ist ausgeheilt"
        Polarity.HISTORICAL,
        _ON,
        rf"(?:im jahre? |in )?{YEAR}(?: noch| bereits| erstmals)? (?:vor)?(?:beschrieben|gesehen|festgestellt|erwahnt"
        rf"|dokumentiert)e[nrs]?",
    ),
    cues(
        Polarity.HISTORICAL,
        _AROUND,
        r"(?:im jahre? |in der voruntersuchung |im ct |im mrt |in |vom |von |aus |bis "
        rf"|anno )?(?:\d{{1,2}}/)?{YEAR}(?: (?:bestand|bestanden|war|zeigte sich|fand sich|lag))?",
        r"(?:hatte|war|waren|wurde)(?: \w+){0,4} (?:bestanden|vorgelegen|bestehend gewesen|gewesen)"
        r"|vor (?:\w+ )?(?:jahren|monaten) (?:bestand|war|lag|bestanden)",
    ),
)
