"""The pieces that a profile is written with: an element with what is demanded of it, as FHIR spells it.

What may not live here: what any profile demands.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from fhir_profiles.publishing.heading import canonical, heading

Element = dict[str, Any]

_FHIR: Final = "http://hl7.org/fhir/StructureDefinition"


def element(identifier: str, *, low: int | None = None, high: str = "", **more: Any) -> Element:
    """One element of a differential: `identifier` with slice names ("Observation.component:matrix.code")."""
    path = ".".join(part.partition(":")[0] for part in identifier.split("."))
    name = identifier.rpartition(".")[2].partition(":")[2]
    slice_name = {"sliceName": name} if name else {}
    limits = ({} if low is None else {"min": low}) | ({"max": high} if high else {})
    return {"id": identifier, "path": path, **slice_name, **limits, **more}


def coded(system: str, code: str) -> dict[str, Any]:
    """A pattern: at least this coding."""
    return {"patternCodeableConcept": {"coding": [{"system": system, "code": code}]}}


def bound(value_set: str) -> dict[str, Any]:
    """A required binding to a set of ours."""
    return {"binding": {"strength": "required", "valueSet": canonical("ValueSet", value_set)}}


def types(*codes: str) -> dict[str, Any]:
    """The types that are left."""
    return {"type": [{"code": code} for code in codes]}


def refers_to(*resources: str) -> dict[str, Any]:
    """A reference to one of these resource types."""
    return {"type": [{"code": "Reference", "targetProfile": [f"{_FHIR}/{each}" for each in resources]}]}


def sliced(by: str, *, kind: str = "pattern", rules: str = "open") -> dict[str, Any]:
    """How the repetitions of an element are told apart."""
    return {"slicing": {"discriminator": [{"type": kind, "path": by}], "rules": rules}}


def rule(key: str, human: str, expression: str) -> dict[str, Any]:
    """A demand that only an expression can state (FHIRPath)."""
    return {"key": key, "severity": "error", "human": human, "expression": expression}


def profile(
    identifier: str,
    of: str,
    said: tuple[str, str],
    elements: Iterable[Element],
    *,
    rules: Iterable[dict[str, Any]] = (),
    parent: str = "",
) -> dict[str, Any]:
    """A profile as a differential, `said` its title and what it is; what is not named stays as the parent has it."""
    title, description = said
    demands = list(rules)
    root = element(of, constraint=demands) if demands else element(of)
    return heading("StructureDefinition", identifier, title, description) | {
        "fhirVersion": "4.0.1",
        "kind": "resource",
        "abstract": False,
        "type": of,
        "baseDefinition": canonical("StructureDefinition", parent) if parent else f"{_FHIR}/{of}",
        "derivation": "constraint",
        "differential": {"element": [root, *elements]},
    }
