"""Where nothing may be suggested, asked of the engine itself: outcomes without a plan, CR-03, consents not read, emergencies.

What `advising` withholds is no declaration, so the solver does not see it; the few cases that there are, are all tried, each
with every story's patient. ("None at all under URGENT_REFERRAL, DECLINED, NOT_A_TARGET, NO_INDICATION_NOW, NEED_DATA, under
CR-03, or when consents could not be read"; "with an emergency anywhere in the spine no lesion gets a suggestion".)
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from plugin.advising import _say, advise, advise_all
from plugin.answer import Recorded
from plugin.evidence import Evidence, Mismatch, MismatchKind, Place, Technique
from plugin.grammar import Case, Outcome, OutcomeClass, TechniqueState
from plugin.knowledge import KNOWLEDGE
from plugin.planning import _in_play
from plugin.walking import Way
from tests.support.stories import Story, stories

TOLD = [each for each in stories() if not each.decided_at_the_order]
SILENT = (
    Outcome.URGENT_REFERRAL,
    Outcome.DECLINED,
    Outcome.NOT_A_TARGET,
    Outcome.NO_INDICATION_NOW,
    Outcome.NEED_DATA,
)


def _of_each_outcome() -> dict[Outcome, Story]:
    return {advise(each.evidence, each.practice).outcome: each for each in TOLD}


@pytest.mark.parametrize("outcome", SILENT)
def test_an_outcome_without_a_plan_suggests_nothing_to_anybody(outcome: Outcome) -> None:
    for told in TOLD:
        case = Case(evidence=told.evidence, practice=told.practice)
        advice = _say(case, KNOWLEDGE, Way(outcome=outcome, gate=""))
        assert advice.order_sets == ()
        assert advice.techniques == ()
        assert advice.holds == ()
        assert advice.no_suggestion


@pytest.mark.parametrize("outcome", [each for each in Outcome if each not in (*SILENT, Outcome.OUT_OF_SCOPE)])
def test_nothing_is_suggested_where_places_differ_or_consents_were_not_read(outcome: Outcome) -> None:
    differing = (Mismatch(kind=MismatchKind.LEVEL, said="L3", documented="L4"),)
    for told in TOLD[::3]:
        one = told.evidence
        unread = replace(one, fitness=replace(one.fitness, refusal=Recorded(unread=True)))
        for doubtful in (replace(one, mismatches=differing), unread):
            case = Case(evidence=doubtful, practice=told.practice)
            assert _say(case, KNOWLEDGE, Way(outcome=outcome, gate="")).order_sets == ()


def test_holds_stand_with_pathways_only() -> None:
    for outcome, told in product((Outcome.MDT_BOARD, Outcome.MDT_CURATIVE_CANAL), TOLD):
        case = Case(evidence=told.evidence, practice=told.practice)
        assert _say(case, KNOWLEDGE, Way(outcome=outcome, gate="")).holds == ()


def test_an_emergency_anywhere_silences_every_lesion_of_the_patient() -> None:
    examples = _of_each_outcome()
    urgent = examples[Outcome.URGENT_REFERRAL].evidence
    for outcome, told in examples.items():
        if outcome.outcome_class is OutcomeClass.QUESTION:
            continue
        for ordered, first in product((True, False), repeat=2):
            emergency: Evidence = replace(urgent, place=Place(level="C2"), ordered=ordered)
            lesions = (emergency, told.evidence) if first else (told.evidence, emergency)
            advices = advise_all(lesions, told.practice)
            assert any(advice.outcome is Outcome.URGENT_REFERRAL for advice in advices)
            assert all(advice.order_sets == () for advice in advices)


def test_the_worse_of_two_states_is_never_the_better_one() -> None:
    """A rule never turns a state into something better (part C): all sixteen pairs."""
    for first, second in product(TechniqueState, repeat=2):
        assert first.worse(second).rank == max(first.rank, second.rank)


def test_techniques_in_play_for_every_pair_of_states_and_every_order() -> None:
    """Never one to be avoided, never empty while something is not to be avoided; the ordered one where it may be."""
    choices = (None, *TechniqueState)
    for cryo, rfa, cement in product(choices, repeat=3):
        named = zip((Technique.CRYO, Technique.RFA_MONO, Technique.CEMENT), (cryo, rfa, cement), strict=True)
        states = {technique: state for technique, state in named if state is not None}
        usable = {t for t, state in states.items() if state is not TechniqueState.AVOID}
        for ordered in ((), *((t,) for t in states)):
            found = _in_play(states, ordered)
            assert set(found) <= usable
            assert bool(found) == bool(usable)
            if usable & set(ordered):
                assert set(found) == set(ordered)
