"""Which of several versions of a resource counts? The newest, wherever they stand.

What may not live here: what a resource says.
"""

from __future__ import annotations

from fhir_profiles.resources import Json, last_updated, member, word


def newest_versions(resources: list[Json]) -> list[Json]:
    """Each resource once, in the order of first appearance; those without an id cannot be told apart and all stay."""
    newest: dict[object, Json] = {}
    for place, resource in enumerate(resources):
        key = word(resource, "id") or place
        if key not in newest or supersedes(resource, newest[key]):
            newest[key] = resource
    return list(newest.values())


def supersedes(candidate: Json, other: Json) -> bool:
    """The higher version, else the later change; where neither is told, the one that comes last."""
    versions = [word(member(each, "meta") or {}, "versionId") or "" for each in (candidate, other)]
    if all(version.isascii() and version.isdigit() for version in versions) and versions[0] != versions[1]:
        return _counted(versions[0]) > _counted(versions[1])
    changed = [last_updated(each) for each in (candidate, other)]
    return changed[0] is None or changed[1] is None or changed[0].at >= changed[1].at


def _counted(digits: str) -> tuple[int, str]:
    """A number of any length, to be compared; one of thousands of digits cannot be made an int."""
    plain = digits.lstrip("0")
    return len(plain), plain
