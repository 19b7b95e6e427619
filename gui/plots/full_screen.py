"""One chart alone on the whole screen, and back to its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from gui import theme
from gui.overrides import override
from gui.parts.labels import label
from gui.translation import tr

if TYPE_CHECKING:
    from gui.plots.base import PlotPanel


class FullScreen(QWidget):
    """Holds a chart while it fills the screen; a line of words keeps its place meanwhile. Esc or F11 ends it."""

    def __init__(self, panel: PlotPanel) -> None:
        super().__init__(panel.window(), Qt.WindowType.Window)
        self.setObjectName("plot.full_screen")
        self.setWindowTitle(panel.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._panel = panel
        self._keeper = label(tr("{title} is shown on the whole screen.", title=panel.title), role="muted", wrap=True)
        self._keeper.setAlignment(Qt.AlignmentFlag.AlignCenter)
        _swap(panel, self._keeper)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MEDIUM, theme.MEDIUM, theme.MEDIUM, theme.MEDIUM)
        column.addWidget(panel)
        panel.show()
        panel.destroyed.connect(self.close)
        self.showFullScreen()
        panel.canvas.setFocus()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Give the chart its place back."""
        if self._keeper is not None:
            _swap(self._keeper, self._panel)
            self._panel.show()
            self._keeper.deleteLater()
            self._keeper = None
            self._panel.draw_anew()
        super().closeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and F11 end it."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
            self.close()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """A window manager that ends the full screen ends it altogether."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self.isVisible() and not self.isFullScreen():
            self.close()


def _swap(old: QWidget, new: QWidget) -> None:
    """Put one widget where another one is."""
    parent = old.parentWidget()
    if isinstance(parent, QSplitter):
        parent.replaceWidget(parent.indexOf(old), new)
    elif parent is not None and parent.layout() is not None:
        parent.layout().replaceWidget(old, new)
    old.setParent(None)
    new.show()
