"""Which keys of a set are of use, and for which algorithm (J5)."""

from typing import Any

import pytest

from cds_hooks.site.keys import ALGORITHMS
from cds_hooks.trust.key_sets import KEY_TYPES, MOST_KEYS, Keys, reader
from tests.support import recorded
from tests.support.signing import Signer, changed, key_set, signer

EC, RSA = signer(), signer("ehr-2", "RS384")
ALL = tuple(KEY_TYPES)


def read(document: object, *algorithms: str, production: bool = True) -> Keys | None:
    return reader(algorithms or ALL, production=production)(document)


def names(*keys: object) -> set[tuple[str, str]]:
    found = read({"keys": list(keys)})
    assert found is not None
    return set(found)


def with_changes(one: Signer, **changes: Any) -> dict[str, Any]:
    return changed(one.public, changes)


def test_there_is_a_key_type_for_each_algorithm_of_the_site_file() -> None:
    assert set(KEY_TYPES) == set(ALGORITHMS)


@pytest.mark.parametrize("document", [None, [], "keys", 1, {}, {"keys": None}, {"keys": {}}, {"keys": "x"}, EC.public])
def test_what_is_no_key_set_is_known_as_such(document: object) -> None:
    assert read(document) is None


def test_a_set_without_keys_is_a_set() -> None:
    assert read({"keys": []}) == {}


def test_J5_a_key_is_bound_to_the_algorithm_that_it_names() -> None:
    assert names(*key_set(EC, RSA)["keys"]) == {("ehr-1", "ES384"), ("ehr-2", "RS384")}


def test_J5_a_key_that_names_none_is_bound_by_type_and_curve() -> None:
    for curve, algorithm in (("P-256", "ES256"), ("P-384", "ES384"), ("P-521", "ES512")):
        assert names(with_changes(signer("k", algorithm, kind=curve), alg=None)) == {("k", algorithm)}
    assert names(with_changes(RSA, alg=None)) == {("ehr-2", each) for each in ("RS256", "RS384", "RS512", "PS384")}


def test_J5_only_for_the_algorithms_of_the_client() -> None:
    assert set(read({"keys": [with_changes(RSA, alg=None)]}, "RS384", "ES384") or ()) == {("ehr-2", "RS384")}


@pytest.mark.parametrize(
    ("changes", "of_use"),
    [
        ({"use": None}, True),
        ({"use": "enc"}, False),
        ({"use": ["sig"]}, False),
        ({"key_ops": ["verify"]}, True),
        ({"key_ops": ["sign", "verify"]}, True),
        ({"key_ops": ["sign"]}, False),
        ({"key_ops": []}, False),
        ({"key_ops": "verify"}, False),
        ({"kid": None}, False),
        ({"kid": ""}, False),
        ({"kid": 1}, False),
        ({"kid": ["ehr-1"]}, False),
        ({"alg": "ES256"}, False),
        ({"alg": ["ES384"]}, False),
        ({"crv": "P-256"}, False),
        ({"crv": ["P-384"]}, False),
        ({"kty": "OKP"}, False),
        ({"kty": "RSA"}, False),
        ({"x": None}, False),
        ({"x": 1}, False),
        ({"x": "AA"}, False),
        ({"y": EC.public["x"]}, False),
        ({"d": "AA"}, False),
        ({"x5c": ["MIIB"], "x5u": "https://elsewhere.example", "extra": None}, True),
    ],
)
def test_J5_what_a_key_says_of_itself_is_heeded(changes: dict[str, Any], of_use: bool) -> None:  # noqa: FBT001
    assert names(with_changes(EC, **changes)) == ({("ehr-1", "ES384")} if of_use else set())


@pytest.mark.parametrize(
    "key",
    [
        {"kty": "oct", "kid": "ehr-1", "k": "c2VjcmV0", "alg": "HS256"},
        {"kty": "oct", "kid": "ehr-1", "k": "c2VjcmV0", "alg": "ES384"},
        {"kty": "OKP", "crv": "Ed25519", "kid": "ehr-1", "x": "A" * 43},
        with_changes(RSA, n="AQAB"),
        with_changes(RSA, e="AQ"),
        with_changes(RSA, e=3),
        with_changes(RSA, crv="P-384"),
        "key",
        None,
        [],
    ],
)
def test_J5_symmetric_keys_and_what_is_no_key_are_left_out(key: object) -> None:
    assert names(key, EC.public) == {("ehr-1", "ES384")}


@pytest.mark.parametrize(("bits", "of_use"), [("1024", False), ("2048", True), ("3072", True)])
def test_J5_an_rsa_key_has_at_least_2048_bits(bits: str, of_use: bool) -> None:  # noqa: FBT001
    assert bool(names(signer("weak", "RS384", kind=bits).public)) is of_use


def test_a_private_key_that_was_published_proves_nothing() -> None:
    numbers: Any = EC.private.private_numbers()
    secret = int(numbers.private_value).to_bytes(48, "big").hex()
    assert names(with_changes(EC, d=secret)) == set()


def test_of_two_keys_with_one_name_the_first_counts() -> None:
    other = signer(owner="second")
    found = read({"keys": [EC.public, other.public]})
    assert found is not None
    key: Any = found["ehr-1", "ES384"].key
    assert key.public_numbers() == EC.private.public_key().public_numbers()


def test_keys_of_two_types_may_share_a_name() -> None:
    """RFC 7517, 4.5."""
    assert names(EC.public, RSA.public | {"kid": "ehr-1"}) == {("ehr-1", "ES384"), ("ehr-1", "RS384")}


def test_a_set_is_not_read_without_end() -> None:
    many = [EC.public | {"kid": str(number)} for number in range(MOST_KEYS + 1)]
    assert len(names(*many)) == MOST_KEYS


def test_J16_the_public_sandboxs_key_is_of_use_in_development_only() -> None:
    """Whoever lists it in production trusts everybody."""
    for spelling in (recorded.PUBLIC_KEY["x"], f"{recorded.PUBLIC_KEY['x']}===="):
        key = recorded.PUBLIC_KEY | {"x": spelling}
        assert names(key, EC.public) == {("ehr-1", "ES384")}
        assert len(read({"keys": [key]}, production=False) or ()) == 1
