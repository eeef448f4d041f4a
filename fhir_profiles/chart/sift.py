"""Which entries of an answer are this patient's, readable, and what was asked for? Entry by entry (P10).

A bad entry becomes a note and never a failure. What may not live here: where the answer came from (`gather`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Final

from fhir_profiles.chart.record import Note
from fhir_profiles.chart.versions import newest_versions, supersedes
from fhir_profiles.chart.whose import Owners, Whose, whose
from fhir_profiles.queries import Query, belongs
from fhir_profiles.resources import (
    Entry,
    Json,
    entries,
    is_blank,
    kind_of,
    member,
    members,
    name_of,
    next_link,
    recorded_on,
    severities,
    total,
    word,
)

ENTRY_LIMIT: Final = 5_000
"""Entries read of one answer (contract 7)."""
_NEVER: Final = datetime.min.replace(tzinfo=UTC)
_MATCHES: Final = frozenset({"match", ""})
_CONCEPTS: Final = {"Condition": "code", "Procedure": "code", "AllergyIntolerance": "code", "Device": "type"}
_DRUGS: Final = frozenset({"MedicationRequest", "MedicationStatement"})
_DRUG_CONCEPTS: Final = ("medicationCodeableConcept", "medicationReference")
_HARMLESS: Final = frozenset({"information", "success"})


@dataclass(slots=True, kw_only=True)
class Sifted:
    """What one key's answer holds, while it is being looked through.

    `matches` counts all that the search found, `foreign` what was another patient's. `partly`: something was lost that
    might have been a fact. `cut`: there were more entries than are read. `addresses`: by `Type/id` and urn: address.
    `twins`: some resource came more than once.
    """

    nobody: Whose = Whose.OURS
    resources: list[Json] = field(default_factory=list)
    addresses: dict[str, Json] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    matches: int = 0
    foreign: int = 0
    partly: bool = False
    cut: bool = False
    twins: bool = False


def sift(
    pages: Sequence[Json],
    query: Query,
    patient_id: str,
    oldest_needed: date | None = None,
    nobody: Whose = Whose.OURS,
) -> Sifted:
    """Look through the pages of one key; the pages themselves are not changed. `nobody`: whose is what names nobody."""
    found, warned = Sifted(nobody=nobody), False
    listed = _newest(_listed(pages, query, found), query, oldest_needed, found)
    owners = Owners(frozenset({f"Patient/{patient_id}"}), lambda: _other_names(listed, patient_id))
    for entry in listed:
        kind = kind_of(entry.resource) if entry.resource is not None else ""
        if entry.resource is not None and kind == "OperationOutcome":
            warned = warned or not severities(entry.resource) <= _HARMLESS
        else:
            found.matches += entry.mode in _MATCHES
            _take(entry, kind, query, owners, found)
    found.partly = found.partly or (warned and bool(found.resources))
    candidates, found.resources = newest_versions(found.resources) if found.twins else found.resources, []
    for each in candidates:
        _keep(each, query, found)
    return found


def _listed(pages: Sequence[Json], query: Query, found: Sifted) -> list[Entry]:
    listed: list[Entry] = []
    for page in pages:
        kind = kind_of(page)
        if kind == "Bundle":
            inner: list[Json] = []
            listed += entries(page, inner)
            found.cut = found.cut or any(map(_goes_on, inner))
        elif kind == query.resource_type:
            listed.append(Entry(page, "", "match"))
        else:  # a later page that is no Bundle
            found.partly = True
    return listed


def _goes_on(inner: Json) -> bool:
    """Whether a search inside a batch-response has more than it holds: its pages are not followed."""
    return next_link(inner) is not None or (total(inner) or 0) > len(tuple(entries(inner)))


def _newest(listed: list[Entry], query: Query, oldest_needed: date | None, found: Sifted) -> list[Entry]:
    """Not more entries than are read; of too many the newest, undated ones last."""
    if len(listed) <= ENTRY_LIMIT:
        return listed
    kept = sorted(listed, key=_age_key, reverse=True)[:ENTRY_LIMIT]
    found.cut = found.cut or not (
        query.is_sorted and oldest_needed and _NEVER < _age_key(kept[-1]) < _start_of(oldest_needed)
    )
    return kept


def _age_key(entry: Entry) -> datetime:
    when = recorded_on(entry.resource) if entry.resource is not None else None
    return when.at if when else _NEVER


def _start_of(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _other_names(listed: Iterable[Entry], patient_id: str) -> set[str]:
    """The urn: addresses under which this patient stands in the Bundle."""
    return {
        entry.full_url
        for entry in listed
        if entry.full_url.startswith("urn:")
        and entry.resource is not None
        and kind_of(entry.resource) == "Patient"
        and entry.resource.get("id") == patient_id
    }


def _take(entry: Entry, kind: str, query: Query, owners: Owners, found: Sifted) -> None:
    resource = entry.resource
    if resource is None or not kind:
        _skip(found, query, "entry", "not a resource")
        return
    # What came beside the matches (a Medication, a place) belongs to nobody; it counts only for those that point at it.
    owner = whose(resource, kind, owners, found.nobody if kind == query.resource_type else Whose.OURS)
    if owner is Whose.FOREIGN:
        found.foreign += 1
        return
    if owner is Whose.UNCLEAR:
        _skip(found, query, name_of(resource), "whose it is cannot be read")
        return
    _remember(entry, resource, kind, found)
    if kind == query.resource_type:
        found.resources.append(resource)
    elif entry.mode == "match":  # it cannot be a lost fact of this key, so the key is still whole
        found.notes.append(Note(key=query.key, resource=name_of(resource), problem="not of the type asked for"))


def _keep(resource: Json, query: Query, found: Sifted) -> None:
    """A resource as it is now, if the query would have found it; and what of it leaves its key read in part."""
    if not belongs(query.key, resource):
        if query.codes and is_blank(resource.get("code")):
            _skip(found, query, name_of(resource), "no readable code")
        return
    found.resources.append(resource)
    if "meta" in resource and _is_subset(resource):
        _skip(found, query, name_of(resource), "only some of its elements were sent")
    if not query.codes:
        _doubt_odd(resource, query, found)


def _is_subset(resource: Json) -> bool:
    """Whether the server says that elements were left out (`_elements`, `_summary`).

    A status, a place or a denial may be among them, so what is there may alarm, but settles nothing (contract 7).
    """
    return any(tag.get("code") == "SUBSETTED" for tag in members(member(resource, "meta") or {}, "tag"))


def _doubt_odd(resource: Json, query: Query, found: Sifted) -> None:
    """What an entry is about must be told: one whose code is a number or masked tells nothing, and might have been a fact
    (C.7). One that has no such member is whole as it is, and a drug without any concept is said by its reader.
    """
    if query.resource_type in _DRUGS:
        found.partly = found.partly or not any(isinstance(resource.get(name), dict) for name in _DRUG_CONCEPTS)
        return
    concept = _CONCEPTS.get(query.resource_type, "")
    if resource.get(concept) is not None and is_blank(resource[concept]):
        _skip(found, query, name_of(resource), f"no readable {concept}")


def _skip(found: Sifted, query: Query, resource: str, problem: str) -> None:
    """An entry that might have been a fact."""
    found.notes.append(Note(key=query.key, resource=resource, problem=problem))
    found.partly = True


def _remember(entry: Entry, resource: Json, kind: str, found: Sifted) -> None:
    own_id = word(resource, "id")
    if own_id is not None:
        address = f"{kind}/{own_id}"
        found.twins = found.twins or address in found.addresses
        if address not in found.addresses or supersedes(resource, found.addresses[address]):
            found.addresses[address] = resource
    if entry.full_url.startswith("urn:"):
        found.addresses[entry.full_url] = resource
