"""Which coding systems do we read, and under which addresses? Part E.1, and our own canonical base (contract 1).

What may not live here: codes. An address stands here once and nowhere else.
"""

from typing import Final

SNOMED: Final = "http://snomed.info/sct"
LOINC: Final = "http://loinc.org"
ICD10CM: Final = "http://hl7.org/fhir/sid/icd-10-cm"
ICD10PCS: Final = "http://www.cms.gov/Medicare/Coding/ICD10"
ICDO3: Final = "http://terminology.hl7.org/CodeSystem/icd-o-3"
CPT: Final = "http://www.ama-assn.org/go/cpt"
RXNORM: Final = "http://www.nlm.nih.gov/research/umls/rxnorm"
ATC: Final = "http://www.whocc.no/atc"
"""Unverified (E.1): what it finds may raise a hold, never lift one."""
DICOM: Final = "http://dicom.nema.org/resources/ontology/DCM"
UCUM: Final = "http://unitsofmeasure.org"

BASE: Final = "https://spinal-tumour-cds.example/fhir"
FINDING: Final = f"{BASE}/CodeSystem/spinal-lesion-finding"
VALUE: Final = f"{BASE}/CodeSystem/spinal-lesion-value"
ORDER_CONCEPT: Final = f"{BASE}/CodeSystem/order-concept"
CARD_TOPIC: Final = f"{BASE}/CodeSystem/card-topic"
OVERRIDE_REASON: Final = f"{BASE}/CodeSystem/override-reason"

OURS: Final = frozenset({FINDING, VALUE, ORDER_CONCEPT, CARD_TOPIC, OVERRIDE_REASON})

_MCODE: Final = "http://hl7.org/fhir/us/mcode/StructureDefinition"
MCODE_PROCEDURE_INTENT: Final = f"{_MCODE}/mcode-procedure-intent"
MCODE_BODY_LOCATION_QUALIFIER: Final = f"{_MCODE}/mcode-body-location-qualifier"
MCODE_LATERALITY_QUALIFIER: Final = f"{_MCODE}/mcode-laterality-qualifier"
MCODE_HISTOLOGY: Final = f"{_MCODE}/mcode-histology-morphology-behavior"
MCODE_RELATED_PRIMARY: Final = f"{_MCODE}/mcode-related-primary-cancer-condition"
