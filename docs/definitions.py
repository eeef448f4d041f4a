"""Writes our FHIR definitions into fhir_profiles/definitions/: `make definitions`. With `--check` it only names stale ones.

What may not live here: what a definition says (`fhir_profiles.publishing`).
"""

from __future__ import annotations

import sys
from collections.abc import Mapping

from fhir_profiles.publishing import DEFINITIONS, in_json
from fhir_profiles.publishing.making import make


def every_definition() -> dict[str, bytes]:
    """Every file of the folder by its name, as it should be now."""
    return {name: in_json(definition) for name, definition in make().items()}


def stale(wanted: Mapping[str, bytes]) -> list[str]:
    """Files that differ from what they should be, are missing, or should not be there."""
    there = {file.name: file.read_bytes() for file in DEFINITIONS.glob("*.json")}
    return sorted(name for name in there.keys() | wanted.keys() if there.get(name) != wanted.get(name))


def main(arguments: list[str]) -> int:
    """Writes the definitions, or with `--check` only says which are stale."""
    wanted = every_definition()
    changed = stale(wanted)
    if "--check" in arguments:
        print("\n".join(f"stale: {name}" for name in changed) or "all definitions are current")
        return 1 if changed else 0
    for name in changed:
        if name in wanted:
            (DEFINITIONS / name).write_bytes(wanted[name])
        else:
            (DEFINITIONS / name).unlink()
    print("\n".join(f"fhir_profiles/definitions/{name}" for name in changed) or "all definitions are current")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
