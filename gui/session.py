"""What is open: the workspace, the data, the runs, what is selected. The only room that announces change."""

from __future__ import annotations

import contextlib
import enum
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from engine.errors import WorkbenchError
from engine.records import OutOfFold, Roles, RunRecord, TableProfile
from engine.settings import AppSettings, Theme, load_settings, save_settings
from gui.places import Places

if TYPE_CHECKING:
    from engine.data.table import SignalTable
    from engine.library.store import Workspace

_RECENT = 10
_FIRST_SHOWN = 3


class Topic(enum.Enum):
    """What a change may be about."""

    DATA = "data"
    RUNS = "runs"
    SELECTION = "selection"
    CHAMPION = "champion"
    MONITOR = "monitor"
    ENSEMBLE = "ensemble"
    SETTINGS = "settings"


class Session(QObject):
    """State of the window. Mutators run in the window's thread and emit `changed` once an operation.

    *Signals*: `changed(frozenset[Topic])`.
    """

    changed = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = Path(folder)
        self.settings: AppSettings = load_settings(self._settings_file, AppSettings)
        self.path: Path | None = None  # the file that is open or being opened
        self.roles = Roles()  # given by the analyst; what is None is guessed
        self.profile: TableProfile | None = None
        self.data: SignalTable | None = None
        self.runs: tuple[RunRecord, ...] = ()
        self.selected: tuple[str, ...] = ()  # ids, in the order of the table
        self.shown: frozenset[str] = frozenset()  # ids whose curves are drawn
        self.champion: str | None = None
        self.challenger: str | None = None
        self.places = Places()  # of the runs among the styles of charts
        self._workspace: Workspace | None = None
        self._out_of_fold: dict[str, OutOfFold | None] = {}
        self._pending: set[Topic] = set()
        self._depth = 0

    # --- the workspace ---

    @property
    def workspace(self) -> Workspace:
        """The open workspace; opened on first use."""
        if self._workspace is None:
            from engine.library.store import Workspace

            self._workspace = Workspace.open(self.folder)
        return self._workspace

    @property
    def is_open(self) -> bool:
        """Whether the workspace has been opened."""
        return self._workspace is not None

    def close(self) -> None:
        """Let go of the workspace's lock."""
        if self._workspace is not None:
            self._workspace.close()
            self._workspace = None

    # --- data ---

    def set_data(self, path: Path, *, profile: TableProfile | None = None, data: SignalTable | None = None,
                 roles: Roles | None = None) -> None:
        """A file was chosen, profiled or read; what is not given is dropped unless the file is the same."""
        same = path == self.path
        with self.change(Topic.DATA):
            self.path = path
            self.profile = profile if profile is not None or not same else self.profile
            self.data = data
            if roles is not None or not same:
                self.roles = roles or Roles()

    def clear_data(self) -> None:
        """No file is open."""
        with self.change(Topic.DATA):
            self.path, self.profile, self.data, self.roles = None, None, None, Roles()

    # --- runs ---

    def reload_runs(self) -> None:
        """Read the list of runs, the champion and the challenger from the workspace."""
        from engine.library import promotion, runs

        with self.change(Topic.RUNS, Topic.CHAMPION):
            known = frozenset(run.id for run in self.runs)
            self.runs = tuple(runs.list_runs(self.workspace))
            self.champion = promotion.champion(self.workspace)
            self.challenger = promotion.challenger(self.workspace)
            ids = frozenset(run.id for run in self.runs)
            self._out_of_fold = {run: kept for run, kept in self._out_of_fold.items() if run in ids}
            self.selected = tuple(run for run in self.selected if run in ids)
            # At the first look the newest few are drawn; later, what is new.
            new = ids - known if known else frozenset(run.id for run in self.runs[:_FIRST_SHOWN])
            self.shown = (self.shown & ids) | new

    def run(self, run_id: str | None) -> RunRecord | None:
        """A run by its id."""
        return next((run for run in self.runs if run.id == run_id), None)

    def replace_run(self, run: RunRecord) -> None:
        """One run has another name, star or note."""
        with self.change(Topic.RUNS):
            self.runs = tuple(run if other.id == run.id else other for other in self.runs)

    def select(self, ids: Iterable[str]) -> None:
        """Other runs are selected."""
        ids = tuple(ids)
        if ids != self.selected:
            with self.change(Topic.SELECTION):
                self.selected = ids

    def show_runs(self, ids: Iterable[str]) -> None:
        """Draw the curves of exactly these runs."""
        ids = frozenset(ids)
        if ids != self.shown:
            with self.change(Topic.SELECTION):
                self.shown = ids

    def out_of_fold(self, run_id: str) -> OutOfFold | None:
        """A run's predictions on unseen rows, kept after the first reading."""
        if run_id not in self._out_of_fold:
            from engine.library import runs

            self._out_of_fold[run_id] = runs.out_of_fold(self.workspace, run_id)
        return self._out_of_fold[run_id]

    # --- settings ---

    def update_settings(self, **values: Any) -> None:
        """Change application settings and save them."""
        with self.change(Topic.SETTINGS):
            self.settings = replace(self.settings, **values)
            # A folder that cannot be written to must not stop the analyst from working.
            with contextlib.suppress(WorkbenchError):
                save_settings(self._settings_file, self.settings)

    def set_theme(self, mode: Theme) -> None:
        """Follow the system, or always light or dark."""
        self.update_settings(theme=mode)

    def remember_file(self, path: Path) -> None:
        """Put a file on top of the recent ones."""
        others = [name for name in self.settings.recent_files if name != str(path)]
        self.update_settings(recent_files=(str(path), *others)[:_RECENT])

    # --- announcing ---

    def announce(self, *topics: Topic) -> None:
        """Something that the session does not hold itself has changed (the monitor, an ensemble)."""
        with self.change(*topics):
            pass

    @contextlib.contextmanager
    def change(self, *topics: Topic) -> Iterator[None]:
        """One operation: `changed` is emitted once at its end, nested operations together."""
        self._pending.update(topics)
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            if self._depth == 0 and self._pending:
                topics_now, self._pending = frozenset(self._pending), set()
                self.changed.emit(topics_now)

    @property
    def _settings_file(self) -> Path:
        return self.folder / "settings.json"


def as_mapping(session: Session) -> Mapping[str, Any]:
    """What of a session is written down to be restored: file, given roles."""
    from engine.records import to_plain

    return {"path": str(session.path) if session.path else None, "roles": to_plain(session.roles),
            "shown": sorted(session.shown)}
