"""Free text of physicians: refused, or kept sealed. It may name a patient, so nobody reads it without the site's key.

What may not live here: what a key file looks like (``site``), and where a sealed comment is written (``rows``).
"""

from __future__ import annotations

from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


class Comments:
    """With no key every comment is refused. The first key seals, each of them opens, so that keys can be replaced."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._box = MultiFernet([Fernet(key) for key in keys]) if keys else None

    def sealed(self, comment: str) -> bytes | None:
        """None: it is not to be kept."""
        return self._box.encrypt(comment.encode("utf-8", "surrogatepass")) if self._box else None

    def opened(self, sealed: bytes) -> str | None:
        """None: it was sealed with a key that is no longer there, or was changed since."""
        try:
            return self._box.decrypt(sealed).decode("utf-8", "surrogatepass") if self._box else None
        except InvalidToken:
            return None
