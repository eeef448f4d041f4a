"""Who notices a mutant: the first story that then says something else than it expects, or a claim that then has a counterexample.

Stories that speak of the changed declaration are asked first; a claim only where no story noticed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from multiprocessing import get_context

from plugin.advice import Advice
from plugin.advising import advise_all
from plugin.evidence import Evidence
from plugin.grammar import ChecklistItem, Gate, Knowledge, OrderItem, Rule, StartingStates
from plugin.knowledge import KNOWLEDGE
from tests.proofs import claims_holds, claims_sets, claims_states, claims_way
from tests.proofs.claims import CLAIMS, Subject
from tests.support.checking import Summary, differences, summary_of_advice
from tests.support.mutants import Mutant
from tests.support.stories import Story, stories

CLAIMED_IN = (claims_holds, claims_sets, claims_states, claims_way)
"""The modules whose import makes the claims known."""


Changes = Callable[[Knowledge], list[Mutant]]
"""What is tried: a function that makes the mutants of a knowledge, always in one order."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A mutant, and who noticed it ("" for nobody)."""

    mutant: Mutant
    by: str


def verdicts(knowledge: Knowledge, tried: Iterable[Mutant]) -> Iterator[Verdict]:
    """What becomes of each mutant of this knowledge, of which every story must be told as expected."""
    if by := noticed_by_a_story(_told(), knowledge):
        raise AssertionError(f"{by} is not told as expected, and so would notice every mutant")
    for mutant in tried:
        with mutant.in_force():
            by = noticed_by_a_story(_order(mutant), knowledge) or noticed_by_a_claim(mutant, knowledge)
        yield Verdict(mutant, by)


def verdicts_in_parallel(changes: Changes, workers: int = 2) -> list[Verdict]:
    """The same for the knowledge as it stands, its mutants dealt out to processes."""
    tried = changes(KNOWLEDGE)
    parts = [range(start, len(tried), workers) for start in range(workers)]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        found = [each for part in pool.map(partial(_part, changes), parts) for each in part]
    return [Verdict(tried[number], by) for number, by in sorted(found)]


def _part(changes: Changes, numbers: range) -> list[tuple[int, str]]:
    """Number and noticer for these of the knowledge's mutants."""
    tried = changes(KNOWLEDGE)
    found = verdicts(KNOWLEDGE, [tried[number] for number in numbers])
    return [(number, verdict.by) for number, verdict in zip(numbers, found, strict=True)]


def noticed_by_a_claim(mutant: Mutant, knowledge: Knowledge) -> str:
    """The first claim about this kind of declaration that now has a counterexample."""
    subject = Subject(knowledge)
    for name in _asked_about(mutant):
        if CLAIMS[name].search(subject):
            return f"proof: {name}"
    return ""


def _asked_about(mutant: Mutant) -> list[str]:
    """Claims that speak of what was changed."""
    changed = (type(mutant.declaration), mutant.field)
    if changed in _BY_NAME:
        return list(_BY_NAME[changed])
    acts = not isinstance(mutant.declaration, Rule) or mutant.declaration.effects or mutant.declaration.also
    module = _BY_MODULE.get(changed) if acts else None
    return [name for name, one in CLAIMS.items() if module is not None and one.search.__module__ == module.__name__]


_BY_MODULE = {
    (StartingStates, "states"): claims_states,
    (StartingStates, "offered_if"): claims_states,
    (Rule, "when"): claims_states,
    (Rule, "effects"): claims_states,
    (Rule, "also"): claims_states,
    (OrderItem, "when"): claims_sets,
    (ChecklistItem, "when"): claims_sets,
    (OrderItem, "board"): claims_holds,
    (OrderItem, "plain"): claims_holds,
}
_BY_NAME = {
    (Knowledge, "gates"): ("the first gate wins", "an emergency comes first", "nothing documented asks"),
    (Gate, "when"): ("the first gate wins", "an emergency comes first"),
    (OrderItem, "left_out_if"): ("no nsaid for those it harms",),
    (OrderItem, "notes"): ("cement after cryo waits",),
}


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
