"""Every address that somebody may try to have us call, and where it is put. Declarations only.

The service is in production; its caller is the hospital's EHR, for which only `LISTED` is listed. What may not live here: how
an attack is played (`world`), and what has to come of it (`test_addresses`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

LISTED = "https://fhir.hospital.example/r4"
CLINIC = "https://fhir.clinic.example/r4"
"""Listed for another client."""
TENANT = "https://fhir.hospital.example/clinic/r4"
"""Listed for that client, too, on the same host."""
KEYS = "https://ehr.hospital.example/jwks.json"
HOME = "10.20.0.5"
"""Where the names of the listed server and of the key set lead, as long as nobody meddles with them."""
STRANGER = "203.0.113.9"
"""A server of the attacker, who has no certificate for a name that is not his."""
NEIGHBOUR = "10.20.0.7"
"""Another server of the hospital, with a certificate of its own name."""
METADATA = "169.254.169.254"
EVIL = "https://evil.example/r4"


class Place(StrEnum):
    """Where an attacker, or a server that he has taken, puts an address."""

    FHIR_SERVER = "fhirServer of the request"
    PREFETCH = "next link of a prefetched Bundle"
    PAGE = "next link of a page of the listed server"
    DOCUMENT = "address of a report's document"
    REDIRECT = "Location, from the listed server"
    REDIRECTED_DOCUMENT = "Location, in place of a document"
    RECORD = "anywhere else in a record"
    NAME = "DNS answer for the listed server"
    ENVIRONMENT = "variable of the environment"
    KEYS_REDIRECT = "Location, in place of the key set"
    KEYS_NAME = "DNS answer for the host of the key set"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """`put` is the address; DNS answers one after the other; a status with its Location; or a variable with its value.

    `astray`: a service without our checks calls somebody else for it; for the others no HTTP client can be led astray.
    `connects`: that somebody else is called is unavoidable; without a certificate of the name he gets neither request nor token.
    """

    id: str
    what: str
    place: Place
    put: str | Sequence[Sequence[str]] | tuple[int, str] | tuple[str, str]
    astray: bool = True
    connects: bool = False


_LONG = "a." * 120

SERVERS: tuple[tuple[str, str, bool], ...] = (
    # another server
    ("another host", EVIL, True),
    ("another port", "https://fhir.hospital.example:8443/r4", True),
    ("the port of http", "https://fhir.hospital.example:80/r4", True),
    ("http in place of https", "http://fhir.hospital.example/r4", True),
    ("the host of the list in front of another", "https://fhir.hospital.example.evil.example/r4", True),
    ("another host that ends in the same way", "https://evil-fhir.hospital.example/r4", True),
    ("the host above", "https://hospital.example/r4", True),
    ("the IP address of the listed host", f"https://{HOME}/r4", False),
    ("a server that is listed for another client", CLINIC, True),
    ("another client's server on the same host", TENANT, True),
    ("the host of our keys", KEYS.removesuffix("/jwks.json"), True),
    # another path
    ("another path", "https://fhir.hospital.example/admin", True),
    ("no path", "https://fhir.hospital.example", True),
    ("a path that begins in the same way", "https://fhir.hospital.example/r4evil", True),
    ("the path in capitals", "https://fhir.hospital.example/R4", True),
    ("a path below the listed one", "https://fhir.hospital.example/r4/tenant", False),
    ("a step upwards", "https://fhir.hospital.example/r4/../admin", True),
    ("an encoded step upwards", "https://fhir.hospital.example/r4/%2e%2e/admin", True),
    ("a step upwards with an encoded slash", "https://fhir.hospital.example/r4/..%2fadmin", True),
    ("a doubly encoded step upwards", "https://fhir.hospital.example/r4/%252e%252e/admin", True),
    ("a step upwards with a parameter", "https://fhir.hospital.example/r4/..;/admin", True),
    ("a step upwards with a backslash", "https://fhir.hospital.example/r4/..\\admin", True),
    ("a step upwards in overlong UTF-8", "https://fhir.hospital.example/r4/%c0%ae%c0%ae/admin", True),
    ("a step upwards in fullwidth signs", "https://fhir.hospital.example/r4/\uff0e\uff0e\uff0fadmin", True),
    ("an empty step", "https://fhir.hospital.example//r4", False),
    ("a query that swallows what is asked", f"{LISTED}/../admin?x=", True),
    ("a fragment that swallows what is asked", "https://fhir.hospital.example/admin#", True),
    # users
    ("the listed host as a user", "https://fhir.hospital.example@evil.example/r4", True),
    ("the listed host as a user with a password", "https://fhir.hospital.example:CANARY@evil.example/r4", True),
    ("a user at the listed host", "https://user:CANARY@fhir.hospital.example/r4", False),
    ("the listed host behind a fragment", "https://evil.example#@fhir.hospital.example/r4", True),
    ("the listed host behind a query", "https://evil.example?@fhir.hospital.example/r4", True),
    ("the listed host behind a backslash", "https://evil.example\\@fhir.hospital.example/r4", True),
    ("a backslash behind the listed host", "https://fhir.hospital.example\\.evil.example/r4", True),
    # this machine
    ("127.0.0.1", "https://127.0.0.1/r4", True),
    ("127.0.0.1 over http", "http://127.0.0.1:8000/r4", True),
    ("another address of loopback", "https://127.255.255.254/r4", True),
    ("localhost", "https://localhost/r4", True),
    ("localhost with a dot", "https://localhost./r4", True),
    ("loopback, short", "https://127.1/r4", True),
    ("loopback, decimal", "https://2130706433/r4", True),
    ("loopback, hexadecimal", "https://0x7f000001/r4", True),
    ("loopback, partly hexadecimal", "https://0x7f.0.0.1/r4", True),
    ("loopback, octal", "https://0177.0.0.1/r4", True),
    ("loopback, all octal", "https://017700000001/r4", True),
    ("loopback with a dot", "https://127.0.0.1./r4", True),
    ("loopback in fullwidth digits", "https://\uff11\uff12\uff17.0.0.1/r4", False),
    ("loopback in circled digits", "https://\u2460\u2461\u2466.0.0.1/r4", False),
    ("loopback, IPv6", "https://[::1]/r4", True),
    ("loopback, IPv6 written out", "https://[0:0:0:0:0:0:0:1]/r4", True),
    ("loopback, IPv4 in IPv6", "https://[::ffff:127.0.0.1]/r4", True),
    ("loopback, IPv4 in IPv6 in hexadecimal", "https://[::ffff:7f00:1]/r4", True),
    ("loopback, IPv6 with a zone", "https://[::1%25lo]/r4", True),
    ("unspecified", "https://0.0.0.0/r4", True),
    ("unspecified, short", "https://0/r4", True),
    ("unspecified, IPv6", "https://[::]/r4", True),
    ("a name that leads to loopback", "https://loopback.evil.example/r4", True),
    ("our own address", "https://cds.hospital.example", True),
    # the neighbourhood
    ("metadata of a cloud", f"http://{METADATA}/latest", True),
    ("metadata, decimal", "http://2852039166/latest", True),
    ("metadata, hexadecimal", "http://0xa9fea9fe/latest", True),
    ("metadata, octal", "http://0251.0376.0251.0376/latest", True),
    ("metadata, IPv4 in IPv6", "http://[::ffff:169.254.169.254]/latest", True),
    ("metadata, IPv6", "http://[fd00:ec2::254]/latest", True),
    ("metadata by name", "http://metadata.google.internal/computeMetadata/v1", True),
    ("a private address", "https://10.0.0.1/r4", True),
    ("a private address, IPv6", "https://[fd12:3456:789a::1]/r4", True),
    ("a link-local address, IPv6", "https://[fe80::1]/r4", True),
    ("multicast", "http://224.0.0.1/r4", True),
    ("broadcast", "http://255.255.255.255/r4", True),
    # names that look like the listed one
    ("a dot behind the name", "https://fhir.hospital.example./r4", False),
    ("a letter of another script", "https://fhir.hosp\u0456tal.example/r4", True),
    ("the same in punycode", "https://fhir.xn--hosptal-w7e.example/r4", True),
    ("a long s, which is an s to some", "https://fhir.ho\u017fpital.example/r4", False),
    ("fullwidth letters", "https://\uff46\uff48\uff49\uff52.hospital.example/r4", False),
    ("an ideographic full stop", "https://fhir\u3002hospital.example/r4", False),
    ("a zero-width space", "https://fhir.hos\u200bpital.example/r4", False),
    ("a soft hyphen", "https://fhir.hos\u00adpital.example/r4", False),
    ("an encoded dot in the name", "https://fhir%2ehospital.example/r4", False),
    ("an empty port", "https://fhir.hospital.example:/r4", False),
    ("a name of 240 letters", f"https://{_LONG}evil.example/r4", True),
    ("a label of 5,000 letters", f"https://{'a' * 5_000}.example/r4", False),
    # what is dropped by some, and not by others
    ("a line break in the name", "https://evil.example\r\n.hospital.example/r4", True),
    ("a header behind the path", f"{LISTED}/\r\nHost: evil.example", False),
    ("a request behind the path", f"{LISTED} HTTP/1.1\r\nHost: evil.example\r\n\r\nGET /", True),
    ("a tab in the name", "https://evil.example\t/r4", True),
    ("a space in front", f" {EVIL}", True),
    ("a NUL in the name", "https://evil.example\x00.hospital.example/r4", False),
    # no address of a server
    ("no scheme", "//evil.example/r4", False),
    ("a scheme without slashes", "https:evil.example/r4", False),
    ("three slashes", "https:///evil.example/r4", False),
    ("a file", "file:///etc/passwd", False),
    ("ftp", "ftp://evil.example/r4", False),
    ("gopher", "gopher://evil.example/_GET", False),
    ("a socket of this machine", "http+unix://%2frun%2fdocker.sock/r4", False),
    ("data", 'data:application/fhir+json,{"resourceType":"Bundle"}', False),
    ("a port that is none", "https://evil.example:99999/r4", False),
)
"""What stands as the FHIR server of a request; and whether a plain HTTP client is led astray by it."""

LINKS: tuple[tuple[str, str, bool], ...] = (
    ("another host", f"{EVIL}/Observation?page=2", True),
    ("another host without a scheme", "//evil.example/r4/Observation?page=2", True),
    ("http in place of https", "http://fhir.hospital.example/r4/Observation?page=2", True),
    ("another port", "https://fhir.hospital.example:8443/r4/Observation?page=2", True),
    ("a server that is listed for another client", f"{CLINIC}/Observation?page=2", True),
    ("another client's server on the same host", f"{TENANT}/Observation?page=2", True),
    ("a path that begins in the same way", "https://fhir.hospital.example/r4evil/Observation?page=2", True),
    ("a relative step upwards", "../clinic/r4/Observation?page=2", True),
    ("a path from the root", "/clinic/r4/Observation?page=2", True),
    ("an encoded step upwards", f"{LISTED}/%2e%2e/clinic/r4/Observation?page=2", True),
    ("a doubly encoded step upwards", f"{LISTED}/%252e%252e/clinic/r4/Observation?page=2", True),
    ("a step upwards with an encoded slash", f"{LISTED}/..%2fclinic/r4/Observation?page=2", True),
    ("a step upwards with a parameter", f"{LISTED}/..;/clinic/r4/Observation?page=2", True),
    ("the listed host as a user", "https://fhir.hospital.example@evil.example/r4/Observation?page=2", True),
    ("the listed host behind a backslash", "https://evil.example\\@fhir.hospital.example/r4/Observation?page=2", True),
    ("a tab between the slashes", "/\t/evil.example/r4/Observation?page=2", True),
    ("a dot behind the name", "https://fhir.hospital.example./r4/Observation?page=2", False),
    ("loopback", "http://127.0.0.1:8000/r4/Observation?page=2", True),
    ("loopback, IPv6", "https://[::1]/r4/Observation?page=2", True),
    ("loopback, decimal", "https://2130706433/r4/Observation?page=2", True),
    ("metadata of a cloud", f"http://{METADATA}/latest?page=2", True),
    ("a file", "file:///etc/passwd", False),
    ("data", "data:text/plain,T8", False),
)
"""What stands where a link leads on."""

ANSWERS: tuple[tuple[str, Sequence[Sequence[str]]], ...] = (
    ("the metadata of a cloud", ((METADATA,),)),
    ("loopback", (("127.0.0.1",),)),
    ("loopback, IPv6", (("::1",),)),
    ("unspecified", (("0.0.0.0",),)),  # noqa: S104  nobody binds to it
    ("metadata, IPv4 in IPv6", ((f"::ffff:{METADATA}",),)),
    ("metadata behind NAT64", (("64:ff9b::a9fe:a9fe",),)),
    ("metadata behind 6to4", (("2002:a9fe:a9fe::1",),)),
    ("metadata, IPv6", (("fd00:ec2::254",),)),
    ("metadata in the middle of public addresses", (("168.63.129.16",),)),
    ("link-local, IPv6", (("fe80::1",),)),
    ("multicast", (("224.0.0.1",),)),
    ("broadcast", (("255.255.255.255",),)),
    ("metadata, and the server beside it", ((METADATA, HOME),)),
    ("the server, and metadata beside it", ((HOME, METADATA),)),
    ("rebinding: the server first, metadata when asked again", ((HOME,), (METADATA,))),
    ("rebinding: the server first, loopback when asked again", ((HOME,), ("127.0.0.1",))),
    ("a stranger without a certificate", ((STRANGER,),)),
    ("another server of the hospital", ((NEIGHBOUR,),)),
)
"""What a name leads to, one answer after the other."""

REDIRECTS: tuple[tuple[str, int, str], ...] = (
    *((f"{status}, to another host", status, f"{EVIL}/Observation") for status in (301, 302, 303, 307, 308)),
    ("to another host without a scheme", 302, "//evil.example/r4/Observation"),
    ("to http on the same host", 302, "http://fhir.hospital.example/r4/Observation"),
    ("to another client's server on the same host", 307, f"{TENANT}/Observation"),
    ("to the metadata of a cloud", 302, f"http://{METADATA}/latest"),
    ("to loopback", 308, "http://127.0.0.1:8000/r4/Observation"),
)

RECORDS: tuple[tuple[str, str], ...] = (
    ("reference of a result", f"{EVIL}/Observation/1"),
    ("picture in a narrative", "https://evil.example/pixel.png"),
    ("photograph of the patient", "https://evil.example/photograph"),
    ("profile", "https://evil.example/StructureDefinition/x"),
)

VARIABLES: tuple[tuple[str, bool], ...] = (
    ("HTTPS_PROXY", True),
    ("https_proxy", True),
    ("HTTP_PROXY", False),
    ("http_proxy", False),
    ("ALL_PROXY", True),
    ("all_proxy", True),
)
"""A proxy for http means nothing to a server that speaks https."""


def _attacks() -> Iterator[Attack]:
    for what, address, astray in SERVERS:
        yield Attack(id=f"server: {what}", what=what, place=Place.FHIR_SERVER, put=address, astray=astray)
    for word, place in (("prefetch", Place.PREFETCH), ("page", Place.PAGE), ("document", Place.DOCUMENT)):
        for what, link, astray in LINKS:
            yield Attack(id=f"{word}: {what}", what=what, place=place, put=link, astray=astray)
    for word, place in (
        ("redirect", Place.REDIRECT),
        ("redirected document", Place.REDIRECTED_DOCUMENT),
        ("redirected keys", Place.KEYS_REDIRECT),
    ):
        for what, status, location in REDIRECTS:
            yield Attack(id=f"{word}: {what}", what=what, place=place, put=(status, location))
    for what, address in RECORDS:
        yield Attack(id=f"record: {what}", what=what, place=Place.RECORD, put=address, astray=False)
    for name, astray in VARIABLES:
        proxy = (name, "http://evil.example:3128")
        yield Attack(id=f"variable: {name}", what=name, place=Place.ENVIRONMENT, put=proxy, astray=astray)
    yield from _meddled()


def _meddled() -> Iterator[Attack]:
    for word, place in (("name", Place.NAME), ("name of the keys", Place.KEYS_NAME)):
        for what, answers in ANSWERS:
            rebinds = len(answers) > 1
            if rebinds and place is Place.KEYS_NAME:
                continue  # for one fetch the name is asked for once
            yield Attack(
                id=f"{word}: {what}",
                what=what,
                place=place,
                put=answers,
                astray=rebinds or answers[0][0] != HOME,
                connects=answers[0][0] in (STRANGER, NEIGHBOUR),
            )


ATTACKS: tuple[Attack, ...] = tuple(_attacks())
