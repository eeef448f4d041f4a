"""Every claim holds for every patient: the solver finds no case that breaks it."""

from __future__ import annotations

from functools import cache

import pytest

from plugin.knowledge import KNOWLEDGE
from tests.proofs import claims_holds, claims_lost, claims_sets, claims_states, claims_way
from tests.proofs.claims import CLAIMS, Subject

TOLD_IN = (claims_holds, claims_lost, claims_sets, claims_states, claims_way)


@cache
def subject() -> Subject:
    return Subject(KNOWLEDGE)


OPEN: dict[str, str] = {
    "erasing nature removes no outcome": "SINS of 13 or more: a nature erased is read as not benign, and the pathway is lost",
}
"""Claims that do not hold yet, and why; a claim that holds again must leave this list."""


def _claims() -> list[object]:
    open_ = {name: [pytest.mark.xfail(strict=True, reason=reason)] for name, reason in OPEN.items()}
    return [pytest.param(name, marks=open_.get(name, [])) for name in CLAIMS]


@pytest.mark.parametrize("name", _claims())
def test_no_case_breaks_it(name: str) -> None:
    found = CLAIMS[name].search(subject())
    assert not found, f"{CLAIMS[name].sentence}\n{found}"
