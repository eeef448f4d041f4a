"""Does a link stay on the server that the site lists? Same scheme, host and port (FA6).

What may not live here: what a link is for, and any I/O.
"""

from __future__ import annotations

from typing import Final, TypeAlias
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

Origin: TypeAlias = tuple[str, str, int]
"""Scheme, host and port."""

PORTS: Final = {"http": 80, "https": 443}


def origin_of(base_url: str) -> Origin:
    """Raises ValueError for an address with a user name, without a host, or with a port that is none."""
    return _origin(urlsplit(base_url))


def within(base_url: str, seen_from: str, link: str) -> str | None:
    """The link as an address on this server; None when it leads elsewhere.

    The origin is always written anew from our own base address, so that a link that two parsers read differently
    cannot carry the token away.
    """
    base = urlsplit(base_url)
    try:
        target = urlsplit(urljoin(seen_from, link))
        if _origin(target) != _origin(base):
            return None
    except ValueError:
        return None
    return urlunsplit((base.scheme, base.netloc, target.path, target.query, ""))


def _origin(url: SplitResult) -> Origin:
    if "@" in url.netloc or not url.hostname:
        raise ValueError("no plain origin")
    return url.scheme, url.hostname, url.port or PORTS.get(url.scheme, 0)
