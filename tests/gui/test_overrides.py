"""An error inside a method that Qt calls is told; it never ends the process."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from gui.overrides import override

GUI = Path(__file__).resolve().parents[2] / "gui"
EVENT = re.compile(r"[a-z]+(?:[A-Z][a-z]+)*Event|eventFilter")


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


def unmarked(path: Path) -> list[str]:
    found = []
    for kind in (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ClassDef)):
        for method in (node for node in kind.body if isinstance(node, ast.FunctionDef)):
            marks = {mark.id for mark in method.decorator_list if isinstance(mark, ast.Name)}
            if EVENT.fullmatch(method.name) and "override" not in marks:
                found.append(f"{path.name}: {kind.name}.{method.name}")
    return found


def test_every_overridden_event_is_marked() -> None:
    assert [name for path in sorted(GUI.rglob("*.py")) for name in unmarked(path)] == []
