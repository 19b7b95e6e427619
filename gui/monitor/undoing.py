"""What can be taken back in the monitor: the blend, how it is mixed, and the rules."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QUndoCommand

from gui.overrides import answering
from gui.translation import tr
from gui.undo import Step

_TOGETHER = 1.5  # seconds within which moves of the slider are one change
_BLEND = 41  # commands of this number may become one


class Change(Step):
    """A value that was changed already when this is pushed; `apply` sets one, shows it, and is False where all is gone.
    """

    def __init__(self, words: str, before: Any, after: Any, apply: Callable[[Any], bool | None]) -> None:
        super().__init__(words)
        self._before, self._after, self._apply = before, after, apply

    def again(self) -> bool | None:
        """Do it again."""
        return self._apply(self._after)

    def back(self) -> bool | None:
        """Take it back."""
        return self._apply(self._before)


class BlendChange(Change):
    """A move of the blend slider; the moves of one drag are taken back together."""

    def __init__(self, before: float, after: float, apply: Callable[[float], bool | None], owner: object,
                 clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(tr("Blend {after:.2f}", after=after), before, after, apply)
        self._owner, self._at = owner, clock()

    @answering(lambda *_: -1)
    def id(self) -> int:
        """What may become one with what."""
        return _BLEND

    @answering(lambda *_: False)
    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take the later move in, when it came soon after and from the same slider."""
        if not isinstance(other, BlendChange) or other._owner is not self._owner or other._at - self._at > _TOGETHER:
            return False
        self._after, self._at = other._after, other._at
        self.setText(other.text())
        return True
