"""Calibration: how often signals won, against the probability that was given to them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg

from engine.records import Curve
from gui.plots import look
from gui.plots.base import Table
from gui.plots.curves import CurvesPanel
from gui.plots.series import CurveRecord
from gui.translation import later, tr


class CalibrationPanel(CurvesPanel):
    """Observed win rate by predicted probability, with error bars, the diagonal, and the counts as bars below."""

    score_name = later("Brier score")
    markers = True
    square = False

    def __init__(self) -> None:
        self._diagonal = pg.PlotCurveItem([0, 1], [0, 1])
        self._counts = pg.BarGraphItem(x=[0.5], height=[0], width=0.01)
        self._errors: list[pg.ErrorBarItem] = []
        self._used = 0
        super().__init__(
            tr("Calibration"), x=tr("Predicted probability"), y=tr("Observed win rate"), legend="top-left",
            empty=tr("Train a model, or select a run, to see whether its probabilities hold."),
        )
        for item in (self._counts, self._diagonal):
            self.plot.addItem(item, ignoreBounds=True)

    def set_records(self, records: Sequence[CurveRecord]) -> None:
        """Show these curves; `curve.low`, `high` and `counts` become error bars and bars."""
        super().set_records(records)
        if self.records:
            self.reset_zoom()

    def _draw(self) -> None:
        self._used = 0
        super()._draw()
        for unused in self._errors[self._used:]:
            unused.setVisible(False)
        self._draw_counts()

    def _draw_one(self, record: CurveRecord) -> None:
        super()._draw_one(record)
        curve = record.curve
        if curve.low is None or curve.high is None:
            return
        bars = self._next_errors()
        bars.setData(
            x=curve.x, y=curve.y, top=np.maximum(curve.high - curve.y, 0), bottom=np.maximum(curve.y - curve.low, 0),
            beam=0.0, pen=pg.mkPen(look.faded(self.look.color(record.series), 0.75), width=1),
        )
        bars.setVisible(True)

    def _next_errors(self) -> pg.ErrorBarItem:
        if self._used == len(self._errors):
            bars = pg.ErrorBarItem(x=np.zeros(1), y=np.zeros(1), top=0.0, bottom=0.0)
            self.plot.addItem(bars)
            self._errors.append(bars)
        self._used += 1
        return self._errors[self._used - 1]

    def _draw_counts(self) -> None:
        first = self.records[0].curve
        self._counts.setVisible(first.counts is not None)
        if first.counts is None:
            return
        low, high = self._span()
        share = first.counts / max(first.counts.max(), 1)
        width = 0.6 * float(np.diff(first.x).min()) if len(first.x) > 1 else 0.02
        self._counts.setOpts(x=first.x, y0=low, height=share * 0.16 * (high - low), width=width)

    def _span(self) -> tuple[float, float]:
        """The range of both axes: the square that holds every point and error bar."""
        values = [part for r in self.records for part in _parts(r.curve)]
        together = np.concatenate(values) if values else np.array([0.0, 1.0])
        together = together[np.isfinite(together)]
        low, high = float(together.min()), float(together.max())
        gap = max(0.05, 0.06 * (high - low))
        return max(0.0, low - gap), min(1.0, high + gap)

    def _home(self) -> None:
        low, high = self._span() if self.records else (0.0, 1.0)
        xs = np.concatenate([r.curve.x for r in self.records]) if self.records else np.array([0.0, 1.0])
        gap = 0.1 * max(float(xs.max() - xs.min()), 0.05)
        self.plot.setRange(xRange=(float(xs.min()) - gap, float(xs.max()) + gap), yRange=(low, high), padding=0)

    def _restyle(self) -> None:
        self._diagonal.setPen(self.look.baseline_pen())
        self._counts.setOpts(brush=look.faded(self.look.muted, 0.25), pen=pg.mkPen(None))

    def _table(self) -> Table:
        rows = [row for r in self.records for row in _rows(r)]
        return Table((tr("Run"), tr("Predicted probability"), tr("Observed win rate"), tr("Low"), tr("High"),
                      tr("Signals")), tuple(rows))


def _parts(curve: Curve) -> list[np.ndarray]:
    return [part for part in (curve.x, curve.y, curve.low, curve.high) if part is not None]


def _rows(record: CurveRecord) -> list[tuple[object, ...]]:
    curve = record.curve
    return [
        (
            record.series.label, float(curve.x[i]), float(curve.y[i]),
            None if curve.low is None else float(curve.low[i]), None if curve.high is None else float(curve.high[i]),
            None if curve.counts is None else int(curve.counts[i]),
        )
        for i in range(len(curve.x))
    ]
