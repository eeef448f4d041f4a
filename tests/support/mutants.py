"""Small changes of the knowledge, one at a time and undone afterwards: what a story or a proof must notice.

Declarations are frozen and refer to each other by identity, so a mutant is made in place for as long as it is looked at. What
may not live here: which changes are tried (`tests/mutation`), and what notices them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from plugin.grammar.expressions import criteria_in


@dataclass(frozen=True, slots=True)
class Mutant:
    """One declaration with one field changed, in words and in fact."""

    id: str
    declaration: object
    field: str
    value: object
    about: tuple[str, ...] = ()
    """Ids that a story which touches the declaration names."""

    @contextmanager
    def in_force(self) -> Iterator[None]:
        """The knowledge so changed, for as long as this lasts."""
        with changed(self.declaration, self.field, self.value):
            yield


@contextmanager
def changed(declaration: object, field: str, value: object) -> Iterator[None]:
    """A frozen declaration with another value in a field, put back at the end."""
    before = getattr(declaration, field)
    object.__setattr__(declaration, field, value)
    criteria_in.cache_clear()
    try:
        yield
    finally:
        object.__setattr__(declaration, field, before)
        criteria_in.cache_clear()
