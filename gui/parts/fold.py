"""A part of a form that folds away under a header that tells what is inside."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from gui import theme
from gui.icons import icon
from gui.parts.labels import button, label
from gui.translation import tr


class Fold(QWidget):
    """A header with a chevron, a summary and one link; the body is shown while it is open."""

    def __init__(self, title: str, body: QWidget, *, name: str = "") -> None:
        super().__init__(objectName=name)
        title = tr(title)
        self.title, self.body = title, body
        self.header = QToolButton(text=title, checkable=True, objectName=f"{name}.header")
        self.header.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.header.setProperty("kind", "fold")
        self.header.setIconSize(QSize(13, 13))
        self.header.setFont(theme.section_font())
        self.header.setAccessibleName(title)
        self.summary = label(role="muted", font="small", name=f"{name}.summary")
        self.link = button(tr("Reset"), kind="link", name=f"{name}.reset")
        self.link.hide()
        row = QHBoxLayout(spacing=theme.TIGHT)
        row.addWidget(self.header)
        row.addWidget(self.summary)
        row.addStretch()
        row.addWidget(self.link)
        column = QVBoxLayout(self, spacing=6)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(body)
        self.header.toggled.connect(self.set_open)
        self.set_open(False)

    @property
    def is_open(self) -> bool:
        """Whether the body is shown."""
        return self.header.isChecked()

    @Slot(bool)
    def set_open(self, opened: bool) -> None:
        """Show or hide the body."""
        self.header.setChecked(opened)
        self.header.setIcon(icon("chevron-down" if opened else "chevron-right", "muted"))
        self.body.setVisible(opened)
