"""When does a line of a checklist's form show? Its condition as FHIR's enableWhen can say it: techniques and findings.

A line shows if its condition is true or not known (part C). enableWhen knows one level of "all" or "any" only, so a condition is
brought into clauses, each "any of these"; a line with several clauses stands in as many groups, each behind one of them. What may
not live here: the Questionnaire around it (`publishing`), and any condition.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from itertools import product
from typing import Any, Final, TypeAlias

from fhir_profiles.codes import ORDER_CONCEPT
from plugin.answer import Answer
from plugin.evidence import Technique
from plugin.explain.filling import filled
from plugin.grammar import (
    Allowed,
    Always,
    ChecklistItem,
    Criterion,
    Expression,
    InPlay,
    Never,
    Perhaps,
    Surely,
)
from plugin.grammar.expressions import Both, Either, Opposite
from plugin.grammar.inspection import questions_in
from plugin.knowledge import KNOWLEDGE

PLAN: Final = "plan"
TECHNIQUE: Final = "plan.technique"
"""The linkIds of what stands before the lines: the group, and its question for the techniques in play."""


class Shows(Enum):
    """Which answer to a question shows a line: any but this one, or this one alone."""

    UNLESS_NO = "unless no"
    UNLESS_YES = "unless yes"
    IF_YES = "if yes"
    IF_NO = "if no"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that stands before the lines, by its id, with its words; what counts until it is answered."""

    id: str
    words: str
    at_first: Answer = Answer.UNKNOWN

    @property
    def link_id(self) -> str:
        """As the form has it."""
        return f"{PLAN}.{self.id}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer that shows a line."""

    asked: Asked
    shows: Shows


Literal: TypeAlias = Technique | Finding
Clause: TypeAlias = tuple[Literal, ...]
"""Any of these."""

_YES_NO: Final = "http://terminology.hl7.org/CodeSystem/v2-0136"
_NO_ANSWER: Final = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
ANSWERS: Final[Mapping[Answer, Mapping[str, str]]] = {
    Answer.YES: {"system": _YES_NO, "code": "Y", "display": "Yes"},
    Answer.NO: {"system": _YES_NO, "code": "N", "display": "No"},
    Answer.UNKNOWN: {"system": _NO_ANSWER, "code": "unknown", "display": "Unknown"},
}
"""The answers to a question about a finding."""
_OTHERS: Final[Mapping[str, tuple[str, Answer]]] = {
    "cryo-fluid": ("Does this hospital allow 5 % dextrose with cryoablation?", Answer.NO),
    "several-levels": ("Is more than one level treated?", Answer.UNKNOWN),
}
"""Questions that are no criteria: of the hospital, and of the plan."""


@cache
def clauses(condition: Expression) -> tuple[Clause, ...]:
    """The condition as clauses that all must hold, those about techniques first; none: always.

    Raises TypeError for a condition that a form cannot ask.
    """
    found = dict.fromkeys(_clauses(condition))
    needed = [each for each in found if not any(set(other) < set(each) for other in found)]
    return tuple(sorted(needed, key=lambda each: not all(isinstance(literal, Technique) for literal in each)))


def _clauses(condition: Expression) -> tuple[Clause, ...]:
    match condition:
        case Always():
            return ()
        case Never():
            return ((),)
        case InPlay(techniques=techniques) | Allowed(techniques=techniques):
            return (tuple(techniques),)
        case Both(left=left, right=right):
            return (*_clauses(left), *_clauses(right))
        case Either(left=left, right=right):
            pairs = product(_clauses(left), _clauses(right))
            return tuple(tuple(dict.fromkeys((*one, *other))) for one, other in pairs)
        case _:
            return ((_finding(condition),),)


def _finding(condition: Expression) -> Finding:
    match condition:
        case Opposite(inner=Perhaps(inner=inner)):
            return Finding(_asked(inner), Shows.IF_NO)
        case Opposite(inner=Surely(inner=inner)) | Opposite(inner=inner):
            return Finding(_asked(inner), Shows.UNLESS_YES)
        case Surely(inner=inner):
            return Finding(_asked(inner), Shows.IF_YES)
        case Perhaps(inner=inner):
            return Finding(_asked(inner), Shows.UNLESS_NO)
        case _:
            return Finding(_asked(condition), Shows.UNLESS_NO)


def _asked(question: Expression) -> Asked:
    match questions_in(question):
        case ((identifier, Criterion(question=words)),):
            return Asked(identifier, words)
        case ((identifier, _),):
            return Asked(identifier, *_OTHERS[identifier])
        case _:
            raise TypeError(f"a form cannot ask {type(question).__name__}")


@cache
def concept_for(technique: Technique) -> str:
    """The order concept that stands for a technique in a form."""
    return next(item.id for item in KNOWLEDGE.order_items if item.technique is technique)


def findings(items: Iterable[ChecklistItem]) -> tuple[Asked, ...]:
    """The questions, beside that for techniques, that the lines of a list hang on; each once, in order."""
    return _findings(tuple([item.when for item in items]))


@cache  # the two lists of the knowledge, for every form that is filled in
def _findings(conditions: tuple[Expression, ...]) -> tuple[Asked, ...]:
    literals = (literal for condition in conditions for clause in clauses(condition) for literal in clause)
    return tuple(dict.fromkeys(literal.asked for literal in literals if isinstance(literal, Finding)))


def groups(item: ChecklistItem) -> tuple[str, ...]:
    """The linkIds of the groups that a line stands in, the outermost first: one for each clause but the last."""
    return tuple(f"{item.id}.if-{number}" for number in range(1, len(clauses(item.when))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What stands before the lines: the techniques in play, and how the record answers each question, by its id."""

    techniques: tuple[Technique, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)


def filled_in(planned: Planned, items: Iterable[ChecklistItem]) -> dict[str, Any]:
    """The first group of a filled-in form; without it the engine takes every line that hangs on something for shut."""
    techniques = [{"valueCoding": coding(each)} for each in planned.techniques]
    asked = [each for each in findings(items) if each.id in planned.answers]
    lines = [{"linkId": TECHNIQUE, "answer": techniques}] if techniques else []
    lines += [{"linkId": each.link_id, "answer": [_answer(planned.answers[each.id])]} for each in asked]
    return {"linkId": PLAN} | ({"item": lines} if lines else {})


def _answer(answer: Answer) -> dict[str, Any]:
    return {"valueCoding": {name: ANSWERS[answer][name] for name in ("system", "code")}}


def coding(technique: Technique) -> dict[str, str]:
    """A technique as an answer."""
    return {"system": ORDER_CONCEPT, "code": concept_for(technique)}


def line(identifier: str, words: str, *, chart: Sequence[str] = (), settled: bool = False) -> dict[str, Any]:
    """A line of a filled-in form, in its groups: what the chart says of it, and whether that settles it.

    A form may only repeat the questionnaire's own text. Words that differ, for this patient, this site or in another language,
    stand in the line as an answer. What is not settled is left for a person to answer.
    """
    own: dict[str, Any] = {"linkId": identifier}
    told: list[dict[str, Any]] = []
    if words == _TEXTS.get(identifier, words):
        own["text"] = words
    else:
        told.append({"linkId": f"{identifier}.words", "answer": [{"valueString": words}]})
    if settled:
        told.append({"linkId": f"{identifier}.settled", "answer": [{"valueBoolean": True}]})
    if chart:
        told.append({"linkId": f"{identifier}.chart", "answer": [{"valueString": each} for each in chart]})
    return _in_place(own | ({"item": told} if told else {}))


def _in_place(line: Mapping[str, Any]) -> dict[str, Any]:
    """The line in the groups that it stands in; `linkId` says which line it is."""
    placed = dict(line)
    for link_id in reversed(_GROUPS.get(line["linkId"], ())):
        placed = {"linkId": link_id, "item": [placed]}
    return placed


_LINES: Final = (*KNOWLEDGE.anaesthesia, *KNOWLEDGE.protection)
_GROUPS: Final[Mapping[str, tuple[str, ...]]] = {item.id: groups(item) for item in _LINES}
_TEXTS: Final[Mapping[str, str]] = {item.id: filled(item.words) for item in _LINES}
