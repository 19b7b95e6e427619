"""The scores of weights while they are dragged: of the newest ones, one job at a time, off the window's thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.progress import Progress
from engine.records import EnsembleReport
from gui.ensemble.preview import preview
from gui.jobs import Job, Jobs, Lane
from gui.translation import tr

if TYPE_CHECKING:
    from engine.ensemble.preview import PreviewPoint

_REST = 300  # ms without a move before the interval and the comparison are worked out


@dataclass(frozen=True, slots=True)
class Followed:
    """Weights by member id and what exactly they score; `report` tells whose rows these are."""

    report: EnsembleReport
    weights: Mapping[str, float]
    point: PreviewPoint


class Scorer:
    """Makes what scoring needs, in the worker."""

    def __init__(self, report: EnsembleReport) -> None:
        self.report = report
        self._preview: Any = None

    def prepare(self, *, progress: Progress) -> None:
        """Sort out the rows, so that the first move waits no longer than the others."""
        from engine.ensemble.preview import Preview

        progress.report(0.0, tr("Preparing the weights' scores"))
        if self._preview is None:
            threshold = float(self.report.record.settings.get("threshold", 0.5))
            self._preview = Preview(self.report, threshold=threshold)

    def at(self, weights: Mapping[str, float], *, progress: Progress) -> Followed:
        """The exact AUC and mean R of these weights."""
        self.prepare(progress=progress)
        return Followed(self.report, weights, self._preview.at(weights))


class Follower(QObject):
    """*Signals*: `scored(Followed)` while weights move · `settled(Preview)` once they rest, with interval."""

    scored = Signal(object)
    settled = Signal(object)

    def __init__(self, *, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._scorer: Scorer | None = None
        self._wanted: dict[str, float] | None = None  # not yet scored
        self._newest: dict[str, float] = {}
        self._job: Job | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._settle)

    def begin(self, report: EnsembleReport | None) -> None:
        """Score on the rows of this report from now on."""
        self.stop()
        usable = report is not None and len(report.out_of_fold.label) > 0
        self._scorer = Scorer(report) if usable and report is not None else None
        if self._scorer is not None:
            self._jobs.start(Lane.SIDE, "ensemble-prepare", self._scorer.prepare)

    def follow(self, weights: Mapping[str, float]) -> None:
        """These are the weights now."""
        if self._scorer is None:
            return
        self._wanted = self._newest = dict(weights)
        self._rest.start()
        self._next()

    def stop(self) -> None:
        """Nobody is interested any more."""
        self._rest.stop()
        self._wanted, self._newest = None, {}

    def _next(self) -> None:
        if self._wanted is None or self._scorer is None or (self._job is not None and not self._job.done):
            return
        weights, self._wanted = self._wanted, None
        self._job = self._jobs.start(Lane.SIDE, "ensemble-follow", self._scorer.at, weights)
        self._job.succeeded.connect(self._on_scored)
        self._job.finished.connect(self._on_finished)

    @Slot(object)
    def _on_scored(self, found: Followed) -> None:
        if self._newest and self._scorer is not None and found.report is self._scorer.report:
            self.scored.emit(found)

    @Slot()
    def _on_finished(self) -> None:
        self._job = None
        self._next()

    @Slot()
    def _settle(self) -> None:
        if self._scorer is None:
            return
        # Not on the lane of the scores: on a million rows the interval takes longer than a drag may wait.
        job = self._jobs.start(Lane.ENGINE, "ensemble-preview", preview, self._scorer.report, self._newest)
        job.succeeded.connect(self._on_settled)

    @Slot(object)
    def _on_settled(self, found: Any) -> None:
        if not self._rest.isActive() and dict(found.weights) == self._newest:
            self.settled.emit(found)
