"""Hands and eyes: what a user does with the window and reads in it, by the names of the contract."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.parts.table import RecordTable
from gui.parts.turns import turns

PATIENCE = 60_000  # milliseconds; a busy machine is no failure


class Robot:
    """Drives the real widgets and waits on conditions, never on time."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot

    # --- finding ---

    def find(self, name: str, kind: type = QWidget) -> Any:
        """A widget by its object name; there must be exactly one."""
        found = self.window.findChildren(kind, name)
        assert len(found) == 1, f"{len(found)} widgets are named {name}"
        return found[0]

    def text(self, name: str) -> str:
        """What a label, a field or a drop-down says."""
        widget = self.find(name)
        if isinstance(widget, QComboBox):
            return widget.currentText()
        assert isinstance(widget, (QLabel, QLineEdit, QAbstractButton))
        return widget.text()

    def visible(self, name: str) -> bool:
        """Whether a widget is on the screen."""
        return bool(self.find(name).isVisible())

    @property
    def told(self) -> str:
        """The message strip's text; empty while there is none."""
        current = self.window.message_bar.current
        return current.text if current is not None else ""

    # --- doing ---

    def click(self, name: str) -> None:
        """Press a button with the mouse."""
        button = self.find(name)
        self.until(button.isVisible, f"{name} is not on the screen")
        assert button.isEnabled(), f"{name} is disabled"
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def type(self, name: str, text: str) -> None:
        """Replace a field's text by typing."""
        field = self.find(name)
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClicks(field, text)

    def choose(self, name: str, words: str) -> None:
        """Choose an entry of a drop-down as a user does."""
        combo = self.find(name)
        place = combo.findText(words, Qt.MatchFlag.MatchStartsWith)
        assert place >= 0, f"{words} is not among {[combo.itemText(n) for n in range(combo.count())]}"
        combo.setCurrentIndex(place)
        combo.activated.emit(place)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key on what has the focus."""
        target = QApplication.focusWidget() or self.window
        self.qtbot.keyClick(target, key, modifier)

    def drop(self, path: Path) -> bool:
        """Drop a file onto the window; False when the window refuses it."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        args = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        enter = QDragEnterEvent(QPoint(600, 400), *args)
        QApplication.sendEvent(self.window, enter)
        if not enter.isAccepted():
            return False
        QApplication.sendEvent(self.window, QDropEvent(QPointF(600, 400), *args))
        return True

    # --- waiting ---

    def until(self, condition: Any, what: str = "") -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(condition, timeout=PATIENCE)

    def idle(self) -> None:
        """Wait until nothing runs, and what came of it is drawn."""
        self.until(lambda: not self.window.jobs.active and not turns().busy)

    def open(self, path: Path) -> None:
        """Open a file by its path, and wait until it is read."""
        self.type("training.file", str(path))
        self.qtbot.keyClick(self.find("training.file"), Qt.Key.Key_Return)
        self.idle()

    def open_sample(self) -> None:
        """Open the sample, and wait until it is read."""
        self.click("training.sample")
        self.idle()

    # --- the table of runs ---

    @property
    def runs(self) -> RecordTable:
        """The table of runs."""
        return self.find("training.runs", RecordTable)

    def cell(self, row: int, column: str) -> str:
        """A cell's text."""
        model = self.runs.records_model
        place = next(n for n, c in enumerate(model.columns) if c.key == column)
        return str(model.data(model.index(row, place)))

    def click_cell(self, row: int, column: str) -> None:
        """Click into a cell."""
        table = self.runs
        place = next(n for n, c in enumerate(table.records_model.columns) if c.key == column)
        where = table.visualRect(table.records_model.index(row, place)).center()
        self.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
