"""One door for every call that needs a token: ``Gate.caller`` says who calls, or raises NotTrusted.

Of a token that was not verified nothing but a fixed word may reach a log (``reasons``); of one that was, its tenant and its
id. The issuer that a trail line shows is the site file's, not the token's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from typing import Final

from cds_hooks.failures import NotTrusted
from cds_hooks.site import ClientSettings, Profile, Site, is_public_sandbox
from cds_hooks.site.addresses import normal_address
from cds_hooks.site.kinds import Unfit
from cds_hooks.trust import tokens
from cds_hooks.trust.ahead import Ahead
from cds_hooks.trust.key_sets import reader
from cds_hooks.trust.keys import KeyFile, KeySource, PublishedKeys
from cds_hooks.trust.reasons import Reason
from cds_hooks.trust.replay import SeenTokens, UsedTokens
from cds_hooks.trust.tokens import Token
from fhir_profiles.server import Session

NOT_VERIFIED: Final = "token-not-verified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who calls. ``client`` is None only in development, where nobody has to prove who they are."""

    client: ClientSettings | None = None
    tenant: str = ""
    token_id: str = ""
    notes: tuple[str, ...] = ()


_NOBODY: Final = Caller()


class Gate:
    """Made once for a process; key sets are read ahead, or when the first token needs them."""

    def __init__(self, site: Site, seen: SeenTokens, clock: Callable[[], datetime]) -> None:
        self._site, self._clock = site, clock
        self._used = UsedTokens(seen)
        session = cache(partial(Session, proxy=site.server.proxy, workers=1))
        self._clients = tuple((each, _key_source(each, site, session)) for each in site.clients if each.issuer)
        needed = [keys for _, keys in self._clients if keys is not None] if site.production else []
        self._ahead = Ahead(needed, clock)

    def begin(self) -> None:
        """Reads the keys ahead, beside whatever else goes on."""
        self._ahead.wake()

    @property
    def has_keys(self) -> bool:
        """Whether somebody can be let in: waits a moment until each key set was asked for; one that was had is enough."""
        return self._ahead.any_had()

    def caller(self, authorization: str | None, path: str) -> Caller:
        """Who sent this ``Authorization`` header to this path below ``public_url``. Raises NotTrusted."""
        if self._site.production:
            return self._verified(authorization, path)
        if authorization is None:
            return _NOBODY
        try:
            return self._verified(authorization, path)
        except NotTrusted as refused:
            return Caller(notes=(NOT_VERIFIED, refused.reason))

    def key_sets_failing(self) -> dict[str, bool]:
        """By issuer, of key sets that lie at an address: whether the newest fetch has failed."""
        found: dict[str, bool] = {}
        for client, keys in self._clients:
            if isinstance(keys, PublishedKeys):
                found[client.issuer] = found.get(client.issuer, False) or keys.failing
        return found

    def _verified(self, authorization: str | None, path: str) -> Caller:
        token, now = tokens.read(authorization), self._clock()
        client, keys = self._client_of(token)
        if token.algorithm not in client.algorithms:
            raise NotTrusted(Reason.ALGORITHM)
        if not _is_agreed(token.key_address, client):
            raise NotTrusted(Reason.ADDRESS)
        if keys is None:
            raise NotTrusted(Reason.NO_KEYS)
        tokens.check_signature(token, keys.find(token.key_id, token.algorithm, now))
        tokens.check_audience(token, {self._site.public_url + path, *client.audience})
        tokens.check_times(token, now.timestamp())
        notes: tuple[str, ...] = ()
        if client.replay_guard:
            until = datetime.fromtimestamp(token.expires + tokens.LEEWAY_S, UTC)
            notes = self._used.use(token.issuer, token.token_id, until, now)
        return Caller(client=client, tenant=token.tenant, token_id=token.token_id, notes=notes)

    def _client_of(self, token: Token) -> tuple[ClientSettings, KeySource | None]:
        """The one client that the token claims to be of. Raises NotTrusted."""
        if self._site.production and is_public_sandbox(token.issuer):
            raise NotTrusted(Reason.SANDBOX)
        of_issuer = [each for each in self._clients if each[0].issuer == token.issuer]
        if not of_issuer:
            raise NotTrusted(Reason.ISSUER)
        # Clients of one issuer are told apart by tenants that they do not share (``site.rules``); if not, it is none of them.
        found = [each for each in of_issuer if not each[0].tenants or token.tenant in each[0].tenants]
        if len(found) != 1:
            raise NotTrusted(Reason.TENANT)
        if self._site.production and found[0][0].profile is Profile.SANDBOX:
            raise NotTrusted(Reason.SANDBOX)
        return found[0]


def _key_source(client: ClientSettings, site: Site, session: Callable[[], Session]) -> KeySource | None:
    """Where the client's keys come from. In production an address must be https, whoever made the ``Site``."""
    read = reader(client.algorithms, production=site.production)
    if client.jwks_file is not None:
        return KeyFile(client.jwks_file, read)
    if client.jwks_url is None or (site.production and not client.jwks_url.startswith("https://")):
        return None
    return PublishedKeys(client.jwks_url, read, session())


def _is_agreed(key_address: str | None, client: ClientSettings) -> bool:
    """Whether the address of a key set that a token names is the agreed one; it is compared, never fetched (J7).

    Beside a file there is no agreed address. EHRs send theirs all the same, the sandbox too (4.3): it is accepted on the
    issuer's own host, where it says nothing new, and refused elsewhere.
    """
    if key_address is None:
        return True
    try:
        named = normal_address(key_address)
        if client.jwks_file is None:
            return client.jwks_url is not None and named == normal_address(client.jwks_url)
        return _origin(named) == _origin(normal_address(client.issuer))
    except Unfit:
        return False


def _origin(address: str) -> list[str]:
    """Scheme and host with port of an address in its normal form."""
    return address.split("/")[:3]
