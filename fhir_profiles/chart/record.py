"""What came back for this patient, and what did not? The chart, its gaps and its notes.

What may not live here: how it was fetched (`gather`), and what a gap means for advice (contract 7, part F.4).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fhir_profiles.queries import QUERIES
from fhir_profiles.resources import Document, Json, name_of, tail
from fhir_profiles.server import GapReason


class RequiredMissing(Exception):
    """A key that cannot be done without could be had neither from prefetch nor from the server (412). `key` is ours.

    `reason` says why, where there was an answer that was not whole; `reads` is what `Chart.reads` would have held by then.
    """

    def __init__(self, key: str, reason: GapReason | None = None) -> None:
        super().__init__(f"required data missing: {key}")
        self.key, self.reason = key, reason
        self.reads: Mapping[str, GapReason | None] = {}


class WrongPatient(Exception):
    """The Patient that was sent or read is not the one of the request (400, P9)."""

    def __init__(self) -> None:
        super().__init__("the Patient is not the one of the request")


def read_results(reads: Mapping[str, GapReason | None]) -> dict[str, str]:
    """What came of each read, in one word: "ok", or the reason with a hyphen ("timed-out")."""
    return {key: _word(reason) for key, reason in reads.items()}


def _word(reason: GapReason | None) -> str:
    return "ok" if reason is None else reason.value.replace(" ", "-")


READ_RESULTS = tuple(_word(reason) for reason in (None, *GapReason))
"""All of those words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One key that was not read, or not in full."""

    key: str
    reason: GapReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One entry that was skipped: `resource` as in "Observation/17", `problem` in words without patient data."""

    key: str
    resource: str
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Everything that was read of one patient, by key.

    `foreign` counts resources of other patients that were dropped. `not_available` are keys that this record does not
    offer: they are read as "in full, nothing found". `addresses` finds whatever came with the Bundles.
    """

    patient_id: str
    resources: Mapping[str, tuple[Json, ...]]
    gaps: tuple[Gap, ...] = ()
    notes: tuple[Note, ...] = ()
    foreign: int = 0
    not_available: frozenset[str] = frozenset()
    addresses: Mapping[str, Json] = field(default_factory=dict)
    attachments: Mapping[tuple[str, str], Document] = field(default_factory=dict)
    """What reports point at, by the report's name (as in "DiagnosticReport/17") and the `url` as it stands in its
    `presentedForm`. Only documents of a readable type that were fetched; what a report holds in `data` is not here. One
    that could not be had is a note and makes "reports" a gap.
    """
    reads: Mapping[str, GapReason | None] = field(default_factory=dict, compare=False)
    """The keys that the FHIR server was asked for, each with why it is not whole, if it is not."""

    def of(self, key: str) -> tuple[Json, ...]:
        """The resources of a key of contract 3; none when it was not read."""
        return self.resources.get(key, ())

    def unread(self, part: str) -> bool:
        """Whether any query that feeds this part of the evidence was not read in full (`Query.reads_into`)."""
        gaps = {gap.key for gap in self.gaps}
        return any(part in query.reads_into for query in QUERIES if query.key in gaps)

    def attached(self, report: Json, url: str) -> Document | None:
        """The document at a `presentedForm.url` of a report; None when it was not fetched, or could not be read."""
        return self.attachments.get((name_of(report), url))

    def included(self, reference: str) -> Json | None:
        """The resource that a reference names, if it came with the Bundles: by `Type/id`, or by urn: address."""
        return self.addresses.get(tail(reference) or reference)
