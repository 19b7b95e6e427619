"""What can be taken back in the monitor: the blend, how it is mixed, and the rules."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QUndoCommand

from gui.translation import tr

_TOGETHER = 1.5  # seconds within which moves of the slider are one change
_BLEND = 41  # commands of this number may become one


class Change(QUndoCommand):
    """A value that was changed already when this is pushed; `apply` sets one and shows it."""

    def __init__(self, words: str, before: Any, after: Any, apply: Callable[[Any], object]) -> None:
        super().__init__(words)
        self._before, self._after, self._apply = before, after, apply
        self._first = True

    def redo(self) -> None:
        """Do it again."""
        if not self._first:
            self._apply(self._after)
        self._first = False

    def undo(self) -> None:
        """Take it back."""
        self._apply(self._before)


class BlendChange(Change):
    """A move of the blend slider; the moves of one drag are taken back together."""

    def __init__(self, before: float, after: float, apply: Callable[[float], object], owner: object,
                 clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(tr("Blend {after:.2f}", after=after), before, after, apply)
        self._owner, self._at = owner, clock()

    def id(self) -> int:
        """What may become one with what."""
        return _BLEND

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take the later move in, when it came soon after and from the same slider."""
        if not isinstance(other, BlendChange) or other._owner is not self._owner or other._at - self._at > _TOGETHER:
            return False
        self._after, self._at = other._after, other._at
        self.setText(other.text())
        return True
