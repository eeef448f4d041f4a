"""The calls that an EHR makes: the two hooks, and the feedback on their cards. Who calls, what is said, who answers.

No status is chosen here (``failures``), no JSON is spelt here (``wire``), nothing is decided here (``order_select``).
"""

from collections.abc import Callable, Iterator
from time import perf_counter

from flask import Flask, request

from cds_hooks import meters, order_select, order_sign, traces, wire
from cds_hooks.desk import Desk
from cds_hooks.failures import reads_of, word_for
from cds_hooks.messages import FeedbackOutcome
from cds_hooks.routes.receiving import CAME, Answer, Sent, failed, read_body
from cds_hooks.routes.straight import Environ, View, straight
from cds_hooks.trail import TrailLine

SERVICES = "/cds-services"
HOOKS = {
    "order-select": ("spinal-tumour-order-select", order_select.respond),
    "order-sign": ("spinal-tumour-order-sign", order_sign.respond),
}
"""Each hook with the id of its service and who answers it. The ids differ, for a client may know a service by its id (4.5)."""

Answering = Callable[[Environ, Desk, TrailLine], bytes]


def register(app: Flask, desk: Desk) -> None:
    found = [*doors(desk)]
    for endpoint, path, view in found:
        app.post(path, endpoint=endpoint)(_in_flask(view))
    app.wsgi_app = straight({path: view for _, path, view in found}, app.wsgi_app)  # type: ignore[method-assign,assignment]  # Flask's own documented way


def _in_flask(view: View) -> Callable[[], Answer]:
    return lambda: view(request.environ)


def doors(desk: Desk) -> Iterator[tuple[str, str, View]]:
    """What an EHR may call at this desk: name, address, and who answers."""
    for hook, (identifier, _) in HOOKS.items():
        path = f"{SERVICES}/{identifier}"
        yield hook, path, _on_trail(hook, desk, _cards(hook, path))
        told = f"{path}/feedback"
        yield f"{hook}-feedback", told, _on_trail(f"{hook}-feedback", desk, _feedback(identifier, told))


def _on_trail(name: str, desk: Desk, answer: Answering) -> View:
    """Each call leaves one line, however it ends; in development its times go to the caller as well."""

    def answering(environ: Environ) -> Answer:
        line = TrailLine(hook=name, shadow=desk.site.shadow)
        started = perf_counter()
        response: Answer
        try:
            response = Sent(answer(environ, desk, line))
        except Exception as failure:  # noqa: BLE001  the table of failures answers for every one of them
            response = failed(failure)
            line.reason, line.reads = word_for(failure), reads_of(failure)
            line.fhir_reads = len(line.reads)
        line.status = response.status_code
        line.milliseconds["total"] = _since(started)
        meters.leave(line)
        if not desk.site.production:
            laps = (f"{stage};dur={spent}" for stage, spent in line.milliseconds.items())
            response.headers["Server-Timing"] = ", ".join(laps)
        return response

    return traces.traced(name, answering)


def _cards(hook: str, path: str) -> Answering:
    _, respond = HOOKS[hook]

    def answer(environ: Environ, desk: Desk, line: TrailLine) -> bytes:
        started = perf_counter()
        caller = desk.gate.caller(environ.get("HTTP_AUTHORIZATION"), path)
        line.milliseconds["trust"] = _since(started)
        line.tenant, line.token_id = caller.tenant, caller.token_id
        started = perf_counter()
        call = wire.read_request(read_body(environ), hook)
        line.hook_instance, line.notes = call.hook_instance, (*caller.notes, *call.notes)
        line.milliseconds["read"] = _since(started)
        client = caller.client or desk.site.client_for(None, call.fhir_server)
        line.client = client.issuer
        reply = respond(call, client, desk, came=environ.get(CAME))
        line.add(reply.trail)
        started = perf_counter()
        body = wire.dump_cards(() if desk.site.shadow else reply.cards)
        line.milliseconds["dump"] = _since(started)
        if reply.cards:
            desk.ledger.note_issued(reply.cards, service=HOOKS[hook][0], client=client.name)
        return body

    return answer


def _feedback(service: str, path: str) -> Answering:
    def answer(environ: Environ, desk: Desk, line: TrailLine) -> bytes:
        started = perf_counter()
        caller = desk.gate.caller(environ.get("HTTP_AUTHORIZATION"), path)
        line.tenant, line.token_id, line.notes = caller.tenant, caller.token_id, caller.notes
        line.milliseconds["trust"] = _since(started)
        client = caller.client or desk.site.client_for(None, None)
        line.client = client.issuer
        started = perf_counter()
        told = wire.read_feedback(read_body(environ))
        line.milliseconds["read"] = _since(started)
        started = perf_counter()
        desk.ledger.keep(told.entries, service=service, client=client.name)
        line.stored, line.rejected = len(told.entries), len(told.rejected)
        line.accepted = sum(entry.outcome is FeedbackOutcome.ACCEPTED for entry in told.entries)
        line.milliseconds["keep"] = _since(started)
        return wire.dump_feedback_answer(told)

    return answer


def _since(started: float) -> float:
    return round((perf_counter() - started) * 1000, 3)
