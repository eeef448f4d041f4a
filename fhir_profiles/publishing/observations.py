"""How must a finding of a lesion be recorded so that it is read? Profiles of the panel, and of a single finding.

Each row of contract 5.3 becomes a component of the panel with the type, values and unit that are read; the same row is a
demand on the single finding. What may not live here: which findings there are (`codes.findings`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from fhir_profiles.codes import FINDING, UCUM, VALUE
from fhir_profiles.codes.findings import FINDINGS, PANEL, Finding, FindingKind
from fhir_profiles.publishing.code_systems import finding_name
from fhir_profiles.publishing.elements import Element, bound, coded, element, profile, refers_to, rule, sliced, types
from fhir_profiles.publishing.value_sets import (
    LENGTH_UNITS,
    LENGTHS,
    SINGLE_FINDINGS,
    SINS_CODES,
    SINS_COMPONENTS,
    values_of,
)

ASSESSMENT: Final = "spinal-lesion-assessment"
SINGLE: Final = "spinal-lesion-single-finding"
_TYPES: Final = {
    FindingKind.CODED: "CodeableConcept",
    FindingKind.TRUTH: "boolean",
    FindingKind.WHOLE: "integer",
    FindingKind.LENGTH: "Quantity",
}
_MAY_REPEAT: Final = ("pain-character",)
_AT_MOST: Final = {"planned-probes": 25}
"""More are not used (contract 5.3)."""
_WITH_ONE: Final = rule(
    "lesion-component",
    "a finding has a value or says why it has none, not both",
    "value.exists() xor dataAbsentReason.exists()",
)
_BY_FINDING: Final = {each.code: each for each in FINDINGS}


def observations() -> Iterator[dict[str, Any]]:
    """Both profiles."""
    yield profile(
        ASSESSMENT,
        "Observation",
        (
            "Assessment of a spinal lesion",
            "The findings of one lesion, each as a component. What is not known is left out, or said with a reason.",
        ),
        [
            *_single(coded(FINDING, PANEL.code), {"high": "0"}),
            element("Observation.component", low=1, constraint=[_WITH_ONE], **sliced("code")),
            element("Observation.component.code", **bound(SINGLE_FINDINGS)),
            *(each for finding in FINDINGS for each in _component(finding)),
        ],
    )
    yield profile(
        SINGLE,
        "Observation",
        (
            "A single finding of a spinal lesion",
            "One finding of a lesion as an Observation of its own. SINS may hold its six components.",
        ),
        [
            *_single(bound(SINGLE_FINDINGS), types(*sorted(set(_TYPES.values())))),
            element("Observation.component", constraint=[_WITH_ONE], **sliced("code")),
            element("Observation.component.code", **bound(SINS_COMPONENTS)),
            *(each for code in SINS_CODES for each in _component(_BY_FINDING[code])),
        ],
        rules=_demands(),
    )


def _single(code: dict[str, Any], value: dict[str, Any]) -> list[Element]:
    """What both demand outside of components; the engine wants FHIR's own order."""
    return [
        element("Observation.status", mustSupport=True),
        element("Observation.code", **code),
        element("Observation.subject", low=1, mustSupport=True, **refers_to("Patient")),
        element("Observation.focus", **refers_to("Condition")),
        element("Observation.effective[x]", low=1, mustSupport=True, **types("dateTime", "Period", "instant")),
        element("Observation.value[x]", **value),
        element("Observation.bodySite", mustSupport=True, comment="The level of the lesion; a code of spinal-level."),
    ]


def _component(finding: Finding) -> Iterator[Element]:
    own = f"Observation.component:{finding.code}"
    high = "*" if finding.code in _MAY_REPEAT else "1"
    yield element(own, low=0, high=high, short=finding_name(finding), mustSupport=True)
    yield element(f"{own}.code", **coded(FINDING, finding.code))
    yield element(f"{own}.value[x]", **types(_TYPES[finding.kind]), **_limits(finding))
    if finding.kind is FindingKind.LENGTH:
        yield element(f"{own}.value[x].value", low=1)
        yield element(f"{own}.value[x].system", low=1, fixedUri=UCUM)
        yield element(f"{own}.value[x].code", low=1, **bound(LENGTH_UNITS))


def _limits(finding: Finding) -> dict[str, Any]:
    if finding.kind is FindingKind.CODED:
        return bound(values_of(finding.code))
    if finding.kind is not FindingKind.WHOLE:
        return {}
    low, high = _range(finding)
    limits: dict[str, Any] = {"minValueInteger": low} | ({} if high is None else {"maxValueInteger": high})
    if finding.points and len(finding.points) != finding.points[-1] - finding.points[0] + 1:
        points = ", ".join(map(str, finding.points))
        said = f"{finding_name(finding)}: {points}"
        limits["constraint"] = [rule(finding.code, said, " or ".join(f"$this = {each}" for each in finding.points))]
    return limits


def _range(finding: Finding) -> tuple[int, int | None]:
    if finding.points:
        return finding.points[0], finding.points[-1]
    return 0, _AT_MOST.get(finding.code)


def _demands() -> Iterator[dict[str, Any]]:
    for finding in FINDINGS:
        said = f"{finding.code} is given as {_TYPES[finding.kind]}{_said(finding)}"
        other = f"code.coding.where(system = '{FINDING}' and code = '{finding.code}').empty() or value.empty()"
        yield rule(f"finding-{finding.code}", said, f"{other} or ({_demand(finding)})")
    yield rule(
        "lesion-value",
        "a finding has a value or says why it has none, not both; SINS may have its components instead",
        "(value.exists() xor dataAbsentReason.exists()) or (component.exists() and dataAbsentReason.empty())",
    )
    yield rule(
        "only-sins",
        "only SINS has components",
        f"component.empty() or code.coding.where(system = '{FINDING}' and code = 'sins').exists()",
    )


def _said(finding: Finding) -> str:
    values = finding.values or tuple(map(str, finding.points))
    if finding.kind is FindingKind.LENGTH:
        values = LENGTHS
    return f": {', '.join(values)}" if values else ""


def _demand(finding: Finding) -> str:
    kind = f"(value is {_TYPES[finding.kind]})"
    match finding.kind:
        case FindingKind.CODED:
            allowed = " or ".join(f"code = '{each}'" for each in finding.values)
            return f"{kind} and value.coding.where(system = '{VALUE}' and ({allowed})).exists()"
        case FindingKind.LENGTH:
            allowed = " or ".join(f"value.code = '{each}'" for each in LENGTHS)
            return f"{kind} and value.value.exists() and value.system = '{UCUM}' and ({allowed})"
        case FindingKind.WHOLE:
            return f"{kind} and ({_in_points(finding)})"
        case FindingKind.TRUTH:
            return kind


def _in_points(finding: Finding) -> str:
    if finding.points:
        return " or ".join(f"value = {each}" for each in finding.points)
    low, high = _range(finding)
    return f"value >= {low}" if high is None else f"value >= {low} and value <= {high}"
