"""The two checklists as Questionnaires: each line with its basis, shown by techniques and findings.

A line is a group: its words for this patient where they differ, whether it is settled, and what the chart says of it. What may
not live here: conditions (`forms`), and which answers a chart holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from fhir_profiles import forms
from fhir_profiles.drafting import Checklist
from fhir_profiles.forms import Asked, Clause, Finding, Shows
from fhir_profiles.publishing.code_systems import order_concepts
from fhir_profiles.publishing.heading import heading, said_basis
from plugin.answer import Answer
from plugin.evidence import Technique
from plugin.explain.filling import filled
from plugin.grammar import ChecklistItem

_TITLES: Final = {
    Checklist.ANAESTHESIA: "Anaesthesia checklist",
    Checklist.THERMALPROTECTION: "Thermal-protection checklist",
}
_SHOWN: Final[Mapping[Shows, tuple[str, Answer]]] = {
    Shows.UNLESS_NO: ("!=", Answer.NO),
    Shows.UNLESS_YES: ("!=", Answer.YES),
    Shows.IF_YES: ("=", Answer.YES),
    Shows.IF_NO: ("=", Answer.NO),
}


def questionnaires() -> Iterator[dict[str, Any]]:
    """Both of them."""
    for checklist in Checklist:
        items = checklist.items
        what = (
            f"{_TITLES[checklist]} for percutaneous treatment of a spinal tumour. A line shows if its condition is true or not "
            "known for at least one technique in play."
        )
        yield heading("Questionnaire", checklist.value, _TITLES[checklist], what) | {
            "subjectType": ["Patient"],
            "item": [_plan(items), *(_placed(item) for item in items)],
        }


def _plan(items: Sequence[ChecklistItem]) -> dict[str, Any]:
    technique = {
        "linkId": forms.TECHNIQUE,
        "text": "Which techniques are in play?",
        "type": "choice",
        "repeats": True,
        "answerOption": [{"valueCoding": _named(each)} for each in Technique],
    }
    return {
        "linkId": forms.PLAN,
        "text": "What is planned, and what is known",
        "type": "group",
        "item": [technique, *(_question(each) for each in forms.findings(items))],
    }


def _named(technique: Technique) -> dict[str, str]:
    coding = forms.coding(technique)
    return coding | {"display": order_concepts()[coding["code"]]}


def _question(asked: Asked) -> dict[str, Any]:
    """Until it is answered, mostly not known: what hangs on it then shows."""
    options: list[dict[str, Any]] = []
    for answer, coding in forms.ANSWERS.items():
        at_first = {"initialSelected": True} if answer == asked.at_first else {}
        options.append({"valueCoding": dict(coding), **at_first})
    return {"linkId": asked.link_id, "text": asked.words, "type": "choice", "answerOption": options}


def _placed(item: ChecklistItem) -> dict[str, Any]:
    """The line in its groups, each behind one clause of its condition."""
    conditions = [_enabled(clause) for clause in forms.clauses(item.when)]
    placed = _line(item, conditions[-1] if conditions else {})
    for link_id, condition in zip(reversed(forms.groups(item)), reversed(conditions[:-1]), strict=True):
        placed = {"linkId": link_id, "type": "group", **condition, "item": [placed]}
    return placed


def _line(item: ChecklistItem, condition: dict[str, Any]) -> dict[str, Any]:
    return {
        "linkId": item.id,
        "prefix": item.id,
        "text": filled(item.words),
        "type": "group",
        **condition,
        "item": [
            {"linkId": f"{item.id}.words", "text": "For this patient", "type": "string"},
            {"linkId": f"{item.id}.settled", "text": "Settled", "type": "boolean"},
            *_chart(item),
            {"linkId": f"{item.id}.basis", "text": said_basis(item.basis, item.sources), "type": "display"},
        ],
    }


def _chart(item: ChecklistItem) -> Iterator[dict[str, Any]]:
    """What the chart says of the line: value, age and source in words. Typed answers would stand here beside it."""
    yield {"linkId": f"{item.id}.chart", "text": "In the chart", "type": "string", "repeats": True}


def _enabled(clause: Clause) -> dict[str, Any]:
    listed = [_condition(literal) for literal in clause]
    return {"enableWhen": listed} | ({"enableBehavior": "any"} if len(listed) > 1 else {})


def _condition(literal: Technique | Finding) -> dict[str, Any]:
    if isinstance(literal, Technique):
        return {"question": forms.TECHNIQUE, "operator": "=", "answerCoding": forms.coding(literal)}
    operator, answer = _SHOWN[literal.shows]
    return {
        "question": literal.asked.link_id,
        "operator": operator,
        "answerCoding": {key: forms.ANSWERS[answer][key] for key in ("system", "code")},
    }
