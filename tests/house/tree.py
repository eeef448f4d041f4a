"""Which files the project consists of, without asking git: a machine with Python and make need not have it."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("plugin", "fhir_profiles", "cds_hooks")

# In a worktree `.git` is a file and holds a path of the machine; the bill of materials names where packages come from.
_MADE = {".git", "sbom.cdx.json"}
_LEFT_BEHIND = {".git", "__pycache__", "build", "dist"}


def files() -> list[Path]:
    return sorted(_below(ROOT))


def modules() -> list[Path]:
    return [file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py"))]


def relative(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def _below(folder: Path) -> Iterator[Path]:
    for entry in folder.iterdir():
        if entry.is_file():
            if entry.name in _MADE:
                continue
            if not entry.name.startswith(".coverage") and entry.suffix not in {".db", ".db-wal", ".db-shm", ".log"}:
                yield entry
        elif not _is_left_behind(entry):
            yield from _below(entry)


def _is_left_behind(folder: Path) -> bool:
    """What tools and virtual environments leave beside the sources (`.gitignore` has the same names)."""
    name = folder.name
    if name in _LEFT_BEHIND or name.endswith((".egg-info", "_cache")) or name == ".hypothesis":
        return True
    return (folder / "pyvenv.cfg").exists()
