"""Weights tried on the rows of the last build: moved by hand, found by Optimise, taken back by Undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from engine.records import EnsembleReport
from gui.ensemble.charts import EnsembleCharts
from gui.ensemble.edits import Edit, WeightsEdit
from gui.ensemble.following import Followed, Follower
from gui.ensemble.optimiser import Optimiser
from gui.ensemble.preview import Preview
from gui.ensemble.result_panel import ResultPanel, r_words
from gui.ensemble.weights_panel import WeightsPanel
from gui.jobs import Jobs
from gui.translation import tr
from gui.undo import UndoStack

if TYPE_CHECKING:
    from engine.ensemble.optimising import Optimised


class Trying(QObject):
    """Keeps sliders, answer and charts at the same weights; `as_built` shows the build itself."""

    def __init__(self, weights: WeightsPanel, result: ResultPanel, charts: EnsembleCharts, *, jobs: Jobs,
                 undo_stack: UndoStack, by_r: Callable[[], bool | None], as_built: Callable[[], object],
                 search_with: Callable[..., Any], parent: QObject) -> None:
        super().__init__(parent)
        self._weights, self._result, self._charts = weights, result, charts
        self._stack, self._by_r, self._as_built = undo_stack, by_r, as_built
        self._report: EnsembleReport | None = None
        self._found: Optimised | None = None  # of the last search; its weights may be those that are shown
        self.follower = Follower(jobs=jobs, parent=self)
        self.optimiser = Optimiser(weights.optimise, jobs=jobs, search_with=search_with, parent=self)
        self._connect()

    def begin(self, report: EnsembleReport | None) -> None:
        """Try weights on these rows from now on; None where there is no build."""
        self.optimiser.cancel()
        self._report, self._found = report, None
        self.follower.begin(report)

    def end(self) -> None:
        """Another build begins."""
        self.follower.stop()
        self.optimiser.cancel()

    def rest(self) -> None:
        """Nobody looks: a drag is no longer followed; a search goes on."""
        self.follower.stop()

    @Slot()
    def _on_weights(self) -> None:
        if self._report is None:
            return
        if self._found is not None and self._weights.weights == self._found.weights:
            self.follower.stop()
            self._show_found(self._found)
        elif self._weights.given:
            self.follower.follow(self._weights.weights)
        else:
            self.follower.stop()
            self._as_built()

    @Slot(object)
    def _on_edited(self, edit: Edit) -> None:
        self._stack.push(WeightsEdit(edit, self._weights.bring_back))

    @Slot()
    def _on_optimise(self) -> None:
        by_r = self._by_r()
        if self._report is None or by_r is None:
            return
        self.follower.stop()
        weights = self._weights.weights
        self.optimiser.start(self._report, weights, {key: weights[key] for key in self._weights.locked},
                             weight_by_r=by_r)

    @Slot(object, object)
    def _on_found(self, report: EnsembleReport, found: Optimised) -> None:
        if report is self._report:
            self._found = found
            self._weights.take(found.weights, tr("Optimise Weights"))

    def _show_found(self, found: Optimised) -> None:
        self._result.show_found(found)
        self._charts.show_found(found)
        self._weights.show_scores(found.auc.value, tr("found on earlier rows"))

    @Slot(object)
    def _on_followed(self, found: Followed) -> None:
        if self._weights.given:
            self._weights.show_scores(found.point.auc, r_words(found.point.mean_r, found.point.accepted_share))
            self._result.show_followed(found)
            self._charts.show_followed(found)

    @Slot(object)
    def _on_preview(self, found: Preview) -> None:
        if self._report is not None and self._weights.given:
            self._result.show_preview(found, len(self._report.out_of_fold.label))
            self._charts.show_preview(found)

    def _connect(self) -> None:
        self._weights.changed.connect(self._on_weights)
        self._weights.edited.connect(self._on_edited)
        self._weights.optimise.wanted.connect(self._on_optimise)
        self.optimiser.found.connect(self._on_found)
        self.optimiser.busy.connect(self._weights.set_busy)
        self.follower.scored.connect(self._on_followed)
        self.follower.settled.connect(self._on_preview)
