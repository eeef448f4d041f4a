"""What is an answer, and what is a recorded fact? Yes, no or not known; a value, where it was seen and when.

Here live the three answers and the facts as the record holds them. What may not live here: which of two facts counts
(`weighing`), which facts exist (`evidence`), how old a fact may be (`knowledge.thresholds`), and any format of a record.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Any, Final, Generic, TypeVar

V = TypeVar("V", bound=Hashable)


class Answer(Enum):
    """Yes, no, or not known; combined as in Kleene's strong logic, so that a lost fact never becomes a "no"."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    def __and__(self, other: Answer) -> Answer:
        """Both: one "no" settles it, otherwise one "not known" leaves it open."""
        if self is Answer.NO or other is Answer.NO:
            return Answer.NO
        return Answer.UNKNOWN if self is Answer.UNKNOWN or other is Answer.UNKNOWN else Answer.YES

    def __or__(self, other: Answer) -> Answer:
        """Either: one "yes" settles it, otherwise one "not known" leaves it open."""
        if self is Answer.YES or other is Answer.YES:
            return Answer.YES
        return Answer.UNKNOWN if self is Answer.UNKNOWN or other is Answer.UNKNOWN else Answer.NO

    def __invert__(self) -> Answer:
        """The opposite; "not known" stays "not known"."""
        return _OPPOSITE[self]

    @staticmethod
    def of(truth: bool) -> Answer:  # noqa: FBT001 - the one argument is the thing converted
        """A settled truth as an answer."""
        return Answer.YES if truth else Answer.NO


_OPPOSITE = {Answer.YES: Answer.NO, Answer.NO: Answer.YES, Answer.UNKNOWN: Answer.UNKNOWN}


class Kind(Enum):
    """The kind of source that holds a fact; two kinds that disagree make a conflict (F.5 rule 3)."""

    FINDING = "coded finding"
    CONDITION = "problem list"
    STATEMENT = "statement on the order"
    PROCEDURE = "procedure"
    DEVICE = "device"
    REPORT = "report"
    RECORD = "other record"


class Standing(Enum):
    """Whether a recorded fact may count (F.5 rule 1)."""

    FIRM = "firm"
    """A final observation, a confirmed condition: counts."""
    TENTATIVE = "tentative"
    """Preliminary, unconfirmed, provisional: shown, settles nothing, but may raise the alarm of gate 2."""
    DOUBTED = "doubted"
    """A report's own words leave it open ("cannot exclude"): shown, settles nothing, and opens again what an older source
    said otherwise (F.5, reading words)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Generic[V]):
    """One recorded value: what, where it was seen ("Observation/17"), and when.

    `on` is the time of the finding (effective, performed, else issued; None where the record gives none). `modality` is
    the examination a finding comes from ("MR", "CT", "exam") where the record says so. `text` is a verbatim sentence.
    """

    value: V
    seen_in: str
    on: datetime | None = None
    kind: Kind = Kind.FINDING
    standing: Standing = Standing.FIRM
    modality: str = ""
    text: str = ""
    unit: str = ""
    resolved: bool = False
    """The source says in words that the finding has resolved (F.5 rule 5)."""


class Status(Enum):
    """What the record settles about one item."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded(Generic[V]):
    """All facts found for one item; none found is "not known", never "no".

    `unread` says that a source of this item could not be read, or not in full: then nothing here settles the item, though
    what was read may still raise an alarm, a hold, a conflict or a restriction (contract 7).
    """

    facts: tuple[Fact[V], ...] = ()
    unread: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """How old a fact of one item may be, counted back from the time of the call; it holds for facts of `kinds` only.

    A limit in days counts days of the calendar, so that "seven days old" does not depend on the hour; one in hours counts
    hours. An active entry of the problem list has no limit.
    """

    now: datetime
    days: int | None = None
    hours: int | None = None
    kinds: frozenset[Kind] = frozenset({Kind.FINDING, Kind.REPORT, Kind.RECORD})

    def allows(self, fact: Fact[V]) -> bool:
        """Within the limit, or of a kind that has none; a fact without a date is not, where a limit exists."""
        if fact.kind not in self.kinds or (self.days is None and self.hours is None):
            return True
        if fact.on is None:
            return False
        if self.days is not None:
            return days_between(fact.on, self.now) <= self.days
        return self.now - fact.on <= timedelta(hours=self.hours or 0)


def days_between(earlier: datetime, later: datetime) -> int:
    """Whole calendar days from one moment to another, in the later one's time zone."""
    return (later.date() - earlier.astimezone(later.tzinfo).date()).days


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Generic[V]):
    """What the reading order of F.5 makes of one item.

    `value` is there only when `status` is KNOWN. `standing` holds the facts that decided or conflict, newest first; `aside`
    those shown but not counted (too old, tentative, superseded). `disagree` raises CR-04. `alarms` are the values that may
    raise an alarm or a restriction even where the item is not settled.
    """

    status: Status = Status.UNKNOWN
    value: V | None = None
    facts: tuple[Fact[V], ...] = ()
    aside: tuple[Fact[V], ...] = ()
    disagree: bool = False
    alarms: frozenset[V] = frozenset()
    unread: bool = False


NOTHING_READ: Final[Mapping[bool, Reading[Any]]] = {unread: Reading(unread=unread) for unread in (False, True)}
"""What is read of an item of which nothing is recorded, by whether one of its sources could not be read in full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(Generic[V]):
    """How two facts of one item are weighed against each other; the plain case needs none of this.

    `series`: all kinds are one series in time, of which the newest counts (a pregnancy and the tests after it).
    `sticky`: values that a newer other value cancels only from the same modality, or by the word "resolved" (F.5 rule 5).
    `by`: the only modalities whose newer value may cancel so (the canal: MR); empty: any, if it is the same.
    `agree`: kinds whose facts must all agree, however old (two Conditions that name different tumours are no succession).
    `first`: kinds in the order in which their newest fact decides alone; a clinician's statement on the order does so even
    where another source could not be read (F.5 rule 4).
    """

    series: bool = False
    sticky: frozenset[V] = frozenset()
    by: frozenset[str] = frozenset()
    agree: frozenset[Kind] = frozenset()
    first: tuple[Kind, ...] = ()


def answer_if(reading: Reading[V], holds: Callable[[V], bool]) -> Answer:
    """Does the settled value satisfy this? Not settled: not known."""
    if reading.status is not Status.KNOWN or reading.value is None:
        return Answer.UNKNOWN
    return Answer.of(holds(reading.value))
