"""What a token must be (J2-J6, J10, J14), seen from the door of a production site with a client whose keys lie in a file."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cds_hooks.failures import NotTrusted
from cds_hooks.trust import Gate, Reason, tokens
from tests.support.doors import FEEDBACK, ISSUER, PUBLIC_URL, SERVICE, Door, door, with_file
from tests.support.signing import as_json, segment, signer

EHR = signer()
NOT_THERE = object()


@pytest.fixture
def ehr(tmp_path: Path) -> Door:
    return door(with_file(tmp_path, EHR))


def test_J1_a_usual_token_is_let_in(ehr: Door) -> None:
    caller = ehr.let_in(EHR.token(ehr.claims(jti="one", tenant="north")))
    assert caller.client is ehr.site.clients[0]
    assert (caller.tenant, caller.token_id, caller.notes) == ("north", "one", ())


@pytest.mark.parametrize(
    "header", [None, "", "Bearer", "Bearer ", "Basic dTpw", "a.b.c", "Token a.b.c", "Bearerx a.b.c"]
)
def test_J1_J2_without_a_bearer_token_nobody_is_let_in(ehr: Door, header: str | None) -> None:
    with pytest.raises(NotTrusted) as refused:
        ehr.gate.caller(header, SERVICE)
    assert refused.value.reason in (Reason.MISSING, Reason.UNREADABLE)


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER", "bEaReR", "Bearer  "])
def test_J2_the_scheme_is_compared_without_case(ehr: Door, scheme: str) -> None:
    assert ehr.gate.caller(f"{scheme} {EHR.token(ehr.claims())}", SERVICE).client is not None


# --- the header -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["alg", "kid", "typ"])
@pytest.mark.parametrize("value", [None, 1, "", ["JWT"], {}, True, "a\nb", "\ud800"])
def test_J3_each_member_of_the_header_is_needed_and_is_a_text(ehr: Door, name: str, value: object) -> None:
    assert ehr.refused(EHR.token(ehr.claims(), **{name: value})) == Reason.HEADER


@pytest.mark.parametrize(
    ("kind", "reason"), [("JWT", ""), ("jwt", ""), ("Jwt", ""), ("at+jwt", "header"), ("JWS", "header")]
)
def test_J3_typ_is_jwt_in_any_case(ehr: Door, kind: str, reason: str) -> None:
    assert ehr.refused(EHR.token(ehr.claims(), typ=kind)) == reason


@pytest.mark.parametrize("extension", [{"crit": ["exp"]}, {"crit": []}, {"crit": ["b64"], "b64": True}, {"b64": True}])
def test_J3_an_extension_that_must_be_understood_is_refused(ehr: Door, extension: dict[str, Any]) -> None:
    assert ehr.refused(EHR.token(ehr.claims(), **extension)) == Reason.HEADER


@pytest.mark.parametrize(
    "more", [{"x5t": "abc"}, {"x5c": ["MIIB"]}, {"cty": "JWT"}, {"x5u": "https://elsewhere.example"}]
)
def test_J3_whatever_else_a_header_says_is_not_looked_at(ehr: Door, more: dict[str, Any]) -> None:
    assert ehr.refused(EHR.token(ehr.claims(), **more)) == ""


def test_J14_kid_may_hold_the_signs_of_base64(tmp_path: Path) -> None:
    odd = signer("Q/7+x==")
    entrance = door(with_file(tmp_path, odd))
    assert entrance.refused(odd.token(entrance.claims())) == ""


# --- the claims -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["iss", "aud", "exp", "iat", "jti"])
def test_J4_each_claim_is_needed(ehr: Door, name: str) -> None:
    assert ehr.refused(EHR.token(ehr.claims(**{name: None}))) == Reason.CLAIMS


@pytest.mark.parametrize("name", ["iss", "jti", "tenant", "aud"])
@pytest.mark.parametrize("value", [1, "", [], {}, True, [1], [""], "a\x00b", "\ud800", "x" * 2000, ["a", 1]])
def test_J4_a_text_is_a_text(ehr: Door, name: str, value: object) -> None:
    assert ehr.refused(EHR.token(ehr.claims(**{name: value}))) == Reason.CLAIMS


@pytest.mark.parametrize("name", ["exp", "iat", "nbf"])
@pytest.mark.parametrize(
    "value", ["1795000000", True, -1, [1], {}, 10**12, 10**400, float("nan"), float("inf"), float("-inf")]
)
def test_J4_a_moment_is_a_finite_number(ehr: Door, name: str, value: object) -> None:
    assert ehr.refused(EHR.token(ehr.claims(**{name: value}))) in {Reason.CLAIMS.value, Reason.UNREADABLE.value}


@pytest.mark.parametrize("text", ["1e999", "-1e999", "NaN", "Infinity", "1" * 5000])
def test_J4_a_number_that_no_json_knows_is_refused(ehr: Door, text: str) -> None:
    said = json.dumps(ehr.claims(exp=0)).replace('"exp": 0', f'"exp": {text}')
    assert ehr.refused(EHR.signed(as_json(EHR.header()), said.encode())) in (Reason.CLAIMS, Reason.UNREADABLE)


def test_J4_moments_may_have_fractions(ehr: Door) -> None:
    now = ehr.clock.now.timestamp()
    assert ehr.refused(EHR.token(ehr.claims(iat=now + 0.5, exp=now + 60.25))) == ""


@pytest.mark.parametrize("more", [{"sub": "client"}, {"sub": 1}, {"scope": ["x"]}, {"x": {"y": [None]}}])
def test_J14_unknown_claims_are_fine(ehr: Door, more: dict[str, Any]) -> None:
    assert ehr.refused(EHR.token(ehr.claims(**more))) == ""


@pytest.mark.parametrize("jti", ["6f" * 32, "a/b+c==", "Ünïcødé 1", "0", "x" * 1024])
def test_J14_a_jti_may_be_any_string(ehr: Door, jti: str) -> None:
    assert ehr.let_in(EHR.token(ehr.claims(jti=jti))).token_id == jti


# --- what is no token -------------------------------------------------------------------------------------------------


def twice(text: bytes, name: str) -> bytes:
    """The same object with one of its names a second time."""
    return text[:-1] + b"," + as_json({name: json.loads(text)[name]})[1:]


def unreadable(ehr: Door) -> Iterator[tuple[str, str]]:
    header, said = as_json(EHR.header()), as_json(ehr.claims())
    good = EHR.signed(header, said)
    first, second, third = good.split(".")
    yield "two parts", f"{first}.{second}"
    yield "four parts", f"{good}.{third}"
    yield "padding", f"{first}==.{second}.{third}"
    yield "base64, but not for addresses", f"{first}.{second}.{third[:-2]}+/"
    yield "a space inside", f"{first}. {second}.{third}"
    yield "a line break at the end", f"{good}\n"
    yield (
        "a length that no base64 has",
        f"{first}A.{second}.{third}" if len(first) % 4 == 0 else f"{first[:1]}.{second}.{third}",
    )
    yield "two tokens", f"{good}, Bearer {good}"
    yield "header twice", EHR.signed(twice(header, "alg"), said)
    yield "claim twice", EHR.signed(header, twice(said, "iss"))
    yield "claim twice, deep", EHR.signed(header, said[:-1] + b',"x":[{"a":1,"a":1}]}')
    yield "no object", EHR.signed(header, b'["iss"]')
    yield "no JSON", EHR.signed(header, b"{")
    yield "no UTF-8", EHR.signed(header, b'{"iss":"\xff"}')
    yield "UTF-16", EHR.signed(header, said.decode().encode("utf-16"))
    yield "a byte order mark", EHR.signed(header, b"\xef\xbb\xbf" + said)
    yield "deep", EHR.signed(header, b"[" * 5000)
    yield "header no object", EHR.signed(b"1", said)
    yield "an encrypted token", f"{good}.{third}.{third}"


def test_J12_what_is_no_token_is_refused(ehr: Door) -> None:
    reasons = {what: ehr.refused(token) for what, token in unreadable(ehr)}
    assert reasons == dict.fromkeys(reasons, Reason.UNREADABLE)


def test_J12_a_token_that_is_too_long_is_not_read(ehr: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    longest = tokens.MAX_LENGTH - len("Bearer ")
    token = EHR.token(ehr.claims(pad="x" * 10_000))
    assert len(token) < longest
    assert ehr.refused(token) == ""
    monkeypatch.setattr(tokens, "_token", None)
    monkeypatch.setattr(tokens, "_COMPACT", None)
    for length in (longest + 1, 1_000_000):
        assert ehr.refused("x" * length) == Reason.LONG


# --- signature --------------------------------------------------------------------------------------------------------


def test_J5_a_signature_that_is_not_right_is_refused(ehr: Door) -> None:
    first, second, third = EHR.token(ehr.claims()).split(".")
    other = segment(as_json(ehr.claims(jti="another")))
    wrong = [
        f"{first}.{other}.{third}",
        f"{first}.{second}.",
        f"{first}.{second}.{third[:-4]}",
        f"{first}.{second}.{segment(bytes(96))}",
        f"{first}.{second}.{third}{third}",
        signer(owner="somebody else").token(ehr.claims()),
    ]
    assert {ehr.refused(token) for token in wrong} == {Reason.SIGNATURE}


@pytest.mark.parametrize(
    "algorithm", ["none", "None", "nOnE", "HS256", "HS384", "HS512", "ES256", "RS384", "EdDSA", "es384"]
)
def test_J5_only_the_algorithms_of_the_client_are_accepted(ehr: Door, algorithm: str) -> None:
    first, second, third = EHR.token(ehr.claims(), alg=algorithm).split(".")
    for signature in ("", third):
        assert ehr.refused(f"{first}.{second}.{signature}") == Reason.ALGORITHM


@pytest.mark.parametrize("algorithm", ["none", "HS256", "ES256K", "EdDSA"])
def test_J5_a_site_made_by_hand_cannot_allow_more(tmp_path: Path, algorithm: str) -> None:
    entrance = door(with_file(tmp_path, EHR, algorithms=(algorithm, "ES384")))
    first, second, third = EHR.token(entrance.claims(), alg=algorithm).split(".")
    for signature in ("", third):
        assert entrance.refused(f"{first}.{second}.{signature}") == Reason.KEY


@pytest.mark.parametrize("algorithm", ["ES256", "ES384", "ES512", "RS256", "RS384", "RS512", "PS384"])
def test_J5_every_algorithm_of_the_contract_verifies(tmp_path: Path, algorithm: str) -> None:
    one = signer("one", algorithm)
    entrance = door(with_file(tmp_path, one))
    assert entrance.refused(one.token(entrance.claims())) == ""


# --- audience ---------------------------------------------------------------------------------------------------------

HERE = PUBLIC_URL + SERVICE
ELSEWHERE = [
    PUBLIC_URL,
    f"{PUBLIC_URL}/cds-services",
    f"{PUBLIC_URL}/cds-services/spinal-tumour-order-sign",
    f"{HERE}/feedback",
    f"{HERE}//",
    f"{HERE}?x=1",
    f"{HERE}#x",
    f"{HERE}x",
    HERE[:-1],
    HERE.upper(),
    HERE.replace("https", "http"),
    HERE.replace("cds.", "evil."),
    f"https://evil.example/{HERE}",
    SERVICE,
    "*",
    [],
]


@pytest.mark.parametrize("audience", [HERE, f"{HERE}/", [HERE], ["https://other.example", f"{HERE}/"]])
def test_J6_the_audience_is_the_address_that_was_called(ehr: Door, audience: object) -> None:
    assert ehr.refused(EHR.token(ehr.claims(aud=audience))) == ""


@pytest.mark.parametrize("audience", ELSEWHERE)
def test_J6_every_other_audience_is_refused(ehr: Door, audience: object) -> None:
    reason = Reason.CLAIMS if audience == [] else Reason.AUDIENCE
    assert ehr.refused(EHR.token(ehr.claims(aud=audience))) == reason


def test_B11_feedback_has_its_own_address_or_the_fixed_value(tmp_path: Path) -> None:
    entrance = door(with_file(tmp_path, EHR, audience=("urn:our-cds", "https://fixed.example/cds/")))
    assert entrance.refused(EHR.token(entrance.claims(FEEDBACK)), FEEDBACK) == ""
    assert entrance.refused(EHR.token(entrance.claims(SERVICE)), FEEDBACK) == Reason.AUDIENCE
    for audience in ("urn:our-cds", ["urn:our-cds"], "https://fixed.example/cds", "https://fixed.example/cds/"):
        for path in (SERVICE, FEEDBACK):
            assert entrance.refused(EHR.token(entrance.claims(aud=audience)), path) == ""
    assert entrance.refused(EHR.token(entrance.claims(aud="urn:our-cds-2"))) == Reason.AUDIENCE


# --- times ------------------------------------------------------------------------------------------------------------

MINUTE, HOUR = 60, 3600
TIMES: list[tuple[str, dict[str, float], str]] = [
    ("usual", {"iat": 0, "exp": 300}, ""),
    ("an hour, no more", {"iat": 0, "exp": HOUR}, ""),
    ("a second more", {"iat": 0, "exp": HOUR + 1}, "lifetime"),
    ("a day", {"iat": 0, "exp": 24 * HOUR}, "lifetime"),
    ("for no time", {"iat": 0, "exp": 0}, "lifetime"),
    ("backwards", {"iat": 30, "exp": 0}, "lifetime"),
    ("just expired, within the leeway", {"iat": -300, "exp": -59}, ""),
    ("expired", {"iat": -300, "exp": -MINUTE}, "expired"),
    ("expired long ago", {"iat": -9 * HOUR, "exp": -8 * HOUR}, "expired"),
    ("made by a clock that is ahead", {"iat": MINUTE, "exp": 300}, ""),
    ("made in the future", {"iat": MINUTE + 1, "exp": 300}, "not-yet-valid"),
    ("made far in the future", {"iat": HOUR, "exp": HOUR + 300}, "not-yet-valid"),
    ("valid from before it was made, as Epic does it", {"nbf": -300, "iat": 0, "exp": 600}, ""),
    ("valid from now on, by a clock that is ahead", {"nbf": MINUTE, "iat": 0, "exp": 600}, ""),
    ("valid later", {"nbf": MINUTE + 1, "iat": 0, "exp": 600}, "not-yet-valid"),
]


@pytest.mark.parametrize(("times", "reason"), [case[1:] for case in TIMES], ids=[case[0] for case in TIMES])
def test_J10_times(ehr: Door, times: dict[str, float], reason: str) -> None:
    now = int(ehr.clock.now.timestamp())
    assert ehr.refused(EHR.token(ehr.claims(**{name: now + offset for name, offset in times.items()}))) == reason


def test_J10_a_token_expires_while_time_passes(ehr: Door) -> None:
    one, other = (EHR.token(ehr.claims()) for _ in range(2))
    ehr.clock.forward(300 + 59)
    assert ehr.refused(one) == ""
    ehr.clock.forward(1)
    assert ehr.refused(other) == Reason.EXPIRED


# --- whatever comes ---------------------------------------------------------------------------------------------------


def test_J15_an_access_token_is_no_token_of_a_client(ehr: Door) -> None:
    """Signed by the very key, but made for a FHIR server."""
    access = ehr.claims(aud="https://fhir.hospital.example/r4", scope="patient/*.read", client_id="cds")
    assert ehr.refused(EHR.token(access)) == Reason.AUDIENCE
    assert ehr.refused(EHR.token(access | {"aud": HERE}, typ="at+jwt")) == Reason.HEADER
    assert ehr.refused("2YotnFZFEjr1zCsicMWpAA") == Reason.UNREADABLE


def test_a_token_is_never_shown(ehr: Door) -> None:
    assert "iss" not in repr(tokens.read(f"Bearer {EHR.token(ehr.claims())}"))


def test_the_issuer_is_compared_letter_by_letter(ehr: Door) -> None:
    for issuer in (
        f"{ISSUER}/",
        ISSUER.upper(),
        ISSUER[:-1],
        "",
        f" {ISSUER}",
        "https://ehr.hospital.example:443/oauth2",
    ):
        assert ehr.refused(EHR.token(ehr.claims(iss=issuer))) in (Reason.ISSUER, Reason.CLAIMS)


def test_the_words_for_reasons_are_all_different() -> None:
    assert len({each.value for each in Reason}) == len(Reason) == 18


def test_a_gate_needs_no_client(ehr: Door) -> None:
    gate = Gate(door().site, ehr.memory, ehr.clock)
    with pytest.raises(NotTrusted, match=Reason.ISSUER):
        gate.caller(f"Bearer {EHR.token(ehr.claims())}", SERVICE)


# --- whatever else ----------------------------------------------------------------------------------------------------

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
HEADERS = st.sampled_from(["alg", "kid", "typ", "jku", "crit", "b64", "jwk", "x5c", "x5u", "zip", "cty"])
CLAIMS = st.sampled_from(["iss", "aud", "exp", "iat", "nbf", "jti", "tenant", "sub", "cnf", "act"])


@settings(
    max_examples=200, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(header=st.dictionaries(HEADERS, JSON), said=st.dictionaries(CLAIMS, JSON))
def test_whatever_a_token_says_it_is_let_in_or_refused_with_a_word(
    ehr: Door, header: dict[str, Any], said: dict[str, Any]
) -> None:
    """And never anything else: a fault of our own would be a 500, and tell a stranger more than a 401 does."""
    token = EHR.signed(as_json(EHR.header() | header), as_json(ehr.claims() | said))
    reason = ehr.refused(token)
    assert reason == "" or reason in list(Reason)


@settings(
    max_examples=200, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(st.characters(max_codepoint=255)), cut=st.integers(0, 600))
def test_whatever_stands_in_the_header_is_refused_with_a_word(ehr: Door, text: str, cut: int) -> None:
    good = f"Bearer {EHR.token(ehr.claims())}"
    for header in (text, f"Bearer {text}", good[:cut] + text + good[cut + 1 :]):
        with suppress(NotTrusted):
            assert ehr.gate.caller(header, SERVICE).client is ehr.site.clients[0]
            assert header.partition(" ")[2].strip(" ") == good.partition(" ")[2]
