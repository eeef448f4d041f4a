"""Which keys of a published set may verify what? Each key is bound to the algorithms that fit it, and to no other (J5).

What may not live here: where a set comes from and how long it is kept (``keys``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeAlias

from cryptography.exceptions import UnsupportedAlgorithm
from jwt import PyJWK, PyJWTError

Keys: TypeAlias = Mapping[tuple[str, str], PyJWK]
"""By ``kid`` and algorithm."""
Reader: TypeAlias = Callable[[object], Keys | None]
"""What makes keys of a JSON document; None when it is no key set at all."""

KEY_TYPES: Final[Mapping[str, tuple[str, str | None]]] = {
    "ES256": ("EC", "P-256"),
    "ES384": ("EC", "P-384"),
    "ES512": ("EC", "P-521"),
    "RS256": ("RSA", None),
    "RS384": ("RSA", None),
    "RS512": ("RSA", None),
    "PS384": ("RSA", None),
}
"""Type and curve of the key for each algorithm. Nothing symmetric, not "none": what is missing here verifies nothing."""
SMALLEST_RSA_BITS: Final = 2048
MOST_KEYS: Final = 100
"""Of one set; further ones are not read."""
PUBLIC_SANDBOX_X: Final = (
    0x770FC9191F2707623A5EF78DC543A5DAA93AF7D64F2CCDA7608E524D2762125F5ABC092B9B70A47D831BAEB8EBF25681
)
"""Of the public sandbox's key. Its private half lies in a public repository, so it proves nothing, whoever lists it (J16)."""

_PRIVATE: Final = frozenset({"d", "p", "q", "dp", "dq", "qi", "oth", "k"})


def reader(algorithms: Sequence[str], *, production: bool) -> Reader:
    """Reads the keys that are of use for these algorithms. In production the public sandbox's is of none."""

    def keys(document: object) -> Keys | None:
        listed = document.get("keys") if isinstance(document, dict) else None
        if not isinstance(listed, list):
            return None
        found: dict[tuple[str, str], PyJWK] = {}
        for each in listed[:MOST_KEYS]:
            if isinstance(each, dict):
                _add(found, each, algorithms)
        return {name: key for name, key in found.items() if not (production and _is_public_sandbox(key))}

    return keys


def _add(found: dict[tuple[str, str], PyJWK], jwk: dict[str, Any], algorithms: Sequence[str]) -> None:
    """The key under each algorithm that fits it; of two with one name the first counts."""
    for algorithm in algorithms:
        if _may_verify(jwk, algorithm) and (jwk["kid"], algorithm) not in found:
            key = _key(jwk, algorithm)
            if key is not None:
                found[jwk["kid"], algorithm] = key


def _may_verify(jwk: dict[str, Any], algorithm: str) -> bool:
    """Whether the key says of itself that it is for this. One whose private half was published with it proves nothing."""
    kind, curve = KEY_TYPES.get(algorithm, (None, None))
    operations = jwk.get("key_ops", ["verify"])
    return (
        kind is not None
        and jwk.get("kty") == kind
        and jwk.get("crv") == curve
        and jwk.get("alg", algorithm) == algorithm
        and jwk.get("use", "sig") == "sig"
        and isinstance(operations, list)
        and "verify" in operations
        and bool(jwk.get("kid"))
        and isinstance(jwk["kid"], str)
        and _PRIVATE.isdisjoint(jwk)
    )


def _is_public_sandbox(key: PyJWK) -> bool:
    return key.key_type == "EC" and bool(key.key.public_numbers().x == PUBLIC_SANDBOX_X)


def _key(jwk: dict[str, Any], algorithm: str) -> PyJWK | None:
    """The key itself; None for one that is none, or too weak."""
    try:
        key = PyJWK(jwk, algorithm)
    except (PyJWTError, UnsupportedAlgorithm):
        return None
    return key if jwk["kty"] != "RSA" or key.key.key_size >= SMALLEST_RSA_BITS else None
