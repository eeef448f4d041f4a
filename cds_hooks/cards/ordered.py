"""What did the physician order for this lesion, and does its technique suit? Read off the advice.

What may not live here: the state of a technique (the advice has it), and what is suggested instead (`suggestions`).
"""

from __future__ import annotations

from cds_hooks.words import Words
from plugin.advice import Advice
from plugin.evidence import OrderKind, PlannedTechnique, Technique
from plugin.grammar import TechniqueState

_RADIOFREQUENCY = (Technique.RFA_BIPOLAR, Technique.RFA_MONO)


def offers(advice: Advice, technique: Technique) -> bool:
    """Do pathway and hospital offer it, in whatever state?"""
    return any(each.technique is technique for each in advice.techniques)


def suits(advice: Advice, technique: Technique) -> bool:
    """Is the technique offered, and not to be avoided?"""
    return any(each.technique is technique and each.state is not TechniqueState.AVOID for each in advice.techniques)


def unsuitable_order(advice: Advice) -> Technique | None:
    """A technique that a selected order names and that is to be avoided, or is not offered."""
    named: list[Technique | None] = [*advice.ordered_techniques]
    named += [planned_technique(advice, each.technique) for each in advice.planned if each.kind is OrderKind.TREATMENT]
    for technique in named:
        if technique is not None and not suits(advice, technique):
            return technique
    return None


def means_both_forms(advice: Advice, technique: Technique) -> bool:
    """Is it a form of an ordered "RFA" without a form, and no form suits? Then the order's technique is RFA (part C.7)."""
    planned = {each.technique for each in advice.planned}
    unnamed = PlannedTechnique.RFA in planned and PlannedTechnique(technique.value) not in planned
    return technique in _RADIOFREQUENCY and unnamed and not any(suits(advice, form) for form in _RADIOFREQUENCY)


def ordered_name(advice: Advice, technique: Technique, words: Words) -> str:
    """An ordered technique as the order names it: a form that it does not name stands on no card where neither suits."""
    return words("detail.rfa") if means_both_forms(advice, technique) else words.name("technique", technique)


def planned_technique(advice: Advice, planned: PlannedTechnique | None) -> Technique | None:
    """The technique that an order names; "RFA" without a form means the better of its forms (contract 5.2)."""
    if planned is None:
        return None
    if planned is not PlannedTechnique.RFA:
        return Technique(planned.value)
    offered = [each for each in advice.techniques if each.technique in _RADIOFREQUENCY]
    return min(offered, key=lambda each: each.state.rank).technique if offered else Technique.RFA_BIPOLAR
