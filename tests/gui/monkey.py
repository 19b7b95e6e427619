"""A monkey before the window: clicks, types, drops, resizes, answers dialogs, turns tabs, themes and languages.

Everything it does follows from one seed, so that what it breaks can be broken again.
"""

from __future__ import annotations

import random
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from engine.settings import Language, Theme
from gui.main_window import MainWindow
from tests.gui.robots import Robot

_KEYS = (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Up,
         Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_Home, Qt.Key.Key_Plus,
         Qt.Key.Key_PageDown, Qt.Key.Key_F1, Qt.Key.Key_A)
_WITH = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier,
         Qt.KeyboardModifier.ControlModifier)
_TEXTS = ("0", "-1", "1e308", "abc", "0,5", "0.5", "ö☃", "a" * 300, "", "2", "win", "10", "nan", "../..", "'; --",
          "127.0.0.1", "2026-02-30", "\u202e\x07", "  ")
_PALETTE = ("exp", "tra", "theme", "mon", "undo", "zzz", "", "set")
_HELD_UP = 10.0  # seconds: an act that takes longer was held up with the whole process, and counts for no more
_REMEMBERED = 60  # acts of which the last are told when something breaks


@dataclass
class Monkey:
    """Acts on what is visible and enabled; `took` holds the slowest acts: seconds of the clock, of work, and what."""

    window: MainWindow
    robot: Robot
    files: tuple[Path, ...]
    seed: int
    reopen: Callable[[], MainWindow]  # the next window, once this one has ended
    acts: int = 0
    done: deque[str] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    took: list[tuple[float, float, str]] = field(default_factory=list)
    counted: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)

    def run(self, seconds: float, most: int = 1_000_000, watch: Callable[[], None] | None = None) -> None:
        """Act for so long; every act is a handler of the window and is timed. `watch` is called after each."""
        chosen = [act for weight, act in self._acts() for _ in range(weight)]
        spent, last = 0.0, self.acts + most
        while spent < seconds and self.acts < last:
            act = self._random.choice(chosen)
            self.done.append(f"({act.__name__})")  # so that what never comes back is named
            began = time.perf_counter(), time.thread_time()
            words = act()
            self._tidy()
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as the program's own loop does
            if not self.window.isVisible():  # it was closed, or is to speak another language
                self.window = self.robot.window = self.reopen()
            took = time.perf_counter() - began[0]
            spent += min(took, _HELD_UP)
            self._note(act.__name__, words, took, time.thread_time() - began[1])
            if watch is not None:
                watch()

    def _acts(self) -> tuple[tuple[int, Callable[[], str]], ...]:
        return ((80, self._press), (40, self._type), (40, self._key), (20, self._choose), (20, self._cell),
                (10, self._drop), (10, self._resize), (20, self._turn), (6, self._theme), (10, self._slide),
                (10, self._plot), (15, self._menu), (8, self._palette), (10, self._context), (8, self._wheel),
                (8, self._drag), (6, self._double), (3, self._dismiss), (1, self._language))

    def _note(self, name: str, words: str, wall: float, work: float) -> None:
        self.acts += 1
        self.counted[name] = self.counted.get(name, 0) + bool(words)
        self.done[-1] = words or name
        self.took.append((wall, work, words or name))
        if len(self.took) > 2000:
            self.took = sorted(self.took, reverse=True)[:200]

    @property
    def top(self) -> QWidget:
        """The dialog in front, or the window."""
        dialogs = [d for d in self.window.findChildren(QDialog) if d.isVisible()]
        return dialogs[-1] if dialogs else self.window

    def _pick(self, kind: type) -> QWidget | None:
        found = [w for w in self.top.findChildren(kind) if w.isVisible() and w.isEnabled()]
        return self._random.choice(found) if found else None

    def _place(self, widget: QWidget) -> QPoint:
        return QPoint(self._random.randrange(max(widget.width(), 1)), self._random.randrange(max(widget.height(), 1)))

    # --- hands ---

    def _press(self) -> str:
        button = self._pick(QAbstractButton)
        if button is None:
            return ""
        words = f"press {button.objectName() or button.accessibleName() or button.text()}"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return words

    def _type(self) -> str:
        line = self._pick(self._random.choice((QLineEdit, QLineEdit, QAbstractSpinBox, QPlainTextEdit)))
        if line is None or getattr(line, "isReadOnly", bool)():
            return ""
        line.setFocus()
        line.selectAll()
        text = self._random.choice(_TEXTS)
        if not hasattr(line, "insert") or (text.isascii() and len(text) < 20):
            QTest.keyClicks(line, "".join(letter for letter in text if letter.isascii() and letter.isprintable()))
        else:  # Qt's test keyboard knows few letters
            line.insert(text)
        if self._random.random() < 0.3:
            QTest.keyClick(line, Qt.Key.Key_Return)
        return f"type {text[:9]!r} into {line.objectName() or type(line).__name__}"

    def _key(self) -> str:
        key, modifier = self._random.choice(_KEYS), self._random.choice(_WITH)
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        return f"key {modifier.name} {key.name}"

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
        columns = table.model().columnCount() if hasattr(table, "columnAt") else 1  # a list has no such public method
        row, column = (self._random.randrange(max(n, 1)) for n in (table.model().rowCount(), columns))
        where = table.visualRect(table.model().index(row, column)).center()
        act = self._random.choice((QTest.mouseClick, QTest.mouseClick, QTest.mouseDClick))
        act(table.viewport(), Qt.MouseButton.LeftButton, self._random.choice(_WITH), where)
        return f"cell {row},{column} of {table.objectName()}"

    def _double(self) -> str:
        widget = self._pick(self._random.choice((QAbstractSlider, QWidget)))
        if widget is None or isinstance(widget, QAbstractButton):
            return ""
        QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self._place(widget))
        return f"double click on {widget.objectName() or type(widget).__name__}"

    def _drop(self) -> str:
        file = self._random.choice(self.files)
        if self.top is self.window:
            self.robot.drop(file)
        return f"drop {file.name}"

    def _resize(self) -> str:
        widget = self._random.choice((self.window, self.window, self.top))
        widget.resize(self._random.randint(400, 1900), self._random.randint(300, 1200))
        return "resize"

    def _turn(self) -> str:
        self.window.tabs.setCurrentIndex(self._random.randrange(self.window.tabs.count()))
        return f"tab {self.window.tabs.currentIndex()}"

    def _theme(self) -> str:
        chosen = self._random.choice(tuple(Theme))
        self.window.session.set_theme(chosen)
        return f"theme {chosen.value}"

    def _language(self) -> str:
        """Speak another language: the window closes, asks where work would be lost, and comes back as a new one."""
        chosen = self._random.choice(tuple(Language))
        self.window.session.update_settings(language=chosen)
        self.window.close()
        return f"language {chosen.value}"

    def _slide(self) -> str:
        slider = self._pick(QAbstractSlider)
        if slider is None:
            return ""
        slider.setValue(self._random.randint(slider.minimum(), slider.maximum()))
        return f"slide {slider.objectName()}"

    def _wheel(self) -> str:
        widget = self._pick(QWidget)
        if widget is None:
            return ""
        place = QPointF(self._place(widget))
        turned = QPoint(0, self._random.choice((-120, 120, 1200)))
        QApplication.sendEvent(widget, QWheelEvent(
            place, QPointF(widget.mapToGlobal(place.toPoint())), QPoint(), turned, Qt.MouseButton.NoButton,
            self._random.choice(_WITH), Qt.ScrollPhase.NoScrollPhase, False))
        return f"wheel over {widget.objectName() or type(widget).__name__}"

    def _drag(self) -> str:
        """Press, move, let go: over a chart that zooms, over a splitter it moves, over a table it chooses."""
        widget = self._pick(QWidget)
        if widget is None or isinstance(widget, QAbstractButton):
            return ""
        start, end = self._place(widget), self._place(widget)
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(widget, left, none, start)
        QTest.mouseMove(widget, (start + end) / 2)
        QTest.mouseMove(widget, end)
        QTest.mouseRelease(widget, left, none, end)
        return f"drag over {widget.objectName() or type(widget).__name__}"

    def _plot(self) -> str:
        from gui.plots.base import PlotPanel

        panel = self._pick(PlotPanel)
        if panel is None:
            return ""
        acts = (panel.reset_zoom, panel.copy_data, panel.copy_image, panel.show_table, panel.show_full_screen)
        act = self._random.choice(acts)
        act()
        return f"chart {panel.title}: {act.__name__}"

    # --- menus, palette, dialogs ---

    def _menu(self) -> str:
        return self._trigger(list(self.window.actions_table.by_id.values())) if self.top is self.window else ""

    def _palette(self) -> str:
        if self.top is not self.window:
            return ""
        self.window.actions_table["tools.palette"].trigger()
        line = self.top.findChild(QLineEdit)
        words = self._random.choice(_PALETTE)
        if line is not None:
            QTest.keyClicks(line, words)
            QTest.keyClick(line, Qt.Key.Key_Return)
        return f"palette {words}"

    def _context(self) -> str:
        """The right button, and something of the menu that comes; Qt's own menus of fields wait for an answer."""
        from gui.plots.canvas import Canvas

        widget = self._pick(self._random.choice((Canvas, QAbstractItemView)))
        if widget is None:
            return ""
        place = self._place(widget)
        QApplication.sendEvent(widget, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place,
                                                         widget.mapToGlobal(place)))
        menus = [menu for menu in self.window.findChildren(QMenu) if menu.isVisible()]
        done = self._trigger(menus[-1].actions()) if menus else ""
        return f"right click on {widget.objectName() or type(widget).__name__} {done}"

    def _trigger(self, actions: list[QAction]) -> str:
        there = [action for action in actions if action.isEnabled() and not action.isSeparator()
                 and action.menu() is None]
        if not there:
            return ""
        action = self._random.choice(there)
        words = f"action {action.objectName() or action.text()}"
        action.trigger()
        return words

    def _dismiss(self) -> str:
        """Leave the dialog in front, or there would soon be nothing else."""
        if self.top is self.window:
            return ""
        self.top.close()
        return "dismiss"

    def _tidy(self) -> None:
        """Menus are closed; a file dialog gets a file, as a user would give, or is left."""
        for menu in self.window.findChildren(QMenu):
            if menu.isVisible():
                menu.close()
        for dialog in self.window.findChildren(QFileDialog):
            if self._random.random() < 0.5 and dialog.acceptMode() is QFileDialog.AcceptMode.AcceptOpen:
                dialog.fileSelected.emit(str(self._random.choice(self.files)))
            elif self._random.random() < 0.5 and dialog.selectedFiles():
                dialog.fileSelected.emit(dialog.selectedFiles()[0])
            dialog.reject()

