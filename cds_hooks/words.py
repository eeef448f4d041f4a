"""What does the house say, in the site's language? Texts by their id, and the names that the knowledge gives.

Texts of the front desk stand in `translations/<language>.toml`; what the knowledge says stands in its declarations and
is only looked up here. What may not live here: sentences, and any decision which of them is said.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

from fhir_profiles.queries import QUERIES
from fhir_profiles.server import GapReason
from plugin.answer import Kind
from plugin.evidence import (
    Allergy,
    CordSign,
    Deficit,
    DrugClass,
    ImplantedDevice,
    Infection,
    Intent,
    Matrix,
    Metal,
    Nature,
    PainCharacter,
    Part,
    Primary,
    Radiotherapy,
    Refusal,
    Side,
    Technique,
    Wall,
)
from plugin.grammar import FactText, Outcome, OutcomeText, Source, TechniqueState

_FOLDER: Final = Path(__file__).parent / "translations"

_VALUES: Final = (Allergy, CordSign, Deficit, ImplantedDevice, Infection, Intent, Matrix, Metal, Nature, PainCharacter)
_MORE_VALUES: Final = (Primary, Radiotherapy, Refusal, Wall)

FAMILIES: Final[Mapping[str, frozenset[str]]] = {
    "technique": frozenset(Technique),
    "state": frozenset(TechniqueState),
    "side": frozenset(Side),
    "part": frozenset(Part),
    "drug-class": frozenset(DrugClass),
    "kind": frozenset(kind.name for kind in Kind),
    "key": frozenset(query.key for query in QUERIES),
    "gap": frozenset(reason.name for reason in GapReason),
    "input": frozenset({"INTENT", "CANAL", "CONS", "SOFT", "SIZE", "PAIN", "DEFICIT"}),
    "answer": frozenset(
        {"yes", "no", "unknown", "curative", "palliative", "painful", "painless", "none", "root", "motor", "sphincter"}
    ),
    "topic": frozenset(
        {"indication", "question", "referral", "nocare", "hold", "conflict", "anaesthesia", "thermalprotection"}
        | {"degraded"}
    ),
    "where": frozenset({"F-02", "F-05", "F-07", "F-10", "F-12", "F-13", "F-15", "F-23", "F-25"}),
    "override": frozenset(
        {"decided-by-board", "contraindication", "patient-preference", "other-therapy", "data-wrong", "other"}
    ),
    "basis": frozenset({"BEYOND", "OURS", "UNVERIFIED"}),
    "value": frozenset(each.value for kind in (*_VALUES, *_MORE_VALUES) for each in kind),
    "unit": frozenset({"10*9/L", "Cel"}),
}
"""Texts that are looked up by a code: each family holds exactly these ids, in every language."""


class SourceLanguage(Protocol):
    """The part of `plugin.grammar.Knowledge` that is spoken: names of outcomes and facts, the sources, the version."""

    @property
    def version(self) -> str: ...
    @property
    def outcomes(self) -> tuple[OutcomeText, ...]: ...
    @property
    def facts(self) -> tuple[FactText, ...]: ...
    @property
    def sources(self) -> tuple[Source, ...]: ...


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Words:
    """All texts of one language. `words("card.closing")`; placeholders are filled with what is given, as it is."""

    language: str
    knowledge_version: str
    texts: Mapping[str, str]
    outcomes: Mapping[Outcome, OutcomeText]
    facts: Mapping[str, FactText]
    years: Mapping[str, int]
    unverified: frozenset[str]

    def __call__(self, text_id: str, /, **values: object) -> str:
        """The text with this id. Raises KeyError for an unknown id or placeholder; tests prove that there is none."""
        return self.texts[text_id].format_map(values)

    def name(self, family: str, code: str) -> str:
        """The name of a code, from one of the FAMILIES."""
        return self.texts[f"{family}.{code}"]

    def value(self, code: str) -> str:
        """A coded value of the record in words; as it is where it needs none (an epidural grade)."""
        return self.texts.get(f"value.{code}", code)

    def unit(self, unit: str) -> str:
        """A unit as it is read; most are read as they are written."""
        return self.texts.get(f"unit.{unit}", unit)

    def title(self, outcome: Outcome) -> str:
        """The name of an outcome."""
        return self.outcomes[outcome].title

    def fact(self, fact: str) -> FactText:
        """A fact's name and question; its bare number where the knowledge has no words for it."""
        return self.facts.get(fact) or FactText(fact=fact, title=fact, asks="")

    def where(self, fact: str) -> str:
        """Where in the record a deciding fact could be documented; empty for the others."""
        return self.texts.get(f"where.{fact}", "")

    def cited(self, sources: Iterable[str]) -> str:
        """Source ids with the year of the publication, where one is known (H-19), and whether its statement is unverified."""
        return ", ".join(self._cited(each) for each in sources)

    def _cited(self, source: str) -> str:
        year = f" ({self.years[source]})" if source in self.years else ""
        return f"{source}{year} {self.name('basis', 'UNVERIFIED')}" if source in self.unverified else f"{source}{year}"


def load_words(language: str, knowledge: SourceLanguage) -> Words:
    """One language. Raises LookupError where there are no texts in it, ValueError where a family has a hole."""
    file = _FOLDER / f"{language}.toml"
    if not file.is_file():
        known = ", ".join(sorted(each.stem for each in _FOLDER.glob("*.toml")))
        raise LookupError(f"no texts in language {language!r}; there are: {known}")
    texts = dict(_flat(tomllib.loads(file.read_text(encoding="utf-8"))))
    holes = sorted(_holes(texts))
    if holes:
        raise ValueError(f"{file.name}: missing or unknown: {', '.join(holes)}")
    return Words(
        language=language,
        knowledge_version=knowledge.version,
        texts=texts,
        outcomes={each.outcome: each for each in knowledge.outcomes},
        facts={each.fact: each for each in knowledge.facts},
        years={each.id: each.year for each in knowledge.sources if each.year is not None},
        unverified=frozenset(each.id for each in knowledge.sources if not each.verified),
    )


def _flat(tree: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", str(value)


def _holes(texts: Mapping[str, str]) -> Iterator[str]:
    for family, codes in FAMILIES.items():
        there = {text_id.partition(".")[2] for text_id in texts if text_id.startswith(f"{family}.")}
        yield from (f"{family}.{code}" for code in codes ^ there)
