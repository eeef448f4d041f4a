"""Which lesions and levels reports tell of, against contract 5.1 and parts B.4 and F.2: notations, several lesions, emergencies.

The chart is that of `test_contract_reports`: a painful lytic metastasis of T8, everything known, ordered for palliation.
What may not live here: the reading words (`test_contract_reports`), and which of several reports counts
(`test_contract_reports_weighed`).
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.calls import Json
from tests.support.charts import Said, allergy, ask, base, codes, condition, loinc, neuro, order, panel, without
from tests.support.reports import CANAL, CONS, DEFICIT, PAIN, SOFT, report, silent, told, values

PLAIN: Said = [("T8", "PAL_PAIN")]
BOARD: Said = [("T8", "MDT_BOARD")]

# --- levels -----------------------------------------------------------------------------------------------------------

T8_WRITTEN = [
    "T8",
    "D8",
    "Th8",
    "Th 8",
    "TH8",
    "BWK 8",
    "dorsal 8",
    "the eighth thoracic vertebra",
    "the 8th thoracic vertebra",
    "thoracic vertebra 8",
]


@pytest.mark.parametrize("level", T8_WRITTEN)
def test_a_level_as_reports_write_it(level: str) -> None:
    """5.1: D8 = Th8 = T8; F.5: "T8", "D8" in Latin notation, "eighth thoracic vertebra". T9 is what it is not."""
    text = f"Epidural extension at {level}."
    assert told(text, CANAL).inputs["CANAL"] == "yes"
    of_t9 = ask([*silent(*CANAL, site="T9"), report(text)], order(site="T9"))
    assert next(each for each in of_t9.leads if each["lesion"]["level"] == "T9")["inputs"]["CANAL"] == "unknown"


IN_OTHER_LANGUAGES = [
    "Epidurale Ausdehnung am 8. Brustwirbel.",
    "Epidurale Raumforderung am achten Brustwirbelkörper.",
    "Am ehesten Metastase BWK 8. Epidurale Ausdehnung.",
    "Extension épidurale au niveau de la huitième vertèbre dorsale.",
    "Extension épidurale en regard de la 8e vertèbre dorsale.",
    "Métastase de D8 avec extension épidurale.",
]


@pytest.mark.parametrize("text", IN_OTHER_LANGUAGES)
def test_a_level_as_german_and_french_reports_write_it(text: str) -> None:
    """5.1: D8 = Th8 = T8. A conclusion of one line is enough to tell its language."""
    assert told(text, CANAL).inputs["CANAL"] == "yes"


RANGES = [
    ("L5-S1", "Lytic metastasis of L5-S1 with epidural extension."),
    ("T4-T6", "Metastasis extending from T4 to T6 with epidural extension."),
    ("T4-T6", "T4 to T6: epidural extension."),
    ("S1-S3", "Sacral metastasis S1–S3 with extension into the sacral canal."),
    ("S1-S3", "S1-3: tumour in the sacral canal."),
    ("S1-S5", "Sacral metastasis with extension into the sacral canal."),
]


@pytest.mark.parametrize(("level", "text"), RANGES)
def test_a_range_as_reports_write_it(level: str, text: str) -> None:
    """5.1: `S1-S3`, `S1–S3`, several adjacent levels = one lesion with that range; sacrum without a number = S1-S5."""
    answer = ask([*silent(*CANAL, site=level), report(text)], order(site=level))
    assert [(each["lesion"]["level"], each["inputs"]["CANAL"]) for each in answer.leads] == [(level, "yes")]


def test_a_level_inside_a_range() -> None:
    """5.1: a level inside a range means the lesion with that range."""
    answer = ask([*silent(*CANAL, site="S1-S3"), report("Tumour in the sacral canal at S2.")], order(site="S1-S3"))
    assert [(each["lesion"]["level"], each["inputs"]["CANAL"]) for each in answer.leads] == [("S1-S3", "yes")]


NOT_THE_LEVEL = [
    "T2-weighted images show epidural extension.",
    "STIR and T1 sequences. Epidural extension of the tumour.",
]


@pytest.mark.parametrize("text", NOT_THE_LEVEL)
def test_a_sequence_is_no_level(text: str) -> None:
    """5.1: what has no level counts if exactly one lesion is known; "T2-weighted" is none."""
    answer = told(text, CANAL)
    assert [(each["lesion"]["level"], each["inputs"]["CANAL"]) for each in answer.leads] == [("T8", "yes")]


# --- lesions ----------------------------------------------------------------------------------------------------------


def test_a_level_that_ends_a_sentence() -> None:
    """CR-08: what the next sentence denies is not denied of this one, and the other way round."""
    text = "Epidurale Ausdehnung in Höhe BWK 8. Keine paravertebrale Raumforderung."
    answer = told(text, CANAL + SOFT)
    assert (answer.inputs["CANAL"], answer.inputs["SOFT"]) == ("yes", "no")
    graded = told("T8: ESCC 1a. No paravertebral mass.", CANAL + SOFT)
    assert (graded.inputs["CANAL"], graded.inputs["SOFT"]) == ("yes", "no")


ELSEWHERE = [
    "T8: lytic metastasis. Right iliac bone metastasis, 60 mm.",
    "T8: lytic metastasis. Sclerotic lesion of the right femur with a fracture.",
    "T8: lytic metastasis. Liver metastases, largest 42 mm.",
    "BWK 8: osteolytische Metastase. Metastase im Os ilium rechts, 60 mm.",
    "D8 : métastase lytique. Métastase iliaque droite de 60 mm.",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_another_bone_or_organ_is_not_at_the_level_before(text: str) -> None:
    """F.5 rule 1: another place is ignored; a level carries over within the spine only."""
    answer = told(text, ("matrix", "size", *CONS))
    assert values(answer, "F-09") == ["lytic"]
    assert values(answer, "F-16") == []
    assert answer.lead["lesion"] == {"level": "T8"}
    assert answer.inputs["CONS"] == "unknown"


TELEGRAMS = [
    ("Keine Fraktur.", "Fraktur BWK 8."),
    ("Fracture exclue.", "Fracture de D8."),
    ("Sans fracture.", "Tassement de D8."),
    ("No fracture.", "Fracture of T8."),
]


@pytest.mark.parametrize(("denied", "found"), TELEGRAMS)
def test_the_language_of_a_line(denied: str, found: str) -> None:
    """CR-08: a denial of two words is one in each language; read as another language it would be a finding."""
    assert told(denied, CONS).inputs["CONS"] == "unknown"
    assert told(found, CONS).inputs["CONS"] == "yes"


TWO = "T8: lytic metastasis. There is epidural extension. L2: lytic metastasis. No epidural extension."


def two_lesions(text: str, *left_out: str) -> dict[str, Json]:
    findings = {"matrix": "lytic", "consolidation-need": False, "soft-tissue-extension": False, "escc": "0"}
    other = panel({code: value for code, value in findings.items() if code not in left_out}, site="L2")
    chart = [*silent(*left_out), condition("icd:C79.51", "sct:94602001", site="L2"), other, report(text)]
    return {each["lesion"]["level"]: each for each in ask(chart, order(site=None)).leads}


def test_several_lesions_in_one_report() -> None:
    """5.1: findings at one level belong together; a level carries over to the sentences that follow it."""
    leads = two_lesions(TWO, *CANAL)
    assert {level: each["inputs"]["CANAL"] for level, each in leads.items()} == {"T8": "yes", "L2": "no"}


def test_several_levels_in_one_sentence() -> None:
    """5.1, the same sentence."""
    leads = two_lesions("Epidural extension at T8 and paravertebral mass at L2.", *CANAL, *SOFT)
    assert [leads["T8"]["inputs"][each] for each in ("CANAL", "SOFT")] == ["yes", "unknown"]
    assert [leads["L2"]["inputs"][each] for each in ("CANAL", "SOFT")] == ["unknown", "yes"]
    leads = two_lesions("At T8 there is epidural extension and at L2 a paravertebral mass.", *CANAL, *SOFT)
    assert [leads["T8"]["inputs"][each] for each in ("CANAL", "SOFT")] == ["yes", "unknown"]
    assert [leads["L2"]["inputs"][each] for each in ("CANAL", "SOFT")] == ["unknown", "yes"]
    both = two_lesions("No epidural extension at T8 and L2.", *CANAL)
    assert {each["inputs"]["CANAL"] for each in both.values()} == {"no"}


def test_a_finding_without_a_level_among_several_lesions() -> None:
    """5.1: anything else counts only if exactly one lesion is known."""
    leads = two_lesions("Epidural extension.", *CANAL)
    assert {each["inputs"]["CANAL"] for each in leads.values()} == {"unknown"}


ONLY_TOLD = (
    "Lytic metastasis of T8. No epidural extension. Posterior wall intact. No paravertebral mass. No risk of fracture."
)


def unlocated() -> list[Json]:
    """A bone metastasis without a level, nothing else of it recorded."""
    return [
        condition("icd:C79.51") | {"id": "met"},
        condition("icd:C34.90"),
        neuro("none"),
        loinc(PAIN, (60, "mm"), days=1),
        loinc("6301-6", (1.0, "1")),
        loinc("777-3", (250, "10*9/L")),
    ]


@pytest.mark.parametrize("site", ["T8", None])
def test_a_lesion_that_only_a_report_places(site: str | None) -> None:
    """5.1: levels come from Conditions, our Observations, Procedures, and from reports."""
    assert ask([*unlocated(), report(ONLY_TOLD)], order(site=site)).outcomes == PLAIN


def test_a_lesion_that_only_a_report_knows() -> None:
    """F-07, F-08: nature and primary from a report alone."""
    chart = without(unlocated(), "C79.51", "C34.90")
    answer = ask([*chart, report(ONLY_TOLD.replace("Lytic metastasis", "Lytic metastasis of lung cancer"))])
    assert answer.outcomes == PLAIN
    assert values(answer, "F-07") == ["metastasis"]
    assert values(answer, "F-08") == ["lung"]


@pytest.mark.parametrize("text", ["Metastasis in T8 as in 2019.", "Known metastasis of T8, unchanged."])
def test_a_known_lesion_is_there(text: str) -> None:
    """G, traps: "metastasis in T8 as in 2019" is a present lesion of T8."""
    assert ask([*unlocated(), report(text)], order(site=None)).levels == ["T8"]


NATURES = [
    ("Osteoid osteoma of the left lamina of T8.", "osteoid-osteoma"),
    ("Osteoblastoma of T8.", "osteoblastoma"),
    ("Chordoma of T8.", "primary-malignant"),
    ("Plasmacytoma of T8.", "plasmacytoma"),
    ("Typical haemangioma of T8.", "benign-not-indicated"),
    ("Spondylodiscitis of T8.", "infection"),
    ("Metastasis of T8.", "metastasis"),
]


@pytest.mark.parametrize(("text", "nature"), NATURES)
def test_nature(text: str, nature: str) -> None:
    """F-07: nature from a report; benign without indication and infection are gate 4."""
    answer = ask([*without(unlocated(), "C79.51", "C34.90"), report(text)])
    outcome = answer.outcomes[0][1]
    assert answer.levels == ["T8"]
    if nature in ("benign-not-indicated", "infection"):
        assert outcome == "NOT_A_TARGET"
    else:
        assert values(answer, "F-07") == [nature]


def test_a_nature_that_is_only_suspected() -> None:
    """F.5: hedged assertion is unknown; gate 4u asks for the nature."""
    answer = ask([*without(unlocated(), "C79.51", "C34.90"), report("Suspected metastasis of T8.")])
    assert answer.lead["outcome"] == "NEED_DATA"
    assert "F-07" in answer.lead["questions"]


PRIMARIES = [
    ("Metastasis of T8 from thyroid carcinoma.", "thyroid"),
    ("Metastasis of T8 from renal cell carcinoma.", "kidney"),
    ("T8 metastasis of a known breast cancer.", "breast"),
]


@pytest.mark.parametrize(("text", "primary"), PRIMARIES)
def test_primary(text: str, primary: str) -> None:
    """F-08: the primary from a report; CR-06 (secondary neoplasm without primary) is then off."""
    chart = silent("C34.90")
    assert "CR-06" in ask(chart).lead["rules"]
    answer = ask([*chart, report(text)])
    assert values(answer, "F-08") == [primary]
    assert "CR-06" not in answer.lead["rules"]


BIOPSIES: list[tuple[str, dict[str, Any], bool]] = [
    ("Biopsy of T8: metastasis of clear cell renal cell carcinoma.", {"kind": "histology"}, True),
    ("Biopsy of T8: suspicious for metastasis of renal cell carcinoma.", {"kind": "histology"}, False),
    ("Biopsy of T8: no evidence of renal cell carcinoma.", {"kind": "histology"}, False),
    ("Biopsy of L2: metastasis of clear cell renal cell carcinoma.", {"kind": "histology"}, False),
    (
        "Biopsy of T8: metastasis of clear cell renal cell carcinoma.",
        {"kind": "histology", "status": "preliminary"},
        False,
    ),
    ("Sclerotic metastasis of T8 from renal cell carcinoma.", {"kind": "CT"}, False),
    ("Biopsy of T8 vertebra. Metastasis of the known renal cell carcinoma.", {"kind": "histology"}, True),
    ("Biopsie BWK 8: Metastase eines klarzelligen Nierenzellkarzinoms.", {"kind": "histology"}, True),
    ("Biopsie de T8 : métastase d'un carcinome rénal à cellules claires.", {"kind": "histology"}, True),
    ("Vertebral biopsy: metastasis of renal cell carcinoma.", {"kind": "histology"}, True),
    (
        "A. Left kidney: renal cell carcinoma. B. T8 vertebra: metastasis of renal cell carcinoma.",
        {"kind": "histology"},
        True,
    ),
    ("A. T8 vertebra: fibrosis. B. Left kidney: renal cell carcinoma.", {"kind": "histology"}, False),
    ("T8, laminectomy specimen. Renal cell carcinoma.", {"kind": "histology"}, True),
    ("Biopsy L1: renal cell carcinoma.", {"kind": "histology"}, False),
    ("Nephrectomy specimen: clear cell renal cell carcinoma, pT3a.", {"kind": "histology"}, False),
    ("Nephrektomie links: klarzelliges Nierenzellkarzinom.", {"kind": "histology"}, False),
    ("Pièce de néphrectomie gauche : carcinome rénal à cellules claires.", {"kind": "histology"}, False),
    ("Kidney biopsy: renal cell carcinoma.", {"kind": "histology"}, False),
    ("Lung biopsy: metastasis of renal cell carcinoma.", {"kind": "histology"}, False),
    ("Lungenbiopsie: Metastase eines Nierenzellkarzinoms.", {"kind": "histology"}, False),
    ("Femur biopsy: metastasis of renal cell carcinoma.", {"kind": "histology"}, False),
    ("Clear cell renal cell carcinoma.", {"kind": "histology"}, False),
    ("Indication: renal cell carcinoma. T8 sclerotic lesion.", {"kind": "histology"}, False),
    ("Klinische Angaben: Nierenzellkarzinom. BWK 8: Fibrose.", {"kind": "histology"}, False),
    ("T8: sclerotic metastasis in a patient with known renal cell carcinoma.", {"kind": "histology"}, False),
    ("BWK 8: sklerotische Läsion bei bekanntem Nierenzellkarzinom.", {"kind": "histology"}, False),
    ("Biopsy of T8: fibrosis. History of renal cell carcinoma.", {"kind": "histology"}, False),
]


SAID_OF_TISSUE = [
    ("Renal cell carcinoma", True),
    ("Clear cell carcinoma of kidney", True),
    ("T8: metastasis of renal cell carcinoma", True),
    ("Metastase eines Nierenzellkarzinoms", True),
    ("No evidence of renal cell carcinoma", False),
    ("Negative for renal cell carcinoma", False),
    ("Suspicious for renal cell carcinoma", False),
    ("Probable renal cell carcinoma", False),
    ("Renal cell carcinoma cannot be excluded", False),
    ("Renal cell carcinoma excluded", False),
    ("No RCC", False),
    ("Adenocarcinoma rather than renal cell carcinoma", False),
    ("History of renal cell carcinoma; biopsy: fibrosis, no tumour cells", False),
    ("Fibrosis, known renal cell carcinoma", False),
    ("Kein Nachweis eines Nierenzellkarzinoms", False),
    ("V.a. Nierenzellkarzinom", False),
    ("Fibrose bei bekanntem Nierenzellkarzinom", False),
    ("Pas de carcinome à cellules rénales", False),
    ("Carcinome à cellules rénales suspecté", False),
    ("Nephrectomy: renal cell carcinoma", False),
    ("L1: metastasis of renal cell carcinoma", False),
]


@pytest.mark.parametrize("coded", [(), ("o3:8312/3",)])
@pytest.mark.parametrize(("text", "proves"), SAID_OF_TISSUE)
def test_what_a_histology_says_in_words(text: str, proves: bool, coded: tuple[str, ...]) -> None:  # noqa: FBT001 - as above
    """CR-01: "unless a biopsy of this lesion proves RCC"; what is denied, doubted or told of the past proves nothing (CR-08)."""
    chart = [*silent("matrix", primary="icd:C64.9"), panel({"matrix": "sclerotic"})]
    tissue = loinc("31206-6", {"valueCodeableConcept": codes(*coded, text=text)}, site="T8")
    assert (ask([*chart, tissue]).outcomes == PLAIN, "CR-01" in ask([*chart, tissue]).lead["rules"]) == (
        proves,
        not proves,
    )


@pytest.mark.parametrize(("focus", "proves"), [("kidney", False), ("nowhere", False), ("bone", True), ("met", True)])
def test_the_histology_of_another_tumour(focus: str, proves: bool) -> None:  # noqa: FBT001 - as above
    """An mCODE histology names its tumour by `focus`: that of the kidney is no biopsy of this lesion."""
    chart = [*silent("matrix", primary=None), panel({"matrix": "sclerotic"})]
    chart += [condition("icd:C64.9") | {"id": "kidney"}, condition("icd:C79.51") | {"id": "bone"}]
    tissue = loinc("31206-6", {"valueString": "Renal cell carcinoma"}, focus=[{"reference": f"Condition/{focus}"}])
    assert (ask([*chart, tissue]).outcomes == PLAIN) == proves


@pytest.mark.parametrize(("text", "options", "proves"), BIOPSIES, ids=str)
def test_a_biopsy_of_this_lesion(text: str, options: dict[str, Any], proves: bool) -> None:  # noqa: FBT001 - as above
    """C.7, CR-01: MDT_BOARD, unless a histology report of this lesion says RCC."""
    chart = [*silent("matrix", primary="icd:C64.9"), panel({"matrix": "sclerotic"})]
    assert ask(chart).outcomes == BOARD
    answer = ask([*chart, report(text, **options)])
    lead = next(each for each in answer.leads if each["lesion"]["level"] == "T8")
    assert (lead["outcome"] == "PAL_PAIN", "CR-01" in lead["rules"]) == (proves, not proves)


# --- emergencies ------------------------------------------------------------------------------------------------------

EMERGENCIES = [
    ("ESCC grade 3 at T8.", "T8"),
    ("Bilsky 2 at T8.", "T8"),
    ("Epidural tumour at L2, ESCC 3.", "L2"),
    ("T5: ESCC 2. T8: ESCC 0.", "T5"),
    ("New paraparesis since yesterday.", "T8"),
    ("Urinary retention and saddle anaesthesia since this morning.", "T8"),
    ("Urinary retention. No sensory or motor deficit.", "T8"),
]


@pytest.mark.parametrize(("text", "level"), EMERGENCIES)
def test_an_emergency_in_a_report(text: str, level: str) -> None:
    """Gate 2: anywhere in this patient's spine, whichever lesion was ordered; no lesion of this patient gets suggestions."""
    answer = told(text, (*CANAL, DEFICIT))
    assert answer.outcomes[0] == (level, "URGENT_REFERRAL")
    assert answer.cards[0]["indicator"] == "critical"
    assert not answer.suggests


NO_EMERGENCIES = [
    "No motor weakness, no sphincter disturbance.",
    "ESCC 1b at L2.",
    "If paraparesis develops, urgent surgery.",
    "Question: paraparesis, ESCC 3?",
    "In 2019 the patient had paraparesis, which has fully recovered.",
]


@pytest.mark.parametrize("text", NO_EMERGENCIES)
def test_no_emergency_in_a_report(text: str) -> None:
    """CR-08 for gate 2."""
    assert "URGENT_REFERRAL" not in [outcome for _, outcome in told(text).outcomes]


def test_an_allergy_stays_what_it_is() -> None:
    """Gate 5 with a need for consolidation that only a report tells: PMMA allergy and CONS = yes."""
    chart = [*silent(*CONS), allergy(text="PMMA")]
    assert ask([*chart, report("Impending fracture of T8.")]).outcomes == BOARD
    assert ask([*chart, report("No risk of fracture at T8.")]).outcomes == PLAIN


def test_a_whole_chart_by_report() -> None:
    """5.1, 5.3: what a report tells in full gives the pathway that coded findings give."""
    answer = ask([*unlocated(), report(ONLY_TOLD)])
    assert answer.inputs == base_inputs()
    assert {"matrix", "canal-extension", "posterior-wall", "soft-tissue-extension"} <= {
        row.get("code") for row in answer.lead["evidence"] if row["status"] == "known"
    }


def base_inputs() -> dict[str, str]:
    return ask(base()).inputs
