"""Claims about lost data: the three laws of F.4 ("The laws", design)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import z3  # type: ignore[import-untyped]

from plugin.evidence import Technique
from plugin.grammar import Outcome
from plugin.knowledge import facts
from tests.proofs.claims import PATHWAYS, Subject, claim
from tests.proofs.conditions import BENIGN, is_one, unstable_score
from tests.proofs.kleene import TRUE, UNKNOWN, Formula, Kleene, every, isnt, some
from tests.proofs.patient import Patient, place_of
from tests.proofs.plans import Pathway, pathway
from tests.proofs.readings import Seen, empty
from tests.proofs.way import Way, record_answers, way_of
from tests.proofs.world import Standing, World
from tests.support.solver import counterexample
from tests.support.stories import FEEDS


def _lost(before: Way, after: Way, outcomes: Iterable[Outcome]) -> Formula:
    """An outcome that was possible is so no longer."""
    return some(every((before.possible[each], isnt(after.possible[each]))) for each in outcomes)


def _answers(subject: Subject) -> dict[str, Kleene]:
    return record_answers(subject.world, subject.knowledge)


def _erasing_an_answer(subject: Subject, name: str) -> str:
    """Law 1 for an answer that only the walk uses, all else equal."""
    answers = _answers(subject)
    after = way_of(subject.patient, subject.knowledge, {**answers, name: UNKNOWN})
    return subject.in_no_case(_lost(subject.way, after, Outcome))


def _erasing_law(name: str) -> Callable[[Subject], str]:
    def search(subject: Subject) -> str:
        return _erasing_an_answer(subject, name)

    search.__name__ = f"erasing_{name}_removes_no_outcome"
    return claim(f"Law 1: erasing {name} never removes a possible outcome (F.4).")(search)


for _name in ("INTENT", "CANAL", "CONS", "SOFT", "PAIN"):
    _erasing_law(_name)


@claim("Law 1: erasing the deficit, where CANAL is not no, removes no outcome but the emergency it documents (F.4).")
def erasing_DEFICIT_removes_no_outcome(subject: Subject) -> str:
    answers = _answers(subject)
    reading = subject.patient.reading(facts.DEFICIT_RECORDED)
    silent = subject.patient.where({id(facts.DEFICIT_RECORDED): empty(reading)})
    after = way_of(silent, subject.knowledge, {**answers, "DEFICIT": UNKNOWN})
    stopped = some(after.stopped[each] for each in ("3", "4"))
    lost = _lost(subject.way, after, [each for each in Outcome if each is not Outcome.URGENT_REFERRAL])
    emergency = every((_lost(subject.way, after, [Outcome.URGENT_REFERRAL]), isnt(stopped)))
    return subject.in_no_case(every((isnt(answers["CANAL"].no), some((lost, emergency)))))


def _without_nature(subject: Subject) -> Way:
    silent = subject.patient.where({id(facts.NATURE): empty(subject.patient.reading(facts.NATURE))})
    return way_of(silent, subject.knowledge, _answers(subject))


def outcome_lost_with_the_nature(subject: Subject, but_for: Formula) -> str:
    """A patient who loses a possible outcome with the nature; `but_for` are those who may."""
    return subject.in_no_case(every((isnt(but_for), _lost(subject.way, _without_nature(subject), Outcome))))


def _benign_with_the_alarm(subject: Subject) -> Formula:
    return every((is_one(subject.patient, facts.NATURE, *BENIGN), unstable_score(subject.world)))


@claim(
    "Law 1: erasing the nature (F-07) never removes a possible outcome (F.4). Outside it: a benign lesion with the alarm of a "
    "stability score of 13 or more, which no unknown completes (B.4)."
)
def erasing_nature_removes_no_outcome(subject: Subject) -> str:
    return outcome_lost_with_the_nature(subject, _benign_with_the_alarm(subject))


@claim(
    "With the nature erased, a stability score of 13 or more keeps the board possible, and no treatment (B.4, SR-02)."
)
def the_alarm_of_the_score_needs_no_nature(subject: Subject) -> str:
    after = _without_nature(subject)
    asked = every((after.stopped["4u"], unstable_score(subject.world)))
    treated = some(after.possible[each] for each in PATHWAYS)
    return subject.in_no_case(every((asked, some((treated, isnt(after.possible[Outcome.MDT_BOARD]))))))


# --- law 2 ----------------------------------------------------------------------------------------------------------------


def lost_at(place: str) -> Formula:
    """A read that feeds this place of Evidence failed."""
    return z3.Bool(f"lost: {place}")


def failed(one: Patient) -> Patient:
    """The same patient with any reads failed: only the order itself settles their items; what else was found stays."""
    changed: dict[int, Seen] = {}
    for key, reading in one.readings.items():
        lost = lost_at(place_of(reading.item))
        unread = some((reading.unread, lost))
        stays = TRUE if reading.item.many or reading.stated else isnt(lost)
        changed[key] = replace(
            reading,
            unread=unread,
            known=every((reading.known, stays)),
            value={value: every((flag, stays)) for value, flag in reading.value.items()},
        )
    return replace(one, readings={**one.readings, **changed})


def _improved(before: Standing, after: Standing) -> Formula:
    """Newly offered, or in a better state."""
    better = (every((worse, isnt(now))) for worse, now in zip(before.at_least, after.at_least, strict=True))
    return every((after.offered, some((isnt(before.offered), *better))))


def _suggests(plan: Pathway, technique: Technique) -> Formula:
    return every((plan.has_set(technique), isnt(plan.withheld)))


def _worse_off(subject: Subject, after: Patient, given: Iterable[Formula]) -> str:
    """Law 2 between a patient and the same one with reads lost: no treatment, suggestion or better state is won."""
    way, world = way_of(after, subject.knowledge), World(after)
    before_too = subject.way.outcome
    for outcome in PATHWAYS:
        before, then = subject.plan(outcome), pathway(world, subject.knowledge, outcome)
        improved = some(_improved(before.states[t], then.states[t]) for t in Technique)
        added = some(every((_suggests(then, t), isnt(_suggests(before, t)))) for t in Technique)
        wrong = every((way.outcome[outcome], some((isnt(before_too[outcome]), improved, added))))
        if found := counterexample([*subject.patient.given, *before.given, *given], wrong):
            return f"{outcome}: {found}"
    return ""


def _was_empty(one: Patient) -> list[Formula]:
    """What is lost had told nothing, so that without the failure it is a source read in full and empty."""
    silent = []
    for reading in one.readings.values():
        there = some((reading.facts, reading.aside, reading.alarmed, *reading.alarm.values()))
        silent.append(z3.Implies(lost_at(place_of(reading.item)), isnt(there)))
    return silent


@claim("Law 2: a read that failed never adds a suggestion, improves a state, or leads to another treatment (F.4).")
def a_failed_read_never_helps(subject: Subject) -> str:
    return _worse_off(subject, failed(subject.patient), _was_empty(subject.patient))


def _by_query(one: Patient) -> list[Formula]:
    """A place is lost where a query that feeds it failed, whatever other queries told of it."""
    queries = {
        place: [z3.Bool(f"failed: {key}") for key, fed in FEEDS.items() if place in fed] for place in _places(one)
    }
    return [lost_at(place) == some(failures) for place, failures in queries.items()]


def _places(one: Patient) -> set[str]:
    return {place_of(reading.item) for reading in one.readings.values()}


@claim(
    "Law 2: with any queries failed, and whatever others told, nothing is suggested or better that was not before (F.4)."
)
def failed_queries_never_help(subject: Subject) -> str:
    return _worse_off(subject, failed(subject.patient), _by_query(subject.patient))
