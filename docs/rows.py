"""The page of the protocol's rows: each with the tests that prove it, or why there is none. `make pages` writes it.

What may not live here: the rows (`tests/specification/rows.toml`), and how a test is known to prove one (`tests.support.rows`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from plugin.explain import markdown as md
from tests.support.rows import Row, proofs, rows

FILE = Path(__file__).parent / "reference" / "protocol-rows.md"
_WHAT = """What CDS Hooks asks of a service on the wire, and what we decided where it is silent, row by row. The name of
a test begins with the ids of the rows that it proves. MUST, SHOULD and MAY are the specification's; DECIDE is ours; CRD is asked
for by the Da Vinci guide alone; NOTE only tells something."""


def page() -> str:
    """The whole page."""
    every = rows()
    tested = sum(not row.why_not for row in every)
    counts = (
        f"Rows and invariants in all: **{len(every)}**; proven by a test: **{tested}**; not: **{len(every) - tested}**."
    )
    parts = [block for part, inside in groupby(every, lambda row: row.part) for block in _part(part, list(inside))]
    return "\n\n".join(("# Rows of the protocol", _WHAT, counts, *parts)) + "\n"


def _part(name: str, inside: list[Row]) -> Iterator[str]:
    yield f"## {name.replace('-', ' ').capitalize()}"
    yield md.table(("row", "level", "what", "where"), (_row(each) for each in inside))


def _row(row: Row) -> tuple[str, str, str, str]:
    files = dict.fromkeys(proof.file for proof in proofs().get(row.id, ()))
    where = ", ".join(f"[`{file.removeprefix('tests/')}`](../../{file})" for file in files)
    return f"{md.anchor(row.id)}{row.id}", row.level, row.title, row.why_not or where


def main() -> None:
    """Writes the page."""
    FILE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
