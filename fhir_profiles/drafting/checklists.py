"""How does a checklist become a FHIR Task? "Complete this questionnaire", the form it is answered in contained.

The form has the lines of this patient. It is filled in as far as they hang on techniques and findings, and with what the chart
answers to them. It has no `authored`, for whoever drafts has no clock. What may not live here: which items there are, and any
sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from fhir_profiles.codes import BASE
from fhir_profiles.drafting.occasion import Json, Occasion, Wanted
from fhir_profiles.forms import Planned, filled_in, line
from fhir_profiles.resources import member, members, word
from plugin.grammar import ChecklistItem
from plugin.knowledge import KNOWLEDGE

SDC: Final = "http://hl7.org/fhir/uv/sdc/CodeSystem/temp"
_FORM_ID: Final = "form"


class Checklist(StrEnum):
    """Our two questionnaires, by their ids."""

    ANAESTHESIA = "anaesthesia-checklist"
    THERMALPROTECTION = "thermal-protection-checklist"

    @property
    def canonical(self) -> str:
        """The address of the questionnaire."""
        return f"{BASE}/Questionnaire/{self.value}"

    @property
    def items(self) -> tuple[ChecklistItem, ...]:
        """Every line that the questionnaire has."""
        return KNOWLEDGE.anaesthesia if self is Checklist.ANAESTHESIA else KNOWLEDGE.protection


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """One checklist of one lesion: `title` says in words which it is and for which lesion; what is planned; the lines shown.

    `chart` is what the chart answers to a line, by its id, each answer with source and date; `settled` are the lines that are
    settled by it.
    """

    checklist: Checklist
    title: str
    planned: Planned
    items: tuple[Wanted, ...]
    chart: Mapping[str, Sequence[str]] = field(default_factory=dict)
    settled: frozenset[str] = frozenset()


def checklist_task(filled: Filled, occasion: Occasion, *, temporary_id: str) -> dict[str, Any]:
    """The whole Task."""
    checklist, title = filled.checklist, filled.title
    whose = {"reference": f"Patient/{occasion.patient_id}"}
    during = {"encounter": {"reference": f"Encounter/{occasion.encounter_id}"}} if occasion.encounter_id else {}
    form = {
        "resourceType": "QuestionnaireResponse",
        "id": _FORM_ID,
        "questionnaire": checklist.canonical,
        "status": "in-progress",
        "subject": whose,
        **during,
        "item": [filled_in(filled.planned, checklist.items), *(_line(item, filled) for item in filled.items)],
    }
    return {
        "resourceType": "Task",
        "id": temporary_id,
        "contained": [form],
        "status": "draft",
        "intent": "proposal",
        "code": {"coding": [{"system": SDC, "code": "complete-questionnaire"}], "text": title},
        "focus": {"reference": f"#{_FORM_ID}"},  # what is contained must be referred to (dom-3)
        "for": whose,
        **during,
        "input": [
            {
                "type": {"coding": [{"system": SDC, "code": "questionnaire"}]},
                "valueCanonical": checklist.canonical,
            }
        ],
    }


def _line(item: Wanted, filled: Filled) -> dict[str, Any]:
    return line(item.id, item.words, chart=filled.chart.get(item.id, ()), settled=item.id in filled.settled)


def asks_for(draft: Json, checklist: Checklist) -> bool:
    """Is this draft a Task for the same questionnaire, of whatever version?"""
    if draft.get("resourceType") != "Task":
        return False
    named = (word(each, "valueCanonical") or "" for each in members(draft, "input"))
    return any(each.partition("|")[0] == checklist.canonical for each in named)


def title_of(task: Json) -> str:
    """What a Task is called, as `checklist_task` writes it; "" where nothing is written there."""
    return word(member(task, "code") or {}, "text") or ""
