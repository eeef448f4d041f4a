"""What does a site file lead to? Key sets, FHIR servers, clocks, the store: looked at by `spinal-cds check`, before a start.

What this machine holds and will not become right by waiting (a file of keys) is a mistake. What somebody else's server does or
fails to do now is a warning: it may be there again in a minute, the service starts without it and reads it when it is needed.
Nothing of a patient is asked for and no token is sent: one GET of each key set, one of each `metadata`. What may not live here:
what the file itself says (``site``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from urllib.parse import urlsplit

from cds_hooks.ledger import why_not_reached
from cds_hooks.routes import SERVICES
from cds_hooks.site import ClientSettings, Site
from cds_hooks.trust.key_sets import reader
from fhir_profiles.server import GapReason, Glance, Session, glance, is_loopback, json_object

LOOK_S: Final = 3.0
"""For one address; all are looked at at once."""
CLOCKS_APART: Final = timedelta(seconds=10)
"""Tokens may be off by a minute (``trust.tokens``), so that this is seen long before calls are refused."""
_AT_ONCE: Final = 32
_R4: Final = "4.0"
_WORDS: Final[Mapping[GapReason, str]] = {
    GapReason.TIMED_OUT: f"no answer within {LOOK_S:g} s",
    GapReason.NO_ACCESS: "it refuses to answer without a token (401 or 403)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """`mistakes` stop whoever asked; `warnings` are told."""

    mistakes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def look(site: Site, file: str, *, mistaken: bool = False, offline: bool = False) -> Looked:
    """All that can be seen. `mistaken`: the file has mistakes of its own, so only what each client names is looked at."""
    warnings: list[str] = []
    if not mistaken:
        warnings += _public_url(site)
    if not offline:
        seen = _seen(site)
        warnings += _keys_published(site, seen) + _servers(site, seen) + _clocks(site, seen)
        why = "" if mistaken else why_not_reached(site.store_url)
        warnings += [f"store: {why}; hooks are answered without it, feedback is refused"] if why else []
    return Looked(
        mistakes=tuple(f"{file}: {each}" for each in _key_files(site)),
        warnings=tuple(f"{file}: {each}" for each in warnings),
    )


def _public_url(site: Site) -> Iterator[str]:
    parts = urlsplit(site.public_url)
    local = is_loopback((parts.hostname or "").strip("[]"))
    if SERVICES in parts.path:
        yield f"public_url: found {parts.path} in it; callers would have to ask for {parts.path}{SERVICES}"
    if local and site.production:
        yield f"public_url: {parts.hostname} is this machine, which no EHR elsewhere can reach"
    if local and parts.scheme == "http" and (parts.port or 80) != site.server.port:
        yield f"public_url: port {parts.port or 80}, but server.port is {site.server.port}; nothing listens for those calls"


def _key_files(site: Site) -> Iterator[str]:
    for key, client in _clients(site):
        if client.jwks_file is None:
            continue
        try:
            document = json_object(client.jwks_file.read_bytes())
        except OSError as failure:
            yield f"{key}.jwks_file: found a file that cannot be read ({failure.strerror}); allowed: a key set"
            continue
        if problem := _without_keys(document, client, site):
            yield f"{key}.jwks_file: found {problem}; allowed: {_allowed(client)}"


def _keys_published(site: Site, seen: Mapping[str, Glance]) -> list[str]:
    told = []
    for key, client in _clients(site):
        if client.jwks_url is None:
            continue
        found = seen[client.jwks_url]
        problem = _why(found.failed) if found.failed else _without_keys(found.document, client, site)
        if problem:
            told.append(f"{key}.jwks_url: {problem}; until there are keys, no call of this client is let in")
    return told


def _without_keys(document: Mapping[str, object] | None, client: ClientSettings, site: Site) -> str:
    """Why nobody could be let in by this document; empty if somebody could."""
    keys = reader(client.algorithms, production=site.production)(document)
    if keys is None:
        return "no key set: a JSON object with a list of keys"
    return "" if keys else "no key that can be used"


def _allowed(client: ClientSettings) -> str:
    return f"a key set with a public key for {' or '.join(client.algorithms)}, each with its kid, RSA from 2048 bits"


def _servers(site: Site, seen: Mapping[str, Glance]) -> list[str]:
    told = []
    for key, client in _clients(site):
        for server in client.fhir_servers:
            found = seen[_metadata(server)]
            if found.failed is GapReason.NO_ACCESS:
                continue  # it is there
            problem = _why(found.failed) if found.failed else _no_r4(found.document)
            if problem:
                told.append(f"{key}.fhir_servers: {server}: {problem}; what prefetch lacks could not be read there")
    return told


def _no_r4(document: Mapping[str, object] | None) -> str:
    if document is None or document.get("resourceType") != "CapabilityStatement":
        return "metadata is no CapabilityStatement; is this the base address of a FHIR server?"
    version = str(document.get("fhirVersion"))
    return "" if version.startswith(_R4) else f"it speaks FHIR {version[:20]}, and we read R4 ({_R4})"


def _clocks(site: Site, seen: Mapping[str, Glance]) -> list[str]:
    """A clock that is off makes good tokens look too old or too young."""
    told = []
    for address in dict.fromkeys(_addresses(site)):
        ahead = seen[address].ahead
        if ahead is not None and abs(ahead) > CLOCKS_APART:
            where = "ahead of" if ahead > timedelta() else "behind"
            told.append(
                f"clock: that of {_host(address)} is {abs(ahead).total_seconds():.0f} s {where} this machine's; "
                "one of the two is wrong, and tokens are refused from a minute on"
            )
    return told


def _seen(site: Site) -> Mapping[str, Glance]:
    """Each address once, all at the same time."""
    addresses = list(dict.fromkeys(_addresses(site)))
    if not addresses:
        return {}
    size = min(_AT_ONCE, len(addresses))
    session = Session(proxy=site.server.proxy, workers=size)
    try:
        with ThreadPoolExecutor(size) as workers:
            return dict(
                zip(addresses, workers.map(lambda each: glance(session, each, seconds=LOOK_S), addresses), strict=True)
            )
    finally:
        session.close()


def _addresses(site: Site) -> Iterator[str]:
    for _, client in _clients(site):
        if client.jwks_url is not None:
            yield client.jwks_url
        yield from map(_metadata, client.fhir_servers)


def _metadata(server: str) -> str:
    return f"{server}/metadata"


def _clients(site: Site) -> Iterable[tuple[str, ClientSettings]]:
    return [(f"client[{number}]", client) for number, client in enumerate(site.clients)]


def _why(failed: GapReason) -> str:
    return _WORDS.get(failed, "it cannot be reached, or it answers with an error")


def _host(address: str) -> str:
    return urlsplit(address).netloc
