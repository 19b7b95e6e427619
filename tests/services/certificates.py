"""Certificates of a test's own: an authority, and what it signs for a server or a client by name."""

from __future__ import annotations

import datetime
import ipaddress
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


@dataclass(frozen=True)
class Pair:
    """Two PEM files."""

    certificate: Path
    key: Path


class Authority:
    """Signs certificates; `file` is what those who trust it are given."""

    def __init__(self, folder: Path, name: str = "authority") -> None:
        self._folder, self._key = folder, ec.generate_private_key(ec.SECP256R1())
        folder.mkdir(parents=True, exist_ok=True)
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        self._certificate = self._signed(self._name, self._key.public_key(), [
            (x509.BasicConstraints(ca=True, path_length=0), True)])
        self.file = folder / f"{name}.pem"
        self.file.write_bytes(self._certificate.public_bytes(serialization.Encoding.PEM))

    def pair(self, name: str, *, days: float = 1.0) -> Pair:
        """A certificate for a host name or address; with negative `days` one that has expired."""
        key = ec.generate_private_key(ec.SECP256R1())
        try:
            known: x509.GeneralName = x509.IPAddress(ipaddress.ip_address(name))
        except ValueError:
            known = x509.DNSName(name)
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        made = self._signed(subject, key.public_key(), [(x509.SubjectAlternativeName([known]), False)], days)
        found = Pair(self._folder / f"{name}{days}.crt", self._folder / f"{name}{days}.key")
        found.certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
        found.key.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                                                serialization.NoEncryption()))
        found.key.chmod(0o600)
        return found

    def _signed(self, subject: x509.Name, key: ec.EllipticCurvePublicKey,
                more: list[tuple[x509.ExtensionType, bool]], days: float = 1.0) -> x509.Certificate:
        now = datetime.datetime.now(tz=datetime.UTC)
        begins, ends = sorted((now - datetime.timedelta(days=2), now + datetime.timedelta(days=days)))
        builder = x509.CertificateBuilder(self._name, subject, key, x509.random_serial_number(), begins, ends)
        for extension, critical in more:
            builder = builder.add_extension(extension, critical)
        issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key())
        builder = builder.add_extension(issuer, critical=False)
        builder = builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
        return builder.sign(self._key, hashes.SHA256())
