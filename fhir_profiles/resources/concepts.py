"""What does a CodeableConcept, a Quantity or an extension say? Read tolerantly from plain JSON.

What may not live here: particular codes and units.
"""

from __future__ import annotations

from typing import NamedTuple

from fhir_profiles.resources.shape import Json, member, members, number, word


class Coding(NamedTuple):
    """One coding; `key` is what code sets and maps are asked with."""

    system: str
    code: str
    display: str

    @property
    def key(self) -> tuple[str, str]:
        return self.system, self.code


class Quantity(NamedTuple):
    """A measured value. `units` holds its coded unit, if any, and the unit in words; one of them must be a known one.

    `comparator` is "<", "<=", ">=", ">" or empty.
    """

    value: float
    units: tuple[str, ...]
    comparator: str


def codings(concept: object) -> tuple[Coding, ...]:
    """The codings of a CodeableConcept, or of a bare Coding; those without a code are left out."""
    if not isinstance(concept, dict):
        return ()
    found = []
    for each in members(concept, "coding") or ((concept,) if "code" in concept else ()):
        code = each.get("code")
        if isinstance(code, str) and (code := code.strip()):
            system, display = each.get("system"), each.get("display")
            known = system.strip() if isinstance(system, str) else ""
            found.append(Coding(known, code, display if isinstance(display, str) and display.strip() else ""))
    return tuple(found)


def texts(concept: object) -> tuple[str, ...]:
    """The words of a CodeableConcept: its text, then the displays of its codings."""
    if not isinstance(concept, dict):
        return ()
    found = [concept.get("text"), concept.get("display")]
    if "coding" in concept:
        found += [coding.get("display") for coding in members(concept, "coding")]
    return tuple([each for each in found if isinstance(each, str) and each.strip()])


def is_blank(concept: object) -> bool:
    """Whether a concept says nothing at all: another type, or neither text nor any coding with a code or a display."""
    if not isinstance(concept, dict):
        return True
    if word(concept, "text"):
        return False
    return not any(word(each, "code") or word(each, "display") for each in (concept, *members(concept, "coding")))


def quantity(value: object) -> Quantity | None:
    """A Quantity with a number in it; None for anything else."""
    if not isinstance(value, dict) or (amount := number(value, "value")) is None:
        return None
    written = (value.get("code"), value.get("unit"))
    units = tuple([unit for each in written if isinstance(each, str) and (unit := each.strip())])
    return Quantity(amount, units, word(value, "comparator") or "")


def extensions(resource: Json, url: str) -> tuple[Json, ...]:
    """The extensions with this address, in their order."""
    if "extension" not in resource:
        return ()
    return tuple(each for each in members(resource, "extension") if each.get("url") == url)


def notes(resource: Json) -> tuple[str, ...]:
    """The text of every Annotation in `note`."""
    return tuple(text for each in members(resource, "note") if (text := word(each, "text")))


def status_code(resource: Json, name: str) -> str | None:
    """The code of a status that is written as a CodeableConcept (`clinicalStatus`), or as a bare code (`status`)."""
    bare = word(resource, name)
    if bare is not None:
        return bare
    found = codings(member(resource, name))
    return found[0].code if found else None
