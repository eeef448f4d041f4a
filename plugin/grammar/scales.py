"""Questions about values on a scale of their own: pain in millimetres or of ten, and the stability score.

What may not live here: what a score leads to (`knowledge.criteria`), and its arithmetic (`scores`).
"""

from __future__ import annotations

from dataclasses import dataclass

from plugin.answer import Answer, Status, answer_if
from plugin.evidence import Pain, PainScale
from plugin.grammar.case import Case
from plugin.grammar.expressions import Expression
from plugin.grammar.items import Item, Threshold
from plugin.scores import Range, sins


@dataclass(frozen=True, slots=True, eq=False)
class Painful(Expression):
    """The pain value is above 0, on whatever scale; painless is 0 (CR-05)."""

    item: Item[Pain]

    def ask(self, case: Case) -> Answer:
        """Not known where no value is settled; values of one moment on two scales contradict each other only if one is 0."""
        reading = case.reading(self.item)
        if reading.status is Status.CONFLICT and not reading.unread and len(told := _above_zero(case, self.item)) == 1:
            return Answer.of(True in told)
        return answer_if(reading, lambda pain: pain.value > 0)


@dataclass(frozen=True, slots=True, eq=False)
class PainContradicts(Expression):
    """Of two pain values of one moment one is 0 and the other is not."""

    item: Item[Pain]

    def ask(self, case: Case) -> Answer:
        """Yes or no."""
        return Answer.of(case.reading(self.item).status is Status.CONFLICT and len(_above_zero(case, self.item)) > 1)


def _above_zero(case: Case, item: Item[Pain]) -> set[bool]:
    return {fact.value.value > 0 for fact in case.reading(item).facts}


@dataclass(frozen=True, slots=True, eq=False)
class PainAtLeast(Expression):
    """The pain in millimetres reaches a limit that the site has set; without such a setting: no (H-26)."""

    item: Item[Pain]
    limit: Threshold

    def ask(self, case: Case) -> Answer:
        """Not known where no value in millimetres is settled."""
        if self.limit.id not in case.practice.thresholds:
            return Answer.NO
        pain = case.reading(self.item).value
        if pain is None or pain.scale is not PainScale.VAS_MM:
            return Answer.UNKNOWN
        return Answer.of(pain.value >= case.number(self.limit))


@dataclass(frozen=True, slots=True, eq=False)
class OnScale(Expression):
    """The pain value was given on this scale."""

    item: Item[Pain]
    scale: PainScale

    def ask(self, case: Case) -> Answer:
        """Not known where no value is settled."""
        return answer_if(case.reading(self.item), lambda pain: pain.scale is self.scale)


@dataclass(frozen=True, slots=True, eq=False)
class SinsWithin(Expression):
    """The stability score lies wholly between these limits; a range that crosses one decides nothing."""

    total: Item[int]
    components: tuple[tuple[str, Item[int]], ...]
    low: int
    high: int
    alarming: bool = False
    """Values from a source read in part count as well: the score may restrict, though it settles nothing (contract 7)."""

    def ask(self, case: Case) -> Answer:
        """Not known where the score is not computable, or its range crosses a limit."""
        found = self.range(case)
        if found is None:
            return Answer.UNKNOWN
        if found.within(self.low, self.high):
            return Answer.YES
        return Answer.UNKNOWN if found.meets(self.low, self.high) else Answer.NO

    def range(self, case: Case) -> Range | None:
        """The score's range in this case; an item that contradicts itself or was not read in full is missing."""
        total = case.reading(self.total)
        if total.status is Status.CONFLICT:
            return None
        # A component read in part must not cancel a total that is settled.
        in_part = self.alarming and total.value is None
        parts = {name: _value(case, item, in_part=in_part) for name, item in self.components}
        return sins(parts, _value(case, self.total, in_part=in_part))


@dataclass(frozen=True, slots=True, eq=False)
class SinsContradicts(Expression):
    """The components of the stability score and its recorded total contradict each other (F-14)."""

    total: Item[int]
    components: tuple[tuple[str, Item[int]], ...]

    def ask(self, case: Case) -> Answer:
        """Yes or no."""
        parts = {name: case.reading(item).value for name, item in self.components}
        total = case.reading(self.total).value
        return Answer.of(total is not None and sins(parts, None) is not None and sins(parts, total) is None)


def _value(case: Case, item: Item[int], *, in_part: bool) -> int | None:
    """The settled value; where it may come from a source read in part, the one value that stands there."""
    reading = case.reading(item)
    if reading.value is None and in_part and len(reading.alarms) == 1:
        return next(iter(reading.alarms))
    return reading.value
