"""German words that go before all cues: what only looks like one, who tells it, what was done before, what is true of all.

What may not live here: questions and conditions (`asked`), doubt (`doubt`), denial (`denial`), plan and past (`past`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_ON, _BACK, _ALL = Direction.AFTER_IT, Direction.BEFORE_IT, Direction.SENTENCE


ASIDES: Final[tuple[Cue, ...]] = (
    cues(  # a treatment is possible, not a finding
        None,
        _ON,
        r"(?:\w*(?:plastie|ablation|augmentation|punktion|biopsie|resektion|mobilisation|embolisation)|zugang|intervention"
        r"|eingriff"
        r"|zementierung|belastung|operation|op)(?: \w+){0,3}? (?:gut |grundsatzlich |prinzipiell |technisch )?(?:moglich|denkbar"
        r"|vorstellbar|zu diskutieren)",
        needs=("moglich", "denkbar", "vorstellbar", "zu diskutieren"),
    ),
    # who tells it is not who has it
    cues(
        None,
        _ON,
        r"(?:laut|gemass|nach angaben?) (?:(?:de[rs]|seine[rs]|ihre[rs]) )?(?:ehefrau|ehemann\w*|tochter|sohn\w*|mutter"
        r"|vater\w*|angehorig\w*"
        r"|lebenspartner\w*|partner\w*)",
        r"(?:die|der|seine|ihre?) (?:ehefrau|ehemann|tochter|sohn|mutter|vater|lebenspartner\w*|angehorig\w*) (?:\w+ "
        r")?(?:bericht\w+"
        r"|bemerkt\w*|schilder\w+|beobacht\w+|gibt|gab|beschreib\w+|brachte|begleitet\w*)",
        r"(?:anders als|wie|als) (?:\w+ )?(?:vermutet|angenommen|befurchtet|erwartet|gedacht)(?= (?:kein|liegt|liegen|ist"
        r"|sind|zeigt|besteht))"
        r"|entgegen (?:de[rm] )?(?:\w+ )?(?:vermutung|verdacht\w*|annahme|erwartung|einschatzung|vorbefund\w*)",
        needs=(
            "laut",
            "gemass",
            "angabe",
            "frau",
            "mann",
            "tochter",
            "sohn",
            "mutter",
            "vater",
            "angehorig",
            "partner",
            "als ",
            "wie ",
            "entgegen",
        ),
    ),
    # what is true of all
    Cue(
        Polarity.OTHER_PERSON,
        _ALL,
        re.compile(
            r"^(?!.*\b[ctls]\d{1,2}\b)(?:eine?|jede[rs]?|jegliche)(?: \w+){1,3}? (?:gilt als|gelten als|ist ein(?:e|en)? "
            r"(?:\w+ )?(?:notfall"
            r"|kontraindikation|indikation|komplikation|warnzeichen|risikofaktor|seltene\w?|haufige\w?)|stellt (?:stets "
            r"|immer )?eine?n?"
            r" (?:\w+ )?(?:notfall|kontraindikation|indikation|komplikation)|bedeutet (?:stets |immer )?|erfordert|bedarf)"
        ),
    ),
    cues(
        Polarity.OTHER_PERSON,
        _ALL,
        r"kontraindikation(?:en)?(?=:| (?:sind|waren)\b)|(?:ein|aus)schlusskriteri\w+|definition(?= (?:escc|bilsky|der|des"
        r"|von|nach))"
        r"|(?:escc|bilsky)[\w -]{0,12} (?:bedeutet|beschreibt|bezeichnet|ist definiert|steht fur)|definitionsgemass|per "
        r"definitionem",
        needs=(
            "kontraindikation",
            "kriteri",
            "definition",
            "definiert",
            "bedeutet",
            "beschreibt",
            "bezeichnet",
            "steht fur",
        ),
    ),
    cues(
        Polarity.CONDITIONAL,
        _ON,
        r"ab einer grosse(?: von)?|(?:bei|fur|von|an) (?:\w+ )?(?:lasionen|tumoren|metastasen|herden) (?:bis|uber|unter|ab"
        r"|kleiner als"
        r"|grosser als)(?: zu)?(?= \d)|^(?:lasionen|tumoren|tumore) (?:uber|ab|unter|bis)(?= \d)",
        of=("size",),
        needs=("grosse", "lasion", "tumor", "metasta", "herd"),
    ),
    cues(
        Polarity.CONDITIONAL,
        _ON,
        r"bei (?:\w+ ){0,2}?(?:verschlechterung|beschwerdezunahme|schmerzzunahme|zunahme der (?:beschwerden|schmerzen))"
        r"(?=(?:[^.;]|(?<=\b\w)\.){0,80}\b(?:sofort\w*|umgehend\w*|(?:wieder)?vorstellung|erneut\w*|mrt?|ct|kontrolle"
        r"|rucksprache|notaufnahme)\b)",
        far=True,
        needs=("verschlechterung", "zunahme"),
    ),
    cues(
        Polarity.CONDITIONAL,
        _BACK,
        r"(?:immer|stets|unbedingt|zwingend|zunachst|noch|dringend|jedenfalls|in jedem fall) (?:auszuschliessen|abzuklaren"
        r"|zu klaren)"
        r"(?! (?:ist|sind|war) (?:eine?|die|der|das))",
        needs=("auszuschliessen", "abzuklaren", "zu klaren"),
    ),
    cues(
        Polarity.CONDITIONAL,
        _ON,
        r"(?:kein\w* |ohne )?(?:\w+ )?kontraindikation\w* (?:gegen|fur|zu[mr]?)(?: eine?)?",
        r"vor(?= (?:\w+ )?(?:bestrahlung|radiatio\w*|strahlentherapie|spondylodese"
        r"|instrumentierung)\b[^.;]{0,60}\b(?:erbitten|bitten|erbeten"
        r"|abklar\w*|sollte\w*|empf\w+|notwendig|erforderlich))",
        of=("previous-radiotherapy", "metal-near-level", "wish-told"),
        needs=("kontraindikation", "vor "),
    ),
    # what was done says nothing of what is
    cues(
        None,
        _ON,
        r"(?:z\. ?n\.|zustand nach|zust\. n\.|status nach|st\. ?n\.|status post) (?:(?!metasta|fraktur)\w+ "
        r"){0,2}?(?:\w*plastie|operation|op"
        r"|\w*dekompression|laminektomie|hemilaminektomie|\w*ablation|biopsie|stanzbiopsie|embolisation|\w*augmentation"
        r"|chemotherapie"
        r"|systemtherapie|zementierung|nephrektomie|mastektomie|prostatektomie|thyreoidektomie|lobektomie|\w*ektomie)"
        r"(?= mit (?:\w+ )?(?:rest|residu|verblieb)\w*)|(?:z\. ?n\.|zustand nach) (?:\w+ )?\w*resektion(?= mit (?:\w+ "
        r")?(?:rest|residu|verblieb)\w*)",
        r"(?:z\. ?n\.|zustand nach|zust\. n\.|status nach|st\. ?n\.|status post) (?:(?!metasta|fraktur)\w+ "
        r"){0,2}?(?:\w*plastie|operation|op"
        r"|\w*dekompression|laminektomie|\w*ablation|biopsie|embolisation|\w*augmentation|chemotherapie|systemtherapie"
        r"|zementierung|\w*ektomie)"
        r"(?=(?: (?:in|von|bei|auf hohe|links|rechts))?(?: [ctls]\d{1,2}\S*)?\s*(?:[.,;)]|$| (?:19|20)\d\d| vor \w+ (?:jahren"
        r"|monaten|wochen)))",
    ),
    # what was treated or seen before is still there
    cues(
        None,
        _ON,
        r"(?:seinerzeit|ehemals|fruher|damals|zuvor|vormals|auswarts|extern|initial|ursprunglich|vor \w+ (?:jahren?"
        r"|monaten|wochen))"
        r" (?:bestrahlt|behandelt|operiert|ablatiert|diagnostiziert|biopsiert|embolisiert|gesichert|augmentiert"
        r"|zementiert)e[nrms]?",
        r"(?:(?:im jahre? |in )?(?:19|20)\d\d|fruher|damals|seinerzeit|zuvor|vormals) (?:erstmals |bereits |schon"
        r" )?(?:beschrieben|gesehen"
        r"|festgestellt|entdeckt|nachgewiesen|bestehend|vorhanden|gefunden|dokumentiert)e[nrs]?"
        r"(?=[^.;]{3,90}\b(?:unverandert\w*|\w*konstant\w*|weiterhin|persist\w*|fort|fortbesteh\w*|\w*progredient\w*|\w*regredient\w*"
        r"|zugenommen|nach wie vor|stationar\w*|grosser|kleiner|stabil)(?!\w))",
        r"(?:von|aus)(?: dem jahr)? (?:19|20)\d\d(?=[^.;,]{0,20}\b(?:besteht|bestehen|persistiert|ist unverandert|ist"
        r" weiterhin))",
        r"alte[rnsm]?(?= (?:\w+ )?\w*(?:metasta|hamangiom|chordom|plasmozytom|filia|lasion))",
        r"(?:z\. ?n\.|zustand nach|status nach) (?:\w+ )?\w*(?:plastie|augmentation|ablation|dekompression|embolisation"
        r"|zementierung|biopsie)"
        r"(?=(?: (?:in|von))?(?: [ctls]\d{1,2})? (?:bei|wegen) (?:\w+ ){0,2}?\w*(?:metasta|filia|plasmozytom|myelom"
        r"|hamangiom|tumor))",
        needs=(
            "jahr",
            "monat",
            "woche",
            "19",
            "20",
            "seinerzeit",
            "ehemals",
            "fruher",
            "damals",
            "zuvor",
            "vormals",
            "auswarts",
            "extern",
            "initial",
            "ursprunglich",
            "alte",
            "n.",
            "nach",
        ),
    ),
    # whether a treatment worked is in doubt, not the treatment
    cues(
        None,
        _ON,
        r"\w*(?:erfolg|ansprechen|ergebnis|effekt|wirkung)(?:e?s)?(?: (?:auf|de[rs]|nach|von) [^.;,]{3,50}?)?(?: (?:ist"
        r"|bleibt|war|derzeit|noch|bislang|hierauf"
        r"|darauf|jedoch))*,? (?:unklar"
        r"|fraglich|offen|unsicher|unbekannt|ungewiss|abzuwarten|zweifelhaft|nicht (?:bekannt|beurteilbar|sicher"
        r" beurteilbar|dokumentiert))",
        r"(?:fraglich|unklar|ungewiss|unsicher|zweifelhaft|unbekannt)e[mnrs]? (?:therapie)?(?:erfolg|ansprechen|effekt"
        r"|wirkung|ergebnis)",
        r"ob (?:mit (?:\w+ )?erfolg|erfolgreich|mit ansprechen|wirksam)[^.;]{0,40}? (?:nicht bekannt|unklar|offen|unbekannt)",
        r"ohne frage|fraglos|ohne jed\w+ zweifel|ausser zweifel|ohne wenn und aber",
        needs=("erfolg", "ansprech", "ergebnis", "effekt", "wirk", "frage", "fraglos", "zweifel", "wenn und aber"),
    ),
    Cue(
        None,
        _ON,
        re.compile(
            r"\bob (?:die|eine|diese) (?:\w+ )?\w*(?:bestrahlung|radiatio|therapie)[^.;]{0,60}? (?:gewirkt|angeschlagen"
            r"|erfolgreich|geholfen"
            r"|wirksam|angesprochen)[^.;]{0,25}? (?:unklar|nicht bekannt|offen|unbekannt|fraglich|nicht beurteilbar)"
        ),
        needs=("ob ",),
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"(?<!nicht )(?:sicher|eindeutig|zuverlassig|mit sicherheit) (?:auszuschliessen|ausgeschlossen) (?:ist|sind)(?:"
        r" (?:eine?|die|der|das))?"
        r"(?![^.;,]* nicht\b)",
        needs=("auszuschl", "ausgeschl"),
    ),
    # how it takes up contrast, or whether it grew, is another matter
    cues(
        None,
        _ON,
        r"(?:reichert|reichern|nimmt|nehmen|speichert|nahm|nahmen) (?:(?!kein)[\w.]+ ){0,4}?nicht (?:\w+ ){0,3}?(?:an|zu|auf|ab)"
        r"(?=\s*(?:[.,;]|$))",
        r"nicht (?:\w+ )?(?:kontrastmittel-?|km-?)?(?:anreichernd|aufnehmend|speichernd|hypermetabol)\w*",
        r"(?:untersuchung|messung|bildgebung|schnittfuhrung|protokoll|sequenz)\w*[^.;,]{0,50}? nicht (?:\w+"
        r" )?(?:vollstandig|komplett"
        r"|durchfuhrbar|optimal|moglich|durchgefuhrt|toleriert|verwertbar)",
        needs=(
            "reicher",
            "nimmt",
            "nehmen",
            "nahm",
            "speicher",
            "nehmend",
            "hypermetab",
            "untersuch",
            "mess",
            "bildgeb",
            "schnitt",
            "protokoll",
            "sequenz",
        ),
    ),
    # what is not at hand is no finding
    cues(
        None,
        _ON,
        r"(?:(?<=^)|(?<=[,;:.(] )|(?<=und ))(?:(?:der|die|das|ein|eine|weitere|genaue|nahere|auswartige|detaillierte) )*"
        r"(?:\w*ansprechen|\w*verlauf|\w*effekt|\w*unterlagen|voraufnahmen?|\w*angaben?|\w*daten"
        r"|\w*details?|einzelheiten|\w*dosis|dosierung|voruntersuchung(?:en)?|vorbefunde?|vorbilder|vergleichs\w+|fremdbefunde?"
        r"|\w*bericht|\w*protokolle?|arztbriefe?|histologie|dokumentation|informationen|zeitpunkt|\w*alter|genese|ursache|atiologie|(?:gesamt)?ergebnis\w*)"
        r"(?: (?:hierzu|dazu|daruber|darüber|aktuell|derzeit|jedoch|aber|uns|noch|der \w+|zur \w+))*"
        r" (?:(?:liegen|liegt|sind|ist|waren|war|wurden|wurde|stehen|steht|lagen|lag)(?: (?:uns|jedoch|hier|aktuell"
        r"|derzeit|leider))* )?"
        r"(?:nicht|noch nicht) (?:mehr )?(?:vor|vorliegend|verfugbar|bekannt|zu erhalten|erhaltlich|zur verfugung"
        r"|dokumentiert|angegeben"
        r"|mitgeteilt|genannt|beurteilbar|eruierbar|zu eruieren|beigefugt|auffindbar|vorhanden|uberliefert|hinterlegt|einsehbar)",
        r"(?:ohne|keine?) (?:\w+ )?(?:voraufnahmen?|unterlagen|vergleichs\w+|vorbefunde?|voruntersuchung(?:en)?"
        r"|\w*angaben?|\w*daten)"
        r"(?: (?:verfugbar|vorliegend|vorhanden|zum vergleich|vor))?",
        r"unklare[rnms]? (?:genese|ursache|atiologie|alters|datums)",
        r"(?:unterlagen|einzelheiten|(?:fraktur)?alter|genese|ursache|atiologie|\w*details?|dosis|\w*daten|zeitpunkt"
        r"|verlaufsangaben)(?: (?:hierzu|dazu|sind|ist))*"
        r" (?:fehlen|fehlt"
        r"|unbekannt|unklar)",
        needs=(
            " fehlen",
            " fehlt",
            " unbekannt",
            " unklar",
            "kein ",
            "keine ",
            "nicht ",
            "ohne ",
        ),
    ),
    # metal that holds, and what has gone only in part
    cues(
        None,
        _ON,
        r"(?:ohne|kein\w*) (?:\w+ ){0,2}?(?:(?:material|schrauben|implantat)?-?lockerung\w*|(?:material|schrauben|implantat"
        r"|stab)-?bruch\w*"
        r"|dislokation\w*|dislozier\w*(?! (?:\w+ )?(?:\w*fragment|hinter))|fehllage\w*|migration\w*|hinweis\w* auf"
        r" (?:lockerung|material)\w*)(?: de[rs]| von)?",
        r"(?:teilweise|partiell|inkomplett|unvollstandig|etwas|deutlich|gering|nur zum teil)\w* (?:zuruckgebildet"
        r"|ruckgebildet|regredient"
        r"|rucklaufig|gebessert|erholt)",
        needs=("ohne", "kein", "bildet", "rucklaufig", "regredient", "gebessert", "erholt"),
    ),
    Cue(
        None,
        _ON,
        re.compile(r"kein\w* (?:hohere[rs]? )?(?:escc|bilsky|grad)[\w -]{1,14}? (?P<at>oder)(?= \d)"),
        needs=(" oder",),
    ),
)
