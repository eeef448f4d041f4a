"""What do we ask for? The one list of contract 3, from which discovery's prefetch and the fallback reads are both made.

What may not live here: how an answer is fetched, and what is read from it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from fhir_profiles.codes.observations import FINDING_QUERY_CODES, LAB_QUERY_CODES

PARTS: Final = frozenset(
    {
        "patient",
        "nature",
        "primary",
        "intent",
        "refusal",
        "findings",
        "pain",
        "deficit",
        "labs",
        "temperature",
        "pregnancy",
        "metal",
        "devices",
        "antithrombotics",
        "opioids",
        "analgesia",
        "allergies",
        "infection",
        "radiotherapy",
        "imaging",
        "history",
    }
)
"""The parts of the evidence that a query can feed; "findings" are all tree inputs and lesion findings.

Conditions feed "findings" too, also those findings that name a level themselves: which lesions there are, and so to which of
them a finding belongs, is told by the Conditions, and a cut list may lack the one that makes two lesions out of one.
"""

_PATIENT: Final = "{{context.patientId}}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One prefetch key: what is asked, of which type, whether we can do without, and what it feeds.

    `codes` and `statuses` are applied again to whatever comes back, for servers may ignore parameters (FA9).
    """

    key: str
    resource_type: str
    parameters: str = ""
    required: bool = False
    reads_into: frozenset[str]
    codes: frozenset[tuple[str, str]] = frozenset()
    statuses: frozenset[str] = frozenset()
    is_sorted: bool = False

    @property
    def template(self) -> str:
        """The prefetch template, as discovery publishes it."""
        if self.key == "patient":
            return f"Patient/{_PATIENT}"
        return f"{self.resource_type}?patient={_PATIENT}{self.parameters}"


def _into(*parts: str) -> frozenset[str]:
    unknown = set(parts) - PARTS
    if unknown:
        raise ValueError(f"no part of the evidence: {sorted(unknown)}")
    return frozenset(parts)


_DRUGS: Final = _into("antithrombotics", "opioids", "analgesia")

QUERIES: Final[tuple[Query, ...]] = (
    Query(key="patient", resource_type="Patient", required=True, reads_into=_into("patient", "pregnancy")),
    Query(
        key="conditions",
        resource_type="Condition",
        required=True,
        reads_into=_DRUGS
        | _into("nature", "primary", "intent", "refusal", "findings", "pain", "deficit", "pregnancy", "metal")
        | _into("devices", "allergies", "infection", "radiotherapy", "history"),
    ),
    Query(
        key="findings",
        resource_type="Observation",
        parameters="&code=" + ",".join(map(str, FINDING_QUERY_CODES)),
        codes=frozenset(code.key for code in FINDING_QUERY_CODES),
        reads_into=_into("nature", "primary", "findings", "pain", "deficit", "pregnancy", "metal", "radiotherapy")
        | _into("history"),
    ),
    Query(
        key="labs",
        resource_type="Observation",
        parameters="&code=" + ",".join(map(str, LAB_QUERY_CODES)) + "&_sort=-date&_count=100",
        codes=frozenset(code.key for code in LAB_QUERY_CODES),
        is_sorted=True,
        reads_into=_into("labs", "temperature", "pregnancy"),
    ),
    Query(
        key="reports",
        resource_type="DiagnosticReport",
        parameters="&_sort=-date&_count=50",
        is_sorted=True,
        reads_into=_into("nature", "primary", "findings", "pain", "deficit", "metal", "radiotherapy")
        | _into("history"),
    ),
    Query(
        key="imaging",
        resource_type="ImagingStudy",
        parameters="&_sort=-started&_count=50",
        is_sorted=True,
        reads_into=_into("imaging"),
    ),
    Query(
        key="procedures",
        resource_type="Procedure",
        reads_into=_into("intent", "refusal", "metal", "radiotherapy", "history"),
    ),
    Query(key="devices", resource_type="Device", reads_into=_into("devices", "metal")),
    Query(
        key="medications",
        resource_type="MedicationRequest",
        parameters="&status=active,on-hold",
        statuses=frozenset({"active", "on-hold"}),
        reads_into=_DRUGS,
    ),
    Query(
        key="statements",
        resource_type="MedicationStatement",
        parameters="&status=active,on-hold,intended",
        statuses=frozenset({"active", "on-hold", "intended"}),
        reads_into=_DRUGS,
    ),
    Query(key="allergies", resource_type="AllergyIntolerance", reads_into=_into("allergies")),
    Query(key="consents", resource_type="Consent", reads_into=_into("refusal")),
)
"""The twelve keys of contract 3, in its order."""

QUERY_BY_KEY: Final[Mapping[str, Query]] = {query.key: query for query in QUERIES}

_ONLY_DOTS: Final = re.compile(r"\.*")


def prefetch_templates(not_available: frozenset[str], key_names: Mapping[str, str]) -> dict[str, str]:
    """What discovery offers: every key that the record has, under its local name where the site gives one.

    `key_names` maps a local key name to ours (`prefetch_keys` of the site file).
    """
    local = {ours: name for name, ours in key_names.items()}
    return {local.get(query.key, query.key): query.template for query in QUERIES if query.key not in not_available}


def fhir_query(query: Query, patient_id: str) -> str:
    """The same query for a read of our own, relative to the server's base address.

    Raises ValueError for a patient id that a path cannot hold (empty, or dots only, which would name another path).
    """
    if _ONLY_DOTS.fullmatch(patient_id):
        raise ValueError("not a patient id")
    return query.template.replace(_PATIENT, quote(patient_id, safe=""))


def belongs(key: str, resource: Mapping[str, object]) -> bool:
    """Whether the query of this key would have found the resource: its type, its code, its status.

    A medication whose status cannot be read belongs: what raises a hold is never lost by silence.
    """
    query = QUERY_BY_KEY[key]
    if resource.get("resourceType") != query.resource_type:
        return False
    if query.statuses:
        status = resource.get("status")
        return not isinstance(status, str) or status in query.statuses
    return not query.codes or _coded(resource.get("code"), query.codes)


def _coded(concept: object, wanted: frozenset[tuple[str, str]]) -> bool:
    listed = concept.get("coding") if isinstance(concept, dict) else None
    if isinstance(listed, list):
        for each in listed:  # `any` takes twice as long, and a chart has hundreds of Observations
            if isinstance(each, dict) and (str(each.get("system")), str(each.get("code"))) in wanted:
                return True
    return False
