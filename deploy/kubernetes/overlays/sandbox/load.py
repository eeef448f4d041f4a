"""Puts the sample patients onto the FHIR server that FHIR_SERVER names, as soon as it answers. Then it waits to be stopped.

The server of the sandbox forgets everything with its pod. This runs beside it, in the same pod, so that they are there again
after each start. What may not live here: anything that the service needs.
"""

import json
import os
import signal
import sys
import time
import urllib.error
import urllib.request
from datetime import UTC, datetime

from fhir_profiles import examples

STARTS_WITHIN_S = 600.0
JSON = "application/fhir+json"


def load(server: str) -> int:
    """How many patients were loaded. Raises HTTPError when the server refuses one, URLError when it is not there."""
    now = datetime.now(UTC)
    for name in examples.names():
        body = json.dumps(examples.load(name, now)["bundle"]).encode()
        _ask(urllib.request.Request(server, body, {"Content-Type": JSON, "Accept": JSON}))  # noqa: S310  the pod's own
    return len(examples.names())


def wait_for(server: str) -> None:
    """Raises URLError when the server does not answer in time."""
    ends = time.monotonic() + STARTS_WITHIN_S
    while True:
        try:
            return _ask(urllib.request.Request(f"{server}/metadata"))  # noqa: S310  the pod's own
        except urllib.error.URLError:
            if time.monotonic() > ends:
                raise
            time.sleep(2)


def _ask(request: urllib.request.Request) -> None:
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310  # nosec B310
        answer.read()


def main() -> None:
    """Loads once; a failure ends the container, and Kubernetes starts it again."""
    server = os.environ["FHIR_SERVER"]
    wait_for(server)
    print(f"{load(server)} sample patients loaded", flush=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    signal.pause()


if __name__ == "__main__":
    main()
