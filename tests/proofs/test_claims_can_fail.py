"""A claim that nothing can break proves nothing: a mutant of the knowledge breaks each, and the same search finds it."""

from __future__ import annotations

import pytest

from plugin.knowledge import KNOWLEDGE
from tests.proofs.claims import CLAIMS, Subject
from tests.proofs.faults import FAULTS, Fault
from tests.proofs.test_claims import TOLD_IN

UNBREAKABLE = {
    "nothing that is not there": "the hospital's list is applied by the engine, not by a declaration",
    "nothing avoided is in play": "techniques in play are chosen by the engine, not by a declaration",
}


def test_every_claim_has_a_mutant_that_breaks_it() -> None:
    assert TOLD_IN
    assert CLAIMS.keys() - {fault.claim for fault in FAULTS} == UNBREAKABLE.keys()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.claim} / {fault.mutant.id}")
def test_the_mutant_is_caught(fault: Fault) -> None:
    with fault.mutant.in_force():
        assert CLAIMS[fault.claim].search(Subject(KNOWLEDGE)), f"{fault.mutant.id} breaks nothing"
