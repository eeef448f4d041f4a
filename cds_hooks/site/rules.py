"""What must hold between several settings, most of it for production: who may call, and whom we may call.

Each rule looks at a ``Site`` whose keys are already of the right kind, and notes its mistake in the book.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from cds_hooks.site.comment_keys import comment_keys
from cds_hooks.site.kinds import Unfit
from cds_hooks.site.mistakes import Book, shown
from cds_hooks.site.settings import ClientSettings, Feedback, Profile, Site, is_public_sandbox
from fhir_profiles.orderables import MapMistakes, read_orderables
from fhir_profiles.server import is_loopback, may_list
from plugin.knowledge.thresholds import HEAT_STOP, HEAT_WARNING


def check_site(site: Site, tree: dict[str, Any], book: Book) -> None:
    strict = site.production and "mode" not in book.noted  # a misspelt mode is one mistake, not ten
    _check_root(site, tree, book, strict=strict)
    _check_pairs(tree, book)
    _check_comment_keys(site.feedback, book)
    _check_heat(site.defaults, tree, "", book)
    for number, client in enumerate(site.clients):
        table, key = tree["client"][number], f"client[{number}]."
        if "jwks_url" in table and "jwks_file" in table:
            book.note(f"{key}jwks_file", "jwks_url beside it", "one of the two")
        _check_heat(client, table, key, book)
        _check_servers(client, key, book, strict=strict)
        _check_map(client, key, book)
        if strict:
            _check_trust(client, table, key, book)
    _check_one_client_each(site, book)


def _check_root(site: Site, tree: dict[str, Any], book: Book, *, strict: bool) -> None:
    if "public_url" not in tree:
        book.missing("public_url", "the address below which callers reach us")
    elif strict and not site.public_url.startswith("https://") and "public_url" not in book.noted:
        book.note("public_url", shown(site.public_url), "an https:// address in production")
    if strict and not tree.get("client"):
        book.missing("client", "at least one [[client]] in production")


def _check_pairs(tree: dict[str, Any], book: Book) -> None:
    feedback, store = tree.get("feedback"), tree.get("store")
    if isinstance(feedback, dict) and feedback.get("comments") == "encrypted" and "key_file" not in feedback:
        book.missing("feedback.key_file", 'a key file, because feedback.comments is "encrypted"')
    if isinstance(store, dict) and {"url", "url_file"} <= store.keys():
        book.note("store.url_file", "store.url beside it", "one of the two")


def _check_comment_keys(feedback: Feedback, book: Book) -> None:
    if feedback.key_file is None:
        return
    try:
        comment_keys(feedback.key_file)
    except Unfit as unfit:
        book.note("feedback.key_file", "a file that is not shown", "Fernet keys, one on each line", why=unfit.why)


def _check_heat(client: ClientSettings, table: dict[str, Any], key: str, book: Book) -> None:
    own = table.get("thresholds")
    if not isinstance(own, dict) or not own.keys() & {HEAT_WARNING.id, HEAT_STOP.id}:
        return
    warning, stop = (float(client.thresholds.get(one.id, one.default)) for one in (HEAT_WARNING, HEAT_STOP))
    if warning >= stop:
        book.note(
            f"{key}thresholds.{HEAT_STOP.id}", f"{stop:g}", f"a number above {HEAT_WARNING.id}, which is {warning:g}"
        )


def _check_servers(client: ClientSettings, key: str, book: Book, *, strict: bool) -> None:
    if client.jwks_url is not None:
        _check_reachable(client.jwks_url, f"{key}jwks_url", book)
    for server in client.fhir_servers:
        _check_reachable(server, f"{key}fhir_servers", book)
        if server.startswith("https://"):
            continue
        if strict:
            book.note(f"{key}fhir_servers", shown(server), "https:// addresses in production")
        elif not is_loopback(urlsplit(server).hostname or ""):
            book.note(f"{key}fhir_servers", shown(server), "https:// addresses; http:// on loopback only")


def _check_reachable(address: str, key: str, book: Book) -> None:
    if not may_list(urlsplit(address).hostname or ""):
        book.note(key, shown(address), "a server; link-local, multicast and the like are never called")


def _check_map(client: ClientSettings, key: str, book: Book) -> None:
    if client.concept_map is None or not client.concept_map.is_file():
        return  # a missing file is noted where the path is read
    try:
        read_orderables(client.concept_map)
    except MapMistakes as failure:
        for mistake in failure.mistakes:
            book.note(
                f"{key}orders.concept_map", mistake, "a FHIR ConceptMap from our order concepts to your orderables"
            )


def _check_trust(client: ClientSettings, table: dict[str, Any], key: str, book: Book) -> None:
    if "issuer" not in table:
        book.missing(f"{key}issuer", "the iss of this EHR's tokens, in production")
    if is_public_sandbox(client.issuer):
        book.note(f"{key}issuer", shown(client.issuer), "any but the public sandbox, whose private key is public")
    if client.profile is Profile.SANDBOX:
        book.note(f"{key}profile", shown(str(client.profile)), "generic, epic or oracle in production")
    if not table.keys() & {"jwks_url", "jwks_file"}:
        book.missing(f"{key}jwks_url", "jwks_url or jwks_file, in production")
    if client.jwks_url and not client.jwks_url.startswith("https://"):
        book.note(f"{key}jwks_url", shown(client.jwks_url), "an https:// address in production")


def _check_one_client_each(site: Site, book: Book) -> None:
    """Two clients may share an issuer only if their tenants tell them apart."""
    for number, client in enumerate(site.clients):
        if client.issuer and any(_same_caller(client, earlier) for earlier in _before(site, number)):
            book.note(f"client[{number}].issuer", shown(client.issuer), "an issuer of its own, or tenants of its own")


def _before(site: Site, number: int) -> Iterator[ClientSettings]:
    yield from site.clients[:number]


def _same_caller(one: ClientSettings, other: ClientSettings) -> bool:
    if one.issuer != other.issuer:
        return False
    return not one.tenants or not other.tenants or bool(set(one.tenants) & set(other.tenants))
