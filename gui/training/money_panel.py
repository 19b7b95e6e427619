"""The money page: R by threshold after costs, the threshold that is kept, and accuracy that costs expectancy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.records import RunRecord
from engine.settings import options_of
from engine.training.config import TrainingConfig
from gui import theme
from gui.parts.ahead import ready
from gui.parts.fields import FieldError, NumberField, set_invalid
from gui.parts.labels import label
from gui.plots.contributions import put_above
from gui.plots.series import CurveRecord
from gui.sentences import said, said_of
from gui.training.expected_r_plot import ExpectedRPanel
from gui.translation import tr


class TotalRPanel(ExpectedRPanel):
    """The sum over all accepted signals."""

    def __init__(self) -> None:
        super().__init__(total=True)


PARTS = (ExpectedRPanel, TotalRPanel)  # made ahead


class MoneyPlots(QObject):
    """Owner of the two plots, the field for costs and the sentences above them."""

    def __init__(self) -> None:
        super().__init__()
        how = options_of(TrainingConfig)["cost_r"]
        self.cost = NumberField(how, whole=False)
        self.cost.setObjectName("training.money.cost")
        self.cost.setAccessibleName(tr("Cost of a trade in R"))
        self.cost.setToolTip(tr("Taken from every trade in these two pictures. What is chosen by it: Cost of a Trade "
                                "under Advanced."))
        self.cost.setFixedWidth(72)
        self.cost.set_value(0.0)
        self.words = label(font="small", wrap=True, name="training.money.words")
        self.mean, self.total = ready(ExpectedRPanel), ready(TotalRPanel)
        self.mean.setObjectName("training.plot.expected_r")
        self.total.setObjectName("training.plot.total_r")
        self._run: str | None = None
        put_above(self.mean, self._cost_row())
        put_above(self.total, self._words_row())
        self.cost.changed.connect(self._on_cost)

    def set_records(self, records: Sequence[CurveRecord]) -> None:
        """Show these runs."""
        self.mean.set_records(records)
        self.total.set_records(records)

    def show_run(self, run: RunRecord | None, disagreement: str = "") -> None:
        """The threshold that is kept with a run, and where accuracy and expectancy disagree."""
        chosen = run.threshold if run is not None else None
        for plot in (self.mean, self.total):
            plot.set_threshold(chosen.value if chosen is not None else None)
        self.words.setText(" ".join(part for part in (disagreement, said(chosen.words) if chosen is not None else "")
                                    if part))
        self.words.setVisible(bool(self.words.text()))
        if run is not None and run.id != self._run:
            self._run = run.id
            self.cost.set_value(chosen.cost if chosen is not None else 0.0)
            self._on_cost()

    @Slot()
    def _on_cost(self) -> None:
        try:
            cost = float(self.cost.value() or 0.0)
        except FieldError as error:
            set_invalid(self.cost, said_of(error))
            return
        set_invalid(self.cost, "")
        self.mean.set_cost(cost)
        self.total.set_cost(cost)

    def _cost_row(self) -> QWidget:
        caption = label(tr("Cost of a trade (R)"), font="small")
        caption.setBuddy(self.cost)
        return _row(caption, self.cost)

    def _words_row(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words)
        return made


def _row(*widgets: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made, spacing=theme.SMALL)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return made
