"""The knowledge's sentences as they are read with the default numbers.

What may not live here: a site's own numbers and a patient's values (`plugin.wording` fills those in for a card).
"""

from __future__ import annotations

from plugin.explain import names
from plugin.knowledge.thresholds import THRESHOLDS


class _Defaults(dict[str, str]):
    """The default numbers; what only a record or a site can fill in is named in angle brackets."""

    def __missing__(self, name: str) -> str:
        return f"‹{name.replace('_', ' ')}, as recorded›"


_DEFAULTS = _Defaults(
    {each.id: "‹the site's limit›" if each.off_by_default else names.number(each.default) for each in THRESHOLDS}
)


def filled(words: str) -> str:
    """The sentence with every default number in its place."""
    return words.format_map(_DEFAULTS) if "{" in words else words
