"""Every kind of question of the grammar as a formula over a patient's variables.

`World` is to the solver what `plugin.grammar.Case` is to the engine: a patient, the answers that are supposed, and the plan as
far as it stands. A question without a translation is an error here and a red test in `test_translation`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import z3  # type: ignore[import-untyped]

from plugin.evidence import Technique
from plugin.grammar import Expression, Outcome, Threshold
from tests.proofs.declarations import AnyItem
from tests.proofs.kleene import FALSE, Formula, Kleene, every, isnt, some
from tests.proofs.patient import Patient
from tests.proofs.readings import Seen

Q = TypeVar("Q", bound=Expression)


@dataclass(frozen=True, slots=True)
class Standing:
    """How one technique stands: offered at all, and the formulas under which it is this bad or worse (1 … 3)."""

    offered: Formula
    at_least: tuple[Formula, Formula, Formula]

    def no_worse_than(self, rank: int) -> Formula:
        """Offered, in a state of this rank or a better one."""
        return every((self.offered, isnt(self.at_least[rank]))) if rank < len(self.at_least) else self.offered

    def is_rank(self, rank: int) -> Formula:
        """Offered, in exactly this state."""
        worse = self.no_worse_than(rank)
        return worse if rank == 0 else every((worse, self.at_least[rank - 1]))


@dataclass(frozen=True, slots=True, kw_only=True)
class SymbolicPlan:
    """`plugin.grammar.Plan` as formulas; the outcome is fixed."""

    outcome: Outcome
    states: Mapping[Technique, Standing] = field(default_factory=dict)
    in_play: Mapping[Technique, Formula] = field(default_factory=dict)
    fired: Mapping[str, Formula] = field(default_factory=dict)
    mdt: Formula = FALSE


@dataclass(slots=True)
class World:
    """A patient, the answers supposed, the plan; what was translated once is remembered."""

    patient: Patient
    supposed: Mapping[str, Kleene] = field(default_factory=dict)
    plan: SymbolicPlan | None = None
    plain: World | None = None
    """The same patient with nothing supposed: answers that hang on no supposed one are worked out there, once."""
    answers: dict[int, Kleene] = field(default_factory=dict)

    def ask(self, question: Expression) -> Kleene:
        """The answer, as formulas."""
        found = self.answers.get(id(question))
        if found is None:
            found = self.answers[id(question)] = TRANSLATIONS[type(question)](self, question)
        return found

    def reading(self, item: AnyItem) -> Seen:
        """The reading of an item."""
        return self.patient.reading(item)

    def bound(self, bound: Threshold | float) -> z3.ArithRef:
        """The number in force: a variable for what a site may set."""
        return self.patient.around.thresholds[bound.id] if isinstance(bound, Threshold) else z3.RealVal(bound)

    def supposing(self, supposed: Mapping[str, Kleene]) -> World:
        """The same patient with these answers supposed."""
        return World(self.patient, supposed, self.plan, self.plain or self)

    def planning(self, plan: SymbolicPlan) -> World:
        """The same patient with this plan."""
        return World(self.patient, self.supposed, plan, self.plain or self)

    def standing(self, techniques: tuple[Technique, ...], rank: int) -> Formula:
        """One of these techniques is offered in a state no worse than this."""
        states = self.plan.states if self.plan else {}
        return some(states[t].no_worse_than(rank) for t in techniques if t in states)


TRANSLATIONS: dict[type[Expression], Callable[[World, Any], Kleene]] = {}


def translates(kind: type[Q]) -> Callable[[Callable[[World, Q], Kleene]], Callable[[World, Q], Kleene]]:
    """Marks the translation of one kind of question."""

    def keep(translation: Callable[[World, Q], Kleene]) -> Callable[[World, Q], Kleene]:
        TRANSLATIONS[kind] = translation
        return translation

    return keep
