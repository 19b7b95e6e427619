"""Precision against recall: how pure the accepted signals are as more of them are accepted."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg

from gui.plots.curves import CurvesPanel
from gui.plots.series import CurveRecord
from gui.translation import later, tr


class PrecisionRecallPanel(CurvesPanel):
    """Precision-recall of several runs above the share of wins, which a model without skill reaches."""

    score_name = later("average precision")

    def __init__(self) -> None:
        self._base = pg.InfiniteLine(angle=0, movable=False)
        self.base_rate: float | None = None
        super().__init__(
            tr("Precision and Recall"), x=tr("Recall"), y=tr("Precision"), legend="top-right",
            empty=tr("Train a model, or select a run, to see precision against recall."),
        )
        self._base.hide()
        self.plot.addItem(self._base)

    def set_records(self, records: Sequence[CurveRecord], *, base_rate: float | None = None) -> None:
        """Show these curves, and the share of wins as the line without skill."""
        self.base_rate = base_rate
        super().set_records(records)

    def _draw(self) -> None:
        self._base.setVisible(self.base_rate is not None)
        if self.base_rate is not None:
            self._base.setPos(self.base_rate)
        super()._draw()

    def _words(self) -> str:
        skill = "" if self.base_rate is None else tr(" Without skill: {base_rate:.3f}.", base_rate=self.base_rate)
        return super()._words() + skill

    def _restyle(self) -> None:
        self._base.setPen(self.look.baseline_pen())
