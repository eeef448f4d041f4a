"""Where did the time of one call go, beside the traces of those who call us and of those whom we call? W3C Trace Context.

On where the package is there (extra ``otel``) and the standard variable names a receiver; otherwise nothing is imported and
nothing done. A span tells hook, step, prefetch key and status. What may not live here: an address, an id, anything of a patient.
Of what a caller sends only ``traceparent`` is taken, for ``tracestate`` and ``baggage`` are text of any kind.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping
from functools import cache
from importlib.metadata import version
from multiprocessing.util import Finalize
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

if TYPE_CHECKING:
    from opentelemetry.trace import Span, Tracer

LOG = logging.getLogger("spinal_cds.traces")
_VARIABLES: Final = ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT")
_SERVICE: Final = "spinal-tumour-cds"
_FAULT: Final = 500


class _Answer(Protocol):
    @property
    def status_code(self) -> int: ...


Answered = TypeVar("Answered", bound=_Answer)
Environ = dict[str, Any]
"""One call as the web server hands it over (WSGI)."""


def traced(name: str, answer: Callable[[Environ], Answered]) -> Callable[[Environ], Answered]:
    """The same, each call with a span; just the same where nobody wants traces."""
    tracer = _tracer()
    if tracer is None:
        return answer
    from opentelemetry.trace import SpanKind, StatusCode  # noqa: PLC0415  here and below: see ``_tracer``
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator  # noqa: PLC0415

    def answering(environ: Environ) -> Answered:
        caller = TraceContextTextMapPropagator().extract({"traceparent": environ.get("HTTP_TRACEPARENT", "")})
        with tracer.start_as_current_span(
            name, context=caller, kind=SpanKind.SERVER, record_exception=False, set_status_on_exception=False
        ) as span:
            answered = answer(environ)
            span.set_attribute("http.response.status_code", answered.status_code)
            if answered.status_code >= _FAULT:
                span.set_status(StatusCode.ERROR)
            return answered

    return answering


def steps() -> Steps | None:
    """The steps of the call that is being answered in this thread; None where nobody wants traces."""
    tracer = _tracer()
    return None if tracer is None else Steps(tracer)


class Steps:
    """One after the other; what a step was is told when it ends. A read belongs to the step that is under way."""

    def __init__(self, tracer: Tracer) -> None:
        self._tracer = tracer
        self._step = tracer.start_span(_SERVICE)

    def end(self, name: str) -> None:
        """What was done since the last one was this."""
        self._step.update_name(name)
        self._step.end()
        self._step = self._tracer.start_span(_SERVICE)

    def reading(self, key: str) -> Read:
        """A read begins, in whatever thread."""
        return Read(self._tracer, self._step, key)


class Read:
    """One prefetch key that is read, or a document (`fhir_profiles.server` says when and with what end)."""

    def __init__(self, tracer: Tracer, step: Span, key: str) -> None:
        from opentelemetry.trace import SpanKind, set_span_in_context  # noqa: PLC0415
        from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator  # noqa: PLC0415

        self._span = tracer.start_span(f"read {key}", context=set_span_in_context(step), kind=SpanKind.CLIENT)
        carried: dict[str, str] = {}
        TraceContextTextMapPropagator().inject(carried, set_span_in_context(self._span))
        self.headers: Mapping[str, str] = {name: carried[name] for name in ("traceparent",) if name in carried}

    def ended(self, result: str) -> None:
        self._span.set_attribute("spinal_cds.result", result.replace(" ", "-"))
        self._span.end()


@cache
def _tracer() -> Tracer | None:
    """Imported only where it is wanted: a worker that is not watched needs not hold it in memory."""
    if not any(os.environ.get(name) for name in _VARIABLES):
        return None
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415
        from opentelemetry.sdk.resources import Resource  # noqa: PLC0415
        from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
        from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415
    except ImportError:
        LOG.warning("traces: a receiver is named, but the packages of the extra otel are not installed")
        return None
    named = {} if os.environ.get("OTEL_SERVICE_NAME") else {"service.name": _SERVICE}
    provider = TracerProvider(resource=Resource.create({**named, "service.version": version(_SERVICE)}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    Finalize(
        None, provider.shutdown, exitpriority=0
    )  # not `atexit`, for a forked worker of the web server ends without it
    return provider.get_tracer(_SERVICE)
