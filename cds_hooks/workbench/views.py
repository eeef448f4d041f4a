"""The addresses of the workbench, all below `/workbench/` but the page itself at `/`. They hold sample patients only.

A strict policy stands on every answer: scripts and styles are this origin's own files, nothing else is fetched. What may not live
here: what is shown (`looking`) and how it looks (`page/`).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import orjson
from flask import Blueprint, Flask, Response, render_template, request

from cds_hooks import failures, wire
from cds_hooks.desk import Desk
from cds_hooks.messages import HookRequest, Json
from cds_hooks.pictures import STYLE
from cds_hooks.routes.calls import SERVICES, doors
from cds_hooks.routes.receiving import JSON, Answer, read_body
from cds_hooks.sample_calls import hook_call
from cds_hooks.site import LANGUAGES, Profile
from cds_hooks.workbench.looking import look, situation_of
from cds_hooks.workbench.markdown import folded, html_of
from cds_hooks.workbench.supposing import ANSWERS, SUPPOSITIONS, supposed
from cds_hooks.workbench.variants import Variants, variants_of
from fhir_profiles import examples
from fhir_profiles.codes import ORDER_CONCEPT
from fhir_profiles.codes.systems import OVERRIDE_REASON
from fhir_profiles.drafting import concept_of

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HTML: Final = "text/html; charset=utf-8"
_PAGE: Final = Path(__file__).parent / "page"
_FILES: Final = {
    "workbench.css": ((_PAGE / "workbench.css").read_bytes(), "text/css; charset=utf-8"),
    "workbench.js": ((_PAGE / "workbench.js").read_bytes(), "text/javascript; charset=utf-8"),
    "icon.svg": ((_PAGE / "icon.svg").read_bytes(), "image/svg+xml"),
    "pictures.css": (STYLE.encode(), "text/css; charset=utf-8"),
}
_ORDERED: Final = ("OS-03", "OS-04", "OS-05", "OS-06")
"""The items of our order sets that wake the service."""


def register(app: Flask, desk: Desk) -> None:
    """Hangs the workbench into the application."""
    pages = Blueprint("workbench", __name__, template_folder="page")
    variants = variants_of(desk)
    pages.get("/")(_page(desk, variants))
    pages.get("/workbench/<file>")(_file)
    pages.get("/workbench/call/<name>")(_call(desk))
    pages.post("/workbench/suppose")(_suppose(desk))
    pages.post("/workbench/<profile>/<language>/shown")(_shown(variants))
    pages.post(f"/workbench/<profile>/<language>{SERVICES}/<path:service>")(_hook(variants))
    pages.after_request(_with_policy)
    app.register_blueprint(pages)


def _with_policy(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _page(desk: Desk, variants: Variants) -> Callable[[], Response]:
    own = desk.site.client_for(None, None)

    def page() -> Response:
        language = request.args.get("language", own.language)
        words = _variant(variants, own.profile, language).words[language]
        items = {concept_of(each.id): each for each in words.knowledge.order_items if each.id.startswith(_ORDERED)}
        html = render_template(
            "page.html",
            say=words,
            patients={name: examples.load(name, desk.clock())["title"] for name in examples.names()},
            own=own,
            profiles=tuple(Profile),
            languages=LANGUAGES,
            language=language,
            items=items,
            suppositions=tuple(SUPPOSITIONS),
            systems={"order": ORDER_CONCEPT, "reason": OVERRIDE_REASON},
        )
        return Response(html, content_type=_HTML)

    return page


def _file(file: str) -> Response:
    if file not in _FILES:
        raise failures.NotFound
    body, content_type = _FILES[file]
    return Response(body, content_type=content_type)


def _call(desk: Desk) -> Callable[[str], Response]:
    """A sample patient's order-select call, and where its record could be read instead."""
    servers = desk.site.client_for(None, None).fhir_servers

    def call(name: str) -> Response:
        if name not in examples.names():
            raise failures.NotFound
        body = {"call": hook_call(name, desk.clock()), "fhirServer": servers[0] if servers else None}
        return Response(orjson.dumps(body), content_type=JSON)

    return call


def _suppose(desk: Desk) -> Callable[[], Response]:
    def suppose() -> Response:
        body = read_body(request.environ)
        call, choices = _object(body, "call"), _object(body, "choices")
        if not choices.keys() <= SUPPOSITIONS.keys() or not all(each in ANSWERS for each in choices.values()):
            raise failures.Malformed(
                "choices: each must be one of the workbench's suppositions, answered yes, no or unknown"
            )
        changed = supposed(dict(call), choices, situation_of(_read(call), desk), desk.clock())
        return Response(orjson.dumps(changed), content_type=JSON)

    return suppose


def _shown(variants: Variants) -> Callable[[str, str], Response]:
    """The answer to a call as an EHR would show it, and what the advice saw."""

    def shown(profile: str, language: str) -> Response:
        desk = _variant(variants, profile, language)
        body = read_body(request.environ)
        answer = _object(body, "answer")
        situation = situation_of(_read(_object(body, "call")), desk)
        words = desk.words[language]
        html = render_template(
            "shown.html",
            say=words,
            cards=answer.get("cards", []),
            seen=look(situation, words) if situation else None,
            html_of=html_of,
            folded=folded,
            suppositions=tuple(SUPPOSITIONS),
        )
        return Response(html, content_type=_HTML)

    return shown


def _hook(variants: Variants) -> Callable[[str, str, str], Answer]:
    """The doors that an EHR calls, as another kind of client or in another language finds them."""

    def answer(profile: str, language: str, service: str) -> Answer:
        views = {path: view for _, path, view in doors(_variant(variants, profile, language))}
        view = views.get(f"{SERVICES}/{service}")
        if view is None:
            raise failures.NotFound
        return view(request.environ)

    return answer


def _variant(variants: Variants, profile: str, language: str) -> Desk:
    if profile not in list(Profile) or language not in LANGUAGES:
        raise failures.NotFound
    return variants(Profile(profile), language)


def _read(call: Json) -> HookRequest:
    return wire.read_request(call, "order-select")


def _object(body: Json, name: str) -> dict[str, Any]:
    found = body.get(name)
    if not isinstance(found, dict):
        raise failures.Malformed(f"{name}: must be an object")
    return found
