"""The integration sheet: every item that a site must be told (5.3), and each as the service itself has it."""

from __future__ import annotations

import re
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from reportlab.pdfbase.ttfonts import TTFont

from cds_hooks import cli
from cds_hooks.app import create_app
from cds_hooks.cards import laying_out
from cds_hooks.messages import Card, Link
from cds_hooks.sheet import as_markdown, as_pdf, sheet_of
from cds_hooks.site import Site, load_site
from fhir_profiles.codes import CARD_TOPIC, ORDER_CONCEPT, OVERRIDE_REASON
from fhir_profiles.orderables import CONCEPTS, read_orderables
from fhir_profiles.queries import QUERIES
from tests.house.tree import ROOT
from tests.support import calls
from tests.support.doors import Door, written
from tests.support.signing import claims, key_set, signer

SITES = ROOT / "deploy" / "sites"
NAMES = ("generic", "epic", "oracle", "hospitals", "development")
Tables = dict[str, list[list[str]]]


@pytest.fixture(autouse=True)
def _signals_as_they_were() -> Iterator[None]:
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


def site_of(name: str) -> Site:
    return load_site(SITES / f"{name}.toml", {"SPINAL_CDS__STORE__URL": "sqlite:///:memory:"})


def parts(text: str) -> list[tuple[str, Tables]]:
    """For each client its name, and the rows of the tables below each heading."""
    found = []
    for client in re.split(r"(?m)^## ", text)[1:]:
        name, *sections = re.split(r"(?m)^### ", client)
        tables = {}
        for section in sections:
            lines = [line for line in section.splitlines() if line.startswith("| ")]
            rows = [re.split(r"(?<!\\) \| ", line[2:-2]) for line in lines if not line.startswith("| ---")]
            tables[section.partition("\n")[0]] = rows[1:]
        found.append((name.partition("\n")[0], tables))
    return found


def only(name: str) -> Tables:
    ((_, tables),) = parts(as_markdown(sheet_of(site_of(name))))
    return tables


def service(site: Site) -> FlaskClient:
    return create_app(site).test_client()


@pytest.mark.parametrize("name", NAMES)
def test_each_client_has_every_section(name: str) -> None:
    site = site_of(name)
    found = parts(as_markdown(sheet_of(site)))
    assert [client for client, _ in found] == [
        f"Client {each.issuer}" + (f", tenant {', '.join(each.tenants)}" if each.tenants else "")
        for each in site.clients
    ]
    for _, tables in found:
        assert list(tables) == [
            "Services",
            "Tokens",
            "Prefetch",
            "Access to the FHIR server",
            "CDS Hooks version and client profile",
            "Topics of cards",
            "Override reasons",
            "Orders",
            "Order sets",
            "Links",
            "Response time",
            "What to do when the answer is not 200",
            "Limits",
            "Local practice",
        ]
        assert [title for title, rows in tables.items() if not rows] == ["Response time"]


def test_every_address_is_one_that_answers() -> None:
    site = site_of("generic")
    asked = service(site)
    rows = [row for row in only("generic")["Services"] if row[0].startswith("order-")]
    discovered = {each["hook"]: each["id"] for each in asked.get("/cds-services").get_json()["services"]}
    assert {row[0] for row in rows} == discovered.keys()
    for hook, _, url, feedback in rows:
        assert url == f"{site.public_url}/cds-services/{discovered[hook]}"
        for address in (url, feedback):
            assert asked.post(address.removeprefix(site.public_url)).status_code == 401


@pytest.mark.parametrize("name", ["generic", "epic", "oracle"])
def test_prefetch_is_that_of_discovery(name: str) -> None:
    rows = only(name)["Prefetch"]
    told = {key: query.replace("\\|", "|") for key, _, query in rows}
    for each in service(site_of(name)).get("/cds-services").get_json()["services"]:
        assert each["prefetch"] == told
    assert {key for key, required, _ in rows if required == "yes"} == {each.key for each in QUERIES if each.required}


def test_several_hospitals_have_each_their_own_keys() -> None:
    site = site_of("hospitals")
    north, south, west = (tables for _, tables in parts(as_markdown(sheet_of(site))))
    assert north["Prefetch"] == south["Prefetch"]
    assert {row[0] for row in north["Prefetch"]} - {row[0] for row in west["Prefetch"]} == {
        "conditions",
        "consents",
        "imaging",
    }
    assert ["platelets_min", "80"] in south["Local practice"]
    assert ["platelets_min", "60"] in north["Local practice"]
    assert south["Topics of cards"] != north["Topics of cards"]


@pytest.mark.parametrize("name", NAMES)
def test_a_scope_for_every_type_that_is_read_and_for_no_other(name: str) -> None:
    site = site_of(name)
    for (_, tables), client in zip(parts(as_markdown(sheet_of(site))), site.clients, strict=True):
        read = {each.resource_type for each in QUERIES if each.key not in client.not_available} | {"Binary"}
        rows = tables["Access to the FHIR server"]
        assert {row[0] for row in rows} == {f"patient/{each}.read" for each in read}
        assert {re.sub(r"\.[rs]$", ".read", row[1]) for row in rows} == {row[0] for row in rows}


def test_tokens_as_the_sheet_asks_for_them_are_let_in(tmp_path: Path) -> None:
    ehr = signer()
    written(tmp_path / "ehr.json", key_set(ehr))
    file = tmp_path / "site.toml"
    file.write_text(
        'public_url = "https://cds.example/x"\n[[client]]\nissuer = "https://ehr.example"\njwks_file = "ehr.json"\n'
        'audience = ["our-cds"]\ntenants = ["north"]\nalgorithms = ["ES384"]\n',
        encoding="utf-8",
    )
    site = load_site(file, {})
    ((_, tables),) = parts(as_markdown(sheet_of(site)))
    told = dict(tables["Tokens"])
    entrance = Door(site)
    assert (told["alg"], told["iss"], told["tenant"]) == (ehr.algorithm, "https://ehr.example", "north")
    addresses = told["aud"].split("<br>")[1:]
    assert len(addresses) == 4
    for address in addresses:
        for audience in (address, told["aud, as well"]):
            said = claims(told["iss"], audience, entrance.clock.now, tenant=told["tenant"])
            assert entrance.refused(ehr.token(said), address.removeprefix(site.public_url)) == ""
    said = claims(told["iss"], addresses[0], entrance.clock.now, tenant=told["tenant"])
    assert entrance.refused(ehr.token(said), addresses[1].removeprefix(site.public_url)) == "audience"


def test_codes_are_those_that_cards_carry() -> None:
    text, tables = as_markdown(sheet_of(site_of("generic"))), only("generic")
    asked = calls.client()
    topics, reasons = set(), set()
    for patient in ("V-01", "V-03", "V-06", "V-09", "V-12", "V-16"):
        for card in calls.post(asked, calls.call(patient)).cards:
            topics.add((card["source"]["topic"]["code"], card["source"]["topic"]["display"]))
            assert card["source"]["topic"]["system"] == CARD_TOPIC
            reasons |= {(each["code"], each["display"], each["system"]) for each in card.get("overrideReasons", [])}
    assert topics
    assert topics <= {(code, shown) for code, shown in tables["Topics of cards"]}
    assert reasons == {(code, shown, OVERRIDE_REASON) for code, shown in tables["Override reasons"]}
    for system in (CARD_TOPIC, OVERRIDE_REASON, ORDER_CONCEPT):
        assert f"ystem {system}" in text


def test_orders_stand_beside_the_hospitals_own() -> None:
    own = read_orderables(SITES / "orders.conceptmap.json")
    assert "Systems of yours: https://hospital.example/orderables." in as_markdown(sheet_of(site_of("generic")))
    rows = only("generic")["Orders"]
    assert [row[0] for row in rows] == sorted(CONCEPTS)
    for code, _, _, yours, recognised in rows:
        expected = own.codings[code]["code"] if code in own.codings else "our code and text alone"
        assert yours.partition("<br>")[0] == expected
        known = [each for (_, each), concept in own.concepts.items() if concept == code]
        assert recognised == (", ".join(known) or "–")


def test_every_failure_of_the_interface_is_explained() -> None:
    statuses: set[str] = set()
    document = service(site_of("generic")).get("/openapi.json").get_json()
    for operations in document["paths"].values():
        for operation in (each for each in operations.values() if isinstance(each, dict)):
            statuses |= {status for status in operation["responses"] if int(status) >= 400}
    assert statuses
    told = {row[0].split()[0] for row in only("generic")["What to do when the answer is not 200"]}
    assert statuses <= told


@pytest.mark.parametrize(
    ("name", "switches"),
    [
        ("generic", {"selectionBehavior": "at-most-one", "checklists as Task": "yes", "suggestions": "yes"}),
        (
            "epic",
            {"selectionBehavior": "any", "one action in each suggestion": "yes", "types of actions": "create, delete"},
        ),
        ("oracle", {"selectionBehavior": "not sent", "suggestions": "none: information only"}),
    ],
)
def test_switches_are_those_of_the_profile(name: str, switches: dict[str, str]) -> None:
    told = dict(only(name)["CDS Hooks version and client profile"])
    assert switches.items() <= told.items()


def test_a_host_that_cards_lead_to_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cards lead to the picture of their decision today; whatever else one led to would be found, wherever on it it stands."""
    usual = laying_out._card

    def leading(*arguments: Any) -> Card:
        links = (Link(label="more", url="https://more.example/x"),)
        return replace(usual(*arguments), links=links, detail="see https://text.example/y")

    monkeypatch.setattr(laying_out, "_card", leading)
    rows = only("generic")["Links"]
    assert rows == [["https://more.example", "link", "page"], ["https://text.example", "text", "page"]]


def test_the_response_times_are_no_better_than_what_was_measured() -> None:
    (said,) = re.findall(r"speed\.md\): ([^.]+)\.", as_markdown(sheet_of(site_of("generic"))))
    page = (ROOT / "docs" / "explanation" / "speed.md").read_text(encoding="utf-8")
    own = page.partition("## An order")[0]
    rows = {count: re.findall(rf"(?m)^\| {count} \| (.+) \|$", own) for count in ("200", "1,000", "5,000")}
    measured = {count: max(float(row.split(" | ")[1]) for row in found) for count, found in rows.items()}
    told = {count: float(bound) for count, bound in re.findall(r"([\d,]+) resources: (\d+) ms", said)}
    assert told.keys() == measured.keys()
    assert [count for count in told if told[count] < measured[count]] == []


# --- on paper ---------------------------------------------------------------------------------------------------------


def test_the_same_sheet_is_the_same_pdf_and_says_what_it_is() -> None:
    made, again = (as_pdf(sheet_of(site_of("hospitals"))) for _ in range(2))
    assert made == again
    assert made.startswith(b"%PDF-")
    assert b"/Title (Integration sheet: https://cds.group.example)" in made


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_the_font_has_every_sign_of_the_sheet(name: str, language: str) -> None:
    environ = {"SPINAL_CDS__LANGUAGE": language, "SPINAL_CDS__STORE__URL": "sqlite:///:memory:"}
    text = as_markdown(sheet_of(load_site(SITES / f"{name}.toml", environ)))
    for font in ("Vera", "VeraBd"):
        known = TTFont(font, f"{font}.ttf").face.charToGlyph
        assert {sign for sign in text if ord(sign) not in known} - {"\n"} == set()
        assert set(map(ord, "≥×–äöüéèàßµ°")) <= known.keys()


def test_the_command_prints_markdown_and_writes_pdf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site, file = SITES / "generic.toml", tmp_path / "sheet.pdf"
    assert cli.main(["sheet", str(site)]) == cli.GOOD
    assert capsys.readouterr().out == as_markdown(sheet_of(site_of("generic")))
    assert cli.main(["sheet", str(site), "--pdf", str(file)]) == cli.GOOD
    assert file.read_bytes() == as_pdf(sheet_of(site_of("generic")))
    assert cli.main(["sheet", str(site), "--pdf", str(tmp_path / "none" / "sheet.pdf")]) == cli.FAILED


def test_without_the_library_the_command_says_what_to_install(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "reportlab.lib.pagesizes", None)
    assert cli.main(["sheet", str(SITES / "generic.toml"), "--pdf", str(tmp_path / "sheet.pdf")]) == cli.FAILED
    assert "spinal-tumour-cds[pdf]" in capsys.readouterr().err
    assert not (tmp_path / "sheet.pdf").exists()


def test_a_wrong_site_has_no_sheet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["sheet", str(tmp_path / "none.toml")]) == cli.FAILED
    assert "none.toml" in capsys.readouterr().err
