"""An error inside a method that Qt calls is told; it never ends the process."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterator
from types import FunctionType, ModuleType

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QShowEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import gui
from gui.overrides import override
from gui.plots.canvas import Canvas


class Wrong(QWidget):
    """Ends in errors that the interpreter raises itself: they are fatal where they leave an override."""

    errors = (lambda: int("x"), lambda: "x"[5:][0], lambda: 1 / 0, lambda: len(1, 2))

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self.errors[self.number]()


@pytest.mark.parametrize("number", range(4))
def test_an_error_that_python_raises_itself_reaches_the_hook(number: int, qtbot, monkeypatch) -> None:
    told: list[type] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: told.append(kind))
    widget = Wrong(number)
    qtbot.addWidget(widget)
    widget.show()
    assert told == [(ValueError, IndexError, ZeroDivisionError, TypeError)[number]]


# Of Qt's names those that Qt never calls: they only stand before a method that the program calls.
OURS = {"Combo.setAccessibleName", "Words.setText", "Words.text", "WeightsPanel.move", "OptionsPanel.show",
        "UndoStack.push", "UndoStack.undo", "UndoStack.redo"}


def classes(package: ModuleType) -> Iterator[type]:
    """All that a package defines."""
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not found.name.endswith("__main__"):
            members = vars(importlib.import_module(found.name)).values()
            yield from (each for each in members if isinstance(each, type) and each.__module__ == found.name)


def unmarked(kind: type) -> list[str]:
    """Methods that have the name of one of Qt's and could end the process by an error."""
    own = {name: method for name, method in vars(kind).items()
           if isinstance(method, FunctionType) and not name.startswith("__") and not hasattr(method, "__wrapped__")}
    qt = [base for base in kind.__mro__ if base.__module__.startswith("PySide6")]
    return [f"{kind.__name__}.{name}" for name in own if any(name in vars(base) for base in qt)]


def test_every_method_that_qt_calls_is_marked(qapp: QApplication) -> None:
    found = {name for kind in classes(gui) for name in unmarked(kind)}
    assert found == OURS


def test_an_error_in_what_qt_calls_of_a_chart_reaches_the_hook(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The mouse over a curve, and the curve's own paint: pyqtgraph's methods, which run our code."""
    told: list[type] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: told.append(kind))
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(200, 200)
    line = canvas.plot([0.0, 1.0], [0.0, 1.0])
    canvas.show()
    qtbot.waitExposed(canvas)
    assert not told
    line.curve.opts = {}
    line.curve.update()
    qtbot.waitUntil(lambda: KeyError in told)
    told.clear()
    canvas.scene().sendHoverEvents = lambda *_, **__: {}["missing"]
    QTest.mouseMove(canvas.viewport(), QPoint(100, 100))
    qtbot.waitUntil(lambda: KeyError in told)
