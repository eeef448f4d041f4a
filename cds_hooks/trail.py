"""One line per call: who called, what was decided by which rules, how long it took. Ids and versions only.

No patient data and no token may come here. Therefore nothing is taken over from a request but its hook instance, and
from a reply only the members that ``TrailLine`` names. For readers of a log: ``docs/reference/trail.md``.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version

import orjson

from plugin.knowledge import VERSION

LOG = logging.getLogger("spinal_cds.trail")
SERVICE_VERSION = version("spinal-tumour-cds")


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True, kw_only=True)
class TrailLine:
    """Filled while the call runs. ``milliseconds`` is by stage: trust, read, orders, gather, evidence, advise, cards, dump,
    keep (of feedback), and the total.
    """

    at: datetime = field(default_factory=_now)
    hook: str
    hook_instance: str = ""
    client: str = ""
    tenant: str = ""
    token_id: str = ""  # the token's jti, which is no secret (J12)
    status: int = 0
    reason: str = ""  # why the call was refused or failed, as a fixed word
    service_version: str = SERVICE_VERSION
    knowledge_version: str = VERSION
    shadow: bool = False  # decided, but the answer held no cards
    cards: tuple[str, ...] = ()  # kinds
    card_ids: tuple[str, ...] = ()  # their uuids, by which feedback and the EHR's own log name them
    card_outcomes: tuple[str, ...] = ()  # the outcome that each card is about, "" where it is about none
    outcomes: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()  # prefetch keys
    fhir_reads: int = 0
    reads: Mapping[str, str] = field(default_factory=dict)  # prefetch key: what came of asking the FHIR server for it
    stored: int = 0  # entries of feedback
    accepted: int = 0  # of those
    rejected: int = 0
    milliseconds: dict[str, float] = field(default_factory=dict)

    def add(self, told: Mapping[str, object]) -> None:
        """Takes over what the hallway tells of its decision; what has no place in a trail is left out."""
        for name, value in told.items():
            if name in _TOLD:
                setattr(self, name, value)
            elif name == "milliseconds" and isinstance(value, dict):
                self.milliseconds.update(value)


_TOLD = frozenset({"cards", "card_ids", "card_outcomes", "outcomes", "rules", "unread", "fhir_reads", "reads"})


def write(line: TrailLine) -> None:
    if LOG.isEnabledFor(logging.INFO):
        # Made by hand: LOG.info looks up its caller first, which costs more than all the rest and says nothing here.
        LOG.handle(logging.LogRecord(LOG.name, logging.INFO, __file__, 0, orjson.dumps(line).decode(), None, None))
