"""What is shipped is made of what? `make sbom` writes sbom.cdx.json: every package of the runtime lock, as CycloneDX. In an image
(`deploy/Dockerfile`) stands that of the lock it was made from.

Versions and hashes are the lock's; licences, and who needs whom, are told by the packages that are installed. The same lock gives
the same bytes. The file names where packages come from, so it is made and never committed. What may not live here: what a package
is known to be guilty of (`audit`).
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

Json = dict[str, Any]

ROOT: Final = Path(__file__).parents[2]
FILE: Final = ROOT / "sbom.cdx.json"
LOCK: Final = "requirements.txt"
_ROOT_REFERENCE: Final = "root-component"
_TAKEN_OVER: Final = ("description", "licenses")


def bill(lock: str = LOCK, interpreter: str = sys.executable) -> Json:
    """The bill of materials of a runtime lock, told by what is installed beside this interpreter."""
    return merged(_made("requirements", lock), _made("environment", interpreter))


def merged(locked: Json, installed: Json) -> Json:
    """What is locked, with what is known of it where it is installed in the same version."""
    known = {_name(each): each for each in installed["components"]}
    references: dict[str, str] = {}
    for component in locked["components"]:
        own = known.get(_name(component), {})
        component["bom-ref"] = f"{component['name']}=={component['version']}"
        component.pop("description", None)  # the line of the lock, hashes and all
        component.update({member: own[member] for member in _TAKEN_OVER if member in own})
        references[own.get("bom-ref", component["bom-ref"])] = component["bom-ref"]
    return locked | {"dependencies": list(_dependencies(installed, references))}


def _dependencies(installed: Json, references: dict[str, str]) -> Iterator[Json]:
    """Who needs whom, among what is locked; a reference that is installed is the same thing under another spelling."""
    needs = {each["ref"]: each.get("dependsOn", ()) for each in installed["dependencies"]}
    for there, ours in {_ROOT_REFERENCE: _ROOT_REFERENCE, **references}.items():
        needed = sorted(references[each] for each in needs.get(there, ()) if each in references)
        yield {"ref": ours} | ({"dependsOn": needed} if needed else {})


def _name(component: Json) -> tuple[str, str]:
    return re.sub(r"[-_.]+", "-", component["name"]).lower(), component["version"]


def _made(kind: str, of: str) -> Json:
    command = [sys.executable, "-W", "ignore", "-m", "cyclonedx_py", kind, of, "--pyproject", "pyproject.toml"]
    done = subprocess.run([*command, "--output-reproducible"], cwd=ROOT, stdout=subprocess.PIPE, check=True)
    found: Json = json.loads(done.stdout)
    return found


def main() -> None:
    """Writes the file."""
    parser = argparse.ArgumentParser(description="Writes the bill of materials of a runtime lock, as CycloneDX.")
    parser.add_argument("--lock", default=LOCK, metavar="FILE", help=f"default: {LOCK}")
    parser.add_argument(
        "--installed", default=sys.executable, metavar="PYTHON", help="where the packages are installed"
    )
    parser.add_argument("--output", type=Path, default=FILE, metavar="FILE", help=f"default: {FILE.name}")
    given = parser.parse_args()
    found = bill(given.lock, given.installed)
    given.output.write_text(f"{json.dumps(found, indent=1, sort_keys=True)}\n", encoding="utf-8")
    print(f"{given.output.name}: {len(found['components'])} packages")


if __name__ == "__main__":
    main()
