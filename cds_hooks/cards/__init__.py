"""How does advice become cards? The presenter: pure, so the same advice gives the same cards but for their uuids.

Two doors: `cards_for` and `cards_at_signature`. Inside, from a lesion to the answer: `lead` and `further` write sheets
(`detail`, `orders`, `evidence` their text, `member` their machine-readable part, `suggestions` and `replacing` their actions),
`signing` keeps those that matter before signature, `choosing` puts them in order, `laying_out` makes cards of them. What may not
live here: any decision about a patient.
"""

from __future__ import annotations

from collections.abc import Callable

from cds_hooks.cards.choosing import chosen_sheets, sheets_of
from cds_hooks.cards.laying_out import laid_out
from cds_hooks.cards.signing import sheets_at_signature
from cds_hooks.cards.situation import Desk, Kind, Situation
from cds_hooks.messages import Card
from cds_hooks.profiles import Profile
from cds_hooks.words import Words
from fhir_profiles.drafting import Drafter

__all__ = ["Kind", "Situation", "cards_at_signature", "cards_for"]


def cards_for(
    situation: Situation, profile: Profile, words: Words, drafter: Drafter, new_id: Callable[[], str]
) -> tuple[Card, ...]:
    """The cards of one order-select call, at most eight, in the order of contract 4."""
    desk = Desk(situation=situation, profile=profile, words=words, drafter=drafter)
    return laid_out(chosen_sheets(desk, sheets_of), desk, new_id)


def cards_at_signature(
    situation: Situation, profile: Profile, words: Words, drafter: Drafter, new_id: Callable[[], str]
) -> tuple[Card, ...]:
    """The cards of one order-sign call (contract 4.1); none where all is well."""
    desk = Desk(situation=situation, profile=profile, words=words, drafter=drafter)
    return laid_out(chosen_sheets(desk, sheets_at_signature), desk, new_id)
