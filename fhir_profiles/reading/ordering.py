"""Which lesions do the selected orders mean, and what about those that nobody has documented (contract 5.1, 5.2)?

What may not live here: how an order is read (`orders`), which lesions there are (`lesions`), and what belongs to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from fhir_profiles.reading.attribution import Record
from fhir_profiles.reading.lesions import Documented, alike, belongs, in_order, overlap
from fhir_profiles.reading.orders import Selected, SelectedOrder
from fhir_profiles.reading.places import region_place
from fhir_profiles.reading.told import told_elsewhere
from plugin.evidence import Mismatch, MismatchKind, OrderKind, Place, Scope


@dataclass(slots=True, kw_only=True)
class Target:
    """One lesion, or the place of an order where none is documented; `orders` are the ones that mean it."""

    place: Place | None
    scope: Scope = Scope.SPINE
    orders: list[SelectedOrder] = field(default_factory=list)
    mismatches: list[Mismatch] = field(default_factory=list)
    lesion: Documented | None = None
    level_from_order: bool = False


def targets(record: Record, selected: Selected) -> list[Target]:
    """Every documented lesion, marked by the orders that mean it, and every ordered place at which nothing is documented."""
    found = [_documented(record, each) for each in record.lesions]
    added: dict[Place | None, Target] = {}
    from_order = _place_of_the_only_lesion(record, selected)
    for order in selected.orders:
        for place in order.places:
            _mean_place(record, order, place, found, added, level_from_order=place == from_order)
        for region in order.regions:
            _mean_region(record, order, region, found, added)
        if not order.places and not order.regions:
            _mean_all(order, found, added)
    for each in (*found, *added.values()):
        each.mismatches += _unread_sites(each)
        if each.orders and each.place is not None:
            each.mismatches += told_elsewhere(record.told, record.coded, each.place)
    return sorted([*found, *added.values()], key=lambda each: in_order(each.place))


def _documented(record: Record, lesion: Documented) -> Target:
    """A lesion whose only tumour is one of cord or meninges is none of ours."""
    if lesion.target and not _only_outside_bone(record, lesion.place):
        return Target(place=lesion.place, lesion=lesion)
    return Target(place=lesion.place, scope=Scope.OUTSIDE if _not_bone(record, lesion.place) else Scope.NOT_FOUND)


def _only_outside_bone(record: Record, place: Place) -> bool:
    here = [each for each in record.problems if any(overlap(p, place) for p in each.site.places)]
    bone = any(each.natures or each.malignant or each.fracture for each in here)
    nature = any(
        s.code == "nature" and s.finding and any(overlap(p, place) for p in s.site.places) for s in record.seen
    )
    return not bone and not nature and any(each.not_bone for each in here)


def _not_bone(record: Record, place: Place) -> bool:
    return any(each.not_bone and any(overlap(p, place) for p in each.site.places) for each in record.problems)


def _place_of_the_only_lesion(record: Record, selected: Selected) -> Place | None:
    """The ordered level, where a Condition names the spine, or bone in general, without a level and the order names the only one.

    Bone in general may be any bone: it counts only where no other bone site is documented (H-38).
    """
    named = {place for order in selected.orders for place in order.places}
    if len(named) != 1 or record.known:
        return None
    place = named.pop()
    fits = (
        overlap(region_place(each.region), place) if each.region else not record.other_bone for each in record.general
    )
    return place if any(fits) else None


def _mean_place(
    record: Record,
    order: SelectedOrder,
    place: Place,
    found: Sequence[Target],
    added: dict[Place | None, Target],
    *,
    level_from_order: bool,
) -> None:
    here = [each for each in found if each.place is not None and overlap(each.place, place)]
    others = [each.place for each in here if each.place is not None]
    meant = [
        each for each in here if each.place and belongs(place, each.place, [o for o in others if o is not each.place])
    ]
    if not here:
        here = [added.setdefault(place, Target(place=place, scope=Scope.NOT_FOUND))]
    for each in meant or here:
        if level_from_order:
            each.scope, each.level_from_order = Scope.SPINE, True
        elif each.scope is Scope.NOT_FOUND and not each.orders:
            each.mismatches += _other_level(record, order, place.level)
        each.orders.append(order)
        _compare_sides(order, place, each)


def _compare_sides(order: SelectedOrder, place: Place, target: Target) -> None:
    """The order names another side than the one recorded: CR-03."""
    if (
        target.place is None
        or target.lesion is None
        or alike(Place(level=place.level, side=place.side), _sided(target.place))
    ):
        return
    target.mismatches.append(
        Mismatch(
            kind=MismatchKind.SIDE,
            said=str(place.side),
            documented=str(target.place.side),
            seen_in=(order.planned.reference, *target.lesion.seen_in),
        )
    )


def _sided(place: Place) -> Place:
    return Place(level=place.level, side=place.side)


def _mean_region(
    record: Record, order: SelectedOrder, region: Place, found: Sequence[Target], added: dict[Place | None, Target]
) -> None:
    """A region means the lesions in it; imaging of a region without one means none."""
    here = [each for each in found if each.lesion and each.place and overlap(each.place, region)]
    for each in here:
        each.orders.append(order)
    if not here and order.planned.kind is not OrderKind.IMAGING:
        target = added.setdefault(None, Target(place=None, scope=Scope.NOT_FOUND))
        target.orders.append(order)
        target.mismatches += _other_level(record, order, region.level)


def _mean_all(order: SelectedOrder, found: Sequence[Target], added: dict[Place | None, Target]) -> None:
    """No site: every documented lesion; if there is none, the question where it is."""
    here = [each for each in found if each.lesion]
    for each in here:
        each.orders.append(order)
    if not here:
        added.setdefault(None, Target(place=None, scope=Scope.NOT_FOUND)).orders.append(order)


def _unread_sites(target: Target) -> Iterable[Mismatch]:
    """An order whose site is written and cannot be read may be for another level than any that is shown: CR-03."""
    for order in target.orders:
        if order.site_unread:
            yield Mismatch(
                kind=MismatchKind.UNREAD,
                said=order.site_unread,
                documented=target.place.level if target.place and target.lesion else "",
                seen_in=(order.planned.reference, *(target.lesion.seen_in if target.lesion else ())),
            )


def _other_level(record: Record, order: SelectedOrder, said: str) -> Iterable[Mismatch]:
    """Nothing is documented at the ordered level while another level is: CR-03 names it."""
    if record.known:
        yield Mismatch(
            kind=MismatchKind.LEVEL,
            said=said,
            documented=", ".join(dict.fromkeys(each.place.level for each in record.known)),
            seen_in=(order.planned.reference, *(s for each in record.known for s in each.seen_in)),
        )
