"""What would be an improvement of an answer: another suggestion, another treatment, a better state of a technique.

For the law that a read which failed, was cut or was not possible never gives what the same read, in full and empty, does not.
What may not live here: how the read was lost.
"""

from __future__ import annotations

from tests.support.calls import Json, advice_of

RANK = ("preferred", "acceptable", "caution", "avoid")


def improvements(cards: list[Json], bar: list[Json]) -> list[str]:
    """What these cards offer and those do not, in words; none where the law holds."""
    found = []
    if len(suggestions(cards)) > len(suggestions(bar)):
        found.append("more suggestions")
    found += [f"treatment {code}" for code in sorted(_treatments(cards) - _treatments(bar))]
    limits = _states(bar)
    for which, rank in _states(cards).items():
        if rank < limits.get(which, 0):
            found.append(f"state of {which}")
    return found


def suggestions(cards: list[Json]) -> list[set[str]]:
    """The order concepts of each suggestion."""
    return [
        {
            coding["code"]
            for action in each["actions"]
            for member in ("code", "medicationCodeableConcept")
            for coding in action.get("resource", {}).get(member, {}).get("coding", [])
        }
        for card in cards
        for each in card.get("suggestions", [])
    ]


def _treatments(cards: list[Json]) -> set[str]:
    return {code for each in suggestions(cards) for code in each if code[:5] in ("OS-03", "OS-04", "OS-05")}


def _states(cards: list[Json]) -> dict[tuple[str, str], int]:
    return {
        (advice_of(card)["lesion"]["level"], each["code"]): RANK.index(each["state"])
        for card in cards
        for each in advice_of(card).get("techniques", [])
    }
