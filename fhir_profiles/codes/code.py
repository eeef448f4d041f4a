"""What is a code, and does it belong to a set? A code with a slip of the pen is refused when the program starts.

What may not live here: any particular code (see the other files of this package). Sets are data of our own; no
terminology server is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from fhir_profiles.codes import systems

Key = tuple[str, str]
"""A coding's system and code; what codings are looked up by."""

# Verhoeff's tables: the multiplication of the dihedral group of order ten, and the powers of its permutation.
_TIMES: Final = (
    "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
    "5987604321", "6598710432", "7659821043", "8765932104", "9876543210",
)  # fmt: skip
_POWERS: Final = (
    "0123456789", "1576283094", "5803796142", "8916043527",
    "9453126870", "4286573901", "2793806415", "7046913258",
)  # fmt: skip


def _verhoeff(code: str) -> bool:
    """SNOMED CT identifiers end in a Verhoeff digit; six to eighteen digits."""
    if not re.fullmatch(r"[1-9][0-9]{5,17}", code):
        return False
    check = "0"
    for place, digit in enumerate(reversed(code)):
        check = _TIMES[int(check)][int(_POWERS[place % 8][int(digit)])]
    return check == "0"


def _mod10(code: str) -> bool:
    """LOINC numbers end in a Luhn digit behind a hyphen."""
    if not re.fullmatch(r"[0-9]{1,7}-[0-9]", code):
        return False
    digits = [int(digit) for digit in reversed(code.replace("-", ""))]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return (sum(digits[0::2]) + sum(doubled)) % 10 == 0


def _pattern(text: str) -> Callable[[str], bool]:
    compiled = re.compile(text)
    return lambda code: compiled.fullmatch(code) is not None


_ICD10CM_START: Final = r"[A-TV-Z][0-9][0-9AB]"
_CHECKS: Final[Mapping[str, Callable[[str], bool]]] = {
    systems.SNOMED: _verhoeff,
    systems.LOINC: _mod10,
    systems.ICD10CM: _pattern(_ICD10CM_START + r"(\.[0-9A-Z]{1,4})?"),
    systems.ICD10PCS: _pattern(r"[0-9A-HJ-NP-Z]{7}"),
    systems.ICDO3: _pattern(r"[89][0-9]{3}/[01236]"),
    systems.CPT: _pattern(r"[0-9]{5}"),
    systems.RXNORM: _pattern(r"[1-9][0-9]{2,7}"),
    systems.ATC: _pattern(r"[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}"),
    **dict.fromkeys(sorted(systems.OURS), _pattern(r"[a-z0-9]+(-[a-z0-9]+)*|OS-[0-9]{2}(-[A-Z_]+)?")),
}
# A group may only be named in systems whose codes nest by their beginning.
_GROUP_CHECKS: Final[Mapping[str, Callable[[str], bool]]] = {
    systems.ICD10CM: _pattern(_ICD10CM_START + r"(\.[0-9A-Z]{1,3})?"),
    systems.ATC: _pattern(r"[A-Z][0-9]{2}([A-Z]([A-Z])?)?"),
}


@dataclass(frozen=True, slots=True)
class Code:
    """One concept of one coding system, without its display: those belong to the systems' owners (H-24).

    Raises ValueError when the code cannot be one of its system (check digit or form).
    """

    system: str
    code: str

    def __post_init__(self) -> None:
        check = _CHECKS.get(self.system)
        if check is None or not check(self.code):
            raise ValueError(f"{self.code!r} is not a code of {self.system!r}")

    @property
    def key(self) -> Key:
        return self.system, self.code

    def __str__(self) -> str:
        """As in a FHIR search: `system|code`."""
        return f"{self.system}|{self.code}"


@dataclass(frozen=True, slots=True)
class Group:
    """Every code that begins so, itself included: C34 stands for C34.00 to C34.92.

    Raises ValueError when the system does not nest by beginnings, or the beginning is none of its own.
    """

    system: str
    start: str

    def __post_init__(self) -> None:
        check = _GROUP_CHECKS.get(self.system)
        if check is None or not check(self.start):
            raise ValueError(f"{self.start!r} is not a group of {self.system!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeSet:
    """A named set of codes, and of whole groups; membership is by system and code."""

    name: str
    codes: tuple[Code, ...]
    groups: tuple[Group, ...] = ()
    _keys: frozenset[Key] = field(init=False, repr=False, compare=False)
    _starts: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_keys", frozenset(code.key for code in self.codes))
        systems = {group.system for group in self.groups}
        starts = {each: tuple(group.start for group in self.groups if group.system == each) for each in systems}
        object.__setattr__(self, "_starts", starts)

    def has(self, system: str, code: str) -> bool:
        """Whether the coding is a member; asked of every coding of a chart, so it is one look-up and one comparison."""
        return (system, code) in self._keys or code.startswith(self._starts.get(system, ()))

    def __contains__(self, key: Key) -> bool:
        return key in self._keys or key[1].startswith(self._starts.get(key[0], ()))


def codes(system: str, *wanted: str) -> tuple[Code, ...]:
    """Several codes of one system."""
    return tuple(Code(system, each) for each in wanted)


def groups(system: str, *starts: str) -> tuple[Group, ...]:
    """Several groups of one system."""
    return tuple(Group(system, start) for start in starts)


def union(name: str, *parts: CodeSet) -> CodeSet:
    """One set out of several."""
    return CodeSet(
        name=name,
        codes=tuple(dict.fromkeys(chain.from_iterable(part.codes for part in parts))),
        groups=tuple(dict.fromkeys(chain.from_iterable(part.groups for part in parts))),
    )
