"""What an attacker has, and what the EHRs have: keys of both, and tokens that are right but for one thing.

What may not live here: which attacks there are (`tokens`).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import string
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from tests.support.doors import ISSUER, PUBLIC_URL, SERVICE, Clock
from tests.support.key_server import KeyServer
from tests.support.signing import Json, Signer, as_json, claims, key_set, segment, signer

CLINIC = "https://clinic.hospital.example"
SHARED = "https://shared.example"
SANDBOX = "https://sandbox.cds-hooks.org"
EVIL = "https://evil.example"
CANARY = "CANARY"
"""Stands in everything that an attacker writes; afterwards it is looked for in every log."""

EHR = signer("ehr-1")
EHR_RSA = signer("ehr-2", "RS384")
EHR_PSS = signer("ehr-3", "PS384", owner="ehr pss")
WEAK = signer("weak-1", "RS384", kind="1024")
FOR_ENCRYPTION = signer("enc-1", owner="ehr encryption")
LEAKED = signer("leaked-1", owner="ehr leaked")
AT_CLINIC = signer("clinic-1", owner="clinic")
OF_NORTH, OF_SOUTH = signer("north-1", owner="north"), signer("south-1", owner="south")
OF_SANDBOX = signer("sandbox-1", owner="our own sandbox")
STRANGER = signer("ehr-1", owner="stranger")
STRANGER_RSA = signer("ehr-2", "RS384", owner="stranger")
SHARED_SECRET = secrets.token_urlsafe(32)
GROUP_ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973
"""Of P-384."""


def ehr_keys() -> Json:
    """The key file of the first EHR: what is right, and beside it what must not be used."""
    private: Any = LEAKED.private.private_numbers()
    leaked = LEAKED.public | {"d": segment(int(private.private_value).to_bytes(48, "big"))}
    symmetric = {"kty": "oct", "kid": "oct-1", "k": SHARED_SECRET, "alg": "HS256"}
    encryption = FOR_ENCRYPTION.public | {"use": "enc"}
    right = key_set(EHR, EHR_RSA, EHR_PSS)["keys"]
    return {"keys": [symmetric, encryption, leaked, WEAK.public, *right]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Forge:
    """`clinic` is the server that publishes the keys of the second EHR."""

    clock: Clock
    clinic: KeyServer

    def claims(self, issuer: str = ISSUER, /, **changes: Any) -> Json:
        """All right, for the hook's address, from a tenant that is listed. None takes a claim away."""
        usual = {"tenant": "north", "jti": f"{CANARY}-{uuid4()}"}
        return claims(issuer, PUBLIC_URL + SERVICE, self.clock.now, **(usual | changes))

    def after(self, seconds: float) -> int:
        return int(self.clock.now.timestamp() + seconds)

    def good(self, by: Signer = EHR, /, **changes: Any) -> str:
        """A token of the first EHR whose claims are changed; its signature is always right."""
        return by.token(self.claims(**changes))

    def headed(self, by: Signer = EHR, /, **header: Any) -> str:
        """A token of the first EHR whose header is changed; its signature is right for the signer."""
        return by.token(self.claims(), **header)

    def at_clinic(self, by: Signer = AT_CLINIC, /, **header: Any) -> str:
        """A token of the second EHR, whose keys are published."""
        return by.token(self.claims(CLINIC), **header)

    def with_texts(self, *, header: bytes = b"", said: bytes = b"") -> str:
        """Header or claims as they stand, signed by the EHR's own key."""
        return EHR.signed(header or as_json(EHR.header()), said or as_json(self.claims()))

    def unsigned(self, **header: Any) -> str:
        return self.headed(**header).rpartition(".")[0] + "."

    def signed_with_secret(self, secret: bytes, digest: str, **header: Any) -> str:
        """HMAC: the old trick is to take the public key for the secret."""
        content = self.headed(**header).rpartition(".")[0]
        return f"{content}.{segment(hmac.new(secret, content.encode(), getattr(hashlib, digest)).digest())}"

    def with_signature(self, signature: bytes, by: Signer = EHR) -> str:
        return f"{by.token(self.claims()).rpartition('.')[0]}.{segment(signature)}"


def pem(one: Signer) -> bytes:
    return _encoded(one, serialization.Encoding.PEM)


def der(one: Signer) -> bytes:
    return _encoded(one, serialization.Encoding.DER)


def _encoded(one: Signer, encoding: serialization.Encoding) -> bytes:
    return one.private.public_key().public_bytes(encoding, serialization.PublicFormat.SubjectPublicKeyInfo)


def numbers_of(token: str) -> tuple[int, int]:
    """R and s of an ES384 signature."""
    raw = signature_of(token)
    return int.from_bytes(raw[:48], "big"), int.from_bytes(raw[48:], "big")


def raw_signature(r: int, s: int) -> bytes:
    return r.to_bytes(48, "big") + s.to_bytes(48, "big")


def der_signature(token: str) -> bytes:
    return encode_dss_signature(*numbers_of(token))


def signature_of(token: str) -> bytes:
    return part_of(token, 2)


def part_of(token: str, number: int) -> bytes:
    part = token.split(".")[number]
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def other_spelling(token: str) -> str:
    """The same bytes of an RSA signature, spelt otherwise: four bits of its last letter stand for nothing."""
    letters = f"{string.ascii_uppercase}{string.ascii_lowercase}{string.digits}-_"
    return token[:-1] + letters[letters.index(token[-1]) ^ 1]


def with_name_twice(text: bytes, name: str, value: object) -> bytes:
    """A JSON object that says the same name once more, at its end."""
    return text[:-1] + b"," + as_json({name: value})[1:]
