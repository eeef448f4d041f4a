"""The alert rules for a cluster with the Prometheus operator: `make manifests` writes them from deploy/monitoring/alerts.yaml.

The rules are written once, for every Prometheus; the operator only wants them in an envelope of its own. What may not live here:
a rule.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import yaml

HERE: Final = Path(__file__).parent
RULES: Final = HERE.parent / "monitoring" / "alerts.yaml"
FILE: Final = HERE / "monitoring" / "prometheus-rule.yaml"
_SAID: Final = "# Made from deploy/monitoring/alerts.yaml by `make manifests`; not edited by hand.\n"


class _Readable(yaml.SafeDumper):
    """Texts of several lines as they are written, lists as kubectl prints them."""


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


_Readable.add_representer(str, _text)


def manifest(rules: str) -> str:
    """The PrometheusRule with the groups of a rules file."""
    labels = {"app.kubernetes.io/name": "spinal-tumour-cds"}
    made: dict[str, Any] = {
        "apiVersion": "monitoring.coreos.com/v1",
        "kind": "PrometheusRule",
        "metadata": {"name": "spinal-cds", "labels": labels},
        "spec": {"groups": yaml.safe_load(rules)["groups"]},
    }
    return _SAID + yaml.dump(made, Dumper=_Readable, sort_keys=False, allow_unicode=True, width=1000)


def main() -> None:
    """Writes the file."""
    FILE.write_text(manifest(RULES.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"{FILE.name}: made from {RULES.name}")


if __name__ == "__main__":
    main()
