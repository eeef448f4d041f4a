"""Metal, radiotherapy, and examinations of the level (F-20, F-21, F-39)."""

import pytest

from fhir_profiles.codes import DICOM, LOINC, SNOMED
from fhir_profiles.reading.history import History, read_history
from fhir_profiles.reading.lesions import LesionScope
from fhir_profiles.resources import Json
from plugin.answer import Kind, Status
from plugin.evidence import Metal, Place, Radiotherapy
from plugin.weighing import weigh
from tests.fhir_profiles.reading.charts import L3, L3_OF_TWO, NOW, chart, concept, condition, procedure, unconfirmed

L4 = LesionScope(place=Place(level="L4"))
L4_OF_TWO = LesionScope(place=Place(level="L4"), others=(Place(level="T8"),))


def history(*resources: Json, lesion: LesionScope = L4) -> History:
    return read_history(chart(*resources), lesion, NOW)


def metal(*resources: Json, lesion: LesionScope = L4) -> list[Metal]:
    return [fact.value for fact in history(*resources, lesion=lesion).metal.facts]


def device(text: str, **more: object) -> dict[str, object]:
    return {"resourceType": "Device", "id": "d1", "status": "active", "type": {"text": text}} | more


# --- metal ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "recorded",
    [
        procedure("Spinal fusion L3-L5 with pedicle screws"),
        procedure("Spinal fusion", bodySite=[{"text": "L3"}, {"text": "L5"}]),  # fused from end to end
        procedure("Posterior instrumentation L2 to L4"),
        procedure("Lumbar spinal fusion"),
        procedure("Spondylodese L4/L5"),
        procedure("Arthrodèse lombaire L4-L5"),
        procedure("PLIF L4/L5"),
        procedure("Tumour removal and stabilisation with pedicle screws L3-L5"),
        procedure("Replacement of pedicle screws L4"),
        procedure("Spinal fusion"),
        device("pedicle screw system"),
        device("Spinal fixation rod, titanium"),
        device("implant", deviceName=[{"name": "Pedicle screw L4"}]),
        device("", type=concept("68183006", SNOMED)),  # by code alone, as Z98.1
        device("", type=concept("271003", SNOMED, "Bone plate")),
        device("", type=concept("68183006", SNOMED, "Bone screw L4")),
        condition("Z98.1", "Arthrodesis status"),
        condition("Z98.1", "Arthrodesis status L4-L5"),
        condition(text="Status post spinal fusion L3-L5"),
        condition(text="Schraubenlockerung L4"),
    ],
)
def test_metal_at_the_level(recorded: Json) -> None:
    assert metal(recorded, lesion=L4_OF_TWO) == [Metal.PRESENT]


@pytest.mark.parametrize(
    "recorded",
    [
        procedure("Spinal fusion T5-T7 with pedicle screws"),
        procedure("Spinal fusion", bodySite=[{"text": "T5"}, {"text": "T7"}]),
        procedure("Spinal fusion L3-L5", status="not-done"),
        procedure("Spinal fusion L3-L5", status="entered-in-error"),
        procedure("Non-instrumented fusion L4-L5"),
        procedure("Lumbar stabilisation exercises"),
        procedure("Osteosynthesis of the femur"),
        procedure("Image fusion MR-CT, spine L4"),
        procedure("Vertebroplasty L4"),
        procedure("Implantation of a spinal cord stimulator L4"),
        device("Hip prosthesis"),
        device("Bone screw"),
        device("", type=concept("68183006", SNOMED, "Bone screw, femoral neck")),
        device("", type=concept("271003", SNOMED, "Plate of the mandible")),
        device("", type=concept("68183006", SNOMED, "Bone screw T6")),
        device("", type=concept("68183006", SNOMED, "Bone screw removed")),
        device("", type=concept("68183006", SNOMED), status="inactive"),
        device("Spinal needle 22 G"),
        device("pedicle screw system", status="inactive"),
        condition("Z98.1", "Arthrodesis status of the ankle"),
        condition("Z98.1", "Arthrodesis status T5-T7"),
        condition("M43.26", "Fusion of spine, lumbar region"),
        condition("Z98.1", clinicalStatus={"coding": [{"code": "resolved"}]}),
    ],
)
def test_what_is_no_metal_here(recorded: Json) -> None:
    assert metal(recorded, lesion=L4_OF_TWO) == []


@pytest.mark.parametrize(
    "recorded",
    [
        procedure(code=concept("86782006", SNOMED)),
        procedure(code=concept("608884004", SNOMED), bodySite=[{"text": "L4"}]),
        procedure("Removal of pedicle screws L3-L5"),
        procedure("Screw at L4 removed"),
        procedure("Metallentfernung L3-L5"),
        procedure("Ablation du matériel d'ostéosynthèse L4"),
        condition("Z47.2", "Removal of spinal instrumentation L3-L5"),
        condition("Z47.2", "Encounter for removal of spinal fixation"),
    ],
)
def test_metal_removed(recorded: Json) -> None:
    assert metal(recorded) == [Metal.REMOVED]


@pytest.mark.parametrize(
    "recorded",
    [
        procedure(code=concept("86782006", SNOMED)),  # of which level?
        procedure("Screw at L3 removed"),
        procedure("Removal of pedicle screws T5-T7"),
        condition("Z47.2", "Encounter for removal of internal fixation device"),
        condition("Z47.2", "Removal of plate, ankle"),
    ],
)
def test_a_removal_elsewhere_or_of_another_bone_lifts_nothing(recorded: Json) -> None:
    assert metal(recorded, lesion=L4_OF_TWO) == []


def test_a_removal_of_no_bone_in_particular_lifts_nothing() -> None:
    assert metal(condition("Z47.2", "Encounter for removal of internal fixation device")) == []


def test_a_later_removal_counts_and_so_does_a_later_fusion() -> None:
    fusion = procedure("Spinal fusion L3-L5", id="f", performedDateTime="2024-01-01")
    removal = procedure("Removal of pedicle screws L3-L5", id="r", performedDateTime="2025-01-01")
    assert weigh(history(fusion, removal).metal).value is Metal.REMOVED
    again = procedure("Spinal fusion L3-L5", id="g", performedDateTime="2026-01-01")
    assert weigh(history(fusion, removal, again).metal).value is Metal.PRESENT


def test_fusion_and_removal_without_dates_settle_nothing() -> None:
    undated = [procedure(text) for text in ("Spinal fusion L3-L5", "Removal of pedicle screws L3-L5")]
    for each in undated:
        del each["performedDateTime"]
    assert weigh(history(*undated).metal).status is Status.CONFLICT


def test_the_kinds_of_source() -> None:
    facts = history(procedure("Spinal fusion L4"), device("pedicle screw"), unconfirmed(condition("Z98.1"))).metal.facts
    assert [fact.kind for fact in facts] == [Kind.PROCEDURE, Kind.DEVICE, Kind.CONDITION]


@pytest.mark.parametrize("key", ["procedures", "devices", "conditions"])
def test_metal_unread(key: str) -> None:
    assert read_history(chart(lost=(key,)), L4, NOW).metal.unread


# --- radiotherapy -----------------------------------------------------------------------------------------------------


def irradiated(*resources: Json, lesion: LesionScope = L3) -> list[Radiotherapy]:
    return [fact.value for fact in history(*resources, lesion=lesion).radiotherapy.facts]


@pytest.mark.parametrize(
    "recorded",
    [
        procedure(code=concept("1217123003", SNOMED), bodySite=[{"text": "L3"}]),
        procedure("Radiotherapy of L3, 8 Gy"),
        procedure("SBRT L2-L4"),
        procedure("Bestrahlung LWK 3"),
        procedure("Radiothérapie du rachis lombaire"),
        condition("Z92.3"),
    ],
)
def test_radiotherapy_of_the_level(recorded: Json) -> None:
    assert irradiated(recorded, lesion=L3_OF_TWO) == [Radiotherapy.GIVEN]


@pytest.mark.parametrize(
    "recorded",
    [
        procedure(code=concept("1217123003", SNOMED), bodySite=[{"text": "left breast"}]),
        procedure("Radiotherapy of T8"),
        procedure("Radiotherapy"),  # of which lesion?
        procedure("Radiotherapy of L3", status="not-done"),
        procedure("Radiofrequency ablation L3"),
        procedure("Radiotherapy consultation L3"),
        condition("Z92.3", "Irradiation of the breast"),
        condition(text="Pain at L3 resistant to radiotherapy"),
    ],
)
def test_what_is_no_radiotherapy_of_the_level(recorded: Json) -> None:
    assert irradiated(recorded, lesion=L3_OF_TWO) == []


def test_radiotherapy_without_a_place_is_the_only_lesion_s() -> None:
    assert irradiated(procedure(code=concept("1217123003", SNOMED))) == [Radiotherapy.GIVEN]


def test_radiotherapy_unread() -> None:
    assert read_history(chart(lost=("procedures",)), L3, NOW).radiotherapy.unread


# --- imaging ----------------------------------------------------------------------------------------------------------


def study(*modalities: str, series: tuple[Json, ...] = (), **more: object) -> dict[str, object]:
    return {
        "resourceType": "ImagingStudy",
        "id": "s1",
        "status": "available",
        "started": "2026-11-12T10:00:00Z",
        "modality": [{"system": DICOM, "code": each} for each in modalities],
        "series": list(series),
    } | more


def in_series(modality: str, **more: object) -> dict[str, object]:
    return {"modality": {"system": DICOM, "code": modality}} | more


def shown(recorded: Json, lesion: LesionScope = L3) -> tuple[bool, bool]:
    found = history(recorded, lesion=lesion)
    return bool(found.ct_of_level.facts), bool(found.mr_of_level.facts)


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        (study("CT", description="CT of the lumbar spine"), (True, False)),
        (study("MR", description="MRT LWS"), (False, True)),
        (study("MR", procedureCode=[concept("24968-0", LOINC)]), (False, True)),
        (study("MR", procedureCode=[{"text": "MR whole spine"}]), (False, True)),
        (study(series=(in_series("CT", bodySite={"system": SNOMED, "code": "36470004"}),)), (True, False)),
        (study(series=(in_series("MR", description="sag T1, L2-L4"),)), (False, True)),
        (study("CT", "MR", description="lumbar spine"), (True, True)),
        (study("CT", description="CT of the thoracic spine"), (False, False)),
        (study("CT", description="CT of the chest"), (False, False)),
        (study("RF", description="Fluoroscopy of the lumbar spine"), (False, False)),
        (study("CT"), (False, False)),
        (study("CT", description="lumbar spine", status="cancelled"), (False, False)),
        (study("CT", description="lumbar spine", status="entered-in-error"), (False, False)),
        (study(series=(in_series("MR", bodySite={"display": "T8"}),), description="MR spine"), (False, False)),
    ],
)
def test_a_study_of_the_level(recorded: Json, expected: tuple[bool, bool]) -> None:
    assert shown(recorded) == expected


def test_a_study_has_its_date() -> None:
    (fact,) = history(study("CT", description="lumbar spine"), lesion=L3).ct_of_level.facts
    assert fact.on is not None
    assert (fact.on.date().isoformat(), fact.seen_in) == ("2026-11-12", "ImagingStudy/s1")


def test_imaging_unread() -> None:
    found = read_history(chart(lost=("imaging",)), L3, NOW)
    assert (found.ct_of_level.unread, found.mr_of_level.unread) == (True, True)
