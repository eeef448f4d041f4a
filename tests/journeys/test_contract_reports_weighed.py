"""Which report counts, against part F.5: status, age, newest first, other kinds of source, impression and findings; CR-03.

The chart is that of `test_contract_reports`: a painful lytic metastasis of T8, everything known, ordered for palliation.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.support import calls
from tests.support.calls import Json
from tests.support.charts import (
    CALM,
    Answer,
    Said,
    ago,
    ask,
    base,
    call,
    condition,
    finding,
    neuro,
    order,
    panel,
    without,
)
from tests.support.reports import CANAL, CONS, DEFICIT, SOFT, WALL, attached, report, shown, silent, told

PLAIN: Said = [("T8", "PAL_PAIN")]
YES, NO = "Epidural extension at T8.", "No epidural extension at T8."
MASS, NO_MASS = "Paravertebral mass at T8.", "No paravertebral mass at T8."


def several(left_out: tuple[str, ...], *reports: Json) -> Answer:
    """The answer when these reports tell what is left out."""
    return ask([*silent(*left_out), *(each | {"id": f"r{number}"} for number, each in enumerate(reports, 1))])


# --- status -----------------------------------------------------------------------------------------------------------

STATUSES = [
    ("final", "no"),
    ("amended", "no"),
    ("corrected", "no"),
    ("appended", "no"),
    ("preliminary", "unknown"),
    ("partial", "unknown"),
    ("registered", "unknown"),
    ("cancelled", "unknown"),
    ("entered-in-error", "unknown"),
    ("unknown", "unknown"),
]


@pytest.mark.parametrize(("status", "expected"), STATUSES)
def test_the_status_of_a_report(status: str, expected: str) -> None:
    """F.5 rules 1 and 6: amended, corrected and appended are as good as final; preliminary settles nothing."""
    answer = told(NO, CANAL, status=status)
    assert answer.inputs["CANAL"] == expected


@pytest.mark.parametrize("status", ["preliminary", "cancelled", "entered-in-error"])
def test_a_report_that_does_not_count_is_named(status: str) -> None:
    """CR-10: ignored, or downgraded to unknown; named in the rules of the lead card."""
    assert "CR-10" in told(YES, CANAL, status=status).lead["rules"]


@pytest.mark.parametrize("text", [YES, NO])
def test_a_preliminary_report_is_shown_but_not_counted(text: str) -> None:
    """F.5 rule 1: shown but not counted: preliminary."""
    answer = told(text, CANAL, status="preliminary")
    assert answer.inputs["CANAL"] == "unknown"
    assert "F-10" in answer.lead["questions"]
    assert shown(answer, text.rstrip("."))


@pytest.mark.parametrize("status", ["cancelled", "entered-in-error"])
def test_a_cancelled_report_is_ignored(status: str) -> None:
    """F.5 rule 1: ignored: entered-in-error, cancelled. Not even an emergency is read from it."""
    assert told("ESCC 3 at T8.", status=status).outcomes == PLAIN


def test_a_preliminary_report_never_overrides_a_final_one() -> None:
    """CR-04: a preliminary report never overrides a final one."""
    answer = several(CANAL, report(NO, days=10), report(YES, days=1, status="preliminary"))
    assert answer.outcomes == PLAIN


@pytest.mark.parametrize("text", ["ESCC 3 at T8.", "New paraparesis.", "Urinary retention."])
def test_a_preliminary_report_raises_the_emergency(text: str) -> None:
    """F.5 rule 1: a preliminary report within its age limit raises gate 2."""
    answer = told(text, days=1, status="preliminary")
    assert answer.outcomes == [("T8", "URGENT_REFERRAL")]
    assert "preliminary" in answer.text


def test_a_preliminary_emergency_beyond_its_age_limit_is_asked_about() -> None:
    """F.5 rule 1: one beyond its age limit makes the neurological status unknown and is asked about on a warning card."""
    answer = told("New paraparesis.", (DEFICIT, *CANAL), days=20, status="preliminary", kind="examination")
    assert answer.outcomes == [("T8", "NEED_DATA")]
    assert answer.inputs["DEFICIT"] == "unknown"
    assert answer.cards[0]["indicator"] == "warning"
    assert answer.lead["questions"] == ["F-25", "F-10"]
    assert not answer.suggests


def test_a_preliminary_no_does_not_end_an_emergency() -> None:
    """F.5 rule 1: never settles a "no"."""
    chart = [*without(base(), DEFICIT), neuro("motor", days=3)]
    answer = ask([*chart, report("Neurologically intact.", days=1, status="preliminary", kind="examination")])
    assert answer.outcomes == [("T8", "URGENT_REFERRAL")]


# --- ages -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "expected"), [(89, "no"), (91, "unknown"), (None, "unknown")])
def test_reports_grow_old(days: float | None, expected: str) -> None:
    """2.1: older than `imaging_max_age_days` (90), or without a date: shown, counts as unknown, asked again."""
    answer = told(NO, CANAL, days=days)
    assert answer.inputs["CANAL"] == expected
    assert shown(answer, NO.rstrip("."))
    assert ("F-10" in answer.lead.get("questions", [])) == (expected == "unknown")


def test_a_report_with_only_an_issue_date() -> None:
    """2.1: date of the finding: `effective`, `performed`, else `issued`."""
    assert told(NO, CANAL, days=None, issued=ago(5)).outcomes == PLAIN


@pytest.mark.parametrize(
    "period", [{"start": ago(6), "end": ago(5)}, {"start": ago(5)}], ids=["start and end", "start alone"]
)
def test_a_report_of_a_period(period: Json) -> None:
    """2.1, the same sentence: `effective` may be a period."""
    assert told(NO, CANAL, days=None, effectivePeriod=period).outcomes == PLAIN


@pytest.mark.parametrize(("days", "expected"), [(13, "none"), (15, "unknown")])
def test_examinations_in_reports_grow_old(days: float, expected: str) -> None:
    """C.6: `neuro_exam_max_age_days` (14) is for examination findings, in a report too."""
    answer = told("Neurologically intact.", (DEFICIT, *CANAL), days=days, kind="examination")
    assert answer.inputs["DEFICIT"] == expected
    assert ("F-25" in answer.lead["questions"]) == (expected == "unknown")


@pytest.mark.parametrize(
    ("setting", "text", "left_out", "asked", "expected"),
    [
        ("IMAGING_MAX_AGE_DAYS", NO, CANAL, "CANAL", ("no", "unknown")),
        ("NEURO_EXAM_MAX_AGE_DAYS", "Neurologically intact.", (DEFICIT,), "DEFICIT", ("none", "unknown")),
    ],
)
def test_a_site_sets_the_limits(
    setting: str, text: str, left_out: tuple[str, ...], asked: str, expected: tuple[str, str]
) -> None:
    """C.6: both limits can be set by a site within their ranges."""
    found = []
    for value in ("30", "14" if setting.startswith("IMAGING") else "5"):
        service = calls.client(**{f"SPINAL_CDS__THRESHOLDS__{setting}": value})
        answered = calls.post(service, call([*silent(*left_out), report(text, days=20)]))
        found.append(Answer(answered=answered).inputs[asked])
    assert tuple(found) == expected


def test_an_old_report_does_not_contradict() -> None:
    """F.5 rule 1: older than its age limit: shown, not counted; so the coded finding of last week stands."""
    answer = told(YES, days=200)
    assert answer.outcomes == PLAIN


# --- two reports ------------------------------------------------------------------------------------------------------


def test_the_newest_of_two_reports_counts() -> None:
    """F.5 rule 2: two final reports: the newest counts; a different older one raises CR-04 and is shown."""
    older, newer = "Sclerotic metastasis of T8.", "Osteolytic metastasis of T8."
    answer = several(("matrix",), report(older, days=40, kind="CT"), report(newer, days=5, kind="CT"))
    assert [row.get("value") for row in answer.evidence("F-09")] == ["lytic"]
    assert "CR-04" in answer.lead["rules"]
    assert "conflict" in answer.kinds
    assert shown(answer, "Sclerotic")


def test_two_reports_that_agree() -> None:
    """F.5 rule 2: only a different one raises CR-04."""
    answer = several(CANAL, report(NO, days=40), report(NO, days=5))
    assert answer.outcomes == PLAIN
    assert "CR-04" not in answer.lead["rules"]


def test_a_newer_yes_counts() -> None:
    """F.5 rule 2: the newest counts."""
    answer = several(CANAL, report(NO, days=40), report(YES, days=5, kind="CT"))
    assert answer.inputs["CANAL"] == "yes"
    assert "CR-04" in answer.lead["rules"]


RESOLVED = "The epidural component at T8 has resolved."
Made = tuple[str, str]
"""What a report says, and what made it."""
NEWER_NO: list[tuple[tuple[str, ...], Made, Made, str, str]] = [
    (CANAL, (YES, "MR"), (NO, "MR"), "CANAL", "no"),
    (CANAL, (YES, "MR"), (NO, "CT"), "CANAL", "unknown"),
    (CANAL, (YES, "CT"), (NO, "CT"), "CANAL", "unknown"),
    (CANAL, (YES, "CT"), (NO, "PET"), "CANAL", "unknown"),
    (CANAL, (YES, "MR"), (RESOLVED, "CT"), "CANAL", "no"),
    (SOFT, (MASS, "CT"), (NO_MASS, "CT"), "SOFT", "no"),
    (SOFT, (MASS, "CT"), (NO_MASS, "MR"), "SOFT", "unknown"),
    (SOFT, (MASS, "MR"), (NO_MASS, "CT"), "SOFT", "unknown"),
    (SOFT, (MASS, "MR"), ("The paravertebral mass at T8 is no longer seen.", "CT"), "SOFT", "no"),
]


@pytest.mark.parametrize(("left_out", "older", "newer", "asked", "expected"), NEWER_NO)
def test_a_newer_no(left_out: tuple[str, ...], older: Made, newer: Made, asked: str, expected: str) -> None:
    """F.5 rule 5: it cancels an older yes only from the same modality (canal: MR) or if it says "has resolved"."""
    answer = several(left_out, report(older[0], days=40, kind=older[1]), report(newer[0], days=5, kind=newer[1]))
    assert answer.inputs[asked] == expected
    assert "CR-04" in answer.lead["rules"]
    if expected == "unknown":
        assert "conflict" in answer.kinds
        assert shown(answer, older[0].rstrip("."))
        assert shown(answer, newer[0].rstrip("."))


PARESIS = "New paraparesis."
NO_DEFICIT: list[tuple[Made, Made, bool]] = [
    ((PARESIS, "MR"), ("Neurologically intact.", "MR"), True),
    ((PARESIS, "MR"), ("Neurologically intact.", "examination"), False),
    ((PARESIS, "MR"), ("The paraparesis has resolved.", "examination"), True),
    ((PARESIS, "examination"), ("The paraparesis has resolved. Neurologically intact.", "MR"), True),
]


@pytest.mark.parametrize(("older", "newer", "cancels"), NO_DEFICIT)
def test_a_deficit_that_is_over(older: Made, newer: Made, cancels: bool) -> None:  # noqa: FBT001 - a column of the table
    """F.5 rule 5 for the deficit: same modality, or "has resolved"; else a conflict, so unknown and asked."""
    left_out = (DEFICIT, *CANAL)
    answer = several(left_out, report(older[0], days=10, kind=older[1]), report(newer[0], days=2, kind=newer[1]))
    assert answer.outcomes == [("T8", "NEED_DATA")]
    assert answer.inputs["DEFICIT"] == ("none" if cancels else "unknown")
    assert ("F-25" in answer.lead["questions"]) != cancels


@pytest.mark.parametrize(("then_by", "status"), [("CT", "known"), ("MR", "conflict")])
def test_a_newer_intact_wall(then_by: str, status: str) -> None:
    """F.5 rule 5 for the posterior wall: same modality, or conflict."""
    older, newer = "Posterior wall of T8 breached.", "Posterior wall of T8 intact."
    answer = several(WALL, report(older, days=40, kind="CT"), report(newer, days=5, kind=then_by))
    (row,) = answer.evidence("F-11")
    assert row["status"] == status
    assert status == "known" or {each["value"] for each in row["values"]} == {"breached", "intact"}


# --- other kinds of source --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [(YES, "CANAL", "unknown"), (NO, "CANAL", "no"), (MASS, "SOFT", "unknown"), (NO_MASS, "SOFT", "no")],
)
def test_a_coded_finding_and_a_report(text: str, asked: str, expected: str) -> None:
    """F.5 rule 3: different kinds: equal → known; different → conflict, counts as unknown, both shown, CR-04."""
    answer = told(text)
    assert answer.inputs[asked] == expected
    assert ("CR-04" in answer.lead["rules"]) == (expected == "unknown")
    assert ("conflict" in answer.kinds) == (expected == "unknown")


def test_a_conflict_shows_both() -> None:
    """4: `values`, a list of `{"value", "unit", "seenIn", "on"}`, in place of `value`."""
    answer = told("Sclerotic metastasis of T8.")
    (row,) = answer.evidence("F-09")
    assert row["status"] == "conflict"
    assert "value" not in row
    assert sorted(each["value"] for each in row["values"]) == ["lytic", "sclerotic"]
    assert ["DiagnosticReport/r1"] in [each["seenIn"] for each in row["values"]]


def test_the_date_does_not_decide_between_kinds() -> None:
    """F.5 rule 3: neither kind wins, whichever is newer."""
    for days in (1, 30):
        assert told(YES, days=days).inputs["CANAL"] == "unknown"


def test_an_older_coded_yes_and_a_newer_report_that_denies() -> None:
    """F.5 rules 3 and 5: a coded finding of another kind is not cancelled by a report of another modality."""
    chart = [*silent(*CANAL), finding("canal-extension", True, "T8", days=20)]
    answer = ask([*chart, report(NO, kind="CT", days=2)])
    assert answer.inputs["CANAL"] == "unknown"
    assert "CR-04" in answer.lead["rules"]


def test_a_need_said_by_a_clinician_and_a_fracture_in_a_report() -> None:
    """B.3: an explicit "no need" beside a documented fracture is a conflict, so unknown."""
    assert told("Pathological fracture of T8.").inputs["CONS"] == "unknown"


def test_a_report_of_no_risk_and_a_fracture() -> None:
    """B.3: a documented fracture at the level goes before "no risk of fracture"."""
    answer = several(CONS, report("Pathological fracture of T8.", days=6), report("No risk of fracture at T8.", days=5))
    assert answer.inputs["CONS"] != "no"


# --- impression and findings ------------------------------------------------------------------------------------------

IMPRESSIONS: list[tuple[str, tuple[str, ...], str, str]] = [
    (f"FINDINGS: {YES} IMPRESSION: {NO}", CANAL, "CANAL", "unknown"),
    (f"FINDINGS: {NO} IMPRESSION: {YES}", CANAL, "CANAL", "yes"),
    (f"FINDINGS: {YES} IMPRESSION: Lytic metastasis of T8.", CANAL, "CANAL", "yes"),
    (f"FINDINGS: Lytic metastasis of T8. IMPRESSION: {NO}", CANAL, "CANAL", "no"),
    (f"FINDINGS: {MASS} IMPRESSION: {NO_MASS}", SOFT, "SOFT", "unknown"),
    ("FINDINGS: Fracture of T8. IMPRESSION: No fracture of T8. No risk of fracture.", CONS, "CONS", "unknown"),
    (
        "BEFUND: Epidurale Ausdehnung in Höhe BWK 8. BEURTEILUNG: Keine epidurale Ausdehnung in Höhe BWK 8.",
        CANAL,
        "CANAL",
        "unknown",
    ),
    (
        "RÉSULTATS : Extension épidurale en D8. CONCLUSION : Pas d'extension épidurale en D8.",
        CANAL,
        "CANAL",
        "unknown",
    ),
    (f"Findings:\n{YES}\n\nImpression:\n{NO}\n", CANAL, "CANAL", "unknown"),
    (f"IMPRESSION:\n{NO}\n\nFINDINGS:\n{YES}", CANAL, "CANAL", "unknown"),
]


@pytest.mark.parametrize(("text", "left_out", "asked", "expected"), IMPRESSIONS)
def test_the_impression_goes_before_the_findings(
    text: str, left_out: tuple[str, ...], asked: str, expected: str
) -> None:
    """F.5 rule 6: an impression that denies what the findings section describes is a conflict."""
    answer = told(text, left_out)
    assert answer.inputs[asked] == expected


def test_an_impression_decides_the_matrix() -> None:
    """F.5 rule 6: inside one report the impression goes before the findings."""
    answer = told("FINDINGS: Sclerotic metastasis of T8. IMPRESSION: Osteolytic metastasis of T8.", ("matrix",))
    assert [row.get("value") for row in answer.evidence("F-09")] == ["lytic"]


def test_a_conclusion_that_denies_the_text_of_its_report() -> None:
    """F.5 rule 6, 5.3: `conclusion` and `presentedForm` are of the same report."""
    answer = ask([*silent(*CANAL), report(NO, presentedForm=[attached(f"FINDINGS: {YES}")])])
    assert answer.inputs["CANAL"] == "unknown"
    same = ask([*silent(*CANAL), report(NO, presentedForm=[attached(f"FINDINGS: {NO} IMPRESSION: {NO}")])])
    assert same.outcomes == PLAIN
    assert "CR-04" not in same.lead["rules"]


def test_a_denied_deficit_in_the_impression() -> None:
    """F.5 rule 6: the deficit is among these findings, and an emergency is not ended by a contradiction."""
    text = "FINDINGS: Paraparesis. IMPRESSION: Neurologically intact."
    answer = told(text, (DEFICIT, *CANAL), kind="examination", days=1)
    assert answer.lead["outcome"] in ("NEED_DATA", "URGENT_REFERRAL")
    assert answer.inputs["DEFICIT"] != "none"


# --- CR-03 ------------------------------------------------------------------------------------------------------------


def sided(ordered: str, recorded: str, text: str) -> Answer:
    return ask([*base(site=recorded, findings_at="T8"), report(text)], order(site=ordered))


SIDES = [
    ("T8 left", "T8 left", "Lytic metastasis of the right pedicle of T8."),
    ("T8", "T8 left", "Lytic metastasis of T8 on the right."),
    ("T8 left", "T8", "Lytic metastasis of the right pedicle of T8."),
    ("T8 right", "T8 left", "Lytic metastasis of the left pedicle of T8."),
]


@pytest.mark.parametrize(("ordered", "recorded", "text"), SIDES)
def test_another_side(ordered: str, recorded: str, text: str) -> None:
    """5.1: an order or report that names another side than the only one recorded = CR-03: a warning, no suggestions."""
    answer = sided(ordered, recorded, text)
    assert answer.levels == ["T8"]
    assert "CR-03" in answer.lead["rules"]
    assert [each["rules"] for each in answer.advice if each["kind"] == "conflict"] == [["CR-03"]]
    assert not answer.suggests
    assert answer.cards[0]["indicator"] == "warning"


@pytest.mark.parametrize(
    ("ordered", "recorded", "text"),
    [
        ("T8 left", "T8 left", "Lytic metastasis of the left pedicle of T8."),
        ("T8 left", "T8", "Lytic metastasis of the left pedicle of T8."),
        ("T8 left", "T8 left", "Lytic metastasis of T8."),
        ("T8 left", "T8 left", "Lytic metastasis of the left pedicle of T8. Degenerative change of the right facet."),
        ("T8 left", "T8 left", "Lytic metastasis of T8. Pleural effusion on the right."),
    ],
)
def test_the_same_side(ordered: str, recorded: str, text: str) -> None:
    """CR-03 is for sides that differ, of this lesion."""
    answer = sided(ordered, recorded, text)
    assert "CR-03" not in answer.lead["rules"]
    assert answer.lead["lesion"]["side"] == "left"
    assert answer.suggests


def test_the_side_swaps_between_impression_and_findings() -> None:
    """G, traps: laterality swap between impression and findings; the impression goes first, so the order differs."""
    text = "FINDINGS: Lytic metastasis of the left pedicle of T8. IMPRESSION: Metastasis of the right pedicle of T8."
    answer = sided("T8 left", "T8 left", text)
    assert "CR-03" in answer.lead["rules"]
    assert not answer.suggests


def unlocated() -> list[Json]:
    """A bone metastasis without a level; findings that name none either."""
    return [
        condition("icd:C79.51", "sct:94602001") | {"id": "met"},
        *without(base(), "C79.51", "spinal-lesion-assessment"),
    ]


def test_the_level_differs_between_order_and_report() -> None:
    """CR-03: nothing is documented at the ordered level while another level is (5.2: NEED_DATA for the ordered level)."""
    answer = ask([*unlocated(), report("Lytic metastasis of T9.")], order(site="T8"))
    assert answer.levels[0] == "T8"
    assert answer.lead["outcome"] == "NEED_DATA"
    assert "CR-03" in answer.lead["rules"]
    assert "T9" in answer.text
    assert not answer.suggests


def test_the_level_differs_between_condition_and_report() -> None:
    """CR-03: level differs between order, condition and report; the report says that the lesion is the only one."""
    answer = told("Solitary metastasis of T9. No further metastasis of the spine.")
    assert "CR-03" in answer.lead["rules"]
    assert not answer.suggests


def test_a_further_lesion_in_a_report_is_no_difference() -> None:
    """5.1: benign and malignant at different levels = different lesions; a second level is a lesion, not a difference."""
    answer = told("Metastases of T8 and L2.")
    assert answer.outcomes == PLAIN
    assert "CR-03" not in answer.lead["rules"]


def test_a_haemangioma_elsewhere_is_another_lesion() -> None:
    """5.1: benign and malignant at different levels = different lesions."""
    answer = told("Metastasis of T8. Typical haemangioma of L2.")
    assert answer.outcomes == PLAIN
    assert "CR-03" not in answer.lead["rules"]
    assert "CR-07" not in answer.lead["rules"]


def test_a_haemangioma_at_the_level_of_a_metastasis() -> None:
    """F.5 rule 3, gate 4u: the nature is contradictory, so it is asked."""
    answer = told("Typical haemangioma of T8.")
    assert answer.lead["outcome"] == "NEED_DATA"
    assert "F-07" in answer.lead["questions"]


# --- laws -------------------------------------------------------------------------------------------------------------

SAYINGS: list[Any] = [YES, NO, MASS, NO_MASS, "ESCC 3 at T8.", "Impending fracture of T8.", "Haemangioma of T8."]


@pytest.mark.parametrize("text", SAYINGS)
def test_a_report_that_does_not_count_never_improves(text: str) -> None:
    """F.4 (2): what a report that may not settle anything says never adds a suggestion to an unknown canal."""
    for options in ({"status": "preliminary"}, {"status": "cancelled"}, {"days": 200}):
        assert not told(text, CANAL, **options).suggests


def test_a_panel_of_the_same_day_is_another_kind() -> None:
    """F.5 rule 3: a coded finding of the same day as the report is still another kind of source."""
    chart = [*silent(*CALM), panel(CALM, days=5)]
    assert ask([*chart, report(YES, days=5)]).inputs["CANAL"] == "unknown"
