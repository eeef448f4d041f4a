"""Sources as they are cited on a page: each with its link, and marked where it could not be verified.

What may not live here: what a source says.
"""

from __future__ import annotations

from collections.abc import Iterable

from plugin.explain import markdown as md
from plugin.knowledge.sources import SOURCES

_UNVERIFIED = {source.id for source in SOURCES if not source.verified}


def cited(ids: Iterable[str]) -> str:
    """Source ids, each with its link."""
    return " ".join(_one(each) for each in ids)


def _one(source: str) -> str:
    mark = " (unverified)" if source in _UNVERIFIED else ""
    return md.link(source, "sources.md", source) + mark
