"""Writes the reference pages that are made from declarations: `make pages`. With `--check` it only names stale
ones.

What may not live here: what a page says.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from docs import answering, asked, coded, helping, not_run

FOLDER: Final = Path(__file__).parent / "reference"
PAGES: Final[Mapping[str, Callable[[], str]]] = {
    "queries.md": asked.page,
    "codes.md": coded.page,
    "answers.md": answering.page,
    "commands.md": helping.page,
    "commands-not-run.md": not_run.page,
}


def stale(folder: Path = FOLDER) -> list[str]:
    """Pages that differ from what they should be, or are missing."""
    return [name for name, page in PAGES.items() if not _is(folder / name, page())]


def _is(file: Path, text: str) -> bool:
    return file.is_file() and file.read_text(encoding="utf-8") == text


def main(arguments: list[str]) -> int:
    """Writes the pages, or with `--check` only says which are stale."""
    changed = stale()
    if "--check" in arguments:
        print("\n".join(f"stale: {name}" for name in changed) or "all references are current")
        return 1 if changed else 0
    for name in changed:
        (FOLDER / name).write_text(PAGES[name](), encoding="utf-8")
    print("\n".join(f"docs/reference/{name}" for name in changed) or "all references are current")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
