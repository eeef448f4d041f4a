"""The page of refused instances: what our profiles refuse, each wrong in one way. Written with the definitions.

What may not live here: the instances (`tests.support.refused`), and the judge (HL7's engine, in `tests/servers`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from plugin.explain import markdown as md
from tests.support.refused import GONE, Refused, good, refused

FILE = Path(__file__).parent / "reference" / "refused-instances.md"
_WHAT = """Each row is a valid instance that was changed in one way; each must be refused by the profile. `make test` asks HL7's
validation engine for every one of them where it finds Java, and the engine's answer must contain the last column. The profiles:
`fhir_profiles/definitions/StructureDefinition-*.json`."""


def page() -> str:
    """The whole page."""
    blocks = [block for name, one in good().items() for block in _section(name, one)]
    return "\n\n".join(("# Refused instances", _WHAT, f"Rows in all: **{len(refused())}**.", *blocks)) + "\n"


def _section(name: str, one: dict[str, Any]) -> Iterator[str]:
    yield f"## {name[:1].upper()}{name[1:]}"
    yield f"Profile `{one['meta']['profile'][0].rpartition('/')[2]}`."
    rows = [each for each in refused() if each.of == name]
    yield md.table(("what is wrong", "changed", "refused with"), (_row(each) for each in rows))


def _row(each: Refused) -> tuple[str, str, str]:
    changed = "<br>".join(f"`{path}` {_value(value)}" for path, value in each.changes)
    return each.what, changed, f"`{each.says}`"


def _value(value: Any) -> str:
    if value == GONE:
        return "taken away"
    said = json.dumps(value, ensure_ascii=False).replace("|", "\\|")
    return f"= `{said}`"
