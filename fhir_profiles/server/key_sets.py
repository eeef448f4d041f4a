"""How are the public keys of a caller fetched? From the address that the site names, by the same way as a FHIR read.

So with the same judgement of addresses, no redirect, no proxy but the site's, a limit of size and of time. What may not live
here: when keys are fetched, how long they are kept, and what is done with them.
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.server.exchange import Allowance, Asking, fetch, json_object
from fhir_profiles.server.session import Session
from fhir_profiles.server.under_way import Fetching, Work, start

KEY_SET_LIMIT: Final = 256 * 1024
"""Bytes; a key set of a hundred keys is far below it."""
_KEY_SET: Final = "application/jwk-set+json, application/json;q=0.9"


def fetch_key_set(session: Session, url: str, *, deadline: float) -> dict[str, object] | None:
    """The JSON object at this address of the site file, or None when it cannot be had until `deadline` (monotonic clock)."""
    work = Work(deadline=deadline)

    def task() -> None:
        asking = Asking(
            url=url,
            headers={"Accept": _KEY_SET},
            deadline=deadline,
            limit=KEY_SET_LIMIT,
            allowance=Allowance(KEY_SET_LIMIT),
            line=work.line,
        )
        work.document = fetch(session, asking)

    fetching = Fetching(start(session, url, task, work), work)
    content = fetching.content()
    fetching.give_up()
    return json_object(content.body)
