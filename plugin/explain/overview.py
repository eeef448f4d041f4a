"""The first page: what there is, how much of it, and where to read on.

What may not live here: anything that stands on another page.
"""

from __future__ import annotations

from collections.abc import Mapping

from plugin.explain import markdown as md
from plugin.explain.declared import questions, rules
from plugin.explain.visits import Visits
from plugin.grammar import Basis, Knowledge

_WHAT = """Everything that the product knows, for clinicians to read, question and change. It is generated from the declarations
that the running service uses: there is no second copy. How to change a rule: [`plugin/README.md`](../../plugin/README.md)."""
_PAGES: Mapping[str, str] = {
    "indication.md": "the flowchart: gates, tree, outcomes",
    "questions.md": "every question, and how it is answered from the record",
    "techniques.md": "where each technique starts, and every rule that changes it",
    "safety.md": "emergencies, stops, holds with the hold table, closeness",
    "conflicts.md": "contradictions and implausible facts",
    "checklists.md": "anaesthesia and thermal protection",
    "order-sets.md": "what can be ordered, and when it belongs to a set",
    "thresholds.md": "every number, its range, and whether it is ours",
    "texts.md": "every sentence that a physician may read",
    "sources.md": "the deck and the sources outside it",
    "ledger.md": "for each fact of the deck where it is used",
    "risks.md": "what a reviewer would raise, and what is done about it",
    "summary.md": "how much there is in all, and how much of it is proven or compared",
}


def overview_page(knowledge: Knowledge, visits: Visits) -> str:
    """The whole page."""
    return md.page(
        "Clinical knowledge",
        _WHAT,
        f"Version of the knowledge: **{knowledge.version}**; what changed: "
        "[`CHANGELOG.md`](../../plugin/knowledge/CHANGELOG.md).",
        "## Pages",
        md.table(("page", "what it shows"), ((md.link(name, name), what) for name, what in _PAGES.items())),
        "## How much there is",
        md.table(("what", "how many"), _counts(knowledge, visits)),
        "## What the rules rest on",
        md.table(("basis", "rules", "items of checklists and order sets"), _bases(knowledge)),
    )


def _counts(knowledge: Knowledge, visits: Visits) -> list[tuple[str, str]]:
    deck = sum(source.id.startswith("S-") for source in knowledge.sources)
    counts = {
        "gates": len(knowledge.gates),
        "outcomes": len(knowledge.outcomes),
        "questions": len(questions(knowledge)),
        "items of the record that are asked for": len(knowledge.items),
        "rules": len({rule.id for rule in rules(knowledge)}),
        "items of checklists": len(knowledge.anaesthesia) + len(knowledge.protection),
        "items of order sets": len(knowledge.order_items),
        "thresholds": len(knowledge.thresholds),
        "sources in the deck": deck,
        "sources outside the deck": len(knowledge.sources) - deck,
        "sources that could not be verified": sum(not source.verified for source in knowledge.sources),
        "risks": len(knowledge.risks),
        "stories (patients told, with what must be said)": len(visits.stories),
    }
    return [(what, str(count)) for what, count in counts.items()]


def _bases(knowledge: Knowledge) -> list[tuple[str, ...]]:
    every = {rule.id: rule.basis for rule in rules(knowledge)}
    lists = (*knowledge.anaesthesia, *knowledge.protection)
    items = [*(item.basis for item in lists), *(item.basis for item in knowledge.order_items)]
    return [(f"[{basis.value}]", str(list(every.values()).count(basis)), str(items.count(basis))) for basis in Basis]
