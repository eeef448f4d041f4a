"""How does the self-test sign its calls, and how are its keys made? The one place where this program holds a private key.

The service itself never signs: it only checks. What may not live here: what is called (``selftest``).
"""

from __future__ import annotations

import base64
import json
import os
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Final, TypeAlias
from uuid import uuid4

import jwt
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key
from jwt.algorithms import ECAlgorithm, RSAAlgorithm

PRIVATE_FILE: Final = "selftest.pem"
PUBLIC_FILE: Final = "selftest.jwks.json"
LIFE_S: Final = 300
"""From ``iat`` to ``exp``."""

_Private: TypeAlias = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
_BY_CURVE: Final = {"secp256r1": "ES256", "secp384r1": "ES384", "secp521r1": "ES512"}
_OF_RSA: Final = "RS384"
_OWNER_ONLY: Final = 0o600
_THUMBPRINT_OF: Final = {"EC": ("crv", "kty", "x", "y"), "RSA": ("e", "kty", "n")}  # RFC 7638, 3.2


class UnusableKey(Exception):
    """A file holds no key that could sign, or one may not be written; the message says which, and nothing of a key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningKey:
    """A private key, and the algorithm that fits it."""

    algorithm: str
    key_id: str
    private: _Private = field(repr=False)

    def token(self, *, issuer: str, audience: str, now: datetime, tenant: str = "") -> str:
        """A fresh token for one call of one address."""
        issued = int(now.timestamp())
        claims = {"iss": issuer, "aud": audience, "iat": issued, "exp": issued + LIFE_S, "jti": str(uuid4())}
        if tenant:
            claims["tenant"] = tenant
        return jwt.encode(claims, self.private, self.algorithm, headers={"kid": self.key_id})

    def forged(self) -> SigningKey:
        """Another key under the same name: what it signs must be refused."""
        return SigningKey(algorithm=self.algorithm, key_id=self.key_id, private=_another(self.private))


def read_key(file: Path, key_id: str = "") -> SigningKey:
    """The key of a PEM file; without a name it has that of its own thumbprint. Raises UnusableKey."""
    try:
        private = load_pem_private_key(file.read_bytes(), password=None)
    except OSError as problem:
        raise UnusableKey(f"{file}: {problem.strerror}") from None
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise UnusableKey(f"{file}: no private key in PEM form without a password") from None
    match private:
        case ec.EllipticCurvePrivateKey() if private.curve.name in _BY_CURVE:
            algorithm = _BY_CURVE[private.curve.name]
        case rsa.RSAPrivateKey():
            algorithm = _OF_RSA
        case _:
            raise UnusableKey(f"{file}: neither an RSA key nor one of P-256, P-384 or P-521")
    return SigningKey(algorithm=algorithm, key_id=key_id or _thumbprint(private), private=private)


def make_keys(folder: Path) -> tuple[Path, Path]:
    """A new key pair: the private key as PEM for its owner only, the public one as a key set. Raises UnusableKey."""
    private = ec.generate_private_key(ec.SECP384R1())
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    public = _public(private) | {"kid": _thumbprint(private), "alg": "ES384", "use": "sig"}
    files = folder / PRIVATE_FILE, folder / PUBLIC_FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write_new(files[0], pem, _OWNER_ONLY)
        _write_new(files[1], json.dumps({"keys": [public]}, indent=2).encode() + b"\n", 0o644)
    except FileExistsError as problem:
        raise UnusableKey(f"{problem.filename} is there already; a key is never overwritten") from None
    except OSError as problem:
        raise UnusableKey(f"{problem.filename}: {problem.strerror}") from None
    return files


def _write_new(file: Path, content: bytes, mode: int) -> None:
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as opened:
        opened.write(content)


def _another(private: _Private) -> _Private:
    if isinstance(private, rsa.RSAPrivateKey):
        return rsa.generate_private_key(public_exponent=65537, key_size=private.key_size)
    return ec.generate_private_key(private.curve)


def _public(private: _Private) -> dict[str, str]:
    """The public half as it stands in a key set, without its name."""
    public = private.public_key()
    made = (
        RSAAlgorithm.to_jwk(public, as_dict=True)
        if isinstance(public, rsa.RSAPublicKey)
        else ECAlgorithm.to_jwk(public, as_dict=True)
    )
    return {name: made[name] for name in _THUMBPRINT_OF[made["kty"]]}


def _thumbprint(private: _Private) -> str:
    """RFC 7638: whoever has the key finds its name, so that nobody has to write it down."""
    content = json.dumps(_public(private), separators=(",", ":"), sort_keys=True).encode()
    return base64.urlsafe_b64encode(sha256(content).digest()).rstrip(b"=").decode()
