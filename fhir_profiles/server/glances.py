"""Is a server of the site file there, what does it say of itself, and what time is it there? One GET without token or patient.

For whoever checks a site before it is started. By the same way as a FHIR read, so with the same judgement of addresses, no
redirect, no proxy but the site's, a limit of size and of time. What may not live here: what is made of the answer.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

from fhir_profiles.server.exchange import Allowance, Asking, Fetched, fetch, json_object
from fhir_profiles.server.faults import GapReason, ReadFailed
from fhir_profiles.server.line import Line
from fhir_profiles.server.session import Session

_LIMIT: Final = 8 * 1024**2
"""Bytes: a CapabilityStatement that lists every search parameter has one or two million."""
_HEADERS: Final = {"Accept": "application/fhir+json, application/jwk-set+json, application/json"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """`document` is the JSON object that came, None for anything else; `failed` says why nothing came.

    `ahead`: how far the server's clock is before ours, None where it does not tell. It tells whole seconds.
    """

    document: Mapping[str, object] | None = field(default=None, repr=False)
    failed: GapReason | None = None
    ahead: timedelta | None = None


def glance(session: Session, url: str, *, seconds: float) -> Glance:
    """What stands at this address of the site file, in so many seconds."""
    line, allowance = Line(), Allowance(_LIMIT)
    # Whoever asks waits for it in this thread, so somebody else has to hang up on a server that drips.
    watch = threading.Timer(seconds, line.hang_up)
    watch.daemon = True
    watch.start()
    deadline = time.monotonic() + seconds
    try:
        with line.open():
            asking = Asking(url=url, headers=_HEADERS, deadline=deadline, limit=_LIMIT, allowance=allowance, line=line)
            asked = datetime.now(UTC)
            found = fetch(session, asking)
            return Glance(document=json_object(found.body), ahead=_ahead(found, asked, datetime.now(UTC)))
    except ReadFailed as failure:
        return Glance(failed=failure.reason)
    finally:
        watch.cancel()


def _ahead(found: Fetched, asked: datetime, answered: datetime) -> timedelta | None:
    """Nothing but what is certain: any moment between question and answer would do, and a second is whole."""
    try:
        told = parsedate_to_datetime(found.date).replace(tzinfo=UTC)
    except ValueError:
        return None
    if told > answered:
        return told - answered
    return min(timedelta(), told + timedelta(seconds=1) - asked)
