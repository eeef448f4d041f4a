"""Who vouches for the certificate of a server? The authorities that this machine trusts, as its administrator set them up.

A hospital signs its own servers' certificates, and its authority stands in the system's store, not in a list that a library
brings along. `SSL_CERT_FILE` and `SSL_CERT_DIR` name another store, as for every program that uses OpenSSL; no other variable
of the environment matters. What may not live here: which server is called.
"""

from __future__ import annotations

import ssl
from pathlib import Path

from requests.utils import DEFAULT_CA_BUNDLE_PATH


def tls_context() -> ssl.SSLContext:
    """Certificate and host name are checked, TLS 1.2 is the least. One for all connections: reading the store takes time."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if _has_store():
        context.load_default_certs()
    else:
        context.load_verify_locations(DEFAULT_CA_BUNDLE_PATH)
    return context


def _has_store() -> bool:
    """A bare container has none, or an empty folder; the library's list is better than trusting nobody."""
    store = ssl.get_default_verify_paths()
    return bool(store.cafile or (store.capath and any(Path(store.capath).iterdir())))
