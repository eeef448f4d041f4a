"""WCAG 2.2 AA, as far as a machine can tell: axe on each state of the page, the keyboard alone, zoom, small screens."""

from collections.abc import Callable

import pytest

from tests.support.browsers import Visit

pytestmark = [pytest.mark.browser, pytest.mark.sandbox]

Visiting = Callable[..., Visit]
WIDER = """() => [...document.querySelectorAll('#card-list *')]
  .filter((each) => each.getBoundingClientRect().right > document.querySelector('#card-list').getBoundingClientRect().right + 1)
  .map((each) => each.outerHTML.slice(0, 80))"""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
OUTLINE = "() => getComputedStyle(document.activeElement).outlineStyle"
FOCUSED = "() => document.activeElement.id || document.activeElement.textContent.trim()"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_in_any_state_of_the_page(visiting: Visiting, dark: bool) -> None:  # noqa: FBT001
    bench = visiting(dark=dark)
    assert bench.violations() == []
    for name in ("V-01", "V-17", "V-24", "V-18"):
        bench.choose(name)
        bench.page.evaluate("() => { for (const each of document.querySelectorAll('details')) { each.open = true; } }")
        assert bench.violations() == [], name
    bench.choose("V-06")
    with bench.shown_anew():
        bench.page.locator(".suggestions button").first.click()
    bench.picture(f"applied-{'dark' if dark else 'light'}")
    assert bench.violations() == []


def test_axe_would_find_something(visiting: Visiting) -> None:
    bench = visiting()
    bench.page.evaluate("() => document.querySelector('label').remove()")
    bench.page.evaluate("() => { document.querySelector('h1').style.color = '#cccccc'; }")
    assert {each.partition(":")[0] for each in bench.violations()} >= {"select-name", "color-contrast"}


@pytest.mark.parametrize("language", ["de", "fr"])
def test_axe_finds_nothing_in_the_other_languages(visiting: Visiting, language: str) -> None:
    bench = visiting()
    bench.open(f"/?language={language}")
    bench.choose("V-12")
    bench.picture(f"V-12-{language}")
    assert bench.violations() == []


def test_the_keyboard_alone_comes_from_the_patient_to_the_applied_suggestion(visiting: Visiting) -> None:
    bench = visiting()
    keys = bench.page.keyboard
    reach(bench, "search")
    keys.type("V-06")
    keys.press("Tab")
    with bench.shown_anew():
        keys.press("Enter")
    bench.page.locator("#card-list article").first.wait_for()
    before = len(bench.drafts())
    reach(bench, "★")
    with bench.shown_anew():
        keys.press("Enter")
    assert len(bench.drafts()) > before
    bench.page.wait_for_function("() => document.activeElement.id === 'cards'")  # what comes next is the new cards


def reach(bench: Visit, wanted: str) -> None:
    """Tabs until the element with this id or these first letters has the focus; each stop can be seen."""
    for _ in range(80):
        bench.page.keyboard.press("Tab")
        assert bench.page.evaluate(OUTLINE) != "none", bench.page.evaluate(FOCUSED)
        if bench.page.evaluate(FOCUSED).startswith(wanted):
            return
    pytest.fail(f"the keyboard never comes to {wanted}")


def test_the_first_stop_leads_past_the_patients_to_the_cards(visiting: Visiting) -> None:
    bench = visiting()
    bench.choose("V-17")
    bench.page.reload()
    bench.page.locator("#card-list article").first.wait_for()
    bench.page.keyboard.press("Tab")
    assert bench.page.evaluate(FOCUSED) == "To the cards"
    bench.page.keyboard.press("Enter")
    assert bench.page.evaluate(FOCUSED) == "cards"


def test_what_comes_is_told_to_those_who_cannot_see_it(visiting: Visiting) -> None:
    bench = visiting()
    bench.choose("V-17")
    status = bench.page.get_by_role("status")
    assert status.inner_text().startswith("Cards: 1. T5: Urgent referral")
    named = bench.page.locator("#seen svg").first.get_attribute("aria-describedby")
    described = bench.page.locator(f"#{named}").text_content() or ""
    assert "URGENT_REFERRAL" in described


@pytest.mark.parametrize("name", ["V-01", "V-17", "V-24"])
def test_a_card_looks_right_in_a_side_panel_and_on_a_page(visiting: Visiting, name: str) -> None:
    bench = visiting()
    bench.choose(name)
    for label, width in (("narrow", 320), ("wide", 900)):
        bench.page.get_by_label("Width of the cards").select_option(label)
        bench.page.evaluate("() => { for (const each of document.querySelectorAll('details')) { each.open = true; } }")
        box = bench.page.locator("#card-list").bounding_box()
        assert box is not None
        assert box["width"] <= width + 1
        assert label == "wide" or box["width"] == pytest.approx(width, abs=1)
        assert bench.page.evaluate(WIDER) == []
        bench.picture(f"{name}-{width}")


@pytest.mark.parametrize(("width", "scale"), [(320, 1), (640, 2), (900, 1)], ids=["320 px", "200 %", "900 px"])
def test_nothing_has_to_be_scrolled_sideways(visiting: Visiting, width: int, scale: float) -> None:
    """At 200 % a window of 1280 pixels has room for 640."""
    bench = visiting(width=width, height=720, scale=scale)
    bench.choose("V-01")
    bench.picture(f"window-{width}", whole=True)
    assert bench.page.evaluate(SIDEWAYS) <= 0
    assert bench.page.evaluate(WIDER) == []


def test_nothing_moves(visiting: Visiting) -> None:
    bench = visiting()
    bench.choose("V-06")
    assert bench.page.evaluate("() => document.getAnimations().length") == 0
