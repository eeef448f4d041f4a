"""What did the advice look at? The rows of the machine's evidence, and the same facts in words.

A pain value keeps its scale: millimetres and 0-10 are two units, and a number without a scale is not shown (CR-05).
What may not live here: which facts were looked at (the advice says so).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from datetime import datetime
from enum import Enum

from cds_hooks.cards.markdown import safe
from cds_hooks.words import Words
from plugin.advice import EvidenceRow
from plugin.answer import Fact, Kind, Status, days_between
from plugin.evidence import AdministrativeGender, Drug, Pain, PainScale, Part

Shown = tuple[str | bool | int | float, str]
"""A value as it is shown, and its unit."""

_PAIN_UNITS = {PainScale.VAS_MM: "mm", PainScale.NRS: "{score}"}
_LONGEST_ASIDE = 3


def rows(evidence: Iterable[EvidenceRow]) -> list[dict[str, object]]:
    """The evidence of contract 4."""
    return [row for each in evidence for row in _rows(each)]


def _rows(row: EvidenceRow) -> Iterator[dict[str, object]]:
    start: dict[str, object] = {"fact": row.fact}
    if row.code:
        start["code"] = row.code
    if row.status is Status.CONFLICT and row.facts:
        values = [{**_value(fact.value, row, fact), **_seen([fact])} for fact in row.facts]
        yield {**start, "status": Status.CONFLICT.value, "values": values}
    elif row.status is Status.KNOWN and row.value is not None:
        yield from _known(start, row)
    else:
        yield {**start, "status": Status.UNKNOWN.value}


def _known(start: dict[str, object], row: EvidenceRow) -> Iterator[dict[str, object]]:
    """One row; several where each value stands for itself (drugs, allergies)."""
    if not row.facts:
        yield {**start, **_value(row.value, row), "status": Status.KNOWN.value}
    for value, facts in _by_value(row):
        found = {**start, **_value(value, row, facts[0]), "status": Status.KNOWN.value, **_seen(facts)}
        text = next((fact.text for fact in facts if _is_told(fact)), "")
        yield {**found, "text": text} if text else found


def _by_value(row: EvidenceRow) -> list[tuple[Hashable, list[Fact[Hashable]]]]:
    """The facts under their value where each stands for itself; otherwise all under the one that they settle."""
    if row.many:
        groups: dict[Hashable, list[Fact[Hashable]]] = {}
        for fact in row.facts:
            groups.setdefault(fact.value, []).append(fact)
        return list(groups.items())
    return [(row.value, list(row.facts))] if row.facts else []


def _value(value: Hashable, row: EvidenceRow, fact: Fact[Hashable] | None = None) -> dict[str, object]:
    shown, unit = shown_value(value, row.unit or (fact.unit if fact else ""))
    return {"value": shown, "unit": unit} if unit else {"value": shown}


def shown_value(value: Hashable, unit: str = "") -> Shown:
    """A value of the ward as a code, a number with its unit, a truth, or words."""
    if isinstance(value, bool):
        return value, ""
    if isinstance(value, Pain):
        return _pain(value)
    if isinstance(value, Drug):
        return f"{value.name} (on hold)" if value.on_hold else value.name, ""
    if isinstance(value, Enum):
        return str(value.value), ""
    if isinstance(value, int | float):
        return _number(value), unit
    return str(value), ""


def _number(value: float) -> float:
    return int(value) if float(value).is_integer() else value


def _pain(pain: Pain) -> Shown:
    """A number without a scale says only whether there is pain at all."""
    unit = _PAIN_UNITS.get(pain.scale)
    if unit is None:
        return pain.value > 0, ""
    return _number(pain.value), unit


def _seen(facts: Iterable[Fact[Hashable]]) -> dict[str, object]:
    found: dict[str, object] = {}
    references = list(dict.fromkeys(fact.seen_in for fact in facts if fact.seen_in))
    if references:
        found["seenIn"] = references
    dates = [fact.on.date().isoformat() for fact in facts if fact.on is not None]
    if dates:
        found["on"] = max(dates)
    return found


def evidence_lines(evidence: Iterable[EvidenceRow], words: Words, as_of: datetime | None = None) -> list[str]:
    """The facts that were found, one line each; what is missing stands among the questions.

    What does not count is shown with its age, counted back from `as_of`.
    """
    listed = list(evidence)
    lines = [_line(row, words) for row in listed if row.status is not Status.UNKNOWN and _says(row)]
    lines += [
        words("evidence.aside", title=_title(row), facts=_facts(row, words, as_of)) for row in listed if _aside(row)
    ]
    return lines


def settled_rows(evidence: Iterable[EvidenceRow]) -> dict[str, EvidenceRow]:
    """The rows with one settled value, by the name of their fact."""
    return {row.name: row for row in evidence if row.status is Status.KNOWN and row.value is not None and not row.many}


def settled_value(row: EvidenceRow, words: Words) -> str:
    """The value of such a row, as it is read."""
    return _readable(row.value, row.unit or (row.facts[0].unit if row.facts else ""), words)


def _title(row: EvidenceRow) -> str:
    return safe(row.name)


def _line(row: EvidenceRow, words: Words) -> str:
    if row.status is Status.CONFLICT:
        return words("evidence.conflict", title=_title(row), facts="; ".join(_fact(f, row, words) for f in row.facts))
    if not row.facts:
        return words("evidence.known", title=_title(row), facts=_readable(row.value, row.unit, words))
    found = "; ".join(
        f"{_readable(value, row.unit or facts[0].unit, words)} {_provenance(facts[0], words)}"
        for value, facts in _by_value(row)
    )
    return words("evidence.known", title=_title(row), facts=found)


def _says(row: EvidenceRow) -> bool:
    return bool(row.facts) or row.value is not None


def _aside(row: EvidenceRow) -> tuple[Fact[Hashable], ...]:
    """What is shown but does not count; of a source read in part that is everything (contract 7)."""
    return row.facts + row.aside if row.status is Status.UNKNOWN else row.aside


def _facts(row: EvidenceRow, words: Words, as_of: datetime | None) -> str:
    return "; ".join(_fact(fact, row, words, as_of) for fact in _aside(row)[:_LONGEST_ASIDE])


def _fact(fact: Fact[Hashable], row: EvidenceRow, words: Words, as_of: datetime | None = None) -> str:
    return f"{_readable(fact.value, row.unit or fact.unit, words)} {_provenance(fact, words, as_of)}"


def _readable(value: Hashable, unit: str, words: Words) -> str:
    return safe(readable(value, unit, words))


def readable(value: Hashable, unit: str, words: Words) -> str:
    """A value in words, as plain text."""
    if isinstance(value, Part):
        return words.name("part", value)
    if isinstance(value, AdministrativeGender):
        return words.name("gender", value)
    if isinstance(value, Enum):
        return words.value(str(value.value))
    if isinstance(value, Drug):
        return f"{_drug(value, words)}, {words.name('drug-class', value.drug_class)}"
    shown, unit = shown_value(value, unit)
    if isinstance(shown, bool):
        return words.name("answer", "yes" if shown else "no")
    number = shown if isinstance(shown, str) else words.number(shown)
    if unit == "{score}":
        return words("evidence.score", value=number)
    if isinstance(value, Pain):
        return words("evidence.vas", value=number)
    return f"{number} {words.unit(unit)}" if unit and unit != "1" else number


def _drug(drug: Drug, words: Words) -> str:
    name = words.drug(drug.name)
    return words("evidence.on-hold", drug=name) if drug.on_hold else name


def _provenance(fact: Fact[Hashable], words: Words, as_of: datetime | None = None) -> str:
    source = " ".join(filter(None, (words.name("kind", fact.kind.name), safe(fact.seen_in))))
    date = fact.on.date().isoformat() if fact.on else words("evidence.undated")
    days = days_between(fact.on, as_of) if fact.on and as_of else 0
    if days > 1:
        date = words("evidence.aged", date=date, days=days)
    where = (
        source if fact.kind is Kind.STATEMENT and fact.on is None else f"{source}, {date}"
    )  # a draft has no date yet
    return words("evidence.told", where=where, text=safe(fact.text)) if _is_told(fact) else f"({where})"


def _is_told(fact: Fact[Hashable]) -> bool:
    """Only a report's sentence is shown as it stands; the note beside a coded finding would be repeated for each of them."""
    return bool(fact.text) and fact.kind is Kind.REPORT
