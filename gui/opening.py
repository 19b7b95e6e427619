"""Opening files: from a path to a profile and a table in the session."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from engine.errors import WorkbenchError
from engine.records import Roles, TableProfile
from engine.settings import resource
from gui.jobs import Job, Jobs, Lane
from gui.messages import Messages
from gui.session import Session
from gui.translation import later, tr

if TYPE_CHECKING:
    from engine.data.inspecting import OpenedFile
    from engine.data.table import SignalTable

SIGNALS = (".csv", ".csv.gz", ".tsv", ".txt", ".txt.gz", ".parquet", ".feather", ".arrow")
BUNDLES = (".apbundle",)
FILTER = later("Signals (*.csv *.csv.gz *.tsv *.txt *.parquet *.feather *.arrow);;All files (*)")
SLOT = "open-file"
_LARGE = 5_000_000  # bytes from which reading takes long enough to look at the first rows before
FIRST = 1000  # rows to look at first


def is_signals(path: Path) -> bool:
    """Whether a file looks like one of signals by its name."""
    return path.name.lower().endswith(SIGNALS)


def is_bundle(path: Path) -> bool:
    """Whether a file looks like a bundle by its name."""
    return path.name.lower().endswith(BUNDLES)


class Opener(QObject):
    """Reads files in the background. *Signals*: `bundle_wanted(Path)` · `started(Job)`, then for a large file
    `peeked(TableProfile)` of its first rows, then `opened()` or `refused()`.
    """

    bundle_wanted = Signal(object)
    started = Signal(object)
    peeked = Signal(object)
    opened = Signal()
    refused = Signal()

    def __init__(self, *, session: Session, jobs: Jobs, messages: Messages) -> None:
        super().__init__(session)
        self._session, self._jobs, self._messages = session, jobs, messages
        self._path: Path | None = None
        self._job: Job | None = None
        self._before: tuple[Path, TableProfile, SignalTable, Roles] | None = None  # what was open and whole

    @property
    def reading(self) -> bool:
        """Whether a file is being read now."""
        return self._job is not None and not self._job.done

    def open(self, path: Path | str, roles: Roles | None = None) -> Job | None:
        """Open a file of signals, or hand a bundle to the library."""
        path = Path(os.path.expanduser(path))  # Path's own methods raise at what can be no name at all
        if is_bundle(path):
            self.bundle_wanted.emit(path)
            return None
        if not os.path.exists(path):
            self._refuse(WorkbenchError(tr("There is no such file."), where=str(path), code="no-file",
                                        remedy=tr("Check the path, or choose the file with Open.")))
            return None
        self._remember()
        self._session.set_data(path, roles=roles or Roles())
        return self._read(path)

    def cancel(self) -> None:
        """Read no further, and have no file open."""
        self._before = None
        if self._job is not None and not self._job.done:
            self._job.cancel()

    def open_sample(self) -> Job | None:
        """Open the signals that ship with the program."""
        return self.open(resource("sample/btc_1h.csv"))

    def set_roles(self, roles: Roles) -> Job | None:
        """Read the open file again with other roles given."""
        path = self._session.path
        if path is None:
            return None
        self._remember()
        self._session.set_data(path, profile=self._session.profile, roles=roles)
        return self._read(path)

    def give_role(self, field: str, column: str | None) -> Job | None:
        """Give one role by hand; None means that no column has it, and what was guessed is left out altogether."""
        profile, given = self._session.profile, self._session.roles
        before = getattr(profile.roles, field) if profile is not None else None
        dropped = tuple(name for name in given.dropped if name != column)
        if column is None and before is not None:
            dropped = (*dropped, before)
        return self.set_roles(replace(given, **{field: column}, dropped=dropped))

    def leave_out(self, columns: Sequence[str]) -> Job | None:
        """Read the open file again without these columns."""
        given = self._session.roles
        return self.set_roles(replace(given, dropped=(*given.dropped, *(each for each in columns
                                                                        if each not in given.dropped))))

    def bring_back(self, columns: Sequence[str]) -> Job | None:
        """Read the open file again with columns that were left out."""
        given = self._session.roles
        return self.set_roles(replace(given, dropped=tuple(each for each in given.dropped if each not in columns)))

    def _remember(self) -> None:
        """Keep what is open until another file is: reading can be cancelled."""
        now = self._session
        if now.path is not None and now.profile is not None and now.data is not None:
            self._before = (now.path, now.profile, now.data, now.roles)

    def _read(self, path: Path) -> Job:
        from engine.data.inspecting import inspect_file, open_file

        self._path = path
        if path.stat().st_size > _LARGE:
            peek = self._jobs.start(Lane.SIDE, f"{SLOT}-peek", inspect_file, path, self._session.roles, limit=FIRST,
                                    quiet=True)
            peek.succeeded.connect(self._on_peeked)
        self._job = None  # one that still reads ends now, and is no longer ours
        job = self._job = self._jobs.start(Lane.SIDE, SLOT, open_file, path, self._session.roles,
                                           title=tr("Reading {name}", name=path.name), quiet=True)
        job.succeeded.connect(self._on_opened)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(partial(self._on_cancelled, job))
        self.started.emit(job)
        return job

    @Slot(object)
    def _on_peeked(self, profile: TableProfile) -> None:
        if self.reading:
            self.peeked.emit(profile)

    @Slot(object)
    def _on_opened(self, opened: OpenedFile) -> None:
        assert self._path is not None
        self._before = None
        self._session.set_data(self._path, profile=opened.profile, data=opened.table, roles=self._session.roles)
        self._session.remember_file(self._path)
        self.opened.emit()

    def _on_cancelled(self, job: Job) -> None:
        """The user reads no further: what was open before is open again."""
        if job is not self._job or self._jobs.closed:
            return
        before, self._before = self._before, None
        if before is None:
            self._session.clear_data()
        else:
            path, profile, data, roles = before
            self._session.set_data(path, profile=profile, data=data, roles=roles)
        self.refused.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._before = None
        self._session.clear_data()
        self._refuse(error)

    def _refuse(self, error: BaseException) -> None:
        self.refused.emit()
        self._messages.tell(error)
