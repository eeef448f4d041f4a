"""All English cues in the order in which they take their words.

What may not live here: the words (`persons`, `doubt`, `denial`), and where one statement ends (`borders`).
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.languages.english.denial import DENIAL, GONE, PAST, PLAN
from fhir_profiles.reading.reports.languages.english.doubt import CONDITIONS, DOUBT
from fhir_profiles.reading.reports.languages.english.persons import LOOKALIKES, PERSONS
from fhir_profiles.reading.reports.lexicon import Cue

CUES: Final[tuple[Cue, ...]] = (*LOOKALIKES, *PERSONS, *CONDITIONS, *DOUBT, *GONE, *DENIAL, *PLAN, *PAST)
"""Earlier rows take their words first: what only looks like a cue, then persons, conditions, doubt, denial, plans, the past."""
