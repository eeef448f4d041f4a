"""One rule as a section of a page: what it says, when, what it does, what it rests on, which stories show it.

What may not live here: which rules stand on which page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugin.answer import Answer
from plugin.evidence import Technique
from plugin.explain import markdown as md
from plugin.explain import names
from plugin.explain.citing import cited
from plugin.explain.filling import filled
from plugin.explain.phrases import Phrases
from plugin.explain.visits import Visits
from plugin.grammar import Effect, Rule, TechniqueState, thresholds_of


def overview(rules: Iterable[Rule], say: Phrases) -> str:
    """All rules of a page in one short table."""
    rows = ((md.link(rule.id, "", rule.id), rule.title, _mark(rule), "<br>".join(does(rule, say))) for rule in rules)
    return md.table(("rule", "what it is about", "basis", "what it does"), rows)


def section(rule: Rule, say: Phrases, visits: Visits, *, kept_as: str = "rule") -> str:
    """One rule in full; `kept_as`: under what its stories are kept."""
    thing = f"{kept_as} {rule.id}"
    rows = [
        ("**when**", _first_capital(say.say(rule.when))),
        ("**does**", "<br>".join(does(rule, say))),
        ("**basis**", names.BASIS[rule.basis]),
        ("**sources**", cited(rule.sources)),
        ("**numbers**", " ".join(md.link(f"`{t}`", "thresholds.md", t) for t in _numbers(rule))),
        ("**applies in**", visits.named(thing)),
        ("**does not apply in**", visits.named(thing, Answer.NO)),
        ("**not known in**", visits.named(thing, Answer.UNKNOWN)),
    ]
    shown = [row for row in rows if row[1]]
    return (
        f"{md.anchor(rule.id)}\n\n### {rule.id} {rule.title}\n\n> {filled(rule.words)}\n\n{md.table(('', ''), shown)}"
    )


def does(rule: Rule, say: Phrases) -> list[str]:
    """What a rule does, one line each."""
    return [*_states(rule, say), *_else(rule, say)] or ["says so; changes no state"]


def _states(rule: Rule, say: Phrases) -> Iterator[str]:
    yield from (_effect(effect) for effect in rule.effects)
    yield from (f"{_effect(effect)}, where {say.say(when)}" for when, effect in rule.also)


def _else(rule: Rule, say: Phrases) -> Iterator[str]:
    if rule.first is not None:
        yield f"names {names.TECHNIQUES[rule.first]} first among equals"
    if rule.mdt:
        yield "calls for the tumour board (OS-13)"
    if rule.card:
        yield f"makes a conflict card ({rule.card})"
    yield from (f"adds, where {say.say(when)}: {filled(words)}" for when, words in rule.notes)
    if rule.withholds:
        yield "withholds every suggestion"
    if rule.holds_drugs:
        yield f"shows the hold table for: {names.any_of(names.value(c) for c in rule.holds_drugs)}"


def _effect(effect: Effect) -> str:
    worst = effect.state is TechniqueState.AVOID
    return f"{_each(effect.techniques)}: **{effect.state.value}**{'' if worst else ' or worse'}"


def _each(techniques: tuple[Technique, ...]) -> str:
    return names.techniques(techniques).replace(" or ", " and ")


def _numbers(rule: Rule) -> list[str]:
    questions = (rule.when, *(when for when, _ in rule.also))
    return sorted({threshold.id for question in questions for threshold in thresholds_of(question)})


def _mark(rule: Rule) -> str:
    return f"[{rule.basis.value}]"


def _first_capital(words: str) -> str:
    return words if words.startswith("[") else words[:1].upper() + words[1:]


def words(rule: Rule) -> str:
    """What a rule says, with the default numbers."""
    return filled(rule.words)
