"""What can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QUndoCommand, QUndoStack

from gui.overrides import override


class Step(QUndoCommand):
    """A change that has happened already when it is pushed; a subclass says how it is taken `back` and brought `again`.

    Where either answers False, what it changed is gone: the step leaves the stack, and Undo (or Redo) goes on to what
    lies beside it, so that no key press is for nothing.
    """

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.stack: QUndoStack | None = None  # set as it is pushed
        self._pushed = False

    def back(self) -> bool | None:
        """Make it as it was."""
        raise NotImplementedError

    def again(self) -> bool | None:
        """Change it once more."""
        raise NotImplementedError

    @override
    def redo(self) -> None:
        """Qt does so too when it is pushed: then there is nothing left to do."""
        pushed, self._pushed = self._pushed, True
        if pushed and self.again() is False:
            self._leave(self.stack.redo)

    @override
    def undo(self) -> None:
        """Take it back."""
        if self.back() is False:
            self._leave(self.stack.undo)

    def _leave(self, go_on: Callable[[], None]) -> None:
        self.setObsolete(True)
        QTimer.singleShot(0, self.stack, go_on)


class UndoStack(QUndoStack):
    """Qt's, safe from what an undo brings about.

    Undo shows something else, and a note or a name that was being written is kept as its field is left: a change of
    its own. Qt would delete the very command that is being redone when another is pushed; here that one waits.
    """

    def __init__(self, *args: object) -> None:
        super().__init__(*args)
        self._moves = False
        self._late: list[Step] = []

    def push(self, step: Step) -> None:
        """Put a change on top, after the undo that brings it about."""
        step.stack = self
        if self._moves:
            self._late.append(step)
        else:
            super().push(step)

    def undo(self) -> None:
        """Take the last change back."""
        self._move(super().undo)

    def redo(self) -> None:
        """Bring the next change again."""
        self._move(super().redo)

    def _move(self, move: Callable[[], None]) -> None:
        if self._moves:
            return
        self._moves = True
        try:
            move()
        finally:
            self._moves = False
        while self._late:
            super().push(self._late.pop(0))
