"""What happens to a draft that the physician selected, when an order set is taken? It stays, or it gives way.

Only a treatment order is ever replaced. A draft that stands for several lesions gives way to the set of the first of
them only: a second replacement would undo the first without a word. What may not live here: the actions.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from cds_hooks.cards.ordered import planned_technique, suits
from cds_hooks.cards.phrases import place_order
from cds_hooks.cards.situation import Situation
from cds_hooks.messages import Json
from fhir_profiles.forms import concept_for
from plugin.advice import Advice
from plugin.evidence import OrderKind, Place, PlannedProcedure, Technique

TREATMENTS = {concept_for(each): each for each in Technique}
"""The order concepts that stand for a treatment, with its technique."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """A selected treatment order of this lesion: the whole draft, and the technique that it names, if any.

    `first`: no lesion that comes before this one on the cards has the same order.
    """

    planned: PlannedProcedure
    draft: Json
    technique: Technique | None
    first: bool

    @property
    def concept(self) -> str:
        """The order concept that the draft stands for, though it may be coded otherwise."""
        return concept_for(self.technique) if self.technique else ""

    def stays_in(self, techniques: Collection[Technique], advice: Advice) -> bool:
        """Is it one of the set's own orders already?"""
        return self.technique in techniques and self.technique is not None and suits(advice, self.technique)

    def gives_way(
        self, techniques: Collection[Technique], main: Technique | None, kept: Sequence[Selected], advice: Advice
    ) -> bool:
        """Does the set take its place? A suitable second technique beside the set's own is a combination (S-89)."""
        if main is None or not self.first or self.stays_in(techniques, advice):
            return False
        combined = any(each.technique is main for each in kept)
        return not (combined and self.technique is not None and suits(advice, self.technique))


def selected_drafts(advice: Advice, situation: Situation) -> tuple[Selected, ...]:
    """The selected treatment orders of a lesion that stand among the drafts."""
    by_reference = {f"{each.get('resourceType')}/{each.get('id')}": each for each in situation.drafts}
    ordered = [(other.place, {each.reference for each in other.planned}) for other in situation.advices]
    return tuple(
        Selected(
            planned=planned,
            draft=by_reference[planned.reference],
            technique=planned_technique(advice, planned.technique),
            first=_is_first(planned, advice, ordered),
        )
        for planned in advice.planned
        if planned.kind is OrderKind.TREATMENT and planned.reference in by_reference
    )


def _is_first(
    planned: PlannedProcedure, advice: Advice, ordered: Sequence[tuple[Place | None, Collection[str]]]
) -> bool:
    """`ordered` are the lesions, each with the references of its orders."""
    sharing = [place for place, references in ordered if planned.reference in references]
    return advice.place == min(sharing, key=place_order, default=advice.place)
