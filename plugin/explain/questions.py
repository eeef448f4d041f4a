"""The page of questions: each question of the clinic with how it is answered, from which items of the record.

What may not live here: what follows from an answer.
"""

from __future__ import annotations

from plugin.explain import markdown as md
from plugin.explain import names
from plugin.explain.asking import looks_at, uses_numbers
from plugin.explain.citing import cited
from plugin.explain.declared import questions
from plugin.explain.phrases import Phrases, phrases
from plugin.explain.visits import Visits
from plugin.grammar import Criterion, Knowledge

_WHAT = """Every question that gates, tree, rules and checklists ask, once, with how it is answered. An answer is yes, no or not
known. “Not known” is never taken for “no”: an old, contradictory or unread fact counts as not known. “It is known that …” means
that not known counts as no there."""


def questions_page(knowledge: Knowledge, visits: Visits) -> str:
    """The whole page."""
    say = phrases(knowledge)
    asked = sorted(questions(knowledge), key=lambda criterion: (criterion.id not in say.inputs, criterion.id.lower()))
    return md.page("Questions", _WHAT, *(_section(each, say, visits) for each in asked))


def _section(criterion: Criterion, say: Phrases, visits: Visits) -> str:
    rows = (
        ("**fact**", criterion.fact),
        ("**where the answer comes from**", md.lines(looks_at(criterion))),
        ("**numbers**", md.lines(uses_numbers(criterion))),
        ("**sources**", cited(criterion.sources) or "ours"),
        ("**stories**", visits.answers(f"question {criterion.id}")),
    )
    return "\n\n".join(
        (
            md.anchor(criterion.id),
            f"### {names.question(criterion.id)}",
            f"> {criterion.question}",
            "\n".join(say.written_out(criterion)),
            md.table(("", ""), [row for row in rows if row[1]]),
        )
    )
