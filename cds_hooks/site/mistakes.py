"""What is wrong with a site file: one message per mistake, collected, never the first only.

A message names where (file or environment variable), the key, what was found and what is allowed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

SHOWN = 80  # characters of a found value


class SiteMistakes(Exception):
    """The settings cannot be used. ``mistakes`` holds one message each."""

    def __init__(self, mistakes: tuple[str, ...]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


@dataclass(slots=True, kw_only=True)
class Book:
    """The mistakes so far, and which key came from which environment variable."""

    file: str
    origins: dict[str, str] = field(default_factory=dict)
    mistakes: list[str] = field(default_factory=list)
    noted: set[str] = field(default_factory=set)

    def note(self, key: str, found: str, allowed: str, *, why: str = "") -> None:
        self.noted.add(key)
        reason = f" ({why})" if why else ""
        self.mistakes.append(f"{self._where(key)}: {key}: found {found}{reason}; allowed: {allowed}")

    def missing(self, key: str, allowed: str) -> None:
        """The key is needed and not there. If it is there with a mistake of its own, that one message is enough."""
        if key not in self.noted:
            self.note(key, "nothing", allowed)

    def unknown(self, key: str, name: str, names: Iterable[str]) -> None:
        names = tuple(names)
        near = get_close_matches(name, names, n=1)
        hint = f'unknown key, did you mean "{near[0]}"?' if near else "unknown key"
        self.note(key, f'"{name}"', ", ".join(names), why=hint)

    def bad_file(self, found: str, allowed: str) -> None:
        self.mistakes.append(f"{self.file}: the file as a whole: found {found}; allowed: {allowed}")

    def _where(self, key: str) -> str:
        """The variable that set the key or one of the tables around it, else the file."""
        around = key
        while around not in self.origins and "." in around:
            around = around.rpartition(".")[0]
        return self.origins.get(around, self.file)


def shown(value: object, *, secret: bool = False) -> str:
    """A found value for a message: short, and nothing at all of a secret."""
    if secret or _may_hold_password(value):
        return "a value that is not shown, it may be a secret"
    if isinstance(value, Mapping):
        return "a table"
    words = f'"{value}"' if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else repr(value)
    return words if len(words) <= SHOWN else words[:SHOWN] + "…"


def _may_hold_password(value: object) -> bool:
    """Whether it is, or lists, an address with a user in front."""
    return any(map(_may_hold_password, value)) if isinstance(value, list) else isinstance(value, str) and "@" in value
