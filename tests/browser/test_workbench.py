"""The workbench in a real browser: from choosing a patient to the applied suggestion and the feedback in the ledger."""

from collections.abc import Callable
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

import pytest
from playwright.sync_api import Route

from cds_hooks import demo
from cds_hooks.ledger.tables import FEEDBACK
from tests.support.browsers import Visit
from tests.support.calls import advice_of
from tests.support.ledgers import stands_in
from tests.support.serving import Served

pytestmark = [pytest.mark.browser, pytest.mark.sandbox]

Visiting = Callable[..., Visit]
PATIENTS = ("V-01", "V-06", "V-12", "V-17", "V-24")


def told(service: Served, card: str) -> list[dict[str, Any]]:
    """What the ledger holds of a card."""
    rows = stands_in(f"sqlite:///{service.log.parent / 'store.db'}", FEEDBACK)
    return [row for row in rows if row["card"] == card]


def advised(name: str) -> Any:
    return demo.answer(name, datetime.now(UTC))["cards"]


@pytest.mark.parametrize("name", PATIENTS)
def test_from_the_patient_to_the_feedback_in_the_ledger(name: str, visiting: Visiting, service: Served) -> None:
    cards = advised(name)
    bench = visiting()
    bench.choose(name)
    assert bench.outcome == advice_of(cards[0])["outcome"]
    shown = bench.page.locator("#card-list article")
    assert shown.locator("h3").all_inner_texts() == [card["summary"] for card in cards]
    bench.picture(name)
    bench.picture(f"{name}-whole", whole=True)
    uuid = shown.first.get_attribute("data-uuid") or ""
    suggestions = shown.first.locator(".suggestions button")
    assert suggestions.count() == len(cards[0].get("suggestions", ()))
    if suggestions.count():
        before = bench.drafts()
        with bench.shown_anew():
            suggestions.first.click()
        assert len(bench.drafts()) > len(before)
        assert "Applied" in bench.page.locator("#status").inner_text()
        (row,) = told(service, uuid)
        assert row["outcome"] == "accepted"
        bench.picture(f"{name}-applied")
    elif cards[0].get("overrideReasons"):
        reasons = shown.first.get_by_label("Reason for not following")
        reasons.select_option("decided-by-board")
        shown.first.get_by_role("button", name="Override").click()
        bench.page.wait_for_function("() => document.querySelector('#feedback').childElementCount > 0")
        (row,) = told(service, uuid)
        assert (row["outcome"], row["reason_code"]) == ("overridden", "decided-by-board")
    else:
        assert name == "V-24"  # a question: nothing to take, nothing to override
        assert shown.locator("form").count() == 0


@pytest.mark.parametrize("name", ["V-01", "V-06", "V-12"])
def test_what_is_suggested_comes_soon_after_the_headline(name: str, visiting: Visiting) -> None:
    bench = visiting(width=1280, height=800)
    bench.choose(name)
    card = bench.page.locator("#card-list article").first
    top, button = card.bounding_box(), card.locator(".suggestions button").first.bounding_box()
    assert top is not None
    assert button is not None
    assert button["y"] - top["y"] < 800
    assert "Not a guideline" in card.inner_text()
    assert "Evidence" not in card.inner_text()
    card.get_by_text("Show the text").click()
    assert "Evidence" in card.inner_text()


def test_what_if_turns_need_data_into_a_pathway(visiting: Visiting) -> None:
    bench = visiting()
    bench.choose("V-24")
    assert bench.outcome == "NEED_DATA"
    assert bench.page.locator("#seen svg .possible").count() > 0
    for fact, answer in (("Intent", "no"), ("Canal", "no"), ("Consolidation needed", "yes")):
        with bench.shown_anew():
            bench.page.get_by_label(fact, exact=True).select_option(answer)
    assert bench.outcome.startswith("PAL_")
    assert bench.page.locator("#seen svg .possible").count() == 0
    assert bench.page.locator(".techniques li").count() > 0
    struck = (
        "() => [...document.querySelectorAll('.techniques *')].map((each) => getComputedStyle(each).textDecorationLine)"
    )
    assert set(bench.page.evaluate(struck)) == {"none"}  # "avoid", struck through, would say the opposite
    assert "Missing data" not in bench.page.locator("#card-list").inner_text()
    bench.picture("what-if", whole=True)
    with bench.shown_anew():
        bench.page.get_by_role("button", name="All as recorded").click()
    assert bench.outcome == "NEED_DATA"


def test_what_an_ehr_does_before_signature(visiting: Visiting) -> None:
    bench = visiting()
    bench.choose("V-01")
    with bench.shown_anew():
        bench.page.get_by_role("button", name="Sign (order-sign)").click()
    assert "Hold" in bench.page.locator("#card-list .topic").all_inner_texts()
    assert "order-sign" in (bench.page.locator("#address").text_content() or "")


def test_an_order_can_be_chosen_or_typed(visiting: Visiting) -> None:
    bench = visiting()
    bench.choose("V-06")
    bench.page.get_by_text("Choose or type another order").click()
    bench.page.get_by_label("Words of the order").fill("Vertebroplasty")
    bench.page.get_by_label("Level", exact=True).fill("T4")
    with bench.shown_anew():
        bench.page.get_by_role("button", name="Use this order instead").click()
    assert bench.drafts() == ["Vertebroplasty, T4"]
    # The intent stood in the sample's own order.
    assert "missing: Intent" in bench.page.locator("#card-list h3").first.inner_text()
    bench.page.get_by_label("Words of the order").fill("Blood count")
    with bench.shown_anew():
        bench.page.get_by_role("button", name="Use this order instead").click()
    assert "No cards" in bench.page.locator("#card-list").inner_text()


def test_an_order_without_a_word_is_not_taken(visiting: Visiting) -> None:
    bench = visiting()
    bench.choose("V-06")
    before = bench.drafts()
    bench.page.get_by_text("Choose or type another order").click()
    for words in ("", "  "):
        bench.page.get_by_label("Words of the order").fill(words)
        bench.page.get_by_role("button", name="Use this order instead").click()
        assert bench.page.evaluate("() => document.activeElement.id") == "order-words"
        assert bench.drafts() == before
    bench.page.get_by_label("Words of the order").fill("")
    bench.page.get_by_label("Order", exact=True).select_option("OS-04")
    with bench.shown_anew():
        bench.page.get_by_role("button", name="Use this order instead").click()
    assert bench.drafts() == ["Percutaneous cementoplasty"]


def test_what_is_typed_stays_text(visiting: Visiting) -> None:
    bench = visiting()
    bench.choose("V-06")
    bench.page.get_by_text("Choose or type another order").click()
    typed = "Vertebroplasty <img src=x onerror=document.title='run'> [a](javascript:alert(1)) <b>b</b>"
    bench.page.get_by_label("Words of the order").fill(typed)
    bench.page.get_by_label("Level", exact=True).fill("T4 <script>document.title='run'</script>")
    with bench.shown_anew():
        bench.page.get_by_role("button", name="Use this order instead").click()
    assert bench.drafts() == [f"{typed}, T4 <script>document.title='run'</script>"]
    assert bench.page.locator("main :is(img, script, b, a[href^=javascript])").count() == 0
    assert "run" not in bench.page.title()


OUTCOME = {"resourceType": "OperationOutcome", "issue": [{"details": {"text": "patient: could not be read"}}]}
DOORS = "**/cds-services/**"


def failing(route: Route, status: int) -> None:
    if not status:
        route.abort()
    elif status == HTTPStatus.BAD_GATEWAY:
        route.fulfill(status=status, content_type="text/html", body="<h1>Bad gateway</h1>")
    else:
        route.fulfill(status=status, json=OUTCOME)


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (412, "The call failed with status 412. patient: could not be read"),
        (502, "The call failed with status 502."),
        (0, "The service did not answer."),
    ],
)
def test_where_a_call_fails_no_card_of_another_patient_stays(visiting: Visiting, status: int, told: str) -> None:
    bench = visiting()
    bench.choose("V-06")
    bench.page.route(DOORS, lambda route: failing(route, status))
    bench.page.get_by_role("searchbox").fill("V-17")
    bench.page.get_by_role("button", name="V-17").click()
    bench.page.get_by_text(told, exact=True).wait_for()
    assert bench.page.locator("#cards").is_hidden()
    assert bench.page.locator("#card-list article, #seen section, #spine-part svg").count() == 0
    assert bench.page.locator("#main").get_attribute("aria-busy") is None
    assert '"V-17"' in (bench.page.locator("#request").text_content() or "") or not status
    assert all("Failed to load resource" in complaint for complaint in bench.complaints)
    bench.complaints.clear()
    bench.page.unroute(DOORS)
    with bench.shown_anew():
        bench.page.get_by_role("button", name="Select the orders").click()
    assert bench.outcome == "URGENT_REFERRAL"


def test_kind_of_client_and_language_can_be_changed(visiting: Visiting) -> None:
    bench = visiting()
    bench.choose("V-06")
    with bench.shown_anew():
        bench.page.get_by_label("Kind of client").select_option("oracle")
    assert bench.page.locator(".suggestions").count() == 0
    assert bench.page.get_by_role("link", name="Picture of this decision").count() == 1
    bench.page.get_by_label("Language").select_option("fr")
    bench.page.wait_for_url("**/?language=fr*")
    assert bench.page.locator("html").get_attribute("lang") == "fr"
    bench.choose("V-06")
    assert "Ablation palliative" in bench.page.locator("#card-list h3").first.inner_text()


def test_the_service_reads_the_record_itself_from_the_fhir_server(visiting: Visiting) -> None:
    bench = visiting()
    bench.choose("V-06")
    with bench.shown_anew():
        bench.page.get_by_label("Record", exact=True).select_option("read")
    sent = bench.page.locator("#request").text_content() or ""
    assert '"fhirServer"' in sent
    assert '"prefetch"' not in sent
    assert bench.outcome == "PAL_PAIN_SOFT"


def test_facts_stand_there_with_value_source_date_and_sentence(visiting: Visiting) -> None:
    bench = visiting()
    bench.choose("V-24")
    table = bench.page.locator("table").first
    rows = [row.split("\t") for row in table.inner_text().splitlines()]
    report = next(row for row in rows if "DiagnosticReport/" in "".join(row) and "shown, not counted" in "".join(row))
    assert any("cannot exclude" in cell for cell in report)
    assert "known" in table.inner_text()
    assert bench.page.locator("#timing").inner_text().count(" ms") > 5


def test_the_link_of_a_card_opens_the_picture_and_nothing_runs_in_it(visiting: Visiting) -> None:
    bench = visiting()
    bench.choose("V-06")
    link = bench.page.get_by_role("link", name="Picture of this decision")
    with bench.page.expect_popup() as opened:
        link.click()
    picture = opened.value
    picture.wait_for_load_state()
    assert picture.url.endswith("/picture/PAL_PAIN_SOFT.svg")
    assert picture.evaluate("() => getComputedStyle(document.querySelector('.arrow.taken')).strokeWidth") == "4px"
    picture.close()
