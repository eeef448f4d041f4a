"""What must hold for every patient: lost data never helps, states only worsen, an emergency silences every suggestion.

Hypothesis draws records as a story would tell them; the same ones in every run (derandomized), so that a red test stays red.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugin.advice import Advice, OrderSetAdvice
from plugin.advising import advise, advise_all
from plugin.evidence import Evidence, Scope, Technique
from plugin.grammar import LocalPractice, Outcome, OutcomeClass, TechniqueState
from tests.support.stories import ANSWERS, FEEDS, MISSING, RECORD, evidence_of, evidence_with

LAW = settings(
    max_examples=60,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
PRACTICE = LocalPractice()

Told = dict[str, Any]
TREATMENTS = ("OS-03", "OS-04", "OS-05", "OS-06", "OS-07", "OS-08", "OS-09", "OS-10", "OS-11")
NO_SUGGESTION = {
    Outcome.URGENT_REFERRAL,
    Outcome.DECLINED,
    Outcome.NOT_A_TARGET,
    Outcome.NO_INDICATION_NOW,
    Outcome.NEED_DATA,
}
BOARD = {Outcome.MDT_BOARD, Outcome.MDT_CURATIVE_CANAL}


def usually(value: Any, *others: Any) -> st.SearchStrategy[Any]:
    """Nine times in ten this, so that many patients come as far as a pathway; shrinks to it."""
    return st.integers(0, 10 * len(others) - 1).map(lambda n: others[n - 1] if 0 < n <= len(others) else value)


def kinds(value: Any, *names: str) -> list[Any]:
    return [value, *({"value": value, "kind": name} for name in names)]


FINDINGS: dict[str, st.SearchStrategy[Any]] = {
    "nature": usually(
        "metastasis", MISSING, "plasmacytoma", "primary-malignant", *kinds("osteoid-osteoma", "problem list", "report")
    ),
    "primary": usually("lung", MISSING, "thyroid", "kidney", "prostate", {"value": "kidney", "kind": "report"}),
    "intent": st.sampled_from(
        ["palliative", "palliative", "curative", MISSING, {"value": "curative", "kind": "procedure"}]
    ),
    "palliative-care": usually(MISSING, True),
    "canal-extension": st.sampled_from(
        [False, True, False, MISSING, *kinds(False, "report")[1:], *kinds(True, "report")[1:]]
    ),
    "escc": usually(MISSING, "0", "1b", "1c"),
    "debulking-need": usually(MISSING, True, {"value": True, "kind": "statement on the order"}),
    "soft-tissue-extension": st.sampled_from([False, True, False, MISSING, {"value": True, "kind": "report"}]),
    "consolidation-need": st.sampled_from([False, True, MISSING, {"value": True, "kind": "report"}]),
    "pathological-fracture": usually(MISSING, True),
    "collapse": usually(MISSING, True, False),
    "fracture-risk": usually(MISSING, True, False),
    "sins": usually(MISSING, 4, 8, 14, [1, 1, 2, 0, 1, "?"], [3, 3, 2, 4, 1, "?"]),
    "size-reduction-need": usually(MISSING, True, False, {"value": True, "kind": "statement on the order"}),
    "radioiodine-planned": usually(MISSING, True),
    "matrix": usually("lytic", MISSING, "mixed", "sclerotic", {"value": "sclerotic", "kind": "report"}),
    "size": usually(MISSING, 15, 60),
    "lesion-count": usually(MISSING, 2, 4, {"value": 4, "kind": "other record", "days_ago": MISSING}),
    "posterior-wall": usually("intact", MISSING, "breached", {"value": "intact", "kind": "report"}),
    "distance-to-neural-structure": usually(15, MISSING, 5, {"value": 15, "kind": "report"}),
    "distance-to-viscus": usually(40, MISSING, 5),
    "metal-near-level": st.sampled_from(
        [
            MISSING,
            "absent",
            "present",
            {"value": "present", "kind": "procedure"},
            {"value": "removed", "kind": "procedure"},
            {"value": "present", "kind": "device"},
            {"value": "present", "kind": "problem list"},
        ]
    ),
    "previous-radiotherapy": usually(MISSING, "failed", {"value": "given", "kind": "procedure"}),
}
PERSON: dict[str, st.SearchStrategy[Any]] = {
    "neurological-deficit": usually("none", MISSING, "root", "motor", {"value": "none", "kind": "report"}),
    "cord-sign": usually(MISSING, "cord-compression", "cauda-equina-syndrome"),
    "pain": usually("VAS 60", "VAS 0", "no scale 4", MISSING),
    "pain-coded": usually(MISSING, True),
    "refusal": usually(MISSING, MISSING, "declined-procedure", {"value": "declined-procedure", "kind": "problem list"}),
    "pregnant": usually(MISSING, True, {"value": True, "kind": "other record"}),
    "pregnancy-test": usually(True, MISSING),
    "allergies": usually(MISSING, "acrylic or PMMA", "NSAID", {"value": "acrylic or PMMA", "kind": "problem list"}),
    "drugs": usually(MISSING, "aspirin", "apixaban", "morphine", {"value": "warfarin", "kind": "problem list"}),
    "inr": usually(1.0, MISSING, 2.4),
    "platelets": usually(250, MISSING, 30),
    "egfr": usually(MISSING, 20),
    "devices": usually(MISSING, "pacemaker", {"value": "neurostimulator", "kind": "problem list"}),
    "infection": usually(MISSING, "infection elsewhere", "systemic infection"),
    "temperature": usually(36.8, MISSING, 39.0),
    "ct": usually(True, MISSING),
    "mr": usually(True, MISSING),
    "planned-probes": usually(MISSING, 2, 26),
}
RECORDS = st.fixed_dictionaries({**FINDINGS, **PERSON})
LEVELS = st.sampled_from(["T9", "L3", "S1-S3"])
PARTS = st.sampled_from(["body", "pedicle", ""])
ORDERS = st.sampled_from([None, None, "RFA", "RFA_MONO", "CRYO", "LASER", "CAV", "CEMENT"])
WOMAN = {"age": 40, "gender": "female"}

TOLD = st.builds(
    lambda record, level, part, technique: {
        "patient": WOMAN,
        "place": {"level": level, "part": part},
        "record": record,
        "order": {"technique": technique} if technique else {},
    },
    RECORDS,
    LEVELS,
    PARTS,
    ORDERS,
)


def is_pathway(advice: Advice) -> bool:
    return advice.outcome.outcome_class is OutcomeClass.PATHWAY


def possible(advice: Advice) -> set[Outcome]:
    """A settled outcome is its own possible set."""
    return set(advice.possible) if advice.outcome is Outcome.NEED_DATA else {advice.outcome}


def states(advice: Advice) -> dict[Technique, TechniqueState]:
    return {each.technique: each.state for each in advice.techniques}


def treatments(advice: Advice) -> set[str]:
    return {item.id for each in advice.order_sets for item in each.items if item.id.startswith(TREATMENTS[:3])}


def no_better(after: Advice, before: Advice) -> bool:
    """No technique is offered newly or stands better; only between two pathways there is something to compare."""
    if not (is_pathway(after) and is_pathway(before)):
        return True
    old, new = states(before), states(after)
    return all(technique in old and new[technique].rank >= old[technique].rank for technique in new)


# --- law 1 ----------------------------------------------------------------------------------------------------------------

ERASABLE = ("INTENT", "CANAL", "CONS", "SOFT", "PAIN", "DEFICIT", "NATURE")
STOPS: tuple[Told, ...] = (
    {},
    {},
    {"pregnant": True},
    {"infection": "systemic infection"},
    {"lesion-count": 4},
    {"allergies": "acrylic or PMMA"},
    {"refusal": "declined-procedure"},
    {"primary": "kidney", "matrix": "sclerotic"},
    {"cord-sign": "cord-compression"},
    {"neurological-deficit": "root"},
)
ANSWERED = st.fixed_dictionaries({name: st.sampled_from(ways) for name, ways in ANSWERS.items()})


@LAW
@given(ANSWERED, st.sampled_from(STOPS), st.sampled_from(ERASABLE))
def test_erasing_an_answer_never_removes_a_possible_outcome(answers: dict[str, str], more: Told, erased: str) -> None:
    """Law 1 of F.4, on the answers that the walk asks for; DEFICIT only where CANAL is not "no" (contract, design)."""
    if erased == "DEFICIT" and answers["CANAL"] == "no":
        return
    before = advise(evidence_with(answers, record=more), PRACTICE)
    dropped = {key: value for key, value in more.items() if not (erased == "DEFICIT" and key == "neurological-deficit")}
    after = advise(evidence_with({**answers, erased: "unknown"}, record=dropped), PRACTICE)
    lost = possible(before) - possible(after)
    if erased == "DEFICIT" and after.outcome in (Outcome.DECLINED, Outcome.NOT_A_TARGET):
        lost -= {Outcome.URGENT_REFERRAL}  # it needs a documented emergency (F.4)
    assert lost == set()


@LAW
@given(ANSWERED, st.sampled_from(STOPS), st.permutations(ERASABLE))
def test_erasing_answer_after_answer_only_widens(answers: dict[str, str], more: Told, order: list[str]) -> None:
    more = {key: value for key, value in more.items() if key not in ("refusal", "neurological-deficit")}
    answers = {**answers, "DEFICIT": "none", "CANAL": "yes", "NATURE": "metastasis"}
    before = possible(advise(evidence_with(answers, record=more), PRACTICE))
    for erased in order:
        answers = {**answers, erased: "unknown"}
        after = possible(advise(evidence_with(answers, record=more), PRACTICE))
        assert before <= after, erased
        before = after


# --- law 2 ----------------------------------------------------------------------------------------------------------------

_BY_KIND = {
    "coded finding": "findings",
    "problem list": "conditions",
    "procedure": "procedures",
    "device": "devices",
    "report": "reports",
}
_BY_PLACE = {place: key for key in ("labs", "imaging", "medications", "allergies", "consents") for place in FEEDS[key]}


def source_of(name: str, value: Any) -> str:
    """The prefetch key that a fact of this item and kind comes from; "" for the order itself and for what is counted."""
    line = RECORD["sins-total" if name == "sins" else name]
    kind = value["kind"] if isinstance(value, dict) and "kind" in value else line.kind.value
    if kind == "other record":
        return _BY_PLACE.get(line.place, "")
    return _BY_KIND.get(kind, "")


def without(record: Mapping[str, Any], key: str) -> Told:
    return {name: MISSING if source_of(name, value) == key else value for name, value in record.items()}


def judged(told: Told, record: Told, *unread: str) -> Advice:
    return advise(evidence_of({**told, "record": record, "unread": unread}), PRACTICE)


@pytest.mark.parametrize("key", FEEDS)
@settings(LAW, max_examples=30)
@given(told=TOLD)
def test_a_failed_read_never_adds_a_suggestion_and_never_improves_a_state(key: str, told: Told) -> None:
    record = without(told["record"], key)
    empty, failed = judged(told, record), judged(told, record, key)
    assert len(failed.order_sets) <= len(empty.order_sets)
    assert treatments(failed) <= treatments(empty)
    assert no_better(failed, empty)


@pytest.mark.parametrize("key", FEEDS)
@settings(LAW, max_examples=30)
@given(told=TOLD)
def test_a_cut_read_never_adds_a_treatment_and_never_improves_a_state(key: str, told: Told) -> None:
    """What was read of it may stop, hold or restrict (contract 7); a stop may bring the board's suggestion with it."""
    empty, cut = judged(told, without(told["record"], key)), judged(told, told["record"], key)
    assert treatments(cut) <= treatments(empty)
    assert no_better(cut, empty)


@LAW
@given(told=TOLD, keys=st.sets(st.sampled_from(sorted(FEEDS))))
def test_several_failed_reads_are_no_better_than_one_record_read(told: Told, keys: set[str]) -> None:
    record = told["record"]
    for key in keys:
        record = without(record, key)
    empty, failed = judged(told, record), judged(told, record, *keys)
    assert treatments(failed) <= treatments(empty)
    assert no_better(failed, empty)


def test_nothing_readable_suggests_nothing() -> None:
    nothing = dict.fromkeys(RECORD, MISSING)
    advice = judged({"place": {"level": "T9"}}, nothing, *FEEDS)
    assert advice.outcome is Outcome.NEED_DATA
    assert advice.order_sets == ()


def test_an_empty_record_suggests_nothing() -> None:
    nothing = dict.fromkeys(RECORD, MISSING)
    for scope in Scope:
        assert judged({"place": {"level": "T9"}, "scope": scope}, nothing).order_sets == ()


# --- suggestions ------------------------------------------------------------------------------------------------------------


@LAW
@given(TOLD)
def test_no_suggestion_but_for_pathways_and_the_board(told: Told) -> None:
    advice = advise(evidence_of(told), PRACTICE)
    if advice.outcome in NO_SUGGESTION:
        assert advice.order_sets == ()
        assert advice.techniques == ()
        assert advice.anaesthesia == advice.protection == ()
    if advice.outcome in BOARD:
        assert len(advice.order_sets) == 1
        items = {item.id for item in advice.order_sets[0].items}
        review = {"OS-06"} if "CR-01" in {rule.id for rule in advice.rules} else set()
        assert items <= {"OS-01", "OS-02", "OS-12", "OS-13", "OS-16"} | review
        assert {"OS-13", "OS-16"} <= items


@LAW
@given(TOLD)
def test_holds_belong_to_pathways_only(told: Told) -> None:
    advice = advise(evidence_of(told), PRACTICE)
    assert not advice.holds or is_pathway(advice)


@LAW
@given(TOLD)
def test_every_suggested_technique_is_preferred_or_acceptable(told: Told) -> None:
    advice = advise(evidence_of(told), PRACTICE)
    suggested = [each.technique for each in advice.order_sets if each.technique]
    assert all(states(advice)[technique].rank <= TechniqueState.ACCEPTABLE.rank for technique in suggested)
    assert sum(each.recommended for each in advice.order_sets) <= 1
    for each in advice.order_sets[1:]:
        assert not each.recommended
    ranks = [states(advice)[technique].rank for technique in suggested]
    assert ranks == sorted(ranks)


def first_of(order_set: OrderSetAdvice, ids: Iterable[str]) -> int | None:
    starts = tuple(ids)
    return next((n for n, item in enumerate(order_set.items) if item.id.startswith(starts)), None)


@LAW
@given(TOLD)
def test_a_plan_stands_in_its_order(told: Told) -> None:
    """Cement after the step against the tumour, 131-I after ablation, and never in pregnancy."""
    advice = advise(evidence_of(told), PRACTICE)
    for order_set in advice.order_sets:
        step, cement = first_of(order_set, ("OS-03", "OS-05")), first_of(order_set, ("OS-04",))
        radioiodine, ablation = first_of(order_set, ("OS-10",)), first_of(order_set, ("OS-03",))
        if cement is not None and advice.outcome is not Outcome.PAL_CEM:
            assert step is not None
            assert step < cement
        if cement is not None and order_set.technique is Technique.CRYO:
            assert "wait" in order_set.items[cement].note.casefold()
        if radioiodine is not None:
            assert ablation is not None
            assert ablation < radioiodine
            assert told["record"]["pregnant"] == MISSING


@LAW
@given(st.lists(TOLD, min_size=2, max_size=3), st.lists(st.booleans(), min_size=3, max_size=3))
def test_an_emergency_anywhere_silences_every_lesion(patients: list[Told], ordered: list[bool]) -> None:
    evidences: list[Evidence] = [
        evidence_of({**told, "place": {"level": level}}, ordered=is_ordered or level == "T4")
        for told, level, is_ordered in zip(patients, ("T4", "T9", "L3"), ordered, strict=False)
    ]
    advices = advise_all(evidences, PRACTICE)
    if any(advice.outcome is Outcome.URGENT_REFERRAL for advice in advices):
        assert all(advice.order_sets == () for advice in advices)


# --- states ---------------------------------------------------------------------------------------------------------------

RESTRICTIONS: dict[str, Told] = {
    "metal": {"metal-near-level": "present"},
    "pacemaker": {"devices": "pacemaker"},
    "wall breached": {"posterior-wall": "breached"},
    "nerve close": {"distance-to-neural-structure": 5},
    "bowel close": {"distance-to-viscus": 5},
    "sclerotic": {"matrix": "sclerotic"},
    "drugs": {"drugs": ["apixaban", "morphine"]},
    "fever": {"temperature": 39.5},
}


@pytest.mark.parametrize("restriction", RESTRICTIONS.values(), ids=RESTRICTIONS)
@settings(LAW, max_examples=30)
@given(told=TOLD)
def test_a_restricting_fact_only_worsens_states(restriction: Told, told: Told) -> None:
    benign = {"metal-near-level": "absent", "matrix": "lytic", "consolidation-need": False, "sins": MISSING}
    record = {**told["record"], **benign}
    assert no_better(judged(told, {**record, **restriction}), judged(told, record))


@LAW
@given(TOLD)
def test_with_metal_at_the_level_rfa_is_to_be_avoided(told: Told) -> None:
    found = states(judged(told, {**told["record"], "metal-near-level": "present"}))
    assert {found[form] for form in (Technique.RFA_BIPOLAR, Technique.RFA_MONO) if form in found} <= {
        TechniqueState.AVOID
    }


@LAW
@given(TOLD, st.sampled_from(["procedures", "devices"]))
def test_metal_that_could_not_be_excluded_leaves_no_rfa_suggested(told: Told, key: str) -> None:
    found = states(judged(told, told["record"], key))
    better = {TechniqueState.PREFERRED, TechniqueState.ACCEPTABLE}
    assert not {found[form] for form in (Technique.RFA_BIPOLAR, Technique.RFA_MONO) if form in found} & better


@LAW
@given(TOLD)
def test_alcohol_is_never_better_than_caution_and_never_beside_a_nerve_or_the_canal(told: Told) -> None:
    advice = advise(evidence_of(told), PRACTICE)
    state = states(advice).get(Technique.CHEM)
    assert state in (None, TechniqueState.CAUTION, TechniqueState.AVOID)
    close = "SR-20" in {rule.id for rule in advice.rules} or advice.inputs["CANAL"] != "no"
    if state is not None and close:
        assert state is TechniqueState.AVOID


@LAW
@given(TOLD, st.booleans())
def test_dextrose_is_in_the_list_of_cryoablation_only_where_the_site_allows_it(told: Told, allowed: bool) -> None:  # noqa: FBT001
    advice = advise(evidence_of(told), LocalPractice(cryo_hydrodissection_d5w=allowed))
    own = advice.protection_by_technique.get(Technique.CRYO, ())
    if advice.in_play == (Technique.CRYO,):
        own = tuple(item.id for item in advice.protection)
    assert allowed or "TP-05" not in own
    assert not (allowed and "TP-06" in own)


@LAW
@given(TOLD)
def test_a_walk_always_ends_in_one_outcome_and_says_what_is_open(told: Told) -> None:
    advice = advise(evidence_of(told), PRACTICE)
    assert (len(advice.possible) > 1) == (advice.outcome is Outcome.NEED_DATA)
    assert bool(advice.questions) == (advice.outcome is Outcome.NEED_DATA)
    assert Outcome.NEED_DATA not in advice.possible


@LAW
@given(TOLD)
def test_the_same_record_gets_the_same_advice(told: Told) -> None:
    first, second = advise(evidence_of(told), PRACTICE), advise(evidence_of(told), PRACTICE)
    assert first == second
