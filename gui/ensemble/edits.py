"""A change of the weights that can be taken back, as long as the build that it belongs to is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtGui import QUndoCommand, QUndoStack


@dataclass(frozen=True, eq=False, slots=True)
class Edit:
    """Weights by member id before and after; edits of one `gesture` (a drag) are one. `build` is whose weights."""

    build: object
    before: Mapping[str, float]
    after: Mapping[str, float]
    words: str
    gesture: int = -1


class WeightsEdit(QUndoCommand):
    """An edit on the stack; it has happened already when it is pushed.

    `show(weights, build)` answers whether that build is still there. Where it is not, the edit has lost its meaning and
    leaves the stack, and Undo (or Redo) goes on to what lies beside it, so that no key press is for nothing.
    """

    def __init__(self, edit: Edit, stack: QUndoStack, show: Callable[[Mapping[str, float], object], bool]) -> None:
        super().__init__(edit.words)
        self._edit, self._stack, self._show = edit, stack, show
        self._last = dict(edit.after)
        self._first = True

    def redo(self) -> None:
        """Bring the change again."""
        if self._first:
            self._first = False
        elif not self._show(self._last, self._edit.build):
            self._leave(self._stack.redo)

    def undo(self) -> None:
        """Bring back the weights before."""
        if not self._show(self._edit.before, self._edit.build):
            self._leave(self._stack.undo)

    def id(self) -> int:
        """Edits with the same number may become one."""
        return self._edit.gesture

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in the next step of the same drag."""
        if not isinstance(other, WeightsEdit) or other._edit.build is not self._edit.build:
            return False
        self._last = dict(other._last)
        return True

    def _leave(self, go_on: Callable[[], None]) -> None:
        self.setObsolete(True)
        QTimer.singleShot(0, self._stack, go_on)
