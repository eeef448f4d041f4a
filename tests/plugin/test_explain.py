"""The knowledge in words: every question of the grammar has them, and they say what is asked."""

from dataclasses import replace

import pytest

from plugin.answer import Answer
from plugin.explain import Visits, chart, leaves, sentences, unaccounted
from plugin.explain.declared import questions, rules, uses
from plugin.explain.filling import filled
from plugin.explain.leaves import leaf
from plugin.explain.phrases import phrases
from plugin.explain.statements import STATEMENTS
from plugin.explain.thresholds import REST_ON
from plugin.explain.visits import named
from plugin.grammar import (
    Agreeing,
    Allowed,
    Criterion,
    Disagreeing,
    Expression,
    FirstThat,
    InPlay,
    NotARule,
    Outcome,
    Perhaps,
    Surely,
)
from plugin.grammar.expressions import AnyOf, Both, Either, Opposite
from plugin.knowledge import KNOWLEDGE, facts, thresholds
from plugin.knowledge import criteria as ask

SAY = phrases(KNOWLEDGE)
LARGE, NEAR = (f"{each.default:g}" for each in (thresholds.LARGE_LESION, thresholds.CLOSE_TO_NEURAL))
JOINING = {Both, Either, AnyOf, Opposite, Surely, Perhaps, Agreeing, Disagreeing, FirstThat, Criterion}


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (Allowed((*ask.RFA, *ask.CRYO)), "RFA or cryoablation is offered"),
        (~Allowed(ask.CEMENT), "cementoplasty is not offered"),
        (InPlay(ask.THERMAL), "a thermal technique (laser, RFA, cryoablation) is in play"),
        (ask.SCLEROTIC.expression, "bone matrix is sclerotic"),
        (~ask.SCLEROTIC.expression, "bone matrix is not sclerotic"),
        (ask.SOFT.expression, "extension to surrounding tissues: yes"),
        (~ask.SOFT.expression, "extension to surrounding tissues: no"),
        (ask.LARGE.expression, f"size is at least {LARGE} mm (`large_lesion_mm`)"),
        (~ask.LARGE.expression, f"size is below {LARGE} mm (`large_lesion_mm`)"),
        (Surely(ask.SCLEROTIC.expression), "it is known that bone matrix is sclerotic"),
        (~Surely(ask.SCLEROTIC.expression), "it is not known that bone matrix is sclerotic"),
        (Perhaps(ask.SCLEROTIC.expression), "bone matrix is sclerotic, or that is not known"),
        (ask.IMPLANT.expression, "pacemaker, defibrillator or neurostimulator on record‡"),
    ],
)
def test_a_question_in_words(expression: Expression, words: str) -> None:
    assert SAY.say(expression) == words


def test_questions_are_joined_as_a_reader_expects() -> None:
    sclerotic, offered = ask.SCLEROTIC.expression, Allowed((*ask.RFA, *ask.CRYO))
    mixed = ask.MIXED.expression
    assert SAY.say(sclerotic & offered) == "bone matrix is sclerotic, and RFA or cryoablation is offered"
    assert SAY.say((sclerotic | mixed) & offered) == (
        "(bone matrix is sclerotic or bone matrix is mixed), and RFA or cryoablation is offered"
    )
    assert SAY.say(~(sclerotic | mixed)) == "bone matrix is not sclerotic, and bone matrix is not mixed"
    assert SAY.say(~(sclerotic & mixed)) == "bone matrix is not sclerotic or bone matrix is not mixed"


def test_an_input_is_said_as_the_card_says_it() -> None:
    assert SAY.say(ask.INTENT) == "[INTENT](questions.md#intent) is curative"
    assert SAY.say(~ask.INTENT) == "[INTENT](questions.md#intent) is palliative"


def test_a_question_made_of_others_is_named_and_written_out_elsewhere() -> None:
    assert SAY.say(ask.NEURAL_CLOSE) == "[neural structure close](questions.md#neural-structure-close)"
    assert SAY.written_out(ask.NEURAL_CLOSE) == [
        "Yes if one of these holds:",
        "",
        (
            f"- it is not known that (distance to a neural structure is above {NEAR} mm (`close_to_neural_structure_mm`), "
            "and posterior wall or cortex is intact)"
        ),
        "- it is known that “tumour touches a neural structure, as reported”: yes†",
        "- “tumour touches a neural structure, as reported” is contradictory",
    ]


def test_every_word_of_the_grammar_has_words() -> None:
    kinds = {each.__name__ for each in Expression.__subclasses__() if each.__module__.startswith("plugin.grammar")}
    for asked in questions(KNOWLEDGE):
        assert SAY.written_out(asked)
    told = {each.__name__ for each in (*STATEMENTS, *leaves._WORDS, *JOINING)}
    assert kinds == told


def test_every_rule_and_item_can_be_said_both_ways() -> None:
    lists = (*KNOWLEDGE.anaesthesia, *KNOWLEDGE.protection)
    items = (*(item.when for item in lists), *(item.when for item in KNOWLEDGE.order_items))
    for when in (*(rule.when for rule in rules(KNOWLEDGE)), *items):
        assert SAY.say(when) != SAY.say(when, so=False)
    assert leaf(ask.LYTIC) is None


def test_no_fact_of_the_deck_is_unaccounted() -> None:
    assert unaccounted(KNOWLEDGE) == []


def test_an_unaccounted_fact_is_noticed() -> None:
    assert unaccounted(replace(KNOWLEDGE, not_rules=KNOWLEDGE.not_rules[1:])) == ["S-08"]
    needless = NotARule(fact="S-58", why="none")
    assert unaccounted(replace(KNOWLEDGE, not_rules=(*KNOWLEDGE.not_rules, needless))) == ["S-58"]
    without = tuple(rule for rule in KNOWLEDGE.technique_rules if rule.id != "TR-19")
    lost = replace(KNOWLEDGE, technique_rules=without, anaesthesia=())
    assert "S-78" in unaccounted(lost)


def test_every_risk_of_part_h_is_answered() -> None:
    assert [risk.id for risk in KNOWLEDGE.risks] == [f"H-{number:02}" for number in range(1, 43)]
    assert [risk.id for risk in KNOWLEDGE.risks if not risk.does.endswith(".") or not risk.issue.endswith(".")] == []


def test_a_use_names_the_page_and_the_place() -> None:
    where = {(use.kind, use.id): f"{use.page}#{use.place}" for use in uses(KNOWLEDGE)["S-58"]}
    assert where["rule", "TR-11"] == "techniques.md#TR-11"
    assert where["question", "sclerotic"] == "questions.md#sclerotic"


def test_the_chart_has_every_gate_and_every_leaf() -> None:
    drawn = chart(KNOWLEDGE)
    ends = {box.code for box in drawn.boxes if box.outcome_class is not None}
    assert ends == set(Outcome)
    assert len(drawn.gates) == len(KNOWLEDGE.gates)
    assert {arrow.end for arrow in drawn.arrows} | {drawn.gates[0]} == {box.id for box in drawn.boxes}


def test_every_sentence_is_listed_once_and_is_not_empty() -> None:
    listed = [(each.whose, each.kind, each.words, each.beside) for each in sentences(KNOWLEDGE)]
    assert len(listed) == len(set(listed))
    assert all(words for _, _, words, _ in listed)


def test_what_a_fixed_number_rests_on_is_said_of_numbers_that_exist() -> None:
    assert [name for name in REST_ON if not hasattr(thresholds, name)] == []


def test_the_most_telling_story_comes_first() -> None:
    visits = Visits(reached={"rule TR-07": {Answer.YES: ("DT-11", "V-09", "TR-07", "TR-07/49")}})
    assert visits.of("rule TR-07") == ("TR-07", "TR-07/49", "V-09", "DT-11")
    assert named(("TR-07/49",)) == "[TR-07/49](../../tests/stories/TR-07.toml)"
    assert visits.named("rule TR-99") == ""


def test_a_sentence_is_read_with_its_default_numbers() -> None:
    assert filled("below {platelets_min} × 10⁹/L") == f"below {thresholds.PLATELETS_MIN.default:g} × 10⁹/L"
    assert filled("Allergy: {antibiotic_allergies}.") == "Allergy: ‹antibiotic allergies, as recorded›."


def test_a_name_with_a_comma_is_quoted() -> None:
    assert "“need for consolidation, as stated”: no" in "\n".join(SAY.written_out(ask.CONS))
    assert facts.CONSOLIDATION_STATED.name.count(",") == 1
