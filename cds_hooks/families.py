"""Which codes have a name in every language? Families of texts that are looked up by a code, and the codes of each.

What may not live here: the names (`translations`), and who says them (`words`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from fhir_profiles.codes.drugs import DRUGS
from fhir_profiles.queries import QUERIES
from fhir_profiles.server import GapReason
from plugin.answer import Kind
from plugin.evidence import (
    AdministrativeGender,
    Allergy,
    CordSign,
    Deficit,
    DrugClass,
    ImplantedDevice,
    Infection,
    Intent,
    Matrix,
    Metal,
    Nature,
    PainCharacter,
    PainScale,
    Part,
    Primary,
    Radiotherapy,
    Refusal,
    Side,
    Technique,
    Viscus,
    Wall,
    WishTold,
)
from plugin.grammar import TechniqueState
from plugin.knowledge.drug_holds import ROWS
from plugin.scores import SINS_POINTS

_VALUES: Final = (Allergy, CordSign, Deficit, ImplantedDevice, Infection, Intent, Matrix, Metal, Nature, PainCharacter)
_MORE_VALUES: Final = (PainScale, Primary, Radiotherapy, Refusal, Side, Viscus, Wall, WishTold)
_SIDES_TOLD: Final = frozenset({"another side in the impression", "the findings"})  # what CR-03 sets against each other

_UNNAMED_DRUGS: Final = frozenset(
    {"long-term anticoagulant", "long-term antithrombotic or antiplatelet", "long-term NSAID", "long-term opioid"}
)
_ENTRY_PROBLEMS: Final = frozenset(
    {
        "not a resource",
        "whose it is cannot be read",
        "not of the type asked for",
        "no readable code",
        "no readable type",
    }
    | {"only some of its elements were sent", "its document could not be read", "a sentence without an end: not read"}
    | {"holds a PDF or another form that is not read", "names no drug that can be read", "entry"}
    | {"names a place that cannot be read: not used"}
    | {"names no level while several lesions are known: not used", "names no level while no lesion is known: not used"}
    | {"pain value whose unit or range is not known: not read"}
    | {"pregnancy test: neither negative nor positive, not read"}
)
_VALUE_PROBLEMS: Final = frozenset(
    {"has a value and a reason for having none: not read", "value of another type: not read", "no value: not read"}
    | {"value outside the list: not read", "a bound, not a length: not read", "another unit than mm or cm: not read"}
    | {"another unit or no number, not read"}
)
_TESTS: Final = frozenset(
    {"INR", "platelets", "haemoglobin", "creatinine", "estimated glomerular filtration rate", "body temperature"}
)
_SUPPOSED: Final = frozenset({"INTENT", "CANAL", "CONS", "SOFT", "SIZE", "PAIN", "DEFICIT", "WALL", "METAL"})
"""What the workbench can suppose; both answers have names of their own."""


FAMILIES: Final[Mapping[str, frozenset[str]]] = {
    "technique": frozenset(Technique),
    "state": frozenset(TechniqueState),
    "side": frozenset(Side),
    "part": frozenset(Part),
    "gender": frozenset(AdministrativeGender),
    "drug-class": frozenset(DrugClass),
    "kind": frozenset(kind.name for kind in Kind),
    "key": frozenset(query.key for query in QUERIES),
    "gap": frozenset(reason.name for reason in GapReason),
    "input": frozenset({"INTENT", "CANAL", "CONS", "SOFT", "SIZE", "PAIN", "DEFICIT"}),
    "answer": frozenset(
        {"yes", "no", "unknown", "curative", "palliative", "painful", "painless", "none", "root", "motor", "sphincter"}
    ),
    "topic": frozenset(
        {"indication", "question", "referral", "nocare", "hold", "conflict", "anaesthesia", "thermalprotection"}
        | {"degraded"}
    ),
    "where": frozenset({"F-02", "F-05", "F-07", "F-10", "F-12", "F-13", "F-15", "F-23", "F-25"}),
    "override": frozenset(
        {"decided-by-board", "contraindication", "patient-preference", "other-therapy", "data-wrong", "other"}
    ),
    "basis": frozenset({"BEYOND", "OURS", "UNVERIFIED"}),
    "value": frozenset(each.value for kind in (*_VALUES, *_MORE_VALUES) for each in kind)
    | _SIDES_TOLD
    | frozenset(SINS_POINTS),
    "drug": frozenset(drug.name for drug in DRUGS) | frozenset(row.drug for row in ROWS) | _UNNAMED_DRUGS,
    "problem": _ENTRY_PROBLEMS | _VALUE_PROBLEMS | _TESTS,
    "indicator": frozenset({"info", "warning", "critical"}),
    "standing": frozenset({"known", "unknown", "conflict", "aside"}),
    "column": frozenset({"fact", "value", "status", "source", "date", "sentence"}),
    "supposition": _SUPPOSED,
    "supposed-yes": _SUPPOSED,
    "supposed-no": _SUPPOSED,
    "unit": frozenset({"10*9/L", "Cel", "a", "d"}),
}
"""Texts that are looked up by a code: each family holds exactly these ids, in every language."""
