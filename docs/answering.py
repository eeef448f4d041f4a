"""The page of answers: every HTTP status that a caller may get, what it means, and what an administrator does about it.

What may not live here: which failure has which status and text (`cds_hooks.failures`), and which words tell why a token was
refused (`cds_hooks.trust.reasons`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cds_hooks import failures
from cds_hooks.failures import OUR_FAULT, TABLE, Row
from cds_hooks.trust.reasons import Reason
from fhir_profiles.chart import RequiredMissing, WrongPatient
from plugin.explain import markdown as md

_WHAT = """What comes back, by HTTP status. Everything but a 2xx and a 304 is an `OperationOutcome` as
`application/json` with one issue: `code` and `details.text` as below. The text names fields and keys, never a value
of the request. `reason` is the word in the [trail](trail.md)."""
_GOOD = """| status | where | what it means |
| --- | --- | --- |
| 200 | a hook | cards. `{"cards": []}`: the order is none of ours, or there is nothing to say; in shadow mode always |
| 200 | feedback | what is good was stored; entries that are not are named with their index and reason |
| 200 | discovery, published knowledge, health | as asked |
| 304 | discovery, published knowledge | unchanged: the caller's copy, named by its ETag, is still good |"""
_FAILED = """A failure is never an empty list of cards. 503 has `Retry-After`; a 401 has `WWW-Authenticate: Bearer`
and says nothing else, also not why: that stands in the trail only. A 500 carries a reference (`diagnostics`), and the
log one line `fault <reference>: …` with places in our source and no value."""
_TOKENS = """The words that `reason` has beside a 401, in the order in which a token is looked at. The first that
applies is noted. What must be true of a token: [decision 13](../decisions/0013-tokens.md)."""

MEANING: Final[Mapping[type[BaseException], tuple[str, str]]] = {
    failures.Malformed: (
        "the request breaks the specification; the text names the field",
        """give the text to whoever configures the EHR. If all calls of an EHR end so: is our address registered there for our
        client id? ([connect Epic](../how-to/connect-epic.md))""",
    ),
    WrongPatient: (
        "the Patient in prefetch, or the one that was read, is another than the call's",
        "this can harm: report it to the EHR's team at once",
    ),
    failures.NotTrusted: (
        "the caller did not prove who it is",
        "look up `reason` in the trail, then in the table below",
    ),
    failures.NotFound: ("no such address, service, or published resource", "compare it with `spinal-cds sheet`"),
    failures.MethodNotAllowed: ("the address takes another method (`Allow` says which)", "hooks and feedback are POST"),
    RequiredMissing: (
        "patient or conditions came neither with prefetch nor from the FHIR server; `diagnostics` names the key",
        """give the EHR the prefetch templates ([queries](queries.md)). Is its FHIR server in `fhir_servers`? Does its token's
        scope allow the read?""",
    ),
    failures.TooSlow: ("the body did not come within 10 s", "look at the network and the proxy in front"),
    failures.TooLarge: ("the body is above 10 MiB", "have the EHR prefetch less: `_count` in its templates"),
    failures.WrongMediaType: (
        "the body is not `application/json`, or it is compressed",
        "set the header in the EHR; switch off compression of requests in the proxy",
    ),
    failures.Busy: (
        "more is being sent at once than is kept, or than can be answered in time",
        "it passes by itself; if not, add instances, and look for whoever floods",
    ),
    failures.TookTooLong: (
        "a step of this call hung, so it was given up; its worker is replaced if it goes on",
        "look at the log of that minute; if it comes again, keep the trail's line and report it",
    ),
    failures.NotReady: (
        "this instance is starting, or is about to end (`/readyz` says which)",
        "nothing, unless it stays so: then `checks` names what it waits for",
    ),
    failures.LedgerUnavailable: (
        "feedback cannot be stored now; hooks go on",
        "look at the database. The EHR sends the feedback again",
    ),
}
"""For each failure of the table: what it means, and what to do."""

TOKENS: Final[Mapping[Reason, tuple[str, str]]] = {
    Reason.MISSING: ("no `Authorization: Bearer …`", "the EHR does not sign, or a proxy takes the header away"),
    Reason.LONG: ("longer than 16 KiB; not read", "no EHR does this: look who calls"),
    Reason.UNREADABLE: ("not a signed token", "the EHR sends another kind of token, such as its FHIR access token"),
    Reason.HEADER: ("`alg`, `kid` or `typ` missing, or an extension", "show the EHR's team its token's header: `typ` is `JWT`"),
    Reason.CLAIMS: ("`iss`, `aud`, `exp`, `iat` or `jti` missing, or of another type", "the same, for the claims"),
    Reason.SANDBOX: ("the public sandbox, whose key everybody has", "never in production; use a development site"),
    Reason.ISSUER: ("no `[[client]]` has this `iss`", "compare `issuer` with the token's `iss`, letter by letter"),
    Reason.TENANT: ("the client lists `tenants`, and this is none of them", "add it, if it is yours"),
    Reason.ALGORITHM: ("the client's `algorithms` lack it", "add it (asymmetric ones only), or change it in the EHR"),
    Reason.ADDRESS: ("the token's `jku` is not the `jwks_url`", "compare the two; with `jwks_file`, set `jwks_url` instead"),
    Reason.NO_KEYS: ("the key set was never read, or not for six hours", "can we reach `jwks_url`? proxy, firewall, certificate"),
    Reason.KEY: ("the key set has no such `kid` for this algorithm", "has the EHR published its new key?"),
    Reason.SIGNATURE: ("the signature does not fit the key", "keys of another environment (test, production)? else a forgery"),
    Reason.AUDIENCE: ("`aud` is not the called address", "is `public_url` what the EHR calls? else add its `aud` to `audience`"),
    Reason.EXPIRED: ("`exp` is over", "compare the clocks (NTP); 60 s are allowed"),
    Reason.EARLY: ("`nbf` or `iat` lies in the future", "compare the clocks (NTP); 60 s are allowed"),
    Reason.LIFE: ("made for more than an hour, or for no time", "shorten it in the EHR"),
    Reason.USED: ("this token was used before", "a replay. Does the EHR use one token for several calls? then `replay_guard`"),
}  # fmt: skip
"""For each word: what was wrong, and where to look first."""


def page() -> str:
    """The whole page."""
    heads = ("status", "code", "text", "reason", "what it means", "what to do")
    rows = [_row(failure, row) for failure, row in sorted(TABLE.items(), key=lambda each: each[1].status)]
    ours = (
        str(OUR_FAULT.status),
        OUR_FAULT.code,
        OUR_FAULT.text,
        "the kind",
        "our fault",
        "report it, with the line of the log",
    )
    tokens = md.table(("reason", "what was wrong", "where to look"), ((f"`{word}`", *TOKENS[word]) for word in Reason))
    failed = md.table(heads, [*rows, ours])
    parts = ("# Answers", _WHAT, "## Good", _GOOD, "## Not good", _FAILED, failed, "## 401", _TOKENS, tokens)
    return "\n\n".join(parts) + "\n"


def _row(failure: type[BaseException], row: Row) -> tuple[str, ...]:
    return str(row.status), row.code, row.text, _reason(failure), *(_line(each) for each in MEANING[failure])


def _reason(failure: type[BaseException]) -> str:
    if failure is failures.NotTrusted:
        return "[a word](#401)"
    return "`missing-` and the key" if failure is RequiredMissing else f"`{failure.__name__}`"


def _line(words: str) -> str:
    return " ".join(words.split())
