"""Charts as real systems write them, against the sentences of the contract: which lesion, and what is read of it.

One chart runs through all: a painful lytic metastasis of T8 with everything known, ordered for palliation: PAL_PAIN.
Each case changes one thing. The sentence that a test holds the service to stands in its docstring; "E", "F" and the
like are parts of the clinical knowledge. What may not live here: natures, primaries, orders (`test_contract_reading_orders`),
and the wording of cards.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.calls import Json
from tests.support.charts import (
    CALM,
    PATIENT,
    Said,
    allergy,
    ask,
    base,
    codes,
    condition,
    consent,
    device,
    finding,
    loinc,
    medication,
    neuro,
    order,
    panel,
    procedure,
    without,
)

MCODE = "http://hl7.org/fhir/us/mcode/StructureDefinition/"
PLAIN: Said = [("T8", "PAL_PAIN")]
DECLINED: Said = [("T8", "DECLINED")]
BOARD: Said = [("T8", "MDT_BOARD")]


def no_panel() -> list[Json]:
    return without(base(), "spinal-lesion-assessment")


def with_panel(**changed: Any) -> list[Json]:
    """The chart with other findings; None leaves one out."""
    return [*no_panel(), panel(CALM | {code.replace("_", "-"): value for code, value in changed.items()})]


def changed(code: str, value: Any, **more: Any) -> list[Json]:
    """The chart with one finding as an Observation of its own."""
    name = code.replace("-", "_")
    return [*with_panel(**{name: None}), finding(code, value, "T8", **more)]


# --- levels -----------------------------------------------------------------------------------------------------------

NOTATIONS: list[Any] = [
    codes("sct:11068009"),
    codes("sct:77435000"),
    codes("sct:11068009", text="Bone structure of eighth thoracic vertebra"),
    {"coding": [{"system": "urn:oid:1.2.3", "code": "9", "display": "Body of eighth thoracic vertebra"}]},
    "Th8",
    "TH8",
    "D8",
    "T8 vertebral body",
    "eighth thoracic vertebra",
    "BWK 8",
    "vertèbre D8",
]


@pytest.mark.parametrize("site", NOTATIONS, ids=str)
def test_a_level_in_any_notation(site: Any) -> None:
    """5.1: D8 = Th8 = T8; codes of part E.7 or text. On a Condition, on a finding, on the order."""
    assert ask(base(site=site, findings_at="T8")).outcomes == PLAIN
    assert ask(base(findings_at=site)).outcomes == PLAIN
    assert ask(base(), order(site=site)).outcomes == PLAIN


@pytest.mark.parametrize("words", ["Bone metastasis T8", "Wirbelkörpermetastase Th8", "Métastase osseuse D8"])
def test_a_level_in_the_words_of_the_condition(words: str) -> None:
    """5.1: codes of part E.7 or text."""
    chart = [*without(base(), "C79.51"), condition("icd:C79.51", text=words)]
    assert ask(chart, order(site=None)).outcomes == PLAIN


RANGES: list[tuple[Any, str]] = [
    ("S1-S3", "S1-S3"),
    ("T4 to T6", "T4-T6"),
    ("T4–T6", "T4-T6"),
    ("L5-S1", "L5-S1"),
    (["T4", "T5"], "T4-T5"),
    ([codes("sct:73071006"), codes("sct:56401006")], "T4-T5"),
    (["T12", "L1"], "T12-L1"),
    ("sacrum", "S1-S5"),
    (codes("sct:54735007"), "S1-S5"),
    (codes("sct:65985001"), "S1"),
    (codes("sct:64688005"), "coccyx"),
]


@pytest.mark.parametrize(("site", "level"), RANGES, ids=str)
def test_a_stated_range_is_one_lesion(site: Any, level: str) -> None:
    """5.1: several adjacent levels on one resource = one lesion with that range; sacrum without a number = S1-S5."""
    chart = base(site=site, findings_at=site[0] if isinstance(site, list) else site)
    assert ask(chart, order(site=site)).outcomes == [(level, "PAL_PAIN")]
    assert ask(chart, order(site=None)).outcomes == [(level, "PAL_PAIN")]


def test_levels_that_do_not_adjoin_are_lesions_of_their_own() -> None:
    """5.1, the same sentence."""
    assert ask(base(site=["T4", "T8"], findings_at="T8"), order(site=None)).levels == ["T4", "T8"]


def test_adjacent_levels_on_two_resources_are_two_lesions() -> None:
    """5.1: "several adjacent levels on one resource"."""
    assert ask([*base(), condition("icd:C79.51", site="T9")], order(site=None)).levels == ["T8", "T9"]


@pytest.mark.parametrize(("documented", "ordered"), [("S1-S3", "S2"), ("sacrum", "S2"), ("S1-S3", "S1")])
def test_a_level_inside_a_range_means_the_lesion_with_that_range(documented: str, ordered: str) -> None:
    """5.1, the same sentence."""
    answer = ask(base(site=documented), order(site=ordered))
    assert answer.outcomes == [({"sacrum": "S1-S5"}.get(documented, documented), "PAL_PAIN")]
    assert "conflict" not in answer.kinds


NO_LESION = [
    ("icd:C34.90", "Adenocarcinoma of lung, T4 N2 M1"),
    ("icd:C50.911", "Breast cancer pT2 N0"),
    ("icd:E11.9", "Type 2 diabetes (T2DM)"),
    ("icd:M51.26", "Herniated disc L5-S1"),
    ("icd:M48.061", "Spinal stenosis L3-L4"),
    ("icd:S22.39XA", "Fracture of T12 rib"),
    ("icd:D32.1", "Meningioma T4"),
]


@pytest.mark.parametrize(("code", "words"), NO_LESION)
def test_what_is_no_bone_tumour_of_the_spine_is_no_lesion(code: str, words: str) -> None:
    """B.4 gate 1: order, target and documented lesion are a vertebral, sacral or coccygeal bone tumour."""
    answer = ask([*base(), condition(code, text=words)], order(site=None))
    assert answer.levels == ["T8"]
    assert "CR-03" not in answer.lead["rules"]


# --- side and part ----------------------------------------------------------------------------------------------------

SIDES = [
    ("7771000", "left"),
    ("24028007", "right"),
    ("399488007", "midline"),
    ("261129000", "midline"),
    ("51440002", "both"),
]
PARTS = [("78972004", "pedicle"), ("89340005", "lamina"), ("55678000", "spinous-process"), ("317766009", "facet")]
WORDED = [
    ("left pedicle of T8", {"side": "left", "part": "pedicle"}),
    ("T8 lamina, right", {"side": "right", "part": "lamina"}),
    ("T8 vertebral body", {"part": "body"}),
    ("lame gauche de T8", {"side": "left", "part": "lamina"}),
    ("Querfortsatz T8 rechts", {"side": "right", "part": "transverse-process"}),
]


@pytest.mark.parametrize(("code", "side"), SIDES)
def test_a_side_in_three_forms(code: str, side: str) -> None:
    """E.7 laterality; F-06: bodySite + laterality/location qualifier (mCODE's extension, a further site or coding)."""
    qualifier = {"url": MCODE + "mcode-laterality-qualifier", "valueCodeableConcept": codes("sct:" + code)}
    forms: list[Any] = [
        codes("sct:11068009") | {"extension": [qualifier]},
        [codes("sct:11068009"), codes("sct:" + code)],
        codes("sct:11068009", "sct:" + code),
    ]
    for site in forms:
        answer = ask(base(site=site, findings_at="T8"))
        assert answer.outcomes == PLAIN
        assert answer.lead["lesion"]["side"] == side


@pytest.mark.parametrize(("code", "part"), PARTS)
def test_a_part_by_code(code: str, part: str) -> None:
    """E.7 parts."""
    assert (
        ask(base(site=[codes("sct:11068009"), codes("sct:" + code)], findings_at="T8")).lead["lesion"]["part"] == part
    )


@pytest.mark.parametrize(("words", "place"), WORDED)
def test_side_and_part_in_words(words: str, place: dict[str, str]) -> None:
    """5.1: with side and part where known; codes of part E.7 or text."""
    assert ask(base(site=words, findings_at="T8")).lead["lesion"] == {"level": "T8", **place}


def test_a_side_or_part_given_once_holds_for_the_level() -> None:
    """5.1, the same sentence: here the side by the Condition and the part by the finding."""
    answer = ask(base(site="T8 left", findings_at="T8 pedicle"))
    assert answer.outcomes == PLAIN
    assert answer.lead["lesion"] == {"level": "T8", "side": "left", "part": "pedicle"}


def test_two_parts_are_two_lesions() -> None:
    """5.1: two different sides or parts in Conditions or our Observations = two lesions."""
    two = [
        condition("icd:C79.51", site="left pedicle T8"),
        condition("icd:C79.51", site="right lamina T8"),
        *base()[1:],
    ]
    two = without(two, "spinal-lesion-assessment")
    assert [card["lesion"] for card in ask(two).leads] == [
        {"level": "T8", "side": "left", "part": "pedicle"},
        {"level": "T8", "side": "right", "part": "lamina"},
    ]
    assert [card["lesion"]["side"] for card in ask(two, order(site="right lamina T8")).leads] == ["right"]


# --- findings ---------------------------------------------------------------------------------------------------------


def test_findings_one_by_one() -> None:
    """5.3: one panel, or one Observation each."""
    assert ask([*no_panel(), *(finding(code, value, "T8") for code, value in CALM.items())]).outcomes == PLAIN


@pytest.mark.parametrize("reference", ["Condition/met", "https://fhir.example/r4/Condition/met"])
def test_findings_that_focus_on_a_condition(reference: str) -> None:
    """5.1: `focus` on a Condition with a level."""
    focused = [finding(code, value, focus=[{"reference": reference}]) for code, value in CALM.items()]
    assert ask([*no_panel(), *focused, condition("icd:C79.51", site="L2")]).outcomes == PLAIN


def test_findings_without_a_place() -> None:
    """5.1: anything else only if exactly one lesion is known, otherwise it is not used and this is said."""
    chart = [*no_panel(), panel(CALM, site=None)]
    assert ask(chart).outcomes == PLAIN
    of_two = ask([*chart, condition("icd:C79.51", site="L2")])
    assert of_two.inputs["CANAL"] == "unknown"
    assert "not used" in of_two.text


def test_pain_and_deficit_count_for_the_patient() -> None:
    """5.1: pain, deficit, ECOG, pregnancy and laboratory values count for the patient."""
    chart = [*base(), condition("icd:C79.51", site="L2"), panel(CALM, site="L2")]
    assert ask(chart, order(site=None)).outcomes == [("T8", "PAL_PAIN"), ("L2", "PAL_PAIN")]


ABSENT = {"dataAbsentReason": codes(text="unknown")}
UNREAD: list[tuple[str, Json, str]] = [
    ("soft-tissue-extension", {"valueString": "no"}, "SOFT"),
    ("soft-tissue-extension", {"valueBoolean": False} | ABSENT, "SOFT"),
    ("escc", {"valueCodeableConcept": codes("v:4")}, "CANAL"),
    ("escc", {"valueInteger": 0}, "CANAL"),
    ("escc", {"valueCodeableConcept": {"coding": [{"system": "https://else.example", "code": "0"}]}}, "CANAL"),
    ("consolidation-need", {"valueString": "false"}, "CONS"),
]


@pytest.mark.parametrize(("code", "value", "asked"), UNREAD, ids=str)
def test_a_value_of_another_form_is_not_read(code: str, value: Json, asked: str) -> None:
    """5.3: a value of another type or outside the list, or one with a dataAbsentReason beside it, is not read; said."""
    answer = ask(changed(code, value))
    assert answer.inputs[asked] == "unknown"
    assert "not read" in answer.text


def test_data_absent_is_unknown() -> None:
    """5.3: dataAbsentReason = unknown."""
    assert ask(changed("soft-tissue-extension", ABSENT)).inputs["SOFT"] == "unknown"


CANAL: list[tuple[dict[str, Any], str]] = [
    ({"debulking_need": True}, "yes"),
    ({"escc": "1a"}, "yes"),
    ({"escc": None, "canal_extension": True}, "yes"),
    ({"escc": None, "canal_extension": False}, "no"),
    ({"canal_extension": True}, "unknown"),
    ({"escc": "1b", "canal_extension": False}, "unknown"),
    ({"escc": None, "debulking_need": False}, "unknown"),
    ({"escc": None}, "unknown"),
]


@pytest.mark.parametrize(("findings", "expected"), CANAL, ids=str)
def test_canal(findings: dict[str, Any], expected: str) -> None:
    """5.3 CANAL: debulking → yes; ESCC ≥ 1a or true → yes; 0 or false → no; disagreeing → conflict; unknown → unknown."""
    assert ask(with_panel(**findings)).inputs["CANAL"] == expected


SIX = {
    "sins_location": 1,
    "sins_pain": 1,
    "sins_lesion": 2,
    "sins_alignment": 0,
    "sins_collapse": 1,
    "sins_posterolateral": 1,
}
SINS: list[tuple[dict[str, Any], str]] = [
    (SIX, "no"),
    (SIX | {"sins": 9}, "unknown"),
    (SIX | {"sins_alignment": None}, "unknown"),
    (SIX | {"sins_pain": 2}, "unknown"),
    (SIX | {"sins_location": 0, "sins_lesion": 0, "sins_collapse": 2}, "yes"),
    ({"sins": 5}, "no"),
    ({"sins": 19}, "unknown"),
    (SIX | {"sins_pain": 3}, "unknown"),
    ({"collapse": True}, "yes"),
    ({"collapse": False}, "unknown"),
]


@pytest.mark.parametrize(("findings", "expected"), SINS, ids=str)
def test_consolidation_from_sins(findings: dict[str, Any], expected: str) -> None:
    """5.3 SINS: the sum, a conflict, a range, the total; other points are not read; B.3: collapse 2 or 3 → yes."""
    assert ask(with_panel(consolidation_need=None, **findings)).inputs["CONS"] == expected


@pytest.mark.parametrize(
    "findings", [{"sins": 13}, {"sins_location": 3, "sins_pain": 3, "sins_alignment": 4, "sins_collapse": 3}]
)
def test_lowest_possible_sins(findings: dict[str, int]) -> None:
    """Gate 5: lowest possible SINS ≥ 13 → MDT_BOARD."""
    assert ask(with_panel(consolidation_need=None, **findings)).outcomes == BOARD


@pytest.mark.parametrize(
    ("code", "site", "expected"), [("icd:M84.58XA", "T8", "yes"), ("icd:M84.58XA", "L4", "unknown")]
)
def test_a_fracture_at_its_level(code: str, site: str, expected: str) -> None:
    """B.3: pathological fracture documented at the level; F.5: at another level it is not."""
    answer = ask([*with_panel(consolidation_need=None), condition(code, site=site)])
    assert next(card for card in answer.leads if card["lesion"]["level"] == "T8")["inputs"]["CONS"] == expected


def test_no_need_beside_a_fracture() -> None:
    """B.3: an explicit "no need" beside a documented fracture is a conflict, so unknown."""
    assert ask([*base(), condition("icd:M84.58XA", site="T8")]).inputs["CONS"] == "unknown"


# --- units, ages, statuses --------------------------------------------------------------------------------------------

SIZES: list[tuple[Any, int | None]] = [((25, "mm"), 25), ((2.5, "cm"), 25), ((1, "[in_i]"), None), ((25, ""), None)]


@pytest.mark.parametrize(("value", "expected"), SIZES)
def test_size_units(value: Any, expected: int | None) -> None:
    """5.3 Units: UCUM mm or cm (converted); any other unit: not read, said."""
    answer = ask(changed("size", value))
    assert [row.get("value") for row in answer.evidence("F-16")] == [expected] if expected else [None]
    assert expected or "not read" in answer.text


@pytest.mark.parametrize("code", ["21889-1", "33728-7"])
def test_size_in_mcode_form(code: str) -> None:
    """5.3: F-16 in mCODE form; its focus says the lesion when it is a Condition with a level."""
    size = loinc(code, (2.5, "cm"), focus=[{"reference": "Condition/met"}])
    answer = ask([*with_panel(size=None), size, condition("icd:C79.51", site="L2")])
    assert [row.get("value") for row in answer.evidence("F-16")] == [25]


LABS: list[tuple[str, Any, list[str]]] = [
    ("777-3", (250, "10*3/uL"), []),
    ("777-3", (40, "10*9/L"), ["SR-11"]),
    ("26515-7", (40, "10*3/uL"), ["SR-11"]),
    ("777-3", (250, "mg/dL"), ["SR-15"]),
    ("777-3", (250000, "/uL"), ["SR-15"]),
    ("6301-6", (1.0, ""), []),
    ("34714-6", (1.9, "1"), ["SR-10"]),
    ("6301-6", (80, "%"), ["SR-15"]),
    ("6301-6", {"valueString": "1.0"}, ["SR-15"]),
]


@pytest.mark.parametrize(("code", "value", "holds"), LABS, ids=str)
def test_laboratory_units(code: str, value: Any, holds: list[str]) -> None:
    """5.3 Units: platelets 10*9/L or 10*3/uL; INR 1 or no unit; any other unit: not read, said. Codes of E.8."""
    same = {"6301-6": "6301-6", "34714-6": "6301-6", "777-3": "777-3", "26515-7": "777-3"}[code]
    answer = ask([*without(base(), same), loinc(code, value)])
    assert answer.holds == holds
    assert holds != ["SR-15"] or "not read" in answer.text


@pytest.mark.parametrize(
    ("value", "days", "holds"),
    [
        ((101.3, "[degF]"), 1, ["SR-14"]),
        ((98.6, "[degF]"), 1, []),
        ((38.0, "Cel"), 1, ["SR-14"]),
        ((39, "Cel"), 3, []),
    ],
)
def test_temperature(value: Any, days: int, holds: list[str]) -> None:
    """5.3 Units: Cel, [degF] converted; SR-14: ≥ 38.0 °C in the last 48 h."""
    assert ask([*base(), loinc("8310-5", value, days=days)]).holds == holds


PAINS: list[tuple[str, Any, str]] = [
    ("38214-3", (45, "mm"), "painful"),
    ("38214-3", (0, "mm"), "painless"),
    ("72514-3", 7, "painful"),
    ("72514-3", (7, "{score}"), "painful"),
    ("72514-3", 0, "painless"),
    ("72514-3", (45, "mm"), "unknown"),
    ("38208-5", 6, "painful"),
]


@pytest.mark.parametrize(("code", "value", "expected"), PAINS, ids=str)
def test_pain(code: str, value: Any, expected: str) -> None:
    """5.3 Pain: 38214-3 in mm; 72514-3 integer or {score}; 38208-5 proves pain > 0, its number is not shown."""
    answer = ask([*without(base(), "38214-3"), loinc(code, value, days=1)])
    assert answer.inputs["PAIN"] == expected
    if code == "38208-5":
        assert "CR-05" in answer.lead["rules"]
        assert all(row.get("value") != value for row in answer.evidence("F-23"))


@pytest.mark.parametrize(
    "resource", [condition("icd:G89.3"), finding("pain-character", "night", "T8")], ids=["G89.3", "night"]
)
def test_pain_without_a_number(resource: Json) -> None:
    """F-23: coded finding `pain-character`; G89.3."""
    assert ask([*without(base(), "38214-3"), resource]).inputs["PAIN"] == "painful"


@pytest.mark.parametrize(("days", "expected"), [(89, "no"), (91, "unknown")])
def test_findings_grow_old(days: int, expected: str) -> None:
    """2.1: a fact older than its limit is shown but counts as unknown (imaging 90 d)."""
    assert ask([*no_panel(), panel(CALM, days=days)]).inputs["SOFT"] == expected


def test_a_finding_without_a_date_or_only_issued() -> None:
    """2.1: so does one without a date where a limit exists (`effective`, `performed`, else `issued`)."""
    undated = panel(CALM)
    issued = undated.pop("effectiveDateTime")
    assert ask([*no_panel(), undated]).inputs["CANAL"] == "unknown"
    assert ask([*no_panel(), undated | {"issued": issued}]).outcomes == PLAIN


@pytest.mark.parametrize(("days", "outcome"), [(13, "PAL_CAV"), (15, "NEED_DATA")])
def test_an_old_examination_is_asked_for_again(days: int, outcome: str) -> None:
    """2u: not documented or older than 14 d, and CANAL ≠ no: NEED_DATA, warning, asks F-25."""
    answer = ask([*without(with_panel(escc="1b"), "neurological-deficit"), neuro("none", days=days)])
    assert answer.outcomes == [("T8", outcome)]
    if outcome == "NEED_DATA":
        assert answer.cards[0]["indicator"] == "warning"
        assert "F-25" in answer.lead["questions"]


STATUSES = [("final", "no"), ("amended", "no"), ("corrected", "no")]
STATUSES += [(status, "unknown") for status in ("preliminary", "entered-in-error", "cancelled", "registered")]


@pytest.mark.parametrize(("status", "expected"), STATUSES)
def test_the_status_of_a_finding(status: str, expected: str) -> None:
    """F.5 rule 1: entered-in-error, cancelled ignored; preliminary shown but not counted; amended as good as final."""
    assert ask([*no_panel(), panel(CALM, status=status)]).inputs["CANAL"] == expected


def test_two_dates_of_one_finding() -> None:
    """F.5 rule 2: the newest counts; a different older one raises CR-04; a preliminary one never overrides a final."""
    answer = ask([*base(), finding("matrix", "sclerotic", "T8", days=40)])
    assert [row["value"] for row in answer.evidence("F-09")] == ["lytic"]
    assert "CR-04" in answer.lead["rules"]
    assert "conflict" in answer.kinds
    preliminary = ask([*base(), finding("matrix", "sclerotic", "T8", days=1, status="preliminary")])
    assert [row["value"] for row in preliminary.evidence("F-09")] == ["lytic"]


# --- hazards of the patient -------------------------------------------------------------------------------------------

ANTICOAGULANTS = ["rx:11289", "rx:1364430", "rx:5224", "atc:B01AA03", "atc:B01AF01", "sct:698090000", "sct:372877000"]
ANTIPLATELETS = ["rx:32968", "rx:1191", "atc:B01AC22", "atc:N02BA01", "sct:386952008", "sct:387458008"]
WORDS_OF_DRUGS = [
    ("Eliquis (apixaban) 5 mg tablet", "SR-12"),
    ("Enoxaparin-Natrium 40 mg", "SR-12"),
    ("Héparine", "SR-12"),
    ("Acetylsalicylsäure 100 mg", "SR-13"),
    ("Clopidogrel 75 mg", "SR-13"),
]
DRUGS = [(medication(code), "SR-12") for code in ANTICOAGULANTS]
DRUGS += [(medication(code), "SR-13") for code in ANTIPLATELETS]
DRUGS += [(medication(text=words), hold) for words, hold in WORDS_OF_DRUGS]


@pytest.mark.parametrize(("drug", "hold"), DRUGS, ids=lambda each: str(each)[-60:])
def test_drugs_that_hold(drug: Json, hold: str) -> None:
    """C.3: by ingredient code of E.9, by ATC, or by its international name in text or display."""
    assert ask([*base(), drug]).holds == [hold]


@pytest.mark.parametrize(("status", "holds"), [("on-hold", ["SR-12"]), ("stopped", []), ("entered-in-error", [])])
def test_the_status_of_a_drug(status: str, holds: list[str]) -> None:
    """SR-12: `active` or `on-hold`."""
    assert ask([*base(), medication("rx:1364430", status=status)]).holds == holds


def test_a_drug_by_reference() -> None:
    """C.3: a medicationReference is resolved if it is contained or in the Bundle, else the entry is a note."""
    contained = {"resourceType": "Medication", "id": "k", "code": codes("rx:1364430")}
    entry = medication() | {"medicationReference": {"reference": "#k"}, "contained": [contained]}
    del entry["medicationCodeableConcept"]
    assert ask([*base(), entry]).holds == ["SR-12"]
    lost = entry | {"medicationReference": {"reference": "Medication/elsewhere"}, "contained": []}
    assert "degraded" in ask([*base(), lost]).kinds


def test_a_drug_that_is_only_drafted() -> None:
    """C.3: drafts in `draftOrders` count."""
    assert ask(base(), order(), drafts=[medication("rx:1364430", status="draft")]).holds == ["SR-12"]


DEVICES = [
    device("sct:14106009"),
    device("sct:72506001"),
    device(text="Spinal cord stimulator"),
    condition("sct:441509002"),
    condition("icd:Z95.810"),
]


@pytest.mark.parametrize("resource", DEVICES, ids=str)
def test_devices(resource: Json) -> None:
    """F-32: Device, Z95.0, Z95.810, 441509002, 443325000; neurostimulator by words. TR-27."""
    assert "TR-27" in ask([*base(), resource]).lead["rules"]


def test_metal_and_its_removal() -> None:
    """F-20: Procedure (fusion), 86782006 removed; TR-10."""
    fusion = procedure(text="Posterior spinal fusion T7-T9", site="T7-T9", days=700)
    assert "TR-10" in ask([*base(), fusion]).lead["rules"]
    assert "TR-10" not in ask([*base(), fusion, procedure("sct:86782006", days=100)]).lead["rules"]
    elsewhere = procedure(text="Lumbar fusion L4-L5", site="L4-L5", days=700)
    assert "TR-10" not in ask([*base(), elsewhere]).lead["rules"]


@pytest.mark.parametrize(
    ("resource", "outcomes"),
    [
        (allergy(text="PMMA"), BOARD),
        (allergy(text="Knochenzement (Polymethylmethacrylat)"), BOARD),
        (allergy(text="PMMA", status="inactive"), [("T8", "PAL_CEM")]),
        (allergy(text="PMMA", verification="refuted"), [("T8", "PAL_CEM")]),
        (allergy(text="Penicillin"), [("T8", "PAL_CEM")]),
    ],
)
def test_acrylic_allergy(resource: Json, outcomes: Said) -> None:
    """Gate 5: PMMA/acrylic allergy with CONS = yes (TR-29); PMMA/acrylic by words; CR-10."""
    assert ask([*with_panel(consolidation_need=True), resource]).outcomes == outcomes


REFUSED = {"status": "not-done", "statusReason": codes("sct:105480006")}
REFUSALS = [
    (consent(), DECLINED),
    (consent(code=codes("cpt:20982")), DECLINED),
    (consent(code=codes(text="Blood transfusion")), PLAIN),
    (consent(kind="permit"), PLAIN),
    (consent(status="inactive"), PLAIN),
    (consent(scope="patient-privacy"), PLAIN),
    (consent(scope="research"), PLAIN),
    (consent(scope="adr"), PLAIN),
    (condition("icd:Z66"), PLAIN),
    (condition("icd:Z53.20", days=10), DECLINED),
    (condition("icd:Z53.29", days=31), PLAIN),
    (procedure("cpt:20982") | REFUSED, DECLINED),
    (procedure("cpt:20982", site="L3") | REFUSED, PLAIN),
    (procedure("cpt:20982") | REFUSED | {"statusReason": codes(text="scanner broken")}, PLAIN),
]


@pytest.mark.parametrize(("resource", "outcomes"), REFUSALS, ids=lambda each: str(each)[:90])
def test_refusals(resource: Json, outcomes: Said) -> None:
    """F-04: what counts as a refusal, and what never does."""
    assert ask([*base(), resource]).outcomes == outcomes


PREGNANCY: list[tuple[list[Json], Said, list[str]]] = [
    ([], PLAIN, ["SR-16"]),
    ([loinc("2106-3", {"valueString": "negative"}, days=2)], PLAIN, []),
    ([loinc("2106-3", {"valueString": "negative"}, days=8)], PLAIN, ["SR-16"]),
    ([loinc("2118-8", {"valueCodeableConcept": codes(text="Positive")}, days=20)], BOARD, []),
    ([loinc("82810-3", {"valueCodeableConcept": codes("sct:77386006")}, days=20)], BOARD, []),
    ([condition("icd:Z33.1", days=100)], BOARD, []),
    ([condition("icd:Z33.1", days=301)], PLAIN, ["SR-16"]),
]


@pytest.mark.parametrize(("resources", "outcomes", "holds"), PREGNANCY, ids=lambda each: str(each)[:60])
def test_pregnancy(resources: list[Json], outcomes: Said, holds: list[str]) -> None:
    """SR-05, SR-16: documented for 300 d; a negative test for 7 d."""
    woman = PATIENT | {"gender": "female", "birthDate": "1990-01-01"}
    answer = ask([*base(), *resources], patient=woman)
    assert (answer.outcomes, answer.holds) == (outcomes, holds)
