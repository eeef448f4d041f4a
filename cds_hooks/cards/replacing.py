"""What happens to a draft that the physician selected, when an order set is taken? It stays, or it gives way.

Only a treatment order is ever replaced. A draft that stands for several lesions gives way in the sets of one of them only,
the first: a second replacement would undo the first without a word. If it is still wanted for another lesion it is not
replaced but narrowed to that one. What may not live here: the actions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cds_hooks.cards.offering import withheld
from cds_hooks.cards.ordered import planned_technique, suits
from cds_hooks.cards.phrases import place_order
from cds_hooks.cards.situation import Desk
from cds_hooks.messages import Json
from fhir_profiles.drafting import concept_of
from fhir_profiles.forms import concept_for
from plugin.advice import Advice, OrderSetAdvice
from plugin.evidence import OrderKind, Place, PlannedProcedure, PlannedTechnique, Technique
from plugin.grammar import OutcomeClass

TREATMENTS = {concept_for(each): each for each in Technique}
"""The order concepts that stand for a treatment, with its technique."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """A selected treatment order of this lesion: the whole draft, and the technique that it names, if any.

    `others` are the other lesions that it stands for, `wanted_for` those of them at which it is to stay. `first`: of the lesions
    whose sets it gives way in, this one comes first on the cards. `ordered` are all techniques that are ordered for this lesion.
    """

    planned: PlannedProcedure
    draft: Json
    technique: Technique | None
    others: tuple[Place, ...] = ()
    wanted_for: tuple[Place, ...] = ()
    first: bool = True
    ordered: frozenset[Technique | None] = frozenset()

    @property
    def concept(self) -> str:
        """The order concept that the draft stands for, though it may be coded otherwise."""
        return concept_for(self.technique) if self.technique else ""

    @property
    def is_named(self) -> bool:
        """Does it name one technique, so that it can be coded as that one? "RFA" without a form names two."""
        return self.planned.technique not in (None, PlannedTechnique.RFA)

    def stays_in(self, order_set: OrderSetAdvice, advice: Advice) -> bool:
        """Is it one of the set's own orders already?"""
        return _stays(self.technique, order_set, advice)

    def gives_way(self, order_set: OrderSetAdvice, advice: Advice) -> bool:
        """Does the set take its place, so that the set of no other lesion may?"""
        return self.first and _gives_way(self.technique, order_set, advice, self.ordered)

    def stands_beside(self, order_set: OrderSetAdvice, advice: Advice) -> bool:
        """Would it give way, but stays in the whole for the sake of other lesions? Then it is to be changed by hand."""
        cannot = not self.first or bool(self.wanted_for and not self.is_named)
        return cannot and _gives_way(self.technique, order_set, advice, self.ordered)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lesion:
    """A lesion of the call, with what is ordered for it."""

    advice: Advice
    ordered: frozenset[Technique | None]


def selected_drafts(advice: Advice, desk: Desk) -> tuple[Selected, ...]:
    """The selected treatment orders of a lesion that stand among the drafts."""
    by_reference = {f"{each.get('resourceType')}/{each.get('id')}": each for each in desk.situation.drafts}
    lesions = _by_order(desk.situation.advices)
    return tuple(
        _selected(planned, by_reference[planned.reference], advice, lesions[planned.reference], desk)
        for planned in advice.planned
        if planned.kind is OrderKind.TREATMENT and planned.reference in by_reference
    )


def _by_order(advices: Iterable[Advice]) -> Mapping[str, Sequence[_Lesion]]:
    """The lesions that each order stands for, looked up once for all orders."""
    found: dict[str, list[_Lesion]] = {}
    for advice in advices:
        named = {each.technique for each in advice.planned if each.kind is OrderKind.TREATMENT}
        lesion = _Lesion(advice=advice, ordered=frozenset(planned_technique(advice, each) for each in named))
        for reference in {each.reference for each in advice.planned}:
            found.setdefault(reference, []).append(lesion)
    return found


def _selected(
    planned: PlannedProcedure, draft: Json, advice: Advice, sharing: Sequence[_Lesion], desk: Desk
) -> Selected:
    replacing = [each.advice.place for each in sharing if any(_ways(planned, each, desk))]
    others = [each for each in sharing if each.advice.place not in (None, advice.place)]
    return Selected(
        planned=planned,
        draft=draft,
        technique=planned_technique(advice, planned.technique),
        others=tuple(place for each in others if (place := each.advice.place)),
        wanted_for=tuple(place for each in others if (place := each.advice.place) and _is_wanted(planned, each, desk)),
        first=advice.place == min(replacing, key=place_order, default=advice.place),
        ordered=next((each.ordered for each in sharing if each.advice.place == advice.place), frozenset()),
    )


def _is_wanted(planned: PlannedProcedure, lesion: _Lesion, desk: Desk) -> bool:
    """At a lesion that is none to treat, no order is; elsewhere it is until every set that is offered takes its place."""
    if lesion.advice.outcome.outcome_class is OutcomeClass.NO_ACTION:
        return False
    ways = [*_ways(planned, lesion, desk)]
    return not ways or not all(ways)


def _ways(planned: PlannedProcedure, lesion: _Lesion, desk: Desk) -> Iterator[bool]:
    """For each set that is offered for a lesion: does the order give way in it?"""
    advice = lesion.advice
    if not withheld(advice, desk):
        technique = planned_technique(advice, planned.technique)
        yield from (_gives_way(technique, each, advice, lesion.ordered) for each in advice.order_sets if each.items)


def _stays(technique: Technique | None, order_set: OrderSetAdvice, advice: Advice) -> bool:
    own = {TREATMENTS.get(concept_of(item.id)) for item in order_set.items}
    return technique is not None and technique in own and suits(advice, technique)


def _gives_way(
    technique: Technique | None, order_set: OrderSetAdvice, advice: Advice, ordered: frozenset[Technique | None]
) -> bool:
    """A set without treatment replaces nothing; a suitable technique beside the set's own, if ordered, is a combination."""
    main = order_set.technique
    if main is None or _stays(technique, order_set, advice):
        return False
    combined = main in ordered and _stays(main, order_set, advice)  # S-89
    return not (combined and technique is not None and suits(advice, technique))
