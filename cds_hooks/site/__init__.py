"""One hospital's settings, with those of each client: read, checked and explained.

What a setting then does is decided elsewhere; nothing here knows HTTP, FHIR or medicine beyond the names of keys.
"""

from cds_hooks.site.comment_keys import comment_keys
from cds_hooks.site.explaining import explain
from cds_hooks.site.keys import LANGUAGES, PREFETCH_KEYS
from cds_hooks.site.mistakes import SiteMistakes
from cds_hooks.site.own_orders import own_codes
from cds_hooks.site.reading import load_site, read_site
from cds_hooks.site.settings import (
    ClientSettings,
    Feedback,
    FhirLimits,
    Mode,
    Offered,
    Profile,
    Server,
    Site,
    Triggers,
    is_public_sandbox,
)

__all__ = [
    "LANGUAGES",
    "PREFETCH_KEYS",
    "ClientSettings",
    "Feedback",
    "FhirLimits",
    "Mode",
    "Offered",
    "Profile",
    "Server",
    "Site",
    "SiteMistakes",
    "Triggers",
    "comment_keys",
    "explain",
    "is_public_sandbox",
    "load_site",
    "own_codes",
    "read_site",
]
