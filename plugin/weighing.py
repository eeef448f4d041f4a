"""Which of several recorded facts counts? The reading order of part F.5, whatever the item.

What may not live here: what a fact is (`answer`), and which order an item has (`knowledge.facts`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from plugin.answer import NOTHING_READ, Age, Fact, Kind, Order, Reading, Recorded, Standing, Status, V

_PLAIN: Final[Order[Any]] = Order()


def _newest_first(facts: Iterable[Fact[V]]) -> list[Fact[V]]:
    found = list(facts)
    if len(found) > 1:
        found.sort(key=lambda f: (f.on is not None, f.on.timestamp() if f.on else 0.0, f.seen_in), reverse=True)
    return found


def weigh(recorded: Recorded[V], *, age: Age | None = None, order: Order[V] | None = None) -> Reading[V]:
    """Which value counts, by the reading order of F.5; what does not count is kept to be shown."""
    if not recorded.facts:
        return NOTHING_READ[recorded.unread]
    order = order or _PLAIN
    only = recorded.facts[0] if len(recorded.facts) == 1 else None
    if only is not None and only.standing is Standing.FIRM and (age is None or age.allows(only)):
        return _alone(only, order, unread=recorded.unread)
    fresh = [f for f in recorded.facts if age is None or age.allows(f)]
    current, superseded, clash = _current(firm := [f for f in fresh if f.standing is Standing.FIRM], order)
    stated = bool(current) and order.first[:1] == (Kind.STATEMENT,) and current[0].kind is Kind.STATEMENT
    values = {f.value for f in current}
    clash = clash or len(values) > 1
    raised = {f.value for f in fresh if f.standing is Standing.TENTATIVE and not _is_overtaken(f, firm, order)}
    disagree = clash or any(f.value not in values for f in superseded)
    if not clash and not stated and any(_reopens(f, current) for f in fresh if f.standing is Standing.DOUBTED):
        current = []
    settled = bool(current) and not clash and (stated or not recorded.unread)
    counting = set(map(id, current))  # two facts that are equal are weighed alike
    return Reading(
        status=Status.CONFLICT if clash else Status.KNOWN if settled else Status.UNKNOWN,
        value=current[0].value if settled else None,
        facts=tuple(_newest_first(current)),
        aside=tuple(_newest_first(f for f in recorded.facts if id(f) not in counting)),
        disagree=disagree,
        alarms=frozenset(raised if clash else raised | values),
        unread=recorded.unread,
    )


def _alone(fact: Fact[V], order: Order[V], *, unread: bool) -> Reading[V]:
    """What most items come to: one fact, firm and not too old, with nothing to be weighed against."""
    settled = not unread or (order.first[:1] == (Kind.STATEMENT,) and fact.kind is Kind.STATEMENT)
    return Reading(
        status=Status.KNOWN if settled else Status.UNKNOWN,
        value=fact.value if settled else None,
        facts=(fact,),
        alarms=frozenset({fact.value}),
        unread=unread,
    )


def _reopens(doubt: Fact[V], current: list[Fact[V]]) -> bool:
    """Is what counts no newer than a report that leaves something else open? Doubt that points the same way opens nothing."""
    return all(f.value != doubt.value and not _is_newer(f, doubt) for f in current)


def _is_overtaken(alarm: Fact[V], firm: list[Fact[V]], order: Order[V]) -> bool:
    """Does a newer firm fact of its kind replace it, as it would replace a firm one (F.5 rules 2 and 5)?"""
    newer = (f for f in firm if _is_newer(f, alarm) and (order.series or f.kind is alarm.kind))
    over = any(alarm.value not in order.sticky or _cancels(f, alarm, order.by) for f in newer)
    return over and alarm.kind not in order.agree


def _is_newer(one: Fact[V], other: Fact[V]) -> bool:
    return one.on is not None and other.on is not None and one.on > other.on


def _current(firm: list[Fact[V]], order: Order[V]) -> tuple[list[Fact[V]], list[Fact[V]], bool]:
    """The facts that count, the ones they replace, and whether a newer value may not cancel an older one."""
    if len(firm) == 1:
        return firm, [], False
    for kind in order.first:
        deciding = [f for f in firm if f.kind is kind]
        if deciding:
            current, replaced, clash = _series(_newest_first(deciding), order)
            return current, [*replaced, *(f for f in firm if f.kind is not kind)], clash
    return _all_kinds(firm, order)


def _all_kinds(firm: list[Fact[V]], order: Order[V]) -> tuple[list[Fact[V]], list[Fact[V]], bool]:
    current: list[Fact[V]] = []
    superseded: list[Fact[V]] = []
    clash = False
    for kind, ranked in _by_kind(firm, series=order.series):
        if kind in order.agree:
            current.extend(ranked)
            continue
        counting, replaced, contradict = _series(ranked, order)
        current.extend(counting)
        superseded.extend(replaced)
        clash = clash or contradict
    return current, superseded, clash


def _series(ranked: list[Fact[V]], order: Order[V]) -> tuple[list[Fact[V]], list[Fact[V]], bool]:
    """Facts of one kind, newest first: the newest counts, beside those of the same time and those it may not cancel."""
    newest, older = ranked[0], ranked[1:]
    stays = [f.on == newest.on or (f.value in order.sticky and not _cancels(newest, f, order.by)) for f in older]
    standing = [f for f, kept in zip(older, stays, strict=True) if kept]
    replaced = [f for f, kept in zip(older, stays, strict=True) if not kept]
    return [newest, *standing], replaced, any(f.value != newest.value for f in standing)


def _by_kind(firm: list[Fact[V]], *, series: bool) -> list[tuple[Kind, list[Fact[V]]]]:
    if series:
        return [(Kind.RECORD, _newest_first(firm))] if firm else []
    groups = ((kind, [f for f in firm if f.kind is kind]) for kind in Kind)
    return [(kind, _newest_first(found)) for kind, found in groups if found]


def _cancels(newer: Fact[V], older: Fact[V], by: frozenset[str]) -> bool:
    if newer.value == older.value or newer.resolved:
        return True
    return bool(newer.modality) and newer.modality == older.modality and (not by or newer.modality in by)
