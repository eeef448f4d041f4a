"""What of the knowledge can be read by other systems? FHIR resources of our own, made once and checked with fhir.resources.

For now one: the Library with the indication written a second time in CQL. What may not live here: a patient, HTTP, and any
rule; a resource says what stands in the knowledge or in a file under `definitions`.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from fhir.resources.R4B.library import Library

from fhir_profiles.codes import BASE

Json: TypeAlias = Mapping[str, Any]

_DEFINITIONS: Final = Path(__file__).parent / "definitions"
_LIBRARY_TYPE: Final = "http://terminology.hl7.org/CodeSystem/library-type"
_INDICATION: Final = "spinal-tumour-indication"
_CQL_NAME: Final = re.compile(r"^library (?P<name>\w+) version '(?P<version>[\d.]+)'$", re.MULTILINE)


@cache
def published() -> Mapping[tuple[str, str], Json]:
    """Every published resource by type and id. Raises ValueError where one is no valid FHIR, so call it at the start."""
    return MappingProxyType({(one["resourceType"], one["id"]): one for one in _resources()})


def find(
    kind: str, server: str, *, url: str | None = None, name: str | None = None, version: str | None = None
) -> Json | None:
    """The searchset Bundle of this type; None for a type of which nothing is published.

    `server` is the address of our /fhir. As FHIR's search has it, a name is found by its beginning in any case.
    """
    of_kind = [one for (its, _), one in published().items() if its == kind]
    if not of_kind:
        return None
    found = [
        one
        for one in of_kind
        if (url is None or one["url"] == url)
        and (name is None or one["name"].casefold().startswith(name.casefold()))
        and (version is None or one["version"] == version)
    ]
    bundle: dict[str, Any] = {"resourceType": "Bundle", "type": "searchset", "total": len(found)}
    if found:  # FHIR knows no empty list
        bundle["entry"] = [_entry(one, server) for one in found]
    return bundle


def _entry(resource: Json, server: str) -> Json:
    address = f"{server}/{resource['resourceType']}/{resource['id']}"
    return {"fullUrl": address, "resource": resource, "search": {"mode": "match"}}


def _resources() -> Iterator[Json]:
    library = _indication()
    Library.model_validate(library)
    yield library


def _indication() -> dict[str, Any]:
    """The CQL file as a Library. Name and version are the file's own: as an oracle it has a version apart from the rules'."""
    cql = (_DEFINITIONS / "cql" / "SpinalTumourIndication.cql").read_bytes()
    said = _CQL_NAME.search(cql.decode("utf-8"))
    if said is None:
        raise ValueError("SpinalTumourIndication.cql does not say its name and version")
    return {
        "resourceType": "Library",
        "id": _INDICATION,
        "url": f"{BASE}/Library/{_INDICATION}",
        "version": said["version"],
        "name": said["name"],
        "title": "Indication for percutaneous treatment of a spinal tumour, written a second time",
        "status": "draft",
        "experimental": True,
        "type": {"coding": [{"system": _LIBRARY_TYPE, "code": "logic-library"}]},
        "description": (
            "Independent second formulation, in CQL, of the decision tree, the gates and the technique states: the oracle that "
            "the service is compared with, not what it runs on. Not a guideline; not reviewed by a clinician."
        ),
        "content": [{"contentType": "text/cql", "data": b64encode(cql).decode("ascii")}],
    }
