"""Opens, steers and ends one running monitor; the tab reads its snapshots, nothing is pushed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from engine.progress import ProgressPoint
from engine.records import MonitorSnapshot
from gui.jobs import Job, Jobs, Lane
from gui.monitor.watching import WatchRequest
from gui.translation import tr

if TYPE_CHECKING:
    from engine.monitoring.monitor import Monitor

_SLOT = "monitor"


class MonitorControl(QObject):
    """One monitor at a time.

    *Signals*: `changed()` when a monitor opens, pauses, goes on or ends · `failed(Exception)`.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, jobs: Jobs, watch: Callable[..., MonitorSnapshot], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._watch = watch
        self._job: Job | None = None
        self._monitor: Monitor | None = None
        self._paused = False

    @property
    def busy(self) -> bool:
        """Whether a monitor is opening, running or paused."""
        return self._job is not None and not self._job.done

    @property
    def opening(self) -> bool:
        """Whether the source and the champion are still being read."""
        return self.busy and self._monitor is None

    @property
    def paused(self) -> bool:
        """Whether the source is held."""
        return self.busy and self._paused

    @property
    def known(self) -> bool:
        """Whether there is a monitor to look at, running or ended."""
        return self._monitor is not None

    @property
    def words(self) -> str:
        """What is being done while there is no snapshot to say it."""
        if self.opening and self._job is not None:
            return self._job.point.words if self._job.point else tr("Opening the source")
        return ""

    def snapshot(self) -> MonitorSnapshot | None:
        """The figures of this moment, or of the end."""
        return None if self._monitor is None else self._monitor.snapshot()

    def start(self, request: WatchRequest) -> Job:
        """Open the source and run; a monitor that runs already is ended first."""
        self._monitor = None
        self._paused = False
        job = self._jobs.start(Lane.MONITOR, _SLOT, self._watch, request, title=tr("Monitor {title}",
                                                                                   title=request.title), quiet=True)
        job.reported.connect(self._on_points)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)
        self._job = job
        self.changed.emit()
        return job

    def pause(self) -> None:
        """Hold the source; what is scored stays."""
        self._set_paused(True)

    def resume(self) -> None:
        """Go on."""
        self._set_paused(False)

    def stop(self) -> None:
        """End in order: the state is saved, the figures stay."""
        if self._monitor is not None and self.busy:
            self._monitor.stop()
        elif self._job is not None:
            self._job.cancel()

    def set_speed(self, speed: float) -> None:
        """Times real time, 0 for as fast as possible; acts at once."""
        if self._monitor is not None and self.busy:
            self._monitor.set_speed(speed)

    def set_blend(self, weight: float) -> None:
        """The batch model's share; acts at once."""
        if self._monitor is not None and self.busy:
            self._monitor.set_blend(weight)

    def set_adaptive(self, adaptive: bool) -> None:
        """Whether the shares follow the better predictor; acts at once."""
        if self._monitor is not None and self.busy:
            self._monitor.set_blend(adaptive=adaptive)

    def _set_paused(self, paused: bool) -> None:
        if self._monitor is None or not self.busy or paused == self._paused:
            return
        self._paused = paused
        (self._monitor.pause if paused else self._monitor.resume)()
        self.changed.emit()

    @Slot(list)
    def _on_points(self, points: list[ProgressPoint]) -> None:
        for point in points:
            monitor: Any = point.values.get("monitor")
            if monitor is not None:
                self._monitor = monitor
                self.changed.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)

    @Slot()
    def _on_finished(self) -> None:
        self.changed.emit()
