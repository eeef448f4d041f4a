"""The indication written a second time in CQL, as a Library: the oracle that the service is compared with.

The CQL file is the source; name and version are the file's own. What may not live here: any rule.
"""

from __future__ import annotations

import re
from base64 import b64encode
from pathlib import Path
from typing import Any, Final

from fhir_profiles.publishing.heading import heading

LIBRARY: Final = "spinal-tumour-indication"
_CQL: Final = Path(__file__).parents[1] / "definitions" / "cql" / "SpinalTumourIndication.cql"
_LIBRARY_TYPE: Final = "http://terminology.hl7.org/CodeSystem/library-type"
_CQL_NAME: Final = re.compile(r"^library (?P<name>\w+) version '(?P<version>[\d.]+)'$", re.MULTILINE)


def library(file: Path = _CQL) -> dict[str, Any]:
    """The Library. Raises ValueError where the CQL does not say its name and version."""
    cql = file.read_bytes()
    said = _CQL_NAME.search(cql.decode("utf-8"))
    if said is None:
        raise ValueError(f"{file.name} does not say its name and version")
    title = "Indication for percutaneous treatment of a spinal tumour, written a second time"
    what = (
        "Independent second formulation, in CQL, of the decision tree, the gates and the technique states: the oracle that "
        "the service is compared with, not what it runs on."
    )
    return heading("Library", LIBRARY, title, what, version=said["version"]) | {
        "name": said["name"],
        "type": {"coding": [{"system": _LIBRARY_TYPE, "code": "logic-library"}]},
        "content": [{"contentType": "text/cql", "data": b64encode(cql).decode("ascii")}],
    }
