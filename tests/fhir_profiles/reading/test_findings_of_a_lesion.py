"""The findings of contract 5.3, row by row, through `read_evidence`: values, units, statuses, dates, what is not read."""

from datetime import UTC, datetime

import pytest

from fhir_profiles.codes import FINDING, VALUE
from plugin.answer import Kind, Standing
from plugin.evidence import EpiduralGrade, Evidence, Lesion, Matrix, Wall
from tests.fhir_profiles.reading.ordering import (
    NOW,
    ablation,
    at,
    condition,
    finding,
    order,
    panel,
    procedure,
    read,
    selected,
)

T8 = condition("C79.51", "T8")


def lesion(*resources: dict[str, object], lost: tuple[str, ...] = ()) -> Lesion:
    return at(read(ablation("T8"), T8, *resources, lost=lost), "T8").lesion


def values(of: Lesion, item: str) -> list[object]:
    return [fact.value for fact in getattr(of, item).facts]


@pytest.mark.parametrize(
    ("code", "given", "item", "expected"),
    [
        ("matrix", "lytic", "matrix", Matrix.LYTIC),
        ("escc", "1b", "escc", EpiduralGrade.G1B),
        ("canal-extension", True, "canal_extension", True),
        ("debulking-need", False, "debulking_need", False),
        ("posterior-wall", "breached", "posterior_wall", Wall.BREACHED),
        ("soft-tissue-extension", False, "soft_tissue_extension", False),
        ("consolidation-need", True, "consolidation_need", True),
        ("collapse", False, "collapse", False),
        ("sins", 11, "sins_total", 11),
        ("sins-location", 3, "sins_location", 3),
        ("sins-pain", 1, "sins_pain", 1),
        ("sins-lesion", 2, "sins_lesion", 2),
        ("sins-alignment", 4, "sins_alignment", 4),
        ("sins-collapse", 0, "sins_collapse", 0),
        ("sins-posterolateral", 1, "sins_posterolateral", 1),
        ("size-reduction-need", True, "size_reduction_need", True),
        ("size", 8.0, "size_mm", 8.0),
        ("lesion-count", 4, "lesion_count", 4),
        ("distance-to-neural-structure", 0.0, "distance_to_neural_mm", 0.0),
        ("distance-to-viscus", 12.5, "distance_to_viscus_mm", 12.5),
        ("intra-articular", True, "intra_articular", True),
        ("planned-probes", 30, "planned_probes", 30),  # CR-09 is the ward's
        ("planned-positionings", 2, "planned_positionings", 2),
    ],
)
def test_a_finding_is_read_stand_alone_and_as_component_of_the_panel(
    code: str, given: object, item: str, expected: object
) -> None:
    assert values(lesion(finding(code, given, "T8")), item) == [expected]
    assert values(lesion(panel("T8", **{code.replace("-", "_"): given})), item) == [expected]


def test_sins_points_are_read_as_components_of_the_sins_observation() -> None:
    component = {"code": {"coding": [{"system": FINDING, "code": "sins-collapse"}]}, "valueInteger": 3}
    read_so = lesion(finding("sins", 11, "T8", component=[component]))
    assert (values(read_so, "sins_total"), values(read_so, "sins_collapse")) == ([11], [3])


@pytest.mark.parametrize(
    ("code", "given", "item"),
    [
        ("matrix", "spongy", "matrix"),
        ("matrix", {"valueString": "lytic"}, "matrix"),
        ("escc", {"valueCodeableConcept": {"coding": [{"system": "http://snomed.info/sct", "code": "3"}]}}, "escc"),
        ("sins-pain", 2, "sins_pain"),  # not among X-10's points
        ("sins", 19, "sins_total"),
        ("collapse", {"valueInteger": 1}, "collapse"),
        ("size", {"valueQuantity": {"value": 1, "code": "[in_i]"}}, "size_mm"),
        ("size", {"valueQuantity": {"value": 8}}, "size_mm"),
        ("size", {"valueQuantity": {"value": 50, "comparator": ">", "code": "mm"}}, "size_mm"),
        ("size", 0.0, "size_mm"),
        ("collapse", {"valueBoolean": True, "dataAbsentReason": {"text": "unknown"}}, "collapse"),
    ],
)
def test_another_type_unit_or_value_outside_the_list_is_not_read_and_this_is_said(
    code: str, given: object, item: str
) -> None:
    observation = finding(code, given, "T8")
    found = read(ablation("T8"), T8, observation)
    recorded = getattr(found.evidence[0].lesion, item)
    assert recorded.facts == ()
    assert recorded.unread
    assert [note.resource for note in found.notes] == [f"Observation/{observation['id']}"]
    assert "spongy" not in found.notes[0].problem


def test_data_absent_reason_is_unknown_and_nothing_to_complain_of() -> None:
    found = read(ablation("T8"), T8, finding("escc", {"dataAbsentReason": {"text": "unknown"}}, "T8"))
    assert found.evidence[0].lesion.escc.facts == ()
    assert not found.evidence[0].lesion.escc.unread
    assert found.notes == ()


@pytest.mark.parametrize(
    ("code", "item"), [("size-reduction-need", "size_reduction_need"), ("debulking-need", "debulking_need")]
)
def test_a_wish_that_is_recorded_as_not_known_is_no_no(code: str, item: str) -> None:
    assert getattr(lesion(finding(code, {"dataAbsentReason": {"text": "unknown"}}, "T8")), item).unread
    assert not getattr(lesion(), item).unread


@pytest.mark.parametrize(("unit", "millimetres"), [("mm", 2.5), ("cm", 25.0)])
@pytest.mark.parametrize("code", ["size", "21889-1", "33728-7"])
def test_lengths_are_in_mm_or_converted_from_cm_and_mcodes_tumour_size_is_the_size(
    code: str, unit: str, millimetres: float
) -> None:
    measured = finding(code, {"valueQuantity": {"value": 2.5, "code": unit, "unit": unit}}, "T8")
    assert values(lesion(measured), "size_mm") == [millimetres]


# --- status, date, modality, source -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "standing"),
    [
        ("final", Standing.FIRM),
        ("amended", Standing.FIRM),
        ("corrected", Standing.FIRM),
        ("preliminary", Standing.TENTATIVE),
        ("registered", Standing.TENTATIVE),
        ("entered-in-error", None),
        ("cancelled", None),
    ],
)
def test_the_status_of_an_observation_decides_how_it_counts(status: str, standing: Standing | None) -> None:
    found = lesion(finding("escc", "3", "T8", status=status)).escc.facts
    assert [fact.standing for fact in found] == ([standing] if standing else [])


def test_a_finding_has_its_source_and_the_date_of_the_examination_else_of_its_issue() -> None:
    first = finding("matrix", "lytic", "T8", effectiveDateTime="2026-11-01T10:00:00Z", issued="2026-11-05T10:00:00Z")
    second = finding("matrix", "mixed", "T8", effectiveDateTime=None, issued="2026-11-06T10:00:00Z")
    one, two = lesion(first, second).matrix.facts
    assert (one.seen_in, one.on, one.kind) == (
        f"Observation/{first['id']}",
        datetime(2026, 11, 1, 10, tzinfo=UTC),
        Kind.FINDING,
    )
    assert two.on == datetime(2026, 11, 6, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("more", "modality"),
    [
        ({"method": {"text": "MRI"}}, "MR"),
        ({"method": {"coding": [{"system": "http://dicom.nema.org/resources/ontology/DCM", "code": "CT"}]}}, "CT"),
        ({"category": [{"coding": [{"code": "exam"}]}]}, "exam"),
        ({"category": [{"coding": [{"code": "imaging"}]}]}, ""),
    ],
)
def test_the_modality_is_there_where_the_record_says_it(more: dict[str, object], modality: str) -> None:
    assert lesion(finding("escc", "0", "T8", **more)).escc.facts[0].modality == modality


@pytest.mark.parametrize(
    ("words", "resolved"),
    [("epidural tissue has resolved", True), ("nicht mehr nachweisbar", True), ("not resolved", False), ("", False)],
)
def test_words_that_a_finding_has_resolved_are_kept(*, words: str, resolved: bool) -> None:
    assert (
        lesion(finding("canal-extension", False, "T8", note=[{"text": words}])).canal_extension.facts[0].resolved
        is resolved
    )


def test_a_query_that_was_not_read_leaves_every_item_it_feeds_unread() -> None:
    read_so = lesion(finding("matrix", "lytic", "T8"), lost=("findings",))
    assert read_so.matrix.unread
    assert read_so.matrix.facts
    assert read_so.lesion_count.unread
    assert not lesion().matrix.unread


# --- fracture, count, what the order says -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fracture", "expected"),
    [
        (condition("M84.58XA", "T8"), [True]),
        (condition("866087009", "T8"), [True]),
        (condition("", "T8", "Pathologische Fraktur"), [True]),
        (condition("M84.58XA"), [True]),  # it names the vertebrae, one lesion is known
        (condition("M84.58XA", "L3"), []),
        (condition("M80.08XA", "T8"), []),
        (condition("M48.54XA", "T8"), []),
        (condition("", "T8", "No pathological fracture"), []),
        (condition("M84.58XA", "T8", verificationStatus={"coding": [{"code": "refuted"}]}), []),
    ],
)
def test_a_pathological_fracture_in_the_problem_list_belongs_to_its_level(
    fracture: dict[str, object], expected: list[bool]
) -> None:
    assert values(lesion(fracture), "fracture") == expected


def test_without_a_finding_the_number_of_lesions_is_that_of_the_documented_ones() -> None:
    (fact,) = lesion(
        condition("C79.51", "L3"), condition("M80.08XA", "L1"), condition("M46.24", "T4")
    ).lesion_count.facts
    assert (fact.value, fact.kind, fact.on) == (2, Kind.RECORD, NOW)


def test_a_documented_number_counts_for_every_lesion() -> None:
    found = read(ablation("L3"), T8, condition("C79.51", "L3"), finding("lesion-count", 6, "T8"))
    assert values(at(found, "L3").lesion, "lesion_count") == [6]


def of_order(**more: object) -> Evidence:
    return read(order("cryoablation", "T8", **more), T8, condition("C79.51", "L3")).evidence[0]


def test_wishes_of_the_order_are_statements_of_the_lesion_it_means() -> None:
    note = [{"text": "size reduction and debulking, then 131-I; no consolidation; 30 probes, 2 positionings"}]
    found = read(order("cryoablation", "T8", note=note), T8, condition("C79.51", "L3"))
    meant = at(found, "T8").lesion
    assert {values(meant, item)[0] for item in ("size_reduction_need", "debulking_need", "radioiodine_planned")} == {
        True
    }
    assert values(meant, "consolidation_need") == [False]
    assert (values(meant, "planned_probes"), values(meant, "planned_positionings")) == ([30], [2])
    assert {fact.kind for fact in meant.debulking_need.facts} == {Kind.STATEMENT}
    assert at(found, "L3").lesion.size_reduction_need.facts == ()


def test_a_plan_of_131_i_is_also_another_draft_order() -> None:
    iodine = order("Referral to nuclear medicine for 131-I")
    meant = order("RFA", "T8")
    drafts = selected(meant, iodine)
    assert [each.resource for each in drafts.orders] == [meant]
    assert values(read(drafts, T8).evidence[0].lesion, "radioiodine_planned") == [True]


def test_what_the_order_plans_and_its_technique_stand_in_the_evidence() -> None:
    planned = of_order().planned
    assert [(each.technique, each.words) for each in planned] == [("CRYO", "cryoablation")]


def test_metal_beside_the_level_is_the_lesions() -> None:
    found = lesion(procedure("Spinal fusion T7-T9 with pedicle screws"))
    assert values(found, "metal") == ["present"]


def test_a_value_may_have_other_codings_beside_ours() -> None:
    both = {
        "coding": [{"system": "http://x.example", "code": "lyt"}, {"system": VALUE, "code": "lytic"}],
        "text": "osteolytic",
    }
    (fact,) = lesion(finding("matrix", {"valueCodeableConcept": both}, "T8")).matrix.facts
    assert (fact.value, fact.text) == (Matrix.LYTIC, "osteolytic")
