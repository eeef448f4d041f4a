"""`plugin.planning` as formulas: states, techniques in play, rules, holds, order sets and lists of one pathway.

Rows, rules, effects and items are the declarations themselves. Which technique the orders name is free: any of
those offered, or none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import z3  # type: ignore[import-untyped]

from plugin.evidence import Technique
from plugin.grammar import ChecklistItem, Knowledge, OrderItem, Outcome, Rule, TechniqueState
from plugin.planning import public_id
from tests.proofs.kleene import FALSE, TRUE, Formula, either, every, isnt, some
from tests.proofs.world import Standing, SymbolicPlan, World

CAUTION, AVOID = TechniqueState.CAUTION.rank, TechniqueState.AVOID.rank
ACCEPTABLE = TechniqueState.ACCEPTABLE.rank
STEPS = tuple(t for t in Technique if t is not Technique.CEMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pathway:
    """One pathway's plan. `ordered` are the techniques that the orders name; `given` is what holds of them."""

    knowledge: Knowledge
    world: World
    plan: SymbolicPlan
    ordered: Mapping[Technique, Formula]
    given: tuple[Formula, ...]
    worlds: dict[tuple[Technique, bool], World] = field(default_factory=dict)

    @property
    def states(self) -> Mapping[Technique, Standing]:
        """Every technique's standing."""
        return self.plan.states

    def suggested(self, technique: Technique) -> Formula:
        """Preferred or acceptable."""
        return self.states[technique].no_worse_than(ACCEPTABLE)

    @property
    def withheld(self) -> Formula:
        """Nothing is suggested: CR-03, or what the knowledge names beside it (contract 6)."""
        named = (rule for rule in self.knowledge.consistency_rules if rule.withholds)
        return some(self.world.ask(rule.when).yes for rule in (*named, *self.knowledge.conditions_for_suggestions))

    def has_set(self, technique: Technique) -> Formula:
        """There is an order set for this technique (before anything is withheld)."""
        if technique is Technique.CEMENT:
            return self._cement_alone
        return every((self.suggested(technique), isnt(self._cement_alone)))

    @property
    def _cement_alone(self) -> Formula:
        return self.suggested(Technique.CEMENT) if self.plan.outcome is Outcome.PAL_CEM else FALSE

    @property
    def plain(self) -> Formula:
        """The one set without a technique."""
        return isnt(some(self.has_set(technique) for technique in Technique))

    def within(self, technique: Technique) -> World:
        """The case as the items of this technique's set see it."""
        in_play = {Technique.CEMENT: self.suggested(Technique.CEMENT), technique: TRUE}
        return self._seen(technique, in_play, a_set=True)

    def alone(self, technique: Technique) -> World:
        """The case as the lists see it for one technique."""
        return self._seen(technique, {technique: TRUE}, a_set=False)

    def _seen(self, technique: Technique, in_play: Mapping[Technique, Formula], *, a_set: bool) -> World:
        key = (technique, a_set)
        if key not in self.worlds:
            self.worlds[key] = self.world.planning(replace(self.plan, in_play=in_play))
        return self.worlds[key]

    def shown(self, item: ChecklistItem, technique: Technique) -> Formula:
        """The item belongs to this technique's own list."""
        return self.alone(technique).ask(item.when).perhaps

    def listed(self, item: ChecklistItem) -> Formula:
        """The item stands in the list of the lesion."""
        techniques = dict(self.plan.in_play)
        techniques[Technique.CEMENT] = some((techniques[Technique.CEMENT], self.suggested(Technique.CEMENT)))
        return some(every((there, self.shown(item, t))) for t, there in techniques.items())


def in_set(world: World, item: OrderItem) -> Formula:
    """The item belongs to a set seen so, and nothing leaves it out."""
    return every((world.ask(item.when).yes, *kept(world, item)))


def kept(world: World, item: OrderItem) -> Iterator[Formula]:
    """Nothing leaves the item out."""
    return (isnt(world.ask(when).yes) for when, _ in item.left_out_if)


def pathway(world: World, knowledge: Knowledge, outcome: Outcome) -> Pathway:
    """The plan of this pathway, for every patient and every order."""
    world = world.planning(SymbolicPlan(outcome=outcome))
    states = _states(world, knowledge, outcome)
    ordered = {t: z3.Bool(f"{outcome}: {t} ordered") for t in Technique}
    plan = SymbolicPlan(outcome=outcome, states=states, in_play=_in_play(states, ordered))
    world = world.planning(plan)
    rules = [*rules_of(knowledge), *knowledge.holds]
    fired: dict[str, list[Formula]] = {}
    for rule in rules:
        fired.setdefault(public_id(rule.id), []).append(world.ask(rule.when).yes)
    mdt = some(world.ask(rule.when).yes for rule in rules_of(knowledge) if rule.mdt)
    plan = replace(plan, fired={name: some(formulas) for name, formulas in fired.items()}, mdt=mdt)
    given = tuple(z3.Implies(flag, states[t].offered) for t, flag in ordered.items())
    return Pathway(knowledge=knowledge, world=world.planning(plan), plan=plan, ordered=ordered, given=given)


def rules_of(knowledge: Knowledge) -> tuple[Rule, ...]:
    """The rules of part C in their order."""
    return (*knowledge.technique_rules, *knowledge.safety_rules, *knowledge.consistency_rules)


def _states(world: World, knowledge: Knowledge, outcome: Outcome) -> dict[Technique, Standing]:
    states = _start(world, knowledge, outcome)
    asked = world.planning(SymbolicPlan(outcome=outcome, states=dict(states)))
    for rule in rules_of(knowledge):
        fires = asked.ask(rule.when).yes if rule.effects or rule.also else FALSE
        effects = [(fires, effect) for effect in rule.effects]
        effects += [(every((fires, asked.ask(when).yes)), effect) for when, effect in rule.also]
        for condition, effect in effects:
            for technique in effect.techniques:
                states[technique] = _worse(states[technique], condition, effect.state.rank)
    return states


def _worse(standing: Standing, condition: Formula, rank: int) -> Standing:
    one, two, three = (
        some((worse, condition)) if rank >= number else worse for number, worse in enumerate(standing.at_least, start=1)
    )
    return Standing(standing.offered, (one, two, three))


def _start(world: World, knowledge: Knowledge, outcome: Outcome) -> dict[Technique, Standing]:
    """The first row that fits; what it does not name is not offered."""
    not_offered = world.patient.around.not_offered
    found = {t: Standing(FALSE, (FALSE, FALSE, FALSE)) for t in Technique}
    before: list[Formula] = []
    for row in knowledge.starting_states:
        if outcome not in row.outcomes:
            continue
        fits = TRUE if row.when is None else world.ask(row.when).yes
        chosen = every((fits, isnt(some(before))))
        before.append(fits)
        for technique, state in row.states.items():
            condition = row.offered_if.get(technique)
            offered = [chosen, isnt(not_offered[technique]), *([world.ask(condition).yes] if condition else [])]
            found[technique] = _joined(found[technique], every(offered), chosen, state.rank)
    return found


def _joined(standing: Standing, offered: Formula, chosen: Formula, rank: int) -> Standing:
    one, two, three = (
        some((worse, chosen)) if rank >= number else worse for number, worse in enumerate(standing.at_least, start=1)
    )
    return Standing(some((standing.offered, offered)), (one, two, three))


def _in_play(states: Mapping[Technique, Standing], ordered: Mapping[Technique, Formula]) -> dict[Technique, Formula]:
    """Part C, "Techniques in play"."""
    by_order = {t: every((ordered[t], states[t].no_worse_than(CAUTION))) for t in Technique}
    suggested = {t: states[t].no_worse_than(ACCEPTABLE) for t in Technique}
    caution = {t: states[t].is_rank(CAUTION) for t in Technique}
    there = some(suggested.values())
    return {t: either(some(by_order.values()), by_order[t], either(there, suggested[t], caution[t])) for t in Technique}
