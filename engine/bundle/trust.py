"""Which files were written here, and may therefore be opened without the guard."""

from __future__ import annotations

import contextlib
import enum
import hashlib
from collections.abc import Iterator

from engine import settings
from engine.bundle import signing
from engine.bundle.reading import VerifiedBundle
from engine.errors import WorkbenchError
from engine.library.store import DATABASE, IMPORTED, Workspace

UNPROVABLE = ("a library's own file carries neither hashes nor canary rows, so nothing shows whether it was changed on "
              "its way.")
_written_by_this_process: set[str] = set()


class Trust(enum.Enum):
    """What is known of where a file comes from."""

    WRITTEN_HERE = "written here"
    SIGNED = "signed by a known key"
    UNKNOWN_KEY = "signed by an unknown key"
    UNSIGNED = "unsigned"
    NATIVE = "a library's own file"

    @property
    def words(self) -> str:
        """A sentence for the analyst."""
        return {
            "written here": "Written on this machine and unchanged since.",
            "signed by a known key": "Signed by a key on your list.",
            "signed by an unknown key": "Signed by a key that is not on your list; ask the sender for its fingerprint.",
            "unsigned": "Nobody vouches for its origin; it was proved in a separate process before use.",
            "a library's own file": f"It opened in a separate process, but {UNPROVABLE}",
        }[self.value]


def remember(data: bytes) -> str:
    """Note bytes that this process has just made; returns their hash."""
    sha256 = hashlib.sha256(data).hexdigest()
    _written_by_this_process.add(sha256)
    return sha256


def of(bundle: VerifiedBundle, workspace: Workspace | None) -> Trust:
    """What is known of where a sound bundle comes from."""
    return of_known(bundle, known_as(bundle.sha256, workspace), workspace)


def of_known(bundle: VerifiedBundle, known: str | None, workspace: Workspace | None) -> Trust:
    """The same where it has been looked up already; what was imported is no more than its signature says."""
    ours = known is not None and not known.startswith(IMPORTED)
    return Trust.WRITTEN_HERE if ours else of_signature(bundle, workspace)


def of_signature(bundle: VerifiedBundle, workspace: Workspace | None) -> Trust:
    """What its signature alone tells."""
    if bundle.signature is None:
        return Trust.UNSIGNED
    return Trust.SIGNED if signing.known_as(workspace, bundle.signature.key) else Trust.UNKNOWN_KEY


def known_as(sha256: str, workspace: Workspace | None) -> str | None:
    """What the workspace (else the default one) or this process calls the file; None for one never proved here."""
    if sha256 in _written_by_this_process:
        return ""
    if workspace is not None:
        return workspace.known_as(sha256)
    with default_workspace() as default:
        return None if default is None else default.known_as(sha256)


@contextlib.contextmanager
def default_workspace() -> Iterator[Workspace | None]:
    """The default workspace to read from; None when there is none or it cannot be used."""
    try:
        opened = settings.default_workspace() / DATABASE
        workspace = Workspace.open(opened.parent, read_only=True) if opened.exists() else None
    except WorkbenchError:
        workspace = None
    try:
        yield workspace
    finally:
        if workspace is not None:
            workspace.close()
