"""Which machine does a host stand for, and may it be called? Asked once for each connection, which then goes there (FA6).

A host is one that the site lists, or the site's proxy; but whoever answers for its name says where it leads, and may say
something else a moment later. So every address of the answer is judged, one that may not be called spoils the whole answer,
and the connection is made to an address that was judged: the name is not asked for again. TLS still vouches for the name.

- Private addresses are allowed, for that is where a hospital's servers are, and the site lists this one by its name.
- Loopback is for hosts that are loopback themselves (`localhost`, 127.0.0.1, ::1), and those lead nowhere else.
- Never: what no FHIR server has (`_NEVER`), above all the link-local addresses, where a cloud hands out its credentials.

With a proxy it is the proxy that asks for the name of the FHIR server, and only the proxy's own address is judged here. What
may not live here: which hosts there are (the site's list), and the spelling of an address (`addresses`).
"""

from __future__ import annotations

import logging
import socket
import time
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any, Final, TypeAlias

from urllib3.connection import HTTPConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError
from urllib3.util.connection import allowed_gai_family

LOG: Final = logging.getLogger("spinal_cds.server")
LOOPBACK_NAMES: Final = frozenset({"localhost", "localhost.localdomain"})
_NEVER: Final = tuple(
    map(
        ip_network,
        (
            "0.0.0.0/8",  # unspecified: many systems take it for loopback
            "169.254.0.0/16",  # link-local, with the metadata of most clouds
            "192.0.0.0/24",  # protocol assignments, with the metadata of one cloud
            "100.100.100.200/32",  # metadata of one cloud, in the middle of addresses that are shared by carriers
            "168.63.129.16/32",  # the same of another, in the middle of public ones
            "224.0.0.0/4",  # multicast
            "240.0.0.0/4",  # reserved, and broadcast
            "::/96",  # unspecified, and a dead way to write an IPv4 address; loopback is judged before
            "::ffff:0:0:0/96",  # another
            "64:ff9b:1::/48",  # translated by rules of the network it is used in: nobody can tell to what
            "100::/64",  # discarded
            "2001::/32",  # Teredo: a tunnel to an IPv4 address
            "2002::/16",  # 6to4: another
            "fd00:ec2::/64",  # metadata of a cloud, in the middle of private ones
            "fd20:ce::/64",  # of another
            "fe80::/10",  # link-local
            "fec0::/10",  # site-local, given up long ago
            "ff00::/8",  # multicast
        ),
    )
)
_NAT64: Final = ip_network("64:ff9b::/96")
"""A network without IPv4 reaches every IPv4 address through these; the last 32 bits say which."""

_Found: TypeAlias = tuple[socket.AddressFamily, socket.SocketKind, int, str, Any]


def is_loopback(host: str) -> bool:
    """Whether a host as the site lists it, without brackets, is this machine by its own words."""
    if host in LOOPBACK_NAMES:
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def may_list(host: str) -> bool:
    """Whether a host can ever be called: any name can, and an IP address that may be called for itself."""
    try:
        ip_address(host)
    except ValueError:
        return True
    return may_call(host, host)


def may_call(host: str, address: str) -> bool:
    """Whether the machine at this IP address may be called for this host. Anything doubtful is no."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    meant = _meant(found)
    if meant.is_loopback or is_loopback(host):
        return found.is_loopback and is_loopback(host)
    return not any(meant in network for network in _NEVER)


def connect(connection: HTTPConnection) -> socket.socket:
    """A socket to an address that the host of this connection has, judged, in place of the library's own way to one.

    Raises the same exceptions of urllib3.
    """
    failure: OSError | None = None
    found = _resolved(connection)
    limit: float = connection.timeout  # type: ignore[assignment]  # a number: no request of ours is without (`Session.get`)
    until = time.monotonic() + limit
    for following, each in enumerate(found, start=1):
        left = until - time.monotonic()
        if left <= 0:
            break
        try:
            # One that is dead leaves time for the next: half of what there is.
            line = _line(each, connection, left if following == len(found) else left / 2)
        except OSError as failed:
            failure = failed
        else:
            line.settimeout(limit)
            return line
    if failure is None or isinstance(failure, TimeoutError):
        raise ConnectTimeoutError(connection, "no address answered in time") from failure
    raise NewConnectionError(connection, "no address could be connected to") from failure


def _line(found: _Found, connection: HTTPConnection, seconds: float) -> socket.socket:
    """Raises OSError when it cannot be had in time."""
    family, kind, protocol, _, address = found
    line = socket.socket(family, kind, protocol)
    try:
        for option in connection.socket_options or ():
            line.setsockopt(*option)
        line.settimeout(seconds)
        line.connect(address)
    except OSError:
        line.close()
        raise
    return line


def _resolved(connection: HTTPConnection) -> Sequence[_Found]:
    """Where the host of this connection is, if it may be called there."""
    host = connection.host.strip("[]")
    try:
        found = socket.getaddrinfo(host, connection.port, allowed_gai_family(), socket.SOCK_STREAM)
    except socket.gaierror as unknown:
        raise NameResolutionError(connection.host, connection, unknown) from unknown
    except UnicodeError as unspeakable:
        raise NewConnectionError(connection, "not the name of a host") from unspeakable
    for _, _, _, _, (address, *_) in found:
        if not may_call(host, str(address)):
            LOG.warning("not connected: %s resolves to %s, which may not be called for it", host, address)
            raise NewConnectionError(connection, "resolves to an address that may not be called")
    return found


def _meant(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address inside, where an IPv6 address is only another way to reach it."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return address.ipv4_mapped
        if address in _NAT64:
            return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address
