"""Which LOINC codes do we read, and what do they measure? Part E.8.

33729-5 (additional dimension), 38221-8 (faces scale) and 77753-2 (panel) stand in part E but are not asked for
(contract 3). What may not live here: units and age limits.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from fhir_profiles.codes.code import Code, CodeSet, Key, codes
from fhir_profiles.codes.findings import FINDING_CODES
from fhir_profiles.codes.systems import LOINC

# --- Clinical ---------------------------------------------------------------------------------------------------------

PAIN_VAS: Final = CodeSet(name="pain, mm on a scale of 100 mm", codes=codes(LOINC, "38214-3"))
PAIN_NRS: Final = CodeSet(name="pain, 0-10", codes=codes(LOINC, "72514-3"))
PAIN_REPORTED: Final = CodeSet(name="pain severity, scale not said", codes=codes(LOINC, "38208-5"))
TUMOUR_SIZE: Final = CodeSet(name="tumour size", codes=codes(LOINC, "21889-1", "33728-7"))
HISTOLOGY: Final = CodeSet(name="histology", codes=codes(LOINC, "31206-6"))
ECOG: Final = CodeSet(name="ECOG performance status", codes=codes(LOINC, "89247-1"))
KARNOFSKY: Final = CodeSet(name="Karnofsky performance status", codes=codes(LOINC, "89243-0"))
PREGNANCY_STATUS: Final = CodeSet(name="pregnancy status", codes=codes(LOINC, "82810-3"))

FINDING_QUERY_CODES: Final[tuple[Code, ...]] = (
    *FINDING_CODES,
    *PAIN_VAS.codes,
    *PAIN_NRS.codes,
    *PAIN_REPORTED.codes,
    *TUMOUR_SIZE.codes,
    *HISTOLOGY.codes,
    *ECOG.codes,
    *KARNOFSKY.codes,
    *PREGNANCY_STATUS.codes,
)
"""The finding codes of contract 3, in its order."""

# --- Laboratory and temperature ---------------------------------------------------------------------------------------

INR: Final = CodeSet(name="INR", codes=codes(LOINC, "6301-6", "34714-6", "38875-1", "46418-0"))
PLATELETS: Final = CodeSet(name="platelets", codes=codes(LOINC, "777-3", "26515-7", "778-1"))
HAEMOGLOBIN: Final = CodeSet(name="haemoglobin", codes=codes(LOINC, "718-7"))
CREATININE: Final = CodeSet(name="creatinine", codes=codes(LOINC, "2160-0"))
EGFR: Final = CodeSet(
    name="estimated glomerular filtration rate",
    codes=codes(LOINC, "98979-8", "98980-6", "62238-1", "69405-9", "50210-4"),
)
PREGNANCY_TEST: Final = CodeSet(name="pregnancy test", codes=codes(LOINC, "2106-3", "2118-8", "2110-5", "2112-1"))
TEMPERATURE: Final = CodeSet(name="body temperature", codes=codes(LOINC, "8310-5"))

LAB_QUERY_CODES: Final[tuple[Code, ...]] = (
    *INR.codes,
    *PLATELETS.codes,
    *HAEMOGLOBIN.codes,
    *CREATININE.codes,
    *EGFR.codes,
    *PREGNANCY_TEST.codes,
    *TEMPERATURE.codes,
)
"""The laboratory codes of contract 3, in its order."""

# --- Imaging of the spine, and report documents -----------------------------------------------------------------------

CT_SPINE: Final = CodeSet(
    name="CT of the spine",
    codes=codes(LOINC, "28566-8", "24932-6", "24978-9", "24963-1") + codes(LOINC, "30592-0", "30620-9", "36530-4"),
)
MR_SPINE: Final = CodeSet(
    name="MR of the spine",
    codes=codes(LOINC, "36067-7", "24935-9", "24980-5", "24968-0", "42698-1")
    + codes(LOINC, "24937-5", "24981-3", "24967-2", "36400-0"),
)
REGION_OF_IMAGING: Final[Mapping[Key, str]] = {  # of the contrast variants part E does not say which is which
    code.key: region
    for code, region in zip(
        codes(LOINC, "28566-8", "24932-6", "24978-9", "24963-1", "36067-7", "24935-9", "24980-5", "24968-0", "42698-1"),
        ("spine", "cervical", "thoracic", "lumbar", "spine", "cervical", "thoracic", "lumbar", "spine"),
        strict=True,
    )
}
REPORT_DOCUMENT: Final = CodeSet(  # imaging, MR spine, CT, radiology, interventional
    name="report document", codes=codes(LOINC, "18748-4", "18756-7", "25045-6", "11528-7", "47048-4")
)
MR_SPINE_DOCUMENT: Final[frozenset[Key]] = frozenset(code.key for code in codes(LOINC, "18756-7"))
CT_DOCUMENT: Final[frozenset[Key]] = frozenset(code.key for code in codes(LOINC, "25045-6"))  # of any part of the body
SECTION_BY_CODE: Final[Mapping[Key, str]] = {
    code.key: section
    for code, section in zip(
        codes(LOINC, "19005-8", "59776-5", "55110-1", "18834-2", "11329-0", "18785-6", "18783-1"),
        ("impression", "findings", "conclusions", "previous findings", "history", "indications", "recommendations"),
        strict=True,
    )
}
