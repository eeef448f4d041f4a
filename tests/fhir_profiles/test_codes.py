"""The terminology is data of our own: every code is a possible one, stands in part E, and is in no two minds."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from itertools import combinations

import pytest

from fhir_profiles import codes
from fhir_profiles.codes import disorders, drugs, findings, observations, procedures, sites, systems, tumours
from fhir_profiles.codes.code import Code, CodeSet, Group
from plugin.evidence import LEVELS, DrugClass, ImplantedDevice, Nature, Part, Primary, Side

TOPICS = [import_module(f"{codes.__name__}.{found.name}") for found in pkgutil.iter_modules(codes.__path__)]


def code_sets() -> Iterator[CodeSet]:
    for topic in TOPICS:
        for value in vars(topic).values():
            if isinstance(value, CodeSet):
                yield value
            elif isinstance(value, dict):
                yield from (each for each in value.values() if isinstance(each, CodeSet))


@pytest.mark.parametrize(
    ("system", "code"),
    [
        (systems.SNOMED, "94602001"),
        (systems.LOINC, "72514-3"),
        (systems.ICD10CM, "M84.58XA"),
        (systems.ICD10PCS, "0P543ZZ"),
        (systems.ICDO3, "9191/0"),
        (systems.CPT, "20982"),
        (systems.RXNORM, "1191"),
        (systems.ATC, "B01AF02"),
        (systems.FINDING, "size-reduction-need"),
        (systems.ORDER_CONCEPT, "OS-03-RFA_MONO"),
    ],
)
def test_a_code_of_every_system_is_accepted(system: str, code: str) -> None:
    assert str(Code(system, code)) == f"{system}|{code}"


@pytest.mark.parametrize(
    ("system", "code"),
    [
        (systems.SNOMED, "447766008"),  # an invented "vertebral augmentation" (part E, warning)
        (systems.SNOMED, "94602010"),  # two digits swapped
        (systems.SNOMED, "012345"),
        (systems.LOINC, "72514-4"),
        (systems.LOINC, "725143"),
        (systems.ICD10CM, "C7951"),
        (systems.ICD10CM, "c79.51"),
        (systems.ICD10PCS, "0P543ZO"),
        (systems.ICDO3, "9191"),
        (systems.CPT, "2098"),
        (systems.RXNORM, "0191"),
        (systems.ATC, "B01A"),
        (systems.FINDING, "Size Reduction"),
        ("http://example.org/unknown", "1"),
    ],
)
def test_a_slip_of_the_pen_is_refused(system: str, code: str) -> None:
    with pytest.raises(ValueError, match="is not a code of"):
        Code(system, code)


@pytest.mark.parametrize(("system", "start"), [(systems.SNOMED, "9460"), (systems.ICD10CM, "C"), (systems.ATC, "B0")])
def test_only_systems_that_nest_have_groups(system: str, start: str) -> None:
    with pytest.raises(ValueError, match="is not a group of"):
        Group(system, start)


def test_membership_is_by_system_and_code() -> None:
    lung = tumours.PRIMARIES[Primary.LUNG]
    assert (systems.ICD10CM, "C34.91") in lung
    assert (systems.ICD10CM, "C34") in lung
    assert (systems.SNOMED, "C34.91") not in lung
    assert lung.has(systems.SNOMED, "363358000")
    assert not lung.has(systems.LOINC, "363358000")


@pytest.mark.parametrize(
    ("code_set", "count"),
    [
        # E.2 and E.6
        (tumours.METASTASIS_SPINE, 7),
        (tumours.METASTASIS_BONE, 3),
        (tumours.METASTASIS_MARROW, 2),
        (tumours.METASTASIS, 7 + 3 + 2 + 6),
        (tumours.CHORDOMA, 5 + 2),
        (tumours.PRIMARY_MALIGNANT_SPINE, 1 + 5 + 5 + 2),
        (tumours.PRIMARY_MALIGNANT_MORPHOLOGY, 6),
        (tumours.PLASMACYTOMA, 3 + 3 + 1),
        (tumours.MYELOMA, 3 + 2),
        (tumours.MALIGNANT_SPINE, 5),
        (tumours.UNCERTAIN_SPINE, 6),
        (tumours.UNCERTAIN_BONE, 3),
        (tumours.HAEMANGIOMA, 4),
        (tumours.OUTSIDE_BONE, 7),
        (disorders.FRACTURE_AT_TUMOUR, 6 + 1),
        (disorders.COLLAPSED_VERTEBRA, 9),
        (disorders.CORD_COMPRESSION, 3),
        (disorders.BACK_PAIN, 5),
        (disorders.BLEEDING_DISORDER, 14),
        (disorders.THROMBOPHILIA, 3),
        (disorders.PREGNANT, 4),
        # E.3, E.4, E.8
        (procedures.DESTRUCTION, 5 + 1),
        (procedures.AUGMENTATION, 6 + 4 + 3 + 9),
        (procedures.BIOPSY, 4 + 4),
        (observations.INR, 4),
        (observations.PLATELETS, 3),
        (observations.EGFR, 5),
        (observations.PREGNANCY_TEST, 4),
        (observations.CT_SPINE, 4 + 3),
        (observations.MR_SPINE, 5 + 4),
        (observations.REPORT_DOCUMENT, 5),
    ],
    ids=lambda value: value.name if isinstance(value, CodeSet) else str(value),
)
def test_a_set_is_as_large_as_its_row_of_part_e(code_set: CodeSet, count: int) -> None:
    assert len(set(code_set.codes)) == len(code_set.codes) == count


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *combinations(
            [
                tumours.METASTASIS,
                tumours.PRIMARY_MALIGNANT,
                tumours.PLASMA_CELL,
                tumours.MALIGNANT_SPINE,
                tumours.UNCERTAIN_SPINE,
                tumours.UNCERTAIN_BONE,
                tumours.OSTEOID_OSTEOMA,
                tumours.OSTEOBLASTOMA,
                tumours.HAEMANGIOMA,
                tumours.BENIGN_TREATABLE,
                tumours.BENIGN_UNSPECIFIED,
                tumours.QUESTION_ONLY_NATURE,
                tumours.EXTRAMEDULLARY_PLASMACYTOMA,
                disorders.SPINAL_INFECTION,
                disorders.OSTEOPOROTIC_FRACTURE,
            ],
            2,
        ),
        *combinations(tumours.PRIMARIES.values(), 2),
        *combinations(tumours.METASTASIS_FROM.values(), 2),
        (tumours.METASTASIS, tumours.OUTSIDE_BONE),
        (disorders.CORD_COMPRESSION, disorders.ALARM_ONLY_CORD_COMPRESSION),
        (disorders.BLEEDING_DISORDER, disorders.THROMBOPHILIA),
        (disorders.SPINAL_INFECTION, disorders.SYSTEMIC_INFECTION),
        (disorders.PREGNANT, disorders.NOT_PREGNANT),
        (disorders.METAL, disorders.METAL_REMOVED),
        (disorders.REFUSAL, disorders.DO_NOT_RESUSCITATE),
        (disorders.FRACTURE_AT_TUMOUR, disorders.OSTEOPOROTIC_FRACTURE),
        *combinations([procedures.RADIOFREQUENCY, procedures.CRYOABLATION, procedures.AUGMENTATION], 2),
        (procedures.INTERVENTIONS, procedures.CEMENT_OUTSIDE_SPINE),
        (procedures.INTERVENTIONS, procedures.CRYOABLATION_OUTSIDE_SPINE),
        (observations.CT_SPINE, observations.MR_SPINE),
    ],
    ids=lambda value: value.name,
)
def test_no_code_is_in_two_minds(one: CodeSet, other: CodeSet) -> None:
    assert not [code for code in one.codes if code.key in other]
    assert not [code for code in other.codes if code.key in one]


@pytest.mark.parametrize(
    ("system", "code"),
    [
        (systems.ICD10CM, "C79.31"),  # brain, sold elsewhere as vertebral column
        (systems.ICD10CM, "C79.49"),  # other nervous system
        (systems.LOINC, "24627-2"),  # CT of the chest
        (systems.SNOMED, "429616001"),
        (systems.RXNORM, "32968000"),
    ],
)
def test_known_false_friends_are_no_bone_metastasis_and_no_procedure_of_ours(system: str, code: str) -> None:
    allowed = {tumours.OUTSIDE_BONE.name}
    assert {each.name for each in code_sets() if (system, code) in each} <= allowed


def test_clopidogrel_is_clopidogrel() -> None:
    assert drugs.DRUG_BY_CODE[systems.RXNORM, "32968"].name == "clopidogrel"


def test_every_level_has_a_bone_or_a_body_and_no_other_name() -> None:
    assert {level for levels in sites.LEVELS_BY_CODE.values() for level in levels} == set(LEVELS)
    assert sites.LEVELS_BY_CODE[systems.SNOMED, "11068009"] == ("T8",)
    assert sites.LEVELS_BY_CODE[systems.SNOMED, "77435000"] == ("T8",)
    assert sites.LEVELS_BY_CODE[systems.SNOMED, "23215003"] == ("T12",)
    assert sites.LEVELS_BY_CODE[systems.SNOMED, "280849005"] == ("T12",)
    assert sites.LEVELS_BY_CODE[systems.SNOMED, "49668003"] == ("L5",)
    assert sites.LEVELS_BY_CODE[systems.SNOMED, "91116008"] == ("C3",)
    assert sites.LEVELS_BY_CODE[systems.SNOMED, "54735007"] == ("S1", "S2", "S3", "S4", "S5")
    assert len(sites.LEVELS_BY_CODE) == 24 + 22 + 5 + 2 + 1 + 1


def test_regions_cover_the_spine_and_every_region_that_a_code_names_is_known() -> None:
    named = {*sites.REGION_BY_CODE.values(), *tumours.REGION_OF_TUMOUR.values()}
    named |= {*observations.REGION_OF_IMAGING.values(), *procedures.REGION_OF_PROCEDURE.values()} - {"coccyx"}
    assert named <= set(sites.REGION_LEVELS)
    single = ("cervical", "thoracic", "lumbar", "sacrococcygeal")
    assert [level for region in single for level in sites.REGION_LEVELS[region]] == list(LEVELS)


def test_every_part_but_the_ala_and_every_side_has_a_code() -> None:
    assert {*Part} - set(sites.PART_BY_CODE.values()) == {Part.SACRAL_ALA}  # no verified code: by words
    assert set(sites.SIDE_BY_CODE.values()) == set(Side)


def test_every_spinal_tumour_code_names_its_region() -> None:
    spinal = (tumours.METASTASIS_SPINE, tumours.PRIMARY_MALIGNANT_SPINE, tumours.UNCERTAIN_SPINE)
    assert {code.key for each in spinal for code in each.codes} <= set(tumours.REGION_OF_TUMOUR)
    assert tumours.REGION_OF_TUMOUR[systems.SNOMED, "94527001"] == "sacrum"
    assert tumours.REGION_OF_TUMOUR[systems.SNOMED, "94602001"] == "spine"


def test_every_primary_is_found_and_bone_is_none() -> None:
    assert set(tumours.PRIMARIES) == set(Primary)
    assert (systems.ICD10CM, "C18.9") in tumours.PRIMARIES[Primary.OTHER]
    for code in ("C41.2", "C79.51", "C90.30", "C72.0", "C44.91"):
        assert (systems.ICD10CM, code) not in tumours.PRIMARIES[Primary.OTHER]


def test_every_code_for_our_procedures_says_its_region_or_names_none() -> None:
    without = {code.key for code in procedures.INTERVENTIONS.codes} - set(procedures.REGION_OF_PROCEDURE)
    assert without == {
        (systems.CPT, "20982"),
        (systems.CPT, "20983"),
        (systems.SNOMED, "879916008"),
        (systems.LOINC, "89930-2"),
        (systems.LOINC, "58747-7"),
    }


def test_findings_are_the_rows_of_the_contract_in_their_order() -> None:
    assert len(findings.FINDINGS) == 28
    assert findings.FINDING_CODES[0].code == "spinal-lesion-assessment"
    assert [finding.code for finding in findings.FINDINGS[:4]] == ["nature", "matrix", "escc", "canal-extension"]
    assert findings.FINDINGS[-1].code == "planned-positionings"
    assert set(findings.FINDING_BY_CODE["nature"].values) == {*Nature} - {Nature.BENIGN_UNSPECIFIED}
    assert findings.FINDING_BY_CODE["sins-alignment"].points == (0, 2, 4)


@pytest.mark.parametrize(
    ("code", "name", "drug_class"),
    [
        ((systems.RXNORM, "1364430"), "apixaban", DrugClass.ANTICOAGULANT),
        ((systems.ATC, "N02BA01"), "aspirin", DrugClass.ANTIPLATELET),
        ((systems.ATC, "B01AC06"), "aspirin", DrugClass.ANTIPLATELET),
        ((systems.SNOMED, "698805004"), "ticagrelor", DrugClass.ANTIPLATELET),
    ],
)
def test_a_drug_is_known_by_each_of_its_codes(code: tuple[str, str], name: str, drug_class: DrugClass) -> None:
    found = drugs.DRUG_BY_CODE[code]
    assert (found.name, found.drug_class) == (name, drug_class)


def test_no_drug_code_names_two_drugs_and_names_are_plain() -> None:
    listed = [code.key for drug in drugs.DRUGS for code in drug.codes]
    assert len(listed) == len(set(listed)) == len(drugs.DRUG_BY_CODE)
    stems = [stem for drug in drugs.DRUGS for stem in drug.stems]
    assert len(stems) == len(set(stems))
    assert all(stem.isascii() and stem.islower() for stem in stems)


def test_groups_catch_what_has_no_name_of_its_own() -> None:
    assert (systems.ATC, "B01AX99") in drugs.ANTITHROMBOTIC_GROUP
    assert (systems.ATC, "N02AA01") in drugs.OPIOID_GROUP
    assert (systems.ATC, "N02BA01") not in drugs.ANTITHROMBOTIC_GROUP  # aspirin is added by hand (S-27)
    assert (systems.ICD10CM, "M46.26") in disorders.SPINAL_INFECTION


def test_devices_and_long_term_drugs() -> None:
    assert (systems.ICD10CM, "Z95.810") in disorders.IMPLANTED[ImplantedDevice.DEFIBRILLATOR]
    assert (systems.SNOMED, "441509002") in disorders.IMPLANTED[ImplantedDevice.PACEMAKER]
    assert disorders.LONG_TERM_DRUG[systems.ICD10CM, "Z79.01"] is DrugClass.ANTICOAGULANT
    assert disorders.ASA_CLASS[systems.SNOMED, "413499007"] == 5
