"""The decision table of part B.3, enumerated through `advise`, and the gates of B.4 before it, sampled.

Both expectations are written here from the tables of the clinical knowledge, not from the tree: a literal table, rule 12 by
replacing every unknown, and a plain chain of ifs.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import product

import pytest

from plugin.advice import Advice
from plugin.advising import advise
from plugin.evidence import Scope
from plugin.grammar import LocalPractice, Outcome
from tests.support.stories import ANSWERS, evidence_with, stories

PRACTICE = LocalPractice()
ANY = "any"

TABLE = {
    1: (("curative", "yes", ANY, ANY, ANY), "MDT_CURATIVE_CANAL"),
    2: (("curative", "no", "no", ANY, ANY), "CUR_ABL"),
    3: (("curative", "no", "yes", ANY, ANY), "CUR_ABL_CEM"),
    4: (("palliative", "yes", "yes", ANY, ANY), "PAL_CAV_CEM"),
    5: (("palliative", "yes", "no", ANY, ANY), "PAL_CAV"),
    6: (("palliative", "no", "yes", "yes", ANY), "PAL_ABL_CEM"),
    7: (("palliative", "no", "yes", "no", "yes"), "PAL_ABL_CEM"),
    8: (("palliative", "no", "yes", "no", "no"), "PAL_CEM"),
    9: (("palliative", "no", "no", ANY, "yes"), "PAL_REDUCE"),
    10: (("palliative", "no", "no", "yes", "no"), "PAL_PAIN_SOFT"),
    11: (("palliative", "no", "no", "no", "no"), "PAL_PAIN"),
}
"""B.3 as printed: INTENT, CANAL, CONS, SOFT, SIZE -> outcome; row 12 is what several completions make."""

INPUTS = ("INTENT", "CANAL", "CONS", "SOFT", "SIZE")
TRUTHS = {name: tuple(v for v in ANSWERS[name] if v != "unknown") for name in (*INPUTS, "PAIN")}
TRUTHS["DEFICIT"] = ("none", "motor")
ROWS = list(product(*(ANSWERS[name] for name in INPUTS)))

PER_LEAF = {
    "MDT_CURATIVE_CANAL": 8,
    "CUR_ABL": 4,
    "CUR_ABL_CEM": 4,
    "PAL_CAV_CEM": 4,
    "PAL_CAV": 4,
    "PAL_ABL_CEM": 3,
    "PAL_CEM": 1,
    "PAL_REDUCE": 2,
    "PAL_PAIN_SOFT": 1,
    "PAL_PAIN": 1,
}


def row_of(known: tuple[str, ...]) -> int:
    """The one row of the table that a fully known input meets."""
    met = [
        number
        for number, (row, _) in TABLE.items()
        if all(wanted in (ANY, given) for wanted, given in zip(row, known, strict=True))
    ]
    assert len(met) == 1, f"{known} meets rows {met}"
    return met[0]


def from_table(known: Mapping[str, str]) -> str:
    return TABLE[row_of(tuple(known[name] for name in INPUTS))][1]


def completions(answers: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Rule 12: every unknown replaced by each of its values; DEFICIT only in completions with CANAL = yes (B.4)."""
    names = [*INPUTS, "PAIN"]
    for values in product(*(TRUTHS[n] if answers[n] == "unknown" else (answers[n],) for n in names)):
        completed = {**answers, **dict(zip(names, values, strict=True))}
        if answers["DEFICIT"] == "unknown" and completed["CANAL"] == "yes":
            yield from ({**completed, "DEFICIT": deficit} for deficit in TRUTHS["DEFICIT"])
        else:
            yield completed


def after_the_known_gates(answers: Mapping[str, str], *, stop: bool, beyond_few: bool, pmma: bool) -> str:
    """Gates 2, 5, 6 and the tree in one completion, as B.4 prints them."""
    if answers["DEFICIT"] == "motor":
        return "URGENT_REFERRAL"
    if stop or (beyond_few and answers["INTENT"] == "curative") or (pmma and answers["CONS"] == "yes"):
        return "MDT_BOARD"
    nothing = answers["CONS"] == answers["SIZE"] == answers["CANAL"] == "no"
    if answers["INTENT"] == "palliative" and answers["PAIN"] == "painless" and nothing:
        return "NO_INDICATION_NOW"
    return from_table(answers)


def ends(answers: Mapping[str, str], *, stop: bool = False, beyond_few: bool = False, pmma: bool = False) -> set[str]:
    return {after_the_known_gates(one, stop=stop, beyond_few=beyond_few, pmma=pmma) for one in completions(answers)}


def settled(possible: set[str]) -> str:
    return next(iter(possible)) if len(possible) == 1 else "NEED_DATA"


def by_row(pain: str) -> dict[tuple[str, ...], tuple[str, list[str]]]:
    """Every row of the table through `advise`: the outcome and what stays possible."""
    found = {}
    for row in ROWS:
        advice = advise(evidence_with({**dict(zip(INPUTS, row, strict=True)), "PAIN": pain}), PRACTICE)
        found[row] = (advice.outcome.value, [outcome.value for outcome in advice.possible])
    return found


@pytest.fixture(scope="module")
def painful() -> dict[tuple[str, ...], tuple[str, list[str]]]:
    return by_row("painful")


def test_there_are_243_rows() -> None:
    assert len(ROWS) == 243


def test_the_inputs_are_read_as_they_are_told() -> None:
    for row in ROWS:
        told = dict(zip(INPUTS, row, strict=True))
        inputs = advise(evidence_with(told), PRACTICE).inputs
        assert {name: inputs[name] for name in INPUTS} == told


def test_every_row_gets_the_outcome_of_the_table(painful: dict[tuple[str, ...], tuple[str, list[str]]]) -> None:
    for row, (outcome, possible) in painful.items():
        expected = ends({**dict(zip(INPUTS, row, strict=True)), "PAIN": "painful", "DEFICIT": "none"})
        assert outcome == settled(expected), row
        assert possible == ([o.value for o in Outcome if o.value in expected] if len(expected) > 1 else []), row


def test_169_rows_are_questions(painful: dict[tuple[str, ...], tuple[str, list[str]]]) -> None:
    assert sum(outcome == "NEED_DATA" for outcome, _ in painful.values()) == 169


def test_42_rows_are_settled_although_something_is_unknown(
    painful: dict[tuple[str, ...], tuple[str, list[str]]],
) -> None:
    assert sum(outcome != "NEED_DATA" and "unknown" in row for row, (outcome, _) in painful.items()) == 42


def test_the_32_known_rows_by_leaf(painful: dict[tuple[str, ...], tuple[str, list[str]]]) -> None:
    known = {row: outcome for row, (outcome, _) in painful.items() if "unknown" not in row}
    assert len(known) == 32
    assert Counter(known.values()) == PER_LEAF


@pytest.mark.parametrize(("pain", "questions"), [("unknown", 171), ("painless", 168)])
def test_questions_where_pain_is_not_sure(pain: str, questions: int) -> None:
    found = by_row(pain)
    for row, (outcome, _) in found.items():
        assert outcome == settled(ends({**dict(zip(INPUTS, row, strict=True)), "PAIN": pain, "DEFICIT": "none"}))
    assert sum(outcome == "NEED_DATA" for outcome, _ in found.values()) == questions


def test_with_pain_unknown_the_two_more_are_the_two_against_pain(
    painful: dict[tuple[str, ...], tuple[str, list[str]]],
) -> None:
    unknown = by_row("unknown")
    more = {painful[row][0] for row in ROWS if unknown[row][0] == "NEED_DATA" and painful[row][0] != "NEED_DATA"}
    assert more == {"PAL_PAIN", "PAL_PAIN_SOFT"}


# --- gates, Unknowns rule and tree together: 629,856 combinations, sampled ------------------------------------------------

DIMENSIONS: dict[str, tuple[object, ...]] = {
    **{name: ANSWERS[name] for name in INPUTS},
    "SCOPE": (Scope.SPINE, Scope.NOT_FOUND, Scope.OUTSIDE),
    "NATURE": ANSWERS["NATURE"],
    "PAIN": ANSWERS["PAIN"],
    "DEFICIT": ("none", "motor", "unknown"),
    "sign": (False, True),
    "refusal": (False, True),
    "stop": (False, True),
    "beyond_few": (False, True),
    "pmma": (False, True),
}
SIZE_OF_ALL = 629_856
SAMPLE = 3_000
STOPS = (
    {"sins": 14},
    {"pregnant": True},
    {"infection": "systemic infection"},
    {"infection": "spinal infection at the level"},
    {"primary": "kidney", "matrix": "sclerotic"},
)
SIGNS = ({"escc": "2"}, {"escc": "3"}, {"cord-sign": "cauda-equina-syndrome"})


def combination(number: int) -> dict[str, object]:
    chosen: dict[str, object] = {}
    for name, values in DIMENSIONS.items():
        number, position = divmod(number, len(values))
        chosen[name] = values[position]
    return chosen


def expected_possible(chosen: Mapping[str, object]) -> set[str]:
    """B.4 as an if-chain, first match wins; for gate 1u there are no possible outcomes."""
    answers = {name: str(chosen[name]) for name in (*INPUTS, "PAIN", "DEFICIT")}
    if chosen["SCOPE"] is Scope.OUTSIDE:
        return {"OUT_OF_SCOPE"}
    if chosen["SCOPE"] is Scope.NOT_FOUND:
        return {"NEED_DATA"}
    if chosen["sign"] or answers["DEFICIT"] == "motor":
        return {"URGENT_REFERRAL"}
    if chosen["refusal"]:
        return {"DECLINED"}
    if chosen["NATURE"] == "not a target":
        return {"NOT_A_TARGET"}
    possible = ends(
        answers,
        stop=bool(chosen["stop"]),
        beyond_few=bool(chosen["beyond_few"]),
        pmma=bool(chosen["pmma"]),
    )
    return {*possible, "NOT_A_TARGET"} if chosen["NATURE"] == "unknown" else possible


def record_of(chosen: Mapping[str, object], number: int) -> dict[str, object]:
    """What is recorded beside the answers: one of the emergency signs, one of the stops, and so on, in turn."""
    record: dict[str, object] = {}
    if chosen["stop"]:
        record |= STOPS[number % len(STOPS)]
    if chosen["sign"]:
        record |= SIGNS[number % len(SIGNS)] | {"canal-extension": True}
    if chosen["refusal"]:
        record["refusal"] = "declined-procedure"
    if chosen["beyond_few"]:
        record["lesion-count"] = 4
    if chosen["pmma"]:
        record["allergies"] = "acrylic or PMMA"
    return record


def test_there_are_as_many_combinations_as_part_b4_says() -> None:
    size = 1
    for values in DIMENSIONS.values():
        size *= len(values)
    assert size == SIZE_OF_ALL


def sample() -> Iterator[tuple[int, dict[str, object]]]:
    for number in random.Random(27).sample(range(SIZE_OF_ALL), SAMPLE):  # noqa: S311 - no secret, the same every time
        yield number, combination(number)


def judged(number: int, chosen: Mapping[str, object]) -> Advice:
    answers = {name: str(chosen[name]) for name in (*INPUTS, "NATURE", "PAIN", "DEFICIT")}
    return advise(evidence_with(answers, record=record_of(chosen, number), scope=chosen["SCOPE"]), PRACTICE)


def test_gates_and_tree_give_what_the_chain_gives() -> None:
    seen: set[str] = set()
    for number, chosen in sample():
        if chosen["SCOPE"] is Scope.OUTSIDE:
            continue
        advice, expected = judged(number, chosen), expected_possible(chosen)
        assert advice.outcome.value == settled(expected), chosen
        if advice.outcome is Outcome.NEED_DATA and advice.gate != "1u":
            assert {outcome.value for outcome in advice.possible} == expected, chosen
        seen.add(advice.outcome.value)
    assert len(seen) > len(PER_LEAF), "the sample sees too little"


def test_what_is_no_spinal_bone_tumour_is_out_of_scope() -> None:
    outside = [(number, chosen) for number, chosen in sample() if chosen["SCOPE"] is Scope.OUTSIDE]
    assert outside
    for number, chosen in outside[:200]:
        advice = judged(number, chosen)
        assert (advice.outcome, advice.order_sets) == (Outcome.OUT_OF_SCOPE, ()), chosen


# --- stories visit everything ---------------------------------------------------------------------------------------------


def test_every_outcome_is_reached_by_a_story() -> None:
    reached = {each.expected.outcome for each in stories()} | {
        expected.outcome for each in stories() for expected in each.expected_elsewhere
    }
    assert {outcome.value for outcome in Outcome} - reached == set()


def rows_visited() -> set[int]:
    """Rows of the table that a story's own inputs meet; 12 where its completions differ and no gate decided."""
    visited = set()
    for each in stories():
        if each.decided_at_the_order:
            continue
        advice = advise(each.evidence, each.practice)
        if advice.outcome is Outcome.NEED_DATA and advice.gate == "":
            visited.add(12)
        known = tuple(advice.inputs[name] for name in INPUTS)
        if advice.gate == "" and "unknown" not in known:
            visited.add(row_of(known))
    return visited


def test_every_row_of_the_table_is_visited_by_a_story() -> None:
    assert {*TABLE, 12} - rows_visited() == set()
