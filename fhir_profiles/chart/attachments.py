"""What do the reports say in documents that they only point at? A second stage of reading, under the same deadline.

Of a report that may count, each `presentedForm` of a readable type with a `url` and no `data` is fetched, newest report
first. What may not live here: what a text says (`reading`), and how an address is asked for (`server`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from fhir_profiles.chart.record import Note
from fhir_profiles.resources import (
    READABLE,
    Document,
    Json,
    document,
    inline_document,
    kind_of,
    media_type,
    members,
    name_of,
    recorded_on,
    status_code,
    word,
)
from fhir_profiles.server import Content, Fetching, FhirServer, GapReason, json_object

ATTACHMENT_LIMIT: Final = 10
"""Documents fetched in one call."""
_DEAD: Final = frozenset({"entered-in-error", "cancelled", "registered"})
_NEVER: Final = datetime.min.replace(tzinfo=UTC)
_MARKUP: Final = frozenset({"text/html", "application/xhtml+xml"})
_UNTYPED: Final = frozenset({"", "application/octet-stream", "binary/octet-stream"})
_XML: Final = frozenset({"text/xml", "application/xml"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """One document that a report points at. `report` and `url` are its key in `Chart.attachments`."""

    report: str
    url: str
    content_type: str
    fetching: Fetching | None
    """None where there is no server to ask."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """What the second stage brought, and why it is not whole, if it is not."""

    documents: Mapping[tuple[str, str], Document]
    notes: tuple[Note, ...] = ()
    reason: GapReason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointed:
    """The documents that are being fetched; `more` says that there were more than that.

    `broken` are the reports that hold one themselves which cannot be decoded: an unreadable entry (C.7).
    """

    wanted: tuple[_Wanted, ...]
    more: bool
    broken: tuple[str, ...] = ()

    def collect(self) -> Attached:
        """Wait for what was begun. One that failed is a note, and the reports were then read in part only."""
        documents: dict[tuple[str, str], Document] = {}
        notes = [_lost(report) for report in self.broken]
        for each in self.wanted:
            found = _document(each)
            if found is None:
                notes.append(_lost(each.report))
            else:
                documents[each.report, each.url] = found
        reason = GapReason.PARTLY if notes else GapReason.CUT if self.more else None
        return Attached(documents=documents, notes=tuple(dict.fromkeys(notes)), reason=reason)


def begin(reports: Iterable[Json], server: FhirServer | None, deadline: float) -> Pointed:
    """Start to fetch what the reports point at, the newest first, until `deadline` (monotonic clock)."""
    living = [each for each in reports if "presentedForm" in each and status_code(each, "status") not in _DEAD]
    pointing = sorted((each for each in living if any(_pointed_at(each))), key=_age_key, reverse=True)
    found = list(dict.fromkeys(each for report in pointing for each in _pointed_at(report)))
    wanted = [
        _Wanted(
            report=report,
            url=url,
            content_type=content_type,
            fetching=server.fetch(url, deadline=deadline) if server else None,
        )
        for report, url, content_type in found[:ATTACHMENT_LIMIT]
    ]
    broken = tuple(name_of(each) for each in living if _is_broken(each))
    return Pointed(wanted=tuple(wanted), more=len(found) > ATTACHMENT_LIMIT, broken=broken)


def _lost(report: str) -> Note:
    return Note(key="reports", resource=report, problem="its document could not be read")


def _is_broken(report: Json) -> bool:
    """Does it hold a document of a type that is read, which cannot be decoded?"""
    return any(
        word(form, "data") is not None
        and media_type(word(form, "contentType")) in READABLE
        and inline_document(form) is None
        for form in members(report, "presentedForm")
    )


def _age_key(report: Json) -> datetime:
    when = recorded_on(report)
    return when.at if when else _NEVER


def _pointed_at(report: Json) -> Iterable[tuple[str, str, str]]:
    """Report, address and type of each readable document that is not in the report itself."""
    for form in members(report, "presentedForm"):
        url, content_type = word(form, "url"), word(form, "contentType") or ""
        if url and word(form, "data") is None and media_type(content_type) in READABLE:
            yield name_of(report), url, content_type


def _document(wanted: _Wanted) -> Document | None:
    content = wanted.fetching.content() if wanted.fetching else Content(reason=GapReason.NO_ACCESS)
    if content.reason is not None:
        return None
    came_as = media_type(content.content_type)
    if "json" in came_as or content.body.lstrip().startswith(b"{"):
        resource = json_object(content.body)
        if resource is not None and kind_of(resource):
            return _of_binary(resource, wanted.content_type)
        if "json" in came_as:
            return None
    if not content.framed:  # half a report reads like a whole one; JSON has an end of its own
        return None
    declared = media_type(wanted.content_type)
    if came_as in _UNTYPED or (came_as in _XML and declared in _MARKUP):
        return document(content.body, wanted.content_type)
    return document(content.body, content.content_type) if _alike(came_as, declared) else None


def _of_binary(resource: Json, declared: str) -> Document | None:
    """A Binary's own type wins; one that names none is of the type that the report says."""
    if kind_of(resource) != "Binary":
        return None
    named = word(resource, "contentType") or ""
    if media_type(named) in _UNTYPED:
        return inline_document({**resource, "contentType": declared})
    return inline_document(resource) if _alike(media_type(named), media_type(declared)) else None


def _alike(came_as: str, declared: str) -> bool:
    """Whether the document is what the report says: a page of HTML in place of plain text is an error or a login."""
    return came_as == declared or {came_as, declared} <= _MARKUP
