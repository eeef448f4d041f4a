"""Which forms of a language could stand in a text at all? A look for a few hundred stems, before any pattern is tried.

Most sentences of most reports hold nothing of ours, and every pattern that is tried costs more than this whole look. What may
not live here: the stems themselves (`languages`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from fhir_profiles.reading.reports.lexicon import Form, Language


class _Index(NamedTuple):
    stems: tuple[str, ...]
    rows: tuple[tuple[Form, frozenset[str]], ...]


_INDEXES: Final[dict[str, _Index]] = {}
"""By the language's code; made at its first sentence, and the same whoever makes it."""


def forms_for(plain: str, language: Language) -> Sequence[Form]:
    """The forms of whose stems one stands in these words, in the language's order; those without stems always."""
    index = _INDEXES.get(language.code) or _indexed(language)
    there = {stem for stem in index.stems if stem in plain}
    return [form for form, needs in index.rows if not needs or not there.isdisjoint(needs)]


def _indexed(language: Language) -> _Index:
    rows = tuple((form, frozenset(form.needs)) for form in language.forms)
    index = _Index(tuple(sorted({stem for _, needs in rows for stem in needs})), rows)
    _INDEXES[language.code] = index
    return index
