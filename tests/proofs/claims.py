"""What is to be proven: a sentence of the clinical knowledge, and the search for a case that breaks it.

`Subject` holds one version of the knowledge as formulas, worked out when first asked for; a claim takes it and returns the
case that breaks the claim in words, or "". So the same claim is asked of the knowledge and of its mutants.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from plugin.grammar import Knowledge, Outcome, OutcomeClass
from tests.proofs.kleene import FALSE, Formula, Kleene, every, some
from tests.proofs.patient import Patient, patient
from tests.proofs.plans import Pathway, pathway
from tests.proofs.way import Way, way_of
from tests.proofs.world import World
from tests.support.solver import counterexample

PATHWAYS = tuple(each for each in Outcome if each.outcome_class is OutcomeClass.PATHWAY)
CAVITATION = (Outcome.PAL_CAV, Outcome.PAL_CAV_CEM)


@dataclass(eq=False)
class Subject:
    """One version of the knowledge: any patient, the way, and the plan of each pathway."""

    knowledge: Knowledge
    plans: dict[Outcome, Pathway] = field(default_factory=dict)

    @cached_property
    def patient(self) -> Patient:
        """Any patient."""
        return patient(self.knowledge)

    @cached_property
    def world(self) -> World:
        """Any patient, nothing supposed."""
        return World(self.patient)

    @cached_property
    def way(self) -> Way:
        """Every way of any patient."""
        return way_of(self.patient, self.knowledge)

    def plan(self, outcome: Outcome) -> Pathway:
        """The plan of a pathway, whether this patient comes to it or not."""
        if outcome not in self.plans:
            self.plans[outcome] = pathway(self.world, self.knowledge, outcome)
        return self.plans[outcome]

    def answer(self, name: str) -> Kleene:
        """The record's answer to an input of the tree."""
        return self.world.ask(next(each.criterion for each in self.knowledge.inputs if each.id == name))

    def in_no_case(self, broken: Formula) -> str:
        """No patient is so."""
        return counterexample(self.patient.given, broken)

    def in_no_plan(
        self, broken: Callable[[Pathway], Formula], outcomes: Iterable[Outcome] = PATHWAYS, *, reached: bool = False
    ) -> str:
        """In none of these pathways this is so. `reached`: only for patients whose outcome it is."""
        for outcome in outcomes:
            plan = self.plan(outcome)
            wrong = broken(plan)
            if wrong is FALSE:
                continue
            given = [*self.patient.given, *plan.given, *([self.way.outcome[outcome]] if reached else [])]
            if found := counterexample(given, wrong):
                return f"{outcome}: {found}"
        return ""

    def reaches_a_pathway(self) -> Formula:
        """The outcome is a treatment."""
        return some(self.way.outcome[each] for each in PATHWAYS)


Search = Callable[[Subject], str]


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence, where it stands, and the search for a case that breaks it."""

    id: str
    sentence: str
    search: Search


CLAIMS: dict[str, Claim] = {}


def claim(sentence: str) -> Callable[[Search], Search]:
    """Marks a function as the search for a case that breaks this sentence."""

    def keep(search: Search) -> Search:
        name = search.__name__.replace("_", " ").strip()
        CLAIMS[name] = Claim(name, sentence, search)
        return search

    return keep


def no_better_than(plan: Pathway, techniques: Iterable[object], rank: int, where: Formula) -> Iterator[Formula]:
    """Broken where, so conditioned, one of these techniques stands better than this rank."""
    return (every((where, plan.states[t].no_worse_than(rank - 1))) for t in plan.states if t in set(techniques))
