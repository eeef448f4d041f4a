"""Questions about recorded items (`plugin.grammar.records`) as formulas over their readings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import z3  # type: ignore[import-untyped]

from plugin.evidence import PainScale
from plugin.grammar import (
    Alarm,
    AlarmNumber,
    Conflicting,
    Contradicting,
    Drugs,
    Found,
    Is,
    Item,
    Known,
    Missing,
    Number,
    OnScale,
    PainAtLeast,
    PainContradicts,
    Painful,
    SinsContradicts,
    SinsWithin,
    Unread,
    Unrecorded,
    Varies,
    Wished,
)
from plugin.grammar.records import Compare
from plugin.scores import SINS_MAX, SINS_POINTS
from tests.proofs.joined import known
from tests.proofs.kleene import FALSE, NO, Formula, Kleene, every, isnt, settled, some
from tests.proofs.readings import Seen, Size
from tests.proofs.world import World, translates

_COMPARE: Mapping[Compare, Callable[[Any, Any], Formula]] = {
    Compare.ABOVE: lambda v, b: v > b,
    Compare.AT_LEAST: lambda v, b: v >= b,
    Compare.BELOW: lambda v, b: v < b,
    Compare.AT_MOST: lambda v, b: v <= b,
}
_FROM_ABOVE = (Compare.ABOVE, Compare.AT_LEAST)


@translates(Is)
def _is(world: World, question: Is[Any]) -> Kleene:
    one = world.reading(question.item)
    if one.number is not None:
        return known(one.known, some(one.number == value for value in question.values))
    return known(one.known, some(one.value[value] for value in question.values))


@translates(Number)
def _number(world: World, question: Number) -> Kleene:
    one = world.reading(question.item)
    return known(one.known, _COMPARE[Compare(question.how)](one.number, world.bound(question.bound)))


@translates(AlarmNumber)
def _alarm_number(world: World, question: AlarmNumber) -> Kleene:
    one, how = world.reading(question.item), Compare(question.how)
    extreme = one.highest if how in _FROM_ABOVE else one.lowest
    alarmed = every((one.alarmed, _COMPARE[how](extreme, world.bound(question.bound))))
    return Kleene(alarmed, every((isnt(alarmed), one.known)))


@translates(Painful)
def _painful(world: World, question: Painful) -> Kleene:
    one = world.reading(question.item)
    read = isnt(one.unread)
    return Kleene(
        some((every((one.known, one.number > 0)), every((one.all_above, read)))),
        some((every((one.known, one.number <= 0)), every((one.all_zero, read)))),
    )


@translates(PainContradicts)
def _pain_contradicts(world: World, question: PainContradicts) -> Kleene:
    one = world.reading(question.item)
    return settled(every((one.conflict, isnt(one.all_above), isnt(one.all_zero))))


@translates(PainAtLeast)
def _pain_at_least(world: World, question: PainAtLeast) -> Kleene:
    one, is_set = world.reading(question.item), world.patient.around.set_here[question.limit.id]
    on_scale = every((one.known, one.value[PainScale.VAS_MM]))
    said = known(on_scale, one.number >= world.bound(question.limit))
    return said.where(is_set, NO)


@translates(OnScale)
def _on_scale(world: World, question: OnScale) -> Kleene:
    one = world.reading(question.item)
    return known(one.known, one.value[question.scale])


@translates(Known)
def _known(world: World, question: Known) -> Kleene:
    return settled(world.reading(question.item).known)


@translates(Missing)
def _missing(world: World, question: Missing) -> Kleene:
    return ~settled(world.reading(question.item).known)


@translates(Conflicting)
def _conflicting(world: World, question: Conflicting) -> Kleene:
    return settled(world.reading(question.item).conflict)


@translates(Unread)
def _unread(world: World, question: Unread) -> Kleene:
    return settled(world.reading(question.item).unread)


@translates(Contradicting)
def _contradicting(world: World, question: Contradicting[Any]) -> Kleene:
    one = world.reading(question.item)
    both = (some(one.fact[value] for value in side) for side in (question.these, question.those))
    return settled(every((one.conflict, *both)))


@translates(Varies)
def _varies(world: World, question: Varies) -> Kleene:
    return settled(some(world.reading(item).disagree for item in question.items))


@translates(Alarm)
def _alarm(world: World, question: Alarm[Any]) -> Kleene:
    one = world.reading(question.item)
    current = some(one.alarm[value] for value in question.values)
    others = some(told for value, told in one.fact.items() if value not in question.values)
    yes = some((current, every((one.conflict, isnt(others)))))
    return Kleene(yes, every((isnt(yes), one.known)))


@translates(Found)
def _found(world: World, question: Found[Any]) -> Kleene:
    one = world.reading(question.item)
    wanted = question.values or tuple(one.alarm)
    current = some(one.alarm[value] for value in wanted)
    firm = some(every((one.alarm[value], one.fact[value])) for value in wanted)
    yes = some((every((current, one.unread)), every((firm, one.known))))
    doubtful = some((one.unread, current, one.conflict))
    return Kleene(yes, every((isnt(yes), isnt(doubtful))))


@translates(Wished)
def _wished(world: World, question: Wished) -> Kleene:
    one = world.reading(question.item)
    open_ = some((one.unread, one.conflict, one.aside))
    said = known(one.known, one.value[True])
    return Kleene(said.yes, some((said.no, every((isnt(one.known), isnt(open_))))))


@translates(Unrecorded)
def _unrecorded(world: World, question: Unrecorded) -> Kleene:
    one = world.reading(question.item)
    return settled(isnt(some((one.facts, one.aside))))


@translates(Drugs)
def _drugs(world: World, question: Drugs) -> Kleene:
    one = world.reading(question.item)
    listed = some(one.alarm[each] for each in (*question.classes, *question.names))
    return Kleene(listed, every((isnt(listed), isnt(one.unread))))


def _counting(one: Seen, in_part: Formula) -> tuple[Formula, Size]:
    """There is a value of a component or total that counts, and which; `in_part`: also one from a source read in part."""
    if in_part is FALSE:
        return one.known, one.number
    single = every((in_part, one.alarmed, one.lowest == one.highest))
    return some((one.known, single)), z3.If(one.known, one.number, one.lowest)


def _range(world: World, components: tuple[tuple[str, Item[int]], ...], in_part: Formula) -> tuple[Formula, Size, Size]:
    """Some component is there, and the lowest and highest sum that the components allow (X-10)."""
    lows, highs, there = [], [], []
    for name, item in components:
        counts, value = _counting(world.reading(item), in_part)
        points = SINS_POINTS[name]
        valid = every((counts, some(value == point for point in points)))
        there.append(valid)
        lows.append(z3.If(valid, value, min(points)))
        highs.append(z3.If(valid, value, max(points)))
    return some(there), z3.Sum(lows), z3.Sum(highs)


@translates(SinsWithin)
def _sins_within(world: World, question: SinsWithin) -> Kleene:
    reading = world.reading(question.total)
    in_part = isnt(reading.known) if question.alarming else FALSE
    counts, total = _counting(reading, in_part)
    some_there, low, high = _range(world, question.components, in_part)
    fits = z3.If(some_there, z3.And(low <= total, total <= high), z3.And(total >= 0, total <= SINS_MAX))
    computable = every((isnt(reading.conflict), z3.If(counts, fits, some_there)))
    lowest, highest = (z3.If(counts, total, each) for each in (low, high))
    within = z3.And(question.low <= lowest, highest <= question.high)
    meets = z3.And(lowest <= question.high, question.low <= highest)
    return Kleene(every((computable, within)), every((computable, isnt(meets))))


@translates(SinsContradicts)
def _sins_contradicts(world: World, question: SinsContradicts) -> Kleene:
    total = world.reading(question.total)
    some_there, low, high = _range(world, question.components, FALSE)
    outside = isnt(z3.And(low <= total.number, total.number <= high))
    return settled(every((total.known, some_there, outside)))
