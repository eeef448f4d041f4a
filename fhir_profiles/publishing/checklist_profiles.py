"""What is a checklist that we suggest? Profiles of its Task, and of the form that the Task holds.

What may not live here: the lists (`questionnaires`), and how a Task is filled (`drafting.checklists`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from fhir_profiles.drafting import Checklist
from fhir_profiles.drafting.checklists import SDC
from fhir_profiles.publishing.elements import coded, element, profile, refers_to, rule, sliced, types
from fhir_profiles.publishing.heading import canonical

TASK: Final = "checklist-task"
FORM: Final = "checklist-response"
_FORM: Final = "contained.where($this is QuestionnaireResponse)"


def checklist_profiles() -> Iterator[dict[str, Any]]:
    """The form, and the Task that asks for it."""
    yield profile(
        FORM,
        "QuestionnaireResponse",
        ("A checklist, filled in as far as it is", "The answers to one of our two questionnaires for one patient."),
        [
            element("QuestionnaireResponse.questionnaire", low=1),
            element("QuestionnaireResponse.subject", low=1, **refers_to("Patient")),
            element("QuestionnaireResponse.encounter", **refers_to("Encounter")),
            element("QuestionnaireResponse.item", low=1),
        ],
        rules=[rule("form-1", "it answers one of our two questionnaires", _one_of_ours("questionnaire"))],
    )
    yield profile(
        TASK,
        "Task",
        (
            "A checklist to be completed",
            "A new draft that we suggest: complete this questionnaire, its form contained.",
        ),
        list(_task()),
        rules=[
            rule(
                "task-1",
                "it holds one form, and is about it",
                f"{_FORM}.count() = 1 and focus.reference = '#' + {_FORM}.id",
            ),
            rule(
                "task-2", "the form is of the questionnaire that is asked for", f"{_FORM}.questionnaire = input.value"
            ),
            rule("task-3", "the form is of the same patient", f"{_FORM}.subject.reference = for.reference"),
        ],
    )


def _task() -> Iterator[dict[str, Any]]:
    yield element("Task.contained", low=1, high="1", type=[_typed("Resource", FORM)])
    yield element("Task.status", patternCode="draft")
    yield element("Task.intent", patternCode="proposal")
    yield element("Task.code", low=1, **coded(SDC, "complete-questionnaire"))
    yield element("Task.focus", low=1)
    yield element("Task.for", low=1, **refers_to("Patient"))
    yield element("Task.encounter", **refers_to("Encounter"))
    yield element("Task.input", low=1, **sliced("type"))
    yield element("Task.input:questionnaire", low=1, high="1")
    yield element("Task.input:questionnaire.type", **coded(SDC, "questionnaire"))
    ours = rule("task-4", "one of our two questionnaires", _one_of_ours("$this"))
    yield element("Task.input:questionnaire.value[x]", **types("canonical"), constraint=[ours])


def _typed(code: str, of: str) -> dict[str, Any]:
    return {"code": code, "profile": [canonical("StructureDefinition", of)]}


def _one_of_ours(member: str) -> str:
    """Of whatever version."""
    return " or ".join(
        f"{member} = '{each.canonical}' or {member}.startsWith('{each.canonical}|')" for each in Checklist
    )
