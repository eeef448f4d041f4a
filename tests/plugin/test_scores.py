"""SINS: a missing component gives a range, never 0."""

from __future__ import annotations

from itertools import product

import pytest

from plugin.scores import SINS_MAX, SINS_POINTS, Range, sins

PARTS = tuple(SINS_POINTS)


def told(*points: int | None) -> dict[str, int | None]:
    return dict(zip(PARTS, points, strict=True))


def test_the_components_and_points_of_x10() -> None:
    assert SINS_POINTS == {
        "location": (0, 1, 2, 3),
        "pain": (0, 1, 3),
        "lesion": (0, 1, 2),
        "alignment": (0, 2, 4),
        "collapse": (0, 1, 2, 3),
        "posterolateral": (0, 1, 3),
    }
    assert sum(max(points) for points in SINS_POINTS.values()) == SINS_MAX == 18


def test_six_components_are_their_sum() -> None:
    for points in product(*SINS_POINTS.values()):
        assert sins(told(*points), None) == Range(sum(points), sum(points))


@pytest.mark.parametrize(
    ("points", "low", "high"),
    [
        ((2, 3, 2, 0, 3, 1), 11, 11),
        ((3, 3, 2, 2, 3, None), 13, 16),
        ((3, 3, 2, 2, None, 0), 10, 13),
        ((None, None, 2, None, None, None), 2, 18),
    ],
)
def test_a_missing_component_gives_a_range(points: tuple[int | None, ...], low: int, high: int) -> None:
    assert sins(told(*points), None) == Range(low, high)


def test_no_component_and_no_total_is_not_computable() -> None:
    assert sins(told(None, None, None, None, None, None), None) is None


@pytest.mark.parametrize(("total", "found"), [(0, Range(0, 0)), (18, Range(18, 18)), (19, None), (-1, None)])
def test_a_total_alone_is_the_total(total: int, found: Range | None) -> None:
    assert sins(told(None, None, None, None, None, None), total) == found


@pytest.mark.parametrize(("total", "found"), [(11, Range(11, 11)), (10, None)])
def test_a_total_beside_all_six_must_be_their_sum(total: int, found: Range | None) -> None:
    assert sins(told(2, 3, 2, 0, 3, 1), total) == found


def test_points_outside_x10_are_not_read() -> None:
    assert sins(told(2, 2, 2, 1, 3, 2), None) == sins(told(2, None, 2, None, 3, None), None)


def test_a_range_lies_within_limits_only_wholly() -> None:
    assert Range(5, 6).within(0, 6)
    assert not Range(5, 8).within(0, 6)
    assert Range(5, 8).meets(7, 12)
    assert not Range(5, 6).meets(7, 12)
