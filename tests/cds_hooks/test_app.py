"""What the wiring itself settles: one application per site, and where its lines of log go."""

import logging

import pytest

from cds_hooks.app import create_app
from cds_hooks.site import Mode, Site


def test_no_address_is_ever_redirected() -> None:
    ehr = create_app(Site()).test_client()
    for path in ("/cds-services/", "//cds-services", "/cds-services//", "/livez/"):
        assert ehr.get(path).status_code in (200, 404)


def test_the_log_has_one_handler_however_many_applications() -> None:
    before = len(logging.getLogger("spinal_cds").handlers)
    create_app(Site())
    create_app(Site())
    assert len(logging.getLogger("spinal_cds").handlers) == max(before, 1)


@pytest.mark.parametrize("mode", list(Mode))
def test_nothing_is_served_but_what_is_listed(mode: Mode) -> None:
    app = create_app(Site(mode=mode))
    served = {rule.rule for rule in app.url_map.iter_rules()}
    assert {rule for rule in served if rule != "/" and not rule.startswith("/workbench/")} == {
        "/cds-services",
        "/cds-services/spinal-tumour-order-select",
        "/cds-services/spinal-tumour-order-select/feedback",
        "/cds-services/spinal-tumour-order-sign",
        "/cds-services/spinal-tumour-order-sign/feedback",
        "/fhir/<kind>",
        "/fhir/<kind>/<identifier>",
        "/fhir/metadata",
        "/livez",
        "/metrics",
        "/openapi.json",
        "/picture/<outcome>.svg",
        "/readyz",
    }
    assert (served & {"/", "/workbench/call/<name>"} == set()) == (mode is Mode.PRODUCTION)
