"""Explains runs in the background: the newest signals of the open file, with the contributions of every feature."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from engine.bundle.explaining import explain
from engine.bundle.loading import load_model
from engine.data.schema import FeatureSchema, Kind, Matrix
from engine.data.table import SignalTable
from engine.errors import WorkbenchError
from engine.evaluation.explanation import Dependence, Explanation, SwarmRow, beeswarm, dependence
from engine.library.store import Workspace
from engine.progress import Progress
from engine.records import Ints, RunRecord
from engine.training.warm_start import recoded
from gui.jobs import Job, Jobs, Lane
from gui.sentences import said_of
from gui.session import Session
from gui.translation import tr

SIGNALS = 500  # the newest ones: a swarm of more cannot be told apart
_TOP = 12
_SLOT = "training-explain"


@dataclass(frozen=True, eq=False, slots=True)
class Explained:
    """A run's explanation of some signals; `row` (n,) are their places in the file.

    `first` is the dependence of the feature that counts most, which is the one that is shown first.
    """

    run: str
    name: str
    found: Explanation
    swarm: tuple[SwarmRow, ...]
    row: Ints
    first: Dependence


def explain_run(run: RunRecord, table: SignalTable, workspace: Workspace, *, progress: Progress) -> Explained:
    """The newest signals of a table, explained by a run."""
    loaded = load_model(run.id, workspace=workspace, progress=progress.part(0.0, 0.2))
    newest = slice(max(len(table) - SIGNALS, 0), len(table))
    matrix = _in_columns_of(table, table.matrix[newest], loaded.schema)
    found = explain(loaded, matrix, progress=progress.part(0.2, 1.0))
    swarm = beeswarm(found, top=_TOP)
    return Explained(run.id, run.name or run.id, found, swarm, np.asarray(table.row[newest]),
                     dependence(found, swarm[0].feature))


def _in_columns_of(table: SignalTable, matrix: Matrix, wanted: FeatureSchema) -> Matrix:
    missing = [name for name in wanted.names if name not in table.schema.names]
    if missing:
        raise WorkbenchError(tr("The open file lacks {missing}{rest}.", missing=', '.join(missing[:3]),
                                rest=' …' if len(missing) > 3 else ''),
                             remedy=tr("Open the file that the model was trained on."), code="other-features")
    known = set(wanted.names)
    grown = wanted.grown(table.schema) if set(table.schema.names) == known else wanted
    matrix = recoded(matrix, table.schema, grown)
    for column, feature in enumerate(wanted.features):
        if feature.kind is Kind.CATEGORY:  # what the model never saw is missing to it
            matrix[:, column] = np.where(matrix[:, column] >= len(feature.categories), np.nan, matrix[:, column])
    return matrix


class Explainer(QObject):
    """*Signals*: `found(object)` an `Explained` · `told(str)` why there is none, or that it is on its way."""

    found = Signal(object)
    told = Signal(str)

    def __init__(self, *, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._job: Job | None = None
        self._asked: tuple[str, str] | None = None

    def want(self, run: RunRecord | None) -> None:
        """Explain this run, unless that has been asked for last."""
        table = self._session.data
        if run is None or table is None:
            self._asked = None
            self.told.emit(tr("Open a file and select a run to see why it scores as it does."))
            return
        if self._asked == (run.id, table.fingerprint):
            return
        self._asked = (run.id, table.fingerprint)
        self.told.emit(tr("Explaining {value}…", value=run.name or run.id))
        self._job = None  # what it is doing now is not cancelled by the user but by this
        job = self._jobs.start(Lane.SIDE, _SLOT, explain_run, run, table, self._session.workspace, quiet=True,
                               title=tr("Explaining {value}", value=run.name or run.id))
        job.succeeded.connect(self.found)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        self._job = job

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.told.emit(said_of(error))

    @Slot()
    def _on_cancelled(self) -> None:
        if self._job is not None and self.sender() is self._job:
            self._asked = None
            self.told.emit(tr("Cancelled. Turn to this page again to explain the run."))
