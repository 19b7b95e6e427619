"""Keeps the curves of runs, and finds those that are missing in the background."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from engine.records import Comparison, LearningCurve, OutOfFold
from gui.jobs import Job, Jobs, JobState, Lane
from gui.session import Session
from gui.training.curves import Found, RunCurves, compare_runs, find_curves, live_curves

_SLOT, _LIVE_SLOT, _PAIR_SLOT = "training-curves", "training-live-curves", "training-compared"
Named = tuple[str, str]  # a run's id and what it is called


class CurveStore(QObject):
    """*Signals*: `changed()` curves were found · `compared()` two runs were · `live(dict)` curves by model of the
    training that runs.
    """

    changed = Signal()
    compared = Signal()
    live = Signal(dict)

    def __init__(self, *, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self.curves: dict[str, RunCurves] = {}
        self.kept: dict[str, OutOfFold | None] = {}
        self.learning: dict[str, tuple[LearningCurve, ...]] = {}
        self.together: RunCurves | None = None  # of the plain mean of the runs that were wanted last
        self._pairs: dict[tuple[Named, Named], Comparison | None] = {}
        self._comparing: tuple[tuple[Named, Named], Job] | None = None
        self._wanted: tuple[str, ...] = ()
        self._partial: dict[str, OutOfFold] = {}

    def want(self, ids: Sequence[str]) -> None:
        """Find the curves of these runs, and of their plain mean."""
        wanted = tuple(ids)
        if wanted == self._wanted and all(run_id in self.curves for run_id in wanted):
            return
        self._wanted, self.together = wanted, None
        if not wanted:
            return
        from engine.library import learning, runs

        workspace = self._session.workspace
        job = self._jobs.start(
            Lane.SIDE, _SLOT, find_curves, {run_id: self.kept.get(run_id) for run_id in wanted},
            frozenset(self.curves), lambda run_id: runs.out_of_fold(workspace, run_id),
            lambda run_id: learning.curves_of(workspace, run_id))
        job.succeeded.connect(self._on_found)

    def pair(self, one: Named, other: Named) -> Comparison | None:
        """One run against another: what is known by now. A million rows take a second, so it is found beside."""
        mine, theirs, key = self.kept.get(one[0]), self.kept.get(other[0]), (one, other)
        known = key in self._pairs or (self._comparing is not None and self._comparing[0] == key)
        if not known and mine is not None and theirs is not None:
            job = self._jobs.start(Lane.SIDE, _PAIR_SLOT, compare_runs, mine, theirs, one[1], other[1], quiet=True)
            self._comparing = (key, job)
            job.finished.connect(self._on_compared)
        return self._pairs.get(key)

    def take(self, partial: Mapping[str, OutOfFold]) -> None:
        """Predictions so far of the models that are being trained."""
        self._partial.update(partial)
        if self._jobs.in_slot(_LIVE_SLOT) is None:
            self._find_live()

    def forget_live(self) -> None:
        """The training is over, or a new one begins."""
        self._partial.clear()

    def _find_live(self) -> None:
        job = self._jobs.start(Lane.SIDE, _LIVE_SLOT, live_curves, dict(self._partial), quiet=True)
        job.succeeded.connect(self._on_live)

    @Slot(object)
    def _on_found(self, found: Found) -> None:
        self.kept.update(found.kept)
        self.curves.update(found.curves)
        self.learning.update(found.learning)
        self.together = found.together
        self._forget_deleted()
        self.changed.emit()

    @Slot()
    def _on_compared(self) -> None:
        if self._comparing is None or not self._comparing[1].done:  # of a pair that is not wanted any more
            return
        (key, job), self._comparing = self._comparing, None
        if job.state is not JobState.CANCELLED:
            self._pairs[key] = job.result
            self.compared.emit()

    def _forget_deleted(self) -> None:
        """Runs come and go all day: what is drawn of those that are gone would stay in memory."""
        known = {run.id for run in self._session.runs}
        for store in (self.kept, self.curves, self.learning):
            for gone in store.keys() - known:
                del store[gone]
        for pair in [pair for pair in self._pairs if not {run_id for run_id, _ in pair} <= known]:
            del self._pairs[pair]

    @Slot(object)
    def _on_live(self, found: dict[str, RunCurves]) -> None:
        if self._partial:
            self.live.emit(found)
