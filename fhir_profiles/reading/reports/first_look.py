"""Which forms of a language could stand in a text at all? A look for a few hundred stems, before any pattern is tried.

Most sentences of most reports hold nothing of ours, and every pattern that is tried costs more than this whole look. What may
not live here: the stems themselves (`languages`).
"""

from __future__ import annotations

from collections.abc import Sequence

from fhir_profiles.reading.reports.lexicon import Form, Language


def forms_for(plain: str, language: Language) -> Sequence[Form]:
    """The forms of whose stems one stands in these words, in the language's order; those without stems always."""
    look = language.first_look
    there = {stem for stem in look.stems if stem in plain}
    return [form for form, needs in look.rows if not needs or not there.isdisjoint(needs)]
