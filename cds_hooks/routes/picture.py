"""The picture of a decision, for whoever follows a card's link: the way to an outcome, nothing of a patient (contract 1).

How it is drawn stands in ``pictures``; here it is only handed out, with a policy under which nothing in it can run or be fetched.
"""

from base64 import b64encode
from collections.abc import Callable
from functools import cache
from hashlib import sha256

from flask import Flask, Response

from cds_hooks import failures
from cds_hooks.pictures import STYLE, decision_to
from cds_hooks.routes.receiving import FHIR_JSON, failed, kept
from cds_hooks.site import Site
from cds_hooks.words import load_words
from plugin.grammar import Outcome
from plugin.knowledge import KNOWLEDGE

SVG = "image/svg+xml"
_STYLE_HASH = b64encode(sha256(STYLE.encode()).digest()).decode("ascii")
POLICY = f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; frame-ancestors 'none'; base-uri 'none'; sandbox"
"""Nothing but the picture's own style, which the hash names."""


def register(app: Flask, site: Site) -> None:
    app.get("/picture/<outcome>.svg", endpoint="picture")(_picture(site))


def _picture(site: Site) -> Callable[[str], Response]:
    @cache  # as many as there are outcomes; a code that is none never comes this far
    def drawn(outcome: Outcome) -> bytes:
        return decision_to(outcome, load_words(site.language, KNOWLEDGE), STYLE).encode()

    def picture(outcome: str) -> Response:
        try:
            asked = Outcome(outcome)
        except ValueError:
            return failed(failures.NotFound(), FHIR_JSON)
        response = kept(drawn(asked), SVG)
        response.headers["Content-Security-Policy"] = POLICY
        return response

    return picture
