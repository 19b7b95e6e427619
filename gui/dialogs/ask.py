"""A question with two answers, without a nested event loop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from gui.icons import pixmap
from gui.translation import later, tr

_ICON = 32  # pixels


def ask(parent: QWidget, title: str, text: str, *, yes: str, no: str = later("Cancel"),
        then: Callable[[], object] | None = None, otherwise: Callable[[], object] | None = None) -> QMessageBox:
    """Open the question and return at once; `then` runs on `yes`. The safe answer is the default."""
    box = QMessageBox(QMessageBox.Icon.Question, title, text, parent=parent)
    box.setObjectName("dialog.ask")
    box.setIconPixmap(pixmap("circle-help", _ICON, "link", parent.devicePixelRatioF()))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    agreed = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    declined = box.addButton(tr(no), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(declined)
    box.setEscapeButton(declined)

    def answered(_code: int) -> None:
        follow = then if box.clickedButton() is agreed else otherwise
        if follow is not None:
            follow()

    box.finished.connect(answered)
    box.open()
    return box
