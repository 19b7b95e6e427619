"""The plots of the Training tab, fed with the runs that are drawn and, while a training runs, with its points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.records import Curve, Interval, LeakMeter, OutOfFold, RunRecord
from gui.plots import look
from gui.plots.calibration import CalibrationPanel
from gui.plots.comparison import ComparisonPanel
from gui.plots.importance import ImportancePanel
from gui.plots.learning import LearningPanel
from gui.plots.precision_recall import PrecisionRecallPanel
from gui.plots.roc import RocPanel
from gui.plots.series import CurveRecord, ScoreRecord, Series, ShareRecord, kind_words, series_of
from gui.training.curves import RunCurves
from gui.training.expected_r_plot import ExpectedRPanel
from gui.training.leak_meter import LeakMeterPanel
from gui.training.plot_pages import PlotPages

_MOST_IMPORTANCES = 5
COMPARE, LEARNING = "Compare", "Learning"


class PlotsPanel(QWidget):
    """Eight plots on pages."""

    def __init__(self) -> None:
        super().__init__()
        self.auc = ComparisonPanel()
        self.roc = RocPanel()
        self.learning = LearningPanel()
        self.leak_meter = LeakMeterPanel()
        self.precision_recall = PrecisionRecallPanel()
        self.calibration = CalibrationPanel()
        self.importance = ImportancePanel()
        self.expected_r = ExpectedRPanel()
        for name in ("auc", "roc", "learning", "precision_recall", "calibration", "importance", "expected_r"):
            getattr(self, name).setObjectName(f"training.plot.{name}")
        self.pages = PlotPages((
            (COMPARE, (self.auc, self.roc)), (LEARNING, (self.learning, self.leak_meter)),
            ("Probabilities", (self.calibration, self.precision_recall)),
            ("Features", (self.importance, self.expected_r)),
        ), name="training.plots")
        self._series: dict[str, Series] = {}
        self._scores: list[ScoreRecord] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)

    def show_runs(self, runs: Sequence[RunRecord], champion: str | None) -> None:
        """What is known of the runs at once: scores and importances."""
        self._series = {series.key: series for series in series_of(runs, champion)}
        self._scores = [ScoreRecord(self._series[run.id], run.scores.auc) for run in runs if run.scores is not None]
        self.auc.set_records(self._scores)
        shares = [ShareRecord(self._series[run.id], run.importance) for run in runs if run.importance]
        self.importance.set_records(shares[:_MOST_IMPORTANCES])

    def show_together(self, auc: Interval | None) -> None:
        """The plain mean of the runs, as the baseline that any weighting must beat."""
        mean = Series("equal weights", "Equal weights", len(self._scores))
        self.auc.set_records([*self._scores, *([ScoreRecord(mean, auc)] if auc is not None else [])])

    def show_live(self, found: Mapping[str, RunCurves]) -> None:
        """The test blocks so far of the models that are being trained."""
        self._series = {model: Series(model, kind_words(model), place) for place, model in enumerate(found)}
        self._scores = [ScoreRecord(self._series[model], one.auc, "so far") for model, one in found.items()]
        self.auc.set_records(self._scores)
        self.show_curves(found)

    def color_of(self, run_id: str) -> str:
        """The colour of a run's curves, as #rrggbb; empty where it has none."""
        series = self._series.get(run_id)
        return look.current().color(series).name() if series is not None else ""

    def show_curves(self, found: Mapping[str, RunCurves]) -> None:
        """The curves of the runs, once they are computed."""
        drawn = [(series, found[key]) for key, series in self._series.items() if key in found]
        self.roc.set_records([_record(series, one.roc, one.auc) for series, one in drawn])
        base = drawn[0][1].base_rate if drawn else None
        self.precision_recall.set_records([_record(series, one.precision_recall) for series, one in drawn],
                                          base_rate=base)
        self.calibration.set_records([_record(series, one.calibration) for series, one in drawn])
        self.expected_r.set_records([_record(series, one.expected_r) for series, one in drawn
                                     if one.expected_r is not None and len(one.expected_r.x)])

    def show_leak_meter(self, meter: LeakMeter | None) -> None:
        """What less honest splits would have claimed."""
        self.leak_meter.show_meter(meter)

    def begin(self) -> None:
        """A training has begun."""
        self.learning.begin()
        self.pages.show_page(LEARNING)

    def take(self, values: Mapping[str, Any]) -> None:
        """The values of one progress point."""
        self.learning.take(values)

    def finish(self) -> None:
        """The training is over."""
        self.learning.finish()
        self.pages.show_page(COMPARE)


def _record(series: Series, curve: Curve, score: Interval | None = None) -> CurveRecord:
    return CurveRecord(series, curve, score)


def partial_of(points: Sequence[Mapping[str, Any]]) -> dict[str, OutOfFold]:
    """The newest predictions of each model that is being trained."""
    return {str(values["model"]): values["out_of_fold"] for values in points
            if "out_of_fold" in values and "model" in values}
