"""Scores side by side: a dot with its 95 % interval a run, the champion's as the reference."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QFontMetricsF

from engine.records import Interval
from gui import theme
from gui.plots import look
from gui.plots.base import Table
from gui.plots.by_pixels import ByPixelsPanel
from gui.plots.series import ScoreRecord, Series
from gui.translation import later, tr, written

_LONGEST = 24
_FOR_NOTES = 190  # pixels


class ComparisonPanel(ByPixelsPanel):
    """AUC (or another score) of runs as dots with intervals, first record on top. A dotted line marks the champion."""

    def __init__(self, title: str = "AUC", *, score: str = "AUC", chance: float | None = 0.5,
                 empty: str = later("Train or select models to compare them.")) -> None:
        self.records: tuple[ScoreRecord, ...] = ()
        self.reference: ScoreRecord | None = None
        self.score = score
        self.chance = chance
        self._band = pg.LinearRegionItem(orientation="vertical", movable=False)
        self._line = pg.InfiniteLine(angle=90, movable=False)
        self._chance = pg.InfiniteLine(angle=90, movable=False, pos=chance or 0.0)
        self._rows: list[tuple[pg.ErrorBarItem, pg.ScatterPlotItem, pg.TextItem]] = []
        super().__init__(title, x=tr("{score}, 95 % interval", score=score), empty=empty)
        for item in (self._band, self._line, self._chance):
            item.setZValue(-5)
            self.plot.addItem(item, ignoreBounds=True)

    def set_records(self, records: Sequence[ScoreRecord], *, reference: ScoreRecord | None = None) -> None:
        """Show these scores; `reference` (the champion) is drawn as a dotted line with its interval as a band."""
        self.records = tuple(records)
        self.reference = reference or next((r for r in self.records if r.series.champion), None)
        self.set_empty(None if self.records else self._empty.text())
        if self.records:
            self._changed()

    def _draw(self) -> None:
        ticks = [(float(self._place(n)), _short(r.series)) for n, r in enumerate(self.records)]
        self.plot.getAxis("left").setTicks([ticks])
        while len(self._rows) < len(self.records):
            self._rows.append(self._new_row())
        for number, items in enumerate(self._rows):
            for item in items:
                item.setVisible(number < len(self.records))
            if number < len(self.records):
                self._draw_row(items, self.records[number], self._place(number))
        self._draw_reference()
        self._home()

    @property
    def _notes(self) -> bool:
        """Whether there is room for the notes beside the numbers."""
        return self.plot.getViewBox().width() > _FOR_NOTES

    def _place(self, number: int) -> int:
        return len(self.records) - 1 - number

    def _new_row(self) -> tuple[pg.ErrorBarItem, pg.ScatterPlotItem, pg.TextItem]:
        bars = pg.ErrorBarItem(x=np.zeros(1), y=np.zeros(1), left=0.0, right=0.0)
        dot = pg.ScatterPlotItem(pxMode=True)
        text = pg.TextItem(anchor=(0, 0.5))
        for item in (bars, dot, text):
            self.plot.addItem(item)
        return bars, dot, text

    def _draw_row(self, items: tuple[pg.ErrorBarItem, pg.ScatterPlotItem, pg.TextItem], record: ScoreRecord,
                  place: int) -> None:
        bars, dot, text = items
        color = self.look.color(record.series)
        score = record.score
        low, high = _bounds(score)
        bars.setData(x=np.array([score.value]), y=np.array([float(place)]), left=score.value - low,
                     right=high - score.value, beam=0.0, pen=pg.mkPen(color, width=2))
        dot.setData([score.value], [place], symbol=look.marker(record.series),
                    size=15 if record.series.champion else 11, brush=color, pen=pg.mkPen(self.look.background, width=1))
        text.setText(_value_words(record, notes=self._notes), color=self.look.text)
        text.setFont(theme.small_font())
        text.setPos(high, place)

    def _draw_reference(self) -> None:
        known = self.reference is not None
        self._line.setVisible(known)
        self._band.setVisible(known)
        if self.reference is not None:
            self._line.setPos(self.reference.score.value)
            self._band.setRegion(_bounds(self.reference.score))
        self._chance.setVisible(self.chance is not None)

    def _span(self) -> tuple[float, float]:
        known = [*self.records, *([self.reference] if self.reference else [])]
        bounds = [_bounds(record.score) for record in known]
        low, high = min(b[0] for b in bounds), max(b[1] for b in bounds)
        if self.chance is not None and low - self.chance < 2 * (high - low) + 0.02:
            low = min(low, self.chance)  # chance belongs in the picture while it does not squeeze the rest
        return low, high

    def _home(self) -> None:
        if not self.records:
            return
        low, high = self._span()
        wide = 1.05 * max(high - low, 0.01)
        text, pixels = self._text_width(), max(self.plot.getViewBox().width(), 1.0)
        room = wide * min(text / max(pixels - text, 1.0), 2.0)
        self.plot.setRange(xRange=(high - wide, high + room), yRange=(-0.7, len(self.records) - 0.3), padding=0)

    def _text_width(self) -> float:
        """Pixels that the longest number and note take at the right."""
        metrics = QFontMetricsF(theme.small_font())
        words = (_value_words(record, notes=self._notes) for record in self.records)
        return 14.0 + max(metrics.horizontalAdvance(word) for word in words)

    def _restyle(self) -> None:
        champion = self.look.champion
        self._line.setPen(look.dashed(pg.mkPen(champion, width=2), look.DOTTED))
        self._band.setBrush(pg.mkBrush(look.faded(champion, 0.10)))
        for line in self._band.lines:
            line.setPen(pg.mkPen(None))
        self._chance.setPen(self.look.baseline_pen())

    def _words(self) -> str:
        return f"{self.title}: " + "; ".join(_sentence(record) for record in self.records) + "."

    def _table(self) -> Table:
        rows = tuple((r.series.label, r.score.value, r.score.low, r.score.high, r.note) for r in self.records)
        return Table((tr("Run"), self.score, tr("Low"), tr("High"), tr("Note")), rows)

    def _readout(self, x: float, y: float) -> str:
        number = len(self.records) - 1 - round(y)
        return _sentence(self.records[number]) if 0 <= number < len(self.records) else ""


def _bounds(score: Interval) -> tuple[float, float]:
    low = score.low if np.isfinite(score.low) else score.value
    high = score.high if np.isfinite(score.high) else score.value
    return low, high


def _value_words(record: ScoreRecord, *, notes: bool) -> str:
    gap = "" if np.isfinite(record.score.high) else "  "  # a dot without interval would cover the first figure
    return f"{gap}{written(record.score.value, '.3f')}" + (f"  {record.note}" if notes and record.note else "")


def _sentence(record: ScoreRecord) -> str:
    who = record.series.label + (" (champion)" if record.series.champion else "")
    score = record.score
    between = tr(", 95 % {low:.3f} to {high:.3f}", low=score.low, high=score.high) if np.isfinite(score.low) else ""
    return f"{who} {written(score.value, '.3f')}{between}"


def _short(series: Series) -> str:
    name = series.label
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
