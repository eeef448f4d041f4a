"""Writes the clinicians' pages into docs/knowledge/: `make pages`. With `--check` it writes nothing and names stale pages.

The pages come from the declarations that the service runs on (`plugin.explain`), the stories that visit each rule from telling
all of them. What may not live here: what a page says, the counts of what is proven (`summary`), and how the flowchart is drawn
(`cds_hooks.pictures`).
"""

from __future__ import annotations

import sys
from pathlib import Path

from cds_hooks.pictures import STYLE, decisions
from cds_hooks.words import SOURCE_LANGUAGE, load_words
from docs.summary import summary_page
from plugin.explain import chart, pages
from plugin.knowledge import KNOWLEDGE
from tests.support.visits import visits

FOLDER = Path(__file__).parent / "knowledge"


def every_page() -> dict[str, str]:
    """Every file of the folder by its name, as it should be now."""
    return {
        **pages(KNOWLEDGE, visits()),
        "summary.md": summary_page(KNOWLEDGE, visits()),
        "indication.svg": picture(),
    }


def picture() -> str:
    """The flowchart of the indication."""
    return decisions(chart(KNOWLEDGE, visits()), load_words(SOURCE_LANGUAGE, KNOWLEDGE), STYLE) + "\n"


def stale(wanted: dict[str, str]) -> list[str]:
    """Files that differ from what they should be, are missing, or should not be there."""
    there = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*")}
    return sorted(name for name in there.keys() | wanted.keys() if there.get(name) != wanted.get(name))


def main(arguments: list[str]) -> int:
    """Writes the pages, or with `--check` only says which are stale."""
    wanted = every_page()
    changed = stale(wanted)
    if "--check" in arguments:
        print("\n".join(f"stale: {name}" for name in changed) or "all pages are current")
        return 1 if changed else 0
    FOLDER.mkdir(exist_ok=True)
    for name in changed:
        if name in wanted:
            (FOLDER / name).write_text(wanted[name], encoding="utf-8")
        else:
            (FOLDER / name).unlink()
    print("\n".join(f"docs/knowledge/{name}" for name in changed) or "all pages are current")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
