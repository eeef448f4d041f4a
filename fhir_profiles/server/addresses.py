"""Does a link stay on the server that the site lists? Same scheme, host and port, and below the listed base (FA6).

The path counts as well: on one host may stand the servers of several hospitals, and the token is for one of them. What may
not live here: what a link is for, and any I/O.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, TypeAlias
from urllib.parse import SplitResult, unquote, urljoin, urlsplit, urlunsplit

Origin: TypeAlias = tuple[str, str, int]
"""Scheme, host and port."""
Place: TypeAlias = tuple[Origin, str]
"""One server, however its address is spelled: its origin and the path of its base."""

PORTS: Final = {"http": 80, "https": 443}
_SLASHES: Final = re.compile(r"[/\\]")
_LONGEST: Final = 16_384
"""Characters of a link; to look at one of some megabytes takes seconds, and no server would take it."""
_UNREADABLE: Final = "\ufffd"
"""What bytes that are no UTF-8 become; among them are the long ways to encode a dot."""


def place_of(base_url: str) -> Place:
    """Raises ValueError for what is no address of a server."""
    base = urlsplit(base_url)
    return _origin(base), base.path.rstrip("/")


def within(base_url: str, seen_from: str, link: str) -> str | None:
    """The link, absolute or relative to `seen_from`, as an address on this server; None when it leads elsewhere.

    The origin is always written anew from our own base address, so that a link that two parsers read differently
    cannot carry the token away.
    """
    # A backslash is a slash to some who read an address, and others drop what cannot be printed.
    if len(link) > _LONGEST or "\\" in link or not link.isprintable():
        return None
    base = urlsplit(base_url)
    try:
        target = urlsplit(urljoin(seen_from, link))
        if _origin(target) != _origin(base):
            return None
    except ValueError:
        return None
    if not _below(base.path.rstrip("/"), target.path):
        return None
    return urlunsplit((base.scheme, base.netloc, target.path, target.query, ""))


def _origin(url: SplitResult) -> Origin:
    """Raises ValueError for an address with a user name, without a host, or with a port that is none."""
    if "@" in url.netloc or not url.hostname:
        raise ValueError("no plain origin")
    return url.scheme, url.hostname, url.port or PORTS.get(url.scheme, 0)


def _below(root: str, path: str) -> bool:
    """Whether a path stays below the root for every server: none may see a step upwards in it, however it is written.

    Doubly encoded is what a proxy in front of the server may decode once more; what is encoded more often is refused.
    """
    plain = unquote(unquote(path))
    if unquote(plain) != plain or _UNREADABLE in plain or not plain.isprintable():
        return False
    steps = _SLASHES.split(unicodedata.normalize("NFKC", plain))
    if any(step and not step.partition(";")[0].strip(" .") for step in steps):
        return False
    return path == root or path.startswith(f"{root}/")
