"""The page of safety: what stops before the tree, what holds the orders, what is close, and what withholds suggestions.

What may not live here: states by technique (`techniques`), contradictions (`conflicts`).
"""

from __future__ import annotations

from plugin.explain import markdown as md
from plugin.explain import names
from plugin.explain import rules as show
from plugin.explain.citing import cited
from plugin.explain.phrases import phrases
from plugin.explain.visits import Visits
from plugin.grammar import DrugHold, Knowledge, Rule, RuleKind
from plugin.knowledge import sayings

_WHAT = """What comes before every technique: emergencies and stops that lead to the tumour board, holds that delay the orders of
a pathway, and the rules of closeness. A hold never changes the outcome; the orders are then marked “release only after …”."""
_NEVER = "**This table is shown beside a hold. The product never stops a drug, and never suggests an order that does.**"


def safety_page(knowledge: Knowledge, visits: Visits) -> str:
    """The whole page."""
    say = phrases(knowledge)
    stops = [rule for gate in knowledge.gates for rule in gate.reasons if rule.kind is not RuleKind.CONSISTENCY]
    withholding = (*knowledge.conditions_for_suggestions, *knowledge.release_after)
    groups: tuple[tuple[str, str, tuple[Rule, ...]], ...] = (
        ("Emergency and stops", _STOPS, tuple(stops)),
        ("Rules of safety", _RULES, knowledge.safety_rules),
        ("Holds", _HOLDS, knowledge.holds),
        ("What withholds suggestions, or delays them", _WITHHOLD, withholding),
    )
    blocks = [block for title, what, rules in groups for block in _group(title, what, rules)]
    detail = [
        show.section(rule, say, visits, kept_as="stop" if rule in stops else "rule")
        for _, _, rules in groups
        for rule in rules
    ]
    return md.page(
        "Safety",
        _WHAT,
        *blocks,
        *_hold_table(knowledge),
        "## The rules in full",
        *detail,
    )


_STOPS = """An emergency sign anywhere in the spine comes before everything (gate 2). The other stops lead to the tumour board
(gate 5). [CR-01](conflicts.md#cr-01) is a stop too; it stands with the contradictions."""
_RULES = "What is said and restricted on a pathway."
_HOLDS = "Each holds the orders of a pathway until it is settled."
_WITHHOLD = "Beside [CR-03](conflicts.md#cr-03), which withholds suggestions too."


def _group(title: str, what: str, rules: tuple[Rule, ...]) -> tuple[str, ...]:
    rows = ((md.link(rule.id, "", rule.id), rule.title, f"[{rule.basis.value}]", show.words(rule)) for rule in rules)
    return f"## {title}", what, md.table(("rule", "what it is about", "basis", "what it says"), rows)


def _hold_table(knowledge: Knowledge) -> tuple[str, ...]:
    return (
        md.anchor("hold-table"),
        "## The hold table",
        _NEVER,
        f"{sayings.HOLD_CAVEAT.words} A drug that is not here: ask for the local protocol. CrCl is creatinine clearance in "
        "mL/min; a record mostly holds an eGFR, which the card marks as such. " + cited(("X-42",)),
        md.table(("drug", "hold", "hold with low clearance", "restart"), (_row(row) for row in knowledge.drug_holds)),
    )


def _row(row: DrugHold) -> tuple[str, ...]:
    low = "" if row.below is None else f"{row.low} if CrCl < {names.number(row.below)}"
    return row.drug, row.hold, low, row.restart
