"""Is each object valid, strictly, for a version of Kubernetes? Without a cluster and without a network.

What may not live here: what the objects mean to each other (`manifest_links`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import jsonschema
import kubernetes_validate

from tests.support.manifests import Object

VERSIONS: Final = ("1.29", "1.30", "1.31", "1.32", "1.33", "1.34")
CRDS: Final = Path(__file__).parents[1] / "deploy" / "crds"
_OPERATORS: Final = "monitoring.coreos.com/v1"


def schema_faults(objects: Sequence[Object], version: str) -> Iterator[str]:
    """What is wrong. A kind that nobody knows is: the checker itself only warns then, and would pass it."""
    for each in objects:
        name = f"{each['kind']} {each['metadata']['name']}"
        try:
            if each["apiVersion"] == _OPERATORS and _crd(each["kind"]).is_file():
                jsonschema.validate(each, _schema(each["kind"]))
                continue
            kubernetes_validate.validate(each, version, strict=True)
        except kubernetes_validate.SchemaNotFoundError as unknown:
            yield f"{name}: {unknown.message}"
        except jsonschema.ValidationError as wrong:  # the other checker's own error is one of these
            yield f"{name}: {'.'.join(map(str, wrong.path))}: {wrong.message}"


def _crd(kind: str) -> Path:
    return CRDS / f"{kind}.json"


def _schema(kind: str) -> Any:
    return json.loads(_crd(kind).read_text(encoding="utf-8"))
