"""Messages -> rows. Here is decided what of a caller's words is kept: what is plainly an id or a code, and nothing else.

What may not live here: how a row is written (``store``), and how a comment is sealed (``comments``).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from cds_hooks.ledger.comments import Comments
from cds_hooks.messages import Card, FeedbackEntry

Row = Mapping[str, Any]

_UUID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_CODE: Final = re.compile(r"[\x21-\x7e]{1,64}")
_SYSTEM: Final = re.compile(r"[\x21-\x7e]{1,255}")


def issued(cards: Sequence[Card], shared: Row) -> list[Row]:
    """What of a card is needed to understand later what was told of it. ``shared`` is the same for all of a call."""
    return [
        {
            **shared,
            "card": card.uuid,
            "kind": card.source.topic_code,
            "outcome": card.advice.get("outcome", ""),
            "rules": _listed(card.advice.get("rules")),
            "knowledge_version": card.advice.get("knowledgeVersion", ""),
        }
        for card in cards
    ]


def _listed(ids: object) -> str:
    return " ".join(ids) if isinstance(ids, (list, tuple)) else ""


def feedback(entries: Sequence[FeedbackEntry], comments: Comments, shared: Row) -> list[Row]:
    return [_entry(entry, comments, shared) for entry in entries]


def _entry(entry: FeedbackEntry, comments: Comments, shared: Row) -> Row:
    sealed = comments.sealed(entry.comment) if entry.comment else None
    return {
        **shared,
        "at": entry.at,
        "card": _id(entry.card),
        "outcome": entry.outcome.value,
        "suggestions": " ".join(_id(each) for each in entry.accepted_suggestions),
        "reason_code": _kept(entry.reason_code, _CODE),
        "reason_system": _kept(entry.reason_system, _SYSTEM),
        "comment": sealed,
        "comment_refused": bool(entry.comment) and sealed is None,
    }


def _id(words: str) -> str:
    """An id as we gave it out, in whatever spelling it comes back."""
    return _kept(words.lower().removeprefix("urn:uuid:"), _UUID)


def _kept(words: str, form: re.Pattern[str]) -> str:
    """Text that is no id or code may be anything, also a name: what is kept of it tells only whether two are the same."""
    if not words or form.fullmatch(words):
        return words
    return f"sha256:{hashlib.sha256(words.encode('utf-8', 'surrogatepass')).hexdigest()}"
