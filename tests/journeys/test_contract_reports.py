"""What reports say, against the reading words of part F.5: each row of its table, and what a sentence may not be taken for.

One chart runs through all: a painful lytic metastasis of T8 with everything known, ordered for palliation: PAL_PAIN.
Findings are left out of it where a report has to tell them. What may not live here: which of several reports counts
(`test_contract_reports_weighed`), which lesions reports tell of (`test_contract_reports_lesions`), and in which form they may
come (`test_contract_reports_forms`).
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.charts import CURATIVE, Said, ask, order
from tests.support.reports import CANAL, CONS, DEFICIT, NEAR, SOFT, WALL, report, shown, silent, told, values

PLAIN: Said = [("T8", "PAL_PAIN")]
BOARD: Said = [("T8", "MDT_BOARD")]


# --- the rows of evidence ---------------------------------------------------------------------------------------------


def test_a_finding_from_a_report_says_where_it_stands() -> None:
    """4: `code`, `value`, `status`, `seenIn`, `on`, and `text` is the verbatim sentence for facts read from a report."""
    mr = report("Vertebral marrow is heterogeneous. Epidural extension of the tumour at T8. Conus normal.", days=5)
    rows = [row for row in ask([*silent(*CANAL), mr]).told("F-10") if row.get("code") == "canal-extension"]
    assert rows == [
        {
            "fact": "F-10",
            "code": "canal-extension",
            "value": True,
            "status": "known",
            "seenIn": ["DiagnosticReport/r1"],
            "on": mr["effectiveDateTime"][:10],
            "text": "Epidural extension of the tumour at T8.",
        }
    ]


def test_an_unknown_row_has_no_value_and_no_source() -> None:
    """4: `unknown` (no `value`, no `seenIn`)."""
    answer = told("Epidural extension at T8 cannot be excluded.", CANAL)
    rows = [row for row in answer.evidence("F-10") if row.get("code") == "canal-extension"]
    assert rows
    assert all(row["status"] == "unknown" and not {"value", "seenIn"} & row.keys() for row in rows)


FINDINGS: list[tuple[str, tuple[str, ...], str, str, Any]] = [
    ("Osteolytic metastasis of T8.", ("matrix",), "F-09", "matrix", "lytic"),
    ("Sclerotic metastasis of T8.", ("matrix",), "F-09", "matrix", "sclerotic"),
    ("Osteoblastic metastasis of T8.", ("matrix",), "F-09", "matrix", "sclerotic"),
    ("Mixed lytic and sclerotic metastasis of T8.", ("matrix",), "F-09", "matrix", "mixed"),
    ("Tumour extends into the epidural space at T8.", CANAL, "F-10", "canal-extension", True),
    ("The spinal canal is free of tumour at T8.", CANAL, "F-10", "canal-extension", False),
    ("ESCC grade 1b at T8.", CANAL, "F-10", "escc", "1b"),
    ("T8: Bilsky 0.", CANAL, "F-10", "escc", "0"),
    ("The posterior wall of T8 is breached.", WALL, "F-11", "posterior-wall", "breached"),
    ("The posterior wall of T8 is intact.", WALL, "F-11", "posterior-wall", "intact"),
    ("Paravertebral soft-tissue mass at T8.", SOFT, "F-12", "soft-tissue-extension", True),
    ("No paravertebral soft-tissue component at T8.", SOFT, "F-12", "soft-tissue-extension", False),
    ("Pathological fracture of T8 with loss of height.", CONS, "F-13", "collapse", True),
    ("The metastasis of T8 measures 18 x 12 mm.", ("size",), "F-16", "size", 18),
    ("The metastasis of T8 measures 2.3 cm.", ("size",), "F-16", "size", 23),
    ("The lesion of T8 lies 6 mm from the spinal cord.", NEAR, "F-18", "distance-to-neural-structure", 6),
    ("Posterior instrumentation with pedicle screws T7-T9.", (), "F-20", "metal-near-level", "present"),
    ("The metastasis of T8 has progressed after radiotherapy.", (), "F-21", "previous-radiotherapy", "failed"),
]


@pytest.mark.parametrize(("text", "left_out", "fact", "code", "value"), FINDINGS, ids=lambda each: str(each)[:50])
def test_findings_that_stand_in_reports(
    text: str, left_out: tuple[str, ...], fact: str, code: str, value: object
) -> None:
    """F.2: facts marked T come from report text; the evidence has the codes of 5.3."""
    rows = [row for row in told(text, left_out).evidence(fact) if row.get("code") == code]
    assert [(row["status"], row.get("value")) for row in rows] == [("known", value)]
    assert rows[0]["seenIn"] == ["DiagnosticReport/r1"]
    assert rows[0]["text"] == text


# --- the table "Reading words" ----------------------------------------------------------------------------------------

RESOLVED: list[tuple[str, tuple[str, ...], str]] = [
    ("The previously seen epidural component at T8 has resolved.", CANAL, "CANAL"),
    ("Epidural tumour at T8 is no longer seen.", CANAL, "CANAL"),
    ("The paravertebral mass at T8 has resolved.", SOFT, "SOFT"),
    ("The paravertebral mass at T8 is no longer seen.", SOFT, "SOFT"),
]


@pytest.mark.parametrize(("text", "left_out", "asked"), RESOLVED)
def test_resolved_is_a_current_no(text: str, left_out: tuple[str, ...], asked: str) -> None:
    """F.5: "has resolved", "no longer seen": a current "no" for that finding and level."""
    answer = told(text, left_out)
    assert answer.inputs[asked] == "no"
    assert answer.outcomes == PLAIN
    assert shown(answer, text)


HEDGED: list[tuple[str, tuple[str, ...], str, str]] = [
    ("No definite epidural extension at T8.", CANAL, "CANAL", "F-10"),
    ("No convincing epidural extension at T8.", CANAL, "CANAL", "F-10"),
    ("Kein sicherer Anhalt für eine epidurale Ausdehnung in Höhe BWK 8.", CANAL, "CANAL", "F-10"),
    ("Pas d'argument formel pour une extension épidurale en D8.", CANAL, "CANAL", "F-10"),
    ("No definite paravertebral mass at T8.", SOFT, "SOFT", "F-12"),
    ("No definite fracture of T8.", CONS, "CONS", "F-13"),
    ("Probable epidural extension at T8.", CANAL, "CANAL", "F-10"),
    ("Epidural extension at T8 is likely.", CANAL, "CANAL", "F-10"),
    ("Findings suspicious for epidural extension at T8.", CANAL, "CANAL", "F-10"),
    ("Am ehesten epidurale Ausdehnung in Höhe Th8.", CANAL, "CANAL", "F-10"),
    ("Aspect en faveur d'une extension épidurale en D8.", CANAL, "CANAL", "F-10"),
    ("Cannot exclude epidural disease at T8.", CANAL, "CANAL", "F-10"),
    ("Epidural extension at T8 cannot be excluded.", CANAL, "CANAL", "F-10"),
    ("Epidural tumour versus epidural fat at T8.", CANAL, "CANAL", "F-10"),
    ("Probable paravertebral mass at T8.", SOFT, "SOFT", "F-12"),
    ("Possible pathological fracture of T8.", CONS, "CONS", "F-13"),
    ("Possible pathological fracture of T8, not confirmed.", CONS, "CONS", "F-13"),
]


@pytest.mark.parametrize(("text", "left_out", "asked", "fact"), HEDGED)
def test_hedged_is_unknown_shown_and_asked(text: str, left_out: tuple[str, ...], asked: str, fact: str) -> None:
    """F.5: hedged denial: unknown; hedged assertion, "cannot exclude", "versus": unknown, shown and asked. CR-08."""
    answer = told(text, left_out)
    assert answer.inputs[asked] == "unknown"
    assert answer.lead["outcome"] == "NEED_DATA"
    assert answer.lead["questions"] == [fact]
    assert shown(answer, text.rstrip("."))
    assert "CR-08" in answer.lead["rules"]


@pytest.mark.parametrize("text", ["Metastasis of T8 confined to bone.", "T8 lesion confined to the vertebral body."])
def test_confined_to_bone(text: str) -> None:
    """F.5: SOFT no; CANAL stays unknown: the canal is "no" only when canal, epidural space or thecal sac is named."""
    answer = told(text, CANAL + SOFT)
    assert (answer.inputs["SOFT"], answer.inputs["CANAL"]) == ("no", "unknown")


NAMED = [
    "No extension to the spinal canal at T8.",
    "No epidural extension at T8.",
    "The epidural space is free at T8.",
    "No contact of the T8 tumour with the thecal sac, no extension into the canal.",
    "ESCC 0 at T8.",
]


@pytest.mark.parametrize("text", NAMED)
def test_the_canal_is_no_when_it_is_named(text: str) -> None:
    """F.5, the same row."""
    assert told(text, CANAL).inputs["CANAL"] == "no"


@pytest.mark.parametrize("text", ["No cord compression at T8.", "No MSCC.", "No metastatic spinal cord compression."])
def test_no_cord_compression(text: str) -> None:
    """F.5: nothing about the canal; DEFICIT unknown."""
    assert told(text, CANAL).inputs["CANAL"] == "unknown"
    assert told(text, (*CANAL, DEFICIT)).inputs["DEFICIT"] == "unknown"
    assert told(text).outcomes == PLAIN


FORAMEN = "Tumour extension into the left neural foramen at T8."


def test_foraminal_extension() -> None:
    """F.5: SOFT yes and close to a neural structure; nothing about the canal."""
    answer = told(FORAMEN, CANAL + SOFT)
    assert (answer.inputs["SOFT"], answer.inputs["CANAL"]) == ("yes", "unknown")
    close = told(FORAMEN, SOFT)
    assert close.outcomes == [("T8", "PAL_PAIN_SOFT")]
    assert states(close)["RFA_MONO"] == "avoid"
    assert states(told("Paravertebral mass at T8.", SOFT))["RFA_MONO"] == "acceptable"


def states(answer: Any) -> dict[str, str]:
    return {each["code"]: each["state"] for each in answer.lead["techniques"]}


def offered(answer: Any) -> set[str]:
    """Techniques that are not to be avoided; none where there is no pathway."""
    return {each["code"] for each in answer.lead.get("techniques", []) if each["state"] != "avoid"}


def test_a_retropulsed_fragment() -> None:
    """F.5: posterior wall breached; no tumour in the canal."""
    text = "Retropulsed bone fragment at T8."
    assert told(text, CANAL + WALL).inputs["CANAL"] == "unknown"
    answer = told(text, WALL)
    assert values(answer, "F-11") == ["breached"]
    assert answer.outcomes == PLAIN
    assert "conflict" not in answer.kinds


NO_TUMOUR_IN_THE_CANAL = [
    "L5-S1 disc protrusion into the canal.",
    "T8-T9 disc protrusion into the spinal canal.",
    "Cement in the spinal canal at T8.",
    "Epidural haematoma at T8.",
    "Epidural abscess at T8.",
]


@pytest.mark.parametrize("text", NO_TUMOUR_IN_THE_CANAL)
def test_what_lies_in_the_canal_and_is_no_tumour(text: str) -> None:
    """F.5: disc protrusion, cement, haematoma, abscess in the canal: no tumour in the canal."""
    assert told(text, CANAL).inputs["CANAL"] == "unknown"
    answer = told(text)
    assert answer.inputs["CANAL"] == "no"
    assert "CR-04" not in answer.lead["rules"]


CLOSE = [
    ("The T8 lesion abuts the left T8 nerve root.", True),
    ("The T8 lesion is in contact with the left nerve root.", True),
    ("The T8 lesion lies adjacent to the left nerve root.", True),
    ("The T8 lesion is clear of the nerve roots.", False),
]


@pytest.mark.parametrize(("text", "close"), CLOSE)
def test_contact_is_close(text: str, close: bool) -> None:  # noqa: FBT001 - a column of the table
    """F.5: "abuts", "in contact with", "adjacent to" a root: close, a measured 15 mm notwithstanding. TR-08: RFA_MONO."""
    answer = told(text)
    assert answer.outcomes == PLAIN
    assert states(answer)["RFA_MONO"] == ("avoid" if close else "acceptable")
    assert [row["value"] for row in told(text, NEAR).told("F-18")] == [close]


@pytest.mark.parametrize(
    "text", ["The T8 tumour is in contact with the thecal sac.", "T8: tumour abutting the dural sac."]
)
def test_contact_with_the_sac_is_close(text: str) -> None:
    """F.5, the same row: the sac. What that says of the canal the table leaves open; it is not "no"."""
    answer = told(text, CANAL)
    assert answer.inputs["CANAL"] != "no"
    assert not {"RFA_MONO"} & offered(answer)


VISCERA = [
    ("The L4 lesion abuts the sigmoid colon.", True),
    ("The L4 lesion is in contact with the small bowel.", True),
    ("The L4 lesion lies adjacent to the descending colon.", True),
    ("The L4 lesion abuts the aorta.", False),
    ("The L4 lesion abuts the inferior vena cava.", False),
    ("The L4 lesion is in contact with the left ureter.", False),
    ("The colon is at a distance of 40 mm from the L4 lesion.", False),
    ("The L4 lesion lies 8 mm from the descending colon.", True),
]


@pytest.mark.parametrize(("text", "bowel"), VISCERA)
def test_contact_with_a_viscus(text: str, bowel: bool) -> None:  # noqa: FBT001 - a column of the table
    """F.5: bowel is close; great vessels and ureter are named structures, not bowel. SR-21: TP-07, TP-18."""
    answer = ask([*silent(site="L4"), report(text)], order(site="L4"))
    assert answer.outcomes == [("L4", "PAL_PAIN")]
    items = {item for each in answer.advice if each["kind"] == "thermalprotection" for item in each["items"]}
    assert {"TP-07", "TP-18"} & items == ({"TP-07", "TP-18"} if bowel else set())


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("Multiple spinal metastases.", BOARD),
        ("At least 4 spinal metastases.", BOARD),
        ("At least 3 spinal metastases.", [("T8", "CUR_ABL")]),
        ("Two spinal metastases.", [("T8", "CUR_ABL")]),
        ("Solitary spinal metastasis at T8.", [("T8", "CUR_ABL")]),
    ],
)
def test_how_many_lesions(text: str, outcomes: Said) -> None:
    """F.5: "multiple" is more than `few_lesions`; "at least n" is n. Gate 5 with curative intent."""
    assert told(text, (), order(aim=CURATIVE)).outcomes == outcomes


def test_the_number_that_a_report_gives() -> None:
    """F.5, the same row."""
    assert values(told("At least 4 spinal metastases.", (), order(aim=CURATIVE)), "F-17") == [4]


RADIOTHERAPY = [
    ("T8 was irradiated in June.", "given"),
    ("Status post radiotherapy of T8.", "given"),
    ("The T8 metastasis has responded well to radiotherapy.", "responded"),
    ("Progression of the T8 metastasis despite radiotherapy.", "failed"),
]


@pytest.mark.parametrize(("text", "value"), RADIOTHERAPY)
def test_radiotherapy(text: str, value: str) -> None:
    """F.5: radiotherapy given, result not stated: `given`; neutral (F-21). TR-19 names failed radiotherapy."""
    answer = told(text)
    assert answer.outcomes == PLAIN
    assert values(answer, "F-21") == [value]
    assert ("TR-19" in answer.lead["rules"]) == (value == "failed")


DEFICITS = [
    ("Radicular pain at T8 without sensory or motor loss.", "none"),
    ("Left radicular pain. No sensory or motor deficit.", "none"),
    ("No motor weakness.", "unknown"),
    ("Neurologically intact.", "none"),
    ("Keine sensiblen oder motorischen Ausfälle.", "none"),
    ("Pas de déficit sensitivo-moteur.", "none"),
    ("Numbness in the left L5 dermatome.", "root"),
]


@pytest.mark.parametrize(("text", "expected"), DEFICITS)
def test_deficits_that_are_no_emergency(text: str, expected: str) -> None:
    """F.5: radicular pain without sensory or motor loss: no deficit. Gate 2: a `root` deficit alone is no emergency."""
    answer = told(text, (DEFICIT,), kind="examination")
    assert answer.inputs["DEFICIT"] == expected
    assert answer.outcomes == PLAIN


@pytest.mark.parametrize(
    "text",
    [
        "T8 is unstable.",
        "Impending fracture of T8.",
        "The T8 vertebral body is at risk of collapse.",
        "High risk of fracture at T8.",
    ],
)
def test_at_risk(text: str) -> None:
    """F.5: "unstable", "impending fracture", "at risk of collapse": CONS yes; SINS asked as an optional question."""
    answer = told(text, CONS)
    assert answer.inputs["CONS"] == "yes"
    assert answer.outcomes == [("T8", "PAL_CEM")]
    assert "F-14" in answer.lead["optionalQuestions"]


def test_no_risk() -> None:
    """B.3: report "no risk of fracture": CONS no."""
    assert told("No risk of fracture at T8.", CONS).outcomes == PLAIN


TOTALS: list[tuple[str, int | None, str]] = [
    ("SINS 14 at T8.", 14, "MDT_BOARD"),
    ("T8: SINS 13/18.", 13, "MDT_BOARD"),
    ("SINS score of 4 at T8.", 4, "PAL_PAIN"),
    ("SINS-Score von 5 Punkten.", 5, "PAL_PAIN"),
    ("Score SINS : 6/18.", 6, "PAL_PAIN"),
    ("T8: SINS 9.", 9, "NEED_DATA"),
    ("SINS 7-12 at T8.", None, "NEED_DATA"),
    ("SINS > 12 at T8.", None, "NEED_DATA"),
    ("Possible SINS 14 at T8.", None, "NEED_DATA"),
    ("In 2019 SINS was 14 at T8.", None, "NEED_DATA"),
    ("L2: SINS 14.", None, "NEED_DATA"),
]


@pytest.mark.parametrize(("text", "total", "outcome"), TOTALS)
def test_a_sins_total(text: str, total: int | None, outcome: str) -> None:
    """F-14: SINS from report text; total alone → the total. Gate 5: 13 and more; B.3: 0-6 is no need."""
    answer = told(text, CONS)
    assert [row.get("value") for row in answer.evidence("F-14") if row["code"] == "sins"] == [total]
    assert answer.outcomes == [("T8", outcome)]


COLLAPSES = [
    ("Compression fracture of T8.", "yes"),
    ("T8 has lost 30 % of its height.", "yes"),
    ("Pathological fracture of the T8 vertebral body.", "yes"),
    ("Osteoporotic fracture of L2.", "unknown"),
    ("Loss of height of T12.", "unknown"),
    ("Healed fracture of T8.", "unknown"),
    ("Old compression fracture of T8.", "unknown"),
    ("No fracture of T8.", "unknown"),
]


@pytest.mark.parametrize(("text", "expected"), COLLAPSES)
def test_fractures(text: str, expected: str) -> None:
    """F.5: fracture or height loss at the tumour's own level is `collapse`; elsewhere, or "healed"/"old", it is not.

    5.3: `collapse` = false alone decides nothing.
    """
    assert told(text, CONS).inputs["CONS"] == expected


@pytest.mark.parametrize(
    "text", ["Paravertebral mass of 40 mm at T8.", "A 4 cm soft-tissue component lies left of T8."]
)
def test_the_size_of_a_soft_tissue_part(text: str) -> None:
    """F.5: size of a soft-tissue part: not F-16."""
    assert values(told(text, ("size",)), "F-16") == []


WISHES = [
    ("Debulking at T8 is requested.", "F-10"),
    ("Volume reduction of the T8 metastasis is desired.", "F-15"),
    ("131-I therapy is planned.", "F-15"),
]


@pytest.mark.parametrize(("text", "fact"), WISHES)
def test_wishes_told_in_a_report(text: str, fact: str) -> None:
    """F.5: wishes and plans told in a report: no wish, asked as an optional question; wishes come from the order."""
    answer = ask([*silent(primary="icd:C73"), report(text)])
    assert answer.outcomes == PLAIN
    assert answer.inputs["SIZE"] == "no"
    assert fact in answer.lead["optionalQuestions"]


# --- CR-08 ------------------------------------------------------------------------------------------------------------

NOT_PRESENT: list[tuple[str, tuple[str, ...], str, str]] = [
    ("No evidence of extension to the canal at T8.", CANAL, "CANAL", "no"),
    ("Epidural disease excluded at T8.", CANAL, "CANAL", "no"),
    ("No epidural, foraminal or paravertebral extension at T8.", CANAL + SOFT, "SOFT", "no"),
    ("No paravertebral mass at T8, but epidural extension.", CANAL + SOFT, "CANAL", "yes"),
    ("In 2019 there was epidural extension at T8.", CANAL, "CANAL", "unknown"),
    ("If extension to the canal develops, surgery should be considered.", CANAL, "CANAL", "unknown"),
    ("Please assess for epidural extension at T8.", CANAL, "CANAL", "unknown"),
    ("Clinical question: epidural extension at T8?", CANAL, "CANAL", "unknown"),
    ("At the T9 level no canal extension.", CANAL, "CANAL", "unknown"),
    ("Epidural extension at L2.", CANAL, "CANAL", "unknown"),
    ("Paravertebral mass at T10.", SOFT, "SOFT", "unknown"),
]


@pytest.mark.parametrize(("text", "left_out", "asked", "expected"), NOT_PRESENT)
def test_what_is_denied_past_conditional_or_elsewhere(
    text: str, left_out: tuple[str, ...], asked: str, expected: str
) -> None:
    """CR-08: not counted as present; negated counts as no, conditional as unknown. The rule is named on the lead card."""
    answer = told(text, left_out)
    assert answer.inputs[asked] == expected
    assert "CR-08" in answer.lead["rules"]


PERSONS = [
    "Family history of bone tumour.",
    "Mother had a spinal metastasis with cord compression and paraplegia.",
    "In patients with spinal metastases epidural extension is common.",
    "Her sister had epidural extension of a tumour at T8.",
]


@pytest.mark.parametrize("text", PERSONS)
def test_another_person(text: str) -> None:
    """F.5 rule 1: another patient is ignored."""
    assert told(text).outcomes == PLAIN
    answer = told(text, CANAL)
    assert answer.inputs["CANAL"] == "unknown"
    assert answer.levels == ["T8"]


def test_a_past_ice_ball_is_no_finding() -> None:
    """G, traps: "ice ball of cryoablation at L2 in 2020" (a past procedure) makes no lesion of L2."""
    answer = ask([*silent(), report("Ice ball of cryoablation at L2 in 2020.")], order(site=None))
    assert answer.outcomes == PLAIN


def test_metal_that_was_removed() -> None:
    """G, traps: "screw at L3 removed"; F-20 `removed`, so TR-10 does not fire."""
    answer = ask([*silent(site="L3"), report("Screw at L3 removed.")], order(site="L3"))
    assert "TR-10" not in answer.lead["rules"]
    assert values(answer, "F-20") == ["removed"]
    there = ask([*silent(site="L3"), report("Pedicle screws at L3.")], order(site="L3"))
    assert "TR-10" in there.lead["rules"]
