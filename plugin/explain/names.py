"""How things are called on the pages: techniques, groups of them, states, units, recorded values, marks of the basis.

What may not live here: sentences (`phrases`), and layout (`markdown`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

from plugin.evidence import Technique
from plugin.grammar import Basis, Item, Threshold
from plugin.knowledge import criteria as ask

TECHNIQUES: Mapping[Technique, str] = {
    Technique.LASER: "laser ablation",
    Technique.RFA_BIPOLAR: "bipolar RFA",
    Technique.RFA_MONO: "monopolar RFA",
    Technique.CRYO: "cryoablation",
    Technique.CHEM: "chemical ablation (alcohol)",
    Technique.CAV: "cavitation (coblation)",
    Technique.CEMENT: "cementoplasty",
}
_GROUPS: tuple[tuple[tuple[Technique, ...], str], ...] = (
    (tuple(Technique), "any technique"),
    (ask.THERMAL, "a thermal technique (laser, RFA, cryoablation)"),
    (ask.HEAT, "a heating technique (laser, RFA)"),
    (ask.RFA, "RFA"),
)
BASIS: Mapping[Basis, str] = {
    Basis.SEED: "**[seed]** the source deck",
    Basis.SEED_AND_BEYOND: "**[seed+X]** the source deck, sharpened by another source or by our own choice",
    Basis.BEYOND: "**[X]** outside the source deck",
    Basis.OURS: "**[ours]** our own choice, in no source",
    Basis.UNVERIFIED: "**[unverified]** could not be read in its source",
}
_UNITS = {"Cel": "°C", "10*9/L": "× 10⁹/L", "d": "days", "h": "hours", "1": "", "%": "%"}
_SHORT = {"inr": "INR", "sins": "SINS", "escc": "ESCC", "egfr": "eGFR", "nsaid": "NSAID", "pmma": "PMMA", "1c": "1c"}


def number(value: float) -> str:
    """A number as it is read: 10, 1.8."""
    return f"{value:g}"


def with_unit(value: float, unit: str) -> str:
    """A number with its unit as it is read: 42 °C, 50 × 10⁹/L."""
    return f"{number(value)} {_UNITS.get(unit, unit)}".strip()


def threshold(bound: Threshold) -> str:
    """A threshold's default with its unit."""
    return with_unit(bound.default, bound.unit)


def any_of(names: Iterable[str]) -> str:
    """Joined as in: a; a or b; a, b or c."""
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last


def all_of(names: Iterable[str]) -> str:
    """Joined as in: a; a and b; a, b and c."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def techniques(which: tuple[Technique, ...]) -> str:
    """Techniques in words; RFA stands for its two forms, a group of them for all its members."""
    for group, name in _GROUPS:
        if set(group) == set(which):
            return name
    rfa = "RFA" if set(ask.RFA) <= set(which) else ""
    rest = [TECHNIQUES[t] for t in which if not (rfa and t in ask.RFA)]
    return any_of([*([rfa] if rfa else []), *rest])


def value(recorded: object) -> str:
    """A recorded value in words."""
    if isinstance(recorded, bool):
        return "yes" if recorded else "no"
    if isinstance(recorded, Enum):
        return str(recorded.value).replace("-", " ")
    return str(recorded)


def item(asked: Item[Any]) -> str:
    """An item of the record by its name, in quotes where the name has parts of its own."""
    return f"“{asked.name}”" if "," in asked.name else asked.name


def question(criterion: str) -> str:
    """The short name of a question, from its id: "neural structure close"."""
    return " ".join(_SHORT.get(word, word) for word in criterion.split("-"))


def limit(asked: Item[Any]) -> str:
    """How old a fact of this item may be, in words; "" without a limit."""
    bound = asked.days or asked.hours
    if bound is None:
        return ""
    return f"not older than {threshold(bound)}"
