"""Until tokens can be verified, production trusts nobody."""

from datetime import UTC, datetime

import pytest

from cds_hooks.failures import NotTrusted
from cds_hooks.ledger import Ledger
from cds_hooks.site import Mode, Site
from cds_hooks.trust import Gate


def gate(mode: Mode) -> Gate:
    site = Site(mode=mode)
    return Gate(site, Ledger(site), lambda: datetime.now(UTC))


@pytest.mark.parametrize("header", [None, "", "Bearer", "Bearer a.b.c", "bearer a.b.c", "Basic dTpw"])
def test_J1_production_refuses_every_call(header: str | None) -> None:
    with pytest.raises(NotTrusted):
        gate(Mode.PRODUCTION).caller(header, "/cds-services/x")


@pytest.mark.parametrize("header", [None, "Bearer a.b.c"])
def test_development_asks_for_no_token(header: str | None) -> None:
    assert gate(Mode.DEVELOPMENT).caller(header, "/cds-services/x").client is None
