"""The page of commands that no test runs, with the reason of each. A test refuses one that is not on it.

What may not live here: the commands and the reasons (they stand on their pages), and how they are found (`tests.support.told`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from os.path import relpath
from pathlib import Path

from plugin.explain import markdown as md
from tests.support.told import Block, Page, told

_FOLDER = Path(__file__).parent / "reference"
_ROOT = Path(__file__).parents[1]
_MOST_SHOWN = 100
_WHAT = """Every block of commands in our documents is run by `tests/docs`, in order, in a fresh copy of the project, on a network
of its own. These are not. Each stands on its page under `<!-- not run: REASON -->`."""


def page() -> str:
    """The whole page."""
    left = [(one, block) for one in told() for block in one.blocks if block.why_not]
    ran = sum(block.is_run for one in told() for block in one.blocks)
    counts = f"Blocks that are run: **{ran}**; not run: **{len(left)}**."
    by_reason = md.table(("reason", "blocks"), _reasons(left))
    rows = (_row(one, block) for one, block in left)
    parts = ("# Commands that no test runs", _WHAT, counts, by_reason, md.table(("page", "begins with", "why"), rows))
    return "\n\n".join(parts) + "\n"


def _reasons(left: list[tuple[Page, Block]]) -> Iterator[tuple[str, str]]:
    for reason, count in Counter(block.why_not for _, block in left).most_common():
        yield reason, str(count)


def _row(one: Page, block: Block) -> tuple[str, str, str]:
    lines = [line for line in block.text.splitlines() if line.strip() and not line.startswith("#")]
    first = lines[0] if len(lines[0]) <= _MOST_SHOWN else f"{lines[0][:_MOST_SHOWN]}…"
    return f"[{one.name}]({relpath(_ROOT / one.name, _FOLDER)})", f"`{first}`", block.why_not
