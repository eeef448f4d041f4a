"""German of Germany, Austria and Switzerland: how findings, doubt and denial are worded in reports.

What may not live here: how far a cue reaches (`scope`), and levels (`level_words`).
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.languages.german.answered import ANSWERED
from fhir_profiles.reading.reports.languages.german.asides import ASIDES
from fhir_profiles.reading.reports.languages.german.asked import ASKED
from fhir_profiles.reading.reports.languages.german.bone import BONE
from fhir_profiles.reading.reports.languages.german.borders import (
    ABBREVIATIONS,
    ALTERNATIVES,
    ANAPHORS,
    CLAUSE_OF,
    COMMON,
    CONTRAST,
    ELLIPSIS,
    EXCEPTED,
    EXCEPTING,
    EXCEPTIONS,
    FILLERS,
    FOREMOST,
    FRESH,
    GOES_ON,
    HARD,
    HEADINGS,
    JOINS,
    LATTER,
    MODIFIES,
    NO_LEVEL,
    NO_LEVEL_BEFORE,
    NO_LEVEL_OF_TWO,
    NO_LEVEL_OF_TWO_BEFORE,
    NOW,
    OPENING,
    OTHER_PLACE,
    PREDICATE,
    RELATIVE,
    RETURNS,
    SAYS,
    UMLAUTS,
    WITH,
)
from fhir_profiles.reading.reports.languages.german.by_level import BY_LEVEL
from fhir_profiles.reading.reports.languages.german.canal import CANAL_AND_CORD
from fhir_profiles.reading.reports.languages.german.denial import DENIAL
from fhir_profiles.reading.reports.languages.german.denied_apart import DENIED_APART
from fhir_profiles.reading.reports.languages.german.doubt import DOUBT
from fhir_profiles.reading.reports.languages.german.first_look import looked_for
from fhir_profiles.reading.reports.languages.german.first_said import FIRST_SAID
from fhir_profiles.reading.reports.languages.german.given import GIVEN
from fhir_profiles.reading.reports.languages.german.guarded import GUARDED, OVERTURNED, TURNED, UPSET
from fhir_profiles.reading.reports.languages.german.measures import MEASURES
from fhir_profiles.reading.reports.languages.german.neighbours import NEIGHBOURS
from fhir_profiles.reading.reports.languages.german.past import PAST
from fhir_profiles.reading.reports.languages.german.patient import PATIENT
from fhir_profiles.reading.reports.languages.german.retracted import NOT_PRESENT, RETRACTED
from fhir_profiles.reading.reports.languages.german.sources import SOURCES
from fhir_profiles.reading.reports.languages.german.spread import SPREAD
from fhir_profiles.reading.reports.languages.german.that_clauses import THAT_CLAUSES, WHETHER
from fhir_profiles.reading.reports.languages.german.treatment import TREATMENT
from fhir_profiles.reading.reports.languages.german.tumour import TUMOUR
from fhir_profiles.reading.reports.languages.german.wall import POSTERIOR_WALL
from fhir_profiles.reading.reports.languages.german.written_out import WRITTEN_OUT
from fhir_profiles.reading.reports.lexicon import Language

_FORMS: Final = (*TUMOUR, *BONE, *CANAL_AND_CORD, *POSTERIOR_WALL, *SPREAD, *NEIGHBOURS, *TREATMENT, *PATIENT)
GERMAN: Final = Language(
    code="de",
    common=COMMON,
    forms=tuple(map(looked_for, _FORMS)),
    # earlier ones take their words first
    cues=(*SOURCES, *WHETHER, *ASIDES, *ASKED, *THAT_CLAUSES, *GIVEN, *DOUBT, *DENIED_APART, *DENIAL, *PAST),
    measures=MEASURES,
    hard=HARD,
    fresh=FRESH,
    joins=JOINS,
    modifies=MODIFIES,
    with_=WITH,
    says=SAYS,
    headings=HEADINGS,
    no_level=NO_LEVEL,
    no_level_before=NO_LEVEL_BEFORE,
    no_level_of_two=NO_LEVEL_OF_TWO,
    no_level_of_two_before=NO_LEVEL_OF_TWO_BEFORE,
    abbreviations=ABBREVIATIONS,
    alternatives=ALTERNATIVES,
    predicate=PREDICATE,
    relative=RELATIVE,
    ellipsis=ELLIPSIS,
    excepted=EXCEPTED,
    clause_of=CLAUSE_OF,
    opening=OPENING,
    other_place=OTHER_PLACE,
    exceptions=EXCEPTIONS,
    foremost=FOREMOST,
    anaphors=ANAPHORS,
    turned=TURNED,
    now=NOW,
    umlauts=UMLAUTS,
    goes_on=GOES_ON,
    latter=LATTER,
    contrast=CONTRAST,
    fillers=FILLERS,
    returns=RETURNS,
    guarded=GUARDED,
    guards_far=True,
    guards_within=True,
    overturned=OVERTURNED,
    retracted=RETRACTED,
    not_present=NOT_PRESENT,
    upset=UPSET,
    excepting=EXCEPTING,
    rewritten=(*BY_LEVEL, *FIRST_SAID, *ANSWERED, *WRITTEN_OUT),
)
