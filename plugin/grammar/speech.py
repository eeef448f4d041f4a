"""How is it said? The sentences that belong to no declaration, and their words in the language that is spoken.

Every text of the knowledge is declared in English. `Speech` holds another language's texts by id; what it does not hold is
said as it is declared. What may not live here: texts, and files that hold them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from plugin.grammar.items import Item, Threshold


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A sentence, or a form that is filled in, that a clinician may read and that belongs to no single rule."""

    id: str
    words: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Speech:
    """The language that is spoken: id of a text -> its words there. Codes stand under `value.`, drugs under `drug.`, units
    under `unit.`, and the decimal mark under `writing.decimal`.
    """

    texts: Mapping[str, str] = field(default_factory=dict)

    def text(self, text_id: str, declared: str) -> str:
        """The text with this id, as it is declared where the language has none of its own."""
        return self.texts.get(text_id, declared)

    def say(self, saying: Saying, **values: object) -> str:
        """A saying with its placeholders filled in."""
        return self.texts.get(f"saying.{saying.id}", saying.words).format_map(values)

    def name(self, item: Item[Any]) -> str:
        """What an item of the record is called."""
        return self.texts.get(_name_id(item), item.name)

    def title(self, threshold: Threshold) -> str:
        """What a number that decides says, without it: "Highest accepted INR"."""
        return self.text(f"threshold.{threshold.id}", threshold.title)

    def value(self, code: str) -> str:
        """A coded value in words."""
        return self.texts.get(f"value.{code}", code)

    def unit(self, unit: str) -> str:
        """A unit as it is read; most are read as they are written."""
        return self.text(f"unit.{unit}", unit)

    def drug(self, name: str) -> str:
        """A drug's international name as this language writes it."""
        return self.text(f"drug.{name}", name)

    def number(self, value: float) -> str:
        """A number as it is read: 10, 1.8 or 1,8."""
        return f"{value:g}".replace(".", self.texts.get("writing.decimal", "."))


@cache  # of the few items of the knowledge; a name is said for nearly every row of the evidence
def _name_id(item: Item[Any]) -> str:
    return f"name.{item.key}"
