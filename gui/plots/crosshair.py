"""The cross-hair of a chart: two thin lines through the mouse, or through a place that the arrow keys move."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt

from gui.plots.look import PlotLook

_STEPS = 60  # key presses from one end of the view to the other


class Crosshair:
    """Lines that take no part in the range of the chart and are in none of its exported pictures."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self._plot = plot
        self.place: QPointF | None = None
        self._lines = (pg.InfiniteLine(angle=90, movable=False), pg.InfiniteLine(angle=0, movable=False))
        for line in self._lines:
            line.setZValue(50)
            line.hide()
            plot.addItem(line, ignoreBounds=True)

    @property
    def shown(self) -> bool:
        """Whether the lines are on the chart."""
        return self._lines[0].isVisible()

    def restyle(self, look: PlotLook) -> None:
        """Take the colours of a theme."""
        for line in self._lines:
            line.setPen(pg.mkPen(look.axis, width=1, style=Qt.PenStyle.DotLine))

    def show(self, place: QPointF) -> None:
        """Cross at a place in data."""
        self.place = place
        upright, level = self._lines
        upright.setPos(place.x())
        level.setPos(place.y())
        for line in self._lines:
            line.show()

    def hide(self) -> None:
        """Take the lines away; the arrow keys go on from where they were."""
        for line in self._lines:
            line.hide()

    def step(self, across: int, up: int, *, far: bool = False) -> QPointF:
        """The place so many key presses away, within the view; it begins in the middle."""
        (left, right), (bottom, top) = self._plot.getViewBox().viewRange()
        start = self.place or QPointF((left + right) / 2, (bottom + top) / 2)
        stride = (10 if far else 1) / _STEPS
        x = min(max(start.x() + across * stride * (right - left), left), right)
        y = min(max(start.y() + up * stride * (top - bottom), bottom), top)
        return QPointF(x, y)
