"""What a report adds to the evidence of a lesion: its text wherever it stands, its sentences weighed, places that only it tells.

Single sentences are the corpus's matter (`test_corpus`).
"""

import base64
from collections.abc import Mapping
from typing import Any

import pytest

from plugin.answer import Kind, Recorded, Standing
from plugin.evidence import CordSign, Deficit, Evidence, Matrix, MismatchKind, Nature, Primary, Scope, Viscus, Wall
from tests.fhir_profiles.reading.ordering import (
    ablation,
    at,
    condition,
    finding,
    ordered,
    places,
    procedure,
    read,
    report,
)

METASTASIS = "C79.51"
T8 = condition(METASTASIS, "T8")
SAYS = "Lytic lesion of T8. No epidural extension."


def told(conclusion: str = "", title: str = "CT of the thoracic spine", **more: Any) -> dict[str, object]:
    made = report(title) | {"effectiveDateTime": "2026-11-12"} | more
    return {**made, "conclusion": conclusion} if conclusion else {k: v for k, v in made.items() if k != "conclusion"}


def form(text: str, kind: str = "text/plain") -> dict[str, Any]:
    return {"presentedForm": [{"contentType": kind, "data": base64.b64encode(text.encode()).decode()}]}


def of(*resources: Mapping[str, object]) -> Evidence:
    found = read(ablation("T8"), *({**each} for each in resources))
    return at(found, ordered(found)[0])


def values(recorded: Recorded[Any]) -> list[object]:
    return [fact.value for fact in recorded.facts]


# --- where the text stands --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "one",
    [
        told(SAYS),
        told(**form(SAYS)),
        told(**form(f"<html><head><title>No</title></head><body><p>{SAYS}</p></body></html>", "text/html")),
        told(
            **form(
                "<div xmlns='x'><p>Lytic lesion of T8.</p><p>No epidural<br/>extension.</p></div>",
                "application/xhtml+xml",
            )
        ),
        told(text={"status": "generated", "div": f"<div>{SAYS}</div>"}),
    ],
    ids=["conclusion", "plain", "html", "xhtml", "narrative"],
)
def test_the_text_is_read_wherever_it_stands(one: dict[str, object]) -> None:
    found = of(T8, one)
    assert values(found.lesion.matrix) == [Matrix.LYTIC]
    assert values(found.lesion.canal_extension) == [False]
    assert {fact.kind for fact in found.lesion.matrix.facts} == {Kind.REPORT}


def test_the_narrative_is_read_only_where_nothing_else_is() -> None:
    one = told("Lytic lesion of T8.", text={"div": "<div>Epidural tumour at T8.</div>"})
    assert values(of(T8, one).lesion.canal_extension) == []


def test_a_fact_carries_the_sentence_as_it_stands_the_report_its_date_and_the_examination() -> None:
    (fact,) = of(T8, told(SAYS)).lesion.canal_extension.facts
    assert (fact.text, fact.modality) == ("No epidural extension.", "CT")
    assert fact.seen_in.startswith("DiagnosticReport/")
    assert fact.on is not None
    assert fact.on.date().isoformat() == "2026-11-12"


def test_a_pdf_is_named_as_not_read_and_takes_nothing_away() -> None:
    found = read(ablation("T8"), T8, told(SAYS, **form("%PDF", "application/pdf")))
    assert [note.problem for note in found.notes] == ["holds a PDF or another form that is not read"]
    assert values(at(found, "T8").lesion.matrix) == [Matrix.LYTIC]


def test_a_pdf_of_another_region_is_not_named() -> None:
    assert not read(ablation("T8"), T8, told(title="MRI cervical spine", **form("%PDF", "application/pdf"))).notes


@pytest.mark.parametrize(
    ("status", "standing"),
    [
        ("final", Standing.FIRM),
        ("amended", Standing.FIRM),
        ("corrected", Standing.FIRM),
        ("appended", Standing.FIRM),
        ("preliminary", Standing.TENTATIVE),
        ("partial", Standing.TENTATIVE),
        ("registered", Standing.TENTATIVE),
    ],
)
def test_how_firmly_a_report_counts(status: str, standing: Standing) -> None:
    assert [f.standing for f in of(T8, told(SAYS, status=status)).lesion.matrix.facts] == [standing]


@pytest.mark.parametrize("status", ["cancelled", "entered-in-error"])
def test_a_withdrawn_report_says_nothing_and_is_named(status: str) -> None:
    one = told(SAYS, status=status)
    found = of(T8, one)
    assert values(found.lesion.matrix) == []
    assert f"DiagnosticReport/{one['id']}" in found.ignored


def test_laboratory_reports_and_other_examinations_are_not_read() -> None:
    blood = told(SAYS, "Blood count", category=[{"coding": [{"code": "LAB"}]}])
    assert values(of(T8, blood, told(SAYS, "ECG")).lesion.matrix) == []


# --- one report in sum ------------------------------------------------------------------------------------------------


def test_the_impression_goes_before_the_findings() -> None:
    one = told(**form("FINDINGS: The T8 lesion is sclerotic.\nIMPRESSION: Lytic lesion of T8."))
    assert values(of(T8, one).lesion.matrix) == [Matrix.LYTIC]


def test_an_impression_that_denies_what_the_findings_describe_leaves_both() -> None:
    one = told(**form("FINDINGS: Epidural tumour at T8.\nIMPRESSION: T8 metastasis, no epidural extension."))
    assert sorted(map(bool, values(of(T8, one).lesion.canal_extension))) == [False, True]


def test_a_doubt_is_kept_as_one() -> None:
    (fact,) = of(T8, told("Epidural extension at T8 cannot be excluded.")).lesion.canal_extension.facts
    assert (fact.value, fact.standing) == (True, Standing.DOUBTED)


def test_what_is_denied_or_doubted_is_named() -> None:
    one = told(SAYS)
    assert of(T8, one).words_not_counted == (f"DiagnosticReport/{one['id']}",)
    assert of(T8, told("Lytic lesion of T8.")).words_not_counted == ()


def test_of_several_distances_the_nearest_counts_and_of_sizes_the_largest() -> None:
    found = of(
        T8,
        told(
            "Nidus 8 mm in T8, 7 mm from the exiting root and 10 mm from the thecal sac. The T8 lesion measures 11 mm."
        ),
    )
    assert values(found.lesion.distance_to_neural_mm) == [7.0]
    assert values(found.lesion.size_mm) == [11.0]


def test_what_only_reports_tell() -> None:
    found = of(
        T8,
        told(
            "T8 metastasis from a renal cell carcinoma, extending into the left foramen, abutting the aorta. "
            "No fracture risk. Cord compression."
        ),
    )
    assert (values(found.lesion.soft_tissue_extension), values(found.lesion.touches_nerve)) == ([True], [True])
    assert values(found.lesion.touches_viscus) == [Viscus.OTHER]
    assert values(found.lesion.fracture_risk) == [False]
    assert values(found.symptoms.cord_sign) == [CordSign.COMPRESSION]
    assert values(found.disease.primary) == [Primary.KIDNEY]
    assert Nature.METASTASIS in values(found.disease.nature)


def test_a_part_in_the_psoas_is_told() -> None:
    assert values(of(T8, told("T8 metastasis infiltrating the left psoas muscle.")).lesion.psoas_part) == [True]
    assert values(of(T8, told("T8 metastasis with a paravertebral mass.")).lesion.psoas_part) == []


def test_multiple_lesions_are_more_than_a_number() -> None:
    found = of(T8, told("Multiple vertebral metastases."))
    assert values(found.lesion.multiple) == [True]


def test_a_biopsy_report_proves_the_primary() -> None:
    found = of(T8, told("Metastasis of a clear cell renal cell carcinoma.", "Pathology, biopsy of T8"))
    assert values(found.disease.histology_primary) == [Primary.KIDNEY]


def test_a_deficit_is_the_patients() -> None:
    assert values(of(T8, told("Neurologically intact. Lesion T8.")).symptoms.deficit) == [Deficit.NONE]


# --- places -----------------------------------------------------------------------------------------------------------


def test_what_names_no_level_is_of_the_only_tumour_that_the_report_names() -> None:
    one = told("Lytic metastasis of T8.\nNo epidural extension.\nPosterior wall intact.")
    found = of(T8, condition(METASTASIS, "L2"), one)
    assert values(found.lesion.canal_extension) == [False]
    assert values(found.lesion.posterior_wall) == [Wall.INTACT]


def test_what_names_no_level_at_all_is_of_the_only_lesion_of_the_record() -> None:
    assert values(of(T8, told("No epidural extension.")).lesion.canal_extension) == [False]
    found = read(ablation("T8"), T8, condition(METASTASIS, "L2"), told("No epidural extension."))
    assert values(at(found, "T8").lesion.canal_extension) == []
    assert [note.key for note in found.notes] == ["reports"]


def test_a_report_on_another_region_or_organ_says_nothing_of_the_lesion() -> None:
    assert values(of(T8, told("No epidural extension.", "MRI lumbar spine")).lesion.canal_extension) == []
    assert values(of(T8, told("Fracture.", "Radiograph of the left wrist")).lesion.collapse) == []


def test_a_report_whose_code_names_the_region_does_not_lend_it_to_one_of_the_same_title() -> None:
    """A lumbar MRI by its code, and one of the whole spine by its title: in either order of the record each is itself."""
    lumbar = told("Disc degeneration.", "MRI of the spine")
    lumbar["code"] = {"coding": [{"system": "http://loinc.org", "code": "24968-0"}], "text": "MRI of the spine"}
    whole = told("No epidural extension.", "MRI of the spine")
    assert values(of(T8, whole, lumbar).lesion.canal_extension) == [False]
    assert values(of(T8, lumbar, whole).lesion.canal_extension) == [False]


def test_a_report_on_an_organ_may_name_a_vertebra() -> None:
    assert values(of(T8, told("Lytic metastasis of T8.", "CT abdomen")).lesion.matrix) == [Matrix.LYTIC]


def test_a_lesion_that_only_a_report_documents_is_one() -> None:
    bone = condition(METASTASIS)
    found = read(ablation("T8"), bone, told("Lytic metastasis of T8."))
    assert places(found) == ["T8"]
    assert (at(found, "T8").scope, at(found, "T8").level_from_order) == (Scope.SPINE, False)


def test_side_and_part_that_only_a_report_gives_hold_for_the_level() -> None:
    found = read(ablation("T8"), T8, told("8 mm nidus in the left pedicle of T8, osteoid osteoma."))
    assert places(found) == ["T8 left pedicle"]


def test_another_side_than_the_recorded_one_is_a_mismatch() -> None:
    left = condition(METASTASIS, "T8 left pedicle")
    (mismatch,) = of(left, told("Lytic lesion in the right pedicle of T8.")).mismatches
    assert (mismatch.kind, mismatch.said, mismatch.documented) == (MismatchKind.SIDE, "right", "left")


def test_an_impression_on_the_other_side_than_the_findings_is_a_mismatch() -> None:
    one = told(
        **form("FINDINGS: Lytic lesion in the left pedicle of T8.\nIMPRESSION: Lytic lesion, right pedicle of T8.")
    )
    assert [each.kind for each in of(T8, one).mismatches] == [MismatchKind.SIDE]


def test_a_report_that_puts_the_only_lesion_elsewhere_is_a_mismatch() -> None:
    (mismatch,) = of(T8, told("Lytic metastasis of T9.")).mismatches
    assert (mismatch.kind, mismatch.said, mismatch.documented) == (MismatchKind.LEVEL, "T9", "T8")


@pytest.mark.parametrize(
    "one",
    [
        told("Lytic metastases of T8 and T9."),
        told("Lytic metastasis of L3.", "MRI lumbar spine"),
        told("Metastasis of T9.", status="preliminary"),
    ],
    ids=["names both", "another region", "preliminary"],
)
def test_another_lesion_is_no_mismatch(one: dict[str, object]) -> None:
    assert of(T8, one).mismatches == ()


def test_an_emergency_that_only_a_report_tells_is_found_at_its_level() -> None:
    found = read(ablation("L3"), condition(METASTASIS, "L3"), told("Epidural tumour at T5, ESCC 3.", "MRI whole spine"))
    assert places(found) == ["T5", "L3"]
    assert ordered(found) == ["L3"]


def test_a_report_on_an_examination_shows_that_there_was_one() -> None:
    found = of(T8, told(SAYS), told("Normal.", "MR thoracic spine"))
    assert values(found.lesion.ct_of_level) == [True]
    assert values(found.lesion.mr_of_level) == [True]


def test_coded_findings_and_reports_stand_side_by_side() -> None:
    found = of(T8, finding("matrix", "sclerotic", "T8"), told(SAYS))
    assert {(fact.kind, fact.value) for fact in found.lesion.matrix.facts} == {
        (Kind.FINDING, Matrix.SCLEROTIC),
        (Kind.REPORT, Matrix.LYTIC),
    }


def test_a_procedure_names_the_level_before_a_report_does() -> None:
    found = read(ablation(), procedure("Biopsy of vertebra", "L1"), told("Lytic metastasis of L1.", "CT spine"))
    assert places(found) == ["L1"]


def test_lines_that_were_broken_because_the_page_was_full_are_one_sentence() -> None:
    one = told(
        **form("The T8 vertebra shows a lytic lesion of 12 mm in diameter, and there is no\nepidural extension.")
    )
    assert values(of(T8, one).lesion.canal_extension) == [False]


def test_a_sentence_without_an_end_is_not_read_and_said() -> None:
    endless = "no change of the lungs, " * 100 + "epidural tumour at T8"
    found = read(ablation("T8"), T8, told(endless))
    assert values(at(found, "T8").lesion.canal_extension) == []
    assert [note.problem for note in found.notes] == ["a sentence without an end: not read"]
