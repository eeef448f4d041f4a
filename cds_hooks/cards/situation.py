"""What do the cards of one call need beside the advice? The request's part, what was not read, the site's codings.

Also here: what all presenters share, and a card before it is laid out. What may not live here: decisions, sentences.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import assert_never

from cds_hooks.messages import Indicator, Json, Suggestion
from cds_hooks.profiles import Profile
from cds_hooks.words import Words
from fhir_profiles.chart import Gap, stands
from fhir_profiles.drafting import Drafter
from fhir_profiles.orderables import Orderables
from plugin.advice import Advice
from plugin.evidence import Place
from plugin.grammar import Outcome, OutcomeClass


class Kind(StrEnum):
    """The kinds of card of contract 4; equal to the topic code."""

    INDICATION = "indication"
    QUESTION = "question"
    REFERRAL = "referral"
    NOCARE = "nocare"
    HOLD = "hold"
    CONFLICT = "conflict"
    ANAESTHESIA = "anaesthesia"
    THERMALPROTECTION = "thermalprotection"
    DEGRADED = "degraded"


LEADS = frozenset({Kind.INDICATION, Kind.QUESTION, Kind.REFERRAL, Kind.NOCARE})
"""The kinds of card that stand first for a lesion."""


def lead_kind(outcome: Outcome) -> Kind:
    """The kind of lead card that an outcome has; OUT_OF_SCOPE has none, its callers leave it out before."""
    match outcome.outcome_class:
        case OutcomeClass.PATHWAY:
            return Kind.INDICATION
        case OutcomeClass.QUESTION:
            return Kind.QUESTION
        case OutcomeClass.REFERRAL:
            return Kind.REFERRAL
        case OutcomeClass.NO_ACTION:
            return Kind.NOCARE
        case _:
            assert_never(outcome.outcome_class)


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """One call, as far as its cards concern.

    `advices`: the lesions that the orders mean, and those that are not ordered only for an emergency. `as_of`: the moment of
    the call, from which the age of what does not count is told. `selected` are the references of the selected drafts,
    `notes` pairs of a resource and what was wrong with it, `reason` the Condition of each lesion where it is known,
    `orderables` the site's own codes for our order concepts, `pictures` the address below which the decisions' pictures are.
    """

    advices: tuple[Advice, ...]
    patient_id: str
    as_of: datetime | None = None
    encounter_id: str | None = None
    drafts: tuple[Json, ...] = ()
    selected: tuple[str, ...] = ()
    order_has_site: bool = True
    unread: tuple[Gap, ...] = ()
    foreign: int = 0
    notes: tuple[tuple[str, str], ...] = ()
    not_available: tuple[str, ...] = ()
    reason: Mapping[Place | None, str] = field(default_factory=dict)
    orderables: Orderables = field(default_factory=Orderables)
    pictures: str = "http://127.0.0.1:8000/picture"

    @property
    def urgent(self) -> tuple[Advice, ...]:
        """The emergencies of this patient, wherever they are."""
        return tuple(each for each in self.advices if each.outcome is Outcome.URGENT_REFERRAL)

    @property
    def standing(self) -> tuple[Json, ...]:
        """The drafts that nobody has taken back: what need not be suggested again."""
        return tuple(each for each in self.drafts if stands(each))


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every presenter has at hand."""

    situation: Situation
    profile: Profile
    words: Words
    drafter: Drafter


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A card before it is laid out: its paragraphs without the closing ones, its suggestions without their uuids."""

    kind: Kind
    indicator: Indicator
    summary: str
    paragraphs: tuple[str, ...]
    member: Mapping[str, object]
    about: Advice | None = None
    suggestions: tuple[Suggestion, ...] = ()

    @property
    def is_lead(self) -> bool:
        """Is this the lesion's first card?"""
        return self.kind in LEADS
