"""Does a running instance answer as this very version should? A signed order-select for a sample patient, and what is round it.

Nothing but the instance is called: the record goes along with the call, so that no FHIR server is needed. ``asking`` speaks
HTTP, ``expecting`` knows what should come back, ``comparing`` in what two answers differ. What may not live here: how a token
is signed (``trust.signing``), what is printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus

from cds_hooks.routes import HOOKS, SERVICES
from cds_hooks.selftest.asking import Answer, SelfTestFailed, instance_at
from cds_hooks.selftest.comparing import advice_of, differences
from cds_hooks.selftest.expecting import PATIENT, answer_of, call_for, client_of
from cds_hooks.site import ClientSettings, Site, load_site
from cds_hooks.trust.signing import SigningKey
from fhir_profiles.queries import prefetch_templates
from plugin.knowledge import VERSION

__all__ = ["Finding", "SelfTest", "SelfTestFailed", "Signature"]

_PATH = f"{SERVICES}/{HOOKS['order-select'][0]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at."""

    good: bool
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who the calls are said to be from."""

    key: SigningKey
    issuer: str
    tenant: str = ""


class SelfTest:
    """Of one instance. Without a site nothing is known of its settings, and only what no setting changes is compared."""

    def __init__(self, url: str, *, site: Site | None, signature: Signature | None, public_url: str = "") -> None:
        """``public_url``: what the instance takes for its own address. Raises SelfTestFailed."""
        self._instance = instance_at(url)
        self._site, self._signature = site, signature
        self._known = site or load_site(None, {})
        self._public_url = public_url.rstrip("/") or (site.public_url if site else self._instance.url)
        self._client = self._client_of() if site else self._known.defaults

    def _client_of(self) -> ClientSettings:
        issuer, tenant = (self._signature.issuer, self._signature.tenant) if self._signature else ("", "")
        return client_of(self._known, issuer, tenant)

    def findings(self, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Iterator[Finding]:
        """One after the other as they are found. Raises SelfTestFailed where the instance cannot be reached."""
        for path in ("/livez", "/readyz"):
            yield _status(f"GET {path}", self._instance.ask(path), HTTPStatus.OK)
        yield self._discovery(self._instance.ask(SERVICES))
        moment = now()
        body = call_for(self._client, moment)
        if self._signature is not None:
            unsigned, forged = (
                self._instance.ask(_PATH, body),
                self._instance.ask(_PATH, body, self._token(moment, forged=True)),
            )
            yield _status("a call without a token", unsigned, HTTPStatus.UNAUTHORIZED)
            yield _status("a call that another key has signed", forged, HTTPStatus.UNAUTHORIZED)
        answer = self._instance.ask(_PATH, body, self._token(moment))
        yield self._answered(answer)
        if answer.status == HTTPStatus.OK:
            yield from self._cards(answer, body, moment)

    def _token(self, now: datetime, *, forged: bool = False) -> str | None:
        if self._signature is None:
            return None
        key = self._signature.key.forged() if forged else self._signature.key
        audience = self._public_url + _PATH
        return key.token(issuer=self._signature.issuer, audience=audience, now=now, tenant=self._signature.tenant)

    def _discovery(self, answer: Answer) -> Finding:
        """Both services; with a site also that each asks for what the site's clients are asked for."""
        listed = {each.get("id"): each for each in answer.body.get("services", []) if isinstance(each, dict)}
        missing = [identifier for identifier, _ in HOOKS.values() if identifier not in listed]
        if answer.status != HTTPStatus.OK or missing:
            return Finding(
                good=False, said=f"discovery: status {answer.status}, missing: {', '.join(missing) or 'nothing'}"
            )
        if self._site is not None:
            of = self._site.discovery_client()
            wanted = prefetch_templates(frozenset(of.not_available), of.prefetch_keys)
            other = [name for name, each in listed.items() if each.get("prefetch") != wanted]
            if other:
                return Finding(
                    good=False, said=f"discovery: other prefetch than this site's: {', '.join(map(str, other))}"
                )
        return Finding(good=True, said=f"discovery: {', '.join(map(str, listed))}")

    def _answered(self, answer: Answer) -> Finding:
        signed = "signed" if self._signature else "unsigned"
        said = f"order-select for {PATIENT}, {signed}: status {answer.status} after {answer.milliseconds:.0f} ms"
        if answer.status == HTTPStatus.UNAUTHORIZED:
            said += " (the reason stands in the instance's trail, and is told to nobody else)"
        return Finding(good=answer.status == HTTPStatus.OK, said=said)

    def _cards(self, answer: Answer, body: bytes, now: datetime) -> Iterator[Finding]:
        found = answer.body.get("cards", [])
        expected = answer_of(self._known, self._client, body, now)["cards"]
        if self._site is not None and not expected:
            why = "shadow is on" if self._site.shadow else "this client's triggers are off"
            yield Finding(
                good=not found and self._site.shadow, said=f"no cards are expected, for {why}: {len(found)} came"
            )
            return
        versions = {str(advice_of(card).get("knowledgeVersion")) for card in found}
        yield Finding(
            good=versions == {VERSION}, said=f"knowledge {', '.join(sorted(versions)) or 'none'}, here {VERSION}"
        )
        told = list(differences(expected, found, whole=self._site is not None))
        depth = (
            "alike in every code and word"
            if self._site
            else "alike in kind, lesion and outcome (no --site: no more is known)"
        )
        if not told:
            yield Finding(good=True, said=f"{len(found)} cards, {depth}")
        yield from (Finding(good=False, said=each) for each in told)


def _status(what: str, answer: Answer, wanted: HTTPStatus) -> Finding:
    expected = "" if answer.status == wanted else f", expected {wanted.value}"
    return Finding(good=answer.status == wanted, said=f"{what}: {answer.status}{expected}")
