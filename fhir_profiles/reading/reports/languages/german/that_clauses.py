"""German statements that begin with "dass" and are doubted or denied behind the comma.

What may not live here: doubt and denial within one clause (`doubt`, `denial`).
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_ON: Final = Direction.AFTER_IT
_OF_IT: Final = (
    "canal-extension", "cord-compression", "soft-tissue-extension", "foraminal-extension", "collapse", "posterior-wall",
    "fracture-risk", "close-to-neural-structure", "close-to-viscus", "intra-articular",
    "neurological-deficit", "metal-near-level",
)  # fmt: skip
_THAT_UNSURE: Final = (
    r"dass(?={more}[^.;]{{5,140}}, (?:liess|lasst|kann|konnte|ist|war|wird|bleibt|scheint"
    r"|erscheint)\b[^.;,]{{0,80}}\b(?:nicht (?:sicher |eindeutig "
    r"|zweifelsfrei |abschliessend |zu )?(?:beleg|bestatig|beweis|klar|entsch|festst|beurteil|auszu|ausschl|ausgeschl"
    r"|gesichert)|nicht"
    r" (?:sicher|eindeutig|zweifelsfrei) |unklar|offen|fraglich|unsicher|moglich|denkbar|wahrscheinlich|unwahrscheinlich"
    r"|zweifelhaft))"
)
_THAT_NOT: Final = (
    r"dass(?={more}[^.;]{{5,140}}, (?:trifft (?:\w+ )?nicht zu|(?:ist|war) (?:\w+ )?(?:nicht der fall|falsch|unzutreffend"
    r"|ausgeschlossen|nicht"
    r" (?:nachweisbar|erkennbar|zu erkennen|ersichtlich|zutreffend|richtig))|(?:lasst|liess) sich (?:\w+ "
    r"){{0,3}}?(?:ausschliessen|verneinen"
    r"|nicht (?:nachweisen|erkennen|nachvollziehen))|(?:kann|konnte) (?:\w+ ){{0,2}}?(?:ausgeschlossen|verneint) werden))"
)
_ONE: Final = r" (?:\S+ ){{0,5}}?eine? "
_UNKNOWN: Final = (
    r"(?:(?:geht|gehen)(?: [\w-]+){{0,4}}? nicht hervor|nicht (?:\w+ )?(?:ersichtlich|erkennbar|zu entnehmen|bekannt|klar"
    r"|dokumentiert|vermerkt|nachvollziehbar|angegeben)|unklar|offen|ungeklart|unbekannt|fraglich)"
)
WHETHER: Final[tuple[Cue, ...]] = (
    # "aus den Unterlagen geht nicht hervor, ob BWK 6 bestrahlt wurde"
    cues(Polarity.UNCERTAIN, _ON, rf"{_UNKNOWN.format()}(?: ist| bleibt)?,? ob\b", far=True, needs=(" ob ",)),
)
THAT_CLAUSES: Final[tuple[Cue, ...]] = (
    # "dass eine Instabilität vorliegt, lässt sich nicht sicher belegen"
    cues(Polarity.UNCERTAIN, _ON, _THAT_UNSURE.format(more=_ONE.format()), far=True, needs=("dass",)),
    cues(Polarity.UNCERTAIN, _ON, _THAT_UNSURE.format(more=""), of=_OF_IT, far=True, needs=("dass",)),
    cues(Polarity.ABSENT, _ON, _THAT_NOT.format(more=_ONE.format()), far=True, needs=("dass",)),
    cues(Polarity.ABSENT, _ON, _THAT_NOT.format(more=""), of=_OF_IT, far=True, needs=("dass",)),
)
