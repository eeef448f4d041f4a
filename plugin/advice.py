"""What may be said? Every statement that the clinician's room can make about one lesion, as plain data.

The presenter turns it into cards; the order of tuples is the order in which things are shown. What may not live here: how
anything is decided (`walking`, `planning`), words in another language, and any format of a card.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from plugin.answer import Answer, Fact, Status
from plugin.evidence import Drug, Mismatch, Place, PlannedProcedure, Technique
from plugin.grammar import Basis, Outcome, TechniqueState


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """One fact that outcome, techniques or holds looked at: its standing in the record, and what was seen.

    `facts` are the ones that decide or, in a conflict, disagree; `aside` those shown but not counted.
    """

    fact: str
    name: str
    """What the fact is, in words ("bone matrix")."""
    code: str
    status: Status
    value: Hashable | None
    unit: str
    many: bool = False
    """Each value stands for itself (allergies, drugs); `value` is then only the first."""
    facts: tuple[Fact[Hashable], ...] = ()
    aside: tuple[Fact[Hashable], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A fact that is missing, and the outcomes that its answers would leave."""

    fact: str
    words: str
    leaves: Mapping[str, tuple[Outcome, ...]]
    """Answer in words ("yes") -> the outcomes still possible; empty where only a state, hold or wording would change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRaised:
    """A rule that fired: its id, its words with the patient's values filled in, and what they rest on."""

    id: str
    title: str
    words: str
    basis: Basis
    sources: tuple[str, ...]
    mdt: bool = False
    card: str = ""
    """Indicator of the conflict card of its own ("warning", "info"), "" for none."""
    local: tuple[str, ...] = ()
    """Thresholds of the site's own that the rule used ("inr_max = 1.6")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TechniqueAdvice:
    """One technique that pathway and hospital offer, its state, and the rules that set it."""

    technique: Technique
    state: TechniqueState
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartAnswer:
    """What the chart holds of one item that answers a line of a checklist: value and unit, where it was seen, when.

    `days` is its age at the call in days of the calendar, None without a date. `why_not` says why it does not count, or does
    not settle the line; "" where it does. `words` are all of this in one sentence; `dated` has the date in place of the age,
    for what is kept.
    """

    item: str
    """The item's key ("neurological-deficit")."""
    value: Hashable
    unit: str
    seen_in: str
    on: datetime | None
    days: int | None
    why_not: str
    words: str
    dated: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAdvice:
    """One line of a checklist or order set: id ("TP-05", "OS-03-CRYO"), words, and what it rests on.

    `part` tells the two parts of OS-09 apart ("" the opioid, "nsaid").
    """

    id: str
    part: str = ""
    words: str
    basis: Basis
    sources: tuple[str, ...]
    note: str = ""
    answers: tuple[ChartAnswer, ...] = ()
    settled: bool = False
    """The chart settles the line: it may be shown as done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderSetAdvice:
    """One order set: the technique that it stands for (None: no treatment in it) and its items in the order of the plan."""

    technique: Technique | None
    items: tuple[ItemAdvice, ...]
    recommended: bool
    left_out: tuple[str, ...] = ()
    """What is left out, with the reason, in words (the NSAID part of OS-09)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalValue:
    """A threshold of the site's own that something of this lesion was compared with: its id, name and unit, the value, ours."""

    id: str
    title: str
    value: float
    default: float
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """All that is said about one lesion.

    `gate` is the gate of part B.4 that decided ("2u"), "" where the tree did. `no_suggestion` says why nothing is suggested.
    """

    place: Place | None
    ordered: bool
    planned: tuple[PlannedProcedure, ...]
    outcome: Outcome
    gate: str
    urgent_question: bool = False
    """Gate 2u: the neurological examination is asked for with a warning."""
    why: tuple[str, ...]
    """The reasons for the outcome, in words, the deciding one first."""
    possible: tuple[Outcome, ...] = ()
    pathway_for_information: tuple[Outcome, ...] = ()
    inputs: Mapping[str, str]
    inputs_why: Mapping[str, str]
    techniques: tuple[TechniqueAdvice, ...] = ()
    in_play: tuple[Technique, ...] = ()
    ordered_techniques: tuple[Technique, ...] = ()
    """The techniques that the selected orders name and that are offered, the best first; for "RFA" the better of its forms."""
    ordered_not_offered: bool = False
    holds: tuple[RuleRaised, ...] = ()
    rules: tuple[RuleRaised, ...] = ()
    """Every rule that fired for this lesion, holds included, in the order TR, SR, CR."""
    conflicts: tuple[RuleRaised, ...] = ()
    """CR-01, CR-02, CR-03, CR-04, CR-07, CR-09: those that make a card."""
    order_sets: tuple[OrderSetAdvice, ...] = ()
    no_suggestion: str = ""
    no_technique: str = ""
    """Why no technique is suggested although there is a pathway."""
    anaesthesia: tuple[ItemAdvice, ...] = ()
    protection: tuple[ItemAdvice, ...] = ()
    protection_by_technique: Mapping[Technique, tuple[str, ...]]
    checklist_answers: Mapping[str, Answer] = field(default_factory=dict)
    """What the lines of the checklists hang on beside techniques, by the question's id: how the record answers it."""
    questions: tuple[Question, ...] = ()
    optional_questions: tuple[Question, ...] = ()
    evidence: tuple[EvidenceRow, ...] = ()
    drugs: tuple[Drug, ...] = ()
    mismatches: tuple[Mismatch, ...] = ()
    release_after: tuple[str, ...] = ()
    """What the orders of a set wait for: hold rules, or medications that could not be read."""
    level_from_order: bool = False
    local_values: tuple[LocalValue, ...] = ()
    """Whether they decided by firing or by not firing: a card shows a local value as such (part C.6)."""
    knowledge_version: str


def urgent(advice: Advice) -> bool:
    """Is this the emergency of gate 2?"""
    return advice.outcome is Outcome.URGENT_REFERRAL
