"""What a page shows while there is nothing to show: the reason, and one or two ways on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui import icons, theme
from gui.overrides import override
from gui.parts.labels import button, label
from gui.theme import theme as look
from gui.translation import tr

_ICON = 36


class EmptyState(QWidget):
    """An icon, a title, a sentence and buttons, in the middle of the room that there is.

    `actions` are (words, callable) pairs; the first one is the main one.
    """

    def __init__(self, icon_name: str, title: str, text: str, *,
                 actions: tuple[tuple[str, Callable[[], object]], ...] = (), name: str = "") -> None:
        super().__init__(objectName=name)
        self._icon_name = icon_name
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self.title = label(title, font="title")
        self.text = label(text, role="muted", wrap=True)
        self.buttons = [button(words, clicked, kind="" if number else "primary")
                        for number, (words, clicked) in enumerate(actions)]
        self._picture.setAccessibleName(tr(title) or tr("Picture"))
        self.setAccessibleName(f"{tr(title)}. {tr(text)}")
        self._lay_out()
        look.changed.connect(self._repaint_icon)
        self._repaint_icon()

    def say(self, title: str, text: str) -> None:
        """Give another reason."""
        self._picture.setAccessibleName(title)
        self.title.setText(title)
        self.text.setText(text)
        self._fit_text()
        self.setAccessibleName(f"{tr(title)}. {tr(text)}")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self, spacing=theme.SMALL)
        column.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.LARGE)
        column.addStretch(2)
        for widget in (self._picture, self.title, self.text):
            if widget is not self._picture:
                widget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout(spacing=theme.SMALL)
        row.addStretch()
        for made in self.buttons:
            row.addWidget(made)
        row.addStretch()
        column.addSpacing(theme.SMALL)
        column.addLayout(row)
        column.addStretch(3)

    def _fit_text(self) -> None:
        """A wrapped label in the middle of a row does not ask for its height by itself."""
        width = min(460, max(160, self.width() - 2 * theme.LARGE))
        self.text.setFixedSize(width, max(self.text.heightForWidth(width), 0))

    def _repaint_icon(self) -> None:
        self._picture.setPixmap(icons.pixmap(self._icon_name, _ICON, "muted", self.devicePixelRatioF()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text at a readable width."""
        self._fit_text()
        super().resizeEvent(event)
