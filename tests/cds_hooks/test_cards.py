"""Cards of contract 4: kinds, loudness, order, the limit of eight, and the machine-readable advice."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from cds_hooks.cards import Situation, cards_for
from cds_hooks.messages import Card, Indicator, SelectionBehavior
from cds_hooks.profiles import GENERIC, Profile
from cds_hooks.words import load_words
from fhir_profiles.chart import Gap, GapReason
from fhir_profiles.drafting import Drafter
from plugin.advice import Advice
from plugin.answer import Kind, Status
from plugin.evidence import (
    Drug,
    DrugClass,
    Intent,
    Matrix,
    Mismatch,
    MismatchKind,
    Nature,
    Pain,
    PainScale,
    Part,
    Place,
    PlannedTechnique,
    Side,
    Technique,
)
from plugin.grammar import Basis, Outcome
from plugin.knowledge import KNOWLEDGE
from tests.support.advices import (
    ACCEPTABLE,
    AVOID,
    CAUTION,
    L3,
    T8,
    YESTERDAY,
    advice,
    fact,
    item,
    order_set,
    pathway,
    planned,
    question,
    row,
    rule,
    technique,
)

WORDS = load_words("en", KNOWLEDGE)
DRAFTER = Drafter(KNOWLEDGE.order_items)
CLOSING = "Not a guideline; not reviewed by a clinician. Option within multidisciplinary care."
ARROWS = "Arrows of the algorithm reconstructed."
FAILED = Gap(key="labs", reason=GapReason.FAILED)


def cards(*advices: Advice, profile: Profile = GENERIC, **more: Any) -> tuple[Card, ...]:
    numbers = itertools.count(1)
    situation = Situation(advices=advices, patient_id="p1", **more)
    return cards_for(situation, profile, WORDS, DRAFTER, lambda: f"uuid-{next(numbers)}")


def only(*advices: Advice, **more: Any) -> Card:
    (card,) = cards(*advices, **more)
    return card


def lead(*advices: Advice, **more: Any) -> Card:
    return cards(*advices, **more)[0]


def kinds(found: tuple[Card, ...]) -> list[str]:
    return [card.source.topic_code for card in found]


def member(card: Card, name: str) -> Any:
    return card.advice.get(name)


# --- kinds and loudness -----------------------------------------------------------------------------------------------

LEADS = [
    (Outcome.URGENT_REFERRAL, "referral", Indicator.CRITICAL),
    (Outcome.MDT_BOARD, "referral", Indicator.WARNING),
    (Outcome.MDT_CURATIVE_CANAL, "referral", Indicator.WARNING),
    (Outcome.NEED_DATA, "question", Indicator.INFO),
    (Outcome.DECLINED, "nocare", Indicator.INFO),
    (Outcome.NOT_A_TARGET, "nocare", Indicator.INFO),
    (Outcome.NO_INDICATION_NOW, "nocare", Indicator.INFO),
    *((outcome, "indication", Indicator.INFO) for outcome in Outcome if outcome.startswith(("CUR_", "PAL_"))),
]


@pytest.mark.parametrize(("outcome", "kind", "indicator"), LEADS)
def test_every_outcome_has_its_lead_card(outcome: Outcome, kind: str, indicator: Indicator) -> None:
    card = lead(advice(outcome))
    assert (card.source.topic_code, card.indicator, member(card, "kind")) == (kind, indicator, kind)
    assert member(card, "outcome") == outcome.value
    assert card.summary.startswith("T8: ")


def test_out_of_scope_is_no_card_even_when_something_was_not_read() -> None:
    assert cards(advice(Outcome.OUT_OF_SCOPE), unread=(FAILED,)) == ()


def test_gate_2u_asks_with_a_warning() -> None:
    card = only(advice(Outcome.NEED_DATA, gate="2u", urgent_question=True))
    assert card.indicator is Indicator.WARNING


@pytest.mark.parametrize(
    "more",
    [
        {"holds": (rule("SR-13"),)},
        {"conflicts": (rule("CR-03", card="warning"),)},
        {"techniques": (technique(Technique.CRYO, AVOID),), "ordered_techniques": (Technique.CRYO,)},
        {"ordered_not_offered": True, "ordered_techniques": (Technique.LASER,)},
        {"planned": (planned(PlannedTechnique.LASER),)},
        {"planned": (planned(PlannedTechnique.CRYO), planned(PlannedTechnique.CEMENT))},
    ],
    ids=["hold", "CR-03", "avoid", "not offered", "names one not offered", "one of two not offered"],
)
def test_an_indication_warns_of_a_hold_a_mismatch_and_an_unsuitable_order(more: dict[str, Any]) -> None:
    assert lead(advice(**more)).indicator is Indicator.WARNING


def test_caution_alone_does_not_warn() -> None:
    states = (technique(Technique.CRYO, CAUTION),)
    assert lead(advice(techniques=states, planned=(planned(PlannedTechnique.CRYO),))).indicator is Indicator.INFO


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        (PlannedTechnique.RFA, "radiofrequency ablation"),
        (PlannedTechnique.RFA_BIPOLAR, "bipolar radiofrequency ablation"),
    ],
)
def test_rfa_without_a_form_stays_without_one_where_neither_suits(asked: PlannedTechnique, name: str) -> None:
    states = (technique(Technique.RFA_BIPOLAR, AVOID), technique(Technique.RFA_MONO, AVOID))
    found = lead(advice(techniques=states, planned=(planned(asked),), ordered_techniques=(Technique.RFA_BIPOLAR,)))
    assert f"The ordered technique ({name}) is to be avoided here." in found.detail
    assert f"the ordered {name} is to be avoided" in found.summary
    both = "bipolar radiofrequency ablation (ordered); monopolar radiofrequency ablation (ordered)"
    assert (both in found.detail) is (asked is PlannedTechnique.RFA)
    nowhere = lead(advice(techniques=(technique(Technique.CEMENT),), planned=(planned(asked),)))
    assert f"The ordered technique ({name}) is not offered" in nowhere.detail


def test_rfa_without_a_form_means_the_better_one() -> None:
    states = (technique(Technique.RFA_BIPOLAR, CAUTION), technique(Technique.RFA_MONO, AVOID))
    assert lead(advice(techniques=states, planned=(planned(PlannedTechnique.RFA),))).indicator is Indicator.INFO
    both = (technique(Technique.RFA_BIPOLAR, AVOID), technique(Technique.RFA_MONO, AVOID))
    assert lead(advice(techniques=both, planned=(planned(PlannedTechnique.RFA),))).indicator is Indicator.WARNING


# --- order and limit --------------------------------------------------------------------------------------------------


def test_the_emergency_comes_first_then_lesion_by_lesion() -> None:
    urgent = advice(Outcome.URGENT_REFERRAL, L3, ordered=False, planned=())
    found = cards(pathway(T8), advice(Outcome.NEED_DATA, Place(level="C2")), urgent, unread=(FAILED,))
    assert kinds(found) == ["referral", "question", "indication", "anaesthesia", "thermalprotection", "degraded"]
    assert found[0].indicator is Indicator.CRITICAL


def test_lesions_are_sorted_by_level_side_and_part() -> None:
    places = [
        Place(level="C7"),
        Place(level="T8", side=Side.LEFT, part=Part.BODY),
        Place(level="T8", side=Side.LEFT, part=Part.LAMINA),
        Place(level="T8", side=Side.MIDLINE),
        Place(level="T8", side=Side.RIGHT),
        Place(level="T8"),
        Place(level="S1-S3"),
        Place(level="coccyx"),
    ]
    found = cards(*(advice(Outcome.DECLINED, place) for place in reversed(places)))
    assert [member(card, "lesion")["level"] for card in found] == [place.level for place in places]
    assert [member(card, "lesion").get("side") for card in found[1:6]] == ["left", "left", "midline", "right", None]


def test_conflicts_follow_their_lead_card() -> None:
    conflicts = (rule("CR-02", card="info"), rule("CR-04", card="warning"))
    found = cards(pathway(conflicts=conflicts, rules=conflicts))
    assert kinds(found) == ["indication", "conflict", "conflict", "anaesthesia", "thermalprotection"]
    assert [card.indicator for card in found[1:3]] == [Indicator.INFO, Indicator.WARNING]
    assert [member(card, "rules") for card in found[1:3]] == [["CR-02"], ["CR-04"]]
    assert member(found[0], "rules") == ["CR-02", "CR-04"]


def test_a_lesion_that_nobody_ordered_has_only_its_emergency() -> None:
    urgent = advice(Outcome.URGENT_REFERRAL, L3, ordered=False, conflicts=(rule("CR-04", card="warning"),))
    assert kinds(cards(urgent)) == ["referral"]
    assert cards(pathway(ordered=False)) == ()


def test_checklists_follow_pathways_only() -> None:
    assert kinds(cards(advice(protection=()))) == ["indication", "anaesthesia"]
    board = advice(Outcome.MDT_BOARD, anaesthesia=(item("AN-01"),), protection=(item("TP-01"),))
    assert kinds(cards(board)) == ["referral"]


def test_at_most_eight_cards_and_what_is_left_out_is_named() -> None:
    three = [pathway(Place(level=level)) for level in ("T1", "T2", "T3")]
    warned = (rule("CR-04", card="warning"),)
    found = cards(*three[:2], replace(three[2], conflicts=warned), unread=(FAILED,))
    assert len(found) == 8
    assert kinds(found) == [
        *("indication", "anaesthesia", "thermalprotection"),
        *("indication", "anaesthesia"),
        *("indication", "conflict"),
        "degraded",
    ]
    assert "Left out" in found[-1].detail
    for named in ("Thermal-protection checklist T2", "Anaesthesia checklist T3", "Thermal-protection checklist T3"):
        assert named in found[-1].detail
    assert not any("Left out" in card.detail for card in found[:-1])


def test_of_too_many_lead_cards_the_loudest_are_kept() -> None:
    quiet = [advice(Outcome.DECLINED, Place(level=f"T{number}")) for number in range(1, 9)]
    found = cards(*quiet, advice(Outcome.MDT_BOARD, L3), unread=(FAILED,))
    assert kinds(found) == ["nocare"] * 7 + ["referral"]
    assert "T8: Declined" in found[-1].detail
    assert "not read in full" in found[-1].detail


def test_what_an_order_without_a_site_did_not_mean_is_one_sentence() -> None:
    other = advice(Outcome.NOT_A_TARGET, L3)
    found = cards(pathway(), other, order_has_site=False)
    assert "nocare" not in kinds(found)
    assert "no target of such a procedure: L3" in found[0].detail
    assert "nocare" in kinds(cards(pathway(), other))
    assert kinds(cards(other, order_has_site=False)) == ["nocare"]


# --- what was not read ------------------------------------------------------------------------------------------------


def test_gaps_are_said_once_at_the_end() -> None:
    gaps = (FAILED, Gap(key="reports", reason=GapReason.CUT))
    card = cards(pathway(), unread=gaps, foreign=2, notes=(("Observation/9", "no value"),))[-1]
    assert card.source.topic_code == "degraded"
    assert card.indicator is Indicator.INFO
    assert dict(card.advice) == {
        "kind": "degraded",
        "knowledgeVersion": KNOWLEDGE.version,
        "unread": ["labs", "reports"],
    }
    for said in ("laboratory results: could not be read", "another patient, dropped: 2", "Observation/9: no value"):
        assert said in card.detail


def test_a_single_question_says_it_itself() -> None:
    card = only(advice(Outcome.NEED_DATA), unread=(FAILED,))
    assert member(card, "unread") == ["labs"]
    assert "laboratory results: could not be read" in card.detail
    two = cards(advice(Outcome.NEED_DATA), advice(Outcome.NEED_DATA, L3), unread=(FAILED,))
    assert kinds(two) == ["question", "question", "degraded"]


def test_a_single_question_says_everything_that_the_degraded_card_would_have_said() -> None:
    not_used = tuple((f"Observation/{number}", "names no level: not used") for number in range(12))
    more: dict[str, Any] = {
        "unread": (FAILED, Gap(key="reports", reason=GapReason.CUT)),
        "foreign": 3,
        "notes": (("DiagnosticReport/1", "PDF: not read"), ("Observation/x", "pain in kg: unit not read"), *not_used),
    }
    question_card = only(advice(Outcome.NEED_DATA), **more)
    degraded = cards(advice(Outcome.DECLINED), **more)[-1]
    assert kinds((question_card, degraded)) == ["question", "degraded"]
    assert degraded.detail.removesuffix(CLOSING).strip() in question_card.detail
    assert member(question_card, "unread") == member(degraded, "unread") == ["labs", "reports"]


def test_with_nothing_but_gaps_there_is_still_a_card() -> None:
    assert kinds(cards(unread=(FAILED,))) == ["degraded"]
    assert cards() == ()


def test_many_notes_are_counted() -> None:
    notes = tuple((f"Observation/{number}", "odd") for number in range(25))
    card = cards(pathway(), notes=notes)[-1]
    assert "and 15 more" in card.detail
    assert "unread" not in card.advice


def test_every_card_says_what_was_not_checked() -> None:
    found = cards(pathway(), unread=(FAILED,), not_available=("consents", "devices"))
    assert all("not checked here: consents, devices." in card.detail for card in found)


# --- the advice of contract 4 -----------------------------------------------------------------------------------------


def test_the_members_of_an_indication() -> None:
    held = rule("SR-13", basis=Basis.BEYOND)
    place = Place(level="T8", side=Side.LEFT, part=Part.PEDICLE)
    found = pathway(
        place,
        holds=(held,),
        rules=(rule("TR-08"), held),
        optional_questions=(question("F-18"), question("F-09")),
        evidence=(row(fact(Matrix.LYTIC)),),
    )
    assert dict(lead(found).advice) == {
        "kind": "indication",
        "knowledgeVersion": "1.2.3",
        "lesion": {"level": "T8", "side": "left", "part": "pedicle"},
        "outcome": "CUR_ABL",
        "inputs": {
            "INTENT": "curative",
            "CANAL": "no",
            "CONS": "no",
            "SOFT": "no",
            "SIZE": "no",
            "PAIN": "painful",
            "DEFICIT": "none",
        },
        "techniques": [
            {"code": "RFA_BIPOLAR", "state": "acceptable"},
            {"code": "RFA_MONO", "state": "avoid", "rules": ["TR-08"]},
            {"code": "CRYO", "state": "preferred"},
        ],
        "holds": ["SR-13"],
        "rules": ["TR-08", "SR-13"],
        "items": ["OS-03-CRYO", "OS-03-RFA_BIPOLAR", "OS-07", "OS-14"],
        "optionalQuestions": ["F-09", "F-18"],
        "evidence": [
            {
                "fact": "F-09",
                "code": "matrix",
                "value": "lytic",
                "status": "known",
                "seenIn": ["Observation/1"],
                "on": "2026-11-21",
            }
        ],
    }


def test_items_stand_in_the_order_in_which_they_are_shown() -> None:
    card = lead(pathway())
    shown = sorted(member(card, "items"), key=lambda each: card.detail.index(f"words of {each}".replace("_", r"\_")))
    assert member(card, "items") == shown


def test_the_members_of_a_question() -> None:
    asked = (question("F-13"), question("F-02", curative=(Outcome.CUR_ABL,)), question("F-07"))
    found = advice(
        Outcome.NEED_DATA,
        questions=asked,
        possible=(Outcome.PAL_PAIN, Outcome.MDT_BOARD),
        optional_questions=(question("F-02"), question("F-15")),
    )
    card = only(found)
    assert member(card, "questions") == ["F-07", "F-02", "F-13"]
    assert member(card, "optionalQuestions") == ["F-15"]
    assert member(card, "possibleOutcomes") == ["MDT_BOARD", "PAL_PAIN"]
    assert "if curative: Curative ablation" in card.detail
    assert "holds" not in card.advice
    assert "techniques" not in card.advice


def test_the_rest_of_the_questions_goes_by_number() -> None:
    asked = tuple(question(each) for each in ("F-33", "F-09", "F-23", "F-05"))
    assert member(only(advice(Outcome.NEED_DATA, questions=asked)), "questions") == ["F-23", "F-05", "F-09", "F-33"]


def test_gate_1u_has_no_possible_outcomes_and_may_have_no_lesion() -> None:
    card = only(advice(Outcome.NEED_DATA, None, gate="1u", possible=(Outcome.CUR_ABL,)))
    assert not {"possibleOutcomes", "lesion", "inputs"} & card.advice.keys()
    assert member(card, "outcome") == "NEED_DATA"


@pytest.mark.parametrize("outcome", [Outcome.MDT_BOARD, Outcome.MDT_CURATIVE_CANAL])
def test_a_referral_to_the_board_names_the_pathway_for_information(outcome: Outcome) -> None:
    card = only(advice(outcome, pathway_for_information=(Outcome.PAL_CAV,)))
    assert member(card, "pathwayForInformation") == ["PAL_CAV"]
    assert "pathwayForInformation" not in lead(advice(pathway_for_information=(Outcome.PAL_CAV,))).advice


def test_a_referral_with_a_suggestion_lists_no_items() -> None:
    card = only(advice(Outcome.MDT_BOARD, order_sets=(order_set(None, "OS-13", "OS-16"),)))
    assert "items" not in card.advice
    assert len(card.suggestions) == 1
    assert "words of OS-16" in card.detail


def test_the_members_of_the_checklists() -> None:
    lists = {Technique.LASER: ("TP-01", "TP-05"), Technique.CRYO: ("TP-01", "TP-06")}
    protection = (item("TP-01"), item("TP-05"), item("TP-06"))
    in_play = (Technique.LASER, Technique.CRYO)
    _, narcosis, heat = cards(pathway(protection=protection, protection_by_technique=lists, in_play=in_play))
    assert dict(narcosis.advice) == {
        "kind": "anaesthesia",
        "knowledgeVersion": "1.2.3",
        "lesion": {"level": "T8"},
        "outcome": "CUR_ABL",
        "items": ["AN-01", "AN-02"],
    }
    assert member(heat, "items") == ["TP-01", "TP-05", "TP-06"]
    assert member(heat, "itemsByTechnique") == {"LASER": ["TP-01", "TP-05"], "CRYO": ["TP-01", "TP-06"]}
    assert "- [ ] words of TP-01 · TP-01: S-01\n" in heat.detail
    assert "words of TP-05 – only for: laser ablation · TP-05: S-01" in heat.detail


def test_one_technique_needs_no_lists_by_technique() -> None:
    heat = cards(pathway(protection_by_technique={Technique.CRYO: ("TP-01",)}))[2]
    assert "itemsByTechnique" not in heat.advice
    assert "only for" not in heat.detail


# --- evidence ---------------------------------------------------------------------------------------------------------


def evidence(*rows: Any) -> Any:
    return member(only(advice(Outcome.DECLINED, evidence=rows)), "evidence")


def test_an_unknown_fact_has_no_value_and_no_source() -> None:
    assert evidence(row(status=Status.UNKNOWN)) == [{"fact": "F-09", "code": "matrix", "status": "unknown"}]
    partly_read = row(fact(Matrix.LYTIC), status=Status.UNKNOWN)
    assert evidence(partly_read) == [{"fact": "F-09", "code": "matrix", "status": "unknown"}]


def test_a_conflict_shows_every_value() -> None:
    both = row(
        fact(20.0, "Observation/1"),
        fact(35.5, "DiagnosticReport/2", on=None),
        status=Status.CONFLICT,
        fact="F-16",
        code="size",
        unit="mm",
    )
    assert evidence(both) == [
        {
            "fact": "F-16",
            "code": "size",
            "status": "conflict",
            "values": [
                {"value": 20, "unit": "mm", "seenIn": ["Observation/1"], "on": "2026-11-21"},
                {"value": 35.5, "unit": "mm", "seenIn": ["DiagnosticReport/2"]},
            ],
        }
    ]


def test_false_is_a_value() -> None:
    (found,) = evidence(row(fact(False), fact="F-12", code="soft-tissue-extension"))
    assert found["value"] is False


@pytest.mark.parametrize(
    ("pain", "shown"),
    [
        (Pain(82.0, PainScale.VAS_MM), {"value": 82, "unit": "mm"}),
        (Pain(6.0, PainScale.NRS), {"value": 6, "unit": "{score}"}),
        (Pain(6.0, PainScale.UNSTATED), {"value": True}),
        (Pain(0.0, PainScale.UNSTATED), {"value": False}),
    ],
)
def test_pain_keeps_its_scale_and_a_bare_number_is_not_shown(pain: Pain, shown: dict[str, Any]) -> None:
    pained = row(fact(pain), fact="F-23", name="pain", code="")
    (found,) = evidence(pained)
    assert {name: found[name] for name in ("value", "unit") if name in found} == shown
    if pain.scale is PainScale.UNSTATED:
        assert "6" not in only(advice(Outcome.DECLINED, evidence=(pained,))).detail.split("Evidence")[1].split("(")[0]


def test_values_that_stand_for_themselves_have_a_row_each() -> None:
    drugs = row(
        fact(Drug("warfarin", DrugClass.ANTICOAGULANT, on_hold=True), "MedicationRequest/1"),
        fact(Drug("ibuprofen", DrugClass.NSAID), "MedicationRequest/2"),
        fact(Drug("ibuprofen", DrugClass.NSAID), "MedicationStatement/3"),
        fact="F-30",
        code="",
        many=True,
    )
    found = evidence(drugs)
    assert [each["value"] for each in found] == ["warfarin (on hold)", "ibuprofen"]
    assert found[1]["seenIn"] == ["MedicationRequest/2", "MedicationStatement/3"]


def test_the_sentence_of_a_report_is_quoted() -> None:
    said = row(fact(Matrix.LYTIC, "DiagnosticReport/7", kind=Kind.REPORT, text="Lytic lesion of T8."))
    (found,) = evidence(said)
    assert found["text"] == "Lytic lesion of T8."
    detail = only(advice(Outcome.DECLINED, evidence=(said,))).detail
    assert "bone matrix: lytic (report DiagnosticReport/7, 2026-11-21): “Lytic lesion of T8.”" in detail


def test_what_does_not_count_is_shown_in_words() -> None:
    old = replace(row(fact(Matrix.LYTIC)), aside=(fact(Matrix.SCLEROTIC, "Observation/0"),))
    assert (
        "on record but not counted: sclerotic (finding Observation/0"
        in only(advice(Outcome.DECLINED, evidence=(old,))).detail
    )


# --- text -------------------------------------------------------------------------------------------------------------


def test_every_card_ends_with_the_sentence_of_contract_4() -> None:
    found = cards(pathway(), advice(Outcome.MDT_BOARD, L3), unread=(FAILED,), selected=("ServiceRequest/o1", "x"))
    for card in found:
        assert card.detail.endswith(CLOSING)
        is_pathway = card.advice.get("outcome") == "CUR_ABL"
        assert card.detail.endswith(f"{ARROWS} {CLOSING}") is is_pathway


def test_the_order_is_named_when_several_were_selected() -> None:
    both = ("ServiceRequest/o1", "ServiceRequest/o2")
    found = cards(pathway(), advice(Outcome.DECLINED, L3, planned=(planned(reference=both[1]),)), selected=both)
    assert all("Order: order ServiceRequest/o1." in card.detail for card in found[:3])
    assert "Order: order ServiceRequest/o2." in found[3].detail
    assert "Order:" not in lead(pathway(), selected=both[:1]).detail


def test_closing_sentences_stand_in_the_order_of_the_contract() -> None:
    many = [pathway(Place(level=f"T{number}")) for number in range(1, 5)]
    detail = cards(*many, selected=("a", "b"), not_available=("consents",))[-1].detail
    marks = ["Order:", "not checked here:", "Left out,", ARROWS, CLOSING]
    assert [detail.index(mark) for mark in marks] == sorted(detail.index(mark) for mark in marks)


def test_what_is_not_in_the_deck_says_so() -> None:
    held = rule("SR-10", "INR too high.", basis=Basis.BEYOND, sources=("X-40",), local=("inr_max = 1.6",))
    ours = item("AN-20", basis=Basis.OURS, sources=())
    unsure = item("AN-11", basis=Basis.UNVERIFIED, sources=())
    first, narcosis, _ = cards(pathway(holds=(held,), rules=(held,), anaesthesia=(ours, unsure)))
    assert "INR too high. (outside the source deck) (local value of this hospital: inr\\_max = 1.6)" in first.detail
    assert "words of AN-20 (our own choice)" in narcosis.detail
    assert "words of AN-11 (unverified)" in narcosis.detail


def test_first_the_outcome_then_the_overview_then_reasons_holds_orders_and_why() -> None:
    detail = lead(pathway(holds=(rule("SR-13"),), evidence=(row(fact(Matrix.LYTIC)),))).detail
    marks = [
        "Curative ablation.",
        "**Preferred:**",
        "**On hold",
        "**Suggested:**",
        "**Why a",
        "**Holds",
        "**Orders: one of",
    ]
    marks += ["**Why**", "**Evidence**"]
    assert [detail.index(mark) for mark in marks] == sorted(detail.index(mark) for mark in marks)
    assert "- **Monopolar radiofrequency ablation: avoid** – Take care. · TR-08: S-01" in detail


def test_the_first_screen_holds_outcome_techniques_holds_and_what_is_suggested() -> None:
    held = pathway(
        holds=(rule("SR-13"), rule("SR-15")),
        rules=(rule("TR-08"), rule("SR-06", mdt=True)),
        planned=(planned(PlannedTechnique.RFA_MONO),),
        ordered_techniques=(Technique.RFA_MONO,),
    )
    assert lead(held).detail.splitlines()[:9] == [
        "**Curative ablation.** Reason of CUR\\_ABL.",
        "",
        "- **Preferred:** cryoablation",
        "- **Acceptable:** bipolar radiofrequency ablation",
        "- **Avoid:** monopolar radiofrequency ablation (ordered)",
        "- The ordered technique (monopolar radiofrequency ablation) is to be avoided here.",
        "- **On hold until settled:** SR-13 title of SR-13; SR-15 title of SR-15",
        "- **Suggested:** cryoablation (first choice); bipolar radiofrequency ablation",
        "- Discuss it in the tumour board before the procedure (SR-06).",
    ]


def test_sets_of_more_than_one_order_each_stand_under_their_own_title() -> None:
    sets = (
        order_set(Technique.CRYO, "OS-07", "OS-03-CRYO", "OS-05"),
        order_set(Technique.LASER, "OS-07", "OS-03-LASER"),
    )
    detail = lead(pathway(order_sets=sets)).detail
    assert "**Orders with: cryoablation**\n\n- words of OS-03-CRYO" in detail
    assert "**Orders with: laser ablation**\n\n- words of OS-03-LASER" in detail


def test_sets_of_one_order_each_are_one_list() -> None:
    detail = lead(pathway()).detail
    assert (
        "**Orders: one of these**\n\n"
        "- words of OS-03-CRYO · OS-03-CRYO: S-01 (first choice)\n"
        "- words of OS-03-RFA\\_BIPOLAR · OS-03-RFA\\_BIPOLAR: S-01\n"
    ) in detail


def test_a_basis_is_named_once() -> None:
    both = item("AN-16", "Body temperature protected (trigger: our own choice)", basis=Basis.OURS)
    assert cards(advice(anaesthesia=(both,)))[1].detail.count("our own choice") == 1


def test_coded_values_and_units_are_words() -> None:
    told = advice(
        evidence=(
            row(fact(Nature.OSTEOID_OSTEOMA), name="nature", fact="F-07"),
            row(fact(8.0), name="size", fact="F-16", unit="mm"),
            row(fact(Pain(60.0, PainScale.VAS_MM)), name="pain", fact="F-23"),
            row(fact(250.0), name="platelets", fact="F-28", unit="10*9/L"),
            row(fact(36.8), name="temperature", fact="F-34", unit="Cel"),
        ),
        inputs_why={"CONS": "nature: osteoid-osteoma; size: 8; SINS: 4"},
    )
    detail = lead(told).detail
    assert "need for consolidation: no – nature: osteoid osteoma; size: 8 mm; SINS: 4\n" in detail
    assert "platelets: 250 × 10⁹/L (" in detail
    assert "temperature: 36.8 °C (" in detail
    assert "pain: 60 mm VAS (" in detail


def test_a_draft_has_no_date_to_miss() -> None:
    intent = fact(Intent.CURATIVE, "ServiceRequest/o1", on=None, kind=Kind.STATEMENT)
    assert "intent: curative (order ServiceRequest/o1)\n" in lead(advice(evidence=(row(intent, name="intent"),))).detail


def test_a_conflict_names_what_disagrees_in_its_summary() -> None:
    disagreeing = row(fact(Matrix.LYTIC), fact(Matrix.MIXED, "Observation/2"), status=Status.CONFLICT)
    told = advice(conflicts=(rule("CR-04", card="warning", title="Sources disagree"),), evidence=(disagreeing,))
    assert cards(told)[1].summary == "T8: Sources disagree; bone matrix"


def test_a_question_asks_before_it_explains() -> None:
    detail = only(advice(Outcome.NEED_DATA, questions=(question("F-10"),), possible=(Outcome.CUR_ABL,))).detail
    assert (
        detail.index("Still possible: Curative ablation") < detail.index("**What decides**") < detail.index("**Why**")
    )
    assert "- What about F-10? (F-10)\n  - could be documented in:" in detail


def test_a_cause_is_told_once_and_with_its_source() -> None:
    stop = rule("SR-01", "A motor deficit is recorded.", basis=Basis.BEYOND, sources=("X-14",))
    detail = only(advice(Outcome.URGENT_REFERRAL, why=("Call now.", stop.words), rules=(stop,))).detail
    assert "Call now. A motor deficit is recorded. (outside the source deck) · SR-01: X-14" in detail
    assert detail.count("A motor deficit is recorded.") == 1


def test_the_mdt_comment_and_the_level_from_the_order_are_sentences() -> None:
    detail = lead(pathway(rules=(rule("TR-11", mdt=True),), level_from_order=True)).detail
    assert "Discuss it in the tumour board before the procedure (TR-11)." in detail
    assert "Level from the order" in detail


def test_a_mismatch_says_what_was_said_and_what_is_documented() -> None:
    mismatch = Mismatch(kind=MismatchKind.SIDE, said="T8 left", documented="T8 right")
    conflict = cards(pathway(conflicts=(rule("CR-03", card="warning"),), mismatches=(mismatch,)))[1]
    assert "Said: T8 left. Documented: T8 right." in conflict.detail


def test_override_reasons_stand_where_something_can_be_overridden() -> None:
    found = cards(
        pathway(conflicts=(rule("CR-04", card="warning"),)),
        advice(Outcome.MDT_BOARD, L3),
        advice(Outcome.DECLINED, Place(level="L4")),
        unread=(FAILED,),
    )
    with_reasons = {card.source.topic_code for card in found if card.override_reasons}
    assert with_reasons == {"indication", "conflict", "referral"}
    assert [each.code for each in found[0].override_reasons] == [
        *("decided-by-board", "contraindication", "patient-preference", "other-therapy", "data-wrong", "other")
    ]
    assert all(each.display for each in found[0].override_reasons)  # K11


@pytest.mark.parametrize("outcome", [outcome for outcome in Outcome if outcome is not Outcome.OUT_OF_SCOPE])
def test_k2_summaries_are_short_and_begin_with_the_level(outcome: Outcome) -> None:
    long = rule("SR-13"), rule("SR-14"), rule("SR-15"), rule("SR-16")
    place = Place(level="S1-S5", side=Side.BOTH, part=Part.TRANSVERSE_PROCESS)
    more = {"holds": long, "questions": tuple(question(f"F-{number:02}") for number in range(1, 40))}
    for card in cards(advice(outcome, place, why=("x", "y" * 300), **more)):
        assert len(card.summary) <= 139
        assert card.summary.startswith("S1-S5, both sides transverse process: ")


def test_k17_the_same_input_gives_the_same_cards_but_for_uuids() -> None:
    first, second = (cards(pathway(), advice(Outcome.MDT_BOARD, L3), unread=(FAILED,)) for _ in range(2))
    assert first == second  # the counter that stands for uuids starts anew


def test_k6_u2_every_card_and_suggestion_has_a_uuid_of_its_own() -> None:
    found = cards(pathway(), pathway(L3))
    ids = [card.uuid for card in found] + [each.uuid for card in found for each in card.suggestions]
    assert all(ids)
    assert len(set(ids)) == len(ids)


# --- the schema, on everything that a card can hold -------------------------------------------------------------------


def everything() -> tuple[Card, ...]:
    held = rule("SR-13", local=("inr_max = 1.6",))
    rich = pathway(
        Place(level="T8", side=Side.LEFT),
        holds=(held,),
        rules=(rule("TR-08"), held),
        release_after=("SR-13",),
        conflicts=(rule("CR-04", card="warning"),),
        evidence=(row(fact(Matrix.LYTIC)), row(status=Status.UNKNOWN), row(fact(1), fact(2), status=Status.CONFLICT)),
        optional_questions=(question("F-18"),),
        protection_by_technique={Technique.CRYO: ("TP-01",), Technique.RFA_BIPOLAR: ()},
    )
    board = advice(Outcome.MDT_BOARD, L3, order_sets=(order_set(None, "OS-13"),), inputs={})
    bare = advice(Outcome.NEED_DATA, None, gate="1u", planned=())
    return cards(rich, board, bare, unread=(FAILED,), foreign=1, encounter_id="e1")


def leaves(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    yield path, value
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from leaves(inner, f"{path}.{name}")
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from leaves(inner, f"{path}[]")


def test_no_member_of_an_advice_is_null_or_empty() -> None:
    for card in everything():
        empty = [path for path, value in leaves(card.advice) if value is None or value in ("", [], {}, ())]
        assert empty == []


def test_the_kind_is_the_topic_and_contract_members_stand_where_they_belong() -> None:
    allowed = {
        *("kind", "knowledgeVersion", "lesion", "outcome", "possibleOutcomes", "pathwayForInformation", "inputs"),
        *("techniques", "holds", "rules", "items", "itemsByTechnique", "questions", "optionalQuestions", "evidence"),
        "unread",
    }
    for card in everything():
        assert card.advice["kind"] == card.source.topic_code
        assert card.source.topic_code.isalnum()  # K17
        assert card.advice.keys() <= allowed
        assert card.source.label  # K4
        assert card.source.topic_display


def test_k9_k10_u1_u4_a2_a8_hold_for_every_suggestion() -> None:
    found = [card for card in everything() if card.suggestions]
    assert found
    for card in found:
        assert card.selection_behavior is SelectionBehavior.AT_MOST_ONE  # K9
        assert sum(each.is_recommended is True for each in card.suggestions) <= 1  # K10
        for each in card.suggestions:
            assert each.label  # U1
            assert each.actions  # U4
            assert all(action.description for action in each.actions)  # A2
            ids = [action.resource["id"] for action in each.actions if action.resource]
            assert len(set(ids)) == len(ids)  # A8
    assert all(card.selection_behavior is None for card in everything() if not card.suggestions)


def test_l1_l2_l6_each_lead_card_links_to_the_picture_of_its_outcome_and_no_other_card_does() -> None:
    for card in everything():
        leads = card.source.topic_code in ("indication", "question", "referral", "nocare")
        assert [link.url for link in card.links] == (
            [f"http://127.0.0.1:8000/picture/{card.advice['outcome']}.svg"] if leads else []
        )
        assert all((link.label, link.type.value) == ("Picture of this decision", "absolute") for link in card.links)


def test_dates_are_days() -> None:
    assert YESTERDAY.date().isoformat() == "2026-11-21"
    (found,) = evidence(row(fact(Matrix.LYTIC)))
    assert found["on"] == "2026-11-21"


def test_the_states_are_told_as_they_are() -> None:
    states = (technique(Technique.LASER, ACCEPTABLE), technique(Technique.CRYO, CAUTION))
    detail = lead(advice(techniques=states, ordered_techniques=(Technique.CRYO,))).detail
    assert "- **Acceptable:** laser ablation\n" in detail
    assert "- **Caution:** cryoablation (ordered)\n" in detail
    assert T8.level in lead(advice()).summary
