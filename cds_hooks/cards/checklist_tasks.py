"""Which Task does a checklist card offer? One that asks for the checklist's questionnaire (contract 6, "Task").

Only for clients whose profile lists Tasks; the checklist always stands in the card's detail too. What may not live here:
how a Task is spelt (`fhir_profiles.drafting`), and whether anything is offered for the lesion (`offering`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cds_hooks.cards.markdown import plain
from cds_hooks.cards.offering import withheld
from cds_hooks.cards.phrases import place_words
from cds_hooks.cards.situation import Desk, Kind
from cds_hooks.cards.suggestions import free_id, occasion
from cds_hooks.messages import Action, ActionType, Suggestion
from cds_hooks.profiles import fitted
from fhir_profiles.drafting import Checklist, Filled, Planned, asks_for, title_of
from plugin.advice import Advice, ItemAdvice
from plugin.evidence import Technique
from plugin.planning import SUGGESTED

_CHECKLISTS: Final[Mapping[Kind, Checklist]] = {
    Kind.ANAESTHESIA: Checklist.ANAESTHESIA,
    Kind.THERMALPROTECTION: Checklist.THERMALPROTECTION,
}


def task_suggestions(kind: Kind, advice: Advice, items: tuple[ItemAdvice, ...], desk: Desk) -> tuple[Suggestion, ...]:
    """The one suggestion of a checklist card, or none."""
    checklist = _CHECKLISTS[kind]
    if not desk.profile.suggests or not desk.profile.tasks or withheld(advice, desk):
        return ()
    if is_drafted(kind, advice, desk):
        return ()
    title = _title(kind, advice, desk)
    taken = frozenset(str(draft.get("id")) for draft in desk.situation.drafts)
    own_id = free_id((checklist.value, advice.place.level if advice.place else ""), taken)
    filled = Filled(
        checklist=checklist,
        title=title,
        planned=_planned(advice),
        items=items,
        chart={item.id: tuple(plain(each.dated) for each in item.answers) for item in items},
        settled=frozenset(item.id for item in items if item.settled),
    )
    task = desk.drafter.checklist(filled, occasion(advice, desk), temporary_id=own_id)
    text = desk.words("action.task", checklist=title)
    action = Action(type=ActionType.CREATE, description=text, resource=task)
    return fitted((Suggestion(uuid="", label=text, actions=(action,)),), desk.profile)


def is_drafted(kind: Kind, advice: Advice, desk: Desk) -> bool:
    """Does this lesion's Task stand among the drafts? One that names no lesion as we do counts for every lesion."""
    own, any_place = _title(kind, advice, desk), _title_without_place(kind, desk)
    titles = (title_of(draft) for draft in desk.situation.standing if asks_for(draft, _CHECKLISTS[kind]))
    return any(title == own or not title.startswith(any_place) for title in titles)


def _title(kind: Kind, advice: Advice, desk: Desk) -> str:
    return f"{_title_without_place(kind, desk)}{place_words(advice.place, desk.words)}"


def _title_without_place(kind: Kind, desk: Desk) -> str:
    return f"{desk.words.name('topic', kind)}, "


def _planned(advice: Advice) -> Planned:
    """The techniques in play, and cement where it belongs to the plan (part C)."""
    suggested = {each.technique for each in advice.techniques if each.state in SUGGESTED}
    techniques = {*advice.in_play, *(suggested & {Technique.CEMENT})}
    return Planned(techniques=tuple(each for each in Technique if each in techniques), answers=advice.checklist_answers)
