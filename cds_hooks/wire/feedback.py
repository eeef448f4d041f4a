"""JSON -> feedback entries, one by one: a bad one is named with its reason and does not spoil the others (B1-B11, 6.3).

Strict where the specification binds the client, tolerant where Epic is known to stray (B9). Nothing here decides what is kept
of an entry (``ledger``). Reasons name our fields, never what was sent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import orjson
from marshmallow import EXCLUDE, Schema, ValidationError, fields, missing, validates_schema
from marshmallow.validate import Length

from cds_hooks.failures import Malformed
from cds_hooks.messages import FeedbackEntry, FeedbackOutcome, Json
from cds_hooks.wire.moments import Moment

MOST_ENTRIES: Final = 1_000
MOST_SUGGESTIONS: Final = 100
LONGEST_ID: Final = 1_024
LONGEST_COMMENT: Final = 10_000
EPIC_REASON: Final = "com.epic.cdshooks.feedback.overrideReason.reasonCategory"
"""Where Epic puts the number of a reason that the hospital has made itself; the texts beside it are not read."""

_NAMED_AT_MOST: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One call's entries that can be kept, and the others by their index with the reason."""

    entries: tuple[FeedbackEntry, ...]
    rejected: Mapping[int, str]


def _words(what: str) -> dict[str, Any]:
    """What is said of a field that is missing or of another kind."""
    return {"required": "missing", "null": "missing", "invalid": what, "type": what}


def _text(longest: int, *, required: bool = False, data_key: str | None = None) -> fields.String:
    """A string, also of Unicode. One that may stay away may as well be null or empty."""
    what = f"must be a string of at most {longest} characters" + (" that is not empty" if required else "")
    return fields.String(
        required=required,
        allow_none=not required,
        load_default=missing if required else "",
        data_key=data_key,
        validate=Length(min=1 if required else None, max=longest, error=what),
        error_messages=_words(what),
    )


class _Lenient(Schema):
    """What no field names is ignored (G6)."""

    class Meta:
        unknown = EXCLUDE

    error_messages = {"type": "must be an object"}  # noqa: RUF012  the library's form


class AcceptedSuggestionSchema(_Lenient):
    id = _text(LONGEST_ID, required=True)


class ReasonSchema(_Lenient):
    """A Coding. Its display is not read: it is text."""

    code = _text(LONGEST_ID)
    system = _text(LONGEST_ID)


class GivenReasonSchema(_Lenient):
    """cds-fb-3 wants a reason or a comment; one that has neither says no more than that the card was overridden (B4)."""

    reason = fields.Nested(ReasonSchema, allow_none=True, load_default=None)
    comment = _text(LONGEST_COMMENT, data_key="userComment")
    extension = fields.Raw(allow_none=True, load_default=None)


class _GivenReason(fields.Nested):
    """One object. Where the key is plural a list would be no surprise: its first counts."""

    def __init__(self, data_key: str) -> None:
        super().__init__(GivenReasonSchema, data_key=data_key, allow_none=True, load_default=None)

    def _deserialize(self, value: Any, *rest: Any, **more: Any) -> Any:
        return super()._deserialize(value[0] if isinstance(value, list) and value else value, *rest, **more)


class EntrySchema(_Lenient):
    """What became of one card, at one moment."""

    card = _text(LONGEST_ID, required=True)
    outcome = fields.Enum(
        FeedbackOutcome,
        by_value=True,
        required=True,
        error_messages={**_words("must be a string"), "unknown": 'must be "accepted" or "overridden"'},
    )
    at = Moment(required=True, data_key="outcomeTimestamp")
    accepted = fields.List(
        fields.Nested(AcceptedSuggestionSchema),
        data_key="acceptedSuggestions",
        allow_none=True,
        load_default=None,
        validate=Length(max=MOST_SUGGESTIONS, error=f"must hold at most {MOST_SUGGESTIONS} suggestions"),
        error_messages=_words("must be an array"),
    )
    reason = _GivenReason("overrideReason")
    epic_reason = _GivenReason("overrideReasons")

    @validates_schema
    def _accepted_names_what(self, data: dict[str, Any], **_: Any) -> None:
        if data["outcome"] is FeedbackOutcome.ACCEPTED and not data["accepted"]:
            raise ValidationError("missing, although outcome is accepted (cds-fb-2)", "acceptedSuggestions")


_ENTRY: Final = EntrySchema()


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
            rejected[index] = "; ".join(_problems(error.messages_dict))
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
        ids = tuple(each["id"] for each in read["accepted"])
        return FeedbackEntry(card=read["card"], outcome=read["outcome"], at=read["at"], accepted_suggestions=ids)
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
    shown = [f"feedback[{index}]: {reason}" for index, reason in list(rejected.items())[:_NAMED_AT_MOST]]
    more = len(rejected) - len(shown)
    return "; ".join(shown) + (f"; and {more} more" if more else "")
