"""One spelling of an address, in the site file and in a request: what is the same server, and what is no address at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cds_hooks.site import ClientSettings
from cds_hooks.site.addresses import normal_address
from cds_hooks.site.kinds import Unfit

SERVER = "https://fhir.hospital.example/r4"
LISTED = ClientSettings(
    fhir_servers=(SERVER, "http://127.0.0.1:8090/fhir", "http://[::1]:8090/fhir", "https://h.example")
)


@pytest.mark.parametrize(
    ("address", "listed"),
    [
        (SERVER, SERVER),
        (f"{SERVER}/", SERVER),
        ("https://FHIR.hospital.EXAMPLE:443/r4", SERVER),
        ("HTTPS://fhir.hospital.example/r4", SERVER),
        ("https://fhir.hospital.example:00443/r4", SERVER),
        ("http://127.0.0.1:8090/fhir", "http://127.0.0.1:8090/fhir"),
        ("http://[0:0:0:0:0:0:0:1]:8090/fhir", "http://[::1]:8090/fhir"),
        ("https://h.example/", "https://h.example"),
    ],
)
def test_FA6_a_listed_server_in_any_spelling_is_the_one_of_the_list(address: str, listed: str) -> None:
    assert LISTED.listed(address) == listed


OTHER = [
    None,
    "",
    # another server of the same host, or of the same name
    "https://fhir.hospital.example",
    "https://fhir.hospital.example/",
    "https://fhir.hospital.example/r4/x",
    "https://fhir.hospital.example/r4evil",
    "https://fhir.hospital.example/R4",
    "https://fhir.hospital.example/r4//",
    "http://fhir.hospital.example/r4",
    "https://fhir.hospital.example:8443/r4",
    "https://fhir.hospital.example:80/r4",
    "https://fhir.hospital.example.evil.example/r4",
    "https://evil.example/fhir.hospital.example/r4",
    "https://hospital.example/r4",
    "http://127.0.0.1:8091/fhir",
    "http://127.0.0.1/fhir",
    "http://localhost:8090/fhir",
    "http://169.254.169.254/latest",
    # steps, encoded or not
    "https://fhir.hospital.example/r4/../r4",
    "https://fhir.hospital.example/./r4",
    "https://fhir.hospital.example/r4/.",
    "https://fhir.hospital.example/x/..;/r4",
    "https://fhir.hospital.example/%72%34",
    "https://fhir.hospital.example/r4%2f",
    "https://fhir.hospital.example/r4%252f..",
    "https://fhir.hospital.example//r4",
    # parts that an address of ours does not have
    "https://fhir.hospital.example/r4?x=1",
    "https://fhir.hospital.example/r4?",
    "https://fhir.hospital.example/r4#x",
    "https://fhir.hospital.example/r4#",
    "https://user@fhir.hospital.example/r4",
    "https://@fhir.hospital.example/r4",
    "https://fhir.hospital.example@evil.example/r4",
    "https://fhir.hospital.example:CANARY@evil.example/r4",
    "https://evil.example#@fhir.hospital.example/r4",
    # what two programs read differently
    "https://evil.example\\@fhir.hospital.example/r4",
    "https://fhir.hospital.example\\.evil.example/r4",
    "https:\\\\fhir.hospital.example\\r4",
    "https:/fhir.hospital.example/r4",
    "https:fhir.hospital.example/r4",
    "https:///fhir.hospital.example/r4",
    "//fhir.hospital.example/r4",
    "fhir.hospital.example/r4",
    "https://fhir.hospital.exam\nple/r4",
    "https://fhir.hospital.example/r4\n",
    "https://fhir.hospital.example/r4\t",
    "https://fhir.hospital.example/r4\r\nX: y",
    "\thttps://fhir.hospital.example/r4",
    " https://fhir.hospital.example/r4",
    "https://fhir.hospital.example /r4",
    "https://fhir.hospital.example\x00.evil.example/r4",
    # names that look or resolve the same
    "https://fhir.hospital.example./r4",
    "https://fhir..hospital.example/r4",
    "https://fhir.hospital.example:/r4",
    "https://fhir.hosp\u0456tal.example/r4",
    "https://fhir.hos\u200bpital.example/r4",
    "https://fhir.hospital\u3002example/r4",
    "https://\uff46hir.hospital.example/r4",
    "https://fhir.ho\u017fpital.example/r4",
    "https://fhir%2ehospital.example/r4",
    "https://\u212aev.example/r4",
    # other ways to write 127.0.0.1
    "http://2130706433:8090/fhir",
    "http://0x7f000001:8090/fhir",
    "http://0x7f.0.0.1:8090/fhir",
    "http://0177.0.0.1:8090/fhir",
    "http://017700000001:8090/fhir",
    "http://127.1:8090/fhir",
    "http://127.0.0.1.:8090/fhir",
    "http://127.0.0.01:8090/fhir",
    "http://\u2460\u2461\u2466.0.0.1:8090/fhir",
    "http://\uff11\uff12\uff17.0.0.1:8090/fhir",
    "http://[::ffff:127.0.0.1]:8090/fhir",
    "http://[::ffff:7f00:1]:8090/fhir",
    "http://[::1%25lo]:8090/fhir",
    "http://[::1%lo]:8090/fhir",
    "http://[::1:8090/fhir",
    "http://::1:8090/fhir",
    "http://0.0.0.0:8090/fhir",
    # no such port, no such scheme, no address
    "http://127.0.0.1:99999/fhir",
    "http://127.0.0.1:08090000/fhir",
    "http://127.0.0.1:-8090/fhir",
    "http://127.0.0.1:\uff18\uff10\uff19\uff10/fhir",
    "http://127.0.0.1:0/fhir",
    "ftp://fhir.hospital.example/r4",
    "file:///etc/passwd",
    "javascript:fetch('https://fhir.hospital.example/r4')",
    "not an address",
    f"https://{'a' * 5_000}.example/r4",
    f"https://fhir.hospital.example/{'r4/' * 5_000}",
]


@pytest.mark.parametrize("address", OTHER)
def test_FA6_any_other_server_is_no_access(address: str | None) -> None:
    assert LISTED.listed(address) is None


@pytest.mark.parametrize("address", ["https://\u212aev.example/r4", "https://ho\u017fpital.example/r4"])
def test_FA6_no_letter_of_another_script_counts_as_one_of_ours(address: str) -> None:
    client = ClientSettings(fhir_servers=("https://kev.example/r4", "https://hospital.example/r4"))
    assert client.listed(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com:0",
        "https://1.2.3",
        "https://1.2.3.4.5",
        "https://256.1.1.1",
        "https://0x7f.1",
        "https://[1.2.3.4]",
        "https://[::ffff:1.2.3.4]",
        "https://[:::]",
        f"https://{'a.' * 127}example",
        f"https://{'a' * 64}.example",
        "https://a_b..c",
        "https://h.example/a//b",
        "https://h.example/%00",
        "https://h.example/%5c",
        "https://h.example/%",
        "https://h.example/%zz",
    ],
)
def test_what_no_site_can_list(address: str) -> None:
    with pytest.raises(Unfit):
        normal_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://xn--krankenhaus-zrich-uzb.example/r4",
        "https://fhir_1.hospital.local/fhir",
        "https://192.168.1.7:8443/baseR4",
        "https://[fd12:3456::7]/r4",
        "https://fhir/r4",
        "https://ehr.example/interconnect-prd/api/FHIR/R4",
        "https://ehr.example/realms/My%20Realm/jwks.json",
        "https://ehr.example/~x/(1),v=2;a/b:c+d&e!$'",
        "https://3com.example/r4",
    ],
)
def test_what_hospitals_do_list(address: str) -> None:
    assert normal_address(address) == address


@given(st.text(st.sampled_from("htps:/.@\\[]%2f0x1aé\u212a-_#?; \n"), max_size=40).map("https://".__add__) | st.text())
def test_an_address_in_our_spelling_stays_as_it_is(address: str) -> None:
    try:
        normal = normal_address(address)
    except Unfit:
        return
    assert normal.isascii()
    assert normal_address(normal) == normal
