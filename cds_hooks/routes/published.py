"""The knowledge as FHIR resources, for everyone to read and to search (contract 1, ``/fhir``).

What a resource says was made by ``fhir_profiles.publishing``; here it is only handed out.
"""

from collections.abc import Callable

from flask import Flask, Response, request

from cds_hooks import failures, wire
from cds_hooks.routes.receiving import FHIR_JSON, failed, kept
from cds_hooks.site import Site
from fhir_profiles.publishing import find, metadata, published


def register(app: Flask, site: Site) -> None:
    app.get("/fhir/<kind>/<identifier>", endpoint="published")(_published())
    app.get("/fhir/metadata", endpoint="metadata")(_metadata(site))
    app.get("/fhir/<kind>", endpoint="search")(_search(site))


def _published() -> Callable[[str, str], Response]:
    bodies = {key: wire.dump_resource(resource) for key, resource in published().items()}

    def read(kind: str, identifier: str) -> Response:
        body = bodies.get((kind, identifier))
        return failed(failures.NotFound(), FHIR_JSON) if body is None else kept(body, FHIR_JSON)

    return read


def _metadata(site: Site) -> Callable[[], Response]:
    body = wire.dump_resource(metadata(f"{site.public_url}/fhir"))

    def capability() -> Response:
        return kept(body, FHIR_JSON)

    return capability


def _search(site: Site) -> Callable[[str], Response]:
    server = f"{site.public_url}/fhir"

    def search(kind: str) -> Response:
        asked = request.args
        if any(":" in parameter for parameter in asked):  # FHIR: what is not supported of it SHALL be refused
            return failed(failures.Malformed("Modifiers of search parameters are not supported."), FHIR_JSON)
        bundle = find(kind, server, url=asked.get("url"), name=asked.get("name"), version=asked.get("version"))
        if bundle is None:
            return failed(failures.NotFound(), FHIR_JSON)
        return kept(wire.dump_resource(bundle), FHIR_JSON)

    return search
