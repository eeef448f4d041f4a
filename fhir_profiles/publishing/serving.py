"""What is answered to whoever reads or searches our definitions? The written files, as they are.

What may not live here: how a definition is made (`making`), and HTTP.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeAlias
from urllib.parse import urlencode

from fhir_profiles.codes import BASE
from fhir_profiles.publishing.capability import CAPABILITY, of_server

Json: TypeAlias = Mapping[str, Any]

DEFINITIONS: Final = Path(__file__).parents[1] / "definitions"
"""Where the files stand; `make definitions` writes them."""


@cache
def published(folder: Path = DEFINITIONS) -> Mapping[tuple[str, str], Json]:
    """Every definition by type and id. Raises ValueError where a file is none of ours, so call it at the start."""
    found = {}
    for file in sorted(folder.glob("*.json")):
        one = json.loads(file.read_text(encoding="utf-8"))
        kind, identifier = one.get("resourceType"), one.get("id")
        if one.get("url") != f"{BASE}/{kind}/{identifier}" or file.name != f"{kind}-{identifier}.json":
            raise ValueError(f"{file.name} holds no definition of that name")
        found[kind, identifier] = one
    return MappingProxyType(found)


def metadata(server: str) -> Json:
    """The CapabilityStatement of this installation; `server` is the address of our /fhir."""
    return of_server(published()["CapabilityStatement", CAPABILITY], server)


def find(
    kind: str, server: str, *, url: str | None = None, name: str | None = None, version: str | None = None
) -> Json | None:
    """The searchset Bundle of this type; None for a type of which nothing is published.

    `server` is the address of our /fhir. As FHIR's search has it, a name is found by its beginning in any case, and the link
    to itself says what was understood of the question.
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
    asked = {name: value for name, value in (("url", url), ("name", name), ("version", version)) if value is not None}
    own = f"{server}/{kind}?{urlencode(asked)}" if asked else f"{server}/{kind}"
    bundle: dict[str, Any] = {
        "resourceType": "Bundle",
        "type": "searchset",
        "total": len(found),
        "link": [{"relation": "self", "url": own}],
    }
    if found:  # FHIR knows no empty list
        bundle["entry"] = [_entry(one, server) for one in found]
    return bundle


def _entry(resource: Json, server: str) -> Json:
    address = f"{server}/{resource['resourceType']}/{resource['id']}"
    return {"fullUrl": address, "resource": resource, "search": {"mode": "match"}}
