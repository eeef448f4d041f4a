"""The reading of a chart: from draft orders and records to the evidence of each lesion.

Two doors: `planned_procedures` (is one of our procedures selected?) and `read_evidence` (chart -> evidence), with the types
that they take and give. Nothing else of this package is for others. Reading is pure: no clock, no network, no decision.
"""

from fhir_profiles.reading.evidence import Read, read_evidence
from fhir_profiles.reading.orders import Selected, SelectedOrder, Triggers, planned_procedures

__all__ = ["Read", "Selected", "SelectedOrder", "Triggers", "planned_procedures", "read_evidence"]
