"""A token that the public sandbox made itself, in July 2020, for the discovery of a service on somebody's machine.

Its header and claims word for word, its signature, and the public key that the sandbox has published ever since. What may not
live here: its private key, though that is public too.
"""

from __future__ import annotations

from tests.support.signing import Json, as_json, segment

ISSUER = "https://sandbox.cds-hooks.org"
PATH = "/cds-services"
HEADER: Json = {
    "alg": "ES384",
    "typ": "JWT",
    "kid": "44823f3d-0b01-4a6c-a80e-b9d3e8a7226f",
    "jku": "https://sandbox.cds-hooks.org/.well-known/jwks.json",
}
CLAIMS: Json = {
    "iss": ISSUER,
    "aud": "http://127.0.0.1:8000/cds-services",
    "exp": 1594230900,
    "iat": 1594230600,
    "jti": "efb3773d-3a28-43e2-9fbc-b936a9ae388b",
}
SIGNATURE = (
    "Cbey3n5NkDRoCLHZ2WMFc1z_RY8Rlq5oGxdAYfbrBPMiJXLCwjbYoU0av2CQj-Ol"
    "hbnpe7Vs8vzJ5oHP5gc2-0ooc5J49t4Uz9iYKpiM9KLUrqaJe0umc_klM2-ynHAI"
)
TOKEN = f"{segment(as_json(HEADER))}.{segment(as_json(CLAIMS))}.{SIGNATURE}"
PUBLIC_KEY: Json = {
    "kty": "EC",
    "use": "sig",
    "crv": "P-384",
    "kid": HEADER["kid"],
    "x": "dw_JGR8nB2I6XveNxUOl2qk699ZPLM2nYI5STSdiEl9avAkrm3CkfYMbrrjr8laB",
    "y": "Sm3mLE-n1zYNla_aiE3cb3nZsL51RbC7ysw3q8aJLxGm-hx79RPMYpITDjp7kgzy",
    "alg": "ES384",
}
