"""Asks the engine what the weights will do, shortly after the form or the file has changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.records import Weighing
from engine.training.config import TrainingConfig
from gui.jobs import Jobs, Lane
from gui.session import Session

_SLOT = "training-weights"
_WAIT = 120  # milliseconds after the last key


class WeighingJob(QObject):
    """*Signals*: `told(object)` a `Weighing`, an error, or None while no file is open."""

    told = Signal(object)

    def __init__(self, *, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._config: TrainingConfig | None = None
        self._timer = QTimer(self, interval=_WAIT, singleShot=True)
        self._timer.timeout.connect(self._ask)

    def ask(self, config: TrainingConfig | None) -> None:
        """Find out for these weights; None while the form holds none."""
        self._config = config
        self._timer.start()

    @Slot()
    def _ask(self) -> None:
        table = self._session.data
        if table is None or self._config is None:
            self.told.emit(None)
            return
        from engine.training.weighing import weigh

        job = self._jobs.start(Lane.SIDE, _SLOT, weigh, table, self._config, quiet=True)
        job.succeeded.connect(self._on_found)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_found(self, found: Weighing) -> None:
        self.told.emit(found)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.told.emit(error)
