"""A finding as a fact of one item of the evidence. What may not live here: which item a code belongs to."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TypeVar

from fhir_profiles.reading.findings import RawFinding
from plugin.answer import Fact

V = TypeVar("V", bound=Hashable)


def fact_of(finding: RawFinding, value: V) -> Fact[V]:
    """The value with everything that the finding says of its source."""
    return Fact(
        value=value,
        seen_in=finding.seen_in,
        on=finding.on,
        kind=finding.kind,
        standing=finding.standing,
        modality=finding.modality,
        text=finding.text,
        unit=finding.unit,
        resolved=finding.resolved,
    )
