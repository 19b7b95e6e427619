"""Curves made once and used again: pyqtgraph items leak when they are made anew at every change."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtGui import QPen

from engine.records import Floats


class CurvePool:
    """Still curves of a plot, by number."""

    def __init__(self, plot: pg.PlotItem, *, z: float = 0.0) -> None:
        self._plot = plot
        self._z = z
        self._curves: list[pg.PlotDataItem] = []
        self._shown = 0

    def begin(self) -> None:
        """Start over: the next `show` takes the first curve."""
        self._shown = 0

    def show(self, x: Floats, y: Floats, pen: QPen, *, marker: str = "", antialias: bool = True) -> pg.PlotDataItem:
        """Draw one more curve."""
        curve = self._next()
        color = pen.color()
        curve.setData(
            x, y, pen=pen, antialias=antialias, symbol=marker or None, symbolSize=7, symbolPen=color, symbolBrush=color,
        )
        curve.setVisible(True)
        return curve

    def end(self) -> None:
        """Put away what was not used, so that it neither shows nor stretches the range."""
        for curve in self._curves[self._shown:]:
            curve.setData([], [])
            curve.setVisible(False)

    def _next(self) -> pg.PlotDataItem:
        if self._shown == len(self._curves):
            curve = pg.PlotDataItem()
            curve.setZValue(self._z)
            self._plot.addItem(curve)
            self._curves.append(curve)
        self._shown += 1
        return self._curves[self._shown - 1]
