"""The page of the indication: the flowchart, the gates, the questions of the tree, and every outcome.

What may not live here: the drawing itself (`cds_hooks/pictures`).
"""

from __future__ import annotations

from plugin.explain import markdown as md
from plugin.explain.asking import looks_at, uses_numbers
from plugin.explain.citing import cited
from plugin.explain.declared import leaves_of, on_the_way
from plugin.explain.filling import filled
from plugin.explain.visits import Visits
from plugin.grammar import Criterion, Gate, Knowledge, OutcomeText

_WHAT = """How the product comes from a patient's lesion to one outcome: nine gates in a fixed order, then one tree. The arrows of
the tree are a reconstruction: the figure of the source deck could not be read (H-01).

Where an answer is not known, both answers are followed. If every way ends in the same outcome, that is the outcome; if not, the
outcome is `NEED_DATA` and the card asks exactly for what decides between the outcomes still possible."""

_GATES = """Tried in this order; the first that is answered yes decides. A gate marked “completed” shares the two ways of an
answer that is not known with the tree; the others look at known facts only."""


def indication_page(knowledge: Knowledge, visits: Visits) -> str:
    """The whole page."""
    return md.page(
        "Indication",
        _WHAT,
        "![Flowchart of gates and tree; the tables below say the same in words](indication.svg)",
        "## Questions",
        "The questions of the gates and of the tree. Each id leads to the page that writes out how it is answered.",
        md.table(
            ("id", "question", "fact", "where the answer comes from", "number used", "sources", "stories"),
            (_question(each, visits) for each in on_the_way(knowledge)),
        ),
        "## Gates",
        _GATES,
        md.table(
            ("gate", "what it is about", "question", "outcome", "completed", "sources", "stories"),
            (_gate(each, visits) for each in knowledge.gates),
        ),
        "Beside them stands gate 2u: where the neurological status is not known and matters, the question for it is a warning.",
        "## Outcomes",
        md.table(
            ("outcome", "title", "kind", "what the card says", "sources", "stories"),
            (_outcome(each, knowledge, visits) for each in knowledge.outcomes),
        ),
    )


def _question(criterion: Criterion, visits: Visits) -> tuple[str, ...]:
    return (
        md.link(f"`{criterion.id}`", "questions.md", criterion.id),
        criterion.question,
        criterion.fact,
        md.lines(looks_at(criterion)),
        md.lines(uses_numbers(criterion)),
        cited(criterion.sources),
        visits.answers(f"question {criterion.id}"),
    )


def _gate(gate: Gate, visits: Visits) -> tuple[str, ...]:
    causes = ", ".join(md.link(rule.id, "safety.md", rule.id) for rule in gate.reasons if not rule.id.startswith("CR"))
    causes += ", [CR-01](conflicts.md#cr-01)" if any(rule.id == "CR-01" for rule in gate.reasons) else ""
    return (
        f"{md.anchor(f'gate-{gate.id}-again' if gate.completed and gate.id == '2' else f'gate-{gate.id}')}{gate.id}",
        gate.title + (f" ({causes})" if causes else ""),
        md.link(gate.when.question, "questions.md", gate.when.id),
        f"`{gate.outcome.value}`",
        "yes" if gate.completed else "no",
        cited(gate.sources),
        visits.named(f"gate {gate.id}") or visits.named(f"outcome {gate.outcome.value}"),
    )


def _outcome(text: OutcomeText, knowledge: Knowledge, visits: Visits) -> tuple[str, ...]:
    leaves = [leaf.sources for leaf in leaves_of(knowledge) if leaf.outcome is text.outcome]
    ids = dict.fromkeys((*text.sources, *(each for leaf in leaves for each in leaf)))
    return (
        f"{md.anchor(text.outcome.value)}`{text.outcome.value}`",
        text.title,
        text.outcome.outcome_class.value,
        filled(text.words) or "nothing: no card is shown",
        cited(ids),
        visits.named(f"outcome {text.outcome.value}"),
    )
