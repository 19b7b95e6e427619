"""Work that did not end: folders of a workspace whose process is gone, to be gone on with or given up."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from engine.errors import WorkbenchError
from engine.library.store import Workspace
from engine.records import Roles
from engine.settings import from_json, write_atomically
from engine.training.config import TrainingConfig, ValidationOptions

_MARK = "process"


@dataclass(frozen=True, slots=True)
class Unended:
    """What any such work was to do, and with which data."""

    id: str
    created: str
    source: str
    fingerprint: str
    roles: Roles
    configs: tuple[TrainingConfig, ...]
    validation: ValidationOptions
    folder: Path

    @classmethod
    def common(cls, folder: Path, told: Mapping[str, Any]) -> dict[str, Any]:
        """These fields from what the work has written of itself."""
        return {
            "id": folder.name, "folder": folder, **{name: told[name] for name in ("created", "source", "fingerprint")},
            "roles": from_json(Roles, told["roles"]), "validation": from_json(ValidationOptions, told["validation"]),
            "configs": tuple(from_json(TrainingConfig, each) for each in told["configs"]),
        }


T = TypeVar("T", bound=Unended)


class Offers(Generic[T]):
    """The unfinished work of one kind, each a folder under `place` of a workspace.

    `read` makes an offer of a folder, None where its work has ended; `none` is the refusal where nothing is offered.
    """

    def __init__(self, place: str, read: Callable[[Path], T | None], none: Callable[[], WorkbenchError]) -> None:
        self._place = place
        self._read = read
        self._none = none

    def of(self, workspace: Workspace) -> tuple[T, ...]:
        """Work whose process is gone, the newest first; what cannot be read is not offered."""
        found = []
        root = workspace.root / self._place
        for folder in sorted(root.iterdir()) if root.is_dir() else ():
            with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
                if not _is_alive((folder / _MARK).read_text(encoding="ascii")):
                    found.append(self._read(folder))
        return tuple(sorted(filter(None, found), key=lambda each: each.created, reverse=True))

    def chosen(self, workspace: Workspace, id: str = "", *, fingerprint: str = "") -> T:
        """The offer whose id begins so, or the newest (on this data)."""
        for each in self.of(workspace):
            if each.id.startswith(id) and fingerprint in ("", each.fingerprint):
                return each
        raise self._none()

    def discard(self, workspace: Workspace, id: str) -> None:
        """Give up an offer."""
        shutil.rmtree(self.chosen(workspace, id).folder, ignore_errors=True)


def mark(folder: Path) -> None:
    """Say that the work in this folder is this process's now."""
    write_atomically(folder / _MARK, _process_mark(os.getpid()).encode())


def _process_mark(pid: int) -> str:
    """A process and when it began, since numbers are used again."""
    began = ""
    with contextlib.suppress(OSError, IndexError):
        began = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rsplit(")", 1)[1].split()[19]
    return f"{pid} {began}"


def _is_alive(told: str) -> bool:
    """Whether the process that made this mark is still at work."""
    pid = int(told.split(maxsplit=1)[0])
    if Path("/proc/self/stat").exists():
        return _process_mark(pid) == told and Path(f"/proc/{pid}").exists()
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True
