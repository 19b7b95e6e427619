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
from engine.library.store import DATABASE, Workspace

_written_by_this_process: set[str] = set()


class Trust(enum.Enum):
    """What is known of where a file comes from."""

    WRITTEN_HERE = "written here"
    SIGNED = "signed by a known key"
    UNKNOWN_KEY = "signed by an unknown key"
    UNSIGNED = "unsigned"

    @property
    def words(self) -> str:
        """A sentence for the analyst."""
        return {
            "written here": "Written on this machine and unchanged since.",
            "signed by a known key": "Signed by a key on your list.",
            "signed by an unknown key": "Signed by a key that is not on your list; ask the sender for its fingerprint.",
            "unsigned": "Nobody vouches for its origin; it was proved in a separate process before use.",
        }[self.value]


def remember(data: bytes) -> str:
    """Note bytes that this process has just made; returns their hash."""
    sha256 = hashlib.sha256(data).hexdigest()
    _written_by_this_process.add(sha256)
    return sha256


def of(bundle: VerifiedBundle, workspace: Workspace | None) -> Trust:
    """What is known of where a sound bundle comes from."""
    return Trust.WRITTEN_HERE if written_here(bundle.sha256, workspace) else of_signature(bundle, workspace)


def of_signature(bundle: VerifiedBundle, workspace: Workspace | None) -> Trust:
    """What its signature alone tells."""
    if bundle.signature is None:
        return Trust.UNSIGNED
    return Trust.SIGNED if signing.known_as(workspace, bundle.signature.key) else Trust.UNKNOWN_KEY


def written_here(sha256: str, workspace: Workspace | None) -> bool:
    """Whether this process made the file, or the workspace (else the default one) lists it."""
    if sha256 in _written_by_this_process:
        return True
    if workspace is not None:
        return workspace.knows_file(sha256)
    with default_workspace() as default:
        return default is not None and default.knows_file(sha256)


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
