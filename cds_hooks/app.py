"""``create_app(site)``: the only place that wires the parts together. Nothing is computed or decided here."""

import gc

from flask import Flask

from cds_hooks import logs, routes, workbench
from cds_hooks.desk import Clock, Desk, open_desk
from cds_hooks.headers import with_headers
from cds_hooks.instance import Instance
from cds_hooks.site import Site
from fhir_profiles.reading import get_ready


def create_app(site: Site, clock: Clock | None = None) -> Flask:
    """The service of one site; without a clock it goes by the machine's."""
    return app_of(open_desk(site) if clock is None else open_desk(site, clock), Instance())


def app_of(desk: Desk, instance: Instance) -> Flask:
    """The service at this desk, as one process of this instance."""
    logs.to_stderr()
    app = Flask("spinal-tumour-cds", static_folder=None)
    # A redirected preflight fails and a redirected POST may come back as GET, so no address is ever redirected (H4).
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False
    routes.register(app, desk, instance)
    if not desk.site.production:
        workbench.register(app, desk)
    app.wsgi_app = with_headers(app.wsgi_app, desk.site)  # type: ignore[method-assign,assignment]  # Flask's own documented way
    return app


def keep_for_good() -> None:
    """What is there once a process serves stays until it ends; looking through it for garbage took a twelfth of each call."""
    get_ready()
    gc.collect()
    gc.freeze()
