"""An undo that brings another change about harms no command."""

from __future__ import annotations

import shiboken6
from PySide6.QtGui import QUndoCommand

from gui.undo import UndoStack


class Told(QUndoCommand):
    """Writes down what is done; `then` is done along with the redo that follows an undo."""

    def __init__(self, name: str, told: list[str], then=lambda: None) -> None:
        super().__init__(name)
        self._told, self._then, self._first = told, then, True

    def redo(self) -> None:
        self._told.append(f"do {self.text()}")
        if not self._first:
            self._then()
        self._first = False

    def undo(self) -> None:
        self._told.append(f"undo {self.text()}")


def test_a_change_that_a_redo_brings_about_comes_after_it_and_deletes_nothing(qapp) -> None:
    stack, told = UndoStack(), []
    pushed: list[QUndoCommand] = []

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
    assert told == ["do star", "undo star", "do star", "do note", "undo note", "undo star"]


def test_what_comes_with_an_undo_takes_the_place_of_what_could_be_redone(qapp) -> None:
    stack, told = UndoStack(), []
    first = Told("first", told)
    stack.push(first)
    first.undo = lambda: stack.push(Told("late", told))  # type: ignore[method-assign]
    stack.undo()
    assert [stack.text(place) for place in range(stack.count())] == ["late"]
    assert stack.index() == 1
