"""Asks what is to be watched: a file, a live source, or a monitor that runs without a window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from gui.dialogs.connect import Connection
from gui.dialogs.files import choose_file, choose_folder
from gui.jobs import Jobs
from gui.monitor.source_panel import SourcePanel
from gui.monitor.watching import Elsewhere
from gui.opening import FILTER
from gui.translation import tr


class SourceChooser(QObject):
    """Opens the dialogs that the panel wants; `take_file` and `take_live` get what was chosen."""

    def __init__(self, panel: SourcePanel, parent: QWidget, *, jobs: Jobs, take_file: Callable[[Path], object],
                 take_live: Callable[[Connection | Elsewhere], object]) -> None:
        super().__init__(parent)
        self._panel, self._window, self._jobs = panel, parent, jobs
        self._take_file, self._take_live = take_file, take_live
        panel.file_wanted.connect(self._choose_file)
        panel.connection_wanted.connect(self.choose_connection)
        panel.elsewhere_wanted.connect(self._choose_elsewhere)

    @Slot()
    def choose_connection(self) -> None:
        """A live source, by form or address."""
        from gui.dialogs.connect import ConnectDialog

        ConnectDialog(self._window.window(), jobs=self._jobs, take=self._take_live).open()

    @Slot()
    def _choose_file(self) -> None:
        path = self._panel.path
        choose_file(self._window, tr("Choose a File to Watch"), tr(FILTER), self._take_file,
                    folder=path.parent if path else None)

    @Slot()
    def _choose_elsewhere(self) -> None:
        choose_folder(self._window, tr("Workspace of the Running Monitor"), self.take_workspace)

    def take_workspace(self, folder: Path) -> None:
        """Watch the monitor that runs in another workspace."""
        self._take_live(Elsewhere(folder))
