"""What a question looks at, in words: items of the record with their limits of age, and the numbers it uses.

What may not live here: the answer.
"""

from __future__ import annotations

from plugin.explain import markdown as md
from plugin.explain import names
from plugin.grammar import Criterion, items_of, thresholds_of


def looks_at(criterion: Criterion) -> list[str]:
    """The items that the question looks at, those with the same limit of age together."""
    items = sorted(items_of(criterion), key=lambda item: (item.fact, item.name))
    by_limit: dict[str, list[str]] = {}
    for item in items:
        by_limit.setdefault(names.limit(item), []).append(f"{names.item(item)} ({item.fact})")
    return [
        ", ".join(found) + (f" – {limit}" if limit else "") for limit, found in sorted(by_limit.items(), reverse=True)
    ]


def uses_numbers(criterion: Criterion) -> list[str]:
    """The thresholds that the question uses, with their defaults."""
    used = sorted(thresholds_of(criterion), key=lambda threshold: threshold.id)
    return [f"{md.link(f'`{t.id}`', 'thresholds.md', t.id)} {names.threshold(t)}" for t in used]
