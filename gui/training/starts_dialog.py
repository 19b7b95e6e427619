"""Warm start, recent rows only or all history: tried on the same newest rows, one recommended, one click to use it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from engine.records import Advice, AdviceWay, RunRecord
from gui import theme
from gui.jobs import Jobs
from gui.parts.labels import button, label
from gui.parts.words import count, counted, score, signed
from gui.sentences import said
from gui.training.form_panel import TrainingOrder
from gui.training.job_dialog import JobDialog
from gui.translation import later, tr

if TYPE_CHECKING:
    from engine.data.table import SignalTable
    from engine.library.store import Workspace

_COLUMNS = ("", "AUC", later("Mean R"), later("Trained on"), later("Trees"), "")


class StartsDialog(JobDialog):
    """Tries the three ways in the background; `use(way)` is called with the one that the analyst takes."""

    def __init__(self, parent: QWidget, *, jobs: Jobs, run: RunRecord, use: Callable[[AdviceWay], object]) -> None:
        from gui.plots.comparison import ComparisonPanel

        super().__init__(parent, jobs=jobs, slot="training-advice", name="starts", title=tr("Compare Starts"),
                         progress=tr("Progress of the comparison"))
        self._run, self._use = run, use
        self.advice: Advice | None = None
        self.chart = ComparisonPanel(tr("AUC on the Newest Rows"),
                                     empty=tr("Each way appears when all three are tested."))
        self.chart.setObjectName("starts.plot.auc")
        self.grid = QGridLayout(horizontalSpacing=theme.LARGE, verticalSpacing=theme.SMALL)
        self._lay_out()
        self.resize(660, 500)

    def begin(self, table: SignalTable, order: TrainingOrder, workspace: Workspace) -> None:
        """Try the ways with the form's settings."""
        from engine.training.advice import advise

        config = next(config for config in order.configs if config.model_type.value == self._run.kind)
        self._begin(advise, table, self._run.id, config, order.validation, workspace=workspace,
                    title=tr("Comparing starts"))

    def _found(self, advice: Advice) -> None:
        from gui.plots.series import ScoreRecord, Series

        self.advice = advice
        self.verdict.setText(said(advice.words))
        records = [ScoreRecord(Series(way.name, said(way.words), place), way.scores.auc,
                               tr("recommended") if way.name == advice.recommended else "")
                   for place, way in enumerate(advice.ways) if way.scores is not None]
        stale = ScoreRecord(Series("stale", tr("As it stands"), 3), advice.stale.auc)
        self.chart.set_records([*records, stale])
        self.chart.set_note(tr("{tested_rows} that no fit saw, purged", tested_rows=counted(advice.tested_rows, 'row')))
        for row, way in enumerate(advice.ways, start=1):
            self._add_way(row, way, recommended=way.name == advice.recommended)

    def _add_way(self, row: int, way: AdviceWay, *, recommended: bool) -> None:
        self.grid.addWidget(label(said(way.words), font="strong"), row, 0)
        if way.scores is None:
            self.grid.addWidget(label(said(way.refused), role="muted", font="small", wrap=True), row, 1, 1, 5)
            return
        mean_r = way.scores.mean_r
        cells = (score(way.scores.auc.value), signed(mean_r.value) if mean_r is not None else "–",
                 counted(way.rows, "row"), count(way.trees))
        for column, words in enumerate(cells, start=1):
            self.grid.addWidget(label(words), row, column, Qt.AlignmentFlag.AlignRight)
        use = button(tr("Use This"), partial(self._take, way), kind="primary" if recommended else "",
                     name=f"starts.use.{way.name}", hint=tr("Put {words} into the form", words=said(way.words)))
        use.setAccessibleName(tr("Use {words}", words=said(way.words)))
        self.grid.addWidget(use, row, 5)
        if recommended:
            use.setDefault(True)
            use.setFocus()

    def _take(self, way: AdviceWay) -> None:
        self._use(way)
        self.close()

    def _lay_out(self) -> None:
        column = self._column(tr("Bring {value} up to Date", value=self._run.name or self._run.id),
                              tr("Each way is trained with the form's settings and tested on the newest "
                                 "rows, purged as ever. Nothing is kept."))
        for widget in (self.verdict, self.progress, self.words):
            column.addWidget(widget)
        column.addWidget(self.chart, 1)
        for place, words in enumerate(_COLUMNS):
            heading = label(words, role="muted", font="small")
            self.grid.addWidget(heading, 0, place, Qt.AlignmentFlag.AlignRight)
        self.grid.setColumnStretch(0, 1)
        column.addLayout(self.grid)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.end)
        column.addSpacing(theme.TIGHT)
        column.addLayout(row)
