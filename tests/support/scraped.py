"""What a service tells at `/metrics`, as numbers by name and labels.

What may not live here: which figures there should be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prometheus_client.parser import text_string_to_metric_families


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One line."""

    name: str
    labels: Mapping[str, str]
    value: float

    def has(self, **labels: str) -> bool:
        return labels.items() <= self.labels.items()


@dataclass(frozen=True, slots=True)
class Scraped:
    """One answer of `/metrics`."""

    samples: tuple[Sample, ...]

    def sum(self, name: str, **labels: str) -> float:
        """Over all lines of this name that have these labels."""
        return sum(each.value for each in self.samples if each.name == name and each.has(**labels))

    def values(self, label: str) -> set[str]:
        return {each.labels[label] for each in self.samples if label in each.labels}


def scraped(text: bytes) -> Scraped:
    return Scraped(tuple(_samples(text.decode())))


def _samples(text: str) -> Iterator[Sample]:
    for family in text_string_to_metric_families(text):
        for each in family.samples:
            yield Sample(name=each.name, labels=each.labels, value=each.value)
