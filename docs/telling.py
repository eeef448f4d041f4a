"""What does this plugin say? Tells it every story and so many generated patients, and prints the answers as JSON.

`shadow` runs this twice, each time with another `plugin` on the path. Only what counts as a side is told: the outcome, each
technique's state, the holds. What may not live here: any comparison.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Any

from plugin.advice import Advice
from plugin.advising import advise_all
from plugin.evidence import Evidence
from plugin.grammar import LocalPractice
from plugin.knowledge import VERSION
from tests.oracle.patients import patients
from tests.oracle.test_oracle import SEED
from tests.support.stories import stories


def told(count: int) -> dict[str, Any]:
    """Version of the knowledge, and what it says of each story and each patient, by lesion."""
    stories_told = [story for story in stories() if not story.decided_at_the_order]
    return {
        "version": VERSION,
        "stories": {each.id: _sides(each.evidences, each.practice) for each in stories_told},
        "patients": {p.name: _sides((p.evidence, *p.elsewhere), p.practice) for p in patients(count, SEED)},
    }


def _sides(evidences: Iterable[Evidence], practice: LocalPractice) -> dict[str, Any]:
    sides: dict[str, Any] = {}
    for advice in advise_all(evidences, practice):
        lesion = advice.place.level if advice.place else "no level"
        sides[f"{lesion} ({len(sides) + 1})" if lesion in sides else lesion] = _side(advice)
    return sides


def _side(advice: Advice) -> dict[str, Any]:
    return {
        "outcome": advice.outcome.value,
        "states": {each.technique.value: each.state.value for each in advice.techniques},
        "holds": sorted({each.id for each in advice.holds}),
    }


if __name__ == "__main__":
    json.dump(told(int(sys.argv[1])), sys.stdout)
