"""What the words of an order wish for, and what they only deny, doubt or remember (CR-08), through the two doors."""

import pytest

from fhir_profiles.reading import SelectedOrder
from fhir_profiles.resources import Json
from plugin.evidence import Lesion
from tests.fhir_profiles.reading.ordering import at, condition, order, read, selected

THYROID = condition("C73")
T8, L3 = condition("C79.51", "T8"), condition("C79.51", "L3")


def wishing(words: str) -> SelectedOrder:
    return selected(order("ablation", "T8", note=[{"text": words}])).orders[0]


# --- 131-I ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "131-I planned after ablation",
        "RAI planned after ablation",
        "then RAI",
        "131-I to be given in December",
        "radioactive iodine will be administered",
        "Radiojodtherapie geplant",
        "Radiojodtherapie soll im Dezember erfolgen",
        "Iode 131 à réaliser ensuite",
        "previous surgery, 131-I planned",
    ],
)
def test_a_plan_of_131_i(words: str) -> None:
    found = wishing(words)
    assert (found.radioiodine, found.words_not_counted) == (True, False)


@pytest.mark.parametrize(
    "words",
    [
        "131I contraindicated",
        "131-I is contra-indicated",
        "contraindication to 131-I",
        "131-I refused",
        "patient declines 131-I",
        "131-I not possible",
        "131-I is not an option",
        "radioiodine not available",
        "Radiojod kontraindiziert",
        "Kontraindikation für Radiojod",
        "Radiojodtherapie nicht möglich",
        "Radiojodtherapie abgelehnt",
        "keine Radiojodtherapie",
        "iode 131 contre-indiqué",
        "contre-indication à l'iode 131",
        "l'iode 131 n'est pas possible",
        "131-I completed 2019",
        "RAI in 2019",
        "131-I done",
        "131-I given",
        "received 131-I",
        "Radiojodtherapie 2019 erfolgt",
        "Radiojodtherapie bereits durchgeführt",
        "iode 131 déjà reçu",
        "consider RAI",
    ],
)
def test_131_i_that_is_denied_doubted_or_over_is_no_plan_and_its_words_are_told(words: str) -> None:
    found = wishing(words)
    assert (found.radioiodine, found.words_not_counted) == (False, True)


@pytest.mark.parametrize("words", ["RAI-refractory", "131-I avid metastases", "radiojodrefraktär", "I-131 scan in May"])
def test_what_takes_iodine_up_and_a_scan_are_no_plan(words: str) -> None:
    assert not wishing(words).radioiodine


# --- consolidation, debulking -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "needs consolidation",
        "consolidation requested",
        "consolidation with cement",
        "ablation and consolidation of the vertebra",
        "Konsolidierung gewünscht",
        "consolidation souhaitée",
        "for stabilisation",
    ],
)
def test_consolidation_that_is_asked_for(words: str) -> None:
    assert wishing(words).consolidation is True


@pytest.mark.parametrize(
    "words",
    [
        "pulmonary consolidation on CT",
        "patient has lung consolidation",
        "consolidation on CT",
        "Konsolidierung im linken Unterlappen",
        "consolidation du poumon gauche",
        "lungs clear, no consolidation",
    ],
)
def test_consolidation_of_a_lung_is_not_read_at_all(words: str) -> None:
    found = wishing(words)
    assert (found.consolidation, found.words_not_counted) == (None, False)


@pytest.mark.parametrize(
    "words",
    [
        "need for consolidation cannot be excluded",
        "need for consolidation unclear",
        "Konsolidierung unklar",
        "Konsolidierungsbedarf: Konsolidierung nicht auszuschliessen",
        "consolidation: indication à discuter",
        "previous vertebral consolidation",
    ],
)
def test_consolidation_that_is_doubted_or_over_is_no_wish(words: str) -> None:
    found = wishing(words)
    assert (found.consolidation, found.words_not_counted) == (None, True)


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("cannot exclude need for debulking", None),
        ("debulking done in 2019", None),
        ("status post debulking", None),
        ("Debulking 2019 erfolgt", None),
        ("debulking réalisé en 2019", None),
        ("debulking of L3 requested", None),
        ("debulking contraindicated", False),
        ("no debulking", False),
    ],
)
def test_debulking_that_is_not_asked_for_here(*, words: str, wish: bool | None) -> None:
    found = wishing(words)
    assert (found.debulking, found.words_not_counted) == (wish, True)


def test_debulking_of_the_ordered_level_is_asked_for() -> None:
    found = wishing("Debulking of T8 requested; 131-I to follow for L3")
    assert (found.debulking, found.radioiodine, found.words_not_counted) == (True, True, False)


def lesion(draft: Json, place: str) -> Lesion:
    return at(read(draft, T8, L3, THYROID), place).lesion


def test_of_an_order_for_two_levels_each_gets_its_own_wish() -> None:
    draft = order(
        "ablation", None, bodySite=[{"text": "T8"}, {"text": "L3"}], note=[{"text": "debulking of L3 wanted"}]
    )
    assert [each.value for each in lesion(draft, "L3").debulking_need.facts] == [True]
    assert lesion(draft, "T8").debulking_need.facts == ()
    found = read(draft, T8, L3)
    assert at(found, "T8").words_not_counted == (f"ServiceRequest/{draft['id']}",)
    assert at(found, "L3").words_not_counted == ()
