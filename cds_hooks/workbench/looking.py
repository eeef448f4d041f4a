"""What did the service see in a call? Each lesion with its facts, answers and pictures, in words for the page.

The call is answered as ever, by a presenter that keeps the situation instead of making cards. What may not live here: HTML, and
any decision.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from cds_hooks import order_select
from cds_hooks.cards import Situation
from cds_hooks.cards.evidence import readable
from cds_hooks.cards.phrases import place_words
from cds_hooks.desk import Desk
from cds_hooks.messages import Card, HookRequest
from cds_hooks.pictures import Mark, decision_of, spine
from cds_hooks.words import Words
from plugin.advice import Advice, EvidenceRow
from plugin.answer import Fact, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """One recorded value, or that there is none."""

    name: str
    fact: str
    value: str
    status: str
    status_words: str
    source: str = ""
    date: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesion:
    """One lesion as the page shows it; `answers` are the tree's inputs by their ids."""

    where: str
    outcome: str
    title: str
    kind: str
    answers: dict[str, str]
    techniques: tuple[tuple[str, str, str], ...]
    questions: tuple[tuple[str, str], ...]
    facts: tuple[FactLine, ...]
    missing: tuple[FactLine, ...]
    picture: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the page shows beside the cards."""

    lesions: tuple[Lesion, ...]
    spine: str


def situation_of(call: HookRequest, desk: Desk) -> Situation | None:
    """The situation from which the cards of this call would be made; None where the order is not ours."""
    kept: list[Situation] = []

    def keep(situation: Situation, *_: object) -> tuple[Card, ...]:
        kept.append(situation)
        return ()

    order_select.respond(call, desk.site.client_for(None, call.fhir_server), desk, present=keep)
    return kept[0] if kept else None


def look(situation: Situation, words: Words) -> Look:
    """Everything that can be shown of it."""
    return Look(
        lesions=tuple(_lesion(advice, words, number) for number, advice in enumerate(situation.advices)),
        spine=spine(tuple(_marks(situation, words)), words),
    )


def _marks(situation: Situation, words: Words) -> Iterator[Mark]:
    """The lesions that were advised on, then those that are only documented."""
    advised = {advice.place for advice in situation.advices}
    for advice in situation.advices:
        if advice.place is not None:
            yield Mark(place=advice.place, words=place_words(advice.place, words), outcome=advice.outcome)
    for place in situation.reason:
        if place is not None and place not in advised:
            yield Mark(place=place, words=place_words(place, words))


def _lesion(advice: Advice, words: Words, number: int) -> Lesion:
    where = place_words(advice.place, words)
    lines = [line for row in advice.evidence for line in _lines(row, words)]
    return Lesion(
        where=where,
        outcome=advice.outcome.value,
        title=words.title(advice.outcome),
        kind=advice.outcome.outcome_class.value.replace(" ", "-"),
        answers={name: words.name("answer", answer) for name, answer in advice.inputs.items()},
        techniques=tuple(
            (words.name("technique", each.technique), each.state.value, words.name("state", each.state))
            for each in advice.techniques
        ),
        questions=tuple((question.fact, question.words) for question in advice.questions),
        facts=tuple(line for line in lines if line.status != Status.UNKNOWN.value),
        missing=tuple(line for line in lines if line.status == Status.UNKNOWN.value),
        picture=decision_of(advice, where, words, f"decision-{number}"),
    )


def _lines(row: EvidenceRow, words: Words) -> Iterator[FactLine]:
    for fact in row.facts:
        yield _line(row, row.status.value, words, fact)
    for fact in row.aside:
        yield _line(row, "aside", words, fact)
    if not row.facts and row.status is Status.KNOWN:
        yield _line(row, row.status.value, words)
    if not row.facts and not row.aside and row.status is not Status.KNOWN:
        yield _line(row, Status.UNKNOWN.value, words)


def _line(row: EvidenceRow, status: str, words: Words, fact: Fact[Hashable] | None = None) -> FactLine:
    value = row.value if fact is None else fact.value
    unit = row.unit or (fact.unit if fact else "")
    source = f"{words.name('kind', fact.kind.name)} {fact.seen_in}".strip() if fact else ""
    return FactLine(
        name=row.name,
        fact=row.fact,
        value="" if value is None else readable(value, unit, words),
        status=status,
        status_words=words.name("standing", status),
        source=source,
        date=fact.on.date().isoformat() if fact and fact.on else "",
        sentence=fact.text if fact else "",
    )
