"""Is there a spinal tumour at all for what was ordered? Gate 1 after reading, and the second half of contract 5.2.

What may not live here: the first half, which is told from the order alone (`orders`), and which lesion an order means.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from fhir_profiles.chart import Chart
from fhir_profiles.reading.attribution import Record, problems_at
from fhir_profiles.reading.lesions import NO_LESION, LesionScope
from fhir_profiles.reading.orders import Selected
from fhir_profiles.reading.patient import PatientRecord
from fhir_profiles.reading.problems import Weight
from fhir_profiles.reading.symptoms import symptoms_noted
from plugin.evidence import Nature, OrderKind

_NO_TUMOUR: Final = frozenset({Nature.INFECTION, Nature.OSTEOPOROTIC, Nature.BENIGN_NOT_INDICATED})


def still_ours(chart: Chart, record: Record, selected: Selected, as_of: datetime, patient: PatientRecord) -> Selected:
    """Without the imaging and opioid orders that wake the service for nothing: no spinal tumour, or one without pain.

    What could not be read in full takes no order away.
    """
    kinds = {order.planned.kind for order in selected.orders}
    if kinds.isdisjoint((OrderKind.IMAGING, OrderKind.DRUG)):
        return selected
    tumour = not _in_full(chart) or _documents_a_tumour(record)
    gone = set() if tumour else {OrderKind.IMAGING, OrderKind.DRUG}
    if OrderKind.DRUG in kinds and not (chart.unread("pain") or _is_painful(chart, record, as_of, patient)):
        gone.add(OrderKind.DRUG)
    return replace(selected, orders=tuple(order for order in selected.orders if order.planned.kind not in gone))


def is_out_of_scope(chart: Chart, record: Record, selected: Selected) -> bool:
    """No order of ours is left; or none names the spine, and the record, read in full, knows of no spinal or unplaced tumour."""
    if not selected.any:
        return True
    if any(order.names_the_spine for order in selected.orders) or not _in_full(chart):
        return False
    unsited = any(each.unsited or (each.elsewhere and each.site.unread) for each in record.problems)
    return not (unsited or any(each.target for each in record.lesions) or _unplaced_finding(record))


def number_of_tumours(record: Record) -> int:
    """How many spinal lesions are documented; infections, osteoporotic fractures and worn vertebrae are no tumours."""
    return max(sum(not _is_no_tumour(record, each.place.level) for each in record.known), min(len(record.known), 1))


def _in_full(chart: Chart) -> bool:
    """Was everything read that could document a spinal lesion?"""
    return not any(chart.unread(part) for part in ("nature", "findings", "history"))


def _documents_a_tumour(record: Record) -> bool:
    return record.names_the_spine or any(
        each.weight is Weight.STRONG and not _is_no_tumour(record, each.place.level) for each in record.lesions
    )


def _is_no_tumour(record: Record, level: str) -> bool:
    natures = {nature for each in problems_at(record, level) for nature in each.natures}
    return bool(natures) and natures <= _NO_TUMOUR


def _unplaced_finding(record: Record) -> bool:
    """One of our findings of a lesion, at no level."""
    return any(
        not each.site.places and not each.site.outside and not each.code[0].isdigit() and each.code not in NO_LESION
        for each in record.seen
    )


def _is_painful(chart: Chart, record: Record, as_of: datetime, patient: PatientRecord) -> bool:
    everything = LesionScope(
        place=None,
        findings=tuple(each.finding for each in record.seen if each.finding is not None and not each.site.outside),
        unplaced=tuple(each.resource for each in record.problems),
    )
    symptoms, _ = symptoms_noted(chart, everything, as_of, patient)
    measured = any(fact.value.value > 0 for fact in symptoms.pain.facts)
    return measured or bool(symptoms.pain_coded.facts) or bool(symptoms.pain_character.facts)
