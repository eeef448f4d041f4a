"""What can be counted of our calls, for whoever watches the service: of the same line that the trail keeps, and of nothing else.

``declared`` says what there is, in the ``form`` of a meter; ``counting`` counts; ``states`` tells how the process is; ``folder``
is where the workers of one service lay their figures, and ``together`` adds them up. The only user of prometheus_client. What may
not live here: anything of a patient or a token, and any value of a label that is not of its closed set.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from cds_hooks import trail
from cds_hooks.ledger import Ledger
from cds_hooks.meters.declared import METERS
from cds_hooks.meters.folder import NoFolder, shared_folder
from cds_hooks.meters.form import Meter
from cds_hooks.site import Site
from cds_hooks.trail import TrailLine
from cds_hooks.trust import Gate

if TYPE_CHECKING:
    from cds_hooks.meters.counting import Counting

LOG = logging.getLogger("spinal_cds.meters")

__all__ = ["METERS", "Meter", "NoFolder", "leave", "shared_folder", "shown"]


def leave(line: TrailLine) -> None:
    """A call has ended, however: it is counted and leaves its line. There is no other way to either, so the two agree.

    A fault in counting (a folder that was taken away, say) costs a figure, never the answer or the line.
    """
    try:
        _counting().count(line)
    except Exception:  # told, with its place; nothing else may come of it
        LOG.exception("a call was not counted")
    trail.write(line)


def shown(site: Site, ledger: Ledger, gate: Gate) -> Callable[[], tuple[bytes, str]]:
    """What tells all figures of the service, as of when it is asked, and of which content type they are."""
    from cds_hooks.meters.states import States  # noqa: PLC0415  as below

    counting = _counting()
    counting.admit("client", (client.issuer for client in site.clients if client.issuer))
    states = States(counting, site, ledger, gate)
    states.keep_current()
    return states.shown


@cache
def _counting() -> Counting:
    """Not before it is needed: the library looks whether there are several workers when it is imported, and each of them is
    told so only when it is started (``folder``).
    """
    from cds_hooks.meters.counting import Counting  # noqa: PLC0415

    return Counting()
