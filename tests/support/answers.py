"""What must hold for every answer of a hook, whoever asked for whatever: one rule for each row of the protocol.

A rule yields what is wrong with one answer, in words; `faults` asks all of them. Journeys and clients pass every answer through
it. What may not live here: what an answer should say (`checking`), and whether a resource is valid FHIR (`validators`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, NoReturn
from urllib.parse import urlsplit

import orjson

from tests.support.checking import ADVICE_KEY

Json = dict[str, Any]

_UUID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_REFERENCE: Final = re.compile(r"[A-Z][A-Za-z]+/[^/\s]+")
_REVERSE_DOMAIN: Final = re.compile(r"[a-z]+(\.[a-z0-9-]+)+")
_HTML: Final = re.compile(r"(?<!\\)<[A-Za-z/!?]")
_MARKDOWN_LINK: Final = re.compile(r"(?<!\\)\]\(([^)]*)\)")
_CARDS_AT_MOST: Final = 8
_SUMMARY_BELOW: Final = 140
_OURS_TO_CHANGE: Final = frozenset({"code", "medicationCodeableConcept", "bodySite", "note"})
_TELL_THE_OLD_CODE: Final = frozenset({"text", "instantiatesCanonical", "instantiatesUri"})
_ONLY_IF_MISSING: Final = frozenset({"encounter", "reasonReference"})


@dataclass(frozen=True)
class Answer:
    """One answer of 200 as its bytes, with the request that it answers."""

    raw: bytes
    request: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def body(self) -> Json:
        found: Json = orjson.loads(self.raw)
        return found

    @cached_property
    def cards(self) -> list[Json]:
        found: list[Json] = self.body["cards"]
        return found

    @cached_property
    def suggestions(self) -> list[Json]:
        return [each for card in self.cards for each in card.get("suggestions", ())]

    @cached_property
    def actions(self) -> list[Json]:
        return [each for suggestion in self.suggestions for each in suggestion.get("actions", ())]

    @cached_property
    def links(self) -> list[Json]:
        return [each for card in self.cards for each in card.get("links", ())]

    @cached_property
    def patient(self) -> str:
        return str(self.request["context"]["patientId"]).removeprefix("Patient/")

    @cached_property
    def drafts(self) -> dict[str, Json]:
        """The draft orders of the request by `Type/id`."""
        entries = self.request["context"]["draftOrders"].get("entry") or ()
        found = (each.get("resource") or {} for each in entries if isinstance(each, dict))
        return {f"{each['resourceType']}/{each.get('id')}": each for each in found if "resourceType" in each}


Rule = Callable[[Answer], Iterator[str]]
RULES: dict[str, Rule] = {}
"""By the ids of the rows that they prove: "K9 cds-resp-6" is one rule for a row and for the invariant of the same content."""


def rule(rows: str) -> Callable[[Rule], Rule]:
    def noted(function: Rule) -> Rule:
        RULES[rows] = function
        return function

    return noted


def faults(raw: bytes, request: Mapping[str, Any]) -> list[str]:
    """Everything that is wrong with an answer, each with the row that says so; empty if it is as it should be."""
    answer = Answer(raw, request)
    return [f"{rows}: {problem}" for rows, each in RULES.items() for problem in each(answer)]


# --- the whole ----------------------------------------------------------------------------------------------------------


@rule("G2 G3")
def _nothing_empty(answer: Answer) -> Iterator[str]:
    for path, value in _leaves({**answer.body, "cards": answer.cards or "none"}):
        # A null that holds a place in a list of FHIR's (`given` beside `_given`) is FHIR's own.
        if value in ("", [], {}) or (value is None and not path.endswith("[]")):
            yield f"{path} is {value!r}"


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    yield path, value
    if isinstance(value, dict):
        for name, one in value.items():
            yield from _leaves(one, f"{path}.{name}")
    elif isinstance(value, list):
        for one in value:
            yield from _leaves(one, f"{path}[]")


@rule("G4")
def _strict_json(answer: Answer) -> Iterator[str]:
    try:
        json.loads(answer.raw.decode("utf-8"), object_pairs_hook=_each_once, parse_constant=_no_number)
    except ValueError as problem:
        yield str(problem)


def _each_once(pairs: list[tuple[str, Any]]) -> Json:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")


@rule("N3")
def _no_white_space(answer: Answer) -> Iterator[str]:
    if answer.raw != orjson.dumps(answer.body):
        yield "white space that says nothing"


@rule("K1")
def _top(answer: Answer) -> Iterator[str]:
    if not isinstance(answer.body.get("cards"), list):
        yield "no list of cards"
    if odd := answer.body.keys() - {"cards", "systemActions", "extension"}:
        yield f"{sorted(odd)} at the top"


@rule("Y1 Y2 Y3 Y4")
def _no_system_action(answer: Answer) -> Iterator[str]:
    if "systemActions" in answer.body:
        yield "an action behind the user's back"


@rule("A11 D13 cds-resp-7")
def _nothing_of_3_0(answer: Answer) -> Iterator[str]:
    yield from (f"{path} is of 3.0" for path, _ in _leaves(answer.body) if path.endswith(".actionSelectionBehavior"))


@rule("X1")
def _extensions(answer: Answer) -> Iterator[str]:
    for each in (answer.body, *answer.cards):
        extension = each.get("extension", {})
        if not isinstance(extension, dict):
            yield "extension is no object"
        else:
            yield from (f"{key} is of no domain" for key in extension if not _REVERSE_DOMAIN.fullmatch(key))


# --- cards --------------------------------------------------------------------------------------------------------------


@rule("K2")
def _summary(answer: Answer) -> Iterator[str]:
    for card in answer.cards:
        text = card.get("summary")
        if not isinstance(text, str) or not 0 < len(text) < _SUMMARY_BELOW or "\n" in text:
            yield f"summary {text!r}"


@rule("K3")
def _indicator(answer: Answer) -> Iterator[str]:
    yield from _others(answer.cards, "indicator", "info", "warning", "critical")


@rule("K4")
def _source(answer: Answer) -> Iterator[str]:
    yield from ("a source without a label" for card in answer.cards if not _text(card.get("source", {}).get("label")))


@rule("K5")
def _source_addresses(answer: Answer) -> Iterator[str]:
    for card in answer.cards:
        for name in ("url", "icon"):
            if name in card["source"] and not _absolute(card["source"][name]):
                yield f"source.{name} {card['source'][name]!r}"


@rule("K6 U2")
def _uuids(answer: Answer) -> Iterator[str]:
    found = [each.get("uuid", "") for each in (*answer.cards, *answer.suggestions)]
    yield from (f"uuid {each!r}" for each in found if not _UUID.fullmatch(each))
    if len(set(found)) < len(found):
        yield "two have one uuid"


@rule("K7")
def _markdown(answer: Answer) -> Iterator[str]:
    yield from ("raw HTML in detail" for card in answer.cards if _HTML.search(card.get("detail", "")))


@rule("K9 cds-resp-6")
def _selection_behavior(answer: Answer) -> Iterator[str]:
    for card in answer.cards:
        if ("suggestions" in card) != ("selectionBehavior" in card):
            yield "suggestions and selectionBehavior do not stand together"
    yield from _others(
        [card for card in answer.cards if "suggestions" in card], "selectionBehavior", "at-most-one", "any"
    )


@rule("K10 cds-resp-1")
def _recommended(answer: Answer) -> Iterator[str]:
    for card in answer.cards:
        count = sum(each.get("isRecommended") is True for each in card.get("suggestions", ()))
        if card.get("selectionBehavior") == "at-most-one" and count > 1:
            yield f"{count} recommended, of which one may be taken"


@rule("K11 N6 cds-resp-4")
def _codings(answer: Answer) -> Iterator[str]:
    for card in answer.cards:
        for coding in (card["source"].get("topic", {}), *card.get("overrideReasons", ())):
            if not all(_text(coding.get(name)) for name in ("code", "system", "display")):
                yield f"half a coding: {coding}"


@rule("K14")
def _few_and_graduated(answer: Answer) -> Iterator[str]:
    if len(answer.cards) > _CARDS_AT_MOST:
        yield f"{len(answer.cards)} cards"
    for card in answer.cards:
        outcome = card["extension"][ADVICE_KEY].get("outcome")
        if card["indicator"] == "critical" and outcome != "URGENT_REFERRAL":
            yield f"critical, and no emergency: {outcome}"
        there = {each["url"] for each in card.get("links", ())}
        if set(_MARKDOWN_LINK.findall(card.get("detail", ""))) - there:
            yield "a link in detail that is none of the card's links"


@rule("K17")
def _topic(answer: Answer) -> Iterator[str]:
    for card in answer.cards:
        code = card["source"]["topic"]["code"]
        if not re.fullmatch(r"[A-Za-z0-9]{1,100}", code):
            yield f"topic {code!r}"


# --- suggestions and actions --------------------------------------------------------------------------------------------


@rule("U1")
def _labels(answer: Answer) -> Iterator[str]:
    yield from ("a suggestion without a label" for each in answer.suggestions if not _text(each.get("label")))


@rule("U3")
def _flags(answer: Answer) -> Iterator[str]:
    yield from ("isRecommended" for each in answer.suggestions if not isinstance(each.get("isRecommended", True), bool))


@rule("U4")
def _some_action(answer: Answer) -> Iterator[str]:
    yield from ("a suggestion without an action" for each in answer.suggestions if not each.get("actions"))


@rule("U5")
def _in_any_order(answer: Answer) -> Iterator[str]:
    for suggestion in answer.suggestions:
        touched = [_named(action) for action in suggestion.get("actions", ())]
        if len(set(touched)) < len(touched):
            yield f"two actions on one resource: {touched}"


@rule("A1")
def _action_types(answer: Answer) -> Iterator[str]:
    yield from _others(answer.actions, "type", "create", "update", "delete")


@rule("A2 cds-resp-5")
def _descriptions(answer: Answer) -> Iterator[str]:
    yield from ("an action without a description" for each in answer.actions if not _text(each.get("description")))


@rule("A3")
def _resources(answer: Answer) -> Iterator[str]:
    for action in answer.actions:
        resource = action.get("resource")
        if action["type"] != "delete" and not (isinstance(resource, dict) and resource.get("resourceType")):
            yield f"{action['type']} of {type(resource).__name__}"


@rule("A4")
def _whole_updates(answer: Answer) -> Iterator[str]:
    for action in _of(answer, "update"):
        resource = action["resource"]
        draft = answer.drafts.get(_named(action), {})
        # What is empty in the draft may not go out again (G2).
        kept = {
            name: value
            for name, value in draft.items()
            if name not in _OURS_TO_CHANGE | _TELL_THE_OLD_CODE and not _holds_nothing(value)
        }
        if any(resource.get(name) != value for name, value in kept.items()):
            yield f"{_named(action)} lost or changed an element"
        if added := resource.keys() - draft.keys() - _OURS_TO_CHANGE - _ONLY_IF_MISSING:
            yield f"{_named(action)} got {sorted(added)}"


@rule("A5 cds-resp-2")
def _deletions(answer: Answer) -> Iterator[str]:
    for action in answer.actions:
        if (action["type"] == "delete") != ("resourceId" in action):
            yield f"{action['type']} and resourceId"
    for action in _of(answer, "delete"):
        if "resource" in action or not _REFERENCE.fullmatch(str(action.get("resourceId"))):
            yield f"delete of {action.get('resourceId')!r}"


@rule("A6")
def _only_drafts(answer: Answer) -> Iterator[str]:
    for kind in ("update", "delete"):
        yield from (f"{kind} of {_named(each)}" for each in _of(answer, kind) if _named(each) not in answer.drafts)


@rule("A7")
def _in_addition(answer: Answer) -> Iterator[str]:
    for card in answer.cards:
        kinds = {action["type"] for each in card.get("suggestions", ()) for action in each["actions"]}
        treats = card["extension"][ADVICE_KEY]["kind"] == "indication"
        if kinds - {"create"} and not treats:
            yield f"{sorted(kinds)} on a card that only adds"


@rule("A8")
def _temporary_ids(answer: Answer) -> Iterator[str]:
    for suggestion in answer.suggestions:
        created = {_named(each) for each in suggestion["actions"] if each["type"] == "create"}
        if taken := created & answer.drafts.keys():
            yield f"{sorted(taken)} is an id of the drafts"
        kinds = {"ServiceRequest", "MedicationRequest", "Task"}
        for action in suggestion["actions"]:
            for path, value in _leaves(action.get("resource", {})) if action["type"] == "create" else ():
                if path.endswith(".reference") and value.split("/")[0] in kinds and value not in created:
                    yield f"{value} leads nowhere"


@rule("A9")
def _drafts_of_this_patient(answer: Answer) -> Iterator[str]:
    encounter = answer.request["context"].get("encounterId")
    for action in _of(answer, "create"):
        made = action["resource"]
        whose = made.get("subject") or made.get("for") or {}
        if whose.get("reference") != f"Patient/{answer.patient}":
            yield f"made for {whose}"
        if (made["status"], made["intent"]) != ("draft", "proposal"):
            yield f"{made['status']} {made['intent']}"
        if made["resourceType"] != "Task" and not _text(
            (made.get("code") or made["medicationCodeableConcept"]).get("text")
        ):
            yield "no words"
        if encounter and not made["encounter"]["reference"].endswith(encounter.removeprefix("Encounter/")):
            yield f"in {made['encounter']}"


# --- links --------------------------------------------------------------------------------------------------------------


@rule("L1")
def _whole_links(answer: Answer) -> Iterator[str]:
    for link in answer.links:
        if not all(_text(link.get(name)) for name in ("label", "url", "type")):
            yield f"half a link: {link}"


@rule("L2")
def _link_types(answer: Answer) -> Iterator[str]:
    yield from _others(answer.links, "type", "absolute", "smart")
    yield from (f"link to {each.get('url')!r}" for each in answer.links if not _absolute(each.get("url")))


@rule("L3 cds-resp-3")
def _app_context(answer: Answer) -> Iterator[str]:
    for link in answer.links:
        if "appContext" in link and (link["type"] != "smart" or not isinstance(link["appContext"], str)):
            yield f"appContext on {link['type']}"


@rule("L4")
def _no_autolaunch(answer: Answer) -> Iterator[str]:
    yield from ("a card that may never be shown" for each in answer.links if "autolaunchable" in each)


@rule("L5")
def _no_launch_by_task(answer: Answer) -> Iterator[str]:
    for action in answer.actions:
        made = action.get("resource", {})
        codes = {each.get("code") for each in made.get("code", {}).get("coding", ())}
        if made.get("resourceType") == "Task" and codes != {"complete-questionnaire"}:
            yield f"a Task for {codes}"


@rule("L6")
def _no_patient_in_links(answer: Answer) -> Iterator[str]:
    yield from (f"link to {each['url']!r}" for each in answer.links if answer.patient in each["url"])


# --- words --------------------------------------------------------------------------------------------------------------


def _text(value: object) -> bool:
    return isinstance(value, str) and bool(value)


def _absolute(value: object) -> bool:
    return isinstance(value, str) and urlsplit(value).scheme in ("http", "https") and bool(urlsplit(value).hostname)


def _others(there: list[Json], name: str, *allowed: str) -> Iterator[str]:
    yield from (f"{name} {each.get(name)!r}" for each in there if each.get(name) not in allowed)


def _of(answer: Answer, kind: str) -> list[Json]:
    return [each for each in answer.actions if each["type"] == kind]


def _holds_nothing(value: object) -> bool:
    return any(one is None or one in ("", [], {}) for _, one in _leaves(value))


def _named(action: Json) -> str:
    """`Type/id` of what an action touches."""
    resource = action.get("resource") or {}
    return str(action.get("resourceId") or f"{resource.get('resourceType')}/{resource.get('id')}")
