"""German words for touching a nerve, the sac or a viscus, and for keeping clear of it.

What may not live here: growth into canal, foramen and soft tissue (`canal`, `spread`).
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.languages.german.phrases import NOT_BY_IT, OTHER_CAUSE
from fhir_profiles.reading.reports.languages.german.stems import BOWEL, NERVE, OTHER_VISCUS, TUMOUR, gap
from fhir_profiles.reading.reports.lexicon import Form, forms

_CONTACT: Final = (
    r"(?:\w*kontakt\w*|(?:an)?grenz(?:t|en|end\w*)|angrenz\w+|beruhr\w+|beruhrung\w*|touchier\w+|tangier\w+|anlieg\w+"
    r"|reicht bis (?:direkt |unmittelbar |nahe )?an|erreicht|ummauer\w+|umschliess\w+|umscheid\w+"
    r"|umgreif\w+|umgibt|umwachs\w+|umwachst|umhull\w+|umfasst|verlager\w+|verdrang\w+|infiltr\w+|invad\w+"
    r"|nachbarschaft\w*|nahe(?= zu[mr]?\b)|benachbart\w*|bedrang\w+|adhar\w+|verbacken|untrennbar|heranreich\w*"
    r"|stosst|beruhrend"
    r"|kommt|schmiegt|einmauer\w+|eingemauert|abgedrangt|verschoben|verschieb\w+|neben|aufsitz\w+|buckel\w+"
    r"|(?:lage)?bezug|(?:lage)?beziehung|alterier\w+|affektion|affiziert|direkt an|angelagert)"
)
_NEXT: Final = r"(?: [\w.,]+){0,10}?, (?:mithin |somit |also |damit |dabei )?"
"""Over a comma to what is said of the same structure: "zum Kolon 14 mm, mithin kein Kontakt"."""
_FAT: Final = (
    r"(?:fett(?:lamelle|schicht|ebene|saum|streifen|linie|gewebslamelle|gewebsebene|planum)\w*"
    r"|fettgewebige lamelle|trennschicht|fettgewebe|fett)"
)


_NOT: Final = r"kein\w*|nicht|kaum|ohne|fehl\w*"
_JOINED: Final = r"(?:mehr )?nicht (?:mehr )?(?:abgrenzbar|abzugrenzen|zu trennen|trennbar|separierbar|getrennt)"
"""Not to be told apart from the tumour: touched."""
_TOUCH: Final = r"(?:beruhr|touchier|tangier|erreich|kontaktier|infiltrier|alterier)t"
_PRESSED_ON: Final = r"(?<!nicht )(?:komprimiert|kompression|bedrangt|eingeengt|ummauert|eingemauert|verlegt)\w*"
_PRESSED: Final = {
    "close-to-neural-structure": (
        rf"(?:\w*nerven|spinal)?wurzel\w*(?: [cls]\d+)?(?: \w+){{0,3}}? {_PRESSED_ON}",
        r"(?<!ohne )(?<!keine )(?:wurzel|nerven)-?(?:kompression|kompromittierung|bedrangung|kontakt|irritation)\w*",
        r"(?:kompression|bedrangung|ummauerung|irritation) (?:de[rs] )?(?:\w+ ){0,2}?(?:\w*nerven|spinal|[cls]\d-)?wurzel\w*",
    )
}
"""A root that is pressed on is touched."""


def _indented(what: str) -> tuple[str, str]:
    """A viscus that is pressed in is touched."""
    pressed = r"(?:imprim\w+|pelott\w+|ein(?:ge)?del\w+|komprim\w+|kompression|arrodier\w+)"
    return rf"{pressed}{gap(4)}{what}", rf"{what}(?: \w+){{0,5}}? {pressed}"


def _touching(code: str, what: str, value: str | None = None) -> tuple[Form, ...]:
    """Touching, not touching, in both orders."""
    free = "(?<!nicht )frei" if value else "(?!)"  # "Myelon frei" tells of no pressure, not of a distance
    return (
        forms(
            code,
            rf"{_CONTACT}{gap(5)}{what}"
            if value
            else rf"(?!bedrangung\w* (?:\w+ )?(?:myelon|ruckenmark|kauda|cauda"
            rf"|konus)){_CONTACT}{gap(5)}{what}",
            rf"{what}(?:{gap(6)}|\s?)(?:{_CONTACT})",
            rf"\w*(?:kontakt|beruhrung|bezug|verbindung)\w* (?:zu|mit|an)(?: \w+){{0,3}}? {what}",
            rf"(?:reicht|reichen|reichend\w*|ragt|ragen|wachst)(?: (?!\d)\w+){{0,3}}? an (?:\w+ ){{0,2}}?{what}"
            r"(?![^.;]{0,30}, (?:aber |jedoch )?ohne (?:\w+ ){1,3}?zu (?:beruhren|tangieren|erreichen|kontaktieren))",
            rf"{what}(?: \w+){{0,4}}? in (?:\w+ )?nahe(?! zu)",
            rf"(?:{TUMOUR}{gap(4)})?(?:bis|nahe|dicht|eng|unmittelbar|direkt) an{gap(3)}{what}",
            rf"{what}(?: \w+){{0,2}}? (?:liegt|liegen)(?: \w+){{0,4}}? an(?!\w| de[rnm])",
            rf"(?:liegt|liegen|liegend\w*)(?: \w+){{0,4}}? {what}(?: \w+){{0,3}}? an(?!\w| de[rnm])",
            rf"{_CONTACT}[^.;]{{0,60}}?(?:,|und|sowie|oder)(?: jedoch| aber| wohl aber| auch)?(?P<at> (?:zu[mr]?|mit"
            rf"|an) (?:\w+ ){{0,2}}?{what})",
            rf"{what}{_NEXT}(?:(?:kein|ein|ohne|keinerlei) )?(?:\w+ )?kontakt\w*(?! zu(?!m tumor|r lasion|r metastase|m herd))",
            rf"(?:zu[mr]?|mit|an) (?:\w+ )?{what} (?:sehr wohl|schon|allerdings ja|dagegen ja|besteht er)",
            rf"{what}(?: \w+){{0,2}}? (?:unmittelbar|direkt|eng|dicht|nahe) (?:(?:an|neben|bei) (?:de[rmn]|die|das)|am"
            rf"|beim) {TUMOUR}",
            rf"{what}(?: \w+){{0,3}}? vo[mn](?: \w+){{0,2}}? {TUMOUR} (?:\w+ )?(?:umgeben|umwachsen|umschlossen|umflossen)",
            rf"{what}(?:n?kontakt|beruhrung|infiltration|verlagerung|verdrangung)\w*",
            value=value,
            unless=OTHER_CAUSE,
            wide=True,
        ),
        forms(
            code,
            *_PRESSED.get(code, ()),
            *(() if code == "close-to-neural-structure" else _indented(what)),
            value=value,
            unless=OTHER_CAUSE,
            wide=True,
        ),
        forms(
            code,
            rf"kein\w* (?:\w+ )?(?:abstand|distanz|fettlamelle|fettschicht|trennschicht)\w*(?: mehr)?(?: \w+){{0,3}}? "
            rf"(?:zu[mr]?|zwischen|gegenuber)(?: \w+){{0,3}}? {what}",
            rf"zu[mr]? (?:\w+ ){{0,2}}?{what} (?:besteht|bestehen|bleibt|verbleibt|ist)(?: \w+){{0,2}}? kein\w* (?:\w+ )?"
            r"(?:abstand|distanz|fettlamelle|fettschicht|trennschicht)\w*",
            rf"zwischen{gap(5)}{what}(?: \w+){{0,2}}? kein\w* (?:\w+ )?{_FAT}",
            rf"{what}(?: \w+){{0,3}}? (?:vo[mn]|gegen(?:uber)?)(?: \w+){{0,2}}? {TUMOUR} {_JOINED}",
            rf"(?:vo[mn]|gegen(?:uber)?)(?: \w+){{0,2}}? {what}(?: [ctls]\d{{1,2}})? {_JOINED}",
            rf"{_JOINED} (?:vo[mn]|gegen(?:uber)?)(?: \w+){{0,2}}? {what}",
            rf"{_FAT}{gap(5)}{what}{gap(2)}(?<!nicht )(?:aufgehoben|aufgebraucht|verstrichen|obliteriert|durchbrochen)",
            value=value,
            closed=True,
            unless=OTHER_CAUSE,
            wide=True,
        ),
        forms(  # taken up by a pronoun: "6 mm vom Myelon entfernt, berührt es also nicht"
            code,
            rf"{what}[^.;]{{0,60}}?(?P<at>(?:,|und|, und) {_TOUCH} (?:es|ihn|sie|dieses|diesen?)"
            r"(?: (?:also|somit|damit|jedoch|aber|dabei|daher|folglich|mithin|selbst|noch))* nicht(?: (?:direkt|unmittelbar))?"
            r"(?=\s*(?:[.,;]|$))|, (?:aber |jedoch )?ohne (?:es|ihn|sie|dieses|diesen?) (?:\w+ )?"
            r"zu (?:beruhren|tangieren|erreichen|kontaktieren))",
            value=value,
            denied=True,
            closed=True,
        ),
        forms(
            code,
            rf"{what}[^.;]{{0,80}}?(?P<at>, (?:jedoch |aber )?nicht (?:aber |jedoch |hingegen )?(?:zu[mr]?|mit|durch)"
            rf" (?:\w+ ){{0,2}}?{TUMOUR})",
            value=value,
            denied=True,
            closed=True,
        ),
        forms(
            code,
            rf"{_CONTACT}[^.;]{{0,60}}?, (?P<at>(?:de[rmn]|die|das) (?:\w+ )?{what} (?:dagegen|hingegen|jedoch"
            rf"|aber|sehr"
            r"|allerdings) (?:schon|wohl|ja)(?!\w))",
            value=value,
            closed=True,
        ),
        forms(
            code,
            rf"{_CONTACT}[^.;]{{0,60}}?(?P<at>(?:,|und) (?:jedoch |aber )?nicht (?:jedoch |aber |hingegen "
            rf"|auch )?(?:zu[mr]?|mit|an|de[rsn]) (?:\w+ ){{0,2}}?{what})",
            value=value,
            denied=True,
            closed=True,
        ),
        forms(
            code,
            rf"{_CONTACT}[^.;]{{0,40}}?(?P<at>, (?:zu[mr]?|mit|an) (?:\w+ )?{what} (?:jedoch |aber |hingegen "
            rf"|dagegen )?nicht(?=\s*(?:[.;,]|$)))",
            value=value,
            denied=True,
            closed=True,
        ),
        forms(
            code,
            rf"{what}(?! (?:komprimiert|bedrangt|imprimiert)){NOT_BY_IT}",
            rf"{_FAT}{gap(2)}(?:trenn\w+|separier\w+){gap(5)}{what}",
            rf"(?<!keine )(?<!kein ){_FAT}{gap(6)}{what}{gap(3, but=_NOT)}(?:erhalten\w*|intakt\w*|abgrenzbar\w*"
            rf"|vorhanden\w*|sichtbar\w*|respektiert"
            r"|darstellbar\w*|dazwischen)",
            rf"(?:erhaltene\w?|intakte\w?|abgrenzbare\w?|schmale\w?|breite\w?|durchgehende\w?) {_FAT}{gap(5)}{what}",
            rf"{what}{gap(5, but=_NOT)}{_FAT}{gap(3, but=_NOT)}(?:erhalten\w*|intakt\w*|abgrenzbar\w*|getrennt|abgesetzt)",
            rf"{what}(?:, | )\w*{_FAT} (?:\w+ )?(?:erhalten|intakt|abgrenzbar)",
            r"(?:halt|wahrt|mit|ausreichend\w*|sicher\w*|deutlich\w*"
            rf"|gut\w*) (?:\w+ )?(?:sicherheits)?abstand{gap(4)}{what}",
            rf"zu[mr]? (?:\w+ )?{what} (?:halt|wahrt)(?: \w+){{0,3}}? abstand(?! von| \d)",
            rf"zu[mr]? (?:\w+ )?{what}{gap(4)}(?:ausreichend\w*|sicher\w*|deutlich\w*|gut\w*|genugend\w*"
            r"|gross\w*) (?:\w+ )?(?:sicherheits)?abstand(?! von| \d)",
            rf"{what}(?: \w+){{0,4}}? in (?:sicher|ausreichend|deutlich|gross|gut|weit|genugend)\w* (?:abstand"
            rf"|distanz|entfernung)",
            rf"{what}[^.;,]{{0,60}}(?<!nicht )(?:getrennt|separiert|abgesetzt)",
            rf"zwischen{gap(5, but=_NOT)}{what}(?: (?!{_NOT})\w+){{0,4}}? {_FAT}(?! (?:\w+ )?(?:{_NOT}|aufge|verstri|oblit))",
            rf"{what}{gap(4)}(?:gut |klar |sicher |deutlich |durch eine \w+ )?(?:getrennt|abgesetzt|separiert"
            r"|distanziert)",
            rf"(?:getrennt|abgesetzt|separiert|fernab|fern|weit ab|weit weg|weit entfernt|distanziert) (?:(?:vom|von|der|des"
            rf"|dem)(?: \w+)? )?{what}",
            rf"{what}(?: \w+){{0,3}}? von (?:\w+ )?{_FAT} (?:umgeben|umhullt|umsaumt)",
            rf"{what}(?: \w+){{0,3}}? (?:{free}|nicht (?:betroffen|beteiligt|alteriert|einbezogen|affiziert|umschlossen|ummauert)"
            r"|ausgespart|vo[mn] (?:de[rm] )?\w+ (?:gut |klar |sicher )?abgrenzbar)",
            rf"(?:kein\w*|ohne|fehlend\w*) (?:\w+ )?(?:tumor|lasions)kontakt{gap(3)}{what}"
            rf"|{what} (?:ohne|kein) (?:\w+ )?(?:tumor|lasions)kontakt",
            rf"{what} (?:und|sowie|bzw\.) (?:\w+ ){{1,4}}?(?:sind |ist )?(?:{free}|nicht (?:betroffen|beteiligt)|vom tumor "
            rf"(?:gut |klar )?abgrenzbar)",
            rf"abstand{gap(3)}{what}{gap(2, but=_NOT)}(?:gewahrt|eingehalten|ausreichend)",
            value=value,
            denied=True,
            closed=True,
        ),
    )


NEIGHBOURS: Final[tuple[Form, ...]] = (
    *_touching("close-to-neural-structure", NERVE),
    *_touching("close-to-viscus", BOWEL, "bowel"),
    *_touching("close-to-viscus", OTHER_VISCUS, "other"),
)
