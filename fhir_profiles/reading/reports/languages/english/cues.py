"""All English cues in the order in which they take their words.

What may not live here: the words (`turned`, `persons`, `asked`, `doubt`, `denial`, `past`), and borders (`borders`).
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.languages.english.asked import CONDITIONS
from fhir_profiles.reading.reports.languages.english.denial import DENIAL, GONE, PLAN
from fhir_profiles.reading.reports.languages.english.doubt import DOUBT
from fhir_profiles.reading.reports.languages.english.irradiated_cues import IRRADIATED_CUES
from fhir_profiles.reading.reports.languages.english.past import PAST
from fhir_profiles.reading.reports.languages.english.persons import LOOKALIKES, PERSONS
from fhir_profiles.reading.reports.languages.english.quoted import QUOTED
from fhir_profiles.reading.reports.languages.english.turned import TURNING
from fhir_profiles.reading.reports.lexicon import Cue

CUES: Final[tuple[Cue, ...]] = (
    *TURNING,
    *QUOTED,
    *LOOKALIKES,
    *IRRADIATED_CUES,
    *PERSONS,
    *CONDITIONS,
    *DOUBT,
    *GONE,
    *DENIAL,
    *PLAN,
    *PAST,
)
"""Earlier rows take their words first: what turns a denial around, what only looks like a cue, persons, conditions, doubt …"""
