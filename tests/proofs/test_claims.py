"""Every claim holds for every patient: the solver finds no case that breaks it."""

from __future__ import annotations

from functools import cache

import pytest

from plugin.knowledge import KNOWLEDGE
from tests.proofs import claims_holds, claims_lost, claims_sets, claims_states, claims_way
from tests.proofs.claims import CLAIMS, Subject
from tests.proofs.kleene import FALSE

TOLD_IN = (claims_holds, claims_lost, claims_sets, claims_states, claims_way)


@cache
def subject() -> Subject:
    return Subject(KNOWLEDGE)


@pytest.mark.parametrize("name", CLAIMS)
def test_no_case_breaks_it(name: str) -> None:
    found = CLAIMS[name].search(subject())
    assert not found, f"{CLAIMS[name].sentence}\n{found}"


def test_the_one_exception_for_the_nature_is_needed() -> None:
    """Without it law 1 would not hold: a claim with an exception that nobody needs says less than it could."""
    assert claims_lost.outcome_lost_with_the_nature(subject(), FALSE)
