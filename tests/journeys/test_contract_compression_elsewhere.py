"""A compression of cord or cauda at another level than the ordered lesion, against gate 2 and the row of C.7.

The chart is a painful lytic metastasis of T8 with everything known (PAL_PAIN) and T8 is ordered; the compression is at T3. What
may not live here: a compression at the ordered level or without a level (`test_contract_emergencies`).
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.calls import Json
from tests.support.charts import Answer, ago, ask, base, codes, condition, finding, neuro, order, without

URGENT = "URGENT_REFERRAL"
OLD_AND_STABLE: dict[str, Any] = {"note": [{"text": "old and stable"}]}
CODES = ["icd:G95.20", "icd:G95.29", "icd:G99.2", "sct:71286001"]
WORDS = ["Spinal cord compression", "Rückenmarkskompression", "Compression médullaire", "Cauda-equina-Kompression"]
ALARMS = [
    *(condition(coded, site="T3") for coded in CODES),
    *(condition(text=text, site="T3") for text in WORDS),
    condition(text="MSCC T3"),
]
NAMES = [*CODES, *WORDS, "a level in the words"]
COMPRESSED = condition("icd:G95.20", site="T3")
LESION_THERE = finding("nature", "metastasis", "T3")


def unexamined(*more: Json) -> list[Json]:
    """The chart without its neurological examination, and with the compression."""
    return [*without(base(), "neurological-deficit"), COMPRESSED, *more]


def asks_for_an_examination(found: Answer) -> bool:
    """As gate 2u: NEED_DATA, a warning, F-25, and nothing is suggested."""
    (card,) = [each for each in found.cards if each["indicator"] == "warning"]
    assert found.outcomes == [("T8", "NEED_DATA")]
    assert found.lead["questions"][0] == "F-25"
    assert URGENT in found.lead["possibleOutcomes"]
    assert found.inputs["DEFICIT"] == "unknown"
    assert "T3" in card["detail"]
    return names_it(found) and not found.suggests


def names_it(found: Answer) -> bool:
    """The compression stands among the evidence of the ordered lesion, with its source."""
    (lead,) = [each for each in found.leads if each["lesion"]["level"] == "T8"]
    signs = [row for row in lead["evidence"] if row["fact"] == "F-25" and "code" not in row]
    return any(row["status"] == "known" and f"Condition/{COMPRESSED['id']}" in row["seenIn"] for row in signs)


# --- (a) with any deficit, recorded anywhere -----------------------------------------------------------------------------


@pytest.mark.parametrize("alarm", ALARMS, ids=NAMES)
@pytest.mark.parametrize("site", [None, "T3", "T8", "L2"])
def test_with_a_root_deficit_it_is_the_emergency_at_its_level(alarm: Json, site: str | None) -> None:
    """B.4, gate 2: "anywhere in this patient's spine … cord or cauda compression … with any deficit"."""
    found = ask([*without(base(), "neurological-deficit"), alarm, neuro("root", site)])
    assert found.outcomes == [("T3", URGENT), ("T8", "PAL_PAIN")]
    assert not found.suggests


@pytest.mark.parametrize("deficit", ["motor", "sphincter"])
@pytest.mark.parametrize("site", [None, "T3", "T8", "L2"])
def test_with_one_that_is_an_emergency_by_itself_both_are_said(deficit: str, site: str | None) -> None:
    found = ask(unexamined(neuro(deficit, site)))
    assert ("T3", URGENT) in found.outcomes
    assert found.outcomes[0][1] == URGENT
    assert not found.suggests


@pytest.mark.parametrize("site", [None, "T3", "T8"])
@pytest.mark.parametrize("lesions", [(), (LESION_THERE,)], ids=["no lesion there", "a lesion there"])
def test_with_a_compression_an_old_and_stable_deficit_is_any_deficit(
    site: str | None, lesions: tuple[Json, ...]
) -> None:
    """H-40: old and stable *alone* raises nothing; docs/explanation/oracle.md, difference 2."""
    found = ask(unexamined(neuro("motor", site, **OLD_AND_STABLE), *lesions))
    assert found.outcomes == [("T3", URGENT), ("T8", "PAL_PAIN")]


def test_a_deficit_of_the_lesion_that_a_newer_examination_denies_is_none() -> None:
    """F.5 rule 2: the newest counts, at the level where both stand."""
    found = ask(unexamined(neuro("root", "T8", days=5), neuro("none", "T8", days=1)))
    assert found.outcomes == [("T8", "PAL_PAIN")]
    assert found.suggests


def test_a_newer_examination_of_another_level_denies_nothing_here() -> None:
    found = ask(unexamined(neuro("root", "T8", days=5), neuro("none", "L2", days=1)))
    assert found.outcomes == [("T3", URGENT), ("T8", "PAL_PAIN")]


@pytest.mark.parametrize("deficit", ["root", "motor", "sphincter"])
def test_the_ordered_level_s_own_examination_silences_no_deficit_of_the_patient(deficit: str) -> None:
    """On one day the level's own word counts for that level (decision 4), not for the compressed one."""
    found = ask(unexamined(neuro("none", "T8"), neuro(deficit)))
    assert found.outcomes == [("T3", URGENT), ("T8", "PAL_PAIN")]
    assert not found.suggests


@pytest.mark.parametrize("site", ["T8", "L2"])
def test_a_lesion_there_changes_nothing(site: str) -> None:
    found = ask(unexamined(LESION_THERE, neuro("root", site)))
    assert found.outcomes == [("T3", URGENT), ("T8", "PAL_PAIN")]
    assert not found.suggests


def test_without_a_level_and_with_several_lesions_it_is_a_card_of_its_own() -> None:
    chart = [*without(base(), "neurological-deficit"), condition("icd:G95.20"), LESION_THERE, neuro("root", "T8")]
    assert ask(chart).outcomes == [(None, URGENT), ("T8", "PAL_PAIN")]


# --- (b) the deficit is not documented ------------------------------------------------------------------------------------


@pytest.mark.parametrize("more", [(), (neuro("none", days=15),), (neuro("none", "T8", days=15),)], ids=str)
@pytest.mark.parametrize("lesions", [(), (LESION_THERE,)], ids=["no lesion there", "a lesion there"])
def test_not_examined_or_too_long_ago_is_asked_with_a_warning(
    more: tuple[Json, ...], lesions: tuple[Json, ...]
) -> None:
    """C.7: "as gate 2u: NEED_DATA, warning, asks F-25"."""
    assert asks_for_an_examination(ask(unexamined(*more, *lesions)))


@pytest.mark.parametrize("alarm", ALARMS, ids=NAMES)
def test_so_whatever_code_or_words_name_it(alarm: Json) -> None:
    found = ask([*without(base(), "neurological-deficit"), alarm])
    assert found.outcomes == [("T8", "NEED_DATA")]
    assert found.lead["questions"] == ["F-25"]
    assert not found.suggests


def test_sources_that_contradict_each_other_document_nothing() -> None:
    """F.5 rule 3: a contradiction counts as not known."""
    told: dict[str, Any] = {
        "resourceType": "DiagnosticReport",
        "id": "r1",
        "status": "final",
        "code": codes("loinc:24627-2"),
        "subject": {"reference": "Patient/p1"},
        "effectiveDateTime": ago(2),
        "conclusion": "T3: radicular deficit.",
    }
    found = ask(unexamined(neuro("none", "T8"), neuro("none", "T3"), told))
    assert found.outcomes == [("T8", "NEED_DATA")]
    assert not found.suggests


def test_every_ordered_lesion_is_asked_about() -> None:
    found = ask(unexamined(finding("nature", "metastasis", "L4")), order(site=["T8", "L4"]))
    assert [(level, outcome) for level, outcome in found.outcomes if level == "T8"] == [("T8", "NEED_DATA")]
    assert {outcome for _, outcome in found.outcomes} == {"NEED_DATA"}
    assert not found.suggests


def test_without_a_level_and_with_several_lesions_it_is_asked_about_too() -> None:
    chart = [*without(base(), "neurological-deficit"), condition("icd:G95.20"), LESION_THERE]
    found = ask(chart)
    assert found.outcomes == [("T8", "NEED_DATA")]
    assert found.lead["questions"] == ["F-25"]


# --- (c) no deficit is documented -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("site", [None, "T3", "T8", "L2"])
@pytest.mark.parametrize("lesions", [(), (LESION_THERE,)], ids=["no lesion there", "a lesion there"])
def test_examined_without_a_deficit_it_raises_nothing_and_is_shown(site: str | None, lesions: tuple[Json, ...]) -> None:
    """C.7: "with `none` documented within its age limit it raises nothing but is shown"."""
    found = ask(unexamined(neuro("none", site, days=14), *lesions))
    assert found.outcomes == [("T8", "PAL_PAIN")]
    assert names_it(found)
    assert found.suggests


@pytest.mark.parametrize("text", ["No spinal cord compression", "Decompression of spinal cord"])
def test_what_is_denied_or_something_else_raises_nothing(text: str) -> None:
    found = ask([*without(base(), "neurological-deficit"), condition(text=text, site="T3"), neuro("root")])
    assert found.outcomes == [("T8", "PAL_PAIN")]
