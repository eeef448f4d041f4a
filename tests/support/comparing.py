"""Do two answers say the same, and what do they say was not read? For tests that ask one question in several ways.

What may not live here: what an answer should be (`checking`).
"""

from __future__ import annotations

import difflib
import json

from tests.support.calls import Answered, advice_of


def differences(expected: Answered, found: Answered) -> str:
    """What differs beyond the uuids, line by line; empty when nothing does."""
    if (expected.status, expected.without_ids) == (found.status, found.without_ids):
        return ""
    shown = difflib.unified_diff(_lines(expected), _lines(found), "expected", "found", lineterm="", n=2)
    return "\n".join(("", *shown))


def _lines(answered: Answered) -> list[str]:
    body = json.dumps(json.loads(answered.without_ids), indent=1, ensure_ascii=False)
    return [f"status {answered.status}", *body.splitlines()]


def unread(answered: Answered) -> set[str]:
    """The keys that the cards name as not read, or not in full."""
    return {key for card in answered.cards for key in advice_of(card).get("unread", [])}
