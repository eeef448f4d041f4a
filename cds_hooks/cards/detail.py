"""What stands in the detail of a lead card? What matters most first, then why, then what is asked.

Paragraphs in Markdown, in the order of contract 4. What may not live here: the closing sentences (`laying_out`), and
anything that decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cds_hooks.cards.evidence import evidence_lines, readable, settled_rows, settled_value
from cds_hooks.cards.markdown import bullets, safe, titled
from cds_hooks.cards.offering import Offer
from cds_hooks.cards.orders import orders_paragraphs
from cds_hooks.cards.overview import board_line, overview
from cds_hooks.cards.phrases import capitalised, rule_words
from cds_hooks.cards.situation import Desk, Kind
from cds_hooks.words import Words
from plugin.advice import Advice, EvidenceRow, Question
from plugin.grammar import Outcome

_WITH_ORDERS = frozenset({Kind.INDICATION, Kind.REFERRAL})
_WITH_TREE = frozenset({Kind.INDICATION, Kind.QUESTION})
"""Where an answer that is not known matters to the reader: the tree was walked to its end, or could not be."""
_UNKNOWN = "unknown"
_WITHOUT_OUTCOMES = "1u"
"""The gate that leaves no outcomes to be listed: nothing is known of a lesion."""


def body(advice: Advice, kind: Kind, offer: Offer, desk: Desk) -> tuple[str, ...]:
    """The paragraphs of a lead card."""
    words = desk.words
    pathway = kind is Kind.INDICATION
    asked = (*_possible(advice, words), *_questions(advice, words))
    return (
        _outcome(advice, words),
        *((overview(advice, offer, desk), *_reasons(advice, words)) if pathway else ()),
        *_local_values(advice, words),
        *_for_information(advice, words),
        *(asked if kind is Kind.QUESTION else ()),
        *(() if pathway else board_line(advice, words)),
        *(orders_paragraphs(advice, offer, desk) if kind in _WITH_ORDERS else ()),
        *_why(advice, kind, words),
        *_rules(advice, kind, words),
        *titled(words("detail.evidence"), bullets(evidence_lines(advice.evidence, words, desk.situation.as_of))),
        *_reading(advice, words),
        *(asked if kind is not Kind.QUESTION else ()),
        *titled(words("detail.optional"), bullets(_asking(advice.optional_questions, words))),
    )


def _outcome(advice: Advice, words: Words) -> str:
    """The outcome in one sentence, and its causes with their sources: for a reader who reads no further."""
    rules = {rule.words: rule for rule in advice.rules}
    sentences = [rule_words(rules[each], words) if each in rules else safe(each, 1000) for each in advice.why]
    return " ".join((f"**{safe(words.title(advice.outcome))}.**", *sentences))


def _local_values(advice: Advice, words: Words) -> tuple[str, ...]:
    """One line: what was compared with a value that this hospital has set itself (part C.6)."""
    values = [
        words(
            "detail.local-value",
            name=safe(each.title),
            value=readable(each.value, _said(each.unit), words),
            default=readable(each.default, _said(each.unit), words),
        )
        for each in advice.local_values
    ]
    return (words("detail.local", values="; ".join(values)),) if values else ()


def _said(unit: str) -> str:
    """The unit of a threshold, but for one that its name says already."""
    return "" if unit == "lesions" else unit


def _reasons(advice: Advice, words: Words) -> tuple[str, ...]:
    return (
        *titled(words("detail.techniques"), bullets(_technique_lines(advice, words))),
        *titled(words("detail.holds"), bullets(rule_words(hold, words) for hold in advice.holds)),
    )


def _technique_lines(advice: Advice, words: Words) -> Iterator[str]:
    """Why a technique has its state; a reason that several share is spelt out once."""
    said: set[str] = set()
    for each in advice.techniques:
        reasons = []
        for rule in advice.rules:
            if rule.id in each.rules:
                reasons.append(rule.id if rule.id in said else rule_words(rule, words))
                said.add(rule.id)
        if reasons:
            name, state = words.name("technique", each.technique), words.name("state", each.state)
            line = words("detail.technique", technique=capitalised(name), state=state)
            yield f"{line} – {'; '.join(reasons)}"


def _rules(advice: Advice, kind: Kind, words: Words) -> tuple[str, ...]:
    """What else applies: rules that stand nowhere else, neither here nor on a card of their own."""
    elsewhere = {rule.id for group in (advice.holds, advice.conflicts) for rule in group}
    if kind is Kind.INDICATION:
        elsewhere |= {rule for each in advice.techniques for rule in each.rules}
    others = [
        rule_words(rule, words) for rule in advice.rules if rule.id not in elsewhere and rule.words not in advice.why
    ]
    return titled(words("detail.rules"), bullets(others))


def _why(advice: Advice, kind: Kind, words: Words) -> tuple[str, ...]:
    """The answers to the tree's questions, and what each rests on."""
    settled = settled_rows(advice.evidence)
    lines = []
    for name, value in advice.inputs.items():
        if value == _UNKNOWN and kind not in _WITH_TREE:
            continue
        line = words("detail.input", input=words.name("input", name), answer=words.name("answer", value))
        reason = _grounds(advice.inputs_why.get(name, ""), settled, words)
        lines.append(line if reason in ("", line) else f"{line} – {reason}")
    return titled(words("detail.why"), bullets(lines))


def _grounds(reason: str, settled: Mapping[str, EvidenceRow], words: Words) -> str:
    """The facts that an answer rests on ("size: 8; nature: metastasis"), with unit and name where the evidence has them."""
    told = []
    for name, colon, value in (each.partition(": ") for each in reason.split("; ")) if reason else ():
        shown = settled_value(settled[name], words) if colon and name in settled else ""
        told.append(words("detail.ground", name=safe(name), value=shown or safe(value)) if colon else safe(name))
    return "; ".join(told)


def _for_information(advice: Advice, words: Words) -> tuple[str, ...]:
    if advice.outcome not in (Outcome.MDT_BOARD, Outcome.MDT_CURATIVE_CANAL) or not advice.pathway_for_information:
        return ()
    return (words("detail.for-information", outcomes=_titles(advice.pathway_for_information, words)),)


def _possible(advice: Advice, words: Words) -> tuple[str, ...]:
    if advice.outcome is not Outcome.NEED_DATA or advice.gate == _WITHOUT_OUTCOMES or not advice.possible:
        return ()
    return (words("detail.possible", outcomes=_titles(advice.possible, words)),)


def _questions(advice: Advice, words: Words) -> tuple[str, ...]:
    return titled(words("detail.questions"), bullets(_asking(advice.questions, words)))


def _asking(questions: Iterable[Question], words: Words) -> list[str]:
    """Each question, and below it what its answers would leave and where the fact could be documented."""
    lines = []
    for question in questions:
        fact = words.fact(question.fact)
        below = [
            words("detail.leaves", answer=words.name("answer", answer), outcomes=_titles(outcomes, words))
            for answer, outcomes in question.leaves.items()
            if outcomes
        ]
        where = words.where(question.fact)
        if where:
            below.append(words("detail.where", where=where))
        asks = f"{safe(question.words or fact.asks or fact.title)} ({safe(question.fact)})"
        lines.append("\n".join((asks, *(f"  - {line}" for line in below))))
    return lines


def _titles(outcomes: Iterable[Outcome], words: Words) -> str:
    chosen = set(outcomes)
    return "; ".join(safe(words.title(each)) for each in Outcome if each in chosen)


def _reading(advice: Advice, words: Words) -> tuple[str, ...]:
    """Where the level comes from, if not from the record."""
    return (words("detail.level-from-order"),) if advice.level_from_order else ()
