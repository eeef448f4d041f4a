"""The page of risks: what a medical reviewer would raise, and what the product does about each.

What may not live here: how it is done.
"""

from __future__ import annotations

from plugin.explain import markdown as md
from plugin.grammar import Knowledge

_WHAT = """What is ambiguous, ours, or dangerous if wrong, and what the product does about it. None of these has been settled by a
clinical review; each is open to one."""


def risks_page(knowledge: Knowledge) -> str:
    """The whole page."""
    rows = ((f"{md.anchor(risk.id)}{risk.id}", risk.issue, risk.does) for risk in knowledge.risks)
    return md.page("Risks", _WHAT, md.table(("id", "issue", "what the product does"), rows))
