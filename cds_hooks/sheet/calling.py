"""How does this EHR call us, what do we ask for, and what comes back? Addresses, hooks, queries, scopes, tokens, limits.

What may not live here: codes (``coding``), and the order of the sheet (``saying``).
"""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from typing import Final

from cds_hooks.failures import OUR_FAULT, RETRY_AFTER_S, TABLE
from cds_hooks.order_select import HARD_LIMIT_S
from cds_hooks.routes import HOOKS, MAX_BODY, SERVICES
from cds_hooks.routes.describing import TITLES
from cds_hooks.sheet.document import Block, Heading, Table, Text, table
from cds_hooks.site import ClientSettings, Site
from cds_hooks.site.keys import TRIGGERS
from cds_hooks.trust import keys, tokens
from cds_hooks.wire import MAX_DEPTH, MOST_ENTRIES
from cds_hooks.wire.shapes import MOST_CARDS
from fhir_profiles.queries import QUERIES, prefetch_templates

_SUGGESTED: Final = {
    "order-select": "when an order is selected or changed",
    "order-sign": "before orders are signed",
}
_OWN_TIMES: Final = (("200", 60), ("1,000", 150), ("5,000", 500))
"""Resources of a chart, and milliseconds that 95 of 100 answers took less than: rounded up from `make bench`; a test compares."""
_WHAT_THEN: Final = {
    401: "Show nothing and let the order go on. The reason stands in our audit log only.",
    408: "Send it again.",
    412: "Show that the check was not possible. Supply the missing key by prefetch, or give access to the FHIR server.",
    500: "Show nothing and let the order go on. Tell us the reference that came with it.",
    503: f"Send it again after {RETRY_AFTER_S} seconds (Retry-After).",
}
_OTHERWISE: Final = "A mistake of the connection: it is to be repaired, sending it again does not help."


def services(site: Site, client: ClientSettings) -> Iterator[Block]:
    yield Heading("Services")
    yield Text(f"Discovery: {site.public_url}{SERVICES}. An EHR that does not read it is set up by hand with these:")
    yield table(
        ("hook", "suggested trigger", "service URL", "feedback URL"),
        (2, 3, 5, 5),
        (
            (hook, f"{TITLES[hook]}\n{_SUGGESTED[hook]}", url, f"{url}/feedback")
            for hook, (identifier, _) in HOOKS.items()
            for url in (f"{site.public_url}{SERVICES}/{identifier}",)
        ),
    )
    yield Text("Which of the selected orders are answered; for every other one the answer is an empty list of cards:")
    yield table(
        ("orders", "answered"),
        (10, 2),
        ((each.meaning, _yes(getattr(client.triggers, each.name))) for each in TRIGGERS.settings),
    )


def prefetch(client: ClientSettings) -> Iterator[Block]:
    yield Heading("Prefetch")
    templates = prefetch_templates(frozenset(client.not_available), client.prefetch_keys)
    local = {ours: name for name, ours in client.prefetch_keys.items()}
    yield Text(
        "Tokens and queries are those of CDS Hooks 2.x. Without a required key, and without access to the FHIR server, the "
        "answer is 412."
    )
    yield table(
        ("key", "required", "query"),
        (4, 3, 21),
        (
            (local.get(query.key, query.key), _yes(query.required), templates[local.get(query.key, query.key)])
            for query in QUERIES
            if query.key not in client.not_available
        ),
    )
    if client.not_available:
        yield Text(
            f"Not asked for, as this EHR does not offer it: {', '.join(client.not_available)}. Every card says what was not "
            "checked."
        )


def scopes(site: Site, client: ClientSettings) -> Iterator[Block]:
    yield Heading("Access to the FHIR server")
    if not client.fhir_servers:
        yield Text("No FHIR server is listed: nothing is ever read, and everything has to come with prefetch.")
        return
    types = dict.fromkeys(query.resource_type for query in QUERIES if query.key not in client.not_available)
    yield Text(
        "Read, and never written, is what prefetch lacks, with the token of fhirAuthorization, within "
        f"{site.fhir.deadline_ms} ms for all reads of one call, at most {site.fhir.page_limit} pages of one key. Only these "
        "addresses are ever called: "
        f"{', '.join(client.fhir_servers)}."
    )
    yield table(
        ("SMART scopes, version 1", "SMART scopes, version 2"),
        (1, 1),
        [(f"patient/{each}.read", f"patient/{each}.{'r' if each == 'Patient' else 's'}") for each in types]
        + [("patient/Binary.read", "patient/Binary.r")] * ("reports" not in client.not_available),
    )
    yield Text("user/ in place of patient/ does as well. Binary: reports whose text lies in a document of its own.")


def tokens_of(site: Site, client: ClientSettings) -> Iterator[Block]:
    yield Heading("Tokens")
    if not site.production:
        yield Text("Development mode: no token is asked for. This site is not for real patients.")
    paths = [f"{site.public_url}{SERVICES}/{identifier}" for identifier, _ in HOOKS.values()]
    audiences = [*paths, *(f"{path}/feedback" for path in paths)]
    rows = [
        ("header", "Authorization: Bearer, one fresh JWT for each call"),
        ("alg", ", ".join(client.algorithms)),
        ("kid", "required; names a key of the set"),
        ("typ", "JWT"),
        ("keys", _keys(client)),
        ("jku", client.jwks_url or "not needed; if it is sent, an address on the host of iss"),
        ("iss", client.issuer or "none: this site has no client"),
        ("aud", "the very address that is called:\n" + "\n".join(audiences)),
        ("aud, as well", ", ".join(client.audience) or "nothing else"),
        ("tenant", ", ".join(client.tenants) or "any, or none"),
        (
            "iat, exp",
            f"required, at most {tokens.MAX_LIFE_S // 60} minutes apart; clocks may differ by {tokens.LEEWAY_S} s",
        ),
        ("jti", "required; " + ("a token is accepted once" if client.replay_guard else "a token may be used again")),
    ]
    yield table(("part", "what we expect"), (2, 12), rows)


def _keys(client: ClientSettings) -> str:
    if client.jwks_file is not None:
        return "a file that was handed over; a new key has to be handed over before it is used"
    if client.jwks_url is None:
        return "none"
    age = int(keys.READ_AGAIN_AFTER.total_seconds() // 60)
    return f"{client.jwks_url}, read again every {age} minutes and whenever a token names a key that we do not know"


def times(site: Site) -> Iterator[Block]:
    yield Heading("Response time")
    bounds = "; ".join(f"{count} resources: {bound} ms" for count, bound in _OWN_TIMES)
    yield Text(
        "Computing takes, in 95 of 100 calls, less than this on two processors, measured on one machine "
        f"(docs/explanation/speed.md): {bounds}. Reading the FHIR server, if anything has to be read, takes up to "
        f"{site.fhir.deadline_ms} ms more (fhir.deadline_ms), and never more than {HARD_LIMIT_S:g} s. What is not there by then "
        "is left out, and a card says so. Nothing was measured inside an EHR."
    )


def failures() -> Iterator[Block]:
    yield Heading("What to do when the answer is not 200")
    yield Text("An order must never wait for us. Each of these carries an OperationOutcome.")
    rows = {row.status: row.text for row in (*TABLE.values(), OUR_FAULT)}
    for row in (*TABLE.values(), OUR_FAULT):
        rows[row.status] = rows[row.status] if row.text in rows[row.status] else f"{rows[row.status]} {row.text}"
    yield table(
        ("status", "meaning", "what the EHR does"),
        (2, 6, 6),
        (
            (f"{status} {HTTPStatus(status).phrase}", rows[status], _WHAT_THEN.get(status, _OTHERWISE))
            for status in sorted(rows)
        ),
    )


def limits(site: Site) -> Iterator[Block]:
    yield Heading("Limits")
    yield Table(
        heads=("what", "limit"),
        wide=(9, 5),
        rows=(
            ("request body, not compressed", f"{MAX_BODY // 1024**2} MiB"),
            ("depth of its JSON", str(MAX_DEPTH)),
            ("cards of one answer", str(MOST_CARDS)),
            ("pages of one prefetch key that are followed", str(site.fhir.page_limit)),
            ("entries of one feedback", f"{MOST_ENTRIES:,}"),
            ("browser origins that may call", ", ".join(site.server.cors_origins) or _no_origins(site)),
        ),
    )


def _no_origins(site: Site) -> str:
    return "none" if site.production else "every one (development)"


def _yes(value: object) -> str:
    return "yes" if value else "no"
