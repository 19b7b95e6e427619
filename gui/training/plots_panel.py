"""The plots of the Training tab, fed with the runs that are drawn and, while a training runs, with its points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.evaluation.explanation import stability
from engine.records import Interval, LearningCurve, RunRecord, TuningReport
from gui.parts.ahead import ready
from gui.parts.plot_pages import PlotPages
from gui.places import Places
from gui.plots import look
from gui.plots.calibration import CalibrationPanel
from gui.plots.comparison import ComparisonPanel
from gui.plots.folds import FoldsPanel
from gui.plots.importance import ImportancePanel
from gui.plots.learning import LearningPanel
from gui.plots.precision_recall import PrecisionRecallPanel
from gui.plots.roc import RocPanel
from gui.plots.series import CurveRecord, LearningRecord, ScoreRecord, Series, ShareRecord, kind_words, series_of
from gui.sentences import said
from gui.training.curves import RunCurves
from gui.training.explanation_panel import PARTS as EXPLAINING
from gui.training.explanation_panel import ExplanationPlots
from gui.training.fold_rows import fold_rows
from gui.training.leak_meter import LeakMeterPanel
from gui.training.money_panel import PARTS as OF_MONEY
from gui.training.money_panel import MoneyPlots
from gui.training.search_panel import PARTS as OF_SEARCH
from gui.training.search_panel import SearchPlots
from gui.translation import later, tr, written

_MOST_IMPORTANCES = 5
# What takes its time to make, to be made ahead.
PARTS = (ComparisonPanel, RocPanel, LearningPanel, LeakMeterPanel, FoldsPanel, PrecisionRecallPanel, CalibrationPanel,
         ImportancePanel, *EXPLAINING, ExplanationPlots, *OF_MONEY, MoneyPlots, *OF_SEARCH, SearchPlots)
COMPARE, LEARNING, FEATURES, SIGNALS = later("Compare"), later("Learning"), later("Features"), later("Signals")
SEARCH = later("Search")


class PlotsPanel(QWidget):
    """Plots on pages, a question each."""

    def __init__(self, places: Places, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.auc, self.roc, self.learning = ready(ComparisonPanel), ready(RocPanel), ready(LearningPanel)
        self.leak_meter, self.folds = ready(LeakMeterPanel), ready(FoldsPanel)
        self.precision_recall, self.calibration = ready(PrecisionRecallPanel), ready(CalibrationPanel)
        self.importance, self.explanation = ready(ImportancePanel), ready(ExplanationPlots)
        self.money, self.search = ready(MoneyPlots), ready(SearchPlots)
        for name in ("auc", "roc", "learning", "precision_recall", "calibration", "importance", "folds"):
            getattr(self, name).setObjectName(f"training.plot.{name}")
        self.pages = PlotPages((
            (COMPARE, (self.auc, self.roc)), (LEARNING, (self.learning,)),
            (SEARCH, (self.search.history, self.search.importance)), (tr("Front"), (self.search.front,)),
            (tr("Leakage"), (self.leak_meter, self.folds)),
            (tr("Probabilities"), (self.calibration, self.precision_recall)),
            (FEATURES, (self.importance, self.explanation.swarm)),
            (SIGNALS, (self.explanation.dependence, self.explanation.waterfall)),
            (tr("Money"), (self.money.mean, self.money.total)),
        ), name="training.plots", parent=self)
        self.explanation.looked_at.connect(self._on_looked_at)
        self._series: dict[str, Series] = {}
        self._places = places
        self._scores: list[ScoreRecord] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)

    def show_runs(self, runs: Sequence[RunRecord], champion: str | None) -> None:
        """What is known of the runs at once: scores and importances."""
        places = self._places.take([run.id for run in runs if run.id != champion])
        self._series = {one.key: one for one in series_of(runs, champion, places)}
        self._scores = [ScoreRecord(self._series[run.id], run.scores.auc) for run in runs if run.scores is not None]
        self.auc.set_records(self._scores)
        used = [run for run in runs if run.importance]
        shares = [ShareRecord(self._series[run.id], run.importance, spread_of(run) if len(used) == 1 else {})
                  for run in used]
        self.importance.set_records(shares[:_MOST_IMPORTANCES])

    def show_together(self, auc: Interval | None) -> None:
        """The plain mean of the runs, as the baseline that any weighting must beat."""
        mean = Series("equal weights", tr("Equal weights"), self._places.free())
        self.auc.set_records([*self._scores, *([ScoreRecord(mean, auc)] if auc is not None else [])])

    def show_live(self, found: Mapping[str, RunCurves]) -> None:
        """The test blocks so far of the models that are being trained."""
        self._series = {model: Series(model, kind_words(model), place) for place, model in enumerate(found)}
        self._scores = [ScoreRecord(self._series[model], one.scores.auc, tr("so far")) for model, one in found.items()]
        self.auc.set_records(self._scores)
        self.show_curves(found)

    def color_of(self, run_id: str) -> str:
        """The colour of a run's curves, as #rrggbb; empty where it has none."""
        series = self._series.get(run_id)
        return look.current().color(series).name() if series is not None else ""

    def show_curves(self, found: Mapping[str, RunCurves]) -> None:
        """The curves of the runs, once they are computed."""
        drawn = [(series, found[key]) for key, series in self._series.items() if key in found]
        self.roc.set_records([CurveRecord(series, one.roc, one.scores.auc) for series, one in drawn])
        base = drawn[0][1].base_rate if drawn else None
        self.precision_recall.set_records([CurveRecord(series, one.precision_recall, one.scores.average_precision)
                                           for series, one in drawn],
                                          base_rate=base)
        self.calibration.set_records([CurveRecord(series, one.calibration, one.scores.brier) for series, one in drawn])
        self.money.set_records([CurveRecord(series, one.expected_r, one.scores.mean_r) for series, one in drawn
                                     if one.expected_r is not None and len(one.expected_r.x)])

    def show_learning(self, found: Mapping[str, tuple[LearningCurve, ...]]) -> None:
        """How the losses of the runs went."""
        self.learning.set_records([LearningRecord(series, found[key]) for key, series in self._series.items()
                                   if found.get(key)])

    def show_split(self, run: RunRecord | None) -> None:
        """How a run was split, and what less honest splits would have claimed."""
        self.leak_meter.show_meter(run.leak_meter if run is not None else None)
        if run is not None and run.leak_meter is None:
            self.leak_meter.set_empty(tr("This run has none: the leak meter belongs to one trained model "
                                         "and its split."))
        shuffled = run is not None and run.validation is not None and run.validation.scheme == "shuffled"
        self.folds.set_records(fold_rows(run), empty=tr("Shuffled rows are tested between those that train: "
                                                        "there is no picture of blocks.") if shuffled else "")

    def show_stability(self, run: RunRecord | None) -> None:
        """Whether the models of a run's folds agree on what matters."""
        found = stability(run.fold_importance) if run is not None else None
        verdict = said(found.words.rpartition(": ")[2].rstrip(".")) if found is not None else ""
        self.importance.set_note(f"{verdict} ({written(found.agreement, '.2f')})" if found is not None else "")

    @property
    def explains(self) -> bool:
        """Whether a page is open that explains a run."""
        return self.pages.title in (FEATURES, SIGNALS)

    @Slot(str)
    def _on_looked_at(self, _feature: str) -> None:
        self.pages.show_page(SIGNALS)

    def begin(self, objective: str = "") -> None:
        """A training has begun; `objective` is what a search before it seeks, empty where there is none."""
        self.learning.begin()
        if objective:
            self.search.begin(objective)
        self.pages.show_page(SEARCH if objective else LEARNING)

    def take(self, values: Mapping[str, Any]) -> None:
        """The values of one progress point."""
        self.learning.take(values)
        self.search.take(values)

    def finish(self, tuning: TuningReport | None = None) -> None:
        """The training is over, and the search before it where there was one."""
        self.learning.finish()
        self.search.finish(tuning)

    def compare(self) -> None:
        """Turn to the page that compares the runs."""
        self.pages.show_page(COMPARE)


def spread_of(run: RunRecord) -> dict[str, tuple[float, float]]:
    """The least and the most share that a fold's model gave each feature."""
    found = stability(run.fold_importance)
    return {} if found is None else {row.feature: (row.low, row.high) for row in found.features}
