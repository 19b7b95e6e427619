"""What happens once the window is on the screen: how the last session ended, what it had open, then the engine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from gui.building import Builder
from gui.collecting import Collector
from gui.jobs import Lane
from gui.last_time import LastTime, Running, without_secrets
from gui.messages import Message, Tone
from gui.opening import is_bundle
from gui.single import FirstWindow
from gui.translation import tr
from gui.warming import warm_up, warming

if TYPE_CHECKING:
    from gui.main_window import MainWindow


_MINIMIZED = Qt.WindowState.WindowMinimized


class Start(QObject):
    """The order of a start; `file` is what the command line named."""

    def __init__(self, window: MainWindow, file: Path | None) -> None:
        super().__init__(window)
        self._window, self._file = window, file
        self._collector = Collector(self)
        self._running = Running(window.session.folder, self)
        self._first = FirstWindow(window.session.folder, self)
        self._first.called.connect(self._on_called)
        self._builder = Builder(window)
        self.last_time = LastTime()
        for end in (self._collector.end, self._running.end, self._first.end):
            window.closed.connect(end)

    @Slot()
    def begin(self) -> None:
        """Runs, the last session, then the engine in the background."""
        window = self._window
        self.last_time = LastTime(self._running.begin(), without_secrets(window.faults.last_crash))
        self._collector.begin_loading(warming)
        self._builder.built.connect(self._on_built)
        self._builder.begin()
        new_here = self._file is None and not window.remembered
        bundle = self._file is not None and is_bundle(self._file)
        if self._file is not None and not bundle:
            window.opener.open(self._file)
        window.library.reload()
        if not self.last_time.safe_mode:
            window.restore(self._builder.turn)
        if self._file is not None and bundle:
            window.opener.open(self._file)  # in front, whichever tab was there at the last end
        self._tell()
        window.commands.go()
        if new_here and not window.session.runs and not window.session.settings.tour_seen:
            window.commands.tour()
        window.engine_label.setText(tr("Engine: loading…"))

    @Slot()
    def _on_built(self) -> None:
        """The engine's import comes after the tabs: beside it, each would take three times as long to build."""
        window = self._window
        job = window.jobs.start(Lane.ENGINE, "warm-up", warm_up)
        job.finished.connect(self._collector.end_loading)
        job.succeeded.connect(self._on_warm)

    def _tell(self) -> None:
        """What an end out of order means, and the way on."""
        last = self.last_time
        window = self._window
        if last.in_order and not last.stacks:
            return
        if last.stacks:
            window.report.offer(last.stacks)
        if last.safe_mode:
            window.messages.post(Message(
                Tone.WARNING, tr("Safe mode: the window ended unexpectedly {broken} times in a row.",
                                 broken=last.broken),
                remedy=tr("Nothing of the last session was opened; your models are whole."), details=last.stacks,
                action=(tr("Open It All the Same"), window.restore)))
        else:
            window.messages.post(Message(
                Tone.WARNING, tr("The last session ended unexpectedly; your models are whole."),
                remedy=tr("What was open is opened again."), details=last.stacks,
                action=(tr("Start Empty"), window.start_empty)))

    @Slot(object)
    def _on_called(self, file: Path | None) -> None:
        """A second start: this window comes forward and opens what that one was given."""
        window = self._window
        window.setWindowState(window.windowState() & ~_MINIMIZED)
        window.show()
        window.raise_()
        window.activateWindow()
        if file is not None:
            window.commands.open_path(file)

    @Slot(object)
    def _on_warm(self, missing: tuple[str, ...]) -> None:
        names = ", ".join(missing)
        words = tr("Engine: {missing} missing", missing=names) if missing else tr("Engine: ready")
        self._window.engine_label.setText(words)
