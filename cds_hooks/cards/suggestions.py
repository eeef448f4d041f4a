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
from cds_hooks.cards.phrases import capitalised, place_words
from cds_hooks.cards.replacing import TREATMENTS, Selected, selected_drafts
from cds_hooks.cards.situation import Desk
from cds_hooks.messages import Action, ActionType, Json, Suggestion
from cds_hooks.profiles import fitted
from fhir_profiles.drafting import Occasion, concept_of
from plugin.advice import Advice, ItemAdvice, OrderSetAdvice
from plugin.evidence import Technique
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
        selected=selected_drafts(advice, desk.situation),
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
    concepts = [concept_of(item.id) for item in order_set.items]
    techniques = {TREATMENTS[each] for each in concepts if each in TREATMENTS}
    kept = [each for each in lesion.selected if each.stays_in(techniques, lesion.advice)]
    there = {each.concept for each in kept}
    main = order_set.technique
    waiting = [each for each in lesion.selected if each.gives_way(techniques, main, kept, lesion.advice)]
    for item, concept in zip(order_set.items, concepts, strict=True):
        if concept in there or lesion.offer.is_drafted(item):
            continue
        if waiting and concept in TREATMENTS and TREATMENTS[concept] is main:
            yield from _instead(waiting.pop(0), item, lesion)
        else:
            yield _create(item, lesion)
    yield from (_delete(each, lesion) for each in waiting)


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


def _instead(selected: Selected, item: ItemAdvice, lesion: _Lesion) -> Iterator[Action]:
    """One update, or a deletion and a new order: where the type differs, or the client knows no update (A6)."""
    drafter = lesion.desk.drafter
    if lesion.desk.profile.updates and drafter.replaces(selected.draft, item):
        noted = _with_note(lesion.occasion, item)
        whole = drafter.replace(selected.draft, item, noted, orderable=_orderable(item, lesion))
        text = lesion.desk.words("action.replace", item=_description(item, lesion))
        yield Action(type=ActionType.UPDATE, description=text, resource=whole)
    else:
        yield _delete(selected, lesion)
        yield _create(item, lesion)


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
