"""What does the knowledge say in another language? The same declarations with other words, each under its id.

An id names the declaration and the place in it: `rule.TR-08.words`, `checklist.AN-04.note-1`, `name.bone-matrix`. One walk
finds the texts and puts others in their place, so that nothing is found that is not replaced. What may not live here: texts,
and how they come to be (the front desk reads the files).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeAlias, TypeVar

from plugin.grammar import (
    ChecklistItem,
    Criterion,
    DrugHold,
    Expression,
    FactText,
    Gate,
    Item,
    Knowledge,
    OrderItem,
    OutcomeText,
    Rule,
    Saying,
    Speech,
)

_Put: TypeAlias = Callable[[str, str], str]
"""Id and English words -> the words to stand there."""
_Notes: TypeAlias = tuple[tuple[Expression, str], ...]
_T = TypeVar("_T")


def texts_of(knowledge: Knowledge) -> Mapping[str, str]:
    """Every text of the knowledge that a clinician may read, in English, by its id.

    Raises ValueError where two declarations share an id and differ in their words.
    """
    found: dict[str, str] = {}

    def put(text_id: str, words: str) -> str:
        if found.setdefault(text_id, words) != words:
            raise ValueError(f"two texts have the id {text_id}")
        return words

    _rewritten(knowledge, put)
    for item in knowledge.items:
        put(_name(item), item.name)
    for each in knowledge.thresholds:
        if each.is_told:
            put(f"threshold.{each.id}", each.title)
    return found


def translated(knowledge: Knowledge, texts: Mapping[str, str], more: Mapping[str, str]) -> Knowledge:
    """The knowledge in the language of `texts`, which holds every id of `texts_of`.

    `more` names codes and drugs, which no declaration names. Raises KeyError for a text that is missing.
    """
    speech = Speech(texts={**texts, **more})
    return replace(_rewritten(knowledge, lambda text_id, _: texts[text_id]), speech=speech)


def spoken(knowledge: Knowledge, more: Mapping[str, str]) -> Knowledge:
    """The knowledge in its own words, with names for codes and drugs."""
    return replace(knowledge, speech=Speech(texts=more))


def _rewritten(knowledge: Knowledge, put: _Put) -> Knowledge:
    own = {rule.id: rule for rule in _rules(knowledge)}
    asked = _questions(knowledge, put)
    return replace(
        knowledge,
        gates=tuple(_gate(gate, own, asked, put) for gate in knowledge.gates),
        technique_rules=_each(knowledge.technique_rules, _rule, put),
        safety_rules=_each(knowledge.safety_rules, _rule, put),
        holds=_each(knowledge.holds, _rule, put),
        consistency_rules=_each(knowledge.consistency_rules, _rule, put),
        conditions_for_suggestions=_each(knowledge.conditions_for_suggestions, _rule, put),
        release_after=_each(knowledge.release_after, _rule, put),
        outcomes=_each(knowledge.outcomes, _outcome, put),
        facts=_each(knowledge.facts, _fact, put),
        anaesthesia=_each(knowledge.anaesthesia, _line, put),
        protection=_each(knowledge.protection, _line, put),
        order_items=_each(knowledge.order_items, _order, put),
        drug_holds=_each(knowledge.drug_holds, _hold, put),
        sayings=_each(knowledge.sayings, _saying, put),
    )


def _rules(knowledge: Knowledge) -> Iterator[Rule]:
    """Every rule that is no cause of a gate alone."""
    yield from (*knowledge.technique_rules, *knowledge.safety_rules, *knowledge.holds, *knowledge.consistency_rules)
    yield from (*knowledge.conditions_for_suggestions, *knowledge.release_after)


def _each(declared: tuple[_T, ...], rewrite: Callable[[_T, _Put], _T], put: _Put) -> tuple[_T, ...]:
    return tuple(rewrite(one, put) for one in declared)


def _name(item: Item[Any]) -> str:
    return f"name.{item.key}"


def _outcome(text: OutcomeText, put: _Put) -> OutcomeText:
    at = f"outcome.{text.outcome.value}"
    return replace(text, title=_said(put, f"{at}.title", text.title), words=_said(put, f"{at}.words", text.words))


def _questions(knowledge: Knowledge, put: _Put) -> Mapping[str, Criterion]:
    """What the gates ask, by the criterion's id; two gates that share one share it still."""
    found: dict[str, Criterion] = {}
    for gate in knowledge.gates:
        question = _said(put, f"gate.{gate.id}.question", gate.when.question)
        same = question == gate.when.question
        found.setdefault(gate.when.id, gate.when if same else replace(gate.when, question=question))
    return found


def _gate(gate: Gate, own: Mapping[str, Rule], asked: Mapping[str, Criterion], put: _Put) -> Gate:
    """A cause that another rule shares its id with has an id of its own here."""
    reasons = []
    for reason in gate.reasons:
        shared = own.get(reason.id, reason) is not reason
        reasons.append(_rule(reason, put, "stop" if shared else "rule"))
    words = _notes(gate.words, f"gate.{gate.id}.words", put)
    return replace(gate, when=asked[gate.when.id], reasons=tuple(reasons), words=words)


def _rule(rule: Rule, put: _Put, kind: str = "rule") -> Rule:
    at = f"{kind}.{rule.id}"
    return replace(
        rule,
        title=_said(put, f"{at}.title", rule.title),
        words=_said(put, f"{at}.words", rule.words),
        notes=_notes(rule.notes, f"{at}.note", put),
    )


def _line(item: ChecklistItem, put: _Put) -> ChecklistItem:
    at = f"checklist.{item.id}"
    return replace(
        item,
        words=_said(put, f"{at}.words", item.words),
        variants=_notes(item.variants, f"{at}.variant", put),
        notes=_notes(item.notes, f"{at}.note", put),
    )


def _order(item: OrderItem, put: _Put) -> OrderItem:
    at = f"order.{item.id}-{item.part}" if item.part else f"order.{item.id}"
    return replace(
        item,
        title=_said(put, f"{at}.title", item.title),
        words=_said(put, f"{at}.words", item.words),
        left_out_if=_notes(item.left_out_if, f"{at}.left-out", put),
        notes=_notes(item.notes, f"{at}.note", put),
    )


def _fact(text: FactText, put: _Put) -> FactText:
    at = f"fact.{text.fact}"
    return replace(text, title=_said(put, f"{at}.title", text.title), asks=_said(put, f"{at}.asks", text.asks))


def _hold(row: DrugHold, put: _Put) -> DrugHold:
    at = f"hold.{row.drug}"
    return replace(
        row,
        hold=_said(put, f"{at}.hold", row.hold),
        low=_said(put, f"{at}.low", row.low),
        restart=_said(put, f"{at}.restart", row.restart),
    )


def _saying(saying: Saying, put: _Put) -> Saying:
    return replace(saying, words=_said(put, f"saying.{saying.id}", saying.words))


def _notes(notes: _Notes, at: str, put: _Put) -> _Notes:
    return tuple((when, _said(put, f"{at}-{number}", words)) for number, (when, words) in enumerate(notes, start=1))


def _said(put: _Put, text_id: str, words: str) -> str:
    """Where nothing is said, nothing is translated."""
    return put(text_id, words) if words else words
