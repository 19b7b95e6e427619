"""What ROC and precision-recall share: curves of several runs in the unit square, with a legend and a readout."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gui.parts.words import counted
from gui.parts.words import score as figure
from gui.plots import look
from gui.plots.base import PlotPanel, Table
from gui.plots.legend import LegendEntry
from gui.plots.pool import CurvePool
from gui.plots.series import CurveRecord, thinned
from gui.translation import tr, written


class CurvesPanel(PlotPanel):
    """Curves of runs. `set_records` takes them best first or in the order of the table; the champion is dotted."""

    score_name = "AUC"
    markers = False
    square = True

    def __init__(self, title: str, *, x: str, y: str, empty: str, legend: str) -> None:
        super().__init__(title, x=x, y=y, empty=empty, legend=legend)
        self.records: tuple[CurveRecord, ...] = ()
        self._pool = CurvePool(self.plot)
        if self.square:
            self.plot.setLimits(xMin=-0.05, xMax=1.05, yMin=-0.05, yMax=1.05)
        self._home()

    def set_records(self, records: Sequence[CurveRecord]) -> None:
        """Show these curves in place of all others."""
        self.records = tuple(records)
        self.set_empty(None if self.records else self._empty.text())
        if self.records:
            self._changed()

    def _draw(self) -> None:
        away = self.legend.hidden_keys
        self._pool.begin()
        for record in self.records:
            if record.series.key not in away:
                self._draw_one(record)
        self._pool.end()
        self.legend.set_entries([self._entry(record) for record in self.records])

    def _draw_one(self, record: CurveRecord) -> None:
        x, y = thinned(record.curve)
        self._pool.show(x, y, self.look.pen(record.series), marker=self._marker(record))

    def _marker(self, record: CurveRecord) -> str:
        return look.marker(record.series) if self.markers else ""

    def _entry(self, record: CurveRecord) -> LegendEntry:
        series, score = record.series, record.score
        label = series.label + ("" if score is None else f"  {written(score.value, '.3f')}")
        tip = "" if score is None else tr("{score_name} {value:.3f}, 95 % {low:.3f} to {high:.3f}",
                                          score_name=self.score_name, value=score.value, low=score.low,
                                          high=score.high)
        return LegendEntry(series.key, label, self.look.pen(series), marker=self._marker(record), tip=tip)

    def _home(self) -> None:
        if self.square:
            self.plot.setRange(xRange=(0, 1), yRange=(0, 1), padding=0.02)
        else:
            super()._home()

    def _words(self) -> str:
        scored = [r for r in self.records if r.score is not None]
        parts = [r.series.label + (tr(" (champion)") if r.series.champion else "") + " " + figure(r.score.value)
                 for r in scored if r.score is not None]
        many = counted(len(self.records), "run")
        return f"{self.title}, {many}" + (f"; {self.score_name}: " + ", ".join(parts) if parts else "") + "."

    def _table(self) -> Table:
        x, y = self._axis_words
        rows = [
            (r.series.label, float(a), float(b)) for r in self.records
            for a, b in zip(r.curve.x, r.curve.y, strict=True)
        ]
        return Table((tr("Run"), x, y), tuple(rows))

    def _readout(self, x: float, y: float) -> str:
        if not 0 <= x <= 1:
            return ""
        parts = [f"{r.series.label} {written(np.interp(x, r.curve.x, r.curve.y), '.2f')}"
                 for r in self.records if r.series.key not in self.legend.hidden_keys]
        return tr("at {x:.2f}:  ", x=x) + "   ".join(parts)
