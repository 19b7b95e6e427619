"""A change of the weights that can be taken back, as long as the build that it belongs to is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QUndoCommand

from gui.overrides import answering
from gui.undo import Step


@dataclass(frozen=True, eq=False, slots=True)
class Edit:
    """Weights by member id before and after; edits of one `gesture` (a drag) are one. `build` is whose weights."""

    build: object
    before: Mapping[str, float]
    after: Mapping[str, float]
    words: str
    gesture: int = -1


class WeightsEdit(Step):
    """An edit on the stack. `show(weights, build)` answers whether that build is still there."""

    def __init__(self, edit: Edit, show: Callable[[Mapping[str, float], object], bool]) -> None:
        super().__init__(edit.words)
        self._edit, self._show = edit, show
        self._last = dict(edit.after)

    def again(self) -> bool:
        """Bring the change again."""
        return self._show(self._last, self._edit.build)

    def back(self) -> bool:
        """Bring back the weights before."""
        return self._show(self._edit.before, self._edit.build)

    @answering(lambda *_: -1)
    def id(self) -> int:
        """Edits with the same number may become one."""
        return self._edit.gesture

    @answering(lambda *_: False)
    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in the next step of the same drag."""
        if not isinstance(other, WeightsEdit) or other._edit.build is not self._edit.build:
            return False
        self._last = dict(other._last)
        return True
