"""What live charts share: cheap curves over the number of labels, names at their ends, marks, and a view that follows.

Live pens are 1 wide and not antialiased: at 10,000 points a pen of 2 costs 7 times as much, with antialias 30 times.
"""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPen

from engine.records import Floats, Ints
from gui import theme
from gui.plots import look
from gui.plots.base import PlotPanel
from gui.plots.long_items import LongCurve
from gui.translation import later

_MARKS = 40  # the newest marks are drawn, all are in the list beside the chart
_DASHED_POINTS = 250
_LABEL_GAP = 14  # pixels between two names at the right end
_ROOM = 118  # pixels that names take at the right end
_FLAG = 9  # pixels
_NEAR = 6  # pixels between the mouse and the mark that it means
_LETTER = 7  # pixels of a letter beside a mark, about
_LEAST_WIDE = 10.0  # labels
_AHEAD = 0.03  # of the width: the view moves in steps, since axes that change at every frame cost more than all curves
_NOTHING = np.empty(0)
_LOOSE = 1.5  # times as tall as it need be, from which the height is fitted anew
_SPOKEN = 1.0  # seconds between two changes of the words: a screen reader is not to be flooded


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened after label number `event`; `color` names a colour of the look."""

    event: float
    words: str
    color: str = "muted"
    strong: bool = False
    symbol: str = "o"
    short: str = ""  # beside the line, where there is room


def finite_part(x: Ints | Floats, *series: Floats) -> tuple[Floats, ...]:
    """The points at which every series is known."""
    known = np.logical_and.reduce([np.isfinite(values) for values in series])
    return (np.asarray(x, dtype=np.float64)[known], *(values[known] for values in series))


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


def within(places: Floats, bottom: float, top: float, gap: float) -> Floats:
    """Heights that are `gap` apart, moved together so that none is cut at an edge."""
    if not len(places) or gap * len(places) > top - bottom:
        return places
    order = np.argsort(places, kind="stable")
    steps = gap * np.arange(len(places))
    low, high = bottom + gap / 2 + steps, top - gap / 2 - steps[::-1]
    moved = np.maximum.accumulate(np.maximum(places[order], low) - steps) + steps
    moved = np.minimum.accumulate((np.minimum(moved, high) - steps)[::-1])[::-1] + steps
    result = np.empty_like(places)
    result[order] = moved
    return result


def with_room(marks: Sequence[Mark], pixel: float, end: float = float("inf")) -> list[tuple[Mark, bool]]:
    """The marks whose words do not run into another mark, and whether they stand on its left, since they would run
    over the `end`; those of a strong one only heed strong ones.

    `marks` are in order, `pixel` is how many labels one pixel is.
    """
    kept = []
    for place, mark in enumerate(marks):
        needed = (_LETTER * len(mark.short) + 2 * _FLAG) * pixel
        after = [other.event for other in marks[place + 1:] if other.strong or not mark.strong]
        before = [other.event for other in marks[:place] if other.strong or not mark.strong]
        if not mark.short:
            continue
        if min([*after[:1], end]) - mark.event >= needed:
            kept.append((mark, False))
        elif mark.event + needed > end and (not before or mark.event - before[-1] >= 2 * needed):
            kept.append((mark, True))
    spans = [_span(mark, left, pixel) for mark, left in kept]
    strong = [span for (mark, _), span in zip(kept, spans, strict=True) if mark.strong]
    return [each for each, (first, last) in zip(kept, spans, strict=True)
            if each[0].strong or not any(first < end and begin < last for begin, end in strong)]


def _span(mark: Mark, left: bool, pixel: float) -> tuple[float, float]:
    """The labels that a mark's words lie over."""
    wide = (_LETTER * len(mark.short) + 2 * _FLAG) * pixel
    return (mark.event - wide, mark.event) if left else (mark.event, mark.event + wide)


class LivePanel(PlotPanel):
    """A chart over the number of labels learnt. It follows the newest point until the user zooms.

    Signals: `looked(first, last)` when the user chose another stretch · `following()` when it follows again ·
    `mark_chosen(event)` when a mark was clicked · `place_wanted(event)` when an empty place was clicked with Shift.
    """

    looked = Signal(float, float)
    following = Signal()
    mark_chosen = Signal(float)
    place_wanted = Signal(float)

    def __init__(self, title: str, *, y: str, empty: str, y_percent: bool = False, x: str = later("Labels learnt"),
                 names: bool = True) -> None:
        self._following = True
        self._fits = False  # whether the height follows although the stretch does not
        self._room = _ROOM if names else 0
        self._spoken = float("-inf")
        super().__init__(title, x=x, y=y, empty=empty, y_percent=y_percent, legend="row")
        self._curves: dict[str, LongCurve] = {}
        self._labels: dict[str, pg.TextItem] = {}
        self._followed: tuple[float, float, float, float] | None = None  # as it was drawn last
        self._named: tuple[float, dict[str, tuple[float, str, object]]] | None = None
        self._marks: tuple[Mark, ...] = ()
        self._marked = self._flagged = self._worded = cast("Any", None)  # as they were drawn last
        self._mark_lines: list[pg.InfiniteLine] = []
        self._mark_words: list[pg.TextItem] = []
        self._flags = pg.ScatterPlotItem(size=_FLAG)
        self._flags.setZValue(5)
        self.plot.addItem(self._flags, ignoreBounds=True)
        self.plot.scene().sigMouseClicked.connect(self._on_clicked)
        self.plot.getViewBox().disableAutoRange()
        self.plot.getViewBox().sigRangeChangedManually.connect(self._stop_following)
        self.plot.getViewBox().sigResized.connect(self._on_resized)

    def draw_curve(self, key: str, x: Ints | Floats, y: Floats, pen: QPen) -> None:
        """Set one curve, or put it away when the legend says so; a dashed one with few points."""
        curve = self._curves.get(key)
        if curve is None:
            curve = self._curves[key] = LongCurve(most=_DASHED_POINTS if pen.dashPattern() else 0)
            self.plot.addItem(curve)
        shown = key not in self.legend.hidden_keys
        curve.setVisible(shown)
        if shown:
            curve.setPen(pen)
            known = len(y) > 0 and bool(np.isfinite(y).any())  # pyqtgraph has no bounds for nothing but gaps
            curve.set_series(*((x, y) if known else (_NOTHING, _NOTHING)))

    def draw_names(self, x: float, ends: dict[str, tuple[float, str, object]]) -> None:
        """Names at the right end, moved apart: key to (height, words, colour)."""
        self._named = (x, ends)
        keys = [key for key, (height, _, _) in ends.items() if np.isfinite(height)]
        (_, (bottom, top)) = self.plot.getViewBox().viewRange()
        pixels = max(self.plot.getViewBox().height(), 1.0)
        gap = _LABEL_GAP * (top - bottom) / pixels
        heights = within(spread(np.array([ends[key][0] for key in keys]), gap), bottom, top, gap)
        for key, height in zip(keys, heights, strict=True):
            item = self._name(key)
            item.setText(ends[key][1], color=ends[key][2])
            item.setPos(x, height)
        for key, item in self._labels.items():
            item.setVisible(key in keys)
        self._make_room(max((self._name(key).textItem.boundingRect().width() for key in keys), default=0.0))

    def _make_room(self, wide: float) -> None:
        """Names longer than the others are seen whole."""
        if 0 < self._room < wide:
            self._room = math.ceil(wide)
            if self._followed is not None:
                self.follow(*self._followed)

    def draw_marks(self, marks: Sequence[Mark]) -> None:
        """Upright lines where something happened, a flag at the top of each, and words where there is room."""
        newest = tuple(marks)[-_MARKS:]
        if (newest, self.look) == self._marked:
            return  # twenty times a second, and hardly ever a new one
        self._marks, self._marked = newest, (newest, self.look)
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

    def draw_flags(self) -> None:
        """The flags and words of the marks, at the top of what is in view; call it once the view is as it will be."""
        box = self.plot.getViewBox()
        (first, last), (bottom, top) = box.viewRange()
        height = top - 0.8 * _FLAG * (top - bottom) / max(box.height(), 1.0)
        if (self._marked, height) != self._flagged:
            self._flagged = (self._marked, height)
            colors = [getattr(self.look, mark.color) for mark in self._marks]
            self._flags.setData(
                [mark.event for mark in self._marks], np.full(len(self._marks), height),
                symbol=[mark.symbol for mark in self._marks], pen=[pg.mkPen(color) for color in colors],
                brush=[pg.mkBrush(color if mark.strong else self.look.background)
                       for mark, color in zip(self._marks, colors, strict=True)])
        pixel = (last - first) / max(box.width(), 1.0)
        shown = [mark for mark in self._marks if first <= mark.event <= last]
        names = self._named[0] if self._named is not None and self._room else last
        worded = (tuple(with_room(shown, pixel, min(names, last))), top, self.look)
        if worded != self._worded:
            self._worded = worded
            self._draw_mark_words(worded[0], top)

    def _draw_mark_words(self, marks: Sequence[tuple[Mark, bool]], top: float) -> None:
        while len(self._mark_words) < len(marks):
            item = pg.TextItem()
            item.setZValue(4)
            item.setFont(theme.small_font())
            self.plot.addItem(item, ignoreBounds=True)
            self._mark_words.append(item)
        for number, item in enumerate(self._mark_words):
            item.setVisible(number < len(marks))
            if number < len(marks):
                mark, left = marks[number]
                item.setText(f"{mark.short}  " if left else f"  {mark.short}", color=getattr(self.look, mark.color))
                item.setAnchor((1 if left else 0, 0.06))
                item.setPos(mark.event, top)

    def mark_near(self, x: float) -> Mark | None:
        """The mark within a few pixels of a place."""
        (first, last), _ = self.plot.getViewBox().viewRange()
        reach = _NEAR * (last - first) / max(self.plot.getViewBox().width(), 1.0)
        near = min(self._marks, key=lambda mark: abs(mark.event - x), default=None)
        return near if near is not None and abs(near.event - x) <= reach else None

    def follow(self, first: float, last: float, low: float, high: float) -> None:
        """Show everything with room for the names; where another chart was zoomed, only the height is this one's own,
        and where the user has zoomed here, all stays.
        """
        self._followed = (first, last, low, high)
        tall = max(high - low, 1e-6)
        if not self._following:
            if self._fits:
                self.plot.setYRange(low - 0.06 * tall, high + 0.06 * tall, padding=0)
            return
        wide = max(last - first, _LEAST_WIDE)
        pixels = max(self.plot.getViewBox().width(), 2.0 * self._room, 1.0)
        room = wide * self._room / (pixels - self._room)
        first = 0.0 if first < _AHEAD * wide else first  # a thinned history begins now here, now there
        (left, right), (bottom, top) = self.plot.getViewBox().viewRange()
        if not (left == first and last + room <= right <= last + room + 2 * _AHEAD * wide):
            self.plot.setXRange(first, last + room + _AHEAD * wide, padding=0)
        if not (bottom <= low and high <= top <= bottom + _LOOSE * tall):
            self.plot.setYRange(low - 0.06 * tall, high + 0.06 * tall, padding=0)

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
            self.draw_now()

    def look_at(self, first: float, last: float) -> None:
        """Show this stretch; Reset Zoom goes on following."""
        self._following, self._fits = False, True
        self.plot.setXRange(first, last, padding=0)
        self.draw_flags()
        self.header.reset.setVisible(not self.empty_words)

    def follow_again(self) -> None:
        """Show the newest point again, as another chart beside does."""
        if not self._following:
            self._following = True
            self.header.reset.hide()
            self._stale = True
            self.draw_now()

    def _keep_zoom(self, zoomed: list[list[float]], *, new: bool) -> None:
        """It moves with the other charts of the same labels, and keeps what the user chose by itself."""

    def _home(self) -> None:
        self._following = True
        self.following.emit()
        self._stale = True
        self.draw_now()

    def _name(self, key: str) -> pg.TextItem:
        if key not in self._labels:
            item = pg.TextItem(anchor=(0, 0.5))
            item.setFont(theme.small_font())
            self.plot.addItem(item, ignoreBounds=True)
            self._labels[key] = item
        return self._labels[key]

    @Slot(object)
    def _on_clicked(self, event: Any) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.empty_words:
            return
        x = self.plot.getViewBox().mapSceneToView(event.scenePos()).x()
        mark = self.mark_near(x)
        if mark is not None:
            self.mark_chosen.emit(mark.event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.place_wanted.emit(x)

    @Slot(object)
    def _on_resized(self, _box: object) -> None:
        """Names and flags have their places in pixels."""
        if self._followed is not None and not self.empty_words:
            self.follow(*self._followed)
            self.draw_flags()
        if self._named is not None and not self.empty_words:
            self.draw_names(*self._named)

    @Slot(object)
    def _stop_following(self, _enabled: object) -> None:
        self._following = self._fits = False
        self.draw_flags()
        first, last = self.plot.getViewBox().viewRange()[0]
        self.looked.emit(first, last)
