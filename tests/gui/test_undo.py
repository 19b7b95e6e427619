"""An undo that brings another change about harms no command."""

from __future__ import annotations

import sys

import pytest
import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.online.options import Blending
from gui.main_window import MainWindow
from gui.undo import Step, UndoStack


class Told(Step):
    """Writes down what is done; `then` is done along with it, and says whether its thing is still there."""

    def __init__(self, name: str, told: list[str], then=lambda: None) -> None:
        super().__init__(name)
        self._told, self._then = told, then

    def again(self) -> bool | None:
        self._told.append(f"do {self.text()}")
        return self._then()

    def back(self) -> bool | None:
        self._told.append(f"undo {self.text()}")
        return None if self.text() != "gone" else self._then()


def test_a_change_that_a_redo_brings_about_comes_after_it_and_deletes_nothing(qapp) -> None:
    stack, told = UndoStack(), []
    pushed: list[Step] = []

    def note() -> None:
        pushed.append(Told("note", told))
        stack.push(pushed[0])
        assert shiboken6.isValid(star), "the command that is being redone is gone"

    star = Told("star", told, note)
    stack.push(star)
    stack.undo()
    stack.redo()
    assert [stack.text(place) for place in range(stack.count())] == ["star", "note"]
    assert stack.index() == 2
    stack.undo()
    stack.undo()
    assert told == ["undo star", "do star", "undo note", "undo star"]


def test_what_comes_with_an_undo_takes_the_place_of_what_could_be_redone(qapp) -> None:
    stack, told = UndoStack(), []
    first = Told("first", told)
    stack.push(first)
    first.back = lambda: stack.push(Told("late", told))  # type: ignore[method-assign]
    stack.undo()
    assert [stack.text(place) for place in range(stack.count())] == ["late"]
    assert stack.index() == 1


def test_a_step_whose_thing_is_gone_leaves_the_stack_and_undo_takes_the_next_one(qtbot: QtBot) -> None:
    stack, told = UndoStack(), []
    for step in (Told("star", told), Told("gone", told, lambda: False)):
        stack.push(step)
    stack.undo()
    qtbot.waitUntil(lambda: told == ["undo gone", "undo star"])
    assert [stack.text(place) for place in range(stack.count())] == ["star"]


def test_an_error_while_something_is_taken_back_is_told_and_ends_nothing(
        qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Raised by the interpreter itself, as a word to an object that is gone."""
    heard: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: heard.append(kind))
    stack = UndoStack()
    stack.push(Told("gone", [], lambda: {}["missing"]))
    stack.undo()
    assert heard == [KeyError]
    assert stack.index() == 0


def test_what_was_moved_in_a_monitor_that_was_closed_is_passed_over(window: MainWindow, qtbot: QtBot) -> None:
    window.show()
    tab, stack = window.tab("monitor"), window.library.undo_stack
    tab.views[0].blend.way_changed.emit(Blending.FIXED, Blending.ADAPTIVE)
    tab.add()
    tab.views[1].blend.changed.emit(0.8, 0.5)
    tab.close_view(tab.views[1])
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    stack.undo()
    qtbot.waitUntil(lambda: stack.index() == 0)
    assert stack.count() == 1
    assert stack.canRedo()
    assert tab.views[0].blend.way is Blending.FIXED
    assert not window.faults.seen
