"""The two charts of the tab: AUC of members, ensemble, equal weights and champion; and how alike members score."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from engine.records import EnsembleReport, Interval, RunRecord
from gui import theme
from gui.ensemble.preview import Preview
from gui.plots.comparison import ComparisonPanel
from gui.plots.correlation import CorrelationPanel
from gui.plots.series import ScoreRecord, Series, series_of


class EnsembleCharts(QWidget):
    """Side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.auc = ComparisonPanel("AUC", empty="Tick models to compare them.")
        self.correlation = CorrelationPanel()
        self.auc.setObjectName("ensemble.plot.auc")
        self.correlation.setObjectName("ensemble.plot.correlation")
        self._report: EnsembleReport | None = None
        self._champion: str | None = None
        splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        splitter.setHandleWidth(theme.SMALL)
        splitter.addWidget(self.auc)
        splitter.addWidget(self.correlation)
        splitter.setSizes([440, 330])
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)

    def show_members(self, runs: Sequence[RunRecord], champion: str | None) -> None:
        """Before a build: each member by its own validation."""
        self._report = None
        series = series_of(runs, champion)
        self.auc.set_records([ScoreRecord(one, run.scores.auc) for one, run in zip(series, runs, strict=True)
                              if run.scores is not None])
        self.auc.set_note("each on its own validation rows")
        self.correlation.set_records((), self.correlation.matrix)

    def show_report(self, report: EnsembleReport, champion: str | None) -> None:
        """After a build: everybody on the same rows."""
        self._report, self._champion = report, champion
        self._show_scores(None)
        self.correlation.set_records([member.name for member in report.members], report.correlation)

    def show_preview(self, found: Preview) -> None:
        """With the user's own weights as one more line."""
        if self._report is not None:
            self._show_scores(found)

    def _show_scores(self, found: Preview | None) -> None:
        report = self._report
        if report is None:
            return
        records = []
        if found is not None:
            records.append(ScoreRecord(Series("given", "Your weights", 5), found.auc))
        if report.scores is not None:
            records.append(ScoreRecord(Series("ensemble", "Ensemble", 0), report.scores.auc))
        if report.equal_weights_scores is not None:
            records.append(ScoreRecord(Series("equal", "Equal weights", 4), report.equal_weights_scores.auc))
        for place, member in enumerate(report.members):
            if member.scores is not None:
                weight = member.weight if found is None else found.weights.get(member.id, 0.0)
                series = Series(member.id, member.name, 1 + place % 3, member.id == self._champion)
                records.append(ScoreRecord(series, member.auc, f"w {weight:.2f}"))
        self.auc.set_records(records, reference=_champion(report))
        rows = report.scores.rows if report.scores is not None else 0
        self.auc.set_note(f"{rows:,} rows, all later than the weights saw")


def _champion(report: EnsembleReport) -> ScoreRecord | None:
    if report.champion is None:
        return None
    champion = report.champion
    auc: Interval = champion.auc
    return ScoreRecord(Series(champion.id, f"Champion {champion.name}", 0, champion=True), auc)
