"""Widgets that are made ahead, one at a time while nothing else is to do, for the constructors that will want them.

A tab of a dozen charts made in one go would hold the window up for a third of a second; a chart takes some
milliseconds.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TypeVar

from PySide6.QtCore import QObject

T = TypeVar("T", bound=QObject)

_ready: dict[type, list[QObject]] = defaultdict(list)


def make(kind: type[QObject]) -> None:
    """Make one that `ready` will give away."""
    _ready[kind].append(kind())


def ready(kind: type[T]) -> T:
    """One that was made ahead; where there is none, a new one."""
    waiting = _ready[kind]
    return waiting.pop() if waiting else kind()  # type: ignore[return-value]


def clear() -> None:
    """Let go of what nobody wanted: the next window may speak another language."""
    for waiting in _ready.values():
        for part in waiting:
            part.deleteLater()
    _ready.clear()
