"""What else may harm? Electrically active implants (F-32), infection (F-34), and the body temperature.

What may not live here: what a device or a fever does to a plan.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from fhir_profiles.chart import Chart, Note
from fhir_profiles.reading.infections import infections_seen
from fhir_profiles.reading.lesions import LesionScope
from fhir_profiles.reading.patient import PatientRecord, read_patient
from plugin.answer import Recorded
from plugin.evidence import Hazards


def read_hazards(chart: Chart, lesion: LesionScope, as_of: datetime) -> Hazards:
    """Implants, infections as they concern this lesion, and temperatures."""
    return hazards_noted(chart, lesion, as_of)[0]


def hazards_noted(
    chart: Chart, lesion: LesionScope, as_of: datetime, patient: PatientRecord | None = None
) -> tuple[Hazards, tuple[Note, ...]]:
    """The same, with what could not be read; `patient` is what was read of the patient already."""
    patient = patient or read_patient(chart, as_of)
    infection = Recorded(facts=tuple(infections_seen(patient.infections, lesion)), unread=chart.unread("infection"))
    return replace(patient.hazards, infection=infection), patient.notes
