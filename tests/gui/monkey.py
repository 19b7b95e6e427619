"""A monkey before the window: clicks, types, drops, resizes, turns tabs and themes; everything from one seed."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QSlider,
    QWidget,
)

from engine.settings import Theme
from gui.main_window import MainWindow
from tests.gui.robots import Robot

# What would leave the test: the window itself, the browser, the file manager, a network.
_SPARED = ("file.quit", "Close the Workbench", "settings.folder", "Open It Again Now")
_KEYS = (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Up,
         Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_Home, Qt.Key.Key_Plus)
_TEXTS = ("0", "-1", "1e308", "abc", "0,5", "ö☃", "a" * 300, "", "2", "win", "10")


@dataclass
class Monkey:
    """Acts on what is visible and enabled; `slowest` are the longest handlers in seconds with what was done."""

    window: MainWindow
    robot: Robot
    files: tuple[Path, ...]
    seed: int
    done: list[str] = field(default_factory=list)
    took: list[tuple[float, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)

    def run(self, seconds: float, most: int = 1_000_000) -> None:
        """Act for so long; every act is a handler of the window and is timed."""
        acts = ((8, self._press), (3, self._type), (4, self._key), (2, self._choose), (2, self._cell), (1, self._drop),
                (1, self._resize), (2, self._turn), (1, self._theme), (1, self._slide), (1, self._plot))
        chosen = [act for weight, act in acts for _ in range(weight)]
        end = time.monotonic() + seconds
        while time.monotonic() < end and len(self.done) < most:
            act = self._random.choice(chosen)
            began = time.perf_counter()
            words = act()
            self.took.append((time.perf_counter() - began, words or act.__name__))
            self.done.append(words or act.__name__)
            self._tidy()
            QApplication.processEvents()

    @property
    def top(self) -> QWidget:
        """The dialog in front, or the window."""
        dialogs = [d for d in self.window.findChildren(QDialog) if d.isVisible()]
        return dialogs[-1] if dialogs else self.window

    def _pick(self, kind: type) -> QWidget | None:
        found = [w for w in self.top.findChildren(kind) if w.isVisible() and w.isEnabled()
                 and not w.objectName().startswith("qt_")]
        return self._random.choice(found) if found else None

    def _press(self) -> str:
        button = self._pick(QAbstractButton)
        if button is None or any(word in f"{button.objectName()} {button.text()}" for word in _SPARED):
            return ""
        words = f"press {button.objectName() or button.accessibleName() or button.text()}"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return words

    def _type(self) -> str:
        line = self._pick(QLineEdit)
        if line is None or line.isReadOnly():
            return ""
        line.setFocus()
        line.selectAll()
        text = self._random.choice(_TEXTS)
        if text.isascii() and len(text) < 20:
            QTest.keyClicks(line, text)
        else:  # Qt's test keyboard knows few letters
            line.insert(text)
        return f"type {text[:9]} into {line.objectName()}"

    def _key(self) -> str:
        key = self._random.choice(_KEYS)
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, self._random.choice((Qt.KeyboardModifier.NoModifier,
                                                         Qt.KeyboardModifier.ShiftModifier)))
        return f"key {key.name}"

    def _choose(self) -> str:
        combo = self._pick(QComboBox)
        if combo is None or not combo.count():
            return ""
        place = self._random.randrange(combo.count())
        combo.setCurrentIndex(place)
        combo.activated.emit(place)
        return f"choose {place} of {combo.objectName()}"

    def _cell(self) -> str:
        table = self._pick(QAbstractItemView)
        if table is None or table.model() is None or not table.model().rowCount():
            return ""
        row, column = (self._random.randrange(max(n, 1)) for n in (table.model().rowCount(),
                                                                   table.model().columnCount()))
        where = table.visualRect(table.model().index(row, column)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
        return f"cell {row},{column} of {table.objectName()}"

    def _drop(self) -> str:
        file = self._random.choice(self.files)
        if self.top is self.window:
            self.robot.drop(file)
        return f"drop {file.name}"

    def _resize(self) -> str:
        self.window.resize(self._random.randint(1024, 1900), self._random.randint(640, 1200))
        return "resize"

    def _turn(self) -> str:
        self.window.tabs.setCurrentIndex(self._random.randrange(self.window.tabs.count()))
        return "tab"

    def _theme(self) -> str:
        self.window.session.set_theme(self._random.choice(tuple(Theme)))
        return "theme"

    def _slide(self) -> str:
        slider = self._pick(QSlider)
        if slider is None:
            return ""
        slider.setValue(self._random.randint(slider.minimum(), slider.maximum()))
        return f"slide {slider.objectName()}"

    def _plot(self) -> str:
        from gui.plots.base import PlotPanel

        panel = self._pick(PlotPanel)
        if panel is None or panel.is_full_screen:
            return ""
        self._random.choice((panel.reset_zoom, panel.copy_data, panel.show_table))()
        return f"chart {panel.title}"

    def _tidy(self) -> None:
        """Menus and file dialogs that nobody answers are closed, as a user would who opened them by mistake."""
        for menu in self.window.findChildren(QMenu):
            if menu.isVisible():
                menu.close()
        for dialog in self.window.findChildren(QFileDialog):
            dialog.reject()
