"""How is the service served? The web server with its workers, and what each worker runs.

What may not live here: how a command is spelt (`cli`), how a body comes in (`intake`), what a call means (`app`).
"""

import os
import sys
from pathlib import Path

from granian import Granian
from granian.constants import HTTPModes, Interfaces, Loops
from granian.http import HTTP1Settings

from cds_hooks.app import create_app, keep_for_good
from cds_hooks.intake import Intake
from cds_hooks.listening import address_to_listen_on
from cds_hooks.site import Site, load_site

SITE_VARIABLE = "SPINAL_CDS_SITE"
"""Names the site file where no option does; workers, being processes of their own, find it by this."""
CALLS_AT_ONCE = 16
"""In each process; a call mostly waits for a FHIR server."""

_WORKERS_AT_MOST = 4
_LARGEST_HEAD = 128 * 1024  # bytes of request line and headers
_DEVELOPMENT_WARNING = """\
********************************************************************************
*  DEVELOPMENT MODE: no token is asked for. Whoever reaches this port may call. *
*  Never with real patients.                                                   *
********************************************************************************"""


def application() -> Intake:
    """What each worker of the server runs."""
    application = create_app(site_of_environment())
    keep_for_good()
    return Intake(application, threads=CALLS_AT_ONCE)


def serve(site_file: Path | None) -> None:
    """Until it is told to end. Raises SiteMistakes, CannotListen."""
    if site_file is not None:
        os.environ[SITE_VARIABLE] = str(site_file.resolve())
    site = site_of_environment()
    if not site.production:
        _say(_DEVELOPMENT_WARNING)
    address = address_to_listen_on(site.server.host, site.server.port)
    _say(f"Serving {site.public_url}/cds-services on {site.server.host}:{site.server.port}")
    Granian(
        "cds_hooks.serving:application",
        factory=True,
        interface=Interfaces.RSGI,
        http=HTTPModes.http1,  # what EHRs and proxies speak; a second protocol would be a second parser
        http1_settings=HTTP1Settings(max_buffer_size=_LARGEST_HEAD),
        loop=Loops.asyncio,
        address=address,
        port=site.server.port,
        workers=min(_WORKERS_AT_MOST, os.cpu_count() or 1) if site.production else 1,
        websockets=False,
        log_access=False,  # an address of a call may name a patient
    ).serve()


def site_of_environment() -> Site:
    """The site whose file the environment names. Raises SiteMistakes."""
    named = os.environ.get(SITE_VARIABLE)
    return load_site(Path(named) if named else None, os.environ)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
