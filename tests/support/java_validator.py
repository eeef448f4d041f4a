"""Is this valid R4, and valid by our own profiles? Asked of HL7's own validation engine, all resources in one Java run.

It finds what the two validators of `validators` cannot: narrowed references, value types inside slices, unknown profiles.
What may not live here: which resources are to be valid.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tests.support.calls import Json
from tests.support.installed import SERVERS, command, java_project

_MINUTES = 15
_NAMED = re.compile(r"([A-Z][A-Za-z]+)/[A-Za-z0-9.-]+")
_FAULTS = ("error", "fatal")


def faults(resources: Sequence[Json], definitions: Iterable[Path] = ()) -> list[list[str]]:
    """What is wrong with each resource, in the same order; warnings are left out.

    `definitions` are folders whose profiles, value sets, code systems and questionnaires are known. Raises Missing without
    Java or Maven.
    """
    java = command("java", "version 17 or later; the validator runs on it")
    built = java_project(SERVERS / "hapi")
    arguments = [java, "-Xmx2g", "-XX:+UseSerialGC", "-cp", f"{built / 'classes'}:{built / 'lib'}/*", "FhirValidation"]
    lines = "\n".join(json.dumps(_with_types(resource)) for resource in resources)
    done = subprocess.run(
        [*arguments, *map(str, definitions)],
        input=lines,
        capture_output=True,
        text=True,
        timeout=_MINUTES * 60,
        check=False,
    )
    outcomes = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(outcomes) == len(resources), done.stderr[-2000:]
    return [[_told(issue) for issue in outcome["issue"] if issue["severity"] in _FAULTS] for outcome in outcomes]


def _with_types(value: Any) -> Any:
    """Every reference such as `Patient/1` with its type said: what is not said the engine would have to look up."""
    if isinstance(value, list):
        return [_with_types(each) for each in value]
    if not isinstance(value, dict):
        return value
    named = _NAMED.fullmatch(str(value.get("reference", "")))
    told = {"type": named[1]} if named else {}
    return told | {name: _with_types(each) for name, each in value.items()}


def _told(issue: Json) -> str:
    return f"{', '.join(issue.get('location', ())[:1])}: {issue.get('diagnostics', '')}"
