"""What a lesion is (F-07) and where it comes from (F-08): codes, morphology, words, statuses, through `read_evidence`."""

import pytest

from fhir_profiles import examples
from fhir_profiles.chart import Chart
from fhir_profiles.codes import ICDO3
from fhir_profiles.queries import QUERIES, belongs
from fhir_profiles.reading import planned_procedures, read_evidence
from plugin.answer import Kind, Standing
from plugin.evidence import Disease, Nature, Primary, Scope
from tests.fhir_profiles.reading.ordering import EVERYTHING, NOW, ablation, at, condition, finding, named, panel, read

MORPHOLOGY = "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-histology-morphology-behavior"


def disease(*resources: dict[str, object]) -> Disease:
    return at(read(ablation("T8"), panel("T8", matrix="lytic"), *resources), "T8").disease


def natures(*resources: dict[str, object]) -> list[Nature]:
    return [fact.value for fact in disease(*resources).nature.facts]


@pytest.mark.parametrize(
    ("code", "text", "nature"),
    [
        ("C79.51", "", Nature.METASTASIS),
        ("C79.52", "", Nature.METASTASIS),
        ("C7B.03", "", Nature.METASTASIS),
        ("94274006", "", Nature.METASTASIS),
        ("315004001", "", Nature.METASTASIS),
        ("", "Spinal metastasis", Nature.METASTASIS),
        ("", "Wirbelkörpermetastase", Nature.METASTASIS),
        ("", "Métastase osseuse", Nature.METASTASIS),
        ("C41.2", "", Nature.PRIMARY_MALIGNANT),
        ("C41.4", "", Nature.PRIMARY_MALIGNANT),
        ("830196006", "", Nature.PRIMARY_MALIGNANT),
        ("", "Chordom", Nature.PRIMARY_MALIGNANT),
        ("C90.30", "", Nature.PLASMACYTOMA),
        ("C90.00", "", Nature.PLASMACYTOMA),
        ("426336007", "", Nature.PLASMACYTOMA),
        ("", "Solitäres Plasmozytom", Nature.PLASMACYTOMA),
        ("302859004", "", Nature.OSTEOID_OSTEOMA),
        ("D16.6", "Osteoid osteoma", Nature.OSTEOID_OSTEOMA),
        ("D16.6", "Ostéome ostéoïde", Nature.OSTEOID_OSTEOMA),
        ("D16.6", "Osteoblastoma", Nature.OSTEOBLASTOMA),
        ("D16.6", "Giant cell tumour", Nature.BENIGN_TREATABLE),
        ("203468000", "", Nature.BENIGN_TREATABLE),
        ("D16.6", "", Nature.BENIGN_UNSPECIFIED),
        ("D16.8", "", Nature.BENIGN_UNSPECIFIED),
        ("D18.09", "Haemangioma", Nature.BENIGN_NOT_INDICATED),
        ("D16.6", "Hemangioma", Nature.BENIGN_NOT_INDICATED),
        ("M46.24", "", Nature.INFECTION),
        ("444760002", "", Nature.INFECTION),
        ("", "Spondylodiszitis", Nature.INFECTION),
        ("M80.08XA", "", Nature.OSTEOPOROTIC),
        ("M80.88XA", "", Nature.OSTEOPOROTIC),
    ],
)
def test_the_nature_is_read_from_codes_and_words(code: str, text: str, nature: Nature) -> None:
    assert natures(condition(code, "T8", text)) == [nature]


@pytest.mark.parametrize(
    ("morphology", "nature"),
    [("9191/0", Nature.OSTEOID_OSTEOMA), ("9200/0", Nature.OSTEOBLASTOMA), ("9370/3", Nature.PRIMARY_MALIGNANT)],
)
def test_the_nature_is_read_from_the_morphology_extension(morphology: str, nature: Nature) -> None:
    extension = {"url": MORPHOLOGY, "valueCodeableConcept": {"coding": [{"system": ICDO3, "code": morphology}]}}
    found = natures(condition("D16.6", "T8", extension=[extension]))
    assert nature in found
    assert (Nature.BENIGN_UNSPECIFIED in found) is (nature is Nature.PRIMARY_MALIGNANT)  # CR-07


@pytest.mark.parametrize(
    "other",
    [
        condition("D18.09", None, "Haemangioma of the liver"),
        condition("D18.09"),
        condition("M84.58XA", "T8"),
        condition("M48.54XA", "T8", "Collapsed vertebra"),
        condition("126552007", "T8"),
        condition("C72.0", "T8"),
        condition("C90.20", "T8"),
        condition("", "T8", "No evidence of metastasis"),
        condition("C79.51", "L3"),
    ],
)
def test_what_names_no_nature_of_this_lesion_gives_none(other: dict[str, object]) -> None:
    assert natures(other) == []


def test_a_nature_may_be_a_finding_too() -> None:
    (fact,) = disease(finding("nature", "osteoblastoma", "T8")).nature.facts
    assert (fact.value, fact.kind) == (Nature.OSTEOBLASTOMA, Kind.FINDING)


def test_benign_without_a_name_does_not_contradict_a_named_benign_tumour() -> None:
    assert natures(condition("D16.6", "T8"), finding("nature", "osteoid-osteoma", "T8")) == [Nature.OSTEOID_OSTEOMA]


def test_tumour_and_infection_at_one_level_are_no_contradiction_of_nature() -> None:
    assert natures(condition("C79.51", "T8"), condition("M46.24", "T8")) == [Nature.METASTASIS]


def test_metastasis_and_osteoporotic_fracture_at_one_level_contradict_each_other() -> None:
    assert set(natures(condition("C79.51", "T8"), condition("M80.08XA", "T8"))) == {
        Nature.METASTASIS,
        Nature.OSTEOPOROTIC,
    }


def test_malignant_without_primary_or_secondary_settles_nothing_but_contradicts_benign() -> None:
    (alone,) = disease(condition("363438000", "T8")).nature.facts
    assert (alone.value, alone.standing) == (Nature.PRIMARY_MALIGNANT, Standing.TENTATIVE)
    beside = disease(condition("363438000", "T8"), condition("302859004", "T8")).nature.facts
    assert {(fact.value, fact.standing) for fact in beside} == {
        (Nature.OSTEOID_OSTEOMA, Standing.FIRM),
        (Nature.PRIMARY_MALIGNANT, Standing.FIRM),
    }
    assert natures(condition("363438000", "T8"), condition("C79.51", "T8")) == [Nature.METASTASIS]


@pytest.mark.parametrize(
    ("more", "standing"),
    [
        ({}, Standing.FIRM),
        ({"verificationStatus": {"coding": [{"code": "confirmed"}]}}, Standing.FIRM),
        ({"verificationStatus": {"coding": [{"code": "unconfirmed"}]}}, Standing.TENTATIVE),
        ({"verificationStatus": {"coding": [{"code": "provisional"}]}}, Standing.TENTATIVE),
        ({"verificationStatus": {"coding": [{"code": "differential"}]}}, Standing.TENTATIVE),
        ({"verificationStatus": {"coding": [{"code": "refuted"}]}}, None),
        ({"verificationStatus": {"coding": [{"code": "entered-in-error"}]}}, None),
        ({"clinicalStatus": {"coding": [{"code": "inactive"}]}}, None),
        ({"clinicalStatus": {"coding": [{"code": "resolved"}]}}, None),
    ],
)
def test_the_statuses_of_a_condition_decide_how_it_counts(more: dict[str, object], standing: Standing | None) -> None:
    found = disease(condition("C79.51", "T8") | more).nature.facts
    assert [fact.standing for fact in found] == ([standing] if standing else [])


def test_a_suspected_metastasis_in_words_settles_nothing() -> None:
    (fact,) = disease(condition("", "T8", "Suspected metastasis")).nature.facts
    assert fact.standing is Standing.TENTATIVE


def test_a_condition_is_dated_by_its_record_or_its_onset() -> None:
    (fact,) = disease(condition("C79.51", "T8", recordedDate=None, onsetDateTime="2026-10-01")).nature.facts
    assert fact.on is not None
    assert fact.on.date().isoformat() == "2026-10-01"


def test_a_secondary_without_a_primary_has_none() -> None:
    found = disease(condition("C79.51", "T8"))
    assert [fact.value for fact in found.nature.facts] == [Nature.METASTASIS]
    assert found.primary.facts == ()


@pytest.mark.parametrize(
    "given",
    [
        {"valueCodeableConcept": {"coding": [{"system": ICDO3, "code": "8312/3"}]}},
        {"valueCodeableConcept": {"coding": [{"system": "http://snomed.info/sct", "code": "702391001"}]}},
        {"valueString": "Metastasis of clear cell renal cell carcinoma"},
    ],
)
def test_the_histology_of_this_lesion_proves_a_primary(given: dict[str, object]) -> None:
    found = disease(condition("C79.51", "T8"), finding("31206-6", given, "T8"))
    assert [fact.value for fact in found.histology_primary.facts] == [Primary.KIDNEY]
    assert found.histology.facts


def test_the_histology_of_the_primary_is_not_the_lesions() -> None:
    kidney = condition("C64.9", "Kidney")
    histology = finding(
        "31206-6", {"valueString": "renal cell carcinoma"}, focus=[{"reference": f"Condition/{kidney['id']}"}]
    )
    assert disease(condition("C79.51", "T8"), kidney, histology).histology.facts == ()


# --- the sample patients ----------------------------------------------------------------------------------------------

EXPECTED = {
    "V-01": ("T8 left pedicle", [Nature.OSTEOID_OSTEOMA], []),
    "V-02": ("T12 left lamina", [Nature.OSTEOID_OSTEOMA], []),
    "V-03": ("L4 right facet", [Nature.OSTEOID_OSTEOMA], []),
    "V-04": ("L5 left transverse-process", [Nature.OSTEOBLASTOMA], []),
    "V-05": ("T10 body", [Nature.METASTASIS], [Primary.KIDNEY]),
    "V-06": ("T4", [Nature.METASTASIS], [Primary.LUNG]),
    "V-07": ("L3 body", [Nature.METASTASIS], [Primary.BREAST]),
    "V-08": ("T9", [Nature.PLASMACYTOMA], []),
    "V-09": ("S1-S3", [Nature.METASTASIS], [Primary.THYROID]),
    "V-10": ("T7", [Nature.METASTASIS], [Primary.PROSTATE]),
    "V-11": ("L2", [Nature.METASTASIS], [Primary.KIDNEY]),
    "V-12": ("L1 body", [Nature.METASTASIS], [Primary.BREAST]),
    "V-13": ("T6", [Nature.METASTASIS], [Primary.LUNG]),
    "V-14": ("L4 body", [Nature.METASTASIS], [Primary.OTHER]),
    "V-15": ("L2", [Nature.METASTASIS], [Primary.THYROID]),
    "V-16": ("S3", [Nature.PRIMARY_MALIGNANT], []),
    "V-17": ("T5", [Nature.METASTASIS], [Primary.BREAST]),
    "V-20": ("T9 body", [Nature.BENIGN_NOT_INDICATED], []),
    "V-21": ("L3", [Nature.METASTASIS], [Primary.BREAST]),
    "V-22": ("L1", [Nature.METASTASIS], [Primary.PROSTATE]),
    "V-23": ("T10", [Nature.METASTASIS], [Primary.BREAST]),
    "V-24": ("L5", [Nature.METASTASIS], [Primary.OTHER]),
}


@pytest.mark.parametrize("name", examples.names())
def test_each_sample_patient_has_its_one_lesion_or_none_of_ours(name: str) -> None:
    patient = examples.load(name, NOW)
    drafts = [entry["resource"] for entry in patient["hook"]["draftOrders"]["entry"]]
    meant = planned_procedures(drafts, patient["hook"]["selections"], EVERYTHING, {})
    assert meant.any is (name in EXPECTED)
    if not meant.any:
        return
    record = [entry["resource"] for entry in patient["bundle"]["entry"]]
    by_key = {query.key: tuple(each for each in record if belongs(query.key, each)) for query in QUERIES}
    addresses = {f"{each['resourceType']}/{each['id']}": each for each in record}
    found = read_evidence(Chart(patient_id=name, resources=by_key, addresses=addresses), meant, NOW)
    (evidence,) = found.evidence
    place, expected_natures, expected_primaries = EXPECTED[name]
    assert (named(evidence.place), evidence.scope, evidence.mismatches, found.notes) == (place, Scope.SPINE, (), ())
    assert sorted({fact.value for fact in evidence.disease.nature.facts}) == expected_natures
    assert sorted({fact.value for fact in evidence.disease.primary.facts}) == expected_primaries
