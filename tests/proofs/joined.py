"""Questions that join others (`plugin.grammar.expressions`), and those about place, person and plan (`context`), as formulas."""

from __future__ import annotations

from functools import reduce
from operator import or_

from plugin.answer import Answer
from plugin.evidence import LEVELS, Scope
from plugin.grammar import (
    AgeBetween,
    AgeKnown,
    AgeUnder,
    Agreeing,
    Allowed,
    Always,
    Criterion,
    Disagreeing,
    Ends,
    Fired,
    FirstThat,
    Gender,
    InPlay,
    LeftOut,
    Levels,
    MdtComment,
    Mismatched,
    MoreThanOneLevel,
    Never,
    Outside,
    PartKnown,
    Parts,
    Perhaps,
    SeveralPlanned,
    Surely,
    Undocumented,
    WithCryoFluid,
    WordsNotCounted,
)
from plugin.grammar.expressions import AnyOf, Both, Either, Opposite, criteria_in
from tests.proofs.kleene import FALSE, NO, UNKNOWN, YES, Formula, Kleene, every, isnt, settled, some
from tests.proofs.world import World, translates

_ANSWERS = {Answer.YES: YES, Answer.NO: NO, Answer.UNKNOWN: UNKNOWN}


def known(condition: Formula, truth: Formula) -> Kleene:
    """Settled where the condition holds, not known elsewhere."""
    return Kleene(every((condition, truth)), every((condition, isnt(truth))))


@translates(Both)
def _both(world: World, question: Both) -> Kleene:
    return world.ask(question.left) & world.ask(question.right)


@translates(Either)
def _either(world: World, question: Either) -> Kleene:
    return world.ask(question.left) | world.ask(question.right)


@translates(AnyOf)
def _any_of(world: World, question: AnyOf) -> Kleene:
    return reduce(or_, (world.ask(one) for one, _ in question.listed), NO)


@translates(Opposite)
def _opposite(world: World, question: Opposite) -> Kleene:
    return ~world.ask(question.inner)


@translates(Surely)
def _surely(world: World, question: Surely) -> Kleene:
    return settled(world.ask(question.inner).yes)


@translates(Perhaps)
def _perhaps(world: World, question: Perhaps) -> Kleene:
    return settled(world.ask(question.inner).perhaps)


@translates(Agreeing)
def _agreeing(world: World, question: Agreeing) -> Kleene:
    first, second = world.ask(question.left), world.ask(question.right)
    return Kleene(
        some((every((first.yes, second.perhaps)), every((second.yes, first.perhaps)))),
        some((every((first.no, isnt(second.yes))), every((second.no, isnt(first.yes))))),
    )


@translates(Disagreeing)
def _disagreeing(world: World, question: Disagreeing) -> Kleene:
    first, second = world.ask(question.left), world.ask(question.right)
    return settled(some((every((first.yes, second.no)), every((first.no, second.yes)))))


@translates(FirstThat)
def _first_that(world: World, question: FirstThat) -> Kleene:
    found = UNKNOWN
    for step in reversed(question.steps):
        found = _ANSWERS[step.then].where(world.ask(step.when).yes, found)
    return found


@translates(Criterion)
def _criterion(world: World, question: Criterion) -> Kleene:
    supposed = world.supposed.get(question.id)
    if supposed is not None:
        return supposed
    if world.plain is not None and criteria_in(question).isdisjoint(world.supposed):
        return world.plain.ask(question)
    return world.ask(question.expression)


@translates(Always)
def _always(_world: World, _question: Always) -> Kleene:
    return YES


@translates(Never)
def _never(_world: World, _question: Never) -> Kleene:
    return NO


@translates(Levels)
def _levels(world: World, question: Levels) -> Kleene:
    around = world.patient.around
    first, last = LEVELS.index(question.first), LEVELS.index(question.last)
    return known(around.placed, every((around.first <= last, around.last >= first)))


@translates(Parts)
def _parts(world: World, question: Parts) -> Kleene:
    part = world.patient.around.part
    return known(some(part.values()), some(part[each] for each in question.parts))


@translates(PartKnown)
def _part_known(world: World, _question: PartKnown) -> Kleene:
    return settled(some(world.patient.around.part.values()))


@translates(MoreThanOneLevel)
def _more_levels(world: World, _question: MoreThanOneLevel) -> Kleene:
    around = world.patient.around
    return settled(some((around.several, every((around.placed, around.last > around.first)))))


@translates(SeveralPlanned)
def _several_planned(world: World, _question: SeveralPlanned) -> Kleene:
    return settled(world.patient.around.several_planned)


@translates(AgeUnder)
def _age_under(world: World, question: AgeUnder) -> Kleene:
    around = world.patient.around
    return known(around.aged, around.age < question.years)


@translates(AgeBetween)
def _age_between(world: World, question: AgeBetween) -> Kleene:
    around = world.patient.around
    return known(around.aged, every((around.age >= question.low, around.age <= question.high)))


@translates(AgeKnown)
def _age_known(world: World, _question: AgeKnown) -> Kleene:
    return settled(world.patient.around.aged)


@translates(Gender)
def _gender(world: World, question: Gender) -> Kleene:
    return settled(world.patient.around.gender[question.code])


@translates(Undocumented)
def _undocumented(world: World, _question: Undocumented) -> Kleene:
    return settled(world.patient.around.scope[Scope.NOT_FOUND])


@translates(Outside)
def _outside(world: World, _question: Outside) -> Kleene:
    return settled(world.patient.around.scope[Scope.OUTSIDE])


@translates(Mismatched)
def _mismatched(world: World, _question: Mismatched) -> Kleene:
    return settled(world.patient.around.mismatched)


@translates(LeftOut)
def _left_out(world: World, _question: LeftOut) -> Kleene:
    return settled(world.patient.around.left_out)


@translates(WordsNotCounted)
def _words_not_counted(world: World, _question: WordsNotCounted) -> Kleene:
    return settled(world.patient.around.words_not_counted)


@translates(WithCryoFluid)
def _with_cryo_fluid(world: World, _question: WithCryoFluid) -> Kleene:
    return settled(world.patient.around.cryo_fluid)


@translates(Ends)
def _ends(world: World, question: Ends) -> Kleene:
    if world.plan is None:
        return UNKNOWN
    return YES if world.plan.outcome in question.outcomes else NO


@translates(Allowed)
def _allowed(world: World, question: Allowed) -> Kleene:
    return settled(world.standing(question.techniques, question.worst.rank))


@translates(InPlay)
def _in_play(world: World, question: InPlay) -> Kleene:
    in_play = world.plan.in_play if world.plan else {}
    return settled(some(in_play.get(each, FALSE) for each in question.techniques))


@translates(MdtComment)
def _mdt_comment(world: World, _question: MdtComment) -> Kleene:
    return settled(world.plan.mdt if world.plan else FALSE)


@translates(Fired)
def _fired(world: World, question: Fired) -> Kleene:
    fired = world.plan.fired if world.plan else {}
    return settled(some(fired.get(each, FALSE) for each in question.rules))
