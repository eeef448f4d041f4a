"""Who notices a mutant: the first story that then says something else than it expects, or a claim that then has a counterexample.

Stories that speak of the changed declaration are asked first; a claim only where no story noticed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from plugin.advice import Advice
from plugin.advising import advise_all
from plugin.evidence import Evidence
from plugin.grammar import Ask, ChecklistItem, Gate, Knowledge, OrderItem, Rule, StartingStates
from tests.proofs import claims_sets, claims_states, claims_way
from tests.proofs.claims import CLAIMS, Subject
from tests.support.checking import Summary, differences, summary_of_advice
from tests.support.mutants import Mutant
from tests.support.stories import Story, stories


@dataclass(frozen=True, slots=True)
class Verdict:
    """A mutant, and who noticed it ("" for nobody)."""

    mutant: Mutant
    by: str


def verdicts(knowledge: Knowledge, tried: Iterable[Mutant]) -> Iterator[Verdict]:
    """What becomes of each mutant of this knowledge."""
    for mutant in tried:
        with mutant.in_force():
            by = noticed_by_a_story(_order(mutant), knowledge) or noticed_by_a_claim(mutant, knowledge)
        yield Verdict(mutant, by)


def noticed_by_a_claim(mutant: Mutant, knowledge: Knowledge) -> str:
    """The first claim about this kind of declaration that now has a counterexample."""
    subject = Subject(knowledge)
    for name in _asked_about(mutant.declaration):
        if CLAIMS[name].search(subject):
            return f"proof: {name}"
    return ""


def _asked_about(declaration: object) -> list[str]:
    """Claims that speak of such declarations; those that take long stay with the proofs."""
    speaks = {Gate: claims_way, Ask: claims_way, Knowledge: claims_way, StartingStates: claims_states}
    speaks |= {Rule: claims_states, OrderItem: claims_sets, ChecklistItem: claims_sets}
    module = speaks.get(type(declaration))
    return [
        name
        for name, one in CLAIMS.items()
        if module and one.search.__module__ == module.__name__ and name not in _LONG
    ]


_LONG = {"one end for each completion", "every outcome occurs"}


def noticed_by_a_story(told: Iterable[Story], knowledge: Knowledge) -> str:
    """The first story that is no longer told as expected."""
    return next((each.id for each in told if _differs(each, knowledge)), "")


def _differs(told: Story, knowledge: Knowledge) -> bool:
    try:
        advices = advise_all(told.evidences, told.practice, knowledge)
        wrong = differences(told.expected, _of(told.evidence, advices))
        for evidence, expected in zip(told.elsewhere, told.expected_elsewhere, strict=True):
            wrong += differences(expected, _of(evidence, advices))
    except Exception:  # noqa: BLE001 - a mutant that cannot even be asked is noticed
        return True
    return bool(wrong)


def _of(evidence: Evidence, advices: tuple[Advice, ...]) -> Summary:
    found = [advice for advice in advices if advice.place == evidence.place]
    return summary_of_advice(found[0]) if found else Summary(outcome="OUT_OF_SCOPE")


def _order(mutant: Mutant) -> list[Story]:
    """Stories that name the declaration before those that do not."""
    return sorted(_told(), key=lambda each: not any(name in _words(each) for name in mutant.about))


@cache
def _told() -> tuple[Story, ...]:
    return tuple(each for each in stories() if not each.decided_at_the_order)


@cache
def _words_of() -> dict[str, str]:
    return {each.id: f"{each.id} {each.expected}" for each in _told()}


def _words(told: Story) -> str:
    return _words_of()[told.id]
