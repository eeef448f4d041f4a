"""What can be asked of our /fhir? The CapabilityStatement: published knowledge, read-only.

As a definition it describes what any installation can; the answer to /fhir/metadata names the one that was asked. What may not
live here: the answers (`serving`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from fhir_profiles.publishing.heading import PUBLISHER, heading

CAPABILITY: Final = "spinal-tumour-cds"
SEARCHED_BY: Final = {"url": "uri", "name": "string", "version": "token"}


def capability(kinds: Iterable[str]) -> dict[str, Any]:
    """The statement for these resource types."""
    what = (
        "Definitions of the service, for whoever wants to read or load them: no patient data, nothing can be written."
    )
    return heading("CapabilityStatement", CAPABILITY, "Published knowledge of spinal-tumour-cds", what) | {
        "kind": "capability",
        "software": {"name": PUBLISHER},
        "fhirVersion": "4.0.1",
        "format": ["application/fhir+json"],
        "rest": [
            {
                "mode": "server",
                "documentation": "Read and search, without a token.",
                "resource": [_resource(kind) for kind in sorted(kinds)],
            }
        ],
    }


def of_server(statement: Mapping[str, Any], server: str) -> dict[str, Any]:
    """The same statement of one installation, whose /fhir stands at `server`."""
    implementation = {"description": statement["title"], "url": server}
    return {**statement, "kind": "instance", "implementation": implementation}


def _resource(kind: str) -> dict[str, Any]:
    return {
        "type": kind,
        "interaction": [{"code": "read"}, {"code": "search-type"}],
        "searchParam": [{"name": name, "type": of} for name, of in SEARCHED_BY.items()],
    }
