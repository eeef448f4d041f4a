"""What does every definition of ours begin with? Address, version, name, state, and what it rests on.

Everything is a draft and an experiment, and says so. What may not live here: what a definition is about.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from fhir_profiles.codes import BASE
from plugin.grammar import Basis
from plugin.knowledge import KNOWLEDGE

PUBLISHER: Final = "spinal-tumour-cds"
DATE: Final = "2026-11-29"
"""The day on which the definitions last changed otherwise than with the knowledge."""
NOT_A_GUIDELINE: Final = "Not a guideline; not reviewed by a clinician. Option within multidisciplinary care."
_BASIS: Final = {
    Basis.SEED: "Basis: the source deck.",
    Basis.SEED_AND_BEYOND: "Basis: the source deck, sharpened by another source or by our own choice.",
    Basis.BEYOND: "Basis: outside the source deck.",
    Basis.OURS: "Basis: our own choice, in no source.",
    Basis.UNVERIFIED: "Basis: unverified, it could not be read in its source.",
}
_SOURCES: Final = {source.id: source for source in KNOWLEDGE.sources}


def canonical(kind: str, identifier: str) -> str:
    """The address of a definition of ours."""
    return f"{BASE}/{kind}/{identifier}"


def versioned(kind: str, identifier: str) -> str:
    """The address of a definition of ours in the version that belongs to this one."""
    return f"{canonical(kind, identifier)}|{KNOWLEDGE.version}"


def heading(kind: str, identifier: str, title: str, description: str, *, version: str = "") -> dict[str, Any]:
    """The members that every definition begins with; the version is the knowledge's unless it has one of its own."""
    return {
        "resourceType": kind,
        "id": identifier,
        "url": canonical(kind, identifier),
        "version": version or KNOWLEDGE.version,
        "name": _name(identifier),
        "title": title,
        "status": "draft",
        "experimental": True,
        "date": DATE,
        "publisher": PUBLISHER,
        "description": f"{description} {NOT_A_GUIDELINE}",
    }


def _name(identifier: str) -> str:
    """As a program may call it: "spinal-lesion-finding" is SpinalLesionFinding."""
    return "".join(part[:1].upper() + part[1:] for part in identifier.split("-"))


def said_basis(basis: Basis, sources: Iterable[str]) -> str:
    """What an item rests on, in one line, with the ids of its sources."""
    ids = ", ".join(f"{each}{'' if _SOURCES[each].verified else ' (unverified)'}" for each in sources)
    return f"{_BASIS[basis]} {ids}".rstrip()


def related(sources: Iterable[str]) -> list[dict[str, Any]]:
    """The sources as related artefacts: what each says in our words, and where it stands."""
    return [_related(each) for each in dict.fromkeys(sources)]


def _related(identifier: str) -> dict[str, Any]:
    source = _SOURCES[identifier]
    mark = "" if source.verified else "Unverified: it could not be read where it should stand. "
    found: dict[str, Any] = {"type": "justification", "label": source.id, "display": mark + source.says}
    where = ", ".join(part for part in (source.where, str(source.year or "")) if part)
    return found | ({"citation": where} if where else {})
