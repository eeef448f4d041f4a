"""What follows from a pathway? States of the techniques, which are in play, holds, order sets, checklists.

States combine by the worst; a rule never improves one. An item of a checklist is shown if its condition is true or not known
for at least one technique in play (part C). What may not live here: any medicine, and how the outcome was found (`walking`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from plugin.advice import ItemAdvice, OrderSetAdvice, RuleRaised, TechniqueAdvice
from plugin.answer import Answer
from plugin.evidence import PlannedTechnique, Technique
from plugin.grammar import (
    Case,
    ChecklistItem,
    Knowledge,
    OrderItem,
    Outcome,
    OutcomeClass,
    Plan,
    Rule,
    StartingStates,
    TechniqueState,
)
from plugin.grammar.inspection import questions_in
from plugin.settling import answered, is_settled
from plugin.wording import fill, local_in, noted, raised, shown

SUGGESTED = (TechniqueState.PREFERRED, TechniqueState.ACCEPTABLE)
_TUMOUR_STEPS = tuple(t for t in Technique if t is not Technique.CEMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """Everything that the plan says beside the outcome."""

    plan: Plan
    techniques: tuple[TechniqueAdvice, ...] = ()
    in_play: tuple[Technique, ...] = ()
    ordered: tuple[Technique, ...] = ()
    ordered_not_offered: bool = False
    rules: tuple[RuleRaised, ...] = ()
    holds: tuple[RuleRaised, ...] = ()
    sets: tuple[OrderSetAdvice, ...] = ()
    anaesthesia: tuple[ItemAdvice, ...] = ()
    protection: tuple[ItemAdvice, ...] = ()
    by_technique: Mapping[Technique, tuple[str, ...]] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)


def plan_pathway(case: Case, knowledge: Knowledge, outcome: Outcome) -> Planned:
    """States, techniques in play, rules, holds, order sets and checklists of a pathway."""
    case = case.planning(Plan(outcome=outcome))
    states, rules_of = _states(case, knowledge)
    case = case.planning(Plan(outcome=outcome, states=states))
    ordered, not_offered = _ordered_techniques(case)
    in_play = _in_play(states, ordered)
    case = case.planning(Plan(outcome=outcome, states=states, in_play=frozenset(in_play)))
    fired = [rule for rule in _rules(knowledge) if rule.when.ask(case) is Answer.YES]
    holds = [rule for rule in knowledge.holds if rule.when.ask(case) is Answer.YES]
    plan = Plan(
        outcome=outcome,
        states=states,
        in_play=frozenset(in_play),
        fired=frozenset(public_id(rule.id) for rule in (*fired, *holds)),
        mdt=any(rule.mdt for rule in fired),
    )
    case = case.planning(plan)
    alone = _alone(case, in_play)
    protection = _by_technique(knowledge.protection, in_play, alone)
    return Planned(
        plan=plan,
        techniques=tuple(
            TechniqueAdvice(technique=t, state=states[t], rules=rules_of[t]) for t in Technique if t in states
        ),
        in_play=in_play,
        ordered=ordered,
        ordered_not_offered=not_offered,
        rules=raised(case, (*fired, *holds)),
        holds=raised(case, holds),
        sets=_order_sets(case, knowledge, fired),
        anaesthesia=_checklist(case, knowledge.anaesthesia, alone),
        protection=_checklist(case, knowledge.protection, alone),
        by_technique=protection,
        answers=_answers(case, (*knowledge.anaesthesia, *knowledge.protection)),
    )


def plan_board(case: Case, knowledge: Knowledge, outcome: Outcome, reasons: Iterable[Rule]) -> Planned:
    """The rules and the one suggestion of a referral to the board: no treatment in it (contract 6)."""
    case = case.planning(Plan(outcome=outcome))
    fired = [
        *reasons,
        *(rule for rule in _rules(knowledge) if not rule.pathway_only and rule.when.ask(case) is Answer.YES),
    ]
    fired = list({rule.id: rule for rule in fired}.values())
    plan = Plan(outcome=outcome, fired=frozenset(public_id(rule.id) for rule in fired))
    case = case.planning(plan)
    items = tuple(
        item for item in knowledge.order_items if item.board is not None and item.board.ask(case) is Answer.YES
    )
    return Planned(plan=plan, rules=raised(case, fired), sets=(_set(case, None, items, recommended=False),))


def plan_nothing(case: Case, knowledge: Knowledge, outcome: Outcome, reasons: Iterable[Rule]) -> Planned:
    """The rules of an outcome without a plan: contradictions are named, nothing is suggested."""
    case = case.planning(Plan(outcome=outcome))
    fired = [
        *reasons,
        *(r for r in knowledge.consistency_rules if not r.pathway_only and r.when.ask(case) is Answer.YES),
    ]
    return Planned(plan=Plan(outcome=outcome), rules=raised(case, {rule.id: rule for rule in fired}.values()))


def public_id(rule: str) -> str:
    """The id that contract and card use: what could not be read shows under the rule that it stands for."""
    return rule.removesuffix("-UNREAD")


def _rules(knowledge: Knowledge) -> tuple[Rule, ...]:
    return (*knowledge.technique_rules, *knowledge.safety_rules, *knowledge.consistency_rules)


def _states(
    case: Case, knowledge: Knowledge
) -> tuple[dict[Technique, TechniqueState], dict[Technique, tuple[str, ...]]]:
    """Each offered technique's worst state, and the rules that give a reason for it beside the start (C.1)."""
    states = _start(case, knowledge.starting_states)
    start = dict(states)
    rules: dict[Technique, tuple[str, ...]] = dict.fromkeys(states, ())
    case = case.planning(Plan(outcome=case.plan.outcome if case.plan else Outcome.OUT_OF_SCOPE, states=start))
    for rule in _rules(knowledge):
        if not (rule.effects or rule.also) or rule.when.ask(case) is not Answer.YES:
            continue
        effects = (*rule.effects, *(effect for when, effect in rule.also if when.ask(case) is Answer.YES))
        for effect in effects:
            for technique in effect.techniques:
                if technique in states:
                    states[technique] = states[technique].worse(effect.state)
                    if effect.state.rank >= start[technique].rank:  # one that would improve the start is no reason
                        rules[technique] = (*rules[technique], public_id(rule.id))
    return states, rules


def _start(case: Case, rows: tuple[StartingStates, ...]) -> dict[Technique, TechniqueState]:
    outcome = case.plan.outcome if case.plan else None
    for row in rows:
        if outcome in row.outcomes and (row.when is None or row.when.ask(case) is Answer.YES):
            return {
                technique: state
                for technique, state in row.states.items()
                if technique not in case.practice.not_offered
                and (technique not in row.offered_if or row.offered_if[technique].ask(case) is Answer.YES)
            }
    return {}


def _ordered_techniques(case: Case) -> tuple[tuple[Technique, ...], bool]:
    """The techniques that the selected orders name, the best first, and whether one that they name is not offered."""
    states = case.plan.states if case.plan else {}
    wanted = [order.technique for order in case.evidence.planned if order.technique is not None]
    forms = [_form(technique, states) for technique in wanted]
    named = {form for form in forms if form is not None}
    return tuple(sorted(named, key=lambda t: (states[t].rank, list(Technique).index(t)))), None in forms


def _form(planned: PlannedTechnique, states: Mapping[Technique, TechniqueState]) -> Technique | None:
    forms = (
        (Technique.RFA_BIPOLAR, Technique.RFA_MONO) if planned is PlannedTechnique.RFA else (Technique(planned.value),)
    )
    offered = [form for form in forms if form in states]
    return min(offered, key=lambda form: states[form].rank) if offered else None


def _in_play(states: Mapping[Technique, TechniqueState], ordered: tuple[Technique, ...]) -> tuple[Technique, ...]:
    """Part C: the ordered techniques but those to be avoided; else all preferred and acceptable; else those in caution."""
    kept = tuple(t for t in Technique if t in ordered and states[t] is not TechniqueState.AVOID)
    if kept:
        return kept
    for wanted in (SUGGESTED, (TechniqueState.CAUTION,)):
        found = tuple(t for t in Technique if states.get(t) in wanted)
        if found:
            return found
    return ()


def _checklist(case: Case, items: tuple[ChecklistItem, ...], alone: Mapping[Technique, Case]) -> tuple[ItemAdvice, ...]:
    """The items for one technique or more, each of them looked at alone."""
    return tuple(
        [_item(case, each) for each in items if any(each.when.ask(one) is not Answer.NO for one in alone.values())]
    )


def _answers(case: Case, items: tuple[ChecklistItem, ...]) -> dict[str, Answer]:
    asked = {identifier: question for item in items for identifier, question in questions_in(item.when)}
    return {identifier: question.ask(case) for identifier, question in asked.items()}


def _by_technique(
    items: tuple[ChecklistItem, ...], in_play: tuple[Technique, ...], alone: Mapping[Technique, Case]
) -> dict[Technique, tuple[str, ...]]:
    if len(in_play) <= 1:
        return {}
    found = {t: tuple([item.id for item in items if item.when.ask(alone[t]) is not Answer.NO]) for t in in_play}
    return {technique: ids for technique, ids in found.items() if ids}


def _alone(case: Case, in_play: tuple[Technique, ...]) -> dict[Technique, Case]:
    """The case with each technique in play alone, and with cement where it belongs to the plan."""
    plan = case.plan or Plan(outcome=Outcome.OUT_OF_SCOPE)
    cement = (Technique.CEMENT,) if plan.states.get(Technique.CEMENT) in SUGGESTED else ()
    techniques = dict.fromkeys((*in_play, *cement))
    return {each: case.planning(replace(plan, in_play=frozenset({each}))) for each in techniques}


def _item(case: Case, item: ChecklistItem) -> ItemAdvice:
    words = next((other for when, other in item.variants if when.ask(case) is Answer.YES), item.words)
    return ItemAdvice(
        id=item.id,
        words=fill(case, words),
        basis=item.basis,
        sources=item.sources,
        note=" ".join((*noted(case, item.notes), *local_in(case, words))),
        answers=answered(case, item),
        settled=is_settled(case, item),
    )


def _order_sets(case: Case, knowledge: Knowledge, fired: list[Rule]) -> tuple[OrderSetAdvice, ...]:
    """One order set for each suggested technique, cement and 131-I within; else the one plain set (contract 6)."""
    states = case.plan.states if case.plan else {}
    steps: list[Technique] = [t for t in _TUMOUR_STEPS if states.get(t) in SUGGESTED]
    if case.plan and case.plan.outcome is Outcome.PAL_CEM and states.get(Technique.CEMENT) in SUGGESTED:
        steps = [Technique.CEMENT]
    if not steps:
        items = tuple(item for item in knowledge.order_items if _yes(item.plain, case))
        return (_set(case, None, items, recommended=False),)
    first = [rule.first for rule in fired if rule.first is not None]
    steps.sort(key=lambda t: (states[t].rank, first.index(t) if t in first else len(first)))
    return tuple(
        _technique_set(case, knowledge, t, recommended=n == 0 and states[t] is TechniqueState.PREFERRED)
        for n, t in enumerate(steps)
    )


def _yes(expression: object, case: Case) -> bool:
    ask = getattr(expression, "ask", None)
    return ask is not None and ask(case) is Answer.YES


def _technique_set(case: Case, knowledge: Knowledge, technique: Technique, *, recommended: bool) -> OrderSetAdvice:
    plan = case.plan or Plan(outcome=Outcome.OUT_OF_SCOPE)
    cement = plan.states.get(Technique.CEMENT) in SUGGESTED
    within = frozenset({technique, Technique.CEMENT} if cement else {technique})
    case = case.planning(replace(plan, in_play=within))
    items = tuple(item for item in knowledge.order_items if item.when.ask(case) is Answer.YES)
    return _set(case, technique, items, recommended=recommended)


def _set(case: Case, technique: Technique | None, items: tuple[OrderItem, ...], *, recommended: bool) -> OrderSetAdvice:
    kept: list[ItemAdvice] = []
    left_out: list[str] = []
    for item in items:
        reasons = [words for when, words in item.left_out_if if when.ask(case) is Answer.YES]
        left_out.extend(reasons)
        if not reasons:
            kept.append(
                ItemAdvice(
                    id=item.id,
                    part=item.part,
                    words=item.title,
                    basis=item.basis,
                    sources=item.sources,
                    note=" ".join((*noted(case, item.notes), *shown(case, item.shows))),
                )
            )
    return OrderSetAdvice(technique=technique, items=tuple(kept), recommended=recommended, left_out=tuple(left_out))


def is_pathway(outcome: Outcome) -> bool:
    """Does the tree end in a treatment?"""
    return outcome.outcome_class is OutcomeClass.PATHWAY
