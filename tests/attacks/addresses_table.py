"""The rows of the attack table that are about addresses: each attack played once, and what came of it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.attacks.addresses import ATTACKS, Attack
from tests.attacks.world import Result, world


def rows() -> list[tuple[Attack, Result]]:
    """In the order of their declaration."""
    with TemporaryDirectory() as folder, world(Path(folder)) as there:
        return [(attack, there.play(attack)) for attack in ATTACKS]
