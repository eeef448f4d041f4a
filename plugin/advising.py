"""What do we say about each lesion? The door of the clinician's room: evidence in, advice out.

The walk finds the outcome, the plan follows from it, and everything that was looked at, is missing or contradicts itself is
told with it. What may not live here: any medicine, a clock, or a word of HTTP or FHIR.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from plugin.advice import Advice, Question, RuleRaised, urgent
from plugin.answer import Answer, Status
from plugin.elsewhere import told_of_each_other
from plugin.evidence import Deficit, Evidence, Scope
from plugin.grammar import Case, Criterion, Gate, Item, Knowledge, LocalPractice, Outcome, Rule, grounds
from plugin.knowledge import KNOWLEDGE, facts, sayings, thresholds
from plugin.knowledge import criteria as ask
from plugin.looking import evidence_rows, local_values
from plugin.planning import Planned, is_pathway, plan_board, plan_nothing, plan_pathway
from plugin.walking import Way, walk
from plugin.wording import fill, raised, readable

_SINS_LIMITS = (thresholds.SINS_STABLE_TO, thresholds.SINS_UNSTABLE_FROM - 1)
_BOARD = (Outcome.MDT_BOARD, Outcome.MDT_CURATIVE_CANAL)
_EMERGENCY_GATE = "2"


def advise_all(
    evidences: Iterable[Evidence], practice: LocalPractice, knowledge: Knowledge = KNOWLEDGE
) -> tuple[Advice, ...]:
    """The advice for every lesion that the orders mean, and for every emergency anywhere in the spine (gate 2).

    With an emergency anywhere, no lesion of this patient gets a suggestion.
    """
    advices: list[Advice] = []
    for evidence in told_of_each_other(tuple(evidences), practice):
        advices.extend(_advices(evidence, practice, knowledge))
    advices = [advice for advice in advices if advice.outcome is not Outcome.OUT_OF_SCOPE]
    if not any(urgent(advice) for advice in advices):
        return tuple(advices)
    reason = knowledge.speech.say(sayings.EMERGENCY_STOPS)
    return tuple(replace(advice, order_sets=(), no_suggestion=reason) for advice in advices)


def _advices(evidence: Evidence, practice: LocalPractice, knowledge: Knowledge) -> list[Advice]:
    case = _case(evidence, practice, knowledge)
    emergency = ask.EMERGENCY.ask(case) is Answer.YES
    if not evidence.ordered:
        return [_say(case, knowledge, Way(outcome=Outcome.URGENT_REFERRAL, gate=_EMERGENCY_GATE))] if emergency else []
    beside = (
        [_say(_case(replace(evidence, place=None), practice, knowledge), knowledge, _URGENT)]
        if emergency and evidence.scope is Scope.NOT_FOUND
        else []
    )
    return [*beside, advise(evidence, practice, knowledge)]


_URGENT = Way(outcome=Outcome.URGENT_REFERRAL, gate=_EMERGENCY_GATE)


def advise(evidence: Evidence, practice: LocalPractice, knowledge: Knowledge = KNOWLEDGE) -> Advice:
    """The advice for one lesion."""
    case = _case(evidence, practice, knowledge)
    return _say(case, knowledge, walk(case, knowledge))


def _case(evidence: Evidence, practice: LocalPractice, knowledge: Knowledge) -> Case:
    return Case(evidence=evidence, practice=practice, speech=knowledge.speech)


def _say(case: Case, knowledge: Knowledge, way: Way) -> Advice:
    outcome = way.outcome
    reasons = _reasons(case, knowledge, way)
    planned = _plan(case, knowledge, outcome, reasons)
    asking = case.planning(planned.plan)
    withheld = _withheld(case, knowledge, outcome)
    questions = _questions(knowledge, way)
    evidence = case.evidence
    return Advice(
        place=evidence.place,
        ordered=evidence.ordered,
        planned=evidence.planned,
        outcome=outcome,
        gate=way.gate,
        urgent_question=way.urgent_question,
        why=_why(case, knowledge, way, raised(case, reasons)),
        possible=way.ends if outcome is Outcome.NEED_DATA else (),
        pathway_for_information=_for_information(case, knowledge, outcome),
        inputs={i.id: _input(case, i.id, i.criterion.ask(case), i.yes, i.no) for i in knowledge.inputs},
        inputs_why={i.id: _seen(case, i.criterion) for i in knowledge.inputs},
        techniques=planned.techniques,
        in_play=planned.in_play,
        ordered_techniques=planned.ordered,
        ordered_not_offered=planned.ordered_not_offered,
        holds=planned.holds,
        rules=planned.rules,
        conflicts=tuple(rule for rule in planned.rules if rule.card),
        order_sets=() if withheld else planned.sets,
        no_suggestion=withheld,
        no_technique=_no_technique(knowledge, outcome, planned),
        anaesthesia=planned.anaesthesia,
        protection=planned.protection,
        protection_by_technique=planned.by_technique,
        checklist_answers=planned.answers,
        questions=questions,
        optional_questions=_optional(asking, knowledge, outcome, questions),
        evidence=evidence_rows(case, knowledge, pathway=is_pathway(outcome)),
        drugs=tuple(sorted(case.reading(facts.DRUGS).alarms, key=lambda d: (d.drug_class, d.name))),
        mismatches=evidence.mismatches,
        release_after=_release_after(case, knowledge, outcome, planned),
        level_from_order=evidence.level_from_order,
        local_values=local_values(case, knowledge, outcome, pathway=is_pathway(outcome)),
        knowledge_version=knowledge.version,
    )


def _plan(case: Case, knowledge: Knowledge, outcome: Outcome, reasons: tuple[Rule, ...]) -> Planned:
    if is_pathway(outcome):
        return plan_pathway(case, knowledge, outcome)
    if outcome in _BOARD:
        return plan_board(case, knowledge, outcome, reasons)
    return plan_nothing(case, knowledge, outcome, reasons)


def _reasons(case: Case, knowledge: Knowledge, way: Way) -> tuple[Rule, ...]:
    """The single causes of the gate that decided."""
    gates = [gate for gate in knowledge.gates if gate.outcome is way.outcome and gate.reasons]
    return tuple(rule for gate in gates[:1] for rule in gate.reasons if rule.when.ask(case) is Answer.YES)


def _why(case: Case, knowledge: Knowledge, way: Way, reasons: tuple[RuleRaised, ...]) -> tuple[str, ...]:
    """The sentences for the outcome: its own, then the causes."""
    own = next(text.words for text in knowledge.outcomes if text.outcome is way.outcome)
    if way.outcome is Outcome.NEED_DATA and not way.ends:
        own = ""  # gate 1u: it would speak of outcomes that are not named
    gate = next((g for g in knowledge.gates if g.id == way.gate and g.outcome is way.outcome), None)
    causes = [rule.words for rule in reasons]
    if gate is not None and not causes:
        causes = [_gate_words(case, gate)]
    return tuple(
        sentence for sentence in (own, *causes, _compressed_elsewhere(case, way), _sins_open(case)) if sentence
    )


def _compressed_elsewhere(case: Case, way: Way) -> str:
    """Why an examination is asked for though nothing at this level needs one (C.7)."""
    if not way.urgent_question or ask.UNEXAMINED_ELSEWHERE.ask(case) is not Answer.YES:
        return ""
    levels = ", ".join(case.evidence.unexamined_levels)
    if not levels:
        return case.speech.say(sayings.COMPRESSION_UNEXAMINED_UNPLACED)
    return case.speech.say(sayings.COMPRESSION_UNEXAMINED, levels=levels)


def _sins_open(case: Case) -> str:
    """Where the stability score's range crosses a limit: which missing components would decide (B.3)."""
    found = ask.SINS.range(case)
    crosses = found is not None and any(found.low <= limit < found.high for limit in _SINS_LIMITS)
    if found is None or not crosses or ask.BENIGN.ask(case) is Answer.YES:
        return ""
    open_ones = (name for name, item in ask.SINS.components if case.reading(item).status is not Status.KNOWN)
    missing = ", ".join(case.speech.value(name) for name in open_ones)
    return case.speech.say(sayings.SINS_OPEN, sins_low=found.low, sins_high=found.high, sins_missing=missing)


def _gate_words(case: Case, gate: Gate) -> str:
    return next((words for when, words in gate.words if when.ask(case) is Answer.YES), "")


def _for_information(case: Case, knowledge: Knowledge, outcome: Outcome) -> tuple[Outcome, ...]:
    """What the facts would give without gate 5, or with palliative intent (contract 4)."""
    if outcome is Outcome.MDT_BOARD:
        return walk(case, knowledge, without=frozenset({"5"})).ends
    if outcome is Outcome.MDT_CURATIVE_CANAL:
        return walk(case, knowledge, start={ask.INTENT.id: Answer.NO}).ends
    return ()


def _input(case: Case, name: str, answer: Answer, yes: str, no: str) -> str:
    if name == ask.DEFICIT.id:
        return _deficit(case)
    return {Answer.YES: yes, Answer.NO: no, Answer.UNKNOWN: "unknown"}[answer]


_DEFICIT_NAMES = {
    Deficit.NONE: "none",
    Deficit.ROOT: "root",
    Deficit.MOTOR: "motor",
    Deficit.SPHINCTER: "sphincter",
    Deficit.MOTOR_OLD: "motor",
    Deficit.SPHINCTER_OLD: "sphincter",
}


def _deficit(case: Case) -> str:
    reading = case.reading(facts.DEFICIT_RECORDED)
    if ask.DEFICIT.ask(case) is Answer.YES:
        seen = reading.alarms | {fact.value for fact in reading.facts}
        return "motor" if Deficit.MOTOR in seen else "sphincter"
    unexamined = ask.UNEXAMINED_ELSEWHERE.ask(case) is Answer.YES
    return "unknown" if reading.value is None or unexamined else _DEFICIT_NAMES[reading.value]


def _seen(case: Case, criterion: Criterion) -> str:
    """Which recorded facts an input's answer rests on, in words ("collapse or fracture at the level: yes")."""
    recorded = (item for item in grounds(criterion, case) if case.reading(item).facts)
    return "; ".join(f"{case.speech.name(item)}: {_value(case, item)}" for item in recorded)


def _value(case: Case, item: Item[Any]) -> str:
    reading = case.reading(item)
    values = dict.fromkeys(readable(fact.value, case.speech) for fact in reading.facts)
    return (case.speech.say(sayings.AGAINST) if reading.status is Status.CONFLICT else ", ").join(values)


def _withheld(case: Case, knowledge: Knowledge, outcome: Outcome) -> str:
    """Why nothing is suggested; "" where something is (contract 6, first that applies)."""
    if not (is_pathway(outcome) or outcome in _BOARD):
        return knowledge.speech.say(sayings.NOTHING_TO_SUGGEST)
    named = (rule for rule in knowledge.consistency_rules if rule.withholds)
    withholding = (
        rule for rule in (*named, *knowledge.conditions_for_suggestions) if rule.when.ask(case) is Answer.YES
    )
    return next((fill(case, rule.words) for rule in withholding), "")


def _no_technique(knowledge: Knowledge, outcome: Outcome, planned: Planned) -> str:
    if not is_pathway(outcome) or any(s.technique for s in planned.sets):
        return ""
    return knowledge.speech.say(sayings.NO_TECHNIQUE)


def _release_after(case: Case, knowledge: Knowledge, outcome: Outcome, planned: Planned) -> tuple[str, ...]:
    if not is_pathway(outcome):
        return ()
    unread = raised(case, [rule for rule in knowledge.release_after if rule.when.ask(case) is Answer.YES])
    return (*(f"{rule.id} {rule.title}" for rule in planned.holds), *(rule.words for rule in unread))


def _questions(knowledge: Knowledge, way: Way) -> tuple[Question, ...]:
    """The facts that would change the outcome, in the contract's order, with what each answer leaves."""
    if way.outcome is not Outcome.NEED_DATA:
        return ()
    leaves = {i.fact: way.deciding[i.id] for i in knowledge.inputs if i.id in way.deciding}
    wanted = {*way.asks, *leaves}
    return tuple(
        Question(fact=text.fact, words=text.asks, leaves=leaves.get(text.fact, {}))
        for text in knowledge.facts
        if text.fact in wanted
    )


def _optional(case: Case, knowledge: Knowledge, outcome: Outcome, asked: tuple[Question, ...]) -> tuple[Question, ...]:
    """The facts that would change only a state, a hold or a wording; beside a question only the wishes (H-34)."""
    if outcome is not Outcome.NEED_DATA and not is_pathway(outcome) and outcome not in _BOARD:
        return ()
    already = {question.fact for question in asked}
    return tuple(
        Question(fact=text.fact, words=text.asks, leaves={})
        for text in knowledge.facts
        if text.fact not in already
        and text.optional is not None
        and (is_pathway(outcome) or text.wish)
        and text.optional.ask(case) is Answer.YES
    )
