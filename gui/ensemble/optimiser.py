"""The search for better weights as a job: started, stopped and cancelled from the bar, its answer told once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from engine.progress import Progress, ProgressPoint
from engine.records import EnsembleReport
from gui.ensemble.optimise_bar import OptimiseBar
from gui.jobs import Job, Jobs, Lane
from gui.parts.words import seconds_left
from gui.sentences import said, said_of
from gui.translation import tr


def search(report: EnsembleReport, *, progress: Progress, before: Mapping[str, float], **options: Any) -> Any:
    """The engine's procedure, imported when it is first wanted."""
    from engine.ensemble.optimising import OptimiseOptions, optimise

    return optimise(report, OptimiseOptions(**options), before=before, progress=progress)


class Optimiser(QObject):
    """*Signals*: `found(EnsembleReport, Optimised)` unless it was cancelled, `busy(bool)`."""

    found = Signal(object, object)
    busy = Signal(bool)

    def __init__(self, bar: OptimiseBar, *, jobs: Jobs, search_with: Callable[..., Any] = search,
                 parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar, self._jobs, self._search = bar, jobs, search_with
        self._job: Job | None = None
        self._report: EnsembleReport | None = None
        bar.stop_wanted.connect(self._on_stop)
        bar.cancel_wanted.connect(self.cancel)

    def start(self, report: EnsembleReport, weights: Mapping[str, float], locked: Mapping[str, float], *,
              weight_by_r: bool) -> None:
        """Find weights that beat `weights`; the locked ones stay."""
        self._report = report
        job = self._jobs.start(Lane.ENGINE, "ensemble-optimise", self._search, report, before=dict(weights),
                               metric=self._bar.metric, locked=dict(locked), weight_by_r=weight_by_r,
                               title=tr("Optimising the weights"))
        job.progressed.connect(self._on_progress)
        job.succeeded.connect(self._on_found)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)
        self._job = job
        self._bar.show_busy(tr("Waiting for the engine…"))
        self.busy.emit(True)

    @Slot()
    def cancel(self) -> None:
        """The old weights stay."""
        if self._job is not None and not self._job.done:
            self._job.cancel()
            self._bar.show_ending(tr("Cancelling…"))

    @Slot()
    def _on_stop(self) -> None:
        if self._job is not None:
            self._job.stop()
            self._bar.show_ending(tr("Stopping at the best so far…"))

    @Slot(object)
    def _on_progress(self, point: ProgressPoint) -> None:
        if self._job is not None and not (self._job.stop_requested or self._job.cancel_requested):
            self._bar.show_busy(" · ".join(filter(None, (said(point.words), seconds_left(point.seconds_left)))))

    @Slot(object)
    def _on_found(self, found: Any) -> None:
        if self._job is not None and self._job.cancel_requested:
            return  # it was just done when Cancel came
        self._bar.show_idle(tr("Stopped at the best so far.") if found.stopped else "")
        self.found.emit(self._report, found)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._bar.show_idle(said_of(error), role="warning")

    @Slot()
    def _on_finished(self) -> None:
        job = self._job
        if job is None or self.sender() is not job:
            return
        self._job = None
        if job.cancel_requested:
            self._bar.show_idle(tr("Cancelled: the weights are as they were."))
        self.busy.emit(False)
