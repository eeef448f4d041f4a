"""The words that offer: items of order sets and checklists, rows of the hold table, and what each of them rests on.

Each is a form to be filled in: id, words, sources, and a question that says when it belongs. What may not live here: any
medicine, and how a set or a list is put together (`planning`).
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from plugin.answer import Kind
from plugin.evidence import DrugClass, Technique
from plugin.grammar.expressions import Expression
from plugin.grammar.items import Item, Threshold


class Basis(Enum):
    """What a rule or an item rests on (part C); what is not the deck's is shown as such."""

    SEED = "seed"
    SEED_AND_BEYOND = "seed+X"
    BEYOND = "X"
    OURS = "ours"
    UNVERIFIED = "unverified"

    @property
    def outside_the_deck(self) -> bool:
        """Nothing of it stands in the source deck."""
        return self in {Basis.BEYOND, Basis.OURS, Basis.UNVERIFIED}


@dataclass(frozen=True, slots=True, kw_only=True)
class DrugHold:
    """One row of the hold table: how long the drug is held, how long `below` a creatinine clearance (mL/min), and restart."""

    drug: str
    hold: str
    restart: str
    below: float | None = None
    low: str = ""


class ResourceKind(Enum):
    """What an order item becomes."""

    SERVICE = "ServiceRequest"
    MEDICATION = "MedicationRequest"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderItem:
    """One item of an order set (OS-01 … OS-17), the technique it stands for if any, and when it belongs to a set.

    `at_level`: it names the level of the lesion. `left_out_if` leaves the item out and says why. `shows`: items whose recorded
    values are told with it.
    `board`: it belongs to the one suggestion of a referral (contract 6). `plain`: it belongs to the one suggestion of a pathway
    without a suggested technique.
    """

    id: str
    title: str
    words: str
    when: Expression
    basis: Basis
    sources: tuple[str, ...]
    part: str = ""
    """Which part of an item that has two (OS-09: opioid and "nsaid")."""
    resource: ResourceKind = ResourceKind.SERVICE
    technique: Technique | None = None
    at_level: bool = False
    board: Expression | None = None
    plain: Expression | None = None
    left_out_if: tuple[tuple[Expression, str], ...] = ()
    notes: tuple[tuple[Expression, str], ...] = ()
    shows: tuple[Item[Any], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What the chart must hold for a line to count as done: the item settled, and by what this row asks for.

    `values`: one of these; empty: any. `kinds` and `by`: the kinds of source and the examinations that will do ("" where the
    record names none); None: any. `days`: dated, and no older than this.
    """

    item: Item[Any]
    values: tuple[Hashable, ...] = ()
    kinds: frozenset[Kind] | None = None
    by: frozenset[str] | None = None
    days: Threshold | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem:
    """One line of a checklist; shown if its condition is true or not known for at least one technique in play.

    `notes` are added where they are known to hold. `shows` are the items of the record that answer the line: what it holds of
    them is told with source, date and age. The line is ticked only if every row of `settled_by` is so and nothing is recorded
    of an item in `unless`; without a row it is never ticked, whatever the chart holds. What settles a line is our own choice.
    """

    id: str
    words: str
    when: Expression
    basis: Basis
    sources: tuple[str, ...]
    variants: tuple[tuple[Expression, str], ...] = ()
    """Other words where this is known to hold, first match wins."""
    notes: tuple[tuple[Expression, str], ...] = ()
    shows: tuple[Item[Any], ...] = ()
    drugs: tuple[DrugClass, ...] = ()
    """Of the drugs that it shows only these classes; empty: all."""
    settled_by: tuple[Settled, ...] = ()
    unless: tuple[Item[Any], ...] = ()
