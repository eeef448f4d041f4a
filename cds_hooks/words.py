"""What does the house say, in the site's language? Texts by their id, and the names that the knowledge gives.

Texts of the front desk stand in `translations/<language>.toml`; what the knowledge says stands in its declarations in
English, and for another language in `translations/knowledge.<language>.toml`. What may not live here: sentences, and any
decision which of them is said.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from cds_hooks.families import FAMILIES
from plugin.grammar import FactText, Knowledge, Outcome, OutcomeText
from plugin.translating import spoken, texts_of, translated

__all__ = ["FAMILIES", "SOURCE_LANGUAGE", "Words", "load_words"]

SOURCE_LANGUAGE: Final = "en"
"""The language of the declarations: its file says which texts there are."""

_FOLDER: Final = Path(__file__).parent / "translations"
_FOR_THE_KNOWLEDGE: Final = ("value.", "drug.", "unit.", "writing.")
"""What the knowledge cannot name itself: codes, drugs and units of the record, and how numbers are written."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Words:
    """All texts of one language. `words("card.closing")`; placeholders are filled with what is given, as it is."""

    language: str
    knowledge: Knowledge
    """What the knowledge says in this language: the same declarations, other words."""
    texts: Mapping[str, str]
    outcomes: Mapping[Outcome, OutcomeText]
    facts: Mapping[str, FactText]
    years: Mapping[str, int]
    unverified: frozenset[str]

    def __call__(self, text_id: str, /, **values: object) -> str:
        """The text with this id. Raises KeyError for an unknown id or placeholder; tests prove that there is none."""
        return self.texts[text_id].format_map(values)

    @property
    def knowledge_version(self) -> str:
        """The version of the knowledge."""
        return self.knowledge.version

    @property
    def starts_small(self) -> bool:
        """May a sentence begin small behind a semicolon?"""
        return self("writing.small-start") == "yes"

    def name(self, family: str, code: str) -> str:
        """The name of a code, from one of the FAMILIES."""
        return self.texts[f"{family}.{code}"]

    def value(self, code: str) -> str:
        """A coded value of the record in words; as it is where it needs none (an epidural grade)."""
        return self.texts.get(f"value.{code}", code)

    def drug(self, name: str) -> str:
        """A drug's international name as this language writes it."""
        return self.texts.get(f"drug.{name}", name)

    def number(self, value: float) -> str:
        """A number with this language's decimal mark."""
        return str(value).replace(".", self("writing.decimal"))

    def problem(self, said: str) -> str:
        """What was wrong with an entry of the record; what stands before a colon may be a code or a test's name."""
        whole = self.texts.get(f"problem.{said}")
        if whole is not None:
            return whole
        about, colon, problem = said.partition(": ")
        return f"{self.texts.get(f'problem.{about}', about)}{colon}{self.texts.get(f'problem.{problem}', problem)}"

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


def load_words(language: str, knowledge: Knowledge) -> Words:
    """One language. Raises LookupError where there are no texts in it, ValueError where one is missing or too many."""
    texts = _desk(language)
    more = {text_id: text for text_id, text in texts.items() if text_id.startswith(_FOR_THE_KNOWLEDGE)}
    if language == SOURCE_LANGUAGE:
        said = spoken(knowledge, more)
    else:
        said = translated(knowledge, _of_the_knowledge(language, knowledge), more)
    return Words(
        language=language,
        knowledge=said,
        texts=texts,
        outcomes={each.outcome: each for each in said.outcomes},
        facts={each.fact: each for each in said.facts},
        years={each.id: each.year for each in said.sources if each.year is not None},
        unverified=frozenset(each.id for each in said.sources if not each.verified),
    )


def _desk(language: str) -> Mapping[str, str]:
    """The front desk's own texts: those of the families, and the ids of the English file."""
    texts = _read(_FOLDER / f"{language}.toml", language)
    in_families = {f"{family}.{code}" for family, codes in FAMILIES.items() for code in codes}
    source = _read(_FOLDER / f"{SOURCE_LANGUAGE}.toml", SOURCE_LANGUAGE) if language != SOURCE_LANGUAGE else texts
    sentences = {text_id for text_id in source if text_id.partition(".")[0] not in FAMILIES}
    _whole(f"{language}.toml", texts, in_families | sentences)
    return texts


def _of_the_knowledge(language: str, knowledge: Knowledge) -> Mapping[str, str]:
    file = _FOLDER / f"knowledge.{language}.toml"
    texts = _read(file, language)
    _whole(file.name, texts, texts_of(knowledge).keys())
    return texts


def _whole(file: str, texts: Mapping[str, str], wanted: Iterable[str]) -> None:
    holes = sorted(texts.keys() ^ set(wanted))
    if holes:
        raise ValueError(f"{file}: missing or unknown: {', '.join(holes)}")


def _read(file: Path, language: str) -> Mapping[str, str]:
    if not file.is_file():
        known = ", ".join(sorted(each.stem for each in _FOLDER.glob("*.toml") if "." not in each.stem))
        raise LookupError(f"no texts in language {language!r}; there are: {known}")
    return dict(_flat(tomllib.loads(file.read_text(encoding="utf-8"))))


def _flat(tree: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", str(value)
