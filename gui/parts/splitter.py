"""A splitter whose place is remembered by its name and whose handles a screen reader can name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QSplitterHandle

from gui import theme
from gui.overrides import override
from gui.translation import tr


class Splitter(QSplitter):
    """Parts beside or above each other; `name` has to hold a point, as everything that is remembered."""

    def __init__(self, orientation: Qt.Orientation, *, name: str) -> None:
        super().__init__(orientation, childrenCollapsible=False, objectName=name)
        self.setHandleWidth(theme.SMALL)

    @override
    def createHandle(self) -> QSplitterHandle:
        """A handle with a name."""
        made = super().createHandle()
        made.setAccessibleName(tr("Drag to share the room"))
        return made
