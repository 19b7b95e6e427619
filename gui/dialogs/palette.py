"""The command palette: any command by a few letters of its name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.actions import plain
from gui.icons import icon
from gui.overrides import override
from gui.theme import theme as look
from gui.translation import tr

_WIDTH = 460  # pixels
_NO_MATCH = 9  # the rank of what does not fit
_KEYS = Qt.ItemDataRole.UserRole + 1


class _WithKeys(QStyledItemDelegate):
    """A command with its shortcut at the right."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem,
              index: QModelIndex | QPersistentModelIndex) -> None:
        """The command as ever, then its keys."""
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(look.colors.color("muted"))
        painter.setFont(theme.small_font())
        painter.drawText(option.rect.adjusted(0, 0, -theme.MEDIUM, 0),
                         Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, index.data(_KEYS) or "")
        painter.restore()


class CommandPalette(QFrame):
    """Lists the enabled actions over the window; Enter runs the chosen one, Escape or a click elsewhere ends it."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent, objectName="dialog.palette")
        self.setProperty("card", "raised")
        self._before = QApplication.focusWidget()
        self._actions = [action for action in actions if action.isEnabled()]
        self.line = QLineEdit(placeholderText=tr("Type a command"), objectName="palette.line")
        self.line.setAccessibleName(tr("Command"))
        self.list = QListWidget(objectName="palette.list")
        self.list.setAccessibleName(tr("Commands"))
        self.list.setIconSize(QSize(16, 16))
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(_WithKeys(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(self, spacing=theme.SMALL)
        column.setContentsMargins(theme.SMALL, theme.SMALL, theme.SMALL, theme.SMALL)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.setGeometry((parent.width() - _WIDTH) // 2, 70, _WIDTH, 340)
        self.line.textChanged.connect(self._show_matches)
        self.line.returnPressed.connect(self._run)
        self.list.itemActivated.connect(self._run)
        self.line.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._on_focus)
        self._show_matches("")

    def open(self) -> None:
        """Show it and listen to the keyboard."""
        self.show()
        self.raise_()
        self.line.setFocus()

    @Slot(str)
    def _show_matches(self, text: str) -> None:
        self.list.clear()
        for action in sorted(self._actions, key=lambda action: _rank(_words(action), text)):
            if _rank(_words(action), text) < _NO_MATCH:
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                picture = icon("chevron-right", "border") if action.icon().isNull() else action.icon()
                item = QListWidgetItem(picture, _words(action))
                item.setData(Qt.ItemDataRole.UserRole, self._actions.index(action))
                item.setData(_KEYS, keys)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{_words(action)} {keys}".strip())
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    @Slot()
    def _run(self) -> None:
        item = self.list.currentItem()
        self._leave()
        if item is not None:
            self._actions[item.data(Qt.ItemDataRole.UserRole)].trigger()

    def _leave(self) -> None:
        if self.isVisible():
            self.hide()
            self.deleteLater()
            if self._before is not None:
                self._before.setFocus()

    @Slot(QWidget, QWidget)
    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not self.isAncestorOf(now) and self.isVisible():
            self._before = None  # the user has gone elsewhere on purpose
            self._leave()

    @override
    @Slot(QObject, QEvent)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down move in the list while the line has the focus."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self._leave()
            event.accept()  # also of the override, so that no action of the window takes the key
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))
                return True
        return super().eventFilter(watched, event)


def _words(action: QAction) -> str:
    """An action's words, with those of its submenu: Theme: Dark."""
    above = action.property("above")
    return f"{plain(tr(f'&{above}'))}: {plain(action.text())}" if above else plain(action.text())


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
