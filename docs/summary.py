"""How much is known, and how much of it is proven: the counts on one page, each from a declaration.

Nothing is run for it but the telling of the stories. What may not live here: a number of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugin.explain import Visits
from plugin.explain import markdown as md
from plugin.explain.declared import questions, rules
from plugin.grammar import Knowledge
from tests.mutation.changes import mutants
from tests.mutation.pieces import pieces
from tests.oracle.patients import rows
from tests.oracle.test_oracle import PATIENTS
from tests.proofs import test_claims
from tests.proofs.claims import CLAIMS
from tests.proofs.faults import FAULTS

_TITLE = "Summary: how much is known, and what stands behind it"
_WHAT = """One page of counts: what the knowledge holds, which stories are told of it, and what is proven or compared. A count
says how much there is, not that it is right: whether every story, proof and comparison holds is what `make test` says."""
_PROOFS, _MUTATION, _ORACLE = "../../tests/proofs", "../../tests/mutation", "../explanation/oracle.md"

Row = tuple[str, str, str]


def summary_page(knowledge: Knowledge, visits: Visits) -> str:
    """The whole page."""
    heads = ("what", "how many", "where")
    return md.page(
        _TITLE,
        _WHAT,
        f"Version of the knowledge: **{knowledge.version}**.",
        "## Knowledge",
        md.table(heads, _declared(knowledge)),
        "A rule that has a second form for a record that could not be read (`-UNREAD`) counts twice.",
        "## Stories",
        md.table(heads, _told(knowledge, visits)),
        "## Proofs, mutants and the second opinion",
        md.table(heads, _checked(knowledge)),
    )


def _declared(knowledge: Knowledge) -> Iterator[Row]:
    every = {rule.id for rule in rules(knowledge)}
    for kind, what, page in (
        ("TR", "rules for techniques (TR)", "techniques.md"),
        ("SR", "rules for safety (SR)", "safety.md"),
        ("CR", "rules for contradictions (CR)", "conflicts.md"),
    ):
        yield _row(what, sum(rule.startswith(f"{kind}-") for rule in every), page)
    others = sum(not rule.startswith(("TR-", "SR-", "CR-")) for rule in every)
    yield _row("reasons of the gates and for withholding", others, "indication.md")
    yield _row("**rules in all**", len(every), "README.md")
    yield _row("criteria: questions asked of a record", len(questions(knowledge)), "questions.md")
    yield _row("thresholds", len(knowledge.thresholds), "thresholds.md")
    yield _row("items of checklists", len(knowledge.anaesthesia) + len(knowledge.protection), "checklists.md")
    yield _row("items of order sets", len(knowledge.order_items), "order-sets.md")
    deck = sum(source.id.startswith("S-") for source in knowledge.sources)
    yield _row("sources in the deck", deck, "sources.md")
    yield _row("sources outside the deck", len(knowledge.sources) - deck, "sources.md")


def _told(knowledge: Knowledge, visits: Visits) -> Iterator[Row]:
    every = {rule.id for rule in rules(knowledge)}
    fires = {rule: visits.of(f"rule {rule}") + visits.of(f"stop {rule}") for rule in every}
    visiting = {story for found in fires.values() for story in found}
    folder = md.link("tests/stories", "../../tests/stories")
    yield "stories: patients told, with what must be said", str(len(visits.stories)), folder
    yield "of these, stories in which at least one rule fires", str(len(visiting)), folder
    yield "rules that fire in at least one story", f"{sum(map(bool, fires.values()))} of {len(every)}", folder


def _checked(knowledge: Knowledge) -> Iterator[Row]:
    modules = {module.__name__ for module in test_claims.TOLD_IN}
    claims = {name for name, claim in CLAIMS.items() if claim.search.__module__ in modules}
    proofs = md.link("tests/proofs", _PROOFS)
    yield "claims put to the solver, each for every patient there can be", str(len(claims)), proofs
    yield "mutants of the knowledge that a claim must refuse", str(len(FAULTS)), proofs
    changes = md.link("tests/mutation", _MUTATION)
    yield (
        "mutants of the knowledge of which a story or a claim notices every one",
        str(len(mutants(knowledge))),
        changes,
    )
    yield (
        "finer pieces of questions: every seventh in each run, all in its report",
        str(len(pieces(knowledge))),
        changes,
    )
    oracle = md.link("the oracle", _ORACLE)
    table = len(rows())
    yield "rows of the decision table compared with the oracle in CQL", str(table), oracle
    yield "generated patients compared with it", str(PATIENTS), oracle
    yield "**comparisons with the oracle in all**", str(table + PATIENTS), oracle


def _row(what: str, count: int, page: str) -> Row:
    return what, str(count), md.link(page, page)
