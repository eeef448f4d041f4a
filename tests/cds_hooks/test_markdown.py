"""K7, K8: whatever the record or the request holds stays text."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cds_hooks.cards import Situation, cards_for
from cds_hooks.cards.markdown import bullets, plain, safe
from cds_hooks.profiles import GENERIC
from cds_hooks.words import load_words
from fhir_profiles.drafting import Drafter
from plugin.evidence import Drug, DrugClass, Mismatch, MismatchKind
from plugin.grammar import Outcome
from plugin.knowledge import KNOWLEDGE
from tests.support.advices import advice, fact, pathway, planned, row, rule

GFM = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;b&gt;",
    "[click](javascript:alert(1))",
    "![x](https://evil.example/p.png)",
    "<https://evil.example>",
    "`code` ``` fence",
    "**bold** _it_ ~~no~~ __x__",
    "# heading",
    "- item",
    "+ item",
    "1. item",
    "12) item",
    "> quote",
    "| a | b |",
    "---",
    "===",
    "line\r\nbreak\n\n# heading\u2028x\u2029y\x85z",
    "a\\\nb",
    "\\<b>",
    "[ref]: https://evil.example",
    "\u202egnp.exe\u202c \u2066x\u2069 \u200f",
    "zero\u200bwidth\ufeff",
    "~~~\ncode",
    "    indented code",
    "\ttab",
    "\x00null\x1b[31m",
]


def rendered(text: str) -> str:
    return str(GFM.render(bullets([f"said: {text}", text])))


@pytest.mark.parametrize("text", HOSTILE)
def test_k8_a_hostile_string_stays_text(text: str) -> None:
    shown = rendered(safe(text))
    tags = shown.replace("<ul>", "").replace("</ul>", "").replace("<li>", "").replace("</li>", "")
    assert "<" not in tags
    assert shown.count("<li>") == 2


@pytest.mark.parametrize("text", HOSTILE)
def test_the_words_themselves_are_kept(text: str) -> None:
    letters = "".join(each for each in plain(text) if each.isalnum())
    shown = html.unescape(rendered(safe(text)))
    assert letters in "".join(each for each in shown if each.isalnum())


@pytest.mark.parametrize(
    "text",
    [
        "https://evil.example/x",
        "see WWW.evil.example",
        "_www.evil.example",
        "mail x@evil.example",
        "HTTPS://evil.example",
        "h\u200bttps:\u2060//evil.example",
    ],
)
def test_an_address_is_no_link(text: str) -> None:
    shown = safe(text)
    assert "://" not in shown
    assert "www." not in shown.lower()
    assert "x@" not in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u0301\u0323b", "a\u0301\u0323b"),
        ("a" + "\u0301" * 90 + "b", "a" + "\u0301" * 4 + "b"),
        ("a" + "\u0e49\u200d" * 90, "a" + "\u0e49" * 4),
        ("no\u00adt\ufe0f \U000e0074indicated\u3164", "not indicated"),
        ("שלום 12", "שלום 12"),
    ],
)
def test_signs_that_cover_or_hide_are_left_out(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(st.text(max_size=80))
def test_any_text_is_one_line_without_tags(text: str) -> None:
    shown = rendered(safe(text))
    assert shown.count("<") == 6  # one list, two items
    assert "\n" not in safe(text)


@given(st.text(max_size=1200))
def test_any_text_is_bounded(text: str) -> None:
    assert len(plain(text)) <= 400
    assert plain(text) == plain(plain(text))


def test_an_innocent_text_is_left_as_it_is() -> None:
    text = "INR 1.9 (Observation/12, 2026-11-21): above 1.8; ≥ 38 °C, T8–T9"
    assert safe(text) == text


def test_k8_on_every_card() -> None:
    words, drafter = load_words("en", KNOWLEDGE), Drafter(KNOWLEDGE.order_items)
    evil = "<img src=x onerror=alert(1)> [x](https://evil.example)\n\n# now `this` | that"
    hostile = pathway(
        planned=(planned(reference=evil),),
        why=(evil,),
        inputs_why={"CANAL": evil},
        rules=(rule("SR-20", evil),),
        conflicts=(rule("CR-04", evil, card="warning", title=evil),),
        mismatches=(Mismatch(kind=MismatchKind.SIDE, said=evil, documented=evil),),
        release_after=(evil,),
        evidence=(row(fact("x", evil, text=evil)), row(fact(Drug(evil, DrugClass.NSAID)), many=True)),
    )
    situation = Situation(
        advices=(hostile, advice(Outcome.NEED_DATA, None, why=(evil,))),
        patient_id="p1",
        selected=("a", evil),
        notes=((evil, evil),),
    )
    for card in cards_for(situation, GENERIC, words, drafter, lambda: "x"):
        shown = GFM.render(card.detail)
        assert not [tag for tag in ("<img", "<a ", "<h1", "<code") if tag in shown]
        assert "://" not in card.detail
        assert "\n" not in card.summary
        assert len(card.summary) < 140
        for suggestion in card.suggestions:
            assert "\n" not in suggestion.label
            assert all("\n" not in action.description for action in suggestion.actions)
