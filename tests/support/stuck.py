"""The service as it is, but for order-sign: there a step hangs, as the first selected order says. With shorter limits.

`WAIT` goes on once a file is there, `SLEEP` never does, `SEARCH` is a search in a text that lets no other thread run meanwhile.
Started in place of the command, like `cds_hooks.cli`. What may not live here: what is expected.
"""

from __future__ import annotations

import os
import re
import sys
import threading
from pathlib import Path
from typing import Final
from uuid import uuid4

from cds_hooks import cli, lanes, serving, worker
from cds_hooks.desk import Desk
from cds_hooks.instance import Instance
from cds_hooks.messages import HookRequest
from cds_hooks.order_select import Reply
from cds_hooks.routes import HOOKS
from cds_hooks.site import ClientSettings, Site

WAIT: Final = "ServiceRequest/WAIT"
SLEEP: Final = "ServiceRequest/SLEEP"
SEARCH: Final = "ServiceRequest/SEARCH"
GOES_ON: Final = "STUCK_GOES_ON"
"""The variable that names the file. Beside it lies one for each call that waits: `inside-…`."""
LIMITS: Final = "STUCK_LIMITS"
"""The variable that gives seconds: until a call is given up, its worker replaced, a worker that stands still ended."""

NO_SHADOW: Final = "STUCK_NO_SHADOW"
"""The variable that, when set, lets no worker come up with a site in shadow mode."""


def respond(request: HookRequest, client: ClientSettings, desk: Desk, **_: object) -> Reply:
    pause, goes_on = threading.Event(), Path(os.environ[GOES_ON])
    selected = {f"ServiceRequest/{order['id']}" for order in request.draft_orders}
    if WAIT in selected:
        (goes_on.parent / f"inside-{uuid4()}").touch()
    while WAIT in selected and not goes_on.exists():
        pause.wait(0.01)
    if SLEEP in selected:
        pause.wait()
    if SEARCH in selected:
        re.match("(a+)+$", "a" * 60 + "b")
    del client, desk
    return Reply(cards=())


# At the import, so that every process that is forked later has it.
HOOKS["order-sign"] = (HOOKS["order-sign"][0], respond)
if LIMITS in os.environ:
    lanes.GIVEN_UP_AFTER_S, worker.REPLACED_AFTER_S, worker.STANDS_STILL_S = map(  # type: ignore[misc]
        float, os.environ[LIMITS].split()
    )

_application = serving.application


def application(site: Site | None = None, instance: Instance | None = None) -> worker.Worker:
    if NO_SHADOW in os.environ and site and site.shadow:
        sys.exit(3)
    return _application(site, instance)


serving.application = application

if __name__ == "__main__":
    sys.exit(cli.main())
