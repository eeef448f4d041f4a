"""Keys and tokens of an EHR, made at run time; no private key lies in the tree.

What may not live here: what a token must be, and who is to trust it.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any, TypeAlias
from uuid import uuid4

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from jwt.algorithms import ECAlgorithm, RSAAlgorithm

Json = dict[str, Any]
Private: TypeAlias = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

_CURVES: dict[str, type[ec.EllipticCurve]] = {
    "P-256": ec.SECP256R1,
    "P-384": ec.SECP384R1,
    "P-521": ec.SECP521R1,
    "secp256k1": ec.SECP256K1,
}


@cache
def private_key(kind: str, owner: str = "ehr") -> Private:  # noqa: ARG001  by both it is found again
    """`kind` is a curve, or the bits of an RSA key; the same one for an owner in the whole run, as RSA keys take their time."""
    if kind in _CURVES:
        return ec.generate_private_key(_CURVES[kind]())
    return rsa.generate_private_key(public_exponent=65537, key_size=int(kind))


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """A key pair with its name and the algorithm that it signs with."""

    kid: str
    algorithm: str = "ES384"
    private: Private = field(repr=False)

    @property
    def public(self) -> Json:
        """As it stands in a key set."""
        return self.bare | {"kid": self.kid, "alg": self.algorithm, "use": "sig"}

    @property
    def bare(self) -> Json:
        """Nothing but the public key."""
        public = self.private.public_key()
        made = (
            RSAAlgorithm.to_jwk(public, as_dict=True)
            if isinstance(public, rsa.RSAPublicKey)
            else ECAlgorithm.to_jwk(public, as_dict=True)
        )
        return {name: value for name, value in made.items() if name != "key_ops"}

    def header(self, **changes: Any) -> Json:
        return changed({"alg": self.algorithm, "typ": "JWT", "kid": self.kid}, changes)

    def token(self, claims: Mapping[str, Any], **header: Any) -> str:
        """`header` replaces what is usual; None takes it away."""
        return self.signed(as_json(self.header(**header)), as_json(claims))

    def signed(self, header: bytes, claims: bytes, algorithm: str = "") -> str:
        """Any two texts with a signature below them that is right, whatever they say."""
        content = f"{segment(header)}.{segment(claims)}"
        signature = jwt.get_algorithm_by_name(algorithm or self.algorithm).sign(content.encode(), self.private)
        return f"{content}.{segment(signature)}"


def signer(kid: str = "ehr-1", algorithm: str = "ES384", *, kind: str = "", owner: str = "ehr") -> Signer:
    """A signer whose key fits the algorithm, unless another kind is asked for."""
    usual = {"ES256": "P-256", "ES384": "P-384", "ES512": "P-521"}.get(algorithm, "2048")
    return Signer(kid=kid, algorithm=algorithm, private=private_key(kind or usual, owner))


def claims(issuer: str, audience: Any, now: datetime, **changes: Any) -> Json:
    """What a usual token says: made just now, for five minutes. `changes` replaces; None takes away."""
    issued = int(now.timestamp())
    usual = {"iss": issuer, "aud": audience, "iat": issued, "exp": issued + 300, "jti": str(uuid4())}
    return changed(usual, changes)


def changed(usual: Json, changes: Mapping[str, Any]) -> Json:
    return {name: value for name, value in (usual | dict(changes)).items() if value is not None}


def key_set(*signers: Signer) -> Json:
    return {"keys": [each.public for each in signers]}


def as_json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def segment(content: bytes) -> str:
    """One part of a token."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
