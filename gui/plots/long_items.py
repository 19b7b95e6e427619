"""Curves and bands of any length: each asks its pyramid for as many points as it has pixels, when the view moves."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from engine.records import Floats, Ints
from gui.overrides import answering, nothing_of, override
from gui.plots.pyramid import Pyramid

_BAND_COLUMNS = 500  # filling costs far more than a line
_NOTHING = np.empty(0)


class _Followed:
    """The stretch of x and the pixels that a view shows, remembered so that only a new one costs anything."""

    def __init__(self) -> None:
        self._seen: tuple[float, float, int] | None = None

    def moved(self, view: pg.ViewBox | None) -> tuple[float, float, int] | None:
        """What is in view now, or None where that is what was there before."""
        if view is None:
            return None
        (first, last), _ = view.viewRange()
        now = (first, last, max(int(view.width()), 1))
        if now == self._seen:
            return None
        self._seen = now
        return now

    def forget(self) -> None:
        """The data are new."""
        self._seen = None


class LongCurve(pg.PlotCurveItem):
    """A curve over ascending x with gaps at NaN; `most` points at most, for dashes, which are dear."""

    def __init__(self, *, most: int = 0) -> None:
        self._pyramid = Pyramid(_NOTHING, _NOTHING)
        self._most = most
        self._followed = _Followed()
        super().__init__(antialias=False, connect="finite")

    def set_series(self, x: Ints | Floats, y: Floats) -> None:
        """Show this series; the arrays are kept, not copied."""
        self._pyramid = Pyramid(x, y)
        self._followed.forget()
        self.viewRangeChanged()

    @property
    def series(self) -> tuple[Ints | Floats, Floats]:
        """The whole series."""
        return self._pyramid.x, self._pyramid.y

    def viewRangeChanged(self, *_: Any) -> None:
        """Draw what is in view."""
        found = self._followed.moved(self.getViewBox())
        if found is not None:
            first, last, pixels = found
            pyramid = self._pyramid
            self.setData(*(pyramid.sample(first, last, self._most) if self._most else
                           pyramid.outline(first, last, pixels)))


class Band(pg.GraphicsObject):
    """The area between two curves over ascending x, made in one go. (pyqtgraph's own is made anew at every change of
    either curve, and a pen of None hides it.)
    """

    def __init__(self) -> None:
        self._low = self._high = Pyramid(_NOTHING, _NOTHING)
        self._followed = _Followed()
        self._path = QPainterPath()
        self._brush = pg.mkBrush(None)
        super().__init__()
        self.setZValue(-5)

    def set_data(self, x: Ints | Floats, low: Floats, high: Floats) -> None:
        """Fill between `low` and `high` (n,), which are numbers everywhere; nothing for fewer than two points."""
        self._low, self._high = Pyramid(x, low), Pyramid(x, high)
        self._followed.forget()
        if self.getViewBox() is None:
            self._fill(float(x[0]) if len(x) else 0.0, float(x[-1]) if len(x) else 0.0, _BAND_COLUMNS)
        self.viewRangeChanged()

    def viewRangeChanged(self, *_: Any) -> None:
        """Fill what is in view."""
        found = self._followed.moved(self.getViewBox())
        if found is not None:
            self._fill(found[0], found[1], min(found[2], _BAND_COLUMNS))

    def heights(self) -> tuple[float, float]:
        """Lowest and highest point of the area that is drawn."""
        box = self._path.boundingRect()
        return box.top(), box.bottom()

    def brush(self) -> Any:
        """What it is filled with."""
        return self._brush

    def setBrush(self, brush: Any) -> None:
        """Fill with another colour."""
        self._brush = brush
        self.update()

    @override
    def paint(self, painter: Any, *_: Any) -> None:
        """Fill the area."""
        painter.fillPath(self._path, self._brush)

    @answering(nothing_of(QRectF))
    def boundingRect(self) -> QRectF:
        """Of the area that is drawn."""
        return self._path.boundingRect()

    def _fill(self, first: float, last: float, columns: int) -> None:
        self.prepareGeometryChange()
        x, low, _ = self._low.stretches(first, last, columns)
        high = self._high.stretches(first, last, columns)[2]
        self._path = QPainterPath()
        if len(x) > 1:
            # A stretch reaches to its end, so that the newest point is under the band too.
            x[-1] = self._low.x[min(self._low.between(first, last)[1], len(self._low)) - 1]
            self._path = pg.arrayToQPath(np.concatenate([x, x[::-1]]), np.concatenate([high, low[::-1]]),
                                         connect="all")
