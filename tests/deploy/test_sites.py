"""The example sites: they can be used as they are, the whole ones name every setting, and their orderables come first."""

import re
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest

from cds_hooks import cli
from cds_hooks.app import create_app
from cds_hooks.site import load_site
from cds_hooks.site.keys import CLIENT, ROOT, SECTIONS
from cds_hooks.trust.signing import make_keys
from fhir_profiles.codes import ORDER_CONCEPT
from fhir_profiles.orderables import read_orderables
from tests.house.tree import ROOT as TREE
from tests.support import calls
from tests.support.calls import Json, advice_of
from tests.support.validators import shape_faults

SITES = TREE / "deploy" / "sites"
GENERIC = SITES / "generic.toml"
WHOLE = [GENERIC, SITES / "epic.toml", SITES / "oracle.toml"]
MAP = SITES / "orders.conceptmap.json"
ORDERABLES = "https://hospital.example/orderables"


@pytest.mark.parametrize("site", sorted(SITES.glob("*.toml")), ids=lambda file: file.stem)
def test_an_example_site_can_be_used(site: Path) -> None:
    assert cli.main(["check", "--offline", str(site)]) == cli.GOOD


@pytest.mark.parametrize("site", WHOLE, ids=lambda file: file.stem)
def test_a_whole_example_names_every_setting(site: Path) -> None:
    text = site.read_text("utf-8")
    sections = {"": ROOT, "client": CLIENT, **SECTIONS}
    parts = re.split(r"(?m)^\[+(\w+)\]+$", text)
    named = {"": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}
    missing = [
        f"{name}.{setting.name}"
        for name, section in sections.items()
        for setting in section.settings
        if not re.search(rf"(?m)^(# )?{setting.name} = ", named[name])
    ]
    assert missing == []


@pytest.mark.parametrize("site", WHOLE, ids=lambda file: file.stem)
def test_what_is_commented_out_in_a_whole_example_is_right_too(site: Path) -> None:
    text = re.sub(r"(?ms)^# \[\[client\]\].*?\n\n", "", site.read_text("utf-8"))
    tree = tomllib.loads(re.sub(r"(?m)^# (\w+ = (?!\"(?:keys|secrets)/))", r"\1", text))
    declared = {one.name: one.default for one in SECTIONS["thresholds"].settings}
    assert tree["thresholds"] == declared


@pytest.mark.parametrize("site", WHOLE, ids=lambda file: file.stem)
def test_what_is_not_the_default_in_a_whole_example_says_why(site: Path) -> None:
    """A value that differs has no word of its being a default, and a reason behind it."""
    tree = tomllib.loads(site.read_text("utf-8"))
    tables = {"": tree, "client": tree["client"][0], **{name: tree.get(name, {}) for name in SECTIONS}}
    silent = [
        f"{name}.{setting.name}"
        for name, section in {"": ROOT, "client": CLIENT, **SECTIONS}.items()
        for setting in section.settings
        if setting.default is not None and setting.name in tables[name]
        if _plain(setting.default) != tables[name][setting.name]
        if not re.search(rf"(?m)^{setting.name} = .+?  +# .+", site.read_text("utf-8"))
    ]
    assert silent == []


def _plain(default: object) -> object:
    return list(default) if isinstance(default, tuple) else default


@pytest.mark.parametrize("name", ["epic", "oracle"])
def test_a_hosted_ehr_is_given_a_second_for_its_reads(name: str) -> None:
    site = load_site(SITES / f"{name}.toml", {})
    assert site.fhir.deadline_ms == 1000
    assert site.clients[0].profile == name


def test_the_example_of_oracle_says_that_it_is_unproven() -> None:
    assert "UNPROVEN" in (SITES / "oracle.toml").read_text("utf-8").splitlines()[0]


def test_the_client_of_the_self_test_that_stands_ready_in_the_examples_can_be_used(tmp_path: Path) -> None:
    for name in ("epic", "oracle", "hospitals"):
        text = (SITES / f"{name}.toml").read_text("utf-8")
        block = re.search(r"(?ms)^# \[\[client\]\].*?(?:\n\n|\Z)", text)
        assert block is not None
        own = block.group().replace("# ", "")
        make_keys(tmp_path / name / "keys")
        for map_of in SITES.glob("*.conceptmap.json"):
            shutil.copy(map_of, tmp_path / name)
        site = tmp_path / name / "site.toml"
        site.write_text(text.replace(block.group(), own), encoding="utf-8")
        assert cli.main(["check", "--offline", str(site)]) == cli.GOOD


def test_a_map_for_epic_names_what_the_other_example_names() -> None:
    """The same orders, and never the same code for two of them."""
    found = read_orderables(SITES / "epic.orders.conceptmap.json")
    assert found.unmapped == read_orderables(MAP).unmapped
    assert len({coding["code"] for coding in found.codings.values()}) == len(found.codings)


def test_the_example_map_has_thirty_orderables_and_is_valid() -> None:
    value = orjson.loads(MAP.read_bytes())
    assert shape_faults(value) == []
    targets = [target for element in value["group"][0]["element"] for target in element["target"]]
    assert len([target for target in targets if "code" in target]) == 30
    assert read_orderables(MAP).unmapped == ("OS-05",)


def test_check_lists_what_has_no_code_of_the_hospitals_own(capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["check", "--offline", str(GENERIC)])
    said = capsys.readouterr().out
    assert "20 of 21 orders" in said
    assert re.findall(r"OS-\S+", said) == ["OS-05"]


def answered(name: str, change: Callable[[Json], None] | None = None) -> list[Json]:
    site = load_site(GENERIC, {"SPINAL_CDS__MODE": "development"})
    found = calls.post(create_app(site).test_client(), calls.call(name, change=change))
    assert found.status == 200
    return found.cards


def codings(cards: list[Json]) -> list[list[dict[str, Any]]]:
    actions = [action for card in cards for each in card.get("suggestions", []) for action in each["actions"]]
    resources = [action["resource"] for action in actions if action["resource"]["resourceType"] != "Task"]
    return [each.get("code", each.get("medicationCodeableConcept"))["coding"] for each in resources]


@pytest.mark.parametrize("patient", ["V-01", "V-05", "V-06", "V-07", "V-09", "V-11", "V-15"])
def test_the_hospitals_codes_come_first_in_every_suggestion(patient: str) -> None:
    found = codings(answered(patient))
    own = read_orderables(MAP).codings
    assert found
    for coding in found:
        assert coding == [own[coding[-1]["code"]], {"system": ORDER_CONCEPT, "code": coding[-1]["code"]}]


@pytest.mark.parametrize(
    ("code", "set_of"),
    [("IR-4030", "Cryoablation"), ("IR-4032", "Cryoablation"), ("IR-4021", "Bipolar radiofrequency")],
)
def test_an_order_of_the_hospitals_own_is_one_of_ours(code: str, set_of: str) -> None:
    """Without a word that says what it is; a kind of cryoablation counts as cryoablation."""

    def own(body: Json) -> None:
        coding = [{"system": ORDERABLES, "code": code}]
        body["context"]["draftOrders"]["entry"][0]["resource"]["code"] = {"coding": coding}

    lead, *_ = answered("V-05", own)
    assert advice_of(lead)["kind"] == "indication"
    keeping = [
        each["label"]
        for each in lead["suggestions"]
        if all(action["type"] == "create" for action in each["actions"])  # nothing takes the selected order's place
    ]
    assert len(keeping) == 1
    assert keeping[0].startswith(set_of)
