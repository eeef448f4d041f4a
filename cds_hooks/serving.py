"""How is the service served? Which site, on which address, by how many workers, and what each of them runs.

What may not live here: how a command is spelt (`cli`), how workers are started, replaced and ended (`main_process`), what goes
on inside one (`worker`), what a call means (`app`).
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path
from typing import Final

from cds_hooks import logs, meters
from cds_hooks.app import app_of, keep_for_good
from cds_hooks.desk import open_desk
from cds_hooks.instance import Instance
from cds_hooks.intake import Intake
from cds_hooks.listening import address_to_listen_on
from cds_hooks.main_process import MainProcess, say
from cds_hooks.site import Site, load_site
from cds_hooks.worker import Worker
from fhir_profiles.reading import get_ready

SITE_VARIABLE = "SPINAL_CDS_SITE"
"""Names the site file where no option does."""
CALLS_AT_ONCE: Final = 16
"""In each worker; a call mostly waits for a FHIR server."""
CALLS_WAITING: Final = 64
"""In each worker, for one of those: more than a worker answers in the second that they may wait."""

_WORKERS_AT_MOST = 4
_DEVELOPMENT_WARNING = """\
********************************************************************************
*  DEVELOPMENT MODE: no token is asked for. Whoever reaches this port may call. *
*  Never with real patients.                                                   *
********************************************************************************"""


def application(site: Site | None = None, instance: Instance | None = None) -> Worker:
    """What each worker of the server runs."""
    logs.nothing_beside()
    desk, instance = open_desk(site or site_of_environment()), instance or Instance()
    made = app_of(desk, instance)
    keep_for_good()
    return Worker(Intake(made, desk.site, threads=CALLS_AT_ONCE, waiting=CALLS_WAITING), desk, instance)


def serve(site_file: Path | None) -> None:
    """Until it is told to end. Raises SiteMistakes, CannotListen, meters.NoFolder."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGHUP})  # kept until it can be heeded; it would end us
    site = site_of(site_file)
    if not site.production:
        say(_DEVELOPMENT_WARNING)
    address = address_to_listen_on(site.server.host, site.server.port)
    say(f"Serving {site.public_url}/cds-services on {site.server.host}:{site.server.port}")
    multiprocessing.set_start_method("fork", force=True)  # workers share the socket and the instance's memory with us
    get_ready()  # before there are workers, so that none of them has to
    with meters.shared_folder():
        MainProcess(site, address, workers=workers_for(site), made=application, again=site_of_environment).run()


def site_of(site_file: Path | None) -> Site:
    """The site of this file, from now on named by the environment, too; of the environment's own, if none is given."""
    if site_file is not None:
        os.environ[SITE_VARIABLE] = str(site_file.resolve())
    return site_of_environment()


def site_of_environment() -> Site:
    """The site whose file the environment names. Raises SiteMistakes."""
    named = os.environ.get(SITE_VARIABLE)
    return load_site(Path(named) if named else None, os.environ)


def workers_for(site: Site) -> int:
    """One for each processor: a call is mostly reckoning, and Python reckons one call at a time (`docs/explanation/scale.md`)."""
    return min(_WORKERS_AT_MOST, os.cpu_count() or 1) if site.production else 1
