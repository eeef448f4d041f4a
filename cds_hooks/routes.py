"""Which addresses there are, and what each hands on to whom. About ten lines each.

No status is chosen here (``failures``), no JSON is spelt here (``wire``), nothing is decided here (``order_select``).
"""

from collections.abc import Callable, Mapping
from time import perf_counter

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound, RequestEntityTooLarge, UnsupportedMediaType

from cds_hooks import failures, trail, trust, wire
from cds_hooks.messages import Json
from cds_hooks.order_select import Desk, respond
from cds_hooks.site import Site
from cds_hooks.trail import TrailLine
from fhir_profiles.queries import prefetch_templates

JSON = "application/json"
MAX_BODY = 10 * 1024 * 1024  # bytes (contract 7)
ORDER_SELECT = "order-select"
ORDER_SELECT_ID = "spinal-tumour-order-select"
DISCOVERY_MAX_AGE_S = 300
TITLE = "Spinal tumours: percutaneous treatment"
DESCRIPTION = (
    "Answers orders for percutaneous treatment of spinal tumours: indication, technique, what to hold, "
    "anaesthesia and thermal protection. Not a guideline; not reviewed by a clinician."
)
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
    app.post(f"/cds-services/{ORDER_SELECT_ID}")(_order_select(desk))
    app.get("/livez", endpoint="livez")(_alive)
    app.get("/readyz", endpoint="readyz")(_alive)


def _alive() -> Response:
    """Whoever answers is alive, and ready: there is nothing yet that a start leaves for later."""
    return JsonResponse(b'{"status":"ok"}', content_type=JSON)


def _discovery(site: Site) -> Callable[[], Response]:
    client = site.discovery_client()
    service = wire.service(
        hook=ORDER_SELECT,
        identifier=ORDER_SELECT_ID,
        title=TITLE,
        description=DESCRIPTION,
        usage=USAGE,
        prefetch=prefetch_templates(frozenset(client.not_available), client.prefetch_keys),
    )
    body = wire.dump_services([service])

    def discovery() -> Response:
        response = JsonResponse(body, content_type=JSON)
        response.headers["Cache-Control"] = f"max-age={DISCOVERY_MAX_AGE_S}"
        response.add_etag()
        response.make_conditional(request)
        return response

    return discovery


def _order_select(desk: Desk) -> Callable[[], Response]:
    def order_select() -> Response:
        line = TrailLine(hook=ORDER_SELECT)
        started = perf_counter()
        response: Response
        try:
            response = JsonResponse(_cards(desk, line), content_type=JSON)
        except Exception as failure:  # noqa: BLE001  the table of failures answers for every one of them
            response = _failed(failure)
        line.status = response.status_code
        line.milliseconds["total"] = _since(started)
        trail.write(line)
        return response

    return order_select


def _cards(desk: Desk, line: TrailLine) -> bytes:
    environ = request.environ  # asked once: every access to ``request`` is a search of its own
    issuer = trust.caller(desk.site, environ.get("HTTP_AUTHORIZATION"))
    started = perf_counter()
    call = wire.read_request(_body(environ), ORDER_SELECT)
    line.hook_instance, line.notes = call.hook_instance, call.notes
    line.milliseconds["read"] = _since(started)
    client = desk.site.client_for(issuer, call.fhir_server)
    line.client = client.issuer
    started = perf_counter()
    reply = respond(call, client, desk)
    line.add(reply.trail)
    line.milliseconds["respond"] = _since(started)
    return wire.dump_cards(() if desk.site.shadow else reply.cards)


def _since(started: float) -> float:
    return round((perf_counter() - started) * 1000, 3)


def _body(environ: Mapping[str, str]) -> Json:
    media_type = environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower()
    if media_type != JSON or environ.get("HTTP_CONTENT_ENCODING", "identity") != "identity":
        raise failures.WrongMediaType
    body = request.get_data(cache=False)
    if len(body) > MAX_BODY:
        raise failures.TooLarge
    return wire.parse(body)


def _failed(failure: Exception) -> Response:
    answer = failures.answer_to(_ours(failure) if isinstance(failure, HTTPException) else failure)
    return JsonResponse(answer.body, answer.status, answer.headers.items(), content_type=JSON)


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
