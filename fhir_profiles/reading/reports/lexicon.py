"""In which words does a language tell findings, doubt and denial? The forms that each language fills in.

Patterns are of folded words (`wording.folded`) in which levels are written as `t8`. What may not live here: the words
themselves (`languages`), and how far a cue reaches (`scope`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import Final, NamedTuple

from fhir_profiles.reading.reports.first_look import FirstLook
from fhir_profiles.reading.reports.mention import Polarity, Section
from fhir_profiles.reading.reports.needed import needed_by

OF_THE_PATIENT: Final = frozenset({"primary", "lesion-count", "neurological-deficit", "sins"})
"""What a report says of the patient, not of a level."""
REPORT_ONLY: Final = frozenset(
    {
        "lesion",
        "primary",
        "cord-compression",
        "foraminal-extension",
        "fracture-risk",
        "close-to-neural-structure",
        "close-to-viscus",
        "wish-told",
    }
)
"""What only reports tell; contract 5.3 has no code for it."""
NEVER: Final = re.compile(r"(?!)")
"""What a language has no words for."""


class Form(NamedTuple):
    """One way of naming a finding.

    `denied`: the words themselves say that it is absent ("intact"), and a "no" before them is about something else.
    `closed`: only doubt, time and condition act on it, for denial is part of its own words. `unless`: words in the same
    clause that make it something else (a disc in the canal is no tumour). `one_sided`: to deny it says nothing. `lasting`:
    told of the past it is still there (metal), or its meaning is the past (radiotherapy). `past`: the words themselves say
    that it is over ("healed fracture"). `needs`: parts of words, one of which a sentence must hold for the form to be looked
    for at all; empty: those that its pattern tells (`needed`). `loose`: a structure and what is said of it anywhere in one
    stretch, heeded only where nothing else names the finding there. `wide`: the words of `unless` may stand beyond a comma too
    ("haematoma, which indents the sac").
    """

    code: str
    form: re.Pattern[str]
    value: str | int | None = None
    denied: bool = False
    closed: bool = False
    unless: re.Pattern[str] | None = None
    one_sided: bool = False
    lasting: bool = False
    past: bool = False
    needs: tuple[str, ...] = ()
    wide: bool = False
    loose: bool = False


class Rewriting(NamedTuple):
    """Words that are written out first: a sentence that holds `needs`, or one of them, is read with `said` for `form`."""

    needs: str | tuple[str, ...]
    form: re.Pattern[str]
    said: str | Callable[[re.Match[str]], str]


class Direction(Enum):
    """Where the words stand that a cue acts on."""

    AFTER_IT = "what comes after the cue"
    BEFORE_IT = "what comes before the cue"
    AROUND_IT = "its clause"
    SENTENCE = "the whole sentence"


class Cue(NamedTuple):
    """Words that change what a finding's name says. `polarity` None: they only look like a cue ("no change").

    `resolves`: they say that it has gone. `of`: the findings that they act on; empty: all.
    `nearest`: they act on the finding named last before them, or on its list ("die Metastase erreicht den Kanal nicht").
    `needs`: parts of words, one of which a sentence must hold for the cue to be looked for; empty: those that its pattern tells.
    The words stand where the group `at` is, if the form has one: what is around them only says that they are meant.
    `far`: they act on all that follows up to a hard border, also on a list without "and" ("differential: chordoma, lymphoma").
    """

    polarity: Polarity | None
    direction: Direction
    form: re.Pattern[str]
    resolves: bool = False
    of: frozenset[str] = frozenset()
    nearest: bool = False
    far: bool = False
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """The words around lengths and counts.

    `structure_*` name what a distance is measured to; `from_` stands between a length and a structure; `tumour` are the
    words whose size a length is; `not_tumour` those whose size it is not; `former` makes it a size of the past.
    """

    neural: re.Pattern[str]
    viscus: re.Pattern[str]
    other_structure: re.Pattern[str]
    distance_before: re.Pattern[str]
    distance_after: re.Pattern[str]
    tumour: re.Pattern[str]
    not_tumour: re.Pattern[str]
    sized: re.Pattern[str]
    former: re.Pattern[str]
    counts: re.Pattern[str]
    """Groups: `n`, `n2` … a number in figures or words; `many`, `many2` … more than can be counted; `one` a single one."""
    tools: re.Pattern[str] = NEVER
    """Needles and other tools: a length in the stretch of one is none of the tumour."""
    not_tumour_after: re.Pattern[str] | None = None
    """What right behind a length says that it is no size of the tumour; None: the same words as before it."""
    numbers: dict[str, int] = field(default_factory=dict)
    between: re.Pattern[str] = NEVER
    """Small words beside a length that stands alone ("in", "about"): they name nothing that it could be the size of."""
    denied: re.Pattern[str] = NEVER
    """What right before a length denies it ("5 mm, not 5 cm"), whatever verb stands there."""
    dimensions: re.Pattern[str] | None = None
    """All that may stand between two diameters of one lesion ("34 mm craniocaudal, 21 mm axial")."""
    time_after: re.Pattern[str] = NEVER
    """The day of the length that ends right before; group `now`: it is today."""
    time_before: re.Pattern[str] = NEVER
    """The day of the length that begins right behind; group `now`: it is today."""
    dated: re.Pattern[str] = NEVER
    """Words of another day, wider than those: in a statement that holds one, a length of no day is not known to be today's."""
    bounded: re.Pattern[str] = NEVER
    """Right before a length: it is a lower bound ("larger than"), no size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """All words of one language.

    `common`: words by which the language is recognised. `hard`: borders that no cue crosses. `fresh`: how a stretch after a
    comma or "and" begins when it says something new. `joins`: words that continue an enumeration. `modifies`: words after
    which the name of something else only says where ("of the metastasis"). `headings`: how sections begin.
    """

    code: str
    common: frozenset[str]
    forms: tuple[Form, ...]
    cues: tuple[Cue, ...]
    measures: Measures
    hard: re.Pattern[str]
    fresh: re.Pattern[str]
    joins: re.Pattern[str]
    modifies: re.Pattern[str]
    with_: re.Pattern[str]
    says: re.Pattern[str]
    headings: tuple[tuple[Section, re.Pattern[str]], ...]
    no_level: re.Pattern[str]
    """Right after a level: it is one of a disc, a root, a dermatome."""
    no_level_before: re.Pattern[str]
    no_level_of_two: re.Pattern[str]
    """Right after "L4/5": the space between two vertebrae, which is the place of neither."""
    abbreviations: frozenset[str] = frozenset()
    no_level_of_two_before: re.Pattern[str] = NEVER
    """Right before "L4/5": the same."""
    list_goes_on: re.Pattern[str] | None = None
    """How a stretch after a comma or "and" must begin for a list under one denial to go on; None: `joins` decide."""
    umlauts: re.Pattern[str] = NEVER
    """Words whose "ae", "oe", "ue" stand for umlauts, which folded text writes as "a", "o", "u"."""
    alternatives: re.Pattern[str] = NEVER
    """"or": behind it a denial or a doubt goes on, however what follows begins."""
    relative: re.Pattern[str] = NEVER
    """All that may stand between a finding's comma and a cue that acts on it (", which now")."""
    predicate: re.Pattern[str] = NEVER
    """Verbs of a statement: behind one and a comma or "and", a new subject has a statement of its own."""
    goes_on: re.Pattern[str] = NEVER
    """A border behind which the same subject goes on ("was considered but is excluded"): no border for what acts backwards."""
    returns: re.Pattern[str] = NEVER
    """Words that come back to the patient after another person ("the patient herself")."""
    fillers: re.Pattern[str] = NEVER
    """Words between commas that are passed over: ", however," between a subject and what is said of it."""
    rewritten: tuple[Rewriting, ...] = ()
    """Wordings that tell of several levels or answers in one breath ("measure 13 and 27 mm, respectively"), written out."""
    exceptions: re.Pattern[str] = NEVER
    """A clause that ends here and only makes an exception: its level is no place of what follows ("apart from an old
    fracture of L1, no fracture")."""
    anaphors: re.Pattern[str] = NEVER
    """A pronoun before a level that takes up the finding named last ("that of L3")."""
    now: re.Pattern[str] = NEVER
    """Words that come back from the past to today ("formerly lytic, now sclerotic")."""
    latter: re.Pattern[str] = NEVER
    """"the latter": what follows is at the last of the levels named together before."""
    foremost: re.Pattern[str] = NEVER
    """"the former": what follows is at the first of them."""
    opening: re.Pattern[str] = NEVER
    """A phrase that opens a sentence, with the verb of the statement that follows: a denial in it goes no further ("despite the
    lack of a fracture T8 is")."""
    clause_of: re.Pattern[str] = NEVER
    """How a clause begins that says something of the level right before it (", where")."""
    excepted: re.Pattern[str] = NEVER
    """A level that is excepted from the one thing that is said of all ("apart from T9"); `level` is where the level begins."""
    contrast: re.Pattern[str] = NEVER
    """A level that is told to be otherwise at the end ("unlike T7"); `level` is where the level begins."""
    guarded: re.Pattern[str] = NEVER
    """Words of denial, doubt, past, condition, wider than the cues: no cue took them, then nothing near is read as present."""
    guards_far: bool = False
    """Words that guard do so over commas, up to hard borders: in a language whose verb and "not" come last."""
    guards_within: bool = False
    """They do so inside a finding's own words too: in a language whose verbs leave room for others between their parts."""
    guards_within_of: frozenset[str] = frozenset()
    """They do so inside the words of these findings, which leave room for others: a verb and a structure somewhere behind."""
    overturned: re.Pattern[str] = NEVER
    """Words that may turn a denial around: no cue took them, then nothing near is read as absent."""
    upset: re.Pattern[str] = NEVER
    """Words that make "intact" or "free" untrue though they stand in its own words ("free apart from", "by no means free")."""
    excepting: re.Pattern[str] = NEVER
    """A border that makes an exception: what is denied before it, of no level, is not denied of all ("no fracture except")."""
    all_but: re.Pattern[str] = NEVER
    """Levels of which what is said is not said ("all walls intact save that of T8"): `level`, `clause` if it has its own."""
    past_when_gone: frozenset[str] = frozenset()
    """Findings that are of the past where a date and then their end are told ("retention in 2019, resolved")."""
    other_place: re.Pattern[str] = NEVER
    """Another vertebra that bears no number ("the level below"): where no level is named, nothing beside it is read."""
    turned: re.Pattern[str] = NEVER
    """Denied words of being free or intact: over the words of an absent finding they make it present ("not free")."""
    retracted: re.Pattern[str] = NEVER
    """Words that speak of a statement rather than of the spine ("it is not true that"): up to hard borders nothing is read."""
    not_present: re.Pattern[str] = NEVER
    """Words of what is feared, told by others, nearly so, true of all, or over: up to hard borders nothing is present."""
    ellipsis: re.Pattern[str] = NEVER
    """A level and "not" alone, which deny there what was said before ("T12 does not"); `level` is where the level begins."""
    forms_at: Callable[[str], list[Form]] = field(init=False, repr=False, compare=False)
    """The forms that could find anything in these words, in their order."""
    cues_at: Callable[[str], list[Cue]] = field(init=False, repr=False, compare=False)
    """The cues that could."""

    def __post_init__(self) -> None:
        """The first looks are made with the language, so that no report waits for them."""
        forms = FirstLook((each, each.needs or needed_by(each.form)) for each in self.forms)
        cues = FirstLook((each, each.needs or needed_by(each.form)) for each in self.cues)
        object.__setattr__(self, "forms_at", forms.at)  # the way of frozen dataclasses
        object.__setattr__(self, "cues_at", cues.at)


def words(*alternatives: str) -> re.Pattern[str]:
    """A pattern of whole words, from alternatives that may use regular expressions; behind an elision ("d'") a word goes on."""
    return re.compile(r"(?<!\w)(?:" + "|".join(alternatives) + r")(?:(?!\w)|(?<=[dl]'))")


def forms(code: str, *alternatives: str, **more: object) -> Form:
    """One form of a finding from alternatives."""
    return Form(code, words(*alternatives), **more)  # type: ignore[arg-type]


def cues(
    polarity: Polarity | None,
    direction: Direction,
    *alternatives: str,
    resolves: bool = False,
    of: Iterable[str] = (),
    nearest: bool = False,
    far: bool = False,
    needs: tuple[str, ...] = (),
) -> Cue:
    """One cue from alternatives; longer words first, so that "no definite" is not read as "no"."""
    every = words(*sorted(alternatives, key=len, reverse=True))
    return Cue(polarity, direction, every, resolves, frozenset(of), nearest, far, needs)


def either(alternatives: Iterable[str]) -> str:
    """The alternatives as a part of a pattern."""
    return "(?:" + "|".join(alternatives) + ")"
