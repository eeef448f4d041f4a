"""No secret lies in the tree, of ours or of others: no private key, no token, no password. Tests make theirs at run time.

The detectors are detect-secrets'; each looks at a whole file at once, as line by line they would take a minute. What they
find and is none stands below with its reason.
"""

import json
import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from detect_secrets.core.plugins.util import get_mapping_from_secret_type_to_class
from detect_secrets.plugins.high_entropy_strings import HighEntropyStringsPlugin
from jwt.algorithms import ECAlgorithm

from tests.house.tree import ROOT, files, relative

SHIPPED = ("plugin", "fhir_profiles", "cds_hooks", "deploy", "docs", ".ci", "Makefile", "pyproject.toml")
KEY_FILES = {".pem", ".key", ".p8", ".p12", ".pfx", ".jks", ".keystore", ".der", ".crt"}
ADDRESSES = "IPPublicDetector"  # an address is no secret

# A member of a JWK that only the holder of the key has: RFC 7518, 6.2.2, 6.3.2 and 6.4.1.
_JWK = re.compile(r"""["'](?:d|p|q|dp|dq|qi|k)["']\s*:\s*["']([A-Za-z0-9_-]{20,})""")

MARKED = "CANARY"
"""A test looks for it where it must not be."""
NO_SECRET = frozenset(
    {
        "ehr",  # the client of a SMART server that runs for one test on this machine
        "443",  # a port, and what follows, in addresses that look as if they had a user
        "password",
        "{self.password}",  # made at run time, for a database that lives as long as one test
        "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0",  # a shared secret in a forged key set: refused, whatever it is
        "dw_JGR8nB2I6XveNxUOl2qk699ZPLM2nYI5STSdiEl9avAkrm3CkfYMbrrjr8laB",  # public half of the public sandbox's key (J16)
    }
)
BASE64_OF_OURS = "fhir_profiles/definitions/Library-spinal-tumour-indication.json"
"""FHIR wants an attachment's content in base64: it is the CQL file beside it."""


def detectors(*, entropy: bool) -> list[Any]:
    classes: list[Any] = list(get_mapping_from_secret_type_to_class().values())
    made = [each() for each in classes if each.__name__ != ADDRESSES]
    return [each for each in made if isinstance(each, HighEntropyStringsPlugin) == entropy]


FORMS, ENTROPY = detectors(entropy=False), detectors(entropy=True)


def found(text: str) -> Iterator[str]:
    """Whatever has the form of a secret."""
    for each in FORMS:
        yield from (value for value in each.analyze_string(text) if _counts(value))
    yield from filter(_counts, _JWK.findall(text))


def random_looking(text: str) -> Iterator[str]:
    """Strings that nobody typed."""
    for each in ENTROPY:
        values = each.analyze_string(text)
        yield from filter(_counts, (one for one in values if each.calculate_shannon_entropy(one) > each.entropy_limit))


def _counts(value: str) -> bool:
    return MARKED not in value and value not in NO_SECRET


def scanned() -> list[Path]:
    return [file for file in files() if not file.name.startswith("requirements")]  # hashes of packages


def text_of(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")


def test_nothing_in_the_tree_has_the_form_of_a_secret() -> None:
    told = {relative(file): list(found(text_of(file))) for file in scanned()}
    assert {name: values for name, values in told.items() if values} == {}


def test_nothing_that_is_shipped_looks_random() -> None:
    told = {relative(file): list(random_looking(text_of(file))) for file in scanned() if _is_shipped(file)}
    assert {name: values for name, values in told.items() if values and name != BASE64_OF_OURS} == {}


def _is_shipped(file: Path) -> bool:
    return relative(file).split("/")[0] in SHIPPED


def test_no_file_is_a_key() -> None:
    assert [relative(file) for file in files() if file.suffix.lower() in KEY_FILES] == []


def test_a_site_s_own_secrets_are_never_taken_into_git() -> None:
    assert {"keys/", "*.db", "*.log"} <= set((ROOT / ".gitignore").read_text(encoding="utf-8").splitlines())


# --- would they be noticed? ---------------------------------------------------------------------------------------------


def private_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP384R1())


@pytest.mark.parametrize("form", [PrivateFormat.PKCS8, PrivateFormat.TraditionalOpenSSL, PrivateFormat.OpenSSH])
def test_a_private_key_would_be_noticed(form: PrivateFormat) -> None:
    assert list(found(private_key().private_bytes(Encoding.PEM, form, NoEncryption()).decode()))


@pytest.mark.parametrize("indent", [None, 2])
def test_a_private_jwk_would_be_noticed_and_a_public_one_is_none(indent: int | None) -> None:
    own = private_key()
    whole = ECAlgorithm.to_jwk(own, as_dict=True)
    assert list(found(json.dumps(whole, indent=indent)))
    assert list(found(repr(whole)))
    assert list(found(json.dumps(ECAlgorithm.to_jwk(own.public_key(), as_dict=True)))) == []


def test_a_shared_secret_as_jwk_would_be_noticed() -> None:
    assert list(found(json.dumps({"kty": "oct", "k": secrets.token_urlsafe(32)})))


def test_passwords_and_random_strings_would_be_noticed() -> None:
    made = secrets.token_urlsafe(32)
    assert list(found("@".join((f"postgresql+psycopg://cds:{made}", "db.example/cds"))))
    assert list(random_looking(f'KEY = "{made}"'))
