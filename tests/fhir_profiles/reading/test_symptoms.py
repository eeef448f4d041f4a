"""Pain and neurological state of one lesion (F-23, F-25, CR-05)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fhir_profiles.codes import SNOMED
from fhir_profiles.reading.findings import RawFinding
from fhir_profiles.reading.lesions import LesionScope
from fhir_profiles.reading.symptoms import read_symptoms, symptoms_noted
from fhir_profiles.resources import Json
from plugin.answer import Kind, Standing
from plugin.evidence import CordSign, Deficit, Pain, PainCharacter, PainScale, Place, Symptoms
from tests.fhir_profiles.reading.charts import (
    L3,
    L3_OF_TWO,
    NO_LEVEL_OF_TWO,
    NOW,
    chart,
    concept,
    condition,
    unconfirmed,
)

VAS, NRS, REPORTED = "38214-3", "72514-3", "38208-5"
DEFICIT = "neurological-deficit"


def finding(code: str, value: str | float, unit: str = "", text: str = "", place: Place | None = None) -> RawFinding:
    return RawFinding(code=code, value=value, unit=unit, text=text, place=place, seen_in="Observation/1", on=NOW)


def with_findings(*findings: RawFinding, scope: LesionScope = L3) -> Symptoms:
    return read_symptoms(chart(), replace(scope, findings=findings), NOW)


def with_conditions(*conditions: Json, scope: LesionScope = L3) -> Symptoms:
    return read_symptoms(chart(*conditions), replace(scope, conditions=conditions), NOW)


@pytest.mark.parametrize(
    ("code", "value", "unit", "expected"),
    [
        (VAS, 82.0, "mm", Pain(82, PainScale.VAS_MM)),
        (VAS, 82.0, "", Pain(82, PainScale.UNSTATED)),  # a bare number: the scale is not guessed
        (VAS, 0.0, "mm", Pain(0, PainScale.VAS_MM)),
        (VAS, 8.2, "cm", None),
        (VAS, 120.0, "mm", None),
        (NRS, 8, "", Pain(8, PainScale.NRS)),
        (NRS, 8.0, "{score}", Pain(8, PainScale.NRS)),
        (NRS, 8.0, "", Pain(8, PainScale.UNSTATED)),
        (NRS, 82, "", None),
        (NRS, 8.0, "mm", None),
        (NRS, 0, "", Pain(0, PainScale.NRS)),
        (REPORTED, 4.0, "", Pain(4, PainScale.UNSTATED)),
        (REPORTED, 4.0, "{score}", Pain(4, PainScale.UNSTATED)),
        (REPORTED, "severe", "", None),
    ],
)
def test_a_pain_value_stands_on_its_scale(code: str, value: str | float, unit: str, expected: Pain | None) -> None:
    symptoms, notes = symptoms_noted(chart(), replace(L3, findings=(finding(code, value, unit),)), NOW)
    assert [fact.value for fact in symptoms.pain.facts] == ([expected] if expected else [])
    assert bool(notes) is (expected is None)
    assert symptoms.pain.unread is (expected is None)


def test_the_two_scales_stand_side_by_side() -> None:
    symptoms = with_findings(finding(VAS, 50.0, "mm"), finding(NRS, 6))
    assert [fact.value.scale for fact in symptoms.pain.facts] == [PainScale.VAS_MM, PainScale.NRS]


def test_a_pain_entry_that_could_not_be_read_leaves_pain_open() -> None:
    scope = replace(L3, findings=(finding(NRS, 6),), unusable=frozenset({VAS}))
    assert read_symptoms(chart(), scope, NOW).pain.unread


def test_pain_from_neoplasm_in_the_problem_list() -> None:
    (fact,) = read_symptoms(chart(condition("G89.3")), L3_OF_TWO, NOW).pain_coded.facts
    assert (fact.value, fact.kind, fact.seen_in) == (True, Kind.CONDITION, "Condition/c1")


def test_pain_from_neoplasm_at_another_place_is_not_this_lesion_s() -> None:
    elsewhere = condition("G89.3", bodySite=[{"text": "T8"}])
    assert not read_symptoms(chart(elsewhere), L3_OF_TWO, NOW).pain_coded.facts
    assert with_conditions(elsewhere).pain_coded.facts


def test_back_pain_is_not_tumour_pain() -> None:
    assert not read_symptoms(chart(condition("M54.50", "low back pain")), L3, NOW).pain_coded.facts


def test_pain_may_have_several_characters() -> None:
    symptoms = with_findings(finding("pain-character", "mechanical"), finding("pain-character", "supine"))
    assert {fact.value for fact in symptoms.pain_character.facts} == {PainCharacter.MECHANICAL, PainCharacter.SUPINE}


@pytest.mark.parametrize("code", ["none", "root", "motor", "sphincter"])
def test_a_deficit_is_an_examination_finding(code: str) -> None:
    (fact,) = with_findings(finding(DEFICIT, code)).deficit.facts
    assert (fact.value, fact.kind, fact.modality, fact.on) == (Deficit(code), Kind.FINDING, "exam", NOW)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("old and stable", Deficit.MOTOR_OLD),
        ("weakness since polio, long-standing, unchanged", Deficit.MOTOR_OLD),
        ("alte, stabile Parese", Deficit.MOTOR_OLD),
        ("déficit ancien et stable", Deficit.MOTOR_OLD),
        ("no new deficit; old and stable", Deficit.MOTOR_OLD),
        ("stable", Deficit.MOTOR),
        ("old", Deficit.MOTOR),
        ("old, not stable", Deficit.MOTOR),
        ("old and unstable", Deficit.MOTOR),
        ("instabil, alt", Deficit.MOTOR),
        ("new weakness beside an old and stable one", Deficit.MOTOR),
        ("72 year old, vital signs stable", Deficit.MOTOR),
        ("", Deficit.MOTOR),
    ],
)
def test_old_and_stable_only_when_the_words_say_both(text: str, expected: Deficit) -> None:
    assert [fact.value for fact in with_findings(finding(DEFICIT, "motor", text=text)).deficit.facts] == [expected]


def test_old_and_stable_sphincter() -> None:
    assert with_findings(finding(DEFICIT, "sphincter", text="old and stable")).deficit.facts[0].value is (
        Deficit.SPHINCTER_OLD
    )


@pytest.mark.parametrize("code", ["motor", "sphincter"])
def test_of_several_lesions_none_owns_an_emergency_without_a_level(code: str) -> None:
    assert not with_findings(finding(DEFICIT, code), scope=L3_OF_TWO).deficit.facts
    assert with_findings(finding(DEFICIT, code), scope=NO_LEVEL_OF_TWO).deficit.facts
    assert with_findings(finding(DEFICIT, code), scope=L3).deficit.facts
    assert with_findings(finding(DEFICIT, code, place=Place(level="L3")), scope=L3_OF_TWO).deficit.facts


@pytest.mark.parametrize("code", ["none", "root"])
def test_no_deficit_without_a_level_holds_for_every_lesion(code: str) -> None:
    for scope in (L3, L3_OF_TWO, NO_LEVEL_OF_TWO):
        assert with_findings(finding(DEFICIT, code), scope=scope).deficit.facts


CORD = [
    (condition("G83.4"), CordSign.CAUDA_EQUINA),
    (condition(text="Cauda equina syndrome"), CordSign.CAUDA_EQUINA),
    (condition(text="Syndrome de la queue de cheval"), CordSign.CAUDA_EQUINA),
    (condition(text="Cauda-equina-Syndrom"), CordSign.CAUDA_EQUINA),
    (condition("G95.20"), CordSign.COMPRESSION),
    (condition("G95.29"), CordSign.COMPRESSION),
    (condition("G99.2"), CordSign.COMPRESSION),
    (condition("71286001", system=SNOMED), CordSign.COMPRESSION),
    (condition(text="Malignant spinal cord compression"), CordSign.COMPRESSION),
    (condition(text="Compression myelopathy"), CordSign.COMPRESSION),
    (condition(text="Compression médullaire métastatique"), CordSign.COMPRESSION),
    (condition(text="Rückenmarkskompression"), CordSign.COMPRESSION),
    (condition(text="Kompressionsmyelopathie"), CordSign.COMPRESSION),
    (condition(text="Myelonkompression Th8"), CordSign.COMPRESSION),
]


@pytest.mark.parametrize(("recorded", "expected"), CORD)
def test_cord_and_cauda_by_code_and_by_words(recorded: Json, expected: CordSign) -> None:
    (fact,) = with_conditions(recorded).cord_sign.facts
    assert (fact.value, fact.kind, fact.standing) == (expected, Kind.CONDITION, Standing.FIRM)


@pytest.mark.parametrize(
    "recorded",
    [
        condition(text="No spinal cord compression"),
        condition("G83.4", "Cauda equina syndrome excluded"),
        condition(text="Cauda-equina-Syndrom ausgeschlossen"),
        condition(text="pas de compression médullaire"),
        condition(text="History of cauda equina syndrome"),
        condition(text="Compression fracture of T8"),
        condition(text="Nerve root compression"),
        condition("G83.4", clinicalStatus={"coding": [{"code": "resolved"}]}),
        condition("G83.4", verificationStatus={"coding": [{"code": "refuted"}]}),
    ],
)
def test_what_is_no_cord_sign(recorded: Json) -> None:
    assert not with_conditions(recorded).cord_sign.facts


@pytest.mark.parametrize(
    "recorded",
    [unconfirmed(condition("G83.4")), condition(text="V.a. Cauda-equina-Syndrom"), condition("G83.4", "CES?")],
)
def test_an_unconfirmed_cord_sign_is_tentative(recorded: Json) -> None:
    facts = with_conditions(recorded).cord_sign.facts
    assert [fact.value for fact in facts] == [CordSign.CAUDA_EQUINA]
    if recorded["code"] != concept("G83.4", text="CES?"):
        assert facts[0].standing is Standing.TENTATIVE


def test_a_cord_sign_without_a_place_counts_where_the_scope_says_so() -> None:
    recorded = condition("G83.4")
    scope = replace(NO_LEVEL_OF_TWO, unplaced=(recorded,))
    assert read_symptoms(chart(recorded), scope, NOW).cord_sign.facts
    assert not read_symptoms(chart(condition("G83.4")), L3_OF_TWO, NOW).cord_sign.facts


@pytest.mark.parametrize("key", ["conditions", "findings"])
def test_a_lost_read_leaves_everything_open(key: str) -> None:
    symptoms = read_symptoms(chart(lost=(key,)), L3, NOW)
    parts = (symptoms.pain, symptoms.pain_coded, symptoms.pain_character, symptoms.deficit, symptoms.cord_sign)
    assert all(part.unread for part in parts)


def test_facts_keep_source_date_standing_and_words() -> None:
    one = replace(finding(DEFICIT, "root", text="L4 root"), standing=Standing.TENTATIVE, on=NOW - timedelta(days=2))
    (fact,) = with_findings(one).deficit.facts
    assert (fact.seen_in, fact.standing, fact.text, fact.on) == ("Observation/1", Standing.TENTATIVE, "L4 root", one.on)
