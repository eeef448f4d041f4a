"""JSON -> feedback entries, one by one: a bad one is named with its reason and does not spoil the others (B1-B11, 6.3).

Nothing here decides what becomes of a comment (``ledger``). Reasons name fields, never values.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import orjson

from cds_hooks.failures import Malformed
from cds_hooks.messages import FeedbackEntry, Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One call's entries that can be kept, and the others by their index with the reason."""

    entries: tuple[FeedbackEntry, ...]
    rejected: Mapping[int, str]


def read_feedback(body: Json) -> Told:
    """Raises Malformed when no entry can be kept."""
    raise Malformed("feedback: not read yet")


def dump_feedback_answer(told: Told) -> bytes:
    """How many were kept, and which were not."""
    return orjson.dumps({"stored": len(told.entries)})
