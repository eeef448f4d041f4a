"""Of the changes of the knowledge no fewer are noticed than last time; the report names those that nobody notices."""

from __future__ import annotations

import warnings
from collections import Counter

import pytest

from plugin.knowledge import KNOWLEDGE
from tests.mutation.changes import mutants
from tests.mutation.noticing import Verdict, verdicts_in_parallel
from tests.mutation.report import report

FLOOR = 0.94
"""Raise it with every survivor that is dealt with; never lower it."""


def test_every_mutant_has_a_name_of_its_own() -> None:
    assert [name for name, times in Counter(each.id for each in mutants(KNOWLEDGE)).items() if times > 1] == []


@pytest.mark.filterwarnings("default")
def test_stories_and_proofs_notice_what_changes() -> None:
    tried = mutants(KNOWLEDGE)
    found = [Verdict(tried[number], by) for number, by in verdicts_in_parallel(tried)]
    noticed = sum(bool(each.by) for each in found) / len(found)
    told = report(found)
    assert noticed >= FLOOR, told
    warnings.warn(told, stacklevel=1)
