"""What can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand, QUndoStack


class UndoStack(QUndoStack):
    """Qt's, safe from what an undo brings about.

    Undo shows something else, and a note or a name that was being written is kept as its field is left: a change of
    its own. Qt would delete the very command that is being redone when another is pushed; here that one waits.
    """

    def __init__(self, *args: object) -> None:
        super().__init__(*args)
        self._moves = False
        self._late: list[QUndoCommand] = []

    def push(self, command: QUndoCommand) -> None:
        """Put a change on top, after the undo that brings it about."""
        if self._moves:
            self._late.append(command)
        else:
            super().push(command)

    def undo(self) -> None:
        """Take the last change back."""
        self._move(super().undo)

    def redo(self) -> None:
        """Bring the next change again."""
        self._move(super().redo)

    def _move(self, step: Callable[[], None]) -> None:
        if self._moves:
            return
        self._moves = True
        try:
            step()
        finally:
            self._moves = False
        while self._late:
            super().push(self._late.pop(0))
