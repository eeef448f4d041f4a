"""The page of the numbers: every threshold with unit, default, range, source or "ours", and where it is used.

What may not live here: a site's own values.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plugin.explain import markdown as md
from plugin.explain import names
from plugin.explain.citing import cited
from plugin.explain.declared import questions
from plugin.grammar import Criterion, Knowledge, Threshold, thresholds_of
from plugin.grammar.expressions import criteria_in
from plugin.knowledge import thresholds as declared

_WHAT = """Every number that decides. A site may set those that have a range, and only within it; a card that used a value of the
site's own says so. “Ours” means that no source gives the number (H-39): each is open to review."""

REST_ON: Mapping[str, tuple[str, ...]] = {
    "INR_UPPER_FROM": ("X-40",),
    "MAX_PROBES": ("S-54", "S-55"),
    "SINS_STABLE_TO": ("X-11",),
    "SINS_UNSTABLE_FROM": ("X-11",),
    "SINS_MAX": ("X-10", "X-11"),
}
"""What fixed numbers rest on, as the comment beside them says; the others are ours."""


def thresholds_page(knowledge: Knowledge) -> str:
    """The whole page."""
    asked = questions(knowledge)
    heads = ("number", "what it means", "default", "a site may set", "basis", "used by", "since")
    every = (*knowledge.thresholds, *declared.FIXED)
    return md.page(
        "Thresholds",
        _WHAT,
        md.table(heads, (_row(each, knowledge, asked) for each in every)),
        "## Fixed numbers",
        "Constants of the questions, without a setting.",
        md.table(("number", "value", "basis"), _constants()),
    )


def _row(threshold: Threshold, knowledge: Knowledge, asked: tuple[Criterion, ...]) -> tuple[str, ...]:
    return (
        f"{md.anchor(threshold.id)}`{threshold.id}`",
        threshold.title,
        "off" if threshold.off_by_default else names.threshold(threshold),
        _range(threshold),
        cited(threshold.sources) or "**ours**",
        md.lines(_users(threshold, knowledge, asked)) or "a wording only",
        threshold.since,
    )


def _range(threshold: Threshold) -> str:
    if threshold.fixed:
        return "fixed"
    return f"{names.number(threshold.low)} to {names.with_unit(threshold.high, threshold.unit)}"


def _users(threshold: Threshold, knowledge: Knowledge, asked: tuple[Criterion, ...]) -> Iterator[str]:
    """The questions that use it themselves, or through an item's limit of age; then the sentences that name it."""
    for criterion in asked:
        if threshold in thresholds_of(criterion) and not _through_another(threshold, criterion, asked):
            yield md.link(f"`{criterion.id}`", "questions.md", criterion.id)
    named = f"{{{threshold.id}}}"
    rules = (*knowledge.technique_rules, *knowledge.safety_rules, *knowledge.holds)
    yield from (
        md.link(rule.id, "techniques.md" if rule in knowledge.technique_rules else "safety.md", rule.id)
        for rule in rules
        if named in rule.words
    )
    items = (*knowledge.anaesthesia, *knowledge.protection)
    yield from (md.link(item.id, "checklists.md", item.id) for item in items if named in item.words)


def _through_another(threshold: Threshold, criterion: Criterion, asked: tuple[Criterion, ...]) -> bool:
    """A question that uses the number only because a question within it does."""
    within = [each for each in asked if each is not criterion and each.id in criteria_in(criterion)]
    return any(threshold in thresholds_of(each) for each in within)


def _constants() -> Iterator[tuple[str, ...]]:
    for name, value in vars(declared).items():
        if name.isupper() and isinstance(value, int | float):
            basis = cited(REST_ON.get(name, ())) or "**ours**"
            yield name.lower().replace("_", " "), names.number(value), basis
