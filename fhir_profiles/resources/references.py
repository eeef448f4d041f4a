"""What does a resource point at, and whose is it? References relative, absolute, by urn:uuid, or contained.

What may not live here: lookups over more than one resource.
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.resources.shape import Json, members, word

_TAIL: Final = re.compile(r"(?:.*/)?([A-Z][A-Za-z]{1,63})/([^/?#\s]{1,256})(?:/_history/[^/?#]*)?")
_PLAIN_TYPE: Final = re.compile(r"[A-Z][A-Za-z]{1,63}")
_USUAL: Final = frozenset({"Condition", "DiagnosticReport", "MedicationRequest", "Observation", "Procedure"})
"""Types that need no second look."""
_PLAIN_ID: Final = re.compile(r"[A-Za-z0-9\-.]{1,64}")


def reference(value: object) -> str | None:
    """The address in a Reference; None where it has only an identifier, a display, or nothing readable."""
    found = value.get("reference") if isinstance(value, dict) else None
    return found.strip() or None if isinstance(found, str) else None


def tail(address: str) -> str | None:
    """`Type/id` at the end of a relative or absolute address, without its version; None for urn: and contained ones.

    Two addresses with the same tail are taken as the same resource, whatever the server in front of it.
    """
    form = _TAIL.fullmatch(address)
    return f"{form[1]}/{form[2]}" if form else None


def contained(resource: Json, address: str) -> Json | None:
    """The resource inside this one that `#id` names."""
    if not address.startswith("#"):
        return None
    return next((each for each in members(resource, "contained") if each.get("id") == address[1:]), None)


def name_of(resource: Json) -> str:
    """`Type/id` as cards show it: the type alone without a plain id, "entry" without a plain type.

    Only what has the form of a type or an id is repeated, so that no other text of the record gets out this way.
    """
    kind, own_id = word(resource, "resourceType") or "", word(resource, "id") or ""
    if kind not in _USUAL and not _PLAIN_TYPE.fullmatch(kind):
        return "entry"
    return f"{kind}/{own_id}" if _PLAIN_ID.fullmatch(own_id) else kind
