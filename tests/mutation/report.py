"""`python -m tests.mutation.report [--deep]`: which changes of the knowledge a story or a proof notices, and which nobody."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable

from tests.mutation.changes import mutants
from tests.mutation.noticing import Verdict, verdicts_in_parallel
from tests.mutation.pieces import pieces


def report(found: Iterable[Verdict]) -> str:
    """The score, by kind of declaration, and the survivors."""
    listed = list(found)
    kinds = Counter(type(each.mutant.declaration).__name__ for each in listed)
    noticed = Counter(type(each.mutant.declaration).__name__ for each in listed if each.by)
    proofs = sum(each.by.startswith("proof") for each in listed)
    survivors = [f"  {each.mutant.id}" for each in listed if not each.by]
    total = sum(noticed.values())
    return "\n".join(
        (
            f"{total} of {len(listed)} mutants noticed ({100 * total / len(listed):.1f} %), {proofs} of them by a proof alone",
            *(f"  {kind}: {noticed[kind]} of {number}" for kind, number in sorted(kinds.items())),
            f"{len(survivors)} survive:",
            *survivors,
        )
    )


if __name__ == "__main__":
    sys.stdout.write(report(verdicts_in_parallel(pieces if "--deep" in sys.argv[1:] else mutants)) + "\n")
