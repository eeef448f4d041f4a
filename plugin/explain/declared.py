"""What the knowledge holds, found by walking the declarations: every question, and everything that names a source.

What may not live here: words (`phrases`) and layout (the pages).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from plugin.grammar import (
    Ask,
    ChecklistItem,
    Conclusion,
    Criterion,
    Item,
    Knowledge,
    OrderItem,
    Rule,
    Threshold,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A place where a source is used: what kind of declaration, its id, the page and its anchor, what stories are kept under."""

    kind: str
    id: str
    page: str
    place: str
    thing: str = ""


def questions(knowledge: Knowledge) -> tuple[Criterion, ...]:
    """Every question, in the order in which the knowledge comes to ask it."""
    found: dict[str, Criterion] = {}
    roots = (knowledge.inputs, knowledge.gates, knowledge.tree, rules(knowledge), knowledge.starting_states)
    lists = (knowledge.order_items, knowledge.anaesthesia, knowledge.protection, knowledge.facts)
    for criterion in _criteria((roots, lists), set()):
        found.setdefault(criterion.id, criterion)
    return tuple(found.values())


def rules(knowledge: Knowledge) -> tuple[Rule, ...]:
    """Every rule, those of the gates included."""
    stops = tuple(rule for gate in knowledge.gates for rule in gate.reasons)
    return (
        *stops,
        *knowledge.technique_rules,
        *knowledge.safety_rules,
        *knowledge.holds,
        *knowledge.consistency_rules,
        *knowledge.conditions_for_suggestions,
        *knowledge.release_after,
    )


def on_the_way(knowledge: Knowledge) -> tuple[Criterion, ...]:
    """The questions of the gates and of the tree, each once, in the order of asking."""
    asked = (*(gate.when for gate in knowledge.gates), *_forks(knowledge.tree))
    return tuple({criterion.id: criterion for criterion in asked}.values())


def uses(knowledge: Knowledge) -> Mapping[str, tuple[Use, ...]]:
    """Source id -> where it is used."""
    found: dict[str, dict[tuple[str, str], Use]] = {}
    for use, ids in _uses(knowledge):
        for source in ids:
            found.setdefault(source, {}).setdefault((use.kind, use.id), use)
    return {source: tuple(by_id.values()) for source, by_id in found.items()}


def rule_page(rule: Rule, knowledge: Knowledge) -> str:
    """The page on which a rule stands."""
    if rule in knowledge.technique_rules:
        return "techniques.md"
    return "conflicts.md" if rule in knowledge.consistency_rules else "safety.md"


def _uses(knowledge: Knowledge) -> Iterator[tuple[Use, tuple[str, ...]]]:
    stops = tuple(rule for gate in knowledge.gates for rule in gate.reasons)
    for rule in rules(knowledge):
        thing = f"{'stop' if rule in stops else 'rule'} {rule.id}"
        yield Use(kind="rule", id=rule.id, page=rule_page(rule, knowledge), place=rule.id, thing=thing), rule.sources
    for gate in knowledge.gates:
        yield Use(kind="gate", id=gate.id, page="indication.md", place=f"gate-{gate.id}"), gate.sources
    for end in _ends(knowledge.tree):
        yield _outcome_use("leaf", end.outcome.value), end.sources
    for text in knowledge.outcomes:
        yield _outcome_use("text", text.outcome.value), text.sources
    for row in knowledge.starting_states:
        for outcome in row.outcomes:
            yield Use(kind="start", id=outcome.value, page="techniques.md", place="starting-states"), row.sources
    yield from _item_uses(knowledge.anaesthesia, "checklists.md")
    yield from _item_uses(knowledge.protection, "checklists.md")
    yield from _item_uses(knowledge.order_items, "order-sets.md")
    for criterion in questions(knowledge):
        yield _question_use(criterion), criterion.sources
    for threshold in knowledge.thresholds:
        yield Use(kind="threshold", id=threshold.id, page="thresholds.md", place=threshold.id), threshold.sources


def _question_use(criterion: Criterion) -> Use:
    thing = f"question {criterion.id}"
    return Use(kind="question", id=criterion.id, page="questions.md", place=criterion.id, thing=thing)


def _outcome_use(kind: str, outcome: str) -> Use:
    return Use(kind=kind, id=outcome, page="indication.md", place=outcome, thing=f"outcome {outcome}")


def _item_uses(items: Iterable[ChecklistItem | OrderItem], page: str) -> Iterator[tuple[Use, tuple[str, ...]]]:
    for item in items:
        yield Use(kind="item", id=item.id, page=page, place=item.id, thing=f"item {item.id}"), item.sources


def _forks(node: Ask | Conclusion) -> Iterator[Criterion]:
    if isinstance(node, Ask):
        yield node.criterion
        yield from _forks(node.yes)
        yield from _forks(node.no)


def _ends(node: Ask | Conclusion) -> Iterator[Conclusion]:
    if isinstance(node, Ask):
        yield from _ends(node.yes)
        yield from _ends(node.no)
    else:
        yield node


def _criteria(value: object, seen: set[int]) -> Iterator[Criterion]:
    """Every question in a declaration, however deep; what many share is entered once."""
    if id(value) in seen or isinstance(value, Item | Threshold):
        return
    seen.add(id(value))
    if isinstance(value, Criterion):
        yield value
    for part in _parts(value):
        yield from _criteria(part, seen)


def _parts(value: object) -> tuple[object, ...]:
    if isinstance(value, Mapping):
        return tuple(value.values())
    if isinstance(value, tuple):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return tuple(getattr(value, field.name) for field in fields(value))
    return ()


def leaves_of(knowledge: Knowledge) -> tuple[Conclusion, ...]:
    """Every end of the tree, in its order."""
    return tuple(_ends(knowledge.tree))
