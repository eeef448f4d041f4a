"""Knowledge's words with this patient's numbers filled in, and rules as they are shown.

Placeholders name thresholds; a value of the site's own is marked as such. What may not live here: words themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from plugin.advice import RuleRaised
from plugin.answer import Answer, Fact, Standing
from plugin.evidence import Allergy, Drug, Pain, PainScale
from plugin.grammar import Case, Expression, Item, Rule, Threshold, thresholds_of
from plugin.knowledge import drug_holds, facts
from plugin.knowledge.thresholds import MINUTES_PER_POSITIONING, THRESHOLDS

_BY_ID: Mapping[str, Threshold] = {threshold.id: threshold for threshold in THRESHOLDS}


def number(value: float) -> str:
    """A number as it is read: 10, 1.8."""
    return f"{value:g}"


def _antibiotics(case: Case) -> str:
    """The antibiotics that the patient does not bear."""
    found = case.reading(facts.ALLERGIES).facts
    return ", ".join(dict.fromkeys(f.text or f.value for f in found if f.value is Allergy.ANTIBIOTIC))


def _positionings(case: Case) -> int:
    return case.reading(facts.POSITIONINGS).value or 0


_OF_THE_PATIENT: Mapping[str, Callable[[Case], str]] = {
    "antibiotic_allergies": _antibiotics,
    "planned_positionings": lambda case: str(_positionings(case)),
    "cryo_minutes": lambda case: str(_positionings(case) * MINUTES_PER_POSITIONING),
}


class _Numbers(dict[str, str]):
    """The thresholds in force, and what the record holds of the patient, looked up when a sentence names them."""

    def __init__(self, case: Case) -> None:
        super().__init__()
        self._case = case

    def __missing__(self, name: str) -> str:
        told = _OF_THE_PATIENT.get(name)
        return told(self._case) if told else number(self._case.practice.value(_BY_ID[name]))


def fill(case: Case, words: str) -> str:
    """The words with every threshold's value in force here."""
    if "{" not in words:
        return words
    return words.format_map(_Numbers(case))


def noted(case: Case, notes: tuple[tuple[Expression, str], ...]) -> tuple[str, ...]:
    """Those notes of a rule or an item that are known to hold."""
    return tuple(fill(case, words) for when, words in notes if when.ask(case) is Answer.YES)


def shown(case: Case, items: tuple[Item[Any], ...]) -> tuple[str, ...]:
    """What the record holds of these items, with source and date; what it does not hold is not named."""
    found = ((item, case.reading(item).facts) for item in items)
    return tuple(f"{item.name}: {'; '.join(_fact(fact, item.unit) for fact in its)}." for item, its in found if its)


def local_in(case: Case, words: str) -> tuple[str, ...]:
    """The thresholds in a sentence that the site has set itself, since a card that uses one says so."""
    if "{" not in words:
        return ()
    named = (threshold for name, threshold in _BY_ID.items() if f"{{{name}}}" in words)
    set_here = [f"{t.id} = {number(case.practice.value(t))}" for t in named if case.practice.is_local(t)]
    return (f"set by this site: {', '.join(set_here)}",) if set_here else ()


def raised(case: Case, rules: Iterable[Rule]) -> tuple[RuleRaised, ...]:
    """Rules that fired, in the order TR, SR, CR and without repeats."""
    found: dict[str, RuleRaised] = {}
    for rule in rules:
        public = rule.id.removesuffix("-UNREAD")
        if public not in found:
            found[public] = RuleRaised(
                id=public,
                title=rule.title,
                words=" ".join(
                    (fill(case, rule.words), *noted(case, rule.notes), *hold_rows(case, rule), *contrasts(case, rule))
                ),
                basis=rule.basis,
                sources=rule.sources,
                mdt=rule.mdt,
                card=rule.card,
                local=_local(case, rule),
            )
    return tuple(sorted(found.values(), key=lambda r: (_RANK.get(r.id[:2], len(_RANK)), r.id)))


def contrasts(case: Case, rule: Rule) -> tuple[str, ...]:
    """What stands against what, with source and date (CR-04: both are named)."""
    shown = dict.fromkeys(
        item for when, items in rule.contrasts if when.ask(case) is Answer.YES for item in items if _facts(case, item)
    )
    return tuple(f"{item.name}: {'; '.join(_fact(fact) for fact in _facts(case, item))}." for item in shown)


def _facts(case: Case, item: Item[Any]) -> tuple[Fact[Any], ...]:
    reading = case.reading(item)
    return (*reading.facts, *(fact for fact in reading.aside if fact.standing is Standing.FIRM))


def _fact(fact: Fact[Any], unit: str = "") -> str:
    where = ", ".join(part for part in (fact.seen_in, fact.on.date().isoformat() if fact.on else "") if part)
    told = " ".join(part for part in (readable(fact.value), unit or fact.unit) if part)
    return f"{told} ({where})" if where else told


def readable(value: object) -> str:
    """A value of the ward in words: yes, no, a number, a code's name."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Pain):
        return "recorded" if value.scale is PainScale.UNSTATED else f"{number(value.value)} {value.scale.value}"
    return number(value) if isinstance(value, float) else str(getattr(value, "value", value))


def hold_rows(case: Case, rule: Rule) -> tuple[str, ...]:
    """The hold table's rows for the drugs on the list; the column of an eGFR is marked as such (F-29)."""
    if not rule.holds_drugs:
        return ()
    drugs = sorted(
        (drug for drug in case.reading(facts.DRUGS).alarms if drug.drug_class in rule.holds_drugs),
        key=lambda drug: drug.name,
    )
    return (*(_hold_row(case, drug) for drug in drugs), drug_holds.CAVEAT)


def _hold_row(case: Case, drug: Drug) -> str:
    row = next((row for row in drug_holds.ROWS if row.drug == drug.name), None)
    on_hold = " (recorded as on hold: check the last dose)" if drug.on_hold else ""
    if row is None:
        return f"{drug.name}{on_hold}: {drug_holds.UNLISTED}."
    egfr = case.reading(facts.EGFR).value
    low = egfr is not None and row.below is not None and egfr < row.below
    mark = "" if egfr is None else f" (eGFR, not creatinine clearance: {number(egfr)})"
    usual = row.hold + (mark if row.below is not None and not low else "")
    lower = "" if row.below is None else f"; {row.low} if CrCl < {number(row.below)}" + (mark if low else "")
    restart = f"; restart {row.restart}" if row.restart else ""
    return f"{drug.name}{on_hold}: hold {usual}{lower}{restart}."


_RANK = {"TR": 0, "SR": 1, "CR": 2}


def _local(case: Case, rule: Rule) -> tuple[str, ...]:
    if not case.practice.thresholds:
        return ()
    used = (t for t in _thresholds(rule.when) if case.practice.is_local(t))
    return tuple(f"{t.id} = {number(case.practice.value(t))}" for t in used)


@cache
def _thresholds(question: Expression) -> tuple[Threshold, ...]:
    """What a question's numbers are, in the order of their names; worked out once."""
    return tuple(sorted(thresholds_of(question), key=lambda threshold: threshold.id))
