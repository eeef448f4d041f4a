"""Every attack with a token, and the tokens that must be let in by the same machinery.

Most attacks are signed with the EHR's own key, as if it were stolen or careless: what is refused is then the one thing that
is wrong. What may not live here: how they are played (`playing`).
"""

from __future__ import annotations

from typing import Final

from tests.attacks import token_claims, token_forms, token_keys
from tests.attacks.attack import Control, alone
from tests.attacks.forging import AT_CLINIC, EHR, EHR_PSS, EHR_RSA, OF_NORTH, SHARED, Forge
from tests.support.doors import PUBLIC_URL, SERVICE

HERE: Final = PUBLIC_URL + SERVICE


def _as_epic(forge: Forge) -> str:
    """A life of 15 minutes that begins before it was made, `sub`, and a jku (5.1)."""
    said = forge.claims(nbf=forge.after(-300), exp=forge.after(900), sub="client-1")
    return EHR_RSA.token(said, jku="https://ehr.hospital.example/jwks")


ATTACKS: Final = (
    *token_forms.WITHOUT,
    *token_forms.FORM,
    *token_keys.ALGORITHM,
    *token_keys.KEYS,
    *token_claims.CLAIMS,
    *token_claims.REPLAY,
)

CONTROLS: Final = (
    Control("ES384, key of a file", lambda f: EHR.token(f.claims())),
    Control("RS384, key of a file", lambda f: EHR_RSA.token(f.claims())),
    Control("PS384, key of a file", lambda f: EHR_PSS.token(f.claims())),
    Control("ES384, key of a published set", Forge.at_clinic),
    Control("the same, naming the listed set", lambda f: f.at_clinic(AT_CLINIC, jku=f.clinic.address)),
    Control("aud with a slash at its end", lambda f: f.good(aud=f"{HERE}/")),
    Control("aud as a list", lambda f: f.good(aud=["https://other.example", HERE])),
    Control("as Epic writes it", _as_epic),
    Control("a life of exactly an hour", lambda f: f.good(exp=f.after(3600))),
    Control("a clock that is 60 s ahead", lambda f: f.good(iat=f.after(60), nbf=f.after(60))),
    Control("expired 59 s ago", lambda f: f.good(iat=f.after(-300), exp=f.after(-59))),
    Control("the other listed tenant", lambda f: f.good(tenant="south")),
    Control("a tenant of an issuer that two clients share", lambda f: OF_NORTH.token(f.claims(SHARED))),
    Control("brings a certificate, which is not looked at", lambda f: f.headed(x5c=["MIIB"], x5t="x")),
    Control("a token of 10 KB", lambda f: f.good(pad="x" * 7500)),
    Control("typ in other case", lambda f: f.headed(typ="jwt")),
    Control("scheme in other case", Forge.good, lambda token: alone(f"bEARER {token}")),
)
