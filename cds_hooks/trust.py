"""Is this caller who it says it is?

Not yet able to say so: no token can be verified in this version, so production refuses every call (it fails closed)
and development asks for none. Which FHIR servers a caller may name is the client's list in ``site``.
"""

from cds_hooks.failures import NotTrusted
from cds_hooks.site import Site


def caller(site: Site, authorization: str | None) -> str | None:  # noqa: ARG001  the header will be verified here
    """The issuer of the call; None where nobody has to prove who they are. Raises NotTrusted."""
    if site.production:
        raise NotTrusted
    return None
