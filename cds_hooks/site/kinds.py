"""What a value of the site file may be: a flag, a number in a range, a file ...

One function per kind; each says in words what it allows, for the message that a mistake gets. Addresses stand in
``addresses.py``; which key is of which kind in ``keys.py``; nothing here knows a key.
"""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit


class Unfit(Exception):
    """The value is not of this kind. ``why`` is given where ``allowed`` alone would not explain it."""

    def __init__(self, why: str = "") -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """``read`` takes the TOML value and the site file's folder, and returns the value we work with or raises Unfit."""

    allowed: str
    read: Callable[[object, Path], object]
    plain: bool = False  # text from the environment is taken as it stands; everything else is written as in TOML


def string(value: object) -> str:
    """The value, if it is a text. Raises Unfit."""
    if not isinstance(value, str):
        raise Unfit
    return value


def flag() -> Kind:
    def read(value: object, _: Path) -> object:
        if not isinstance(value, bool):
            raise Unfit
        return value

    return Kind(allowed="true or false", read=read)


def choice(options: Callable[[], Iterable[str]] | Iterable[str], why: str = "") -> Kind:
    """One of some words; a callable is asked anew each time (which languages exist depends on files)."""
    names = tuple(options() if callable(options) else options)

    def read(value: object, _: Path) -> object:
        if string(value) not in names:
            raise Unfit(why)
        return value

    return Kind(allowed=", ".join(f'"{name}"' for name in names), read=read, plain=True)


def number(low: float, high: float, *, whole: bool = False) -> Kind:
    def read(value: object, _: Path) -> object:
        if isinstance(value, bool) or not isinstance(value, int if whole else (int, float)):
            raise Unfit
        if not math.isfinite(value) or not low <= value <= high:
            raise Unfit
        return value

    return Kind(allowed=f"a {'whole ' if whole else ''}number from {low:g} to {high:g}", read=read)


def number_or_off(low: float, high: float) -> Kind:
    inner = number(low, high)

    def read(value: object, base: Path) -> object:
        return value if value == "off" else inner.read(value, base)

    return Kind(allowed=f'"off" or {inner.allowed}', read=read)


def fixed(value: float) -> Kind:
    """A number that is shown with the others but belongs to the knowledge: no site may set it."""

    def read(_: object, __: Path) -> object:
        raise Unfit("it is fixed and cannot be set")

    return Kind(allowed=f"nothing, the value is always {value:g}", read=read)


def text(what: str = "a text that is not empty", *, empty: bool = False) -> Kind:
    def read(value: object, _: Path) -> object:
        words = string(value)
        if not (words or empty) or words != words.strip() or not words.isprintable():
            raise Unfit
        if "*" in words:
            raise Unfit("a wildcard is not possible, each one is named")
        return words

    return Kind(allowed=what, read=read, plain=True)


def existing_file(*, empty: bool = False) -> Kind:
    def read(value: object, base: Path) -> object:
        words = string(value)
        if empty and not words:
            return None
        path = base / words
        if not words or not path.is_file():
            raise Unfit("there is no such file" if words else "")
        return path

    return Kind(allowed="an existing file; a relative path starts at the site file", read=read, plain=True)


def _has_a_good_port(address: str) -> bool:
    try:
        return urlsplit(address).port != 0
    except ValueError:
        return False


def store_url() -> Kind:
    def read(value: object, base: Path) -> object:
        words = string(value).strip()
        scheme, colon, rest = words.partition("://")
        if not colon or scheme not in ("sqlite", "postgresql+psycopg") or rest == "/" or not _has_a_good_port(words):
            raise Unfit
        if scheme == "sqlite" and rest.startswith("/") and not rest.startswith(("//", "/:")):
            return f"sqlite:///{(base / rest[1:]).absolute()}"
        return words

    return Kind(allowed='"sqlite:///FILE" or "postgresql+psycopg://..."', read=read, plain=True)


def list_of(item: Kind, *, at_least: int = 0) -> Kind:
    def read(value: object, base: Path) -> object:
        if not isinstance(value, list) or len(value) < at_least:
            raise Unfit
        items = tuple(item.read(one, base) for one in value)
        if len(set(items)) < len(items):
            raise Unfit("one entry stands there twice")
        return items

    return Kind(allowed=f"a list{' of at least one,' if at_least else ','} each entry: {item.allowed}", read=read)


def names_for(targets: tuple[str, ...]) -> Kind:
    """A table: a local name for one of ``targets``."""

    def read(value: object, _: Path) -> object:
        if not isinstance(value, Mapping) or not all(name.strip() for name in value):
            raise Unfit
        ours = [string(one) for one in value.values()]
        if unknown := [one for one in ours if one not in targets]:
            raise Unfit(f'"{unknown[0]}" is none of them')
        if len(set(ours)) < len(ours):
            raise Unfit("two local names stand for the same key")
        if shadowing := [name for name in value if name in targets and name not in ours]:
            raise Unfit(f'"{shadowing[0]}" is itself one of our keys and would get two meanings')
        return dict(value)

    return Kind(allowed=f"a table, local name = one of: {', '.join(targets)}", read=read)
