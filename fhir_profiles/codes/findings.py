"""Which findings of a lesion do we read under our own codes, and which values may they have? Contract 5.3, row by row.

Because no standard code exists, the two code systems are ours. What may not live here: what a finding means.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from fhir_profiles.codes.code import Code
from fhir_profiles.codes.systems import FINDING


class FindingKind(Enum):
    """The value[x] that a finding has; a value of another type is not read."""

    CODED = "valueCodeableConcept"
    TRUTH = "valueBoolean"
    WHOLE = "valueInteger"
    LENGTH = "valueQuantity"
    """In mm, or in cm and converted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One row of contract 5.3: its code, the fact it tells, the kind of its value, and the values it may have."""

    code: str
    fact: str
    kind: FindingKind
    values: tuple[str, ...] = ()
    points: tuple[int, ...] = ()
    """For a component of SINS: the points that X-10 gives; any other value is not read."""


def _coded(code: str, fact: str, *values: str) -> Finding:
    return Finding(code=code, fact=fact, kind=FindingKind.CODED, values=values)


def _truth(code: str, fact: str) -> Finding:
    return Finding(code=code, fact=fact, kind=FindingKind.TRUTH)


def _whole(code: str, fact: str, *points: int) -> Finding:
    return Finding(code=code, fact=fact, kind=FindingKind.WHOLE, points=points)


def _length(code: str, fact: str) -> Finding:
    return Finding(code=code, fact=fact, kind=FindingKind.LENGTH)


FINDINGS: Final = (
    _coded(
        "nature", "F-07",
        "metastasis", "primary-malignant", "plasmacytoma", "osteoid-osteoma", "osteoblastoma", "benign-treatable",
        "benign-not-indicated", "infection", "osteoporotic",
    ),
    _coded("matrix", "F-09", "lytic", "mixed", "sclerotic"),
    _coded("escc", "F-10", "0", "1a", "1b", "1c", "2", "3"),
    _truth("canal-extension", "F-10"),
    _truth("debulking-need", "F-10"),
    _coded("posterior-wall", "F-11", "intact", "breached"),
    _truth("soft-tissue-extension", "F-12"),
    _truth("consolidation-need", "F-13"),
    _truth("collapse", "F-13"),
    _whole("sins", "F-14", *range(19)),
    _whole("sins-location", "F-14", 0, 1, 2, 3),
    _whole("sins-pain", "F-14", 0, 1, 3),
    _whole("sins-lesion", "F-14", 0, 1, 2),
    _whole("sins-alignment", "F-14", 0, 2, 4),
    _whole("sins-collapse", "F-14", 0, 1, 2, 3),
    _whole("sins-posterolateral", "F-14", 0, 1, 3),
    _truth("size-reduction-need", "F-15"),
    _length("size", "F-16"),
    _whole("lesion-count", "F-17"),
    _length("distance-to-neural-structure", "F-18"),
    _length("distance-to-viscus", "F-19"),
    _coded("metal-near-level", "F-20", "present", "absent", "removed"),
    _coded("previous-radiotherapy", "F-21", "none", "given", "responded", "failed"),
    _truth("intra-articular", "F-22"),
    _coded("pain-character", "F-23", "mechanical", "supine", "night"),
    _coded("neurological-deficit", "F-25", "none", "root", "motor", "sphincter"),
    _whole("planned-probes", "F-26"),
    _whole("planned-positionings", "F-26"),
)  # fmt: skip
"""In the order of contract 5.3, which is the order of the query."""

FINDING_BY_CODE: Final[Mapping[str, Finding]] = {finding.code: finding for finding in FINDINGS}
PANEL: Final = Code(FINDING, "spinal-lesion-assessment")
FINDING_CODES: Final = (PANEL, *(Code(FINDING, finding.code) for finding in FINDINGS))
