"""The declarations against the clinical knowledge: nothing missing, numbers as agreed, absence read as "none" only by F.4."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from plugin.grammar import (
    Criterion,
    Drugs,
    Fired,
    Found,
    InPlay,
    Item,
    MdtComment,
    Rule,
    TechniqueState,
    Unrecorded,
    Wished,
    items_of,
)
from plugin.knowledge import KNOWLEDGE, criteria, facts

RULES = (
    *KNOWLEDGE.technique_rules,
    *KNOWLEDGE.safety_rules,
    *KNOWLEDGE.holds,
    *KNOWLEDGE.consistency_rules,
    *(rule for gate in KNOWLEDGE.gates for rule in gate.reasons),
)
IDS = {rule.id.removesuffix("-UNREAD") for rule in RULES}


def numbered(prefix: str, *numbers: int) -> set[str]:
    return {f"{prefix}-{number:02d}" for number in numbers}


def everything(part: object, seen: set[int] | None = None) -> Iterator[object]:
    """Every declaration in the knowledge, found by walking it as data."""
    seen = set() if seen is None else seen
    if id(part) in seen:
        return
    seen.add(id(part))
    yield part
    children: Iterable[object] = ()
    if is_dataclass(part):
        children = [getattr(part, each.name) for each in fields(part)]
    elif isinstance(part, Mapping):
        children = part.values()
    elif isinstance(part, tuple | list | frozenset):
        children = part
    for child in children:
        yield from everything(child, seen)


def test_every_technique_rule_of_c2_is_there() -> None:
    assert numbered("TR", *range(1, 31)) - IDS == set()


def test_every_safety_rule_of_c3_is_there() -> None:
    assert numbered("SR", *range(1, 7), *range(10, 17), *range(20, 24)) - IDS == set()


def test_every_consistency_rule_of_c4_is_there() -> None:
    """CR-08 and CR-10 are found while a record is read; the clinician's room only names them."""
    assert numbered("CR", *range(1, 11)) - IDS == set()


def test_no_rule_has_an_id_that_part_c_does_not_know() -> None:
    known = (
        numbered("TR", *range(1, 31))
        | numbered("SR", *range(1, 7), *range(10, 17), *range(20, 24))
        | numbered("CR", *range(1, 11))
    )
    assert {rule for rule in IDS if re.match(r"(TR|SR|CR)-", rule)} <= known


def test_every_item_of_c5_is_there() -> None:
    orders = {item.id[:5] for item in KNOWLEDGE.order_items}
    assert orders == numbered("OS", *range(1, 18))
    assert {item.id for item in KNOWLEDGE.anaesthesia} == numbered("AN", *range(1, 21))
    assert {item.id for item in KNOWLEDGE.protection} == numbered("TP", *range(1, 21))


def test_each_technique_has_its_own_ablation_order() -> None:
    ablations = {item.id for item in KNOWLEDGE.order_items if item.id.startswith("OS-03")}
    assert ablations == {f"OS-03-{name}" for name in ("LASER", "RFA_BIPOLAR", "RFA_MONO", "CRYO", "CHEM")}


THRESHOLDS = {
    "close_to_neural_structure_mm": (10, 5, 20, "X-31 X-32"),
    "close_to_viscus_mm": (10, 5, 30, ""),
    "few_lesions": (3, 1, 5, ""),
    "inr_max": (1.8, 1.5, 1.8, "X-40"),
    "platelets_min": (50, 50, 100, "X-40"),
    "fever_c": (38.0, 37.5, 38.5, ""),
    "fever_max_age_h": (48, 48, 48, ""),
    "labs_max_age_days": (30, 1, 30, ""),
    "labs_max_age_days_warfarin": (7, 1, 7, ""),
    "pregnancy_test_max_age_days": (7, 1, 14, ""),
    "neuro_exam_max_age_days": (14, 1, 30, ""),
    "imaging_max_age_days": (90, 14, 180, ""),
    "heat_warning_c": (42, 40, 43, "X-20 X-21 X-22"),
    "heat_stop_c": (44, 42, 45, "X-20 X-21 X-22"),
    "cold_alarm_c": (10, 10, 15, "X-22"),
    "large_lesion_mm": (50, 30, 70, ""),
    "small_lesion_mm": (20, 10, 20, ""),
    "moderate_pain_mm": (None, 30, 50, ""),
}
"""Contract 2.1 and part C.6: default (None: off), range, sources ("": ours)."""


def test_thresholds_are_those_of_the_contract() -> None:
    found = {
        each.id: (None if each.off_by_default else each.default, each.low, each.high, " ".join(each.sources))
        for each in KNOWLEDGE.thresholds
    }
    assert found == THRESHOLDS


def test_only_the_age_of_a_temperature_is_fixed() -> None:
    assert {each.id for each in KNOWLEDGE.thresholds if each.fixed} == {"fever_max_age_h"}


ABSENT_IS_NONE: dict[str, Item[Any]] = {
    "SIZE: wish for size reduction": facts.SIZE_REDUCTION,
    "SIZE: plan of 131-I": facts.RADIOIODINE_PLAN,
    "debulking": facts.DEBULKING,
    "F-04 refusal": facts.REFUSAL,
    "F-30 antithrombotics": facts.DRUGS,
    "F-32 CIED": facts.DEVICES,
    "F-34 infection": facts.INFECTION,
    "F-35 allergies": facts.ALLERGIES,
}
"""F.4, second column: the items whose absence in a record read in full is read as "no" or "none", row by row.

The other rows need no such word: F-26, F-08, F-20 stay unknown, F-17 is counted where the record is read, F-33 asks for a test.
"""


def read_as_none() -> set[Item[Any]]:
    return {part.item for part in everything(KNOWLEDGE) if isinstance(part, Found | Wished | Drugs)}


def test_absence_is_read_as_none_only_for_the_closed_list_f4() -> None:
    assert read_as_none() == set(ABSENT_IS_NONE.values())


def test_nothing_recorded_only_ever_asks_a_question() -> None:
    """`Unrecorded` settles nothing: it stands only where an optional question is asked."""
    asking = {id(part) for text in KNOWLEDGE.facts for part in everything(text) if isinstance(part, Unrecorded)}
    assert asking
    assert [
        part.item for part in everything(KNOWLEDGE) if isinstance(part, Unrecorded) and id(part) not in asking
    ] == []


def test_a_state_never_hangs_on_what_is_in_play() -> None:
    """What is in play follows from the states: an effect that asked for it would go round in a circle."""
    circular = [
        rule.id
        for rule in RULES
        if rule.effects or rule.also
        for part in everything((rule.when, tuple(when for when, _ in rule.also)))
        if isinstance(part, InPlay | Fired | MdtComment)
    ]
    assert circular == []


def test_a_rule_sets_no_state_better_than_acceptable() -> None:
    """TR-06 names RFA and sets cryoablation to acceptable; every other effect warns or refuses."""
    effects = {
        (rule.id, effect.state)
        for rule in RULES
        for effect in (*rule.effects, *(effect for _, effect in rule.also))
        if effect.state in (TechniqueState.PREFERRED, TechniqueState.ACCEPTABLE)
    }
    assert effects == {("TR-06", TechniqueState.ACCEPTABLE)}


def _sourced() -> Iterator[tuple[str, tuple[str, ...]]]:
    for rule in RULES:
        yield rule.id, rule.sources
    for order in KNOWLEDGE.order_items:
        yield order.id, order.sources
    for item in (*KNOWLEDGE.anaesthesia, *KNOWLEDGE.protection):
        yield item.id, item.sources
    for threshold in KNOWLEDGE.thresholds:
        yield threshold.id, threshold.sources
    for text in KNOWLEDGE.outcomes:
        yield text.outcome, text.sources
    for gate in KNOWLEDGE.gates:
        yield f"gate {gate.id}", gate.sources


def test_sources_are_named_as_the_ledger_names_them() -> None:
    odd = {name: sources for name, sources in _sourced() if not all(re.fullmatch(r"[SX]-\d\d", s) for s in sources)}
    assert odd == {}


def test_every_source_named_is_one_that_is_kept() -> None:
    kept = {source.id for source in KNOWLEDGE.sources}
    assert {source for _, sources in _sourced() for source in sources} - kept == set()


def test_what_rests_on_the_deck_names_a_fact_of_it() -> None:
    without = [
        rule.id
        for rule in RULES
        if rule.basis.value.startswith("seed") and not any(source.startswith("S-") for source in rule.sources)
    ]
    assert without == []


def test_seed_alone_names_nothing_from_outside() -> None:
    named = [rule.id for rule in RULES if rule.basis.value == "seed" and any(s.startswith("X-") for s in rule.sources)]
    assert [rule for rule in named if rule != "TR-14"] == [], "TR-14 names X-33 since it contradicts"


def test_holds_are_the_seven_of_part_c3() -> None:
    assert [rule.id for rule in KNOWLEDGE.holds] == [f"SR-{number}" for number in range(10, 17)]


def test_conflict_cards_are_those_of_part_c4() -> None:
    cards = {rule.id: rule.card for rule in KNOWLEDGE.consistency_rules if rule.card}
    warnings = dict.fromkeys(("CR-01", "CR-03", "CR-04", "CR-07", "CR-09"), "warning")
    assert cards == {**warnings, "CR-02": "info"}


def test_board_comments_are_those_of_part_c() -> None:
    """OS-13: "MDT comment (TR-10, TR-11, SR-06, H-04)"."""
    assert {rule.id for rule in RULES if rule.mdt} == {"TR-10", "TR-11", "SR-06", "H-04"}


def test_every_item_of_the_record_is_listed_once() -> None:
    named = {each for each in vars(facts).values() if isinstance(each, Item)}
    assert named == set(KNOWLEDGE.items)
    assert len(KNOWLEDGE.items) == len(set(KNOWLEDGE.items))


def test_everything_that_is_asked_is_an_item_of_the_record() -> None:
    asked = items_of(tuple(part.when for part in everything(KNOWLEDGE) if isinstance(part, Rule)))
    assert asked <= set(KNOWLEDGE.items)


def test_every_item_of_the_record_is_asked_or_shown() -> None:
    """What is read and neither asked by a question nor shown with an item would be read in vain."""
    declared = (getattr(KNOWLEDGE, each.name) for each in fields(KNOWLEDGE) if each.name != "items")
    used = {part for part in everything(tuple(declared)) if isinstance(part, Item)}
    assert set(KNOWLEDGE.items) - used == set()


def test_every_question_is_asked() -> None:
    named = {each for each in vars(criteria).values() if isinstance(each, Criterion)}
    assert named - {part for part in everything(KNOWLEDGE) if isinstance(part, Criterion)} == set()
