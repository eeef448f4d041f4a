"""What a case remembers: an answer holds in every plan and every completion, so no criterion may ask for the plan."""

from dataclasses import fields
from datetime import UTC, datetime, timedelta

import pytest

from plugin.answer import Fact, Recorded
from plugin.grammar import Allowed, Criterion, Ends, Expression, Fired, InPlay, MdtComment, Step
from plugin.grammar import case as case_module
from plugin.knowledge import criteria, gates

CRITERIA = [value for module in (criteria, gates) for value in vars(module).values() if isinstance(value, Criterion)]
OF_THE_PLAN = (Allowed, Ends, Fired, InPlay, MdtComment)


def _nodes(part: object) -> list[object]:
    if isinstance(part, tuple):
        return [node for each in part for node in _nodes(each)]
    if isinstance(part, Expression | Step):
        inner = [node for field in fields(part) for node in _nodes(getattr(part, field.name))]  # type: ignore[arg-type]
        return [part, *inner]
    return []


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda each: each.id)
def test_a_criterion_asks_nothing_of_the_plan(criterion: Criterion) -> None:
    assert not [node for node in _nodes(criterion) if isinstance(node, OF_THE_PLAN)]


def test_the_criteria_are_many() -> None:
    assert len(CRITERIA) > 50


NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(("ahead", "kept"), [(-400.0, True), (0.9, True), (1.1, False), (900.0, False)])
def test_a_date_to_come_is_no_date(ahead: float, *, kept: bool) -> None:
    """Neither within a limit nor before another fact; what it raises is not lost."""
    to_come = Fact(value=3.0, seen_in="Observation/1", on=NOW + timedelta(days=ahead))
    (fact,) = case_module._until(Recorded(facts=(to_come,)), NOW + case_module._TO_COME).facts
    assert fact.value == to_come.value
    assert (fact.on is not None) == kept
