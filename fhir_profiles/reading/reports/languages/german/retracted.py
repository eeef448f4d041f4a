"""German words that speak of a statement, of all patients, of a level without a number, or of what is not (yet, any more) so.

Two kinds: near `RETRACTED` nothing is read, near `NOT_PRESENT` nothing is read as present. What may not live here: words that
guard alone, whatever stands beside them (`guarded`), and what acts on a finding (`asked`, `doubt`, `denial`, `past`).
"""

from __future__ import annotations

import re
from typing import Final

_LEVEL: Final = r"[ctls]\d{1,2}"
_PLACE: Final = r"(?:(?:nachbar)?wirbel(?:korper)?s?|etagen?|segmente?s?|niveaus?|hohe|bewegungssegmente?s?)"
_UNNAMED: Final = rf"(?!,? ?\(? ?(?:in |von |bei |d\. ?h\. )?{_LEVEL})"
_INTERVENTION: Final = (
    r"(?:not-?)?(?:operation|op|dekompression|laminektomie|stabilisierung|resektion|spondylodese|radiatio"
    r"|bestrahlung|aufnahme"
    r"|einweisung|verlegung|vorstellung|intervention|kyphoplastie|vertebroplastie|eingriffs?|notoperation)"
)
_REFERRER: Final = (
    r"(?:zuweis(?:er|erin|ende\w*)|uberweis(?:er|erin|ende\w*)|hausarzt|hausarztin|vorbefunder(?:in)?"
    r"|kollege[n]?|kollegin"
    r"|arztbrief|uberweisung|zuweisung|entlassbrief|einweis(?:er|ung)|notarzt|anforderung(?:sschein)?|software|ki)"
)

RETRACTED: Final = re.compile(
    r"\b(?:"
    r"soll(?:en)? (?:\w+ )?nicht (?:\w+ )?bestrahlt werden"
    r"|zu[mr] (?:implantation|instrumentierung|verschraubung|stabilisierung|spondylodese"
    r"|zementierung)[^.;,]{0,60} (?:kam|ist|war) es"
    r" (?:[\w-]+ ){0,4}?(?:nicht|nie|niemals)\b"
    # words about a statement
    r"|"
    r"(?:nicht|falsch|unrichtig|unzutreffend|irrefuhrend|unwahr|irrig|abwegig),? (?:\w+ )?(?:dass|zu behaupten"
    r"|zu sagen)\b"
    r"|(?:behauptung|aussage|formulierung|feststellung|angabe|passage|satz|textbaustein|einschatzung|ansicht"
    r"|meinung)\b[^.;:]{0,90}"
    r"\b(?:zuruck(?:genommen|gezogen|zunehmen|zuziehen)|korrigiert|revidiert|gestrichen|falsch|irrig|uberholt|hinfallig"
    r"|unhaltbar|irrtumlich|versehentlich)\b"
    r"|nicht (?:\w+ )?(?:teilen|geteilt|beipflichten|zustimmen|folgen konnen|anschliessen|nachvollziehen)(?= wir"
    r"|\b)(?=[^.;]{0,12}$)"
    r"|(?:schliessen|teilen) wir (?:uns )?(?:\w+ )?nicht\b"
    r"|(?<!\()(?:tipp|diktat|schreib|ubertragungs)-?fehler\b|verschrieben|seitenverwechslung"
    # each its own
    r"|in (?:dieser|der genannten|umgekehrter|genannter|gleicher) reihenfolge|beziehungsweise je|respektive je"
    # another vertebra, told by one that is named or by nothing
    rf"|{_PLACE} (?:unmittelbar |direkt |knapp )?(?:uber|unter|oberhalb|unterhalb|kranial|kaudal|neben)(?: von)? {_LEVEL}"
    rf"|(?:an|zu) {_LEVEL} (?:angrenzend|benachbart|anschliessend)\w* {_PLACE}"
    rf"|(?:nachst(?:hohere|tiefere|gelegene)|(?:daruber|darunter|dazwischen)liegende|(?:an)?grenzende|benachbarte"
    rf"|angrenzende|folgende|nachste|vorherige)[rnsm]? (?:\w+ )?{_PLACE}{_UNNAMED}"
    rf"|(?:eine?n?|zwei|drei|im|der|am|dem) {_PLACE} (?:hoher|tiefer|weiter (?:oben|unten|kranial|kaudal)"
    rf"|daruber|darunter)"
    rf"|(?:ein|einen|einem|zwei|mehrere[n]?|etliche|einige[n]?) (?:andere|weitere|sonstige)[rnsm]? {_PLACE}{_UNNAMED}"
    rf"|(?:^|[,;:] )(?:unmittelbar |direkt )?(?:ober|unter)halb (?:von )?{_LEVEL}|zwischen {_LEVEL} und {_LEVEL}(?=,)"
    r")(?!\w)"
)
"""German words that speak of a statement ("die Behauptung wird zurückgenommen"), "der angrenzende Wirbel"."""

NOT_PRESENT: Final = re.compile(
    r"\b(?:"
    # told by others, thought, feared, sought
    r"(?<!ich )habe(?! ich)|sei(?:en)?(?! (?:denn|(?:tumor)?frei|intakt|erhalten|unauffallig|stabil))|bestehe|bestunden?"
    r"|handele?(?= es sich)|gebe es|finde sich|zeige sich"
    r"|(?:weise|liege|lage|lagen)(?=[^.;,]{3,60} (?:auf|vor)\b)|infiltriere|komprimiere|erreiche"
    rf"|{_REFERRER} (?:\w+ )?(?:spricht|sprach|vermutet\w*|nennt|nannte|beschreibt|beschrieb|berichtet\w*"
    rf"|meint\w*|schreibt"
    rf"|schrieb"
    r"|glaubt\w*|fuhrt|geht|ging|sah|sieht|erwahnt\w*|postuliert\w*|furchtet\w*|befurchtet\w*|mutmasst\w*|hielt|halt)"
    rf"|(?:laut|gemass|nach) (?:angabe\w* )?(?:de[srmn] )?(?:{_REFERRER}|patient\w*|pat\.?|angehorig\w*|ehefrau|ehemann"
    rf"|familie|internet)"
    r"|(?:laut|gemass|ausweislich)(?: \w+)? vor\w+(?=[^.]{3,90}\b(?:aktuell|jetzt|heute|nunmehr|inzwischen"
    r"|derzeit|nun)\b)"
    r"|(?:glaubt|furchtet|befurchtet|meint|denkt|annimmt|angst|sorge|befurchtung\w*|furcht|bange)(?= (?:an|vor|um|der|die"
    r"|das|einer?|es"
    r"|er|sie|dass)\b)|(?:glaubt|furchtet|befurchtet),"
    r"|rechneten? (?:\w+ )?mit|stand(?:en)? im raum|sorge de[rs] patient\w*|(?:ist"
    r"|war) kein\w* (?:\w+ )?(?:\w*tumor\w*|metastase),\s*$"
    r"|vergeblich|vergebens|umsonst|erfolglos(?= (?:nach )?gesucht)|auf den ersten blick|prima vista"
    r"|verleite\w*|verfuhr\w*"
    r"|(?:hielt|hielten|gehalten) (?:man |wir )?(?:\w+ )?fur\b|fur (?:eine?n? )?(?:\w+ ){0,2}gehalten|fehlalarm"
    r"|phantom\w*"
    r"|trugbild"
    r"|tauscht\b|getauscht"
    # it proved to be something else
    r"|(?:entpuppt|erweist|erwies|entpuppte|stellt|stellte)n? sich (?:\w+ ){0,3}?als (?:eine?[rn]? )?(?:\w+ )?(?:artefakt"
    r"|osteophyt|fett|gefass"
    r"|vene|abszess|hamatom|ganglion|zyste|narbe|insel|enostose|falsch|irrtum|partialvolumen|stuhl|darm|lymphknoten)\w*"
    r"|(?:entspricht|entsprechen|entsprach|handelt(?:e)? es sich)(?: (?:jedoch|aber|lediglich|vielmehr|tatsachlich|um|am "
    r"ehesten|eine[rnms]?"
    r"|de[rnms]|ein)){0,4} (?:\w+ )?(?:osteophyt|gefass|vene|venen|abszess|hamatom|ganglion|narbe|narben|insel|enostose"
    r"|knocheninsel|artefakt|partialvolumen|lymphknoten|bandscheib|vorfall|sequest|zement|fett|lipom|\w*venenplexus)\w*"
    r"|(?:metasta\w*|tumor\w*|lasion\w*)\b[^.;,]{0,40} (?:wurden?|ist|sind) (?:(?!teil|nicht|partiell)\w+ "
    r"){0,3}?(?:reseziert|exstirpiert)"
    r"|(?:eine[rm]|de[rm]|den|am ehesten) (?:\w+ ){0,2}?\w*(?:hamatom|abszess|osteophyt|gefass|vene|venen|zyste|narbe"
    r"|artefakt|lipom"
    r"|sequester|vorfall|zement|serom|enostose)\w* (?:\w+ )?(?:entsprechend|entspricht|entsprechen|entsprache|zuzuordnen"
    r"|geschuldet)"
    # denied in words that no cue knows
    r"|kein\w* (?:\w+ ){0,3}?(?:grosser|uber|von mehr|ab)(?: als)?(?= \d)"
    r"|alles andere als|nicht im (?:entferntesten|geringsten|mindesten)|nicht die (?:spur|rede)|weit (?:davon )?entfernt"
    r"|macht? (?:vor \w+(?: \w+)? )?halt|machte? halt|in ruhe(?: gelassen)?|unbehelligt|unangetastet"
    r"|ungeschoren|unbeschadet"
    r"|entgeht|entgangen|verfehlt|halt sich (?:\w+ ){0,3}fern|fern(?:gehalten|zuhalten)|ausser reichweite"
    r"|spricht alles gegen|sprach(?:en)? gegen|nicht zustande"
    # nearly, not yet, in future
    r"|beinahe|um ein haar|um haaresbreite|(?:kurz|knapp|unmittelbar|dicht) (?:vor|davor)(?! (?:de[rnm] )?(?:hinter\w+"
    r"|osophag\w*|aorta|wirbel\w*"
    rf"|rektum|kolon|dura\w*|myelon|sakrum|psoas|{_LEVEL}))|im begriff|auf dem sprung"
    r"|(?:fast|nahezu)(?= (?:durchbrochen|eingebrochen|kollabiert|komprimiert|erreicht|gebrochen|frakturiert))"
    r"|(?:wird|werden)(?= [^.;,]{0,60}\b(?:fruher oder spater|demnachst|bald|voraussichtlich|irgendwann|absehbar\w*"
    r"|zwangslaufig|ohne"
    r" (?:therapie|behandlung)|unbehandelt)\b)|voraussichtlich|fruher oder spater|uber kurz oder lang|in absehbarer zeit"
    r"|auf (?:lange|die) (?:sicht|dauer)|(?:noch )?bevor(?= )|ehe(?= (?:es|die|der|das)\b)|damit(?= [^.;]{0,60}\bnicht\b)"
    # over
    r"|(?:fuhrte|fuhrten|gefuhrt hat(?:te)?|zwang|veranlasste|bewog|machte[n]?)(?= [^.;]{0,50}\b(?:zu[mr]?|"
    rf"{_INTERVENTION}|notwendig|erforderlich|notig)\b)"
    rf"|(?:anlass|grund|indikation|ursache|ausloser|motiv)(?: (?:fur|zu[mr]?|der|des))(?: \w+)? {_INTERVENTION}"
    rf"|(?:wegen|aufgrund|infolge) (?:der(?:er|en)?|dessen|eine[rs]|seine[rs]"
    rf"|ihre[rs])(?= [^.;,]{{3,60}}\b(?:{_INTERVENTION}"
    r"|operiert|dekomprimiert|stabilisiert|laminektomiert|reseziert)\b)"
    r"|der vergangenheit|geschichte\b|uberstanden\w*|uberwunden\w*|in jungen jahren|jahre (?:her|zuruck)|liegt (?:\w+ "
    r")?(?:lange )?zuruck"
    r"|(?:folgen?|folgezustand|residuen|residualzustand|reste|zeichen) (?:einer?|der|eines|des|von|nach|abgelaufen\w*)"
    r" (?:(?:alt|fruher|abgelaufen|stattgehabt|uberstanden|ehemalig)\w* )"
    r"|hatte(?:n)?(?= [^.;]{2,80}\b(?:gefuhrt|bewirkt|verursacht|erforderlich gemacht|notwendig gemacht"
    r"|veranlasst|ausgelost"
    r"|gezeigt|ergeben|aufgewiesen|gelitten|infiltriert|komprimiert|erreicht|durchbrochen|bestanden|vorgelegen)\b)"
    r"|(?:entlastet|befreit|beseitigt|geschmolzen|vernarbt|verknochert|verheilt|erholt)(?= ?(?:$|[.,;]| (?:ist|sind|hat"
    r"|haben|worden)\b))"
    r"|nach (?:\w+ )?(?:ruckbildung|entfernung|resektion|entlastung|ausraumung|dekompression)"
    r")(?!\w)"
)
"""German words near which, up to hard borders, nothing is read as present: "sei", "vergeblich", "um ein Haar"."""
