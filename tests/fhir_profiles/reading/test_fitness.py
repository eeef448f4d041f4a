"""Age, gender, wishes, pregnancy, allergies and scores (F-02 to F-04, F-33, F-35 to F-37)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from fhir_profiles.codes import CPT, ICD10PCS, LOINC, ORDER_CONCEPT, SNOMED
from fhir_profiles.codes.systems import MCODE_PROCEDURE_INTENT
from fhir_profiles.reading.findings import RawFinding
from fhir_profiles.reading.fitness import fitness_noted, read_fitness
from fhir_profiles.reading.lesions import LesionScope
from fhir_profiles.reading.orders import Selected, SelectedOrder
from fhir_profiles.resources import Json
from plugin.answer import Kind, Standing, Status
from plugin.evidence import Allergy, Fitness, Intent, OrderKind, PlannedProcedure, Refusal
from plugin.weighing import weigh
from tests.fhir_profiles.reading.charts import (
    L3,
    L3_OF_TWO,
    NOW,
    TODAY,
    chart,
    concept,
    condition,
    measured,
    procedure,
    unconfirmed,
)

NOTHING = Selected()


def fitness(
    *resources: Json, lesion: LesionScope = L3, labs: tuple[Json, ...] = (), findings: tuple[Json, ...] = ()
) -> Fitness:
    return read_fitness(chart(*resources, labs=labs, findings=findings), lesion, NOTHING, NOW)


# --- age and gender ---------------------------------------------------------------------------------------------------


def patient(born: str) -> dict[str, object]:
    return {"resourceType": "Patient", "id": "p", "birthDate": born, "gender": "female"}


@pytest.mark.parametrize(
    ("born", "age"),
    [
        ("1966-11-22", 60),
        ("1966-11-23", 59),
        ("1966", 59),
        ("1966-11", 59),
        ("2008-11-22", 18),
        ("2008", None),  # 17 or 18
        ("2008-11", None),
        ("2008-10", 18),
        ("1970", None),  # 55 or 56: the last age of SR-16, or past it
        ("2014-12", 11),
        ("2014", None),
        ("2027-01-01", None),
        ("unknown", None),
    ],
)
def test_age_in_completed_years(born: str, age: int | None) -> None:
    assert fitness(patient(born)).age == age


def test_a_leap_day_s_child_is_older_from_the_first_of_march() -> None:
    for day, age in ((28, 17), (29, 18)):
        now = datetime(2024, 2, day, 12, tzinfo=UTC) if day == 29 else datetime(2022, 2, 28, 12, tzinfo=UTC)
        born = "2006-02-28" if day == 29 else "2004-02-29"
        assert read_fitness(chart(patient(born)), L3, NOTHING, now).age == age


def test_gender_as_recorded() -> None:
    assert fitness(patient("1970-01-01")).gender == "female"
    assert fitness().gender == ""


# --- refusal ----------------------------------------------------------------------------------------------------------


def consent(
    scope: str = "treatment", status: str = "active", kind: str = "deny", names: Json | None = None, **more: object
) -> dict[str, object]:
    provision: dict[str, object] = {"type": kind} | ({"code": [names]} if names else {})
    return {
        "resourceType": "Consent",
        "id": "k1",
        "status": status,
        "scope": {"coding": [{"code": scope}]},
        "dateTime": TODAY,
        "provision": provision | more,
    }


def refusals(*resources: Json, lesion: LesionScope = L3) -> list[Refusal]:
    return [fact.value for fact in fitness(*resources, lesion=lesion).refusal.facts]


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        (consent(), Refusal.ACTIVE_TREATMENT),
        (consent(names={"text": "Radiofrequency ablation"}), Refusal.PROCEDURE),
        (consent(names={"text": "Vertébroplastie"}), Refusal.PROCEDURE),
        (consent(names=concept("OS-03-CRYO", ORDER_CONCEPT)), Refusal.PROCEDURE),
        (consent(names=concept("0Q503ZZ", ICD10PCS)), Refusal.PROCEDURE),
    ],
)
def test_an_active_consent_on_treatment_that_denies(recorded: Json, expected: Refusal) -> None:
    assert refusals(recorded) == [expected]


@pytest.mark.parametrize(
    "recorded",
    [
        consent("patient-privacy"),
        consent("research"),
        consent("adr"),
        consent(status="inactive"),
        consent(status="rejected"),
        consent(kind="permit"),
        consent(names={"text": "Blood transfusion"}),
        consent(names={"text": "Ablation of the liver"}),
        consent(period={"end": "2025-01-01"}),
        condition("Z66"),
    ],
)
def test_what_is_no_refusal(recorded: Json) -> None:
    assert refusals(recorded) == []


@pytest.mark.parametrize(
    ("period", "refused"),
    [
        ({"start": "2026-11-23"}, False),
        ({"start": "2026-12"}, False),
        ({"start": "2027"}, False),
        ({"start": "2026-11-22T09:01:00Z"}, False),
        ({"start": "2026-11-22"}, True),
        ({"start": "2026-11"}, True),
        ({"start": "2026"}, True),
        ({"start": "2026-11-22T08:59:00Z"}, True),
        ({"start": "not a date"}, True),
        ({"end": "2026-11-21"}, False),
        ({"end": "2026-11-22"}, True),
        ({"end": "2026-11"}, True),
        ({"start": "2026-01-01", "end": "2026-12-31"}, True),
        ({"start": "2026-11-01", "end": "2026-11-20"}, False),
    ],
)
def test_a_consent_counts_from_its_start_to_its_end(*, period: Json, refused: bool) -> None:
    assert bool(refusals(consent(period=period))) == refused
    ours: dict[str, object] = {"type": "deny", "code": [concept("20982", CPT)], "period": period}
    assert bool(refusals(permitting(ours))) == refused


def permitting(*denied: Json) -> dict[str, object]:
    made = consent(kind="permit")
    return made | {"provision": {"type": "permit", "provision": list(denied)}}


def test_an_exception_from_a_permit_refuses_the_procedure_that_it_names() -> None:
    ours: dict[str, object] = {"type": "deny", "code": [concept("20982", CPT)]}
    assert refusals(permitting(ours)) == [Refusal.PROCEDURE]
    assert refusals(permitting({"type": "permit", "provision": [ours]})) == [Refusal.PROCEDURE]


@pytest.mark.parametrize(
    "denied",
    [
        {"type": "permit", "code": [concept("20982", CPT)]},
        {"type": "deny", "code": [{"text": "Blood transfusion"}]},
        {"type": "deny", "actor": [{"reference": {"reference": "Practitioner/1"}}]},
        {"type": "deny", "code": [concept("20982", CPT)], "period": {"end": "2025-01-01"}},
    ],
)
def test_another_exception_from_a_permit_refuses_nothing_of_ours(denied: Json) -> None:
    assert refusals(permitting(denied)) == []


def not_done(reason: str, text: str = "Cryoablation", **more: object) -> dict[str, object]:
    return procedure(text) | {"status": "not-done", "statusReason": concept(reason, SNOMED)} | more


@pytest.mark.parametrize("reason", ["105480006", "413311005"])
def test_our_procedure_refused_at_this_level(reason: str) -> None:
    (fact,) = fitness(not_done(reason, bodySite=[{"text": "L3"}]), lesion=L3_OF_TWO).refusal.facts
    assert (fact.value, fact.kind) == (Refusal.PROCEDURE, Kind.PROCEDURE)


@pytest.mark.parametrize(
    "recorded",
    [
        not_done("105480006", bodySite=[{"text": "T8"}]),
        not_done("105480006", "Chemotherapy", bodySite=[{"text": "L3"}]),
        not_done("105480006", "Ablation of the liver"),
        procedure("Cryoablation L3", status="not-done"),
        procedure("Cryoablation L3", statusReason=concept("105480006", SNOMED)),
    ],
)
def test_a_procedure_not_refused_here(recorded: Json) -> None:
    assert refusals(recorded, lesion=L3_OF_TWO) == []


def test_a_refused_procedure_without_a_level_is_the_only_lesion_s() -> None:
    assert refusals(not_done("105480006")) == [Refusal.PROCEDURE]
    assert refusals(not_done("105480006"), lesion=L3_OF_TWO) == []


@pytest.mark.parametrize(
    ("code", "recorded", "counts"),
    [
        ("Z53.20", "2026-11-15", True),
        ("Z53.29", "2026-10-23", True),
        ("Z53.20", "2026-10-22", False),
        ("Z53.09", "2026-11-15", False),
    ],
)
def test_a_decision_recorded_in_the_last_thirty_days(code: str, recorded: str, counts: bool) -> None:  # noqa: FBT001
    assert refusals(condition(code, recordedDate=recorded)) == ([Refusal.PROCEDURE] if counts else [])


def test_a_decision_without_a_date_is_not_a_late_one() -> None:
    undated = condition("Z53.20", meta={"lastUpdated": "2026-11-20T00:00:00Z"})
    del undated["recordedDate"]
    assert refusals(undated) == []


@pytest.mark.parametrize("key", ["consents", "procedures", "conditions"])
def test_refusals_unread(key: str) -> None:
    assert read_fitness(chart(lost=(key,)), L3, NOTHING, NOW).refusal.unread


# --- intent -----------------------------------------------------------------------------------------------------------

CURATIVE, PALLIATIVE, SUPPORTIVE = "373808002", "363676003", "399707004"


def aimed(code: str, **more: object) -> dict[str, object]:
    extension = {"url": MCODE_PROCEDURE_INTENT, "valueCodeableConcept": concept(code, SNOMED)}
    return procedure("Radiotherapy") | {"extension": [extension]} | more


def test_the_order_the_procedures_and_the_problem_list() -> None:
    planned = PlannedProcedure(kind=OrderKind.TREATMENT, reference="ServiceRequest/draft-1")
    order = SelectedOrder(resource={"resourceType": "ServiceRequest"}, planned=planned, intent=Intent.CURATIVE)
    record = chart(aimed(PALLIATIVE, bodySite=[{"text": "L3"}]), condition("Z51.5"))
    facts = read_fitness(record, L3, Selected(orders=(order,)), NOW).intent.facts
    assert [(f.value, f.kind, f.seen_in) for f in facts] == [
        (Intent.CURATIVE, Kind.STATEMENT, "ServiceRequest/draft-1"),
        (Intent.PALLIATIVE, Kind.PROCEDURE, "Procedure/p1"),
        (Intent.PALLIATIVE, Kind.CONDITION, "Condition/c1"),
    ]


def test_an_order_without_intent_says_nothing() -> None:
    planned = PlannedProcedure(kind=OrderKind.TREATMENT, reference="ServiceRequest/draft-1")
    order = SelectedOrder(resource={"resourceType": "ServiceRequest"}, planned=planned)
    assert not read_fitness(chart(), L3, Selected(orders=(order,)), NOW).intent.facts


@pytest.mark.parametrize(
    "recorded",
    [
        aimed(CURATIVE, bodySite=[{"text": "T8"}]),
        aimed(CURATIVE),  # of which lesion?
        aimed(SUPPORTIVE, bodySite=[{"text": "L3"}]),
        aimed(CURATIVE, bodySite=[{"text": "L3"}], status="not-done"),
    ],
)
def test_a_procedure_that_says_nothing_of_this_lesion(recorded: Json) -> None:
    assert not fitness(recorded, lesion=L3_OF_TWO).intent.facts


@pytest.mark.parametrize("status", ["preparation", "in-progress", "on-hold", "completed"])
def test_a_procedure_that_is_only_planned_states_its_intent_too(status: str) -> None:
    (found,) = fitness(aimed(PALLIATIVE, status=status, bodySite=[{"text": "L3"}]), lesion=L3_OF_TWO).intent.facts
    assert (found.value, found.standing) == (Intent.PALLIATIVE, Standing.FIRM)


@pytest.mark.parametrize("status", ["not-done", "entered-in-error", "stopped"])
def test_a_procedure_that_was_given_up_states_none_that_counts(status: str) -> None:
    facts = fitness(aimed(PALLIATIVE, status=status, bodySite=[{"text": "L3"}]), lesion=L3_OF_TWO).intent.facts
    assert all(each.standing is Standing.TENTATIVE for each in facts)


def test_palliative_care_in_snomed() -> None:
    assert [f.value for f in fitness(condition("103735009", system=SNOMED)).intent.facts] == [Intent.PALLIATIVE]


# --- pregnancy --------------------------------------------------------------------------------------------------------


def pregnancy_test(words: str = "", code: str = "2106-3", on: str = TODAY, **more: object) -> dict[str, object]:
    made = measured(code, 0, on=on)
    del made["valueQuantity"]
    return made | more | ({"valueCodeableConcept": {"text": words}} if words else {})


@pytest.mark.parametrize(("code", "system"), [("Z33.1", ""), ("Z34.90", ""), ("O09.90", ""), ("77386006", SNOMED)])
def test_pregnancy_in_the_problem_list(code: str, system: str) -> None:
    made = condition(code, system=system) if system else condition(code)
    (fact,) = fitness(made | {"recordedDate": "2026-06-01"}).pregnant.facts
    assert fact.value is True
    assert fact.on == datetime(2026, 6, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (concept("77386006", SNOMED), [True]),
        (concept("60001007", SNOMED), [False]),
        ({"text": "Not pregnant"}, [False]),
        ({"text": "schwanger"}, [True]),
        ({"text": "possible"}, []),
    ],
)
def test_pregnancy_status(value: Json, expected: list[bool]) -> None:
    made = pregnancy_test(code="82810-3") | {"valueCodeableConcept": value}
    found = fitness(findings=(made,))
    assert [fact.value for fact in found.pregnant.facts] == expected
    assert not found.negative_pregnancy_test.facts  # a status is no test


@pytest.mark.parametrize(
    ("words", "positive"),
    [
        ("Negative", False),
        ("not detected", False),
        ("négatif", False),
        ("negativ", False),
        ("nicht nachgewiesen", False),
        ("Neg.", False),
        ("Urine hCG negative (< 5 IU/mL)", False),
        ("Negative (qualifier value)", False),
        ("Schwangerschaftstest im Urin: negativ", False),
        ("Test de grossesse urinaire négatif", False),
        ("Positive", True),
        ("POSITIVE, gynaecologist informed", True),
        ("detected", True),
        ("positif", True),
        ("positiv", True),
    ],
)
@pytest.mark.parametrize("code", ["2106-3", "2118-8", "2110-5", "2112-1"])
def test_a_pregnancy_test_in_words(code: str, words: str, positive: bool) -> None:  # noqa: FBT001
    found = fitness(labs=(pregnancy_test(words, code),))
    assert [fact.value for fact in found.pregnant.facts] == [positive]
    assert [fact.value for fact in found.negative_pregnancy_test.facts] == ([] if positive else [True])


@pytest.mark.parametrize(
    "words",
    [
        "not negative",
        "nicht negativ",
        "pas négatif",
        "negative?",
        "probably negative",
        "wahrscheinlich negativ",
        "probablement négatif",
        "false negative",
        "falsch negativ",
        "faux négatif",
        "Negative (invalid control)",
        "positive/negative unclear",
        "negativ, bitte wiederholen",
        "not positive",
        "falsch positiv",
        "positif ?",
    ],
)
@pytest.mark.parametrize("display", ["", "Negative"])
def test_a_pregnancy_test_whose_words_leave_it_open_is_not_read_and_is_said(words: str, display: str) -> None:
    lab = pregnancy_test() | {"valueCodeableConcept": {"text": words, "coding": [{"display": display}]}}
    found, notes = fitness_noted(chart(labs=(lab,)), L3, NOTHING, NOW)
    assert not found.pregnant.facts
    assert not found.negative_pregnancy_test.facts
    assert found.negative_pregnancy_test.unread
    assert [note.key for note in notes] == ["labs"]


@pytest.mark.parametrize("code", ["IND", "E"])
def test_an_interpretation_that_leaves_it_open_takes_the_word_back(code: str) -> None:
    lab = pregnancy_test("negative", interpretation=[{"coding": [{"code": code}]}])
    assert fitness(labs=(lab,)).negative_pregnancy_test.unread


@pytest.mark.parametrize(
    ("positive", "negative", "ended"),
    [
        ("2026-11-20T08:00:00Z", "2026-11-20T08:00:00Z", False),
        ("2026-11-20T08:00:00Z", "2026-11-20T08:01:00Z", True),
        ("2026-11-20", "2026-11-20", False),
        ("2026-11-20", "2026-11-20T08:00:00Z", False),
        ("2026-11-20T08:00:00Z", "2026-11-20", False),
        ("2026-11-20", "2026-11-21", True),
        ("2026-11", "2026-11-20", False),
        ("2026-10", "2026-11-20", True),
        ("2026", "2026-11-20", False),
        ("2025", "2026-11-20", True),
    ],
)
@pytest.mark.parametrize("coded", [False, True])
def test_a_negative_test_ends_a_pregnancy_only_where_it_is_known_to_be_newer(
    positive: str,
    negative: str,
    ended: bool,  # noqa: FBT001
    coded: bool,  # noqa: FBT001
) -> None:
    tests = (pregnancy_test("negative", on=negative), *(() if coded else (pregnancy_test("positive", on=positive),)))
    problems = (condition("Z33.1", recordedDate=positive),) if coded else ()
    found = fitness(*problems, labs=tests)
    assert weigh(found.pregnant).value is not ended
    assert bool(found.negative_pregnancy_test.facts) is ended  # no "negative test" beside a pregnancy that stands


@pytest.mark.parametrize(("code", "positive"), [("NEG", False), ("POS", True)])
def test_a_pregnancy_test_by_interpretation(code: str, positive: bool) -> None:  # noqa: FBT001
    lab = pregnancy_test(interpretation=[{"coding": [{"code": code}]}])
    assert [fact.value for fact in fitness(labs=(lab,)).pregnant.facts] == [positive]


def test_a_test_that_contradicts_itself_or_is_in_numbers_is_not_read_and_is_said() -> None:
    contradicts = pregnancy_test("negative", interpretation=[{"coding": [{"code": "POS"}]}])
    for lab in (contradicts, measured("2118-8", 3.0, "m[IU]/mL")):
        found, notes = fitness_noted(chart(labs=(lab,)), L3, NOTHING, NOW)
        assert not found.pregnant.facts
        assert found.negative_pregnancy_test.unread
        assert [note.key for note in notes] == ["labs"]


def test_a_newer_negative_test_follows_the_condition_and_the_other_way_round() -> None:
    test = pregnancy_test("negative", on="2026-11-20")
    before, after = condition("Z33.1", recordedDate="2026-11-01"), condition("Z33.1", recordedDate="2026-11-21")
    assert weigh(fitness(before, labs=(test,)).pregnant).value is False
    assert weigh(fitness(after, labs=(test,)).pregnant).value is True


def test_a_preliminary_negative_test_settles_nothing() -> None:
    lab = pregnancy_test("negative", status="preliminary")
    assert weigh(fitness(labs=(lab,)).negative_pregnancy_test).status is Status.UNKNOWN


# --- allergies --------------------------------------------------------------------------------------------------------


def allergy(text: str, **more: object) -> dict[str, object]:
    active = {"coding": [{"code": "active"}]}
    return {"resourceType": "AllergyIntolerance", "id": "a1", "clinicalStatus": active, "code": {"text": text}} | more


def allergies(*resources: Json) -> set[Allergy]:
    return {fact.value for fact in fitness(*resources).allergies.facts}


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        (condition("Z91.040"), Allergy.LATEX),
        (condition("Z91.041"), Allergy.CONTRAST),
        (condition("Z88.4"), Allergy.LOCAL_ANAESTHETIC),
        (condition("Z88.8", "Allergy to bone cement"), Allergy.PMMA),
        (allergy("PMMA"), Allergy.PMMA),
        (allergy("Polymethylmethacrylate"), Allergy.PMMA),
        (allergy("acrylic"), Allergy.PMMA),
        (allergy("Knochenzement"), Allergy.PMMA),
        (allergy("ciment osseux"), Allergy.PMMA),
        (allergy("Latex"), Allergy.LATEX),
        (allergy("Iodinated contrast media"), Allergy.CONTRAST),
        (allergy("Kontrastmittel"), Allergy.CONTRAST),
        (allergy("produit de contraste iodé"), Allergy.CONTRAST),
        (allergy("Penicillin V"), Allergy.ANTIBIOTIC),
        (allergy("Cefazolin"), Allergy.ANTIBIOTIC),
        (allergy("Ibuprofen"), Allergy.NSAID),
        (allergy("Acetylsalicylsäure"), Allergy.NSAID),
        (allergy("diclofénac"), Allergy.NSAID),
        (allergy("NSAR"), Allergy.NSAID),
        (allergy("Lidocaine"), Allergy.LOCAL_ANAESTHETIC),
        (allergy("Lokalanästhetika"), Allergy.LOCAL_ANAESTHETIC),
        (allergy("drug", reaction=[{"substance": {"text": "amoxicillin"}}]), Allergy.ANTIBIOTIC),
    ],
)
def test_an_allergy_that_changes_a_plan(recorded: Json, expected: Allergy) -> None:
    assert allergies(recorded) == {expected}


@pytest.mark.parametrize(
    "recorded",
    [
        allergy("Peanut"),
        allergy("No known latex allergy"),
        allergy("Keine Latexallergie"),
        allergy("Cyanoacrylate glue"),
        allergy("Povidone-iodine"),
        allergy("Morphine sulfate"),
        allergy("Latex", clinicalStatus={"coding": [{"code": "inactive"}]}),
        allergy("Latex", verificationStatus={"coding": [{"code": "refuted"}]}),
        allergy("Latex", verificationStatus={"coding": [{"code": "entered-in-error"}]}),
        condition(text="Contrast CT performed"),
    ],
)
def test_what_is_none_of_them(recorded: Json) -> None:
    assert allergies(recorded) == set()


def test_an_unconfirmed_allergy_is_tentative() -> None:
    (fact,) = fitness(unconfirmed(allergy("PMMA"))).allergies.facts
    assert (fact.kind, fact.standing) == (Kind.RECORD, Standing.TENTATIVE)


def test_allergies_unread() -> None:
    assert read_fitness(chart(lost=("allergies",)), L3, NOTHING, NOW).allergies.unread


# --- scores -----------------------------------------------------------------------------------------------------------


def scored(code: str, value: str | float) -> Fitness:
    finding = RawFinding(code=code, value=value, seen_in="Observation/1", on=NOW)
    return read_fitness(chart(), replace(L3, findings=(finding,)), NOTHING, NOW)


@pytest.mark.parametrize(("value", "expected"), [(0, [0]), (1.0, [1]), (5, [5]), (6, []), (1.5, []), ("LA9623-5", [])])
def test_ecog(value: str | float, expected: list[int]) -> None:
    assert [fact.value for fact in scored("89247-1", value).ecog.facts] == expected


@pytest.mark.parametrize(("value", "expected"), [(80, [80]), (85, []), (110, [])])
def test_karnofsky(value: float, expected: list[int]) -> None:
    assert [fact.value for fact in scored("89243-0", value).karnofsky.facts] == expected


def test_asa_class() -> None:
    assert [f.value for f in fitness(procedure(code=concept("413497009", SNOMED))).asa.facts] == [3]
    graded = measured("local", 0) | {"code": concept("x", LOINC), "valueCodeableConcept": concept("413496000", SNOMED)}
    assert [f.value for f in fitness(findings=(graded,)).asa.facts] == [2]
