"""The knowledge: declarations only, in one object, with a version of its own.

Read `indication` and `gates` for the way, `techniques`, `safety` and `conflicts` for the rules, `checklists` and `order_sets` for
what is offered; all of them are made of `criteria`, these of `facts` and `thresholds`. What may not live here: control flow.
"""

from plugin.grammar import Knowledge
from plugin.knowledge import (
    asking,
    checklists,
    conflicts,
    counsel,
    drug_holds,
    facts,
    gates,
    indication,
    order_sets,
    risks,
    safety,
    sayings,
    sources,
    techniques,
    thresholds,
)
from plugin.knowledge.sources import ledger

VERSION = "0.2.0"
"""Semantic version of the knowledge: cards and trail carry it."""

KNOWLEDGE = Knowledge(
    version=VERSION,
    sources=sources.SOURCES,
    thresholds=thresholds.THRESHOLDS,
    facts=asking.FACTS,
    inputs=indication.INPUTS,
    gates=gates.GATES,
    tree=indication.TREE,
    outcomes=indication.OUTCOMES,
    starting_states=techniques.STARTING_STATES,
    technique_rules=(*techniques.RULES, *counsel.RULES),
    safety_rules=safety.RULES,
    holds=safety.HOLDS,
    drug_holds=drug_holds.ROWS,
    sayings=sayings.SAYINGS,
    consistency_rules=conflicts.RULES,
    order_items=order_sets.ITEMS,
    anaesthesia=checklists.ANAESTHESIA,
    protection=checklists.PROTECTION,
    items=facts.ITEMS,
    conditions_for_suggestions=safety.WITHHOLD,
    release_after=safety.RELEASE_AFTER,
    not_rules=ledger.NOT_RULES,
    risks=risks.RISKS,
)
