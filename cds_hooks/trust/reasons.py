"""Why was a caller not trusted? The closed list of words that the audit log may hold; a caller is told none of them (J12).

What may not live here: anything of a token. Of one that was not verified the word is all that is ever written down.
"""

from enum import StrEnum


class Reason(StrEnum):
    """In the order in which a token is looked at: the first that applies is the one that is noted."""

    MISSING = "no-token"
    """No ``Authorization``, or one of another scheme."""
    LONG = "too-long"
    """Longer than any EHR's token; it was not read."""
    UNREADABLE = "not-a-token"
    """Not three parts of base64url, of which two are JSON objects that name nothing twice."""
    HEADER = "header"
    """``alg``, ``kid`` or ``typ`` missing or of no use, or an extension that would have to be understood."""
    CLAIMS = "claims"
    """``iss``, ``aud``, ``exp``, ``iat`` or ``jti`` missing, or one of the claims that we read is of another type."""
    SANDBOX = "public-sandbox"
    """The public sandbox, in production: everybody has its private key (J16)."""
    ISSUER = "unknown-issuer"
    TENANT = "unknown-tenant"
    ALGORITHM = "algorithm"
    """Not one of those that the site file lists for this client."""
    ADDRESS = "unlisted-jku"
    """The token names another key set than the one that was agreed (J7)."""
    NO_KEYS = "no-keys"
    """The key set was never read, or not for too long."""
    KEY = "unknown-key"
    """The key set has no such key for this algorithm, also not after it was read again."""
    SIGNATURE = "signature"
    AUDIENCE = "audience"
    EXPIRED = "expired"
    EARLY = "not-yet-valid"
    LIFE = "lifetime"
    """Made for more than an hour, or for no time at all."""
    USED = "used-before"
