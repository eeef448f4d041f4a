"""In what do two answers differ? Card by card, in codes: what is missing, what was not expected.

What may not live here: which answer is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any, Final

from cds_hooks.wire import ADVICE_KEY

Json = Mapping[str, Any]

STRUCTURE: Final = ("kind", "lesion", "outcome")
"""What does not depend on a client's settings."""
_MEMBERS: Final = (
    *STRUCTURE,
    "knowledgeVersion",
    "possibleOutcomes",
    "pathwayForInformation",
    "inputs",
    "techniques",
    "holds",
    "rules",
    "items",
    "itemsByTechnique",
    "questions",
    "optionalQuestions",
    "evidence",
    "unread",
)


def advice_of(card: Json) -> Json:
    """The machine-readable part; empty where a card has none."""
    extension = card.get("extension")
    found = extension.get(ADVICE_KEY) if isinstance(extension, dict) else None
    return found if isinstance(found, dict) else {}


def differences(expected: Sequence[Json], found: Sequence[Json], *, whole: bool) -> Iterator[str]:
    """One line for each difference. ``whole``: everything that a client is shown, else only what no setting changes."""
    for number, (wanted, there) in enumerate(zip_longest(expected, found), start=1):
        if there is None:
            yield f"card {number} is missing: {_name(wanted)}"
        elif wanted is None:
            yield f"card {number} was not expected: {_name(there)}"
        else:
            before = f"card {number} ({_name(wanted)})"
            yield from (f"{before}: {each}" for each in _of_card(wanted, there, whole=whole))


def _of_card(wanted: Json, there: Json, *, whole: bool) -> Iterator[str]:
    for member in _MEMBERS if whole else STRUCTURE:
        yield from _told(member, advice_of(wanted).get(member), advice_of(there).get(member))
    if not whole:
        return
    for member in ("indicator", "summary"):
        yield from _told(member, wanted.get(member), there.get(member))
    if wanted.get("detail") != there.get("detail"):
        yield "detail: other words; is it the same language and the same version?"
    yield from _told("suggestions", _labels(wanted), _labels(there))
    yield from _told("actions", _actions(wanted), _actions(there))


def _told(member: str, wanted: Any, there: Any) -> Iterator[str]:
    if wanted == there:
        return
    if not (isinstance(wanted, list) and isinstance(there, list)):
        yield f"{member}: expected {_short(wanted)}, found {_short(there)}"
        return
    expected, found = [_short(each) for each in wanted], [_short(each) for each in there]
    lacking = [each for each in expected if each not in found]
    beside = [each for each in found if each not in expected]
    parts = [f"missing {', '.join(lacking)}"] if lacking else []
    parts += [f"not expected {', '.join(beside)}"] if beside else []
    yield f"{member}: {'; '.join(parts) or 'in another order'}"


def _short(value: Any) -> str:
    """A value on one line, without the sentences that a row of evidence may hold."""
    match value:
        case None:
            return "nothing"
        case dict():
            return "(" + " ".join(f"{name}={_short(one)}" for name, one in value.items() if name != "text") + ")"
        case list():
            return ",".join(_short(each) for each in value)
        case _:
            return str(value)


def _labels(card: Json) -> list[str]:
    return [f"{each.get('label')}{' (recommended)' * bool(each.get('isRecommended'))}" for each in _suggestions(card)]


def _actions(card: Json) -> list[str]:
    """Type and codes of each action, with the number of its suggestion."""
    return [
        f"{number}:{action.get('type')}:{_codes(action)}"
        for number, each in enumerate(_suggestions(card), start=1)
        for action in each.get("actions", [])
    ]


def _suggestions(card: Json) -> list[Json]:
    found: list[Json] = card.get("suggestions", [])
    return found


def _codes(action: Json) -> str:
    resource = action.get("resource") or {}
    concept = resource.get("code") or resource.get("medicationCodeableConcept") or {}
    return "+".join(str(each.get("code")) for each in concept.get("coding", [])) or str(action.get("resourceId", ""))


def _name(card: Json) -> str:
    advice = advice_of(card)
    return ", ".join(str(each) for each in (advice.get("kind"), advice.get("lesion", {}).get("level")) if each)
