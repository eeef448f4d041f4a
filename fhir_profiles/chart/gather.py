"""How is the chart of one patient filled? Prefetch first, then the FHIR server, and what is missing is said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from fhir_profiles.chart.record import Chart


def gather(
    *,
    patient_id: str,
    prefetch: Mapping[str, object] | None,
    server: object,
    not_available: frozenset[str],
    key_names: Mapping[str, str],
    deadline: float,
    oldest_needed: Mapping[str, date],
) -> Chart:
    """Placeholder: the door's shape; being written."""
    raise NotImplementedError
