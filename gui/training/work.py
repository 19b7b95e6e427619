"""A training as the window sees it: started, watched, stopped, cancelled, told of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from engine.progress import ProgressPoint
from engine.records import TrainingReport, TuningReport
from engine.training.config import TrainingConfig, ValidationOptions
from engine.training.tuning.options import TuningOptions
from engine.training.tuning.studies import Unfinished
from gui.jobs import Job, Jobs, Lane
from gui.messages import Messages
from gui.session import Session
from gui.training.form_panel import TrainingOrder
from gui.translation import tr

if TYPE_CHECKING:
    from engine.data.table import SignalTable
    from engine.training.checkpoint import Checkpoint

SLOT = "training"


class TrainingWork(QObject):
    """One training at a time.

    *Signals*: `started()` · `progressed(ProgressPoint)` · `reported(list)` every point for the live plots · then one of
    `succeeded(TrainingReport)`, `failed(Exception)`, `cancelled()`.
    """

    started = Signal()
    progressed = Signal(object)
    reported = Signal(list)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, *, session: Session, jobs: Jobs, messages: Messages) -> None:
        super().__init__(session)
        self._session, self._jobs, self._messages = session, jobs, messages
        self.job: Job | None = None
        self.objective = ""  # of the search that runs before the training, if any
        self.tuning: TuningReport | None = None  # what it found
        self.order: TrainingOrder | None = None  # of the last start; a training that is resumed has none
        self.table: SignalTable | None = None  # that it is trained on

    @property
    def running(self) -> bool:
        """Whether a training waits or runs."""
        return self.job is not None and not self.job.done

    def start(self, order: TrainingOrder) -> Job:
        """Train what the form asks for on the session's table."""
        self.order, self.table = order, self._session.data
        if order.tuning is not None:
            return self._search(order.configs, order.validation, order.tuning)
        return self._start(order.configs, order.validation, warm_start=order.parent)

    def resume(self, point: Checkpoint | Unfinished) -> Job:
        """Go on with a training or a search that was killed; its table must be open."""
        self.order, self.table = None, self._session.data
        if isinstance(point, Unfinished):
            return self._search(point.configs, point.validation, point.options, resume=point)
        return self._start(point.configs, point.validation, warm_start=point.warm_start, leak_meter=point.leak_meter,
                           resume=point)

    def _search(self, configs: Sequence[TrainingConfig], validation: ValidationOptions, options: TuningOptions,
                **how: Any) -> Job:
        from engine.training.tuning.tuned import train_tuned

        names = ", ".join(config.model_type.title for config in configs)
        self.objective = options.objective.value
        return self._watch(self._jobs.start(
            Lane.ENGINE, SLOT, train_tuned, self._session.data, configs, validation, options,
            workspace=self._session.workspace, title=tr("Tuning {names}", names=names), **how))

    def _start(self, configs: Sequence[TrainingConfig], validation: ValidationOptions, **how: Any) -> Job:
        from engine.training.trainer import train_models

        names = ", ".join(config.model_type.title for config in configs)
        self.objective = ""
        return self._watch(self._jobs.start(
            Lane.ENGINE, SLOT, train_models, self._session.data, configs, validation,
            workspace=self._session.workspace, title=tr("Training {names}", names=names), **how))

    def _watch(self, job: Job) -> Job:
        self.job, self.tuning = job, None
        job.progressed.connect(self.progressed)
        job.reported.connect(self.reported)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_ended)
        job.cancelled.connect(self._on_cancelled)
        self.started.emit()
        return job

    def stop(self) -> None:
        """Finish with the best so far."""
        if self.job is not None:
            self.job.stop()

    def cancel(self) -> None:
        """End with nothing kept."""
        if self.job is not None:
            self.job.cancel()

    @Slot(object)
    def _on_succeeded(self, found: Any) -> None:
        """A training's report, or that of a search and its training."""
        self.tuning = getattr(found, "tuning", None)
        report: TrainingReport = found if self.tuning is None else found.training
        session = self._session
        new = [run.id for run in report.runs]
        with session.change():
            session.reload_runs()
            session.show_runs({*new, *([session.champion] if session.champion else [])})
            session.select(new)
        self.succeeded.emit(report)

    @Slot(object)
    def _on_ended(self, error: Exception) -> None:
        self._session.reload_runs()  # a run that failed is listed with its reason
        self.failed.emit(error)

    @Slot()
    def _on_cancelled(self) -> None:
        self.cancelled.emit()


def live_values(points: list[ProgressPoint]) -> list[dict[str, object]]:
    """The values of points that carry any."""
    return [dict(point.values) for point in points if point.values]
