"""Implants, infections and temperature (F-32, F-34)."""

import pytest

from fhir_profiles.codes import SNOMED
from fhir_profiles.reading.hazards import hazards_noted, read_hazards
from fhir_profiles.reading.lesions import LesionScope
from fhir_profiles.resources import Json
from plugin.answer import Kind, Standing
from plugin.evidence import ImplantedDevice, Infection, Place
from tests.fhir_profiles.reading.charts import (
    L3,
    L3_OF_TWO,
    NO_LEVEL_OF_TWO,
    NOW,
    chart,
    concept,
    condition,
    measured,
    unconfirmed,
)

PACE, ICD, NEURO = ImplantedDevice.PACEMAKER, ImplantedDevice.DEFIBRILLATOR, ImplantedDevice.NEUROSTIMULATOR
SPINAL, SYSTEMIC, ELSEWHERE = Infection.SPINAL, Infection.SYSTEMIC, Infection.ELSEWHERE


def device(text: str = "", code: str = "", **more: object) -> dict[str, object]:
    return {"resourceType": "Device", "id": "d1", "status": "active", "type": concept(code, SNOMED, text)} | more


def devices(*resources: Json) -> set[ImplantedDevice]:
    return {fact.value for fact in read_hazards(chart(*resources), L3, NOW).devices.facts}


def infections(*resources: Json, lesion: LesionScope = L3) -> list[Infection]:
    return [fact.value for fact in read_hazards(chart(*resources), lesion, NOW).infection.facts]


# --- implants ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        (device(code="14106009"), {PACE}),
        (device(code="72506001"), {ICD}),
        (device("Cardiac pacemaker, dual chamber"), {PACE}),
        (device("Herzschrittmacher"), {PACE}),
        (device("stimulateur cardiaque"), {PACE}),
        (device("Implantable cardioverter-defibrillator"), {ICD}),
        (device("défibrillateur implantable"), {ICD}),
        (device("ICD"), {ICD}),
        (device("spinal cord stimulator"), {NEURO}),
        (device("Neurostimulator, sacral nerve"), {NEURO}),
        (device("Rückenmarkstimulator"), {NEURO}),
        (device(deviceName=[{"name": "Deep brain stimulator", "type": "user-friendly-name"}]), {NEURO}),
        (condition("Z95.0"), {PACE}),
        (condition("Z95.810"), {ICD}),
        (condition("441509002", system=SNOMED), {PACE}),
        (condition("443325000", system=SNOMED), {ICD}),
        (condition("441769002", system=SNOMED), {ICD}),
        (condition("703396000", system=SNOMED), {ICD}),
        (condition(text="Status post pacemaker implantation"), {PACE}),
        (condition(text="vagus nerve stimulator in situ"), {NEURO}),
    ],
)
def test_an_electrically_active_implant(recorded: Json, expected: set[ImplantedDevice]) -> None:
    assert devices(recorded) == expected


@pytest.mark.parametrize(
    "recorded",
    [
        device("No pacemaker"),
        device("TENS, transcutaneous electrical nerve stimulator"),
        device("Automated external defibrillator"),
        device("hip prosthesis"),
        device(code="14106009", status="inactive"),
        device(code="14106009", status="entered-in-error"),
        condition(text="Coded with ICD-10"),
        condition(text="Pacemaker explanted"),
        condition(text="Schrittmacher entfernt"),
        condition("Z95.0", clinicalStatus={"coding": [{"code": "inactive"}]}),
    ],
)
def test_what_is_none(recorded: Json) -> None:
    assert devices(recorded) == set()


def test_the_source_of_an_implant() -> None:
    record = chart(device(code="14106009"), unconfirmed(condition("Z95.0")))
    facts = read_hazards(record, L3, NOW).devices.facts
    assert [(f.kind, f.standing) for f in facts] == [(Kind.DEVICE, Standing.FIRM), (Kind.CONDITION, Standing.TENTATIVE)]


@pytest.mark.parametrize("key", ["devices", "conditions"])
def test_implants_unread(key: str) -> None:
    assert read_hazards(chart(lost=(key,)), L3, NOW).devices.unread


# --- infection --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "recorded",
    [
        condition("M46.20"),
        condition("M46.36", bodySite=[{"text": "L3"}]),
        condition("M46.40"),
        condition("M46.46"),  # lumbar region
        condition("G06.1"),
        condition("444760002", system=SNOMED),
        condition("445063003", system=SNOMED, bodySite=[{"text": "L2-L3"}]),
        condition(text="Spondylodiscitis L3/L4"),
        condition(text="Spondylodiszitis"),
        condition(text="Vertebral osteomyelitis"),
        condition(text="abcès épidural"),
    ],
)
def test_a_spinal_infection_at_the_level_or_without_one(recorded: Json) -> None:
    assert infections(recorded, lesion=L3_OF_TWO) == [SPINAL]


@pytest.mark.parametrize(
    "recorded",
    [
        condition("M46.20", bodySite=[{"text": "T8"}]),
        condition("M46.44"),  # thoracic region
        condition("444760002", "Osteomyelitis of T8", system=SNOMED),
        condition(text="Spondylodiscitis T8"),
    ],
)
def test_a_spinal_infection_at_another_level_is_one_elsewhere(recorded: Json) -> None:
    assert infections(recorded, lesion=L3_OF_TWO) == [ELSEWHERE]


def test_without_a_lesion_s_level_every_spinal_infection_counts() -> None:
    assert infections(condition("M46.44"), lesion=NO_LEVEL_OF_TWO) == [SPINAL]


@pytest.mark.parametrize(
    "recorded",
    [condition("A41.9"), condition("A41.51"), condition(text="Urosepsis"), condition(text="Septischer Schock")],
)
def test_systemic_infection(recorded: Json) -> None:
    assert infections(recorded) == [SYSTEMIC]


@pytest.mark.parametrize(
    "code", ["A09", "B02.9", "J18.9", "N39.0", "L03.115", "M86.9", "T84.50XA", "R50.9", "R50.82", "B95.61"]
)
def test_infection_elsewhere_by_code(code: str) -> None:
    assert infections(condition(code)) == [ELSEWHERE]


@pytest.mark.parametrize(
    "text",
    ["Urinary tract infection", "Harnwegsinfekt", "Pneumonie", "infection urinaire", "Abszess am Gesäß", "Fever"],
)
def test_infection_elsewhere_by_words(text: str) -> None:
    assert infections(condition(text=text)) == [ELSEWHERE]


@pytest.mark.parametrize(
    "recorded",
    [
        condition("Z86.19", "Personal history of other infectious disease"),
        condition("Z22.322", "Carrier of MRSA infection"),
        condition("B91", "Sequelae of poliomyelitis"),
        condition("C79.51", "Bone metastasis"),
        condition(text="No sign of infection"),
        condition(text="History of pneumonia"),
        condition(text="Aseptic necrosis"),
        condition(text="Hay fever"),
        condition("J18.9", clinicalStatus={"coding": [{"code": "resolved"}]}),
        condition("M46.46", "Spondylodiscitis excluded"),
    ],
)
def test_what_is_no_active_infection(recorded: Json) -> None:
    assert infections(recorded) == []


@pytest.mark.parametrize("recorded", [unconfirmed(condition("M46.20")), condition(text="Suspected spondylodiscitis")])
def test_a_doubted_infection_is_tentative(recorded: Json) -> None:
    (fact,) = read_hazards(chart(recorded), L3, NOW).infection.facts
    assert (fact.value, fact.standing) == (SPINAL, Standing.TENTATIVE)


def test_infection_unread() -> None:
    assert read_hazards(chart(lost=("conditions",)), L3, NOW).infection.unread


# --- temperature ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("unit", "value", "expected"), [("Cel", 38.4, 38.4), ("°C", 36.8, 36.8), ("[degF]", 100.4, 38.0)]
)
def test_temperature_in_degrees_celsius(unit: str, value: float, expected: float) -> None:
    (fact,) = read_hazards(chart(labs=(measured("8310-5", value, unit),)), L3, NOW).temperature_c.facts
    assert (fact.value, fact.unit) == (expected, "Cel")


@pytest.mark.parametrize("unit", ["", "K"])
def test_a_temperature_in_another_unit_is_not_read_and_is_said(unit: str) -> None:
    hazards, notes = hazards_noted(chart(labs=(measured("8310-5", 311, unit),)), L3, NOW)
    assert not hazards.temperature_c.facts
    assert [note.key for note in notes] == ["labs"]


def test_temperature_unread() -> None:
    assert read_hazards(chart(lost=("labs",)), LesionScope(place=Place(level="T1")), NOW).temperature_c.unread
