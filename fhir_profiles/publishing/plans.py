"""The order sets of each pathway, and of a referral to the board, as PlanDefinitions of type order-set.

One set for each technique of the pathway, of which at most one is taken; the steps in the order of the plan. What may not live
here: the items (`activities`), their conditions, and the service around it (`service_plan`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from fhir_profiles.publishing.activities import activity_id, concept
from fhir_profiles.publishing.conditions import CEMENT_ALLOWED, OrderSet, applicability, in_words, within
from fhir_profiles.publishing.heading import heading, related, said_basis, versioned
from plugin.evidence import Technique
from plugin.explain import names
from plugin.grammar import (
    Allowed,
    Always,
    Expression,
    Never,
    OrderItem,
    Outcome,
    OutcomeClass,
    OutcomeText,
    TechniqueState,
)
from plugin.knowledge import KNOWLEDGE

Json = dict[str, Any]

BOARD: Final = "tumour-board"
PLAIN: Final = "plain"
_TYPE: Final = {
    "coding": [{"system": "http://terminology.hl7.org/CodeSystem/plan-definition-type", "code": "order-set"}]
}
_SUGGESTED: Final = (TechniqueState.PREFERRED, TechniqueState.ACCEPTABLE)
_WAIT: Final = next(rule for rule in KNOWLEDGE.technique_rules if rule.id == "TR-15")
_CEMENT: Final = next(item for item in KNOWLEDGE.order_items if item.technique is Technique.CEMENT)
_AFTER_ABLATION: Final = ("OS-10", _CEMENT.id)
"""What never comes before the step against the tumour."""


def plans() -> Iterator[Json]:
    """One for each pathway, in the order of the outcomes, then the board's."""
    for text in KNOWLEDGE.outcomes:
        if text.outcome.outcome_class is OutcomeClass.PATHWAY:
            yield _pathway(text)
    yield _board()


def plan_id(outcome: Outcome) -> str:
    """The id of the plan that an outcome leads to."""
    if outcome.outcome_class is OutcomeClass.REFERRAL:
        return BOARD
    return outcome.value.lower().replace("_", "-")


def _pathway(text: OutcomeText) -> Json:
    rows = [row for row in KNOWLEDGE.starting_states if text.outcome in row.outcomes]
    sources = (*text.sources, *(source for row in rows for source in row.sources))
    sets = [
        _technique_set(OrderSet(outcome=text.outcome, technique=each, cement=cement))
        for each, cement in _steps(text.outcome)
    ]
    none = "no technique is preferred or acceptable and offered by the hospital"
    sets.append(_set(PLAIN, "Tumour board and preparation", none, _items(OrderSet(outcome=text.outcome), "plain")))
    choice = {
        "id": "order-sets",
        "title": "Order sets: one of these",
        "groupingBehavior": "logical-group",
        "selectionBehavior": "at-most-one",
        "action": sets,
    }
    return _plan(
        plan_id(text.outcome), f"Order sets: {text.title} ({text.outcome.value})", text.words, sources, [choice]
    )


def _board() -> Json:
    texts = [text for text in KNOWLEDGE.outcomes if text.outcome.value.startswith("MDT_")]
    when = "; or ".join(f"the outcome is {text.outcome.value} ({text.title})" for text in texts)
    board = _set(BOARD, "Preparation for the tumour board", when, _items(OrderSet(outcome=None), "board"))
    sources = tuple(source for text in texts for source in text.sources)
    what = "What is suggested with a referral to the tumour board: no treatment, no other item."
    return _plan(BOARD, "Order set: preparation for the tumour board", what, sources, [board])


def _plan(identifier: str, title: str, what: str, sources: tuple[str, ...], actions: list[Json]) -> Json:
    made = heading("PlanDefinition", identifier, title, what)
    return made | {"type": _TYPE, "relatedArtifact": related(sources), "action": actions}


def _steps(outcome: Outcome) -> Iterator[tuple[Technique, bool]]:
    """The techniques that may have a set of their own, and whether cement may stand in it beside them."""
    rows = [row.states for row in KNOWLEDGE.starting_states if outcome in row.outcomes]
    offered = {technique for states in rows for technique, state in states.items() if state in _SUGGESTED}
    tumour = [each for each in Technique if each in offered and each is not Technique.CEMENT]
    yield from ((each, Technique.CEMENT in offered) for each in tumour or offered)


def _technique_set(order_set: OrderSet) -> Json:
    technique = order_set.technique
    assert technique is not None  # noqa: S101 - a set of a technique
    when = in_words(Allowed((technique,), TechniqueState.ACCEPTABLE))
    prefix = technique.value.replace("_", "-")
    return _set(prefix, names.TECHNIQUES[technique], when, _items(order_set, "when"))


def _set(prefix: str, title: str, when: str, items: list[tuple[OrderItem, Expression]]) -> Json:
    step = next((item for item, _ in items if item.technique not in (None, Technique.CEMENT)), None)
    return {
        "id": prefix,
        "title": title[:1].upper() + title[1:],
        "condition": [applicability(when)],
        "groupingBehavior": "logical-group",
        "selectionBehavior": "all",
        "action": [action for item, left in items for action in _actions(prefix, item, left, step)],
    }


def _items(order_set: OrderSet, kind: str) -> list[tuple[OrderItem, Expression]]:
    """The items that may stand in this kind of set, with what is left open of their conditions."""
    wanted = ((item, getattr(item, kind)) for item in KNOWLEDGE.order_items)
    left = [(item, within(condition, order_set)) for item, condition in wanted if condition is not None]
    return [(item, condition) for item, condition in left if not isinstance(condition, Never)]


def _actions(prefix: str, item: OrderItem, left: Expression, step: OrderItem | None) -> Iterator[Json]:
    after = _id(prefix, step) if step is not None and item.id in _AFTER_ABLATION else ""
    if after and item is _CEMENT and step is not None and step.technique is Technique.CRYO:
        wait = f"{prefix}.wait"
        yield _wait(wait, after)
        after = wait
    yield _action(prefix, item, left, after)


def _action(prefix: str, item: OrderItem, left: Expression, after: str) -> Json:
    conditions = [] if isinstance(left, Always) else [applicability(in_words(left))]
    conditions += [applicability(in_words(when, so=False)) for when, _ in item.left_out_if]
    rests_on = related(item.sources)
    return {
        "id": _id(prefix, item),
        "title": item.title,
        "description": said_basis(item.basis, item.sources),
        "code": [concept(item)],
        **({"documentation": rests_on} if rests_on else {}),
        **({"condition": conditions} if conditions else {}),
        **({"relatedAction": [{"actionId": after, "relationship": "after-end"}]} if after else {}),
        "definitionCanonical": versioned("ActivityDefinition", activity_id(item)),
    }


def _wait(identifier: str, after: str) -> Json:
    """A step of the plan that nobody orders."""
    return {
        "id": identifier,
        "title": _WAIT.title,
        "description": _WAIT.words,
        "documentation": related(_WAIT.sources),
        "condition": [applicability(in_words(CEMENT_ALLOWED))],
        "relatedAction": [{"actionId": after, "relationship": "after-end"}],
    }


def _id(prefix: str, item: OrderItem) -> str:
    return f"{prefix}.{activity_id(item)}"
