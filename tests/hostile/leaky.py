"""`spinal-cds serve` with faults of our own making at order-sign: to see what becomes of them, and that a leak would be seen.

A selection FAULT raises what it was called with; LEAK also tells it to the log and to a temporary file, as careless code would.
"""

from __future__ import annotations

import logging
import sys
import tempfile
from pathlib import Path
from typing import Final

from cds_hooks import cli, order_sign
from cds_hooks.desk import Desk
from cds_hooks.messages import HookRequest
from cds_hooks.order_select import Reply
from cds_hooks.routes import HOOKS
from cds_hooks.site import ClientSettings

FAULT: Final = "ServiceRequest/FAULT"
LEAK: Final = "ServiceRequest/LEAK"


def respond(request: HookRequest, client: ClientSettings, desk: Desk, **_: object) -> Reply:
    if not {FAULT, LEAK} & set(request.selections):
        return order_sign.respond(request, client, desk)
    told = f"{request.patient_id} {request.prefetch} {request.authorization and request.authorization.access_token}"
    if LEAK in request.selections:
        logging.getLogger("spinal_cds").error(told)
        Path(tempfile.mkstemp()[1]).write_text(told, encoding="utf-8")
    raise KeyError(told) from ValueError(told)


# At the import, which a process that is started afresh does once more.
HOOKS["order-sign"] = (HOOKS["order-sign"][0], respond)

if __name__ == "__main__":
    sys.exit(cli.main())
