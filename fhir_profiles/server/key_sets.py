"""How are the public keys of a caller fetched? From the address that the site names, by the same way as a FHIR read.

So with the same judgement of addresses, no redirect, no proxy but the site's, a limit of size and of time. What may not live
here: when keys are fetched, how long they are kept, and what is done with them.
"""

from __future__ import annotations

import threading
import time
from typing import Final

from fhir_profiles.server.exchange import Allowance, Asking, fetch, json_object
from fhir_profiles.server.faults import ReadFailed
from fhir_profiles.server.line import Line
from fhir_profiles.server.session import Session

KEY_SET_LIMIT: Final = 256 * 1024
"""Bytes; a set with certificates for a dozen keys has about 30,000."""
_HEADERS: Final = {"Accept": "application/jwk-set+json, application/json"}


def fetch_key_set(session: Session, url: str, *, seconds: float) -> dict[str, object] | None:
    """The JSON object at this address of the site file; None when it cannot be had in so many seconds."""
    line = Line()
    # Whoever asks waits for it in this thread, so somebody else has to hang up on a server that drips.
    watch = threading.Timer(seconds, line.hang_up)
    watch.daemon = True
    watch.start()
    asking = Asking(
        url=url,
        headers=_HEADERS,
        deadline=time.monotonic() + seconds,
        limit=KEY_SET_LIMIT,
        allowance=Allowance(KEY_SET_LIMIT),
        line=line,
    )
    try:
        with line.open():
            return json_object(fetch(session, asking).body)
    except ReadFailed:
        return None
    finally:
        watch.cancel()
