"""Ordinary sentences in which a finding is not there, or not there for sure: none of them may be read as present.

Each was read as present before, by rules that fit the sentences that they were written on and these not.
"""

from __future__ import annotations

import pytest

from tests.corpus.scoring import Case, read

NOT_THERE = {
    "en": """
        Tumour lies above the foramen. | foraminal-extension
        Tumour ends medial to the foramen. | foraminal-extension
        Tumour near the foramen. | foraminal-extension
        Tumour in the roof of the foramen. | foraminal-extension
        Tumour in the pedicle next to the foramen. | foraminal-extension
        Left foramen filled with fat. | foraminal-extension
        The foraminal tumour has responded completely. | foraminal-extension
        The tumour fills the lateral recess and stops at the foramen. | foraminal-extension
        Foraminal tumour undetectable. | foraminal-extension
        No growth into the foramen. | foraminal-extension
        Tumour next to the canal. | canal-extension
        Tumour borders the spinal canal. | canal-extension
        Tumour in the lamina close to the canal. | canal-extension
        Paravertebral soft tissues of normal signal. | soft-tissue-extension
        Soft tissue component not appreciated. | soft-tissue-extension
        The tumour is separated from the psoas by fat. | soft-tissue-extension
        Soft tissue extension was discussed and rejected. | soft-tissue-extension
        Untreated by radiotherapy. | previous-radiotherapy
        Radiotherapy omitted. | previous-radiotherapy
        Radiotherapy has never been documented. | previous-radiotherapy
        The letter mentions radiotherapy, which was not given. | previous-radiotherapy
        Radiotherapy for prostate cancer in 2019. | previous-radiotherapy
        Prostate irradiated in 2018. | previous-radiotherapy
        The T8 lesion lies below the lower edge of the previously irradiated area. | previous-radiotherapy
    """,
    "de": """
        Epidural nur Fettgewebe, kein Tumor. | canal-extension
        BWK 9, nicht wie in der Anforderung angegeben BWK 8, zeigt eine Metastase; diese reicht nach epidural. | canal-extension
        In BWK 9 (nicht BWK 8) lytische Metastase; epidurale Ausdehnung. | canal-extension
        BWK 9, nicht BWK 8, ist befallen. Die Hinterkante ist durchbrochen. | posterior-wall
        Frage nach Fraktur: negativ. | collapse
        Zum Ausschluss einer Fraktur: unauffällig. | collapse
    """,
    "fr": """
        T9, et non T8 comme indiqué, présente une métastase lytique ; elle s'étend dans le canal. | canal-extension
        T9, pas T8, est atteinte. Le mur postérieur est rompu. | posterior-wall
    """,
}
NOT_DENIED = """
    Keine Heilung der Fraktur. | collapse
    Keine Fehlstellung nach Fraktur BWK 8. | collapse
    Nicht dislozierte Fraktur BWK 8. | collapse
    Nicht mehr als 20 % Höhenminderung. | collapse
    Keine Spinalkanaleinengung durch die Fraktur BWK 8. | collapse
"""


def _rows(code: str, text: str) -> list[tuple[str, str, str]]:
    lines = (line.split("|") for line in text.strip().splitlines())
    return [(code, said.strip(), finding.strip()) for said, finding in lines]


def _polarities(code: str, text: str, finding: str) -> set[str]:
    found = read(Case("", "T8", True, text, frozenset()), code)
    return {each.polarity for each in found if each.code == finding and each.level == "T8"}


@pytest.mark.parametrize(
    ("code", "text", "finding"), [row for code in NOT_THERE for row in _rows(code, NOT_THERE[code])]
)
def test_what_is_not_there_is_not_read_as_present(code: str, text: str, finding: str) -> None:
    assert "present" not in _polarities(code, text, finding)


@pytest.mark.parametrize(("code", "text", "finding"), _rows("de", NOT_DENIED))
def test_a_fracture_that_is_taken_for_granted_is_not_denied(code: str, text: str, finding: str) -> None:
    assert "absent" not in _polarities(code, text, finding)
