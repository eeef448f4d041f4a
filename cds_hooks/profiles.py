"""What can each kind of EHR take? The suggestions of a card, cut to what the client's profile allows (contract 6).

What may not live here: which suggestions there are (`cards`), and which client has which profile (`site`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from cds_hooks.messages import Action, SelectionBehavior, Suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The abilities of one kind of EHR.

    `single_actions`: each action is offered on its own, and any number may be taken. `tasks`: the checklists may be
    offered as Tasks. `types`: the resource types that suggestions may hold; empty: all of ours.
    """

    name: str
    suggests: bool = True
    single_actions: bool = False
    updates: bool = True
    tasks: bool = True
    types: frozenset[str] = frozenset()

    @property
    def behavior(self) -> SelectionBehavior:
        """How many of a card's suggestions may be taken."""
        return SelectionBehavior.ANY if self.single_actions else SelectionBehavior.AT_MOST_ONE


GENERIC: Final = Profile(name="generic")
SANDBOX: Final = Profile(name="sandbox")
EPIC: Final = Profile(
    name="epic",
    single_actions=True,
    updates=False,
    tasks=False,
    types=frozenset({"ServiceRequest", "MedicationRequest"}),
)
ORACLE: Final = Profile(name="oracle", suggests=False, tasks=False)

PROFILES: Final[Mapping[str, Profile]] = {each.name: each for each in (GENERIC, EPIC, ORACLE, SANDBOX)}
"""By the name in the site file (contract 2)."""


def fitted(suggestions: tuple[Suggestion, ...], profile: Profile) -> tuple[Suggestion, ...]:
    """The same suggestions as this client can take them; what it cannot take stands in the card's detail."""
    if not profile.suggests:
        return ()
    kept = (replace(each, actions=_taken(each.actions, profile)) for each in suggestions)
    whole = tuple(each for each in kept if each.actions)
    return tuple(_single(whole)) if profile.single_actions else whole


def _taken(actions: Iterable[Action], profile: Profile) -> tuple[Action, ...]:
    return tuple(each for each in actions if not profile.types or _type(each) in profile.types)


def _type(action: Action) -> str:
    if action.resource is not None:
        return str(action.resource.get("resourceType"))
    return (action.resource_id or "").partition("/")[0]


def _single(suggestions: Iterable[Suggestion]) -> Iterator[Suggestion]:
    """One suggestion for each action; what several sets share is offered once, with the first of them."""
    seen: dict[tuple[str, str], Suggestion] = {}
    for suggestion in suggestions:
        for action in suggestion.actions:
            own = action.resource_id or action.description
            single = replace(suggestion, label=action.description, actions=(action,))
            seen.setdefault((action.type, own), single)
    return iter(seen.values())
