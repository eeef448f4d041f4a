"""What must a token be? Read strictly, then its signature, its audience and its times are checked (J2-J6, J10, J14).

Every check takes what it is checked against as an argument: the key, the accepted addresses, the moment. What may not live
here: where keys come from (``keys``), and who of our clients the issuer is (``gate``). Nothing that a token names is fetched,
and a key that it brings along (``jwk``, ``x5c``, ``x5u``) is never looked at.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, Final, NoReturn, TypeGuard

from jwt import PyJWK, PyJWS, PyJWTError

from cds_hooks.failures import NotTrusted
from cds_hooks.trust.reasons import Reason

MAX_LENGTH: Final = 16 * 1024
"""Characters of an Authorization header; tokens of EHRs have about one thousand."""
LEEWAY_S: Final = 60
"""How far the clocks of an EHR and of ours may be apart."""
MAX_LIFE_S: Final = 60 * 60
"""From ``iat`` to ``exp`` (J10). Epic's live 15 minutes, the sandbox's 5."""

_LONGEST_TEXT: Final = 1024
"""Of anything that is compared, remembered or noted."""
_LAST_MOMENT: Final = 100_000_000_000
"""Seconds since 1970, in the year 5138: later ones are no dates but attempts to overflow something."""
_COMPACT: Final = re.compile(r"([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]*)")
_MUST_BE_UNDERSTOOD: Final = frozenset({"crit", "b64"})
"""Extensions that change what is signed (RFC 7515, 4.1.11; RFC 7797). We have none."""
_SIGNATURES: Final = PyJWS()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Token:
    """What one token says, all of it of the right type, none of it believed yet. It is never written anywhere."""

    raw: str
    algorithm: str
    key_id: str
    key_address: str | None  # jku
    issuer: str
    audience: tuple[str, ...]
    expires: float
    issued: float
    not_before: float
    token_id: str
    tenant: str


def read(authorization: str | None) -> Token:
    """The token of an ``Authorization`` header. Raises NotTrusted."""
    if authorization is None:
        raise NotTrusted(Reason.MISSING)
    if len(authorization) > MAX_LENGTH:
        raise NotTrusted(Reason.LONG)
    scheme, _, raw = authorization.partition(" ")
    if scheme.lower() != "bearer":
        raise NotTrusted(Reason.MISSING)
    raw = raw.strip(" ")
    compact = _COMPACT.fullmatch(raw)
    if compact is None:
        raise NotTrusted(Reason.UNREADABLE)
    return _token(raw, _object(compact[1]), _object(compact[2]))


def check_signature(token: Token, key: PyJWK) -> None:
    """The key is bound to one algorithm, and verifies with no other. Raises NotTrusted."""
    try:
        _SIGNATURES.decode_complete(token.raw, key, [token.algorithm])
    except PyJWTError:
        raise NotTrusted(Reason.SIGNATURE) from None


def check_audience(token: Token, accepted: AbstractSet[str]) -> None:
    """One of the audiences is accepted; a slash at its end does not matter (J6). Raises NotTrusted."""
    if {each.removesuffix("/") for each in accepted}.isdisjoint(each.removesuffix("/") for each in token.audience):
        raise NotTrusted(Reason.AUDIENCE)


def check_times(token: Token, now: float) -> None:
    """It is valid now, and was not made for longer than an hour (J10). Raises NotTrusted."""
    if token.expires + LEEWAY_S <= now:
        raise NotTrusted(Reason.EXPIRED)
    if max(token.issued, token.not_before) > now + LEEWAY_S:
        raise NotTrusted(Reason.EARLY)
    if not 0 < token.expires - token.issued <= MAX_LIFE_S:
        raise NotTrusted(Reason.LIFE)


def _token(raw: str, header: dict[str, Any], claims: dict[str, Any]) -> Token:
    kind, key_address, audience = header.get("typ"), header.get("jku"), claims.get("aud")
    algorithm, key_id = header.get("alg"), header.get("kid")
    if not (_is_text(algorithm) and _is_text(key_id) and _is_text(kind) and kind.lower() == "jwt"):
        raise NotTrusted(Reason.HEADER)
    if not (key_address is None or _is_text(key_address)) or header.keys() & _MUST_BE_UNDERSTOOD:
        raise NotTrusted(Reason.HEADER)
    audience = audience if isinstance(audience, list) else [audience]
    texts = [*audience, *(claims.get(name) for name in ("iss", "jti")), claims.get("tenant", "-")]
    times = [claims.get("exp"), claims.get("iat"), claims.get("nbf", 0)]
    if not (audience and all(map(_is_text, texts)) and all(map(_is_moment, times))):
        raise NotTrusted(Reason.CLAIMS)
    return Token(
        raw=raw,
        algorithm=algorithm,
        key_id=key_id,
        key_address=key_address,
        issuer=claims["iss"],
        audience=tuple(audience),
        expires=claims["exp"],
        issued=claims["iat"],
        not_before=claims.get("nbf", 0),
        token_id=claims["jti"],
        tenant=claims.get("tenant", ""),
    )


def _is_text(value: object) -> TypeGuard[str]:
    """Without control characters, for it may come into a log, and without half characters, which no log can hold."""
    return isinstance(value, str) and 0 < len(value) <= _LONGEST_TEXT and value.isprintable()


def _is_moment(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return 0 <= value < _LAST_MOMENT  # neither NaN nor infinity is


def _object(part: str) -> dict[str, Any]:
    """One part of a token as a JSON object. Raises NotTrusted."""
    try:
        text = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)).decode()
        value = json.loads(text, object_pairs_hook=_each_once, parse_constant=_refused)
    except (ValueError, RecursionError):  # ValueError: of base64, UTF-8, JSON, and ours
        raise NotTrusted(Reason.UNREADABLE) from None
    if not isinstance(value, dict):
        raise NotTrusted(Reason.UNREADABLE)
    return value


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Of a name that stands there twice two readers may take different values (RFC 7519, 4)."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands there twice")
    return found


def _refused(constant: str) -> NoReturn:
    """``NaN`` and the like, which Python reads but JSON does not know."""
    raise ValueError(constant)
