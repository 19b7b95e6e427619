"""The ROC curve: the share of wins found against the share of losses taken along."""

from __future__ import annotations

import pyqtgraph as pg

from gui.plots.curves import CurvesPanel
from gui.translation import tr


class RocPanel(CurvesPanel):
    """ROC of several runs above the diagonal of chance."""

    def __init__(self) -> None:
        self._chance = pg.PlotCurveItem([0, 1], [0, 1])
        super().__init__(
            "ROC", x=tr("False positive rate"), y=tr("True positive rate"), legend="bottom-right",
            empty=tr("Train a model, or select a run, to see its ROC curve."),
        )
        self.plot.addItem(self._chance)

    def _restyle(self) -> None:
        self._chance.setPen(self.look.baseline_pen())
