"""An authority that vouches for every name and address it is asked for, as an attacker would wish it; made at run time.

What may not live here: who trusts it (its `file` says how to), and who serves with it.
"""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

_PEM = serialization.Encoding.PEM


class Authority:
    """Its own certificate lies in `file`."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "an authority of the tests")])
        made = self._builder(self._name, self._key).add_extension(
            x509.BasicConstraints(ca=True, path_length=0), critical=True
        )
        self.file = folder / "authority.pem"
        self.file.write_bytes(made.sign(self._key, hashes.SHA256()).public_bytes(_PEM))
        self._server_key = ec.generate_private_key(ec.SECP256R1())
        self._by_name: dict[str, ssl.SSLContext] = {}
        self._lock = threading.Lock()

    def serving(self, addresses: Iterable[str] = ()) -> ssl.SSLContext:
        """The serving side for every name; a caller that names none, since it uses an address, is served as these."""
        context = self._context("addresses", *(x509.IPAddress(ip_address(each)) for each in addresses))
        context.sni_callback = self._as_asked_for
        return context

    def serving_as(self, name: str) -> ssl.SSLContext:
        """The serving side of one name, whatever name is asked for."""
        return self._context(name, x509.DNSName(name))

    def _as_asked_for(self, line: ssl.SSLObject, name: str | None, _: ssl.SSLContext) -> None:
        if name is None:
            return
        with self._lock:
            if name not in self._by_name:
                self._by_name[name] = self._context(str(len(self._by_name)), x509.DNSName(name))
            line.context = self._by_name[name]

    def _context(self, file_name: str, *names: x509.GeneralName) -> ssl.SSLContext:
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "a server of the tests")])
        made = self._builder(subject, self._server_key)
        if names:
            made = made.add_extension(x509.SubjectAlternativeName(names), critical=False)
        file = self._folder / f"{file_name}.pem"
        file.write_bytes(self._server_key_as_text + made.sign(self._key, hashes.SHA256()).public_bytes(_PEM))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        return context

    @property
    def _server_key_as_text(self) -> bytes:
        return self._server_key.private_bytes(_PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())

    def _builder(self, subject: x509.Name, key: ec.EllipticCurvePrivateKey) -> x509.CertificateBuilder:
        now = datetime.now(UTC)
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=1))
        )
