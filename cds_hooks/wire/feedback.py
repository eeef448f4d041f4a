"""JSON -> feedback entries, one by one: a bad one is named with its reason and does not spoil the others (B1-B11, 6.3).

What an entry looks like stands in ``entries``. Nothing here decides what is kept of one (``ledger``). Reasons name our
fields, never what was sent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

import orjson
from marshmallow import ValidationError

from cds_hooks.failures import Malformed
from cds_hooks.messages import FeedbackEntry, FeedbackOutcome, Json
from cds_hooks.wire.entries import EntrySchema

MOST_ENTRIES: Final = 1_000
EPIC_REASON: Final = "com.epic.cdshooks.feedback.overrideReason.reasonCategory"
"""Where Epic puts the number of a reason that the hospital has made itself; the texts beside it are not read."""

_NAMED_AT_MOST: Final = 10
_ENTRY: Final = EntrySchema()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One call's entries that can be kept, and the others by their index with the reason."""

    entries: tuple[FeedbackEntry, ...]
    rejected: Mapping[int, str]


def read_feedback(body: Json) -> Told:
    """Raises Malformed when no entry can be kept."""
    sent = body.get("feedback")
    if sent is None:
        raise Malformed("feedback: missing")
    if type(sent) is not list or not 0 < len(sent) <= MOST_ENTRIES:
        raise Malformed(f"feedback: must be an array of 1 to {MOST_ENTRIES} entries")
    entries: list[FeedbackEntry] = []
    rejected: dict[int, str] = {}
    for index, one in enumerate(sent):
        try:
            entries.append(_entry(_ENTRY.load(one)))
        except ValidationError as error:
            rejected[index] = "; ".join(islice(_problems(error.messages_dict), _NAMED_AT_MOST))
    if not entries:
        raise Malformed(_every_problem(rejected))
    return Told(entries=tuple(entries), rejected=rejected)


def dump_feedback_answer(told: Told) -> bytes:
    """How many were kept, and which were not."""
    answer: dict[str, Any] = {"stored": len(told.entries)}
    if told.rejected:
        answer["rejected"] = [{"index": index, "reason": reason} for index, reason in told.rejected.items()]
    return orjson.dumps(answer)


def _entry(read: Mapping[str, Any]) -> FeedbackEntry:
    """Of what was accepted no reason is kept, of what was overridden no suggestion: such an entry would contradict itself."""
    if read["outcome"] is FeedbackOutcome.ACCEPTED:
        return FeedbackEntry(
            card=read["card"], outcome=read["outcome"], at=read["at"], accepted_suggestions=read["accepted"]
        )
    given = read["reason"] or read["epic_reason"] or {}
    code, system = _coded(given)
    return FeedbackEntry(
        card=read["card"],
        outcome=read["outcome"],
        at=read["at"],
        reason_code=code,
        reason_system=system,
        comment=given.get("comment") or "",
    )


def _coded(given: Mapping[str, Any]) -> tuple[str, str]:
    reason, extension = given.get("reason") or {}, given.get("extension")
    if reason.get("code"):
        return reason["code"], reason["system"] or ""
    category = extension.get(EPIC_REASON) if isinstance(extension, dict) else None
    return (str(category), EPIC_REASON) if category and isinstance(category, (str, int)) else ("", "")


def _problems(messages: Mapping[Any, Any], inside: str = "") -> Iterator[str]:
    """Each message of marshmallow with the way to its field: ``acceptedSuggestions[0].id: missing``."""
    for name, found in messages.items():
        if name == "_schema":
            where = inside
        elif isinstance(name, int):
            where = f"{inside}[{name}]"
        else:
            where = f"{inside}.{name}" if inside else name
        if isinstance(found, Mapping):
            yield from _problems(found, where)
        else:
            yield f"{where}: {found[0]}" if where else found[0]


def _every_problem(rejected: Mapping[int, str]) -> str:
    shown = [f"feedback[{index}]: {reason}" for index, reason in islice(rejected.items(), _NAMED_AT_MOST)]
    more = len(rejected) - len(shown)
    return "; ".join(shown) + (f"; and {more} more" if more else "")
