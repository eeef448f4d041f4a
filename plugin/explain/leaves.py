"""A single question of the grammar in words, as a statement and as its opposite.

`†` marks what counts as an alarm, `‡` what a record read in full without it answers with "no"; the page explains both. What may
not live here: how statements are joined (`phrases`), and any medicine.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from plugin.explain import names
from plugin.explain.statements import STATEMENTS, Pair
from plugin.grammar import (
    AgeBetween,
    AgeUnder,
    Alarm,
    AlarmNumber,
    Allowed,
    Conflicting,
    Contradicting,
    Drugs,
    Ends,
    Expression,
    Fired,
    Found,
    Gender,
    InPlay,
    Is,
    Known,
    Levels,
    Missing,
    Number,
    OnScale,
    PainAtLeast,
    PainContradicts,
    Painful,
    Parts,
    SinsContradicts,
    SinsWithin,
    TechniqueState,
    Threshold,
    Unread,
    Unrecorded,
    Varies,
    Wished,
)

_MORE = {">": "above", ">=": "at least", "<": "below", "<=": "at most"}
_OPPOSITE = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}


def leaf(expression: Expression) -> Pair | None:
    """The words of a question that is made of no other; None for one that is."""
    if type(expression) in STATEMENTS:
        return STATEMENTS[type(expression)]
    words = _WORDS.get(type(expression))
    return None if words is None else words(expression)


def _are(name: str, rest: str, mark: str = "") -> Pair:
    return f"{name} is {rest}{mark}", f"{name} is not {rest}{mark}"


def _valued(name: str, values: tuple[object, ...], mark: str = "") -> Pair:
    """A value of an item: "bone matrix is lytic", but "extension to the canal: yes"."""
    if values in ((True,), (False,)):
        return f"{name}: {names.value(values[0])}{mark}", f"{name}: {names.value(not values[0])}{mark}"
    if len(values) == 1 and name.startswith(names.value(values[0])):
        return _are(name, "recorded", mark)
    return _are(name, names.any_of(names.value(v) for v in values), mark)


def _compared(e: Any, mark: str = "") -> Pair:
    bound = e.bound.default if isinstance(e.bound, Threshold) else e.bound
    named = f" (`{e.bound.id}`)" if isinstance(e.bound, Threshold) else ""
    amount = f"{names.with_unit(bound, e.item.unit)}{named}{mark}"
    return (
        f"{names.item(e.item)} is {_MORE[e.how]} {amount}",
        f"{names.item(e.item)} is {_MORE[_OPPOSITE[e.how]]} {amount}",
    )


def _found(e: Any) -> Pair:
    what = names.any_of(names.value(v) for v in e.values) if e.values else names.item(e.item)
    first, name = names.value(e.values[0]) if e.values else what, names.item(e.item)
    where = "" if first in name or name in first else f" ({name})"
    return f"{what} on record{where}‡", f"no {what} on record{where}‡"


def _drugs(e: Any) -> Pair:
    what = names.any_of((*(names.value(c) for c in e.classes), *e.names))
    return f"{what} on the list of drugs", f"no {what} on the list of drugs"


def _allowed(e: Any) -> Pair:
    which = names.techniques(e.techniques)
    if e.worst is TechniqueState.AVOID:
        return f"{which} is offered", f"{which} is not offered"
    states = names.any_of(state.value for state in TechniqueState if state.rank <= e.worst.rank)
    return f"{which} is {states}", f"{which} is not {states}"


def _sins(e: Any) -> Pair:
    return (
        f"SINS lies wholly within {e.low} to {e.high}",
        f"SINS lies wholly outside {e.low} to {e.high}",
    )


def _contradicting(e: Any) -> Pair:
    these, those = (names.any_of(names.value(v) for v in side) for side in (e.these, e.those))
    return (
        f"{names.item(e.item)} is recorded both as {these} and as {those}",
        f"{names.item(e.item)} is recorded without such a clash",
    )


def _varies(e: Any) -> Pair:
    what = names.any_of(names.item(item) for item in e.items)
    return f"sources disagree about {what}", f"no source disagrees about {what}"


_WORDS: Mapping[type[Expression], Callable[[Any], Pair]] = {
    Is: lambda e: _valued(names.item(e.item), e.values),
    Alarm: lambda e: _valued(names.item(e.item), e.values, "†"),
    Number: _compared,
    AlarmNumber: lambda e: _compared(e, "†"),
    Painful: lambda e: (f"{names.item(e.item)} is above 0, on whatever scale", f"{names.item(e.item)} is 0"),
    PainAtLeast: lambda e: (
        f"{names.item(e.item)} is at least the limit that the site has set (`{e.limit.id}`)",
        f"{names.item(e.item)} is below the limit that the site has set (`{e.limit.id}`), or none is set",
    ),
    PainContradicts: lambda e: (
        f"of two values of {names.item(e.item)} one is 0 and one is not",
        f"values of {names.item(e.item)} do not contradict each other",
    ),
    OnScale: lambda e: _are(names.item(e.item), f"given with: {e.scale.value}"),
    Known: lambda e: _are(names.item(e.item), "known"),
    Missing: lambda e: (f"{names.item(e.item)} is not known", f"{names.item(e.item)} is known"),
    Conflicting: lambda e: (
        f"{names.item(e.item)} is contradictory",
        f"{names.item(e.item)} is not contradictory",
    ),
    Contradicting: _contradicting,
    Varies: _varies,
    Unread: lambda e: (
        f"{names.item(e.item)} could not be read in full",
        f"{names.item(e.item)} could be read in full",
    ),
    Unrecorded: lambda e: (f"nobody has recorded {names.item(e.item)}", f"{names.item(e.item)} is recorded"),
    Found: _found,
    Wished: lambda e: (f"{names.item(e.item)} is asked for‡", f"{names.item(e.item)} is not asked for‡"),
    Drugs: _drugs,
    SinsWithin: _sins,
    SinsContradicts: lambda _: (
        "the components of SINS contradict its recorded total",
        "the components of SINS do not contradict its recorded total",
    ),
    Levels: lambda e: (
        f"the lesion reaches a level of {e.first} to {e.last}",
        f"the lesion reaches no level of {e.first} to {e.last}",
    ),
    Parts: lambda e: (
        f"the lesion sits in the {names.any_of(names.value(p) for p in e.parts)}",
        f"the lesion does not sit in the {names.any_of(names.value(p) for p in e.parts)}",
    ),
    AgeUnder: lambda e: (f"the patient is under {e.years} years", f"the patient is {e.years} years or older"),
    AgeBetween: lambda e: (
        f"the patient is {e.low} to {e.high} years old",
        f"the patient is not {e.low} to {e.high} years old",
    ),
    Gender: lambda e: _are("the administrative gender", e.code),
    Ends: lambda e: _are("the outcome", names.any_of(f"`{o.value}`" for o in e.outcomes)),
    Fired: lambda e: (f"{names.any_of(e.rules)} applies", f"{names.any_of(e.rules)} does not apply"),
    Allowed: _allowed,
    InPlay: lambda e: _are(names.techniques(e.techniques), "in play"),
}
