"""One line per call: what was decided by which rules, how long it took. Ids and versions only.

No patient data and no token may come here. Therefore nothing is taken over from a request but its hook instance, and
from a reply only the members that ``TrailLine`` names.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, fields

import orjson

LOG = logging.getLogger("spinal_cds.trail")


@dataclass(slots=True, kw_only=True)
class TrailLine:
    """Filled while the call runs. ``milliseconds`` is by stage: trust, read, gather, decide, dump, total ..."""

    hook: str
    hook_instance: str = ""
    client: str = ""
    tenant: str = ""
    token_id: str = ""  # the token's jti, which is no secret (J12)
    status: int = 0
    reason: str = ""  # why a caller was not trusted, as a fixed word
    knowledge_version: str = ""
    cards: tuple[str, ...] = ()  # kinds
    outcomes: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()  # prefetch keys
    fhir_reads: int = 0
    stored: int = 0  # entries of feedback
    rejected: int = 0
    milliseconds: dict[str, float] = field(default_factory=dict)

    def add(self, told: Mapping[str, object]) -> None:
        """Takes over what the hallway tells of its decision; what has no place in a trail is left out."""
        for name in _TOLD & told.keys():
            setattr(self, name, told[name])
        stages = told.get("milliseconds")
        if isinstance(stages, Mapping):
            self.milliseconds.update(stages)


_OWN = {"hook", "hook_instance", "client", "tenant", "token_id", "status", "reason", "notes", "milliseconds"}
_TOLD = frozenset(one.name for one in fields(TrailLine)) - _OWN


def write(line: TrailLine) -> None:
    if LOG.isEnabledFor(logging.INFO):
        # Made by hand: LOG.info looks up its caller first, which costs more than all the rest and says nothing here.
        LOG.handle(logging.LogRecord(LOG.name, logging.INFO, __file__, 0, orjson.dumps(line).decode(), None, None))
