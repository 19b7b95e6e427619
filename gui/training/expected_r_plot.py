"""What a choice of threshold would have earned: mean R a trade and total R, after costs, with the chosen threshold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pyqtgraph as pg

from engine.records import Curve
from gui import theme
from gui.plots import look
from gui.plots.curves import CurvesPanel
from gui.plots.series import CurveRecord
from gui.translation import later, tr, written

_EMPTY = later("Needs a column of realized R: choose it under Columns, then train.")


class ExpectedRPanel(CurvesPanel):
    """R against the threshold, with the line where nothing is earned, the first run's band and its chosen threshold.

    `total` draws the sum over all accepted signals instead of their mean.
    """

    score_name = later("mean R")
    square = False

    def __init__(self, *, total: bool = False) -> None:
        self.total, self.cost = total, 0.0
        self._given: tuple[CurveRecord, ...] = ()
        self._nothing = pg.InfiniteLine(angle=0, pos=0.0, movable=False)
        self._chosen = pg.InfiniteLine(angle=90, movable=False)
        self._words_at = pg.TextItem(anchor=(0, 1))
        self._edges = (pg.PlotCurveItem(), pg.PlotCurveItem())
        self._band = pg.FillBetweenItem(*self._edges)
        super().__init__(tr("Total R by Threshold") if total else tr("Mean R by Threshold"), legend="top-left",
                         empty=_EMPTY,
                         x=tr("Accept signals at or above"),
                         y=tr("Sum of realized R") if total else tr("Mean realized R"))
        for item in (self._band, self._nothing, self._chosen, self._words_at):
            self.plot.addItem(item, ignoreBounds=True)
        self._chosen.hide()
        self._words_at.hide()

    def set_records(self, records: Sequence[CurveRecord]) -> None:
        """Show these curves; `curve.counts` are the accepted signals."""
        self._given = tuple(records)
        super().set_records([replace(record, curve=self._after_costs(record.curve)) for record in records])
        if self.records:
            self.reset_zoom()

    def set_cost(self, cost: float) -> None:
        """Take this much R from every trade."""
        if cost != self.cost:
            self.cost = cost
            self.set_records(self._given)

    def set_threshold(self, value: float | None) -> None:
        """Mark the threshold that is kept with the model."""
        self._chosen.setVisible(value is not None)
        self._words_at.setVisible(value is not None)
        if value is not None:
            self._chosen.setPos(value)
            self._words_at.setText(tr(" chosen {value:.3f} ", value=value), color=look.current().text)
            self._words_at.setFont(theme.small_font())
            self._place_words()
        if self.records:
            self._describe(self._words())

    def _after_costs(self, curve: Curve) -> Curve:
        times = curve.counts.astype(float) if self.total and curve.counts is not None else 1.0
        moved = [None if values is None else (values - self.cost) * times
                 for values in (curve.y, curve.low, curve.high)]
        assert moved[0] is not None
        return replace(curve, y=moved[0], low=moved[1], high=moved[2])

    def _draw(self) -> None:
        super()._draw()
        shown = [record for record in self.records if record.series.key not in self.legend.hidden_keys]
        first = shown[0] if shown and shown[0].curve.low is not None else None
        self._band.setVisible(first is not None)
        if first is not None and first.curve.high is not None:
            self._edges[0].setData(first.curve.x, first.curve.low)
            self._edges[1].setData(first.curve.x, first.curve.high)
            self._band.setBrush(pg.mkBrush(look.faded(self.look.color(first.series), self.look.band)))

    def _words(self) -> str:
        chosen = tr(" The chosen threshold is {value:.3f}.",
                    value=self._chosen.value()) if self._chosen.isVisible() else ""
        return tr("{words}{chosen} Cost of a trade {cost:g} R.", words=super()._words(), chosen=chosen, cost=self.cost)

    def _place_words(self) -> None:
        (left, right), (bottom, _) = self.plot.getViewBox().viewRange()
        place = self._chosen.value()
        self._words_at.setAnchor((1 if place > (left + right) / 2 else 0, 1))
        self._words_at.setPos(place, bottom)

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
        self._place_words()

    def _restyle(self) -> None:
        self._nothing.setPen(self.look.baseline_pen())
        self._chosen.setPen(look.dashed(pg.mkPen(self.look.text, width=1), (4, 3)))
        self._words_at.setColor(self.look.text)

    def _readout(self, x: float, y: float) -> str:
        parts = []
        for record in self.records:
            curve = record.curve
            if record.series.key in self.legend.hidden_keys or not curve.x[0] <= x <= curve.x[-1]:
                continue
            place = int(np.searchsorted(curve.x, x))
            rows = "" if curve.counts is None else tr(" of {int:,}", int=int(curve.counts[place]))
            parts.append(f"{record.series.label} {written(curve.y[place], '+.2f')} R{rows}")
        return tr("at {x:.2f}:  ", x=x) + "   ".join(parts) if parts else ""


def _last(record: CurveRecord) -> int:
    counts = record.curve.counts
    if counts is None or not len(counts):
        return len(record.curve.x) - 1
    return int(np.flatnonzero(counts >= 0.01 * counts.max())[-1])
