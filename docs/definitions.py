"""Writes our FHIR definitions, and the page of what they refuse: `make definitions`. With `--check` it only names stale files.

What may not live here: what a definition says (`fhir_profiles.publishing`).
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from docs import refused
from fhir_profiles.publishing import DEFINITIONS, in_json
from fhir_profiles.publishing.making import make

_ROOT = Path(__file__).parents[1]


def every_file() -> dict[str, bytes]:
    """Every file by its path below the repository, as it should be now."""
    made = {_path(DEFINITIONS / name): in_json(definition) for name, definition in make().items()}
    return {**made, _path(refused.FILE): refused.page().encode("utf-8")}


def stale(wanted: Mapping[str, bytes]) -> list[str]:
    """Files that differ from what they should be, are missing, or should not be there."""
    there = {_path(file): file.read_bytes() for file in (*DEFINITIONS.glob("*.json"), refused.FILE) if file.exists()}
    return sorted(name for name in there.keys() | wanted.keys() if there.get(name) != wanted.get(name))


def _path(file: Path) -> str:
    return file.relative_to(_ROOT).as_posix()


def main(arguments: list[str]) -> int:
    """Writes the files, or with `--check` only says which are stale."""
    wanted = every_file()
    changed = stale(wanted)
    if "--check" in arguments:
        print("\n".join(f"stale: {name}" for name in changed) or "all definitions are current")
        return 1 if changed else 0
    for name in changed:
        file = _ROOT / name
        if name in wanted:
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(wanted[name])
        else:
            file.unlink()
    print("\n".join(changed) or "all definitions are current")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
