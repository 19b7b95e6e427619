"""A chart with its title, drawn on a picture or a page."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from gui.plots.base import PlotPanel

_PICTURE = QSize(720, 430)  # of a chart that is not on the screen
_TITLE = 28  # height of the title above the plot


def image(panel: PlotPanel, scale: float) -> QImage:
    """The chart as a picture, `scale` pixels to one of the screen's."""
    settle(panel)
    made = QImage(size_of(panel) * scale, QImage.Format.Format_ARGB32_Premultiplied)
    made.setDevicePixelRatio(scale)
    painter = QPainter(made)
    paint(panel, painter)
    painter.end()
    return made


def size_of(panel: PlotPanel) -> QSize:
    """The size in pixels, once the chart has settled."""
    return panel.canvas.size() + QSize(0, _TITLE)


def paint(panel: PlotPanel, painter: QPainter) -> None:
    """Title, plot and legend."""
    size = size_of(panel)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(panel.look.background))
    painter.setPen(QColor(panel.look.text))
    painter.setFont(panel.header.title.font())
    painter.drawText(QPoint(10, 19), panel.title)
    panel.crosshair.hide()
    target = QRectF(0, _TITLE, size.width(), size.height() - _TITLE)
    with vectors(panel.plot):
        panel.canvas.scene().render(painter, target, panel.plot.sceneBoundingRect(),
                                    Qt.AspectRatioMode.IgnoreAspectRatio)
    if not panel.legend.isHidden():
        beside = QPoint(24 + panel.header.title.fontMetrics().horizontalAdvance(panel.title), 4)
        place = beside if panel.legend.in_a_row else panel.legend.pos() + QPoint(0, _TITLE)
        panel.legend.render(painter, place, renderFlags=QWidget.RenderFlag.DrawChildren)


def settle(panel: PlotPanel) -> None:
    """Draw, and let the axes find the room that their numbers need: they do so when they are painted."""
    panel.draw_anew()
    if not panel.isVisible():
        panel.resize(_PICTURE)
        panel.layout().activate()
    for _ in range(2):
        panel.canvas.grab()
        panel.plot.layout.activate()
    panel.draw_anew()


@contextlib.contextmanager
def vectors(plot: pg.PlotItem) -> Iterator[None]:
    """While this lasts, markers are drawn as shapes, not copied from a picture."""
    markers = [item.scatter if isinstance(item, pg.PlotDataItem) else item for item in plot.items
               if isinstance(item, (pg.PlotDataItem, pg.ScatterPlotItem))]
    for item in markers:
        item.setExportMode(True, {"antialias": True, "resolutionScale": 1.0})
    try:
        yield
    finally:
        for item in markers:
            item.setExportMode(False)
