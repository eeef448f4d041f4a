"""Which actions does an order set become? Contract 6, second column of the table.

What already stands among the drafts is left out, a selected draft of another technique is replaced. What may not live
here: whether anything is offered (`offering`), and what a client can take (`profiles`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from cds_hooks.cards.markdown import plain
from cds_hooks.cards.offering import Offer, set_title
from cds_hooks.cards.phrases import capitalised, place_order, place_words
from cds_hooks.cards.replacing import TREATMENTS, Selected, selected_drafts
from cds_hooks.cards.situation import Desk
from cds_hooks.messages import Action, ActionType, Json, Suggestion
from cds_hooks.profiles import fitted
from fhir_profiles.drafting import Occasion, concept_of
from plugin.advice import Advice, ItemAdvice, OrderSetAdvice
from plugin.evidence import Place, Technique
from plugin.grammar import TechniqueState

_LONGEST_ID = 64
_LONGEST_NOTE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lesion:
    """What all suggestions of one lesion share; an order that stands in several sets is drafted once."""

    advice: Advice
    desk: Desk
    offer: Offer
    occasion: Occasion
    selected: tuple[Selected, ...]
    taken_ids: frozenset[str]
    created: dict[tuple[str, str, str], Action] = field(default_factory=dict)


def suggestions_for(advice: Advice, offer: Offer, desk: Desk) -> tuple[Suggestion, ...]:
    """The suggestions of a lesion as this client can take them; their uuids are given later."""
    if not offer.sets or not desk.profile.suggests:
        return ()
    lesion = _Lesion(
        advice=advice,
        desk=desk,
        offer=offer,
        occasion=occasion(advice, desk),
        selected=selected_drafts(advice, desk),
        taken_ids=frozenset(str(draft.get("id")) for draft in desk.situation.drafts),
    )
    made = (_suggestion(each, lesion, first=number == 0) for number, each in enumerate(offer.sets))
    return fitted(tuple(each for each in made if each.actions), desk.profile)


def occasion(advice: Advice, desk: Desk) -> Occasion:
    """What everything that is drafted for a lesion shares."""
    situation, words = desk.situation, desk.words
    notes = (words("note.release", after="; ".join(advice.release_after)),) if advice.release_after else ()
    return Occasion(
        patient_id=situation.patient_id,
        encounter_id=situation.encounter_id,
        reason=situation.reason.get(advice.place),
        place=advice.place,
        site=place_words(advice.place, words) if advice.place else "",
        notes=tuple(plain(note, _LONGEST_NOTE) for note in notes),
    )


def _suggestion(order_set: OrderSetAdvice, lesion: _Lesion, *, first: bool) -> Suggestion:
    advice, desk = lesion.advice, lesion.desk
    recommended = first and order_set.recommended and _is_preferred(order_set.technique, advice)
    return Suggestion(
        uuid="",
        label=capitalised(f"{set_title(order_set, advice, desk)}, {place_words(advice.place, desk.words)}"),
        actions=tuple(_actions(order_set, lesion)),
        is_recommended=recommended or None,
    )


def _is_preferred(technique: Technique | None, advice: Advice) -> bool:
    return any(t.technique is technique and t.state is TechniqueState.PREFERRED for t in advice.techniques)


def _actions(order_set: OrderSetAdvice, lesion: _Lesion) -> Iterator[Action]:
    there = {each.concept for each in lesion.selected if each.stays_in(order_set, lesion.advice)}
    giving_way = [each for each in lesion.selected if each.gives_way(order_set, lesion.advice)]
    waiting = [each for each in giving_way if not each.wanted_for]
    beside = any(each.stands_beside(order_set, lesion.advice) for each in lesion.selected)
    for item in order_set.items:
        concept = concept_of(item.id)
        if concept in there or lesion.offer.is_drafted(item):
            continue
        is_main = concept in TREATMENTS and TREATMENTS[concept] is order_set.technique
        if waiting and is_main:
            yield from _instead(waiting.pop(0), item, lesion)
        else:
            yield _beside(_create(item, lesion), lesion) if beside and is_main else _create(item, lesion)
    yield from (_delete(each, lesion) for each in waiting)
    for each in giving_way:
        if each.wanted_for and each.is_named:
            yield from _narrowed(each, lesion)


def _create(item: ItemAdvice, lesion: _Lesion) -> Action:
    key = (item.id, item.part, item.note)
    found = lesion.created.get(key)
    if found is None:
        draft = lesion.desk.drafter.draft(
            item,
            _with_note(lesion.occasion, item),
            temporary_id=_temporary_id(item, lesion),
            orderable=_orderable(item, lesion),
        )
        action = Action(type=ActionType.CREATE, description=_description(item, lesion), resource=draft)
        found = lesion.created[key] = action
    return found


def _beside(action: Action, lesion: _Lesion) -> Action:
    """A new order beside a selected one that goes on naming this lesion, unless it is changed by hand or elsewhere."""
    place = place_words(lesion.advice.place, lesion.desk.words)
    return replace(action, description=lesion.desk.words("action.beside", action=action.description, place=place))


def _instead(selected: Selected, item: ItemAdvice, lesion: _Lesion) -> Iterator[Action]:
    """One update, or a deletion and a new order: where the type differs, or the client knows no update (A6)."""
    drafter = lesion.desk.drafter
    if lesion.desk.profile.updates and drafter.replaces(selected.draft, item):
        noted = _with_note(lesion.occasion, item)
        shared = bool(selected.others)
        whole = drafter.replace(selected.draft, item, noted, orderable=_orderable(item, lesion), shared=shared)
        text = lesion.desk.words("action.replace", item=_description(item, lesion))
        if shared:
            text = lesion.desk.words("action.no-longer", action=text, places=_places(selected.others, lesion))
        yield Action(type=ActionType.UPDATE, description=text, resource=whole)
    else:
        yield _delete(selected, lesion)
        yield _create(item, lesion)


def _narrowed(selected: Selected, lesion: _Lesion) -> Iterator[Action]:
    """The order as it was, for the other lesions that it stands for: one update, or a deletion and a new order."""
    words, drafter = lesion.desk.words, lesion.desk.drafter
    sites = [(place, place_words(place, words)) for place in selected.wanted_for]
    name = selected.planned.words or selected.concept
    narrowed = drafter.narrowed(selected.draft, selected.concept, sites, name=name)
    text = words("action.narrow", order=plain(name), places=_places(selected.wanted_for, lesion))
    if lesion.desk.profile.updates:
        yield Action(type=ActionType.UPDATE, description=text, resource=narrowed)
        return
    yield _delete(selected, lesion)
    levels = (place.level for place in selected.wanted_for)
    new = {**narrowed, "id": free_id((selected.concept, "as-it-was", *levels), lesion.taken_ids), "intent": "proposal"}
    yield Action(type=ActionType.CREATE, description=text, resource=new)


def _places(places: Iterable[Place], lesion: _Lesion) -> str:
    return "; ".join(place_words(each, lesion.desk.words) for each in sorted(places, key=place_order))


def _delete(selected: Selected, lesion: _Lesion) -> Action:
    order = plain(selected.planned.words or selected.planned.reference)
    text = lesion.desk.words("action.delete", order=order)
    return Action(type=ActionType.DELETE, description=text, resource_id=selected.planned.reference)


def _with_note(shared: Occasion, item: ItemAdvice) -> Occasion:
    return replace(shared, notes=(plain(item.note, _LONGEST_NOTE), *shared.notes)) if item.note else shared


def _description(item: ItemAdvice, lesion: _Lesion) -> str:
    if not lesion.desk.drafter.at_level(concept_of(item.id)):
        return plain(item.words)
    return plain(f"{item.words}, {place_words(lesion.advice.place, lesion.desk.words)}")


def _orderable(item: ItemAdvice, lesion: _Lesion) -> Json | None:
    return lesion.desk.situation.orderables.codings.get(concept_of(item.id))


def _temporary_id(item: ItemAdvice, lesion: _Lesion) -> str:
    place = lesion.advice.place
    return free_id((concept_of(item.id), item.part, place.level if place else ""), lesion.taken_ids)


def free_id(parts: Iterable[str], taken: frozenset[str]) -> str:
    """Says what it is, so the same call has the same ids; none that a draft has already."""
    start = "-".join(part for part in parts if part).replace("_", "-").lower()
    if start not in taken:
        return start[:_LONGEST_ID]
    return next(own for number in count(2) if (own := f"{start}-{number}") not in taken)
