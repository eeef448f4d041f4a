"""Which lesion: contract 5.1, sentence by sentence, and the lesions that an order means (5.2), through `read_evidence`."""

import pytest

from fhir_profiles.codes import LOINC, SNOMED
from fhir_profiles.resources import Json
from plugin.answer import Standing
from plugin.evidence import Deficit, MismatchKind, Nature, Primary, Scope
from tests.fhir_profiles.reading.ordering import (
    NOW,
    ablation,
    at,
    condition,
    drug,
    finding,
    named,
    order,
    ordered,
    panel,
    places,
    procedure,
    read,
    report,
    selected,
)

METASTASIS = "C79.51"
SPINE_METASTASIS = "94602001"
NO_SITE = ablation()

# --- levels -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "level"),
    [
        ("T8", "T8"),
        ("D8", "T8"),
        ("Th8", "T8"),
        ("BWK 8", "T8"),
        ("thoracic vertebra 8", "T8"),
        ("eighth thoracic vertebra", "T8"),
        ("huitième vertèbre dorsale", "T8"),
        ("8. Brustwirbel", "T8"),
        ("11068009", "T8"),
        ("77435000", "T8"),
        ("L5-S1", "L5-S1"),
        ("T4 to T6", "T4-T6"),
        ("T4 à T6", "T4-T6"),
        ("S1–S3", "S1-S3"),
        ("sacrum", "S1-S5"),
        ("54735007", "S1-S5"),
        ("coccyx", "coccyx"),
        ("odontoid process", "C2"),
    ],
)
def test_a_lesion_is_a_level_in_all_notations_and_both_code_families(written: str, level: str) -> None:
    found = read(NO_SITE, condition(METASTASIS, written))
    assert [each.place.level for each in found.evidence if each.place] == [level]


@pytest.mark.parametrize("text", ["T2-weighted lesion", "Prostate cancer T2 N0 M0", "vitamin D3 deficiency"])
def test_what_only_looks_like_a_level_is_none(text: str) -> None:
    found = read(ablation("L3"), condition("", None, text))
    assert places(found) == ["L3"]


def test_a_lesion_has_side_and_part_where_known() -> None:
    found = read(NO_SITE, condition(METASTASIS, "T8, left pedicle"))
    assert places(found) == ["T8 left pedicle"]


def test_qualifiers_of_mcode_say_side_and_part() -> None:
    base = "http://hl7.org/fhir/us/mcode/StructureDefinition/"
    qualified = {
        "coding": [{"system": "http://snomed.info/sct", "code": "11068009"}],
        "extension": [
            {
                "url": base + "mcode-laterality-qualifier",
                "valueCodeableConcept": {"coding": [{"system": "http://snomed.info/sct", "code": "24028007"}]},
            },
            {
                "url": base + "mcode-body-location-qualifier",
                "valueCodeableConcept": {"coding": [{"system": "http://snomed.info/sct", "code": "89340005"}]},
            },
        ],
    }
    assert places(read(NO_SITE, condition(METASTASIS, bodySite=[qualified]))) == ["T8 right lamina"]


@pytest.mark.parametrize(
    "resource",
    [
        condition(METASTASIS, "T8"),
        finding("matrix", "lytic", "T8"),
        panel("T8", matrix="lytic"),
        procedure("Biopsy of vertebra", "T8"),
    ],
)
def test_levels_come_from_conditions_our_observations_and_procedures(resource: dict[str, object]) -> None:
    assert places(read(NO_SITE, resource)) == ["T8"]


def test_procedures_name_a_level_only_where_conditions_and_observations_name_none() -> None:
    assert places(read(NO_SITE, condition(METASTASIS, "T8"), procedure("Vertebroplasty", "L1"))) == ["T8"]


def test_a_fusion_documents_no_tumour() -> None:
    found = read(NO_SITE, condition(METASTASIS, "L4"), procedure("Spinal fusion L3-L5 with pedicle screws"))
    assert places(found) == ["L4"]


def test_several_adjacent_levels_on_one_resource_are_one_lesion_with_that_range() -> None:
    several = condition(METASTASIS, bodySite=[{"text": "T4"}, {"text": "T5"}])
    assert places(read(NO_SITE, several)) == ["T4-T5"]


def test_levels_that_do_not_adjoin_are_lesions_of_their_own() -> None:
    apart = condition(METASTASIS, bodySite=[{"text": "T4"}, {"text": "T8"}])
    assert places(read(NO_SITE, apart)) == ["T4", "T8"]


def test_adjacent_levels_on_two_resources_are_two_lesions() -> None:
    assert places(read(NO_SITE, condition(METASTASIS, "T4"), condition(METASTASIS, "T5"))) == ["T4", "T5"]


def test_a_level_inside_a_range_means_the_lesion_with_that_range() -> None:
    found = read(ablation("S2"), condition(METASTASIS, "S1-S3"), finding("matrix", "lytic", "S2"))
    assert ordered(found) == places(found) == ["S1-S3"]
    assert [fact.value for fact in found.evidence[0].lesion.matrix.facts] == ["lytic"]


def test_findings_at_one_level_belong_together() -> None:
    found = read(
        NO_SITE, condition(METASTASIS, "T8"), finding("matrix", "lytic", "T8"), finding("matrix", "mixed", "L3")
    )
    assert [fact.value for fact in at(found, "T8").lesion.matrix.facts] == ["lytic"]


def test_a_side_or_part_given_once_holds_for_the_level() -> None:
    found = read(
        NO_SITE, condition(METASTASIS, "T8 left"), finding("matrix", "lytic", "T8 pedicle"), panel("T8", escc="0")
    )
    assert places(found) == ["T8 left pedicle"]
    assert found.evidence[0].lesion.escc.facts


def test_two_different_sides_in_conditions_or_observations_are_two_lesions() -> None:
    found = read(NO_SITE, condition(METASTASIS, "T8 left"), finding("matrix", "mixed", "T8 right"))
    assert places(found) == ["T8 left", "T8 right"]
    assert at(found, "T8 left").lesion.matrix.facts == ()


def test_two_different_parts_are_two_lesions() -> None:
    found = read(NO_SITE, condition(METASTASIS, "T8 lamina"), condition(METASTASIS, "T8 pedicle"))
    assert places(found) == ["T8 pedicle", "T8 lamina"]


def test_the_code_of_a_vertebral_body_is_a_part_only_where_no_other_part_is_stated() -> None:
    assert places(read(NO_SITE, condition(METASTASIS, "77435000"))) == ["T8 body"]
    found = read(NO_SITE, condition(METASTASIS, "77435000"), finding("matrix", "lytic", "T8 left pedicle"))
    assert places(found) == ["T8 left pedicle"]


def test_an_order_that_names_another_side_than_the_only_one_recorded_is_a_mismatch() -> None:
    found = read(ablation("T8 right"), condition(METASTASIS, "T8 left"))
    (evidence,) = found.evidence
    assert evidence.ordered
    assert [(each.kind, each.said, each.documented) for each in evidence.mismatches] == [
        (MismatchKind.SIDE, "right", "left")
    ]


def test_an_order_with_a_side_means_the_lesion_of_that_side() -> None:
    found = read(ablation("T8 right"), condition(METASTASIS, "T8 left"), condition(METASTASIS, "T8 right"))
    assert ordered(found) == ["T8 right"]
    assert all(not each.mismatches for each in found.evidence)


def test_benign_and_malignant_at_different_levels_are_different_lesions() -> None:
    found = read(NO_SITE, condition("D16.6", "T8", "Osteoid osteoma"), condition(METASTASIS, "L3"))
    assert [[fact.value for fact in each.disease.nature.facts] for each in found.evidence] == [
        [Nature.OSTEOID_OSTEOMA],
        [Nature.METASTASIS],
    ]


def test_benign_and_malignant_at_the_same_level_are_both_there() -> None:
    found = read(NO_SITE, condition("D16.6", "T8"), condition(METASTASIS, "T8"))
    (evidence,) = found.evidence
    assert {fact.value for fact in evidence.disease.nature.facts} == {Nature.BENIGN_UNSPECIFIED, Nature.METASTASIS}


# --- observations without a level -------------------------------------------------------------------------------------


def test_an_observation_without_body_site_on_pain_deficit_or_ecog_counts_for_the_patient() -> None:
    pain = finding("38214-3", {"valueQuantity": {"value": 60, "code": "mm"}})
    ecog = finding("89247-1", 1)
    found = read(
        NO_SITE,
        condition(METASTASIS, "T8"),
        condition(METASTASIS, "L3"),
        pain,
        ecog,
        finding("neurological-deficit", "none"),
    )
    for evidence in found.evidence:
        assert [fact.value.value for fact in evidence.symptoms.pain.facts] == [60]
        assert [fact.value for fact in evidence.symptoms.deficit.facts] == [Deficit.NONE]
        assert [fact.value for fact in evidence.fitness.ecog.facts] == [1]
    assert found.notes == ()


def test_anything_else_counts_if_exactly_one_lesion_is_known() -> None:
    found = read(NO_SITE, condition(METASTASIS, "T8"), panel(None, matrix="lytic"))
    assert [fact.value for fact in found.evidence[0].lesion.matrix.facts] == ["lytic"]


def test_otherwise_it_is_not_used_and_this_is_said() -> None:
    unplaced = panel(None, matrix="lytic")
    found = read(NO_SITE, condition(METASTASIS, "T8"), condition(METASTASIS, "L3"), unplaced)
    assert all(each.lesion.matrix.facts == () for each in found.evidence)
    assert [(note.resource, "not used" in note.problem) for note in found.notes] == [
        (f"Observation/{unplaced['id']}", True)
    ]


def test_a_focus_on_a_condition_with_a_level_says_the_lesion() -> None:
    here, there = condition(METASTASIS, "T8"), condition(METASTASIS, "L3")
    size = finding(
        "21889-1", {"valueQuantity": {"value": 2.5, "code": "cm"}}, focus=[{"reference": f"Condition/{there['id']}"}]
    )
    found = read(NO_SITE, here, there, size)
    assert [fact.value for fact in at(found, "L3").lesion.size_mm.facts] == [25.0]
    assert at(found, "T8").lesion.size_mm.facts == ()


def test_the_size_of_the_primary_tumour_is_not_the_lesions() -> None:
    primary = condition("C64.9", "Kidney")
    size = finding("21889-1", 70.0, focus=[{"reference": f"Condition/{primary['id']}"}])
    assert read(NO_SITE, primary, condition(METASTASIS, "T8"), size).evidence[0].lesion.size_mm.facts == ()


# --- conditions without a level ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "general", [condition(SPINE_METASTASIS), condition(METASTASIS), condition("", None, "Bone metastases")]
)
def test_a_condition_without_a_level_gives_nature_when_it_names_spine_or_bone_and_one_lesion_is_known(
    general: dict[str, object],
) -> None:
    found = read(NO_SITE, general, panel("T8", matrix="lytic"))
    assert [fact.value for fact in found.evidence[0].disease.nature.facts] == [Nature.METASTASIS]


def test_it_gives_the_primary_that_its_code_names_too() -> None:
    general = condition("315007008", None, "Spinal metastasis of thyroid carcinoma")
    found = read(NO_SITE, general, panel("T8", matrix="lytic"))
    assert [fact.value for fact in found.evidence[0].disease.primary.facts] == [Primary.THYROID]


@pytest.mark.parametrize(
    "more",
    [
        panel("L3", matrix="lytic"),  # two spinal lesions are known
        condition("C79.51", "Femur"),  # another bone site is documented
        condition("C79.51", None, "Metastasis of the left femur"),
    ],
)
def test_otherwise_nature_stays_unknown(more: dict[str, object]) -> None:
    found = read(ablation("T8"), condition(METASTASIS), panel("T8", matrix="lytic"), more)
    assert at(found, "T8").disease.nature.facts == ()


@pytest.mark.parametrize(
    "other", [condition("C78.7", None, "Liver metastases"), condition("128462008", None, "Metastatic disease")]
)
def test_a_condition_that_names_neither_spine_nor_bone_gives_none(other: dict[str, object]) -> None:
    assert read(NO_SITE, other, panel("T8", matrix="lytic")).evidence[0].disease.nature.facts == ()


def test_a_condition_of_another_region_gives_none() -> None:
    found = read(NO_SITE, condition("94389000"), panel("T8", matrix="lytic"))  # lumbar
    assert found.evidence[0].disease.nature.facts == ()


def test_if_the_order_names_the_only_level_the_lesion_is_there_and_the_evidence_says_so() -> None:
    found = read(ablation("T8"), condition(SPINE_METASTASIS), panel(None, matrix="lytic"))
    (evidence,) = found.evidence
    assert (named(evidence.place), evidence.scope, evidence.level_from_order) == ("T8", Scope.SPINE, True)
    assert [fact.value for fact in evidence.disease.nature.facts] == [Nature.METASTASIS]
    assert [fact.value for fact in evidence.lesion.matrix.facts] == ["lytic"]


def test_an_examination_at_the_ordered_level_does_not_change_that() -> None:
    deficit = finding("neurological-deficit", "root", "T8")
    (evidence,) = read(ablation("T8"), condition(SPINE_METASTASIS), deficit).evidence
    assert (evidence.scope, evidence.level_from_order) == (Scope.SPINE, True)


def test_bone_in_general_is_at_the_ordered_level_if_the_order_names_the_only_one() -> None:
    (evidence,) = read(ablation("T8"), condition(METASTASIS)).evidence
    assert (evidence.scope, evidence.level_from_order) == (Scope.SPINE, True)
    assert [fact.value for fact in evidence.disease.nature.facts] == [Nature.METASTASIS]


def test_bone_in_general_is_no_spinal_lesion_where_another_bone_is_documented() -> None:
    other = condition("C79.51", None, "Metastasis of the left femur")
    (evidence,) = read(ablation("T8"), condition(METASTASIS), other).evidence
    assert (evidence.scope, evidence.level_from_order, evidence.disease.nature.facts) == (Scope.NOT_FOUND, False, ())


# --- primaries --------------------------------------------------------------------------------------------------------


def primaries(*resources: dict[str, object], place: str = "T8") -> list[Primary]:
    return [fact.value for fact in at(read(NO_SITE, *resources), place).disease.primary.facts]


@pytest.mark.parametrize(
    ("primary", "expected"),
    [
        (condition("C73"), Primary.THYROID),
        (condition("Z85.850"), Primary.THYROID),
        (condition("C64.9"), Primary.KIDNEY),
        (condition("C18.9", None, "Colon cancer"), Primary.OTHER),
        (condition("", None, "Mammakarzinom"), Primary.BREAST),
        (condition("", None, "Cancer de la prostate"), Primary.PROSTATE),
    ],
)
def test_a_primary_tumour_itself_is_the_patients_and_counts_for_every_metastasis(
    primary: dict[str, object], expected: Primary
) -> None:
    metastases = (condition(METASTASIS, "T8"), condition(METASTASIS, "L3"))
    assert primaries(primary, *metastases) == [expected]
    assert primaries(primary, *metastases, place="L3") == [expected]


@pytest.mark.parametrize(
    "other",
    [
        condition("Z80.3", None, "Family history of breast cancer"),
        condition("Z12.31", None, "Screening for breast cancer"),
        condition("C78.00", None, "Secondary malignant neoplasm of lung"),
        condition("", None, "Lung metastases"),
        condition("", None, "Cancer-related fatigue"),
        condition("I10", None, "Malignant hypertension"),
    ],
)
def test_what_is_no_primary_is_none(other: dict[str, object]) -> None:
    assert primaries(other, condition(METASTASIS, "T8")) == []


def test_a_metastasis_code_that_names_its_primary_wins() -> None:
    assert primaries(condition("C50.919"), condition("315007008", "T8")) == [Primary.THYROID]


def test_a_link_that_names_its_primary_wins() -> None:
    breast, kidney = condition("C50.919"), condition("C64.9")
    url = "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-related-primary-cancer-condition"
    link = {"url": url, "valueReference": {"reference": f"Condition/{kidney['id']}"}}
    assert primaries(breast, kidney, condition(METASTASIS, "T8", extension=[link])) == [Primary.KIDNEY]


def test_words_that_name_its_primary_win() -> None:
    text = "Bone metastasis of renal cell carcinoma"
    assert primaries(condition("C50.919"), condition(METASTASIS, "T8", text)) == [Primary.KIDNEY]


def test_several_primaries_without_one_are_facts_that_disagree() -> None:
    assert set(primaries(condition("C50.919"), condition("C73"), condition(METASTASIS, "T8"))) == {
        Primary.BREAST,
        Primary.THYROID,
    }


def test_a_primary_with_bone_metastases_in_its_words_is_both() -> None:
    both = condition("C50.919", None, "Breast cancer with bone metastases")
    evidence = read(NO_SITE, both, panel("T8", matrix="lytic")).evidence[0]
    assert [fact.value for fact in evidence.disease.nature.facts] == [Nature.METASTASIS]
    assert [fact.value for fact in evidence.disease.primary.facts] == [Primary.BREAST]
    metastatic = condition("C50.919", None, "Metastatic breast cancer")
    assert read(NO_SITE, metastatic, panel("T8", matrix="lytic")).evidence[0].disease.nature.facts == ()


def test_the_stage_of_a_primary_is_no_level() -> None:
    assert places(read(NO_SITE, condition("C50.919", None, "Breast cancer T2"), condition(METASTASIS, "T8"))) == ["T8"]


def test_a_suspected_primary_settles_nothing() -> None:
    evidence = read(NO_SITE, condition("", None, "Suspected lung cancer"), condition(METASTASIS, "T8")).evidence[0]
    assert [fact.standing for fact in evidence.disease.primary.facts] == [Standing.TENTATIVE]


def test_a_benign_tumour_has_no_primary() -> None:
    assert primaries(condition("C73"), condition("D16.6", "T8", "Osteoid osteoma")) == []


# --- which lesion an order means --------------------------------------------------------------------------------------


def test_several_selected_orders_mean_the_union_of_their_lesions() -> None:
    both = selected(ablation("T8"), ablation("L3"))
    found = read(both, condition(METASTASIS, "T8"), condition(METASTASIS, "L3"), condition(METASTASIS, "L5"))
    assert ordered(found) == ["T8", "L3"]
    assert [each.planned[0].reference for each in found.evidence if each.ordered] == [
        o.planned.reference for o in both.orders
    ]
    assert {each.ordered_lesions for each in found.evidence} == {2}


def test_a_region_means_the_lesions_in_it() -> None:
    found = read(
        ablation("122495006"), condition(METASTASIS, "T8"), condition(METASTASIS, "T4"), condition(METASTASIS, "L3")
    )
    assert ordered(found) == ["T4", "T8"]


def test_no_site_means_every_documented_spinal_lesion() -> None:
    found = read(NO_SITE, condition(METASTASIS, "T8"), condition("D18.09", "L3", "Haemangioma"))
    assert ordered(found) == ["T8", "L3"]


def test_an_ordered_level_at_which_nothing_is_documented_while_another_is_is_asked_about_and_names_the_other() -> None:
    found = read(ablation("L3"), condition(METASTASIS, "T8"))
    assert ordered(found) == ["L3"]
    missing = at(found, "L3")
    assert missing.scope is Scope.NOT_FOUND
    assert [(each.kind, each.said, each.documented) for each in missing.mismatches] == [
        (MismatchKind.LEVEL, "L3", "T8")
    ]
    assert missing.documented_levels == ("T8",)


def test_nothing_documented_anywhere_is_asked_for_the_ordered_level() -> None:
    (evidence,) = read(ablation("L3")).evidence
    assert (named(evidence.place), evidence.scope, evidence.ordered, evidence.mismatches) == (
        "L3",
        Scope.NOT_FOUND,
        True,
        (),
    )


def test_a_bone_tumour_without_a_site_is_asked_about() -> None:
    (evidence,) = read(NO_SITE, condition(METASTASIS)).evidence
    assert (evidence.place, evidence.scope, evidence.ordered) == (None, Scope.NOT_FOUND, True)


def test_no_spinal_site_ordered_and_a_full_record_without_a_lesion_is_out_of_scope() -> None:
    found = read(NO_SITE, condition("I10", None, "Hypertension"), condition("C50.919"))
    assert found.out_of_scope
    assert found.evidence == ()


@pytest.mark.parametrize("key", ["conditions", "findings", "procedures"])
def test_a_record_that_was_not_read_in_full_is_never_out_of_scope(key: str) -> None:
    found = read(NO_SITE, lost=(key,))
    assert not found.out_of_scope
    assert [each.scope for each in found.evidence] == [Scope.NOT_FOUND]


def test_a_spine_procedure_without_a_level_is_asked_about() -> None:
    assert not read(order("vertebroplasty")).out_of_scope


def test_a_tumour_of_the_cord_at_the_ordered_level_is_outside() -> None:
    (evidence,) = read(ablation("T8"), condition("D32.1", "T8", "Spinal meningioma")).evidence
    assert evidence.scope is Scope.OUTSIDE


def test_worn_vertebrae_are_no_lesions_beside_a_tumour() -> None:
    worn = condition("M47.816", "L4-L5", "Degenerative spondylosis L4-L5")
    found = read(ablation("L4"), condition(METASTASIS, "L4"), worn)
    assert places(found) == ["L4"]
    assert [fact.value for fact in found.evidence[0].disease.nature.facts if fact.value is not Nature.METASTASIS] == []


def test_a_schmorl_node_alone_is_a_benign_lesion_without_indication() -> None:
    (evidence,) = read(ablation("L4"), condition("M51.46", "L4", "Schmorl node")).evidence
    assert [fact.value for fact in evidence.disease.nature.facts] == [Nature.BENIGN_NOT_INDICATED]


def test_lesions_are_sorted_from_c1_to_coccyx_then_by_side() -> None:
    levels = ["coccyx", "L3", "T8 right", "T8 left", "C2", "S1-S3"]
    found = read(NO_SITE, *(condition(METASTASIS, level) for level in levels))
    assert places(found) == ["C2", "T8 left", "T8 right", "L3", "S1-S3", "coccyx"]


# --- imaging and opioids ----------------------------------------------------------------------------------------------


def test_imaging_of_the_spine_counts_only_where_a_spinal_tumour_is_documented() -> None:
    mr = order("", None, (LOINC, "36067-7"))
    assert read(mr, condition("I10")).out_of_scope
    assert ordered(read(mr, condition(METASTASIS, "T8"))) == ["T8"]
    assert not read(mr, lost=("conditions",)).out_of_scope


def test_imaging_of_a_region_without_a_lesion_means_none() -> None:
    found = read(order("MRI cervical spine"), condition(METASTASIS, "T8"))
    assert ordered(found) == []
    assert places(found) == ["T8"]


def test_a_strong_opioid_counts_only_where_a_painful_spinal_tumour_is_documented() -> None:
    pain = finding("72514-3", 7)
    painless = finding("72514-3", 0)
    morphine = drug("morphine")
    assert ordered(read(morphine, condition(METASTASIS, "T8"), pain)) == ["T8"]
    assert read(morphine, condition(METASTASIS, "T8"), painless).out_of_scope
    assert read(morphine, pain).out_of_scope


# --- emergencies ------------------------------------------------------------------------------------------------------


def test_a_lesion_that_was_not_ordered_is_there_for_an_emergency() -> None:
    found = read(ablation("L3"), condition(METASTASIS, "L3"), condition(METASTASIS, "T5"), finding("escc", "3", "T5"))
    assert places(found) == ["T5", "L3"]
    assert ordered(found) == ["L3"]


def test_an_emergency_without_a_level_stands_for_itself_when_several_lesions_exist() -> None:
    found = read(
        ablation("L3"),
        condition(METASTASIS, "L3"),
        condition(METASTASIS, "T5"),
        finding("neurological-deficit", "motor"),
    )
    assert places(found) == ["T5", "L3", "-"]
    alarm = found.evidence[-1]
    assert not alarm.ordered
    assert [fact.value for fact in alarm.symptoms.deficit.facts] == [Deficit.MOTOR]
    assert all(not each.symptoms.deficit.facts for each in found.evidence[:-1])


@pytest.mark.parametrize("quiet", [finding("neurological-deficit", "none"), finding("escc", "1b")])
def test_without_an_alarm_nothing_stands_without_a_level(quiet: dict[str, object]) -> None:
    assert places(read(NO_SITE, condition(METASTASIS, "L3"), condition(METASTASIS, "T5"), quiet)) == ["T5", "L3"]


def test_an_emergency_without_a_level_is_the_only_lesions() -> None:
    found = read(
        ablation("L3"), condition(METASTASIS, "L3"), condition("G83.4"), finding("neurological-deficit", "motor")
    )
    (evidence,) = found.evidence
    assert evidence.symptoms.cord_sign.facts
    assert evidence.symptoms.deficit.facts


def test_an_emergency_is_there_where_imaging_means_no_lesion() -> None:
    found = read(order("MRI cervical spine"), condition("94389000"), finding("neurological-deficit", "motor"))
    assert places(found) == ["-"]
    assert ordered(found) == []


def test_a_deficit_at_a_level_without_a_lesion_keeps_its_level() -> None:
    found = read(ablation("L3"), condition(METASTASIS, "L3"), finding("neurological-deficit", "motor", "T5"))
    assert places(found) == ["T5", "L3"]
    assert ordered(found) == ["L3"]


def test_the_evidence_is_of_the_moment_asked_for() -> None:
    assert read(ablation("L3")).evidence[0].as_of == NOW


@pytest.mark.parametrize(
    "odd", [None, 1, -3.5, "", [], {}, [None], {"coding": "a"}, {"coding": [{"code": 5}]}, [{"text": 3}]]
)
@pytest.mark.parametrize(
    "member", ["id", "status", "code", "bodySite", "component", "focus", "note", "method", "effectiveDateTime"]
)
def test_odd_data_is_read_as_not_there_and_never_an_error(member: str, odd: object) -> None:
    resources = (panel("T8", matrix="lytic"), condition(METASTASIS, "T8"), procedure("Biopsy", "T8"), report())
    found = read(ablation("T8"), *({**each, member: odd} for each in resources))
    assert places(found) == ["T8"]
    assert not found.out_of_scope


# --- numbers that are no vertebrae ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "other",
    [
        condition("C78.7", None, "Metastasis of liver segment S4"),
        condition("C78.7", "Liver S4"),
        condition("C78.7", None, "Liver, segment S4"),
        condition(
            "C78.7", None, bodySite=[{"coding": [{"system": SNOMED, "code": "10200004"}], "text": "Liver, segment S4"}]
        ),
        condition("", None, "Lebermetastasen S2, S4"),
        condition("", None, "Métastase hépatique segment S4"),
        condition("C78.01", None, "Lung metastasis S3 right upper lobe"),
        condition("C77.0", None, "Lymph node metastasis level L4"),
        condition("C79.51", None, "Rib metastasis T6 level"),
        condition("C79.51", "Rib T6"),
        condition("", None, "Rippenmetastase T6"),
        condition("", None, "Lesion of S1 nerve root"),
        condition("", None, "Skin lesion at T4 dermatome"),
    ],
)
def test_numbers_of_segments_nodes_ribs_and_roots_are_no_levels(other: Json) -> None:
    assert places(read(ablation("T8"), condition("C79.51", "T8"), other)) == ["T8"]


@pytest.mark.parametrize(
    ("other", "level"),
    [
        (condition("C79.51", None, "Metastasis of lung cancer, T6"), "T6"),
        (condition("C79.51", None, "Liver cancer metastasis S1"), "S1"),
        (condition("C79.51", None, "Hepatic metastasis and metastasis of vertebra T6"), "T6"),
        (condition("C78.7", None, "Metastases of liver and vertebra T6"), "T6"),
        (condition("C79.51", None, "Metastasis at level T6"), "T6"),
        (condition("C79.51", None, "Bone metastases, ribs and T6"), "T6"),
        (condition("", None, "Metastasis T6 of renal cell carcinoma"), "T6"),
    ],
)
def test_a_vertebra_beside_an_organ_is_one_all_the_same(other: Json, level: str) -> None:
    assert set(places(read(ablation("T8"), condition("C79.51", "T8"), other))) == {"T8", level}


def test_a_focus_on_a_condition_that_is_no_tumour_places_the_finding_all_the_same() -> None:
    back = condition("M54.50", "L3", "Back pain")
    motor = finding("neurological-deficit", "motor", focus=[{"reference": f"Condition/{back['id']}"}])
    found = read(ablation("T8"), condition("C79.51", "T8"), back, motor)
    assert [each.value for each in at(found, "L3").symptoms.deficit.facts] == [Deficit.MOTOR]


def test_an_epidural_grade_without_a_level_beside_several_lesions_is_not_used_and_this_is_said() -> None:
    grade = finding("escc", "1a")
    found = read(ablation("T8"), condition("C79.51", "T8"), condition("C79.51", "L3"), grade)
    assert [note.resource for note in found.notes if "not used" in note.problem] == [f"Observation/{grade['id']}"]
    severe = read(ablation("T8"), condition("C79.51", "T8"), condition("C79.51", "L3"), finding("escc", "3"))
    assert places(severe)[-1] == "-"
    assert severe.notes == ()
