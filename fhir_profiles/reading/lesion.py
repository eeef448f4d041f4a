"""What do examinations and the order say about one lesion? The findings of 5.3 as items of the evidence.

What may not live here: how a value is read (`finding_values`), what else the record tells of metal, radiotherapy and imaging
(`history`), and what follows from an item.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import datetime
from typing import Final, TypeVar

from fhir_profiles.chart import Chart
from fhir_profiles.codes.observations import TUMOUR_SIZE
from fhir_profiles.codes.systems import ORDER_CONCEPT
from fhir_profiles.reading.facts import fact_of
from fhir_profiles.reading.history import History
from fhir_profiles.reading.lesions import LesionScope
from fhir_profiles.reading.orders import Selected, SelectedOrder
from fhir_profiles.reading.problems import Problem
from fhir_profiles.reading.wishes import wishes_in
from fhir_profiles.resources import Json, codings, kind_of, member, texts
from plugin.answer import Fact, Kind, Recorded
from plugin.evidence import EpiduralGrade, Lesion, Matrix, Metal, Radiotherapy, Viscus, Wall, WishTold

V = TypeVar("V", bound=Hashable)

_SIZES: Final = ("size", *(code.code for code in TUMOUR_SIZE.codes))
_RADIOIODINE: Final = (ORDER_CONCEPT, "OS-10")


class _Findings:
    """The findings of one lesion, as items."""

    def __init__(self, chart: Chart, lesion: LesionScope) -> None:
        self._lesion = lesion
        self._unread = chart.unread("findings")

    def item(self, make: Callable[[str], V], *codes: str, added: Sequence[Fact[V]] = ()) -> Recorded[V]:
        """Every fact of these codes; an entry that could not be read leaves the item unread (C.7)."""
        facts = tuple(fact_of(each, make(str(each.value))) for each in self._lesion.of(*codes))
        return Recorded(facts=(*facts, *added), unread=self._unread or not self._lesion.unusable.isdisjoint(codes))

    def wish(self, code: str, stated: Sequence[Fact[bool]]) -> Recorded[bool]:
        """What is "no" when nobody asks for it: where the record says "not known", it is not "no" (F.4)."""
        found = self.item(_truth, code, added=stated)
        return Recorded(facts=found.facts, unread=found.unread or (code in self._lesion.absent and not found.facts))


def _truth(value: str) -> bool:
    return value == "True"


def _viscus(value: str) -> Viscus:
    return Viscus.BOWEL if value == "bowel" else Viscus.OTHER


def read_lesion(
    *,
    chart: Chart,
    lesion: LesionScope,
    problems: Sequence[Problem],
    selected: Selected,
    history: History,
    count: Recorded[int],
    as_of: datetime,
) -> Lesion:
    """All items of the lesion; `selected` holds only the orders that mean it."""
    read = _Findings(chart, lesion)
    orders = selected.orders
    return Lesion(
        matrix=read.item(Matrix, "matrix"),
        escc=read.item(EpiduralGrade, "escc"),
        canal_extension=read.item(_truth, "canal-extension"),
        debulking_need=read.wish("debulking-need", _stated(orders, lambda o: o.debulking, as_of)),
        posterior_wall=read.item(Wall, "posterior-wall"),
        soft_tissue_extension=read.item(_truth, "soft-tissue-extension"),
        consolidation_need=read.item(
            _truth, "consolidation-need", added=_stated(orders, lambda o: o.consolidation, as_of)
        ),
        collapse=read.item(_truth, "collapse"),
        fracture=Recorded(facts=tuple(_fractures(problems)), unread=chart.unread("findings")),
        fracture_risk=read.item(_truth, "fracture-risk"),
        sins_total=read.item(int, "sins"),
        sins_location=read.item(int, "sins-location"),
        sins_pain=read.item(int, "sins-pain"),
        sins_lesion=read.item(int, "sins-lesion"),
        sins_alignment=read.item(int, "sins-alignment"),
        sins_collapse=read.item(int, "sins-collapse"),
        sins_posterolateral=read.item(int, "sins-posterolateral"),
        size_reduction_need=read.wish("size-reduction-need", _stated(orders, lambda o: o.size_reduction, as_of)),
        radioiodine_planned=Recorded(facts=tuple(_radioiodine(selected, as_of))),
        size_mm=read.item(float, *_SIZES),
        lesion_count=count,
        distance_to_neural_mm=read.item(float, "distance-to-neural-structure"),
        distance_to_viscus_mm=read.item(float, "distance-to-viscus"),
        touches_nerve=read.item(_truth, "close-to-neural-structure"),
        touches_viscus=read.item(_viscus, "close-to-viscus"),
        multiple=read.item(_truth, "multiple"),
        psoas_part=read.item(_truth, "psoas-part"),
        wishes_told=read.item(WishTold, "wish-told"),
        metal=_joined(read.item(Metal, "metal-near-level"), history.metal),
        radiotherapy=_irradiated(read.item(Radiotherapy, "previous-radiotherapy"), history.radiotherapy),
        intra_articular=read.item(_truth, "intra-articular"),
        planned_probes=read.item(int, "planned-probes", added=_stated(orders, lambda o: o.probes, as_of)),
        planned_positionings=read.item(
            int, "planned-positionings", added=_stated(orders, lambda o: o.positionings, as_of)
        ),
        ct_of_level=history.ct_of_level,
        mr_of_level=history.mr_of_level,
    )


def _joined(found: Recorded[V], history: Recorded[V]) -> Recorded[V]:
    """The coded finding and what else the record tells of the same fact."""
    return Recorded(facts=(*found.facts, *history.facts), unread=found.unread or history.unread)


def _irradiated(found: Recorded[Radiotherapy], history: Recorded[Radiotherapy]) -> Recorded[Radiotherapy]:
    """A course on record only says "given": beside a finding that tells its result it is no contradiction."""
    told = any(fact.value is not Radiotherapy.NONE for fact in found.facts)
    return _joined(found, Recorded(unread=history.unread) if told else history)


def _stated(
    orders: Sequence[SelectedOrder], wish: Callable[[SelectedOrder], V | None], as_of: datetime
) -> list[Fact[V]]:
    """What the selected orders say in words; it is said now, so no age limit holds for it."""
    return [
        Fact(value=value, seen_in=order.planned.reference, on=as_of, kind=Kind.STATEMENT)
        for order in orders
        if (value := wish(order)) is not None
    ]


def _fractures(problems: Sequence[Problem]) -> Iterator[Fact[bool]]:
    for each in problems:
        if each.fracture:
            yield Fact(value=True, seen_in=each.seen_in, on=each.on, kind=Kind.CONDITION, standing=each.standing)


def _radioiodine(selected: Selected, as_of: datetime) -> Iterator[Fact[bool]]:
    """A plan of 131-I: in the order's words, or another draft order for it."""
    for order in selected.orders:
        if order.radioiodine:
            yield Fact(value=True, seen_in=order.planned.reference, on=as_of, kind=Kind.STATEMENT)
    for draft in selected.drafts:
        if kind_of(draft) == "ServiceRequest" and _is_radioiodine(draft):
            yield Fact(value=True, seen_in=f"ServiceRequest/{draft.get('id')}", on=as_of, kind=Kind.STATEMENT)


def _is_radioiodine(draft: Json) -> bool:
    concept = member(draft, "code")
    return any(each.key == _RADIOIODINE for each in codings(concept)) or wishes_in(texts(concept)).radioiodine
