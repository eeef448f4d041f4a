"""Diseases, emergencies and orders as real systems write them, against the sentences of the contract.

The chart is that of `test_contract_reading_chart`; each case changes one thing, and the sentence that a test holds the
service to stands in its docstring. What may not live here: places, findings and hazards, and the wording of cards.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.support import calls
from tests.support.calls import Json
from tests.support.charts import (
    CALM,
    CURATIVE,
    PALLIATIVE,
    PATIENT,
    Said,
    answer_to,
    ask,
    base,
    call,
    codes,
    condition,
    finding,
    intent,
    loinc,
    medication,
    neuro,
    order,
    panel,
    procedure,
    service,
    without,
)

MCODE = "http://hl7.org/fhir/us/mcode/StructureDefinition/"
PLAIN: Said = [("T8", "PAL_PAIN")]
ASKED: Said = [("T8", "NEED_DATA")]
URGENT: Said = [("T8", "URGENT_REFERRAL")]

# --- to which lesion a Condition without a level belongs --------------------------------------------------------------

FEMUR = condition("icd:C79.51", site=codes("sct:71341001", text="Femur"))


def without_level(*conditions: Json) -> list[Json]:
    """The chart with these Conditions in place of the metastasis of T8."""
    return [*conditions, *without(base(), "C79.51")]


@pytest.mark.parametrize("code", ["icd:C79.51", "sct:94222008", "sct:94602001", "sct:285619009"])
def test_spine_or_bone_in_general_and_one_lesion(code: str) -> None:
    """5.1: it gives nature when it names the spine or bone in general, one spinal lesion is known, no other bone site."""
    answer = ask(without_level(condition(code)))
    assert answer.outcomes == PLAIN
    assert [row["value"] for row in answer.evidence("F-07")] == ["metastasis"]


@pytest.mark.parametrize(
    "conditions",
    [
        [condition("icd:C79.51"), FEMUR],
        [condition("icd:C79.51"), condition("icd:C79.51", text="Metastasis of left femur")],
        [condition("icd:C79.49")],
        [condition("sct:128462008")],
        [condition("icd:C78.7")],
    ],
    ids=["femur by site", "femur in words", "not bone", "metastatic disease", "liver"],
)
def test_otherwise_nature_stays_unknown(conditions: list[Json]) -> None:
    """5.1, H-38: an other bone site, or another organ."""
    answer = ask(without_level(*conditions))
    assert answer.outcomes == ASKED
    assert answer.lead["questions"] == ["F-07"]


def test_of_two_lesions_none_gets_the_nature() -> None:
    """5.1: exactly one spinal lesion is known."""
    answer = ask([*without_level(condition("icd:C79.51")), panel(CALM, site="L2")])
    assert answer.lead["questions"] == ["F-07"]


@pytest.mark.parametrize("code", ["icd:C79.51", "sct:94602001"])
def test_the_only_level_is_that_of_the_order(code: str) -> None:
    """5.1: if the order names the only level, the lesion is at the ordered level and the evidence says so."""
    answer = ask(without(without_level(condition(code)), "spinal-lesion-assessment"))
    assert answer.levels == ["T8"]
    assert [row["value"] for row in answer.evidence("F-07")] == ["metastasis"]
    assert "level from the order" in answer.text.lower()


# --- natures and primaries --------------------------------------------------------------------------------------------

NATURES = [
    ("sct:94274006", "metastasis"),
    ("icd:C7B.03", "metastasis"),
    ("icd:C41.2", "primary-malignant"),
    ("sct:895111002", "primary-malignant"),
    ("o3:9370/3", "primary-malignant"),
    ("icd:C90.30", "plasmacytoma"),
    ("sct:426336007", "plasmacytoma"),
    ("sct:302859004", "osteoid-osteoma"),
    ("o3:9200/0", "osteoblastoma"),
    ("sct:203468000", "benign-treatable"),
    ("icd:D18.09", "benign-not-indicated"),
    ("icd:M46.24", "infection"),
    ("icd:M80.08XA", "osteoporotic"),
]


@pytest.mark.parametrize(("code", "nature"), NATURES)
def test_natures_by_code(code: str, nature: str) -> None:
    """E.2, E.5, E.6 and F-07."""
    answer = ask(base(tumour=condition(code, site="T8"), primary=None))
    assert [row.get("value") for row in answer.evidence("F-07")] == [nature]


NATURES_IN_WORDS = [
    ("Solitary plasmacytoma T8", "plasmacytoma"),
    ("Solitäres Plasmozytom BWK 8", "plasmacytoma"),
    ("Vertebral hemangioma T8", "benign-not-indicated"),
    ("Wirbelmetastase BWK 8", "metastasis"),
    ("Chordoma of T8", "primary-malignant"),
    ("No evidence of metastasis at T8", None),
    ("Family history of bone metastasis T8", None),
]


@pytest.mark.parametrize(("words", "nature"), NATURES_IN_WORDS)
def test_natures_in_words(words: str, nature: str | None) -> None:
    """F-07: problem-list text; CR-08: a negated sentence is not counted as present."""
    answer = ask([condition(text=words), *without(base(), "C79.51")])
    assert [row.get("value") for row in answer.evidence("F-07")] == [nature]


@pytest.mark.parametrize("code", ["icd:D16.6", "icd:D48.0", "sct:126552007"])
def test_a_code_of_the_site_alone_is_no_nature(code: str) -> None:
    """E.2: osteoid osteoma and osteoblastoma have no own code: site code + morphology/text; D48.0 uncertain."""
    answer = ask(base(tumour=condition(code, site="T8"), primary=None))
    assert (answer.outcomes, answer.lead["questions"]) == (ASKED, ["F-07"])


OSTEOID_OSTEOMAS = [
    condition("icd:D16.6", text="Osteoid osteoma of T8", site="T8"),
    condition("icd:D16.6", "o3:9191/0", site="T8"),
    condition(text="Osteoidosteom BWK 8"),
    condition("icd:D16.6", text="Ostéome ostéoïde de T8"),
    condition(
        "icd:D16.6",
        site="T8",
        extension=[
            {"url": MCODE + "mcode-histology-morphology-behavior", "valueCodeableConcept": codes("o3:9191/0")},
        ],
    ),
]


@pytest.mark.parametrize("tumour", OSTEOID_OSTEOMAS, ids=lambda each: str(each["code"]))
def test_osteoid_osteoma_has_no_own_code(tumour: Json) -> None:
    """E.2, the same sentence; B.3: benign osteoid osteoma → curative."""
    assert ask(base(tumour=tumour, primary=None), order(aim=None)).outcomes == [("T8", "CUR_ABL")]


STATUSES = [
    ("active", "confirmed", PLAIN),
    ("recurrence", "confirmed", PLAIN),
    ("inactive", "confirmed", ASKED),
    ("resolved", "confirmed", ASKED),
    ("active", "refuted", ASKED),
    ("active", "entered-in-error", ASKED),
    ("active", "provisional", ASKED),
    ("active", "differential", ASKED),
]


@pytest.mark.parametrize(("status", "verification", "outcomes"), STATUSES)
def test_the_status_of_a_condition(status: str, verification: str, outcomes: Said) -> None:
    """CR-10: entered-in-error, refuted, inactive/resolved ignored; F.5 rule 1: unconfirmed shown but not counted."""
    tumour = condition("icd:C79.51", site="T8", status=status, verification=verification)
    assert ask(base(tumour=tumour)).outcomes == outcomes


def test_benign_and_malignant_at_one_level() -> None:
    """CR-07: D16.6 together with C79.51 at the same level → NEED_DATA on nature; 5.1: at different levels two lesions."""
    both = ask([*base(), condition("icd:D16.6", site="T8")])
    assert both.outcomes == ASKED
    assert "CR-07" in both.lead["rules"]
    assert "conflict" in both.kinds
    assert "NOT_A_TARGET" in both.lead["possibleOutcomes"]
    apart = ask([*base(), condition("icd:D16.6", "sct:302859004", site="L2")])
    assert (apart.outcomes, "conflict" in apart.kinds) == (PLAIN, False)


def test_tumour_and_infection_at_one_level() -> None:
    """Gate 4: tumour and infection at one level → gate 5 (SR-04)."""
    answer = ask([*base(), condition("icd:M46.24", site="T8")])
    assert answer.outcomes == [("T8", "MDT_BOARD")]
    assert "SR-04" in answer.lead["rules"]


PRIMARIES = [
    ("icd:C73", "thyroid"),
    ("icd:Z85.850", "thyroid"),
    ("icd:C64.1", "kidney"),
    ("icd:Z85.528", "kidney"),
    ("o3:8312/3", "kidney"),
    ("icd:Z85.46", "prostate"),
    ("icd:C50.911", "breast"),
    ("sct:254637007", "lung"),
]


@pytest.mark.parametrize(("code", "primary"), PRIMARIES)
def test_primaries(code: str, primary: str) -> None:
    """5.1: a primary tumour itself (C73, Z85.850 …) is the patient's and counts for every metastasis."""
    assert [row["value"] for row in ask(base(primary=code)).told("F-08")] == [primary]


def test_several_primaries() -> None:
    """5.1: a metastasis code or link that names its primary wins; several primaries without one: F-08 is a conflict."""
    others = [condition("icd:C61", id="second")]
    assert [row["status"] for row in ask([*base(), *others]).told("F-08")] == ["conflict"]
    coded = base(tumour=condition("sct:315007008", "icd:C79.51", site="T8"))
    assert [row["value"] for row in ask([*coded, *others]).told("F-08")] == ["thyroid"]
    for reference in ("Condition/second", "https://fhir.example/r4/Condition/second"):
        link = {
            "url": MCODE + "mcode-related-primary-cancer-condition",
            "valueReference": {"reference": reference},
        }
        linked = base(tumour=condition("icd:C79.51", site="T8", extension=[link]))
        assert [row["value"] for row in ask([*linked, *others]).told("F-08")] == ["prostate"]


def test_no_primary() -> None:
    """CR-06: secondary neoplasm coded without primary: the pathway may run."""
    answer = ask(base(primary=None))
    assert answer.outcomes == PLAIN
    assert "CR-06" in answer.lead["rules"]


# --- emergencies ------------------------------------------------------------------------------------------------------

ALARMS: list[tuple[str, list[Json], Said]] = [
    ("none", [condition("icd:G83.4")], URGENT),
    ("none", [condition("icd:G83.4", verification="provisional")], URGENT),
    ("none", [condition(text="Cauda-equina-Syndrom")], URGENT),
    ("none", [condition(text="Syndrome de la queue de cheval")], URGENT),
    ("none", [condition("icd:G83.4", verification="refuted")], PLAIN),
    ("none", [condition("icd:G83.4", status="resolved")], PLAIN),
    ("none", [condition(text="No cauda equina syndrome")], PLAIN),
    ("none", [condition("icd:G95.20")], PLAIN),
    ("root", [condition("icd:G95.20")], URGENT),
    ("root", [condition("sct:71286001")], URGENT),
    ("root", [condition(text="Metastatic spinal cord compression T8")], URGENT),
    ("root", [], PLAIN),
    ("motor", [], URGENT),
    ("sphincter", [], URGENT),
]


@pytest.mark.parametrize(("deficit", "conditions", "outcomes"), ALARMS, ids=lambda each: str(each)[:70])
def test_emergencies(deficit: str, conditions: list[Json], outcomes: Said) -> None:
    """Gate 2; C.7: with `none` documented a coded compression raises nothing; F.5: an unconfirmed Condition raises it."""
    answer = ask([*without(base(), "neurological-deficit"), neuro(deficit), *conditions])
    assert answer.outcomes == outcomes
    assert answer.suggests == (outcomes == PLAIN)


@pytest.mark.parametrize(
    ("words", "outcomes"),
    [("old, stable foot drop", PLAIN), ("old", URGENT), ("stable", URGENT), ("old but no longer stable", URGENT)],
)
def test_old_and_stable_needs_both_words(words: str, outcomes: Said) -> None:
    """5.3: motor and sphincter count as old and stable only when the value's text or the note says both."""
    deficit = neuro("motor", note=[{"text": words}])
    assert ask([*without(base(), "neurological-deficit"), deficit]).outcomes == outcomes


def test_compression_with_no_examination() -> None:
    """C.7: cord compression coded, deficit not documented: as gate 2u: NEED_DATA, warning, asks F-25."""
    answer = ask([*without(base(), "neurological-deficit"), condition("icd:G95.20")])
    assert answer.outcomes == ASKED
    assert answer.cards[0]["indicator"] == "warning"
    assert "F-25" in answer.lead["questions"]


def test_an_emergency_at_another_level() -> None:
    """Gate 2: anywhere in this patient's spine; other lesions keep their outcome, no lesion gets suggestions."""
    same_day = [*without(base(), "neurological-deficit"), neuro("none"), neuro("motor", "L2")]
    for chart in (same_day, [*base(), finding("escc", "3", "L2")]):
        answer = ask(chart)
        assert answer.outcomes == [("L2", "URGENT_REFERRAL"), *PLAIN]
        assert not answer.suggests


def test_an_emergency_without_a_level() -> None:
    """Section 4: with several lesions a card of its own without `lesion`."""
    chart = [*without(base(), "neurological-deficit"), neuro("motor"), condition("icd:C79.51", site="L2")]
    assert ask(chart).outcomes[0] == (None, "URGENT_REFERRAL")


# --- which orders are ours --------------------------------------------------------------------------------------------

OURS: list[Json] = [
    *(order(f"cpt:{code}") for code in (20982, 20983, 22510, 22511, 22512, 22513, 22514, 22515)),
    *(order(f"pcs:{code}") for code in ("0P543ZZ", "0Q503ZZ", "0PU43JZ", "0PS43ZZ", "0PB43ZX")),
    *(order(f"loinc:{code}") for code in ("89930-2", "58747-7", "35935-6", "70925-3", "72553-1", "24986-2", "35906-7")),
    order("sct:879916008"),
    *(order(f"o:OS-03-{code}") for code in ("LASER", "RFA_BIPOLAR", "RFA_MONO", "CRYO", "CHEM")),
    *(order(f"o:{code}") for code in ("OS-04", "OS-05", "OS-06")),
    order(text="RFA T8"),
    order(text="Cryoablation of vertebral metastasis"),
    order(text="Balloon kyphoplasty"),
    order(text="Coblation"),
    order(text="Radiofrequenzablation BWK 8"),
    order(text="Zementoplastie"),
    order(text="Cimentoplastie T8"),
    order(text="Ablation par radiofréquence T8"),
    order(text="Alcoolisation T8"),
    order(text="Biopsie vertébrale T8"),
    order(text="Referral to interventional radiology"),
    order(text="Überweisung interventionelle Radiologie"),
    order(text="Consultation radiologie interventionnelle"),
]
NOT_OURS: list[Json] = [
    *(
        order(text=words, site=None)
        for words in (
            "Radiofrequency ablation of liver metastasis",
            "Renal cryoablation",
            "Cryoablation du rein gauche",
            "Thermoablation Leber",
            "Cryoablation of femur metastasis",
            "RFA thyroid nodule",
            "Radiofrequenzablation Schilddrüsenknoten",
            "Total knee arthroplasty",
            "CT chest with contrast",
            "Lumbar puncture",
            "RF fluoroscopy",
            "Catheter ablation of atrial fibrillation",
            "CT-guided liver biopsy",
        )
    ),
    order("loinc:24627-2", site=None),
    order("dcm:RF", site=None),
    order("sct:430435008", site=None),
    order(text="Radiofrequency ablation", site=codes("sct:10200004")),
    order(text="Cryoablation", site="Left humerus"),
    order("cpt:20982", site=None, note=[{"text": "lesion of the left femur"}]),
]


@pytest.mark.parametrize("ordered", OURS, ids=lambda each: str(each["code"]))
def test_orders_that_are_ours(ordered: Json) -> None:
    """5.2: CPT, ICD-10-PCS and LOINC of E.3, E.4, E.8; 879916008; our concepts; the same in words (en, fr, de)."""
    assert ask(base(), ordered).outcomes == PLAIN


@pytest.mark.parametrize("ordered", NOT_OURS, ids=lambda each: str(each["code"])[:70])
def test_orders_that_are_not_ours(ordered: Json) -> None:
    """5.2: a site outside the spine (organ word or code) → not ours; `RF` as a modality is none of them."""
    assert ask(base(), ordered).cards == []


def test_the_technique_an_order_names() -> None:
    """5.2: augmentation with a cavity is CEMENT, not CAV; "RFA" names the better of its forms, and the card says which."""
    assert ask(base(), order("cpt:20983")).cards[0]["indicator"] == "info"
    assert ask(base(), order("cpt:22513")).cards[0]["indicator"] == "warning"
    cavity = ask(
        [*without(base(), "spinal-lesion-assessment"), panel(CALM | {"consolidation-need": True})], order("cpt:22513")
    )
    assert (cavity.outcomes, cavity.cards[0]["indicator"]) == ([("T8", "PAL_CEM")], "info")
    assert "bipolar" in ask(base(), order(text="RFA")).text.lower()


IMAGING: list[Json] = [
    order("loinc:24980-5", site=None),
    order("loinc:28566-8", site=None),
    order(text="MRI thoracic spine", site=None),
    order(text="MRT BWS", site=None),
    order(text="CT Wirbelsäule", site=None),
]


@pytest.mark.parametrize("ordered", IMAGING, ids=lambda each: str(each["code"]))
def test_imaging_of_the_spine(ordered: Json) -> None:
    """5.2: CT/MR of the spine by LOINC or in words, and a spinal tumour is documented; only with triggers.imaging."""
    assert ask(base(), ordered).levels == ["T8"]
    assert ask(base(), ordered, triggers=False).cards == []
    assert ask([condition("icd:M54.50"), *base()[3:]], ordered).cards == []


@pytest.mark.parametrize("words", ["MRI brain", "CT abdomen pelvis", "MRI knee"])
def test_other_imaging(words: str) -> None:
    """5.2: CT/MR of the spine."""
    assert ask(base(), order(text=words, site=None)).cards == []


@pytest.mark.parametrize(
    "words", ["Morphine sulfate 10 mg", "Oxycodon retard", "fentanyl patch 25 mcg/h", "hydromorphone"]
)
def test_a_strong_opioid(words: str) -> None:
    """5.2: strong opioid, and a painful spinal tumour is documented; only with triggers.opioids."""
    drug = medication(text=words, status="draft")
    assert ask(base(), drug).levels == ["T8"]
    assert ask(base(), drug, triggers=False).cards == []
    assert ask([*without(base(), "38214-3"), loinc("38214-3", (0, "mm"), days=1)], drug).cards == []
    assert ask(without(base(), "38214-3"), drug).cards == []
    assert ask(base()[4:], drug).cards == []


@pytest.mark.parametrize("words", ["tramadol 50 mg", "codeine", "paracetamol", "apomorphine", "naloxone"])
def test_no_strong_opioid(words: str) -> None:
    """E.9: "strong" is decided by the drug's name."""
    assert ask(base(), medication(text=words, status="draft")).cards == []


# --- which lesions an order means -------------------------------------------------------------------------------------

THREE = [*base(), condition("icd:C79.51", site="L2"), condition("icd:C79.51", site="T4")]
SITES: list[tuple[Json, list[str]]] = [
    (order(site=codes("sct:122495006")), ["T4", "T8"]),
    (order(site="lumbar spine"), ["L2"]),
    (order(site="LWS"), ["L2"]),
    (order(site="rachis dorsal"), ["T4", "T8"]),
    (order(text="Cryoablation thoracic spine metastases", site=None), ["T4", "T8"]),
    (order(site=codes("sct:421060004")), ["T4", "T8", "L2"]),
    (order(site=None), ["T4", "T8", "L2"]),
    (order("cpt:20982", site=None, note=[{"text": "please treat T8"}]), ["T8"]),
    (order(text="RFA L2", site="T8"), ["T8"]),
    (order(site=["T8", "L2"]), ["T8", "L2"]),
]


@pytest.mark.parametrize(("ordered", "levels"), SITES, ids=lambda each: str(each)[-110:])
def test_the_site_of_an_order(ordered: Json, levels: list[str]) -> None:
    """5.2: bodySite, else level or organ in code.text, display or note; a region → the lesions in it; no site → all."""
    assert ask(THREE, ordered).levels == levels


def test_a_benign_lesion_beside_another() -> None:
    """5.2: those that end NOT_A_TARGET are named in one sentence instead of a card, unless there is no other."""
    haemangioma = condition("icd:D18.09", site="L2")
    both = ask([*base(), haemangioma], order(site=None))
    assert both.outcomes == PLAIN
    assert "L2" in both.text
    assert ask([haemangioma, neuro("none")], order(site=None)).outcomes == [("L2", "NOT_A_TARGET")]


def test_an_undocumented_level() -> None:
    """5.2: NEED_DATA for the ordered level, plus CR-03 naming the other; nothing documented anywhere: gate 1u."""
    answer = ask(base(), order(site="L4"))
    assert answer.outcomes == [("L4", "NEED_DATA")]
    conflict = next(card for card, kind in zip(answer.cards, answer.kinds, strict=True) if kind == "conflict")
    assert "T8" in conflict["summary"] + conflict["detail"]
    assert not answer.suggests
    nothing = ask(base()[3:], order(site="L4"))
    assert nothing.outcomes == [("L4", "NEED_DATA")]
    assert "possibleOutcomes" not in nothing.lead


@pytest.mark.parametrize("site", ["L9", "T13", "V22", codes("sct:181836007")], ids=str)
def test_an_order_whose_site_cannot_be_read(site: str | Json) -> None:
    """5.2: no site → every documented lesion. A site that is written and not readable is not none: CR-03, no suggestions."""
    answer = ask(base(), order(site=site))
    assert answer.outcomes == PLAIN
    assert (answer.lead["rules"].count("CR-03"), answer.kinds.count("conflict"), answer.suggests) == (1, 1, False)
    quoted = site if isinstance(site, str) else "181836007"
    assert f"“{quoted}”, could not be read" in answer.text
    assert "No order is suggested: the site of the order could not be read." in answer.text


def test_an_order_for_a_level_that_no_spine_has() -> None:
    """B.4 gate 1: an empty answer only where the order names no spinal site; "L9" speaks of one. 1u asks."""
    nothing = ask(base()[3:], order(site="L9"))
    assert nothing.outcomes == [(None, "NEED_DATA")]
    assert "“L9”, could not be read" in nothing.text
    assert ask(base()[3:], order(site="V22")).cards == []


def test_a_finding_whose_site_cannot_be_read() -> None:
    """5.1: what names no level counts for the only lesion; what names one that cannot be read is not used, and this is said."""
    chart = [*without(base(), "spinal-lesion-assessment"), panel(CALM, site="L9")]
    answer = ask(chart, order())
    assert answer.outcomes == ASKED
    assert answer.inputs["CANAL"] == "unknown"
    assert "names a place that cannot be read: not used" in answer.text
    severe = [*without(base(), "spinal-lesion-assessment"), finding("escc", "3", site="L9")]
    assert ask(severe, order()).outcomes == URGENT


def test_a_bone_tumour_whose_site_cannot_be_read() -> None:
    """B.4 gate 1: no bone tumour without a site; of this one nobody knows that it is not in the spine."""
    assert ask([condition("icd:C79.51", site="V22"), *base()[4:]], order(site=None)).outcomes == [(None, "NEED_DATA")]


def test_nothing_of_the_spine_ordered_or_documented() -> None:
    """5.2: no spinal site ordered, and the record holds no spinal lesion and no bone tumour without a site: no cards."""
    assert ask(base()[3:], order(site=None)).cards == []
    assert ask([FEMUR, *base()[3:]], order(site=None)).cards == []
    unplaced = ask([condition("icd:C79.51"), *base()[4:]], order(site=None))
    assert unplaced.outcomes == [(None, "NEED_DATA")]
    body = call(base()[3:], order(site=None))
    body["prefetch"]["conditions"]["link"] = [{"relation": "next", "url": "https://fhir.example/next"}]
    assert answer_to(body).cards != []


@pytest.mark.parametrize(
    ("recorded", "ordered", "differs"),
    [
        ("T8 left", "T8 right", True),
        ("T8 left", "T8 midline", True),
        ("T8 left", "left pedicle T8", False),
        ("T8", "T8 right", False),
    ],
)
def test_another_side(recorded: str, ordered: str, *, differs: bool) -> None:
    """5.1: an order that names another side than the only one recorded = CR-03; C.4: no suggestions until resolved."""
    answer = ask(base(site=recorded), order(site=ordered))
    assert answer.outcomes == PLAIN
    assert ("conflict" in answer.kinds) == differs
    assert answer.suggests != differs
    assert answer.cards[0]["indicator"] == ("warning" if differs else "info")


def test_selections() -> None:
    """5.2: unresolved ones are ignored; none resolved, or none of ours → no cards."""
    ours, other = order(id="a"), order(text="Total knee arthroplasty", site=None, id="b")
    assert ask(base(), ours, selections=["ServiceRequest/a", "ServiceRequest/nowhere"]).outcomes == PLAIN
    assert ask(base(), ours, selections=["https://ehr.example/r4/ServiceRequest/a"]).outcomes == PLAIN
    assert ask(base(), ours, selections=["ServiceRequest/nowhere"]).cards == []
    assert ask(base(), ours, other, selections=["ServiceRequest/b"]).cards == []


def test_several_orders() -> None:
    """5.2: the union of their lesions; each card's `detail` names its order."""
    answer = ask(THREE, order(site="T8", text="Cryoablation"), order(site="L2", text="Vertebroplasty"))
    assert answer.levels == ["T8", "L2"]
    assert "Cryoablation" in answer.cards[0]["detail"]


# --- intent and wishes ------------------------------------------------------------------------------------------------

AIMS: list[tuple[Any, list[Json], Said]] = [
    (CURATIVE, [], [("T8", "CUR_ABL")]),
    (None, [], ASKED),
    (intent("399707004"), [], ASKED),
    (None, [condition("icd:Z51.5")], PLAIN),
    (None, [condition("sct:103735009")], PLAIN),
    (CURATIVE, [condition("icd:Z51.5")], [("T8", "CUR_ABL")]),
    (None, [procedure("cpt:20983", extension=[PALLIATIVE])], PLAIN),
    (None, [procedure("cpt:20983", site="L2", extension=[PALLIATIVE])], ASKED),
]


@pytest.mark.parametrize(("aim", "resources", "outcomes"), AIMS, ids=lambda each: str(each)[:70])
def test_intent(aim: Json | None, resources: list[Json], outcomes: Said) -> None:
    """5.3 Intent: the extension on the order; on Procedures of the lesion; Z51.5 or 103735009; the order wins."""
    assert ask([*base(), *resources], order(aim=aim)).outcomes == outcomes


WISHES = [
    ("debulking requested", "PAL_CAV"),
    ("no debulking", "PAL_PAIN"),
    ("kein Debulking", "PAL_PAIN"),
    ("Volumenreduktion erwünscht", "PAL_REDUCE"),
    ("réduction de volume souhaitée", "PAL_REDUCE"),
    ("tumour size reduction is not needed", "PAL_PAIN"),
]


@pytest.mark.parametrize(("words", "outcome"), WISHES)
@pytest.mark.parametrize("member", ["note", "reasonCode", "orderDetail"])
def test_wishes(member: str, words: str, outcome: str) -> None:
    """5.3 Wishes: from the selected order's `note`, `reasonCode.text` and `orderDetail.text`, by CR-08."""
    assert ask(base(), order() | {member: [{"text": words}]}).outcomes == [("T8", outcome)]


IODINE = [
    ("131-I planned after ablation", "PAL_REDUCE"),
    ("Radiojodtherapie geplant", "PAL_REDUCE"),
    ("no 131-I planned", "PAL_PAIN"),
    ("keine Radiojodtherapie geplant", "PAL_PAIN"),
    ("s/p 131-I 2019", "PAL_PAIN"),
]


@pytest.mark.parametrize(("words", "outcome"), IODINE)
def test_a_plan_of_iodine(words: str, outcome: str) -> None:
    """B.3: SIZE yes with a thyroid primary and a plan of 131-I; CR-08: negated is "no", historical not counted."""
    assert ask(base(primary="icd:C73"), order(note=[{"text": words}])).outcomes == [("T8", outcome)]


# --- whose record, and how much of it ---------------------------------------------------------------------------------

OTHER = {"reference": "Patient/other"}


@pytest.mark.parametrize(
    "resource",
    [condition("icd:G83.4", subject=OTHER), finding("escc", "3", "T8", subject=OTHER)],
    ids=["Condition", "Observation"],
)
def test_another_patient(resource: Json) -> None:
    """Section 3: other resources of another patient: dropped, counted, said in `degraded`."""
    answer = ask([*base(), resource])
    assert answer.outcomes == PLAIN
    assert "degraded" in answer.kinds


@pytest.mark.parametrize("reference", ["https://fhir.example/r4/Patient/p1", "Patient/p1/_history/2"])
def test_the_same_patient_by_another_reference(reference: str) -> None:
    """Section 3: only resources of another patient are dropped."""
    answer = ask([each | {"subject": {"reference": reference}} for each in base()])
    assert (answer.outcomes, "degraded" in answer.kinds) == (PLAIN, False)


def test_required_keys() -> None:
    """Section 3: 412 when neither prefetch nor server can supply it; Patient.id ≠ context.patientId: 400."""
    body = call(base())
    del body["prefetch"]["conditions"]
    assert calls.post(service(), body).status == 412
    assert calls.post(service(), call(base(), patient=PATIENT | {"id": "someone"})).status == 400


def test_consents_that_could_not_be_read() -> None:
    """F.4: F-04 not readable: no suggestions, said."""
    body = call(base())
    del body["prefetch"]["consents"]
    answer = answer_to(body)
    assert (answer.outcomes, answer.suggests, "degraded" in answer.kinds) == (PLAIN, False, True)
