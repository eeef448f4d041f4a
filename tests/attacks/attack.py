"""The form of an attack with a token: what is done, how the token is made and brought, and the word the audit log must then hold.

What may not live here: which attacks there are (`tokens`), and how they are played (`playing`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from cds_hooks.trust import Reason
from tests.attacks.forging import Forge
from tests.support.doors import SERVICE

Environ: TypeAlias = Mapping[str, str]
"""What a token becomes on its way: headers as a web server hands them over."""


def bearer(token: str) -> Environ:
    return {"HTTP_AUTHORIZATION": f"Bearer {token}"}


def alone(value: str) -> Environ:
    """The whole header as it stands."""
    return {"HTTP_AUTHORIZATION": value}


def left_out(_: str) -> Environ:
    return {}


def nothing(_: Forge) -> None:
    """Between the two calls nothing happens."""


@dataclass(frozen=True, slots=True)
class Attack:
    """`row` is of the wire document. `used`: its owner has called with the token before; `between`: what happened since."""

    row: str
    id: str
    what: str
    reason: Reason
    make: Callable[[Forge], str]
    send: Callable[[str], Environ] = bearer
    path: str = SERVICE
    used: bool = False
    between: Callable[[Forge], None] = nothing


@dataclass(frozen=True, slots=True)
class Control:
    """A token that the same machinery must let in; without these the table would prove nothing."""

    id: str
    make: Callable[[Forge], str]
    send: Callable[[str], Environ] = bearer
