"""Advice built by hand: what the presenter is given, without asking the clinician's room for it."""

from datetime import UTC, datetime
from typing import Any

from plugin.advice import (
    Advice,
    ChartAnswer,
    EvidenceRow,
    ItemAdvice,
    OrderSetAdvice,
    Question,
    RuleRaised,
    TechniqueAdvice,
)
from plugin.answer import Fact, Kind, Status
from plugin.evidence import OrderKind, Place, PlannedProcedure, PlannedTechnique, Technique
from plugin.grammar import Basis, Outcome, OutcomeClass, TechniqueState

YESTERDAY = datetime(2026, 11, 21, 9, tzinfo=UTC)
T8 = Place(level="T8")
L3 = Place(level="L3")
INPUTS = {
    "INTENT": "curative",
    "CANAL": "no",
    "CONS": "no",
    "SOFT": "no",
    "SIZE": "no",
    "PAIN": "painful",
    "DEFICIT": "none",
}
PREFERRED, ACCEPTABLE = TechniqueState.PREFERRED, TechniqueState.ACCEPTABLE
CAUTION, AVOID = TechniqueState.CAUTION, TechniqueState.AVOID


def fact(value: Any, seen_in: str = "Observation/1", **more: Any) -> Fact[Any]:
    return Fact(value=value, seen_in=seen_in, on=more.pop("on", YESTERDAY), kind=more.pop("kind", Kind.FINDING), **more)


def row(*facts: Fact[Any], status: Status = Status.KNOWN, **more: Any) -> EvidenceRow:
    values: dict[str, Any] = {"fact": "F-09", "name": "bone matrix", "code": "matrix", "unit": "", **more}
    value = facts[0].value if facts and status is Status.KNOWN else None
    return EvidenceRow(status=status, value=values.pop("value", value), facts=facts, **values)


def rule(rule_id: str, words: str = "Take care.", **more: Any) -> RuleRaised:
    values: dict[str, Any] = {"title": f"title of {rule_id}", "basis": Basis.SEED, "sources": ("S-01",), **more}
    return RuleRaised(id=rule_id, words=words, **values)


def item(item_id: str, words: str = "", **more: Any) -> ItemAdvice:
    values: dict[str, Any] = {"basis": Basis.SEED, "sources": ("S-01",), **more}
    return ItemAdvice(id=item_id, words=words or f"words of {item_id}", **values)


def chart_answer(words: str, why_not: str = "") -> ChartAnswer:
    return ChartAnswer(
        item="inr",
        value=1.3,
        unit="",
        seen_in="Observation/12",
        on=YESTERDAY,
        days=12,
        why_not=why_not,
        words=f"{words}, 12 days old",
        dated=f"{words}, 2026-11-21",
    )


def technique(which: Technique, state: TechniqueState = PREFERRED, *rules: str) -> TechniqueAdvice:
    return TechniqueAdvice(technique=which, state=state, rules=rules)


def order_set(which: Technique | None, *ids: str, recommended: bool = False) -> OrderSetAdvice:
    return OrderSetAdvice(technique=which, items=tuple(item(each) for each in ids), recommended=recommended)


def question(fact_id: str, **leaves: tuple[Outcome, ...]) -> Question:
    return Question(fact=fact_id, words=f"What about {fact_id}?", leaves=leaves)


def planned(
    which: PlannedTechnique | None = None, reference: str = "ServiceRequest/o1", kind: OrderKind = OrderKind.TREATMENT
) -> PlannedProcedure:
    return PlannedProcedure(kind=kind, reference=reference, technique=which, words=f"order {reference}")


def advice(outcome: Outcome = Outcome.CUR_ABL, place: Place | None = T8, **more: Any) -> Advice:
    """One lesion with this outcome, and nothing but what such an outcome always has."""
    values: dict[str, Any] = {
        "ordered": True,
        "planned": (planned(),),
        "gate": "",
        "why": (f"Reason of {outcome}.",),
        "inputs": INPUTS,
        "inputs_why": {},
        "protection_by_technique": {},
        "knowledge_version": "1.2.3",
    }
    if outcome.outcome_class is OutcomeClass.PATHWAY:
        values |= {"techniques": (technique(Technique.CRYO),), "in_play": (Technique.CRYO,)}
        values |= {"anaesthesia": (item("AN-01"), item("AN-02")), "protection": (item("TP-01"),)}
    return Advice(place=place, outcome=outcome, **(values | more))


def pathway(place: Place | None = T8, **more: Any) -> Advice:
    """CUR_ABL with two order sets: cryoablation first, bipolar radiofrequency as an alternative."""
    values: dict[str, Any] = {
        "techniques": (
            technique(Technique.RFA_BIPOLAR, ACCEPTABLE),
            technique(Technique.RFA_MONO, AVOID, "TR-08"),
            technique(Technique.CRYO),
        ),
        "order_sets": (
            order_set(Technique.CRYO, "OS-07", "OS-03-CRYO", "OS-14", recommended=True),
            order_set(Technique.RFA_BIPOLAR, "OS-07", "OS-03-RFA_BIPOLAR", "OS-14"),
        ),
        "rules": (rule("TR-08"),),
    }
    return advice(Outcome.CUR_ABL, place, **(values | more))
