"""The picture of the split: which rows of each test block trained, were purged, and were tested."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor

from gui import theme
from gui.plots import look
from gui.plots.base import Table
from gui.plots.by_pixels import ByPixelsPanel
from gui.plots.legend import LegendEntry
from gui.translation import later, tr

Span = tuple[int, int]  # first and last row, both in it
_KINDS = {"trained": later("trained"), "tested": later("tested"), "purged": later("purged")}
_HEIGHT = 0.56
_MOST = 30  # blocks that can be told apart
_LEAST_PIXELS = 3.0  # of a purged span: a few rows of thousands must still be seen


@dataclass(frozen=True, slots=True)
class FoldRow:
    """One test block, in rows in order of time."""

    name: str
    trained: tuple[Span, ...]
    purged: tuple[Span, ...]
    tested: tuple[Span, ...]


class FoldsPanel(ByPixelsPanel):
    """A lane for each test block, the first on top; purged rows are hatched and counted at the right."""

    def __init__(self) -> None:
        self.records: tuple[FoldRow, ...] = ()
        self._bars = {name: pg.BarGraphItem(x0=[0], y0=[0], width=[0], height=_HEIGHT)
                      for name in ("trained", "tested", "purged")}
        self._counts: list[pg.TextItem] = []
        super().__init__(tr("Rows That Train and Test"), x=tr("Row, in order of time"), legend="row",
                         empty=tr("After a training: which rows each test block was kept apart from."))
        for bars in self._bars.values():
            self.plot.addItem(bars, ignoreBounds=True)

    def set_records(self, records: Sequence[FoldRow], *, empty: str = "") -> None:
        """Show these blocks; `empty` says why there is no picture."""
        self.records = tuple(records)[:_MOST]
        self.set_empty(None if self.records else (empty or self._empty.text()))
        if self.records:
            purged = sum(_length(record.purged) for record in self.records)
            self.set_note(tr("{purged:,} rows purged", purged=purged) if purged else tr("no row had to be purged"))
            self._changed()

    def _draw(self) -> None:
        many = len(self.records)
        self.plot.getAxis("left").setTicks([[(float(self._place(n)), tr("Block {name}", name=record.name))
                                             for n, record in enumerate(self.records)][:: max(1, many // 12)]])
        for kind, bars in self._bars.items():
            spans = [(first, last + 1, self._place(n)) for n, record in enumerate(self.records)
                     for first, last in getattr(record, kind)]
            self._show(bars, np.array(spans, dtype=float).reshape(-1, 3), least=kind == "purged")
            if kind in self.legend.hidden_keys:
                bars.setVisible(False)
        self._count()
        self.legend.set_entries(self._entries())
        self._home()

    def _show(self, bars: pg.BarGraphItem, spans: np.ndarray, *, least: bool) -> None:
        bars.setVisible(bool(len(spans)))
        if len(spans):
            first, end, place = spans.T
            if least:
                first = np.minimum(first, end - self._rows_of_pixels(_LEAST_PIXELS))
            bars.setOpts(x0=first, width=end - first, y0=place - _HEIGHT / 2, height=_HEIGHT)

    def _rows_of_pixels(self, pixels: float) -> float:
        return pixels * self._rows * 1.12 / max(self.plot.getViewBox().width(), 1.0)

    def _count(self) -> None:
        """The number of purged rows behind each lane."""
        while len(self._counts) < len(self.records):
            text = pg.TextItem(anchor=(0, 0.5))
            self.plot.addItem(text, ignoreBounds=True)
            self._counts.append(text)
        for number, text in enumerate(self._counts):
            some = number < len(self.records) <= _MOST // 2 and bool(self.records[number].purged)
            text.setVisible(some)
            if number < len(self.records):
                record = self.records[number]
                end = max(last for _, last in record.tested) + 1
                text.setText(tr("{length:,} purged", length=_length(record.purged)), color=self.look.muted)
                text.setFont(theme.small_font())
                text.setPos(end, self._place(number))

    @property
    def _rows(self) -> int:
        return max((last + 1 for record in self.records for _, last in (*record.trained, *record.tested)), default=1)

    def _place(self, number: int) -> int:
        return len(self.records) - 1 - number

    def _home(self) -> None:
        counted = len(self.records) <= _MOST // 2
        wide = 80 / max(self.plot.getViewBox().width(), 200.0) if counted else 0.02
        self.plot.setRange(xRange=(0, self._rows / (1 - wide)), yRange=(-0.6, max(len(self.records), 1) - 0.4),
                           padding=0)

    def _restyle(self) -> None:
        trained, tested, purged = self._colors()
        self._bars["trained"].setOpts(brush=pg.mkBrush(trained), pen=pg.mkPen(None))
        self._bars["tested"].setOpts(brush=pg.mkBrush(tested), pen=pg.mkPen(None))
        hatch = QBrush(purged, Qt.BrushStyle.BDiagPattern)
        self._bars["purged"].setOpts(brush=hatch, pen=pg.mkPen(purged, width=1))

    def _colors(self) -> tuple[QColor, ...]:
        return (look.faded(self.look.series[0], 0.45), QColor(self.look.good), QColor(self.look.bad))

    def _entries(self) -> list[LegendEntry]:
        words = {"trained": tr("Trained"), "tested": tr("Tested"), "purged": tr("Purged")}
        tips = (tr("Rows that the block's model learnt"), tr("Rows that it was tested on"),
                tr("Left out: their outcome was known only after the test had begun"))
        return [LegendEntry(kind, word, pg.mkPen(color, width=6), tip=tip)
                for (kind, word), tip, color in zip(words.items(), tips, self._colors(), strict=True)]

    def _words(self) -> str:
        parts = [tr("block {name}: {length:,} rows trained, {length2:,} purged, {length3:,} tested", name=r.name,
                    length=_length(r.trained), length2=_length(r.purged),
                    length3=_length(r.tested)) for r in self.records]
        purged, trained = (sum(_length(getattr(r, kind)) for r in self.records) for kind in ("purged", "trained"))
        share = 100 * purged / max(purged + trained, 1)
        return f"{self.title}. " + "; ".join(parts) + tr(". Purged: {share:.1f} % of what could have trained.",
                                                         share=share)

    def _table(self) -> Table:
        rows = [(record.name, tr(_KINDS[kind]), first, last, last - first + 1) for record in self.records
                for kind in ("trained", "purged", "tested") for first, last in getattr(record, kind)]
        return Table((tr("Block"), tr("Use"), tr("First row"), tr("Last row"), tr("Rows")), tuple(rows))

    def _readout(self, x: float, y: float) -> str:
        number = len(self.records) - 1 - round(y)
        if not 0 <= number < len(self.records):
            return ""
        kinds = [kind for kind in ("purged", "tested", "trained")
                 if any(first <= x < last + 1 for first, last in getattr(self.records[number], kind))]
        return tr("row {int:,}, block {name}: {kinds}", int=int(x), name=self.records[number].name,
                  kinds=tr(_KINDS[kinds[0]]) if kinds else tr('not used'))


def _length(spans: tuple[Span, ...]) -> int:
    return sum(last - first + 1 for first, last in spans)
