"""Every change of the knowledge is noticed by a story or a proof, the finer pieces of every question included."""

from __future__ import annotations

from collections import Counter

from plugin.knowledge import KNOWLEDGE
from tests.mutation.changes import all_mutants, mutants
from tests.mutation.equivalent import CHANGES_NOTHING
from tests.mutation.noticing import verdicts, verdicts_in_parallel
from tests.mutation.pieces import all_pieces, pieces
from tests.mutation.report import report

EVERY = 7
"""Of the finer pieces every seventh is tried in each run of the tests."""


def test_every_mutant_has_a_name_of_its_own() -> None:
    names = Counter(each.id for each in (*mutants(KNOWLEDGE), *all_pieces(KNOWLEDGE)))
    assert [name for name, times in names.items() if times > 1] == []


def test_what_changes_nothing_is_still_there() -> None:
    made = {each.id for each in (*all_mutants(KNOWLEDGE), *all_pieces(KNOWLEDGE))}
    assert CHANGES_NOTHING.keys() - made == set()


def test_stories_notice_a_sample_of_the_finer_pieces() -> None:
    """All of them: `python -m tests.mutation.report --deep`."""
    found = list(verdicts(KNOWLEDGE, pieces(KNOWLEDGE)[::EVERY]))
    assert all(each.by for each in found), report(found)


def test_stories_and_proofs_notice_every_change() -> None:
    found = verdicts_in_parallel(mutants)
    assert all(each.by for each in found), report(found)
