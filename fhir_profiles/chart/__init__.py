"""What do we know of this patient, and what could not be read? Prefetch first, then the server, into one Chart.

What may not live here: the meaning of a resource (`reading`).
"""

from fhir_profiles.chart.drafts import own_drafts, stands
from fhir_profiles.chart.gather import gather
from fhir_profiles.chart.record import READ_RESULTS, Chart, Gap, Note, RequiredMissing, WrongPatient, read_results
from fhir_profiles.server import GapReason

__all__ = [
    "READ_RESULTS",
    "Chart",
    "Gap",
    "GapReason",
    "Note",
    "RequiredMissing",
    "WrongPatient",
    "gather",
    "own_drafts",
    "read_results",
    "stands",
]
