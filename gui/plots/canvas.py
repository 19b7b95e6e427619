"""The drawing area of a chart: axes with plain numbers, and a mouse that does what the rest of the window does."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QFrame

from gui.overrides import answering, nothing_of, override
from gui.parts.labels import typeset
from gui.plots import look
from gui.plots.guarded import guard
from gui.plots.plain_plot import PlainPlot
from gui.translation import localized

guard()

_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
_ZOOMS = {Qt.Key.Key_Plus: 0.8, Qt.Key.Key_Equal: 0.8, Qt.Key.Key_Minus: 1.25}


class Axis(pg.AxisItem):
    """An axis that never scales its numbers; `percent` writes 0.57 as 57 %."""

    def __init__(self, orientation: str, *, percent: bool = False) -> None:
        super().__init__(orientation)
        self.percent = percent
        self.enableAutoSIPrefix(False)
        self.setStyle(tickLength=0, maxTickLevel=0, tickTextOffset=4)
        self.setZValue(-10)  # the grid belongs to the axis: behind bars and bands

    @answering(nothing_of(QRectF))
    def boundingRect(self) -> QRectF:
        """With room past both ends, or a grid takes the first and last number away."""
        rect = super().boundingRect()
        return rect.adjusted(0, -8, 0, 8) if self.orientation == "left" else rect.adjusted(-14, 0, 14, 0)

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """The words at the ticks."""
        if not self.percent:
            words = [f"{value:,.0f}" for value in values] if spacing >= 1 and max(map(abs, values), default=0) >= 1000 \
                else super().tickStrings(values, scale, spacing)
            return [typeset(localized(text)) for text in words]
        digits = 0 if spacing >= 0.00999 else 1 if spacing >= 0.000999 else 2
        return [localized(f"{value * 100:.{digits}f} %") for value in values]

    def in_words(self, value: float) -> str:
        """A place on the axis, as exactly as it can be pointed at."""
        if self.percent:
            return localized(f"{value * 100:.1f} %")
        return localized(f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}")


class Canvas(pg.PlotWidget):
    """The drawing area: drag to zoom, double-click to reset, no pyqtgraph menu, the wheel only with Ctrl.

    With the focus, the arrow keys move the cross-hair (with Shift ten times as far), + and - zoom, 0 or Home resets.

    Signals: `menu_wanted(QPoint)` in global coordinates, `reset_wanted`, `hovered(object)` a point in data or None,
    `stepped(across, up, far)` and `zoomed(factor)` by a key.
    """

    menu_wanted = Signal(QPoint)
    stepped = Signal(int, int, bool)
    zoomed = Signal(float)
    reset_wanted = Signal()
    hovered = Signal(object)

    def __init__(self, *, x_percent: bool = False, y_percent: bool = False) -> None:
        axes = {"bottom": Axis("bottom", percent=x_percent), "left": Axis("left", percent=y_percent)}
        super().__init__(plotItem=PlainPlot(axisItems=axes))
        self.plotItem.hideButtons()
        self.plotItem.setContentsMargins(2, 6, 14, 0)
        self.getViewBox().setMouseMode(pg.ViewBox.RectMode)
        self.getViewBox().setDefaultPadding(0.02)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumSize(120, 80)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show our own menu in place of pyqtgraph's."""
        self.menu_wanted.emit(event.globalPos())
        event.accept()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Reset the zoom."""
        self.reset_wanted.emit()
        event.accept()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where the mouse is, in data."""
        super().mouseMoveEvent(event)
        self.hovered.emit(self.getViewBox().mapSceneToView(self.mapToScene(event.position().toPoint())))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is nowhere."""
        super().leaveEvent(event)
        self.hovered.emit(None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the mouse does, for those who have none."""
        key = Qt.Key(event.key())
        if key in _ARROWS:
            across, up = _ARROWS[key]
            self.stepped.emit(across, up, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in _ZOOMS:
            self.zoomed.emit(_ZOOMS[key])
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.reset_wanted.emit()
        else:
            event.ignore()  # to the window, not to pyqtgraph

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys act here."""
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys act elsewhere."""
        super().focusOutEvent(event)
        self.hovered.emit(None)
        self.viewport().update()

    @override
    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        """A ring around the chart that has the focus."""
        super().drawForeground(painter, rect)
        if self.hasFocus() and painter.device() is self.viewport():
            painter.save()
            painter.resetTransform()
            painter.setPen(QPen(look.theme.colors.color("link"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -2, -2))
            painter.restore()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl; without it the page scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        else:
            event.ignore()
