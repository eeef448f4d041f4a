"""The site file: what it may say, what it may not, and what each mistake is told (contract 2 and 2.1)."""

import base64
from base64 import urlsafe_b64decode, urlsafe_b64encode
from pathlib import Path

import pytest

from cds_hooks.site import ClientSettings, Mode, Profile, Site, SiteMistakes, comment_keys, explain, load_site
from cds_hooks.site.keys import PER_CLIENT, SECTIONS

GOOD = """\
public_url = "https://cds.hospital.example"
[[client]]
issuer = "https://ehr.hospital.example/oauth2"
jwks_url = "https://ehr.hospital.example/jwks.json"
fhir_servers = ["https://fhir.hospital.example/r4"]
"""
DEVELOPMENT = 'mode = "development"\npublic_url = "http://127.0.0.1:8000"\n'


def in_client(lines: str) -> str:
    return GOOD + lines


def in_root(lines: str) -> str:
    return lines + "\n" + GOOD


def load(folder: Path, text: str, **environ: str) -> Site:
    file = folder / "site.toml"
    file.write_text(text, encoding="utf-8")
    return load_site(file, {f"SPINAL_CDS__{name}": value for name, value in environ.items()})


def mistakes(folder: Path, text: str, **environ: str) -> tuple[str, ...]:
    with pytest.raises(SiteMistakes) as found:
        load(folder, text, **environ)
    return found.value.mistakes


# name, the file, the key that the one message names, what else stands in it (what was found, what is allowed)
WRONG: list[tuple[str, str, str, list[str]]] = [
    ("mode unknown", in_root('mode = "test"'), "mode", ['"test"', '"production", "development"']),
    ("mode a number", in_root("mode = 1"), "mode", ["found 1"]),
    ("key unknown", in_root("colour = 1"), "colour", ["unknown key", "public_url"]),
    ("key misspelt", in_root("langage = 'en'"), "langage", ['did you mean "language"?']),
    ("section unknown", GOOD + "[fhri]\ndeadline_ms = 100", "fhri", ['did you mean "fhir"?']),
    ("key in section unknown", GOOD + "[fhir]\ntimeout = 1", "fhir.timeout", ["deadline_ms, page_limit"]),
    ("section no table", in_root("fhir = 350"), "fhir", ["found 350", "a table with deadline_ms"]),
    ("public_url missing", GOOD.partition("\n")[2], "public_url", ["found nothing"]),
    ("public_url http", GOOD.replace("https://cds", "http://cds"), "public_url", ["https:// address in production"]),
    ("public_url no address", GOOD.replace("https://cds.hospital.example", "cds"), "public_url", ['"cds"', "http://"]),
    ("public_url with user", GOOD.replace("//cds", "//u:CANARY@cds"), "public_url", ["no user"]),
    ("public_url with query", GOOD.replace('example"\n[[', 'example/?a=1"\n[['), "public_url", ["no query"]),
    ("language unknown", in_root('language = "nl"'), "language", ['"nl"', "translations"]),
    ("shadow a word", in_root('shadow = "true"'), "shadow", ["true or false"]),
    ("port a word", GOOD + '[server]\nport = "8000"', "server.port", ["whole number from 1 to 65535"]),
    ("port too high", GOOD + "[server]\nport = 65536", "server.port", ["found 65536"]),
    ("port a flag", GOOD + "[server]\nport = true", "server.port", ["found true"]),
    ("host empty", GOOD + '[server]\nhost = ""', "server.host", ["host name"]),
    ("cors everyone", GOOD + '[server]\ncors_origins = ["*"]', "server.cors_origins", ["wildcard"]),
    ("cors with path", GOOD + '[server]\ncors_origins = ["https://a.example/x"]', "server.cors_origins", ["no path"]),
    ("cors a word", GOOD + '[server]\ncors_origins = "https://a.example"', "server.cors_origins", ["a list"]),
    ("proxy no port", GOOD + '[server]\nproxy = "http://CANARY:99999"', "server.proxy", ["not shown"]),
    ("proxy no address", GOOD + '[server]\nproxy = "CANARY:3128"', "server.proxy", ["not shown"]),
    ("no client", 'public_url = "https://cds.example"', "client", ["at least one [[client]]"]),
    ("client no list", 'public_url = "https://cds.example"\n[client]\nissuer = "x"', "client", ["[[client]]"]),
    ("client key unknown", in_client("jwk = 'x'"), "client[0].jwk", ["unknown key"]),
    ("site key in client", in_client("shadow = true"), "client[0].shadow", ["unknown key"]),
    ("issuer missing", GOOD.replace("issuer", "# issuer"), "client[0].issuer", ["found nothing"]),
    ("issuer any", GOOD.replace("https://ehr.hospital.example/oauth2", "*"), "client[0].issuer", ["wildcard"]),
    (
        "issuer of the public sandbox",
        GOOD.replace("https://ehr.hospital.example/oauth2", "https://sandbox.cds-hooks.org"),
        "client[0].issuer",
        ["private key is public"],
    ),
    (
        "issuer of the public sandbox, with a slash",
        GOOD.replace("https://ehr.hospital.example/oauth2", "https://sandbox.cds-hooks.org/"),
        "client[0].issuer",
        ["private key is public"],
    ),
    ("profile unknown", in_client('profile = "cerner"'), "client[0].profile", ['"oracle"']),
    ("profile sandbox", in_client('profile = "sandbox"'), "client[0].profile", ["in production"]),
    ("keys missing", GOOD.replace("jwks_url", "# jwks_url"), "client[0].jwks_url", ["jwks_url or jwks_file"]),
    ("keys over http", GOOD.replace("https://ehr.hospital.example/jwks", "http://e/jwks"), "client[0].jwks_url", []),
    ("keys file missing", GOOD.replace("jwks_url", "jwks_file"), "client[0].jwks_file", ["no such file"]),
    ("keys twice", in_client('jwks_file = "site.toml"'), "client[0].jwks_file", ["one of the two"]),
    ("algorithm none", in_client('algorithms = ["none"]'), "client[0].algorithms", ["asymmetric"]),
    ("algorithm symmetric", in_client('algorithms = ["HS256"]'), "client[0].algorithms", ["asymmetric"]),
    ("no algorithm", in_client("algorithms = []"), "client[0].algorithms", ["at least one"]),
    ("algorithm twice", in_client('algorithms = ["ES384", "ES384"]'), "client[0].algorithms", ["twice"]),
    ("audience any", in_client('audience = ["*"]'), "client[0].audience", ["wildcard"]),
    ("tenants with an empty one", in_client('tenants = [""]'), "client[0].tenants", ["not empty"]),
    (
        "FHIR server that is never called",
        GOOD.replace("fhir.hospital.example", "169.254.169.254"),
        "client[0].fhir_servers",
        ["never called"],
    ),
    (
        "keys that are never called",
        GOOD.replace("ehr.hospital.example/jwks", "[fe80::1]/jwks"),
        "client[0].jwks_url",
        [],
    ),
    ("FHIR server http", GOOD.replace("https://fhir", "http://fhir"), "client[0].fhir_servers", ["in production"]),
    ("FHIR server any", GOOD.replace("https://fhir.hospital.example/r4", "*"), "client[0].fhir_servers", ["wildcard"]),
    ("FHIR server part", GOOD.replace("https://fhir.hosp", "https://*.hosp"), "client[0].fhir_servers", ["wildcard"]),
    ("replay guard a word", in_client("replay_guard = 'yes'"), "client[0].replay_guard", ["true or false"]),
    ("FHIR server ftp", GOOD.replace("https://fhir", "ftp://fhir"), "client[0].fhir_servers", ["https:// or http://"]),
    (
        "FHIR server http, not this machine",
        DEVELOPMENT + '[[client]]\nfhir_servers = ["http://fhir.example"]',
        "client[0].fhir_servers",
        ["loopback only"],
    ),
    ("prefetch key of nobody", in_client("prefetch_keys = {a = 'lab'}"), "client[0].prefetch_keys", ['"lab" is none']),
    ("prefetch key twice", in_client("prefetch_keys = {a='labs', b='labs'}"), "client[0].prefetch_keys", ["two local"]),
    ("prefetch key shadowed", in_client("prefetch_keys = {labs='imaging'}"), "client[0].prefetch_keys", ["itself one"]),
    ("prefetch keys a list", in_client("prefetch_keys = ['labs']"), "client[0].prefetch_keys", ["a table"]),
    ("client language", in_client("language = 'xx'"), "client[0].language", ['"xx"']),
    ("deadline too short", GOOD + "[fhir]\ndeadline_ms = 20", "fhir.deadline_ms", ["found 20", "from 50 to 1500"]),
    ("deadline too long", GOOD + "[fhir]\ndeadline_ms = 1501", "fhir.deadline_ms", ["found 1501"]),
    ("deadline broken", GOOD + "[fhir]\ndeadline_ms = 350.5", "fhir.deadline_ms", ["whole number"]),
    ("no pages", GOOD + "[fhir]\npage_limit = 0", "fhir.page_limit", ["from 1 to 20"]),
    ("patient away", GOOD + '[records]\nnot_available = ["patient"]', "records.not_available", ["always needed"]),
    ("conditions away", GOOD + '[records]\nnot_available = ["conditions"]', "records.not_available", ["always needed"]),
    ("key of nobody away", GOOD + '[records]\nnot_available = ["goals"]', "records.not_available", ['"consents"']),
    ("trigger a word", GOOD + '[triggers]\nimaging = "on"', "triggers.imaging", ["true or false"]),
    ("technique unknown", GOOD + "[offered]\nhifu = true", "offered.hifu", ["laser, coblation"]),
    ("technique in client", GOOD + "[client.offered]\nlaser = 1", "client[0].offered.laser", ["true or false"]),
    ("threshold unknown", GOOD + "[thresholds]\ninr = 1.5", "thresholds.inr", ["inr_max"]),
    ("threshold too high", GOOD + "[thresholds]\ninr_max = 1.9", "thresholds.inr_max", ["found 1.9", "1.5 to 1.8"]),
    ("threshold too low", GOOD + "[thresholds]\nplatelets_min = 49", "thresholds.platelets_min", ["50 to 100"]),
    ("threshold no number", GOOD + "[thresholds]\nfever_c = nan", "thresholds.fever_c", ["found nan"]),
    ("threshold broken", GOOD + "[thresholds]\nfew_lesions = 2.5", "thresholds.few_lesions", ["whole number"]),
    ("threshold fixed", GOOD + "[thresholds]\nfever_max_age_h = 48", "thresholds.fever_max_age_h", ["always 48"]),
    ("pain on", GOOD + '[thresholds]\nmoderate_pain_mm = "on"', "thresholds.moderate_pain_mm", ['"off" or a number']),
    ("pain too low", GOOD + "[thresholds]\nmoderate_pain_mm = 29", "thresholds.moderate_pain_mm", ["30 to 50"]),
    (
        "heat stop not above warning",
        GOOD + "[thresholds]\nheat_warning_c = 43\nheat_stop_c = 43",
        "thresholds.heat_stop_c",
        ["found 43", "above heat_warning_c, which is 43"],
    ),
    (
        "heat stop of a client not above the site's warning",
        "public_url = 'https://a.example'\n[thresholds]\nheat_warning_c = 43\n"
        + GOOD.partition("\n")[2]
        + "[client.thresholds]\nheat_stop_c = 42.5",
        "client[0].thresholds.heat_stop_c",
        ["which is 43"],
    ),
    ("concept map missing", GOOD + '[orders]\nconcept_map = "o.json"', "orders.concept_map", ["no such file"]),
    ("comments", GOOD + '[feedback]\ncomments = "keep"', "feedback.comments", ['"refuse", "encrypted"']),
    ("comments without key", GOOD + '[feedback]\ncomments = "encrypted"', "feedback.key_file", ["found nothing"]),
    ("key file missing", GOOD + '[feedback]\nkey_file = "k"', "feedback.key_file", ["no such file"]),
    ("store unknown", GOOD + '[store]\nurl = "mysql://u:CANARY@db/x"', "store.url", ["not shown", "postgresql"]),
    ("store without a file", GOOD + '[store]\nurl = "sqlite:///"', "store.url", ["not shown", "sqlite:///FILE"]),
    ("store port", GOOD + '[store]\nurl = "postgresql+psycopg://u:CANARY@db:x/y"', "store.url", ["not shown"]),
    ("store file missing", GOOD + '[store]\nurl_file = "u"', "store.url_file", ["no such file"]),
    (
        "store twice",
        GOOD + '[store]\nurl = "sqlite:///a.db"\nurl_file = "url"',
        "store.url_file",
        ["one of the two"],
    ),
    (
        "two clients of one issuer",
        GOOD + GOOD.partition("\n")[2],
        "client[1].issuer",
        ["an issuer of its own, or tenants of its own"],
    ),
]


@pytest.mark.parametrize(("text", "key", "told"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_each_mistake_is_told_once(tmp_path: Path, text: str, key: str, told: list[str]) -> None:
    (tmp_path / "url").write_text("sqlite:///a.db", encoding="utf-8")
    (found,) = mistakes(tmp_path, text)
    assert found.startswith(f"{tmp_path / 'site.toml'}: {key}: found ")
    assert "; allowed: " in found
    assert "CANARY" not in found
    for words in told:
        assert words in found


def test_there_are_enough_wrong_files() -> None:
    assert len(WRONG) >= 40


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = in_root('language = "nl"\ncolour = 1') + "[fhir]\ndeadline_ms = 1\n[thresholds]\ninr_max = 3"
    assert len(mistakes(tmp_path, text)) == 4


def test_a_misspelt_mode_is_one_mistake(tmp_path: Path) -> None:
    assert len(mistakes(tmp_path, 'mode = "develop"\npublic_url = "http://a.example"')) == 1


@pytest.mark.parametrize("text", ["a = ", "a = 1\na = 2", "[[client"])
def test_no_toml_is_a_mistake(tmp_path: Path, text: str) -> None:
    (found,) = mistakes(tmp_path, text)
    assert "no valid TOML" in found


def test_no_text_is_a_mistake(tmp_path: Path) -> None:
    file = tmp_path / "site.toml"
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(SiteMistakes, match="UTF-8"):
        load_site(file, {})


def test_a_byte_order_mark_of_an_editor_is_no_mistake(tmp_path: Path) -> None:
    file = tmp_path / "site.toml"
    file.write_text(GOOD.replace("\n", "\r\n"), encoding="utf-8-sig", newline="")
    assert load_site(file, {}) == load(tmp_path, GOOD)


def test_no_file_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(SiteMistakes, match="No such file"):
        load_site(tmp_path / "none.toml", {})


# --- what a good file gives -------------------------------------------------------------------------------------------


def test_without_a_file_development_on_this_machine() -> None:
    site = load_site(None, {})
    assert site == Site(store_url=site.store_url)
    assert site.mode is Mode.DEVELOPMENT
    assert site.public_url == "http://127.0.0.1:8000"
    assert site.clients == ()


def test_defaults_are_those_of_the_contract(tmp_path: Path) -> None:
    site = load(tmp_path, GOOD)
    assert site.production
    assert (site.language, site.shadow) == ("en", False)
    assert (site.server.host, site.server.port, site.server.cors_origins, site.server.proxy) == (
        "127.0.0.1",
        8000,
        (),
        "",
    )
    assert (site.fhir.deadline_ms, site.fhir.page_limit) == (350, 5)
    assert (site.feedback.comments, site.feedback.key_file) == ("refuse", None)
    assert site.store_url == f"sqlite:///{tmp_path / 'spinal-cds.db'}"
    (client,) = site.clients
    assert client == ClientSettings(
        issuer="https://ehr.hospital.example/oauth2",
        jwks_url="https://ehr.hospital.example/jwks.json",
        fhir_servers=("https://fhir.hospital.example/r4",),
    )
    assert client.algorithms == ("ES384", "RS384")
    assert client.triggers.interventions
    assert not client.triggers.imaging
    assert not client.triggers.opioids
    assert client.offered.laser
    assert client.offered.coblation
    assert client.offered.chemical
    assert not client.offered.cryo_hydrodissection_d5w
    assert client.thresholds == {}


def test_a_client_wins_key_by_key(tmp_path: Path) -> None:
    text = (
        'public_url = "https://cds.example"\nlanguage = "en"\n'
        "[offered]\nlaser = false\nchemical = false\n"
        "[thresholds]\ninr_max = 1.6\nfew_lesions = 2\n"
        '[records]\nnot_available = ["consents"]\n'
        "[triggers]\nimaging = true\n"
        + GOOD.partition("\n")[2]
        + "[client.offered]\nlaser = true\n[client.thresholds]\ninr_max = 1.5\n"
        + "[client.records]\nnot_available = []\n[client.triggers]\nopioids = true\n"
    )
    site = load(tmp_path, text)
    (client,) = site.clients
    assert client.offered.laser
    assert not client.offered.chemical
    assert client.thresholds == {"inr_max": 1.5, "few_lesions": 2}
    assert client.not_available == ()
    assert client.triggers.imaging
    assert client.triggers.opioids
    assert not site.defaults.offered.laser
    assert site.defaults.not_available == ("consents",)


ORDERS = """{"resourceType": "ConceptMap", "status": "draft", "group": [{"target": "https://hospital.example/orders",
 "element": [{"code": "OS-07", "target": [{"code": "1", "equivalence": "equivalent"}]}]}]}"""


def test_a_map_of_orderables_with_an_unknown_concept_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "orders.json").write_text(ORDERS.replace("OS-07", "OS-99"), encoding="utf-8")
    with pytest.raises(SiteMistakes) as failure:
        load(tmp_path, GOOD + '[orders]\nconcept_map = "orders.json"')
    assert any("orders.concept_map" in said and "OS-99" in said for said in failure.value.mistakes)


def key(letter: bytes) -> str:
    return urlsafe_b64encode(letter * 32).decode()


KEYS = f"{key(b'a')}\n{key(b'b')}\n"


@pytest.mark.parametrize("content", [KEYS, f"\n {key(b'c')} \n\n", base64.b64encode(b"\xff" * 32).decode()])
def test_a_file_of_keys(tmp_path: Path, content: str) -> None:
    file = tmp_path / "k"
    file.write_text(content, encoding="utf-8")
    assert [len(urlsafe_b64decode(each)) for each in comment_keys(file)] == [32] * len(content.split())


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "it is empty"),
        (b"\n \n", "it is empty"),
        (b"CANARY", "line 1 is no key"),
        (KEYS.encode() + b"CANARY", "line 3 is no key"),
        (key(b"a")[:-1].encode(), "line 1 is no key"),
        (urlsafe_b64encode(b"CANARY" * 4), "line 1 is no key"),
        (b"\xff\x00CANARY", "it cannot be read as text"),
    ],
)
@pytest.mark.parametrize("comments", ["refuse", "encrypted"])
def test_a_malformed_file_of_keys_is_a_mistake_that_shows_nothing_of_it(
    tmp_path: Path, content: bytes, told: str, comments: str
) -> None:
    (tmp_path / "k").write_bytes(content)
    with pytest.raises(SiteMistakes) as failure:
        load(tmp_path, GOOD + f'[feedback]\ncomments = "{comments}"\nkey_file = "k"')
    (mistake,) = failure.value.mistakes
    assert "feedback.key_file" in mistake
    assert told in mistake
    assert "CANARY" not in mistake


def test_files_start_at_the_site_file(tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir()
    for name, content in (("keys/ehr.jwks.json", "{}"), ("keys/feedback.key", KEYS)):
        (tmp_path / name).write_text(content, encoding="utf-8")
    (tmp_path / "orders.json").write_text(ORDERS, encoding="utf-8")
    text = (
        GOOD.replace('jwks_url = "https://ehr.hospital.example/jwks.json"', 'jwks_file = "keys/ehr.jwks.json"')
        + '[orders]\nconcept_map = "orders.json"\n[feedback]\ncomments = "encrypted"\nkey_file = "keys/feedback.key"\n'
    )
    site = load(tmp_path, text)
    assert site.clients[0].jwks_file == tmp_path / "keys/ehr.jwks.json"
    assert site.clients[0].concept_map == tmp_path / "orders.json"
    assert site.feedback.key_file == tmp_path / "keys/feedback.key"


def test_an_empty_concept_map_is_none(tmp_path: Path) -> None:
    assert load(tmp_path, GOOD + '[orders]\nconcept_map = ""').clients[0].concept_map is None


def test_a_secret_may_come_from_a_file_and_is_never_shown(tmp_path: Path) -> None:
    (tmp_path / "url").write_text("postgresql+psycopg://u:CANARY@db/x\n", encoding="utf-8")
    site = load(tmp_path, GOOD + '[store]\nurl_file = "url"\n[server]\nproxy = "http://u:CANARY@proxy:3128"')
    assert site.store_url == "postgresql+psycopg://u:CANARY@db/x"
    assert "CANARY" not in repr(site)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"mysql://u:CANARY@db/x"])
def test_a_file_that_holds_no_url_is_a_mistake(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "url").write_bytes(content)
    with pytest.raises(SiteMistakes) as failure:
        load(tmp_path, GOOD + '[store]\nurl_file = "url"')
    (mistake,) = failure.value.mistakes
    assert "store.url_file" in mistake
    assert "CANARY" not in mistake


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "sqlite:////srv/cds.db"])
def test_a_store_that_is_not_relative_stays(tmp_path: Path, url: str) -> None:
    assert load(tmp_path, GOOD + f'[store]\nurl = "{url}"').store_url == url


def test_development_may_read_from_this_machine(tmp_path: Path) -> None:
    servers = '["http://127.0.0.1:8090/fhir", "http://localhost:1/", "http://[::1]:2/x", "https://fhir.example"]'
    site = load(tmp_path, DEVELOPMENT + f"[[client]]\nprofile = 'sandbox'\nfhir_servers = {servers}")
    assert site.clients[0].profile is Profile.SANDBOX
    assert len(site.clients[0].fhir_servers) == 4


# --- the environment --------------------------------------------------------------------------------------------------


def test_every_kind_of_setting_may_come_from_the_environment(tmp_path: Path) -> None:
    site = load(
        tmp_path,
        GOOD,
        PUBLIC_URL="https://other.example/cds/",
        SHADOW="true",
        FHIR__DEADLINE_MS="1000",
        SERVER__CORS_ORIGINS='["https://a.example"]',
        THRESHOLDS__INR_MAX="1.5",
        THRESHOLDS__MODERATE_PAIN_MM="40",
        OFFERED="{laser = false}",
        CLIENT__0__ISSUER="https://issuer.example",
        CLIENT__0__PREFETCH_KEYS='{"pat" = "patient"}',
        CLIENT__0__OFFERED__COBLATION="false",
    )
    assert site.public_url == "https://other.example/cds"
    assert site.shadow
    assert site.fhir.deadline_ms == 1000
    assert site.server.cors_origins == ("https://a.example",)
    (client,) = site.clients
    assert client.thresholds == {"inr_max": 1.5, "moderate_pain_mm": 40}
    assert client.issuer == "https://issuer.example"
    assert client.prefetch_keys == {"pat": "patient"}
    assert not client.offered.laser
    assert not client.offered.coblation


def test_a_client_may_be_added_by_the_environment(tmp_path: Path) -> None:
    site = load(
        tmp_path, GOOD, CLIENT__1__ISSUER="https://b.example", CLIENT__1__JWKS_URL="https://b.example/jwks.json"
    )
    assert [client.issuer for client in site.clients] == ["https://ehr.hospital.example/oauth2", "https://b.example"]


def test_the_environment_alone_makes_a_production_site() -> None:
    environ = {
        "SPINAL_CDS__MODE": "production",
        "SPINAL_CDS__PUBLIC_URL": "https://cds.example",
        "SPINAL_CDS__CLIENT": '[{issuer = "https://a.example", jwks_url = "https://a.example/jwks.json"}]',
        "SPINAL_CDS_SITE": "not ours to read",
    }
    assert load_site(None, environ).production


WRONG_VARIABLES = [
    ("FHIR__DEADLINE_MS", "fast", "fhir.deadline_ms", '"fast"'),
    ("FHIR__DEADLINE_MS", "20", "fhir.deadline_ms", "found 20"),
    ("FHIR__DEADLINE_MS", "350\n[other]", "fhir.deadline_ms", "whole number"),
    ("FHRI__DEADLINE_MS", "20", "fhri", "unknown key"),
    ("COLOUR", "red", "colour", "unknown key"),
    ("FHIR", "5", "fhir", "a table with"),
    ("OFFERED", "{hifu = true}", "offered.hifu", "unknown key"),
    ("CLIENT__0__ALGORITHMS", '["HS256"]', "client[0].algorithms", "asymmetric"),
    ("CLIENT__0", "{}", "client[0]", "allowed"),
    ("CLIENT__7__ISSUER", "https://x.example", "client", "number of a client"),
    ("CLIENT__X__ISSUER", "https://x.example", "client", "number of a client"),
    ("PUBLIC_URL__HOST", "cds.example", "public_url", "below a setting"),
    ("CLIENT__0__ISSUER__HOST", "ehr.example", "client[0].issuer", "below a setting"),
    ("STORE__URL", "mysql://CANARY", "store.url", "not shown"),
    ("THRESHOLDS__FEVER_MAX_AGE_H", "24", "thresholds.fever_max_age_h", "always 48"),
]


@pytest.mark.parametrize(("name", "value", "key", "told"), WRONG_VARIABLES)
def test_a_mistake_in_the_environment_names_the_variable(
    tmp_path: Path, name: str, value: str, key: str, told: str
) -> None:
    (found,) = mistakes(tmp_path, GOOD, **{name: value})
    assert found.startswith(f"SPINAL_CDS__{name}: {key}: ")
    assert told in found
    assert "CANARY" not in found


# --- which client, which server ---------------------------------------------------------------------------------------


def test_a_verified_issuer_has_its_client(tmp_path: Path) -> None:
    site = load(tmp_path, GOOD)
    assert site.client_for("https://ehr.hospital.example/oauth2", None) is site.clients[0]


@pytest.mark.parametrize("issuer", [None, "https://other.example"])
def test_production_knows_nobody_else(tmp_path: Path, issuer: str | None) -> None:
    with pytest.raises(LookupError):
        load(tmp_path, GOOD).client_for(issuer, "https://fhir.hospital.example/r4")


def test_development_takes_the_client_that_lists_the_server(tmp_path: Path) -> None:
    text = DEVELOPMENT + (
        '[[client]]\nissuer = "a"\nfhir_servers = ["http://127.0.0.1:1/fhir"]\n'
        '[[client]]\nissuer = "b"\nfhir_servers = ["http://127.0.0.1:2/fhir"]\n'
    )
    site = load(tmp_path, text)
    assert site.client_for(None, "http://127.0.0.1:2/fhir/").issuer == "b"
    assert site.client_for(None, "http://127.0.0.1:3/fhir").issuer == "a"
    assert site.client_for(None, None).issuer == "a"
    assert site.client_for("b", None).issuer == "b"


def test_development_without_clients_has_a_plain_one_without_servers() -> None:
    site = load_site(None, {"SPINAL_CDS__TRIGGERS__IMAGING": "true"})
    client = site.client_for(None, "http://127.0.0.1:8090/fhir")
    assert client.triggers.imaging
    assert not client.listed("http://127.0.0.1:8090/fhir")


LISTED = ClientSettings(fhir_servers=("https://fhir.hospital.example/r4",))


def test_R5_production_reads_by_https_whoever_made_the_site() -> None:
    server = "http://127.0.0.1:8090/fhir"
    client = ClientSettings(fhir_servers=(server,))
    assert Site(mode=Mode.DEVELOPMENT).readable(client, server, with_token=True) == server
    assert Site(mode=Mode.PRODUCTION).readable(client, server, with_token=True) is None


def test_FA7_an_open_server_is_for_development_only() -> None:
    server = LISTED.fhir_servers[0]
    assert Site(mode=Mode.DEVELOPMENT).readable(LISTED, server, with_token=False) == server
    assert Site(mode=Mode.PRODUCTION).readable(LISTED, server, with_token=False) is None
    assert Site(mode=Mode.PRODUCTION).readable(LISTED, server, with_token=True) == server
    assert Site(mode=Mode.DEVELOPMENT).readable(LISTED, "https://other.example", with_token=True) is None


def test_discovery_shows_the_keys_of_an_only_client(tmp_path: Path) -> None:
    one = load(tmp_path, in_client("prefetch_keys = {pat = 'patient'}"))
    assert one.discovery_client().prefetch_keys == {"pat": "patient"}
    assert load_site(None, {}).discovery_client().prefetch_keys == {}


# --- explanations -----------------------------------------------------------------------------------------------------


def test_every_setting_is_explained() -> None:
    keys = [f"{name}.{one}" for name, section in SECTIONS.items() for one in section.names()]
    keys += [f"client.{name}.{one}" for name, section in PER_CLIENT.items() for one in section.names()]
    for key in [*keys, "mode", "public_url", "client.issuer"]:
        words = explain(key)
        assert key in words
        assert "default: " in words
        assert "allowed: " in words
        assert "environment: SPINAL_CDS__" in words


def test_an_explanation_says_meaning_default_and_range() -> None:
    assert explain("fhir.deadline_ms").splitlines() == [
        "fhir.deadline_ms",
        "  time of all reads of one call together",
        "  default: 350",
        "  allowed: a whole number from 50 to 1500",
        "  environment: SPINAL_CDS__FHIR__DEADLINE_MS",
    ]
    assert "SPINAL_CDS__CLIENT__0__ALGORITHMS" in explain("client[0].algorithms")
    assert "wins" in explain("offered.laser")
    assert "deadline_ms" in explain("fhir")


def test_an_unknown_setting_is_not_explained() -> None:
    with pytest.raises(KeyError, match=r"fhir\.deadline_ms"):
        explain("fhir.deadline")
