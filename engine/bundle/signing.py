"""Who vouches for a bundle: an Ed25519 signature over the manifest, and so over every byte of the file.

The key is made and kept in the workspace; its fingerprint is what two people compare. Checking needs no library.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from engine.bundle import ed25519, strict_json
from engine.bundle.archive import SIGNATURE
from engine.bundle.refusal import BundleRefused
from engine.errors import MissingExtraError, WorkbenchError
from engine.library.store import Workspace

_ALGORITHM = "ed25519"


@dataclass(frozen=True, slots=True)
class Signature:
    """A right signature; `key` is the public key in hexadecimal."""

    key: str

    @property
    def fingerprint(self) -> str:
        """Sixteen letters in groups of four, to be compared by eye."""
        return fingerprint(self.key)


@dataclass(frozen=True, slots=True)
class Signer:
    """A signing key of this workspace."""

    secret: bytes

    @property
    def key(self) -> str:
        """The public key in hexadecimal."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return str(Ed25519PrivateKey.from_private_bytes(self.secret).public_key().public_bytes_raw().hex())

    def sign(self, manifest: bytes) -> bytes:
        """The signature entry for a manifest; the same manifest gives the same bytes."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        signature = Ed25519PrivateKey.from_private_bytes(self.secret).sign(manifest)
        return strict_json.dump({"algorithm": _ALGORITHM, "key": self.key, "signature": signature.hex()})


def check(manifest: bytes, entry: bytes) -> Signature:
    """The signature of a bundle; raises `BundleRefused` when it is not exactly one over this manifest."""
    values = strict_json.parse(entry, SIGNATURE)
    try:
        key, signature = bytes.fromhex(values["key"]), bytes.fromhex(values["signature"])
    except (KeyError, TypeError, ValueError):
        raise _wrong() from None
    known = {"algorithm": _ALGORITHM, "key": key.hex(), "signature": signature.hex()}
    if values != known or strict_json.dump(known) != entry or not ed25519.is_valid(key, manifest, signature):
        raise _wrong()
    return Signature(key.hex())


def fingerprint(key: str) -> str:
    """What stands for a public key."""
    digest = hashlib.sha256(bytes.fromhex(key)).hexdigest()[:16]
    return "-".join(digest[place : place + 4] for place in range(0, 16, 4))


def own_signer(workspace: Workspace) -> Signer:
    """The workspace's signing key, made at first use and readable by its owner only."""
    try:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    except ImportError:
        raise MissingExtraError("cryptography", extra="signing") from None
    path = workspace.root / "keys" / "signing.key"
    if not path.exists():
        _write_secret(path, Ed25519PrivateKey.generate().private_bytes_raw())
    return Signer(_read_secret(path))


def trust_key(workspace: Workspace, key: str, name: str) -> None:
    """Put a public key on the list of known ones, under the name of its owner."""
    try:
        sound = len(bytes.fromhex(key)) == ed25519.KEY
    except ValueError:
        sound = False
    if not sound:
        raise WorkbenchError("That is no public key.", code="bad-key", remedy="Give its 64 hexadecimal letters.")
    with workspace.transaction() as database:
        database.execute(
            "INSERT OR REPLACE INTO known_keys VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%SZ'))", (key.lower(), name)
        )


def forget_key(workspace: Workspace, key: str) -> None:
    """Take a key off the list."""
    with workspace.transaction() as database:
        database.execute("DELETE FROM known_keys WHERE key = ?", (key.lower(),))


def known_as(workspace: Workspace | None, key: str) -> str:
    """The name under which a key is known here, "" when it is not."""
    rows = [] if workspace is None else workspace.rows("SELECT name FROM known_keys WHERE key = ?", (key,))
    return str(rows[0]["name"]) if rows else ""


def _write_secret(path: Path, secret: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secret.hex() + "\n")


def _read_secret(path: Path) -> bytes:
    try:
        secret = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        secret = b""
    if len(secret) != ed25519.KEY:
        raise WorkbenchError("The signing key cannot be read.", where=str(path), code="bad-key",
                             remedy="Restore it from a copy, or remove the file to get a new key.")
    return secret


def _wrong() -> BundleRefused:
    return BundleRefused("The signature is wrong: the file was changed after it was signed.", where=SIGNATURE,
                         code="bundle-signature")
