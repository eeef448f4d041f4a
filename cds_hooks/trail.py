"""One line per call: what was decided by which rules, how long it took. Ids and versions only.

No patient data and no token may come here. Therefore nothing is taken over from a request but its hook instance, and
from a reply only the members that ``TrailLine`` names.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

import orjson

LOG = logging.getLogger("spinal_cds.trail")


@dataclass(slots=True, kw_only=True)
class TrailLine:
    """Filled while the call runs. ``milliseconds`` is by stage: trust, read, gather, decide, dump, total ..."""

    hook: str
    hook_instance: str = ""
    client: str = ""
    status: int = 0
    knowledge_version: str = ""
    cards: tuple[str, ...] = ()  # kinds
    outcomes: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()  # prefetch keys
    fhir_reads: int = 0
    milliseconds: dict[str, float] = field(default_factory=dict)

    def add(self, told: Mapping[str, object]) -> None:
        """Takes over what the hallway tells of its decision; what has no place in a trail is left out."""
        for name in _TOLD & told.keys():
            setattr(self, name, told[name])
        stages = told.get("milliseconds")
        if isinstance(stages, Mapping):
            self.milliseconds.update(stages)


_OWN = {"hook", "hook_instance", "client", "status", "notes", "milliseconds"}
_NAMES = tuple(one.name for one in fields(TrailLine))
_TOLD = frozenset(_NAMES) - _OWN


def write(line: TrailLine) -> None:
    if LOG.isEnabledFor(logging.INFO):
        LOG.info(orjson.dumps(_filled(line), option=orjson.OPT_SORT_KEYS).decode())


def _filled(line: TrailLine) -> dict[str, Any]:
    return {name: value for name in _NAMES if (value := getattr(line, name)) not in ("", (), {})}
