"""Knowledge's words with this patient's numbers filled in, and rules as they are shown.

Placeholders name thresholds; a value of the site's own is marked as such. What may not live here: words themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from plugin.advice import RuleRaised
from plugin.answer import Answer, Fact, Standing
from plugin.evidence import Allergy, Drug, Pain, PainScale
from plugin.grammar import Case, DrugHold, Expression, Item, Rule, Speech, Threshold, thresholds_of
from plugin.knowledge import drug_holds, facts, sayings
from plugin.knowledge.thresholds import MINUTES_PER_POSITIONING, THRESHOLDS

_BY_ID: Mapping[str, Threshold] = {threshold.id: threshold for threshold in THRESHOLDS}


def _antibiotics(case: Case) -> str:
    """The antibiotics that the patient does not bear."""
    found = case.reading(facts.ALLERGIES).facts
    told = (f.text or case.speech.value(f.value) for f in found if f.value is Allergy.ANTIBIOTIC)
    return ", ".join(dict.fromkeys(told))


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
        return told(self._case) if told else self._case.speech.number(self._case.practice.value(_BY_ID[name]))


def fill(case: Case, words: str) -> str:
    """The words with every threshold's value in force here."""
    if "{" not in words:
        return words
    return words.format_map(_Numbers(case))


def noted(case: Case, notes: tuple[tuple[Expression, str], ...]) -> tuple[str, ...]:
    """Those notes of a rule or an item that are known to hold."""
    return tuple([fill(case, words) for when, words in notes if when.ask(case) is Answer.YES])


def shown(case: Case, items: tuple[Item[Any], ...]) -> tuple[str, ...]:
    """What the record holds of these items, with source and date; what it does not hold is not named."""
    return _told(case, ((item, case.reading(item).facts, item.unit) for item in items))


def _told(case: Case, found: Iterable[tuple[Item[Any], tuple[Fact[Any], ...], str]]) -> tuple[str, ...]:
    """One sentence for each item with facts: its name, the values with source and date."""
    say = case.speech.say
    return tuple(
        say(
            sayings.SHOWN,
            name=case.speech.name(item),
            facts="; ".join(_fact(case.speech, fact, unit) for fact in facts),
        )
        for item, facts, unit in found
        if facts
    )


def local_in(case: Case, words: str) -> tuple[str, ...]:
    """The thresholds in a sentence that the site has set itself, since a card that uses one says so."""
    if "{" not in words or not case.practice.thresholds:
        return ()
    named = (threshold for name, threshold in _BY_ID.items() if f"{{{name}}}" in words)
    set_here = [_set_to(case, t) for t in named if case.practice.is_local(t)]
    return (case.speech.say(sayings.SET_HERE, values=", ".join(set_here)),) if set_here else ()


def _set_to(case: Case, threshold: Threshold) -> str:
    """As in a site file, whatever the language."""
    return f"{threshold.id} = {case.practice.value(threshold):g}"


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
    if not rule.contrasts:
        return ()
    shown = dict.fromkeys(
        item for when, items in rule.contrasts if when.ask(case) is Answer.YES for item in items if _facts(case, item)
    )
    return _told(case, ((item, _facts(case, item), "") for item in shown))


def _facts(case: Case, item: Item[Any]) -> tuple[Fact[Any], ...]:
    reading = case.reading(item)
    return (*reading.facts, *(fact for fact in reading.aside if fact.standing is Standing.FIRM))


def _fact(speech: Speech, fact: Fact[Any], unit: str) -> str:
    where = ", ".join(part for part in (fact.seen_in, fact.on.date().isoformat() if fact.on else "") if part)
    told = " ".join(part for part in (readable(fact.value, speech), unit or fact.unit) if part)
    return f"{told} ({where})" if where else told


def readable(value: object, speech: Speech) -> str:
    """A value of the ward in words: yes, no, a number, a code's name."""
    if isinstance(value, bool):
        return speech.say(sayings.YES if value else sayings.NO)
    if isinstance(value, Drug):
        drug = speech.drug(value.name)
        return speech.say(sayings.HOLD_ON_HOLD, drug=drug) if value.on_hold else drug
    if isinstance(value, Pain):
        unstated = value.scale is PainScale.UNSTATED
        return speech.say(sayings.RECORDED) if unstated else f"{speech.number(value.value)} {speech.value(value.scale)}"
    return speech.number(value) if isinstance(value, float) else speech.value(str(getattr(value, "value", value)))


def hold_rows(case: Case, rule: Rule) -> tuple[str, ...]:
    """The hold table's rows for the drugs on the list; the column of an eGFR is marked as such (F-29)."""
    if not rule.holds_drugs:
        return ()
    drugs = sorted(
        (drug for drug in case.reading(facts.DRUGS).alarms if drug.drug_class in rule.holds_drugs),
        key=lambda drug: drug.name,
    )
    return (*(_hold_row(case, drug) for drug in drugs), case.speech.say(sayings.HOLD_CAVEAT))


def _hold_row(case: Case, drug: Drug) -> str:
    say = case.speech.say
    name = case.speech.drug(drug.name)
    if drug.on_hold:
        name = say(sayings.HOLD_ON_HOLD, drug=name)
    row = next((row for row in drug_holds.ROWS if row.drug == drug.name), None)
    if row is None:
        return say(sayings.HOLD_UNLISTED, drug=name)
    return say(sayings.HOLD_ROW, drug=name, usual="; ".join(_held(case, row)))


def _held(case: Case, row: DrugHold) -> Iterator[str]:
    """How long, how long below the limit of the clearance, and when it is restarted."""
    speech, egfr = case.speech, case.reading(facts.EGFR).value

    def marked(hold: str) -> str:
        return hold if egfr is None else speech.say(sayings.HOLD_EGFR, hold=hold, egfr=speech.number(egfr))

    usual = speech.text(f"hold.{row.drug}.hold", row.hold)
    if row.below is None:
        yield usual
    else:
        low = egfr is not None and egfr < row.below
        lower = speech.text(f"hold.{row.drug}.low", row.low)
        lower = speech.say(sayings.HOLD_LOW, low=lower, below=speech.number(row.below))
        yield usual if low else marked(usual)
        yield marked(lower) if low else lower
    if row.restart:
        yield speech.say(sayings.HOLD_RESTART, restart=speech.text(f"hold.{row.drug}.restart", row.restart))


_RANK = {"TR": 0, "SR": 1, "CR": 2}


def _local(case: Case, rule: Rule) -> tuple[str, ...]:
    if not case.practice.thresholds:
        return ()
    named = (t for t in _BY_ID.values() if f"{{{t.id}}}" in rule.words)
    used = (t for t in dict.fromkeys((*_thresholds(rule.when), *named)) if case.practice.is_local(t))
    return tuple(_set_to(case, t) for t in used)


@cache
def _thresholds(question: Expression) -> tuple[Threshold, ...]:
    """What a question's numbers are, in the order of their names; worked out once."""
    return tuple(sorted(thresholds_of(question), key=lambda threshold: threshold.id))
