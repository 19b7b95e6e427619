"""Quiet words beside a title that shorten themselves where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from gui import theme
from gui.overrides import answering, nothing_of, override


class Note(QLabel):
    """Right-aligned (or by `side`), elided at its end; the tooltip has all of it."""

    def __init__(self, *, side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignRight, name: str = "") -> None:
        super().__init__(objectName=name)
        self._side = side
        self.setFont(theme.small_font())
        self.setProperty("role", "muted")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @answering(nothing_of(QSize))
    def minimumSizeHint(self) -> QSize:
        """It may vanish."""
        return QSize(0, super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """As much as there is room for."""
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), self._side | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
