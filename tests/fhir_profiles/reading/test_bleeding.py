"""Laboratory values, coagulation disorders and the lists of drugs (F-24, F-27 to F-31)."""

import pytest

from fhir_profiles.chart import Chart
from fhir_profiles.codes import RXNORM
from fhir_profiles.reading.bleeding import bleeding_noted, read_bleeding
from fhir_profiles.reading.orders import Selected
from fhir_profiles.resources import Json
from plugin.answer import Kind, Standing, Status
from plugin.evidence import Drug, DrugClass
from plugin.weighing import weigh
from tests.fhir_profiles.reading.charts import NOW, chart, concept, condition, measured, unconfirmed

INR, PLATELETS, HB, CREATININE, EGFR = "6301-6", "777-3", "718-7", "2160-0", "98979-8"
NOTHING = Selected()


def drug(
    text: str = "", status: str | None = "active", kind: str = "MedicationRequest", **more: object
) -> dict[str, object]:
    made: dict[str, object] = {"resourceType": kind, "id": "m1"}
    if text:
        made["medicationCodeableConcept"] = {"text": text}
    return made | ({"status": status} if status else {}) | more


def drugs(*resources: Json) -> list[Drug]:
    return [fact.value for fact in read_bleeding(chart(*resources), NOTHING, NOW).drugs.facts]


# --- laboratory -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("unit", ["1", "{INR}", ""])
@pytest.mark.parametrize("code", ["6301-6", "34714-6", "38875-1", "46418-0"])
def test_inr(code: str, unit: str) -> None:
    (fact,) = read_bleeding(chart(labs=(measured(code, 1.3, unit),)), NOTHING, NOW).inr.facts
    assert (fact.value, fact.kind, fact.seen_in) == (1.3, Kind.FINDING, "Observation/o-2026-11-22")


@pytest.mark.parametrize("unit", ["10*9/L", "10*3/uL"])
def test_platelets_per_litre_and_per_microlitre_are_the_same_number(unit: str) -> None:
    (fact,) = read_bleeding(chart(labs=(measured("26515-7", 48, unit),)), NOTHING, NOW).platelets.facts
    assert (fact.value, fact.unit) == (48, "10*9/L")


@pytest.mark.parametrize(
    ("code", "unit"), [(PLATELETS, "/uL"), (PLATELETS, ""), (INR, "s"), (EGFR, "mL/s"), (EGFR, "")]
)
def test_another_unit_is_not_read_and_is_said(code: str, unit: str) -> None:
    bleeding, notes = bleeding_noted(chart(labs=(measured(code, 200, unit),)), NOTHING, NOW)
    assert not (*bleeding.inr.facts, *bleeding.platelets.facts, *bleeding.egfr.facts)
    assert [(note.key, note.resource) for note in notes] == [("labs", "Observation/o-2026-11-22")]
    assert "200" not in notes[0].problem


def test_a_unit_in_words_will_do_when_the_code_is_missing() -> None:
    lab = measured(PLATELETS, 210, valueQuantity={"value": 210, "unit": "10*9/L"})
    assert read_bleeding(chart(labs=(lab,)), NOTHING, NOW).platelets.facts[0].value == 210


@pytest.mark.parametrize("unit", ["mL/min", "mL/min/{1.73_m2}"])
def test_egfr(unit: str) -> None:
    assert read_bleeding(chart(labs=(measured(EGFR, 42, unit),)), NOTHING, NOW).egfr.facts[0].value == 42


def test_haemoglobin_and_creatinine_are_shown_in_their_own_unit() -> None:
    bleeding = read_bleeding(
        chart(labs=(measured(HB, 8.7, "mmol/L"), measured(CREATININE, 80, "umol/L"))), NOTHING, NOW
    )
    assert [(f.value, f.unit) for f in bleeding.haemoglobin.facts] == [(8.7, "mmol/L")]
    assert [(f.value, f.unit) for f in bleeding.creatinine.facts] == [(80, "umol/L")]


def test_an_unreadable_newer_value_unsettles_an_older_one_and_an_older_one_does_not() -> None:
    newer = chart(labs=(measured(INR, 20, "s", "2026-11-21"), measured(INR, 1.0, "1", "2026-11-20")))
    assert weigh(read_bleeding(newer, NOTHING, NOW).inr).status is Status.UNKNOWN
    older = chart(labs=(measured(INR, 1.0, "1", "2026-11-21"), measured(INR, 20, "s", "2026-11-20")))
    assert weigh(read_bleeding(older, NOTHING, NOW).inr).value == 1.0


def bounded(code: str, unit: str, comparator: str, value: float) -> Chart:
    return chart(labs=(measured(code, 0, valueQuantity={"value": value, "code": unit, "comparator": comparator}),))


def test_a_bound_on_the_safe_side_is_the_number() -> None:
    assert weigh(read_bleeding(bounded(EGFR, "mL/min", ">", 60), NOTHING, NOW).egfr).value == 60


def test_a_bound_on_the_other_side_settles_nothing_but_may_alarm() -> None:
    reading = weigh(read_bleeding(bounded(INR, "1", ">", 8), NOTHING, NOW).inr)
    assert (reading.status, reading.alarms) == (Status.UNKNOWN, frozenset({8.0}))
    assert weigh(read_bleeding(bounded(PLATELETS, "10*9/L", "<", 60), NOTHING, NOW).platelets).status is Status.UNKNOWN


@pytest.mark.parametrize(("status", "standing"), [("final", Standing.FIRM), ("preliminary", Standing.TENTATIVE)])
def test_a_preliminary_result_is_tentative(status: str, standing: Standing) -> None:
    inr = read_bleeding(chart(labs=(measured(INR, 1.0, "1", status=status),)), NOTHING, NOW).inr
    assert inr.facts[0].standing is standing
    assert not inr.unread


@pytest.mark.parametrize("status", ["cancelled", "entered-in-error"])
def test_a_cancelled_result_is_ignored(status: str) -> None:
    assert not read_bleeding(chart(labs=(measured(INR, 1.0, "1", status=status),)), NOTHING, NOW).inr.facts


def test_a_result_without_a_date_has_none() -> None:
    lab = measured(INR, 1.0, "1")
    del lab["effectiveDateTime"]
    assert read_bleeding(chart(labs=(lab,)), NOTHING, NOW).inr.facts[0].on is None


# --- drugs ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "status", "on_hold"),
    [
        ("MedicationRequest", "active", False),
        ("MedicationRequest", "on-hold", True),
        ("MedicationRequest", None, False),  # silence never stops a drug
        ("MedicationStatement", "active", False),
        ("MedicationStatement", "on-hold", True),
        ("MedicationStatement", "intended", False),
    ],
)
def test_a_listed_drug_counts(kind: str, status: str | None, on_hold: bool) -> None:  # noqa: FBT001
    assert drugs(drug("apixaban", status, kind)) == [Drug("apixaban", DrugClass.ANTICOAGULANT, on_hold)]


@pytest.mark.parametrize("status", ["stopped", "completed", "cancelled", "entered-in-error", "not-taken"])
def test_a_stopped_drug_does_not(status: str) -> None:
    assert drugs(drug("apixaban", status), drug("apixaban", status, "MedicationStatement")) == []


def test_an_order_not_to_give_a_drug_is_no_drug() -> None:
    assert drugs(drug("aspirin", doNotPerform=True)) == []


def test_a_draft_order_counts() -> None:
    drafts = (drug("rivaroxaban", "draft"), {"resourceType": "ServiceRequest", "code": {"text": "aspirin test"}})
    facts = read_bleeding(chart(), Selected(drafts=drafts), NOW).drugs.facts
    assert [(fact.value.name, fact.seen_in) for fact in facts] == [("rivaroxaban", "MedicationRequest/m1")]


def test_a_contained_medication_is_resolved_with_its_ingredients() -> None:
    inside = {
        "resourceType": "Medication",
        "id": "x",
        "ingredient": [{"itemCodeableConcept": concept("11289", RXNORM)}],
    }
    entry = drug(medicationReference={"reference": "#x"}, contained=[inside])
    assert drugs(entry) == [Drug("warfarin", DrugClass.ANTICOAGULANT)]


def test_a_medication_that_came_with_the_bundle_is_resolved() -> None:
    record = Chart(
        patient_id="p",
        resources={"medications": (drug(medicationReference={"reference": "Medication/9"}),)},
        addresses={"Medication/9": {"resourceType": "Medication", "code": {"text": "clopidogrel"}}},
    )
    assert [fact.value.name for fact in read_bleeding(record, NOTHING, NOW).drugs.facts] == ["clopidogrel"]


def test_a_drafted_medication_is_resolved() -> None:
    medication = {"resourceType": "Medication", "id": "9", "code": {"text": "warfarin"}}
    drafts = (drug(status="draft", medicationReference={"reference": "Medication/9"}), medication)
    facts = read_bleeding(chart(), Selected(drafts=drafts), NOW).drugs.facts
    assert [fact.value.name for fact in facts] == ["warfarin"]


def test_the_display_of_a_reference_names_the_drug() -> None:
    entry = drug(medicationReference={"reference": "Medication/9", "display": "prasugrel 10 mg"})
    assert drugs(entry) == [Drug("prasugrel", DrugClass.ANTIPLATELET)]


@pytest.mark.parametrize(
    "entry",
    [
        drug(medicationReference={"reference": "Medication/404"}),
        drug(medicationCodeableConcept=concept("855332", RXNORM)),
        drug(),
    ],
)
def test_a_drug_that_cannot_be_told_is_said_and_leaves_the_list_open(entry: Json) -> None:
    bleeding, notes = bleeding_noted(chart(entry), NOTHING, NOW)
    assert bleeding.drugs.unread
    assert [(note.key, note.resource) for note in notes] == [("medications", "MedicationRequest/m1")]


def test_another_drug_leaves_the_list_complete() -> None:
    bleeding, notes = bleeding_noted(chart(drug("metformin")), NOTHING, NOW)
    assert (bleeding.drugs.facts, bleeding.drugs.unread, notes) == ((), False, ())


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("Z79.01", Drug("long-term anticoagulant", DrugClass.ANTICOAGULANT)),
        ("Z79.02", Drug("long-term antithrombotic or antiplatelet", DrugClass.ANTIPLATELET)),
        ("Z79.82", Drug("aspirin", DrugClass.ANTIPLATELET)),
        ("Z79.1", Drug("long-term NSAID", DrugClass.NSAID)),
        ("Z79.891", Drug("long-term opioid", DrugClass.STRONG_OPIOID)),
    ],
)
def test_a_long_term_drug_of_the_problem_list(code: str, expected: Drug) -> None:
    (fact,) = read_bleeding(chart(condition(code)), NOTHING, NOW).drugs.facts
    assert (fact.value, fact.kind) == (expected, Kind.CONDITION)


def test_an_unconfirmed_long_term_drug_is_tentative() -> None:
    (fact,) = read_bleeding(chart(unconfirmed(condition("Z79.01"))), NOTHING, NOW).drugs.facts
    assert fact.standing is Standing.TENTATIVE


@pytest.mark.parametrize("key", ["medications", "statements", "conditions"])
def test_a_lost_list_is_unread(key: str) -> None:
    assert read_bleeding(chart(lost=(key,)), NOTHING, NOW).drugs.unread


def test_a_lost_laboratory_search_is_unread() -> None:
    bleeding = read_bleeding(chart(lost=("labs",)), NOTHING, NOW)
    assert all(part.unread for part in (bleeding.inr, bleeding.platelets, bleeding.egfr))
    assert not bleeding.drugs.unread


# --- coagulation ------------------------------------------------------------------------------------------------------


def test_a_bleeding_disorder_is_shown_and_a_thrombophilia_is_none() -> None:
    record = chart(condition("D68.1", "Factor XI deficiency"), condition("D68.61", "Antiphospholipid syndrome"))
    facts = read_bleeding(record, NOTHING, NOW).coagulation_disorder.facts
    assert [fact.value for fact in facts] == ["Factor XI deficiency"]
