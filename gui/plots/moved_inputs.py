"""Which inputs have moved, batch by batch: the eight whose distance matters most to the model, one strip each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainterPath, QResizeEvent

from engine.online.input_drift import BATCH
from engine.records import Floats, InputTrack, Ints, MonitorSnapshot
from gui.overrides import answering, nothing_of, override
from gui.plots.base import Table
from gui.plots.watched import WatchedPanel
from gui.translation import later, tr, written

TOP = 8
_STEPS = (0.08, 0.15, 0.25, 0.4, 0.6)  # distances from which a cell is darker; below the first nothing has moved
_EMPTY = later("Inputs are compared with the stream's first 2,000 signals, in batches of 250. The strips appear "
               "after that.")
_LONGEST = 15
_ROW, _AXIS = 14, 44  # pixels: a strip's name; the axis and the flags above
_COLUMNS = 100  # more cannot be told apart


def ranked(track: InputTrack, importance: Mapping[str, float]) -> tuple[np.ndarray, Floats]:
    """The places of the inputs by distance x importance, the most first, and those products (d,).

    A category counts with its feature's importance; without importances all count alike.
    """
    known = np.asarray([importance.get(name, importance.get(name.partition("=")[0], 0.0)) for name in track.names])
    weight = known / known.sum() if known.sum() > 0 else np.full(len(known), 1.0 / max(len(known), 1))
    score = track.moved[-1] * weight
    return np.argsort(-score, kind="stable"), score


def columns_of(track: InputTrack, most: int = _COLUMNS) -> tuple[Ints, Ints, Floats]:
    """Where each column begins and ends, and how far each input was at most within it (m, d); `most` columns."""
    wide = int(np.median(np.diff(track.event))) if len(track.event) > 1 else BATCH
    starts = np.concatenate([[max(int(track.event[0]) - wide, 0)], track.event[:-1]])
    first = np.arange(0, len(starts), max(-(-len(starts) // most), 1))
    last = np.append(first[1:], len(starts)) - 1
    return starts[first], track.event[last], np.maximum.reduceat(track.moved, first, axis=0)


class _Cells(pg.GraphicsObject):
    """Rectangles in a few shades, drawn shade by shade."""

    def __init__(self) -> None:
        self._paths: list[tuple[QPainterPath, QColor]] = []
        self._around = QRectF()
        super().__init__()

    def set_cells(self, cells: list[tuple[QRectF, int]], colors: list[QColor]) -> None:
        self.prepareGeometryChange()
        paths = [QPainterPath() for _ in colors]
        for rect, shade in cells:
            paths[shade].addRect(rect)
        self._around = cells[0][0].united(cells[-1][0]) if cells else QRectF()  # the first and the last corner
        self._paths = list(zip(paths, colors, strict=True))
        self.update()

    @answering(nothing_of(QRectF))
    def boundingRect(self) -> QRectF:
        return self._around

    @override
    def paint(self, painter: Any, *_: Any) -> None:
        for path, color in self._paths:
            painter.fillPath(path, color)


class MovedInputsPanel(WatchedPanel):
    """`take_inputs` with a track now and then; the time axis is that of the other charts."""

    def __init__(self) -> None:
        self.track: InputTrack | None = None
        self.importance: Mapping[str, float] = {}
        self._cells = _Cells()
        self._room = TOP  # rows that had room for their names when they were drawn
        super().__init__(tr("Inputs That Moved"), empty=_EMPTY, names=False)
        self.plot.addItem(self._cells, ignoreBounds=True)
        self.plot.getViewBox().setMouseEnabled(x=True, y=False)

    def take_inputs(self, track: InputTrack, importance: Mapping[str, float]) -> None:
        """How far each input has moved, and how much each matters to the model."""
        self.track, self.importance = track, importance

    def clear(self) -> None:
        """No monitor is open."""
        self.track = None
        super().clear()

    def _waiting(self, snapshot: MonitorSnapshot) -> str:
        return "" if self.track is not None and len(self.track.event) and len(snapshot.curves.event) else tr(_EMPTY)

    def _show(self, snapshot: MonitorSnapshot) -> None:
        track = self.track
        assert track is not None
        order, _ = ranked(track, self.importance)
        self._room = self._rows()
        order = order[:self._room]
        starts, ends, moved = columns_of(track)
        shades = np.searchsorted(_STEPS, moved[:, order[::-1]], side="right").tolist()
        cells = [(QRectF(start, row + 0.12, max(end - start, 1.0), 0.76), shade)
                 for start, end, column in zip(starts.tolist(), ends.tolist(), shades, strict=True)
                 for row, shade in enumerate(column)]
        self._cells.set_cells(cells, self._colors())
        self.plot.getAxis("left").setTicks([[
            (row + 0.5, f"{_short(track.names[place])}  {written(track.moved[-1, place], '.2f')}")
            for row, place in enumerate(order[::-1].tolist())]])
        self.follow_curves(snapshot.curves, 0.0, len(order) + 1.2)
        self.set_note(tr("distance from the first signals × importance"))

    def _rows(self) -> int:
        """As many as have room for their names."""
        return int(min(max((self.canvas.height() - _AXIS) // _ROW, 2), TOP))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room shows more, less shows less: names never overlap."""
        super().resizeEvent(event)
        if self.isVisible() and self._rows() != self._room:
            self.draw_anew()

    def _colors(self) -> list[QColor]:
        ground, full = (QColor(color).getRgb()[:3] for color in (self.look.background, self.look.warning))
        return [QColor(*(round(a + (b - a) * part) for a, b in zip(ground, full, strict=True)))
                for part in (0.06, *np.linspace(0.22, 0.95, len(_STEPS)))]

    def _restyle(self) -> None:
        self.plot.showGrid(x=True, y=False, alpha=self.look.grid)

    def _said(self, snapshot: MonitorSnapshot) -> str:
        if self.track is None or not len(self.track.event):
            return tr(_EMPTY)
        order, _ = ranked(self.track, self.importance)
        figures = ", ".join(f"{self.track.names[place]} {written(self.track.moved[-1, place], '.2f')}"
                            for place in order[:TOP])
        return tr("Distance of the newest batch of inputs from the first ones, 0 to 1, by what matters most: "
                  "{figures}.", figures=figures)

    def _table(self) -> Table:
        if self.track is None:
            return Table((tr("Label"),), ())
        rows = tuple((int(event), *map(float, moved)) for event, moved in
                     zip(self.track.event, self.track.moved, strict=True))
        return Table((tr("Label"), *self.track.names), rows)

    def _readout(self, x: float, y: float) -> str:
        track, mark = self.track, self.mark_near(x)
        if mark is not None or track is None or not len(track.event):
            return mark.words if mark is not None else ""
        order = ranked(track, self.importance)[0][:self._rows()][::-1]
        if not 0 <= y < len(order):
            return ""
        batch = int(np.clip(np.searchsorted(track.event, x), 0, len(track.event) - 1))
        return tr("label {event:,}:  {names} {moved:.2f}", event=track.event[batch], names=track.names[order[int(y)]],
                  moved=track.moved[batch, order[int(y)]])


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
