"""What is there before the first call and stays until the process ends: made once, handed to every call.

What may not live here: anything of one call (`order_select`), and which application stands around it (`app`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from cds_hooks.ledger import Ledger
from cds_hooks.site import Site
from cds_hooks.trust import Gate
from cds_hooks.words import Words, load_words
from fhir_profiles.drafting import Drafter
from fhir_profiles.orderables import Orderables, read_orderables
from fhir_profiles.server import Session
from plugin.knowledge import KNOWLEDGE

Clock = Callable[[], datetime]
"""Tells the time, with its zone. Asked once for each call, so that all of a call is of one moment."""


def _utc() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What lives as long as the process: the site, its words by language, the templates, the connections, the clock, who
    is let in, and what outlives a call.
    """

    site: Site
    clock: Clock = _utc
    words: Mapping[str, Words] = field(default_factory=dict)
    drafter: Drafter = field(default_factory=lambda: Drafter(KNOWLEDGE.order_items))
    orderables: Mapping[Path | None, Orderables] = field(default_factory=lambda: {None: Orderables()})
    session: Session
    ledger: Ledger
    gate: Gate

    def begin(self) -> None:
        """As the process begins to serve: what the first call will need is looked at before it comes."""
        self.ledger.begin()
        self.gate.begin()


def open_desk(site: Site, clock: Clock = _utc) -> Desk:
    """The desk of one site, with the words of every language that its clients speak.

    Each worker opens its own: nothing is connected yet, and nothing is made twice later by two calls at once.
    """
    clients = (*site.clients, site.defaults)
    maps = {client.concept_map for client in clients}
    ledger = Ledger(site, clock)
    return Desk(
        site=site,
        clock=clock,
        session=Session(proxy=site.server.proxy),
        ledger=ledger,
        gate=Gate(site, ledger, clock),
        words={language: load_words(language, KNOWLEDGE) for language in {client.language for client in clients}},
        orderables={each: Orderables() if each is None else read_orderables(each) for each in maps},
    )
