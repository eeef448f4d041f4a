"""French, of France, Belgium and Switzerland: how findings, doubt and denial are worded in reports.

What may not live here: how far a cue reaches (`scope`), and levels (`level_words`).
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.languages.french.again import AGAIN
from fhir_profiles.reading.reports.languages.french.borders import (
    ABBREVIATIONS,
    ALL_BUT,
    ALTERNATIVES,
    ANAPHORS,
    CLAUSE_OF,
    COMMON,
    CONTRAST,
    ELLIPSIS,
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
    PREDICATE,
    RELATIVE,
    RETURNS,
    SAME_SUBJECT,
    SAYS,
    WITH,
)
from fhir_profiles.reading.reports.languages.french.cues import CUES
from fhir_profiles.reading.reports.languages.french.grades import GRADES
from fhir_profiles.reading.reports.languages.french.guarded import GUARDED, OVERTURNED, TURNED, UPSET
from fhir_profiles.reading.reports.languages.french.measures import MEASURES
from fhir_profiles.reading.reports.languages.french.neighbours import NEIGHBOURS
from fhir_profiles.reading.reports.languages.french.patient import PATIENT
from fhir_profiles.reading.reports.languages.french.retracted import RETRACTED
from fhir_profiles.reading.reports.languages.french.soft_tissue import SOFT_TISSUE
from fhir_profiles.reading.reports.languages.french.stems import STEMS
from fhir_profiles.reading.reports.languages.french.structures import STRUCTURES
from fhir_profiles.reading.reports.languages.french.treatment import TREATMENT
from fhir_profiles.reading.reports.languages.french.tumour import TUMOUR
from fhir_profiles.reading.reports.lexicon import Language

FRENCH: Final = Language(
    code="fr",
    common=COMMON,
    forms=tuple(
        form if form.needs else form._replace(needs=STEMS.get(form.code, ()))
        for form in (*TUMOUR, *GRADES, *STRUCTURES, *SOFT_TISSUE, *AGAIN, *NEIGHBOURS, *TREATMENT, *PATIENT)
    ),
    cues=CUES,
    measures=MEASURES,
    hard=HARD,
    fresh=FRESH,
    list_goes_on=GOES_ON,
    joins=JOINS,
    modifies=MODIFIES,
    with_=WITH,
    says=SAYS,
    headings=HEADINGS,
    no_level=NO_LEVEL,
    no_level_before=NO_LEVEL_BEFORE,
    no_level_of_two=NO_LEVEL_OF_TWO,
    no_level_of_two_before=NO_LEVEL_OF_TWO_BEFORE,
    alternatives=ALTERNATIVES,
    ellipsis=ELLIPSIS,
    now=NOW,
    exceptions=EXCEPTIONS,
    fillers=FILLERS,
    returns=RETURNS,
    goes_on=SAME_SUBJECT,
    anaphors=ANAPHORS,
    relative=RELATIVE,
    abbreviations=ABBREVIATIONS,
    foremost=FOREMOST,
    latter=LATTER,
    clause_of=CLAUSE_OF,
    contrast=CONTRAST,
    guarded=GUARDED,
    overturned=OVERTURNED,
    upset=UPSET,
    turned=TURNED,
    retracted=RETRACTED,
    all_but=ALL_BUT,
    predicate=PREDICATE,
)
