"""Every key of a site file: its kind, default and meaning (contract 2). Written as a form: declarations only.

How a file is read against it stands in ``reading.py``, what must hold between several keys in ``rules.py``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cds_hooks.site import addresses, kinds
from cds_hooks.site.kinds import Kind
from fhir_profiles.queries import QUERIES
from plugin.grammar import Threshold
from plugin.knowledge.thresholds import THRESHOLDS as DECLARED

TRANSLATIONS = Path(__file__).parent.parent / "translations"
SOURCE_LANGUAGE = "en"  # its words stand in the knowledge itself, so it needs no file
LANGUAGES = tuple(
    language
    for language in ("en", "fr", "de")
    if language == SOURCE_LANGUAGE
    or all((TRANSLATIONS / name).is_file() for name in (f"{language}.toml", f"knowledge.{language}.toml"))
)
PROFILES = ("generic", "epic", "oracle", "sandbox")
# Neither "none" nor anything symmetric: a public key must never serve as a shared secret (RFC 8725, 3.1).
ALGORITHMS = ("ES256", "ES384", "ES512", "RS256", "RS384", "RS512", "PS384")
PREFETCH_KEYS = tuple(query.key for query in QUERIES)
DISPENSABLE_KEYS = tuple(query.key for query in QUERIES if not query.required)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One key. ``default`` None: there is none, and the key may stay away unless ``rules.py`` asks for it."""

    name: str
    kind: Kind
    default: object = None
    meaning: str
    secret: bool = False  # what was found is never repeated in a message


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One table of the file. ``per_client``: may stand inside a ``[[client]]`` too, and then wins key by key."""

    name: str
    settings: tuple[Setting, ...]
    per_client: bool = False

    def setting(self, name: str) -> Setting | None:
        return next((one for one in self.settings if one.name == name), None)

    def names(self) -> tuple[str, ...]:
        return tuple(one.name for one in self.settings)


def _setting(name: str, kind: Kind, default: object, meaning: str, *, secret: bool = False) -> Setting:
    return Setting(name=name, kind=kind, default=default, meaning=meaning, secret=secret)


def _threshold(one: Threshold) -> Setting:
    kind = kinds.number(one.low, one.high, whole=one.whole)
    if one.fixed:
        kind = kinds.fixed(one.default)
    elif one.off_by_default:
        kind = kinds.number_or_off(one.low, one.high)
    meaning = f"{one.title} ({one.unit})" + ("" if one.fixed else "; a card shows the number when it is set here")
    return _setting(one.id, kind, "off" if one.off_by_default else one.default, meaning)


_LANGUAGE = kinds.choice(LANGUAGES, "a language can be served once cds_hooks/translations holds its two files")

ROOT = Section(
    name="",
    settings=(
        _setting("mode", kinds.choice(("production", "development")), "production", "development: no JWT is needed"),
        _setting("public_url", addresses.address(), None, "the address below which callers reach us"),
        _setting("language", _LANGUAGE, "en", "the language of the cards"),
        _setting("shadow", kinds.flag(), False, "true: compute and record, but answer no cards"),
    ),
)

SERVER = Section(
    name="server",
    settings=(
        _setting("host", kinds.text("a host name or address to listen on"), "127.0.0.1", "where we listen"),
        _setting("port", kinds.number(1, 65535, whole=True), 8000, "where we listen"),
        _setting(
            "cors_origins",
            kinds.list_of(addresses.origin()),
            (),
            "browser origins that may call; empty: none in production, every one in development",
        ),
        _setting("proxy", addresses.proxy(), "", "outgoing proxy for FHIR reads and key sets", secret=True),
    ),
)

CLIENT = Section(
    name="client",
    settings=(
        _setting("issuer", kinds.text("the iss of this EHR's tokens"), None, "who signs the calls"),
        _setting("profile", kinds.choice(PROFILES), "generic", "what this kind of EHR can take"),
        _setting("jwks_url", addresses.address(), None, "where its public keys are published"),
        _setting("jwks_file", kinds.existing_file(), None, "its public keys as a file, in place of jwks_url"),
        _setting(
            "algorithms",
            kinds.list_of(kinds.choice(ALGORITHMS, "only asymmetric signatures are accepted"), at_least=1),
            ("ES384", "RS384"),
            "signatures that are accepted",
        ),
        _setting("audience", kinds.list_of(kinds.text()), (), "extra accepted aud; the called URL always is"),
        _setting("tenants", kinds.list_of(kinds.text()), (), "tenants that may call; empty: any"),
        _setting(
            "fhir_servers",
            kinds.list_of(addresses.address()),
            (),
            "the only FHIR servers we ever call for this client; any other counts as no FHIR access",
        ),
        _setting("replay_guard", kinds.flag(), True, "a token is accepted once"),
        _setting("prefetch_keys", kinds.names_for(PREFETCH_KEYS), {}, "local prefetch key = ours"),
        _setting("language", _LANGUAGE, None, "language of this client's cards; otherwise the site's"),
    ),
)

FHIR = Section(
    name="fhir",
    settings=(
        _setting("deadline_ms", kinds.number(50, 1500, whole=True), 350, "time of all reads of one call together"),
        _setting("page_limit", kinds.number(1, 20, whole=True), 5, "pages followed for one key"),
    ),
)

RECORDS = Section(
    name="records",
    per_client=True,
    settings=(
        _setting(
            "not_available",
            kinds.list_of(kinds.choice(DISPENSABLE_KEYS, "patient and conditions are always needed")),
            (),
            "prefetch keys whose resource type this EHR does not offer; every card says that they were not checked",
        ),
    ),
)

TRIGGERS = Section(
    name="triggers",
    per_client=True,
    settings=(
        _setting("interventions", kinds.flag(), True, "orders of ablation, augmentation, biopsy, referral"),
        _setting("imaging", kinds.flag(), False, "CT/MR of the spine in a patient with a spinal tumour"),
        _setting("opioids", kinds.flag(), False, "strong opioid for a patient with a painful spinal tumour"),
    ),
)

OFFERED = Section(
    name="offered",
    per_client=True,
    settings=(
        _setting("laser", kinds.flag(), True, "the hospital offers laser ablation"),
        _setting("coblation", kinds.flag(), True, "the hospital offers coblation (cavitation)"),
        _setting("chemical", kinds.flag(), True, "the hospital offers chemical ablation"),
        _setting("cryo_hydrodissection_d5w", kinds.flag(), False, "D5W for hydrodissection in cryoablation (H-08)"),
    ),
)

THRESHOLDS = Section(name="thresholds", per_client=True, settings=tuple(_threshold(one) for one in DECLARED))

ORDERS = Section(
    name="orders",
    per_client=True,
    settings=(
        _setting(
            "concept_map",
            kinds.existing_file(empty=True),
            None,
            "FHIR ConceptMap from our order concepts to the hospital's orderables",
        ),
    ),
)

FEEDBACK = Section(
    name="feedback",
    settings=(
        _setting("comments", kinds.choice(("refuse", "encrypted")), "refuse", "what becomes of free-text comments"),
        _setting(
            "key_file",
            kinds.existing_file(),
            None,
            "Fernet keys for encrypted comments, one on each line; the first encrypts, each of them decrypts",
        ),
    ),
)

STORE = Section(
    name="store",
    settings=(
        _setting(
            "url", kinds.store_url(), "sqlite:///spinal-cds.db", "where feedback and counts are kept", secret=True
        ),
        _setting("url_file", kinds.existing_file(), None, "a file that holds the url, for a secret"),
    ),
)

SECTIONS: Mapping[str, Section] = {
    one.name: one for one in (SERVER, FHIR, RECORDS, TRIGGERS, OFFERED, THRESHOLDS, ORDERS, FEEDBACK, STORE)
}
PER_CLIENT: Mapping[str, Section] = {name: one for name, one in SECTIONS.items() if one.per_client}
