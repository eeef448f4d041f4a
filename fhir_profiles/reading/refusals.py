"""Did the patient decline this procedure, or all active treatment (F-04)? A closed list of what counts.

Never a refusal: consents on privacy, research or advance directives, and a wish not to be resuscitated (Z66). What may
not live here: what follows from a refusal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from fhir_profiles.chart import Chart
from fhir_profiles.codes import ORDER_CONCEPT, CodeSet
from fhir_profiles.codes.disorders import PROCEDURE_DECLINED, REFUSAL
from fhir_profiles.codes.procedures import INTERVENTIONS
from fhir_profiles.reading.entries import Listing
from fhir_profiles.reading.lesions import LesionScope
from fhir_profiles.reading.order_words import kind_in_words
from fhir_profiles.reading.places import NOWHERE, Site, site_in_words
from fhir_profiles.reading.standing import dated, fact
from fhir_profiles.reading.whereabouts import Where, site_of, where
from fhir_profiles.reading.wording import folded
from fhir_profiles.resources import Json, codings, member, members, moment, status_code, texts
from fhir_profiles.resources.moments import Moment, Precision
from plugin.answer import Fact, Kind, Standing, days_between
from plugin.evidence import OrderKind, Refusal

_DECLINED_MAX_AGE_DAYS: Final = 30  # ours, and no setting (C.6, "Fixed without a site setting")
_OURS: Final = ("OS-03", "OS-04", "OS-05", "OS-06")
_OUR_KINDS: Final = (OrderKind.TREATMENT, OrderKind.BIOPSY)


def refusals_of_patient(chart: Chart, conditions: Listing, as_of: datetime) -> tuple[Fact[Refusal], ...]:
    """What was declined whichever the lesion: by consent, or as the problem list says."""
    return (*_of_consents(chart, as_of), *_of_conditions(conditions, as_of))


def declined_procedures(chart: Chart) -> tuple[Json, ...]:
    """Procedures that were not done because the patient refused."""
    return tuple(each for each in chart.of("procedures") if _is_declined(each))


def refusals_seen(declined: Iterable[Json], lesion: LesionScope) -> Iterator[Fact[Refusal]]:
    """Those among them that are ours, and at this level."""
    for procedure in declined:
        site = site_of(procedure)
        seen = where(site, lesion)
        is_here = seen is Where.HERE or (seen is Where.UNSAID and not lesion.others)
        if is_here and _is_ours(member(procedure, "code"), site):
            yield fact(procedure, Refusal.PROCEDURE, Kind.PROCEDURE, Standing.FIRM)


def _of_consents(chart: Chart, as_of: datetime) -> Iterator[Fact[Refusal]]:
    """An active Consent on treatment that denies; it names one of our procedures, or none and so all of them."""
    for consent in chart.of("consents"):
        provision = member(consent, "provision")
        if provision is None or not _is_on_treatment(consent) or not _in_force(provision, as_of):
            continue
        refusal = _refusal(provision) or _exception(provision, as_of)
        if refusal is not None:
            yield fact(consent, refusal, Kind.RECORD, Standing.FIRM)


def _is_on_treatment(consent: Json) -> bool:
    scope = (coding.code for coding in codings(member(consent, "scope")))
    return status_code(consent, "status") == "active" and "treatment" in scope


def _in_force(provision: Json, as_of: datetime) -> bool:
    """From its start to its end; a day, month or year that is written as either belongs to it whole."""
    period = member(provision, "period") or {}
    start, end = moment(period.get("start")), moment(period.get("end"))
    return (start is None or _turn(start, as_of) <= 0) and (end is None or _turn(end, as_of) >= 0)


def _turn(edge: Moment, as_of: datetime) -> int:
    """Is an edge of a period over (-1), now (0), or still to come (1)? As exactly as it is written."""
    if edge.precision is Precision.TIME:
        return (edge.at > as_of) - (edge.at < as_of)
    written, now = (each.timetuple()[: edge.precision] for each in (edge.at, as_of))
    return (written > now) - (written < now)


def _refusal(provision: Json) -> Refusal | None:
    if provision.get("type") != "deny":
        return None
    named = members(provision, "code")
    if not named:
        return Refusal.ACTIVE_TREATMENT
    return Refusal.PROCEDURE if any(map(_is_ours, named)) else None


def _exception(provision: Json, as_of: datetime) -> Refusal | None:
    """A provision inside another is an exception from it: a permit that denies one of our procedures refuses that one."""
    for each in members(provision, "provision"):
        if not _in_force(each, as_of):
            continue
        denied = each.get("type") == "deny" and any(map(_is_ours, members(each, "code")))
        if denied or _exception(each, as_of):
            return Refusal.PROCEDURE
    return None


def _is_declined(procedure: Json) -> bool:
    if procedure.get("status") not in ("not-done", "revoked"):
        return False
    reasons = (member(procedure, "statusReason"), *members(procedure, "reasonCode"))
    return any(_has(reason, REFUSAL) for reason in reasons)


def _of_conditions(conditions: Listing, as_of: datetime) -> Iterator[Fact[Refusal]]:
    """Not carried out by the patient's decision, recorded lately; without a date it cannot be late."""
    for condition in conditions.coded(PROCEDURE_DECLINED):
        on = dated(condition.resource)
        if on is not None and days_between(on, as_of) <= _DECLINED_MAX_AGE_DAYS:
            yield fact(condition.resource, Refusal.PROCEDURE, Kind.CONDITION, condition.counts)


def _is_ours(concept: object, site: Site = NOWHERE) -> bool:
    """One of our procedures, by code or in words, and not at a site outside the spine ("ablation of the liver")."""
    if any(c.key in INTERVENTIONS or (c.system == ORDER_CONCEPT and c.code[:5] in _OURS) for c in codings(concept)):
        return True
    words = texts(concept)
    named = site_in_words(*words)
    if named.outside:
        return False
    return kind_in_words(folded(" ; ".join(words)), spinal=named.spinal or site.spinal) in _OUR_KINDS


def _has(concept: object, wanted: CodeSet) -> bool:
    return any(coding.key in wanted for coding in codings(concept))
