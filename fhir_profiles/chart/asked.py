"""What is still to be asked of the FHIR server, after what prefetch brought? Key by key, and then all at once.

What may not live here: what an answer means (`meaning`), and what becomes of it (`gather`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fhir_profiles.chart.meaning import Meaning, goes_on, meaning
from fhir_profiles.chart.record import WrongPatient
from fhir_profiles.queries import Query, fhir_query
from fhir_profiles.resources import Json
from fhir_profiles.server import Answer, FhirServer, GapReason, Page, Read, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One query of this call, what its key holds so far, and how far back its entries matter."""

    query: Query
    answer: Answer | None
    """None: still to be read, or to be read on from `first`."""
    first: tuple[Json, ...] = ()
    link: str = ""
    """Where `first` goes on."""
    oldest_needed: date | None = None

    def goes_on(self, pages: Sequence[Page]) -> str | None:
        return goes_on((*self.first, *pages), self.query, self.oldest_needed)


def from_prefetch(
    query: Query, brought: Mapping[str, object], server: FhirServer | None, oldest_needed: date | None
) -> Asked:
    """What prefetch holds for a query; its answer stays open where the server can be asked for more."""

    def settled(pages: tuple[Json, ...], reason: GapReason | None = None) -> Asked:
        answer = Answer(pages=pages, reason=reason)
        return Asked(query=query, answer=answer, oldest_needed=oldest_needed)

    value = brought.get(query.key)
    found = meaning(value, query) if query.key in brought else Meaning.UNUSABLE
    if found is Meaning.NONE:
        return settled(())
    if found is Meaning.FAILED:
        return settled((), GapReason.FAILED)
    if found is Meaning.DATA and isinstance(value, dict):
        link = goes_on((value,), query, oldest_needed)
        if link is None:
            return settled((value,))
        if server is None or not server.reaches(link):
            return settled((value,), GapReason.CUT)
        return Asked(query=query, answer=None, first=(value,), link=link, oldest_needed=oldest_needed)
    if server is None:
        return settled((), GapReason.NO_ACCESS)
    return Asked(query=query, answer=None, oldest_needed=oldest_needed)


def begin(wanted: Iterable[Asked], server: FhirServer | None, patient_id: str, deadline: float) -> dict[str, Reading]:
    """Start to read all that is still open, in parallel."""
    if server is None:
        return {}
    reads = [
        Read(
            key=each.query.key,
            address=each.link or _address(each.query, patient_id),
            then=each.goes_on,
            pages_before=len(each.first),
        )
        for each in wanted
    ]
    return {read.key: server.begin(read, deadline=deadline) for read in reads}


def _address(query: Query, patient_id: str) -> str:
    try:
        return fhir_query(query, patient_id)
    except ValueError:
        raise WrongPatient from None
