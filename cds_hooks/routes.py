"""Which addresses there are, and what each hands on to whom. About ten lines each.

No status is chosen here (``failures``), no JSON is spelt here (``wire``), nothing is decided here (``order_select``).
"""

from collections.abc import Callable, Mapping
from time import perf_counter
from typing import Any

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound, RequestEntityTooLarge, UnsupportedMediaType

from cds_hooks import failures, order_select, order_sign, trail, trust, wire
from cds_hooks.messages import Json
from cds_hooks.order_select import Desk
from cds_hooks.site import Site
from cds_hooks.trail import TrailLine
from fhir_profiles.publishing import find, metadata, published
from fhir_profiles.queries import prefetch_templates

JSON = "application/json"
FHIR_JSON = "application/fhir+json"
MAX_BODY = 10 * 1024 * 1024  # bytes (contract 7)
HOOKS = {
    "order-select": ("spinal-tumour-order-select", order_select.respond),
    "order-sign": ("spinal-tumour-order-sign", order_sign.respond),
}
"""Each hook with the id of its service and who answers it. The ids differ, for a client may know a service by its id (4.5)."""
MAX_AGE_S = 300
"""How long discovery and published knowledge may be kept."""
TITLES = {
    "order-select": "Spinal tumours: percutaneous treatment",
    "order-sign": "Spinal tumours: before percutaneous treatment is signed",
}
DESCRIPTIONS = {
    "order-select": (
        "Answers orders for percutaneous treatment of spinal tumours: indication, technique, what to hold, "
        "anaesthesia and thermal protection. Not a guideline; not reviewed by a clinician."
    ),
    "order-sign": (
        "Looks once more before orders for percutaneous treatment of spinal tumours are signed: emergency, missing data, "
        "unsuitable technique, holds, conflicts, missing checklists. Not a guideline; not reviewed by a clinician."
    ),
}
USAGE = (
    "Patient and conditions are required, by prefetch or from the FHIR server. Whatever else is not supplied counts "
    "as not known, and the cards say so."
)


class JsonResponse(Response):
    """Every answer is JSON, also an empty one to OPTIONS (G7)."""

    default_mimetype = JSON


def register(app: Flask, desk: Desk) -> None:
    """Hangs every address into the application."""
    app.response_class = JsonResponse
    app.register_error_handler(Exception, _failed)
    app.get("/cds-services")(_discovery(desk.site))
    for hook, (identifier, _) in HOOKS.items():
        app.post(f"/cds-services/{identifier}", endpoint=hook)(_answering(hook, desk))
    app.get("/fhir/<kind>/<identifier>", endpoint="published")(_published())
    app.get("/fhir/metadata", endpoint="metadata")(_metadata(desk.site))
    app.get("/fhir/<kind>", endpoint="search")(_search(desk.site))
    app.get("/livez", endpoint="livez")(_alive)
    app.get("/readyz", endpoint="readyz")(_alive)


def _alive() -> Response:
    """Whoever answers is alive, and ready: there is nothing yet that a start leaves for later."""
    return JsonResponse(b'{"status":"ok"}', content_type=JSON)


def _discovery(site: Site) -> Callable[[], Response]:
    client = site.discovery_client()
    prefetch = prefetch_templates(frozenset(client.not_available), client.prefetch_keys)
    services = [
        wire.service(
            hook=hook,
            identifier=identifier,
            title=TITLES[hook],
            description=DESCRIPTIONS[hook],
            usage=USAGE,
            prefetch=prefetch,
        )
        for hook, (identifier, _) in HOOKS.items()
    ]
    body = wire.dump_services(services)

    def discovery() -> Response:
        return _kept(body, JSON)

    return discovery


def _kept(body: bytes, content_type: str) -> Response:
    """An answer that is the same for everyone: it may be kept for a while, and asked for again by its ETag."""
    response = JsonResponse(body, content_type=content_type)
    response.headers["Cache-Control"] = f"max-age={MAX_AGE_S}"
    response.add_etag()
    response.make_conditional(request)
    return response


def _published() -> Callable[[str, str], Response]:
    bodies = {key: wire.dump_resource(resource) for key, resource in published().items()}

    def read(kind: str, identifier: str) -> Response:
        body = bodies.get((kind, identifier))
        return _failed(failures.NotFound(), FHIR_JSON) if body is None else _kept(body, FHIR_JSON)

    return read


def _metadata(site: Site) -> Callable[[], Response]:
    body = wire.dump_resource(metadata(f"{site.public_url}/fhir"))

    def capability() -> Response:
        return _kept(body, FHIR_JSON)

    return capability


def _search(site: Site) -> Callable[[str], Response]:
    server = f"{site.public_url}/fhir"

    def search(kind: str) -> Response:
        asked = request.args
        bundle = find(kind, server, url=asked.get("url"), name=asked.get("name"), version=asked.get("version"))
        if bundle is None:
            return _failed(failures.NotFound(), FHIR_JSON)
        return _kept(wire.dump_resource(bundle), FHIR_JSON)

    return search


def _answering(hook: str, desk: Desk) -> Callable[[], Response]:
    def answer() -> Response:
        line = TrailLine(hook=hook)
        started = perf_counter()
        response: Response
        try:
            response = JsonResponse(_cards(hook, desk, line), content_type=JSON)
        except Exception as failure:  # noqa: BLE001  the table of failures answers for every one of them
            response = _failed(failure)
        line.status = response.status_code
        line.milliseconds["total"] = _since(started)
        trail.write(line)
        return response

    return answer


def _cards(hook: str, desk: Desk, line: TrailLine) -> bytes:
    environ = request.environ  # asked once: every access to ``request`` is a search of its own
    issuer = trust.caller(desk.site, environ.get("HTTP_AUTHORIZATION"))
    started = perf_counter()
    call = wire.read_request(_body(environ), hook)
    line.hook_instance, line.notes = call.hook_instance, call.notes
    line.milliseconds["read"] = _since(started)
    client = desk.site.client_for(issuer, call.fhir_server)
    line.client = client.issuer
    started = perf_counter()
    _, respond = HOOKS[hook]
    reply = respond(call, client, desk)
    line.add(reply.trail)
    line.milliseconds["respond"] = _since(started)
    return wire.dump_cards(() if desk.site.shadow else reply.cards)


def _since(started: float) -> float:
    return round((perf_counter() - started) * 1000, 3)


def _body(environ: Mapping[str, Any]) -> Json:
    media_type = environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower()
    if media_type != JSON or environ.get("HTTP_CONTENT_ENCODING", "identity") != "identity":
        raise failures.WrongMediaType
    body = _read(environ)
    if len(body) > MAX_BODY:
        raise failures.TooLarge
    return wire.parse(body)


def _read(environ: Mapping[str, Any]) -> bytes:
    """The bytes of the body. Where their number is announced, the server's own stream is read, which spares an order that
    is not ours a third of its time; it may hand them over in pieces.
    """
    announced = environ.get("CONTENT_LENGTH", "")
    if not (announced.isascii() and announced.isdigit()):
        return request.get_data(cache=False)
    left, pieces = int(announced), []
    if left > MAX_BODY:
        raise failures.TooLarge
    while left > 0 and (piece := environ["wsgi.input"].read(left)):
        pieces.append(piece)
        left -= len(piece)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def _failed(failure: Exception, content_type: str = JSON) -> Response:
    answer = failures.answer_to(_ours(failure) if isinstance(failure, HTTPException) else failure)
    return JsonResponse(answer.body, answer.status, answer.headers.items(), content_type=content_type)


def _ours(failure: HTTPException) -> Exception:
    """What the library raises, as one of our failures."""
    match failure:
        case NotFound():
            return failures.NotFound()
        case MethodNotAllowed():
            return failures.MethodNotAllowed(tuple(sorted(failure.valid_methods or ())))
        case RequestEntityTooLarge():
            return failures.TooLarge()
        case UnsupportedMediaType():
            return failures.WrongMediaType()
        case _ if failure.code and failure.code < 500:  # noqa: PLR2004  4xx: the caller's doing
            return failures.Malformed("The request could not be read.")
        case _:
            return failure
