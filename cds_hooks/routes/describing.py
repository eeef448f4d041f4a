"""What tells callers of us: discovery. It holds no patient's data and needs no token (D11)."""

from collections.abc import Callable

from flask import Flask, Response

from cds_hooks import wire
from cds_hooks.routes.calls import HOOKS, SERVICES
from cds_hooks.routes.receiving import JSON, kept
from cds_hooks.site import Site
from fhir_profiles.queries import prefetch_templates

TITLES = {
    "order-select": "Spinal tumours: percutaneous treatment",
    "order-sign": "Spinal tumours: before percutaneous treatment is signed",
}
DESCRIPTIONS = {
    "order-select": (
        "Answers orders for percutaneous treatment of spinal tumours: indication, technique, what to hold, "
        "anaesthesia and thermal protection. Not a guideline; not reviewed by a clinician."
    ),
    "order-sign": (
        "Looks once more before orders for percutaneous treatment of spinal tumours are signed: emergency, missing data, "
        "unsuitable technique, holds, conflicts, missing checklists. Not a guideline; not reviewed by a clinician."
    ),
}
USAGE = (
    "Patient and conditions are required, by prefetch or from the FHIR server. Whatever else is not supplied counts "
    "as not known, and the cards say so."
)


def register(app: Flask, site: Site) -> None:
    app.get(SERVICES)(_discovery(site))


def _discovery(site: Site) -> Callable[[], Response]:
    client = site.discovery_client()
    prefetch = prefetch_templates(frozenset(client.not_available), client.prefetch_keys)
    services = [
        wire.service(
            hook=hook,
            identifier=identifier,
            title=TITLES[hook],
            description=DESCRIPTIONS[hook],
            usage=USAGE,
            prefetch=prefetch,
        )
        for hook, (identifier, _) in HOOKS.items()
    ]
    body = wire.dump_services(services)

    def discovery() -> Response:
        return kept(body, JSON)

    return discovery
