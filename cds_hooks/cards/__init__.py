"""How does advice become cards? The presenter: pure, so the same advice gives the same cards but for their uuids.

One door: `cards_for`. Inside, from a lesion to the answer: `lead` and `further` write sheets (`detail`, `orders`,
`evidence` their text, `member` their machine-readable part, `suggestions` and `replacing` their actions), `choosing`
puts them in order, `laying_out` makes cards of them. What may not live here: any decision about a patient.
"""

from __future__ import annotations

from collections.abc import Callable

from cds_hooks.cards.choosing import chosen_sheets
from cds_hooks.cards.laying_out import laid_out
from cds_hooks.cards.situation import Desk, Kind, Situation
from cds_hooks.messages import Card
from cds_hooks.profiles import Profile
from cds_hooks.words import Words
from fhir_profiles.drafting import Drafter

__all__ = ["Kind", "Situation", "cards_for"]


def cards_for(
    situation: Situation, profile: Profile, words: Words, drafter: Drafter, new_id: Callable[[], str]
) -> tuple[Card, ...]:
    """The cards of one call, at most eight, in the order of contract 4."""
    desk = Desk(situation=situation, profile=profile, words=words, drafter=drafter)
    return laid_out(chosen_sheets(desk), desk, new_id)
