"""What is an answer, and what is a recorded fact? Yes, no or not known; a value, where it was seen and when.

Here live the three answers, the facts as the record holds them, and the reading order of part F.5 that decides which of
two facts counts. What may not live here: which facts exist (`evidence`), how old a fact may be (`knowledge.thresholds`),
and any format of a hospital's record.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
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


def _newest_first(facts: Iterable[Fact[V]]) -> list[Fact[V]]:
    found = list(facts)
    if len(found) > 1:
        found.sort(key=lambda f: (f.on is not None, f.on.timestamp() if f.on else 0.0, f.seen_in), reverse=True)
    return found


def weigh(recorded: Recorded[V], *, age: Age | None = None, order: Order[V] | None = None) -> Reading[V]:
    """Which value counts, by the reading order of F.5; what does not count is kept to be shown."""
    if not recorded.facts:
        return NOTHING_READ[recorded.unread]
    order = order or _PLAIN
    only = recorded.facts[0] if len(recorded.facts) == 1 else None
    if only is not None and only.standing is Standing.FIRM and (age is None or age.allows(only)):
        return _alone(only, order, unread=recorded.unread)
    fresh = [f for f in recorded.facts if age is None or age.allows(f)]
    current, superseded, clash = _current(firm := [f for f in fresh if f.standing is Standing.FIRM], order)
    stated = bool(current) and order.first[:1] == (Kind.STATEMENT,) and current[0].kind is Kind.STATEMENT
    values = {f.value for f in current}
    clash = clash or len(values) > 1
    raised = {f.value for f in fresh if f.standing is Standing.TENTATIVE and not _is_overtaken(f, firm, order)}
    disagree = clash or any(f.value not in values for f in superseded)
    if not clash and not stated and any(_reopens(f, current) for f in fresh if f.standing is Standing.DOUBTED):
        current = []
    settled = bool(current) and not clash and (stated or not recorded.unread)
    counting = set(map(id, current))  # two facts that are equal are weighed alike
    return Reading(
        status=Status.CONFLICT if clash else Status.KNOWN if settled else Status.UNKNOWN,
        value=current[0].value if settled else None,
        facts=tuple(_newest_first(current)),
        aside=tuple(_newest_first(f for f in recorded.facts if id(f) not in counting)),
        disagree=disagree,
        alarms=frozenset(raised if clash else raised | values),
        unread=recorded.unread,
    )


_PLAIN: Final[Order[Any]] = Order()


def _alone(fact: Fact[V], order: Order[V], *, unread: bool) -> Reading[V]:
    """What most items come to: one fact, firm and not too old, with nothing to be weighed against."""
    settled = not unread or (order.first[:1] == (Kind.STATEMENT,) and fact.kind is Kind.STATEMENT)
    return Reading(
        status=Status.KNOWN if settled else Status.UNKNOWN,
        value=fact.value if settled else None,
        facts=(fact,),
        alarms=frozenset({fact.value}),
        unread=unread,
    )


def _reopens(doubt: Fact[V], current: list[Fact[V]]) -> bool:
    """Is what counts no newer than a report that leaves something else open? Doubt that points the same way opens nothing."""
    return all(f.value != doubt.value and not _is_newer(f, doubt) for f in current)


def _is_overtaken(alarm: Fact[V], firm: list[Fact[V]], order: Order[V]) -> bool:
    """Does a newer firm fact of its kind replace it, as it would replace a firm one (F.5 rules 2 and 5)?"""
    newer = (f for f in firm if _is_newer(f, alarm) and (order.series or f.kind is alarm.kind))
    over = any(alarm.value not in order.sticky or _cancels(f, alarm, order.by) for f in newer)
    return over and alarm.kind not in order.agree


def _is_newer(one: Fact[V], other: Fact[V]) -> bool:
    return one.on is not None and other.on is not None and one.on > other.on


def _current(firm: list[Fact[V]], order: Order[V]) -> tuple[list[Fact[V]], list[Fact[V]], bool]:
    """The facts that count, the ones they replace, and whether a newer value may not cancel an older one."""
    if len(firm) == 1:
        return firm, [], False
    for kind in order.first:
        deciding = [f for f in firm if f.kind is kind]
        if deciding:
            current, replaced, clash = _series(_newest_first(deciding), order)
            return current, [*replaced, *(f for f in firm if f.kind is not kind)], clash
    return _all_kinds(firm, order)


def _all_kinds(firm: list[Fact[V]], order: Order[V]) -> tuple[list[Fact[V]], list[Fact[V]], bool]:
    current: list[Fact[V]] = []
    superseded: list[Fact[V]] = []
    clash = False
    for kind, ranked in _by_kind(firm, series=order.series):
        if kind in order.agree:
            current.extend(ranked)
            continue
        counting, replaced, contradict = _series(ranked, order)
        current.extend(counting)
        superseded.extend(replaced)
        clash = clash or contradict
    return current, superseded, clash


def _series(ranked: list[Fact[V]], order: Order[V]) -> tuple[list[Fact[V]], list[Fact[V]], bool]:
    """Facts of one kind, newest first: the newest counts, beside those of the same time and those it may not cancel."""
    newest, older = ranked[0], ranked[1:]
    stays = [f.on == newest.on or (f.value in order.sticky and not _cancels(newest, f, order.by)) for f in older]
    standing = [f for f, kept in zip(older, stays, strict=True) if kept]
    replaced = [f for f, kept in zip(older, stays, strict=True) if not kept]
    return [newest, *standing], replaced, any(f.value != newest.value for f in standing)


def _by_kind(firm: list[Fact[V]], *, series: bool) -> list[tuple[Kind, list[Fact[V]]]]:
    if series:
        return [(Kind.RECORD, _newest_first(firm))] if firm else []
    groups = ((kind, [f for f in firm if f.kind is kind]) for kind in Kind)
    return [(kind, _newest_first(found)) for kind, found in groups if found]


def _cancels(newer: Fact[V], older: Fact[V], by: frozenset[str]) -> bool:
    if newer.value == older.value or newer.resolved:
        return True
    return bool(newer.modality) and newer.modality == older.modality and (not by or newer.modality in by)


def answer_if(reading: Reading[V], holds: Callable[[V], bool]) -> Answer:
    """Does the settled value satisfy this? Not settled: not known."""
    if reading.status is not Status.KNOWN or reading.value is None:
        return Answer.UNKNOWN
    return Answer.of(holds(reading.value))
