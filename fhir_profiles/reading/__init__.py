"""The reading of a chart: from draft orders and records to the evidence of each lesion.

Five doors: `planned_procedures` (is one of our procedures selected?), `is_report_of_interest` (are its documents to be
fetched?), `within_reach` (how much text is read?) and `read_evidence` (chart -> evidence), with the types that they take and
give; and `get_ready`, for whoever reads many. Nothing else of this package is for others. Reading is pure: no clock, no network,
no decision.
"""

from fhir_profiles.reading.evidence import Read, read_evidence
from fhir_profiles.reading.orders import Selected, SelectedOrder, Triggers, planned_procedures
from fhir_profiles.reading.reports import is_of_interest as is_report_of_interest
from fhir_profiles.reading.reports import languages, within_reach

__all__ = [
    "Read",
    "Selected",
    "SelectedOrder",
    "Triggers",
    "get_ready",
    "is_report_of_interest",
    "planned_procedures",
    "read_evidence",
    "within_reach",
]


def get_ready() -> None:
    """Makes what the reading of reports is done with, which takes two seconds: otherwise the first report waits for it."""
    languages()
