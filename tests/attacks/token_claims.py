"""Attacks with what a token says: who, to whom, when, for which tenant, and a second time (J4, J6, J10, J11, J13, J15, J16).

What may not live here: who signed it (`token_keys`).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

from cds_hooks.trust import Reason
from tests.attacks.attack import Attack, alone, bearer
from tests.attacks.forging import (
    CANARY,
    EHR,
    EHR_RSA,
    EVIL,
    GROUP_ORDER,
    OF_NORTH,
    OF_SANDBOX,
    SANDBOX,
    SHARED,
    Forge,
    numbers_of,
    part_of,
    raw_signature,
)
from tests.support.doors import FEEDBACK, ISSUER, PUBLIC_URL, SERVICE
from tests.support.signing import as_json, segment

HERE: Final = PUBLIC_URL + SERVICE
LOOK_ALIKE: Final = ISSUER.replace("e", "\N{CYRILLIC SMALL LETTER IE}", 1)
HOUR: Final = 3600
DAY: Final = 24 * HOUR
AUDIENCES: Final = (
    ("sign", "the other hook", HERE.replace("select", "sign")),
    ("feedback", "the feedback of this hook", f"{HERE}/feedback"),
    ("discovery", "discovery", f"{PUBLIC_URL}/cds-services"),
    ("host", "our host alone", PUBLIC_URL),
    ("http", "the same without TLS", HERE.replace("https", "http")),
    ("other", "another service", f"{EVIL}{SERVICE}"),
    ("prefix", "longer than the address", f"{HERE}.evil.example"),
    ("query", "the address with a query", f"{HERE}?x=1"),
    ("user", "the address with a user", HERE.replace("https://", "https://evil@")),
    ("case", "the address in capitals", HERE.upper()),
    ("slashes", "the address with two slashes more", f"{HERE}//"),
    ("wildcard", "a wildcard", "*"),
    ("path", "the path alone", SERVICE),
    ("list", "a list of others", [PUBLIC_URL, EVIL]),
)
MOMENTS: Final = (
    ("text", "a text", '"1800000000"', Reason.CLAIMS),
    ("true", "true", "true", Reason.CLAIMS),
    ("nan", "NaN", "NaN", Reason.UNREADABLE),
    ("infinity", "Infinity", "Infinity", Reason.UNREADABLE),
    ("overflow", "1e999", "1e999", Reason.CLAIMS),
    ("digits", "a number of 400 digits", "9" * 400, Reason.CLAIMS),
    ("many-digits", "a number of 5,000 digits", "9" * 5000, Reason.UNREADABLE),
    ("negative", "before 1970", "-1", Reason.CLAIMS),
    ("null", "null", "null", Reason.CLAIMS),
)


def _mirrored(token: str) -> str:
    """The other signature that ECDSA allows for the same text: (r, n - s)."""
    r, s = numbers_of(token)
    return f"{token.rpartition('.')[0]}.{segment(raw_signature(r, GROUP_ORDER - s))}"


def _sandbox(forge: Forge, issuer: str) -> str:
    """With a key pair of our own under its issuer."""
    return OF_SANDBOX.token(forge.claims(issuer))


def _saying(**changes: Any) -> Callable[[Forge], str]:
    return lambda forge: forge.good(**changes)


def _with_exp(value: str) -> Callable[[Forge], str]:
    """With a text in place of a moment that no library would write."""

    def make(forge: Forge) -> str:
        said = as_json(forge.claims(exp=0)).replace(b'"exp":0', f'"exp":{value}'.encode())
        return forge.with_texts(said=said)

    return make


CLAIMS: Final = (
    *(
        Attack("J4", f"no-{name}", f"no {name}", Reason.CLAIMS, _saying(**{name: None}))
        for name in ("iss", "aud", "exp", "iat", "jti")
    ),
    Attack("J4", "iss-list", "iss is a list", Reason.CLAIMS, lambda f: f.good(iss=[ISSUER, EVIL])),
    Attack("J7", "iss-slash", "the issuer with a slash more", Reason.ISSUER, lambda f: f.good(iss=f"{ISSUER}/")),
    Attack("J7", "iss-case", "the issuer in capitals", Reason.ISSUER, lambda f: f.good(iss=ISSUER.upper())),
    Attack(
        "J7",
        "iss-look-alike",
        "the issuer with a Cyrillic letter",
        Reason.ISSUER,
        lambda f: f.good(iss=ISSUER.replace("e", "\u0435", 1)),
    ),
    Attack(
        "J16",
        "sandbox",
        "the public sandbox, with a key that the site lists",
        Reason.SANDBOX,
        lambda f: OF_SANDBOX.token(f.claims(SANDBOX)),
    ),
    Attack(
        "J16",
        "sandbox-slash",
        "the same with a slash more",
        Reason.SANDBOX,
        lambda f: _sandbox(f, f"{SANDBOX}/"),
    ),
    Attack(
        "J16",
        "sandbox-case",
        "the same in capitals",
        Reason.SANDBOX,
        lambda f: _sandbox(f, SANDBOX.upper()),
    ),
    *(
        Attack("J6", f"aud-{name}", f"aud is {what}", Reason.AUDIENCE, _saying(aud=value))
        for name, what, value in AUDIENCES
    ),
    Attack("J4", "aud-empty", "aud is an empty list", Reason.CLAIMS, lambda f: f.good(aud=[])),
    Attack("J4", "aud-object", "aud is an object", Reason.CLAIMS, lambda f: f.good(aud={HERE: True})),
    Attack(
        "J4", "aud-numbers", "aud holds a number beside the address", Reason.CLAIMS, lambda f: f.good(aud=[HERE, 1])
    ),
    Attack(
        "J6",
        "aud-host-header",
        "aud of another host, which the Host header confirms",
        Reason.AUDIENCE,
        lambda f: f.good(aud=f"{EVIL}{SERVICE}"),
        send=lambda t: {**bearer(t), "HTTP_HOST": "evil.example", "HTTP_X_FORWARDED_HOST": "evil.example"},
    ),
    Attack(
        "B11",
        "feedback-with-hook",
        "a hook's token for the feedback",
        Reason.AUDIENCE,
        Forge.good,
        path=FEEDBACK,
    ),
    Attack(
        "J10", "expired", "expired a minute ago", Reason.EXPIRED, lambda f: f.good(iat=f.after(-300), exp=f.after(-60))
    ),
    Attack(
        "J10",
        "expired-long",
        "expired a day ago",
        Reason.EXPIRED,
        lambda f: f.good(iat=f.after(-DAY), exp=f.after(HOUR - DAY)),
    ),
    Attack(
        "J10",
        "iat-future",
        "made in an hour",
        Reason.EARLY,
        lambda f: f.good(iat=f.after(HOUR), exp=f.after(HOUR + 300)),
    ),
    Attack("J10", "iat-soon", "made in 61 seconds", Reason.EARLY, lambda f: f.good(iat=f.after(61))),
    Attack("J10", "nbf-future", "valid from in an hour", Reason.EARLY, lambda f: f.good(nbf=f.after(HOUR))),
    Attack("J10", "long-life", "a life of an hour and a second", Reason.LIFE, lambda f: f.good(exp=f.after(HOUR + 1))),
    Attack("J10", "for-ever", "a life until the year 3000", Reason.LIFE, lambda f: f.good(exp=32_503_680_000)),
    Attack("J10", "backwards", "exp before iat", Reason.LIFE, lambda f: f.good(iat=f.after(30), exp=f.after(10))),
    *(Attack("J4", f"exp-{name}", f"exp is {what}", reason, _with_exp(value)) for name, what, value, reason in MOMENTS),
    Attack("J4", "iat-text", "iat is a text", Reason.CLAIMS, lambda f: f.good(iat="now")),
    Attack("J4", "nbf-list", "nbf is a list", Reason.CLAIMS, lambda f: f.good(nbf=[0])),
    Attack("J4", "jti-empty", "an empty jti", Reason.CLAIMS, lambda f: f.good(jti="")),
    Attack("J4", "jti-number", "jti is a number", Reason.CLAIMS, lambda f: f.good(jti=1)),
    Attack("J4", "jti-nul", "a NUL in the jti, for the database", Reason.CLAIMS, lambda f: f.good(jti=f"{CANARY}\x00")),
    Attack("J4", "jti-half", "half a character in the jti, for the log", Reason.CLAIMS, lambda f: f.good(jti="\ud800")),
    Attack("J4", "jti-long", "a jti of 5,000 letters", Reason.CLAIMS, lambda f: f.good(jti="x" * 5000)),
    Attack("J13", "tenant-unknown", "a tenant that is not listed", Reason.TENANT, lambda f: f.good(tenant=CANARY)),
    Attack(
        "J13", "tenant-none", "no tenant, where the client lists some", Reason.TENANT, lambda f: f.good(tenant=None)
    ),
    Attack("J13", "tenant-case", "a listed tenant in capitals", Reason.TENANT, lambda f: f.good(tenant="NORTH")),
    Attack("J13", "tenant-list", "tenant is a list of all", Reason.CLAIMS, lambda f: f.good(tenant=["north", "south"])),
    Attack(
        "J13",
        "tenant-of-other",
        "of two hospitals with one issuer, the first signs for the second",
        Reason.KEY,
        lambda f: OF_NORTH.token(f.claims(SHARED, tenant="south")),
    ),
    Attack(
        "J13",
        "tenant-of-other-kid",
        "the same under the second's kid",
        Reason.SIGNATURE,
        lambda f: OF_NORTH.token(f.claims(SHARED, tenant="south"), kid="south-1"),
    ),
    Attack("J15", "opaque", "an opaque access token", Reason.UNREADABLE, lambda _: f"{CANARY}-2YotnFZFEjr1zCsicMWpAA"),
    Attack(
        "J15",
        "access-token",
        "an access token of the same EHR, for its FHIR server",
        Reason.AUDIENCE,
        lambda f: f.good(aud="https://fhir.hospital.example/r4", scope="patient/*.read"),
    ),
    Attack(
        "J15",
        "id-token",
        "an identity token of the same EHR",
        Reason.AUDIENCE,
        lambda f: f.good(aud="client-1", nonce="x"),
    ),
)

REPLAY: Final = (
    Attack("J11", "replay", "a token that was used", Reason.USED, Forge.good, used=True),
    Attack("J11", "replay-rs384", "the same with RSA", Reason.USED, lambda f: f.good(EHR_RSA), used=True),
    Attack("J11", "replay-published", "the same with a published key", Reason.USED, Forge.at_clinic, used=True),
    Attack(
        "J11",
        "replay-scheme",
        "a token that was used, scheme in other case",
        Reason.USED,
        Forge.good,
        send=lambda t: alone(f"BEARER  {t}"),
        used=True,
    ),
    Attack(
        "J11",
        "replay-respelt",
        "a token that was used, with the other signature that ECDSA allows (r, n - s)",
        Reason.USED,
        Forge.good,
        send=lambda t: bearer(_mirrored(t)),
        used=True,
    ),
    Attack(
        "J11",
        "replay-resigned",
        "a new token with the jti of one that was used",
        Reason.USED,
        Forge.good,
        send=lambda t: bearer(EHR.token(json.loads(part_of(t, 1)) | {"sub": "another"})),
        used=True,
    ),
    Attack(
        "J11",
        "replay-feedback",
        "a token that was used, for the feedback",
        Reason.AUDIENCE,
        Forge.good,
        path=FEEDBACK,
        used=True,
    ),
)
