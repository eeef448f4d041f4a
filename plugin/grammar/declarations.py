"""The words that state: what a row of the knowledge consists of. What is offered to be done stands in `offered`.

Each is a form to be filled in: id, words, sources, and a question that says when it applies. What may not live here: any
medicine, and any order in which rows are tried (`walking`, `planning`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from plugin.evidence import DrugClass, Technique
from plugin.grammar.expressions import Criterion, Expression
from plugin.grammar.items import Item, Threshold
from plugin.grammar.offered import Basis, ChecklistItem, DrugHold, OrderItem
from plugin.grammar.outcomes import Outcome, TechniqueState
from plugin.grammar.speech import Saying, Speech


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where something is written: a fact of the deck (S-nn) or of a source outside it (X-nn), in our own words."""

    id: str
    says: str
    where: str = ""
    year: int | None = None
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """An input of the tree: a criterion whose unknown answer is completed both ways (rule 12).

    `yes` and `no` are the contract's names for the answers ("curative", "palliative"). `only_if`: completed only where this
    is not known to be false (a deficit matters where the canal is involved).
    """

    id: str
    criterion: Criterion
    yes: str
    no: str
    fact: str
    asks: str
    only_if: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """A leaf of the tree: the outcome and what it rests on."""

    outcome: Outcome
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A fork of the tree: one criterion, and what follows from yes and from no."""

    criterion: Criterion
    yes: Ask | Conclusion
    no: Ask | Conclusion


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A gate before the tree (B.4): where its question is answered yes, its outcome stands.

    `completed`: shares the completions of rule 12 with the tree; otherwise it looks at known facts only. `reasons` are its
    single causes, each with the rule that names it, so that the card can say which one it was.
    """

    id: str
    title: str
    when: Criterion
    outcome: Outcome
    sources: tuple[str, ...]
    completed: bool = False
    asks: tuple[str, ...] = ()
    reasons: tuple[Rule, ...] = ()
    words: tuple[tuple[Expression, str], ...] = ()
    """What the card says where the gate has no single causes; the first that holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeText:
    """What a clinician reads for an outcome: a name, one sentence, and the sources."""

    outcome: Outcome
    title: str
    words: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StartingStates:
    """The states that a pathway starts from (C.1); `offered_if` leaves a technique out unless this is known to hold."""

    outcomes: tuple[Outcome, ...]
    when: Expression | None
    states: Mapping[Technique, TechniqueState]
    offered_if: Mapping[Technique, Expression] = field(default_factory=dict)
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a rule does to techniques: at best this state."""

    techniques: tuple[Technique, ...]
    state: TechniqueState


class RuleKind(Enum):
    """What a rule is for."""

    TECHNIQUE = "technique"
    SAFETY = "safety"
    HOLD = "hold"
    CONSISTENCY = "consistency"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row of part C: when it applies, what it says, what it does.

    `words` may name placeholders in braces that are filled from the case (a threshold's id, an item's name). `mdt`: makes an
    MDT comment. `card`: the indicator of its own conflict card, for consistency rules that have one. `pathway_only`: asked only
    where the tree ends in a pathway. `also` holds effects with conditions of their own.
    """

    id: str
    title: str
    words: str
    when: Expression
    basis: Basis
    sources: tuple[str, ...]
    kind: RuleKind = RuleKind.TECHNIQUE
    effects: tuple[Effect, ...] = ()
    also: tuple[tuple[Expression, Effect], ...] = ()
    mdt: bool = False
    card: str = ""
    pathway_only: bool = True
    first: Technique | None = None
    """The technique named first among equals (TR-06, TR-18)."""
    contrasts: tuple[tuple[Expression, tuple[Item[Any], ...]], ...] = ()
    """Where one of these holds, the values of its items are told beside each other."""
    holds_drugs: tuple[DrugClass, ...] = ()
    """The classes whose rows of the hold table are shown with the rule."""
    notes: tuple[tuple[Expression, str], ...] = ()
    """What is said as well, where this is known to hold."""
    withholds: bool = False
    """Where the rule fires, nothing is suggested (contract 6)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactText:
    """A fact of the fact model (part F) as a question for a clinician.

    `optional`: where this is known to hold, the fact is asked although it would change only a state, a hold or a wording;
    None: never asked so. `wish`: asked so on every card of a lesion that may be treated, not on a pathway's alone (H-34).
    """

    fact: str
    title: str
    asks: str
    optional: Expression | None = None
    wish: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NotARule:
    """A fact of the deck that no rule, item or text follows from, and why not; it is shown all the same."""

    fact: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """An ambiguity or risk that a reviewer would raise (part H), and what the product does about it."""

    id: str
    issue: str
    does: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Knowledge:
    """All declarations of one version, together."""

    version: str
    sources: tuple[Source, ...]
    thresholds: tuple[Threshold, ...]
    facts: tuple[FactText, ...]
    inputs: tuple[Input, ...]
    gates: tuple[Gate, ...]
    tree: Ask
    outcomes: tuple[OutcomeText, ...]
    starting_states: tuple[StartingStates, ...]
    technique_rules: tuple[Rule, ...]
    safety_rules: tuple[Rule, ...]
    holds: tuple[Rule, ...]
    drug_holds: tuple[DrugHold, ...]
    sayings: tuple[Saying, ...]
    consistency_rules: tuple[Rule, ...]
    order_items: tuple[OrderItem, ...]
    anaesthesia: tuple[ChecklistItem, ...]
    protection: tuple[ChecklistItem, ...]
    items: tuple[Item[Any], ...]
    conditions_for_suggestions: tuple[Rule, ...]
    """Where one of these holds, nothing is suggested (contract 6)."""
    release_after: tuple[Rule, ...]
    """What the orders of a set wait for beside the holds (F.4, F-30)."""
    not_rules: tuple[NotARule, ...] = ()
    risks: tuple[Risk, ...] = ()
    speech: Speech = field(default_factory=Speech)
    """The language of all these texts, for what is put together of them (`translating`)."""
