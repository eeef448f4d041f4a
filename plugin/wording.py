"""Knowledge's words with this patient's numbers filled in, and rules as they are shown.

Placeholders name thresholds; a value of the site's own is marked as such. What may not live here: words themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plugin.advice import RuleRaised
from plugin.grammar import Case, Rule, Threshold, thresholds_of
from plugin.knowledge.thresholds import THRESHOLDS

_BY_ID: Mapping[str, Threshold] = {threshold.id: threshold for threshold in THRESHOLDS}


def number(value: float) -> str:
    """A number as it is read: 10, 1.8."""
    return f"{value:g}"


def fill(case: Case, words: str) -> str:
    """The words with every threshold's value in force here."""
    if "{" not in words:
        return words
    return words.format_map({name: number(case.practice.value(t)) for name, t in _BY_ID.items()})


def raised(case: Case, rules: Iterable[Rule]) -> tuple[RuleRaised, ...]:
    """Rules that fired, in the order TR, SR, CR and without repeats."""
    found: dict[str, RuleRaised] = {}
    for rule in rules:
        public = rule.id.removesuffix("-UNREAD")
        if public not in found:
            found[public] = RuleRaised(
                id=public,
                title=rule.title,
                words=fill(case, rule.words),
                basis=rule.basis,
                sources=rule.sources,
                mdt=rule.mdt,
                card=rule.card,
                local=_local(case, rule),
            )
    return tuple(sorted(found.values(), key=lambda r: (_RANK.get(r.id[:2], len(_RANK)), r.id)))


_RANK = {"TR": 0, "SR": 1, "CR": 2}


def _local(case: Case, rule: Rule) -> tuple[str, ...]:
    used = sorted((t for t in thresholds_of(rule.when) if case.practice.is_local(t)), key=lambda t: t.id)
    return tuple(f"{t.id} = {number(case.practice.value(t))}" for t in used)
