"""Which parts of words does a pattern need? In every text in which it finds anything, one of them stands.

A long pattern costs more than a look for its stems (`first_look`), and what the pattern itself tells of them cannot be forgotten
where words are added to it. What may not live here: stems that somebody chose (`languages`).
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any, Final, NamedTuple

# The library's own reading of patterns, which has no public name.
op: Any = import_module("re._constants")
_parser: Any = import_module("re._parser")

_MANY: Final = 24
"""Texts that a part of a pattern can stand for; of more, they are not listed."""
_TELLING: Final = 5
"""Letters that tell as much as longer words."""
_LETTERS: Final = 20.0
"""By how much one more letter makes a word rarer, about."""


class _Part(NamedTuple):
    """What is known of a part of a pattern.

    `whole`: all that it stands for; None: more than are listed. `needs`: what it needs; empty: not known.
    """

    whole: frozenset[str] | None
    needs: frozenset[str]


_ANYTHING: Final = _Part(None, frozenset())
_NO_LETTER: Final = frozenset({""})


def needed_by(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """The stems, one of which a text must hold; empty: none can be told, the pattern may find something anywhere."""
    if pattern.flags & re.IGNORECASE:
        return ()
    stems = {each.strip()[:_TELLING] for each in _of_sequence(_parser.parse(pattern.pattern, pattern.flags)).needs}
    return tuple(sorted(each for each in stems if not any(other != each and other in each for other in stems)))


def _of_sequence(items: Any) -> _Part:
    """Parts that follow each other: what they stand for together, if that can be listed, and the rarest that is needed."""
    run, listed, needs = _NO_LETTER, True, frozenset[str]()
    for kind, what in items.data:
        if kind is op.LITERAL:  # most are
            letter = chr(what)
            run = frozenset([before + letter for before in run])
            continue
        part = _of_item(kind, what)
        if part.whole is not None and len(run) * len(part.whole) <= _MANY:
            run = frozenset(before + after for before in run for after in part.whole)
        else:
            needs, listed = _rarer(needs, run), False
            run = part.whole or _NO_LETTER
        needs = _rarer(needs, part.needs)
    return _Part(run if listed else None, _rarer(needs, run))


def _of_item(kind: Any, what: Any) -> _Part:
    """One part; what is not known here needs nothing."""
    if kind is op.IN and all(each is op.LITERAL for each, _ in what):
        return _Part(frozenset(chr(each) for _, each in what), frozenset())
    if kind in (op.AT, op.ASSERT_NOT):
        return _Part(_NO_LETTER, frozenset())
    if kind is op.ASSERT:
        return _Part(_NO_LETTER, _of_sequence(what[1]).needs)
    if kind is op.SUBPATTERN and not what[1]:  # no flags of its own
        return _of_sequence(what[3])
    if kind is op.BRANCH:
        return _of_branches([_of_sequence(each) for each in what[1]])
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        return _of_repeated(*what)
    return _ANYTHING


def _of_branches(branches: list[_Part]) -> _Part:
    wholes, needs = [each.whole for each in branches if each.whole is not None], [each.needs for each in branches]
    listed = len(wholes) == len(branches)
    return _Part(
        frozenset().union(*wholes) if listed else None, frozenset().union(*needs) if all(needs) else frozenset()
    )


def _of_repeated(least: int, most: int, items: Any) -> _Part:
    part = _of_sequence(items)
    if (least, most) == (0, 1) and part.whole is not None:
        return _Part(part.whole | _NO_LETTER, frozenset())
    return _Part(None, part.needs) if least else _ANYTHING


def _rarer(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """Of two sets of which each is needed the one that fewer texts hold."""
    if not other or "" in other:
        return one
    return min(one, other, key=_commonness) if one else other


def _commonness(stems: frozenset[str]) -> float:
    """How many texts hold one of these, as a rough measure; signs and blanks tell nothing."""
    return sum([_LETTERS ** -min(sum(map(str.isalnum, each)), _TELLING) for each in stems])
