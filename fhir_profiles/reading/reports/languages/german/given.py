"""German words of doubt, denial and plan that act on treatment alone: radiotherapy and metal.

What may not live here: the treatments (`treatment`), and what acts on other findings too (`doubt`, `denial`, `past`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_ON, _BACK, _AROUND = Direction.AFTER_IT, Direction.BEFORE_IT, Direction.AROUND_IT
GIVEN: Final[tuple[Cue, ...]] = (
    Cue(  # that nothing is written of it does not say that it was not given
        Polarity.UNCERTAIN,
        _BACK,
        re.compile(
            r"(?:strahlung|strahlt|radiatio|strahlentherap)\w*\b[^.;,]{0,60}? (?P<at>(?:(?:ist|sind|war|wurde) )?nicht (?:\w+ )?"
            r"(?:dokumentiert|vermerkt|aktenkundig|belegt|bekannt))"
        ),
        of=frozenset({"previous-radiotherapy"}),
        needs=("dokumentiert", "vermerkt", "aktenkundig", "belegt", "bekannt"),
    ),
    cues(
        Polarity.UNCERTAIN,
        _AROUND,
        r"(?:angeblich|angabegemass)(?=[^.;]{0,80}(?:bestrahl|radiatio|strahlenther))",
        of=("previous-radiotherapy",),
        needs=("angeblich", "angabegemass"),
    ),
    cues(
        Polarity.ABSENT,
        _AROUND,
        r"(?:besteht|bestand|gibt es|sehen wir|ergibt sich)(?: \w+)? keine indikation|keine indikation (?:zu[mr]?"
        r"|fur)(?: eine?r?)?",
        of=("previous-radiotherapy", "metal-near-level"),
        needs=("keine indikation",),
    ),
    cues(
        Polarity.CONDITIONAL,
        _AROUND,
        r"(?<!nicht )(?:sinnvoll|anzuraten|ratsam|erforderlich|notwendig|angezeigt|beschlossen|besprochen|vorgestellt|festgelegt"
        r"|vereinbart|gewunscht|erwunscht|angeraten|befurwortet|verschoben|vertagt|zuruckgestellt|vorzunehmen|durchzufuhren|anzustreben)",
        of=("previous-radiotherapy", "metal-near-level"),
    ),
    cues(
        Polarity.CONDITIONAL,
        _ON,
        r"(?:geplant|vorgesehen)(?= (?:ist|sind|wird) [ctls]\d)",
        of=("previous-radiotherapy",),
    ),
    cues(Polarity.CONDITIONAL, _AROUND, r"erst (?:nach|wenn|ab|bei)", of=("previous-radiotherapy",)),
    # planned and given up
    cues(
        Polarity.ABSENT,
        _BACK,
        r"(?:wurde |war |ist )?(?:\w+ )?(?:diskutiert|erwogen|geplant|vorgeschlagen|empfohlen|angeboten|vorgesehen"
        r"|angedacht|besprochen)"
        r",? (?:aber|jedoch|allerdings|dann|letztlich|schliesslich) (?:(?:dann|letztlich|schliesslich|doch|jedoch|nie) )*"
        r"(?:nicht |nie )?(?<!aber )(?<!jedoch )(?<!allerdings )(?:durchgefuhrt|erfolgt|begonnen|umgesetzt|vorgenommen"
        r"|realisiert)",
        of=("previous-radiotherapy", "metal-near-level"),
        needs=("durchgefuhrt", "erfolgt", "begonnen", "umgesetzt", "vorgenommen", "realisiert"),
    ),
    # an attribute: "eine nicht bestrahlte Metastase"
    cues(
        Polarity.ABSENT,
        _ON,
        r"nicht(?= (?:mehr |\w+ )?(?:(?:vor|mit)?bestrahlt|(?:vor)?behandelt|operiert|biopsiert|ablatiert|augmentiert|zementiert"
        r"|stabilisiert|verschraubt|instrumentiert|therapiert|embolisiert)e[rnsm]? )",
        of=("previous-radiotherapy", "metal-near-level"),
        needs=("nicht ",),
    ),
    cues(  # an attribute: "nach Radiatio von BWK 12 und geplanter Radiatio von LWK 4"
        Polarity.CONDITIONAL,
        _ON,
        r"(?:geplant|vorgesehen|anstehend|bevorstehend|beabsichtigt|avisiert|angedacht|angestrebt|terminiert|empfohlen"
        r"|vorgeschlagen|diskutiert|erwogen|ausstehend)e[rnms]?(?= (?:[\w-]+ ){0,2}?[\w-]*(?:strahl|radiat|spondylod|schraub"
        r"|instrument|stabilis|osteosynth|fixat|metall|cage))",
        of=("previous-radiotherapy", "metal-near-level"),
    ),
)
