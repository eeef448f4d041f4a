"""English wordings that tell of one level by another, of a question by its answer, or of today by what was before.

Two or three sentences of each class, made up for it; how often sentences are read as labelled is the corpus's matter
(`test_corpus`).
"""

from typing import Any

import pytest

from plugin.answer import Recorded
from plugin.evidence import Evidence, Matrix, Wall
from tests.fhir_profiles.reading.ordering import ablation, at, condition, ordered, read, report

T8 = condition("C79.51", "T8")


def told(text: str) -> Evidence:
    """What a final report with this text adds to the lesion of T8."""
    found = read(ablation("T8"), T8, {**report(), "effectiveDateTime": "2026-11-12", "conclusion": text})
    return at(found, ordered(found)[0])


def values(recorded: Recorded[Any]) -> list[object]:
    return [fact.value for fact in recorded.facts]


@pytest.mark.parametrize(
    ("text", "wall"),
    [
        ("Posterior wall intact at T10, broken at T8.", Wall.BREACHED),
        ("The posterior wall is broken at T10 and intact at T8.", Wall.INTACT),
        ("The posterior wall of T10 is intact, that of T8 breached.", Wall.BREACHED),
        ("Posterior wall of T10 intact, that of T8 not.", Wall.BREACHED),
        ("The posterior wall of T10 is preserved, unlike that of T8, which is destroyed.", Wall.BREACHED),
        ("The posterior wall of T8, intact in March, is now breached.", Wall.BREACHED),
        ("With the exception of T8 all posterior walls are intact.", Wall.BREACHED),
        ("Breach of the posterior wall: T10 no, T8 yes.", Wall.BREACHED),
    ],
)
def test_a_wall_is_told_of_again_at_a_second_level(text: str, wall: Wall) -> None:
    assert values(told(text).lesion.posterior_wall) == [wall]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Except at T8 there is no epidural tumour.", True),
        ("Save for T8, the spinal canal is free of tumour.", True),
        ("T10 shows epidural tumour, unlike T8.", False),
        ("The canal is free at T10, but infiltrated at T8.", True),
        ("Epidural tumour: T10 yes, T8 no.", False),
        ("The structure in the canal at T8 is a disc fragment and not tumour.", False),
        ("Foraminal rather than epidural extension at T8.", False),
        ("The epidural tumour at T8, absent in May, now fills the canal.", True),
    ],
)
def test_tumour_in_the_canal_is_told_by_another_level_place_or_time(text: str, there: bool) -> None:  # noqa: FBT001
    assert values(told(text).lesion.canal_extension) == [there]


@pytest.mark.parametrize(
    "text",
    [
        "Save for T8, which was not covered, the spinal canal is free of tumour.",
        "Epidural contrast after periradicular infiltration at T8.",
        "No epidural tumour apart from what is seen at T8.",
        "T8: the posterior wall bulges into the canal but is intact.",
        "The low-dose CT is not suited to judging the spinal canal at T8.",
        "The tumour of T8 ends 3 mm short of the canal.",
    ],
)
def test_nothing_is_asserted_of_a_canal_that_was_not_seen_or_holds_something_else(text: str) -> None:
    assert True not in values(told(text).lesion.canal_extension)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("T8: epidural tumour yes, fracture no.", False),
        ("T8. Fracture (y/n): n.", False),
        ("No fractures other than at T8.", True),
        ("There is no fracture at T10, in contrast to T8.", True),
        ("T10, unlike T8, is fractured.", False),
        ("Fracture of T8, as described on the previous MRI.", True),
        ("Osteoporotic, not metastatic fracture of T8.", True),
    ],
)
def test_a_fracture_is_told_by_an_answer_or_by_another_level(text: str, there: bool) -> None:  # noqa: FBT001
    assert values(told(text).lesion.collapse) == [there]


@pytest.mark.parametrize(
    ("text", "matrix"),
    [
        ("T7 and T8 are lytic and sclerotic, respectively.", [Matrix.SCLEROTIC]),
        ("Baseline CT: lytic lesion of T8.", []),
        ("Laminectomy of T10 in 2021; the patient now has a lytic lesion of T8.", [Matrix.LYTIC]),
        ("Lytic lesions T10 (22 mm) and T8 (14 mm).", [Matrix.LYTIC]),
    ],
)
def test_the_matrix_is_of_its_level_and_of_today(text: str, matrix: list[Matrix]) -> None:
    assert values(told(text).lesion.matrix) == matrix


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("The lesions of T10 and T8 measure 13 and 27 mm, respectively.", [27.0]),
        ("Lesion of T8 now 17 mm, as against 22 mm in spring.", [17.0]),
        ("The size of the T8 lesion is 31 mm and not 13 mm.", [31.0]),
        ("Size of the T8 lesion 21 mm (12 mm was a typing error).", [21.0]),
        ("Multiple spinal lesions, largest at T8 (27 mm).", [27.0]),
        ("The T8 tumour contacts the pleura over 2 cm.", []),
        ("T8 lesion: 31 mm in April, 12 mm today.", [12.0]),
        ("The T8 lesion has shrunk to 11 mm from 19 mm.", [11.0]),
        ("T8 lesion of 24 mm (three months ago 30 mm).", [24.0]),
        ("The T8 lesion is larger by 5 mm and measures 18 mm.", [18.0]),
        ("T8 lesion: transverse 28 mm, sagittal 22 mm, vertical 34 mm.", [34.0]),
    ],
)
def test_the_size_is_of_its_level_and_the_one_that_holds(text: str, size: list[float]) -> None:
    assert values(told(text).lesion.size_mm) == size


@pytest.mark.parametrize(
    ("text", "distance"),
    [
        ("Thermocouple in the foramen of T8, 3 mm from the root.", []),
        ("The tumour of T8 comes to within 2 mm of the cord without touching it.", [2.0]),
        ("The T8 lesion is 5 mm, the T10 lesion 12 mm from the cord.", [5.0]),
        ("T8 lesion: distance to the cord 3 mm in May, 6 mm today.", [6.0]),
    ],
)
def test_a_distance_is_the_tumours(text: str, distance: list[float]) -> None:
    assert values(told(text).lesion.distance_to_neural_mm) == distance


def test_what_lies_at_a_distance_from_the_canal_is_not_in_it() -> None:
    assert values(told("The tumour of T8 is 2 mm from the canal.").lesion.canal_extension) == []


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("The sternum was irradiated in 2020, T8 was not.", ["none"]),
        ("The radiation field covered T10 to L1; T8 lay above it.", ["none"]),
        ("Radiotherapy of 2021: T8 without success, L2 with good response.", ["failed"]),
        ("L2 responded to radiotherapy, T8 did not.", ["failed"]),
        ("No progression of T8 since SBRT.", ["given"]),
    ],
)
def test_of_several_levels_each_has_its_own_radiotherapy(text: str, result: list[str]) -> None:
    assert [str(each) for each in values(told(text).lesion.radiotherapy)] == result


@pytest.mark.parametrize(
    "text",
    [
        "MRI of 3 May 2019: cord compression at T8.",
        "Informed consent including paraplegia.",
        "The patient had been paraparetic and now walks normally.",
    ],
)
def test_what_was_or_might_come_is_no_deficit_and_no_emergency(text: str) -> None:
    found = told(text)
    assert values(found.symptoms.deficit) == []
    assert values(found.symptoms.cord_sign) == []


@pytest.mark.parametrize(
    ("text", "wall"),
    [
        ("From the booklet: a broken posterior wall at T8 calls for cement.", []),
        ('The words "breach of the posterior wall of T8" in the last report are wrong.', [Wall.INTACT]),
        ("Breach of the posterior wall of T8, described by CT, is refuted by MRI.", [Wall.INTACT]),
        ("The suspicion of a breach of the posterior wall of T8 was unfounded.", [Wall.INTACT]),
        ("Baseline: breach of the posterior wall of T8.", []),
        ("Posterior wall of T8 almost broken.", []),
        ("Breach of the posterior wall of T8.", [Wall.BREACHED]),
    ],
)
def test_what_a_text_or_a_former_report_says_is_no_breach(text: str, wall: list[Wall]) -> None:
    assert values(told(text).lesion.posterior_wall) == wall


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Epidural tumour at T10, T8 unremarkable.", []),
        ("Epidural tumour at T10, T8 questionable.", []),
        ("Tumour in the canal (T10) and in the left foramen (T8).", []),
        ("Metastases of T8 and T10, the T10 lesion with epidural extension.", []),
        ("Metastases of T8 and T10. The former extends into the canal, the latter into the left foramen.", [True]),
        ("T8, the level above the screws in T9, shows epidural tumour.", [True]),
        ("The canal is free at T10, but at T8 it is invaded.", [True]),
        ("Canal involvement at T10 is ruled out, at T8 it is possible.", [True]),
        ("The canal at T8 threatens to be invaded.", []),
        ("The canal at T8 is said to be invaded.", []),
    ],
)
def test_tumour_in_the_canal_stays_at_its_level(text: str, there: list[bool]) -> None:
    assert values(told(text).lesion.canal_extension) == there


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("The irradiated T8 lesion continues to grow.", ["failed"]),
        ("No local failure after radiotherapy of T8.", ["given"]),
        ("Radiotherapy of T8 was unsuccessful, radiotherapy of L1 successful.", ["failed"]),
        ("T8 was to be treated with radiotherapy.", []),
        ("Radiotherapy of T8 has been postponed.", []),
        ("T8 waits for radiotherapy.", []),
        ("We suggest radiotherapy of T8.", []),
    ],
)
def test_radiotherapy_that_is_put_off_was_not_given(text: str, result: list[str]) -> None:
    assert [str(each) for each in values(told(text).lesion.radiotherapy)] == result
