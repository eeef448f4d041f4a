"""What one call says and what it is answered, in our own spelling.

The specification's spelling (``hookInstance``, ``draftOrders`` ...) lives in ``wire.py``; how a card is laid out
lives in ``cards.py``. Nothing here computes, reads or writes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeAlias

Json: TypeAlias = Mapping[str, Any]
"""One JSON object as it was parsed: never changed, only read."""


class Indicator(StrEnum):
    """How loud a card is."""

    INFO = "info"
    WARNING = "warning"
    CRITICAL = "critical"


class SelectionBehavior(StrEnum):
    """How many suggestions of a card may be taken."""

    AT_MOST_ONE = "at-most-one"
    ANY = "any"


class ActionType(StrEnum):
    """What an action does with its resource."""

    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"


class LinkType(StrEnum):
    """Whether a link opens a page or launches an app."""

    ABSOLUTE = "absolute"
    SMART = "smart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorization:
    """The right to read from the caller's FHIR server, for the length of this call only."""

    # The token must reach neither a log nor a traceback, so it is left out of repr.
    access_token: str = field(repr=False)
    subject: str
    patient: str | None = None
    scope: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HookRequest:
    """What the EHR sent, checked. ``repr`` shows the instance only: everything else may hold patient data."""

    hook_instance: str
    patient_id: str = field(repr=False)
    user: str = field(repr=False)
    encounter_id: str | None = field(default=None, repr=False)
    selections: tuple[str, ...] = field(default=(), repr=False)
    draft_orders: tuple[Json, ...] = field(default=(), repr=False)
    prefetch: Mapping[str, Any] | None = field(default=None, repr=False)
    fhir_server: str | None = field(default=None, repr=False)
    authorization: Authorization | None = field(default=None, repr=False)
    notes: tuple[str, ...] = ()
    """What was odd but tolerated, as fixed words for the trail (``cds-r-2``), never values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Whose guidance a card is, and what kind of card (``topic_code``: indication, question ...)."""

    label: str
    topic_code: str
    topic_display: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One change of the draft orders. A deletion names ``resource_id`` (``Type/id``), the others ``resource``."""

    type: ActionType
    description: str
    resource: Json | None = None
    resource_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Actions that belong together; taken as a whole or not at all."""

    uuid: str
    label: str
    actions: tuple[Action, ...] = ()
    is_recommended: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Where to read on. ``app_context`` only on smart links."""

    label: str
    url: str
    type: LinkType = LinkType.ABSOLUTE
    app_context: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OverrideReason:
    """A reason a physician may give for not following a card; the code system is ours."""

    code: str
    display: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What the physician sees. ``advice`` is the machine-readable part (contract 4), already in wire names."""

    uuid: str
    summary: str
    indicator: Indicator
    source: Source
    detail: str = ""
    suggestions: tuple[Suggestion, ...] = ()
    selection_behavior: SelectionBehavior | None = None
    override_reasons: tuple[OverrideReason, ...] = ()
    links: tuple[Link, ...] = ()
    advice: Mapping[str, object] = field(default_factory=dict)


class FeedbackOutcome(StrEnum):
    """What became of a card."""

    ACCEPTED = "accepted"
    OVERRIDDEN = "overridden"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackEntry:
    """What a physician did with one card. Card and suggestion ids are the caller's words: any text (B9).

    ``reason_code`` and ``reason_system`` are "" where no coded reason was given. ``at`` is in UTC.
    """

    card: str
    outcome: FeedbackOutcome
    at: datetime
    accepted_suggestions: tuple[str, ...] = ()
    reason_code: str = ""
    reason_system: str = ""
    comment: str = field(default="", repr=False)  # free text, may name the patient
