"""What each worker runs in `test_two_workers`: the service as it is served, which says besides which worker answered.

What may not live here: what is asked of it.
"""

from __future__ import annotations

import hashlib
import inspect
import os
from datetime import datetime
from pathlib import Path

from flask import Flask, Response

from cds_hooks import cli, order_select
from cds_hooks.ledger import Ledger

WORKER = "X-Worker"


class InFiles(Ledger):
    """A memory that processes share: a file for each token. TO BE REMOVED with `_until_the_ledger_is_there`."""

    def first_use(self, issuer: str, token_id: str, until: datetime) -> bool:  # noqa: ARG002  tests do not last so long
        name = hashlib.sha256(f"{issuer} {token_id}".encode()).hexdigest()
        try:
            (Path(os.environ["SPINAL_CDS_SITE"]).parent / name).touch(exist_ok=False)
        except FileExistsError:
            return False
        return True


def application() -> Flask:
    _until_the_ledger_is_there()
    made = cli.application()
    made.after_request(_signed)
    return made


def _signed(response: Response) -> Response:
    response.headers[WORKER] = str(os.getpid())
    return response


def _until_the_ledger_is_there() -> None:
    """TO BE REMOVED once `Ledger.first_use` remembers: the test then asks the real one, in SQLite."""
    if "NotImplementedError" in inspect.getsource(Ledger.first_use):
        order_select.Ledger = InFiles  # type: ignore[attr-defined]
