"""The charts and tables of the tab: scores and agreement, curves, what each member brings and where they disagree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.records import Curve, EnsembleReport, Interval, RunRecord
from gui import theme
from gui.ensemble.details import ENSEMBLE, EnsembleDetails, all_series
from gui.ensemble.following import Followed
from gui.ensemble.preview import Preview
from gui.ensemble.tables import Contributions, Disagreements
from gui.parts.ahead import ready
from gui.parts.plot_pages import PlotPages
from gui.places import Places, further
from gui.plots.calibration import CalibrationPanel
from gui.plots.comparison import ComparisonPanel
from gui.plots.correlation import CorrelationPanel
from gui.plots.roc import RocPanel
from gui.plots.series import CurveRecord, ScoreRecord, Series, series_of
from gui.translation import tr, written

if TYPE_CHECKING:
    from engine.ensemble.optimising import Optimised

_NAN = float("nan")


class MembersComparison(ComparisonPanel):
    """The scores of the members."""

    def __init__(self) -> None:
        super().__init__("AUC", empty=tr("Tick models to compare them."))


# What is made ahead.
PARTS = (MembersComparison, CorrelationPanel, RocPanel, CalibrationPanel, Contributions, Disagreements)


class EnsembleCharts(QWidget):
    """Three pages of two, turned by a strip."""

    def __init__(self, places: Places, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self.auc = ready(MembersComparison)
        self.correlation = ready(CorrelationPanel)
        self.roc, self.calibration = ready(RocPanel), ready(CalibrationPanel)
        self.contributions, self.disagreements = ready(Contributions), ready(Disagreements)
        for name, plot in (("auc", self.auc), ("correlation", self.correlation), ("roc", self.roc),
                           ("calibration", self.calibration)):
            plot.setObjectName(f"ensemble.plot.{name}")
        self.pages = PlotPages(((tr("Scores"), (self.auc, self.correlation)),
                                (tr("Curves"), (self.roc, self.calibration)),
                                (tr("Members"), (_stacked(self.contributions, self.disagreements),))),
                               name="ensemble.pages", parent=self)
        self._report: EnsembleReport | None = None
        self._champion: str | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.pages)

    def show_members(self, runs: Sequence[RunRecord], champion: str | None) -> None:
        """Before a build: each member by its own validation."""
        self._report = None
        places = self._places.borrow([run.id for run in runs if run.id != champion])
        series = series_of(runs, champion, places)
        self.auc.set_records([ScoreRecord(one, run.scores.auc) for one, run in zip(series, runs, strict=True)
                              if run.scores is not None])
        self.auc.set_note(tr("each on its own validation rows"))
        self.correlation.set_records((), self.correlation.matrix)
        self.roc.set_records(())
        self.calibration.set_records(())
        self.contributions.show_report(None)
        self.disagreements.show_details(None)

    def show_report(self, report: EnsembleReport, champion: str | None) -> None:
        """After a build: everybody on the same rows."""
        self._report, self._champion = report, champion
        self._show_scores(None, report.weights)
        self.correlation.set_records([member.name for member in report.members], report.correlation)
        self.contributions.show_report(report)

    def show_details(self, found: EnsembleDetails) -> None:
        """Curves and rows, once they are worked out."""
        if found.report is not self._report:
            return
        series = all_series(found.report, self._champion, self._places)
        aucs = {ENSEMBLE: found.report.scores, **{member.id: member.scores for member in found.report.members}}
        scores = {key: one.auc for key, one in aucs.items() if one is not None}
        self.roc.set_records(_drawn(series, found.roc, scores))
        self.calibration.set_records(_drawn(series, found.calibration, found.brier))
        self.disagreements.show_details(found)

    def show_followed(self, found: Followed) -> None:
        """While weights are dragged: a dot that moves with them."""
        self._show_scores(Interval(found.point.auc, _NAN, _NAN), found.weights)

    def show_found(self, found: Optimised) -> None:
        """With the weights that a search found as one more line."""
        self._show_scores(found.auc, found.weights)

    def show_preview(self, found: Preview) -> None:
        """With the user's own weights as one more line."""
        self._show_scores(found.auc, found.weights)

    def _show_scores(self, given: Interval | None, weights: Mapping[str, float]) -> None:
        report = self._report
        if report is None:
            return
        records = []
        ensemble, *members = all_series(report, self._champion, self._places)
        equal, other = further([one.place for one in (ensemble, *members) if not one.champion], 2)
        if given is not None:
            records.append(ScoreRecord(Series("given", tr("Your weights"), other), given))
        if report.scores is not None:
            records.append(ScoreRecord(ensemble, report.scores.auc))
        if report.asked is not None:
            words = tr("{name}, not used", name=report.method.replace("_", " ").capitalize())
            records.append(ScoreRecord(Series("asked", words, other), report.asked.scores.auc))
        if report.equal_weights_scores is not None:
            records.append(ScoreRecord(Series("equal", tr("Equal weights"), equal), report.equal_weights_scores.auc))
        for series, member in zip(members, report.members, strict=True):
            if member.scores is not None:
                records.append(ScoreRecord(series, member.auc, f"w {written(weights.get(member.id, 0.0), '.2f')}"))
        self.auc.set_records(records, reference=_champion(report))
        rows = report.scores.rows if report.scores is not None else 0
        self.auc.set_note(tr("{rows:,} rows, all later than the weights saw", rows=rows))


def _stacked(above: QWidget, below: QWidget) -> QWidget:
    """Tables want width: one over the other."""
    made = QWidget()
    column = QVBoxLayout(made, spacing=theme.SMALL)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(above, 2)
    column.addWidget(below, 3)
    return made


def _drawn(series: Sequence[Series], curves: Mapping[str, Curve], scores: Mapping[str, Interval]) -> list[CurveRecord]:
    return [CurveRecord(one, curves[one.key], scores.get(one.key)) for one in series if one.key in curves]


def _champion(report: EnsembleReport) -> ScoreRecord | None:
    if report.champion is None:
        return None
    champion = report.champion
    auc: Interval = champion.auc
    return ScoreRecord(Series(champion.id, tr("Champion {name}", name=champion.name), 0, champion=True), auc)
