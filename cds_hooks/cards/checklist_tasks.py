"""Which Task does a checklist card offer? One that asks for the checklist's questionnaire (contract 6, "Task").

Only for clients whose profile lists Tasks; the checklist always stands in the card's detail too. What may not live here:
how a Task is spelt (`fhir_profiles.drafting`), and whether anything is offered for the lesion (`offering`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cds_hooks.cards.offering import withheld
from cds_hooks.cards.phrases import place_words
from cds_hooks.cards.situation import Desk, Kind
from cds_hooks.cards.suggestions import free_id, occasion
from cds_hooks.messages import Action, ActionType, Suggestion
from cds_hooks.profiles import fitted
from fhir_profiles.drafting import Checklist, asks_for
from plugin.advice import Advice, ItemAdvice

_CHECKLISTS: Final[Mapping[Kind, Checklist]] = {
    Kind.ANAESTHESIA: Checklist.ANAESTHESIA,
    Kind.THERMALPROTECTION: Checklist.THERMALPROTECTION,
}


def task_suggestions(kind: Kind, advice: Advice, items: tuple[ItemAdvice, ...], desk: Desk) -> tuple[Suggestion, ...]:
    """The one suggestion of a checklist card, or none."""
    checklist = _CHECKLISTS[kind]
    if not desk.profile.suggests or not desk.profile.tasks or withheld(advice, desk):
        return ()
    if any(asks_for(draft, checklist) for draft in desk.situation.drafts):
        return ()
    title = f"{desk.words.name('topic', kind)}, {place_words(advice.place, desk.words)}"
    taken = frozenset(str(draft.get("id")) for draft in desk.situation.drafts)
    own_id = free_id((checklist.value, advice.place.level if advice.place else ""), taken)
    task = desk.drafter.checklist(checklist, title, items, occasion(advice, desk), temporary_id=own_id)
    text = desk.words("action.task", checklist=title)
    action = Action(type=ActionType.CREATE, description=text, resource=task)
    return fitted((Suggestion(uuid="", label=text, actions=(action,)),), desk.profile)
