"""A line that holds a path."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionFrame

from gui.overrides import override
from gui.parts.fields import DropLine

_INSET = 2  # pixels that Qt leaves between the edge and the text of a line


class PathLine(DropLine):
    """A path to edit; while nobody does, one that is too long is cut in its middle: its name and its root are seen."""

    @property
    def shown(self) -> str:
        """As much of the path as there is room for."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self._room().width())

    def _room(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return inside.adjusted(_INSET, 0, -_INSET, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The whole with its cursor where it has the focus."""
        if self.hasFocus() or not self.text() or self.shown == self.text():
            super().paintEvent(event)
            return
        painter, option = QPainter(self), QStyleOptionFrame()
        self.initStyleOption(option)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self._room(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.shown)
        painter.end()
