"""May one entry of the record count, and as of when? Firmly, tentatively or not at all (F.5 rule 1, CR-10).

What may not live here: how old is too old (`plugin.answer`), and whether the entry belongs to a lesion (`lesions`).
"""

from __future__ import annotations

from collections.abc import Hashable
from datetime import datetime
from typing import Final, TypeVar

from fhir_profiles.resources import Json, Moment, found_on, moment, name_of, period_start
from plugin.answer import Fact, Kind, Standing

V = TypeVar("V", bound=Hashable)

_OVER: Final = frozenset({"inactive", "resolved", "remission"})
_REFUTED: Final = frozenset({"refuted", "entered-in-error"})
_UNSURE: Final = frozenset({"unconfirmed", "provisional", "differential"})

# A status that is missing or new to us takes nothing away: odd data must not hide an alarm.
_IGNORED: Final = {
    "Observation": frozenset({"entered-in-error", "cancelled", "registered"}),
    "Procedure": frozenset({"entered-in-error", "not-done", "preparation"}),
    "Device": frozenset({"entered-in-error", "inactive"}),
    "ImagingStudy": frozenset({"entered-in-error", "cancelled", "registered"}),
    "DiagnosticReport": frozenset({"entered-in-error", "cancelled"}),
}
_TENTATIVE: Final = {
    "Observation": frozenset({"preliminary", "unknown"}),
    "DiagnosticReport": frozenset({"registered", "partial", "preliminary", "unknown"}),
    "Procedure": frozenset({"in-progress", "on-hold", "stopped", "unknown"}),
}


def standing(resource: Json, as_of: datetime) -> Standing | None:
    """How an entry of the record counts; None: not at all."""
    kind = resource.get("resourceType")
    if kind in ("Condition", "AllergyIntolerance"):
        return _of_a_problem(resource, as_of)
    status = _status(resource.get("status"))
    if not isinstance(kind, str) or status is None:
        return Standing.FIRM
    if status in _IGNORED.get(kind, ()):
        return None
    return Standing.TENTATIVE if status in _TENTATIVE.get(kind, ()) else Standing.FIRM


def _of_a_problem(resource: Json, as_of: datetime) -> Standing | None:
    clinical, verified = _status(resource.get("clinicalStatus")), _status(resource.get("verificationStatus"))
    if clinical in _OVER or verified in _REFUTED:
        return None
    if clinical is None and _abated(resource, as_of):
        return None
    return Standing.TENTATIVE if verified in _UNSURE else Standing.FIRM


def _status(value: object) -> str | None:
    """A bare code, or that of a concept's first coding; every entry of the chart is asked, so plainly and fast."""
    if isinstance(value, dict):
        listed = value.get("coding")
        first = listed[0] if isinstance(listed, list) and listed else None
        value = first.get("code") if isinstance(first, dict) else None
    return value if isinstance(value, str) else None


def _abated(resource: Json, as_of: datetime) -> bool:
    """An end that is written down counts where no clinical status says otherwise; one still to come does not."""
    end = moment(resource.get("abatementDateTime"))
    if end is not None:
        return end.at <= as_of
    return any(name in resource for name in ("abatementAge", "abatementPeriod", "abatementRange", "abatementString"))


def dated(resource: Json) -> datetime | None:
    """When it was found, done or written down; a server's own last change is no such date."""
    found = dated_as_written(resource)
    return None if found is None else found.at


def dated_as_written(resource: Json) -> Moment | None:
    """The same, with how much of the date was written."""
    found = found_on(resource)
    if found is None:
        dates = (
            resource.get(name) for name in ("recordedDate", "onsetDateTime", "started", "authoredOn", "dateAsserted")
        )
        found = next((each for each in map(moment, dates) if each), None) or period_start(resource.get("onsetPeriod"))
    return found


def fact(resource: Json, value: V, kind: Kind, counts: Standing, unit: str = "") -> Fact[V]:
    """A value that one entry of the record tells."""
    return Fact(value=value, seen_in=name_of(resource), on=dated(resource), kind=kind, standing=counts, unit=unit)
