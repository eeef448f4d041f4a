"""The knowledge's sentences as they are read with the default numbers.

What may not live here: a site's own numbers (`plugin.wording` fills those in for a card).
"""

from __future__ import annotations

from plugin.explain import names
from plugin.knowledge.thresholds import THRESHOLDS

_DEFAULTS = {threshold.id: names.number(threshold.default) for threshold in THRESHOLDS}


def filled(words: str) -> str:
    """The sentence with every default number in its place."""
    return words.format_map(_DEFAULTS) if "{" in words else words
