"""The knowledge in another language: every text replaced, nothing else."""

from dataclasses import fields, replace

import pytest

from plugin.advice import Advice
from plugin.advising import advise_all
from plugin.explain import sentences
from plugin.knowledge import KNOWLEDGE
from plugin.translating import texts_of, translated
from tests.support.stories import Story, stories

ENGLISH = texts_of(KNOWLEDGE)
MARKED = translated(KNOWLEDGE, {text_id: f"⟦{words}⟧" for text_id, words in ENGLISH.items()}, {})


def test_no_two_items_of_the_record_share_a_name() -> None:
    assert len({item.key for item in KNOWLEDGE.items}) == len(KNOWLEDGE.items)


def test_every_sentence_is_replaced() -> None:
    """`explain.sentences` walks the knowledge on its own: what it finds is marked, but for the frames of the hold table."""
    said = [each for each in sentences(MARKED) if each.kind != "Hold table"]
    assert said
    assert [each.words for each in said if not each.words.startswith("⟦")] == []
    assert len(said) == len([each for each in sentences(KNOWLEDGE) if each.kind != "Hold table"])


def test_ids_questions_and_sources_stay() -> None:
    kept = translated(KNOWLEDGE, ENGLISH, {})
    for field in fields(KNOWLEDGE):
        if field.name != "speech":
            assert getattr(kept, field.name) == getattr(KNOWLEDGE, field.name), field.name
    assert all(mine.when is theirs.when for mine, theirs in zip(MARKED.holds, KNOWLEDGE.holds, strict=True))


def test_a_missing_text_is_an_error() -> None:
    with pytest.raises(KeyError, match=r"checklist\.AN-01\.words"):
        translated(KNOWLEDGE, {i: w for i, w in ENGLISH.items() if i != "checklist.AN-01.words"}, {})


def test_one_id_with_two_texts_is_an_error() -> None:
    first = KNOWLEDGE.sayings[0]
    twice = replace(KNOWLEDGE, sayings=(*KNOWLEDGE.sayings, replace(first, words="another")))
    with pytest.raises(ValueError, match=f"two texts have the id saying.{first.id}"):
        texts_of(twice)


@pytest.mark.parametrize("told", stories(), ids=lambda each: each.id)
def test_the_advice_is_the_same_but_for_its_words(told: Story) -> None:
    """Everything said comes from a text with an id: between the marks, or a code or number, or the record's own words."""
    english = advise_all(told.evidences, told.practice)
    marked = advise_all(told.evidences, told.practice, MARKED)
    for one, other in zip(english, marked, strict=True):
        assert unsaid(one) == unsaid(other)
        assert [rule.id for rule in one.rules] == [rule.id for rule in other.rules]
        assert all("⟦" in sentence for sentence in other.why)
        assert all(each.title.startswith("⟦") for each in other.local_values)
        assert all("⟦" in item.words for item in (*other.anaesthesia, *other.protection))


def unsaid(advice: Advice) -> Advice:
    """The advice without everything that is put in words."""
    return replace(
        advice,
        why=(),
        inputs_why={},
        rules=(),
        holds=(),
        conflicts=(),
        order_sets=(),
        no_suggestion="",
        no_technique="",
        anaesthesia=(),
        protection=(),
        questions=(),
        optional_questions=(),
        evidence=(),
        release_after=(),
        local_values=tuple(replace(each, title="") for each in advice.local_values),
    )
