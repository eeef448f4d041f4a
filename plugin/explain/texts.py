"""The page of texts: every sentence of the knowledge that a physician may read on a card, in one list.

What may not live here: the front desk's own sentences (`cds_hooks/translations`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugin.explain import markdown as md
from plugin.explain.citing import cited
from plugin.explain.declared import rule_page, rules
from plugin.explain.filling import filled
from plugin.grammar import Basis, ChecklistItem, Expression, Knowledge, Rule

_WHAT = """Every sentence of the knowledge that a physician may read on a card, word for word, with the default numbers. What
frames them (headings, names of states, names of sources that could not be read) stands in `cds_hooks/translations`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: whose it is, the words as declared, what they rest on, the questions that stand beside them."""

    whose: str
    page: str
    place: str
    kind: str
    words: str
    sources: tuple[str, ...] = ()
    basis: Basis | None = None
    beside: tuple[Expression, ...] = ()


def texts_page(knowledge: Knowledge) -> str:
    """The whole page."""
    groups: dict[str, list[Sentence]] = {}
    for sentence in sentences(knowledge):
        groups.setdefault(sentence.kind, []).append(sentence)
    blocks: list[str] = []
    for kind, found in groups.items():
        blocks += [f"## {kind}", md.table(("id", "words", "basis", "sources"), (_row(each) for each in found))]
    return md.page("Texts", _WHAT, *blocks)


def _row(sentence: Sentence) -> tuple[str, ...]:
    return (
        md.link(sentence.whose, sentence.page, sentence.place),
        filled(sentence.words),
        f"[{sentence.basis.value}]" if sentence.basis else "",
        cited(sentence.sources),
    )


def sentences(knowledge: Knowledge) -> Iterator[Sentence]:
    """Every sentence, in the order of the pages; the same sentence of the same rule once."""
    found = dict.fromkeys(_every(knowledge))
    yield from (sentence for sentence in found if sentence.words)


def _every(knowledge: Knowledge) -> Iterator[Sentence]:
    yield from _outcomes(knowledge)
    for rule in rules(knowledge):
        yield from _rule(rule, rule_page(rule, knowledge))
    for item in (*knowledge.anaesthesia, *knowledge.protection):
        yield from _checklist(item)
    yield from _orders(knowledge)
    for text in knowledge.facts:
        for words in (text.title, text.asks):
            yield Sentence(
                whose=text.fact, page="questions.md", place="", kind="Questions to the physician", words=words
            )
    yield from _hold_table(knowledge)
    for saying in knowledge.sayings:
        yield Sentence(
            whose=saying.id, page="texts.md", place="", kind="Sayings", words=saying.words, sources=saying.sources
        )


def _outcomes(knowledge: Knowledge) -> Iterator[Sentence]:
    for text in knowledge.outcomes:
        for words in (text.title, text.words):
            yield Sentence(
                whose=text.outcome.value,
                page="indication.md",
                place=text.outcome.value,
                kind="Outcomes",
                words=words,
                sources=text.sources,
            )
    for gate in knowledge.gates:
        place = f"gate-{gate.id}"
        for when, words in ((gate.when, gate.when.question), *gate.words):
            yield Sentence(
                whose=f"gate {gate.id}",
                page="indication.md",
                place=place,
                kind="Gates",
                words=words,
                sources=gate.sources,
                beside=(when,),
            )


def _rule(rule: Rule, page: str) -> Iterator[Sentence]:
    for when, words in ((rule.when, rule.title), (rule.when, rule.words), *rule.notes):
        yield Sentence(
            whose=rule.id,
            page=page,
            place=rule.id,
            kind="Rules",
            words=words,
            sources=rule.sources,
            basis=rule.basis,
            beside=(when,),
        )


def _checklist(item: ChecklistItem) -> Iterator[Sentence]:
    for when, words in ((item.when, item.words), *item.variants, *item.notes):
        yield Sentence(
            whose=item.id,
            page="checklists.md",
            place=item.id,
            kind="Checklists",
            words=words,
            sources=item.sources,
            basis=item.basis,
            beside=(when,),
        )


def _orders(knowledge: Knowledge) -> Iterator[Sentence]:
    for item in knowledge.order_items:
        whose = f"{item.id}-{item.part}" if item.part else item.id
        own = ((item.when, item.title), (item.when, item.words))
        for when, words in (*own, *item.left_out_if, *item.notes):
            yield Sentence(
                whose=whose,
                page="order-sets.md",
                place=whose,
                kind="Order sets",
                words=words,
                sources=item.sources,
                basis=item.basis,
                beside=(when,),
            )


def _hold_table(knowledge: Knowledge) -> Iterator[Sentence]:
    for row in knowledge.drug_holds:
        words = "; ".join(part for part in (f"{row.drug}: {row.hold}", row.low, row.restart) if part)
        yield _hold(words)


def _hold(words: str) -> Sentence:
    return Sentence(
        whose="hold table", page="safety.md", place="hold-table", kind="Hold table", words=words, sources=("X-42",)
    )
