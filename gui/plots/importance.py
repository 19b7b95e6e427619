"""Which features a model leans on: bars for one run, dots for several, the same order for every library."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg

from gui.plots import look
from gui.plots.base import PlotPanel, Table
from gui.plots.legend import LegendEntry
from gui.plots.series import ShareRecord
from gui.translation import tr, written

LIMIT = 10
_LONGEST = 22  # letters of a feature's name on the axis


class ImportancePanel(PlotPanel):
    """The leading features of one to five runs, as shares of each run's whole."""

    def __init__(self, *, limit: int = LIMIT, title: str = "", x: str = "", empty: str = "") -> None:
        self.records: tuple[ShareRecord, ...] = ()
        self.limit = limit
        self._bars = pg.BarGraphItem(x0=0, y=[0], width=[0], height=0.62)
        self._spans = pg.PlotDataItem(connect="pairs")
        self._dots: list[pg.ScatterPlotItem] = []
        super().__init__(
            title or tr("Feature Importance"), x=x or tr("Share of total gain"), x_percent=True, legend="bottom-right",
            empty=empty or tr("Train a model, or select a run, to see which features it uses."),
        )
        for item in (self._bars, self._spans):
            self.plot.addItem(item)
        self.plot.getAxis("left").setStyle(maxTickLevel=0)

    def set_records(self, records: Sequence[ShareRecord]) -> None:
        """Show these runs; the features are ordered by their mean share."""
        self.records = tuple(record for record in records if record.shares)
        self.set_empty(None if self.records else self._empty.text())
        if self.records:
            self._changed()

    def leading(self) -> list[str]:
        """The features shown, greatest mean share first."""
        names = {name for record in self.records for name in record.shares}
        whole = {name: sum(record.shares.get(name, 0.0) for record in self.records) for name in names}
        return sorted(names, key=lambda name: (-whole[name], name))[: self.limit]

    def _draw(self) -> None:
        names = self.leading()
        places = np.arange(len(names))[::-1].astype(float)
        ticks = [(place, _short(name)) for place, name in zip(places, names, strict=True)]
        self.plot.getAxis("left").setTicks([ticks])
        values = np.array([[r.shares.get(name, 0.0) for name in names] for r in self.records])
        one = len(self.records) == 1
        self._draw_bars(places, values[0] if one else np.zeros(len(names)))
        self._draw_dots(places, values[:0] if one else values)
        if one and self.records[0].spread:
            self._draw_spread(places, names)
        self.legend.set_entries([] if one else [self._entry(record) for record in self.records])
        self._show_all(names)

    def _draw_bars(self, places: np.ndarray, values: np.ndarray) -> None:
        color = self.look.color(self.records[0].series)
        self._bars.setOpts(y=places, width=values, brush=pg.mkBrush(color), pen=pg.mkPen(None))
        self._bars.setVisible(bool(values.any()))

    def _draw_dots(self, places: np.ndarray, values: np.ndarray) -> None:
        """A line from the least to the greatest share of each feature, and a marker a run."""
        several = len(values) > 0
        self._spans.setVisible(several)
        if several:
            ends = np.stack([values.min(axis=0), values.max(axis=0)], axis=1).ravel()
            self._spans.setData(ends, np.repeat(places, 2), pen=pg.mkPen(look.faded(self.look.muted, 0.6), width=1))
        while len(self._dots) < len(values):
            dots = pg.ScatterPlotItem(pxMode=True)
            self.plot.addItem(dots)
            self._dots.append(dots)
        for number, dots in enumerate(self._dots):
            shown = number < len(values) and self.records[number].series.key not in self.legend.hidden_keys
            dots.setVisible(shown)
            if shown:
                series = self.records[number].series
                color = self.look.color(series)
                dots.setData(values[number], places, symbol=look.marker(series), size=9, brush=color, pen=None)

    def _draw_spread(self, places: np.ndarray, names: list[str]) -> None:
        """A line over each bar from the least to the most that a fold's model gave the feature."""
        spread = self.records[0].spread
        ends = np.array([spread.get(name, (0.0, 0.0)) for name in names]).ravel()
        self._spans.setData(ends, np.repeat(places, 2), pen=pg.mkPen(self.look.text, width=2))
        self._spans.setVisible(True)

    def _entry(self, record: ShareRecord) -> LegendEntry:
        series = record.series
        pen = pg.mkPen(look.faded(self.look.color(series), 0.0))
        pen.setColor(self.look.color(series))
        return LegendEntry(series.key, series.label, pen, marker=look.marker(series))

    def _home(self) -> None:
        self._show_all(self.leading())

    def _show_all(self, names: list[str]) -> None:
        most = max((max(r.shares.get(n, 0.0), r.spread.get(n, (0.0, 0.0))[1]) for r in self.records for n in names),
                   default=1.0)
        self.plot.setRange(xRange=(0, most * 1.05 or 1.0), yRange=(-0.6, max(len(names), 1) - 0.4), padding=0)

    def _words(self) -> str:
        parts = [f"{r.series.label}: "
                 + ", ".join(f"{n} {written(r.shares.get(n, 0.0), '.1%')}" for n in self.leading()[:5])
                 for r in self.records]
        note = f" {self.header.words}" if self.header.words else ""
        return tr("{title}: {parts}.", title=self.title, parts="; ".join(parts)) + note

    def _table(self) -> Table:
        names = sorted({n for r in self.records for n in r.shares},
                       key=lambda n: -sum(r.shares.get(n, 0.0) for r in self.records))
        rows = tuple((name, *(float(r.shares.get(name, 0.0)) for r in self.records)) for name in names)
        return Table((tr("Name"), *(r.series.label for r in self.records)), rows)

    def _readout(self, x: float, y: float) -> str:
        names = self.leading()
        place = len(names) - 1 - round(y)
        if not 0 <= place < len(names):
            return ""
        name = names[place]
        figures = (f"{r.series.label} {written(r.shares.get(name, 0.0), '.1%')}" for r in self.records
                   if r.series.key not in self.legend.hidden_keys)
        return f"{name}:  " + "   ".join(figures)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
