"""How a place is written in a form or on a slip: what can be read of it, and what is written and cannot be read (5.1, 5.2)."""

import pytest

from fhir_profiles.codes import SNOMED
from fhir_profiles.reading.level_words import levels as level_words
from fhir_profiles.reading.places import Site, body_site
from fhir_profiles.reading.wording import folded
from fhir_profiles.resources import Json
from plugin.evidence import Deficit, Metal, MismatchKind, Scope
from tests.fhir_profiles.reading.ordering import (
    ablation,
    at,
    condition,
    finding,
    order,
    ordered,
    panel,
    procedure,
    read,
    selected,
)

METASTASIS = condition("C79.51", "L2")
UNREAD = "names a place that cannot be read: not used"


def levels(site: Site) -> list[str]:
    return [place.level for place in site.places]


def written(*concepts: Json | str) -> Site:
    return body_site({"bodySite": [{"text": each} if isinstance(each, str) else each for each in concepts]})


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("L III", "L3"),
        ("L-III", "L3"),
        ("L V", "L5"),
        ("T X", "T10"),
        ("Th VIII", "T8"),
        ("ThVIII", "T8"),
        ("D XII", "T12"),
        ("S I", "S1"),
        ("BWK VIII", "T8"),
        ("LWK V", "L5"),
        ("Brustwirbel IX", "T9"),
        ("thoracic vertebra XI", "T11"),
        ("vertèbre lombaire IV", "L4"),
        ("L III-V", "L3-L5"),
        ("BWK VII bis IX", "T7-T9"),
        ("T02", "T2"),
        ("D08", "T8"),
        ("Th08", "T8"),
        ("LWK 03", "L3"),
        ("L01-L03", "L1-L3"),
        ("L.3", "L3"),
        ("Th. 8", "T8"),
        ("S1—S3", "S1-S3"),
        ("S1 — S3", "S1-S3"),
        ("S1−S3", "S1-S3"),
        ("1e vertèbre lombaire", "L1"),
        ("1ère vertèbre thoracique", "T1"),
        ("8ième vertèbre dorsale", "T8"),
        ("Atlas", "C1"),
        ("axis", "C2"),
        ("Axis vertebra", "C2"),
    ],
)
def test_a_body_site_as_forms_write_it(words: str, level: str) -> None:
    site = written(words)
    assert (levels(site), site.unread) == ([level], "")


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("Ablation T02", "T2"),
        ("RFA L III", "L3"),
        ("Kryoablation BWK VIII", "T8"),
        ("Ablation 1e vertèbre lombaire", "L1"),
        ("RFA of S1—S3", "S1-S3"),
        ("Ablation of the atlas", "C1"),
        ("RF ablation of axis", "C2"),
        ("Ablation of T8 along its axis", "T8"),
        ("Vertebroplasty L2, IV sedation", "L2"),
        ("RFA C79.51 at T8", "T8"),
    ],
)
def test_the_words_of_an_order_too(words: str, level: str) -> None:
    (found,) = selected(order(words)).orders
    assert ([place.level for place in found.places], found.site_unread) == ([level], "")


@pytest.mark.parametrize(
    "words",
    [
        "metastatic disease, patient's IV access",
        "LWK V.a. metastasis",
        "vitamin C IV",
        "hepatitis C II",
        "LV function",
        "stage C II",
    ],
)
def test_roman_letters_that_are_no_level(words: str) -> None:
    assert level_words(folded(words)) == ()


@pytest.mark.parametrize(
    ("concepts", "quoted", "like_a_level"),
    [
        (["L9"], "L9", True),
        (["T13"], "T13", True),
        (["LWK 7"], "LWK 7", True),
        (["L VIII"], "L VIII", True),
        (["T8, L9"], "T8, L9", True),
        (["T8", "L9"], "L9", True),
        (["V22"], "V22", False),
        (["left flank"], "", False),  # a side is read, and tells no place
        (["flank"], "flank", False),
        ([{"coding": [{"system": SNOMED, "code": "181836007"}]}], "181836007", False),
        ([{"coding": [{"system": "urn:hospital", "code": "V22"}]}], "V22", False),
        ([{"coding": [{"system": "urn:hospital", "code": "V22", "display": "Back"}]}], "Back", False),
        # what is readable, or only says that nothing is said
        (["T8"], "", False),
        (["lumbar spine"], "", False),
        (["left"], "", False),
        (["pedicle"], "", False),
        (["Liver, segment S4"], "", False),
        (["femur"], "", False),
        (["bone"], "", False),
        (["unknown"], "", False),
        (["see note"], "", False),
        (["nicht angegeben"], "", False),
        (["T8", "paraspinal soft tissue"], "", False),
        (["T8", {"coding": [{"system": SNOMED, "code": "51185008"}]}], "", False),
        ([{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-NullFlavor", "code": "UNK"}]}], "", False),
        ([{}], "", False),
    ],
)
def test_what_is_written_and_not_readable_is_not_nothing(
    *, concepts: list[Json | str], quoted: str, like_a_level: bool
) -> None:
    site = written(*concepts)
    assert (site.unread, site.no_such_level) == (quoted, like_a_level)


# --- an order ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("site", ["L9", "V22", "181836007"])
def test_an_order_whose_site_is_not_readable_shows_every_lesion_and_says_so(site: str) -> None:
    found = read(ablation(site), METASTASIS)
    assert ordered(found) == ["L2"]
    (mismatch,) = at(found, "L2").mismatches
    assert (mismatch.kind, mismatch.said, mismatch.documented) == (MismatchKind.UNREAD, site, "L2")


def test_a_level_beside_one_that_no_spine_has_is_meant_and_the_other_is_said() -> None:
    draft = {**ablation("L2"), "bodySite": [{"text": "L2"}, {"text": "L9"}]}
    (mismatch,) = at(read(draft, METASTASIS), "L2").mismatches
    assert (mismatch.kind, mismatch.said) == (MismatchKind.UNREAD, "L9")


def test_other_words_of_the_order_say_what_its_site_does_not() -> None:
    (found,) = selected(order("Ablation of L2", "V22")).orders
    assert ([place.level for place in found.places], found.site_unread) == (["L2"], "")
    (found,) = selected(order("Ablation of L2", "L9")).orders  # two levels, of which one is none
    assert found.site_unread == "L9"


@pytest.mark.parametrize("draft", [ablation("L9"), order("Biopsy", "T13"), order("RFA T13"), order("RFA LWK 7")])
def test_a_level_that_no_spine_has_is_of_the_spine(draft: Json) -> None:
    (evidence,) = read(draft).evidence
    assert (evidence.place, evidence.scope, evidence.ordered) == (None, Scope.NOT_FOUND, True)
    assert [each.kind for each in evidence.mismatches] == [MismatchKind.UNREAD]


def test_numbers_in_a_note_are_no_level_of_the_order() -> None:
    assert selected(order("RFA", note=[{"text": "Room C11, ward D20, T13 of the list"}])).orders[0].site_unread == ""


# --- a finding --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("site", ["L9", "V22", "181836007"])
def test_a_finding_at_a_place_that_is_not_readable_is_not_used_and_that_is_said(site: str) -> None:
    found = read(ablation("L2"), METASTASIS, panel(site, escc="0", matrix="lytic"))
    lesion = at(found, "L2").lesion
    assert (lesion.escc.facts, lesion.matrix.facts) == ((), ())
    assert [each.problem for each in found.notes] == [UNREAD]


def test_what_counts_for_the_patient_counts_wherever_it_was_seen() -> None:
    found = read(ablation("L2"), METASTASIS, finding("neurological-deficit", "motor", "L9"))
    assert [each.value for each in at(found, "L2").symptoms.deficit.facts] == [Deficit.MOTOR]


def test_a_grade_that_is_an_emergency_anywhere_is_one_at_a_place_that_is_not_readable() -> None:
    found = read(ablation("L2"), METASTASIS, finding("escc", "3", "L9"))
    assert [each.value.value for each in at(found, "L2").lesion.escc.facts] == ["3"]


def test_the_focus_tells_the_place_that_the_body_site_does_not() -> None:
    pointed = {"focus": [{"reference": f"Condition/{METASTASIS['id']}"}]}
    found = read(ablation("L2"), METASTASIS, finding("matrix", "lytic", "V22", **pointed))
    assert len(at(found, "L2").lesion.matrix.facts) == 1


def test_metal_removed_at_a_place_that_is_not_readable_frees_no_level() -> None:
    removal = {**procedure(text="Removal of spinal instrumentation", place="L9")}
    assert Metal.REMOVED not in {
        each.value for each in at(read(ablation("L2"), METASTASIS, removal), "L2").lesion.metal.facts
    }


# --- levels that an order names and does not mean ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("note", "meant"),
    [
        ("T8, not T9", ["T8"]),
        ("T8 not T9 or T10", ["T8"]),
        ("not T9, but T8", ["T8"]),
        ("BWK 8, nicht BWK 9", ["T8"]),
        ("T8, pas T9", ["T8"]),
        ("T8 sauf L1", ["T8"]),
        ("T8 without T9", ["T8"]),
        ("T8; T9 nicht", ["T8"]),
        ("T8, T9 is to be spared", ["T8"]),
        ("T8; prior cement at L3", ["T8"]),
        ("T8; prior L3 cement", ["T8"]),
        ("T8. Status post radiotherapy of L1 and L3", ["T8"]),
        ("T8 (Z.n. Kyphoplastie LWK 3)", ["T8"]),
        ("T8; antécédent de cimentoplastie L3", ["T8"]),
        ("T8, old fracture of L1", ["T8"]),
        ("T8, known haemangioma L3", ["T8"]),
        # not a level too few
        ("T8 and L3", ["T8", "L3"]),
        ("known metastasis T8", ["T8"]),
        ("70 year old patient, T8 and L3", ["T8", "L3"]),
        ("no deficit. T8", ["T8"]),
        ("repeat after prior RFA of T8", ["T8"]),
        ("prior radiotherapy to T8 and L3, both now", ["T8", "L3"]),
        ("had new pain at T8; L3 as well", ["T8", "L3"]),
        ("history of breast cancer with metastases T8 and L3", ["T8", "L3"]),
    ],
)
def test_a_level_that_is_denied_or_past_is_not_ordered(note: str, meant: list[str]) -> None:
    for draft in (order("Ablation", note=[{"text": note}]), order(f"Ablation {note}")):
        assert [place.level for place in selected(draft).orders[0].places] == meant


def test_only_a_denied_level_leaves_an_order_for_the_spine() -> None:
    (found,) = selected(order("Ablation", note=[{"text": "not T9"}])).orders
    assert (found.places, found.names_the_spine) == ((), True)
