"""The definitions as one FHIR package, as the tools that load implementation guides take it (`.tgz`, NPM's form).

The same definitions give the same bytes: every time and owner in it is fixed. What may not live here: where it is written.
"""

from __future__ import annotations

import gzip
import io
import json
import tarfile
from collections.abc import Iterator, Mapping
from typing import Any, Final

from fhir_profiles.codes import BASE
from fhir_profiles.publishing.heading import NOT_A_GUIDELINE, PUBLISHER
from fhir_profiles.publishing.serving import published
from plugin.knowledge import VERSION

_INDEXED: Final = ("resourceType", "id", "url", "version", "kind", "type")
_DAY_ONE: Final = 499_162_500
"""1985-10-26, the time that NPM gives every file of a package."""
PACKAGE_FILE: Final = f"{PUBLISHER}-{VERSION}.tgz"


def files() -> Mapping[str, bytes]:
    """Every definition as a file, by name."""
    return {f"{kind}-{name}.json": in_json(one) for (kind, name), one in published().items()}


def in_json(definition: Mapping[str, Any]) -> bytes:
    """The text of a file: indented, in the order in which it was made, letters as they are."""
    return (json.dumps(definition, indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def package() -> bytes:
    """The whole package, compressed."""
    unpacked = io.BytesIO()
    with tarfile.open(fileobj=unpacked, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, content in _entries():
            about = tarfile.TarInfo(f"package/{name}")
            about.size, about.mtime, about.mode = len(content), _DAY_ONE, 0o644
            archive.addfile(about, io.BytesIO(content))
    return gzip.compress(unpacked.getvalue(), mtime=0)


def _entries() -> Iterator[tuple[str, bytes]]:
    yield "package.json", in_json(_about())
    yield ".index.json", in_json(_index())
    yield from files().items()


def _about() -> dict[str, Any]:
    return {
        "name": PUBLISHER,
        "version": VERSION,
        "canonical": BASE,
        "url": BASE,
        "title": "Percutaneous treatment of spinal tumours: definitions",
        "description": NOT_A_GUIDELINE,
        "author": PUBLISHER,
        "license": "Apache-2.0",
        "type": "fhir.ig",
        "fhirVersions": ["4.0.1"],
        "dependencies": {"hl7.fhir.r4.core": "4.0.1"},
    }


def _index() -> dict[str, Any]:
    listed = [
        {"filename": f"{kind}-{name}.json"} | {key: one[key] for key in _INDEXED if isinstance(one.get(key), str)}
        for (kind, name), one in published().items()
    ]
    return {"index-version": 1, "files": listed}
