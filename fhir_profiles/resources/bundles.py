"""What is in a Bundle, and what does the server say beside it? Of any Bundle type, or none (P8).

What may not live here: what a missing or bad entry means for the facts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from fhir_profiles.resources.shape import Json, members, whole, word


class Entry(NamedTuple):
    """One entry: its resource (None where there is no object), its address, and its search mode, both maybe empty."""

    resource: Json | None
    full_url: str
    mode: str


def kind_of(resource: Json) -> str:
    """The resource type, or empty."""
    kind = resource.get("resourceType")
    return kind if isinstance(kind, str) else ""


def entries(bundle: Json, inner: list[Json] | None = None) -> Iterator[Entry]:
    """Every entry in order, unreadable ones too; in place of a Bundle (a search in a batch-response) its own entries.

    Such Bundles are added to `inner`.
    """
    listed = bundle.get("entry")
    if isinstance(listed, list):
        for each in listed:
            entry = _entry(each)
            resource = entry.resource
            if resource is not None and resource.get("resourceType") == "Bundle":
                if inner is not None:
                    inner.append(resource)
                yield from entries(resource, inner)
            else:
                yield entry


def _entry(value: object) -> Entry:
    if not isinstance(value, dict):
        return Entry(None, "", "")
    resource, full_url, search = value.get("resource"), value.get("fullUrl"), value.get("search")
    mode = search.get("mode") if isinstance(search, dict) else ""
    return Entry(
        resource if isinstance(resource, dict) else None,
        full_url if isinstance(full_url, str) else "",
        mode if isinstance(mode, str) else "",
    )


def next_link(bundle: Json) -> str | None:
    """The address of the next page, when there is one."""
    return _link(bundle, "next")


def self_link(bundle: Json) -> str | None:
    """The search as the server understood it, when it says so."""
    return _link(bundle, "self")


def _link(bundle: Json, relation: str) -> str | None:
    return next((word(link, "url") for link in members(bundle, "link") if link.get("relation") == relation), None)


def total(bundle: Json) -> int | None:
    """How many matches the server counts over all pages; only a searchset counts."""
    return whole(bundle, "total") if bundle.get("type") == "searchset" else None


def severities(outcome: Json) -> frozenset[str]:
    """The severities of an OperationOutcome's issues; "error" where none can be read."""
    return frozenset(word(issue, "severity") or "error" for issue in members(outcome, "issue")) or frozenset({"error"})
