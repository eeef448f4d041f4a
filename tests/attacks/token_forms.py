"""Attacks without a token, and with what is none: other places and schemes, cut, blown up, respelt (J1-J4, J12).

What may not live here: tokens that are well formed (`token_keys`, `token_claims`).
"""

from __future__ import annotations

import json
import zlib
from base64 import b64encode
from typing import Final

from cds_hooks.trust import Reason
from tests.attacks.attack import Attack, alone, left_out
from tests.attacks.forging import EHR, EHR_RSA, EVIL, STRANGER, Forge, other_spelling, with_name_twice
from tests.support.doors import ISSUER, PUBLIC_URL, SERVICE
from tests.support.signing import as_json

WITHOUT: Final = (
    Attack("J1", "no-header", "no Authorization at all", Reason.MISSING, Forge.good, send=left_out),
    Attack("J1", "empty-header", "an empty Authorization", Reason.MISSING, lambda _: "", send=alone),
    Attack("J2", "basic", "Basic credentials", Reason.MISSING, lambda _: "Basic YWRtaW46YWRtaW4=", send=alone),
    Attack("J2", "no-scheme", "the token without Bearer", Reason.MISSING, Forge.good, send=alone),
    Attack(
        "J2", "other-scheme", "the token behind another scheme", Reason.MISSING, lambda f: f"JWT {f.good()}", send=alone
    ),
    Attack("J2", "bearer-only", "Bearer without a token", Reason.UNREADABLE, lambda _: "Bearer", send=alone),
    Attack(
        "J2",
        "in-query",
        "the token in the address",
        Reason.MISSING,
        Forge.good,
        send=lambda t: {"QUERY_STRING": f"access_token={t}"},
    ),
    Attack(
        "J2",
        "in-cookie",
        "the token in a cookie",
        Reason.MISSING,
        Forge.good,
        send=lambda t: {"HTTP_COOKIE": f"t={t}"},
    ),
    Attack(
        "J2",
        "in-other-header",
        "the token in Proxy-Authorization and X-Forwarded-Authorization",
        Reason.MISSING,
        Forge.good,
        send=lambda t: {"HTTP_PROXY_AUTHORIZATION": f"Bearer {t}", "HTTP_X_FORWARDED_AUTHORIZATION": f"Bearer {t}"},
    ),
    Attack(
        "J2",
        "two-tokens",
        "two headers, joined by a server: a forged token, then a good one",
        Reason.UNREADABLE,
        lambda f: f"{f.good(STRANGER)}, Bearer {f.good()}",
    ),
)

FORM: Final = (
    Attack("J12", "truncated", "the end of the signature cut off", Reason.SIGNATURE, lambda f: f.good()[:-10]),
    Attack(
        "J12",
        "truncated-claims",
        "cut off inside the claims",
        Reason.UNREADABLE,
        lambda f: f.good().rpartition(".")[0][:-40],
    ),
    Attack(
        "J12", "two-parts", "without the signature's part", Reason.UNREADABLE, lambda f: f.good().rpartition(".")[0]
    ),
    Attack(
        "J12",
        "five-parts",
        "five parts, as an encrypted token has",
        Reason.UNREADABLE,
        lambda f: f"{f.good()}.AAAA.AAAA",
    ),
    Attack("J12", "megabyte", "a token of 1 MB", Reason.LONG, lambda f: f.good(pad="x" * 750_000)),
    Attack("J12", "megabyte-dots", "1 MB of dots", Reason.LONG, lambda _: "." * 1_000_000),
    Attack(
        "J12", "megabyte-spaces", "1 MB of spaces before the token", Reason.LONG, lambda f: " " * 1_000_000 + f.good()
    ),
    Attack("J12", "long", "a good token that was blown up to 17 KB", Reason.LONG, lambda f: f.good(pad="x" * 12_500)),
    Attack(
        "J12",
        "json-form",
        "JSON serialisation, with a second signature",
        Reason.UNREADABLE,
        lambda f: json.dumps(dict(zip(("protected", "payload", "signature"), f.good().split("."), strict=True))),
    ),
    Attack(
        "J12", "padded", "padding behind each part", Reason.UNREADABLE, lambda f: f.good().replace(".", "==.") + "=="
    ),
    Attack(
        "J12",
        "plain-base64",
        "signature in plain base64",
        Reason.UNREADABLE,
        lambda f: f"{f.good().rpartition('.')[0]}.{b64encode(bytes([255] * 96)).decode()}",
    ),
    Attack(
        "J12",
        "respelt",
        "a signature whose spare bits are set",
        Reason.SIGNATURE,
        lambda f: other_spelling(f.good(EHR_RSA)),
    ),
    Attack(
        "J12",
        "new-header",
        "a line break and a header behind the token",
        Reason.UNREADABLE,
        lambda f: f"{f.good()}\r\nX: y",
    ),
    Attack("J12", "nul", "a NUL behind the token", Reason.UNREADABLE, lambda f: f"{f.good()}\x00"),
    Attack(
        "J12", "accents", "letters that are none of base64", Reason.UNREADABLE, lambda f: f.good().replace("e", "é", 1)
    ),
    Attack(
        "J12",
        "deep",
        "claims that are nested 2,000 deep",
        Reason.UNREADABLE,
        lambda f: f.with_texts(said=b'{"a":' * 2000),
    ),
    Attack(
        "J12",
        "claims-list",
        "claims that are a list",
        Reason.UNREADABLE,
        lambda f: f.with_texts(said=as_json([f.claims()])),
    ),
    Attack(
        "J12",
        "utf-16",
        "claims in UTF-16, which some readers guess",
        Reason.UNREADABLE,
        lambda f: f.with_texts(said=as_json(f.claims()).decode().encode("utf-16")),
    ),
    Attack(
        "J12",
        "compressed",
        "claims compressed, as a bomb would be",
        Reason.UNREADABLE,
        lambda f: f.with_texts(header=as_json(EHR.header(zip="DEF")), said=zlib.compress(b" " * 1_000_000)),
    ),
    Attack(
        "J4",
        "iss-twice",
        "iss twice: the attacker's, then a listed one",
        Reason.UNREADABLE,
        lambda f: f.with_texts(said=with_name_twice(as_json(f.claims(EVIL)), "iss", ISSUER)),
    ),
    Attack(
        "J4",
        "aud-twice",
        "aud twice",
        Reason.UNREADABLE,
        lambda f: f.with_texts(said=with_name_twice(as_json(f.claims(aud=EVIL)), "aud", f"{PUBLIC_URL}{SERVICE}")),
    ),
    Attack(
        "J4",
        "exp-twice",
        "exp twice: expired, then not",
        Reason.UNREADABLE,
        lambda f: f.with_texts(said=with_name_twice(as_json(f.claims(exp=1)), "exp", f.after(300))),
    ),
    Attack(
        "J3",
        "alg-twice",
        "alg twice: none, then ES384",
        Reason.UNREADABLE,
        lambda f: f.with_texts(header=with_name_twice(as_json(EHR.header(alg="none")), "alg", "ES384")),
    ),
    Attack(
        "J3",
        "kid-twice",
        "kid twice",
        Reason.UNREADABLE,
        lambda f: f.with_texts(header=with_name_twice(as_json(EHR.header(kid="x")), "kid", "ehr-1")),
    ),
)
