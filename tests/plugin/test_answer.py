"""Three answers, and the reading order of part F.5: which of two facts counts."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from plugin.answer import Age, Answer, Fact, Kind, Order, Reading, Recorded, Standing, Status, answer_if
from plugin.weighing import weigh

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN
LIMIT = Age(now=NOW, days=90)
STICKY: Order[bool] = Order(sticky=frozenset({True}))


def seen(
    value: bool,  # noqa: FBT001 - the value is the point
    days_ago: int | None = 10,
    kind: Kind = Kind.FINDING,
    *,
    standing: Standing = Standing.FIRM,
    modality: str = "MR",
    resolved: bool = False,
) -> Fact[bool]:
    return Fact(
        value=value,
        seen_in=f"Observation/{kind.name}-{days_ago}-{value}",
        on=None if days_ago is None else NOW - timedelta(days=days_ago),
        kind=kind,
        standing=standing,
        modality=modality,
        resolved=resolved,
    )


def read(*facts: Fact[bool], order: Order[bool] | None = None, unread: bool = False) -> Reading[bool]:
    return weigh(Recorded(facts=facts, unread=unread), age=LIMIT, order=order)


@pytest.mark.parametrize(("left", "right"), list(product(Answer, Answer)))
def test_and_is_the_lower_of_two_and_or_the_higher(left: Answer, right: Answer) -> None:
    rank = [NO, UNKNOWN, YES]
    assert left & right is rank[min(rank.index(left), rank.index(right))]
    assert left | right is rank[max(rank.index(left), rank.index(right))]
    assert ~(left & right) is (~left | ~right)


def test_not_known_stays_not_known() -> None:
    assert (~YES, ~NO, ~UNKNOWN) == (NO, YES, UNKNOWN)


def test_nothing_recorded_is_not_known_and_never_no() -> None:
    assert answer_if(read(), lambda value: value) is UNKNOWN
    assert answer_if(read(), lambda value: not value) is UNKNOWN


def test_one_fact_is_known() -> None:
    found = read(seen(True))
    assert (found.status, found.value, found.disagree) == (Status.KNOWN, True, False)


@pytest.mark.parametrize(("days", "status"), [(90, Status.KNOWN), (91, Status.UNKNOWN), (None, Status.UNKNOWN)])
def test_an_old_or_undated_fact_is_shown_but_does_not_count(days: int | None, status: Status) -> None:
    found = read(seen(True, days))
    assert found.status is status
    assert len(found.facts) + len(found.aside) == 1


def test_an_active_problem_has_no_age_limit() -> None:
    assert read(seen(True, 4000, Kind.CONDITION)).status is Status.KNOWN


def test_within_one_kind_the_newest_counts_and_the_older_is_shown() -> None:
    found = read(seen(False, 2), seen(True, 20))
    assert (found.value, found.disagree, [f.value for f in found.aside]) == (False, True, [True])


def test_an_older_one_that_says_the_same_is_no_disagreement() -> None:
    assert not read(seen(True, 2), seen(True, 20)).disagree


def test_two_of_one_day_that_differ_are_a_conflict() -> None:
    assert read(seen(True, 5), seen(False, 5)).status is Status.CONFLICT


def test_two_kinds_that_differ_are_a_conflict_however_old() -> None:
    found = read(seen(False, 2), seen(True, 60, Kind.REPORT))
    assert (found.status, found.value, found.disagree) == (Status.CONFLICT, None, True)
    assert {fact.value for fact in found.facts} == {True, False}


def test_two_kinds_that_agree_are_known() -> None:
    assert read(seen(True, 2), seen(True, 60, Kind.REPORT)).value is True


def test_a_preliminary_fact_settles_nothing_but_may_alarm() -> None:
    found = read(seen(True, 2, standing=Standing.TENTATIVE))
    assert (found.status, found.alarms) == (Status.UNKNOWN, frozenset({True}))


def test_a_preliminary_fact_never_overrides_a_final_one() -> None:
    found = read(seen(False, 9), seen(True, 1, standing=Standing.TENTATIVE))
    assert (found.value, found.disagree) == (False, False)


def test_an_old_preliminary_fact_does_not_alarm() -> None:
    assert read(seen(True, 91, standing=Standing.TENTATIVE)).alarms == frozenset()


def test_a_newer_final_fact_of_its_kind_takes_a_preliminary_alarm_back() -> None:
    alarm = seen(True, 9, standing=Standing.TENTATIVE)
    found = read(alarm, seen(False, 1))
    assert (found.value, found.alarms, found.aside) == (False, frozenset({False}), (alarm,))


@pytest.mark.parametrize(
    ("alarm", "final", "order"),
    [
        (seen(True, 1, standing=Standing.TENTATIVE), seen(False, 9), None),
        (seen(True, 9, standing=Standing.TENTATIVE), seen(False, 9), None),
        (seen(True, 9, standing=Standing.TENTATIVE), seen(False, 1, Kind.REPORT), None),
        (seen(True, 9, standing=Standing.TENTATIVE), seen(False, 1, standing=Standing.DOUBTED), None),
        (seen(True, 9, standing=Standing.TENTATIVE), seen(False, 1, modality="CT"), Order(sticky=frozenset({True}))),
        (seen(True, 9, standing=Standing.TENTATIVE), seen(False, 1), Order(agree=frozenset({Kind.FINDING}))),
    ],
    ids=["older", "of one moment", "another kind", "doubtful", "another modality", "no succession"],
)
def test_no_other_fact_takes_it_back(alarm: Fact[bool], final: Fact[bool], order: Order[bool] | None) -> None:
    assert True in read(alarm, final, order=order).alarms


def test_an_alarm_with_modality_or_resolved_is_taken_back_as_a_final_one_would_be() -> None:
    order = Order(sticky=frozenset({True}), by=frozenset({"MR"}))
    alarm = seen(True, 9, standing=Standing.TENTATIVE)
    assert read(alarm, seen(False, 1), order=order).alarms == frozenset({False})
    assert read(alarm, seen(False, 1, modality="CT", resolved=True), order=order).alarms == frozenset({False})


def test_of_one_series_any_kind_takes_it_back() -> None:
    alarm = seen(True, 9, standing=Standing.TENTATIVE)
    assert True not in read(alarm, seen(False, 1, Kind.RECORD), order=Order(series=True)).alarms


def test_what_was_read_in_part_settles_nothing_but_may_alarm() -> None:
    found = read(seen(True), unread=True)
    assert (found.status, found.alarms, found.unread) == (Status.UNKNOWN, frozenset({True}), True)


def test_a_statement_on_the_order_decides_alone_even_beside_an_unread_source() -> None:
    order: Order[bool] = Order(first=(Kind.STATEMENT,))
    found = read(seen(True, 0, Kind.STATEMENT), seen(False, 0), order=order, unread=True)
    assert (found.status, found.value) == (Status.KNOWN, True)


@pytest.mark.parametrize(
    ("newer", "status"),
    [
        (seen(False, 2, modality="MR"), Status.KNOWN),
        (seen(False, 2, modality="CT"), Status.CONFLICT),
        (seen(False, 2, modality=""), Status.CONFLICT),
        (seen(False, 2, modality="CT", resolved=True), Status.KNOWN),
    ],
)
def test_a_newer_no_cancels_an_older_yes_only_from_the_same_modality(newer: Fact[bool], status: Status) -> None:
    found = read(newer, seen(True, 20, modality="MR"), order=STICKY)
    assert found.status is status
    assert found.disagree


def test_a_newer_yes_needs_no_such_thing() -> None:
    assert read(seen(True, 2, modality="CT"), seen(False, 20, modality="MR"), order=STICKY).value is True


def test_one_series_over_all_kinds() -> None:
    order: Order[bool] = Order(series=True)
    found = read(seen(True, 30, Kind.CONDITION), seen(False, 2, Kind.RECORD), order=order)
    assert (found.status, found.value) == (Status.KNOWN, False)


def test_conditions_that_name_different_things_are_no_succession() -> None:
    order: Order[bool] = Order(agree=frozenset({Kind.CONDITION}))
    assert read(seen(True, 2, Kind.CONDITION), seen(False, 900, Kind.CONDITION), order=order).status is Status.CONFLICT


@pytest.mark.parametrize(("hours", "counts"), [(48, True), (49, False)])
def test_a_limit_in_hours_counts_hours(hours: int, counts: bool) -> None:  # noqa: FBT001
    fact: Fact[bool] = Fact(value=True, seen_in="Observation/1", on=NOW - timedelta(hours=hours))
    assert Age(now=NOW, hours=48).allows(fact) is counts


def test_a_limit_in_days_counts_days_of_the_calendar() -> None:
    fact: Fact[bool] = Fact(value=True, seen_in="Observation/1", on=NOW.replace(hour=0) - timedelta(days=7))
    assert Age(now=NOW.replace(hour=23), days=7).allows(fact)
