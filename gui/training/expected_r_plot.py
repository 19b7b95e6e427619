"""Mean realized R of the signals above a threshold: what a choice of threshold would have earned."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg

from gui.plots.curves import CurvesPanel
from gui.plots.series import CurveRecord


class ExpectedRPanel(CurvesPanel):
    """Mean R against the threshold, with the line where nothing is earned."""

    score_name = "mean R"
    square = False

    def __init__(self) -> None:
        self._nothing = pg.InfiniteLine(angle=0, pos=0.0, movable=False)
        super().__init__(
            "Mean R by Threshold", x="Accept signals at or above", y="Mean realized R", legend="top-left",
            empty="Needs a column of realized R: choose it under Columns, then train.",
        )
        self.plot.addItem(self._nothing, ignoreBounds=True)

    def set_records(self, records: Sequence[CurveRecord]) -> None:
        """Show these curves; `curve.counts` are the accepted signals."""
        super().set_records(records)
        if self.records:
            self.reset_zoom()

    def _home(self) -> None:
        if not self.records:
            return
        low = min(float(r.curve.x[0]) for r in self.records)
        # The last few signals make wild means; the picture ends where all curves still hold 1 % of the signals.
        ends = [float(r.curve.x[_last(r)]) for r in self.records]
        inside = [r.curve.y[: _last(r) + 1] for r in self.records]
        values = np.concatenate([*inside, [0.0]])
        gap = 0.1 * max(float(np.ptp(values)), 0.01)
        self.plot.setRange(xRange=(low, max(ends)), yRange=(float(values.min()) - gap, float(values.max()) + gap),
                           padding=0.02)

    def _restyle(self) -> None:
        self._nothing.setPen(self.look.baseline_pen())

    def _readout(self, x: float, y: float) -> str:
        parts = []
        for record in self.records:
            curve = record.curve
            if record.series.key in self.legend.hidden_keys or not curve.x[0] <= x <= curve.x[-1]:
                continue
            place = int(np.searchsorted(curve.x, x))
            rows = "" if curve.counts is None else f" of {int(curve.counts[place]):,}"
            parts.append(f"{record.series.label} {curve.y[place]:+.2f} R{rows}")
        return f"at {x:.2f}:  " + "   ".join(parts) if parts else ""


def _last(record: CurveRecord) -> int:
    counts = record.curve.counts
    if counts is None or not len(counts):
        return len(record.curve.x) - 1
    return int(np.flatnonzero(counts >= 0.01 * counts.max())[-1])
