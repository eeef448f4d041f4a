"""How well are the sentences of the corpus read? Counts for each finding and polarity, and the sentences read otherwise.

What may not live here: the sentences, and what is good enough (`tests/fhir_profiles/reading/test_corpus.py`).
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from math import sqrt
from pathlib import Path
from typing import Any, NamedTuple

from fhir_profiles.reading.reports.languages import languages
from fhir_profiles.reading.reports.mention import Polarity, Section
from fhir_profiles.reading.reports.passages import sentences
from fhir_profiles.reading.reports.sentence import mentions_in

FOLDER = Path(__file__).parent
CODES = ("en", "fr", "de")
HALVES = ("development", "held-out")
PRACTICE = {
    "en": ("practice", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    "fr": ("practice", "second", "third", "fourth"),
    "de": ("practice", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
}
"""Further files that rules were written on; but on the last English and the last German one none has been written yet."""
LANGUAGE = {language.code: language for language in languages()}
NOT_PRESENT = frozenset({Polarity.ABSENT, Polarity.HISTORICAL, Polarity.CONDITIONAL, Polarity.OTHER_PERSON})


class Finding(NamedTuple):
    """What counts as the same finding."""

    code: str
    value: str | float | None
    polarity: str
    level: str


class Case(NamedTuple):
    """One labelled text."""

    id: str
    about: str
    trap: bool
    text: str
    finds: frozenset[Finding]


@dataclass(slots=True)
class Score:
    """Findings read as labelled, read but not labelled, and labelled but not read."""

    right: Counter[tuple[str, str]] = field(default_factory=Counter)
    wrong: Counter[tuple[str, str]] = field(default_factory=Counter)
    missed: Counter[tuple[str, str]] = field(default_factory=Counter)
    misread: list[str] = field(default_factory=list)
    """Cases in which a denied, past, conditional, other person's or other level's finding was read as present."""
    cases: int = 0

    @property
    def precision(self) -> float:
        return self.right.total() / max(1, self.right.total() + self.wrong.total())

    @property
    def recall(self) -> float:
        return self.right.total() / max(1, self.right.total() + self.missed.total())


@cache
def cases(code: str, half: str) -> tuple[Case, ...]:
    """The cases of one file."""
    told = tomllib.loads((FOLDER / f"{code}-{half}.toml").read_text(encoding="utf-8"))["case"]
    return tuple(_case(each) for each in told)


def _case(told: dict[str, Any]) -> Case:
    finds = frozenset(Finding(f["code"], f.get("value"), f["polarity"], f["level"]) for f in told["finds"])
    return Case(told["id"], told["about"], told["trap"], told["text"], finds)


def read(case: Case, code: str) -> frozenset[Finding]:
    """What is read of a case, with the level that it is about where none is named."""
    found: set[Finding] = set()
    carried: tuple[str, ...] = ()
    for sentence in sentences(case.text, LANGUAGE[code], Section.FINDINGS):
        mentions, carried = mentions_in(sentence, LANGUAGE[code], () if sentence.starts else carried)
        found |= {
            Finding(m.code, m.value, str(m.polarity), _level(m.levels, case.about))
            for m in mentions
            if m.code not in UNSCORED
        }
    return frozenset(found)


UNSCORED = frozenset({"lesion", "sins"})


def _level(levels: tuple[str, ...], about: str) -> str:
    """The whole sacrum, named without a number, holds the sacral level that the case is about."""
    level = levels[0] if levels else about
    return about if level == "S1-S5" and about.startswith("S") else level


@cache
def score(code: str, half: str) -> Score:
    """The score of one file."""
    total = Score()
    for case in cases(code, half):
        found = read(case, code)
        total.cases += 1
        for counter, part in (
            (total.right, found & case.finds),
            (total.wrong, found - case.finds),
            (total.missed, case.finds - found),
        ):
            counter.update((each.code, each.polarity) for each in part)
        if any(_is_misread(each, case) for each in found - case.finds):
            total.misread.append(case.id)
    return total


def _is_misread(each: Finding, case: Case) -> bool:
    """Read as present, while the text says it only of the past, another level …, or denies it."""
    if each.polarity != Polarity.PRESENT:
        return False
    irradiated = each.code == "previous-radiotherapy"  # denied, it has no value
    labels = [
        label
        for label in case.finds
        if label.code == each.code and (label.value == each.value or (irradiated and label.value is None))
    ]
    denied = any(label.polarity in NOT_PRESENT and label.level == each.level for label in labels)
    elsewhere = any(label.polarity == Polarity.PRESENT and label.level != each.level for label in labels)
    return denied or (elsewhere and not any(label.level == each.level for label in labels))


def interval(right: int, all_: int) -> tuple[float, float]:
    """Wilson's 95 % confidence interval of a share."""
    if not all_:
        return 0.0, 1.0
    z, share = 1.96, right / all_
    middle = share + z * z / (2 * all_)
    half = z * sqrt(share * (1 - share) / all_ + z * z / (4 * all_ * all_))
    return (middle - half) / (1 + z * z / all_), (middle + half) / (1 + z * z / all_)


def differences(code: str, half: str) -> Iterator[str]:
    """Each case that is read otherwise than labelled, in words. Not to be asked of a held-out half."""
    for case in cases(code, half):
        found = read(case, code)
        if found != case.finds:
            yield f"{case.id} {case.about} {case.text!r}"
            yield from (f"     - {' '.join(map(str, each))}" for each in sorted(case.finds - found, key=str))
            yield from (f"     + {' '.join(map(str, each))}" for each in sorted(found - case.finds, key=str))


def told(line: str) -> None:
    """A line for whoever asked."""
    sys.stdout.write(f"{line}\n")


def main() -> None:
    """`python -m tests.corpus.scoring en development [differences]`."""
    code, half, *more = sys.argv[1:]
    if more and half != "held-out":
        told("\n".join(differences(code, half)))
    one = score(code, half)
    for key in sorted({*one.right, *one.wrong, *one.missed} if half != "held-out" else ()):
        told(f"  {key[0]:30}{key[1]:14}{one.right[key]:4} right {one.wrong[key]:4} wrong {one.missed[key]:4} missed")
    told(
        f"{code} {half}: {one.cases} cases, {one.right.total()} right, {one.wrong.total()} wrong, {one.missed.total()} missed; "
        f"precision {one.precision:.3f}, recall {one.recall:.3f}; misread as present: {len(one.misread)}"
    )


if __name__ == "__main__":
    main()
