"""Until tokens can be verified, production trusts nobody."""

import pytest

from cds_hooks import trust
from cds_hooks.failures import NotTrusted
from cds_hooks.site import Mode, Site


@pytest.mark.parametrize("header", [None, "", "Bearer", "Bearer a.b.c", "bearer a.b.c", "Basic dTpw"])
def test_J1_production_refuses_every_call(header: str | None) -> None:
    with pytest.raises(NotTrusted):
        trust.caller(Site(mode=Mode.PRODUCTION), header)


@pytest.mark.parametrize("header", [None, "Bearer a.b.c"])
def test_development_asks_for_no_token(header: str | None) -> None:
    assert trust.caller(Site(mode=Mode.DEVELOPMENT), header) is None
