"""Which stories reach what: given to the pages by whoever has told the stories, so that a reviewer finds an example.

What may not live here: stories themselves; the pages only name them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from plugin.answer import Answer

_FOLDER = "../../tests/stories"
_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Visits:
    """For each thing ("rule TR-08", "question CANAL", "outcome PAL_CEM", "item AN-01"): the stories, by the answer they give."""

    stories: tuple[str, ...] = ()
    reached: Mapping[str, Mapping[Answer, tuple[str, ...]]] = field(default_factory=dict)

    def of(self, thing: str, answer: Answer = Answer.YES) -> tuple[str, ...]:
        """The stories that give this answer, the most telling first."""
        return tuple(sorted(self.reached.get(thing, {}).get(answer, ()), key=lambda story: _telling(story, thing)))

    def named(self, thing: str, answer: Answer = Answer.YES) -> str:
        """A few of them with links."""
        return named(self.of(thing, answer))

    def answers(self, thing: str) -> str:
        """A few for each answer."""
        words = {Answer.YES: "yes", Answer.NO: "no", Answer.UNKNOWN: "not known"}
        said = {word: self.named(thing, answer) for answer, word in words.items()}
        return "<br>".join(f"{word}: {found}" for word, found in said.items() if found)


def named(stories: tuple[str, ...]) -> str:
    """The first few stories with links. No count: a page need not change with every story."""
    shown = ", ".join(f"[{story}]({_FOLDER}/{story.partition('/')[0]}.toml)" for story in stories[:_NAMED])
    return shown + (" …" if len(stories) > _NAMED else "")


def _telling(story: str, thing: str) -> tuple[int, str]:
    """Stories of that very name first, then the vignettes, then the others."""
    name = thing.rpartition(" ")[2].removesuffix("-UNREAD")
    rank = 0 if story.startswith((name, f"G-{name}")) else 1 if story.startswith("V-") else 2
    return rank, story
