"""The page of the metrics: each with what it says, its labels and their values. `make pages` writes it.

What may not live here: which metrics there are (`cds_hooks/meters/declared.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cds_hooks.meters import METERS, Meter
from cds_hooks.meters.declared import OTHER
from cds_hooks.meters.form import Across, Label, Type
from plugin.explain import markdown as md

FILE = Path(__file__).parent / "reference" / "metrics.md"
_WHAT = f"""What `GET /metrics` tells, for Prometheus. Written by `make pages` from `cds_hooks/meters/declared.py`; do not edit.

Everything that is counted of a call is counted of its line in [the trail](trail.md), so the two agree. Any worker answers for all
workers of an instance. Values of labels are of closed sets: those below, and what the site file names. Whatever else might come
is counted as `{OTHER}`. No patient data, no token and no id is in any of it.

It needs no token, so keep it inside the hospital's network: it names the issuers of the clients, the public address and the
versions, and how much is going on. Rules and a dashboard: [watch the service](../how-to/watch-the-service.md); what to do when a
rule fires: [read an alert](../how-to/read-an-alert.md).

The figures of several workers lie in a folder of its own below the temporary folder (`TMPDIR`, else `/tmp`), some hundred
kilobytes, made at the start and gone at the end. Counters begin at 0 with each start of an instance; a worker that is replaced
takes nothing with it. What a worker knows of itself (ledger, memory) may be two seconds old."""
_ACROSS = {
    Across.SUM: "sum of all workers",
    Across.LEAST: "the least of all workers",
    Across.MOST: "the most of all workers",
}


def page() -> str:
    """The whole page."""
    return "\n\n".join(("# Metrics", _WHAT, *(block for meter in METERS for block in _section(meter)))) + "\n"


def _section(meter: Meter) -> Iterator[str]:
    yield f"## {meter.name}"
    kind = meter.type.value.capitalize()
    match meter.type:
        case Type.GAUGE:
            kind = f"{kind}, {_ACROSS[meter.across]}"
        case Type.HISTOGRAM:
            kind = f"{kind}, up to {', '.join(f'{bound:g}' for bound in meter.bounds)} seconds"
        case Type.COUNTER:
            pass
    yield f"{meter.says} {kind}."
    if meter.labels:
        yield md.table(("label", "what it says", "values"), (_row(label) for label in meter.labels))


def _row(label: Label) -> tuple[str, str, str]:
    values = (
        "from the site file, or ours"
        if label.values is None
        else ", ".join(f"`{each}`" for each in sorted(label.values))
    )
    return f"`{label.name}`", label.says, values


def main() -> None:
    """Writes the page."""
    FILE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
