"""What each worker runs in `test_two_workers`: the service as it is served, which says besides which worker answered.

What may not live here: what is asked of it.
"""

from __future__ import annotations

import os

from flask import Flask, Response

from cds_hooks import serving
from cds_hooks.worker import Worker

WORKER = "X-Worker"


def application() -> Worker:
    served = serving.application()
    inside = served.intake._application
    assert isinstance(inside, Flask)
    inside.after_request(_signed)
    return served


def _signed(response: Response) -> Response:
    response.headers[WORKER] = str(os.getpid())
    return response
