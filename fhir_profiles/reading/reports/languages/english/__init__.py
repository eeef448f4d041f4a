"""English, British and American: how findings, doubt and denial are worded in reports.

`vocabulary` holds the words that several findings share; `canal`, `wall`, `outside`, `neighbours`, `bone`, `tumour`,
`treatment`, `radiated` and `patient` name findings, `again` at a second level, `loose` where those do not; `written_out` puts
what is told in one breath in their words, as do `set_right`, `never_done`, `attributes`, `spared`, `asides`, `gapped`,
`in_one_breath` and `unsaid` with the structures of `places`, and `days`, `distances`, `changed` and `irradiated`; `measures`
what is measured; `persons`, `quoted`, `doubt`, `denial`, `asked`, `past` and `turned` hold the cues, `irradiated_cues` those of
radiotherapy alone, `cues` their order; `borders` where a statement ends, `other_levels` one level told by another.
What may not live here: how far a cue reaches (`scope`), and levels (`level_words`).
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.languages.english import borders, other_levels
from fhir_profiles.reading.reports.languages.english.again import AGAIN_FORMS
from fhir_profiles.reading.reports.languages.english.asides import ASIDES
from fhir_profiles.reading.reports.languages.english.attributes import ATTRIBUTES
from fhir_profiles.reading.reports.languages.english.bone import BONE_FORMS
from fhir_profiles.reading.reports.languages.english.canal import CANAL_FORMS
from fhir_profiles.reading.reports.languages.english.cues import CUES
from fhir_profiles.reading.reports.languages.english.gapped import GAPPED
from fhir_profiles.reading.reports.languages.english.guarded import GUARDED, OVERTURNED
from fhir_profiles.reading.reports.languages.english.in_one_breath import IN_ONE_BREATH
from fhir_profiles.reading.reports.languages.english.loose import LOOSE_FORMS
from fhir_profiles.reading.reports.languages.english.measures import MEASURES
from fhir_profiles.reading.reports.languages.english.neighbours import NEIGHBOUR_FORMS
from fhir_profiles.reading.reports.languages.english.never_done import NEVER_DONE
from fhir_profiles.reading.reports.languages.english.outside import OUTSIDE_FORMS
from fhir_profiles.reading.reports.languages.english.patient import PATIENT_FORMS
from fhir_profiles.reading.reports.languages.english.radiated import RADIATED_FORMS
from fhir_profiles.reading.reports.languages.english.retracted import NOT_PRESENT, RETRACTED
from fhir_profiles.reading.reports.languages.english.set_right import SET_RIGHT
from fhir_profiles.reading.reports.languages.english.spared import SPARED
from fhir_profiles.reading.reports.languages.english.treatment import TREATMENT_FORMS
from fhir_profiles.reading.reports.languages.english.tumour import TUMOUR_FORMS
from fhir_profiles.reading.reports.languages.english.turned import TURNED, UPSET
from fhir_profiles.reading.reports.languages.english.unsaid import UNSAID
from fhir_profiles.reading.reports.languages.english.wall import WALL_FORMS
from fhir_profiles.reading.reports.languages.english.written_out import WRITTEN_OUT
from fhir_profiles.reading.reports.lexicon import Language

ENGLISH: Final = Language(
    code="en",
    common=borders.COMMON,
    forms=(
        *TUMOUR_FORMS,
        *BONE_FORMS,
        *CANAL_FORMS,
        *WALL_FORMS,
        *OUTSIDE_FORMS,
        *NEIGHBOUR_FORMS,
        *TREATMENT_FORMS,
        *RADIATED_FORMS,
        *PATIENT_FORMS,
        *AGAIN_FORMS,
        *LOOSE_FORMS,
    ),
    cues=CUES,
    measures=MEASURES,
    hard=borders.HARD,
    fresh=borders.FRESH,
    joins=borders.JOINS,
    modifies=borders.MODIFIES,
    with_=borders.WITH,
    says=borders.SAYS,
    headings=borders.HEADINGS,
    no_level=borders.NO_LEVEL,
    no_level_before=borders.NO_LEVEL_BEFORE,
    no_level_of_two=borders.NO_LEVEL_OF_TWO,
    no_level_of_two_before=borders.NO_LEVEL_OF_TWO_BEFORE,
    abbreviations=borders.ABBREVIATIONS,
    alternatives=borders.ALTERNATIVES,
    relative=borders.RELATIVE,
    now=borders.NOW,
    predicate=borders.PREDICATE,
    goes_on=borders.GOES_ON,
    returns=borders.RETURNS,
    fillers=borders.FILLERS,
    ellipsis=other_levels.ELLIPSIS,
    guards_within_of=frozenset(
        {
            "canal-extension",
            "foraminal-extension",
            "soft-tissue-extension",
            "posterior-wall",
            "cord-compression",
            "close-to-neural-structure",
            "close-to-viscus",
        }
    ),
    guarded=GUARDED,
    overturned=OVERTURNED,
    upset=UPSET,
    all_but=other_levels.ALL_BUT,
    exceptions=other_levels.EXCEPTIONS,
    clause_of=other_levels.CLAUSE_OF,
    excepted=other_levels.EXCEPTED,
    contrast=other_levels.CONTRAST,
    anaphors=other_levels.ANAPHORS,
    excepting=other_levels.EXCEPTING,
    rewritten=(*SET_RIGHT, *GAPPED, *NEVER_DONE, *ATTRIBUTES, *IN_ONE_BREATH, *SPARED, *ASIDES, *UNSAID, *WRITTEN_OUT),
    other_place=other_levels.OTHER_PLACE,
    past_when_gone=frozenset({"neurological-deficit"}),
    latter=borders.LATTER,
    foremost=borders.FOREMOST,
    turned=TURNED,
    retracted=RETRACTED,
    not_present=NOT_PRESENT,
)
