"""The command palette: any command by a few letters of its name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui import theme
from gui.actions import plain


class CommandPalette(QDialog):
    """Lists the enabled actions; Enter runs the first match."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint, objectName="dialog.palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = [action for action in actions if action.isEnabled()]
        self.line = QLineEdit(placeholderText="Type a command", objectName="palette.line")
        self.line.setAccessibleName("Command")
        self.list = QListWidget(objectName="palette.list")
        self.list.setAccessibleName("Commands")
        column = QVBoxLayout(self, spacing=theme.SMALL)
        column.setContentsMargins(theme.SMALL, theme.SMALL, theme.SMALL, theme.SMALL)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.resize(460, 340)
        self.move(parent.mapToGlobal(QPoint((parent.width() - 460) // 2, 70)))
        self.line.textChanged.connect(self._show_matches)
        self.line.returnPressed.connect(self._run)
        self.list.itemActivated.connect(self._run)
        self.line.installEventFilter(self)
        self._show_matches("")
        self.line.setFocus()

    @Slot(str)
    def _show_matches(self, text: str) -> None:
        self.list.clear()
        for action in sorted(self._actions, key=lambda action: _rank(plain(action.text()), text)):
            if _rank(plain(action.text()), text) < _NO_MATCH:
                keys = action.shortcut().toString()
                item = QListWidgetItem(action.icon(), plain(action.text()) + (f"    {keys}" if keys else ""))
                item.setData(Qt.ItemDataRole.UserRole, self._actions.index(action))
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    @Slot()
    def _run(self) -> None:
        item = self.list.currentItem()
        self.close()
        if item is not None:
            self._actions[item.data(Qt.ItemDataRole.UserRole)].trigger()

    @Slot(QObject, QEvent)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down move in the list while the line has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))
                return True
        return super().eventFilter(watched, event)


_NO_MATCH = 9


def _rank(words: str, text: str) -> int:
    """How well a command's name fits what is typed; lower is better."""
    words, text = words.lower(), text.strip().lower()
    if not text:
        return 0
    if words.startswith(text):
        return 1
    if any(word.startswith(text) for word in words.split()):
        return 2
    if text in words:
        return 3
    letters = iter(words)
    return 4 if all(letter in letters for letter in text) else _NO_MATCH
