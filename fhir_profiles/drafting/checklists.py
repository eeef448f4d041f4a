"""How does a checklist become a FHIR Task? "Complete this questionnaire", the form it is answered in contained.

The form has the items of this patient and no answer: filling it in from the chart comes later. It has no `authored`
either, for whoever drafts has no clock. What may not live here: which items there are, and any sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Final

from fhir_profiles.codes import BASE
from fhir_profiles.drafting.occasion import Json, Occasion, Wanted
from fhir_profiles.resources import members, word

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


def checklist_task(
    checklist: Checklist, title: str, items: Iterable[Wanted], occasion: Occasion, *, temporary_id: str
) -> dict[str, Any]:
    """The whole Task; `title` says in words which checklist it is, and for which lesion."""
    whose = {"reference": f"Patient/{occasion.patient_id}"}
    during = {"encounter": {"reference": f"Encounter/{occasion.encounter_id}"}} if occasion.encounter_id else {}
    form = {
        "resourceType": "QuestionnaireResponse",
        "id": _FORM_ID,
        "questionnaire": checklist.canonical,
        "status": "in-progress",
        "subject": whose,
        **during,
        "item": [{"linkId": item.id, "text": item.words} for item in items],
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


def asks_for(draft: Json, checklist: Checklist) -> bool:
    """Is this draft a Task for the same questionnaire, of whatever version?"""
    if draft.get("resourceType") != "Task":
        return False
    named = (word(each, "valueCanonical") or "" for each in members(draft, "input"))
    return any(each.partition("|")[0] == checklist.canonical for each in named)
