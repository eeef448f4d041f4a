"""When does an item belong to one order set? Its condition as far as pathway and technique leave it open, in plain words.

The words are those of the clinicians' pages, each question written out. What may not live here: any condition of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from plugin.evidence import Technique
from plugin.explain import names
from plugin.explain.declared import questions
from plugin.explain.phrases import phrases
from plugin.grammar import Allowed, Always, Ends, Expression, InPlay, Never, Outcome, Perhaps, Surely, TechniqueState
from plugin.grammar.expressions import Both, Either, Opposite
from plugin.knowledge import KNOWLEDGE

_LINK: Final = re.compile(r"(not )?\[([^\]]+)\]\(questions\.md#([^)]*)\)")
_MARKS: Final = str.maketrans("", "", "`†‡*")
_SAY: Final = phrases(KNOWLEDGE)
_ALWAYS: Final = Always()
_NEVER: Final = Never()
_QUESTIONS: Final = {criterion.id.lower(): criterion for criterion in questions(KNOWLEDGE)}
CEMENT_ALLOWED: Final = Allowed((Technique.CEMENT,), TechniqueState.ACCEPTABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderSet:
    """One order set: the outcome it belongs to (None: any), its technique, and whether cement may stand in it."""

    outcome: Outcome | None
    technique: Technique | None = None
    cement: bool = False


def within(condition: Expression, order_set: OrderSet) -> Expression:
    """What the set leaves open of a condition; Always or Never where it settles it."""
    match condition:
        case InPlay(techniques=techniques):
            return _in_play(techniques, order_set)
        case Ends(outcomes=outcomes) if order_set.outcome is not None:
            return _ALWAYS if order_set.outcome in outcomes else _NEVER
        case Both(left=left, right=right):
            return _joined(within(left, order_set), within(right, order_set), settles=Never, kind=Both)
        case Either(left=left, right=right):
            return _joined(within(left, order_set), within(right, order_set), settles=Always, kind=Either)
        case Opposite(inner=inner):
            return _opposite(within(inner, order_set))
        case Surely(inner=inner) | Perhaps(inner=inner):
            left = within(inner, order_set)
            return left if isinstance(left, Always | Never) else condition
        case _:
            return condition


def _in_play(techniques: tuple[Technique, ...], order_set: OrderSet) -> Expression:
    if order_set.technique in techniques:
        return _ALWAYS
    return CEMENT_ALLOWED if order_set.cement and Technique.CEMENT in techniques else _NEVER


def _joined(left: Expression, right: Expression, *, settles: type[Expression], kind: type[Both | Either]) -> Expression:
    """What settles the whole does so from either side; what does not falls away."""
    if isinstance(left, settles) or isinstance(right, settles):
        return settles()
    if isinstance(left, Always | Never):
        return right
    return left if isinstance(right, Always | Never) else kind(left, right)


def _opposite(inner: Expression) -> Expression:
    if isinstance(inner, Always | Never):
        return _NEVER if isinstance(inner, Always) else _ALWAYS
    return Opposite(inner)


def in_words(condition: Expression, *, so: bool = True) -> str:
    """The statement that the condition holds, or (`so` False) that it does not."""
    return _LINK.sub(_spelt, _SAY.say(condition, so=so)).translate(_MARKS)


def _spelt(link: re.Match[str]) -> str:
    """A question that the pages only name is written out here."""
    denied, text, place = link.groups(default="")
    question = _QUESTIONS[place]
    if text == question.id:
        return f"{denied}“{question.question}”"
    if text == names.question(question.id):
        return f"“{question.question}” is answered {'no' if denied else 'yes'}"
    return denied + text


def applicability(words: str) -> dict[str, Any]:
    """A condition of an action, in words. To a machine it is FHIRPath's empty collection, "not known": it must ask."""
    return {
        "kind": "applicability",
        "expression": {"description": words, "language": "text/fhirpath", "expression": "{}"},
    }
