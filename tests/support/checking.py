"""Is what was said what a story expects? One comparison for the clinician's room alone and for the answer over HTTP.

`Summary` is the neutral form: `summary_of_advice` makes it from the advice, `summary_of_cards` from the JSON of the service
(members of contract 4). What one of the two cannot know is None there and is not compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from html import unescape
from typing import Any

from plugin.advice import Advice, OrderSetAdvice
from plugin.evidence import Technique

ADVICE_KEY = "example.spinal-tumour-cds.advice"
LEAD_KINDS = ("indication", "question", "referral", "nocare")
NO_TECHNIQUE = "-"
"""A suggestion that holds no treatment (tumour board, tests)."""

_RULE = re.compile(r"(TR|SR|CR)-\d\d")
_INDICATORS = {
    "URGENT_REFERRAL": "critical",
    "MDT_BOARD": "warning",
    "MDT_CURATIVE_CANAL": "warning",
    "NEED_DATA": "info",
    "DECLINED": "info",
    "NOT_A_TARGET": "info",
    "NO_INDICATION_NOW": "info",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """One suggestion: the technique it stands for ("-" for none), its items ("OS-09-nsaid" the second part of OS-09)."""

    technique: str
    items: tuple[str, ...]
    recommended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What was said of one lesion."""

    outcome: str
    gate: str | None = None
    indicator: str | None = None
    inputs: Mapping[str, str] = field(default_factory=dict)
    techniques: Mapping[str, str] = field(default_factory=dict)
    technique_rules: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    in_play: tuple[str, ...] | None = None
    holds: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    anaesthesia: tuple[str, ...] = ()
    protection: tuple[str, ...] = ()
    protection_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    settled: tuple[str, ...] | None = None
    """Lines that are ticked, where they can be told."""
    suggestions: tuple[Suggested, ...] = ()
    questions: tuple[str, ...] = ()
    optional_questions: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    for_information: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    """Words of one rule or item by id, where they can be told apart."""
    why: str | None = None
    """The reasons for the outcome, where they can be told apart."""
    text: str = ""
    """Everything that is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What a story expects. Exact: outcome, holds, conflicts, and whatever is named without "no_"; else at least, or absent."""

    outcome: str
    gate: str | None = None
    warning: bool | None = None
    inputs: Mapping[str, str] = field(default_factory=dict)
    techniques: Mapping[str, str] = field(default_factory=dict)
    technique_rules: Mapping[str, Sequence[str]] = field(default_factory=dict)
    not_offered: Sequence[str] = ()
    in_play: Sequence[str] | None = None
    holds: Sequence[str] = ()
    rules: Sequence[str] = ()
    no_rules: Sequence[str] = ()
    conflicts: Sequence[str] = ()
    anaesthesia: Sequence[str] = ()
    no_anaesthesia: Sequence[str] = ()
    protection: Sequence[str] = ()
    no_protection: Sequence[str] = ()
    protection_exactly: Sequence[str] | None = None
    protection_by: Mapping[str, Sequence[str]] = field(default_factory=dict)
    no_protection_by: Mapping[str, Sequence[str]] = field(default_factory=dict)
    settled: Sequence[str] | None = None
    """Lines of both checklists that the chart settles, all of them."""
    suggestions: Sequence[str] | None = None
    """Techniques of the suggestions, in order; "-" for one without treatment; the empty list: none at all."""
    recommended: str | None = None
    """Technique of the recommended suggestion; "" for none."""
    items: Sequence[str] = ()
    """Items of the first suggestion."""
    no_items: Sequence[str] = ()
    items_by: Mapping[str, Sequence[str]] = field(default_factory=dict)
    questions: Sequence[str] | None = None
    optional_questions: Sequence[str] = ()
    no_optional_questions: Sequence[str] = ()
    possible: Sequence[str] | None = None
    for_information: Sequence[str] | None = None
    texts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Fragments in the words of a rule or item."""
    because: Sequence[str] = ()
    """Fragments in the reasons for the outcome."""
    says: Sequence[str] = ()
    """Fragments anywhere in what is said."""
    never_says: Sequence[str] = ()
    """Fragments that stand nowhere in what is said."""


def expectation(told: Mapping[str, Any]) -> Expectation:
    """An expectation as a story writes it; a word that does not exist is an error."""
    known = {each.name for each in fields(Expectation)}
    if unknown := told.keys() - known:
        raise ValueError(f"no such expectation: {sorted(unknown)}")
    return Expectation(**told)


def differences(expected: Expectation, found: Summary) -> list[str]:
    """Every point in which the two differ, in words; empty if all is as expected."""
    return [
        *_same("outcome", expected.outcome, found.outcome),
        *_conclusion(expected, found),
        *_techniques(expected, found),
        *_rules(expected, found),
        *_lists(expected, found),
        *_suggestions(expected, found),
        *_asked(expected, found),
        *_words(expected, found),
    ]


def _same(what: str, expected: object, found: object) -> Iterator[str]:
    if expected != found:
        yield f"{what}: expected {expected!r}, found {found!r}"


def _exactly(what: str, expected: Iterable[str], found: Iterable[str]) -> Iterator[str]:
    yield from _same(what, sorted(expected), sorted(found))


def _there(what: str, expected: Iterable[str], found: Iterable[str]) -> Iterator[str]:
    if missing := [each for each in expected if each not in set(found)]:
        yield f"{what}: missing {missing} in {list(found)}"


def _absent(what: str, unwanted: Iterable[str], found: Iterable[str]) -> Iterator[str]:
    if surplus := [each for each in unwanted if each in set(found)]:
        yield f"{what}: must be absent {surplus}"


def _conclusion(expected: Expectation, found: Summary) -> Iterator[str]:
    if expected.gate is not None and found.gate is not None:
        yield from _same("gate", expected.gate, found.gate)
    if found.indicator is not None:
        yield from _same("indicator", _indicator(expected), found.indicator)
    for name, value in expected.inputs.items():
        yield from _same(name, value, found.inputs.get(name))


def _indicator(expected: Expectation) -> str:
    warning = expected.warning
    if warning is None:
        pathway = expected.outcome not in _INDICATORS
        warning = (pathway and bool(expected.holds or "CR-03" in expected.conflicts)) or expected.gate == "2u"
    return "warning" if warning else _INDICATORS.get(expected.outcome, "info")


def _techniques(expected: Expectation, found: Summary) -> Iterator[str]:
    for name, state in expected.techniques.items():
        yield from _same(name, state, found.techniques.get(name))
    for name, rules in expected.technique_rules.items():
        yield from _there(f"rules of {name}", rules, found.technique_rules.get(name, ()))
    for name, named in found.technique_rules.items():
        yield from _same(f"rules of {name}, each once", sorted(set(named)), sorted(named))
    yield from _absent("offered", expected.not_offered, found.techniques)
    if expected.in_play is not None and found.in_play is not None:
        yield from _exactly("in play", expected.in_play, found.in_play)


def _rules(expected: Expectation, found: Summary) -> Iterator[str]:
    yield from _exactly("holds", expected.holds, found.holds)
    yield from _exactly("conflict cards", expected.conflicts, found.conflicts)
    yield from _there("rules", expected.rules, found.rules)
    yield from _absent("rules", expected.no_rules, found.rules)
    if found.indicator is not None and (others := [rule for rule in found.rules if not _RULE.fullmatch(rule)]):
        yield f"rules: {others} are no TR/SR/CR rules (contract 4)"


def _lists(expected: Expectation, found: Summary) -> Iterator[str]:
    yield from _there("anaesthesia", expected.anaesthesia, found.anaesthesia)
    yield from _absent("anaesthesia", expected.no_anaesthesia, found.anaesthesia)
    yield from _there("thermal protection", expected.protection, found.protection)
    yield from _absent("thermal protection", expected.no_protection, found.protection)
    if expected.protection_exactly is not None:
        yield from _exactly("thermal protection", expected.protection_exactly, found.protection)
    if expected.settled is not None and found.settled is not None:
        yield from _exactly("settled", expected.settled, found.settled)
    for name, items in expected.protection_by.items():
        yield from _there(f"protection of {name}", items, found.protection_by.get(name, found.protection))
    for name, items in expected.no_protection_by.items():
        yield from _absent(f"protection of {name}", items, found.protection_by.get(name, found.protection))


def _suggestions(expected: Expectation, found: Summary) -> Iterator[str]:
    if expected.suggestions is not None:
        yield from _same("suggestions", list(expected.suggestions), [each.technique for each in found.suggestions])
    if expected.recommended is not None:
        recommended = next((each.technique for each in found.suggestions if each.recommended), "")
        yield from _same("recommended", expected.recommended, recommended)
    first = found.suggestions[0].items if found.suggestions else ()
    yield from _there("items of the first suggestion", expected.items, first)
    yield from _absent("items of the first suggestion", expected.no_items, first)
    for name, items in expected.items_by.items():
        own = next((each.items for each in found.suggestions if each.technique == name), ())
        yield from _there(f"items of {name}", items, own)


def _asked(expected: Expectation, found: Summary) -> Iterator[str]:
    for what, wanted, given in (
        ("questions", expected.questions, found.questions),
        ("possible outcomes", expected.possible, found.possible),
        ("pathway for information", expected.for_information, found.for_information),
    ):
        if wanted is not None:
            yield from _same(what, list(wanted), list(given))
    yield from _there("optional questions", expected.optional_questions, found.optional_questions)
    yield from _absent("optional questions", expected.no_optional_questions, found.optional_questions)


def _words(expected: Expectation, found: Summary) -> Iterator[str]:
    for name, fragments in expected.texts.items():
        yield from _holds_fragments(f"words of {name}", fragments, found.words.get(name, found.text))
    yield from _holds_fragments("reasons", expected.because, found.text if found.why is None else found.why)
    yield from _holds_fragments("everything said", expected.says, found.text)
    read = _as_read(found.text)
    if surplus := [each for each in expected.never_says if each.casefold() in read]:
        yield f"everything said: {surplus} must be absent from {found.text!r}"


def _holds_fragments(what: str, fragments: Iterable[str], text: str) -> Iterator[str]:
    read = _as_read(text)
    if missing := [each for each in fragments if each.casefold() not in read]:
        yield f"{what}: {missing} not in {text!r}"


def _as_read(text: str) -> str:
    """Without the escapes of Markdown, in small letters."""
    return unescape(text.replace("\\", "")).casefold()


# --- from the clinician's room ------------------------------------------------------------------------------------------


def summary_of_advice(advice: Advice) -> Summary:
    """What the clinician's room said."""
    words = {rule.id: rule.words for rule in (*advice.rules, *advice.conflicts)}
    ordered = (item for order_set in advice.order_sets for item in order_set.items)
    for item in (*ordered, *advice.anaesthesia, *advice.protection):
        name = f"{item.id}-{item.part}" if item.part else item.id
        told = " ".join(each.words for each in item.answers)
        words[name] = f"{words.get(name, '')} {item.words} {item.note} {told}".strip()
    in_play = tuple(technique.value for technique in advice.in_play)
    protection = tuple(item.id for item in advice.protection)
    by = {technique.value: tuple(ids) for technique, ids in advice.protection_by_technique.items()}
    return Summary(
        outcome=advice.outcome.value,
        gate=advice.gate,
        inputs=advice.inputs,
        techniques={each.technique.value: each.state.value for each in advice.techniques},
        technique_rules={each.technique.value: each.rules for each in advice.techniques},
        in_play=in_play,
        holds=tuple(rule.id for rule in advice.holds),
        rules=tuple(rule.id for rule in advice.rules),
        conflicts=tuple(rule.id for rule in advice.conflicts),
        anaesthesia=tuple(item.id for item in advice.anaesthesia),
        protection=protection,
        protection_by=by if len(in_play) > 1 else dict.fromkeys(in_play, protection),
        settled=tuple(item.id for item in (*advice.anaesthesia, *advice.protection) if item.settled),
        suggestions=tuple(_suggested(each) for each in advice.order_sets),
        questions=tuple(question.fact for question in advice.questions),
        optional_questions=tuple(question.fact for question in advice.optional_questions),
        possible=tuple(outcome.value for outcome in advice.possible),
        for_information=tuple(outcome.value for outcome in advice.pathway_for_information),
        words=words,
        why="\n".join(advice.why),
        text="\n".join(_sentences(advice, words)),
    )


def _suggested(order_set: OrderSetAdvice) -> Suggested:
    return Suggested(
        technique=order_set.technique.value if order_set.technique else NO_TECHNIQUE,
        items=tuple(f"{item.id}-{item.part}" if item.part else item.id for item in order_set.items),
        recommended=order_set.recommended,
    )


def _sentences(advice: Advice, words: Mapping[str, str]) -> Iterator[str]:
    yield from advice.why
    yield from advice.inputs_why.values()
    yield from words.values()
    yield from (question.words for question in (*advice.questions, *advice.optional_questions))
    yield from (f"{each.said} {each.documented}" for each in advice.mismatches)
    yield advice.no_suggestion
    yield advice.no_technique
    yield from advice.release_after
    for order_set in advice.order_sets:
        yield from order_set.left_out


# --- from the service's answer ------------------------------------------------------------------------------------------


def summary_of_cards(response: Mapping[str, Any], level: str | None, ordered: str | None = None) -> Summary:
    """What the service said of the lesion at this level (None: the card without a lesion); no card at all: OUT_OF_SCOPE.

    `ordered` is the technique that the selected order names: its order is not suggested once more, so the suggestion that
    completes it is known by it.
    """
    cards = [(card, card["extension"][ADVICE_KEY]) for card in response["cards"]]
    own = [(card, said) for card, said in cards if said.get("lesion", {}).get("level") == level]
    lead = next(((card, said) for card, said in own if said["kind"] in LEAD_KINDS), None)
    if lead is None:
        if cards:
            raise ValueError(f"no lead card for {level}, only for {[said.get('lesion') for _, said in cards]}")
        return Summary(outcome="OUT_OF_SCOPE")
    card, said = lead
    protection = _only(own, "thermalprotection")
    techniques = {each["code"]: each["state"] for each in said.get("techniques", ())}
    completes = _kept_order(ordered, techniques)
    return Summary(
        outcome=said["outcome"],
        indicator=card["indicator"],
        inputs=said.get("inputs", {}),
        techniques=techniques,
        technique_rules={each["code"]: tuple(each.get("rules", ())) for each in said.get("techniques", ())},
        holds=tuple(said.get("holds", ())),
        rules=tuple(said.get("rules", ())),
        conflicts=tuple(rule for _, one in own if one["kind"] == "conflict" for rule in one["rules"]),
        anaesthesia=tuple(_only(own, "anaesthesia").get("items", ())),
        protection=tuple(protection.get("items", ())),
        protection_by={name: tuple(ids) for name, ids in protection.get("itemsByTechnique", {}).items()},
        suggestions=tuple(_suggested_on_card(each, completes) for each in card.get("suggestions", ())),
        questions=tuple(said.get("questions", ())),
        optional_questions=tuple(said.get("optionalQuestions", ())),
        possible=tuple(said.get("possibleOutcomes", ())),
        for_information=tuple(said.get("pathwayForInformation", ())),
        text="\n".join(f"{one['summary']}\n{one.get('detail', '')}" for one, _ in own),
    )


def _only(own: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]], kind: str) -> Mapping[str, Any]:
    return next((said for _, said in own if said["kind"] == kind), {})


_TECHNIQUE_OF = {f"OS-03-{technique.value}": technique.value for technique in Technique} | {"OS-05": "CAV"}
_ORDER_OF = {technique: item for item, technique in _TECHNIQUE_OF.items()} | {"CAV": "OS-05", "CEMENT": "OS-04"}


def _kept_order(ordered: str | None, techniques: Mapping[str, str]) -> str | None:
    """The ordered technique if its order may stay ("RFA": the better of its forms), else None."""
    forms = ("RFA_BIPOLAR", "RFA_MONO") if ordered == "RFA" else (ordered,)
    kept = [form for form in forms if form is not None and techniques.get(form, "avoid") != "avoid"]
    ranks = ("preferred", "acceptable", "caution")
    return min(kept, key=lambda form: ranks.index(techniques[form])) if kept else None


def _suggested_on_card(suggestion: Mapping[str, Any], completes: str | None) -> Suggested:
    resources = [action["resource"] for action in suggestion["actions"] if "resource" in action]
    items = tuple(item for resource in resources for item in _items_of(resource))
    technique = next((_TECHNIQUE_OF[item] for item in items if item in _TECHNIQUE_OF), None)
    if technique is None and completes is not None:
        technique = completes
        items = (*items, _ORDER_OF[technique])
    if technique is None and _ORDER_OF["CEMENT"] in items:
        technique = "CEMENT"
    recommended = suggestion.get("isRecommended", False)
    return Suggested(technique=technique or NO_TECHNIQUE, items=items, recommended=recommended)


def _items_of(resource: Mapping[str, Any]) -> Iterator[str]:
    concept = resource.get("code") or resource.get("medicationCodeableConcept") or {}
    for coding in concept.get("coding", ()):
        if coding.get("system", "").endswith("/CodeSystem/order-concept"):
            is_nsaid = coding["code"] == "OS-09" and "NSAID" in concept.get("text", "")
            yield "OS-09-nsaid" if is_nsaid else coding["code"]
