"""The figures as a page: `docs/explanation/speed.md`. Nothing is measured and nothing is judged here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import Any, Final

from tests.benchmarks.cases import SIZES
from tests.benchmarks.irrelevant import Pair
from tests.benchmarks.own_time import STAGES, Times

_HEAD: Final = """# Speed

Written by `make bench`; do not edit. What is measured, and how, stands in `tests/benchmarks/`. No test asserts a time:
compare ratios, and times only with times of the same run. "Processor" is the time that the service's own thread ran.
"""
KINDS: Final = {
    "as asked for": "A sample patient in a record that heeds the codes of each search: mostly laboratory values of many years.",
    "without reports": "The same without its reports: what is left when no text is read.",
    "codes ignored": "The same from a server that ignores the codes: every Observation comes twice, most of them for nothing.",
    "three lesions": "Three ordered lesions, each with its own cards, in the first kind of record.",
}


def written(
    times: Mapping[tuple[str, int], Times],
    pairs: Mapping[int, Pair],
    memory: Mapping[str, Any],
    run: Mapping[str, str],
) -> str:
    """The page, in Markdown."""
    parts = [_HEAD, "## This run", _table(("", ""), run.items()), "## Own time"]
    parts.append(
        "From the parsed request to the bytes of the answer; milliseconds. Aimed at: at most 5 at 200 resources and 20 at 1,000 "
        "(p50), growing linearly. The last column is the time that each further resource takes, against the row above."
    )
    for kind, words in KINDS.items():
        parts += [f"### {kind.capitalize()}", words, _own(kind, times)]
    parts += ["## An order that does not concern us", _irrelevant(pairs), "## Memory", _memory(memory)]
    return "\n\n".join(parts).replace("\n\n\n", "\n\n") + "\n"


def _own(kind: str, times: Mapping[tuple[str, int], Times]) -> str:
    rows, before = [], None
    for size in SIZES:
        found = times[kind, size]
        stages = [f"{found.stage(name):.1f}" for name in STAGES]
        slope = f"{(found.own - before[1]) * 1_000 / (size - before[0]):.1f} µs" if before else "–"
        rows.append((f"{size:,}", f"{found.p50:.1f}", f"{found.p95:.1f}", f"{found.own:.1f}", *stages, slope))
        before = (size, found.own)
    return _table(("resources", "p50", "p95", "processor, p50", *STAGES, "per further resource"), rows)


def _irrelevant(pairs: Mapping[int, Pair]) -> str:
    words = (
        "A chest radiograph is ordered; whatever chart goes along is parsed and not read. Beside it a Flask view that parses the "
        "same bytes with orjson and does nothing else. Ours is called straight (`cds_hooks/routes/straight.py`), the bare view "
        "by Flask's own way. Milliseconds, p50; aimed at: at most 1.3 times.\n\n"
    )
    rows = [
        (f"{size:,} kB", f"{median(pair.ours):.3f}", f"{median(pair.bare):.3f}", f"{pair.ratio:.2f}")
        for size, pair in pairs.items()
    ]
    return words + _table(("body", "ours", "bare view", "ratio"), rows)


def _memory(memory: Mapping[str, Any]) -> str:
    steps: Sequence[tuple[int, float]] = memory["steps"]
    large: Sequence[float] = memory["large"]
    rows = [(f"{calls:,}", f"{megabytes} MB") for calls, megabytes in steps]
    return (
        "One process, after 100 calls to warm up; charts of 200 resources.\n\n"
        + _table(("calls", "resident"), rows)
        + f"\n\nObjects that the interpreter holds after the 1,000 calls, against before: {memory['blocks']:+,}.\n\n"
        + f"Then three charts of 5,000 resources ({memory['large_kb']:,} kB each): {large[0]} MB before, "
        + f"{' / '.join(map(str, large[1:-1]))} MB after each, {large[-1]} MB at the end."
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
