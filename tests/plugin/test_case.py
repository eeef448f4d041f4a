"""What a case remembers: an answer holds in every plan and every completion, so no criterion may ask for the plan."""

from dataclasses import fields

import pytest

from plugin.grammar import Allowed, Criterion, Ends, Expression, Fired, InPlay, MdtComment, Step
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
