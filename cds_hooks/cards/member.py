"""What does a card say to a machine? The object of contract 4, exactly; no member of it is ever null or empty.

What may not live here: text for people (the rest of this package).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from cds_hooks.cards.evidence import rows
from cds_hooks.cards.situation import Kind
from fhir_profiles.drafting import concept_of
from plugin.advice import Advice, ItemAdvice, Question, RuleRaised
from plugin.evidence import Place
from plugin.grammar import Outcome, OutcomeClass

Member = dict[str, object]

_ASKED_FIRST = ("F-07", "F-25", "F-02", "F-10", "F-13", "F-12", "F-15", "F-23")
_FOR_INFORMATION = frozenset({Outcome.MDT_BOARD, Outcome.MDT_CURATIVE_CANAL})
_NUMBER = re.compile(r"\d+")


def bare(kind: Kind, version: str, **more: object) -> Member:
    """The members of a card that concerns no lesion."""
    return _filled({"kind": kind.value, "knowledgeVersion": version, **more})


def about(kind: Kind, advice: Advice, **more: object) -> Member:
    """The members of every card that concerns one lesion."""
    return _filled(
        {
            "kind": kind.value,
            "knowledgeVersion": advice.knowledge_version,
            "lesion": _lesion(advice.place),
            "outcome": advice.outcome.value,
            **more,
        }
    )


def lead(kind: Kind, advice: Advice, *, items: Iterable[ItemAdvice] = ()) -> Member:
    """The members of the first card of a lesion. `items` are those that an indication shows."""
    is_pathway = advice.outcome.outcome_class is OutcomeClass.PATHWAY
    first = asked(advice.questions)
    return about(
        kind,
        advice,
        possibleOutcomes=_possible(advice),
        pathwayForInformation=_names(advice.pathway_for_information) if advice.outcome in _FOR_INFORMATION else (),
        inputs=dict(advice.inputs) if advice.place else {},
        techniques=_techniques(advice) if is_pathway else (),
        holds=[hold.id for hold in advice.holds] if is_pathway else (),
        rules=rule_ids(advice),
        items=_unique(concept_of(item.id) for item in items),
        questions=first,
        optionalQuestions=sorted(set(asked(advice.optional_questions)) - set(first), key=_number),
        evidence=rows(advice.evidence),
    )


def conflict(advice: Advice, rule: RuleRaised) -> Member:
    """The members of a conflict card."""
    return about(Kind.CONFLICT, advice, rules=[rule.id])


def checklist(kind: Kind, advice: Advice, items: Iterable[ItemAdvice]) -> Member:
    """The members of a checklist card; which technique an item belongs to where several are in play (part C)."""
    shown = [item.id for item in items]
    by_technique: Mapping[str, list[str]] = {}
    if kind is Kind.THERMALPROTECTION and len(advice.protection_by_technique) > 1:
        by_technique = {t.value: list(ids) for t, ids in advice.protection_by_technique.items() if ids}
    return about(kind, advice, items=shown, itemsByTechnique=by_technique)


def rule_ids(advice: Advice) -> list[str]:
    """Every rule of part C that fired for the lesion; what else was said (a row of gate 5, H-04) has no id of its own."""
    fired = (*advice.rules, *advice.holds, *advice.conflicts)
    return _unique(rule.id for rule in fired if rule.id[:3] in ("TR-", "SR-", "CR-"))


def _lesion(place: Place | None) -> Member:
    if place is None:
        return {}
    return _filled({"level": place.level, "side": place.side and place.side.value, "part": _part(place)})


def _part(place: Place) -> str | None:
    return place.part.value if place.part else None


def _possible(advice: Advice) -> list[str]:
    if advice.outcome is not Outcome.NEED_DATA or advice.gate == "1u":
        return []
    return _names(outcome for outcome in Outcome if outcome in advice.possible)


def _names(outcomes: Iterable[Outcome]) -> list[str]:
    return [outcome.value for outcome in outcomes]


def _techniques(advice: Advice) -> list[Member]:
    return [
        _filled({"code": each.technique.value, "state": each.state.value, "rules": _unique(each.rules)})
        for each in advice.techniques
    ]


def asked(questions: Iterable[Question]) -> list[str]:
    return sorted({question.fact for question in questions}, key=_asking_order)


def _asking_order(fact: str) -> tuple[int, int]:
    if fact in _ASKED_FIRST:
        return (_ASKED_FIRST.index(fact), 0)
    return (len(_ASKED_FIRST), _number(fact))


def _number(fact: str) -> int:
    found = _NUMBER.search(fact)
    return int(found.group()) if found else 0


def _unique(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))


def _filled(members: Mapping[str, object]) -> Member:
    """Without what is null or empty; `False` and 0 are values."""
    return {name: value for name, value in members.items() if value is not None and value not in ("", (), [], {})}
