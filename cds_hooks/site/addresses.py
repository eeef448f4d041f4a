"""How is an address spelt, in the site file and in a request? In one way, or it is none.

A request names a FHIR server that must be one of the site file's, so anything that two programs could read differently is
refused rather than read: users, other scripts, other ways to write an IP address, encoded slashes and dots, steps upwards.
What may not live here: which addresses are whose (``settings``), and what a name leads to (``fhir_profiles.server``).
"""

import re
from ipaddress import IPv4Address, IPv6Address
from pathlib import Path
from urllib.parse import urlsplit

from cds_hooks.site.kinds import Kind, Unfit, string

DEFAULT_PORTS = {"http": 80, "https": 443}
_LONGEST, _LONGEST_NAME = 2_000, 253
_HIGHEST_PORT = 65_535
_LABEL = r"[a-z0-9_-]{1,63}"
# No step upwards, no empty step, and no slash, backslash, dot, percent or control sign that is only encoded.
_STEP = r"/(?!\.\.?(?:[/;]|$))(?:[a-z0-9._~!$&'()+,;=:-]|%(?![01]|2[5ef]|5c|7f)[0-9a-f]{2})+"
_ADDRESS = re.compile(
    rf"(?P<scheme>https?)://(?P<host>\[[0-9a-f:.]+\]|{_LABEL}(?:\.{_LABEL})*)(?::(?P<port>[0-9]{{1,5}}))?(?P<path>(?:{_STEP})*)/?",
    re.ASCII | re.IGNORECASE,  # ASCII: otherwise a Kelvin sign is a "k"
)
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*", re.ASCII)


def normal_address(address: str) -> str:
    """Scheme, host, port and path in one spelling, without the trailing slash. Raises Unfit for anything doubtful."""
    found = _ADDRESS.fullmatch(address) if len(address) <= _LONGEST else None
    if found is None:
        raise Unfit(
            "an address is scheme, host, port and path in plain letters: no space, no wildcard, no user, no query, "
            "no fragment, no step upwards; a name in another script is written as xn--"
        )
    scheme, host, path = found["scheme"].lower(), _host(found["host"].lower()), found["path"]
    port = int(found["port"] or DEFAULT_PORTS[scheme])
    if not 1 <= port <= _HIGHEST_PORT:
        raise Unfit("there is no such port")
    return f"{scheme}://{host}{'' if port == DEFAULT_PORTS[scheme] else f':{port}'}{path}"


def _host(host: str) -> str:
    """A name, or an IP address in its usual form; what a resolver would take for an IP address must be one. Raises Unfit."""
    try:
        if host.startswith("["):
            inner = IPv6Address(host[1:-1])
            if inner.ipv4_mapped is not None:
                raise Unfit("an IPv4 address is written as such")
            return f"[{inner.compressed}]"
        if _NUMBER.fullmatch(host.rpartition(".")[2]):
            return str(IPv4Address(host))
    except ValueError:
        raise Unfit("an IP address is written as 192.0.2.1 or [2001:db8::1]") from None
    if len(host) > _LONGEST_NAME:
        raise Unfit("no name is that long")
    return host


def address(*, empty: bool = False) -> Kind:
    def read(value: object, _: Path) -> object:
        words = string(value)
        return words if empty and not words else normal_address(words)

    return Kind(allowed="an address that begins with https:// or http://", read=read, plain=True)


def origin() -> Kind:
    def read(value: object, _: Path) -> object:
        words = normal_address(string(value))
        if words.count("/") > len("//"):
            raise Unfit("an origin has no path")
        return words

    return Kind(allowed='a browser origin such as "https://ehr.hospital.example"', read=read, plain=True)


def proxy() -> Kind:
    def read(value: object, _: Path) -> object:
        words = string(value)
        try:
            parts = urlsplit(words)  # unlike other addresses a proxy may need a user
            fits = parts.scheme in DEFAULT_PORTS and parts.hostname and parts.port != 0 and words.isprintable()
        except ValueError:  # no port, or no address
            raise Unfit from None
        if words and not fits:
            raise Unfit
        return words

    return Kind(allowed='"" or the address of a proxy, http:// or https://', read=read, plain=True)
