"""The ends of the way, and the states of a technique: names that contract and card use (part B.5, part C).

What may not live here: what leads to them.
"""

from __future__ import annotations

from enum import Enum, StrEnum


class OutcomeClass(Enum):
    """Part B.5, column "class": what decides a card's kind."""

    PATHWAY = "pathway"
    QUESTION = "question"
    REFERRAL = "referral"
    NO_ACTION = "no action"


class Outcome(StrEnum):
    """All outcomes, in the order of part B.5."""

    OUT_OF_SCOPE = "OUT_OF_SCOPE"
    NEED_DATA = "NEED_DATA"
    URGENT_REFERRAL = "URGENT_REFERRAL"
    DECLINED = "DECLINED"
    NOT_A_TARGET = "NOT_A_TARGET"
    NO_INDICATION_NOW = "NO_INDICATION_NOW"
    MDT_BOARD = "MDT_BOARD"
    MDT_CURATIVE_CANAL = "MDT_CURATIVE_CANAL"
    CUR_ABL = "CUR_ABL"
    CUR_ABL_CEM = "CUR_ABL_CEM"
    PAL_CEM = "PAL_CEM"
    PAL_ABL_CEM = "PAL_ABL_CEM"
    PAL_CAV_CEM = "PAL_CAV_CEM"
    PAL_CAV = "PAL_CAV"
    PAL_REDUCE = "PAL_REDUCE"
    PAL_PAIN_SOFT = "PAL_PAIN_SOFT"
    PAL_PAIN = "PAL_PAIN"

    @property
    def outcome_class(self) -> OutcomeClass:
        """Pathway, question, referral or no action."""
        return _CLASS.get(self, OutcomeClass.PATHWAY)


_CLASS = {
    Outcome.OUT_OF_SCOPE: OutcomeClass.NO_ACTION,
    Outcome.NEED_DATA: OutcomeClass.QUESTION,
    Outcome.URGENT_REFERRAL: OutcomeClass.REFERRAL,
    Outcome.DECLINED: OutcomeClass.NO_ACTION,
    Outcome.NOT_A_TARGET: OutcomeClass.NO_ACTION,
    Outcome.NO_INDICATION_NOW: OutcomeClass.NO_ACTION,
    Outcome.MDT_BOARD: OutcomeClass.REFERRAL,
    Outcome.MDT_CURATIVE_CANAL: OutcomeClass.REFERRAL,
}


class TechniqueState(StrEnum):
    """How a technique stands for this lesion; the worst of all rules wins (part C)."""

    PREFERRED = "preferred"
    ACCEPTABLE = "acceptable"
    CAUTION = "caution"
    AVOID = "avoid"

    @property
    def rank(self) -> int:
        """0 the best, 3 the worst."""
        return _RANK[self]

    def worse(self, other: TechniqueState) -> TechniqueState:
        """The worse of the two: a rule never improves a state."""
        return self if self.rank >= other.rank else other


_RANK = {state: rank for rank, state in enumerate(TechniqueState)}
