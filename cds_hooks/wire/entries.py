"""What an entry of feedback looks like, as schemas. Strict where the specification binds the client, tolerant where Epic is
known to stray (B9); everything has a limit.

What becomes of a body that holds entries stands in ``feedback``.
"""

from __future__ import annotations

from typing import Any, Final

from marshmallow import EXCLUDE, Schema, ValidationError, fields, missing, validates_schema
from marshmallow.validate import Length

from cds_hooks.messages import FeedbackOutcome
from cds_hooks.wire.moments import Moment

MOST_SUGGESTIONS: Final = 100
LONGEST_ID: Final = 1_024
LONGEST_COMMENT: Final = 10_000


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


class _Suggestions(fields.List[Any]):
    """Their ids. Counted before one is read, and read up to the first bad one only: a body has room for millions."""

    def __init__(self, data_key: str) -> None:
        each = fields.Nested(AcceptedSuggestionSchema)
        super().__init__(each, data_key=data_key, allow_none=True, load_default=())

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> Any:
        if not isinstance(value, list):
            raise ValidationError("must be an array")
        if len(value) > MOST_SUGGESTIONS:
            raise ValidationError(f"must hold at most {MOST_SUGGESTIONS} suggestions")
        return tuple(_suggestion_id(index, one) for index, one in enumerate(value))


def _suggestion_id(index: int, suggestion: object) -> str:
    if not isinstance(suggestion, dict):
        raise ValidationError({index: ["must be an object"]})
    found = suggestion.get("id")
    if isinstance(found, str) and 0 < len(found) <= LONGEST_ID:
        return found
    what = "missing" if found is None else f"must be a string of at most {LONGEST_ID} characters that is not empty"
    raise ValidationError({index: {"id": [what]}})


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
    accepted = _Suggestions("acceptedSuggestions")
    reason = _GivenReason("overrideReason")
    epic_reason = _GivenReason("overrideReasons")

    @validates_schema
    def _accepted_names_what(self, data: dict[str, Any], **_: Any) -> None:
        if data["outcome"] is FeedbackOutcome.ACCEPTED and not data["accepted"]:
            raise ValidationError("missing, although outcome is accepted (cds-fb-2)", "acceptedSuggestions")
