"""A size is read as present only where nothing speaks against its being today's: ordinary sentences about other days.

Each was written without a look at the rules for former sizes, and most of these sizes were read as present then.
"""

from __future__ import annotations

import pytest

from tests.corpus.scoring import Case, Finding, read

FORMER = {
    "en": """
        T8 lesion 12 mm → 18 mm. | 12
        T8 lesion 12 -> 18 mm. | 12
        Pre-ablation size 14 mm. | 14
        Initial size 14 mm. | 14
        Last measured at 24 mm. | 24
        Size of 12 mm at the time of biopsy. | 12
        Lesion 15 mm (12/2022). | 15
        A 9 mm lesion of T8 was treated by RFA in 2021. | 9
        The treated lesion, 9 mm before ablation, is no longer seen. | 9
        The lesion was 9 mm when first seen. | 9
        It has doubled from 9 mm. | 9
        The lesion shrank from 2.0 cm in January to 1.4 cm in June. | 20
        A 12 mm lesion of T8, present in 2019, has disappeared. | 12
        Size then: 12 mm. Size now: 16 mm. | 12
        T8 lesion 16 mm (12 mm). | 12
        Outside report: 20 mm lesion of T8; today not seen. | 20
        No lesion larger than 10 mm. | 10
        The lesion exceeds 20 mm. | 20
    """,
    "de": """
        Läsion BWK 8 12 mm → 18 mm. | 12
        Im Vor-CT maß die Läsion 14 mm. | 14
        Läsion 15 mm (CT 12.03.2022). | 15
        Vor einem Jahr bis 9 mm messend, jetzt 14 mm. | 9
        Läsion letztes Jahr 9 mm. | 9
        Läsion am 3.3.2021 9 mm. | 9
        Gegenüber 9 mm in 2020 misst die Läsion nun 14 mm. | 9
        Größenabnahme auf 14 mm von 20 mm. | 20
        Die Läsion misst 14 mm, im Vergleich zu 9 mm. | 9
        Läsion BWK 8 16 mm (12 mm). | 12
        Läsion BWK 8: 1,6 cm, 1,2 cm im CT vom Mai. | 12
        Die Läsion überschreitet 20 mm. | 20
    """,
    "fr": """
        Lésion T8 12 mm → 18 mm. | 12
        Taille initiale 14 mm. | 14
        Mesurée pour la dernière fois à 24 mm. | 24
        La lésion avait mesuré 20 mm. | 20
        Taille de 12 mm au moment de la biopsie. | 12
        Taille antérieure : 9 mm. | 9
        Une lésion de 9 mm de T8 a été traitée par radiofréquence en 2021. | 9
        Réduction de taille à 14 mm, de 20 mm. | 20
        Une lésion de 12 mm de T8, présente en 2019, a disparu. | 12
        Métastase de T8 25 mm avant traitement, 18 mm après traitement. | 25
        Lésion T8 16 mm (12 mm). | 12
        Compte rendu externe : lésion de 20 mm de T8 ; non retrouvée ce jour. | 20
        Pas de lésion de plus de 10 mm. | 10
        La lésion dépasse 20 mm. | 20
    """,
}
OF_TODAY = {
    "en": """
        The lesion is stable at 14 mm. | 14
        The lesion measures 14 mm, compared to 9 mm. | 14
        T9: lytic metastasis, 19 mm, irradiated in 2022 without effect. | 19
        Two years after radiotherapy the lesion now measures 21 mm. | 21
        The previously described 12 mm lesion of T8 is unchanged. | 12
    """,
    "de": """
        Die Läsion ist mit 14 mm stabil. | 14
        Läsion BWK 8 16 mm, zuvor 12 mm. | 16
        Die Läsion ist um 6 mm auf 20 mm gewachsen. | 20
        Nidus von 7 mm, 4 mm vom Duralsack entfernt. | 7
    """,
    "fr": """
        La lésion est stable à 14 mm. | 14
        La lésion mesure 14 mm, contre 9 mm. | 14
        Nidus de 6 mm à 12 mm du sac dural. | 6
    """,
}


def _rows(of: dict[str, str]) -> list[tuple[str, str, float]]:
    lines = [(code, *line.split("|")) for code, text in of.items() for line in text.strip().splitlines()]
    return [(code, text.strip(), float(size)) for code, text, size in lines]


def _present(code: str, text: str) -> set[Finding]:
    found = read(Case("", "T8", True, text, frozenset()), code)
    return {each for each in found if each.code == "size" and each.polarity == "present"}


@pytest.mark.parametrize(("code", "text", "size"), _rows(FORMER))
def test_a_size_of_another_day_and_a_lower_bound_are_no_size_of_today(code: str, text: str, size: float) -> None:
    assert size not in {each.value for each in _present(code, text)}


@pytest.mark.parametrize(("code", "text", "size"), _rows(OF_TODAY))
def test_todays_size_is_read_all_the_same(code: str, text: str, size: float) -> None:
    assert size in {each.value for each in _present(code, text)}
