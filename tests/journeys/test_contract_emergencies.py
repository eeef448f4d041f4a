"""Emergencies as problem lists and reports really write them, against gate 2 and contract 4: anywhere in this patient's spine.

The chart is a painful lytic metastasis of T8 with everything known (PAL_PAIN); each case adds an alarm to it. What may not live
here: which signs make an emergency (`tests/stories/G-2*.toml`), and the wording of cards.
"""

from __future__ import annotations

import pytest

from tests.support.calls import Json
from tests.support.charts import ask, base, codes, condition, finding, neuro, order, without

ROOT = neuro("root")
URGENT = "URGENT_REFERRAL"


def unexamined() -> list[Json]:
    """The chart without its neurological examination."""
    return without(base(), "neurological-deficit")


# --- a text that speaks of the tumour as well ---------------------------------------------------------------------------

COMPRESSED = [
    "Metastatic spinal cord compression",
    "Malignant spinal cord compression",
    "Neoplastic epidural spinal cord compression",
    "Metastatic epidural spinal cord compression",
    "Spinal metastases with spinal cord compression",
    "Spinal cord compression, breast cancer",
    "Cord compressed by tumour",
    "Tumour compressing the spinal cord",
    "Compression of cauda equina",
    "Compression of the cauda equina by metastasis",
    "MSCC",
    "MESCC, prostate cancer",
    "metastatische Rückenmarkskompression",
    "Rückenmark durch Metastase komprimiert; Myelonkompression",
    "Cauda-equina-Kompression bei Mammakarzinom",
    "Metastase mit Kompression des Myelons",
    "Compression médullaire métastatique, cancer du sein",
    "Moelle comprimée par une tumeur du poumon",
    "Compression de la moelle épinière par métastase",
]
CODES = ["icd:G95.20", "icd:G95.29", "icd:G99.2", "sct:71286001"]


@pytest.mark.parametrize("text", COMPRESSED)
def test_a_compression_counts_whatever_tumour_or_organ_its_text_names(text: str) -> None:
    """B.4: "cord or cauda compression (… or these words in a Condition's text) with any deficit"; C.7 without one."""
    assert ask([*unexamined(), ROOT, condition(text=text)]).outcomes == [("T8", URGENT)]
    asked = ask([*unexamined(), condition(text=text)])
    assert asked.outcomes == [("T8", "NEED_DATA")]
    assert asked.lead["questions"] == ["F-25"]
    assert not asked.suggests


@pytest.mark.parametrize("coded", CODES)
@pytest.mark.parametrize("text", ["Metastatic spinal cord compression", "metastatische Rückenmarkskompression"])
def test_so_does_one_that_is_coded(coded: str, text: str) -> None:
    assert ask([*unexamined(), ROOT, condition(coded, text=text)]).outcomes == [("T8", URGENT)]


@pytest.mark.parametrize(
    "text",
    [
        "Cauda equina syndrome, breast cancer",
        "Cauda-equina-Syndrom bei Prostatakarzinom",
        "Syndrome de la queue de cheval, cancer du rein",
        "Metastatic spinal cord compression",
    ],
)
@pytest.mark.parametrize("others", [(), (finding("nature", "metastasis", "L1"),)])
def test_the_code_of_the_cauda_alone_is_the_emergency(text: str, others: tuple[Json, ...]) -> None:
    """B.4: "cauda equina syndrome (G83.4)"; without a level the only lesion's, else a card of its own (contract 4)."""
    level = None if others else "T8"
    assert ask([*base(), condition("icd:G83.4", text=text), *others]).outcomes[0] == (level, URGENT)


@pytest.mark.parametrize("site", [codes("sct:2748008"), codes(text="Spinal cord"), codes(text="Rückenmark")])
def test_the_cord_as_the_site_of_its_compression_is_in_the_spine(site: Json) -> None:
    assert ask([*unexamined(), ROOT, condition("icd:G95.20", bodySite=[site])]).outcomes == [("T8", URGENT)]


@pytest.mark.parametrize(
    "text",
    [
        "No MSCC",
        "Metastatic breast cancer, no spinal cord compression",
        "Brustkrebs, kein Anhalt für Myelonkompression",
        "Cancer du sein, pas de compression médullaire",
        "Decompression of spinal cord",
        "Umbilical cord compression",
    ],
)
def test_what_is_denied_or_something_else_is_no_compression(text: str) -> None:
    assert ask([*unexamined(), ROOT, condition(text=text)]).outcomes == [("T8", "PAL_PAIN")]


def test_the_tumour_that_compresses_the_cord_is_one_of_bone() -> None:
    """Gate 1 is for tumours of the cord itself: the compression alone must not make one."""
    chart = [condition(text="Malignant spinal cord compression", site="T8"), ROOT]
    assert ask(chart).outcomes == [("T8", URGENT)]


# --- words at a level without a lesion ----------------------------------------------------------------------------------

FOREIGN = {"coding": [{"system": "http://hospital.example/problems", "code": "X1"}]}


@pytest.mark.parametrize("coding", [{}, FOREIGN])
@pytest.mark.parametrize(
    "text", ["Cauda equina syndrome", "Cauda-equina-Syndrom", "Syndrome de la queue de cheval", "Konus-Cauda-Syndrom"]
)
def test_the_words_of_an_emergency_count_at_a_level_of_their_own(text: str, coding: Json) -> None:
    """Gate 2: "anywhere in this patient's spine"; the words do what the code does."""
    found = ask([*base(), condition(text=text, site="L5") | {"code": coding | {"text": text}}])
    assert found.outcomes == [("L5", URGENT), ("T8", "PAL_PAIN")]
    assert not found.suggests


@pytest.mark.parametrize(
    "text", ["Spinal cord compression", "Rückenmarkskompression", "Compression médullaire", "Myelonkompression", "MSCC"]
)
@pytest.mark.parametrize("worded_level", [False, True])
def test_so_do_those_of_a_compression_with_a_deficit(text: str, worded_level: bool) -> None:  # noqa: FBT001 - parametrized
    alarm = condition(text=f"{text} T3") if worded_level else condition(text=text, site="T3")
    found = ask([*unexamined(), ROOT, alarm])
    assert found.outcomes == [("T3", URGENT), ("T8", "PAL_PAIN")]
    assert not found.suggests


def test_words_that_deny_open_no_place() -> None:
    assert ask([*base(), condition(text="Cauda equina syndrome excluded", site="L5")]).levels == ["T8"]


# --- preliminary results ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["preliminary", "registered", "unknown"])
def test_a_newer_final_examination_takes_a_preliminary_deficit_back(status: str) -> None:
    """F.5 rule 2: "Same kind of source: the newest counts"; rule 1 lets a preliminary one ring, not outlive its final."""
    assert ask([*base(), neuro("motor", days=10, status=status)]).outcomes == [("T8", "PAL_PAIN")]
    newer = [*unexamined(), neuro("none", days=3), neuro("motor", days=1, status=status)]
    assert ask(newer).outcomes == [("T8", URGENT)]


# --- one emergency, one card --------------------------------------------------------------------------------------------

ALARMS = [neuro("motor"), condition("icd:G83.4"), condition(text="Cauda equina syndrome, breast cancer")]


@pytest.mark.parametrize("alarm", ALARMS, ids=["deficit", "code", "words"])
@pytest.mark.parametrize("site", ["lumbar spine", codes("sct:122494005"), "L3", None])
def test_an_emergency_without_a_level_is_the_only_lesions_whatever_was_ordered(alarm: Json, site: object) -> None:
    """Contract 4: "Without one it is the outcome of the patient's only lesion": one card, not another without a lesion."""
    found = ask([*unexamined(), alarm], order(site=site))
    assert [each for each in found.outcomes if each[1] == URGENT] == [("T8", URGENT)]
    assert not found.suggests


def test_with_several_lesions_it_is_a_card_of_its_own() -> None:
    """Contract 4: "and with several lesions a card of its own without `lesion`", also where the region ordered holds none."""
    found = ask([*unexamined(), neuro("motor"), finding("nature", "metastasis", "T3")], order(site="lumbar spine"))
    assert [each for each in found.outcomes if each[1] == URGENT] == [(None, URGENT)]
