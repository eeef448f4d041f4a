"""The one list of contract 3, written down a second time here, and what may stand in a template (wire 2.6)."""

import re

import pytest

from fhir_profiles.queries import PARTS, QUERIES, QUERY_BY_KEY, belongs, fhir_query, prefetch_templates

PATIENT = "{{context.patientId}}"
FINDING = "https://spinal-tumour-cds.example/fhir/CodeSystem/spinal-lesion-finding"
FINDING_CODES = (
    "spinal-lesion-assessment nature matrix escc canal-extension debulking-need posterior-wall soft-tissue-extension"
    " consolidation-need collapse sins sins-location sins-pain sins-lesion sins-alignment sins-collapse"
    " sins-posterolateral size-reduction-need size lesion-count distance-to-neural-structure distance-to-viscus"
    " metal-near-level previous-radiotherapy intra-articular pain-character neurological-deficit planned-probes"
    " planned-positionings"
)
FINDING_LOINC = "38214-3 72514-3 38208-5 21889-1 33728-7 31206-6 89247-1 89243-0 82810-3"
LAB_LOINC = (
    "6301-6 34714-6 38875-1 46418-0 777-3 26515-7 778-1 718-7 2160-0 98979-8 98980-6 62238-1 69405-9 50210-4"
    " 2106-3 2118-8 2110-5 2112-1 8310-5"
)


def joined(*listed: tuple[str, str]) -> str:
    return ",".join(f"{system}|{code}" for system, codes in listed for code in codes.split())


TEMPLATES = {
    "patient": f"Patient/{PATIENT}",
    "conditions": f"Condition?patient={PATIENT}",
    "findings": f"Observation?patient={PATIENT}&code="
    + joined((FINDING, FINDING_CODES), ("http://loinc.org", FINDING_LOINC)),
    "labs": f"Observation?patient={PATIENT}&code="
    + joined(("http://loinc.org", LAB_LOINC))
    + "&_sort=-date&_count=100",
    "reports": f"DiagnosticReport?patient={PATIENT}&_sort=-date&_count=50",
    "imaging": f"ImagingStudy?patient={PATIENT}&_sort=-started&_count=50",
    "procedures": f"Procedure?patient={PATIENT}",
    "devices": f"Device?patient={PATIENT}",
    "medications": f"MedicationRequest?patient={PATIENT}&status=active,on-hold",
    "statements": f"MedicationStatement?patient={PATIENT}&status=active,on-hold,intended",
    "allergies": f"AllergyIntolerance?patient={PATIENT}",
    "consents": f"Consent?patient={PATIENT}",
}


def test_the_twelve_queries_are_those_of_the_contract_in_its_order() -> None:
    assert {query.key: query.template for query in QUERIES} == TEMPLATES
    assert [query.key for query in QUERIES] == list(TEMPLATES)


def test_only_patient_and_conditions_are_required() -> None:
    assert [query.key for query in QUERIES if query.required] == ["patient", "conditions"]


def test_every_part_of_the_evidence_is_fed_by_a_query() -> None:
    assert frozenset().union(*(query.reads_into for query in QUERIES)) == PARTS


@pytest.mark.parametrize("key", TEMPLATES)
def test_t1_t2_t3_t4_t6_t7_the_only_token_is_the_patient_id(key: str) -> None:
    assert re.findall(r"\{\{(.*?)\}\}", TEMPLATES[key]) == ["context.patientId"]


@pytest.mark.parametrize("key", TEMPLATES)
def test_t5_t8_t9_t10_templates_stay_inside_the_query_subset(key: str) -> None:
    parameters = [each.split("=")[0] for each in TEMPLATES[key].partition("?")[2].split("&") if each]
    assert len(parameters) == len(set(parameters))
    assert set(parameters) <= {"patient", "code", "status", "_sort", "_count"}
    assert not any(sign in TEMPLATES[key] for sign in ("_include", "_has", ":desc", " "))


def test_discovery_offers_what_the_record_has_under_the_site_s_names() -> None:
    offered = prefetch_templates(frozenset({"consents", "devices"}), {"probleme": "conditions"})
    assert offered["probleme"] == TEMPLATES["conditions"]
    assert set(offered) == {*TEMPLATES, "probleme"} - {"consents", "devices", "conditions"}


def test_a_read_of_our_own_is_the_same_query_with_the_id_quoted() -> None:
    assert fhir_query(QUERY_BY_KEY["patient"], "a-1.b") == "Patient/a-1.b"
    assert fhir_query(QUERY_BY_KEY["devices"], "a/b?c&d") == "Device?patient=a%2Fb%3Fc%26d"
    assert "{{" not in "".join(fhir_query(query, "17") for query in QUERIES)


@pytest.mark.parametrize("patient_id", ["", ".", ".."])
def test_an_id_that_would_name_another_path_is_refused(patient_id: str) -> None:
    with pytest.raises(ValueError, match="not a patient id"):
        fhir_query(QUERY_BY_KEY["patient"], patient_id)


def observation(system: object, code: object) -> dict[str, object]:
    return {"resourceType": "Observation", "code": {"coding": [{"system": system, "code": code}]}}


@pytest.mark.parametrize(
    ("key", "resource", "answer"),
    [
        ("findings", observation(FINDING, "matrix"), True),
        ("findings", observation("http://loinc.org", "72514-3"), True),
        ("findings", observation("http://loinc.org", "6301-6"), False),
        ("findings", observation("http://example.org", "matrix"), False),
        ("findings", {"resourceType": "Observation", "code": {"text": "matrix"}}, False),
        ("findings", {"resourceType": "Observation", "code": [1]}, False),
        ("findings", observation([FINDING], {"a": 1}), False),
        ("labs", observation("http://loinc.org", "6301-6"), True),
        ("labs", observation("http://loinc.org", "82810-3"), False),
        ("labs", {"resourceType": "Condition"}, False),
        ("conditions", {"resourceType": "Condition"}, True),
        ("medications", {"resourceType": "MedicationRequest", "status": "on-hold"}, True),
        ("medications", {"resourceType": "MedicationRequest", "status": "stopped"}, False),
        ("medications", {"resourceType": "MedicationRequest", "status": "intended"}, False),
        ("medications", {"resourceType": "MedicationRequest"}, True),
        ("medications", {"resourceType": "MedicationRequest", "status": 7}, True),
        ("statements", {"resourceType": "MedicationStatement", "status": "intended"}, True),
        ("statements", {"resourceType": "MedicationStatement", "status": "not-taken"}, False),
        ("statements", {}, False),
    ],
)
def test_fa9_what_was_asked_for_is_applied_again(key: str, resource: dict[str, object], answer: object) -> None:
    assert belongs(key, resource) is answer
