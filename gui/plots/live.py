"""What live charts share: cheap curves over the number of labels, names at their ends, marks, and a view that follows.

Live pens are 1 wide and not antialiased: at 10,000 points a pen of 2 costs 7 times as much, with antialias 30 times.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QGraphicsPathItem

from engine.records import Floats, Ints
from gui import theme
from gui.plots import look
from gui.plots.base import PlotPanel

_MARKS = 40  # the newest marks are drawn, all are in the list beside the chart
_BAND_POINTS = 500  # filling costs far more than a line
_DASHED_POINTS = 250
_LABEL_GAP = 14  # pixels between two names at the right end
_ROOM = 118  # pixels that names take at the right end
_SPOKEN = 1.0  # seconds between two changes of the words: a screen reader is not to be flooded


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened after label number `event`; `color` names a colour of the look."""

    event: float
    words: str
    color: str = "muted"
    strong: bool = False


def finite_part(x: Ints | Floats, *series: Floats) -> tuple[Floats, ...]:
    """The points at which every series is known."""
    known = np.logical_and.reduce([np.isfinite(values) for values in series])
    return (np.asarray(x, dtype=np.float64)[known], *(values[known] for values in series))


def outline(x: Floats, low: Floats, high: Floats, points: int = _BAND_POINTS) -> tuple[Floats, Floats, Floats]:
    """A band with fewer points that still covers every one of them: least low and greatest high of each stretch."""
    if len(x) <= points:
        return x, low, high
    starts = np.linspace(0, len(x), points, endpoint=False).astype(np.int64)
    middle = x[np.minimum(starts + len(x) // (2 * points), len(x) - 1)]
    middle[0], middle[-1] = x[0], x[-1]
    return middle, np.minimum.reduceat(low, starts), np.maximum.reduceat(high, starts)


def sparse(x: Ints | Floats, y: Floats, points: int = _DASHED_POINTS) -> tuple[Ints | Floats, Floats]:
    """Every so many points and the last: dashes are dear, and a baseline has no detail worth them."""
    if len(x) <= points:
        return x, y
    keep = np.unique(np.linspace(0, len(x) - 1, points).astype(np.int64))
    return x[keep], y[keep]


def spread(places: Floats, gap: float) -> Floats:
    """The same places in the same order, moved apart to at least `gap`, as little upwards as downwards."""
    order = np.argsort(places, kind="stable")
    moved = places[order].astype(np.float64)
    for _ in range(len(moved)):
        for lower in range(len(moved) - 1):
            lack = gap - (moved[lower + 1] - moved[lower])
            if lack > 1e-12:
                moved[lower] -= lack / 2
                moved[lower + 1] += lack / 2
    result = np.empty_like(moved)
    result[order] = moved
    return result


class Band(QGraphicsPathItem):
    """The area between two curves, made in one go. (pyqtgraph's own is made anew at every change of either curve.)"""

    def __init__(self) -> None:
        super().__init__()
        self.setPen(pg.mkPen(None))
        self.setZValue(-5)

    def set_data(self, x: Floats, low: Floats, high: Floats) -> None:
        """Fill between `low` and `high` (n,); nothing for fewer than two points."""
        if len(x) < 2:
            self.setPath(QPainterPath())
            return
        around_x, around_y = np.concatenate([x, x[::-1]]), np.concatenate([high, low[::-1]])
        self.setPath(pg.arrayToQPath(around_x, around_y, connect="all"))

    def heights(self) -> tuple[float, float]:
        """Lowest and highest point of the area."""
        box = self.path().boundingRect()
        return box.top(), box.bottom()


class LivePanel(PlotPanel):
    """A chart over the number of labels learnt. It follows the newest point until the user zooms.

    Signals: `looked(first, last)` when the user chose another stretch · `following()` when it follows again.
    """

    looked = Signal(float, float)
    following = Signal()

    def __init__(self, title: str, *, y: str, empty: str, y_percent: bool = False, x: str = "Labels learnt",
                 names: bool = True) -> None:
        self._following = True
        self._room = _ROOM if names else 0
        self._spoken = float("-inf")
        super().__init__(title, x=x, y=y, empty=empty, y_percent=y_percent, legend="row")
        self._curves: dict[str, pg.PlotDataItem] = {}
        self._labels: dict[str, pg.TextItem] = {}
        self._mark_lines: list[pg.InfiniteLine] = []
        self.plot.getViewBox().disableAutoRange()
        self.plot.getViewBox().sigRangeChangedManually.connect(self._stop_following)
        self.legend.toggled.connect(self._on_toggled)

    def live_curve(self, key: str) -> pg.PlotDataItem:
        """The curve of this name, made once and set up to stay cheap."""
        if key not in self._curves:
            curve = pg.PlotDataItem(antialias=False, connect="finite")
            self.plot.addItem(curve)
            curve.setDownsampling(auto=True, method="peak")  # only after addItem does it hold (pyqtgraph #1855)
            curve.setClipToView(True)
            self._curves[key] = curve
        return self._curves[key]

    def draw_curve(self, key: str, x: Ints | Floats, y: Floats, pen: object) -> None:
        """Set one curve, or put it away when the legend says so."""
        curve = self.live_curve(key)
        shown = key not in self.legend.hidden_keys
        curve.setVisible(shown)
        if shown:
            curve.setPen(pen)
            curve.setData(x, y)

    def draw_names(self, x: float, ends: dict[str, tuple[float, str, object]]) -> None:
        """Names at the right end, moved apart: key to (height, words, colour)."""
        keys = [key for key, (height, _, _) in ends.items() if np.isfinite(height)]
        (_, (bottom, top)) = self.plot.getViewBox().viewRange()
        pixels = max(self.plot.getViewBox().height(), 1.0)
        gap = _LABEL_GAP * (top - bottom) / pixels
        heights = spread(np.array([ends[key][0] for key in keys]), gap)
        for key, height in zip(keys, heights, strict=True):
            item = self._name(key)
            item.setText(ends[key][1], color=ends[key][2])
            item.setPos(x, height)
        for key, item in self._labels.items():
            item.setVisible(key in keys)

    def draw_marks(self, marks: Sequence[Mark]) -> None:
        """Upright lines where something happened."""
        newest = list(marks)[-_MARKS:]
        while len(self._mark_lines) < len(newest):
            line = pg.InfiniteLine(angle=90, movable=False)
            line.setZValue(-3)
            self.plot.addItem(line, ignoreBounds=True)
            self._mark_lines.append(line)
        for number, line in enumerate(self._mark_lines):
            line.setVisible(number < len(newest))
            if number < len(newest):
                mark = newest[number]
                line.setPos(mark.event)
                color = look.faded(getattr(self.look, mark.color), 0.9 if mark.strong else 0.5)
                line.setPen(look.dashed(pg.mkPen(color, width=1), () if mark.strong else (3, 3)))

    def follow(self, first: float, last: float, low: float, high: float) -> None:
        """Show everything with room for the names, unless the user has zoomed."""
        if not self._following:
            return
        wide = max(last - first, 10.0)
        tall = max(high - low, 1e-6)
        pixels = max(self.plot.getViewBox().width(), 2.0 * self._room, 1.0)
        room = wide * self._room / (pixels - self._room)
        self.plot.setRange(xRange=(first, last + room), yRange=(low - 0.06 * tall, high + 0.06 * tall), padding=0)

    @property
    def description(self) -> str:
        """The chart in words, with the numbers of this moment."""
        return self.empty_words or self._words()

    def set_empty(self, words: str | None) -> None:
        """Show words in place of a picture; None shows the picture."""
        self._spoken = float("-inf")
        super().set_empty(words)

    def _changed(self) -> None:
        now = time.monotonic()
        if now - self._spoken >= _SPOKEN:
            self._spoken = now
            self._describe(self._words())
        self._stale = True
        if self.isVisible():
            self._draw_now()

    def look_at(self, first: float, last: float) -> None:
        """Show this stretch; Reset Zoom goes on following."""
        self._following = False
        self.plot.setXRange(first, last, padding=0)
        self._reset.setVisible(not self.empty_words)

    def follow_again(self) -> None:
        """Show the newest point again, as another chart beside does."""
        if not self._following:
            self._following = True
            self._reset.hide()
            self._stale = True
            self._draw_now()

    def _home(self) -> None:
        self._following = True
        self.following.emit()
        self._stale = True
        self._draw_now()

    def _name(self, key: str) -> pg.TextItem:
        if key not in self._labels:
            item = pg.TextItem(anchor=(0, 0.5))
            item.setFont(theme.small_font())
            self.plot.addItem(item, ignoreBounds=True)
            self._labels[key] = item
        return self._labels[key]

    @Slot(object)
    def _stop_following(self, _enabled: object) -> None:
        self._following = False
        first, last = self.plot.getViewBox().viewRange()[0]
        self.looked.emit(first, last)

    def _on_toggled(self, _key: str, _shown: bool) -> None:
        self._stale = True
        self._draw_now()
