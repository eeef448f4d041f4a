"""Every language says everything, with the same numbers, in its own words, and to a machine the same (issue 5, Build 7)."""

import json
import re
import string
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from cds_hooks.cards import Situation, cards_at_signature, cards_for
from cds_hooks.cards.markdown import LONGEST
from cds_hooks.cards.phrases import LONGEST_SUMMARY
from cds_hooks.messages import Card
from cds_hooks.profiles import PROFILES
from cds_hooks.site import LANGUAGES, load_site
from cds_hooks.words import SOURCE_LANGUAGE, Words, load_words
from fhir_profiles import examples
from fhir_profiles.drafting import Drafter
from plugin.advising import advise_all
from plugin.knowledge import KNOWLEDGE
from plugin.translating import texts_of
from tests.support.calls import Json, advice_of, call, client, post
from tests.support.stories import Story, stories

WORDS = {language: load_words(language, KNOWLEDGE) for language in LANGUAGES}
OTHERS = sorted(set(LANGUAGES) - {SOURCE_LANGUAGE})
PATIENTS = examples.names()
DRAFTER = Drafter(KNOWLEDGE.order_items)

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_ENGLISH = re.compile(
    r"\b(?:the|of|and|is|are|were|with|without|for|by|from|which|this|that|has|have|been|could|should|if|when|until|"
    r"before|after|its|only|read|known|years|days|yes|level|lesion|or more|recorded|close|left out|first choice)\b",
    re.IGNORECASE,
)
_BELOW = re.compile(r"\*\*[^*]+\*\*$|- \[[ x]\] ")
FIRST_SCREEN = 12
"""Lines; issue 5, Must be shown."""
_PLACEHOLDER = re.compile(r"\{\w+\}")
_AS_IT_STANDS = re.compile(r"„[^“]*“|«[^»]*»|\b[A-Z]\w+/[\w-]+|\w+(?:\\?_\w+)+ = [\d.]+")
"""Sentences of reports and names of codes in quotes; references; settings of a site."""


def translations(words: Words) -> dict[str, str]:
    """The front desk's texts and the knowledge's, by their ids; what both share has one place."""
    said = {f"desk {i}": text for i, text in words.texts.items() if not i.startswith("writing.")}
    return said | {f"knowledge {text_id}": text for text_id, text in said_by_the_knowledge(words).items()}


def said_by_the_knowledge(words: Words) -> Mapping[str, str]:
    if words.language == SOURCE_LANGUAGE:
        return texts_of(KNOWLEDGE)
    return {text_id: words.knowledge.speech.texts[text_id] for text_id in texts_of(KNOWLEDGE)}


ENGLISH = translations(WORDS[SOURCE_LANGUAGE])
PAIRS = [
    pytest.param(ENGLISH[text_id], text, id=f"{language} {text_id}")
    for language in OTHERS
    for text_id, text in translations(WORDS[language]).items()
]


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)


def numbers(text: str, decimal: str = ".") -> Counter[str]:
    return Counter(each.replace(decimal, ".") for each in _NUMBER.findall(_PLACEHOLDER.sub("", text)))


@pytest.mark.parametrize(("english", "text"), PAIRS)
def test_a_translation_says_the_same(english: str, text: str) -> None:
    """Placeholders, numbers (with a decimal comma), emphasis; and it is short enough to be shown whole."""
    assert placeholders(text) == placeholders(english)
    assert numbers(text, ",") == numbers(english)
    assert not re.search(r"\d\.\d", text)
    assert text.count("**") == english.count("**")
    assert text == text.strip() or english != english.strip()
    assert len(text) <= LONGEST
    assert "!" not in text


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_is_english(language: str) -> None:
    told = {i: _PLACEHOLDER.sub("", text) for i, text in translations(WORDS[language]).items()}
    assert [(i, text) for i, text in told.items() if _ENGLISH.search(text)] == []


def test_french_has_its_no_break_spaces() -> None:
    """Before : ; ? and %, and inside « »; otherwise a line may begin with one of them."""
    broken = re.compile(r" [:;?%»]|« |\w[;?»]")
    assert [(i, text) for i, text in translations(WORDS["fr"]).items() if broken.search(text)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_keeps_what_is_told_apart(language: str) -> None:
    """Two names of one family that differ in English differ here: no two techniques, states or answers look alike."""
    for family in (
        "technique",
        "state",
        "side",
        "part",
        "drug-class",
        "answer",
        "topic",
        "override",
        "key",
        "gap",
        "drug",
    ):
        own = {i: text for i, text in WORDS[language].texts.items() if i.startswith(f"{family}.")}
        source = {WORDS[SOURCE_LANGUAGE].texts[i] for i in own}
        assert len(set(own.values())) == len(source), family


def cards_of(told: Story, words: Words) -> tuple[Card, ...]:
    """The cards of order-select and those before signature."""
    situation = Situation(
        advices=advise_all(told.evidences, told.practice, words.knowledge),
        patient_id="p1",
        not_available=("consents",),
    )
    profile = PROFILES["generic"]
    return (
        *cards_for(situation, profile, words, DRAFTER, str),
        *cards_at_signature(situation, profile, words, DRAFTER, str),
    )


def said_by(card: Card) -> Iterator[str]:
    yield from (card.summary, card.detail or "", card.source.label, card.source.topic_display)
    yield from (each.display for each in card.override_reasons)
    for suggestion in card.suggestions:
        yield suggestion.label
        for action in suggestion.actions:
            yield action.description
            yield from drafted(action.resource)


def drafted(resource: object) -> Iterator[str]:
    """Every text for a person in a drafted resource."""
    if isinstance(resource, Mapping):
        for name, value in resource.items():
            if name == "text" and isinstance(value, str):
                yield value
            elif name != "coding":
                yield from drafted(value)
    elif isinstance(resource, list | tuple):
        for each in resource:
            yield from drafted(each)


@pytest.mark.parametrize("told", stories(), ids=lambda each: each.id)
def test_every_language_tells_every_story(told: Story) -> None:
    """The same cards, to a machine byte for byte; each summary shorter than 140 characters; nothing of it in English."""
    english = cards_of(told, WORDS[SOURCE_LANGUAGE])
    of_the_record = [each.words for evidence in told.evidences for each in evidence.planned]
    for language in OTHERS:
        cards = cards_of(told, WORDS[language])
        assert [machine(card) for card in cards] == [machine(card) for card in english]
        for card in cards:
            assert len(card.summary) <= LONGEST_SUMMARY
            assert not card.summary.endswith("…"), card.summary
            assert foreign(said_by(card), of_the_record) == []


@pytest.mark.parametrize("told", stories(), ids=lambda each: each.id)
def test_the_first_screen_is_short_in_every_story_and_language(told: Story) -> None:
    """Fewer than twelve lines before the first heading, or before the first line of a checklist."""
    for language in LANGUAGES:
        for card in cards_of(told, WORDS[language]):
            lines = card.detail.splitlines()
            ends = (number for number, line in enumerate(lines) if number and _BELOW.match(line))
            assert next(ends, len(lines)) < FIRST_SCREEN, card.summary


def machine(card: Card) -> str:
    return json.dumps([card.advice, card.indicator, card.source.topic_code, codes(card)], default=str)


def codes(card: Card) -> list[Any]:
    return [[(action.type.value, coded(action.resource)) for action in each.actions] for each in card.suggestions]


def coded(resource: Any) -> Any:
    """A drafted resource without its words; a checklist's form says which lines of it are worded otherwise."""
    if isinstance(resource, dict):
        return {name: coded(value) for name, value in resource.items() if name not in ("text", "contained")}
    return [coded(each) for each in resource] if isinstance(resource, list) else resource


def foreign(texts: Iterator[str], of_the_record: list[str]) -> list[str]:
    """English words in what we say; sentences of the record stand as they are."""
    found = []
    for text in texts:
        own = _AS_IT_STANDS.sub("", text)
        for each in of_the_record:
            own = own.replace(each, "")
        found += [f"{word}: {own}" for word in _ENGLISH.findall(own)]
    return found


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", PATIENTS)
def test_every_patient_in_every_language(name: str, language: str) -> None:
    """Through the door: the same advice to a machine, and no English word on a card but the record's own."""
    body = call(name)
    english = post(client(), body)
    answered = post(client(SPINAL_CDS__LANGUAGE=language), body)
    assert [advice_of(card) for card in answered.cards] == [advice_of(card) for card in english.cards]
    assert json.dumps([advice_of(card) for card in answered.cards]) == json.dumps(
        [advice_of(card) for card in english.cards]
    )
    ordered = [text for draft in drafts(body) for text in drafted(draft)]
    ordered += [each["display"] for draft in drafts(body) for each in codings_of(draft) if "display" in each]
    for card in answered.cards:
        assert len(card["summary"]) <= LONGEST_SUMMARY
        assert foreign(iter([card["summary"], card["detail"]]), ordered) == []
        for suggestion in card.get("suggestions", []):
            new = [each for each in suggestion["actions"] if each["type"] == "create"]
            told = [suggestion["label"], *(action["description"] for action in suggestion["actions"])]
            assert foreign(iter([*told, *drafted([action["resource"] for action in new])]), ordered) == []


def drafts(body: Json) -> list[Json]:
    return [entry["resource"] for entry in body["context"]["draftOrders"]["entry"]]


def codings_of(draft: Json) -> list[Json]:
    found: list[Json] = draft.get("code", {}).get("coding", [])
    return found


def test_two_clients_are_each_answered_in_their_language() -> None:
    """Contract 2: a client's own language goes before the site's."""
    site = {"SPINAL_CDS__LANGUAGE": OTHERS[0], "SPINAL_CDS__CLIENT__0__ISSUER": "https://ehr.example"}
    site |= {"SPINAL_CDS__CLIENT__0__LANGUAGE": SOURCE_LANGUAGE}
    loaded = load_site(None, {"SPINAL_CDS__MODE": "development", "SPINAL_CDS__PUBLIC_URL": "http://x", **site})
    assert (loaded.language, loaded.clients[0].language) == (OTHERS[0], SOURCE_LANGUAGE)
