"""One hospital's settings after they were checked: ``Site``, and ``ClientSettings`` for each EHR that may call.

Values only, and the two questions that the rest of the front desk asks of them: which client is this, and which FHIR
server may be read for it. Reading and checking a file stands in ``reading.py``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from cds_hooks.site.addresses import normal_address
from cds_hooks.site.kinds import Unfit

PUBLIC_SANDBOX = "sandbox.cds-hooks.org"
"""Everybody has the private key of this host (J16)."""


class Mode(StrEnum):
    PRODUCTION = "production"
    DEVELOPMENT = "development"


class Profile(StrEnum):
    """What kind of EHR a client is; what each can take stands in ``cds_hooks/profiles.py``."""

    GENERIC = "generic"
    EPIC = "epic"
    ORACLE = "oracle"
    SANDBOX = "sandbox"


def is_public_sandbox(issuer: str) -> bool:
    """Whether an issuer is the public sandbox, however its address is written."""
    try:
        return (urlsplit(issuer).hostname or "").rstrip(".") == PUBLIC_SANDBOX
    except ValueError:
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Triggers:
    """Which selected orders wake the service."""

    interventions: bool = True
    imaging: bool = False
    opioids: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What the hospital has."""

    laser: bool = True
    coblation: bool = True
    chemical: bool = True
    cryo_hydrodissection_d5w: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where we listen, who may call from a browser, and our way out."""

    host: str = "127.0.0.1"
    port: int = 8000
    cors_origins: tuple[str, ...] = ()
    proxy: str = field(default="", repr=False)  # may hold a password


@dataclass(frozen=True, slots=True, kw_only=True)
class FhirLimits:
    deadline_ms: int = 350
    page_limit: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    comments: str = "refuse"
    key_file: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientSettings:
    """Everything that may differ from EHR to EHR, the site's own values already filled in.

    ``thresholds`` holds only what was set locally: a card must be able to say so.
    """

    issuer: str = ""
    profile: Profile = Profile.GENERIC
    jwks_url: str | None = None
    jwks_file: Path | None = None
    algorithms: tuple[str, ...] = ("ES384", "RS384")
    audience: tuple[str, ...] = ()
    tenants: tuple[str, ...] = ()
    fhir_servers: tuple[str, ...] = ()
    replay_guard: bool = True
    prefetch_keys: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"
    not_available: tuple[str, ...] = ()
    triggers: Triggers = field(default_factory=Triggers)
    offered: Offered = field(default_factory=Offered)
    thresholds: Mapping[str, float | str] = field(default_factory=dict)
    concept_map: Path | None = None

    @property
    def name(self) -> str:
        """What tells it from every other: its issuer, and its tenants where hospitals share one."""
        return f"{self.issuer} ({', '.join(self.tenants)})" if self.tenants else self.issuer

    def listed(self, fhir_server: str | None) -> str | None:
        """The server of our list that is meant, in our own spelling; None for any other, and for anything doubtful (FA6).

        A server is named by its base address, so all of it must be the same: what stands below a listed address is another
        server, maybe of another hospital. What is asked of a server stays below its base (``fhir_profiles.server``).
        """
        if fhir_server is None or fhir_server in self.fhir_servers:
            return fhir_server
        try:
            meant = normal_address(fhir_server)
        except Unfit:
            return None
        return meant if meant in self.fhir_servers else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    mode: Mode = Mode.DEVELOPMENT
    public_url: str = "http://127.0.0.1:8000"
    language: str = "en"
    shadow: bool = False
    server: Server = field(default_factory=Server)
    clients: tuple[ClientSettings, ...] = ()
    fhir: FhirLimits = field(default_factory=FhirLimits)
    feedback: Feedback = field(default_factory=Feedback)
    store_url: str = field(
        default="sqlite:///:memory:", repr=False
    )  # may hold a password; without a file nothing is left behind
    defaults: ClientSettings = field(default_factory=ClientSettings)

    @property
    def production(self) -> bool:
        return self.mode is Mode.PRODUCTION

    def client_for(self, issuer: str | None, fhir_server: str | None) -> ClientSettings:
        """The client of a verified issuer; in development, without a token, the one that fits best.

        Raises LookupError in production for an issuer that no client has: such a call is not to be answered.
        """
        named = None if issuer is None and self.production else self._of(issuer, fhir_server)
        if named is None and self.production:
            raise LookupError("no client has this issuer")
        return named or self._of(None, fhir_server) or self.defaults

    def _of(self, issuer: str | None, fhir_server: str | None) -> ClientSettings | None:
        """The client of this issuer (None: of any) that lists the server, else the first."""
        first = None
        for one in self.clients:
            if issuer is None or one.issuer == issuer:
                if one.listed(fhir_server):
                    return one
                first = first or one
        return first

    def discovery_client(self) -> ClientSettings:
        """Whose prefetch keys discovery shows: it is asked without a token, so only a single client is known."""
        return self.clients[0] if len(self.clients) == 1 else self.defaults

    def readable(self, client: ClientSettings, fhir_server: str | None, *, with_token: bool) -> str | None:
        """Where we may read for this client: at a listed server, by https, with a token (FA6, R5); by http, or at a server open
        to all, in development only (FA7). The address is the site's own, never one that a request has spelt.
        """
        found = client.listed(fhir_server)
        if found is None or not self.production:
            return found
        return found if with_token and found.startswith("https://") else None
